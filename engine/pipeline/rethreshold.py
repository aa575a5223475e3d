"""Make a new class raster from the stored probability of a run, without the network."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from ..contract.classes import FOUND, PROBABILITY_NODATA, ClassCode
from ..contract.errors import Cancelled, InputError
from ..contract.filenames import CHANGE_DB, CLASS, POSSIBLE, PROBABILITY, RUN, MapFiles
from ..contract.installation import __version__
from ..contract.job import Event, Result
from ..contract.record import Rethresholded, RunRecord, now
from ..contract.requests import RethresholdJob
from ..contract.tasks import FIRST_TASK, TASKS, TaskSpec, with_codes
from ..methods.context import Listener
from ..products.inputs import protect_inputs
from ..products.reader import check_bytes, check_same_grid, read_rows, read_run
from ..products.statistics import MapStatistics
from ..products.writer import Product
from ..raster.arrays import ByteArray, chosen
from ..raster.files import open_raster
from ..raster.grid import Grid
from ..raster.ground import CELL, PixelAreas, pixel_areas
from ..tasks.change import by_direction
from ..tasks.classify import mark_possible_water
from ..tasks.registry import TASK_CLASSES
from . import record

_ROWS = 512
_CACHE_BYTES = 64 * 2**20
_PUT_BACK = "Put it back, or run the detection again."
_DIRECTIONS = (ClassCode.DECREASE, ClassCode.INCREASE)
_DECIDED_BY_THRESHOLD = (
    ClassCode.NOT_DETECTED,
    ClassCode.DETECTED,
    *_DIRECTIONS,
    ClassCode.POSSIBLE_WATER,
    ClassCode.NOT_OBSERVED,
)

Rows = Mapping[str, npt.NDArray[Any]]
"""Rows of an earlier run's rasters by kind, (rows, width) each."""


def rethreshold(
    job: RethresholdJob, report: Callable[[Event], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False
) -> Result:
    """Write the files of a run anew with another threshold. What the run had masked stays masked.

    Args:
        job: names the probability raster. What the run was is known from the record beside it, else from the raster's tags; what it had
            masked, from the class raster beside it; which way the backscatter changed, from the change in dB beside it.
        report: takes ``started``, ``progress``, in rows, and ``notice``.
        cancelled: asked at every strip of rows whether to stop.

    Raises:
        InputError, OutputError: what the user has to change; nothing is written then.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    job.check()
    protect_inputs(job)
    with _open_earlier(job.probability) as earlier:
        return _MapAnew(job, earlier, Listener(report, cancelled)).write()


def hectares_by_threshold(probability: str, cancelled: Callable[[], bool] = lambda: False) -> list[float]:
    """Return how many hectares the map of a probability raster would detect, for thresholds of 0, 1, … 100 per cent.

    What the run had masked, and reference water, counts for none of them. Empty where the raster has no georeference.

    Raises:
        InputError: no map can be made anew of it.
        Cancelled: `cancelled` said so.
    """
    with _open_earlier(probability) as earlier:
        areas = earlier.areas()
        if areas is None:
            return []
        hectares = np.zeros(PROBABILITY_NODATA + 1)
        for first, rows in earlier.strips():
            if cancelled():
                raise Cancelled
            percent, free = rows[PROBABILITY], np.isin(earlier.classify(rows, 0.0), FOUND)
            for row in range(0, len(percent), CELL):
                for column in range(0, earlier.grid.width, CELL):
                    cell = slice(row, row + CELL), slice(column, column + CELL)
                    pixels = np.bincount(percent[cell][free[cell]], minlength=len(hectares))
                    hectares += pixels * areas.hectares[(first + row) // CELL, column // CELL]
    return [float(value) for value in np.cumsum(hectares[100::-1])[::-1]]


@dataclass(frozen=True)
class _Earlier:
    """An earlier run with its rasters, opened.

    Attributes:
        run: its record; task and limits are known.
        grid: of its rasters.
        rasters: by kind: the probability, and what lies beside it and decides classes too.
    """

    run: RunRecord
    grid: Grid
    rasters: Mapping[str, Any]

    def areas(self) -> PixelAreas | None:
        """Return the areas of the pixels; None without georeference."""
        grid = self.grid
        return pixel_areas(grid.crs, grid.transform, grid.height, grid.width) if grid.crs else None

    def beside(self) -> list[str]:
        """Return the kinds of rasters that are written beside class and probability."""
        return [kind for kind in self.rasters if kind not in (PROBABILITY, CLASS)]

    def legend(self) -> TaskSpec:
        """Return the task with all classes that the map can have."""
        possible = [ClassCode.POSSIBLE_WATER] if POSSIBLE in self.rasters else []
        return with_codes(TASKS[self.run.task], [*(ClassCode(one.code) for one in self.run.left_out), *possible])

    def strips(self) -> Iterator[tuple[int, Rows]]:
        """Yield the first row of each strip and its rasters. Raises `InputError` where they are damaged or hold no probability."""
        for first in range(0, self.grid.height, _ROWS):
            rows = {kind: read_rows(raster, first, min(_ROWS, self.grid.height - first)) for kind, raster in self.rasters.items()}
            percent = rows[PROBABILITY]
            if ((percent > 100) & (percent != PROBABILITY_NODATA)).any():
                raise InputError(
                    f"{PurePath(self.rasters[PROBABILITY].name).name} is no probability raster: it holds values between 101 and 254.",
                    "Probabilities are 0 to 100 per cent.",
                    "Give the file PREFIX_probability.tif that a run has written.",
                )
            yield first, rows

    def classify(self, rows: Rows, threshold: float) -> ByteArray:
        """Return classes; codes that no threshold decides stay as they were. Raises `InputError` where these tell directions alone."""
        percent, earlier = rows[PROBABILITY], rows.get(CLASS)
        detected = percent >= round(threshold * 100)
        classes = by_direction(detected, rows[CHANGE_DB]) if CHANGE_DB in rows else chosen(detected, ClassCode.DETECTED)
        classes[percent == PROBABILITY_NODATA] = ClassCode.NOT_OBSERVED
        if earlier is not None:
            if CHANGE_DB not in rows and np.isin(earlier, _DIRECTIONS).any():
                raise InputError(
                    f"{PurePath(self.rasters[CLASS].name).name} has decrease and increase, but no record says that it shows change.",
                    "The record tells which files belong to a map.",
                    f"Put PREFIX_{RUN}.json back beside it, or run the detection again.",
                )
            kept = ~np.isin(earlier, _DECIDED_BY_THRESHOLD)
            classes[kept] = earlier[kept]
        limit = self.run.method.possible_threshold
        if limit is not None and POSSIBLE in rows:
            mark_possible_water(classes, rows[POSSIBLE], limit)
        return classes


@contextmanager
def _open_earlier(probability: str) -> Iterator[_Earlier]:
    """Open the run of a probability raster. Raises `InputError` where no map can be made anew of it."""
    with warnings.catch_warnings(), rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES), ExitStack() as stack:
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # the earlier run's record says so
        percent = stack.enter_context(open_raster(probability))
        check_bytes(probability, percent)
        run = read_run(probability, percent.tags())
        run = replace(run, task=_known_task(run.task, probability))
        run = replace(run, limits=run.limits or TASKS[run.task].limits)
        tells_directions = ClassCode.DETECTED not in TASKS[run.task].codes
        tells_possible = run.method.possible_threshold is not None
        kinds = [CLASS, *([POSSIBLE] if tells_possible else []), *([CHANGE_DB] if tells_directions else [])]
        rasters = {PROBABILITY: percent}
        for kind, path in ((kind, MapFiles.of_probability(probability).find(kind)) for kind in kinds):
            if path:
                rasters[kind] = stack.enter_context(open_raster(path))
                check_same_grid(percent, rasters[kind])
        if POSSIBLE in rasters:
            check_bytes(rasters[POSSIBLE].name, rasters[POSSIBLE], POSSIBLE)
        if tells_directions:
            _check_change(rasters.get(CHANGE_DB), probability)
        if ClassCode.REFERENCE_WATER in TASKS[run.task].codes and CLASS not in rasters:
            raise _missing(CLASS, probability, "It tells water that is always there from the flood.")
        yield _Earlier(run, Grid(percent.height, percent.width, percent.transform, percent.crs), rasters)


class _MapAnew:
    """One map in the making, of an earlier run's rasters."""

    def __init__(self, job: RethresholdJob, earlier: _Earlier, listener: Listener) -> None:
        self.job, self.earlier, self.listener = job, earlier, listener
        self.started = time.monotonic()

    def write(self) -> Result:
        """Write the files of the map; return the result."""
        job, earlier, run = self.job, self.earlier, self.earlier.run
        counts = MapStatistics(earlier.areas(), job.threshold)
        with Product(job.output, earlier.grid, earlier.legend(), job.overwrite, earlier.beside()) as product:
            temporary = list(product.temporary.values())
            self.listener.report(Event("started", {"device": "CPU", "tiles": earlier.grid.height, "temporary": temporary}))
            self.listener.notice_all(_notices(run, job.probability, earlier.rasters))
            self._write_rows(product, counts)
            TASK_CLASSES[run.task].finish_anew(run, product, counts, self.listener.cancelled)
            self.listener.notice_all([] if run.before else record.reference_not_seen(counts))
            result = record.result(run.task, product.files, counts, _made_anew(run, job, self.listener.notices), "")
            written = _record_anew(run, result, job, time.monotonic() - self.started)
            product.finish(written, lambda _class, _png: None, self.listener.stop_if_cancelled)
        return result

    def _write_rows(self, product: Product, counts: MapStatistics) -> None:
        """Classify, write and count all rows. Raises `Cancelled`."""
        for first, rows in self.earlier.strips():
            self.listener.stop_if_cancelled()
            classes = self.earlier.classify(rows, self.job.threshold)
            product.write({**rows, CLASS: classes})
            counts.add(classes, rows[PROBABILITY], first)
            done = {"done": first + len(classes), "total": self.earlier.grid.height, "seconds_left": None}
            self.listener.report(Event("progress", done))


def _check_change(change: rasterio.DatasetReader | None, probability: str) -> None:
    """Refuse a map of change without the change in dB, which says what is decrease. Raises `InputError`."""
    needed = "It tells decrease from increase."
    if change is None:
        raise _missing(CHANGE_DB, probability, needed)
    if change.dtypes[0] != "int16":
        found = f"{PurePath(change.name).name} is of type {change.dtypes[0]}, not the change in dB that the run wrote (int16)."
        raise InputError(found, needed, _PUT_BACK)


def _missing(kind: str, probability: str, needed: str) -> InputError:
    """Return the error that a raster without which the map would be wrong does not lie beside the probability."""
    name = MapFiles.of_probability(probability).path(kind).name
    return InputError(f"{name} does not lie beside {PurePath(probability).name}.", needed, _PUT_BACK)


def _known_task(task: str, probability: str) -> str:
    """Return what a map is taken to show. Raises `InputError` where it is none of Tidemark's tasks."""
    if task and task not in TASKS:
        raise InputError(
            f"The record of {PurePath(probability).name} tells of the task '{task[:60]}'.",
            f"This Tidemark knows {', '.join(TASKS)}.",
            "Update Tidemark, or take the record that was written with the map.",
        )
    return task or FIRST_TASK


def _notices(run: RunRecord, probability: str, rasters: Collection[str]) -> list[str]:
    name, files = PurePath(probability).name, MapFiles.of_probability(probability)
    notices = [f"{text} It is taken for a map of {TASKS[FIRST_TASK].detects}." for text in run.about_unknown(name)]
    notices += TASK_CLASSES[run.task].notices_anew(run)
    if CLASS not in rasters:
        notices.append(f"The class raster of the run does not lie beside {name}: what the run had left out is not left out here.")
    if run.method.possible_threshold is not None and POSSIBLE not in rasters:
        notices.append(f"{files.path(POSSIBLE).name} does not lie beside {name}: possible water is not told from dry ground here.")
    elif run.method.possible_threshold is None and files.find(POSSIBLE):
        found = f"No record tells where {files.path(POSSIBLE).name} shows possible water: it is not told from dry ground here."
        do = f"Put PREFIX_{RUN}.json back beside it, or run the detection again."
        notices.append(f"{found} {do}")
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
