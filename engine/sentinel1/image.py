"""The prepared image as a file: a cloud-optimised GeoTIFF of backscatter, and beside it where layover and shadow are.

Blocks come in the order in which the satellite saw them, so they are written uncompressed first; the overviews and the compressed file
are made from that. Files appear under their names only when they are complete.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
import rasterio.shutil
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..contract.errors import Cancelled, OutputError
from ..contract.overwriting import PREPARED_MARK
from ..products.overviews import overview_factors
from ..products.places import check_place, move_sidecar, temporary, unwritable
from ..raster.arrays import BoolArray, FloatArray
from ..raster.files import RASTER_ERRORS
from ..raster.grid import Grid

BLOCK = 512
FLOOR_DB = -40.0
"""What noise removal left without power: darker than any water that the radar can tell from its own noise (−22 to −30 dB)."""
LAYOVER_NODATA = 255
_DB_NODATA = -32768


@dataclass(frozen=True)
class _File:
    """One raster: its path, what it is written as first, and how its values are stored."""

    path: str
    raw: str
    complete: str
    dtype: str
    nodata: float
    bands: tuple[str, ...]
    units: str
    scale: float


class PreparedImage:
    """The files of one preparation. Inside a ``with`` block; leaving it without `finish` leaves nothing behind.

    Args:
        path: of the image.
        grid: its grid.
        bands: polarisations.
        unit: ``db`` (int16, hundredths) or ``power`` (float32).
        layover: path of the raster of layover and shadow; empty: none.
        overwrite: whether earlier files may be replaced.

    Raises:
        OutputError: the folder is missing, not writable or too full, or there are such files already.
    """

    def __init__(self, path: str, grid: Grid, bands: Sequence[str], unit: str, layover: str, overwrite: bool) -> None:
        check_place(path, [path, layover] if layover else [path], overwrite, PREPARED_MARK)
        self._grid = grid
        stored = ("int16", _DB_NODATA, "dB", 0.01) if unit == "db" else ("float32", float("nan"), "power", 1.0)
        dtype, nodata, units, scale = stored
        self._image = _File(path, temporary(path), temporary(path), str(dtype), float(nodata), tuple(bands), str(units), float(scale))
        self._layover = None
        if layover:
            names = ("layover_shadow",)
            self._layover = _File(layover, temporary(layover), temporary(layover), "uint8", LAYOVER_NODATA, names, "", 1.0)
        self._files = [file for file in (self._image, self._layover) if file is not None]
        self.temporary = [name for file in self._files for name in (file.raw, file.complete)]
        self._rasters: dict[str, rasterio.io.DatasetWriter] = {}

    def __enter__(self) -> PreparedImage:
        self._check_space()
        try:
            for file in self._files:
                self._rasters[file.path] = rasterio.open(file.raw, "w+", **self._profile(file))
        except (*RASTER_ERRORS, OSError) as error:
            self._discard()
            raise unwritable(self._image.path, error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._discard()

    def write(self, window: Window, power: FloatArray, layover: BoolArray | None, merge: bool) -> None:
        """Write a block of the image.

        Args:
            window: where.
            power: float32 (bands, h, w), NaN where not observed.
            layover: bool (h, w) where a raster of it is written.
            merge: whether an earlier slice may have written there: what it saw stays.

        Raises:
            OutputError: the disk is full or gone.
        """
        raster = self._rasters[self._image.path]
        encoded = self._encode(power)
        try:
            if merge:
                earlier = raster.read(window=window)
                there = np.isfinite(earlier) if self._image.dtype == "float32" else earlier != _DB_NODATA
                np.copyto(encoded, earlier, where=there)
            raster.write(encoded, window=window)
            if self._layover is not None and layover is not None:
                self._rasters[self._layover.path].write(layover.astype(np.uint8), 1, window=window)
        except (*RASTER_ERRORS, OSError) as error:
            raise unwritable(self._image.path, error) from error

    def finish(self, tags: Mapping[str, str], cancelled: Callable[[], bool]) -> None:
        """Add names, units, tags and overviews, compress, and give the files their names. Raises `OutputError` and `Cancelled`."""
        try:
            for file in self._files:
                raster = self._rasters.pop(file.path)
                raster.update_tags(**tags)
                raster.descriptions = file.bands
                if file.units:
                    raster.units, raster.scales = (file.units,) * len(file.bands), (file.scale,) * len(file.bands)
                factors = overview_factors(*raster.shape)
                if factors:
                    raster.build_overviews(factors, Resampling.nearest if file is self._layover else Resampling.average)
                raster.close()
                if cancelled():
                    raise Cancelled
                predictor = "no" if file is self._layover else "yes"
                rasterio.shutil.copy(
                    file.raw,
                    file.complete,
                    driver="COG",
                    blocksize=BLOCK,
                    compress="zstd",
                    level=1,
                    predictor=predictor,
                    bigtiff="if_safer",
                )
                os.remove(file.raw)
                if cancelled():
                    raise Cancelled
            for file in reversed(self._files):
                move_sidecar(file.complete, file.path)
                os.replace(file.complete, file.path)
        except (*RASTER_ERRORS, OSError) as error:
            raise unwritable(self._image.path, error) from error

    def _encode(self, power: FloatArray) -> npt.NDArray[Any]:
        floor = np.float32(10 ** (FLOOR_DB / 10))
        if self._image.dtype == "float32":
            return np.maximum(power, floor)
        missing = np.isnan(power)
        decibels = np.log10(np.where(missing, floor, np.maximum(power, floor)))
        decibels *= np.float32(1000)
        encoded = np.rint(decibels, out=decibels).astype(np.int16)
        encoded[missing] = _DB_NODATA
        return encoded

    def _profile(self, file: _File) -> dict[str, Any]:
        return {
            "driver": "GTiff",
            "dtype": file.dtype,
            "nodata": file.nodata,
            "count": len(file.bands),
            "height": self._grid.height,
            "width": self._grid.width,
            "transform": self._grid.transform,
            "crs": self._grid.crs,
            "tiled": True,
            "blockxsize": BLOCK,
            "blockysize": BLOCK,
            "interleave": "pixel",
            "bigtiff": "if_safer",
            "sparse_ok": True,
        }

    def _check_space(self) -> None:
        needed = sum(np.dtype(file.dtype).itemsize * len(file.bands) for file in self._files) * self._grid.height * self._grid.width * 2
        folder = Path(self._image.path).absolute().parent
        free = shutil.disk_usage(folder).free
        if free < needed:
            raise OutputError(
                f"The disk of {folder} is too full: {free / 1e9:.1f} GB are free.",
                f"Preparing the image needs up to {needed / 1e9:.1f} GB there for a while.",
                "Free some space, choose another folder, a larger pixel or an extent.",
            )

    def _discard(self) -> None:
        for raster in self._rasters.values():
            with suppress(*RASTER_ERRORS, OSError):
                raster.close()
        for path in self.temporary:
            for leftover in (path, *(path + ending for ending in (".aux.xml", ".ovr", ".ovr.tmp", ".msk.ovr.tmp"))):
                with suppress(OSError):
                    os.remove(leftover)
