"""The sliding window: where windows lie and what each gives, and a method over them, in memory that does not grow with the scene's height.

Each strip of rows is read once, ahead of the worker threads that predict its windows. Two windows are cut in the middle of their overlap,
where both see as much of the ground around: a network errs most at a window's border (the water student by 0.034 at 38 pixels, 0.001 at
64), so a blend, which begins nearer to the border, differs more from the map that one large window would give.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from ..methods.method import Method
from ..raster.arrays import FloatArray
from ..raster.resample import View
from .concurrency import POLL_SECONDS, Ahead

LARGEST_WINDOW = 1024
"""Rows and columns; a network on a CPU gains nothing by larger ones."""
ROWS_AT_ONCE = 32
"""Few, so that what is made of them on the way stays small: it is half the time and memory of whole strips."""
_STRIP_BYTES = 142 * 10**6
"""Of the rows that windows lie in, which are held for the whole width: 25 000 pixels across, two bands and 710 rows."""
_LEAST_OVERLAPS, _MOST_STRIP_BYTES = 4, 300 * 10**6
"""Rows of a window are at least so many times the overlap: of lower ones more would be predicted twice than is saved. Only where these
would be more bytes, as with optical images on a wide scene, they are fewer, but not fewer than three times the overlap."""
_ROWS_WITH_MARGIN = 128
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


def plan_windows(shape: tuple[int, int], pixel_bytes: int, overlap: int, multiple: int) -> Tiling:
    """Cover a view with windows of at most `LARGEST_WINDOW` rows and columns, or lower and wider ones where the view is wide.

    Args:
        shape: rows and columns of the view.
        pixel_bytes: that the view's pixels take while they wait (`Method.pixel_bytes`).
        overlap, multiple: as in `plan_axis`.
    """
    height, width = shape
    largest = max(LARGEST_WINDOW, _LEAST_OVERLAPS * overlap)
    few, most = (total // (pixel_bytes * width) for total in (_STRIP_BYTES, _MOST_STRIP_BYTES))
    least = max(min(_LEAST_OVERLAPS * overlap, most), (_LEAST_OVERLAPS - 1) * overlap, 2 * overlap + multiple)
    rows = min(largest, max(few, least))
    return Tiling(plan_axis(height, rows, overlap, multiple), plan_axis(width, largest**2 // rows, overlap, multiple))


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
    strips = _Strips(view, tiling, method.stored_types, _ROWS_WITH_MARGIN if method.beside else ROWS_AT_ONCE)
    predicted = np.empty((method.layers, max(rows.cut(r + 1) - rows.cut(r) for r in range(rows.count)), columns.length), np.float32)
    with ExitStack() as stack:
        pool = ThreadPoolExecutor(method.workers)
        stack.callback(pool.shutdown, cancel_futures=True)
        ahead = stack.enter_context(Ahead(strips.read))
        stack.callback(strips.stop)
        predict = partial(_predict, strips, method, tiling, fill)
        ahead.begin(0)
        ahead.take(lambda: tick(0))
        following = _submit(pool, predict, 0, columns.count)
        for r in range(rows.count):
            part = predicted[:, : rows.cut(r + 1) - rows.cut(r)]
            gather = partial(_gather, following, part, columns, tick)
            windows = following
            if r + 1 < rows.count:
                ahead.begin(r + 1)
                # Its windows wait behind this strip's, so that no worker is idle while this strip's rows are handed on.
                ahead.take(gather)
                following = _submit(pool, predict, r + 1, columns.count)
            while windows:
                wait(windows, POLL_SECONDS, FIRST_COMPLETED)
                gather()
            yield part


class _Strips:
    """The rows that windows are cut from, read one strip of windows after the other into a ring: no row is kept twice.

    It holds the strip whose windows are predicted, and the rows that the next one has beyond it.

    Args:
        view: read forward.
        tiling: where the windows lie.
        types: as which each band of the view is kept.
        rows_at_once: read at once.
    """

    def __init__(self, view: View, tiling: Tiling, types: Sequence[type[np.floating[Any]]], rows_at_once: int) -> None:
        self._view, self._rows, self._columns, self._rows_at_once = view, tiling.rows, tiling.columns, rows_at_once
        self._size = min(self._rows.length, self._rows.window + self._rows.stride)
        self._ring = [np.empty((self._size, tiling.columns.length), kind) for kind in types]
        self._read_to, self._stopped = 0, False

    def read(self, index: int) -> None:
        """Read on to the end of a strip. Those before the one before it are lost."""
        last = min(self._rows.start(index) + self._rows.window, self._rows.length)
        while self._read_to < last and not self._stopped:
            first, until = self._read_to, min(self._read_to + self._rows_at_once, last)
            rows, place = self._view.read(until), first % self._size
            before_end = min(until - first, self._size - place)
            for kept, band in zip(self._ring, rows, strict=True):
                kept[place : place + before_end] = band[:before_end]
                kept[: until - first - before_end] = band[before_end:]
            self._read_to = until

    def stop(self) -> None:
        """Read no further: nobody will use what is being read."""
        self._stopped = True

    def window(self, row: int, column: int) -> FloatArray:
        """Return a window of a strip that was read, as far as the view reaches: float32 (C, h, w), NaN where not observed."""
        first, left = self._rows.start(row), self._columns.start(column)
        rows = min(self._rows.window, self._rows.length - first)
        place, columns = first % self._size, np.s_[left : left + self._columns.window]
        before_end = min(rows, self._size - place)
        found = np.empty((len(self._ring), rows, self._ring[0][:, columns].shape[1]), np.float32)
        for out, kept in zip(found, self._ring, strict=True):
            out[:before_end] = kept[place : place + before_end, columns]
            out[before_end:] = kept[: rows - before_end, columns]
        return found


def _predict(strips: _Strips, method: Method, tiling: Tiling, fill: FloatArray, row: int, column: int) -> FloatArray | None:
    """Return the layers that a window gives, float32 (layers, H, W), or None where nothing was observed, or not on both dates.

    Args:
        fill: float32 (C,), for what was not observed.
    """
    image = strips.window(row, column)
    missing = np.isnan(image)
    if missing.any():
        if missing.all(axis=(1, 2)).any():
            return None
        image = np.where(missing, fill[:, None, None], image)
    given = tiling.rows.given(row), tiling.columns.given(column)
    return method.predict(pad_to(image, tiling.rows.window, tiling.columns.window))[(slice(None), *given)]


_Pending = dict[Future[FloatArray | None], int]
"""Windows in the making, and their numbers from left to right."""


def _submit(pool: ThreadPoolExecutor, predict: Callable[[int, int], FloatArray | None], row: int, columns: int) -> _Pending:
    return {pool.submit(predict, row, column): column for column in range(columns)}


def _gather(pending: _Pending, rows: FloatArray, columns: Axis, tick: Callable[[int], None]) -> None:
    """Write what the windows give that are done into their strip's rows, float32 (layers, rows, columns); 0 where nothing was observed."""
    done = [future for future in pending if future.done()]
    for future in done:
        index = pending.pop(future)
        given = future.result()
        rows[:, :, columns.cut(index) : columns.cut(index + 1)] = 0 if given is None else given
    tick(len(done))
