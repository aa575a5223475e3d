"""Make a new class raster from the stored probability of a run, without the network."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from ..contract.classes import PROBABILITY_NODATA, ClassCode
from ..contract.errors import Cancelled, InputError
from ..contract.filenames import CLASS, POSSIBLE, MapFiles
from ..contract.installation import __version__
from ..contract.job import Event, Result
from ..contract.record import Rethresholded, RunRecord, now
from ..contract.requests import RethresholdJob
from ..contract.tasks import FIRST_TASK, TASKS, with_codes
from ..products.inputs import protect_inputs
from ..products.reader import check_bytes, check_same_grid, read_rows, read_run
from ..products.statistics import MapStatistics
from ..products.writer import Product
from ..raster.arrays import ByteArray, chosen, equal
from ..raster.files import open_raster
from ..raster.ground import CELL, pixel_areas
from ..raster.scene import Grid
from ..tasks.classify import mark_possible_water
from ..tasks.registry import TASK_CLASSES
from . import record

_ROWS = 512
_CACHE_BYTES = 64 * 2**20
_DECIDED_BY_THRESHOLD = (ClassCode.NOT_DETECTED, ClassCode.DETECTED, ClassCode.POSSIBLE_WATER, ClassCode.NOT_OBSERVED)
_DIRECTIONS = (ClassCode.DECREASE, ClassCode.INCREASE)


def rethreshold(
    job: RethresholdJob, report: Callable[[Event], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False
) -> Result:
    """Write the files of a run anew with another threshold. What the run had masked stays masked.

    Args:
        job: names the probability raster. What the run was is known from the record beside it, else from the raster's tags; what it had
            masked, from the class raster beside it.
        report: takes ``started``, ``progress``, in rows, and ``notice``.
        cancelled: asked at every strip of rows whether to stop.

    Raises:
        InputError, OutputError: what the user has to change; nothing is written then.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    if not 0.01 <= job.threshold <= 1:
        raise InputError(f"The threshold is {job.threshold:g}.", "It is a probability from 0.01 to 1.", "Give e.g. --threshold 0.4.")
    protect_inputs(job)
    started = time.monotonic()

    def stop() -> None:
        if cancelled():
            raise Cancelled

    with warnings.catch_warnings(), rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES), ExitStack() as stack:
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # the earlier run's record says so
        percent = stack.enter_context(open_raster(job.probability))
        check_bytes(job.probability, percent)
        run = read_run(job.probability, percent.tags())
        run = replace(run, task=_known_task(run.task, job.probability))
        run = replace(run, limits=run.limits or TASKS[run.task].limits)
        beside = MapFiles.of_probability(job.probability).find(CLASS)
        classes = stack.enter_context(open_raster(beside)) if beside else None
        if classes is not None:
            check_same_grid(percent, classes)
        grid = Grid(percent.height, percent.width, percent.transform, percent.crs)
        counts = MapStatistics(pixel_areas(grid.crs, grid.transform, grid.height, grid.width) if grid.crs else None, job.threshold)
        limit, any_water = run.method.possible_threshold, _open_any_water(job.probability, percent, run, stack)
        codes = [ClassCode(one.code) for one in run.left_out] + ([] if any_water is None else [ClassCode.POSSIBLE_WATER])
        beside_class = [] if any_water is None else [POSSIBLE]
        with Product(job.output, grid, with_codes(TASKS[run.task], codes), job.overwrite, beside_class) as product:
            report(Event("started", {"device": "CPU", "tiles": grid.height, "temporary": list(product.temporary.values())}))
            notices = _notices(run, job.probability, classes is not None)
            for text in notices:
                report(Event("notice", {"text": text}))
            for row, stored, masked in _strips(percent, classes):
                stop()
                rasters = {"class": _classify(stored, masked, job.threshold), "probability": stored}
                again = rasters["class"]
                if any_water is not None and limit is not None:
                    rasters["possible"] = read_rows(any_water, row, len(stored))
                    mark_possible_water(again, rasters["possible"], limit)
                product.write(rasters)
                counts.add(again, stored, row)
                report(Event("progress", {"done": row + len(stored), "total": grid.height, "seconds_left": None}))
            TASK_CLASSES[run.task].finish_anew(run, product, counts, cancelled)
            for text in [] if run.before else record.reference_not_seen(counts):
                notices.append(text)
                report(Event("notice", {"text": text}))
            said = _made_anew(run, job, notices)
            result = record.result(run.task, product.files, counts, said, "")
            product.finish(_record_anew(run, result, job, time.monotonic() - started), lambda _class, _png: None, stop)
    return result


def hectares_by_threshold(probability: str, cancelled: Callable[[], bool] = lambda: False) -> list[float]:
    """Return how many hectares the map of a probability raster would detect, for thresholds of 0, 1, … 100 per cent.

    What the run had masked, and reference water, counts for none of them. Empty where the raster has no georeference.

    Raises:
        InputError: it is no probability raster, or its run tells directions of change.
        Cancelled: `cancelled` said so.
    """
    with warnings.catch_warnings(), rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES), ExitStack() as stack:
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        percent = stack.enter_context(open_raster(probability))
        check_bytes(probability, percent)
        if percent.crs is None:
            return []
        beside = MapFiles.of_probability(probability).find(CLASS)
        classes = stack.enter_context(open_raster(beside)) if beside else None
        if classes is not None:
            check_same_grid(percent, classes)
        areas = pixel_areas(percent.crs, percent.transform, percent.height, percent.width).hectares
        hectares = np.zeros(PROBABILITY_NODATA + 1)
        for first, stored, masked in _strips(percent, classes):
            if cancelled():
                raise Cancelled
            free = equal(_classify(stored, masked, 0.0), ClassCode.DETECTED)
            for row in range(0, len(stored), CELL):
                for column in range(0, percent.width, CELL):
                    cell = slice(row, row + CELL), slice(column, column + CELL)
                    pixels = np.bincount(stored[cell][free[cell]], minlength=len(hectares))
                    hectares += pixels * areas[(first + row) // CELL, column // CELL]
    return [float(value) for value in np.cumsum(hectares[100::-1])[::-1]]


def _known_task(task: str, probability: str) -> str:
    """Return what a map is taken to show. Raises `InputError` where it is none of Tidemark's tasks."""
    if task and task not in TASKS:
        raise InputError(
            f"The record of {PurePath(probability).name} tells of the task '{task[:60]}'.",
            f"This Tidemark knows {', '.join(TASKS)}.",
            "Update Tidemark, or take the record that was written with the map.",
        )
    return task or FIRST_TASK


def _open_any_water(probability: str, percent: Any, run: RunRecord, stack: ExitStack) -> Any:
    """Return the raster of any water beside a probability raster, opened; None where the run told no possible water, or it is gone."""
    path = MapFiles.of_probability(probability).find(POSSIBLE)
    if run.method.possible_threshold is None or not path:
        return None
    any_water = stack.enter_context(open_raster(path))
    check_bytes(path, any_water)
    check_same_grid(percent, any_water)
    return any_water


def _strips(percent: Any, classes: Any) -> Iterator[tuple[int, ByteArray, ByteArray | None]]:
    """Yield first row, per cent and earlier classes, uint8 (rows, width) each."""
    for first in range(0, percent.height, _ROWS):
        rows = min(_ROWS, percent.height - first)
        stored = read_rows(percent, first, rows)
        if ((stored > 100) & (stored != PROBABILITY_NODATA)).any():
            raise InputError(
                f"{PurePath(percent.name).name} is no probability raster: it holds values between 101 and 254.",
                "Probabilities are 0 to 100 per cent.",
                "Give the file PREFIX_probability.tif that a run has written.",
            )
        yield first, stored, None if classes is None else read_rows(classes, first, rows)


def _classify(percent: ByteArray, earlier: ByteArray | None, threshold: float) -> ByteArray:
    """Return classes from per cent; codes that no threshold decides stay as they were."""
    detected = percent >= round(threshold * 100)
    classes = chosen(detected, ClassCode.DETECTED)
    classes[percent == PROBABILITY_NODATA] = ClassCode.NOT_OBSERVED
    if earlier is not None:
        if np.isin(earlier, _DIRECTIONS).any():
            raise InputError(
                "The run tells decrease from increase.", "The stored probability does not.", "Run the detection again with the threshold."
            )
        kept = ~np.isin(earlier, _DECIDED_BY_THRESHOLD)
        classes[kept] = earlier[kept]
    return classes


def _notices(run: RunRecord, probability: str, has_classes: bool) -> list[str]:
    name = PurePath(probability).name
    notices = [f"{text} It is taken for a map of {TASKS[FIRST_TASK].detects}." for text in run.about_unknown(name)]
    notices += TASK_CLASSES[run.task].notices_anew
    if run.before:
        notices.append(
            "Reference water is what the first run's threshold made of the image before: with a lower one now, shores may pass for flood."
        )
    if not has_classes:
        notices.append(f"The class raster of the run does not lie beside {name}: what the run had left out is not left out here.")
    return notices


def _made_anew(run: RunRecord, job: RethresholdJob, news: Sequence[str]) -> tuple[str, ...]:
    """Return the notices of the earlier run that stay true, the new ones, and how the map was made."""
    before = "" if run.threshold is None else f" (before: {run.threshold:g})"
    made = f"Made from the stored probability {PurePath(job.probability).name} with the threshold {job.threshold:g}{before}, "
    kept = [text for text in record.without_advice_of_threshold(run.notices) if "from the stored probability" not in text]
    return (*kept, *news, f"{made}without the network.")


def _record_anew(run: RunRecord, result: Result, job: RethresholdJob, seconds: float) -> RunRecord:
    """Return the earlier run's record with what is new."""
    return replace(
        run,
        tidemark=__version__,
        written=now(),
        title=result.title,
        summary=result.summary,
        notices=result.notices,
        files=result.files,
        hectares=result.hectares,
        shares=result.shares,
        threshold=job.threshold,
        rethresholded=Rethresholded(str(Path(job.probability)), run.threshold, run.written),
        device="",
        seconds=round(seconds, 1),
    )
