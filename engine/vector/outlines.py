"""From the corners of connected pixels to polygons with holes.

The corners of a rectilinear outline determine it: along each lattice row the sorted corners are the ends of its horizontal edges, pair
by pair, and along each lattice column of its vertical ones. Where an outline meets itself at a point, both passages turn around the
background's pixel, so a hole that touches its shell at a point is a ring of its own, as the OGC's simple features want it.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..raster.corners import Corners, LongArray
from ..raster.ground import map_coordinates
from ..raster.regions import Finished

Geometries = npt.NDArray[np.object_]


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
    is_shell: npt.NDArray[np.bool_]


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


def _one_number_for_each_part(part: npt.NDArray[np.int32], links: LongArray) -> LongArray:
    """Number the parts anew, those that are linked alike."""
    if len(links) == 0:
        return part.astype(np.int64)
    numbers = np.unique(np.concatenate([part, links.ravel()]))
    ends = np.searchsorted(numbers, links)
    graph = coo_array((np.ones(len(ends), np.bool_), (ends[:, 0], ends[:, 1])), shape=(len(numbers), len(numbers)))
    return connected_components(graph, directed=False)[1].astype(np.int64)[np.searchsorted(numbers, part)]


def _in_rows(corners: Corners, part: LongArray, owner: LongArray) -> tuple[Corners, LongArray, LongArray]:
    """Sort by owner, part, row and column, so that neighbours are the ends of a horizontal edge."""
    order = np.lexsort((corners.column, corners.row, part, owner))
    return corners.take(order), part[order], owner[order]


def _vertical_mates(corners: Corners, part: LongArray) -> npt.NDArray[np.int32]:
    """Return for each corner the other end of its vertical edge."""
    ends_an_edge = np.arange(len(part)) % 2 == 1
    upper_first = ends_an_edge == corners.rising  # of two corners at one point: the one whose vertical edge goes up comes first
    order = np.lexsort((~upper_first, corners.row, corners.column, part)).astype(np.int32)
    mates = np.empty(len(part), np.int32)
    mates[order[0::2]], mates[order[1::2]] = order[1::2], order[0::2]
    return mates


def _trace(part: LongArray, mates: npt.NDArray[np.int32], shells_backwards: bool) -> _Rings:
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


def _reversed(corner: LongArray, start: LongArray, which: npt.NDArray[np.bool_]) -> LongArray:
    """Return the corners with the order of some rings turned round."""
    length = np.diff(start)
    mirrored = np.repeat(start[:-1] + start[1:] - 1, length) - np.arange(len(corner))
    return corner[np.where(np.repeat(which, length), mirrored, np.arange(len(corner)))]
