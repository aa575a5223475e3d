"""Draw the outlines of connected pixels as polygons with holes, of a mask that is read strip by strip.

Memory does not grow with what is finished: a component is handed on as soon as no further row can touch it. Pixels that share an edge
form a *part*; with 8-connectivity, parts that meet at a corner form one component. What is kept of a component are its statistics and
the corners of its outline.

The corners of a rectilinear outline determine it: along each lattice row the sorted corners are the ends of its horizontal edges, pair
by pair, and along each lattice column of its vertical ones. Where an outline meets itself at a point, both passages turn around the
background's pixel, so a hole that touches its shell at a point is a ring of its own, as the OGC's simple features want it. (GDAL's
polygoniser with 8-connectivity makes rings that cross themselves there: of 18 761 polygons of a map of 3 000 x 3 000 pixels 262.)
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine

from ..raster.arrays import BoolArray, ByteArray, DoubleArray, IntArray, LongArray
from ..raster.ground import map_coordinates
from ..raster.regions import connect, label, seam, sum_by

Geometries = npt.NDArray[np.object_]

NO_PROBABILITY = 255


@dataclass(frozen=True)
class Corners:
    """Corners of outlines on the lattice of pixel corners; where two parts or two outlines meet at a point, there are two.

    Attributes:
        part: int32 (n,), the part; several numbers may turn out to be one part (links).
        row, column: int32 (n,), lattice lines, 0 being the raster's upper and left edge.
        rising: bool (n,), where two pixels meet at this point, whether these are the upper right and the lower left one.
    """

    part: IntArray
    row: IntArray
    column: IntArray
    rising: BoolArray

    @classmethod
    def nothing(cls) -> Corners:
        """Return no corners."""
        empty = np.zeros(0, np.int32)
        return cls(empty, empty, empty, np.zeros(0, np.bool_))

    def take(self, index: npt.NDArray[np.integer] | BoolArray | slice) -> Corners:
        """Return some of the corners."""
        return Corners(self.part[index], self.row[index], self.column[index], self.rising[index])

    def __len__(self) -> int:
        return len(self.part)


def join_corners(pieces: list[Corners]) -> Corners:
    """Return corners one after the other; the list is emptied."""
    joined = Corners(
        np.concatenate([p.part for p in pieces]),
        np.concatenate([p.row for p in pieces]),
        np.concatenate([p.column for p in pieces]),
        np.concatenate([p.rising for p in pieces]),
    )
    pieces.clear()
    return joined


def find_corners(parts: IntArray, first_row: int) -> tuple[Corners, LongArray]:
    """Return the corners on the lattice lines between rows, and the pairs of parts (m, 2) that meet at a point only.

    Args:
        parts: int32 (rows, width + 2), part numbers with an empty column on both sides, 0 being background.
        first_row: the lattice line between the first two rows.
    """
    filled = parts > 0
    a, b, c, d = filled[:-1, :-1], filled[:-1, 1:], filled[1:, :-1], filled[1:, 1:]
    row, column = np.nonzero(a ^ b ^ c ^ d)
    owner = np.maximum.reduce([parts[row + i, column + j] for i in (0, 1) for j in (0, 1)])
    row2, column2 = np.nonzero((a == d) & (b == c) & (a != b))
    rising = filled[row2, column2 + 1]
    left = parts[row2 + rising, column2]
    right = parts[row2 + ~rising, column2 + 1]
    nothing = np.zeros(len(row), np.bool_)
    corners = Corners(
        np.concatenate([owner, left, right]),
        (np.concatenate([row, row2, row2]) + first_row).astype(np.int32),
        np.concatenate([column, column2, column2]).astype(np.int32),
        np.concatenate([nothing, rising, rising]),
    )
    return corners, np.stack([left, right], axis=1).astype(np.int64)


@dataclass(frozen=True)
class MaskStrip:
    """Rows of a mask and what is summed over its pixels.

    Attributes:
        mask: (rows, width).
        hectares: float64 (rows, width) or broadcast to it, the area of each pixel.
        percent: uint8 (rows, width), 0 to 100; None where no probability is known.
        is_last: whether no rows follow.
    """

    mask: BoolArray
    hectares: DoubleArray
    percent: ByteArray | None
    is_last: bool


@dataclass(frozen=True)
class Sums:
    """Statistics of n components.

    Attributes:
        hectares: float64 (n,).
        known: int64 (n,), pixels that have a probability.
        percent: float64 (n,), their probabilities' sum in per cent.
        percent_max: uint8 (n,).
    """

    hectares: DoubleArray
    known: LongArray
    percent: DoubleArray
    percent_max: ByteArray

    @classmethod
    def nothing(cls) -> Sums:
        """Return the statistics of no component."""
        return cls(np.zeros(0), np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.uint8))

    def take(self, index: npt.NDArray[np.integer] | BoolArray) -> Sums:
        """Return those of some components."""
        return Sums(self.hectares[index], self.known[index], self.percent[index], self.percent_max[index])

    def merge(self, other: Sums, into: LongArray, count: int) -> Sums:
        """Add up these and others: the i-th of all belongs to component `into[i]` of `count`."""
        highest = np.zeros(count, np.uint8)
        np.maximum.at(highest, into, np.concatenate([self.percent_max, other.percent_max]))
        return Sums(
            sum_by(into, np.concatenate([self.hectares, other.hectares]), count),
            sum_by(into, np.concatenate([self.known, other.known]), count).astype(np.int64),
            sum_by(into, np.concatenate([self.percent, other.percent]), count),
            highest,
        )


@dataclass(frozen=True)
class Finished:
    """Components that no further row can touch.

    Attributes:
        sums: of n components.
        owner: int64 (corners,), to which of the n a corner belongs, ascending.
        corners: of all of them.
        links: int64 (m, 2), numbers of parts that are one part.
    """

    sums: Sums
    owner: LongArray
    corners: Corners
    links: LongArray


@dataclass
class _Open:
    corners: list[Corners] = field(default_factory=list)
    links: list[LongArray] = field(default_factory=list)


class Components:
    """The components of a mask, handed on as they are finished.

    Those that touch the last row so far are open and numbered 0..m-1; nodes of a strip's graph are these m, then the strip's n parts.

    Args:
        width: of the mask.
        connectivity: 4 (shared edges) or 8 (corners as well).
        minimum_hectares: smaller components are dropped.
    """

    def __init__(self, width: int, connectivity: int, minimum_hectares: float) -> None:
        self._corners_join, self._minimum = connectivity == 8, minimum_hectares
        self._sums, self._open = Sums.nothing(), list[_Open]()
        self._row_parts = np.zeros(width + 2, np.int32)
        self._row_nodes = np.full(width + 2, -1, np.int64)
        self._first_row = self._parts = 0

    def add(self, strip: MaskStrip) -> Finished:
        """Take the next rows, from top to bottom; return what they finish."""
        if not self._open and not strip.mask.any():
            self._first_row += len(strip.mask)
            return Finished(Sums.nothing(), np.zeros(0, np.int64), Corners.nothing(), np.zeros((0, 2), np.int64))
        labels, count = label(strip.mask, 4)
        base, opened = self._parts, len(self._open)
        parts = _framed(labels, base, self._row_parts, strip.is_last)
        corners, diagonal = find_corners(parts, self._first_row)
        joins = seam(parts[0], parts[1], 4)
        to_node = _Nodes(base, opened, self._row_parts, self._row_nodes)
        edges = [joins, diagonal] if self._corners_join else [joins]
        joined, component = connect(to_node(np.concatenate(edges)), opened + count)

        sums = self._sums.merge(_sum_up(strip, labels, count), component, joined)
        last = parts[-2 if strip.is_last else -1]
        is_open = np.zeros(joined, np.bool_)
        if not strip.is_last:
            is_open[component[to_node(last[last > 0])]] = True
        finished = self._close(corners, joins, component, to_node, is_open, sums)
        self._carry_on(last, component, to_node, is_open)
        self._sums = sums.take(is_open)
        self._first_row, self._parts = self._first_row + len(strip.mask), base + count
        return finished

    def _close(self, corners: Corners, joins: LongArray, component: LongArray, to_node: _Nodes, is_open: BoolArray, sums: Sums) -> Finished:
        """Split a strip's corners into those that stay open, which are put aside, and those of finished components, which are returned."""
        wanted = ~is_open & (sums.hectares >= self._minimum)
        owner = component[to_node(corners.part)]
        fate = np.where(is_open, 1, np.where(wanted, 2, 0))
        still = np.flatnonzero(is_open)
        following = {int(c): _Open() for c in still}
        done_corners, done_links, done_owner = [corners.take(fate[owner] == 2)], [joins], [owner[fate[owner] == 2]]
        for node, group in enumerate(self._open):
            c = int(component[node])
            if is_open[c]:
                following[c].corners += group.corners
                following[c].links += group.links
            elif wanted[c]:
                done_owner += [np.full(len(piece), c, np.int64) for piece in group.corners]
                done_corners += group.corners
                done_links += group.links
        _put_aside(following, corners, owner, fate == 1)
        if self._corners_join and len(joins):
            _put_links_aside(following, joins, component[to_node(joins[:, 1])], is_open)
        self._open = [following[int(c)] for c in still]

        everything, whose = join_corners(done_corners), np.concatenate(done_owner)
        order = np.argsort(whose, kind="stable")
        numbers = (np.cumsum(wanted) - 1)[whose[order]]
        everything = everything.take(order)
        if not self._corners_join:
            return Finished(sums.take(wanted), numbers, replace(everything, part=numbers.astype(np.int32)), np.zeros((0, 2), np.int64))
        return Finished(sums.take(wanted), numbers, everything, np.concatenate(done_links))

    def _carry_on(self, last: IntArray, component: LongArray, to_node: _Nodes, is_open: BoolArray) -> None:
        number = np.cumsum(is_open) - 1
        nodes = np.full(len(last), -1, np.int64)
        if is_open.any():
            nodes[last > 0] = number[component[to_node(last[last > 0])]]
        self._row_parts, self._row_nodes = last.copy(), nodes


class _Nodes:
    """From part numbers to nodes of a strip's graph."""

    def __init__(self, base: int, opened: int, row_parts: IntArray, row_nodes: LongArray) -> None:
        self._base, self._opened = base, opened
        self._known, first = np.unique(row_parts, return_index=True)
        self._nodes = row_nodes[first]

    def __call__(self, parts: npt.NDArray[np.integer]) -> LongArray:
        nodes = parts.astype(np.int64) - (self._base + 1) + self._opened
        old = parts <= self._base
        if old.any():
            nodes[old] = self._nodes[np.searchsorted(self._known, parts[old])]
        return nodes


def _framed(labels: IntArray, base: int, above: IntArray, is_last: bool) -> IntArray:
    """Return part numbers with the row above, an empty column on both sides and, at the end, an empty row below."""
    rows, width = labels.shape
    parts = np.zeros((rows + 1 + is_last, width + 2), np.int32)
    parts[0] = above
    inner = parts[1 : rows + 1, 1:-1]
    np.add(labels, base, out=inner, where=labels > 0)
    return parts


def _sum_up(strip: MaskStrip, labels: IntArray, count: int) -> Sums:
    inside = labels > 0
    of = labels[inside] - 1
    hectares = sum_by(of, np.broadcast_to(strip.hectares, labels.shape)[inside], count)
    highest = np.zeros(count, np.uint8)
    if strip.percent is None:
        return Sums(hectares, np.zeros(count, np.int64), np.zeros(count), highest)
    percent = strip.percent[inside]
    known = percent != NO_PROBABILITY
    of, percent = of[known], percent[known]
    np.maximum.at(highest, of, percent)
    return Sums(hectares, np.bincount(of, minlength=count), sum_by(of, percent, count), highest)


def _put_aside(following: dict[int, _Open], corners: Corners, owner: LongArray, stays: BoolArray) -> None:
    kept = np.flatnonzero(stays[owner])
    kept = kept[np.argsort(owner[kept], kind="stable")]
    whose, first = np.unique(owner[kept], return_index=True)
    for c, index in zip(whose, np.split(kept, first[1:]), strict=True) if len(kept) else ():
        following[int(c)].corners.append(corners.take(index))


def _put_links_aside(following: dict[int, _Open], joins: LongArray, owner: LongArray, is_open: BoolArray) -> None:
    order = np.argsort(owner, kind="stable")
    whose, first = np.unique(owner[order], return_index=True)
    for c, index in zip(whose, np.split(order, first[1:]), strict=True):
        if is_open[c]:
            following[int(c)].links.append(joins[index])


@dataclass(frozen=True)
class _Rings:
    """Closed rings, one after the other; each part's shell comes first.

    Attributes:
        corner: int64, indices of corners.
        start: int64 (rings + 1,), where each ring begins in `corner`.
        is_shell: bool (rings,).
    """

    corner: LongArray
    start: LongArray
    is_shell: BoolArray


def outlines(finished: Finished, transform: Affine) -> Geometries:
    """Return a multipolygon for each finished component in map coordinates, shells counter-clockwise where y points up.

    Args:
        transform: from lattice columns and rows to map coordinates.
    """
    if len(finished.corners) == 0:
        return np.zeros(0, np.object_)
    part = _one_number_for_each_part(finished.corners.part, finished.links)
    corners, part, owner = _in_rows(finished.corners, part, finished.owner)
    rings = _trace(part, _vertical_mates(corners, part), shells_backwards=transform.determinant < 0)
    x, y = map_coordinates(transform, corners.column[rings.corner], corners.row[rings.corner])
    shells = np.flatnonzero(rings.is_shell)
    owner_of_polygon = owner[rings.corner[rings.start[shells]]]
    first_polygon = np.searchsorted(owner_of_polygon, np.arange(len(finished.sums.hectares) + 1))
    # Not from_ragged_array: that of shapely 2.1.0 (Debian 13) writes beyond its memory where polygons have holes.
    ring_of_point = np.repeat(np.arange(len(rings.is_shell)), np.diff(rings.start))
    linear = shapely.linearrings(np.stack([x, y], axis=1), indices=ring_of_point)
    polygons = shapely.polygons(linear, indices=np.cumsum(rings.is_shell) - 1)
    made = shapely.multipolygons(polygons, indices=np.repeat(np.arange(len(first_polygon) - 1), np.diff(first_polygon)))
    return np.asarray(made)


def _one_number_for_each_part(part: IntArray, links: LongArray) -> LongArray:
    """Number the parts anew, those that are linked alike."""
    if len(links) == 0:
        return part.astype(np.int64)
    numbers = np.unique(np.concatenate([part, links.ravel()]))
    ends = np.searchsorted(numbers, links)
    return connect(ends, len(numbers))[1][np.searchsorted(numbers, part)]


def _in_rows(corners: Corners, part: LongArray, owner: LongArray) -> tuple[Corners, LongArray, LongArray]:
    """Sort by owner, part, row and column, so that neighbours are the ends of a horizontal edge."""
    order = np.lexsort((corners.column, corners.row, part, owner))
    return corners.take(order), part[order], owner[order]


def _vertical_mates(corners: Corners, part: LongArray) -> IntArray:
    """Return for each corner the other end of its vertical edge."""
    ends_an_edge = np.arange(len(part)) % 2 == 1
    upper_first = ends_an_edge == corners.rising  # of two corners at one point: the one whose vertical edge goes up comes first
    order = np.lexsort((~upper_first, corners.row, corners.column, part)).astype(np.int32)
    mates = np.empty(len(part), np.int32)
    mates[order[0::2]], mates[order[1::2]] = order[1::2], order[0::2]
    return mates


def _trace(part: LongArray, mates: IntArray, shells_backwards: bool) -> _Rings:
    """Follow the edges. A part's first corner lies on its shell, and a ring's first corner is its upper left one."""
    partner, seen = mates.data, bytearray(len(mates))
    path, lengths, starts = array("i"), array("i"), array("i")
    for first in range(0, len(mates), 2):
        if seen[first]:
            continue
        before, at = len(path), first
        while True:
            seen[at] = seen[at ^ 1] = 1
            path.append(at)
            at ^= 1
            path.append(at)
            at = partner[at]
            if at == first:
                break
        path.append(first)
        lengths.append(len(path) - before)
        starts.append(first)
    corner = np.frombuffer(path, np.int32).astype(np.int64)
    start = np.append(0, np.cumsum(np.frombuffer(lengths, np.int32)))
    of_ring = part[np.frombuffer(starts, np.int32)]
    is_shell = np.append(True, of_ring[1:] != of_ring[:-1])
    backwards = is_shell if shells_backwards else ~is_shell
    return _Rings(_reversed(corner, start, backwards), start, is_shell)


def _reversed(corner: LongArray, start: LongArray, which: BoolArray) -> LongArray:
    """Return the corners with the order of some rings turned round."""
    length = np.diff(start)
    mirrored = np.repeat(start[:-1] + start[1:] - 1, length) - np.arange(len(corner))
    return corner[np.where(np.repeat(which, length), mirrored, np.arange(len(corner)))]
