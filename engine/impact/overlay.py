"""Lay shapes over pixels exactly: which part of each pixel a polygon covers, how long a line runs in it.

No pixel's centre decides: a house smaller than a pixel counts with the part of the pixel that it covers. The area to the right of every
edge is summed up pixel by pixel, as in the anti-aliasing of fonts (accumulation buffer): exact for polygons of any form, and one pass
over the edges for all polygons of a layer together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ..raster.arrays import DoubleArray, LongArray
from ..vector.outlines import Geometries

_EMPTY = 1e-9
"""Parts of a pixel that are rounding, not coverage."""
_AT_ONCE = 2_000_000
_POINT, _LINE, _POLYGON = 0, 1, 2
_POLYGON_TYPE = 3


@dataclass(frozen=True)
class Edges:
    """Straight pieces of n shapes, in pixel coordinates.

    Attributes:
        owner: int64 (m,), the shape, 0 to n - 1.
        start, end: float64 (m, 2), x and y.
        sign: float64 (m,), of polygons: 1 where going down along the edge has the polygon to the right; else -1.
    """

    owner: LongArray
    start: DoubleArray
    end: DoubleArray
    sign: DoubleArray

    def __len__(self) -> int:
        return len(self.owner)

    def within(self, first: int, last: int) -> Edges:
        """Return the edges that rows first..last meet."""
        low, high = np.minimum(self.start[:, 1], self.end[:, 1]), np.maximum(self.start[:, 1], self.end[:, 1])
        here = (low < last) & (high >= first)
        return Edges(self.owner[here], self.start[here], self.end[here], self.sign[here])


@dataclass(frozen=True)
class Parts:
    """Shapes of all kinds, taken apart.

    Attributes:
        polygons, lines: their edges.
        points: the owners, int64 (m,), and float64 (m, 2).
    """

    polygons: Edges
    lines: Edges
    points: tuple[LongArray, DoubleArray]


@dataclass(frozen=True)
class Pixels:
    """Where shapes lie on pixels.

    Attributes:
        owner, row, column: int64 (m,).
        amount: float64 (m,), the part of the pixel that is covered, the length in pixels, or 1 for a point.
        step: float64 (m, 2), of lines how far across and down it runs in the pixel; of others empty.
    """

    owner: LongArray
    row: LongArray
    column: LongArray
    amount: DoubleArray
    step: DoubleArray


def take_apart(shapes: Geometries) -> Parts:
    """Return the polygons' and lines' edges and the points of valid shapes in pixel coordinates, (n,) of any type, also collections."""
    parts, owner = simple_parts(shapes)
    dimension = shapely.get_dimensions(parts)
    points = parts[dimension == _POINT]
    places = owner[dimension == _POINT], shapely.get_coordinates(points)
    return Parts(
        _ring_edges(parts[dimension == _POLYGON], owner[dimension == _POLYGON]),
        _line_edges(parts[dimension == _LINE], owner[dimension == _LINE]),
        places,
    )


def simple_parts(shapes: Geometries) -> tuple[Geometries, LongArray]:
    """Return the points, lines and polygons that shapes consist of, and the index of the shape of each; empty ones are left out."""
    parts, owner = np.asarray(shapes, np.object_), np.arange(len(shapes))
    while (shapely.get_type_id(parts) > _POLYGON_TYPE).any():
        parts, index = shapely.get_parts(parts, return_index=True)
        owner = owner[index]
    there = ~shapely.is_empty(parts) & ~shapely.is_missing(parts)
    return parts[there], owner[there]


def _ring_edges(polygons: Geometries, owner: LongArray) -> Edges:
    rings, polygon = shapely.get_rings(polygons, return_index=True)
    edges = _line_edges(rings, np.arange(len(rings)))
    cross = edges.start[:, 0] * edges.end[:, 1] - edges.end[:, 0] * edges.start[:, 1]
    turns = np.sign(np.bincount(edges.owner, cross, len(rings)))
    is_shell = np.ones(len(rings), np.bool_)
    is_shell[1:] = polygon[1:] != polygon[:-1]
    sign = np.where(is_shell, -turns, turns)
    return Edges(owner[polygon[edges.owner]], edges.start, edges.end, sign[edges.owner])


def _line_edges(lines: Geometries, owner: LongArray) -> Edges:
    points, line = shapely.get_coordinates(lines, return_index=True)
    same = line[1:] == line[:-1]
    start, end = points[:-1][same], points[1:][same]
    return Edges(owner[line[:-1][same]], start, end, np.ones(len(start)))


def quadrilaterals(corners: DoubleArray) -> tuple[Edges, DoubleArray]:
    """Return the edges of quadrilaterals, and their areas in pixels, float64 (n,).

    Args:
        corners: float64 (n, 4, 2), in order around each.
    """
    start, end = corners, np.roll(corners, -1, axis=1)
    area = (start[:, :, 0] * end[:, :, 1] - end[:, :, 0] * start[:, :, 1]).sum(axis=1) / 2
    owner = np.repeat(np.arange(len(corners)), 4)
    return Edges(owner, start.reshape(-1, 2), end.reshape(-1, 2), np.repeat(-np.sign(area), 4)), np.abs(area)


def covered(edges: Edges, first: int, last: int, width: int) -> Iterator[Pixels]:
    """Yield which part of each pixel polygons cover, in rows first..last of a raster of some width; each pixel of a polygon once."""
    pieces = _pieces(edges.within(first, last), first, last, width)
    right_of = (pieces.end[:, 1] - pieces.start[:, 1]) * pieces.sign
    middle = (pieces.start + pieces.end) / 2
    row, column = np.floor(middle[:, 1]).astype(np.int64) - first, np.floor(middle[:, 0]).astype(np.int64)
    used = (column < width) & (right_of != 0) & (row >= 0) & (row < last - first)
    right_of, row, column, x = right_of[used], row[used], column[used], middle[used, 0]
    inside = np.where(column < 0, right_of, right_of * (1 - (x - column)))
    column = np.maximum(column, 0)
    key = (pieces.owner[used] * (last - first) + row) * width + column
    order = np.argsort(key, kind="stable")
    key = key[order]
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    if not len(starts):
        return
    key, inside, right_of = key[starts], np.add.reduceat(inside[order], starts), np.add.reduceat(right_of[order], starts)
    line, column = np.divmod(key, width)
    owner, row = np.divmod(line, last - first)
    after = np.cumsum(right_of)
    begins = np.flatnonzero(np.diff(line, prepend=-1))
    after -= np.repeat((after - right_of)[begins], np.diff(np.append(begins, len(line))))  # each row of a polygon starts at nothing
    yield _pixels(owner, row + first, column, after - right_of + inside)
    until = np.append(np.where(line[1:] == line[:-1], column[1:], width), width)
    yield from _filled(owner, row + first, column + 1, until, after)


def _pixels(owner: LongArray, row: LongArray, column: LongArray, amount: DoubleArray) -> Pixels:
    there = amount > _EMPTY
    return Pixels(owner[there], row[there], column[there], np.minimum(amount[there], 1.0), np.zeros((0, 2)))


def _filled(owner: LongArray, row: LongArray, start: LongArray, until: LongArray, amount: DoubleArray) -> Iterator[Pixels]:
    """Yield the pixels between the edges of polygons, from column `start` to before `until`."""
    there = np.flatnonzero((amount > _EMPTY) & (until > start))
    count = (until - start)[there]
    batch = np.cumsum(count) // _AT_ONCE
    for these in np.split(np.arange(len(there)), np.flatnonzero(np.diff(batch)) + 1):
        n, chosen = count[these], there[these]
        which = np.repeat(chosen, n)
        along = np.arange(len(which)) - np.repeat(np.cumsum(n) - n, n)
        yield _pixels(owner[which], row[which], start[which] + along, amount[which])


def run_through(edges: Edges, first: int, last: int, width: int) -> Pixels:
    """Return how far lines run in each pixel of rows first..last of a raster of some width; a pixel may come several times."""
    pieces = _pieces(edges.within(first, last), first, last, width)
    step, middle = pieces.end - pieces.start, (pieces.start + pieces.end) / 2
    column, row = np.floor(middle[:, 0]).astype(np.int64), np.floor(middle[:, 1]).astype(np.int64)
    length = np.hypot(step[:, 0], step[:, 1])
    used = (column >= 0) & (column < width) & (row >= first) & (row < last) & (length > 0)
    return Pixels(pieces.owner[used], row[used], column[used], length[used], step[used])


def lying_in(points: tuple[LongArray, DoubleArray], first: int, last: int, width: int) -> Pixels:
    """Return the pixels that points lie in, of rows first..last of a raster of some width."""
    owner, places = points
    column, row = np.floor(places[:, 0]).astype(np.int64), np.floor(places[:, 1]).astype(np.int64)
    used = (column >= 0) & (column < width) & (row >= first) & (row < last)
    return Pixels(owner[used], row[used], column[used], np.ones(np.count_nonzero(used)), np.zeros((0, 2)))


def _pieces(edges: Edges, first: int, last: int, width: int) -> Edges:
    """Return edges cut to rows first..last and at all lines between pixels; left and right of the raster they stay whole."""
    start, end = edges.start, edges.end
    clipped = np.clip(np.stack([start[:, 1], end[:, 1]], axis=1), first, last)
    rise = end[:, 1] - start[:, 1]
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(rise[:, None] == 0, [0.0, 1.0], (clipped - start[:, 1, None]) / rise[:, None])
    run = (end - start)[:, 0]
    cut = Edges(
        edges.owner,
        np.stack([start[:, 0] + share[:, 0] * run, clipped[:, 0]], axis=1),
        np.stack([start[:, 0] + share[:, 1] * run, clipped[:, 1]], axis=1),
        edges.sign,
    )
    return _cut_at_lines(_cut_at_lines(cut, 1, first, last), 0, 0, width)


def _cut_at_lines(edges: Edges, axis: int, least: int, most: int) -> Edges:
    """Return edges cut at the whole numbers from `least` to `most` of one axis."""
    a, b = edges.start[:, axis], edges.end[:, axis]
    lowest = np.maximum(np.floor(np.minimum(a, b)).astype(np.int64) + 1, least)
    highest = np.minimum(np.ceil(np.maximum(a, b)).astype(np.int64) - 1, most)
    cuts = np.maximum(highest - lowest + 1, 0)
    which = np.repeat(np.arange(len(edges)), cuts + 1)
    number = np.arange(len(which)) - np.repeat(np.cumsum(cuts + 1) - (cuts + 1), cuts + 1)
    start, step, up = edges.start[which], (edges.end - edges.start)[which], (b >= a)[which]

    def at_cut(index: LongArray) -> DoubleArray:
        value = np.where(up, lowest[which] + index, highest[which] - index)
        with np.errstate(divide="ignore", invalid="ignore"):
            place = start + ((value - start[:, axis]) / step[:, axis])[:, None] * step
        place[:, axis] = value
        return place

    begin = np.where((number == 0)[:, None], start, at_cut(number - 1))
    end = np.where((number == cuts[which])[:, None], edges.end[which], at_cut(number))
    return Edges(edges.owner[which], begin, end, edges.sign[which])
