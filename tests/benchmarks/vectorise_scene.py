"""Time and memory of `tidemark vectorise` and `tidemark stats` on a simulated scene.

Run: ``.venv/bin/python tests/benchmarks/vectorise_scene.py [--size 25000x17000] [--folder DIR] [--minimum-area HA]``. It simulates the
scene and maps it by Otsu's threshold unless the folder has its class raster already (that of full_scene.py is taken), makes polygons
with footprint in each format, and counts a grid of zones, each in a process of its own.
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
import shapely

ZONES_ACROSS = 20


def main() -> None:
    """Print one line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="25000x17000")
    parser.add_argument("--folder", type=Path, default=Path("build/benchmark"))
    parser.add_argument("--minimum-area", default="0.5", metavar="HA")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    raster = class_raster(arguments.folder, arguments.size)
    output = arguments.folder / "polygons"
    report(raster, "detection, 1 pass", ["vectorise", raster, f"{output}.gpkg", "--minimum-area", arguments.minimum_area])
    report(raster, "with holes below 1 ha filled", ["vectorise", raster, f"{output}.gpkg", "--fill-holes", "1"])
    report(raster, "simplified by 15 m", ["vectorise", raster, f"{output}.gpkg", "--simplify", "15"])
    report(raster, "every pixel's polygon and footprint", ["vectorise", raster, f"{output}.gpkg", "--minimum-area", "0", "--footprint"])
    report(raster, "to GeoJSON", ["vectorise", raster, f"{output}.geojson"])
    report(raster, "to Shapefile", ["vectorise", raster, f"{output}.shp"])
    report(raster, f"{ZONES_ACROSS**2} zones", ["stats", raster, zones(raster, arguments.folder), "--output", f"{output}.csv"])


def class_raster(folder: Path, size: str) -> str:
    """Simulate and map a scene unless that is done."""
    scene, prefix = folder / f"{size}.tif", folder / size
    if not Path(f"{prefix}_class.tif").exists():
        tidemark = [sys.executable, "-m", "tidemark.engine"]
        if not scene.exists():
            subprocess.run([*tidemark, "simulate", str(scene), "--size", size, "--seed", "3"], check=True)
        subprocess.run([*tidemark, "detect", str(scene), "--task", "water", "--method", "otsu", "--output", str(prefix)], check=True)
    return f"{prefix}_class.tif"


def zones(raster: str, folder: Path) -> str:
    """Write a grid of squares over the raster."""
    with rasterio.open(raster) as dataset:
        left, bottom, right, top = dataset.bounds
        crs = dataset.crs.to_wkt()
    x, y = np.linspace(left, right, ZONES_ACROSS + 1), np.linspace(bottom, top, ZONES_ACROSS + 1)
    squares = shapely.box(*(v.ravel() for v in (*np.meshgrid(x[:-1], y[:-1]), *np.meshgrid(x[1:], y[1:]))))
    path = folder / "zones.gpkg"
    path.unlink(missing_ok=True)
    pyogrio.raw.write(path, shapely.to_wkb(squares), [np.arange(len(squares))], ["number"], crs=crs, geometry_type="Polygon")
    return str(path)


def report(raster: str, name: str, command: list[str]) -> None:
    """Run a command in a process of its own and print its time and peak memory."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "tidemark.engine", *command, "--overwrite"], stderr=subprocess.PIPE, text=True)
    said = process.stderr.read() if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"{name} failed: {said}")
    with rasterio.open(raster) as dataset:
        mpx = dataset.width * dataset.height / 1e6
    print(
        f"{name}: {mpx:.0f} Mpx in {seconds:.1f} s, {mpx / seconds:.0f} Mpx/s, peak {usage.ru_maxrss / 1024:.0f} MB; {said.strip()}",
        flush=True,
    )


if __name__ == "__main__":
    main()
