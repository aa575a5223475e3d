"""Leave out the pixels in a user's polygons. Apart from the other exclusions, for it needs the packages that read vector files."""

from __future__ import annotations

from pathlib import PurePath

import numpy as np
import shapely
from affine import Affine
from rasterio.features import rasterize

from ..contract.classes import ClassCode
from ..contract.errors import InputError
from ..raster.arrays import BoolArray
from ..raster.grid import Grid
from ..vector.file import read_polygons
from ..vector.placement import place, polygons_of


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
        layer = read_polygons(path, near=grid)
        shapes, _, _ = polygons_of(layer.shapes)
        shapes = place(shapes, layer.crs, grid, self.name).shapes
        self._shapes = shapes[~shapely.is_empty(shapes)]
        self._tree, self._width, self._found = shapely.STRtree(self._shapes), grid.width, False

    def rows(self, first: int, last: int) -> BoolArray:
        """Return what is left out, bool (rows, width)."""
        near = self._shapes[self._tree.query(shapely.box(0, first, self._width, last))]
        if not len(near):
            return np.zeros((last - first, self._width), np.bool_)
        transform = Affine.translation(0, first)
        burnt = rasterize(near.tolist(), (last - first, self._width), transform=transform, dtype=np.uint8).astype(np.bool_)
        self._found |= bool(burnt.any())
        return burnt

    def notice(self) -> str:
        """Return a notice where no polygon met the map; empty where one did."""
        return "" if self._found else f"No polygon of {self.name} lies on the map: nothing was left out on its account."
