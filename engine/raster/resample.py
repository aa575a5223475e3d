"""Resample with a few weighted taps along each axis, and show a network its view of a scene on the working grid.

Where the image's ground pixel fits the model, the view is the image itself. Elsewhere the network sees a resampled view of the
same ground: the mean in linear power of what was observed, so nodata leaves no halo. Rows are read once, from top to bottom.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from .arrays import BoolArray, FloatArray
from .warp import Readable

_SQUARE = 1.25


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
    """Return linear interpolation between pixel centres; pixels beyond the edge repeat the edge (`align_corners=False`)."""
    centre = (np.arange(n_out) + 0.5) * (n_in / n_out) - 0.5
    low = np.floor(centre).astype(np.intp)
    fraction = (centre - low).astype(np.float32)
    source = np.clip(np.stack([low, low + 1], axis=1), 0, n_in - 1)
    return Taps(source, np.stack([1.0 - fraction, fraction], axis=1))


def area_taps(n_in: int, n_out: int) -> Taps:
    """Return taps that make each output the mean of the input under its footprint; for n_out <= n_in."""
    edges = np.arange(n_out + 1) * (n_in / n_out)
    low, high = edges[:-1], edges[1:]
    first = np.floor(low + 1e-9).astype(np.intp)
    count = int(np.max(np.ceil(high - 1e-9).astype(np.intp) - first))
    source = first[:, None] + np.arange(count)[None, :]
    weight = np.clip(np.minimum(source + 1, high[:, None]) - np.maximum(source, low[:, None]), 0.0, None)
    weight /= weight.sum(axis=1, keepdims=True)
    return Taps(np.clip(source, 0, n_in - 1), weight.astype(np.float32))


def fitting_taps(n_in: int, n_out: int) -> Taps:
    """Return the mean of the footprint where the axis shrinks, linear interpolation where it grows."""
    return area_taps(n_in, n_out) if n_out < n_in else linear_taps(n_in, n_out)


def apply_taps(image: FloatArray, rows: Taps, columns: Taps) -> FloatArray:
    """Resize an image (..., h, w) along both axes; returns float32 (..., rows out, columns out)."""
    if len(rows.source) > image.shape[-2]:  # columns are the slower ones, so they are made of as few rows as there are
        return _along(_along(image, columns, -1), rows, -2)
    return _along(_along(image, rows, -2), columns, -1)


def _along(image: FloatArray, taps: Taps, axis: int) -> FloatArray:
    weight = taps.weight if axis == -1 else taps.weight[:, :, None]
    # No source lies outside, and to clip is quicker than to look for one that does.
    out: FloatArray = np.take(image, taps.source[:, 0], axis, mode="clip") * weight[:, 0]
    further = np.empty_like(out)
    for k in range(1, taps.source.shape[1]):
        np.take(image, taps.source[:, k], axis, out=further, mode="clip")
        further *= weight[:, k]
        out += further
    return out


def working_shape(
    shape: tuple[int, int], ground_pixel_m: tuple[float, float] | None, pixel_m: float, pixel_range_m: tuple[float, float]
) -> tuple[int, int]:
    """Return the rows and columns of the view that a network sees.

    Args:
        shape: rows and columns of the window.
        ground_pixel_m: the image's pixel on the ground (across, down); None: taken as the model's.
        pixel_m: the model's ground pixel.
        pixel_range_m: ground pixels (from, to) that the model takes as they are, when no more than 1.25 : 1 from square.
    """
    if ground_pixel_m is None:
        return shape
    across, down = ground_pixel_m
    low, high = pixel_range_m
    fits = all(low <= size <= high for size in ground_pixel_m)
    if fits and max(across, down) <= _SQUARE * min(across, down):
        return shape
    rows, columns = shape
    return max(1, round(rows * down / pixel_m)), max(1, round(columns * across / pixel_m))


class View:
    """A window of a scene on the working grid, read forward once.

    Args:
        scene: the open scene, or two of them as a pair.
        window: the pixels to see.
        shape: rows and columns of the working grid over the same ground (`working_shape`).
        bands: polarisations in the network's order.
        in_db: how many of the first bands are in dB, and averaged in power; the others are averaged as they are. None: all.
        hidden: from first and last row and column of the image to what is observed but not to be seen, bool (rows, columns): it is
            NaN in what is taken; None: nothing.
    """

    def __init__(
        self,
        scene: Readable,
        window: Window,
        shape: tuple[int, int],
        bands: tuple[str, ...],
        in_db: int | None = None,
        hidden: Callable[[int, int, int, int], BoolArray] | None = None,
    ) -> None:
        self._scene, self._window, self._bands, self._hidden = scene, window, bands, hidden
        self._in_db = np.s_[: len(bands) if in_db is None else in_db]
        self.shape = shape
        rows, columns = window.height, window.width
        self.resampled = shape != (rows, columns)
        self._down = fitting_taps(rows, shape[0]), fitting_taps(columns, shape[1])
        self._up = linear_taps(shape[0], rows), linear_taps(shape[1], columns)
        self._viewed = self._read_to = self._restored = self._tail_first = 0
        self._tail = np.empty((len(bands), 0, columns), np.float32)
        self._above: FloatArray | None = None
        self._above_first = 0
        self._observed: deque[BoolArray] = deque()

    def read(self, last: int) -> FloatArray:
        """Return the working rows from where the last call ended to `last`: float32 (C, rows, columns) in dB, NaN where not observed."""
        first, self._viewed = self._viewed, last
        if first == last:
            return np.empty((len(self._bands), 0, self.shape[1]), np.float32)
        if not self.resampled:
            return self._read(last)
        _, high = self._down[0].span(first, last)
        native = np.concatenate([self._tail, self._read(high)], axis=1) if high > self._read_to else self._tail
        taps = self._down[0].part(first, last, self._tail_first)
        seen = np.isfinite(native)
        power = np.where(seen, native, 0).astype(np.float32)
        power[self._in_db] = np.where(seen[self._in_db], 10 ** (native[self._in_db] / 10), 0)
        weight = apply_taps(seen.astype(np.float32), taps, self._down[1])
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = apply_taps(power, taps, self._down[1]) / weight
            mean[self._in_db] = 10 * np.log10(mean[self._in_db])
        next_low = self._down[0].span(last, last + 1)[0] if last < self.shape[0] else high
        self._tail, self._tail_first = native[:, next_low - self._tail_first :], next_low
        return np.where(weight >= 0.5, mean, np.nan).astype(np.float32)

    def restore(self, probability: FloatArray) -> Iterator[tuple[FloatArray, BoolArray]]:
        """Take the next working rows of the result and yield what is ready on the image's own pixels.

        Args:
            probability: float32 (layers, rows, working columns), the rows after those of the last call.

        Yields:
            probability float32 (layers, rows, columns) and observed mask (rows, columns) of the window, from top to bottom.
        """
        if not self.resampled:
            self._restored += probability.shape[1]
            yield probability, self._pop_observed(probability.shape[1])
            return
        above = probability if self._above is None else np.concatenate([self._above, probability], axis=1)
        self._above = above
        have = self._above_first + above.shape[1]
        first, rows = self._restored, self._window.height
        ready = rows if have == self.shape[0] else int(np.searchsorted(self._up[0].source[:, 1], have))
        if ready == first:
            return
        taps = self._up[0].part(first, ready, self._above_first)
        yield apply_taps(above, taps, self._up[1]), self._pop_observed(ready - first)
        self._restored = ready
        keep = self._up[0].span(ready, ready + 1)[0] if ready < rows else have
        self._above, self._above_first = above[:, keep - self._above_first :], keep

    def _read(self, last: int) -> FloatArray:
        w = self._window
        first, self._read_to = self._read_to, last
        place = w.row_off + first, w.row_off + last, w.col_off, w.col_off + w.width
        rows = self._scene.read_db(*place, self._bands)
        observed = np.isfinite(rows[0])
        for band in rows[1:]:
            observed &= np.isfinite(band)
        self._observed.append(observed)
        if self._hidden is not None:
            rows[:, self._hidden(*place)] = np.nan
        return rows

    def _pop_observed(self, rows: int) -> BoolArray:
        parts = []
        while rows > 0:
            part = self._observed.popleft()
            if len(part) > rows:
                self._observed.appendleft(part[rows:])
                part = part[:rows]
            parts.append(part)
            rows -= len(part)
        return np.concatenate(parts)
