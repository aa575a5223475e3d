"""From probability to class: the threshold, usual water, and what is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..contract.classes import PROBABILITY_NODATA, ClassCode
from ..raster.arrays import BoolArray, ByteArray, FloatArray

AFTER, BEFORE = 0, 1
"""Layers of what a method predicts: the probability on the date to map, and on the date before where there is one; of a method that
compares dates itself there is one layer."""


def in_per_cent(probability: FloatArray) -> ByteArray:
    """Return whole per cent, uint8, of probabilities 0 to 1."""
    return np.rint(np.clip(probability, 0, 1) * 100).astype(np.uint8)


@dataclass(frozen=True)
class Classifier:
    """Decides the classes of rows.

    Classes follow from the stored per cent, so that a threshold can be moved later.

    Attributes:
        threshold: probability from which a pixel is detected.
        usual_water: first and last row to where water usually is and where that is known, bool (rows, width) each; None: not asked.
        left_out: first and last row to the class of what is left out, uint8, 0 elsewhere.
        has_before: whether a date before tells what was water then, in a layer of its own or inside the probability.
    """

    threshold: float
    usual_water: Callable[[int, int], tuple[BoolArray, BoolArray]] | None
    left_out: Callable[[int, int], ByteArray]
    has_before: bool

    def rows(self, layers: FloatArray, observed: BoolArray, first: int) -> dict[str, npt.NDArray[Any]]:
        """Return ``probability`` in per cent and ``class``, uint8 (rows, width) each.

        Args:
            layers: float32 (layers, rows, width), see `AFTER`, `BEFORE`.
            observed: bool (rows, width).
            first: the first row's number on the map.
        """
        percent = in_per_cent(layers[AFTER])
        limit = round(self.threshold * 100)
        classes = np.where(percent >= limit, np.uint8(ClassCode.DETECTED), np.uint8(ClassCode.NOT_DETECTED))
        last = first + len(percent)
        if len(layers) > BEFORE:
            classes[in_per_cent(layers[BEFORE]) >= limit] = ClassCode.REFERENCE_WATER
        if self.usual_water is not None:
            usual, known = self.usual_water(first, last)
            classes[usual] = ClassCode.REFERENCE_WATER
            # Water that may always be there is no flood: where neither a date before nor the raster tells, the map does not say.
            observed = observed if self.has_before else observed & known
        codes = self.left_out(first, last)
        classes = np.where(codes > 0, codes, classes)
        classes[~observed] = ClassCode.NOT_OBSERVED
        percent[~observed] = PROBABILITY_NODATA
        return {"probability": percent, "class": classes}
