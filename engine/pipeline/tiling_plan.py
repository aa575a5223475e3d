"""Where the windows lie and how they blend. Pure integers and weights, no I/O."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Axis:
    """The windows along one axis: `count` windows of `window` pixels, each `stride` after the one before.

    The last window may reach past `length`; what lies there is padding.
    """

    length: int
    window: int
    overlap: int
    count: int

    @property
    def stride(self) -> int:
        """Pixels from one window's start to the next one's."""
        return self.window - self.overlap

    def start(self, index: int) -> int:
        """First pixel of a window."""
        return index * self.stride

    def finished(self, index: int) -> int:
        """Pixels, from the axis' start, that no window after this one touches."""
        return self.length if index == self.count - 1 else (index + 1) * self.stride

    def weights(self, index: int) -> FloatArray:
        """Return the blend weights of a window, float32 (window,), 0 to 1.

        Over all windows they sum to one at every pixel, so blending needs no weight raster. The outermost quarter of an
        overlap counts nothing: a network sees least there.
        """
        margin = self.overlap // 4
        ramp = self.overlap - 2 * margin
        rise = np.zeros(self.overlap)
        rise[margin : margin + ramp] = np.sin(0.5 * np.pi * (np.arange(ramp) + 0.5) / max(ramp, 1)) ** 2
        rise[margin + ramp :] = 1.0
        weights = np.ones(self.window)
        if index > 0:
            weights[: self.overlap] = rise
        if index < self.count - 1:
            weights[self.window - self.overlap :] = 1.0 - rise
        return weights.astype(np.float32)


def plan_axis(length: int, largest_window: int, overlap: int, multiple: int) -> Axis:
    """Cover an axis with equal windows.

    Args:
        length: pixels to cover, at least 1.
        largest_window: no window is larger (rounded down to `multiple`).
        overlap: pixels that neighbours share, at least.
        multiple: a window is a multiple of this many pixels.

    Raises:
        ValueError: the windows cannot overlap that much.
    """
    largest = largest_window // multiple * multiple
    if length < 1 or overlap < 0 or overlap * 2 > largest:
        raise ValueError(f"no windows of at most {largest_window} px with {overlap} px overlap over {length} px")
    if length <= largest:
        return Axis(length, _round_up(length, multiple), 0, 1)
    count = math.ceil((length - overlap) / (largest - overlap))
    window = _round_up(math.ceil((length - overlap) / count) + overlap, multiple)
    return Axis(length, window, overlap, math.ceil((length - overlap) / (window - overlap)))


def _round_up(value: int, multiple: int) -> int:
    return -(-value // multiple) * multiple


def pad_to(image: FloatArray, height: int, width: int) -> FloatArray:
    """Fill an image up to a window by mirroring its lower and right edge.

    Args:
        image: (..., h, w) with h <= height and w <= width.

    Returns:
        (..., height, width), contiguous.
    """
    down, right = height - image.shape[-2], width - image.shape[-1]
    if down == 0 and right == 0:
        return np.ascontiguousarray(image)
    widths = [(0, 0)] * (image.ndim - 2) + [(0, down), (0, right)]
    return np.pad(image, widths, mode="symmetric")
