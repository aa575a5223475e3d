"""Gather a flood into nodes: pieces of water in cells of some pixels, which of them touch, and the ground's height along dry edges.

The map is read in strips; what is kept grows with the number of nodes, a few hundred bytes each, not with the pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..contract.classes import ClassCode
from ..raster.arrays import ByteArray, DoubleArray, FloatArray, IntArray, LongArray, equal
from ..raster.regions import label

WATER = (ClassCode.DETECTED, ClassCode.POSSIBLE_WATER, ClassCode.REFERENCE_WATER)
"""Classes that a body of water consists of; where they adjoin each other is no edge."""
FLOODED = (ClassCode.DETECTED, ClassCode.POSSIBLE_WATER)
"""Classes whose depth is told: below reference water a DEM shows the water, and not its ground."""

IS_FLOODED = np.isin(np.arange(256), [int(code) for code in FLOODED])
"""Class to whether its depth is told, bool (256,)."""
_IS_WATER = np.isin(np.arange(256), [int(code) for code in WATER])
_SLOPE_WEIGHT_M = 0.3
"""Standard deviation of a height on level ground, for the weights of samples: a step of d metres between wet and dry adds d²/12."""


@dataclass(frozen=True)
class Nodes:
    """Pieces of water, numbered from 0.

    Attributes:
        pixels: float64 (n,).
        x, y: float64 (n,), their centres in pixel coordinates.
        edge: float64 (n,), how often water and observed dry ground adjoin.
        samples: float64 (n,), how often both have a height there.
        level: float64 (n,), metres, the height of the ground between wet and dry; NaN without samples.
        scatter: float64 (n,), metres, how far single samples lie from it (1.4826 times the median distance); NaN below four samples.
        step: float64 (n,), metres, the root mean square of the steps from wet to dry ground; 0 without samples.
        pairs: int64 (m, 2), nodes that touch.
        contact: float64 (m,), pixels along which they do.
    """

    pixels: DoubleArray
    x: DoubleArray
    y: DoubleArray
    edge: DoubleArray
    samples: DoubleArray
    level: DoubleArray
    scatter: DoubleArray
    step: DoubleArray
    pairs: LongArray
    contact: DoubleArray

    def __len__(self) -> int:
        return len(self.pixels)


def number_nodes(classes: ByteArray, cell: int) -> tuple[IntArray, int]:
    """Return the nodes 1..n of rows of a map, int32 (rows, width), 0 on land, and n.

    A node is a set of water pixels that are connected within one cell; water that only a cell's border parts is two nodes that touch.

    Args:
        classes: uint8 (rows, width); the first row is the first one of a cell.
        cell: pixels across and down.
    """
    rows, width = classes.shape
    down, across = -(-rows // cell), -(-width // cell)
    water = np.zeros((down * cell, across * cell), np.bool_)
    water[:rows, :width] = _IS_WATER[classes]
    apart = np.zeros((down, cell + 1, across, cell + 1), np.bool_)  # an empty line between all cells
    apart[:, :cell, :, :cell] = water.reshape(down, cell, across, cell)
    labels, count = label(apart.reshape(down * (cell + 1), across * (cell + 1)), 4)
    together = labels.reshape(down, cell + 1, across, cell + 1)[:, :cell, :, :cell].reshape(down * cell, across * cell)
    return np.ascontiguousarray(together[:rows, :width]), count


class NodeGatherer:
    """Takes a map strip by strip.

    Args:
        cell: pixels across and down of the cells that nodes lie in; strips hold whole cells, but for the last one.
    """

    def __init__(self, cell: int) -> None:
        self._cell, self._count, self._row = cell, 0, 0
        self._sums: list[DoubleArray] = []
        self._pairs: list[LongArray] = []
        self._contact: list[DoubleArray] = []
        self._above: LongArray | None = None

    def add(self, classes: ByteArray, heights: FloatArray) -> None:
        """Take the next rows.

        Args:
            classes: uint8 (rows + 2, width), with a row above and below; `NOT_OBSERVED` beside the image.
            heights: float32 of the same shape, metres, NaN where there are none.
        """
        inner = classes[1:-1]
        number, count = number_nodes(inner, self._cell)
        found = _edge_samples(classes, heights, number)
        level, scatter, samples = _levels(found.owner, found.height, found.step, count)
        step = np.sqrt(_sum(found.owner, count, found.step**2) / np.maximum(samples, 1))
        row, column = np.nonzero(number)
        index = number[row, column].astype(np.int64) - 1
        pixels = _sum(index, count)
        x, y = _sum(index, count, column + 0.5) / pixels, _sum(index, count, row + 0.5) / pixels + self._row
        self._sums.append(np.stack([pixels, x, y, _sum(found.edge, count), samples, level, scatter, step]))
        nodes = np.where(number > 0, number.astype(np.int64) + self._count, 0)
        self._touch(nodes[:, self._cell - 1 : -1 : self._cell].ravel(), nodes[:, self._cell :: self._cell].ravel())
        self._touch(nodes[self._cell - 1 : -1 : self._cell].ravel(), nodes[self._cell :: self._cell].ravel())
        if self._above is not None:
            self._touch(self._above, nodes[0])
        self._above, self._count, self._row = nodes[-1], self._count + count, self._row + len(inner)

    def _touch(self, one: LongArray, other: LongArray) -> None:
        """Note which nodes, counted from 1, adjoin pixel by pixel."""
        both = (one > 0) & (other > 0)
        key, contact = np.unique((one[both] << 32) | other[both], return_counts=True)
        self._pairs.append(np.stack([(key >> 32) - 1, (key & 0xFFFFFFFF) - 1], axis=1))
        self._contact.append(contact.astype(np.float64))

    def finish(self) -> Nodes:
        """Return all nodes."""
        sums = np.concatenate(self._sums, axis=1)
        pixels, x, y, edge, samples, level, scatter, step = sums
        pairs, contact = np.concatenate(self._pairs), np.concatenate(self._contact)
        return Nodes(pixels, x, y, edge, samples, level, scatter, step, pairs, contact)


@dataclass(frozen=True)
class _Samples:
    """Pairs of a wet pixel and an observed dry one beside it.

    Attributes:
        edge: int64 (m,), the node, from 0, of every pair.
        owner: int64 (k,), the node of pairs with two heights.
        height: float64 (k,), metres, the mean of both. The waterline lies somewhere between the two centres: the mean is right in the
            mean, and the wet pixel's own height is too low.
        step: float64 (k,), metres, their difference.
    """

    edge: LongArray
    owner: LongArray
    height: DoubleArray
    step: DoubleArray


def _edge_samples(classes: ByteArray, heights: FloatArray, number: IntArray) -> _Samples:
    """Return the samples of the inner rows of classes and heights, (rows + 2, width), in which nodes are numbered from 1."""
    edges, owners, means, steps = [], [], [], []
    beside = np.pad(classes, ((0, 0), (1, 1)), constant_values=int(ClassCode.NOT_OBSERVED))
    padded = np.pad(heights, ((0, 0), (1, 1)), constant_values=np.nan)
    rows, columns = number.shape
    for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        window = np.s_[1 + down : 1 + down + rows, 1 + right : 1 + right + columns]
        at = np.nonzero((number > 0) & equal(beside[window], ClassCode.NOT_DETECTED))
        owner = number[at].astype(np.int64) - 1
        here, there = heights[1:-1][at].astype(np.float64), padded[window][at].astype(np.float64)
        known = np.isfinite(here) & np.isfinite(there)
        edges.append(owner)
        owners.append(owner[known])
        means.append((here[known] + there[known]) / 2)
        steps.append(np.abs(here[known] - there[known]))
    return _Samples(np.concatenate(edges), np.concatenate(owners), np.concatenate(means), np.concatenate(steps))


def _levels(owner: LongArray, height: DoubleArray, step: DoubleArray, count: int) -> tuple[DoubleArray, DoubleArray, DoubleArray]:
    """Return for each node the level, the scatter and the number of its samples.

    The level is the mean of the middle half of the samples, those with little step between wet and dry counting more.
    """
    samples = _sum(owner, count)
    order = np.lexsort((height, owner))
    owner, height, step = owner[order], height[order], step[order]
    rank = np.arange(len(owner)) - (np.cumsum(samples) - samples)[owner].astype(np.int64) + 0.5
    share = rank / samples[owner]
    middle = ((share >= 0.25) & (share <= 0.75)) | (samples[owner] < 4)
    weight = middle / (_SLOPE_WEIGHT_M**2 + step**2 / 12)
    with np.errstate(invalid="ignore", divide="ignore"):
        level = _sum(owner, count, weight * height) / _sum(owner, count, weight)
    scatter = np.full(count, np.nan)
    spread = median_by(owner, np.abs(height - level[owner]), count)
    scatter[samples >= 4] = 1.4826 * spread[samples >= 4]
    return level, scatter, samples


def median_by(group: LongArray, values: DoubleArray, count: int) -> DoubleArray:
    """Return the medians (the lower one of two) of values (n,) over the groups 0..count-1; NaN of empty groups."""
    order = np.lexsort((values, group))
    sizes = np.bincount(group, minlength=count)
    found = np.full(count, np.nan)
    there = sizes > 0
    found[there] = values[order][(np.cumsum(sizes) - sizes + (sizes - 1) // 2)[there]]
    return found


def _sum(group: LongArray, count: int, values: Any = None) -> DoubleArray:
    """Return the sums of values, or how many there are, over the groups 0..count-1."""
    return np.bincount(group, values, count).astype(np.float64)
