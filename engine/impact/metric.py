"""Measure metres and hectares anywhere on a map's grid, right in degrees, Mercator and UTM alike, across 180° and at a pole."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..raster.arrays import DoubleArray, LongArray
from ..raster.grid import Grid
from ..raster.ground import LONGITUDE_LATITUDE, map_coordinates, transform_points

_SPACING = 256
_SEMI_MAJOR_M, _ECCENTRICITY_2 = 6378137.0, 6.69437999014e-3


class PixelMetric:
    """The metric tensor of a grid's pixels on the WGS 84 ellipsoid, between nodes that lie at most 256 pixels apart.

    A step of (dx, dy) pixels is √(E·dx² + 2·F·dx·dy + G·dy²) metres long, and a pixel has √(E·G − F²) square metres: the first
    fundamental form of the surface (do Carmo 1976, §2.5). At the nodes the ellipsoid's points half a pixel to all sides are taken; in
    between E, F and G are interpolated, which is right to 10⁻⁵ where the nodes are a quarter of a degree apart.

    Args:
        grid: has a reference system, and lies on Earth.
    """

    def __init__(self, grid: Grid) -> None:
        self._rows = np.linspace(0, grid.height, -(-grid.height // _SPACING) + 1)
        self._columns = np.linspace(0, grid.width, -(-grid.width // _SPACING) + 1)
        column, row = np.meshgrid(self._columns, self._rows)
        across = _on_ellipsoid(grid, column + 0.5, row) - _on_ellipsoid(grid, column - 0.5, row)
        down = _on_ellipsoid(grid, column, row + 0.5) - _on_ellipsoid(grid, column, row - 0.5)
        self._tensor = np.stack([(across * across).sum(0), (across * down).sum(0), (down * down).sum(0)])

    def hectares(self, column: LongArray, row: LongArray) -> DoubleArray:
        """Return the hectares of some pixels, float64 (n,)."""
        e, f, g = self._at(column + 0.5, row + 0.5)
        return np.sqrt(np.maximum(e * g - f * f, 0)) / 10_000

    def metres(self, column: LongArray, row: LongArray, step: DoubleArray) -> DoubleArray:
        """Return how long steps in pixels, float64 (n, 2), are in some pixels, float64 (n,)."""
        across, down = step.T
        e, f, g = self._at(column + 0.5, row + 0.5)
        return np.sqrt(np.maximum(e * across**2 + 2 * f * across * down + g * down**2, 0))

    def _at(self, x: Any, y: Any) -> DoubleArray:
        column, right = _between(self._columns, x)
        row, low = _between(self._rows, y)
        t = self._tensor
        above = t[:, row, column] * (1 - right) + t[:, row, column + 1] * right
        below = t[:, row + 1, column] * (1 - right) + t[:, row + 1, column + 1] * right
        return np.asarray(above * (1 - low) + below * low)


def _between(nodes: DoubleArray, at: Any) -> tuple[LongArray, DoubleArray]:
    """Return the node before each position and how far beyond it this lies, 0 to 1; what lies outside is taken for the edge."""
    place = np.clip(at / (nodes[1] - nodes[0]), 0, len(nodes) - 1)
    node = np.minimum(place.astype(np.int64), len(nodes) - 2)
    return node, place - node


def _on_ellipsoid(grid: Grid, column: DoubleArray, row: DoubleArray) -> DoubleArray:
    """Return earth-centred coordinates in metres, float64 (3, ...), of pixel positions."""
    x, y = map_coordinates(grid.transform, column, row)
    if grid.crs != LONGITUDE_LATITUDE:
        x, y = transform_points(grid.crs, LONGITUDE_LATITUDE, x, y)
    return earth_centred(x, y)


def earth_centred(longitude: DoubleArray, latitude: DoubleArray) -> DoubleArray:
    """Return earth-centred coordinates in metres, float64 (3, ...), of places on the ellipsoid in degrees."""
    lon, lat = np.radians(longitude), np.radians(latitude)
    curvature = _SEMI_MAJOR_M / np.sqrt(1 - _ECCENTRICITY_2 * np.sin(lat) ** 2)
    return np.stack(
        [curvature * np.cos(lat) * np.cos(lon), curvature * np.cos(lat) * np.sin(lon), curvature * (1 - _ECCENTRICITY_2) * np.sin(lat)]
    )
