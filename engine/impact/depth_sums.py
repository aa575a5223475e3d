"""Add depths up: volume, mean and largest depth of the whole map, of each zone and of each body of water."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from ..contract.classes import ClassCode
from ..raster.arrays import ByteArray, DoubleArray, FloatArray, IntArray, LongArray, equal
from ..raster.grid import Grid
from ..raster.ground import LONGITUDE_LATITUDE, map_coordinates, transform_points
from ..raster.regions import sum_by
from .features import Zones
from .nodes import IS_FLOODED, Nodes
from .surface import ESTIMATED, REASONS, Surface

_LEAST_HECTARES = 0.5
"""Bodies without an estimate that are smaller are not listed."""


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        what: ``all``, ``zone`` or ``body``.
        name: of a zone, or a body's number, 1 being the largest.
        estimated_ha, not_estimated_ha: flooded hectares with and without a depth.
        volume_m3, mean_m, largest_m: of what has one.
        not_observed_percent: of the whole image, or of a zone's part on it.
        level_m: mean height of a body's water surface.
        longitude, latitude: of a body's centre.
        remark: why a body has no depth.
    """

    what: str
    name: str
    estimated_ha: float
    not_estimated_ha: float
    volume_m3: float
    largest_m: float
    not_observed_percent: float | None = None
    level_m: float | None = None
    longitude: float | None = None
    latitude: float | None = None
    remark: str = ""

    @property
    def mean_m(self) -> float:
        """Mean depth."""
        return self.volume_m3 / (self.estimated_ha * 10_000) if self.estimated_ha else 0.0

    @staticmethod
    def names() -> tuple[str, ...]:
        """Return the names of the table's columns."""
        numbers = ("estimated_ha", "not_estimated_ha", "volume_m3", "mean_depth_m", "largest_depth_m", "not_observed_percent")
        return ("what", "name", *numbers, "level_m", "longitude", "latitude", "remark")

    def values(self) -> tuple[str, ...]:
        """Return the fields of the table."""
        depths = (f"{self.mean_m:.2f}", f"{self.largest_m:.2f}") if self.estimated_ha else ("", "")
        return (
            *(self.what, self.name, f"{self.estimated_ha:.4f}", f"{self.not_estimated_ha:.4f}", f"{self.volume_m3:.0f}", *depths),
            *(_text(self.not_observed_percent, 1), _text(self.level_m, 2), _text(self.longitude, 5), _text(self.latitude, 5)),
            self.remark,
        )

    def facts(self) -> dict[str, Any]:
        """Return all of it, fit for JSON."""
        return {**asdict(self), "mean_m": self.mean_m}


def _text(number: float | None, digits: int) -> str:
    return "" if number is None else f"{number:.{digits}f}"


class _Sums:
    """Sums over some groups of pixels."""

    def __init__(self, count: int) -> None:
        self.estimated, self.without, self.volume, self.largest = (np.zeros(count) for _ in range(4))
        self.observed, self.unseen = np.zeros(count), np.zeros(count)

    def add(self, group: LongArray, depth: DoubleArray | FloatArray, hectares: DoubleArray) -> None:
        """Add flooded pixels (n,): their groups, metres or NaN, and areas."""
        n, known = len(self.estimated), np.isfinite(depth)
        self.without += sum_by(group[~known], hectares[~known], n)
        group, depth, hectares = group[known], depth[known], hectares[known]
        self.estimated += sum_by(group, hectares, n)
        self.volume += sum_by(group, hectares * depth * 10_000, n)
        np.maximum.at(self.largest, group, depth)

    def unseen_percent(self, i: int) -> float:
        """Return how many per cent of a group were not observed."""
        total = self.observed[i] + self.unseen[i]
        return float(100 * self.unseen[i] / total) if total else 0.0


class DepthSums:
    """Takes depths strip by strip.

    Args:
        surface: of which they were made.
        zones: that are told apart.

    Attributes:
        void_ha: flooded hectares of bodies with an estimate where the DEM has no height.
    """

    def __init__(self, surface: Surface, zones: Zones) -> None:
        self._surface, self._names = surface, zones.names
        self._bodies, self._zones = _Sums(len(surface.state)), _Sums(len(zones.names))
        self._ha = self._unseen_ha = 0.0
        self._level = np.zeros(len(surface.state))
        self._places = np.zeros((len(surface.state), 2))
        self.void_ha = 0.0

    def add_bodies(self, body: LongArray, depth: DoubleArray, hectares: DoubleArray, level: DoubleArray) -> None:
        """Add flooded pixels (n,) to their bodies: metres or NaN, areas, and the height of the water above them."""
        self._bodies.add(body, depth, hectares)
        self.void_ha += float(hectares[np.isnan(depth) & np.isfinite(level)].sum())
        known = np.isfinite(depth)
        self._level += sum_by(body[known], level[known] * hectares[known], len(self._level))

    def add_map(self, classes: ByteArray, hectares: DoubleArray) -> None:
        """Add rows of the map (rows, width) and the areas of each column's pixels (width,)."""
        unseen = np.count_nonzero(equal(classes, ClassCode.NOT_OBSERVED), axis=0)
        self._unseen_ha += float(unseen @ hectares)
        self._ha += float(len(classes) * hectares.sum())

    def add_zones(self, owner: IntArray, classes: ByteArray, depth: FloatArray, hectares: DoubleArray) -> None:
        """Add rows to zones, of which `owner` has the number, counted from 1, each array (rows, width)."""
        inside = owner > 0
        group, classes, depth, hectares = owner[inside].astype(np.int64) - 1, classes[inside], depth[inside], hectares[inside]
        n, unseen, wet = len(self._names), equal(classes, ClassCode.NOT_OBSERVED), IS_FLOODED[classes]
        self._zones.unseen += sum_by(group[unseen], hectares[unseen], n)
        self._zones.observed += sum_by(group[~unseen], hectares[~unseen], n)
        self._zones.add(group[wet], depth[wet], hectares[wet])

    def place(self, nodes: Nodes) -> None:
        """Note where the bodies lie: their largest node."""
        order = np.lexsort((nodes.pixels, self._surface.body))
        body = self._surface.body[order]
        last = order[np.append(body[1:] != body[:-1], True)]
        self._places[self._surface.body[last]] = np.stack([nodes.x[last], nodes.y[last]], axis=1)

    def total(self) -> Row:
        """Return the whole map's row."""
        b = self._bodies
        numbers = float(b.estimated.sum()), float(b.without.sum()), float(b.volume.sum()), float(b.largest.max(initial=0.0))
        return Row("all", "", *numbers, not_observed_percent=100 * self._unseen_ha / self._ha if self._ha else 0.0)

    def without_estimate(self) -> dict[int, float]:
        """Return the flooded hectares of bodies without a depth, by reason."""
        return {reason: float(self._bodies.without[self._surface.state == reason].sum()) for reason in REASONS}

    def rows(self, grid: Grid) -> Iterator[Row]:
        """Yield the table: all, the zones, the bodies from the largest on."""
        yield self.total()
        for i, name in enumerate(self._names):
            yield self._row("zone", name, self._zones, i, not_observed_percent=self._zones.unseen_percent(i))
        b, state = self._bodies, self._surface.state
        hectares = b.estimated + b.without
        listed = np.flatnonzero((hectares > 0) & ((state == ESTIMATED) | (hectares >= _LEAST_HECTARES)))
        listed = listed[np.argsort(-hectares[listed], kind="stable")]
        x, y = map_coordinates(grid.transform, self._places[listed, 0], self._places[listed, 1])
        longitude, latitude = transform_points(grid.crs, LONGITUDE_LATITUDE, x, y) if len(listed) else (x, y)
        for number, (i, lon, lat) in enumerate(zip(listed.tolist(), longitude.tolist(), latitude.tolist(), strict=True), start=1):
            level = float(self._level[i] / b.estimated[i]) if b.estimated[i] else None
            remark = REASONS.get(int(state[i]), "")
            yield self._row("body", str(number), b, i, level_m=level, longitude=lon, latitude=lat, remark=remark)

    def _row(self, what: str, name: str, sums: _Sums, i: int, **more: Any) -> Row:
        estimated, without, volume, largest = (float(values[i]) for values in (sums.estimated, sums.without, sums.volume, sums.largest))
        return Row(what, name, estimated, without, volume, largest, **more)
