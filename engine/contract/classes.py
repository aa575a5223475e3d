"""Define the classes of a map: their codes, colours and words. The style files in ``resources/styles`` show the same."""

from __future__ import annotations

from enum import IntEnum
from typing import Mapping, Tuple

PROBABILITY_NODATA = 255
"""Value of a probability raster (uint8, 0 to 100 per cent) where nothing was observed."""


class ClassCode(IntEnum):
    """Values of a class raster (uint8). "Not observed" is never "dry"."""

    NOT_DETECTED = 0
    DETECTED = 1
    REFERENCE_WATER = 2
    DECREASE = 3
    INCREASE = 4
    POSSIBLE_WATER = 5
    TERRAIN_MASKED = 250
    LAYOVER_SHADOW = 251
    EXCLUDED = 252
    OUTSIDE_DOMAIN = 254
    NOT_OBSERVED = 255


FOUND = (ClassCode.DETECTED, ClassCode.DECREASE, ClassCode.INCREASE)
"""What a task looks for."""
MASKED = (ClassCode.TERRAIN_MASKED, ClassCode.LAYOVER_SHADOW, ClassCode.EXCLUDED, ClassCode.OUTSIDE_DOMAIN)
"""What was observed, and left out of the map."""
WITH_POLYGONS = (ClassCode.DETECTED, ClassCode.REFERENCE_WATER, ClassCode.DECREASE, ClassCode.INCREASE, ClassCode.POSSIBLE_WATER)
"""Classes of which polygons can be made."""

REASONS: Mapping[ClassCode, str] = {
    ClassCode.NOT_OBSERVED: "not observed",
    ClassCode.TERRAIN_MASKED: "terrain",
    ClassCode.LAYOVER_SHADOW: "layover or shadow",
    ClassCode.EXCLUDED: "excluded",
    ClassCode.OUTSIDE_DOMAIN: "outside the task",
}
"""Why there is nothing to tell of a pixel."""

LEGEND: Mapping[ClassCode, str] = {
    ClassCode.NOT_DETECTED: "Not detected",
    ClassCode.REFERENCE_WATER: "Reference water",
    ClassCode.DECREASE: "Backscatter decrease (darker)",
    ClassCode.INCREASE: "Backscatter increase (brighter)",
    ClassCode.POSSIBLE_WATER: "Possible water among plants or buildings",
    **{code: f"Not mapped: {REASONS[code]}" for code in MASKED},
    ClassCode.NOT_OBSERVED: "Not observed",
}
"""Legend entries; that of what was detected is the task's own."""

Colour = Tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


def web_colour(colour: Colour) -> str:
    """Return a colour as styles write it, e.g. ``#0a5fd6``."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


COLOURS: Mapping[ClassCode, Colour] = {
    ClassCode.DETECTED: (10, 95, 214),
    ClassCode.REFERENCE_WATER: (127, 184, 232),
    ClassCode.DECREASE: (90, 24, 154),
    ClassCode.INCREASE: (217, 95, 14),
    ClassCode.POSSIBLE_WATER: (112, 205, 184),
    ClassCode.TERRAIN_MASKED: (200, 200, 200),
    ClassCode.LAYOVER_SHADOW: (128, 128, 128),
    ClassCode.EXCLUDED: (169, 154, 134),
    ClassCode.OUTSIDE_DOMAIN: (227, 227, 208),
}
"""Of the classes that a map shows; the others are transparent."""
NOT_OBSERVED_COLOUR: Colour = (189, 183, 174)
"""Where nothing lies below the map, as on paper: what was not observed must not look like what is dry."""
