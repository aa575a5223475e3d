"""The row-strip sweep: a method over overlapping windows, in memory that does not grow with the scene's height.

Each strip of rows is read once, its windows are predicted by worker threads while the next strip is read, and rows that no
further window touches are handed on at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

import numpy as np
import numpy.typing as npt

from ..raster.resample import View
from .tiling_plan import Axis, pad_to

FloatArray = npt.NDArray[np.float32]
Predict = Callable[[FloatArray], FloatArray]

_CANCEL_POLL_SECONDS = 0.2


def sweep(
    view: View, predict: Predict, layers: int, rows: Axis, columns: Axis, fill: FloatArray, workers: int, tick: Callable[[int], None]
) -> Iterator[FloatArray]:
    """Predict a view window by window and yield its finished rows, float32 (layers, rows, columns), from top to bottom.

    What is yielded is valid until the next is asked for.

    Args:
        view: what to predict.
        predict: float32 (C, H, W) in dB without NaN to float32 (layers, H, W); called from several threads.
        layers: of what `predict` returns.
        rows, columns: where the windows lie.
        fill: float32 (C,), what unobserved pixels look like to the method, in dB.
        workers: threads.
        tick: called in this thread with the number of windows done since the last call, at least every 0.2 s; may raise to stop.
    """
    strip = np.full((len(fill), rows.window, columns.length), np.nan, np.float32)
    height = min(rows.window, rows.length)
    strip[:, :height] = view.read(height)
    total = np.zeros((layers, rows.window, columns.length), np.float32)
    pool = ThreadPoolExecutor(workers)
    try:
        for r in range(rows.count):
            row_weights = rows.weights(r)
            pending = {
                pool.submit(_window, strip[:, :height], predict, columns, c, rows.window, row_weights, fill): columns.start(c)
                for c in range(columns.count)
            }
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


def _window(
    strip: FloatArray, predict: Predict, columns: Axis, index: int, height: int, row_weights: FloatArray, fill: FloatArray
) -> FloatArray | None:
    """Return a window's weighted layers on the strip's own pixels, or None where nothing was observed, or not on both dates."""
    first = columns.start(index)
    image = strip[:, :, first : first + columns.window]
    missing = np.isnan(image)
    if missing.all(axis=(1, 2)).any():
        return None
    if missing.any():
        image = np.where(missing, fill[:, None, None], image)
    probability = predict(pad_to(image, height, columns.window))
    weighted = probability * row_weights[:, None]
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
