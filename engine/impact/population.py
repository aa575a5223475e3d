"""Share the people of a population raster out to the classes of a map, by area: pixels of any size, in any reference system."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType

import numpy as np
import shapely
from rasterio.windows import Window

from ..contract.errors import InputError
from ..raster.arrays import DoubleArray
from ..raster.bands import refuse_image_or_map
from ..raster.files import band_names, open_raster
from ..raster.grid import Grid
from ..raster.ground import map_coordinates, transform_points
from ..raster.observed import bands_of
from ..vector.outlines import Geometries
from ..vector.placement import transform_shapes
from .counts import GroupStrip
from .features import Zones, divide, in_pixels, turn_of
from .overlay import Edges, covered, quadrilaterals, take_apart

_POINTS = 33
_CELLS_AT_ONCE = 200_000
_STEP_PIXELS = 64


@dataclass(frozen=True)
class Cells:
    """Pixels of a population raster in which people live.

    Attributes:
        corners: float64 (n, 4, 2), in the map's pixel coordinates.
        people: float64 (n,).
    """

    corners: DoubleArray
    people: DoubleArray


class Population:
    """Adds up people by class and zone while a map is read. Inside a ``with`` block.

    The people of a pixel are taken to live evenly on its ground: the share of them in a class is the share of the pixel's area.

    Args:
        path: of a raster whose pixels hold numbers of people; values below 0 are none.
        grid: of the map.
        zones: that are told apart.

    Attributes:
        name: of the file.
        total: float64 (groups,), people on the map.
        by_zone: float64 (zones, groups).

    Raises:
        InputError: no raster, a radar image or a map, without georeference, or nowhere near the map.
    """

    def __init__(self, path: str, grid: Grid, zones: Zones) -> None:
        self.name = PurePath(path).name
        with ExitStack() as stack:
            dataset = stack.enter_context(open_raster(path))
            if dataset.crs is None:
                raise InputError(
                    f"{self.name} has no coordinate reference system.",
                    "Without one nobody knows where its people live.",
                    "Assign it first.",
                )
            refuse_image_or_map(band_names(dataset), dataset.tags(), self.name, "A raster of numbers of people is needed.")
            self._stack = stack.pop_all()
        self._band = bands_of([dataset])[0]
        own = Grid(dataset.height, dataset.width, dataset.transform, dataset.crs)
        self._map, self._own, self._zones = grid, own, zones
        self.total = np.zeros(0)
        self.by_zone = np.zeros((0, 0))

    def __enter__(self) -> Population:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    def add(self, strip: GroupStrip) -> None:
        """Take a strip of the map. Raises `InputError` where the population raster is damaged."""
        if not self.total.size:
            self.total = np.zeros(strip.groups)
            self.by_zone = np.zeros((len(self._zones.shapes), strip.groups))
        for cells in self._cells(strip.first, strip.last):
            edges, area = quadrilaterals(cells.corners)
            people = np.zeros((len(area), strip.groups))
            for pixels in covered(edges, strip.first, strip.last, self._map.width):
                strip.sum_into(people, pixels.owner, pixels, pixels.amount * (cells.people / area)[pixels.owner])
            self.total += people.sum(axis=0)
            if len(self._zones.shapes):
                self._add_to_zones(cells, area, people, strip)

    def _add_to_zones(self, cells: Cells, area: DoubleArray, people: DoubleArray, strip: GroupStrip) -> None:
        inside = divide(shapely.polygons(cells.corners), self._zones.shapes)
        whole = inside.piece < 0
        np.add.at(self.by_zone, inside.zone[whole], people[inside.feature[whole]])
        density = (cells.people / area)[inside.feature[~whole]]
        cut = np.zeros((len(inside.pieces), strip.groups))
        for pixels in covered(take_apart(inside.pieces).polygons, strip.first, strip.last, self._map.width):
            strip.sum_into(cut, pixels.owner, pixels, pixels.amount * density[pixels.owner])
        np.add.at(self.by_zone, inside.zone[~whole], cut)

    def in_zones(self) -> DoubleArray:
        """Return all people of each zone, float64 (zones,), on the map and beside it."""
        found = np.zeros(len(self._zones.shapes))
        if not len(found):
            return found
        edges = self._edges_on_own(self._zones.shapes)
        if not len(edges):
            return found
        low = np.minimum(edges.start[:, 1], edges.end[:, 1]).min()
        high = np.maximum(edges.start[:, 1], edges.end[:, 1]).max()
        first, last = max(0, int(low)), min(self._own.height, int(np.ceil(high)))
        rows = max(1, _CELLS_AT_ONCE * 10 // self._own.width)
        for row in range(first, last, rows):
            people = self._read(row, min(row + rows, last), 0, self._own.width)
            for pixels in covered(edges, row, min(row + rows, last), self._own.width):
                found += np.bincount(pixels.owner, pixels.amount * people[pixels.row - row, pixels.column], len(found))
        return found

    def _edges_on_own(self, shapes: Geometries) -> Edges:
        """Return edges of shapes in the raster's own pixel coordinates, with a copy a turn of the Earth away to both sides."""
        bent = shapely.segmentize(shapes, _STEP_PIXELS)
        on_map = shapely.transform(bent, lambda p: np.stack(map_coordinates(self._map.transform, p[:, 0], p[:, 1]), axis=1))
        there = transform_shapes(np.asarray(on_map), self._map.crs, self._own.crs)
        points, owner = shapely.get_coordinates(there, return_index=True)
        moved = np.asarray(shapely.set_coordinates(there, in_pixels(points, owner, self._own)))
        moved[owner[~np.isfinite(points).all(axis=1)]] = shapely.Polygon()
        one, turn = take_apart(moved).polygons, self._turn_pixels()
        if not turn:
            return one
        shifts = [np.array([shift, 0.0]) for shift in (-turn, 0.0, turn)]
        places = [np.concatenate([ends + shift for shift in shifts]) for ends in (one.start, one.end)]
        return Edges(np.tile(one.owner, 3), places[0], places[1], np.tile(one.sign, 3))

    def _turn_pixels(self) -> float:
        return turn_of(self._own) / abs(self._own.transform.a) if self._own.transform.a else 0.0

    def _cells(self, first: int, last: int) -> Iterator[Cells]:
        """Yield the inhabited pixels that meet rows first..last of the map."""
        rows, columns = np.meshgrid(np.linspace(first, last, _POINTS), np.linspace(0, self._map.width, _POINTS), indexing="ij")
        places = np.stack([columns.ravel(), rows.ravel()], axis=1)
        own = self._to_own(places)
        own = own[np.isfinite(own).all(axis=1)]
        if not len(own):
            return
        (left, top), (right, bottom) = np.floor(own.min(axis=0)).astype(int) - 1, np.ceil(own.max(axis=0)).astype(int) + 1
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, self._own.width), min(bottom, self._own.height)
        if left >= right:
            return
        step = max(1, _CELLS_AT_ONCE // (right - left))
        for row in range(top, bottom, step):
            people = self._read(row, min(row + step, bottom), left, right)
            there = np.nonzero(people)
            if len(there[0]):
                cells = self._placed(there[0] + row, there[1] + left, people[there])
                low, high = cells.corners.min(axis=1), cells.corners.max(axis=1)
                near = (high[:, 1] > first) & (low[:, 1] < last) & (high[:, 0] > 0) & (low[:, 0] < self._map.width)
                yield Cells(cells.corners[near], cells.people[near])

    def _read(self, first: int, last: int, left: int, right: int) -> DoubleArray:
        values = np.empty((last - first, right - left), np.float32)
        self._band.read_values(Window(left, first, right - left, last - first), values)
        return np.asarray(np.where(values > 0, values, 0.0), np.float64)

    def _placed(self, row: np.ndarray, column: np.ndarray, people: DoubleArray) -> Cells:
        """Return cells with their corners on the map; each corner is looked up once."""
        width = self._own.width + 1
        first = row * width + column
        corner = np.stack([first, first + 1, first + width + 1, first + width], axis=1)
        nodes, index = np.unique(corner, return_inverse=True)
        x, y = map_coordinates(self._own.transform, nodes % width, nodes // width)
        if self._own.crs != self._map.crs:
            x, y = transform_points(self._own.crs, self._map.crs, x, y)
        corners = np.stack([x, y], axis=1)[index.reshape(-1)]
        places = in_pixels(corners, np.repeat(np.arange(len(people)), 4), self._map).reshape(-1, 4, 2)
        there = np.isfinite(places).all(axis=(1, 2))
        return Cells(places[there], people[there])

    def _to_own(self, places: DoubleArray) -> DoubleArray:
        """Return pixel coordinates of the raster itself, each point within half a turn of the Earth of its middle."""
        x, y = map_coordinates(self._map.transform, places[:, 0], places[:, 1])
        x, y = transform_points(self._map.crs, self._own.crs, x, y) if self._own.crs != self._map.crs else (x, y)
        return in_pixels(np.stack([x, y], axis=1), np.arange(len(x)), self._own)
