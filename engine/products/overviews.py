"""Make the overviews of a raster from its rows as they pass by, so that the file is not decoded again for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..raster.arrays import BoolArray

Halve = Callable[[npt.NDArray[Any]], npt.NDArray[Any]]
"""Takes rows (rows, width) to (⌈rows / 2⌉, ⌈width / 2⌉) of the same type."""

_LEAST_SIDE = 256
"""Pixels of the longer side of the smallest overview."""
_ROWS = 512
_IN_MEMORY = 2**20
"""Bytes of an overview that wait in memory; those of a larger one wait in a file without a name."""


def overview_factors(height: int, width: int) -> list[int]:
    """Return by how much each overview of a raster is smaller."""
    return [2**k for k in range(1, 12) if max(height, width) / 2**k >= _LEAST_SIDE]


class Overviews:
    """The overviews of one raster, each made of the one before.

    Args:
        raster: GeoTIFF of one band, open for writing and still empty: it gets empty overviews.
        halve: `halved` for means, `every_second` for classes.
    """

    def __init__(self, raster: rasterio.io.DatasetWriter, halve: Halve) -> None:
        self._path, self._dtype, self._halve = raster.name, np.dtype(raster.dtypes[0]), halve
        factors = overview_factors(raster.height, raster.width)
        self._count = len(factors)
        self._first = self._level(raster.height, raster.width) if factors else None
        with rasterio.Env(SPARSE_OK_OVERVIEW=True):
            raster.build_overviews(factors, Resampling.nearest)

    def add(self, rows: npt.NDArray[Any]) -> None:
        """Take the raster's next rows, (rows, width); an even number of them, but for the last."""
        if self._first is not None:
            self._first.add(rows)

    def write(self) -> None:
        """Write the overviews into the raster's file, which is complete and closed. Raises what rasterio raises, and OSError."""
        level, number = self._first, 0
        while level is not None:
            following = self._level(level.height, level.width) if number + 1 < self._count else None
            with rasterio.open(self._path, "r+", OVERVIEW_LEVEL=number) as raster:
                for first, rows in level.rows():
                    raster.write(rows, 1, window=Window(0, first, level.width, len(rows)))
                    if following is not None:
                        following.add(rows)
            level.close()
            level, number = following, number + 1

    def close(self) -> None:
        """Let go of the rows that wait."""
        if self._first is not None:
            self._first.close()

    def _level(self, height: int, width: int) -> _Level:
        return _Level(-(-height // 2), -(-width // 2), self._dtype, self._halve, Path(self._path).parent)


class _Level:
    """The rows of one overview, until they can be written."""

    def __init__(self, height: int, width: int, dtype: np.dtype[Any], halve: Halve, folder: Path) -> None:
        self.height, self.width, self._dtype, self._halve = height, width, dtype, halve
        self._file = SpooledTemporaryFile(_IN_MEMORY, dir=str(folder))  # noqa: SIM115 (lives as long as this)

    def add(self, rows: npt.NDArray[Any]) -> None:
        """Take rows of the level before."""
        self._file.write(self._halve(rows).tobytes())

    def rows(self) -> Iterator[tuple[int, npt.NDArray[Any]]]:
        """Yield the number of the first row, and rows (rows, width)."""
        self._file.seek(0)
        for first in range(0, self.height, _ROWS):
            rows = min(_ROWS, self.height - first)
            data = self._file.read(rows * self.width * self._dtype.itemsize)
            yield first, np.frombuffer(data, self._dtype).reshape(rows, self.width)

    def close(self) -> None:
        """Let go of the rows."""
        self._file.close()


def every_second(rows: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return the first of each 2 × 2 pixels, as the raster library takes the nearest one."""
    return rows[::2, ::2]


def halved(rows: npt.NDArray[Any], nodata: int) -> npt.NDArray[Any]:
    """Return the mean of each 2 × 2 pixels, rounded, of those that are not `nodata`; `nodata` where all are.

    Args:
        rows: uint8 or int16 (rows, width).
        nodata: in that type.

    Returns:
        (⌈rows / 2⌉, ⌈width / 2⌉) of the same type.
    """
    height, width = rows.shape
    if height % 2 or width % 2:
        rows = np.pad(rows, ((0, height % 2), (0, width % 2)), mode="edge")
    four = [rows[row::2, column::2] for row in (0, 1) for column in (0, 1)]
    missing: BoolArray = rows == nodata
    total = np.zeros(four[0].shape, np.uint16 if rows.dtype == np.uint8 else np.int32)
    if not missing.any():
        for one in four:
            total += one
        return ((total + 2) >> 2).astype(rows.dtype)
    there = [~missing[row::2, column::2] for row in (0, 1) for column in (0, 1)]
    seen = sum((one.astype(total.dtype) for one in there), np.zeros_like(total))
    for one, known in zip(four, there, strict=True):
        np.add(total, one, out=total, where=known)
    mean = (total + seen // 2) // np.maximum(seen, 1)
    return np.where(seen > 0, mean, nodata).astype(rows.dtype)
