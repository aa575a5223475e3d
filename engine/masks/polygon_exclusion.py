"""Pixels left out because they lie in a polygon of the user's."""

from __future__ import annotations

from pathlib import PurePath

import numpy as np
import shapely
from rasterio.features import rasterize

from ..contract.classes import ClassCode
from ..contract.errors import InputError
from ..raster.arrays import BoolArray
from ..raster.scene import Grid
from ..vector.file import read_polygons, transform_shapes


class PolygonExclusion:
    """Pixels left out because their centre lies in a polygon.

    Args:
        path: of a vector file.
        grid: of the map.

    Attributes:
        code: the class that they get.
        name: the file's name.

    Raises:
        InputError: no such file, no polygons in it, or a map without a reference system.
    """

    code = ClassCode.EXCLUDED

    def __init__(self, path: str, grid: Grid) -> None:
        self.name = PurePath(path).name
        if grid.crs is None:
            raise InputError("The image has no georeference.", "Polygons need one to be placed.", "Georeference the image.")
        corners = [grid.transform * corner for corner in ((0, 0), (grid.width, 0), (0, grid.height), (grid.width, grid.height))]
        x, y = zip(*corners, strict=True)
        layer = read_polygons(path, near=(grid.crs, (min(x), min(y), max(x), max(y))))
        shapes = transform_shapes(layer.shapes, layer.crs, grid.crs)
        self._shapes = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
        self._tree, self._grid, self._found = shapely.STRtree(self._shapes), grid, False

    def rows(self, first: int, last: int) -> BoolArray:
        """Return what is left out, bool (rows, width)."""
        part = self._grid.part(first, last, 0, self._grid.width)
        corners = [part.transform * corner for corner in ((0, 0), (part.width, 0), (0, part.height), (part.width, part.height))]
        x, y = zip(*corners, strict=True)
        near = self._shapes[self._tree.query(shapely.box(min(x), min(y), max(x), max(y)))]
        if not len(near):
            return np.zeros((part.height, part.width), np.bool_)
        burnt = rasterize(near.tolist(), (part.height, part.width), transform=part.transform, dtype=np.uint8).astype(np.bool_)
        self._found |= bool(burnt.any())
        return burnt

    def notice(self) -> str:
        """Return a notice where no polygon met the map; empty where one did."""
        return "" if self._found else f"No polygon of {self.name} lies on the map: nothing was left out on its account."
