"""Small scenes as files: dark water in a brighter land, with speckle, on any grid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.transform import from_origin

from tidemark.engine.raster.arrays import BoolArray, FloatArray

LAND_DB, WATER_DB = (-9.0, -15.0), (-19.0, -26.0)
DEGREES = {"crs": "EPSG:4326", "transform": from_origin(-51.2, -29.8, 1e-4, 1e-4)}
ROTATED_POLE = "+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=39.25 +lon_0=18 +to_meter=0.0174532925199433 +R=6371229"
"""A reference system that GeoTIFF's keys cannot hold."""
UTM = {"crs": "EPSG:32722", "transform": from_origin(480_000, 6_700_000, 10, 10)}


def lake(height: int = 256, width: int = 256, seed: int = 0, looks: float = 20) -> tuple[FloatArray, BoolArray]:
    """Return backscatter in dB, float32 (2, height, width), and where the water is: an ellipse in the middle."""
    generator = np.random.default_rng(seed)
    rows, columns = np.mgrid[:height, :width]
    water = ((rows / height - 0.5) / 0.3) ** 2 + ((columns / width - 0.5) / 0.3) ** 2 < 1
    mean = np.stack([np.where(water, WATER_DB[i], LAND_DB[i]) for i in range(2)])
    speckle = generator.gamma(looks, 1 / looks, mean.shape)
    return (mean + 10 * np.log10(speckle)).astype(np.float32), water


def write(
    path: Path, bands: npt.NDArray[Any], names: tuple[str, ...] = ("VV", "VH"), tags: dict[str, str] | None = None, **profile: Any
) -> str:
    """Write bands (C, h, w) as a GeoTIFF in degrees unless told otherwise; returns its path."""
    settings: dict[str, Any] = {"crs": DEGREES["crs"], "transform": DEGREES["transform"], "dtype": bands.dtype, **profile}
    with rasterio.open(path, "w", driver="GTiff", count=len(bands), height=bands.shape[1], width=bands.shape[2], **settings) as raster:
        raster.write(bands)
        raster.descriptions = names
        raster.update_tags(**(tags or {}))
    return str(path)


def state_scale(path: str, factor: float, offset: float) -> str:
    """Make one band say of itself that its values are its stored numbers × factor + offset; returns its path."""
    with rasterio.open(path, "r+") as raster:
        raster.scales, raster.offsets = (factor,), (offset,)
    return path
