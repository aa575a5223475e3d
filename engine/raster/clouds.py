"""Where an optical image shows clouds: a stated rule, for images that carry no cloud layer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import ndimage

FloatArray = npt.NDArray[np.float32]
BoolArray = npt.NDArray[np.bool_]

BRIGHT = 0.5
"""A cloud's darkest band is at least this bright, 0 to 1."""
SATURATED = 0.35
"""A cloud's saturation, (brightest - darkest band) / brightest, is at most this: muddy water and bare soil are as bright, but coloured."""
FALSE_COLOUR = 0.35, 0.5
"""Both limits for pictures in short-wave infrared, near infrared and a visible band: these are darker, and clouds have a tint. By eye."""
LEAST_WIDTH = 9
"""Pixels: what is narrower in either direction is a roof, not a cloud."""
RIM = 7
"""Pixels around a cloud that are left out with it: its thin edge."""
REACH = 2 * (LEAST_WIDTH // 2) + RIM
"""Pixels around a pixel that decide about it."""


def cloudy(bands: FloatArray, bright: float = BRIGHT, saturated: float = SATURATED) -> BoolArray:
    """Return where an image is cloudy: bright and hardly saturated over a patch, with a rim.

    Args:
        bands: float32 (C, H, W), two or more bands scaled alike, 0 dark to 1 bright; NaN is no cloud.
        bright, saturated: see the constants.

    Returns:
        bool (H, W). Thin cloud, through which the ground's colour is seen, and the shadows of clouds are not found.
    """
    highest, lowest = bands.max(axis=0), bands.min(axis=0)
    white = (lowest >= bright) & (highest - lowest <= saturated * highest)
    # What runs off the image may be wide: the border counts as more of the same.
    padded = np.pad(white, LEAST_WIDTH, mode="edge")
    kept = ndimage.maximum_filter(ndimage.minimum_filter(padded, LEAST_WIDTH), LEAST_WIDTH)
    found: BoolArray = ndimage.maximum_filter(kept, 2 * RIM + 1)[LEAST_WIDTH:-LEAST_WIDTH, LEAST_WIDTH:-LEAST_WIDTH]
    return found
