"""From a product, or several slices of one pass, to an image on a map grid: calibrated, without thermal noise, and placed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
import rasterio
import scipy
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.windows import Window

from ..contract.errors import Cancelled, InputError
from ..contract.job import PREPARING, Event
from ..contract.record import PREPARED_NOTICES
from ..contract.requests import PrepareJob
from ..products.inputs import protect_inputs
from ..products.progress import Progress
from ..raster.arrays import BoolArray, DoubleArray, FloatArray
from ..raster.grid import Grid
from ..raster.ground import ground_pixel_m
from .geometry import RadarGeometry
from .image import BLOCK, PreparedImage
from .map_grid import Block, Lattice, bilinear, choose_grid, pixel_size
from .product import Product, open_pass
from .swath import Swath, needed_columns
from .terrain import Terrain, layover_and_shadow

_PIXEL_M, _MEDIUM_PIXEL_M, _HIGH_RESOLUTION_M = 10.0, 20.0, 10.0
_ROWS_AT_ONCE = 64
_CACHE_BYTES = 128 * 1024 * 1024
_RELIEF_REACH_M = 3000.0
_LEAST_NOTICE_M = 20


@dataclass(frozen=True)
class Prepared:
    """What a preparation wrote: the image, the raster of layover and shadow (empty where no DEM was given), and what to know of them."""

    image: str
    layover: str
    notices: tuple[str, ...]


def prepare(job: PrepareJob, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> Prepared:
    """Prepare an image.

    Args:
        job: what to do.
        report: takes the events ``started``, ``notice`` and ``progress``.
        cancelled: asked between blocks.

    Raises:
        InputError: a product, the DEM or an option that cannot be used.
        OutputError: the image cannot be written; nothing is left then.
        Cancelled: the user stopped it; nothing is left then.
    """
    job.check()
    protect_inputs(job)
    products = open_pass(job.products)
    geometries = [RadarGeometry(product.annotation) for product in products]
    grid = choose_grid(geometries, *grid_wanted(job, products[0]), job.extent)
    notices: list[str] = []

    def notice(text: str) -> None:
        notices.append(text)
        report(Event("notice", {"text": text}))

    for text in (text for product in products for text in product.notices):
        notice(text)
    layover = job.layover if job.dem else ""
    with ExitStack() as stack:
        stack.enter_context(rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES, GDAL_NUM_THREADS="ALL_CPUS"))
        image = stack.enter_context(PreparedImage(job.output, grid, tuple(products[0].channels), job.unit, layover, job.overwrite))
        passes = [_Pass(job, *of, grid, stack) for of in zip(products, geometries, strict=True)]
        total = sum(len(one.blocks) for one in passes)
        if total == 0:
            raise InputError("The extent does not meet the product.", "", "Choose an extent inside it.")
        report(Event("started", {"device": "CPU", "tiles": total, "temporary": image.temporary, "step": PREPARING}))
        notice(passes[0].placement())
        _write_blocks(image, passes, Progress(total, report, cancelled), cancelled)
        image.finish({**_tags(job, products, passes), PREPARED_NOTICES: json.dumps(notices)}, cancelled)
    return Prepared(job.output, layover, tuple(notices))


def _write_blocks(image: PreparedImage, passes: Sequence[_Pass], progress: Progress, cancelled: Callable[[], bool]) -> None:
    """Write the blocks of all slices; what an earlier one saw stays. Raises `Cancelled`."""
    with ThreadPoolExecutor(max(2, os.cpu_count() or 2)) as pool:
        for number, one in enumerate(passes):
            for block, power, hidden in one.run(pool, cancelled):
                width, height = block.last_column - block.first_column, block.last_row - block.first_row
                image.write(Window(block.first_column, block.first_row, width, height), power, hidden, merge=number > 0)
                progress.tick(1)


class _Pass:
    """One slice on its way onto the grid: its blocks in the order in which the satellite saw them."""

    def __init__(self, job: PrepareJob, product: Product, geometry: RadarGeometry, grid: Grid, stack: ExitStack) -> None:
        self._product, self._geometry, self._grid = product, geometry, grid
        self.terrain = None
        if job.dem:
            self.terrain = stack.enter_context(Terrain(job.dem, grid, geometry, job.dem_heights))
        self._lattice = Lattice(geometry, grid, self.terrain.range if self.terrain else None)
        self._pixel_m = ground_pixel_m(grid.crs, grid.transform, grid.width / 2, grid.height / 2)
        self.factor = max(1, round(min(self._pixel_m) / product.annotation.pixel_spacing))
        seen = [(block, self._lattice.reach(block)) for block in _blocks(grid)]
        lines, samples = product.annotation.lines, product.annotation.samples
        seen = [(block, reach) for block, reach in seen if reach[1] >= 0 and reach[0] < lines and reach[3] >= 0 and reach[2] < samples]
        seen.sort(key=lambda found: found[1][1])
        self.blocks = [block for block, _ in seen]
        self._reaches = [reach for _, reach in seen]
        self._job = job
        self.simulated = False

    def run(self, pool: ThreadPoolExecutor, cancelled: Callable[[], bool]) -> Iterator[tuple[Block, FloatArray, BoolArray | None]]:
        """Yield blocks with their backscatter as power, and layover and shadow where there is a DEM. Raises `Cancelled`."""
        if not self.blocks:
            return
        columns = needed_columns(self._reaches, self._product.annotation.samples, self.factor)
        margin = 2 * self.factor
        # From a block on, no later one needs lines before the first line that any of them shows.
        keep_from = np.minimum.accumulate([reach[0] for reach in self._reaches[::-1]])[::-1] - margin
        with Swath(self._product, self._job.calibration, not self._job.keep_noise, columns, self.factor, pool) as swath:
            self.simulated = swath.simulated
            swath.start(int(keep_from[0]))
            done = 0
            while done < len(self.blocks):
                if cancelled():
                    raise Cancelled
                swath.advance(max(int(keep_from[done]), 0))
                ready = done
                while ready < len(self.blocks) and (swath.at_end or self._reaches[ready][1] + margin < swath.end):
                    ready += 1
                for found in pool.map(lambda block: self._map(swath, block), self.blocks[done:ready]):
                    yield found
                    if cancelled():
                        raise Cancelled
                done = ready

    def placement(self) -> str:
        """Return in words by which heights the image is placed, and how far off that may be."""
        if self.terrain is not None:
            raised = self.terrain.raised
            text = "Placed by the heights of the DEM"
            if raised:
                text += (
                    f", which were raised by {raised:.0f} m: they count from a geoid, as the product's own heights on the ellipsoid show"
                )
            return text + "."
        return placement_on_grid(self._geometry)

    def _map(self, swath: Swath, block: Block) -> tuple[Block, FloatArray, BoolArray | None]:
        rows = np.arange(block.first_row, block.last_row, dtype=np.float64)
        columns = np.arange(block.first_column, block.last_column, dtype=np.float64)
        nodes = None if self.terrain is None else _Ground(self.terrain, self._lattice, block, self._pixel_m)
        parts = []
        for first in range(0, rows.size, _ROWS_AT_ONCE):
            some = rows[first : first + _ROWS_AT_ONCE]
            parts.append(swath.sample(*(nodes.positions(some, columns) if nodes else self._lattice.positions(some, columns, None))))
        return block, np.concatenate(parts, axis=1), nodes.hidden() if nodes else None


class _Ground:
    """A block's ground on the nodes of a DEM, with some kilometres around it: image positions, and what slopes hide."""

    def __init__(self, terrain: Terrain, lattice: Lattice, block: Block, pixel_m: tuple[float, float]) -> None:
        self._lattice, self._block, self._step = lattice, block, terrain.step
        self._spacing = (pixel_m[1] * terrain.step, pixel_m[0] * terrain.step)
        margin = int(_RELIEF_REACH_M / min(self._spacing)) + 1
        self._first = (block.first_row // self._step - margin, block.first_column // self._step - margin)
        last = (block.last_row - 1) // self._step + 2 + margin, (block.last_column - 1) // self._step + 2 + margin
        self._height = terrain.read(self._first[0], last[0], self._first[1], last[1])
        inside = (slice(margin, self._height.shape[0] - margin), slice(margin, self._height.shape[1] - margin))
        height = self._height[inside].copy()
        rows, columns = ((np.arange(height.shape[axis]) + self._first[axis] + margin) * float(self._step) for axis in (0, 1))
        self._near = (self._first[0] + margin, self._first[1] + margin)
        unknown = np.isnan(height)
        if unknown.any():
            height[unknown] = lattice.grid_height(rows, columns)[unknown]
        self._line, self._pixel = lattice.positions(rows, columns, height)

    def positions(self, rows: DoubleArray, columns: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
        """Return line and pixel, float64 (R, C), of some rows and columns of the grid: bilinear between the DEM's nodes."""
        at = rows / self._step - self._near[0], columns / self._step - self._near[1]
        return bilinear(self._line, *at), bilinear(self._pixel, *at)

    def hidden(self) -> BoolArray:
        """Return where the block lies in layover or shadow."""
        block, step, height = self._block, self._step, self._height
        shape = (block.last_row - block.first_row, block.last_column - block.first_column)
        unknown = np.isnan(height)
        if unknown.all():
            return np.zeros(shape, np.bool_)
        if unknown.any():
            height = height[tuple(scipy.ndimage.distance_transform_edt(unknown, return_distances=False, return_indices=True))]
        rows, columns = ((np.arange(height.shape[axis]) + self._first[axis]) * float(step) for axis in (0, 1))
        incidence = float(self._lattice.incidence(np.array([rows.mean()]), np.array([columns.mean()]))[0, 0])
        steepest = np.hypot(*np.gradient(height, *self._spacing)).max()
        if steepest < np.tan(np.deg2rad(min(incidence, 90 - incidence))):
            return np.zeros(shape, np.bool_)
        level = np.full(height.shape, height.mean(), np.float32)
        hidden = layover_and_shadow(height, self._lattice.positions(rows, columns, level)[1], incidence, self._spacing)
        row = (np.arange(block.first_row, block.last_row) + step // 2) // step - self._first[0]
        column = (np.arange(block.first_column, block.last_column) + step // 2) // step - self._first[1]
        return hidden[np.ix_(row, column)]


def placement_on_grid(geometry: RadarGeometry) -> str:
    """Return in words how far off an image may be that is placed on the heights of the product's own grid."""
    grid = geometry.grid
    steps = max(float(np.abs(np.diff(grid.height, axis=axis)).max()) for axis in (0, 1))
    off = steps / np.tan(np.deg2rad(float(grid.incidence.min())))
    if off < _LEAST_NOTICE_M:
        return "Placed on the heights of the product's own grid."
    return (
        "Placed on the heights of the product's own grid, some 15 km apart: "
        f"in hills ground is off by up to {off:.0f} m. Heights (--dem; in QGIS: 'Heights (DEM)') correct that."
    )


def _blocks(grid: Grid) -> Iterator[Block]:
    for row in range(0, grid.height, BLOCK):
        for column in range(0, grid.width, BLOCK):
            yield Block(row, min(row + BLOCK, grid.height), column, min(column + BLOCK, grid.width))


def grid_wanted(job: PrepareJob, product: Product) -> tuple[CRS | None, float]:
    """Return the CRS (None: UTM) and the pixel in its unit that a job asks for. Raises `InputError` for a CRS that is none."""
    try:
        crs = CRS.from_user_input(job.crs) if job.crs else None
    except CRSError as error:
        raise InputError(
            f"'{job.crs}' is no coordinate reference system.", "", "Give it like EPSG:32633, or leave it out for UTM."
        ) from error
    fine = product.annotation.pixel_spacing <= _HIGH_RESOLUTION_M
    return crs, pixel_size(crs, job.pixel or (_PIXEL_M if fine else _MEDIUM_PIXEL_M))


def _tags(job: PrepareJob, products: Sequence[Product], passes: Sequence[_Pass]) -> dict[str, str]:
    annotation = products[0].annotation
    removed = not job.keep_noise and all(channel.noise for product in products for channel in product.channels.values())
    tags = {
        "ACQUISITION_TIME": f"{annotation.first_line:%Y-%m-%dT%H:%M:%SZ}",
        "SENSING_STOP": f"{products[-1].annotation.last_line:%Y-%m-%dT%H:%M:%SZ}",
        "SATELLITE": annotation.satellite,
        "MODE": annotation.mode,
        "PASS": annotation.pass_direction.upper(),
        "ABSOLUTE_ORBIT": str(annotation.absolute_orbit),
        "PRODUCT": " ".join(product.name for product in products),
        "CALIBRATION": job.calibration,
        "THERMAL_NOISE": "removed" if removed or annotation.noise_removed else "kept",
        "HEIGHTS": os.path.basename(job.dem) or "geolocation grid",
        "TIDEMARK_SCALE": job.unit,
    }
    if any(one.simulated for one in passes):
        tags["TIDEMARK_SIMULATED"] = "yes"
    if products[0].relative_orbit:
        tags["RELATIVE_ORBIT"] = str(products[0].relative_orbit)
    if passes[0].terrain is not None:
        tags["HEIGHTS_RAISED_M"] = f"{passes[0].terrain.raised:.1f}"
    return tags
