"""The classes of a map: their codes, colours and words. The style files in ``resources/styles`` show the same."""

from __future__ import annotations

from enum import IntEnum
from typing import Tuple

PROBABILITY_NODATA = 255
"""Value of a probability raster (uint8, 0 to 100 per cent) where nothing was observed."""


class ClassCode(IntEnum):
    """Values of a class raster (uint8). "Not observed" is never "dry"."""

    NOT_DETECTED = 0
    DETECTED = 1
    REFERENCE_WATER = 2
    DECREASE = 3
    INCREASE = 4
    TERRAIN_MASKED = 250
    LAYOVER_SHADOW = 251
    EXCLUDED = 252
    OUTSIDE_DOMAIN = 254
    NOT_OBSERVED = 255


FOUND = (ClassCode.DETECTED, ClassCode.DECREASE, ClassCode.INCREASE)
"""What a task looks for."""
MASKED = (ClassCode.TERRAIN_MASKED, ClassCode.LAYOVER_SHADOW, ClassCode.EXCLUDED, ClassCode.OUTSIDE_DOMAIN)
"""What was observed, and left out of the map."""
WITH_POLYGONS = (ClassCode.DETECTED, ClassCode.REFERENCE_WATER, ClassCode.DECREASE, ClassCode.INCREASE)
"""Classes of which polygons can be made."""

Colour = Tuple[int, int, int]
