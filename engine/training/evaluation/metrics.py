"""Measure a map: counts over known pixels, and the figures made of them. numpy only."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...raster.arrays import BoolArray, ByteArray, DoubleArray
from ..datasets.chips import UNKNOWN

BINS = 20


@dataclass(frozen=True)
class Counts:
    """Pixels by truth and map, and the reliability bins of the probability; counts of several images add up.

    Attributes:
        hit, false, miss, dry: water mapped as water, dry mapped as water, water missed, dry left dry.
        predicted, observed, number: per probability bin: sum of probabilities, sum of true water, pixels.
    """

    hit: int
    false: int
    miss: int
    dry: int
    predicted: DoubleArray
    observed: DoubleArray
    number: DoubleArray

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.hit + other.hit,
            self.false + other.false,
            self.miss + other.miss,
            self.dry + other.dry,
            self.predicted + other.predicted,
            self.observed + other.observed,
            self.number + other.number,
        )


@dataclass(frozen=True)
class Figures:
    """Figures of one image or of a pool of images; NaN where a figure has no meaning (no water, nothing mapped).

    Attributes:
        iou, precision, recall, f1: of the water class, 0 to 1.
        area_bias: mapped water area over true water area, minus 1.
        ece: expected calibration error: mean over 20 equal bins of |predicted - observed share of water|, weighted by pixels.
        mapped: share of known pixels mapped as water.
    """

    iou: float
    precision: float
    recall: float
    f1: float
    area_bias: float
    ece: float
    mapped: float


def count(probability: npt.NDArray[np.floating], detected: BoolArray, label: ByteArray) -> Counts:
    """Count one image.

    Args:
        probability: (H, W), 0 to 1.
        detected: (H, W), what the map calls water.
        label: (H, W), 0 dry, 1 water; 255 is left out.
    """
    known = label != UNKNOWN
    water, mapped = label[known] == 1, detected[known]
    values = probability[known].astype(np.float64)
    bins = np.minimum((values * BINS).astype(np.intp), BINS - 1)
    return Counts(
        int(np.count_nonzero(water & mapped)),
        int(np.count_nonzero(~water & mapped)),
        int(np.count_nonzero(water & ~mapped)),
        int(np.count_nonzero(~water & ~mapped)),
        np.bincount(bins, values, BINS).astype(np.float64),
        np.bincount(bins, water, BINS).astype(np.float64),
        np.bincount(bins, minlength=BINS).astype(np.float64),
    )


def counts_at(probability: npt.NDArray[np.floating], thresholds: Sequence[float], label: ByteArray) -> list[tuple[int, int, int, int]]:
    """Count one image at several thresholds.

    Args:
        probability: (H, W), 0 to 1.
        thresholds: in ascending order; a pixel is water above one.
        label: (H, W), 0 dry, 1 water; 255 is left out.

    Returns:
        for each threshold hits, false water, misses and dry pixels.
    """
    known = label != UNKNOWN
    passed = np.searchsorted(np.asarray(thresholds, probability.dtype), probability[known])
    found = []
    for value in (1, 0):
        of_class = np.bincount(passed[label[known] == value], minlength=len(thresholds) + 1)
        found.append((of_class[::-1].cumsum()[::-1][1:], int(of_class.sum())))
    (hits, water), (false, dry) = found
    return [(int(hit), int(wrong), water - int(hit), dry - int(wrong)) for hit, wrong in zip(hits, false, strict=True)]


def pool(counts: Sequence[Counts]) -> Counts:
    """Add up the counts of several images. Raises ValueError where there are none."""
    if not counts:
        raise ValueError("no counts to pool")
    total = counts[0]
    for other in counts[1:]:
        total = total + other
    return total


def figures(counts: Counts) -> Figures:
    """Return the figures of counts."""
    hit, false, miss, dry = counts.hit, counts.false, counts.miss, counts.dry
    total = hit + false + miss + dry
    filled = counts.number > 0
    gap = np.abs(counts.predicted - counts.observed)[filled].sum()
    return Figures(
        iou=_ratio(hit, hit + false + miss),
        precision=_ratio(hit, hit + false),
        recall=_ratio(hit, hit + miss),
        f1=_ratio(2 * hit, 2 * hit + false + miss),
        area_bias=_ratio(hit + false, hit + miss) - 1.0,
        ece=_ratio(float(gap), total),
        mapped=_ratio(hit + false, total),
    )


def mean_iou(counts: Sequence[Counts]) -> float:
    """Return the mean over images of the IoU of water, images without water and without a detection left out."""
    values = [value for value in (figures(one).iou for one in counts) if not math.isnan(value)]
    return float(np.mean(values)) if values else math.nan


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else math.nan
