"""Products in the place of images: a job's products become prepared images, and what one would become can be told beforehand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from rasterio.crs import CRS
from rasterio.transform import array_bounds

from ..contract.errors import InputError
from ..contract.job import Event, Job, SceneInfo, Source
from ..contract.record import OVERLAYS, ImageRecord
from ..contract.requests import PrepareJob
from ..contract.tasks import TASKS
from ..raster.files import file_state
from ..raster.grid import Grid
from ..raster.ground import describe_crs, ground_pixel_m
from .archive import find_archive
from .cache import fill_cache, image_place
from .geometry import RadarGeometry
from .map_grid import choose_grid, in_crs
from .prepare import grid_wanted, placement_on_grid
from .product import Product, open_pass

_RADAR = ("after", "before")
_CONTEXT_M = 1500.0
"""Ground around an extent that is prepared too: a network should see beyond it."""


@dataclass(frozen=True)
class ReadyJob:
    """A job with images in the place of products, and what its record tells of them.

    Attributes:
        job: to be run.
        options: `OVERLAYS` as they were given, for the record; a DEM that was not used is not among them.
        products: by role, what is known of an image that is made of products.
        notices: what the user should know.
    """

    job: Job
    options: Mapping[str, Any]
    products: Mapping[str, ImageRecord]
    notices: tuple[str, ...]


def with_images(job: Job, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> ReadyJob:
    """Return a job whose radar images that are products are replaced by prepared ones, from the cache where they are there.

    Raises:
        InputError: a product that cannot be used, of which alone bands or a scale are named, or several files of which only some are
            products.
        OutputError: a prepared image cannot be written.
        Cancelled: `cancelled` said so.
    """

    def make(wanted: PrepareJob, path: Path, keep: Collection[Path]) -> None:
        fill_cache(wanted, path, keep, report, cancelled)
        report(Event("notice", {"text": f"{PurePath(wanted.products[0]).name} was prepared as {path}."}))

    return _with_images(job, make)


def with_planned_images(job: Job) -> ReadyJob:
    """Return what `with_images` does, without preparing an image. Raises `InputError` as it does."""
    return _with_images(job, lambda *_: None)


def _with_images(job: Job, make: Callable[[PrepareJob, Path, Collection[Path]], None]) -> ReadyJob:
    products = {source.role: source for source in job.sources if source.role in _RADAR and find_products(source.paths)}
    if len(products) == sum(source.role in _RADAR for source in job.sources):  # else it is said of the other image
        _refuse_reading(products.values())
    notices: tuple[str, ...] = ()
    if job.dem and not products:
        notices = (f"{PurePath(job.dem).name} was not used: the images are in their place already.",)
        job = replace(job, dem="")
    extent, part, crs = job.extent, None, ""
    if extent is not None and _RADAR[0] in products:  # its coordinates are those of the image to map, else only that knows them
        grid = _grid_of(open_pass(products[_RADAR[0]].paths))
        extent, crs = in_crs(extent, grid.crs or CRS()), describe_crs(grid.crs)
        part = _widened(extent)
    wanted = {role: PrepareJob(source.paths, dem=job.dem, extent=part, crs=crs) for role, source in products.items()}
    places = {role: image_place(one) for role, one in wanted.items()}
    for role, one in wanted.items():
        make(one, places[role], places.values())
    images = {role: replace(source, paths=(str(places[role]),), bands={}, scale="auto") for role, source in products.items()}
    layover = job.layover
    if job.dem and _RADAR[0] in products and "layover" in TASKS[job.task].options:
        layover = layover or replace(wanted[_RADAR[0]], output=str(places[_RADAR[0]])).layover
    return ReadyJob(
        replace(job, sources=tuple(images.get(source.role, source) for source in job.sources), layover=layover, extent=extent),
        {name: getattr(job, name) for name in OVERLAYS},
        {role: _known(source, places[role]) for role, source in products.items()},
        notices,
    )


def _refuse_reading(products: Iterable[Source]) -> None:
    """Refuse bands or a scale that are named of products. Raises `InputError`."""
    if any(source.bands or source.scale != "auto" for source in products):
        raise InputError(
            "Bands or pixel values are named of a Sentinel-1 product.",
            "A product tells both itself.",
            "Leave them out (--bands, --scale; in QGIS: BANDS, 'Pixel values').",
        )


def _known(source: Source, image: Path) -> ImageRecord:
    """Return what is known of a product's image before it is opened."""
    states = tuple(file_state(path) for path in source.paths)
    return ImageRecord(source.paths, states, prepared=str(image), preparation=image.stem)


def find_products(paths: Sequence[str]) -> bool:
    """Return whether an image's files are products. Raises `InputError` where only some are, or one is a damaged zip."""
    found = [find_archive(path) is not None for path in paths]
    if any(found) and not all(found):
        raise InputError(
            "Some of the files are Sentinel-1 products, and some are not.",
            "An image is made of products of one pass, or of files that hold its bands.",
            "Give one kind only.",
        )
    return bool(found) and all(found)


def describe_products(source: Source) -> SceneInfo:
    """Return what a product is and what it would become, without making it.

    Raises:
        InputError: a product that cannot be used, or of which bands or a scale are named.
    """
    _refuse_reading([source])
    products = open_pass(source.paths)
    grid = _grid_of(products)
    pixel = ground_pixel_m(grid.crs, grid.transform, grid.width / 2, grid.height / 2)
    seen = sum(product.annotation.lines * product.annotation.samples * _pixel_area(product) for product in products)
    first = products[0]
    return SceneInfo(
        paths=source.paths,
        usable=True,
        bands={name: number for number, name in enumerate(first.channels, start=1)},
        bands_from="metadata",
        scale="db",
        scale_from="metadata",
        scale_candidates=("db",),
        width=grid.width,
        height=grid.height,
        crs=describe_crs(grid.crs),
        ground_pixel_m=pixel,
        valid_share=round(min(1.0, seen / (grid.width * grid.height * pixel[0] * pixel[1])), 4),
        acquired=f"{first.annotation.first_line:%Y-%m-%dT%H:%M:%SZ}",
        satellite=first.annotation.satellite,
        mode=first.annotation.mode,
        pass_direction=first.annotation.pass_direction,
        relative_orbit=first.relative_orbit,
        bounds=array_bounds(grid.height, grid.width, grid.transform),
        product_bytes=sum(product.bytes for product in products),
        notices=(
            "A product as it was downloaded: it is calibrated and placed on a map grid before it is mapped, once.",
            placement_on_grid(RadarGeometry(products[0].annotation)),
            *(text for product in products for text in product.notices),
        ),
    )


def _grid_of(products: Sequence[Product]) -> Grid:
    """Return the map grid on which slices of one pass are prepared where nothing else is asked for."""
    return choose_grid([RadarGeometry(product.annotation) for product in products], *grid_wanted(PrepareJob(()), products[0]), None)


def _pixel_area(product: Product) -> float:
    return product.annotation.pixel_spacing * product.annotation.line_spacing


def _widened(extent: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    xmin, ymin, xmax, ymax = extent
    return xmin - _CONTEXT_M, ymin - _CONTEXT_M, xmax + _CONTEXT_M, ymax + _CONTEXT_M
