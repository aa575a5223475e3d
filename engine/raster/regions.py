"""Connected pixels of a mask that is read strip by strip, in memory that does not grow with what is finished.

A component is handed on as soon as no further row can touch it. Pixels that share an edge form a *part*; with 8-connectivity, parts
that meet at a corner form one component. What is kept of a component are its statistics and the corners of its outline.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from .corners import Corners, find_corners, join_corners

IntArray = npt.NDArray[np.int32]
LongArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
ByteArray = npt.NDArray[np.uint8]

NO_PROBABILITY = 255


def sum_by(group: npt.NDArray[np.integer], values: npt.NDArray[Any], count: int) -> FloatArray:
    """Return the sums of values (n,) over the groups 0..count-1 that they belong to."""
    return np.asarray(np.bincount(group, values, count), np.float64)


@dataclass(frozen=True)
class Strip:
    """Rows of a mask and what is summed over its pixels.

    Attributes:
        mask: (rows, width).
        hectares: float64 (rows, width) or broadcast to it, the area of each pixel.
        percent: uint8 (rows, width), 0 to 100; None where no probability is known.
        is_last: whether no rows follow.
    """

    mask: BoolArray
    hectares: FloatArray
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

    hectares: FloatArray
    known: LongArray
    percent: FloatArray
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

    def add(self, strip: Strip) -> Finished:
        """Take the next rows, from top to bottom; return what they finish."""
        if not self._open and not strip.mask.any():
            self._first_row += len(strip.mask)
            return Finished(Sums.nothing(), np.zeros(0, np.int64), Corners.nothing(), np.zeros((0, 2), np.int64))
        labels, count = ndimage.label(strip.mask)
        base, opened = self._parts, len(self._open)
        parts = _framed(labels, base, self._row_parts, strip.is_last)
        corners, diagonal = find_corners(parts, self._first_row)
        seam = _unique_pairs(np.stack([parts[0], parts[1]], axis=1))
        to_node = _Nodes(base, opened, self._row_parts, self._row_nodes)
        edges = [seam, diagonal] if self._corners_join else [seam]
        joined, component = _connect(to_node(np.concatenate(edges)), opened + int(count))

        sums = self._sums.merge(_sum_up(strip, labels, int(count)), component, joined)
        last = parts[-2 if strip.is_last else -1]
        is_open = np.zeros(joined, np.bool_)
        if not strip.is_last:
            is_open[component[to_node(last[last > 0])]] = True
        finished = self._close(corners, seam, component, to_node, is_open, sums)
        self._carry_on(last, component, to_node, is_open)
        self._sums = sums.take(is_open)
        self._first_row, self._parts = self._first_row + len(strip.mask), base + int(count)
        return finished

    def _close(self, corners: Corners, seam: LongArray, component: LongArray, to_node: _Nodes, is_open: BoolArray, sums: Sums) -> Finished:
        """Split a strip's corners into those that stay open, which are put aside, and those of finished components, which are returned."""
        wanted = ~is_open & (sums.hectares >= self._minimum)
        owner = component[to_node(corners.part)]
        fate = np.where(is_open, 1, np.where(wanted, 2, 0))
        still = np.flatnonzero(is_open)
        following = {int(c): _Open() for c in still}
        done_corners, done_links, done_owner = [corners.take(fate[owner] == 2)], [seam], [owner[fate[owner] == 2]]
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
        if self._corners_join and len(seam):
            _put_links_aside(following, seam, component[to_node(seam[:, 1])], is_open)
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


def _unique_pairs(pairs: npt.NDArray[np.integer]) -> LongArray:
    """Return the different pairs in which neither is background."""
    both = pairs[(pairs > 0).all(axis=1)]
    return np.unique(both, axis=0).astype(np.int64) if len(both) else np.zeros((0, 2), np.int64)


def _connect(edges: LongArray, nodes: int) -> tuple[int, LongArray]:
    graph = coo_array((np.ones(len(edges), np.bool_), (edges[:, 0], edges[:, 1])), shape=(nodes, nodes))
    count, component = connected_components(graph, directed=False)
    return int(count), component.astype(np.int64)


def _sum_up(strip: Strip, labels: IntArray, count: int) -> Sums:
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


def _put_links_aside(following: dict[int, _Open], seam: LongArray, owner: LongArray, is_open: BoolArray) -> None:
    order = np.argsort(owner, kind="stable")
    whose, first = np.unique(owner[order], return_index=True)
    for c, index in zip(whose, np.split(order, first[1:]), strict=True):
        if is_open[c]:
            following[int(c)].links.append(seam[index])
