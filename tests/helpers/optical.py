"""A flood on two dates, as radar and as optical images of one place: dark on the radar, dark in the short-wave infrared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from scipy.ndimage import uniform_filter

from helpers.scenes import UTM, write
from tidemark.engine.raster.arrays import BoolArray, ByteArray

ROLES = ("B11", "B8", "B4")
LAND, WATER = (150, 140, 70), (20, 25, 90)


def flood(side: int = 256) -> BoolArray:
    """Return where the flood is, bool (side, side): a rectangle that crosses the middle."""
    wet = np.zeros((side, side), np.bool_)
    wet[side // 4 : side // 2, side // 4 : 3 * side // 4] = True
    return wet


def lake(side: int = 256) -> BoolArray:
    """Return where water always is, bool (side, side): a band across the top, which gives both dates the same stretch."""
    wet = np.zeros((side, side), np.bool_)
    wet[side // 16 : side // 6] = True
    return wet


def radar(path: Path, wet: BoolArray, seed: int, bands: int = 1, display: bool = False, **profile: Any) -> str:
    """Write a radar image in dB, or display bytes, that is dark where it is wet; returns its path."""
    mean = np.stack([np.where(wet, -20, -9), np.where(wet, -27, -15)])[:bands]
    db = mean + 10 * np.log10(np.random.default_rng(seed).gamma(12, 1 / 12, mean.shape))
    values = np.clip((db + 32) / 32 * 254 + 1, 1, 255).astype(np.uint8) if display else db.astype(np.float32)
    return write(path, values, ("VV", "VH")[:bands], **{**UTM, **profile})


def picture(wet: BoolArray, seed: int) -> ByteArray:
    """Return short-wave infrared, near infrared and red as bytes, uint8 (3, H, W)."""
    mean = np.where(wet, np.array(WATER)[:, None, None], np.array(LAND)[:, None, None])
    return np.clip(mean + np.random.default_rng(seed).normal(0, 6, mean.shape), 1, 254).astype(np.uint8)


def optical(path: Path, bands: npt.NDArray[Any], names: tuple[str, ...] = ROLES, **profile: Any) -> str:
    """Write an optical image on the radar's grid unless told otherwise; returns its path."""
    return write(path, bands, names, **{**UTM, **profile})


def beside(radar_path: Path, path: Path, names: tuple[str, ...] = ROLES) -> str:
    """Write an optical image of a radar image's place, VV and VH in dB, on its grid; returns its path."""
    with rasterio.open(radar_path) as raster:
        wet = uniform_filter(np.nan_to_num(raster.read(2), nan=0.0), 5) < -20
        return write(path, picture(wet, 5), names, crs=raster.crs, transform=raster.transform)
