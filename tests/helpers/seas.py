"""A small sea beside land as a file, with a slick, a spot and a lake that is as dark; and what is read back from its map."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.errors import NotGeoreferencedWarning

from helpers.scenes import UTM, write
from tidemark.engine.contract.job import Job, Result, Source

SIDE = 320
COAST = 80
SLICK = np.s_[60:220, 180:204]  # 1600 m x 240 m
SPOT = np.s_[260:268, 240:248]  # 0.6 ha
LAKE = np.s_[100:220, 20:44]
SEA_DB, DARK_DB, LAND_DB = -14.0, -20.0, -6.0


def sea(seed: int = 1, base: float = SEA_DB, dark: bool = True) -> np.ndarray:
    """Return one band in dB, float32 (1, side, side): land with a lake in the west, sea with a slick and a spot in the east."""
    mean = np.full((SIDE, SIDE), base)
    if dark:
        mean[SLICK] = mean[SPOT] = base + DARK_DB - SEA_DB
    mean[:, :COAST] = LAND_DB
    mean[LAKE] = DARK_DB
    speckle = np.random.default_rng(seed).gamma(4.4, 1 / 4.4, mean.shape)
    return (mean + 10 * np.log10(speckle)).astype(np.float32)[None]


def land_raster(tmp_path: Path) -> str:
    """Write the land as a raster that declares its sea as nodata."""
    land = np.zeros((1, SIDE, SIDE), np.uint8)
    land[:, :, :COAST] = 7
    return write(tmp_path / "land.tif", land, ("",), **UTM, nodata=0)


def land_polygons(tmp_path: Path) -> str:
    """Write the land as a polygon, and some more far away."""
    left, top = UTM["transform"] * (0, 0)
    boxes = np.array([shapely.box(left - 500, top - 5000, left + COAST * 10, top + 500), shapely.box(left - 9e5, top, left - 8e5, top + 9)])
    path = tmp_path / "land.gpkg"
    pyogrio.raw.write(path, shapely.to_wkb(boxes), [np.arange(2)], ["n"], crs=UTM["crs"], geometry_type="Polygon")
    return str(path)


def plain(path: Path, values: np.ndarray) -> str:
    """Write one band without georeference."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path, "w", driver="GTiff", count=1, height=SIDE, width=SIDE, dtype=values.dtype) as raster:
            raster.write(values)
            raster.descriptions = ("VV",)
    return str(path)


def job(tmp_path: Path, image: str, method: str = "dark-spot", scale: str = "db", **options: Any) -> Job:
    """Return the job of an image of these seas."""
    return Job("oil", (Source((image,), scale=scale),), str(tmp_path / "out"), method=method, overwrite=True, **options)


def features(result: Result) -> list[dict[str, Any]]:
    """Read the polygons of a map, with their fields."""
    about, _, shapes, values = pyogrio.raw.read(result.files["features"], layer="possibleOil")
    rows = [dict(zip(about["fields"], row, strict=True)) for row in zip(*values, strict=True)]
    return [{**row, "shape": shape} for row, shape in zip(rows, shapely.from_wkb(shapes), strict=True)]


def said(result: Result, text: str) -> bool:
    """Whether one of a map's notices has this text."""
    return any(text in notice for notice in result.notices)
