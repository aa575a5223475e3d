"""Heights: what a DEM's count from, where it cannot be used, and where slopes hide ground from the radar or double it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_bounds

from helpers.scenes import state_scale
from helpers.sentinel1_products import Template, write_template
from tidemark.engine.contract.errors import InputError
from tidemark.engine.sentinel1.geometry import RadarGeometry
from tidemark.engine.sentinel1.map_grid import choose_grid
from tidemark.engine.sentinel1.product import open_product
from tidemark.engine.sentinel1.terrain import Terrain, layover_and_shadow

TEMPLATE = Template(height=300.0)


@pytest.fixture
def geometry(tmp_path: Path) -> RadarGeometry:
    return RadarGeometry(open_product(str(write_template(tmp_path, TEMPLATE)), measured=False).annotation)


def write_dem(path: Path, geometry: RadarGeometry, height: float, crs: str = "EPSG:4326", unit: float = 1.0) -> str:
    grid = geometry.grid
    bounds = grid.longitude.min() - 0.02, grid.latitude.min() - 0.02, grid.longitude.max() + 0.02, grid.latitude.max() + 0.02
    heights = np.full((200, 200), height * unit, np.float32) + np.random.default_rng(0).normal(0, 2, (200, 200)).astype(np.float32)
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "height": 200, "width": 200, "transform": from_bounds(*bounds, 200, 200)}
    with rasterio.open(path, "w", crs=crs or None, **profile) as raster:
        raster.write(heights, 1)
    return str(path)


def raised(path: str, geometry: RadarGeometry, datum: str) -> float:
    with Terrain(path, choose_grid([geometry], None, 10.0, None), geometry, datum) as terrain:
        middle = terrain.read(20, 21, 20, 21)[0, 0]
        assert middle == pytest.approx(300 - 48 + terrain.raised, abs=8)
        return terrain.raised


@pytest.mark.parametrize(("datum", "expected"), [("auto", 48), ("geoid", 48), ("ellipsoid", 0)])
def test_heights_above_a_geoid_are_raised_by_the_products_own(tmp_path: Path, geometry: RadarGeometry, datum: str, expected: float) -> None:
    assert raised(write_dem(tmp_path / "dem.tif", geometry, 252.0), geometry, datum) == pytest.approx(expected, abs=2)


def test_heights_that_are_stored_as_scaled_numbers_are_metres(tmp_path: Path, geometry: RadarGeometry) -> None:
    path = state_scale(write_dem(tmp_path / "dem.tif", geometry, 252.0 + 100.0, unit=10.0), 0.1, -100)
    assert raised(path, geometry, "auto") == pytest.approx(48, abs=2)


def test_a_band_of_the_dem_that_is_a_mask_tells_where_there_is_no_height(tmp_path: Path, geometry: RadarGeometry) -> None:
    path = write_dem(tmp_path / "dem.tif", geometry, 252.0)
    with rasterio.open(path) as plain:
        heights, profile = plain.read(1), {**plain.profile, "count": 2}
    there = np.ones(heights.shape, np.float32)
    there[:, 90:], heights[:, 90:] = 0, 0
    with rasterio.open(path, "w", **profile) as masked:
        masked.write(np.stack([heights, there]))
        masked.descriptions = ("height", "dataMask")
    grid = choose_grid([geometry], None, 10.0, None)
    with Terrain(path, grid, geometry, "geoid") as terrain:
        assert terrain.raised == pytest.approx(48, abs=2)
        assert np.ptp(terrain.range) < 2 * 300 + 100
        assert np.isnan(terrain.read(0, grid.height, 0, grid.width)).mean() > 0.5


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"crs": ""}, "no coordinate reference system"),
        ({"height": 300.0, "unit": 100.0}, "Heights in metres are needed"),
        ({"crs": "EPSG:32633"}, "no height where the image lies"),
    ],
    ids=["no CRS", "centimetres", "elsewhere"],
)
@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_dem_that_cannot_be_used_is_one_message(tmp_path: Path, geometry: RadarGeometry, options: dict[str, float], words: str) -> None:
    path = write_dem(tmp_path / "dem.tif", geometry, **{"height": 300.0, **options})  # type: ignore[arg-type]
    with pytest.raises(InputError, match=words):
        Terrain(path, choose_grid([geometry], None, 10.0, None), geometry, "auto")


def test_a_radar_image_is_no_dem(tmp_path: Path, geometry: RadarGeometry) -> None:
    path = write_dem(tmp_path / "scene.tif", geometry, height=300.0)
    with rasterio.open(path, "r+") as raster:
        raster.set_band_description(1, "VV")
    with pytest.raises(InputError, match=r"scene.tif is a radar image: its first band is VV"):
        Terrain(path, choose_grid([geometry], None, 10.0, None), geometry, "auto")


def ridge(slope: float) -> np.ndarray:
    """Return a ridge of 600 m that runs down the map, nodes of 10 m, both of its sides as steep as asked for, in degrees."""
    across = np.abs(np.arange(300) - 150) * 10.0
    return np.tile(np.maximum(600 - across * np.tan(np.deg2rad(slope)), 0).astype(np.float32), (80, 1))


def hidden_by(slope: float, incidence: float) -> tuple[np.ndarray, np.ndarray]:
    """Return what lies in layover or shadow along the middle row, on the side towards the radar (it looks to the right) and behind."""
    row, column = np.mgrid[:80, :300].astype(np.float64)
    hidden = layover_and_shadow(ridge(slope), column + 0 * row, incidence, (10.0, 10.0))[40]
    return hidden[:150], hidden[151:]


def test_gentle_slopes_hide_nothing() -> None:
    front, back = hidden_by(25.0, 38.0)
    assert not front[5:-5].any()
    assert not back[5:-5].any()


def test_a_slope_steeper_than_the_view_is_laid_over_with_the_ground_before_it() -> None:
    front, back = hidden_by(50.0, 35.0)
    slope_m, foot_m = 600 / np.tan(np.deg2rad(50.0)), 600 / np.tan(np.deg2rad(35.0)) - 600 / np.tan(np.deg2rad(50.0))
    assert front.sum() * 10 == pytest.approx(slope_m + foot_m, abs=60)
    assert not back[-40:].any()


def test_ground_behind_a_crest_lies_in_shadow_as_far_as_the_ray_goes() -> None:
    _, back = hidden_by(80.0, 60.0)
    assert back.sum() * 10 == pytest.approx(600 * np.tan(np.deg2rad(60.0)), abs=60)
