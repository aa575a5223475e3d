from __future__ import annotations

import math

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS
from rasterio.transform import from_origin
from rasterio.warp import transform as warp_points

from tidemark.engine.contract.errors import InputError
from tidemark.engine.raster.ground import LONGITUDE_LATITUDE, ground_pixel_m, pixel_areas, transform_points


def utm_square_hectares(crs: CRS, transform: Affine, size: int) -> float:
    areas = pixel_areas(crs, transform, size, size)
    return areas.sum(np.ones((size, size), np.bool_), 0)


@pytest.mark.parametrize("latitude", [0.5, 38, 60])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32631"])
def test_pixels_are_measured_in_ground_metres_on_any_grid(crs: str, latitude: float) -> None:
    size = 1e-4 if crs == "EPSG:4326" else 10.0
    x, y = warp_points("EPSG:4326", crs, [3.0], [latitude])
    across, down = ground_pixel_m(CRS.from_string(crs), from_origin(x[0], y[0], size, size), 0, 0)
    squeeze = math.cos(math.radians(latitude))
    expected = {"EPSG:4326": (11.132 * squeeze, 11.1), "EPSG:3857": (10 * squeeze, 10 * squeeze), "EPSG:32631": (10, 10)}[crs]
    assert (across, down) == pytest.approx(expected, rel=0.01)


@pytest.mark.parametrize("latitude", [0.5, 38, 60])
def test_the_same_ground_has_the_same_hectares_on_every_grid(latitude: float) -> None:
    half = 0.05
    found = []
    for crs in ("EPSG:4326", "EPSG:3857"):
        (west, east), (south, north) = warp_points("EPSG:4326", crs, [3 - half, 3 + half], [latitude - half, latitude + half])
        found.append(utm_square_hectares(CRS.from_string(crs), from_origin(west, north, (east - west) / 700, (north - south) / 700), 700))
    metres = 2 * half * 111_320
    assert found[0] == pytest.approx(metres * metres * math.cos(math.radians(latitude)) / 1e4, rel=0.01)
    assert found[1] == pytest.approx(found[0], rel=1e-4)


def test_a_utm_square_has_its_plane_area_within_the_projection_scale() -> None:
    crs = CRS.from_epsg(32631)
    assert utm_square_hectares(crs, from_origin(500_000, 4_200_000, 10, 10), 300) == pytest.approx(900 / 0.9996**2, rel=1e-4)


def test_hectares_of_rows_add_up_to_the_whole() -> None:
    areas = pixel_areas(CRS.from_epsg(4326), from_origin(3, 60, 1e-3, 1e-3), 700, 400)
    mask = np.random.default_rng(0).random((700, 400)) < 0.3
    assert areas.sum(mask[:333], 0) + areas.sum(mask[333:], 333) == pytest.approx(areas.sum(mask, 0))


def test_points_that_have_no_place_are_infinite_and_the_others_are_where_they_were() -> None:
    longitude, latitude = np.array([15.0, 110.0, 15.0, 15.0]), np.array([0.0, 0.0, 100.0, 45.0])

    x, y = transform_points(LONGITUDE_LATITUDE, CRS.from_epsg(32633), longitude, latitude)

    assert x.tolist() == pytest.approx([500_000, np.inf, np.inf, 500_000])
    assert y.tolist() == pytest.approx([0, np.inf, np.inf, 4_982_950], abs=1)


def test_pixels_too_small_to_have_a_size_are_refused() -> None:
    with pytest.raises(InputError, match="lie nowhere on Earth"):
        ground_pixel_m(CRS.from_epsg(4326), from_origin(13.4, 45.9, 1e-17, 1e-17), 10, 10)


def test_metres_declared_as_degrees_are_refused() -> None:
    with pytest.raises(InputError, match="nowhere on Earth"):
        ground_pixel_m(CRS.from_epsg(4326), from_origin(480_000, 6_700_000, 10, 10), 0, 0)


@pytest.mark.parametrize("code", ["EPSG:4978", "EPSG:5703"])
def test_geocentric_coordinates_and_heights_are_no_map(code: str) -> None:
    with pytest.raises(InputError, match="nowhere on Earth"):
        ground_pixel_m(CRS.from_string(code), from_origin(480_000, 6_700_000, 10, 10), 100, 100)
