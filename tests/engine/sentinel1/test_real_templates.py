"""The annotation, calibration and noise of real products, with a measurement of known truth: needs ../shared/data/safe, skips without."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import rasterio

from helpers.sentinel1_products import PRODUCTS, compare, real_product, write_backscatter, write_hills
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.requests import PrepareJob
from tidemark.engine.sentinel1.geometry import RadarGeometry, earth_fixed
from tidemark.engine.sentinel1.prepare import placement_on_grid, prepare
from tidemark.engine.sentinel1.product import open_product
from tidemark.engine.simulation.product import write_product

TEMPLATES = ("8255", "6FF8", "6D00", "5371", "ECC8", "BB15")

pytestmark = pytest.mark.skipif(not PRODUCTS.is_dir(), reason="../shared/data/safe, annotation of real products, is not there")


@pytest.mark.parametrize("code", TEMPLATES)
def test_the_orbit_leads_to_the_tie_points_of_the_geolocation_grid(code: str) -> None:
    geometry = RadarGeometry(open_product(real_product(code), measured=False).annotation)
    grid = geometry.grid
    line, pixel = geometry.image_position_on_grid(grid.latitude, grid.longitude)
    assert np.abs(line - grid.lines[:, None]).max() < 0.1
    assert np.abs(pixel - grid.pixels).max() < 0.1


@pytest.mark.parametrize(("code", "relief"), [("8255", 0.0), ("6FF8", 300.0), ("6D00", 0.0)])
def test_truth_in_a_real_products_geometry_comes_back(tmp_path: Path, code: str, relief: float) -> None:
    truth = write_backscatter(tmp_path / "truth.tif", Path(real_product(code)))
    dem = str(write_hills(tmp_path / "dem.tif", truth, 400.0, relief)) if relief else ""
    product = tmp_path / "product.SAFE"
    write_product(real_product(code), truth, product, dem)
    with rasterio.open(truth) as image:
        extent = tuple(image.bounds)
    image = prepare(PrepareJob((str(product),), str(tmp_path / "image.tif"), dem, extent=extent), lambda _event: None, lambda: False).image
    found = compare(image, truth)
    assert max(abs(offset) for offset in found.offset_db.values()) < 0.05
    assert found.shift_px < (0.5 if relief else 0.1)


@pytest.mark.parametrize("code", ["8255", "6FF8", "6D00"])
def test_without_a_dem_ground_is_off_by_what_its_height_and_the_notice_say(code: str) -> None:
    geometry = RadarGeometry(open_product(real_product(code), measured=False).annotation)
    grid = geometry.grid
    line, pixel = (np.array([0.3, 0.6]) * axis[-1] for axis in (grid.lines, grid.pixels))
    height = geometry.grid_height(line, pixel)
    low, high = (earth_fixed(*geometry.place(line, pixel, height + more), height) for more in (0.0, 100.0))
    off_by = np.linalg.norm(high - low, axis=1)
    assert off_by == pytest.approx(100 / np.tan(np.deg2rad(geometry.incidence(line, pixel))), rel=0.01)
    steep = np.unravel_index(grid.incidence.argmin(), grid.incidence.shape)
    line, pixel, height = (np.array([float(one)]) for one in (grid.lines[steep[0]], grid.pixels[steep[1]], grid.height[steep]))
    between = max(float(np.abs(np.diff(grid.height, axis=axis)).max()) for axis in (0, 1))
    low, high = (earth_fixed(*geometry.place(line, pixel, height + more), height) for more in (0.0, between))
    told = re.search(r"off by up to (\d+) m", placement_on_grid(geometry))
    assert told
    assert float(told[1]) == pytest.approx(np.linalg.norm(high - low), rel=0.02)


def test_products_without_a_measurement_are_refused_as_such() -> None:
    for code in ("8255", "6FF8", "BB15"):
        with pytest.raises(InputError, match="has no measurement"):
            open_product(real_product(code))
