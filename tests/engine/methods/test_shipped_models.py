"""What a user may rely on with the model that is shipped, on simulated scenes."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.enums import Resampling
from rasterio.transform import from_origin
from rasterio.warp import reproject, transform_bounds

from tidemark.engine.contract.job import Job, Source
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.simulation.files import write
from tidemark.engine.simulation.scene import SceneSpec


def classes(scene: Path, prefix: Path, kind: str = "class", **options: object) -> np.ndarray:
    result = detect(Job("water", (Source((str(scene),)),), str(prefix), **options))  # type: ignore[arg-type]
    with rasterio.open(result.files[kind]) as raster:
        return raster.read(1)


def simulated(path: Path, **spec: object) -> Path:
    write(SceneSpec(**{"width": 700, "height": 700, "seed": 5, **spec}), path)  # type: ignore[arg-type]
    return path


def warp(source: Path, target: Path, crs: str) -> Path:
    """Bring a scene in power onto a provider's grid: pixels of 10 m, or of its degrees at the equator, lying where they fall."""
    with rasterio.open(source) as given:
        step = 8.983e-5 if crs == "EPSG:4326" else 10
        left, bottom, right, top = transform_bounds(given.crs, crs, *given.bounds)
        transform = from_origin(left - 0.37 * step, top + 0.41 * step, step, step)
        height, width = round((top - bottom) / step), round((right - left) / step)
        values = np.full((2, height, width), np.nan, np.float32)
        reproject(
            given.read(),
            values,
            src_transform=given.transform,
            src_crs=given.crs,
            src_nodata=np.nan,
            dst_transform=transform,
            dst_crs=crs,
            dst_nodata=np.nan,
            resampling=Resampling.bilinear,
        )
        profile = {"driver": "GTiff", "count": 2, "dtype": "float32", "height": height, "width": width, "nodata": np.nan}
        with rasterio.open(target, "w", transform=transform, crs=crs, **profile) as made:
            made.write(values)
            made.descriptions = ("VV", "VH")
            made.update_tags(UNITS="linear")
    return target


def back(class_path: Path, reference: Path) -> np.ndarray:
    with rasterio.open(class_path) as made, rasterio.open(reference) as grid:
        out = np.full(grid.shape, 255, np.uint8)
        reproject(
            made.read(1),
            out,
            src_transform=made.transform,
            src_crs=made.crs,
            src_nodata=255,
            dst_transform=grid.transform,
            dst_crs=grid.crs,
            dst_nodata=255,
            resampling=Resampling.nearest,
        )
    return out


@pytest.mark.parametrize(
    ("model", "scales"),
    [("water", (1.0,)), ("water", (0.5, 0.75, 1.0)), ("water", (0.5, 1.25)), ("water-fine", (1.0,)), ("water-fine", (0.5, 1.0))],
)
def test_windows_leave_no_seam_at_any_scale(tmp_path: Path, model: str, scales: tuple[float, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    scene = simulated(tmp_path / "scene.tif", width=1600, height=320, flood=0.6)  # whole windows: nothing is mirrored at its edge
    tiled = classes(scene, tmp_path / "tiled", "probability", model=model, scales=scales)
    monkeypatch.setattr("tidemark.engine.pipeline.tiling.LARGEST_WINDOW", 2048)
    whole = classes(scene, tmp_path / "whole", "probability", model=model, scales=scales)
    assert np.abs(tiled.astype(int) - whole).max() <= 1  # per cent, of which half a one is rounding


def test_windows_of_the_oil_network_leave_no_seam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sea = simulated(tmp_path / "sea.tif", kind="sea", width=2304, height=320)

    def mapped(prefix: str) -> np.ndarray:
        result = detect(Job("oil", (Source((str(sea),)),), str(tmp_path / prefix)))
        with rasterio.open(result.files["probability"]) as raster:
            return raster.read(1).astype(int)

    tiled = mapped("tiled")
    monkeypatch.setattr("tidemark.engine.pipeline.tiling.LARGEST_WINDOW", 4096)
    assert np.abs(tiled - mapped("whole")).max() <= 1


def test_every_scale_gives_the_same_map_without_being_told(tmp_path: Path) -> None:
    maps = {
        scale: classes(simulated(tmp_path / f"{scale}.tif", scale=scale), tmp_path / scale)
        for scale in ("db", "power", "amplitude", "db100")
    }
    assert (maps["db"] == 1).mean() > 0.02
    for scale, found in maps.items():
        assert np.mean(found == maps["db"]) >= 0.99, scale


@pytest.mark.parametrize("latitude", [38.0, 60.0])
def test_the_same_ground_gives_the_same_map_in_degrees_mercator_and_utm(tmp_path: Path, latitude: float) -> None:
    # A wide flood: on thin rivers the half pixel by which the grids themselves differ weighs more than the network.
    ground = simulated(tmp_path / "ground.tif", scale="power", centre=(15.0, latitude), border_as="nan", seed=6)
    maps = []
    for crs in ("EPSG:32633", "EPSG:4326", "EPSG:3857"):
        prefix = tmp_path / crs.replace(":", "_")
        classes(warp(ground, tmp_path / f"{prefix.name}.tif", crs), prefix)
        maps.append(back(Path(f"{prefix}_class.tif"), ground)[32:-32, 32:-32] == 1)
    for a, b in combinations(maps, 2):
        assert (a & b).sum() / (a | b).sum() >= 0.95


def test_tiles_equal_the_whole_image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = simulated(tmp_path / "s.tif", width=1500, height=1500)
    tiled = classes(scene, tmp_path / "tiled", "probability")
    monkeypatch.setattr("tidemark.engine.pipeline.tiling.LARGEST_WINDOW", 2048)
    whole = classes(scene, tmp_path / "whole", "probability")
    assert np.abs(tiled.astype(int) - whole)[64:-64, 64:-64].max() <= 2


def test_an_extent_moved_by_half_a_tile_gives_the_same_map(tmp_path: Path) -> None:
    scene = simulated(tmp_path / "s.tif", width=1500, height=1500)
    with rasterio.open(scene) as raster:
        left, top = raster.bounds.left, raster.bounds.top
    first = classes(scene, tmp_path / "a", extent=(left, top - 9000, left + 9000, top))
    second = classes(scene, tmp_path / "b", extent=(left + 5120, top - 14120, left + 14120, top - 5120))
    assert np.mean(first[512:, 512:] != second[:388, :388]) <= 0.005
