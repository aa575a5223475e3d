"""Measure metres and hectares on the ground, right in degrees, Mercator and UTM alike. PROJ does the geodesy."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import transform as warp_points

from ..contract.errors import InputError
from .arrays import BoolArray, DoubleArray
from .files import RASTER_ERRORS

EQUAL_AREA = CRS.from_epsg(6933)
LONGITUDE_LATITUDE = CRS.from_epsg(4326)
POLAR_EQUAL_AREA = CRS.from_epsg(6931), CRS.from_epsg(6932)
_POLAR_NORTHING = 7_314_000.0
"""Of 85° in EPSG:6933."""
CELL = 256
"""Rows and columns of pixels that share one area in `PixelAreas`."""


def map_coordinates(transform: Affine, columns: npt.NDArray[Any], rows: npt.NDArray[Any]) -> tuple[DoubleArray, DoubleArray]:
    """Return the map coordinates (x, y) of pixel positions, whole numbers being pixel corners."""
    return (
        transform.a * columns + transform.b * rows + transform.c,
        transform.d * columns + transform.e * rows + transform.f,
    )


def transform_points(source: CRS | None, target: CRS | None, x: npt.NDArray[Any], y: npt.NDArray[Any]) -> tuple[DoubleArray, DoubleArray]:
    """Return coordinates in another reference system, float64 of the same shape; infinite where a point has no place in it.

    GDAL refuses all points because of one that has none, so the points are halved until those are found.
    """
    try:
        moved = warp_points(source, target, x.ravel().tolist(), y.ravel().tolist())
        return np.reshape(moved[0], x.shape), np.reshape(moved[1], x.shape)
    except RASTER_ERRORS:
        if x.size == 1:
            return np.full(x.shape, np.inf), np.full(x.shape, np.inf)
    middle = x.size // 2
    halves = [transform_points(source, target, x.ravel()[part], y.ravel()[part]) for part in (np.s_[:middle], np.s_[middle:])]
    east, north = (np.concatenate([half[axis] for half in halves]).reshape(x.shape) for axis in (0, 1))
    return east, north


def ground_pixel_m(crs: CRS, transform: Affine, column: float, row: float) -> tuple[float, float]:
    """Return a pixel's size on the ground (across, down), in metres.

    The steps to the neighbouring pixels are turned into metres with the radii of curvature of the WGS 84 ellipsoid.

    Raises:
        InputError: the coordinates lie nowhere on Earth, are geocentric, or lie so close together that the pixel has no size.
    """
    if not (crs.is_geographic or crs.is_projected):
        raise _nowhere(crs)
    columns, rows = np.array([column, column + 1, column]), np.array([row, row, row + 1])
    x, y = map_coordinates(transform, columns, rows)
    lon, lat = transform_points(crs, LONGITUDE_LATITUDE, x, y)
    if not np.isfinite([*lon, *lat]).all() or np.abs(lat).max() > 90 or np.abs(lon).max() > 361:
        raise _nowhere(crs)
    a, e2 = 6378137.0, 6.69437999014e-3
    sin2 = math.sin(math.radians(lat[0])) ** 2
    per_lat = math.radians(a * (1 - e2) / (1 - e2 * sin2) ** 1.5)
    per_lon = math.radians(a / math.sqrt(1 - e2 * sin2)) * math.cos(math.radians(lat[0]))

    def step(i: int) -> float:
        east = (lon[i] - lon[0] + 540) % 360 - 180
        return math.hypot(east * per_lon, (lat[i] - lat[0]) * per_lat)

    across, down = step(1), step(2)
    if min(across, down) == 0:
        raise _nowhere(crs)
    return across, down


def _nowhere(crs: CRS) -> InputError:
    return InputError(
        f"The image's coordinates lie nowhere on Earth in its coordinate reference system ({describe_crs(crs)}).",
        "Areas and distances need the right one.",
        "Set the image's coordinate reference system right (gdal_edit.py -a_srs, or Layer > Set CRS and Save As in QGIS).",
    )


def describe_crs(crs: CRS | None) -> str:
    """Return a reference system in a few words; empty where there is none."""
    if crs is None:
        return ""
    epsg = crs.to_epsg()
    return f"EPSG:{epsg}" if epsg else crs.to_wkt().split('"')[1]


@dataclass(frozen=True)
class PixelAreas:
    """The area of every pixel of a grid, in hectares, kept as the mean of cells of 256 x 256 pixels.

    Attributes:
        hectares: float64 (cell rows, cell columns), per pixel.
    """

    hectares: DoubleArray

    def sum(self, mask: BoolArray, first_row: int) -> float:
        """Return the hectares under a mask (rows, width) whose first row is `first_row` of the grid."""
        total = 0.0
        starts = np.arange(0, mask.shape[1], CELL)
        row = 0
        while row < mask.shape[0]:
            cell = (first_row + row) // CELL
            last = min(mask.shape[0], (cell + 1) * CELL - first_row, row + CELL // 2)
            per_column = mask[row:last].view(np.uint8).sum(axis=0, dtype=np.uint8)  # of so few rows that bytes hold it
            total += float(np.add.reduceat(per_column.astype(np.int64), starts) @ self.hectares[cell])
            row = last
        return total


def pixel_areas(crs: CRS, transform: Affine, height: int, width: int) -> PixelAreas:
    """Return the pixel areas of a grid, also across 180° and over a pole.

    Corners of cells go to an equal-area projection, where area is plane: the cylindrical EPSG:6933, or beyond 85° the polar ones of the
    same family (Brodzik et al. 2012), all ellipsoidal.

    Raises:
        InputError: a part of the grid lies nowhere on Earth.
    """
    rows = np.append(np.arange(0, height, CELL), height)
    columns = np.append(np.arange(0, width, CELL), width)
    grid_c, grid_r = np.meshgrid(columns, rows)
    x, y = map_coordinates(transform, grid_c, grid_r)
    east, north = transform_points(crs, EQUAL_AREA, x, y)
    if crs.is_geographic:  # in degrees a map knows where it goes on beyond 180°
        degree = transform_points(LONGITUDE_LATITUDE, EQUAL_AREA, np.array([1.0]), np.array([0.0]))[0][0]
        east = x * crs.units_factor[1] / math.radians(1) * degree
        period = np.inf
    else:
        period = 2 * transform_points(LONGITUDE_LATITUDE, EQUAL_AREA, np.array([180.0]), np.array([0.0]))[0][0]
    cell_m2 = _cell_areas(east, north, period)
    for sign, projection in ((1, POLAR_EQUAL_AREA[0]), (-1, POLAR_EQUAL_AREA[1])):
        beyond = sign * north > _POLAR_NORTHING
        if beyond.any() and not crs.is_geographic:
            at_pole = beyond[1:, 1:] | beyond[:-1, :-1] | beyond[1:, :-1] | beyond[:-1, 1:]
            cell_m2 = np.where(at_pole, _cell_areas(*transform_points(crs, projection, x, y), np.inf), cell_m2)
    if not np.isfinite(cell_m2).all():
        raise _nowhere(crs)
    pixels = np.diff(rows)[:, None] * np.diff(columns)[None, :]
    return PixelAreas(cell_m2 / pixels / 10_000)


def _cell_areas(east: DoubleArray, north: DoubleArray, period: float) -> DoubleArray:
    """Return the plane areas of the cells of a lattice, in square metres; eastings begin anew after `period`."""

    def shorter(step: DoubleArray) -> DoubleArray:
        return step if np.isinf(period) else step - period * np.round(step / period)

    with np.errstate(invalid="ignore"):  # where a corner lies nowhere there is no area
        d1e, d1n = shorter(east[1:, 1:] - east[:-1, :-1]), north[1:, 1:] - north[:-1, :-1]
        d2e, d2n = shorter(east[1:, :-1] - east[:-1, 1:]), north[1:, :-1] - north[:-1, 1:]
        return np.asarray(0.5 * np.abs(d1e * d2n - d1n * d2e))
