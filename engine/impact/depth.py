"""Estimate how deep a flood is: a water surface over each connected body, less the ground, and never below zero."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from html import escape
from pathlib import Path, PurePath
from types import TracebackType

import numpy as np
import rasterio
import scipy
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..contract.classes import ClassCode
from ..contract.errors import InputError
from ..contract.filenames import check_ending, styles_of
from ..contract.impact import DEPTH, FIRST_LOOK, TITLES, ImpactRecord
from ..contract.job import Event
from ..contract.overwriting import STYLES_FOLDER
from ..contract.record import RunRecord, hectares_in_words, now
from ..contract.requests import DepthJob
from ..contract.tasks import WATER, shows_water
from ..products.inputs import protect_inputs
from ..products.overviews import overview_factors
from ..products.places import check_blocks, check_place, move_sidecar, temporary, unwritable
from ..products.progress import Progress
from ..products.reader import ClassMap, ClassStrip, open_class_map
from ..raster.arrays import ByteArray, DoubleArray, FloatArray
from ..raster.files import RASTER_ERRORS
from ..raster.grid import Grid
from ..raster.ground import ground_pixel_m
from ..vector.zones import lay_out
from .depth_sums import DepthSums, Row
from .estimate import Estimate, Tables
from .features import Zones, read_zones
from .heights import Heights
from .nodes import IS_FLOODED, NodeGatherer, Nodes, number_nodes
from .surface import ESTIMATED, REASONS, Surface, lay_surface

METHOD = (
    "Along the edge between water and observed dry ground, the ground's height is that of the water; edges of what was not mapped or not "
    "observed tell nothing. Outliers are left out, and a surface is laid over each connected body, after INFLOS (Caretto et al. 2025, doi "
    "10.3390/rs17020329) and FwDET (Cohen et al. 2018, doi 10.1111/1752-1688.12609; 2022, doi 10.3390/rs14215313). Depth is this surface "
    "less the ground."
)
_MANY_PIXELS = 60_000_000
_CELLS = 8, 16
_SMOOTH_FROM_M = 0.2
"""Noise of a DEM from which its ground is smoothed over 3 x 3 pixels, as FwDET does."""
_NODATA, _BLOCK = -9999.0, 256


def depth(job: DepthJob, report: Callable[[Event], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False) -> Estimate[Row]:
    """Write a raster of the flood's depth in metres, with styles, a table of bodies and zones, and a record.

    The map is read twice, in strips of rows; what is kept of it are some hundred bytes for each cell of 8 or 16 pixels with water.

    Args:
        report: takes ``notice``, ``started`` and ``progress``, in rows.
        cancelled: asked at every strip of rows whether to stop.

    Raises:
        InputError, OutputError: what the user has to change, and maps of which no depth can be told; nothing is written then.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    check_ending(job.output, (".tif",), "Depths are written to a .tif.", "Give e.g. flood_depth.tif.")
    protect_inputs(job)
    check_place(job.output, job.outputs(), job.overwrite)
    with open_class_map(job.raster, classes_only=True) as raster, ExitStack() as stack:
        _check_task(raster)
        heights = stack.enter_context(Heights(job.dem, raster.grid))
        zones = read_zones(job.zones, job.zone_field, raster.grid)
        tables = stack.enter_context(Tables(job.output, job.overwrite))
        file = stack.enter_context(DepthFile(job.output, raster.grid))
        progress = Progress(2 * raster.grid.height, report, cancelled)
        report(Event("started", {"device": "CPU", "tiles": progress.total, "temporary": [*file.temporary.values(), *tables.temporary]}))
        work = _Passes(raster, heights, zones)
        nodes, surface = work.lay(progress)
        sums = work.write(nodes, surface, file, progress)
        notices = (*raster.run.about_unknown(PurePath(job.raster).name), *zones.notices, *_notices(raster, surface, sums, heights))
        for text in notices:
            report(Event("notice", {"text": text}))
        rows = tuple(sums.rows(raster.grid))
        record = _record(job, raster, rows, surface, notices)
        tables.write(Row.names(), [row.values() for row in rows], record)
        file.finish(raster.run, escape(raster.run.title))
        tables.finish()
    return Estimate(rows, record, {"depth": job.output, "table": tables.table, "record": tables.record})


def _check_task(raster: ClassMap) -> None:
    if not shows_water(raster.run.task):
        raise InputError(
            f"{PurePath(raster.path).name} is a map of '{raster.run.title}', which is no water.",
            "Depths can be told of water and floods.",
            "Choose the class raster of a run for water or a flood.",
        )


class _Passes:
    """Goes through the map twice: for the surfaces, and for the depths."""

    def __init__(self, raster: ClassMap, heights: Heights, zones: Zones) -> None:
        grid = raster.grid
        self._raster, self._heights, self._zones = raster, heights, zones
        self._cell = _CELLS[grid.width * grid.height > _MANY_PIXELS]
        self._pixel_m = float(np.sqrt(np.prod(ground_pixel_m(grid.crs, grid.transform, grid.width / 2, grid.height / 2))))

    def lay(self, progress: Progress) -> tuple[Nodes, Surface]:
        """Gather the flood and lay its surfaces. Raises `InputError` where there is no flood, or none of which anything can be told."""
        gatherer, wet = NodeGatherer(self._cell), 0
        for first, strip, classes in _with_neighbours(progress.over(self._raster.strips())):
            wet += int(np.count_nonzero(IS_FLOODED[strip.classes]))
            gatherer.add(classes, self._heights.rows(first - 1, first + len(strip.classes) + 1))
        if not wet:
            raise InputError("The map shows no flood.", "Without one there is no depth.", "Choose another map.")
        nodes = gatherer.finish()
        surface = lay_surface(nodes, self._cell, self._pixel_m, self._heights.pixel_m)
        self._refuse_nothing(nodes, surface)
        return nodes, surface

    def _refuse_nothing(self, nodes: Nodes, surface: Surface) -> None:
        state = surface.state
        if (state == ESTIMATED).any():
            return
        largest = int(np.argmax(np.bincount(surface.body, nodes.pixels, len(state))))
        raise InputError(
            f"No depth can be told of any body of water: of the largest one, {REASONS[int(state[largest])]}.",
            f"A dry edge that was observed, and heights along it, are needed (the DEM's pixels are {self._heights.pixel_m:.0f} m).",
            "Choose a finer DEM that covers the flood, or a map that shows more of the flood's edge.",
        )

    def write(self, nodes: Nodes, surface: Surface, file: DepthFile, progress: Progress) -> DepthSums:
        """Write the depths and add them up."""
        sums = DepthSums(surface, self._zones)
        sheets = lay_out(self._zones.shapes) if len(self._zones.shapes) else None
        offset = row = 0
        for strip in progress.over(self._raster.strips()):
            last = row + len(strip.classes)
            number, count = number_nodes(strip.classes, self._cell)
            ground = _ground(self._heights.rows(row - 1, last + 1), surface.noise_m)
            at = np.nonzero((number > 0) & IS_FLOODED[strip.classes])
            node = number[at].astype(np.int64) - 1 + offset
            level = surface.level(node, at[1] + 0.5, at[0] + 0.5 + row)
            found = np.maximum(level - ground[at], 0.0)
            depths = np.full(strip.classes.shape, np.nan, np.float32)
            depths[at] = found
            file.write(depths, row)
            hectares = np.broadcast_to(strip.hectares, strip.classes.shape)
            sums.add_bodies(surface.body[node], found, hectares[at], level)
            sums.add_map(strip.classes, strip.hectares[0])
            for owner in sheets.owners(row, last, self._raster.grid.width) if sheets is not None else ():
                sums.add_zones(owner, strip.classes, depths, hectares)
            offset, row = offset + count, last
        sums.place(nodes)
        return sums


def _with_neighbours(strips: Iterator[ClassStrip]) -> Iterator[tuple[int, ClassStrip, ByteArray]]:
    """Yield strips with their first row, and their classes with a row above and below, which was not observed beside the image."""
    above: ByteArray | None = None
    waiting: ClassStrip | None = None
    first = 0
    for strip in strips:
        if waiting is not None:
            yield first, waiting, _framed(above, waiting.classes, strip.classes[0])
            above, first = waiting.classes[-1], first + len(waiting.classes)
        waiting = strip
    if waiting is not None:
        yield first, waiting, _framed(above, waiting.classes, None)


def _framed(above: ByteArray | None, classes: ByteArray, below: ByteArray | None) -> ByteArray:
    beside = np.full(classes.shape[1], int(ClassCode.NOT_OBSERVED), np.uint8)
    return np.vstack([beside if above is None else above, classes, beside if below is None else below])


def _ground(heights: FloatArray, noise_m: float) -> DoubleArray:
    """Return the inner rows of heights (rows + 2, width), smoothed over 3 x 3 pixels where the DEM is noisy; voids stay NaN."""
    if noise_m < _SMOOTH_FROM_M:
        return np.asarray(heights[1:-1], np.float64)
    there = np.isfinite(heights)
    total = scipy.ndimage.uniform_filter(np.where(there, heights, 0).astype(np.float64), 3, mode="constant")
    share = scipy.ndimage.uniform_filter(there.astype(np.float64), 3, mode="constant")
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(there, total / share, np.nan)[1:-1])


def _notices(raster: ClassMap, surface: Surface, sums: DepthSums, heights: Heights) -> Iterator[str]:
    total = sums.total()
    for state, hectares in sums.without_estimate().items():
        if hectares > 0:
            yield f"No depth of {hectares_in_words(hectares)}: {REASONS[state]}."
    if sums.void_ha > 0:
        yield f"The DEM has voids: {hectares_in_words(sums.void_ha)} of the flood have no height and no depth."
    if surface.noise_m >= _SMOOTH_FROM_M:
        yield (
            f"Heights along the flood's edge scatter by {surface.noise_m:.1f} m: depths below that are uncertain, "
            "and the ground was smoothed over 3 x 3 pixels."
        )
    if raster.run.task == WATER.name:
        yield "The map shows water on one date, usual water included: below that, a DEM shows the water and not its ground."
    if total.not_estimated_ha > total.estimated_ha:
        yield f"Most of the flood has no depth. {heights.name} or the map's edge tells too little."


def _record(job: DepthJob, raster: ClassMap, rows: tuple[Row, ...], surface: Surface, notices: tuple[str, ...]) -> ImpactRecord:
    whole = rows[0]
    line = (
        f"Depth of {hectares_in_words(whole.estimated_ha)}: {whole.mean_m:.1f} m in the mean, {whole.largest_m:.1f} m at most, "
        f"{_volume(whole.volume_m3)} of water; no depth of {hectares_in_words(whole.not_estimated_ha)}; "
        f"not observed: {whole.not_observed_percent:.1f} % of the image."
    )
    return ImpactRecord(
        kind=DEPTH,
        map=PurePath(job.raster).name,
        fingerprint=raster.run.fingerprint,
        lines=(line,),
        method=METHOD,
        notices=notices,
        inputs=tuple(name for name in (job.dem, job.zones) if name),
        facts={"noise_m": surface.noise_m, "rows": [row.facts() for row in rows if row.what != "body"]},
        written=now(),
    )


def _volume(cubic_metres: float) -> str:
    if cubic_metres >= 1e6:
        return f"{cubic_metres / 1e6:,.1f} million m³".replace(",", " ")
    return f"{cubic_metres:,.0f} m³".replace(",", " ")


class DepthFile:
    """A GeoTIFF of depths in metres. Inside a ``with`` block; leaving it without `finish` removes everything.

    Args:
        path: of the raster.
        grid: of the map.

    Attributes:
        temporary: final path to the one that is written first.
    """

    def __init__(self, path: str, grid: Grid) -> None:
        self._path, self._grid = path, grid
        self.temporary = {place: temporary(place) for place in (path, *map(str, styles_of(path)))}
        self._raster: rasterio.io.DatasetWriter

    def __enter__(self) -> DepthFile:
        grid = self._grid
        profile = {"dtype": "float32", "count": 1, "height": grid.height, "width": grid.width, "crs": grid.crs, "transform": grid.transform}
        profile |= {"nodata": _NODATA, "tiled": True, "blockxsize": _BLOCK, "blockysize": _BLOCK, "bigtiff": "if_safer"}
        profile |= {"compress": "deflate", "zlevel": 6, "predictor": 3}
        try:
            self._raster = rasterio.open(self.temporary[self._path], "w", driver="GTiff", **profile)
        except (*RASTER_ERRORS, OSError) as error:
            self._remove()
            raise unwritable(self._path, error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(*RASTER_ERRORS, OSError):
            self._raster.close()
        self._remove()

    def _remove(self) -> None:
        for part in self.temporary.values():
            for leftover in (part, f"{part}.aux.xml"):
                Path(leftover).unlink(missing_ok=True)

    def write(self, depths: FloatArray, first: int) -> None:
        """Write rows, float32 (rows, width), NaN where there is no depth, from row `first` on. Raises `OutputError`."""
        rows = np.where(np.isnan(depths), np.float32(_NODATA), depths)
        try:
            self._raster.write(rows, 1, window=Window(0, first, self._grid.width, len(rows)))
        except (*RASTER_ERRORS, OSError) as error:
            raise unwritable(self._path, error) from error

    def finish(self, run: RunRecord, title: str) -> None:
        """Add tags, overviews and styles, and give the files their names. Raises `OutputError`.

        Args:
            run: of the map.
            title: for the styles, fit for XML.
        """
        part = self.temporary[self._path]
        try:
            self._raster.close()
            with rasterio.open(part, "r+") as raster:
                raster.update_tags(**{**run.tags(), "TIDEMARK_TITLE": TITLES[DEPTH], "TIDEMARK_LIMITS": FIRST_LOOK})
                raster.set_band_description(1, DEPTH)
                raster.units = ("m",)
                raster.build_overviews(overview_factors(*raster.shape), Resampling.average)
            check_blocks(part)
            for style in styles_of(self._path):
                text = (STYLES_FOLDER / f"{DEPTH}{style.suffix}").read_text(encoding="utf-8").replace("@TITLE@", title)
                Path(self.temporary[str(style)]).write_text(text, encoding="utf-8")
            move_sidecar(part, self._path)
            for place, written in self.temporary.items():
                os.replace(written, place)
        except (*RASTER_ERRORS, OSError) as error:
            raise unwritable(self._path, error) from error
