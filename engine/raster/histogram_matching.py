"""Two dates made comparable: display bytes by their histograms, and a check that they lie over each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import fft

from .warp import Readable

FloatArray = npt.NDArray[np.float32]

_LEVELS = 256
_LEAST_OBSERVED = 0.9


class Matched:
    """A scene of display bytes whose histograms were made those of another date.

    Args:
        scene: the scene.
        tables: by band, float32 (256,): the value that each byte becomes (`matching_table`).
    """

    def __init__(self, scene: Readable, tables: dict[str, FloatArray]) -> None:
        self._scene, self._tables = scene, tables

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window of matched values, float32 (len(bands), rows, columns), NaN where not observed."""
        return self._look_up(self._scene.read_db(first, last, first_column, last_column, bands), bands)

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of each band's matched values, float32 (len(bands),)."""
        return self._look_up(self._scene.median_db(bands), bands)

    def _look_up(self, values: FloatArray, bands: tuple[str, ...]) -> FloatArray:
        levels = np.arange(_LEVELS)
        return np.stack([np.interp(band, levels, self._tables[name]) for band, name in zip(values, bands, strict=True)]).astype(np.float32)


def matching_table(values: FloatArray, target: FloatArray) -> FloatArray:
    """Return the table that gives `values` the histogram of `target`: float32 (256,).

    Args:
        values, target: observed display bytes of the same ground on two dates, float32 (n,).
    """
    levels = np.arange(_LEVELS)
    shares = [np.cumsum(np.bincount(np.clip(np.rint(v), 0, 255).astype(np.intp), minlength=_LEVELS)) / v.size for v in (values, target)]
    # The middle of a level's share, so that a table of a histogram with itself changes nothing.
    own, wanted = (share - np.diff(share, prepend=0) / 2 for share in shares)
    return np.interp(own, wanted, levels).astype(np.float32)


def shift_pixels(sample: Sequence[FloatArray]) -> tuple[float, float] | None:
    """Return by how many pixels (down, across) the second half of the bands lies off the first; None where nothing tells.

    Phase correlation (Kuglin and Hines 1975), the spectra of all windows averaged before the peak is looked for.

    Args:
        sample: windows of one shape, float32 (2 × bands, h, w), NaN where not observed.
    """
    whole = [w for w in sample if w.shape == sample[0].shape and np.isfinite(w).mean() >= _LEAST_OBSERVED]
    if not whole:
        return None
    height, width = whole[0].shape[1:]
    taper = np.hanning(height)[:, None] * np.hanning(width)[None, :]
    spectrum = np.zeros((height, width), np.complex128)
    for window in whole:
        means = np.nanmean(window, axis=(1, 2), keepdims=True)
        newer, older = np.split(fft.fft2(np.where(np.isnan(window), 0, window - means) * taper), 2)
        cross = (newer * older.conj()).sum(axis=0)
        spectrum += cross / np.maximum(np.abs(cross), 1e-12)
    found = fft.ifft2(spectrum).real / len(whole)
    row, column = np.unravel_index(int(found.argmax()), found.shape)
    if found.max() < 8 * found.std():
        return None
    # The peak is at the newer's offset; the older lies as far off the other way.
    return float(-((row + height // 2) % height - height // 2)), float(-((column + width // 2) % width - width // 2))
