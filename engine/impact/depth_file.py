"""Write the raster of depths with its styles: all of it, or nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..contract.filenames import styles_of
from ..contract.impact import DEPTH, FIRST_LOOK, TITLES
from ..contract.record import RunRecord
from ..products.places import temporary, unwritable
from ..products.writer import STYLES_FOLDER
from ..raster.arrays import FloatArray
from ..raster.files import RASTER_ERRORS
from ..raster.scene import Grid

NODATA = -9999.0
_BLOCK = 256


class DepthFile:
    """A GeoTIFF of depths in metres. Inside a ``with`` block; leaving it without `finish` removes everything.

    Args:
        path: of the raster.
        grid: of the map.

    Attributes:
        temporary: final path to the one that is written first.
    """

    def __init__(self, path: str, grid: Grid) -> None:
        self._path, self._grid = path, grid
        self.temporary = {place: temporary(place) for place in (path, *map(str, styles_of(path)))}
        self._raster: rasterio.io.DatasetWriter

    def __enter__(self) -> DepthFile:
        grid = self._grid
        profile = {"dtype": "float32", "count": 1, "height": grid.height, "width": grid.width, "crs": grid.crs, "transform": grid.transform}
        profile |= {"nodata": NODATA, "tiled": True, "blockxsize": _BLOCK, "blockysize": _BLOCK, "bigtiff": "if_safer"}
        profile |= {"compress": "deflate", "zlevel": 6, "predictor": 3}
        try:
            self._raster = rasterio.open(self.temporary[self._path], "w", driver="GTiff", **profile)
        except (*RASTER_ERRORS, OSError) as error:
            self._remove()
            raise unwritable(self._path, error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(*RASTER_ERRORS, OSError):
            self._raster.close()
        self._remove()

    def _remove(self) -> None:
        for part in self.temporary.values():
            for leftover in (part, f"{part}.aux.xml"):
                Path(leftover).unlink(missing_ok=True)

    def write(self, depths: FloatArray, first: int) -> None:
        """Write rows, float32 (rows, width), NaN where there is no depth, from row `first` on. Raises `OutputError`."""
        rows = np.where(np.isnan(depths), np.float32(NODATA), depths)
        try:
            self._raster.write(rows, 1, window=Window(0, first, self._grid.width, len(rows)))
        except (*RASTER_ERRORS, OSError) as error:
            raise unwritable(self._path, error) from error

    def finish(self, run: RunRecord, title: str) -> None:
        """Add tags, overviews and styles, and give the files their names. Raises `OutputError`.

        Args:
            run: of the map.
            title: for the styles, fit for XML.
        """
        part = self.temporary[self._path]
        try:
            self._raster.close()
            with rasterio.open(part, "r+") as raster:
                raster.update_tags(**{**run.tags(), "TIDEMARK_TITLE": TITLES[DEPTH], "TIDEMARK_LIMITS": FIRST_LOOK})
                raster.set_band_description(1, DEPTH)
                raster.units = ("m",)
                raster.build_overviews([2**k for k in range(1, 12) if max(raster.shape) / 2**k >= 256], Resampling.average)
            with rasterio.open(part) as raster:  # a full disk may show only now: read it all back
                raster.checksum(1)
            for style in styles_of(self._path):
                text = (STYLES_FOLDER / f"{DEPTH}{style.suffix}").read_text(encoding="utf-8").replace("@TITLE@", title)
                Path(self.temporary[str(style)]).write_text(text, encoding="utf-8")
            for place, written in self.temporary.items():
                os.replace(written, place)
        except (*RASTER_ERRORS, OSError) as error:
            raise unwritable(self._path, error) from error
