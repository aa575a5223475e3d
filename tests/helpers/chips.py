"""Small labelled chips as files, laid out like the training and measuring sets."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.transform import Affine

from tidemark.engine.raster.arrays import ByteArray, FloatArray

NOWHERE = Affine(10.0, 0.0, 500_000.0, 0.0, -10.0, 5_000_000.0)


def lake_chip(side: int = 96, seed: int = 0) -> tuple[FloatArray, ByteArray]:
    """Return (image dB float32 (2, side, side), label uint8): a dark square of water, a third of the side wide, in speckled land."""
    rng = np.random.default_rng(seed)
    label = np.zeros((side, side), np.uint8)
    label[side // 3 : 2 * side // 3, side // 3 : 2 * side // 3] = 1
    mean = np.where(label == 1, np.array([-22.0, -28.0])[:, None, None], np.array([-9.0, -15.0])[:, None, None])
    power = rng.standard_gamma(4.4, (2, side, side)) / 4.4
    return (mean + 10 * np.log10(power)).astype(np.float32), label


def write_hundredths(path: Path, image_db: FloatArray) -> None:
    """Write int16 hundredths of a dB; NaN becomes the declared nodata value -32768."""
    values = np.where(np.isnan(image_db), -32768, np.round(image_db * 100)).astype(np.int16)
    _write(path, values, -32768, ("VV", "VH"))


def write_label(path: Path, label: ByteArray) -> None:
    _write(path, label[None], None, ("label",))


def _write(path: Path, values: npt.NDArray[np.generic], nodata: float | None, names: tuple[str, ...]) -> None:
    count, height, width = values.shape
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        count=count,
        height=height,
        width=width,
        dtype=values.dtype,
        nodata=nodata,
        crs="EPSG:32633",
        transform=NOWHERE,
    ) as target:
        target.write(values)
        target.descriptions = names
