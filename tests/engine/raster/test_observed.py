from __future__ import annotations

import numpy as np
import pytest

from tidemark.engine.raster.observed import Reason, find_edge_pixels, why_unobserved


@pytest.mark.parametrize("fill", [np.nan, np.inf, -np.inf, -9999, -32768, -99999, -999999, -3.4028235e38, 3.4028235e38, 9.96921e36, 1e20])
def test_fills_that_nobody_declares_are_never_observed(fill: float) -> None:
    assert (why_unobserved(np.array([fill, 0, 5, -5], np.float32), None) != 0).tolist() == [True, False, False, False]


@pytest.mark.parametrize(("declared", "pixel"), [(0, 0), (-3.4e38, -3.4028235e38), (-9999.9, -9999.9), (1e20, 1e20)])
def test_a_declared_value_need_not_be_equal_in_all_digits(declared: float, pixel: float) -> None:
    found = why_unobserved(np.array([pixel, 0.5, -9998], np.float32), declared)
    assert found.tolist() == [Reason.DECLARED, 0, 0]


@pytest.mark.parametrize("height", [40, 600, 1500])
def test_zeros_at_the_edge_are_found_and_a_lake_of_zeros_inside_is_not(height: int) -> None:
    empty = np.zeros((height, 70), np.bool_)
    empty[:, :5] = True
    empty[height // 2, 5:40] = True  # a spur that leaves the edge
    empty[10:20, 50:60] = True  # a lake
    found = find_edge_pixels(lambda a, b: empty[a:b], height, 70)
    expected = empty.copy()
    expected[10:20, 50:60] = False
    np.testing.assert_array_equal(found.rows(0, height), expected)
    np.testing.assert_array_equal(found.rows(7, 33), expected[7:33])


def test_an_arm_that_reaches_the_edge_only_further_down_is_found_from_its_top() -> None:
    empty = np.zeros((1400, 50), np.bool_)
    empty[100:1300, 20] = True
    empty[1299, 20:] = True
    found = find_edge_pixels(lambda a, b: empty[a:b], 1400, 50)
    np.testing.assert_array_equal(found.rows(0, 1400), empty)


def test_a_scene_without_zeros_at_its_edge_keeps_nothing() -> None:
    empty = np.zeros((600, 50), np.bool_)
    empty[300:310, 20:30] = True
    found = find_edge_pixels(lambda a, b: empty[a:b], 600, 50)
    assert not found.any
    assert not found.rows(290, 320).any()
