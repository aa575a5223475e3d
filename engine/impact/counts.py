"""Count what of a batch of features lies in each class of a map: features that it touches, kilometres of lines, hectares of areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ..contract.impact import GROUPS
from ..products.progress import Progress
from ..products.reader import ClassMap
from ..raster.arrays import BoolArray, ByteArray, DoubleArray, LongArray
from ..raster.grid import Grid
from ..vector.outlines import Geometries
from .features import InZones, PlacedFeatures, Zones, divide, ground_totals, on_grid
from .metric import PixelMetric
from .overlay import Pixels, covered, lying_in, run_through, take_apart

FEATURES, KILOMETRES, HECTARES = "features", "km", "ha"
MEASURES = (FEATURES, KILOMETRES, HECTARES)
_COLUMNS = len(GROUPS) + 1
"""The groups of `GROUPS`, then what lies beside the image."""
_TOUCHED = 1e-6
"""Pixels that a feature shares with a class at least to touch it."""


class BatchCount:
    """The counts of some features, and of their pieces in zones, while a map is read.

    Args:
        placed: the features.
        zones: that are told apart.
        grid: of the map.
        metric: of its pixels.
    """

    def __init__(self, placed: PlacedFeatures, zones: Zones, grid: Grid, metric: PixelMetric) -> None:
        self._placed, self._grid, self._metric = placed, grid, metric
        self._zones: InZones | None = divide(placed.shapes, zones.shapes) if len(zones.shapes) else None
        self._zone_count = len(zones.shapes)
        pieces = self._zones.pieces if self._zones is not None else np.zeros(0, np.object_)
        self._shapes: Geometries = np.concatenate([placed.shapes, pieces])
        self._parts = take_apart(self._shapes)
        shape = len(self._shapes), len(GROUPS)
        self._pixels, self._ha, self._km = np.zeros(shape), np.zeros(shape), np.zeros(shape)

    def add(self, strip: GroupStrip) -> None:
        """Take a strip of the map."""
        rows = strip.first, strip.last, strip.width
        for pixels in covered(self._parts.polygons, *rows):
            hectares = self._metric.hectares(pixels.column, pixels.row)
            strip.sum_into(self._pixels, pixels.owner, pixels, pixels.amount)
            strip.sum_into(self._ha, pixels.owner, pixels, pixels.amount * hectares)
        lines = run_through(self._parts.lines, *rows)
        metres = self._metric.metres(lines.column, lines.row, lines.step)
        strip.sum_into(self._pixels, lines.owner, lines, lines.amount)
        strip.sum_into(self._km, lines.owner, lines, metres / 1000)
        points = lying_in(self._parts.points, *rows)
        strip.sum_into(self._pixels, points.owner, points, points.amount)

    def finish(self) -> Counts:
        """Return the counts, all strips being added."""
        n = len(self._placed.shapes)
        sizes = _sizes(self._shapes)
        pixels = _with_rest(self._pixels, sizes)
        total_ha, total_km = self._totals()
        ha, km = _with_rest(self._ha, total_ha), _with_rest(self._km, total_km)
        touched: BoolArray = pixels > _TOUCHED
        by_zone = {name: np.zeros((self._zone_count, _COLUMNS)) for name in MEASURES}
        in_zone = np.zeros(self._zone_count)
        if self._zones is not None:
            of = np.where(self._zones.piece < 0, self._zones.feature, n + self._zones.piece)
            for name, values in zip(MEASURES, (touched, km, ha), strict=True):
                np.add.at(by_zone[name], self._zones.zone, values[of])
            np.add.at(in_zone, self._zones.zone, touched[of].any(axis=1))
        with np.errstate(invalid="ignore", divide="ignore"):
            shares = pixels[:n] / sizes[:n, None]
        there = np.asarray(touched[:n].any(axis=1))
        return Counts(
            dict(zip(MEASURES, (touched[:n].sum(axis=0), km[:n].sum(axis=0), ha[:n].sum(axis=0)), strict=True)),
            int(np.count_nonzero(there)),
            by_zone,
            in_zone,
            np.where(there[:, None], shares, np.nan),
        )

    def _totals(self) -> tuple[DoubleArray, DoubleArray]:
        """Return hectares and kilometres of all shapes: measured by themselves where they reach beyond the grid."""
        n = len(self._placed.shapes)
        ha, km = self._ha.sum(axis=1), self._km.sum(axis=1)
        known = ~np.isnan(self._placed.total_ha)
        ha[:n][known], km[:n][known] = self._placed.total_ha[known], self._placed.total_km[known]
        cut = self._shapes[n:]
        beyond = n + np.flatnonzero(~on_grid(cut, self._grid) & ~shapely.is_empty(cut))
        if len(beyond):
            ha[beyond], km[beyond] = ground_totals(self._shapes[beyond], self._grid)
        return ha, km


def _sizes(shapes: Geometries) -> DoubleArray:
    """Return the pixels of areas, of lines their length in pixels, of points their number, float64 (n,)."""
    parts = take_apart(shapes)
    sizes = shapely.area(shapes)
    sizes += np.bincount(parts.lines.owner, np.hypot(*(parts.lines.end - parts.lines.start).T), len(shapes))
    return np.asarray(sizes + np.bincount(parts.points[0], minlength=len(shapes)))


def _with_rest(inside: DoubleArray, total: DoubleArray) -> DoubleArray:
    """Return what lies in each group, and, as the last column, the rest of the total, which lies beside the image."""
    rest = total - inside.sum(axis=1)
    rest[rest < 1e-9 * np.maximum(total, 1)] = 0.0
    return np.column_stack([inside, rest])


@dataclass
class Counts:
    """What was counted of a layer, or of a batch of it; columns are the groups of `GROUPS`, then what lies beside the image.

    Attributes:
        total: measure (`MEASURES`) to float64 (columns,).
        features: those that lie somewhere.
        by_zone: measure to float64 (zones, columns).
        features_in_zone: float64 (zones,).
        shares: float64 (n, columns), of each feature of the batch; NaN of those that have no place.
    """

    total: dict[str, DoubleArray]
    features: int
    by_zone: dict[str, DoubleArray]
    features_in_zone: DoubleArray
    shares: DoubleArray

    def merge(self, other: Counts) -> None:
        """Add another batch of the same layer, without its shares."""
        self.features += other.features
        self.features_in_zone = self.features_in_zone + other.features_in_zone
        for name in MEASURES:
            self.total[name] = self.total[name] + other.total[name]
            self.by_zone[name] = self.by_zone[name] + other.by_zone[name]


_GROUP_OF = np.zeros(256, np.uint8)
for _number, _codes in enumerate(GROUPS.values()):
    _GROUP_OF[[int(code) for code in _codes]] = _number


@dataclass(frozen=True)
class GroupStrip:
    """Rows of a map.

    Attributes:
        first: number of the first row.
        group: uint8 (rows, width), the position in `GROUPS` of each pixel's class.
    """

    first: int
    group: ByteArray

    @property
    def last(self) -> int:
        """The row after the last one."""
        return self.first + len(self.group)

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.group.shape[1])

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(GROUPS)

    def sum_into(self, sums: DoubleArray, owner: LongArray, pixels: Pixels, amount: DoubleArray) -> None:
        """Add amounts (m,) of pixels to the sums (n, groups) of their owners."""
        np.add.at(sums, (owner, self.group[pixels.row - self.first, pixels.column]), amount)


def strips(raster: ClassMap, progress: Progress) -> Iterator[GroupStrip]:
    """Read a map from top to bottom. Raises `Cancelled`, and `InputError` where it is damaged."""
    first = 0
    for strip in progress.over(raster.strips()):
        yield GroupStrip(first, _GROUP_OF[strip.classes])
        first += len(strip.classes)
