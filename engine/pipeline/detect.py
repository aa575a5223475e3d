"""The pipeline of one run: scene, windows, probability, class, files."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window

from ..contract.card import STRETCHED, Card
from ..contract.errors import Cancelled, InputError
from ..contract.job import Event, Job, Result, check_options
from ..contract.tasks import TASKS, task_shown, with_codes
from ..masks.exclusions import Exclusions
from ..masks.land import Land, open_land
from ..masks.reference_water import open_reference
from ..methods import dark_spot
from ..methods.method import Method, choose_card
from ..methods.prepare import prepare
from ..methods.two_sensors import RAMP, BesideRadar, Optical, open_optical
from ..products import quicklook
from ..products.statistics import Tally
from ..products.writer import Product
from ..raster.ground import map_coordinates, pixel_areas
from ..raster.radiometry import ScaleOpen
from ..raster.resample import PixelWindow, View, working_shape
from ..raster.scene import Grid, Scene, open_scene
from ..raster.two_dates import Pair, in_order, join
from ..raster.warp import Readable
from ..tasks.classify import ChangeClassifier, Classifier
from ..tasks.oil import DarkFeatures, Outcome
from . import record
from .tiling import sweep
from .tiling_plan import plan_axis

_LARGEST_WINDOW = 1024
_CLASSICAL_PIXEL = (10.0, (0.0, float("inf")))
_ROWS_AT_ONCE = 128
_CONTEXT = 64
_OUTPUT_CACHE_BYTES = 32 * 2**20


def detect(job: Job, report: Callable[[Event], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False) -> Result:
    """Map an image, or what is new since an image before, and write the result.

    Args:
        job: what to do.
        report: takes the events ``started``, ``progress`` and ``notice`` while the run goes on.
        cancelled: asked several times a second whether to stop.

    Raises:
        InputError, ModelError, OutputError: what the user has to change; nothing is written then.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    check_options(job)
    threads = job.threads or os.cpu_count() or 1
    notices: list[str] = []

    def notice(text: str) -> None:
        if text not in notices:
            notices.append(text)
            report(Event("notice", {"text": text}))

    shown = replace(job, task=task_shown(job))
    if shown != job:
        notice("One date, and no knowledge of where water usually is: this map shows water, not flood.")
    task = TASKS[shown.task]
    with ExitStack() as stack:
        stack.enter_context(rasterio.Env(GDAL_NUM_THREADS=threads))
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # said as a notice
        before = job.find_source("before")
        sources = [job.source("after"), *([before] if before else [])]
        card = choose_card(job)
        any_polarisation = task.any_polarisation or (card is not None and card.compares_dates)
        scenes = [stack.enter_context(open_scene(source, job.zeros, any_polarisation)) for source in sources]
        if shown.task == "change":
            scenes = in_order(scenes, notice)
        optical = None
        if card is not None and card.optical is not None and shown.find_source("optical") is not None:
            optical = stack.enter_context(open_optical(shown, card.optical, card.stretch_percentiles, scenes[0].grid))
        cache = sum(scene.block_row_bytes for scene in scenes) + (optical.block_row_bytes if optical else 0) + _OUTPUT_CACHE_BYTES
        stack.enter_context(rasterio.Env(GDAL_CACHEMAX=cache))
        land = stack.enter_context(open_land(job.land, scenes[0].grid, notice)) if job.task == "oil" else None
        return _Run(shown, card, scenes, optical, land, threads, notice, notices, report, cancelled).result()


class _Run:
    """One run over one open scene, or two of the same place."""

    def __init__(
        self,
        job: Job,
        card: Card | None,
        scenes: Sequence[Scene],
        optical: Optical | None,
        land: Land | None,
        threads: int,
        notice: Callable[[str], None],
        notices: list[str],
        report: Callable[[Event], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self.job, self.scenes, self.notice, self.notices, self.report, self.cancelled = job, scenes, notice, notices, report, cancelled
        self.scene = scene = scenes[0]
        self.card = card
        self.task = TASKS[job.task]
        takes_display = self.card.normalisation in STRETCHED if self.card else self.task.any_polarisation
        for each in scenes:
            _check_scale(each, takes_display)
        self.window = _window(scene.grid, job.extent)
        self.seen = _with_context(self.window, scene.grid)
        self.oil = DarkFeatures(job, scene, land, self.window, card, notice) if job.task == "oil" else None
        pixel_m, pixel_range_m = dark_spot.PIXEL if self.oil else _CLASSICAL_PIXEL
        if self.card:
            pixel_m, pixel_range_m = self.card.pixel_m, self.card.pixel_range_m
        shape = working_shape(self.seen.shape, scene.ground_pixel_m, pixel_m, pixel_range_m)
        wide = -(-shape[1] // (_LARGEST_WINDOW // 2))
        self.image: Readable = self.oil.sea if self.oil else join(scenes, notice, matched=job.task == "change")
        if optical is not None and isinstance(self.image, Pair):
            for text in optical.differences():
                notice(text)
            self.image = BesideRadar(self.image, optical, self.window, round(RAMP * max(1.0, self.seen.shape[0] / shape[0])))
        seen_m = float(np.mean(scene.ground_pixel_m or (pixel_m, pixel_m))) if shape == self.seen.shape else pixel_m
        self.method: Method = prepare(job, self.card, scenes, self.image, threads, wide, seen_m, notice)
        self.channels = self.method.bands * self.method.dates + self.method.beside
        hidden = land.mask if land else None
        self.view = View(self.image, self.seen, shape, self.channels, scene.is_display, hidden, len(self.method.beside))
        self.rows, self.columns = (plan_axis(length, *self._window_limits()) for length in shape)

    def result(self) -> Result:
        """Do the run."""
        started = time.monotonic()
        job, w = self.job, self.window
        grid = self.scene.grid.part(w.first_row, w.last_row, w.first_column, w.last_column)
        extra = {**({"quicklook": job.quicklook} if job.quicklook else {}), **(self.oil.files() if self.oil else {})}
        areas = pixel_areas(grid.crs, grid.transform, grid.height, grid.width) if grid.crs else None
        with ExitStack() as stack:
            left_out = stack.enter_context(Exclusions(job, grid, self.notice, self.oil.left_out if self.oil else None))
            usual = stack.enter_context(open_reference(job, grid, self.notice))
            in_db = job.task == "change" and not self.scene.is_display
            product = Product(job.output, grid, with_codes(self.task, left_out.codes), job.overwrite, extra, in_db)
            tiles = self.rows.count * self.columns.count
            temporary = list(product.temporary.values())  # told before they are made: whoever kills this run can then clean up
            temporary += self.oil.open_file(product, stack) if self.oil else []
            self.report(Event("started", {"device": self.method.describe_device(), "tiles": tiles, "temporary": temporary}))
            stack.enter_context(product)
            counts = Tally(areas, self.method.threshold)
            classifier: Classifier | ChangeClassifier = (
                ChangeClassifier(self.method.threshold, left_out.rows)
                if job.task == "change"
                else Classifier(self.method.threshold, usual.rows if usual else None, left_out.rows, self.method.dates == 2)
            )
            self._map(product, classifier, counts, tiles, started)
            found = self.oil.finish(product, counts, areas, self.method, self.cancelled) if self.oil else Outcome("", {})
            beside = self.image if isinstance(self.image, BesideRadar) else None
            said = [*([beside.notice()] if beside else []), *(usual.notices() if usual else [])]
            for text in (*said, *record.advice(self.scenes, self.method, counts, self.view.resampled), *left_out.notices()):
                self.notice(text)
            device = self.method.describe_device() if self.method.card else ""
            result = record.result(job.task, product.files, counts.pixels, counts.hectares, grid.crs is not None, self.notices, device)
            result = replace(result, summary=result.summary + found.words)
            run = replace(
                record.run_record(job, self.scenes, self.method, result, self.view),
                reference_water=usual.description if usual else "",
                left_out=left_out.used,
                optical=beside.record() if beside else None,
                task_facts=found.record,
                seconds=round(time.monotonic() - started, 1),
            )
            product.finish(run, self._draw)
        return result

    def _map(self, product: Product, classifier: Classifier | ChangeClassifier, counts: Tally, tiles: int, started: float) -> None:
        done = 0

        def tick(more: int) -> None:
            nonlocal done
            if self.cancelled():
                raise Cancelled
            if more:
                done += more
                seconds = time.monotonic() - started
                self.report(Event("progress", {"done": done, "total": tiles, "seconds_left": round(seconds / done * (tiles - done), 1)}))

        top, left = self.window.first_row - self.seen.first_row, self.window.first_column - self.seen.first_column
        height, width = self.window.shape
        seen_row = written = 0
        method = self.method
        fill = np.full(len(self.channels), np.nan, np.float32) if method.sees_gaps else self.image.median_db(self.channels)
        for finished in sweep(self.view, method.predict, method.layers, self.rows, self.columns, fill, method.workers, tick):
            for layers, observed in self.view.restore(finished):
                rows = len(observed)
                first = min(max(top - seen_row, 0), rows)
                last = min(max(top + height - seen_row, 0), rows)
                seen_row += rows
                for row in range(first, last, _ROWS_AT_ONCE):
                    part = np.s_[row : min(row + _ROWS_AT_ONCE, last), left : left + width]
                    decided = classifier.rows(layers[(slice(None), *part)], observed[part], written)
                    product.write(decided)
                    counts.add(decided["class"], decided["probability"], written)
                    written += len(decided["class"])

    def _window_limits(self) -> tuple[int, int, int]:
        multiple = self.method.window_multiple
        overlap = self.method.overlap
        return max(_LARGEST_WINDOW, 2 * overlap + multiple), overlap, multiple

    def _draw(self, class_path: str, png_path: str) -> None:
        w = self.window
        window = Window(w.first_column, w.first_row, w.shape[1], w.shape[0])
        quicklook.draw(self.scene.thumbnail_db(window, quicklook.picture_shape(*w.shape)), class_path, png_path)


def _check_scale(scene: Scene, takes_display: bool) -> None:
    scale = scene.scale
    if isinstance(scale, ScaleOpen):
        raise scale.error()
    if scale.name == "display" and not takes_display:
        raise InputError(
            "The image holds display values (8 bit), not backscatter.",
            "This task needs calibrated values: decibels, power or amplitude.",
            "Use the image before it was made for display, or another download of it (sigma nought or gamma nought).",
        )


def _window(grid: Grid, extent: tuple[float, float, float, float] | None) -> PixelWindow:
    """Return the pixels that an extent touches. Raises `InputError` where it is empty or lies outside."""
    if extent is None:
        return PixelWindow(0, grid.height, 0, grid.width)
    xmin, ymin, xmax, ymax = extent
    words = f"The extent is {xmin:g}, {ymin:g}, {xmax:g}, {ymax:g}"
    if not (np.isfinite(extent).all() and xmin < xmax and ymin < ymax):
        raise InputError(f"{words}: it is empty.", "It is XMIN,YMIN,XMAX,YMAX with XMIN < XMAX and YMIN < YMAX.", "Correct the extent.")
    columns, rows = map_coordinates(~grid.transform, np.array([xmin, xmin, xmax, xmax]), np.array([ymin, ymax, ymin, ymax]))
    first_row, last_row = max(0, int(np.floor(rows.min() + 1e-6))), min(grid.height, int(np.ceil(rows.max() - 1e-6)))
    first_column, last_column = max(0, int(np.floor(columns.min() + 1e-6))), min(grid.width, int(np.ceil(columns.max() - 1e-6)))
    if first_row >= last_row or first_column >= last_column:
        raise InputError(
            f"{words}: it does not meet the image.",
            "It is given in the image's own coordinate reference system.",
            "Choose an extent inside the image (tidemark info shows where it lies).",
        )
    return PixelWindow(first_row, last_row, first_column, last_column)


def _with_context(window: PixelWindow, grid: Grid) -> PixelWindow:
    """Widen a window by what a network should see around it, to whole multiples of 64 pixels of the image.

    So an extent moved by a little meets the same windows, and its edge is not the network's edge.
    """

    def down(value: int) -> int:
        return max(0, (value - _CONTEXT) // _CONTEXT * _CONTEXT)

    def up(value: int, limit: int) -> int:
        return min(limit, -(-(value + _CONTEXT) // _CONTEXT) * _CONTEXT)

    return PixelWindow(
        down(window.first_row), up(window.last_row, grid.height), down(window.first_column), up(window.last_column, grid.width)
    )
