"""The map grid of a prepared image, and for every pixel of it the line and the pixel of the product.

Exact positions are worked out on nodes some hundred metres apart, for three heights that span the ground's, and interpolated: between
the nodes bilinear, over the height by the parabola through the three.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.crs import CRS

from ..contract.errors import InputError
from ..raster.arrays import DoubleArray, FloatArray
from ..raster.grid import Grid
from ..raster.ground import map_coordinates, transform_points
from .geometry import RadarGeometry

Positions = npt.NDArray[np.floating[Any]]

NODE_STEP = 64
"""Pixels from node to node."""
_LONLAT = CRS.from_epsg(4326)
_MARGIN = 3
_FARTHEST_UTM_LATITUDE = 84
_METRES_PER_DEGREE = 111_319.49
_LARGEST_SIDE = 200_000
_LEVELS = np.array([-1.0, 0.0, 1.0])


def choose_crs(latitude: float, longitude: float) -> CRS:
    """Return the UTM zone of a place, near the poles their stereographic grid (UPS)."""
    if abs(latitude) > _FARTHEST_UTM_LATITUDE:
        return CRS.from_epsg(32661 if latitude > 0 else 32761)
    zone = int((longitude + 180) % 360 // 6) + 1
    return CRS.from_epsg((32600 if latitude >= 0 else 32700) + zone)


def choose_grid(
    geometries: Sequence[RadarGeometry], crs: CRS | None, pixel: float, extent: tuple[float, float, float, float] | None
) -> Grid:
    """Return the grid of some slices, its sides on whole multiples of a pixel so that grids of other dates fit.

    Args:
        crs: None: the UTM zone of the centre.
        pixel: in the unit of `crs`.
        extent: xmin, ymin, xmax, ymax in longitude and latitude, or in the coordinates of the grid where they are too large for those;
            None: everything.

    Raises:
        InputError: the extent does not meet the image, or the grid would be beyond measure.
    """
    latitude = np.concatenate([geometry.grid.latitude.ravel() for geometry in geometries])
    longitude = np.concatenate([geometry.grid.longitude.ravel() for geometry in geometries])
    crs = crs or choose_crs(float(latitude.mean()), float(longitude.mean()))
    x, y = to_crs(crs, latitude, longitude)
    sides = [float(x.min()), float(y.min()), float(x.max()), float(y.max())]
    if extent is not None:
        wanted = in_crs(extent, crs)
        found = sides
        sides = [max(found[0], wanted[0]), max(found[1], wanted[1]), min(found[2], wanted[2]), min(found[3], wanted[3])]
        if sides[0] >= sides[2] or sides[1] >= sides[3]:
            raise InputError(
                f"The extent {', '.join(f'{side:g}' for side in extent)} does not meet the product.",
                f"It covers {', '.join(f'{side:.0f}' for side in found)} in {crs.to_string()}, in longitude and latitude "
                f"{longitude.min():.3f}, {latitude.min():.3f}, {longitude.max():.3f}, {latitude.max():.3f}.",
                "Choose an extent inside it.",
            )
    margin = _MARGIN if extent is None else 0
    left, bottom = (math.floor(side / pixel) - margin for side in sides[:2])
    right, top = (math.ceil(side / pixel) + margin for side in sides[2:])
    if max(right - left, top - bottom) > _LARGEST_SIDE:
        raise InputError(
            f"The image would have {right - left} x {top - bottom} pixels.", "", "Choose a larger pixel, another grid or an extent."
        )
    return Grid(top - bottom, right - left, Affine(pixel, 0, left * pixel, 0, -pixel, top * pixel), crs)


def to_crs(crs: CRS, latitude: DoubleArray, longitude: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
    """Return the map coordinates of some places, float64 of their shape."""
    return transform_points(_LONLAT, crs, longitude, latitude)


def to_degrees(crs: CRS, x: DoubleArray, y: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
    """Return latitude and longitude of map coordinates, float64 of their shape."""
    longitude, latitude = transform_points(crs, _LONLAT, x, y)
    return latitude, longitude


def pixel_size(crs: CRS | None, metres: float) -> float:
    """Return a pixel of so many metres in the unit of a CRS; None stands for UTM."""
    if crs is not None and crs.is_geographic:
        return metres / _METRES_PER_DEGREE
    return metres / (1.0 if crs is None else float(crs.linear_units_factor[1]))


def in_crs(extent: tuple[float, float, float, float], crs: CRS) -> tuple[float, float, float, float]:
    """Return an extent in the coordinates of a grid, where it may be given in longitude and latitude. Raises `InputError` for none."""
    xmin, ymin, xmax, ymax = extent
    if not (np.isfinite(extent).all() and xmin < xmax and ymin < ymax):
        raise InputError(
            f"The extent {', '.join(f'{side:g}' for side in extent)} is empty.",
            "It is XMIN,YMIN,XMAX,YMAX with XMIN < XMAX and YMIN < YMAX.",
            "Correct the extent.",
        )
    if max(abs(xmin), abs(xmax)) > 360 or max(abs(ymin), abs(ymax)) > 90 or crs.is_geographic:
        return extent
    across, down = np.linspace(xmin, xmax, 9), np.linspace(ymin, ymax, 9)
    longitude, latitude = np.meshgrid(across, down)
    x, y = to_crs(crs, latitude, longitude)
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


@dataclass(frozen=True)
class Block:
    """A rectangle of the grid: rows and columns, the last ones excluded."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


class Lattice:
    """The image positions of a grid's nodes.

    Args:
        geometry: of the product.
        grid: the map grid.
        heights: lowest and highest ground in metres above the ellipsoid; None: the ground lies where the geolocation grid has it.
    """

    def __init__(self, geometry: RadarGeometry, grid: Grid, heights: tuple[float, float] | None) -> None:
        shape = max(-(-(grid.height - 1) // NODE_STEP), 1) + 1, max(-(-(grid.width - 1) // NODE_STEP), 1) + 1
        rows, columns = np.indices(shape, np.float64) * NODE_STEP
        x, y = map_coordinates(grid.transform, columns + 0.5, rows + 0.5)
        latitude, longitude = to_degrees(grid.crs, x, y)
        self._middle, self._half = (0.0, 0.0) if heights is None else ((heights[0] + heights[1]) / 2, (heights[1] - heights[0]) / 2 + 1)
        if heights is None:
            positions = [geometry.image_position_on_grid(latitude, longitude)]
        else:
            positions = [geometry.image_position(latitude, longitude, self._middle + level * self._half) for level in _LEVELS]
        self._line, self._pixel = (np.array(values) for values in zip(*positions, strict=True))
        line, pixel = self._line[len(positions) // 2], self._pixel[len(positions) // 2]
        self._grid_height, self._incidence = geometry.grid_height(line, pixel), geometry.incidence(line, pixel)

    def reach(self, block: Block) -> tuple[float, float, float, float]:
        """Return the first and last line and the first and last pixel that a block may show."""
        part = self._part(block)
        line, pixel = self._line[(slice(None), *part)], self._pixel[(slice(None), *part)]
        return float(line.min()), float(line.max()), float(pixel.min()), float(pixel.max())

    def positions(self, rows: Positions, columns: Positions, height: FloatArray | None) -> tuple[DoubleArray, DoubleArray]:
        """Return line and pixel, float64 (R, C), of some rows and columns of the grid.

        Args:
            rows, columns: (R,) and (C,), whole numbers being pixel centres; they may lie between.
            height: (R, C) metres above the ellipsoid; None where the lattice has the geolocation grid's.
        """
        if height is None:
            return self._between(self._line[0], rows, columns), self._between(self._pixel[0], rows, columns)
        level = (height - self._middle) / self._half
        weights = (level * (level - 1) / 2, 1 - level * level, level * (level + 1) / 2)
        line, pixel = (
            sum(weight * self._between(nodes, rows, columns) for weight, nodes in zip(weights, values, strict=True))
            for values in (self._line, self._pixel)
        )
        return np.asarray(line), np.asarray(pixel)

    def grid_height(self, rows: Positions, columns: Positions) -> DoubleArray:
        """Return the geolocation grid's heights, float64 (R, C), in metres above the ellipsoid."""
        return self._between(self._grid_height, rows, columns)

    def incidence(self, rows: Positions, columns: Positions) -> DoubleArray:
        """Return angles of incidence on level ground, float64 (R, C), in degrees."""
        return self._between(self._incidence, rows, columns)

    def _between(self, nodes: DoubleArray, rows: Positions, columns: Positions) -> DoubleArray:
        return bilinear(nodes, rows / NODE_STEP, columns / NODE_STEP)

    def _part(self, block: Block) -> tuple[slice, slice]:
        return (
            slice(block.first_row // NODE_STEP, -(-(block.last_row - 1) // NODE_STEP) + 1),
            slice(block.first_column // NODE_STEP, -(-(block.last_column - 1) // NODE_STEP) + 1),
        )


def bilinear(values: DoubleArray, rows: Positions, columns: Positions) -> DoubleArray:
    """Return values between those of a table, float64 (R, C).

    Args:
        values: at least 2 by 2.
        rows, columns: (R,) and (C,) places in it; those outside are carried on from the outermost two values.
    """
    row = np.clip(np.floor(rows), 0, values.shape[0] - 2).astype(np.intp)
    column = np.clip(np.floor(columns), 0, values.shape[1] - 2).astype(np.intp)
    first, last = int(column.min()), int(column.max()) + 2
    down, across, column = (rows - row)[:, None], columns - column, column - first
    part = values[row, first:last] + down * (values[row + 1, first:last] - values[row, first:last])
    left = part[:, column]
    return np.asarray(left + across * (part[:, column + 1] - left))
