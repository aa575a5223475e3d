"""Label connected pixels of masks that are read strip by strip, and join them across the seams between strips.

The zeros at an image's edge, the sieve, small holes and the polygoniser all stand on this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy

from .arrays import BoolArray, DoubleArray, IntArray, LongArray

_STRUCTURES = {4: None, 8: np.ones((3, 3), np.bool_)}


def label(mask: BoolArray, connectivity: int) -> tuple[IntArray, int]:
    """Return the labels 1..n of a mask's connected pixels, int32 (rows, columns), 0 being background, and n.

    Args:
        connectivity: 4 (shared edges) or 8 (corners as well).
    """
    labels, count = scipy.ndimage.label(mask, structure=_STRUCTURES[connectivity])
    return labels, int(count)


def seam(above: npt.NDArray[np.integer], below: npt.NDArray[np.integer], connectivity: int) -> LongArray:
    """Return the different pairs of numbers, int64 (m, 2), that meet where one row of pixels (n,) lies on another; 0 is background."""
    pairs = [np.stack([above, below], axis=1)]
    if connectivity == 8:
        pairs += [np.stack([above[1:], below[:-1]], axis=1), np.stack([above[:-1], below[1:]], axis=1)]
    return unique_pairs(np.concatenate(pairs))


def unique_pairs(pairs: npt.NDArray[np.integer]) -> LongArray:
    """Return the different ones of some pairs (n, 2) in which neither is background."""
    both = pairs[(pairs > 0).all(axis=1)]
    return np.unique(both, axis=0).astype(np.int64) if len(both) else np.zeros((0, 2), np.int64)


def connect(edges: LongArray, nodes: int) -> tuple[int, LongArray]:
    """Return the number of components of a graph with nodes 0..nodes-1, and each node's component, int64 (nodes,)."""
    if not nodes:
        return 0, np.zeros(0, np.int64)
    from scipy.sparse import coo_array  # a third of a second, and most runs number nothing
    from scipy.sparse.csgraph import connected_components

    graph = coo_array((np.ones(len(edges), np.bool_), (edges[:, 0], edges[:, 1])), shape=(nodes, nodes))
    count, component = connected_components(graph, directed=False)
    return int(count), component.astype(np.int64)


def sum_by(group: npt.NDArray[np.integer], values: npt.NDArray[Any], count: int) -> DoubleArray:
    """Return the sums of values (n,) over the groups 0..count-1 that they belong to."""
    return np.asarray(np.bincount(group, values, count), np.float64)


@dataclass(frozen=True)
class Chosen:
    """Regions that were chosen.

    Attributes:
        connectivity: with which they were labelled.
        strips: for each strip, by the labels of its mask, whether the region is chosen; bool (labels + 1,).
    """

    connectivity: int
    strips: tuple[BoolArray, ...]

    @property
    def any(self) -> bool:
        """Whether a region was chosen."""
        return any(strip.any() for strip in self.strips)

    def rows(self, index: int, mask: BoolArray) -> BoolArray:
        """Return the pixels of chosen regions in the strip `index`, whose mask (rows, width) is the one that was given to `Regions`."""
        if not self.strips[index].any():
            return np.zeros(mask.shape, np.bool_)
        return self.strips[index][label(mask, self.connectivity)[0]]


class Regions:
    """The regions of a mask that comes in strips, among which some are chosen when all strips were seen.

    Memory does not grow with the mask's height but for one byte a label, and some for regions that reach over several strips.

    Args:
        connectivity: 4 or 8.
        choose: from n regions' sums, float64 (n,), and whether they are marked, bool (n,), to whether they are chosen, bool (n,).
    """

    def __init__(self, connectivity: int, choose: Callable[[DoubleArray, BoolArray], BoolArray]) -> None:
        self._connectivity, self._choose = connectivity, choose
        self._chosen: list[BoolArray] = []
        self._reaching: list[LongArray] = []  # a strip's labels that reach its first or last row: these are the nodes, counted from 1
        self._sums, self._marks = [np.zeros(0)], [np.zeros(0, np.bool_)]
        self._links, self._marked_later = [np.zeros((0, 2), np.int64)], [np.zeros(0, np.int64)]
        self._above: LongArray | None = None
        self._nodes = 0

    def add(
        self, mask: BoolArray, marks: BoolArray | None = None, weight: DoubleArray | float = 0.0, above: BoolArray | None = None
    ) -> None:
        """Take the next rows, from top to bottom.

        Args:
            mask: bool (rows, width).
            marks: bool (rows, width), pixels of the mask that mark their region; None: none does.
            weight: of each pixel, summed up over a region; float64 (rows, width) or broadcast to it.
            above: bool (width,), pixels in the last row of the strip before that mark their region; None: none does.
        """
        labels, count = label(mask, self._connectivity)
        inside = labels > 0
        sums = sum_by(labels[inside] - 1, np.broadcast_to(weight, labels.shape)[inside], count)
        marked = np.zeros(count + 1, np.bool_)
        if marks is not None:
            marked[labels[marks & inside]] = True
        self._chosen.append(np.append(False, self._choose(sums, marked[1:])))
        reaching = np.unique(np.concatenate([labels[0], labels[-1]])).astype(np.int64)
        reaching = reaching[reaching > 0]
        node = np.zeros(count + 1, np.int64)
        node[reaching] = self._nodes + 1 + np.arange(len(reaching))
        if self._above is not None:
            self._links.append(seam(self._above, node[labels[0]], self._connectivity))
            if above is not None:
                self._marked_later.append(np.unique(self._above[above]))
        self._reaching.append(reaching)
        self._sums.append(sums[reaching - 1])
        self._marks.append(marked[reaching])
        self._above, self._nodes = node[labels[-1]], self._nodes + len(reaching)

    def finish(self) -> Chosen:
        """Decide on the regions that reach over several strips."""
        count, region = connect(np.concatenate(self._links) - 1, self._nodes)
        marks, later = np.concatenate(self._marks), np.concatenate(self._marked_later)
        marks[later[later > 0] - 1] = True
        marked = np.zeros(count, np.bool_)
        marked[region[marks]] = True
        chosen = self._choose(sum_by(region, np.concatenate(self._sums), count), marked)[region]
        first = 0
        for strip, reaching in zip(self._chosen, self._reaching, strict=True):
            strip[reaching] = chosen[first : first + len(reaching)]
            first += len(reaching)
        return Chosen(self._connectivity, tuple(self._chosen))
