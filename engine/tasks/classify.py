"""From probability to class: the threshold, reference water, and what is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..contract.classes import PROBABILITY_NODATA, ClassCode
from ..raster.arrays import BoolArray, ByteArray, FloatArray, chosen, equal

AFTER, BEFORE = 0, 1
"""Layers of what a method predicts: the probability on the date to map, and on the date before where there is one; of a method that
compares dates itself there is one layer. Where a method also tells possible water, the same layers follow for any water."""


def in_per_cent(probability: FloatArray) -> ByteArray:
    """Return whole per cent, uint8, of probabilities 0 to 1."""
    percent = np.clip(probability, 0, 1)
    percent *= np.float32(100)
    return np.rint(percent, out=percent).astype(np.uint8)


@dataclass(frozen=True)
class Classifier:
    """Decides the classes of rows.

    Classes follow from the stored per cent, so that a threshold can be moved later.

    Attributes:
        threshold: probability from which a pixel is detected.
        reference: first and last row to where water usually is and where that is known, bool (rows, width) each; None: not asked.
        left_out: first and last row to the class of what is left out, uint8, 0 elsewhere.
        has_before: whether a date before tells what was water then, in a layer of its own or inside the probability.
        possible: probability of any water from which what is no open water is possible water; None: not told.
    """

    threshold: float
    reference: Callable[[int, int], tuple[BoolArray, BoolArray]] | None
    left_out: Callable[[int, int], ByteArray]
    has_before: bool
    possible: float | None = None

    def rows(self, layers: FloatArray, observed: BoolArray, first: int) -> dict[str, npt.NDArray[Any]]:
        """Return ``probability`` in per cent and ``class``, uint8 (rows, width) each; also ``possible`` in per cent where it is told.

        Args:
            layers: float32 (layers, rows, width), see `AFTER`, `BEFORE`.
            observed: bool (rows, width).
            first: the first row's number on the map.
        """
        percent = in_per_cent(layers[AFTER])
        limit = round(self.threshold * 100)
        classes = chosen(percent >= limit, ClassCode.DETECTED)
        last = first + len(percent)
        dates = len(layers) if self.possible is None else len(layers) // 2
        rasters = {"probability": percent, "class": classes}
        if self.possible is not None:
            rasters["possible"] = any_water = self._any_water(layers[dates:], self.possible)
            mark_possible_water(classes, any_water, self.possible)
        if dates > BEFORE:
            classes[in_per_cent(layers[BEFORE]) >= limit] = ClassCode.REFERENCE_WATER
        if self.reference is not None:
            water, known = self.reference(first, last)
            classes[water] = ClassCode.REFERENCE_WATER
            # Water that may always be there is no flood: where neither a date before nor the raster tells, the map does not say.
            observed = observed if self.has_before else observed & known
        codes = self.left_out(first, last)
        if codes.any():
            np.copyto(classes, codes, where=codes > 0)
        if not observed.all():
            for values in rasters.values():
                values[~observed] = ClassCode.NOT_OBSERVED
        return rasters

    @staticmethod
    def _any_water(layers: FloatArray, possible: float) -> ByteArray:
        """Return the probability of any water in per cent, 0 where there was some before: what has not come is no flood."""
        any_water = in_per_cent(layers[AFTER])
        if len(layers) > BEFORE:
            any_water[in_per_cent(layers[BEFORE]) >= round(possible * 100)] = 0
        return any_water


def mark_possible_water(classes: ByteArray, any_water: ByteArray, possible: float) -> None:
    """Turn what was not detected, in `classes` uint8 (rows, width), into possible water where any water, in per cent, is likely."""
    likely = (any_water >= round(possible * 100)) & (any_water != PROBABILITY_NODATA)
    # What was not detected is 0.
    classes |= chosen(likely & equal(classes, ClassCode.NOT_DETECTED), ClassCode.POSSIBLE_WATER)
