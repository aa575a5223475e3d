"""Which pixels hold no observation. "Not observed" is never "dry"."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from .arrays import BoolArray, FloatArray
from .regions import Regions

SENTINELS = (-9999.0, -32768.0)
"""Values that stand for nodata in radar products although files often do not declare them."""

_ROWS = 512


def unobserved(values: FloatArray, declared: float | None) -> BoolArray:
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
    regions = Regions(4, lambda _, at_edge: at_edge)
    packed: list[bytes] = []
    for first, last in _strips(height):
        empty = read_empty(first, last)
        edge = np.zeros(empty.shape, np.bool_)
        edge[:, [0, -1]] = True
        edge[0] |= first == 0
        edge[-1] |= last == height
        regions.add(empty, edge)
        packed.append(_pack(empty))
    chosen = regions.finish()
    if not chosen.any:
        return EdgeZeros(width, (), False)
    return EdgeZeros(width, tuple(_pack(chosen.rows(index, _unpack(part, width))) for index, part in enumerate(packed)), True)


def _strips(height: int) -> Iterator[tuple[int, int]]:
    for first in range(0, height, _ROWS):
        yield first, min(first + _ROWS, height)


def _pack(mask: BoolArray) -> bytes:
    return zlib.compress(np.packbits(mask, axis=1).tobytes(), 1)


def _unpack(data: bytes, width: int) -> BoolArray:
    rows = np.frombuffer(zlib.decompress(data), np.uint8).reshape(-1, -(-width // 8))
    return np.unpackbits(rows, axis=1, count=width).astype(np.bool_)
