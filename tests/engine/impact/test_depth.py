"""Depths of simulated floods whose level is known: near the truth, nearer than the nearest edge, and silent where nothing can be told."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import scipy

from helpers.maps import UTM, Place, write_raster, write_run
from tidemark.engine.contract.requests import DepthJob
from tidemark.engine.impact.depth import depth

SIZE = 360


def valley(seed: int = 1, slope: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Ground with hills and dips in metres, and the water's level, level or falling along the valley by metres a pixel."""
    generator = np.random.default_rng(seed)
    row, column = np.mgrid[:SIZE, :SIZE].astype(float)
    level = 50 - slope * column
    across = (row - SIZE / 2 - 30 * np.sin(column / 55)) / 60
    hills = 0.6 * 12 * scipy.ndimage.gaussian_filter(generator.normal(size=(SIZE, SIZE)), 12)
    return level - 4 + 4 * across**2 + hills, level


def flooded(ground: np.ndarray, level: np.ndarray) -> np.ndarray:
    """Classes of the water that is connected to the middle of the valley."""
    labels, _ = scipy.ndimage.label(ground < level)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return (labels == sizes.argmax()).astype(np.uint8)


def write_dem(path: Path, heights: np.ndarray, where: Place = UTM, **profile: Any) -> str:
    profile = {"count": 1, "height": len(heights), "width": heights.shape[1], "dtype": "float32", **profile}
    with rasterio.open(path, "w", driver="GTiff", crs=where.crs, transform=where.transform, **profile) as raster:
        raster.write(heights.astype(np.float32), 1)
    return str(path)


def estimate(folder: Path, classes: np.ndarray, dem: np.ndarray, **job: Any) -> np.ndarray:
    raster = write_run(folder, classes)
    depth(DepthJob(raster, write_dem(folder / "dem.tif", dem), str(folder / "run_depth.tif"), overwrite=True, **job))
    with rasterio.open(folder / "run_depth.tif") as found:
        return found.read(1, masked=True).filled(np.nan)


def nearest_edge(classes: np.ndarray, dem: np.ndarray) -> np.ndarray:
    """FwDET's rule: the water stands as high as the ground of the nearest edge pixel; then a mean of 3 x 3 pixels."""
    wet = classes == 1
    edge = wet & ~scipy.ndimage.binary_erosion(wet, border_value=1)
    row, column = scipy.ndimage.distance_transform_edt(~edge, return_distances=False, return_indices=True)
    found = np.where(wet, np.maximum(dem[row, column] - dem, 0), 0)
    share = scipy.ndimage.uniform_filter(wet.astype(float), 3)
    return np.where(wet, scipy.ndimage.uniform_filter(found, 3) / np.maximum(share, 0.1), np.nan)


def rmse(found: np.ndarray, truth: np.ndarray, wet: np.ndarray) -> float:
    assert np.isfinite(found[wet]).all()
    return float(np.sqrt(np.mean((found - truth)[wet] ** 2)))


@pytest.mark.parametrize("slope", [0.0, 0.001, 0.005], ids=["level", "10 cm a km", "50 cm a km"])
@pytest.mark.parametrize(("noise", "limit"), [(0.0, 0.15), (1.0, 0.6)])
def test_depths_are_near_the_truth_and_nearer_than_the_nearest_edge(tmp_path: Path, slope: float, noise: float, limit: float) -> None:
    for seed in (1, 2, 3):
        ground, level = valley(seed, slope)
        classes = flooded(ground, level)
        wet = classes == 1
        dem = ground + np.random.default_rng(9).normal(0, noise, ground.shape)
        ours = rmse(estimate(tmp_path, classes, dem), level - ground, wet)
        plain = rmse(nearest_edge(classes, dem), level - ground, wet)
        print(f"slope {slope:g}, noise {noise:g} m, seed {seed}: RMSE {ours:.3f} m; nearest edge {plain:.3f} m")
        assert ours <= limit
        assert ours < plain
