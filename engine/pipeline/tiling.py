"""The sliding window: where windows lie and how they blend, and a method over them, in memory that does not grow with the scene's height.

Each strip of rows is read once, its windows are predicted by worker threads while the next strip is read, and rows that no further window
touches are handed on at once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

import numpy as np

from ..methods.method import Method, Predictor
from ..raster.arrays import FloatArray
from ..raster.resample import View

_CANCEL_POLL_SECONDS = 0.2


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
        """Return the first pixel of a window."""
        return index * self.stride

    def finished(self, index: int) -> int:
        """Return how many pixels, from the axis' start, no window after this one touches."""
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


@dataclass(frozen=True)
class Tiling:
    """The windows over an image, along its rows and along its columns."""

    rows: Axis
    columns: Axis

    @property
    def count(self) -> int:
        """The number of windows."""
        return self.rows.count * self.columns.count


def predict_rows(view: View, method: Method, tiling: Tiling, fill: FloatArray, tick: Callable[[int], None]) -> Iterator[FloatArray]:
    """Predict a view window by window and yield its finished rows, float32 (layers, rows, columns), from top to bottom.

    What is yielded is valid until the next is asked for.

    Args:
        view: what to predict.
        method: called from several threads.
        tiling: where the windows lie.
        fill: float32 (C,), what unobserved pixels look like to the method, in dB.
        tick: called in this thread with the number of windows done since the last call, at least every 0.2 s; may raise to stop.
    """
    rows, columns = tiling.rows, tiling.columns
    strip = np.full((len(fill), rows.window, columns.length), np.nan, np.float32)
    height = min(rows.window, rows.length)
    strip[:, :height] = view.read(height)
    total = np.zeros((method.layers, rows.window, columns.length), np.float32)
    pool = ThreadPoolExecutor(method.workers)
    try:
        for r in range(rows.count):
            windows = _Windows(strip[:, :height], method.predict, tiling, r, fill)
            pending = {pool.submit(windows.predict, c): columns.start(c) for c in range(columns.count)}
            following = view.read(min(rows.start(r + 1) + rows.window, rows.length)) if r + 1 < rows.count else None
            _blend(pending, total, tick)
            done = rows.finished(r) - rows.start(r)
            yield total[:, :done]
            if following is not None:
                strip[:, : rows.overlap] = strip[:, rows.stride :]
                height = rows.overlap + following.shape[1]
                strip[:, rows.overlap : height] = following
                total[:, : rows.overlap] = total[:, rows.stride :]
                total[:, rows.overlap :] = 0
    finally:
        pool.shutdown(cancel_futures=True)


class _Windows:
    """The windows of one strip of rows.

    Args:
        strip: float32 (C, rows, columns), NaN where not observed.
        predict: float32 (C, H, W) to float32 (layers, H, W).
        tiling: where the windows lie.
        row: the strip's number.
        fill: float32 (C,), for what was not observed.
    """

    def __init__(self, strip: FloatArray, predict: Predictor, tiling: Tiling, row: int, fill: FloatArray) -> None:
        self._strip, self._predict, self._fill, self._tiling = strip, predict, fill, tiling
        self._row_weights = tiling.rows.weights(row)

    def predict(self, index: int) -> FloatArray | None:
        """Return a window's weighted layers on the strip's own pixels, or None where nothing was observed, or not on both dates."""
        columns = self._tiling.columns
        first = columns.start(index)
        image = self._strip[:, :, first : first + columns.window]
        missing = np.isnan(image)
        if missing.all(axis=(1, 2)).any():
            return None
        if missing.any():
            image = np.where(missing, self._fill[:, None, None], image)
        probability = self._predict(pad_to(image, self._tiling.rows.window, columns.window))
        weighted = probability * self._row_weights[:, None]
        weighted *= columns.weights(index)
        return weighted[:, : image.shape[1], : image.shape[2]]


def _blend(pending: dict[Future[FloatArray | None], int], total: FloatArray, tick: Callable[[int], None]) -> None:
    while pending:
        done, _ = wait(pending, timeout=_CANCEL_POLL_SECONDS, return_when=FIRST_COMPLETED)
        for future in done:
            first = pending.pop(future)
            part = future.result()
            if part is not None:
                total[:, : part.shape[1], first : first + part.shape[2]] += part
        tick(len(done))
