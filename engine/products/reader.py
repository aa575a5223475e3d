"""Read a class raster of an earlier run strip by strip, with what is known about the run that made it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np
import rasterio
from rasterio.windows import Window

from ..contract.classes import ClassCode
from ..contract.errors import InputError
from ..contract.filenames import POSSIBLE, PROBABILITY, RASTERS, RUN, MapFiles
from ..contract.record import RunRecord
from ..raster.arrays import ByteArray, DoubleArray
from ..raster.files import RASTER_ERRORS, band_names, open_raster
from ..raster.grid import Grid, corners_agree
from ..raster.ground import CELL, PixelAreas, pixel_areas

_CACHE_BYTES = 64 * 2**20
_CODES = np.isin(np.arange(256), [int(code) for code in ClassCode])


@dataclass(frozen=True)
class ClassStrip:
    """Rows of a class raster.

    Attributes:
        index: 0 for the raster's first rows.
        classes: uint8 (rows, width).
        hectares: float64 (1, width), the area of each column's pixels.
        percent: uint8 (rows, width), the probability in per cent, 255 where unknown; None without a probability raster.
        is_last: whether no rows follow.
    """

    index: int
    classes: ByteArray
    hectares: DoubleArray
    percent: ByteArray | None
    is_last: bool


class ClassMap:
    """An open class raster. Use `open_class_map`.

    Attributes:
        path: of the class raster.
        grid: its grid; `crs` is never None.
        run: the record of the run that made it, as far as it is known.
    """

    def __init__(self, path: str, classes: rasterio.DatasetReader, probability: rasterio.DatasetReader | None) -> None:
        self.path, self._classes, self._probability = path, classes, probability
        self.grid = Grid(classes.height, classes.width, classes.transform, classes.crs)
        self.areas: PixelAreas = pixel_areas(classes.crs, classes.transform, classes.height, classes.width)
        self.run = read_run(path, classes.tags())

    def strips(self) -> Iterator[ClassStrip]:
        """Read the raster from top to bottom, in strips of rows that have one pixel area a column.

        Raises:
            InputError: a file is damaged, or holds values that are no class.
        """
        grid = self.grid
        for first in range(0, grid.height, CELL):
            rows = min(CELL, grid.height - first)
            classes = read_rows(self._classes, first, rows)
            self._refuse_other_values(classes)
            percent = None if self._probability is None else read_rows(self._probability, first, rows)
            hectares = np.repeat(self.areas.hectares[first // CELL], CELL)[None, : grid.width]
            yield ClassStrip(first // CELL, classes, hectares, percent, first + rows == grid.height)

    def _refuse_other_values(self, classes: ByteArray) -> None:
        found = np.bincount(classes.ravel(), minlength=256) > 0
        if (found & ~_CODES).any():
            raise _not_classes(self.path, f"it holds the value {np.flatnonzero(found & ~_CODES)[0]}")


@contextmanager
def open_class_map(path: str, probability: str = "", classes_only: bool = False) -> Iterator[ClassMap]:
    """Open a class raster, and the probability raster that belongs to it.

    Args:
        probability: path; empty: that of the same run, where it lies beside the class raster.
        classes_only: leave the probability alone.

    Raises:
        InputError: missing, no class raster, without georeference, or the two grids differ.
    """
    probability = "" if classes_only else probability or MapFiles.of_class(path).find(PROBABILITY)
    with rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES), ExitStack() as stack:
        classes = stack.enter_context(open_raster(path))
        _check_classes(path, classes)
        percent = stack.enter_context(open_raster(probability)) if probability else None
        if percent is not None:
            check_bytes(probability, percent)
            check_same_grid(classes, percent)
        yield ClassMap(path, classes, percent)


def read_run(path: str, tags: dict[str, str]) -> RunRecord:
    """Return what is known of the run that wrote a raster: from the record beside it, else from its own tags."""
    record = MapFiles.of_raster(path).find(RUN)
    if record:
        with suppress(InputError):  # not one of ours: the tags have the main lines
            return RunRecord.read(record)
    return RunRecord.from_tags(tags)


def read_rows(dataset: rasterio.DatasetReader, first: int, rows: int) -> ByteArray:
    """Read full-width rows of the first band, uint8 (rows, width). Raises `InputError` where the file is damaged."""
    try:
        return np.asarray(dataset.read(1, window=Window(0, first, dataset.width, rows)))
    except RASTER_ERRORS as error:
        raise InputError(
            f"{PurePath(dataset.name).name} is damaged: rows {first} to {first + rows} cannot be read.", "", "Run the detection again."
        ) from error


def check_bytes(path: str, dataset: rasterio.DatasetReader, kind: str = PROBABILITY) -> None:
    """Refuse what cannot be a probability raster, or what says that it is another raster of a map than `kind`. Raises `InputError`."""
    name = band_names(dataset)[0]
    held = name if name in RASTERS else MapFiles.kind_named(path)
    if dataset.count != 1 or dataset.dtypes[0] != "uint8":
        found = f"{PurePath(path).name} is no probability raster: it has {dataset.count} band(s) of type {dataset.dtypes[0]}."
    elif held not in ("", kind):
        found = f"{PurePath(path).name} is no probability raster, but '{held}' of a map."
    else:
        return
    raise InputError(
        found,
        "A probability raster has one band of bytes, 0 to 100 per cent.",
        "Give the file PREFIX_probability.tif that a run has written.",
    )


def check_same_grid(first: rasterio.DatasetReader, other: rasterio.DatasetReader) -> None:
    """Refuse two rasters on different grids. Raises `InputError`."""
    grids = [Grid(d.height, d.width, d.transform, d.crs) for d in (first, other)]
    if first.shape != other.shape or first.crs != other.crs or not corners_agree(*grids):
        raise InputError(
            f"{PurePath(other.name).name} does not lie on the grid of {PurePath(first.name).name}.",
            "Both have to come from one run.",
            "Give the two files of the same run.",
        )


def _check_classes(path: str, dataset: rasterio.DatasetReader) -> None:
    if dataset.count != 1 or dataset.dtypes[0] != "uint8":
        raise _not_classes(path, f"it has {dataset.count} band(s) of type {dataset.dtypes[0]}")
    if band_names(dataset)[0] in (PROBABILITY, POSSIBLE):
        raise _not_classes(path, "it holds probabilities")
    if dataset.crs is None or dataset.transform.is_identity:
        raise InputError(
            f"{PurePath(path).name} has no georeference.",
            "Hectares and positions need one.",
            "Georeference the image first and map it again.",
        )


def _not_classes(path: str, reason: str) -> InputError:
    return InputError(
        f"{PurePath(path).name} is no class raster: {reason}.",
        "A class raster has one band of Tidemark's class codes.",
        "Give the file PREFIX_class.tif that a run has written.",
    )
