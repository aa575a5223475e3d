"""Read the ground's heights on a map's grid, and refuse a DEM that does not hold metres."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import PurePath
from types import TracebackType

import numpy as np
import rasterio
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..contract.errors import InputError
from ..raster.arrays import FloatArray
from ..raster.bands import refuse_image_or_map
from ..raster.files import RASTER_ERRORS, band_names, band_units, open_raster
from ..raster.grid import Grid, same_grid
from ..raster.ground import ground_pixel_m
from ..raster.observed import Band, bands_of
from ..raster.warp import WarpedBand

_FINE = 0.7
"""A DEM's pixel in pixels of the map below which heights are means."""
_LOWEST_M, _HIGHEST_M = -500.0, 9000.0
_FEET = ("ft", "foot", "feet", "us survey foot", "us_survey_foot", "ftus", "us-ft")
_METRES = ("", "m", "metre", "meter", "metres", "meters")
_TO_METRES = (
    "Turn them into metres first (gdal_calc.py -A dem.tif --calc='A*0.3048' --outfile dem_m.tif; in QGIS: Raster > Raster Calculator), "
    "and give that DEM."
)


class Heights:
    """The heights of a DEM on a map's grid, between its points where it is coarser, means where it is finer. Inside a ``with`` block.

    Args:
        path: of the DEM.
        grid: of the map.

    Attributes:
        name: of the file.
        pixel_m: size of the DEM's pixels on the ground.

    Raises:
        InputError: no raster, a radar image or a map, without a reference system, not in metres, or nowhere near the map.
    """

    def __init__(self, path: str, grid: Grid) -> None:
        self.name, self._grid = PurePath(path).name, grid
        self._stack = ExitStack()
        dataset = self._stack.enter_context(open_raster(path))
        try:
            self._check(dataset)
            own = Grid(dataset.height, dataset.width, dataset.transform, dataset.crs)
            self.pixel_m = max(ground_pixel_m(own.crs, own.transform, own.width / 2, own.height / 2))
            band = bands_of([dataset])[0]
            self._band: Band | WarpedBand = band if same_grid(own, grid) else self._warped(band)
        except RASTER_ERRORS as error:
            self._stack.close()
            raise InputError(
                f"{self.name} cannot be brought onto the map: {error}.", "", "Check its coordinate reference system."
            ) from error
        except BaseException:
            self._stack.close()
            raise

    def _warped(self, band: Band) -> WarpedBand:
        """Return the DEM on the map's grid: means where its pixels are smaller, else between its points."""
        grid = self._grid
        fine = self.pixel_m < _FINE * min(ground_pixel_m(grid.crs, grid.transform, grid.width / 2, grid.height / 2))
        resampling = Resampling.average if fine else Resampling.bilinear
        return self._stack.enter_context(closing(WarpedBand(band, grid, resampling)))

    def _check(self, dataset: rasterio.DatasetReader) -> None:
        refuse_image_or_map(band_names(dataset), dataset.tags(), self.name, "A DEM with heights in metres is needed.")
        if dataset.crs is None:
            raise InputError(
                f"{self.name} has no coordinate reference system.", "Without one nobody knows where it lies.", "Assign it first."
            )
        unit = (band_units(dataset)[0] or _named_unit(band_names(dataset)[0])).lower().strip()
        if unit in _FEET or _vertical_unit(dataset.crs) in _FEET:
            raise InputError(f"The heights of {self.name} are in feet.", "Metres are needed.", _TO_METRES)
        if unit not in _METRES:
            raise InputError(f"The heights of {self.name} are in '{unit}'.", "Metres are needed.", "Turn them into metres first.")

    def __enter__(self) -> Heights:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    def rows(self, first: int, last: int) -> FloatArray:
        """Return rows of the grid in metres, float32 (rows, width), NaN in voids and beside the DEM, also of rows beside the grid.

        Raises:
            InputError: the DEM is damaged, or holds what are no heights in metres.
        """
        found = np.full((last - first, self._grid.width), np.nan, np.float32)
        top, bottom = max(first, 0), min(last, self._grid.height)
        inside = found[top - first : bottom - first]
        self._band.read_values(Window(0, top, self._grid.width, bottom - top), inside)
        with np.errstate(invalid="ignore"):
            wrong = (inside < _LOWEST_M) | (inside > _HIGHEST_M)
        if wrong.any():
            raise InputError(
                f"{self.name} holds the value {inside[wrong][0]:g}.",
                f"Heights in metres lie between {_LOWEST_M:g} and {_HIGHEST_M:g}.",
                "Check its unit, and declare its value for voids as nodata (gdal_edit.py -a_nodata VALUE).",
            )
        return found


def _named_unit(description: str) -> str:
    """Return a unit that a band's description ends with in brackets, as in "elevation (ft)"; else nothing."""
    return description.rsplit("(", 1)[-1].rstrip(")") if description.lower().rstrip().endswith(tuple(f"({u})" for u in _FEET)) else ""


def _vertical_unit(crs: CRS) -> str:
    """Return the unit of a compound reference system's heights in small letters; empty where there are none."""
    text = crs.to_wkt()
    for mark in ("VERT_CS[", "VERTCRS["):
        if mark in text:
            part = text[text.index(mark) :]
            unit = part[part.rindex('UNIT["') + 6 :] if 'UNIT["' in part else ""
            return unit.split('"')[0].lower()
    return ""
