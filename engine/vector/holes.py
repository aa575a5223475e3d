"""Small holes in what was detected: where they are, for those who want them filled.

A hole is a set of not detected pixels (4-neighbours) that only detected pixels surround. What was masked or not observed is never filled,
and neither is a hole that such a pixel or the raster's edge adjoins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..contract.job import ClassCode
from ..products.reader import ByteArray, ClassStrip
from ..raster.regions import sum_by

BoolArray = npt.NDArray[np.bool_]
LongArray = npt.NDArray[np.int64]

_NEIGHBOURS = (
    (np.s_[1:, :], np.s_[:-1, :]),
    (np.s_[:-1, :], np.s_[1:, :]),
    (np.s_[:, 1:], np.s_[:, :-1]),
    (np.s_[:, :-1], np.s_[:, 1:]),
)


@dataclass(frozen=True)
class Holes:
    """Holes below a size.

    Attributes:
        fill: for each strip, by the labels of its not detected pixels, whether to fill them; bool (labels + 1,).
    """

    fill: tuple[BoolArray, ...]

    def mask(self, index: int, classes: ByteArray) -> BoolArray:
        """Return where the strip `index`, uint8 (rows, width), has holes to fill."""
        labels, _ = ndimage.label(classes == ClassCode.NOT_DETECTED)
        return self.fill[index][labels]


def find_holes(strips: Iterator[ClassStrip], code: int, below_hectares: float) -> Holes:
    """Find the holes that are smaller than `below_hectares` in the pixels of class `code`. The raster is read once."""
    starts, hectares = [1], [np.zeros(1)]
    links, spoiled = [np.zeros((0, 2), np.int64)], [np.zeros(1, np.int64)]
    above: tuple[LongArray, BoolArray] | None = None
    for strip in strips:
        labels, count = ndimage.label(strip.classes == ClassCode.NOT_DETECTED)
        inside = labels > 0
        hectares.append(sum_by(labels[inside] - 1, np.broadcast_to(strip.hectares, labels.shape)[inside], int(count)))
        numbers = np.where(inside, labels + np.int64(starts[-1] - 1), 0)
        numbers, other = _framed(numbers, ~inside & (strip.classes != code), above, strip.is_last)
        for here, there in _NEIGHBOURS:
            spoiled.append(np.unique(numbers[here][other[there]]))
        seam = numbers[:2, (numbers[:2] > 0).all(axis=0)].T
        links.append(np.unique(seam, axis=0))
        starts.append(starts[-1] + int(count))
        above = numbers[-1], other[-1]
    return _small(starts, np.concatenate(hectares), np.concatenate(links), np.concatenate(spoiled), below_hectares)


def _framed(numbers: LongArray, other: BoolArray, above: tuple[LongArray, BoolArray] | None, is_last: bool) -> tuple[LongArray, BoolArray]:
    """Put the row above and, at the raster's edges, a frame of other pixels around a strip."""
    numbers = np.pad(numbers, ((1, int(is_last)), (1, 1)))
    other = np.pad(other, ((1, int(is_last)), (1, 1)), constant_values=True)
    if above is not None:
        numbers[0], other[0] = above
    return numbers, other


def _small(starts: list[int], hectares: npt.NDArray[np.float64], links: LongArray, spoiled: LongArray, below: float) -> Holes:
    """Decide for each number whether it is part of a hole to fill; number 0 stands for all that is no such pixel."""
    graph = coo_array((np.ones(len(links), np.bool_), (links[:, 0], links[:, 1])), shape=(len(hectares), len(hectares)))
    count, hole = connected_components(graph, directed=False)
    fits = sum_by(hole, hectares, int(count)) < below
    fits[hole[spoiled]] = False
    fill = fits[hole]
    return Holes(tuple(np.append(False, fill[first:last]) for first, last in pairwise(starts)))
