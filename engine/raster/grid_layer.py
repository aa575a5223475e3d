"""A raster of somebody else's, seen on a map's grid: heights, slopes, shadow, usual water."""

from __future__ import annotations

from pathlib import PurePath
from types import TracebackType

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.enums import Resampling
from rasterio.warp import reproject
from rasterio.windows import Window

from ..contract.errors import InputError
from .files import RASTER_ERRORS, open_raster
from .scene import Grid
from .warp import same_grid

FloatArray = npt.NDArray[np.float32]

_SAMPLE = 512


class GridLayer:
    """The first band of a raster on a grid, nearest neighbour. Close it, or use it in a ``with`` block.

    Attributes:
        name: the file's name.
        nodata: the value that means no data; the declared one unless it is changed.

    Args:
        path: of the raster.
        grid: of the map.

    Raises:
        InputError: no raster, or one of the two has no georeference and their sizes differ.
    """

    def __init__(self, path: str, grid: Grid) -> None:
        self.name = PurePath(path).name
        self._dataset, self._grid = open_raster(path), grid
        self.nodata: float | None = self._dataset.nodatavals[0]
        own = Grid(self._dataset.height, self._dataset.width, self._dataset.transform, self._dataset.crs)
        self._same = same_grid(own, grid)
        if not self._same and (own.crs is None or grid.crs is None):
            self.close()
            raise InputError(
                f"{self.name} cannot be laid over the image: one of the two has no georeference.",
                "Without one both must have the same size.",
                "Georeference both.",
            )

    def __enter__(self) -> GridLayer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._dataset.close()

    def rows(self, first: int, last: int) -> FloatArray:
        """Return rows of the grid, float32 (rows, width), NaN outside the raster and where it has no data. Raises `InputError`."""
        found = np.full((last - first, self._grid.width), np.nan, np.float32)
        try:
            if self._same:
                self._dataset.read(1, out=found, window=Window(0, first, self._grid.width, last - first))
                found[found == self.nodata] = np.nan
            else:
                reproject(
                    rasterio.band(self._dataset, 1),
                    found,
                    dst_transform=self._grid.part(first, last, 0, self._grid.width).transform,
                    dst_crs=self._grid.crs,
                    src_nodata=self.nodata,
                    dst_nodata=np.nan,
                    resampling=Resampling.nearest,
                )
        except RASTER_ERRORS as error:
            raise InputError(f"{self.name} cannot be read: it is damaged.", "", "Copy the file again, or leave it out.") from error
        return found

    def sample(self) -> FloatArray:
        """Return some of the raster's own values, float32 (n,), without nodata. Raises `InputError`."""
        height, width = (min(_SAMPLE, length) for length in self._dataset.shape)
        try:
            values = self._dataset.read(1, out_shape=(height, width)).astype(np.float32)
        except RASTER_ERRORS as error:
            raise InputError(f"{self.name} cannot be read: it is damaged.", "", "Copy the file again, or leave it out.") from error
        return values[np.isfinite(values) & (values != self.nodata)]
