"""Count pixels and hectares of what a run found."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..contract.classes import FOUND, MASKED, ClassCode
from ..raster.ground import PixelAreas

ByteArray = npt.NDArray[np.uint8]

_IS_FOUND = np.isin(np.arange(256), FOUND)
_IS_MASKED = np.isin(np.arange(256), MASKED)
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
        reference = classes == ClassCode.REFERENCE_WATER
        masks = {
            "detected": _IS_FOUND[classes],
            "observed": classes != ClassCode.NOT_OBSERVED,
            "not_observed": classes == ClassCode.NOT_OBSERVED,
            "reference_water": reference,
            "masked": _IS_MASKED[classes],
            "decrease": classes == ClassCode.DECREASE,
            "increase": classes == ClassCode.INCREASE,
            "possible": classes == ClassCode.POSSIBLE_WATER,
        }
        for name, mask in masks.items():
            pixels = int(np.count_nonzero(mask))
            self.pixels[name] += pixels
            if pixels and self.areas is not None:
                self.hectares[name] += self.areas.sum(mask, first_row)
        self.undecided += int(np.count_nonzero((percent > 20) & (percent < 80)))
        self.reference_wet += int(np.count_nonzero(reference & (percent >= round(self.threshold * 100))))

    def take_away(self, pixels: int, hectares: float) -> None:
        """Take back what was detected and does not count after all."""
        self.pixels["detected"] -= pixels
        self.hectares["detected"] = max(0.0, self.hectares["detected"] - hectares)


def hectares_in_words(hectares: float) -> str:
    """Return e.g. "1 234 ha"."""
    digits = 0 if hectares >= 100 or hectares < 0.05 else 1
    return f"{hectares:,.{digits}f} ha".replace(",", " ")
