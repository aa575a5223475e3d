"""The pipeline of one run: open the images, plan the windows, map them, and finish the files."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, nullcontext
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.crs import CRS
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window

from ..contract.classes import ClassCode
from ..contract.errors import InputError
from ..contract.job import Event, Job, Result, check_options, task_shown
from ..contract.record import RunRecord
from ..contract.tasks import with_codes
from ..masks.exclusions import Exclusions
from ..masks.reference_water import open_reference
from ..methods.context import RunContext
from ..methods.method import choose_card
from ..products import quicklook
from ..products.inputs import protect_inputs
from ..products.progress import Progress
from ..products.statistics import MapStatistics
from ..products.writer import Product
from ..raster.arrays import DoubleArray
from ..raster.grid import Grid, shifted_to
from ..raster.ground import map_coordinates, pixel_areas, transform_points
from ..raster.resample import View, working_shape
from ..sentinel1.sources import with_images
from ..tasks.registry import TASK_CLASSES
from ..tasks.task import Aftermath, Place, RowClassifier, Task
from . import record
from .concurrency import Behind
from .tiling import LARGEST_WINDOW, ROWS_AT_ONCE, plan_windows, predict_rows

_CONTEXT = 64
_POINTS = 33
"""Points along each side of an extent that is brought into another reference system."""
_OPENING_CACHE = 64 * 2**20
"""While images are opened: the blocks along their edges and of samples are looked at once, and would stay in memory."""
_LEAST_OUTPUT_CACHE = 32 * 2**20
_OUTPUT_CACHE_ROWS = 4 * 512
"""A row of blocks of as many as four rasters is written at once: with less, it would push blocks out of the cache that are read on."""
_OF_ONE_THREAD = 1.5
"""As much for the output where there is one thread: with less it was seen to decode the same blocks up to four times."""
_WAITING = 4
"""Parts that may wait to be written."""


def detect(
    job: Job,
    report: Callable[[Event], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    turn: AbstractContextManager[Any] | None = None,
) -> Result:
    """Map an image, or what is new since an image before, and write the result.

    Args:
        job: what to do.
        report: takes the events ``started``, ``progress`` and ``notice`` while the run goes on.
        cancelled: asked several times a second whether to stop.
        turn: held while windows are predicted and their rows written; None: whenever it likes. Runs side by side that share a lock open
            and finish their images while another one predicts, and do not take memory for windows at once.

    Raises:
        InputError, ModelError, OutputError: what the user has to change; nothing is written then.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    check_options(job)
    ready = with_images(job, report, cancelled)
    job = ready.job
    run = RunContext(replace(job, task=task_shown(job)), choose_card(job), report, cancelled, ready.options, ready.products)
    run.notice_all(ready.notices)
    if run.job != job:
        run.notice("One date, and no knowledge of where water usually is: this map shows water, not flood.")
    with ExitStack() as stack:
        stack.enter_context(rasterio.Env(GDAL_NUM_THREADS=run.threads, GDAL_CACHEMAX=_OPENING_CACHE))
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # said as a notice
        protect_inputs(job, [str(path) for path in run.card.files] if run.card else [])
        task = TASK_CLASSES[run.job.task].open(run, stack)
        written = max(_LEAST_OUTPUT_CACHE, _OUTPUT_CACHE_ROWS * task.scene.grid.width) * (_OF_ONE_THREAD if run.threads == 1 else 1)
        stack.enter_context(rasterio.Env(GDAL_CACHEMAX=task.opened_bytes + int(written)))
        return _Mapping(run, task).write(turn or nullcontext())


class _Mapping:
    """One map in the making: the windows of a task, planned, and the files that are made of them."""

    def __init__(self, run: RunContext, task: Task) -> None:
        self.run, self.task, self.started = run, task, time.monotonic()
        self.option_files = record.option_files(run.options)  # before they are read: who changes one meanwhile has not changed this map
        self.place = _plan_place(task, run.job.extent)
        image = task.image(self.place)
        self.method = method = task.method(self.place)
        in_db = 0 if task.scene.is_display else len(method.channels) - len(method.beside)
        self.view = View(image, self.place.seen, self.place.shape, method.channels, in_db, task.hidden)
        self.fill = np.full(len(method.channels), np.nan, np.float32) if method.sees_gaps else image.median_db(method.channels)
        self.tiling = plan_windows(self.place.shape, method.pixel_bytes, method.overlap, method.window_multiple)

    def write(self, turn: AbstractContextManager[Any]) -> Result:
        """Write the files of the map; return the result. For `turn` see `detect`."""
        job, task, w = self.run.job, self.task, self.place.window
        grid = task.scene.grid.part(w.row_off, w.row_off + w.height, w.col_off, w.col_off + w.width)
        areas = pixel_areas(grid.crs, grid.transform, grid.height, grid.width) if grid.crs else None
        extra = {**({"quicklook": job.quicklook} if job.quicklook else {}), **task.extra_files()}
        with ExitStack() as stack:
            left_out = stack.enter_context(Exclusions(job, grid, self.run.notice, task.left_out))
            reference = stack.enter_context(open_reference(job, grid, self.run.notice))
            possible = [] if self.method.possible_threshold is None else [ClassCode.POSSIBLE_WATER]
            legend = with_codes(self.run.spec, [*left_out.codes, *possible])
            predicting = stack.enter_context(ExitStack())
            predicting.enter_context(turn)
            self.run.stop_if_cancelled()
            product = Product(job.output, grid, legend, job.overwrite, task.rasters_beside(self.method), extra)
            # Told before they are made: whoever kills this run can then clean up.
            temporary = [*product.temporary.values(), *task.begin_files(product, stack)]
            started = {"device": self.method.describe_device(), "tiles": self.tiling.count, "temporary": temporary}
            self.run.report(Event("started", started))
            stack.enter_context(product)
            counts = MapStatistics(areas, self.method.threshold)

            def write(rows: dict[str, npt.NDArray[Any]]) -> None:
                counts.add(rows["class"], rows["probability"], product.rows)
                product.write(rows)

            classified = self._classified_rows(task.classifier(self.method, left_out, reference))
            with closing(classified), Behind(write, _WAITING) as behind:
                for rows in classified:
                    behind.put(rows)
            predicting.close()
            aftermath = task.finish(product, counts, areas, self.method)
            self.run.notice_all([*task.notices(), *(reference.notices() if reference else [])])
            self.run.notice_all(record.advice(task.scenes, self.method, counts, self.view.resampled))
            self.run.notice_all(left_out.notices())
            result, written = self._in_words(product.files, counts, aftermath)
            written = replace(
                written,
                option_files=self.option_files,
                reference_water=reference.description if reference else "",
                left_out=left_out.used,
            )
            product.finish(written, partial(self._draw, written.fingerprint), self.run.stop_if_cancelled)
        return result

    def _in_words(self, files: Mapping[str, str], counts: MapStatistics, aftermath: Aftermath) -> tuple[Result, RunRecord]:
        """Return the result and the run record, but for what lay over the map."""
        job, task = self.run.job, self.task
        device = self.method.describe_device() if self.method.card else ""
        result = record.result(job.task, files, counts, self.run.notices, device)
        result = replace(result, summary=result.summary + aftermath.words)
        return result, replace(
            record.run_record(self.run, task.scenes, self.method, result, self.view),
            optical=task.optical_record(),
            task_facts=aftermath.record,
            seconds=round(time.monotonic() - self.started, 1),
        )

    def _classified_rows(self, classifier: RowClassifier) -> Generator[dict[str, npt.NDArray[Any]], None, None]:
        """Yield the map's rasters by kind, some rows at a time, from top to bottom. Raises `Cancelled`."""
        window, seen = self.place.window, self.place.seen
        top, left = window.row_off - seen.row_off, window.col_off - seen.col_off
        height, width = window.height, window.width
        seen_row = written = 0
        progress = Progress(self.tiling.count, self.run.report, self.run.cancelled)
        with closing(predict_rows(self.view, self.method, self.tiling, self.fill, progress.tick)) as strips:
            for predicted in strips:
                for layers, observed in self.view.restore(predicted):
                    first = min(max(top - seen_row, 0), len(observed))
                    last = min(max(top + height - seen_row, 0), len(observed))
                    seen_row += len(observed)
                    for row in range(first, last, ROWS_AT_ONCE):
                        part = np.s_[row : min(row + ROWS_AT_ONCE, last), left : left + width]
                        yield classifier.rows(layers[(slice(None), *part)], observed[part], written)
                        written += len(observed[part])

    def _draw(self, fingerprint: str, class_path: str, png_path: str) -> None:
        window, scene = self.place.window, self.task.scene
        backscatter = scene.thumbnail_db(window, quicklook.picture_shape(window.height, window.width))
        quicklook.draw(backscatter, scene.is_display, class_path, png_path, self.run.spec.colour, fingerprint)


def _plan_place(task: Task, extent: tuple[float, float, float, float] | None) -> Place:
    """Return where to look for a map of an extent. Raises `InputError` where it is empty or lies outside."""
    grid, size = task.scene.grid, task.scene.ground_pixel_m
    given = next(scene.grid for scene in task.scenes if scene.source.role == "after")  # two dates may have been put in order
    window = _window(grid, extent, given)
    seen = _with_context(window, grid)
    pixel_m, pixel_range_m = task.working_pixel
    shape = working_shape((seen.height, seen.width), size, pixel_m, pixel_range_m)
    seen_m = float(np.mean(size or (pixel_m, pixel_m))) if shape == (seen.height, seen.width) else pixel_m
    return Place(window, seen, shape, seen_m, side_by_side=-(-shape[1] // (LARGEST_WINDOW // 2)))


def _window(grid: Grid, extent: tuple[float, float, float, float] | None, given: Grid) -> Window:
    """Return the pixels that an extent in the coordinates of the grid `given` touches. Raises `InputError` where it is empty or outside."""
    if extent is None:
        return Window(0, 0, grid.width, grid.height)
    xmin, ymin, xmax, ymax = extent
    words = f"The extent is {xmin:g}, {ymin:g}, {xmax:g}, {ymax:g}"
    if not (np.isfinite(extent).all() and xmin < xmax and ymin < ymax):
        raise InputError(f"{words}: it is empty.", "It is XMIN,YMIN,XMAX,YMAX with XMIN < XMAX and YMIN < YMAX.", "Correct the extent.")
    with np.errstate(over="ignore", invalid="ignore"):  # numbers too large to be counted in pixels
        points = map_coordinates(~shifted_to(grid, given).transform, *_outline(extent, given.crs, grid.crs))
    columns, rows = np.nan_to_num(points[0]), np.nan_to_num(points[1])
    first_row, last_row = max(0, int(np.floor(rows.min() + 1e-6))), min(grid.height, int(np.ceil(rows.max() - 1e-6)))
    first_column, last_column = max(0, int(np.floor(columns.min() + 1e-6))), min(grid.width, int(np.ceil(columns.max() - 1e-6)))
    if first_row >= last_row or first_column >= last_column:
        raise InputError(
            f"{words}: it does not meet the image.",
            "It is given in the image's own coordinate reference system.",
            "Choose an extent inside the image (tidemark info shows where it lies).",
        )
    return Window.from_slices((first_row, last_row), (first_column, last_column))


def _outline(extent: tuple[float, float, float, float], crs: CRS | None, target: CRS | None) -> tuple[DoubleArray, DoubleArray]:
    """Return points of an extent (x, y) in another reference system: its corners, or more where its edges are bent there."""
    xmin, ymin, xmax, ymax = extent
    if crs is None or target is None or crs == target:
        return np.array([xmin, xmin, xmax, xmax]), np.array([ymin, ymax, ymin, ymax])
    x, y = transform_points(crs, target, *np.meshgrid(np.linspace(xmin, xmax, _POINTS), np.linspace(ymin, ymax, _POINTS)))
    known = np.isfinite(x) & np.isfinite(y)
    return (x[known], y[known]) if known.any() else (x, y)


def _with_context(window: Window, grid: Grid) -> Window:
    """Widen a window by what a network should see around it, to whole multiples of 64 pixels of the image.

    So an extent moved by a little meets the same windows, and its edge is not the network's edge.
    """

    def down(value: int) -> int:
        return max(0, (value - _CONTEXT) // _CONTEXT * _CONTEXT)

    def up(value: int, limit: int) -> int:
        return min(limit, -(-(value + _CONTEXT) // _CONTEXT) * _CONTEXT)

    rows = down(window.row_off), up(window.row_off + window.height, grid.height)
    return Window.from_slices(rows, (down(window.col_off), up(window.col_off + window.width, grid.width)))
