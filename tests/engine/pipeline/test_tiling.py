from __future__ import annotations

import numpy as np
import pytest

from tidemark.engine.pipeline.tiling import pad_to, plan_axis, plan_windows

AXES = [(length, *limits) for length in (1, 15, 16, 500, 512, 513, 1000, 4660) for limits in ((512, 128, 16), (256, 64, 64), (128, 8, 16))]


@pytest.mark.parametrize(("length", "window", "overlap", "multiple"), AXES)
def test_every_pixel_is_given_by_one_window(length: int, window: int, overlap: int, multiple: int) -> None:
    axis = plan_axis(length, window, overlap, multiple)
    given = np.zeros(length)
    for k in range(axis.count):
        part = axis.given(k)
        given[axis.cut(k) : axis.cut(k + 1)] += 1
        assert 0 <= part.start < part.stop <= axis.window
        assert part.stop - part.start == axis.cut(k + 1) - axis.cut(k)
    assert (given == 1).all()
    assert axis.window % multiple == 0
    assert axis.window <= window


def test_a_window_gives_no_pixel_near_its_border_where_another_one_sees_more_around_it() -> None:
    axis = plan_axis(1500, 512, 128, 16)
    assert (axis.given(1).start, axis.given(1).stop) == (64, axis.window - 64)
    assert axis.given(0).start == 0


def test_windows_are_hardly_larger_than_what_they_cover() -> None:
    axis = plan_axis(1153, 1024, 128, 128)
    assert axis.count * axis.stride < 1.25 * 1153


def test_an_overlap_beyond_half_a_window_is_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        plan_axis(1000, 100, 80, 10)


def test_padding_mirrors_the_image_even_when_it_is_smaller_than_the_padding() -> None:
    padded = pad_to(np.array([[[1, 2]]], np.float32), 2, 7)
    assert padded.shape == (1, 2, 7)
    np.testing.assert_array_equal(padded[0, 1], [1, 2, 2, 1, 1, 2, 2])


def test_windows_over_a_wide_view_are_lower_and_wider_so_that_fewer_rows_are_kept() -> None:
    narrow, wide = plan_windows((17000, 6000), 8, 160, 16), plan_windows((17000, 25000), 8, 160, 16)
    assert narrow.rows.window > 960
    assert 4 * 160 <= wide.rows.window <= 750
    assert wide.columns.window > 1280
    # Hardly more is predicted for that.
    cost = [tiling.count * tiling.rows.window * tiling.columns.window / width for tiling, width in ((narrow, 6000), (wide, 25000))]
    assert cost[1] < 1.04 * cost[0]


def test_windows_are_never_so_low_that_most_of_them_overlaps() -> None:
    with_optical_images, two_dates = plan_windows((17000, 25000), 30, 128, 16), plan_windows((17000, 25000), 16, 160, 16)
    assert 3 * 128 <= with_optical_images.rows.window <= 4 * 128
    assert two_dates.rows.window >= 4 * 160
