"""Polygons of dark features at sea: how long, how dark against the water around, how far from land, and how sure.

Needs pyogrio and shapely. The class raster is read in strips; a finished feature's surroundings are read again, in rows of its own width.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import rasterio
import shapely
from affine import Affine
from rasterio.features import rasterize
from rasterio.windows import Window
from scipy.ndimage import distance_transform_edt

from ..contract.classes import ClassCode
from ..contract.errors import Cancelled
from ..contract.record import RunRecord
from ..contract.requests import POSSIBLE_OIL
from ..methods.sea import SeaState
from ..products.reader import ClassMap, ClassStrip, open_class_map
from ..products.styles import layer_style
from ..raster.arrays import BoolArray, DoubleArray, FloatArray, equal
from ..raster.grid import Grid
from ..raster.ground import ground_pixel_m, map_coordinates
from ..vector.file import Columns, VectorFile
from ..vector.outlines import Sums
from ..vector.polygons import Polygoniser, Polygons
from ..vector.vectorise import event_columns

LEVELS = ("high", "medium", "low")
CONTRAST_DB = (3.0, 5.0)
CONTRAST_RELATIVE = (1.5, 2.5)
LEAST_PROBABILITY = 0.8
SURE_HECTARES = (5.0, 20.0)

NEAR_M, FAR_M = 100.0, 600.0
"""The surroundings of a feature: sea between these distances from it, for a slick's rim fades out."""
_SIMPLER_M = 20.0
_ROWS = 512
_LAND_CELLS = 2048


@dataclass(frozen=True)
class Backscatter:
    """What the map's pixels were made from.

    Attributes:
        read: first and last row and column of the map to dB or display bytes, float32 (rows, columns), NaN where not observed.
        display: whether they are display bytes.
        sea: what is known of the wind.
    """

    read: Callable[[int, int, int, int], FloatArray]
    display: bool
    sea: SeaState


def write_features(
    classes: str,
    probability: str,
    file: VectorFile,
    backscatter: Backscatter,
    run: RunRecord,
    cancelled: Callable[[], bool],
) -> dict[str, int]:
    """Write a polygon for every feature of a class raster into the layer `POSSIBLE_OIL`, and finish the file.

    Args:
        classes, probability: paths of the rasters; small features are gone already.
        file: with the layer `POSSIBLE_OIL`.
        backscatter: on the same grid.
        run: what is known of the run so far.
        cancelled: asked at every strip and feature whether to stop.

    Returns:
        number of features by confidence.

    Raises:
        InputError, OutputError: a file is damaged, or the disk is full.
        Cancelled: `cancelled` said so.
    """
    rated = dict.fromkeys(LEVELS, 0)
    with open_class_map(classes, probability) as raster, rasterio.open(classes) as again:
        measure = _Measure(raster, again, backscatter, run, cancelled)
        polygoniser = Polygoniser(raster.grid, connectivity=8)
        for strip in raster.strips():
            batch = polygoniser.add(equal(strip.classes, ClassCode.DETECTED), strip)
            columns = measure.columns(batch)
            for level in columns["confidence"]:
                rated[level] += 1
            file.append(POSSIBLE_OIL, batch.shapes, columns)
        nothing = measure.columns(Polygons(np.zeros(0, np.object_), Sums.nothing()))
        file.finish({POSSIBLE_OIL: nothing}, {POSSIBLE_OIL: layer_style(POSSIBLE_OIL, run.title, run.title, LEVELS, LEVELS)})
    return rated


class _Measure:
    """Makes the fields of features."""

    def __init__(
        self,
        raster: ClassMap,
        classes: rasterio.DatasetReader,
        backscatter: Backscatter,
        run: RunRecord,
        cancelled: Callable[[], bool],
    ) -> None:
        self._grid, self._classes, self._backscatter = raster.grid, classes, backscatter
        self._cancelled, self._by_network = cancelled, bool(run.method.model)
        self._common = event_columns(ClassCode.DETECTED, run)
        self._coast = _Coast(raster.grid, raster.strips())

    def columns(self, batch: Polygons) -> Columns:
        """Return the fields of n features."""
        common = self._common(batch.sums)
        found = [self._one(*each) for each in zip(batch.shapes, common["area_ha"], common["prob_mean"], strict=True)]
        lengths, contrasts, distances, levels = ([row[i] for row in found] for i in range(4))
        unit = "local standard deviations (relative)" if self._backscatter.display else "dB below the surroundings"
        return {
            **common,
            "confidence": np.array(levels, np.object_),
            "length_m": np.round(np.array(lengths, np.float64)),
            "contrast": np.round(np.array(contrasts, np.float64), 2),
            "contrast_unit": np.full(len(found), unit, np.object_),
            "distance_to_land_m": np.array(distances, np.float64),
        }

    def _one(self, shape: Any, hectares: float, probability: float) -> tuple[float, float, float, str]:
        if self._cancelled():
            raise Cancelled
        on_pixels = shapely.transform(shape, lambda p: np.stack(map_coordinates(~self._grid.transform, p[:, 0], p[:, 1]), axis=1))
        left, top, right, bottom = on_pixels.bounds
        size = np.array(ground_pixel_m(self._grid.crs, self._grid.transform, (left + right) / 2, (top + bottom) / 2))
        in_metres = shapely.transform(on_pixels, lambda p: p * size)
        contrast = self._contrast(on_pixels, in_metres, size)
        level = confidence(contrast, self._backscatter.display, probability, self._by_network, hectares, self._backscatter.sea)
        return longest_axis(in_metres), contrast, self._coast.distance(on_pixels), level

    def _contrast(self, on_pixels: Any, in_metres: Any, size: DoubleArray) -> float:
        simple = shapely.simplify(in_metres, _SIMPLER_M)
        around = shapely.difference(shapely.buffer(simple, FAR_M, quad_segs=4), shapely.buffer(simple, NEAR_M, quad_segs=4))
        around = shapely.transform(around, lambda p: p / size)
        left, top, right, bottom = around.bounds
        rows = max(0, int(top)), min(self._grid.height, int(np.ceil(bottom)))
        columns = max(0, int(left)), min(self._grid.width, int(np.ceil(right)))
        inside, outside = _Moments(), _Moments()
        for first in range(*rows, _ROWS):
            last = min(first + _ROWS, rows[1])
            window = Window(columns[0], first, columns[1] - columns[0], last - first)
            classes = self._classes.read(1, window=window)
            values = self._backscatter.read(first, last, *columns)
            linear = values if self._backscatter.display else np.power(np.float32(10), values / np.float32(10))
            seen = np.isfinite(values)
            inside.add(linear[_under(on_pixels, window) & equal(classes, ClassCode.DETECTED) & seen])
            outside.add(linear[_under(around, window) & equal(classes, ClassCode.NOT_DETECTED) & seen])
        if not (inside.count and outside.count):
            return float("nan")
        if self._backscatter.display:
            return (outside.mean - inside.mean) / outside.spread if outside.spread > 0 else float("nan")
        return float(10 * np.log10(max(outside.mean, 1e-9) / max(inside.mean, 1e-9)))


def confidence(contrast: float, display: bool, probability: float, by_network: bool, hectares: float, sea: SeaState) -> str:
    """Return how sure a dark feature is to be a slick: one of `LEVELS`. A rule that anybody can check, not a measured probability.

    - ``low`` where the contrast is below 3 dB or not known, the feature is smaller than 5 ha, or the wind, said or suggested by the sea's
      brightness, lies outside of 3 to 12 m/s.
    - ``high`` where all of this holds: contrast of at least 5 dB, at least 20 ha, a network's mean probability of at least 0.8, and a wind
      that the user has said.
    - ``medium`` elsewhere.

    For display bytes the contrasts are 1.5 and 2.5 standard deviations of the surroundings, about what 3 and 5 dB are in the speckle of
    Sentinel-1 (4.4 looks: 2.1 dB). Nobody has measured how often a level is right: look-alikes with known truth are too rare for that.

    Args:
        contrast: below the surroundings, in dB or, for display bytes, in their standard deviations; NaN: not known.
        display: whether the image holds display bytes.
        probability: mean over the feature, 0 to 1.
        by_network: whether a network gave it; the classical rules say 1 everywhere.
        hectares: the feature's area.
        sea: what is known of the wind.
    """
    some, much = CONTRAST_RELATIVE if display else CONTRAST_DB
    small, large = SURE_HECTARES
    if not contrast >= some or hectares < small or sea.suspect:
        return "low"
    sure = contrast >= much and hectares >= large and by_network and probability >= LEAST_PROBABILITY
    return "high" if sure and sea.wind is not None else "medium"


def longest_axis(shape: Any) -> float:
    """Return the longer side of the narrowest rectangle round a shape, in its own unit."""
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(shape))
    return float(np.hypot(*np.diff(corners, axis=0).T).max())


class _Moments:
    """Count, mean and standard deviation of values that come in parts."""

    def __init__(self) -> None:
        self.count, self._sum, self._squares = 0, 0.0, 0.0

    def add(self, values: FloatArray) -> None:
        exact = values.astype(np.float64)
        self.count, self._sum, self._squares = self.count + exact.size, self._sum + exact.sum(), self._squares + (exact * exact).sum()

    @property
    def mean(self) -> float:
        return self._sum / self.count

    @property
    def spread(self) -> float:
        return float(np.sqrt(max(self._squares / self.count - self.mean**2, 0.0)))


def _under(on_pixels: Any, window: Window) -> BoolArray:
    """Return the pixels of a window whose centre a shape covers; its coordinates are columns and rows."""
    shape, place = (int(window.height), int(window.width)), Affine.translation(window.col_off, window.row_off)
    if shapely.is_empty(on_pixels):
        return np.zeros(shape, np.bool_)
    return np.asarray(rasterize([on_pixels], shape, transform=place, dtype=np.uint8)).astype(np.bool_)


class _Coast:
    """How far land is, on cells of a few pixels: at most 2048 x 2048 of them. Land beyond the map is not known."""

    def __init__(self, grid: Grid, strips: Iterator[ClassStrip]) -> None:
        cell = max(1, -(-max(grid.height, grid.width) // _LAND_CELLS))
        land = np.zeros((-(-grid.height // cell), -(-grid.width // cell)), np.bool_)
        row = 0
        for strip in strips:
            rows, columns = np.nonzero(equal(strip.classes, ClassCode.OUTSIDE_DOMAIN))
            land[(rows + row) // cell, columns // cell] = True
            row += len(strip.classes)
        self._cell, self._metres = cell, None
        if land.any():
            across, down = ground_pixel_m(grid.crs, grid.transform, grid.width / 2, grid.height / 2)
            self._metres = np.asarray(distance_transform_edt(~land, sampling=(cell * down, cell * across)), np.float32)

    def distance(self, on_pixels: Any) -> float:
        """Return the metres from a shape, in columns and rows, to the nearest land on the map, to one cell; NaN where there is none."""
        if self._metres is None:
            return float("nan")
        under = rasterize([on_pixels], self._metres.shape, transform=Affine.scale(self._cell), dtype=np.uint8, all_touched=True)
        return float(np.round(self._metres[under > 0].min()))
