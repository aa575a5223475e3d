"""Tell where land is, from a user's raster or polygons, on an image's grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from threading import Lock

import numpy as np
from rasterio.windows import Window

from ..contract.classes import ClassCode
from ..contract.errors import TidemarkError
from ..raster.arrays import BoolArray
from ..raster.files import RASTER_ERRORS, open_unchecked
from ..raster.grid import Grid
from ..raster.warp import GridLayer
from .exclusions import Exclusion, RasterExclusion, read_polygon_exclusion

_ROWS_AT_ONCE = 128


class Land:
    """Land on an image's grid.

    Args:
        whole: the land of the whole image.

    Attributes:
        name: the file's name.
    """

    def __init__(self, whole: Exclusion) -> None:
        self._whole, self.name = whole, whole.name
        self._last: tuple[tuple[int, int], BoolArray] | None = None
        self._lock = Lock()  # of rows that are read ahead and rows that are classified, in two threads

    def mask(self, first: int, last: int, first_column: int, last_column: int) -> BoolArray:
        """Return where a window of the image is land, bool (rows, columns). Raises `InputError` for a damaged file."""
        with self._lock:
            if self._last is None or self._last[0] != (first, last):  # windows side by side ask for the same rows
                parts = [self._whole.rows(row, min(row + _ROWS_AT_ONCE, last)) for row in range(first, last, _ROWS_AT_ONCE)]
                self._last = (first, last), np.concatenate(parts)
            return self._last[1][:, first_column:last_column]

    def on(self, window: Window) -> Exclusion:
        """Return the land of a part of the image as what is left out of its map, with the class "outside the task's domain"."""
        return _Part(self, self._whole, window)


class _Part:
    code = ClassCode.OUTSIDE_DOMAIN

    def __init__(self, land: Land, whole: Exclusion, window: Window) -> None:
        self._land, self._whole, self._window, self.name = land, whole, window, land.name

    def rows(self, first: int, last: int) -> BoolArray:
        w = self._window
        return self._land.mask(w.row_off + first, w.row_off + last, w.col_off, w.col_off + w.width)

    def notice(self) -> str:
        return self._whole.notice()


@contextmanager
def open_land(path: str, grid: Grid, notice: Callable[[str], None]) -> Iterator[Land | None]:
    """Open the land of an image.

    Args:
        path: of a raster (anything but 0 is land) or of a vector file with polygons of land; empty: none is known.
        grid: of the whole image.
        notice: told where land is not known, or cannot be used; the map is made without it.
    """
    if not path:
        notice(
            "No land was given (--land; in QGIS: 'Land'): dark land, lakes and the radar's shadow at a steep coast may pass for features."
        )
        yield None
        return
    try:
        land, layer = _open(path, grid)
    except TidemarkError as error:
        notice(f"Land was not taken out, and dark land may pass for features: {error}")
        yield None
        return
    try:
        yield land
    finally:
        if layer is not None:
            layer.close()


def _open(path: str, grid: Grid) -> tuple[Land, GridLayer | None]:
    if not _is_raster(path):
        return Land(read_polygon_exclusion(path, grid)), None
    layer = GridLayer(path, grid, data=0)  # a mask of land may declare its sea as nodata
    return Land(RasterExclusion(layer, ClassCode.OUTSIDE_DOMAIN, lambda values: values != 0)), layer


def _is_raster(path: str) -> bool:
    if PurePath(path).suffix.lower() in (".shp", ".geojson"):
        return False
    try:
        with open_unchecked(path) as dataset:
            return bool(dataset.count)
    except RASTER_ERRORS:
        return False
