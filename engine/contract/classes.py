"""The codes that a class raster and a probability raster hold."""

from __future__ import annotations

from enum import IntEnum

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
