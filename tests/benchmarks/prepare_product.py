"""Time and peak memory of a whole IW product on its way to a map, and of a part of it on its way to an image.

Run from the checkout: ``.venv/bin/python tests/benchmarks/prepare_product.py [--lines 17000] [--samples 25000] [--dem] [--zip]``. The
product is made from nothing in a temporary folder (about 2 GB; the image takes 5 GB for a while): speckle on a surface that darkens over
range, VV and VH, uncompressed as ESA writes it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import from_bounds
from rasterio.windows import Window

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from helpers.sentinel1_products import Template, write_template
from tidemark.engine.contract.job import Event, Job, Source
from tidemark.engine.contract.requests import PrepareJob
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.sentinel1.map_grid import to_degrees
from tidemark.engine.sentinel1.prepare import prepare

_LINES = 500


def main() -> None:
    """Make the product, prepare and map it, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=17_000)
    parser.add_argument("--samples", type=int, default=25_000)
    parser.add_argument("--dem", action="store_true", help="with a DEM of 30 m and hills of 400 m as well")
    parser.add_argument("--zip", action="store_true", help="read the product from its zip")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        product = write_product(folder, Template(lines=arguments.lines, samples=arguments.samples))
        if arguments.zip:
            product = zipped(product)
        image, dem = folder / "image.tif", ""
        run("an extent of 20 x 20 km", _prepare, PrepareJob((str(product),), str(folder / "part.tif"), extent=_part(product)))
        if arguments.dem:
            dem = str(write_dem(folder, product))
            run("the whole product with heights", _prepare, PrepareJob((str(product),), str(image), dem=dem))
        run("the whole product", _prepare, PrepareJob((str(product),), str(image), overwrite=True))
        with rasterio.open(image) as raster:
            print(f"image: {raster.width} x {raster.height} pixels, {image.stat().st_size / 1e9:.2f} GB")
        run("its map of water", _detect, Job("water", (Source((str(image),)),), str(folder / "map"), scales=(1.0,)))


def run(name: str, work: Callable[[Any], None], job: PrepareJob | Job) -> None:
    """Do a piece of work in a process of its own; print what it took."""
    with get_context("spawn").Pool(1) as pool:
        seconds, processor_seconds, peak = pool.apply(_measured, (work, job))
    load = os.getloadavg()[0]
    print(f"{name}: {seconds:.1f} s, {processor_seconds:.1f} s of processor time, peak {peak:.0f} MB; load {load:.1f}", flush=True)


def _measured(work: Callable[[Any], None], job: PrepareJob | Job) -> tuple[float, float, float]:
    started = time.monotonic()
    work(job)
    used = getrusage(RUSAGE_SELF)
    return time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _prepare(job: PrepareJob) -> None:
    prepare(job, _silent, lambda: False)


def _detect(job: Job) -> None:
    detect(job)


def _silent(_event: Event) -> None:
    pass


def write_product(folder: Path, template: Template) -> Path:
    """Write a product of speckle; return its folder."""
    root = write_template(folder, template)
    (root / "measurement").mkdir()
    rng = np.random.default_rng(1)
    speckle = np.sqrt(rng.gamma(4.4, 1 / 4.4, (_LINES, template.samples))).astype(np.float32)
    for name, level in (("vv", 170.0), ("vh", 80.0)):
        stem = next((root / "annotation").glob(f"*-{name}-*.xml")).stem
        profile = {"driver": "GTiff", "dtype": "uint16", "count": 1, "height": template.lines, "width": template.samples}
        with rasterio.open(root / "measurement" / f"{stem}.tiff", "w", **profile) as raster:
            for first in range(0, template.lines, _LINES):
                rows = min(_LINES, template.lines - first)
                numbers = np.roll(speckle, int(rng.integers(template.samples)), axis=1)[:rows] * np.float32(level)
                raster.write(numbers.astype(np.uint16), 1, window=Window(0, first, template.samples, rows))
    return root


def zipped(product: Path) -> Path:
    """Return a zip of a product, packed as the portal does."""
    path = product.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for part in sorted(product.rglob("*")):
            if part.is_file():
                file.write(part, part.relative_to(product.parent))
    return path


def write_dem(folder: Path, product: Path) -> Path:
    """Write hills of 400 m with a pixel of 1/3600 degree over a product; return the path."""
    from tidemark.engine.sentinel1.product import open_product

    grid = open_product(str(product)).annotation.grid
    west, south = float(grid.longitude.min()) - 0.1, float(grid.latitude.min()) - 0.1
    east, north = float(grid.longitude.max()) + 0.1, float(grid.latitude.max()) + 0.1
    width, height = int((east - west) * 3600), int((north - south) * 3600)
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "width": width, "height": height, "crs": "EPSG:4326"}
    path = folder / "dem.tif"
    across = np.sin(np.arange(width) / 90)
    with rasterio.open(path, "w", transform=from_bounds(west, south, east, north, width, height), tiled=True, **profile) as raster:
        for first in range(0, height, 1024):
            rows = np.arange(first, min(first + 1024, height))
            heights = 240 + 200 * np.sin(rows / 70)[:, None] * across[None, :]
            raster.write(heights.astype(np.float32), 1, window=Window(0, first, width, rows.size))
    return path


def _part(product: Path) -> tuple[float, float, float, float]:
    from tidemark.engine.sentinel1.map_grid import choose_crs, to_crs
    from tidemark.engine.sentinel1.product import open_product

    grid = open_product(str(product)).annotation.grid
    latitude, longitude = grid.latitude.mean(keepdims=True), grid.longitude.mean(keepdims=True)
    crs = choose_crs(float(latitude[0, 0]), float(longitude[0, 0]))
    x, y = to_crs(crs, latitude, longitude)
    corners = to_degrees(crs, np.array([x[0, 0] - 10_000, x[0, 0] + 10_000]), np.array([y[0, 0] - 10_000, y[0, 0] + 10_000]))
    return float(corners[1][0]), float(corners[0][0]), float(corners[1][1]), float(corners[0][1])


if __name__ == "__main__":
    main()
