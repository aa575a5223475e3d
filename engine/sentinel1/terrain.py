"""The ground's heights from a DEM on the image's grid, what the DEM's heights count from, and where slopes hide or double ground."""

from __future__ import annotations

from pathlib import PurePath
from threading import Lock
from types import TracebackType
from typing import Any

import numpy as np
import scipy
from affine import Affine
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..contract.errors import InputError
from ..raster.arrays import BoolArray, DoubleArray, FloatArray
from ..raster.bands import refuse_image_or_map
from ..raster.files import RASTER_ERRORS, band_names, open_raster
from ..raster.grid import Grid
from ..raster.ground import ground_pixel_m, map_coordinates
from ..raster.observed import Band, bands_of
from ..raster.warp import seen_where_valid
from .geometry import RadarGeometry
from .map_grid import to_crs

_COARSEST_STEP, _LEAST_STEP = 16, 2
_SAMPLE = 1024
_HEADROOM_M = 300.0
"""Peaks that a coarse look at the DEM misses."""
_LOWEST_M, _HIGHEST_M = -600.0, 9500.0
_LARGEST_GEOID_M = 110.0
_LEAST_SHIFT_M = 5.0
_LARGEST_SPREAD_M = 30.0
_LEAST_POINTS = 12
"""Fewer tie points tell nothing of what a DEM counts from."""


class Terrain:
    """Heights of a DEM every few pixels of a grid. Inside a ``with`` block.

    Args:
        path: any raster of heights in metres.
        grid: the image's grid.
        geometry: of the product, whose own heights tell what the DEM's count from.
        datum: one of `requests.DEM_HEIGHTS`; geoid heights are raised by what the product's own heights, which count from the
            ellipsoid, lie above them on the median.

    Attributes:
        step: pixels of the grid from height to height.
        raised: metres added to the DEM's heights.
        range: lowest and highest ground in metres above the ellipsoid.

    Raises:
        InputError: no raster, a radar image or a map, without a CRS, elsewhere, or with values that are no heights in metres.
    """

    def __init__(self, path: str, grid: Grid, geometry: RadarGeometry, datum: str) -> None:
        self._source = open_raster(path)
        self._one_at_a_time = Lock()
        try:
            if self._source.crs is None:
                raise InputError(f"The DEM {path} has no coordinate reference system.", "It must say where it lies.", "Assign it first.")
            name = PurePath(path).name
            refuse_image_or_map(band_names(self._source), self._source.tags(), name, "A DEM with heights in metres is needed.")
            self.step = self._choose_step(grid)
            self._node_grid = _node_grid(grid, self.step)
            stored = bands_of([self._source])[0]
            self._mask_band = stored.mask_band
            self._heights = WarpedVRT(
                self._source,
                crs=grid.crs,
                transform=self._node_grid.transform,
                width=self._node_grid.width,
                height=self._node_grid.height,
                resampling=Resampling.bilinear,
                dtype="float32",
                nodata=float("nan"),
                **seen_where_valid(stored),
            )
            self._band = Band(self._heights, 1)
            self.raised = 0.0
            self.raised = self._datum_shift(geometry, datum)
            self.range = self._span(path)
        except RasterioError as error:
            self._source.close()
            raise InputError(f"The DEM {path} cannot be brought onto the image's grid: {error}.", "", "Check its CRS.") from error
        except BaseException:
            self._source.close()
            raise

    def __enter__(self) -> Terrain:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._heights.close()
        self._source.close()

    def read(self, first_row: int, last_row: int, first_column: int, last_column: int) -> FloatArray:
        """Return heights above the ellipsoid on some rows and columns of nodes, which may lie outside: float32, NaN where there are none.

        Raises:
            InputError: the DEM is damaged there.
        """
        heights = np.full((last_row - first_row, last_column - first_column), np.nan, np.float32)
        top, left = max(first_row, 0), max(first_column, 0)
        bottom, right = min(last_row, self._node_grid.height), min(last_column, self._node_grid.width)
        if top < bottom and left < right:
            try:
                with self._one_at_a_time:
                    found = self._heights.read(1, window=Window(left, top, right - left, bottom - top))
            except RASTER_ERRORS as error:
                raise InputError("The DEM is damaged: a part of it cannot be read.", "", "Copy or download it again.") from error
            self._band.apply_scale(found)
            found[~((found > _LOWEST_M - _LARGEST_GEOID_M) & (found < _HIGHEST_M))] = np.nan
            heights[top - first_row : bottom - first_row, left - first_column : right - first_column] = found + np.float32(self.raised)
        return heights

    def _choose_step(self, grid: Grid) -> int:
        """Heights lie as close as the DEM's, as far as that is of use."""
        across = ground_pixel_m(self._source.crs, self._source.transform, self._source.width / 2, self._source.height / 2)
        pixel = ground_pixel_m(grid.crs, grid.transform, grid.width / 2, grid.height / 2)
        return int(np.clip(round(min(across) / max(pixel)), _LEAST_STEP, _COARSEST_STEP))

    def _datum_shift(self, geometry: RadarGeometry, datum: str) -> float:
        """Return what to add to the DEM's heights. The tie points' own heights come from a coarse model: single ones may be far off."""
        over = geometry.grid.height.ravel() - self._at(geometry.grid.latitude.ravel(), geometry.grid.longitude.ravel())
        over = over[np.isfinite(over)]
        if datum == "ellipsoid" or (datum == "auto" and over.size < _LEAST_POINTS):
            return 0.0
        if over.size == 0:
            raise InputError(
                "The DEM holds none of the product's tie points, so what its heights count from cannot be found.",
                "Heights above the ellipsoid are needed.",
                "Give a DEM of the whole product, or add the geoid to it.",
            )
        median = float(np.median(over))
        spread = float(np.median(np.abs(over - median)))
        plausible = _LEAST_SHIFT_M < abs(median) < _LARGEST_GEOID_M and spread < min(_LARGEST_SPREAD_M, abs(median))
        return median if plausible or datum == "geoid" else 0.0

    def _at(self, latitude: DoubleArray, longitude: DoubleArray) -> DoubleArray:
        """Return the DEM's own heights at some places, float64 (n,), NaN where it has none."""
        x, y = to_crs(self._source.crs, latitude, longitude)
        columns, rows = map_coordinates(~self._source.transform, x, y)
        inside = (columns >= 0) & (columns < self._source.width) & (rows >= 0) & (rows < self._source.height)
        heights = np.full(latitude.shape, np.nan)
        found = self._source.sample(zip(x[inside], y[inside], strict=True), indexes=[1, self._mask_band or 1], masked=True)
        heights[inside] = [self._stored_height(pixel) for pixel in found]
        self._band.apply_scale(heights)
        heights[~((heights > _LOWEST_M) & (heights < _HIGHEST_M))] = np.nan
        return heights

    def _stored_height(self, pixel: np.ma.MaskedArray[Any, Any]) -> float:
        """Return the first of a pixel's stored numbers, NaN where it, or the DEM's mask as the second, says that there is none."""
        hidden = pixel[0] is np.ma.masked or (self._mask_band and not pixel.data[1])
        return float("nan") if hidden else float(pixel[0])

    def _span(self, path: str) -> tuple[float, float]:
        shape = (min(self._node_grid.height, _SAMPLE), min(self._node_grid.width, _SAMPLE))
        coarse = self._heights.read(1, out_shape=shape, resampling=Resampling.nearest)
        self._band.apply_scale(coarse)
        seen = coarse[np.isfinite(coarse)]
        if seen.size == 0:
            raise InputError(
                f"The DEM {path} has no height where the image lies.", "It must cover the image.", "Choose a DEM of this place, or none."
            )
        low, high = float(seen.min()), float(seen.max())
        if not (low > _LOWEST_M and high < _HIGHEST_M):
            raise InputError(
                f"The DEM {path} has values from {low:g} to {high:g}.", "Heights in metres are needed.", "Check its unit and nodata value."
            )
        return low + self.raised - _HEADROOM_M, high + self.raised + _HEADROOM_M


def _node_grid(grid: Grid, step: int) -> Grid:
    """Return the grid whose pixel centres are the centres of every `step`-th row and column, one more than needed at the end."""
    t = grid.transform
    shift = (1 - step) / 2
    transform = Affine(t.a * step, 0, t.c + t.a * shift, 0, t.e * step, t.f + t.e * shift)
    return Grid(-(-grid.height // step) + 1, -(-grid.width // step) + 1, transform, grid.crs)


def layover_and_shadow(height: FloatArray, pixel: DoubleArray, incidence: float, spacing: tuple[float, float]) -> BoolArray:
    """Return where ground shares its echo's time with other ground (layover) or lies behind a crest (radar shadow).

    Along each line of the radar, x across the track away from it and h the height: the slant range is x·sin θ − h·cos θ (a plane wave,
    right over some kilometres), and ground is laid over where it does not grow. The view's angle is x·cos θ + h·sin θ, and ground lies
    in shadow where it does not grow.

    Args:
        height: (R, C) metres, nodes of a map; it should reach beyond what is wanted by the relief times the cotangent of the incidence.
        pixel: (R, C) where level ground at the mean height would be seen; it says which way the radar looks.
        incidence: degrees.
        spacing: metres from node to node down and across.

    Returns:
        bool (R, C).
    """
    rows, columns = height.shape
    down = np.array([np.gradient(pixel, axis=0).mean() / spacing[0], np.gradient(pixel, axis=1).mean() / spacing[1]])
    away = down / np.hypot(*down)  # on the map (down, across): a metre away from the radar
    reach = np.hypot(rows * spacing[0], columns * spacing[1]) / 2
    step = min(spacing)
    along = np.arange(-reach, reach + step, step)
    side, x = np.meshgrid(along, along, indexing="ij")
    from_centre = (x * away[0] - side * away[1], x * away[1] + side * away[0])
    places = [from_centre[0] / spacing[0] + (rows - 1) / 2, from_centre[1] / spacing[1] + (columns - 1) / 2]
    h = scipy.ndimage.map_coordinates(height, places, order=1, mode="nearest", output=np.float32)
    sine, cosine = np.sin(np.deg2rad(incidence)), np.cos(np.deg2rad(incidence))
    slant, angle = x * sine - h * cosine, x * cosine + h * sine
    hidden = np.zeros(h.shape, np.bool_)
    hidden[:, 1:] |= slant[:, 1:] <= np.maximum.accumulate(slant, axis=1)[:, :-1]
    hidden[:, :-1] |= slant[:, :-1] >= np.minimum.accumulate(slant[:, ::-1], axis=1)[:, ::-1][:, 1:]
    hidden[:, 1:] |= angle[:, 1:] <= np.maximum.accumulate(angle, axis=1)[:, :-1]
    row, column = np.mgrid[:rows, :columns]
    offset = ((row - (rows - 1) / 2) * spacing[0], (column - (columns - 1) / 2) * spacing[1])
    back_x, back_side = offset[0] * away[0] + offset[1] * away[1], -offset[0] * away[1] + offset[1] * away[0]
    found = scipy.ndimage.map_coordinates(
        hidden.astype(np.float32), [(back_side + reach) / step, (back_x + reach) / step], order=1, mode="nearest", output=np.float32
    )
    return np.asarray(found > 0.5)
