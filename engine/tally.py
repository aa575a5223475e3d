"""Pixels and hectares of what a run found."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .ground import PixelAreas
from .job import ClassCode

ByteArray = npt.NDArray[np.uint8]


@dataclass
class Tally:
    """Pixels and hectares of what was found, added up row by row.

    Attributes:
        areas: of the grid's pixels; None without georeference, and hectares stay 0 then.
        pixels, hectares: ``detected``, ``observed`` and ``not_observed``.
        undecided: pixels between 20 and 80 per cent.
    """

    areas: PixelAreas | None
    pixels: dict[str, int] = field(default_factory=lambda: {"detected": 0, "observed": 0, "not_observed": 0})
    hectares: dict[str, float] = field(default_factory=lambda: {"detected": 0.0, "observed": 0.0, "not_observed": 0.0})
    undecided: int = 0

    def add(self, classes: ByteArray, percent: ByteArray, first_row: int) -> None:
        """Add rows, uint8 (rows, width) each, whose first is `first_row` of the grid."""
        masks = {
            "detected": classes == ClassCode.DETECTED,
            "observed": classes != ClassCode.NOT_OBSERVED,
            "not_observed": classes == ClassCode.NOT_OBSERVED,
        }
        for name, mask in masks.items():
            self.pixels[name] += int(np.count_nonzero(mask))
            if self.areas is not None:
                self.hectares[name] += self.areas.sum(mask, first_row)
        self.undecided += int(np.count_nonzero((percent > 20) & (percent < 80)))
