"""The figures, against numbers worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tidemark.engine.training.evaluation.metrics import count, counts_at, figures, mean_iou, pool

LABEL = np.array([[1, 1, 1, 0], [0, 0, 1, 255]], np.uint8)
PROBABILITY = np.array([[0.9, 0.8, 0.3, 0.6], [0.1, 0.2, 0.7, 1.0]], np.float32)


def test_figures_of_a_small_map_are_those_worked_out_by_hand() -> None:
    # Water: 4 known pixels, 3 of them mapped; 1 of 3 dry pixels mapped.
    found = figures(count(PROBABILITY, PROBABILITY >= 0.5, LABEL))
    assert found.iou == pytest.approx(3 / 5)
    assert found.precision == pytest.approx(3 / 4)
    assert found.recall == pytest.approx(3 / 4)
    assert found.f1 == pytest.approx(3 / 4)
    assert found.area_bias == pytest.approx(0.0)
    assert found.mapped == pytest.approx(4 / 7)
    # Every pixel has a bin of its own: the mean of |p - truth|.
    assert found.ece == pytest.approx((0.1 + 0.2 + 0.7 + 0.6 + 0.1 + 0.2 + 0.3) / 7)


def test_counts_at_several_thresholds_are_those_of_each() -> None:
    # At 0.9 nothing lies above the threshold: the pixel of 0.9 does not.
    assert counts_at(PROBABILITY, (0.1, 0.5, 0.9), LABEL) == [(4, 2, 0, 1), (3, 1, 1, 2), (0, 0, 4, 3)]


def test_a_sure_and_right_map_is_perfectly_calibrated() -> None:
    label = np.array([[0, 1]], np.uint8)
    assert figures(count(label.astype(np.float32), label == 1, label)).ece == 0.0


def test_unknown_pixels_change_no_figure() -> None:
    wide = np.hstack([LABEL, np.full((2, 5), 255, np.uint8)])
    probability = np.hstack([PROBABILITY, np.ones((2, 5), np.float32)])
    assert figures(count(probability, probability >= 0.5, wide)) == figures(count(PROBABILITY, PROBABILITY >= 0.5, LABEL))


def test_pooled_and_per_image_iou_differ_as_they_should() -> None:
    water = np.ones((10, 10), np.uint8)
    half = count(water.astype(np.float32), water == 1, water)
    small = np.zeros((10, 10), np.uint8)
    small[0, 0] = 1
    missed = count(np.zeros((10, 10), np.float32), np.zeros((10, 10), bool), small)
    assert figures(pool([half, missed])).iou == pytest.approx(100 / 101)
    assert mean_iou([half, missed]) == pytest.approx(0.5)


def test_a_dry_scene_mapped_dry_has_no_iou_and_is_left_out_of_the_mean() -> None:
    dry = np.zeros((4, 4), np.uint8)
    counts = count(np.zeros((4, 4), np.float32), np.zeros((4, 4), bool), dry)
    assert math.isnan(figures(counts).iou)
    assert figures(counts).mapped == 0.0
    assert math.isnan(mean_iou([counts]))
