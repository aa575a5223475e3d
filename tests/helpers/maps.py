"""Finished runs as files: class and probability rasters with a run record, on any grid."""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.errors import NotGeoreferencedWarning
from rasterio.transform import from_origin
from rasterio.warp import transform as warp_points

from tidemark.engine.contract.job import Result
from tidemark.engine.raster.arrays import ByteArray

GRIDS = ("EPSG:4326", "EPSG:3857", "EPSG:32631")
LATITUDES = (0.5, 38.0, 60.0)
EAST = 3.0
RECORD = {
    "tidemark": "0.1.0",
    "written": "2024-05-07T10:00:00+00:00",
    "task": "water",
    "title": "Water extent (single date)",
    "summary": "",
    "limits": "Open, calm water only.",
    "notices": ["An earlier notice."],
    "threshold": 0.5,
    "method": {"name": "student", "model": "water", "sha256": "0"},
    "input": {"paths": ["/data/S1A_VV.tif", "/data/S1A_VH.tif"], "acquired": "2024-05-06T05:04:03Z", "simulated": False}
    | {"scale": "db", "scale_from": "given"},
}


@dataclass(frozen=True)
class Place:
    """A grid somewhere on Earth."""

    crs: str | None
    transform: Affine


UTM = Place("EPSG:32631", from_origin(480_000, 4_300_000, 10, 10))


def place(crs: str, latitude: float) -> Place:
    """Return a grid of about 10 m whose upper left corner is at 3 degrees east."""
    x, y = warp_points("EPSG:4326", crs, [EAST], [latitude])
    size = 1e-4 if crs == "EPSG:4326" else 10.0
    return Place(crs, from_origin(x[0], y[0], size, size))


def write_raster(path: Path, values: npt.NDArray[Any], where: Place = UTM, description: str = "") -> str:
    """Write one band; returns its path."""
    profile = {"count": 1, "height": len(values), "width": values.shape[1], "dtype": values.dtype, "nodata": 255}
    with rasterio.open(path, "w", driver="GTiff", crs=where.crs, transform=where.transform, **profile) as raster:
        raster.write(values, 1)
        raster.set_band_description(1, description)
    return str(path)


def write_run(folder: Path, classes: ByteArray, percent: ByteArray | None = None, where: Place = UTM, name: str = "run") -> str:
    """Write what a run writes, as far as the steps after it read it; returns the class raster's path."""
    (folder / f"{name}_run.json").write_text(json.dumps(RECORD))
    if percent is not None:
        write_raster(folder / f"{name}_probability.tif", percent, where, "probability")
    return write_raster(folder / f"{name}_class.tif", classes, where, "class")


def water(*rows: str) -> ByteArray:
    """Return classes from a drawing: ``#`` detected, ``?`` not observed, anything else not detected."""
    codes = {"#": 1, "?": 255}
    return np.array([[codes.get(sign, 0) for sign in row] for row in rows], np.uint8)


def read_band(path: Path | str) -> np.ndarray:
    """Return the first band of a raster."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path) as raster:
            return raster.read(1)


def read_map(result: Result, kind: str = "class") -> np.ndarray:
    """Return a raster of a run's result."""
    return read_band(result.files[kind])
