"""Resizing as a few weighted taps along each axis: for multiscale inference and for the working grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Taps:
    """How each output pixel of one axis is made: `source` (n_out, taps) int indices and `weight` (n_out, taps) that sum to one."""

    source: npt.NDArray[np.intp]
    weight: FloatArray

    def part(self, first: int, last: int, origin: int) -> Taps:
        """Return the taps of outputs first..last, their sources counted from `origin`."""
        return Taps(self.source[first:last] - origin, self.weight[first:last])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the range of source pixels (from, to) that the outputs first..last need."""
        return int(self.source[first:last].min()), int(self.source[first:last].max()) + 1


def linear_taps(n_in: int, n_out: int) -> Taps:
    """Linear interpolation between pixel centres; pixels beyond the edge repeat the edge (`align_corners=False`)."""
    centre = (np.arange(n_out) + 0.5) * (n_in / n_out) - 0.5
    low = np.floor(centre).astype(np.intp)
    fraction = (centre - low).astype(np.float32)
    source = np.clip(np.stack([low, low + 1], axis=1), 0, n_in - 1)
    return Taps(source, np.stack([1.0 - fraction, fraction], axis=1))


def area_taps(n_in: int, n_out: int) -> Taps:
    """Each output is the mean of the input under its footprint; for n_out <= n_in."""
    edges = np.arange(n_out + 1) * (n_in / n_out)
    low, high = edges[:-1], edges[1:]
    first = np.floor(low + 1e-9).astype(np.intp)
    count = int(np.max(np.ceil(high - 1e-9).astype(np.intp) - first))
    source = first[:, None] + np.arange(count)[None, :]
    weight = np.clip(np.minimum(source + 1, high[:, None]) - np.maximum(source, low[:, None]), 0.0, None)
    weight /= weight.sum(axis=1, keepdims=True)
    return Taps(np.clip(source, 0, n_in - 1), weight.astype(np.float32))


def fitting_taps(n_in: int, n_out: int) -> Taps:
    """Mean of the footprint where the axis shrinks, linear interpolation where it grows."""
    return area_taps(n_in, n_out) if n_out < n_in else linear_taps(n_in, n_out)


def apply_taps(image: FloatArray, rows: Taps, columns: Taps) -> FloatArray:
    """Resize an image (..., h, w) along both axes; returns float32 (..., rows out, columns out)."""
    return _along_columns(_along_rows(image, rows), columns)


def _along_rows(image: FloatArray, taps: Taps) -> FloatArray:
    out = image[..., taps.source[:, 0], :] * taps.weight[:, 0, None]
    for k in range(1, taps.source.shape[1]):
        out += image[..., taps.source[:, k], :] * taps.weight[:, k, None]
    return out


def _along_columns(image: FloatArray, taps: Taps) -> FloatArray:
    out = np.take(image, taps.source[:, 0], axis=-1) * taps.weight[:, 0]
    for k in range(1, taps.source.shape[1]):
        out += np.take(image, taps.source[:, k], axis=-1) * taps.weight[:, k]
    return out
