"""Which pixels hold no observation. "Not observed" is never "dry"."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

BoolArray = npt.NDArray[np.bool_]

SENTINELS = (-9999.0, -32768.0)
"""Values that stand for nodata in radar products although files often do not declare them."""

_ROWS = 512


def unobserved(values: npt.NDArray[np.float32], declared: float | None) -> BoolArray:
    """Return where one band holds no observation: NaN, infinite, a sentinel, or the declared nodata value.

    Args:
        values: raw values of one band, float32, any shape.
        declared: the band's nodata value, None where none is declared.
    """
    missing = ~np.isfinite(values)
    for value in SENTINELS if declared is None else (*SENTINELS, declared):
        missing |= values == np.float32(value)
    return missing


@dataclass(frozen=True)
class EdgeZeros:
    """Zeros that are connected to the raster's edge, for a whole raster, kept compressed.

    Attributes:
        width: pixels across.
        strips: for each strip of rows, the packed and compressed mask.
        any: whether there is such a pixel.
    """

    width: int
    strips: tuple[bytes, ...]
    any: bool

    def rows(self, first: int, last: int) -> BoolArray:
        """Return the mask (last - first, width) of rows first..last."""
        if not self.any:
            return np.zeros((last - first, self.width), np.bool_)
        parts = [_unpack(self.strips[i], self.width) for i in range(first // _ROWS, -(-last // _ROWS))]
        return np.concatenate(parts)[first % _ROWS :][: last - first]


def find_edge_zeros(read_empty: Callable[[int, int], BoolArray], height: int, width: int) -> EdgeZeros:
    """Find the pixels that are empty and connected to the raster's edge by empty pixels (4-neighbours).

    The raster is read once, in strips; memory does not grow with its height but for the compressed masks.

    Args:
        read_empty: rows first..last to a mask (last - first, width) that is True where all bands are zero or nothing was observed.
    """
    union = _Union()
    packed: list[bytes] = []
    bases: list[int] = []
    below: npt.NDArray[np.int64] | None = None
    for first, last in _strips(height):
        empty = read_empty(first, last)
        labels, count = ndimage.label(empty)
        base = union.grow(int(count))
        labels = np.where(labels > 0, labels.astype(np.int64) + base, 0)
        if below is not None:
            union.join_rows(below, labels[0])
        union.mark_edge(labels[:, 0])
        union.mark_edge(labels[:, -1])
        if first == 0:
            union.mark_edge(labels[0])
        if last == height:
            union.mark_edge(labels[-1])
        below = labels[-1].copy()
        packed.append(_pack(empty))
        bases.append(base)
    return _edge_masks(union, packed, bases, width)


def _edge_masks(union: _Union, packed: list[bytes], bases: list[int], width: int) -> EdgeZeros:
    at_edge = union.at_edge()
    if not at_edge.any():
        return EdgeZeros(width, (), False)
    strips = []
    for part, base in zip(packed, bases, strict=True):
        labels, count = ndimage.label(_unpack(part, width))
        edge = np.concatenate([[False], at_edge[base + 1 : base + 1 + int(count)]])
        strips.append(_pack(edge[labels]))
    return EdgeZeros(width, tuple(strips), True)


def _strips(height: int) -> Iterator[tuple[int, int]]:
    for first in range(0, height, _ROWS):
        yield first, min(first + _ROWS, height)


def _pack(mask: BoolArray) -> bytes:
    return zlib.compress(np.packbits(mask, axis=1).tobytes(), 1)


def _unpack(data: bytes, width: int) -> BoolArray:
    rows = np.frombuffer(zlib.decompress(data), np.uint8).reshape(-1, -(-width // 8))
    return np.unpackbits(rows, axis=1, count=width).astype(np.bool_)


class _Union:
    """Which labels are one component. Label 0 is background; component 0 stands for the raster's edge."""

    def __init__(self) -> None:
        self.parent = [0]

    def grow(self, count: int) -> int:
        base = len(self.parent) - 1
        self.parent.extend(range(base + 1, base + 1 + count))
        return base

    def find(self, label: int) -> int:
        while self.parent[label] != label:
            self.parent[label] = self.parent[self.parent[label]]
            label = self.parent[label]
        return label

    def join_rows(self, above: npt.NDArray[np.int64], below: npt.NDArray[np.int64]) -> None:
        touching = (above > 0) & (below > 0)
        for a, b in np.unique(np.stack([above[touching], below[touching]], axis=1), axis=0):
            a, b = self.find(int(a)), self.find(int(b))
            self.parent[max(a, b)] = min(a, b)

    def mark_edge(self, labels: npt.NDArray[np.int64]) -> None:
        for label in np.unique(labels[labels > 0]):
            self.parent[self.find(int(label))] = 0

    def at_edge(self) -> BoolArray:
        edge = np.array([self.find(label) == 0 for label in range(len(self.parent))])
        edge[0] = False
        return edge
