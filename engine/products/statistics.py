"""Count pixels and hectares of what a run found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from ..contract.classes import MASKED, ClassCode
from ..raster.arrays import ByteArray, equal
from ..raster.ground import PixelAreas

_NAMES: Mapping[ClassCode, tuple[str, ...]] = {
    ClassCode.NOT_OBSERVED: ("not_observed",),
    ClassCode.REFERENCE_WATER: ("observed", "reference_water"),
    ClassCode.DETECTED: ("observed", "detected"),
    ClassCode.DECREASE: ("observed", "detected", "decrease"),
    ClassCode.INCREASE: ("observed", "detected", "increase"),
    ClassCode.POSSIBLE_WATER: ("observed", "possible"),
    ClassCode.NOT_DETECTED: ("observed",),
    **dict.fromkeys(MASKED, ("observed", "masked")),
}
"""What a pixel of a class counts for."""
NAMES = ("detected", "observed", "not_observed", "reference_water", "masked", "decrease", "increase", "possible")


@dataclass
class MapStatistics:
    """Pixels and hectares of what was found, added up row by row.

    Attributes:
        areas: of the grid's pixels; None without georeference, and hectares stay 0 then.
        threshold: probability from which a pixel is detected.
        pixels, hectares: of `NAMES`; ``observed`` includes what was masked.
        undecided: pixels between 20 and 80 per cent.
        reference_wet: pixels of reference water that look like water now.
    """

    areas: PixelAreas | None
    threshold: float
    pixels: dict[str, int] = field(default_factory=lambda: dict.fromkeys(NAMES, 0))
    hectares: dict[str, float] = field(default_factory=lambda: dict.fromkeys(NAMES, 0.0))
    undecided: int = 0
    reference_wet: int = 0

    def add(self, classes: ByteArray, percent: ByteArray, first_row: int) -> None:
        """Add rows, uint8 (rows, width) each, whose first is `first_row` of the grid."""
        for code, names in _NAMES.items():
            mask = equal(classes, code)
            pixels = int(np.count_nonzero(mask))
            if not pixels:
                continue
            hectares = self.areas.sum(mask, first_row) if self.areas is not None else 0.0
            for name in names:
                self.pixels[name] += pixels
                self.hectares[name] += hectares
            if code == ClassCode.REFERENCE_WATER:
                self.reference_wet += int(np.count_nonzero(mask & (percent >= round(self.threshold * 100))))
        self.undecided += int(np.count_nonzero((percent > 20) & (percent < 80)))

    def take_away(self, pixels: int, hectares: float) -> None:
        """Take back what was detected and does not count after all."""
        self.pixels["detected"] -= pixels
        self.hectares["detected"] = max(0.0, self.hectares["detected"] - hectares)
