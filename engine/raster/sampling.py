"""Choose the windows that an image is looked over by."""

from __future__ import annotations

import numpy as np

from .arrays import BoolArray
from .grid import Part

SAMPLE_WINDOW = 128
"""Rows and columns of a window."""


def sample_windows(height: int, width: int, count: int) -> list[Part]:
    """Return at most `count` × `count` windows of 128 pixels spread over an image: first and last row, first and last column."""
    return [
        (row, min(row + SAMPLE_WINDOW, height), column, min(column + SAMPLE_WINDOW, width))
        for row in _starts(height, count)
        for column in _starts(width, count)
    ]


def parts_on(overview: BoolArray, height: int, width: int) -> list[Part]:
    """Return up to 64 windows of 128 pixels of an image that lie where a coarse look at it, bool (rows, columns), has seen something."""
    seen = np.argwhere(overview)
    if not len(seen):
        return []
    scale = np.array([height, width]) / overview.shape
    chosen = seen[np.unique(np.linspace(0, len(seen) - 1, 64).astype(np.intp))]
    starts = np.unique((chosen * scale / SAMPLE_WINDOW).astype(np.intp), axis=0) * SAMPLE_WINDOW
    return [(r, min(r + SAMPLE_WINDOW, height), c, min(c + SAMPLE_WINDOW, width)) for r, c in starts.tolist()]


def _starts(length: int, count: int) -> list[int]:
    """Return the starts of at most `count` windows spread evenly over a length; the windows lie side by side where they cover it all."""
    if length <= count * SAMPLE_WINDOW:
        return list(range(0, length, SAMPLE_WINDOW))
    return [int((i + 0.5) * length / count) - SAMPLE_WINDOW // 2 for i in range(count)]
