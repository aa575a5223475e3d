"""The sliding window: where windows lie and what each gives, and a method over them, in memory that does not grow with the scene's height.

Each strip of rows is read once, ahead of the worker threads that predict its windows. Two windows are cut in the middle of their overlap,
where both see as much of the ground around: a network errs most at a window's border (the water student by 0.034 at 38 pixels, 0.001 at
64), so a blend, which begins nearer to the border, differs more from the map that one large window would give.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

import numpy as np

from ..methods.method import Method, Predictor
from ..raster.arrays import FloatArray
from ..raster.resample import View
from .beside import POLL_SECONDS, Ahead

ROWS_AT_ONCE = 64
"""Few, so that what is made of them on the way stays small: it is half the time and memory of whole strips."""
_ROWS_WITH_MARGIN = 512
"""Read at once where optical images lie beside the radar, which are read with a margin around."""


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

    def cut(self, index: int) -> int:
        """Return the first pixel that a window gives; up to there the window before gives them. Of `count`: the axis' length."""
        if index == self.count:
            return self.length
        return self.start(index) + self.overlap // 2 if index else 0

    def given(self, index: int) -> slice:
        """Return the pixels of a window, counted from its start, that it gives."""
        return slice(self.cut(index) - self.start(index), self.cut(index + 1) - self.start(index))


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


def predict_rows(
    view: View, method: Method, tiling: Tiling, fill: FloatArray, tick: Callable[[int], None]
) -> Generator[FloatArray, None, None]:
    """Predict a view window by window and yield its rows, float32 (layers, rows, columns), from top to bottom.

    What is yielded is valid until the next is asked for. Close the iterator before what the view reads from.

    Args:
        view: what to predict.
        method: called from several threads.
        tiling: where the windows lie.
        fill: float32 (C,), what unobserved pixels look like to the method, in dB.
        tick: called in this thread with the number of windows done since the last call, at least every 0.2 s; may raise to stop.
    """
    rows, columns = tiling.rows, tiling.columns
    strips = _Strips(view, tiling, len(fill), _ROWS_WITH_MARGIN if method.beside else ROWS_AT_ONCE)
    predicted = np.empty((method.layers, max(rows.cut(r + 1) - rows.cut(r) for r in range(rows.count)), columns.length), np.float32)
    with ExitStack() as stack:
        pool = ThreadPoolExecutor(method.workers)
        stack.callback(pool.shutdown, cancel_futures=True)
        ahead = stack.enter_context(Ahead(strips.read))
        stack.callback(strips.stop)
        ahead.begin(0)
        following = _submit(pool, ahead.take(lambda: tick(0)), method, tiling, 0, fill)
        for r in range(rows.count):
            part = predicted[:, : rows.cut(r + 1) - rows.cut(r)]
            gather = partial(_gather, following, part, columns, tick)
            windows = following
            if r + 1 < rows.count:
                ahead.begin(r + 1)
                # Its windows wait behind this strip's, so that no worker is idle while this strip's rows are handed on.
                following = _submit(pool, ahead.take(gather), method, tiling, r + 1, fill)
            while windows:
                wait(windows, POLL_SECONDS, FIRST_COMPLETED)
                gather()
            yield part


class _Strips:
    """The strips of rows that windows lie in, read one after the other; two are kept, the one that is used and the one that is read.

    Args:
        view: read forward.
        tiling: where the windows lie.
        bands: of the view.
        rows_at_once: read at once.
    """

    def __init__(self, view: View, tiling: Tiling, bands: int, rows_at_once: int) -> None:
        self._view, self._rows, self._rows_at_once, self._stopped = view, tiling.rows, rows_at_once, False
        self._kept = [np.empty((bands, self._rows.window, tiling.columns.length), np.float32) for _ in range(min(2, self._rows.count))]

    def read(self, index: int) -> FloatArray:
        """Return a strip, float32 (C, rows, columns), NaN where not observed; it is valid until the next but one is read."""
        rows, strip = self._rows, self._kept[index % 2]
        first, last = rows.start(index), min(rows.start(index) + rows.window, rows.length)
        known = rows.overlap if index else 0
        strip[:, :known] = self._kept[1 - index % 2][:, rows.stride :] if index else 0
        for row in range(first + known, last, self._rows_at_once):
            if self._stopped:
                break
            until = min(row + self._rows_at_once, last)
            strip[:, row - first : until - first] = self._view.read(until)
        return strip[:, : last - first]

    def stop(self) -> None:
        """Read no further: nobody will use what is being read."""
        self._stopped = True


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
        self._strip, self._predict, self._fill, self._tiling, self._row = strip, predict, fill, tiling, row

    def predict(self, index: int) -> FloatArray | None:
        """Return the layers that a window gives, or None where nothing was observed, or not on both dates."""
        rows, columns = self._tiling.rows, self._tiling.columns
        first = columns.start(index)
        image = self._strip[:, :, first : first + columns.window]
        missing = np.isnan(image)
        if missing.any():
            if missing.all(axis=(1, 2)).any():
                return None
            image = np.where(missing, self._fill[:, None, None], image)
        return self._predict(pad_to(image, rows.window, columns.window))[:, rows.given(self._row), columns.given(index)]


_Pending = dict[Future[FloatArray | None], int]
"""Windows in the making, and their numbers from left to right."""


def _submit(pool: ThreadPoolExecutor, strip: FloatArray, method: Method, tiling: Tiling, row: int, fill: FloatArray) -> _Pending:
    windows = _Windows(strip, method.predict, tiling, row, fill)
    return {pool.submit(windows.predict, c): c for c in range(tiling.columns.count)}


def _gather(pending: _Pending, rows: FloatArray, columns: Axis, tick: Callable[[int], None]) -> None:
    """Write what the windows give that are done into their strip's rows, float32 (layers, rows, columns); 0 where nothing was observed."""
    done = [future for future in pending if future.done()]
    for future in done:
        index = pending.pop(future)
        given = future.result()
        rows[:, :, columns.cut(index) : columns.cut(index + 1)] = 0 if given is None else given
    tick(len(done))
