from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from tidemark.engine.contract.job import Job, Source
from tidemark.engine.pipeline.detect import detect

SCENE = Path(__file__).resolve().parents[4] / "shared" / "data" / "porto_alegre" / "s1_after.tif"

pytestmark = pytest.mark.skipif(not SCENE.is_file(), reason="the scene of Porto Alegre is not beside the checkout")


def write(path: Path, values: np.ndarray, like: rasterio.DatasetReader, nodata: float) -> Path:
    """Write a part of the scene in another scale, without any hint which."""
    profile = {"driver": "GTiff", "count": 2, "height": values.shape[1], "width": values.shape[2], "dtype": values.dtype, "nodata": nodata}
    with rasterio.open(path, "w", crs=like.crs, transform=like.transform, **profile) as raster:
        raster.write(values)
        raster.descriptions = ("VV", "VH")
    return path


def test_a_real_flood_gives_the_same_map_in_every_scale_without_being_told(tmp_path: Path) -> None:
    with rasterio.open(SCENE) as raster:
        hundredths = raster.read(window=Window(0, 0, 1536, 1536))
        db = np.where(hundredths == -32768, np.nan, hundredths / 100).astype(np.float32)
        files = {
            "db": write(tmp_path / "a.tif", db, raster, np.nan),
            "power": write(tmp_path / "b.tif", 10 ** (db / 10), raster, np.nan),
            "amplitude": write(tmp_path / "c.tif", 10 ** (db / 20), raster, np.nan),
            "db100": write(tmp_path / "d.tif", hundredths, raster, -32768),
        }
    maps = {}
    for scale, path in files.items():
        result = detect(Job("water", (Source((str(path),)),), str(tmp_path / scale)))
        with rasterio.open(result.files["class"]) as raster:
            maps[scale] = raster.read(1)
    assert (maps["db"] == 1).mean() > 0.2
    for scale, found in maps.items():
        assert np.mean(found == maps["db"]) >= 0.99, scale
