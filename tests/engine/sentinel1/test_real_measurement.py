"""A real measurement becomes a map of Kerala: needs ../shared/data/safe, skips without. Its tables are another product's."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine
from scipy.interpolate import CloughTocher2DInterpolator
from scipy.ndimage import gaussian_filter, map_coordinates

from helpers.kerala import Kerala, write_kerala
from helpers.sentinel1_products import PRODUCTS, real_product, shift
from tidemark.engine.contract.requests import PrepareJob
from tidemark.engine.sentinel1.geometry import RadarGeometry
from tidemark.engine.sentinel1.map_grid import to_crs, to_degrees
from tidemark.engine.sentinel1.prepare import prepare
from tidemark.engine.sentinel1.product import open_product

PIXEL_M = 200
WATER = {
    "sea off Kochi": (75.95, 9.95),
    "sea off Thrissur": (75.95, 10.30),
    "Vembanad lake": (76.38, 9.75),
    "Malampuzha reservoir": (76.68, 10.84),
    "Parambikulam reservoir": (76.78, 10.38),
    "Vaigai reservoir": (77.585, 10.055),
    "Periyar lake": (77.19, 9.535),
    "Idukki reservoir": (76.97, 9.83),
}
LAND = {"Kochi airport": (76.40, 10.15), "Pollachi": (77.0, 10.66), "Munnar": (77.06, 10.09), "Kottayam": (76.52, 9.59)}

pytestmark = pytest.mark.skipif(not PRODUCTS.is_dir(), reason="../shared/data/safe, a real measurement, is not there")


class Prepared(NamedTuple):
    """The product, and its image: decibels (2, h, w), NaN where nothing was observed, transform and reference system."""

    kerala: Kerala
    decibels: np.ndarray
    transform: Affine
    crs: rasterio.crs.CRS

    def around(self, longitude: float, latitude: float, pixels: int = 5) -> np.ndarray:
        """Return VH around a place, in dB."""
        x, y = to_crs(self.crs, np.array([latitude]), np.array([longitude]))
        column, row = (int(at) for at in ~self.transform * (x[0], y[0]))
        return self.decibels[1, row - pixels : row + pixels + 1, column - pixels : column + pixels + 1]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    folder = tmp_path_factory.mktemp("kerala")
    kerala = write_kerala(folder, real_product("8255"))
    job = PrepareJob((str(kerala.product),), str(folder / "image.tif"), pixel=PIXEL_M)
    with rasterio.open(prepare(job, lambda _event: None, lambda: False).image) as image:
        values = image.read(masked=True).astype(np.float64).filled(np.nan) * image.scales[0]
        return Prepared(kerala, values, image.transform, image.crs)


def test_the_ground_control_points_lie_where_the_measurement_has_them(prepared: Prepared) -> None:
    points = prepared.kerala.points
    geometry = RadarGeometry(open_product(str(prepared.kerala.product)).annotation)
    line, pixel = geometry.image_position(points[:, 3], points[:, 2], points[:, 4])
    assert np.hypot(line - points[:, 0], pixel - points[:, 1]).mean() < 0.5


@pytest.mark.parametrize("name", WATER)
def test_sea_lake_and_reservoirs_are_where_the_map_has_them(name: str, prepared: Prepared) -> None:
    assert np.nanmin(prepared.around(*WATER[name])) < -22


@pytest.mark.parametrize("name", LAND)
def test_towns_and_hills_are_land(name: str, prepared: Prepared) -> None:
    assert np.nanmedian(prepared.around(*LAND[name], 2)) > -18
    assert np.nanmin(prepared.around(*LAND[name], 2)) > -20


def test_the_coast_parts_a_dark_sea_from_the_land(prepared: Prepared) -> None:
    """West of a coast point 5 km of sea, east of it land: the coast at Chavakkad and at Chellanam, from a map."""
    for longitude, latitude in ((76.020, 10.58), (76.273, 9.82)):
        west = np.nanmedian(prepared.around(longitude - 0.03, latitude, 3))
        east = np.nanmedian(prepared.around(longitude + 0.02, latitude, 2))
        assert west < -26
        assert east > west + 5


def test_the_image_lies_as_the_ground_control_points_alone_would_place_it(prepared: Prepared) -> None:
    points, height, width = prepared.kerala.points, *prepared.decibels.shape[1:]
    row, column = np.mgrid[:height, :width] + 0.5
    x, y = prepared.transform * (column, row)
    latitude, longitude = to_degrees(prepared.crs, x, y)
    place = np.nan_to_num(CloughTocher2DInterpolator(points[:, 2:4], points[:, :2])(longitude, latitude), nan=-9)
    with rasterio.open(prepared.kerala.measurement) as measurement:
        numbers = map_coordinates(measurement.read(1).astype(np.float64), np.moveaxis(place, -1, 0), order=1, cval=0)
    placed = 20 * np.log10(np.maximum(numbers, 1))
    seen = np.isfinite(prepared.decibels[0]) & (numbers > 1)
    assert np.corrcoef(prepared.decibels[0][seen], placed[seen])[0, 1] > 0.9
    shifts = []
    for top, left in ((250, 450), (250, 1050), (550, 250), (550, 650), (700, 450), (700, 850)):
        part = np.s_[top : top + 150, left : left + 200]
        ours, theirs = (gaussian_filter(values[part], 1.5) for values in (prepared.decibels[0], placed))
        shifts.append(shift(ours - ours.mean(), theirs - theirs.mean()))
    assert max(shifts) < 0.5
