"""Say where an image's pixels lie, whether two images' pixels lie in the same places, and by which windows an image is looked over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS

from ..contract.errors import InputError
from .arrays import BoolArray
from .ground import map_coordinates

SAMPLE_WINDOW = 128
"""Rows and columns of a window that an image is looked over by."""
_SAME_PIXEL = 0.01

Part = tuple[int, int, int, int]
"""First and last row, first and last column."""


@dataclass(frozen=True)
class Grid:
    """Where an image's pixels lie. `crs` is None where the image has no georeference."""

    height: int
    width: int
    transform: Affine
    crs: CRS | None

    def part(self, first_row: int, last_row: int, first_column: int, last_column: int) -> Grid:
        """Return the grid of a window."""
        # Not by rasterio.windows.transform: it adds and takes away the origin, which loses digits, and warns with affine 3.
        x, y = map_coordinates(self.transform, np.array([first_column]), np.array([first_row]))
        t = self.transform
        return Grid(last_row - first_row, last_column - first_column, Affine(t.a, t.b, float(x[0]), t.d, t.e, float(y[0])), self.crs)


def shifted_to(grid: Grid, other: Grid) -> Grid:
    """Return a grid in degrees by whole turns nearer to another one: some count longitudes from 0 to 360, others from -180 to 180."""
    if grid.crs is None or other.crs is None or not (grid.crs.is_geographic and other.crs.is_geographic):
        return grid
    (here,), (there,) = (map_coordinates(g.transform, np.array([g.width / 2]), np.array([g.height / 2]))[0] for g in (grid, other))
    turns, t = round((there - here) / 360), grid.transform
    return replace(grid, transform=Affine(t.a, t.b, t.c + 360 * turns, t.d, t.e, t.f)) if turns else grid


def corners_agree(one: Grid, other: Grid) -> bool:
    """Return whether the corners of two grids of one size lie within a hundredth of a pixel of each other."""
    corners = np.array([[0, 0], [one.width, 0], [0, one.height], [one.width, one.height]], np.float64).T
    across, down = map_coordinates(~one.transform, *map_coordinates(other.transform, *corners))
    return bool(np.abs(np.stack([across, down]) - corners).max() < _SAME_PIXEL)


def same_grid(one: Grid, other: Grid) -> bool:
    """Return whether two grids have the same pixels: their corners lie within a hundredth of a pixel. Without georeference: one size."""
    if (one.height, one.width) != (other.height, other.width) or one.crs != other.crs:
        return False
    return one.crs is None or corners_agree(one, other)


def shared_grid(datasets: Sequence[rasterio.DatasetReader]) -> Grid:
    """Return the grid of the files of one image. Raises `InputError` where their grids differ."""
    first = datasets[0]
    for other in datasets[1:]:
        grids = [Grid(d.height, d.width, d.transform, d.crs) for d in (first, other)]
        if first.shape != other.shape or first.crs != other.crs or not corners_agree(*grids):
            raise InputError(
                f"{PurePath(first.name).name} has {first.width} x {first.height} pixels and {PurePath(other.name).name} "
                f"{other.width} x {other.height}; their grids differ.",
                "The bands of one scene share size, position and coordinate reference system.",
                "Bring them onto one grid first (gdalwarp -te … -tr …, or Raster > Align Rasters in QGIS).",
            )
    crs = first.crs if first.crs and first.transform != Affine.identity() else None
    return Grid(first.height, first.width, first.transform, crs)


def sample_windows(height: int, width: int, count: int) -> list[Part]:
    """Return at most `count` × `count` windows of 128 pixels spread over an image: first and last row, first and last column."""
    return [
        (row, min(row + SAMPLE_WINDOW, height), column, min(column + SAMPLE_WINDOW, width))
        for row in _starts(height, count)
        for column in _starts(width, count)
    ]


def parts_on(overview: BoolArray, height: int, width: int) -> list[Part]:
    """Return up to 64 windows of 128 pixels of an image that lie where a coarse look at it, bool (rows, columns), has seen something."""
    seen = np.argwhere(overview)
    if not len(seen):
        return []
    scale = np.array([height, width]) / overview.shape
    chosen = seen[np.unique(np.linspace(0, len(seen) - 1, 64).astype(np.intp))]
    starts = np.unique((chosen * scale / SAMPLE_WINDOW).astype(np.intp), axis=0) * SAMPLE_WINDOW
    return [(r, min(r + SAMPLE_WINDOW, height), c, min(c + SAMPLE_WINDOW, width)) for r, c in starts.tolist()]


def _starts(length: int, count: int) -> list[int]:
    """Return the starts of at most `count` windows spread evenly over a length; the windows lie side by side where they cover it all."""
    if length <= count * SAMPLE_WINDOW:
        return list(range(0, length, SAMPLE_WINDOW))
    return [int((i + 0.5) * length / count) - SAMPLE_WINDOW // 2 for i in range(count)]
