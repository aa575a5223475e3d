"""Time and memory of `tidemark exposure` and `tidemark depth` on a map of a whole scene.

Run: ``.venv/bin/python tests/benchmarks/exposure_scene.py [--size 25000x17000] [--buildings N] [--roads N] [--folder DIR]``. It writes a
map of random floods, buildings, roads, a population raster of 100 m and a DEM unless the folder has them, and runs each estimate in a
process of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import scipy
import shapely
from rasterio.transform import from_origin

WEST, NORTH, PIXEL_M = 300_000, 5_600_000, 10
CRS = "EPSG:32632"
SMOOTH, SEED = 8, 5


def main() -> None:
    """Print one line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="25000x17000")
    parser.add_argument("--buildings", type=int, default=200_000)
    parser.add_argument("--roads", type=int, default=20_000)
    parser.add_argument("--folder", type=Path, default=Path("build/benchmark"))
    parser.add_argument("--only", choices=("exposure", "people", "depth"), help="measure one of them")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    width, height = map(int, arguments.size.split("x"))
    classes, people, dem = write_rasters(arguments.folder, height, width)
    layers = write_layers(arguments.folder, height, width, arguments.buildings, arguments.roads)
    given = [text for path in layers for text in ("--layer", path)]
    output = arguments.folder / "estimate"
    commands = {
        "exposure": ["exposure", classes, *given, "--output", f"{output}_exposure.gpkg"],
        "people": ["exposure", classes, "--population", people, "--output", f"{output}_people.csv"],
        "depth": ["depth", classes, dem, "--output", f"{output}_depth.tif"],
    }
    for name, command in commands.items():
        if arguments.only in (None, name):
            report(name, command)


def write_rasters(folder: Path, height: int, width: int) -> tuple[str, str, str]:
    """Write map, population and DEM: low ground is flooded, a strip was not observed."""
    paths = [folder / f"{name}_{width}x{height}.tif" for name in ("flood_class", "people", "dem")]
    if all(path.exists() for path in paths):
        return tuple(map(str, paths))  # type: ignore[return-value]
    generator = np.random.default_rng(SEED)
    coarse = scipy.ndimage.gaussian_filter(generator.normal(size=(height // 10 + 2, width // 10 + 2)), SMOOTH) * SMOOTH * 3
    transform = from_origin(WEST, NORTH, PIXEL_M, PIXEL_M)
    profile = {"driver": "GTiff", "count": 1, "crs": CRS, "transform": transform, "height": height, "width": width, "tiled": True}
    profile |= {"compress": "deflate", "blockxsize": 512, "blockysize": 512}
    with (
        rasterio.open(paths[0], "w", dtype="uint8", nodata=255, **profile) as classes,
        rasterio.open(paths[2], "w", dtype="float32", **profile) as dem,
    ):
        for first in range(0, height, 512):
            rows = np.arange(first, min(first + 512, height))
            places = np.meshgrid(rows / 10, np.arange(width) / 10, indexing="ij")
            ground = scipy.ndimage.map_coordinates(coarse, places, order=1).astype(np.float32)
            flood = (ground < -0.6).astype(np.uint8)
            flood[:, width // 2 : width // 2 + 300] = 255
            window = rasterio.windows.Window(0, first, width, len(rows))
            classes.write(flood, 1, window=window)
            dem.write(ground + 50, 1, window=window)
    cells = generator.gamma(0.3, 10, (height // 10, width // 10)).astype(np.float32)
    profile |= {"height": cells.shape[0], "width": cells.shape[1], "transform": from_origin(WEST, NORTH, 100, 100)}
    with rasterio.open(paths[1], "w", dtype="float32", **profile) as raster:
        raster.write(cells, 1)
    return tuple(map(str, paths))  # type: ignore[return-value]


def write_layers(folder: Path, height: int, width: int, buildings: int, roads: int) -> tuple[str, str]:
    """Write buildings of 8 to 30 m, and roads of 50 points over some kilometres."""
    paths = folder / f"buildings_{buildings}.gpkg", folder / f"roads_{roads}.gpkg"
    generator = np.random.default_rng(SEED)
    corner, size = np.array([WEST, NORTH - height * PIXEL_M]), np.array([width, height]) * PIXEL_M
    if not paths[0].exists():
        angle = generator.uniform(0, np.pi, (buildings, 1)) + np.arange(4) * np.pi / 2
        ring = np.stack([np.cos(angle), np.sin(angle)], axis=2) * generator.uniform(4, 15, (buildings, 1, 1))
        shapes = shapely.polygons(ring + (corner + generator.uniform(0, 1, (buildings, 1, 2)) * size))
        pyogrio.raw.write(paths[0], shapely.to_wkb(shapes), [np.arange(buildings)], ["number"], crs=CRS, geometry_type="Polygon")
    if not paths[1].exists():
        steps = np.cumsum(generator.normal(0, 80, (roads, 50, 2)) + generator.normal(0, 60, (roads, 1, 2)), axis=1)
        lines = shapely.linestrings(steps + corner + generator.uniform(0, 1, (roads, 1, 2)) * size)
        pyogrio.raw.write(paths[1], shapely.to_wkb(lines), [np.arange(roads)], ["number"], crs=CRS, geometry_type="LineString")
    return str(paths[0]), str(paths[1])


def report(name: str, command: list[str]) -> None:
    """Run a command in a process of its own and print its time and peak memory."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "tidemark.engine", *command, "--overwrite"], stderr=subprocess.PIPE, text=True)
    said = process.stderr.read() if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"{name} failed: {said}")
    cpu = usage.ru_utime + usage.ru_stime
    print(f"{name}: {seconds:.1f} s ({cpu:.1f} s of CPU), peak {usage.ru_maxrss / 1024:.0f} MB; {said.strip()}", flush=True)


if __name__ == "__main__":
    main()
