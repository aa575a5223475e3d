from __future__ import annotations

import numpy as np
import pytest

from tidemark.engine.pipeline.tiling import pad_to, plan_axis


@pytest.mark.parametrize("length", [1, 15, 16, 500, 512, 513, 1000, 4660])
@pytest.mark.parametrize(("window", "overlap", "multiple"), [(512, 128, 16), (256, 64, 64), (128, 8, 16)])
def test_weights_sum_to_one_at_every_pixel(length: int, window: int, overlap: int, multiple: int) -> None:
    axis = plan_axis(length, window, overlap, multiple)
    total = np.zeros(axis.start(axis.count - 1) + axis.window)
    for k in range(axis.count):
        total[axis.start(k) : axis.start(k) + axis.window] += axis.weights(k)
    assert axis.window % multiple == 0
    assert axis.window <= window
    np.testing.assert_allclose(total[:length], 1, atol=1e-6)


def test_the_outermost_pixels_of_a_window_count_nothing_where_another_window_sees_them() -> None:
    axis = plan_axis(1000, 512, 128, 16)
    assert axis.weights(1)[:32].max() == 0


def test_finished_rows_follow_one_another_without_gap_or_overlap() -> None:
    axis = plan_axis(1000, 256, 64, 16)
    finished = [0, *(axis.finished(k) for k in range(axis.count))]
    assert finished == sorted(set(finished))
    assert finished[-1] == 1000
    assert all(axis.start(k) == finished[k] for k in range(axis.count))


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
