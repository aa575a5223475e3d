"""Decide which pixels of a raster hold an observation. "Not observed" is never "dry".

Every raster that is read (radar, optical, reference water, terrain, land) is read through `Band`.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import rasterio
from rasterio.enums import MaskFlags, Resampling
from rasterio.windows import Window

from .arrays import BoolArray, ByteArray, DoubleArray, FloatArray
from .bands import MASK_NAMES
from .files import band_names, read_band, read_mask
from .regions import Regions

SENTINELS = (-9999.0, -32768.0, -99999.0, -999999.0)
"""Values that stand for nodata in radar and terrain products although files often do not declare them."""
LARGEST = 1e15
"""No band of any image holds larger numbers; fills of ArcGIS (3.4e38), netCDF (9.97e36) and others (1e20) do."""

_ROWS = 512


OBSERVED = 0
"""Stands instead of a `Reason` where a pixel holds an observation; a plain number, for numpy compares bytes with it eight times faster."""


class Reason(IntEnum):
    """Why a pixel holds no observation."""

    NAN = 1
    DECLARED = 2
    MASK = 3
    UNDECLARED = 4
    EDGE = 5
    NOISE = 6
    IMPOSSIBLE = 7


REASON_WORDS = {
    Reason.NAN: "not a number",
    Reason.DECLARED: "the declared nodata value",
    Reason.MASK: "the file's mask",
    Reason.UNDECLARED: "fill values that the file does not declare",
    Reason.EDGE: "zeros",
    Reason.NOISE: "noise at the edge of the swath",
    Reason.IMPOSSIBLE: "values that no radar measures",
}


def why_unobserved(values: FloatArray, declared: float | None, mask: ByteArray | None = None) -> ByteArray:
    """Return why the pixels of one band hold no observation, as far as the values and the file tell.

    Args:
        values: raw values, float32, any shape.
        declared: the band's nodata value, None where none is declared. It need not be equal in all digits, for text forms of it and
            other number formats round it.
        mask: uint8 of the same shape, 0 where there is nothing; None: the file has none.

    Returns:
        uint8 of the same shape, of `Reason` and `OBSERVED`.
    """
    why = np.zeros(values.shape, np.uint8)
    lowest, highest = (values.min(), values.max()) if values.size else (0.0, 0.0)
    if not (lowest > max(SENTINELS) and highest < LARGEST):  # NaN, too, is not: most windows need no second look
        for value in SENTINELS:
            why[values == value] = Reason.UNDECLARED
        why[np.abs(values) >= LARGEST] = Reason.UNDECLARED
        why[~np.isfinite(values)] = Reason.NAN
    if mask is not None:
        why[(mask == 0) & (why != Reason.NAN)] = Reason.MASK
    if declared is None or np.isnan(declared):
        return why
    if abs(declared) < LARGEST:
        near = np.float32(1e-6 * abs(declared))
        if not (lowest > declared + 2 * near or highest < declared - 2 * near):  # NaN, too, is not
            why[np.abs(values - np.float32(declared)) <= near] = Reason.DECLARED
    else:
        why[(values * np.sign(declared) >= LARGEST) & np.isfinite(values)] = Reason.DECLARED
    return why


class Band:
    """One band of an open raster, what tells where it observed something, and what its stored numbers stand for.

    Attributes:
        dataset, index: the band, counted from 1.
        nodata: the stored number that means no data; the declared one unless it is changed.
        factor, offset: a value is the stored number × `factor` + `offset`; a WarpedVRT states those of its source.
        mask_band: number of another band that is 0 where there is nothing; 0: there is none.
    """

    def __init__(self, dataset: rasterio.DatasetReader, index: int, mask_band: int = 0) -> None:
        self.dataset, self.index = dataset, index
        self.factor, self.offset = float(dataset.scales[index - 1]), float(dataset.offsets[index - 1])
        self.nodata: float | None = dataset.nodatavals[index - 1]
        flags = dataset.mask_flag_enums[index - 1]
        self._has_mask = MaskFlags.all_valid not in flags and MaskFlags.nodata not in flags
        self.mask_band = mask_band

    @property
    def block_row_bytes(self) -> int:
        """Bytes of a row of the file's blocks."""
        kind = np.dtype(self.dataset.dtypes[self.index - 1])
        return int(self.dataset.block_shapes[self.index - 1][0] * self.dataset.width * kind.itemsize)

    @property
    def is_float(self) -> bool:
        """Whether the file holds floating-point numbers."""
        return np.dtype(self.dataset.dtypes[self.index - 1]).kind == "f"

    @property
    def is_scaled(self) -> bool:
        """Whether values are other numbers than those that are stored."""
        return (self.factor, self.offset) != (1, 0)

    def read(self, window: Window, out: FloatArray, resampling: Resampling = Resampling.nearest) -> ByteArray:
        """Read a window's stored numbers into `out`, float32 (rows, columns); return why pixels hold no observation.

        Raises:
            InputError: the file is damaged there.
        """
        read_band(self.dataset, self.index, out, window, resampling)
        return why_unobserved(out, self.nodata, self._mask(window, out.shape))

    def read_values(self, window: Window, out: FloatArray) -> None:
        """Read a window's values into `out`, float32 (rows, columns), NaN where there is no observation. Raises `InputError`."""
        missing = self.read(window, out) != OBSERVED
        self.apply_scale(out)
        out[missing] = np.nan

    def apply_scale(self, stored: FloatArray | DoubleArray) -> None:
        """Turn stored numbers into values, in place."""
        if self.is_scaled:
            stored *= self.factor
            stored += self.offset

    def _mask(self, window: Window, shape: tuple[int, ...]) -> ByteArray | None:
        mask = read_mask(self.dataset, self.index, window, shape) if self._has_mask else None
        if not self.mask_band:
            return mask
        named = np.empty(shape, np.float32)
        read_band(self.dataset, self.mask_band, named, window)
        there = (named != 0).astype(np.uint8)
        return there if mask is None else np.where(mask == 0, mask, there)


def bands_of(datasets: Sequence[rasterio.DatasetReader]) -> list[Band]:
    """Return all bands of some files in order; a band that is a mask by its name tells of the others of its file."""
    bands = []
    for dataset in datasets:
        mask = next((number for number, name in enumerate(band_names(dataset), start=1) if name.lower() in MASK_NAMES), 0)
        bands += [Band(dataset, index, mask if mask != index else 0) for index in range(1, dataset.count + 1)]
    return bands


@dataclass(frozen=True)
class EdgePixels:
    """Pixels without an observation that are connected to the raster's edge, for a whole raster, kept compressed.

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


def find_edge_pixels(
    read_empty: Callable[[int, int], BoolArray], height: int, width: int, stop: Callable[[], None] = lambda: None
) -> EdgePixels:
    """Find the pixels that are empty and connected to the raster's edge by empty pixels (4-neighbours).

    The raster is read once, in strips; memory does not grow with its height but for the compressed masks.

    Args:
        read_empty: rows first..last to a mask (last - first, width) that is True where nothing was observed, as far as one sees there.
        stop: called for each strip; may raise to stop.
    """
    regions = Regions(4, lambda _, at_edge: at_edge)
    packed: list[bytes] = []
    for first, last in _strips(height):
        stop()
        empty = read_empty(first, last)
        edge = np.zeros(empty.shape, np.bool_)
        edge[:, [0, -1]] = True
        edge[0] |= first == 0
        edge[-1] |= last == height
        regions.add(empty, edge)
        packed.append(_pack(empty))
    chosen = regions.finish()
    if not chosen.any:
        return EdgePixels(width, (), False)
    for index, part in enumerate(packed):
        stop()
        packed[index] = _pack(chosen.rows(index, _unpack(part, width)))
    return EdgePixels(width, tuple(packed), True)


def _strips(height: int) -> Iterator[tuple[int, int]]:
    for first in range(0, height, _ROWS):
        yield first, min(first + _ROWS, height)


def _pack(mask: BoolArray) -> bytes:
    return zlib.compress(np.packbits(mask, axis=1).tobytes(), 1)


def _unpack(data: bytes, width: int) -> BoolArray:
    rows = np.frombuffer(zlib.decompress(data), np.uint8).reshape(-1, -(-width // 8))
    return np.unpackbits(rows, axis=1, count=width).astype(np.bool_)
