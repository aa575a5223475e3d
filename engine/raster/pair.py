"""Two dates as one image: the bands of the image to map, then those of the image before, on the first one's grid."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .scene import sample_windows
from .warp import Readable

FloatArray = npt.NDArray[np.float32]

_SAMPLE = 8
"""Windows along each side of the grid."""


class Pair:
    """Two dates on one grid. The first half of the bands asked for is the first date's, the second half the second one's.

    Args:
        after: the image to map.
        before: the other image, on the same grid (`align.on_grid`).
        shape: rows and columns of the grid.
    """

    def __init__(self, after: Readable, before: Readable, shape: tuple[int, int]) -> None:
        self._dates, self._shape = (after, before), shape
        self._samples: dict[tuple[str, ...], list[FloatArray]] = {}

    def sample_db(self, bands: tuple[str, ...]) -> list[FloatArray]:
        """Return windows spread over the grid, float32 (len(bands), h, w), of those where both dates have observed something."""
        if bands not in self._samples:
            windows = [self.read_db(*window, bands) for window in sample_windows(*self._shape, _SAMPLE)]
            self._samples[bands] = [window for window in windows if np.isfinite(window).all(axis=0).any()]
        return self._samples[bands]

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window in dB: float32 (len(bands), rows, columns), NaN in a date's bands where that date was not observed."""
        parts = [date.read_db(first, last, first_column, last_column, half) for date, half in zip(self._dates, _halves(bands), strict=True)]
        return np.concatenate(parts)

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of each band's sampled observed pixels in dB, float32 (len(bands),)."""
        return np.concatenate([date.median_db(half) for date, half in zip(self._dates, _halves(bands), strict=True)])


def _halves(bands: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    middle = len(bands) // 2
    return bands[:middle], bands[middle:]
