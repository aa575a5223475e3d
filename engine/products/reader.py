"""A class raster of an earlier run, read strip by strip, with what is known about the run that made it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window

from ..contract.errors import InputError
from ..contract.filenames import sibling
from ..contract.job import ClassCode
from ..contract.tasks import TASKS
from ..raster.arrays import ByteArray
from ..raster.files import RASTER_ERRORS, open_raster
from ..raster.ground import CELL, PixelAreas, pixel_areas
from ..raster.scene import Grid, corners_agree

_CACHE_BYTES = 64 * 2**20
_CODES = np.isin(np.arange(256), [int(code) for code in ClassCode])


@dataclass(frozen=True)
class Facts:
    """What the run record, or else the raster's tags, tell of a run; empty or None where they do not."""

    task: str = ""
    title: str = ""
    images: tuple[str, ...] = ()
    acquired: str = ""
    method: str = ""
    model: str = ""
    threshold: float | None = None
    simulated: bool = False
    run: dict[str, Any] = field(default_factory=dict)

    def notices(self, name: str) -> tuple[str, ...]:
        """Say so where nothing is known of the run that wrote the raster `name`."""
        if self.title or self.images or self.method:
            return ()
        said = f"Nothing tells of the run that made {name}: it has no tags, and no run record lies beside it."
        return (f"{said} Image, time and model stay empty.",)


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
    hectares: npt.NDArray[np.float64]
    percent: ByteArray | None
    is_last: bool


class ClassMap:
    """An open class raster. Use `open_class_map`.

    Attributes:
        path: of the class raster.
        grid: its grid; `crs` is never None.
        facts: of the run that made it.
    """

    def __init__(self, path: str, classes: rasterio.DatasetReader, probability: rasterio.DatasetReader | None) -> None:
        self.path, self._classes, self._probability = path, classes, probability
        self.grid = Grid(classes.height, classes.width, classes.transform, classes.crs)
        self.areas: PixelAreas = pixel_areas(classes.crs, classes.transform, classes.height, classes.width)
        self.facts = read_facts(path, classes.tags())

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
def open_class_map(path: str, probability: str = "") -> Iterator[ClassMap]:
    """Open a class raster, and the probability raster that belongs to it.

    Args:
        probability: path; empty: that of the same run, where it lies beside the class raster.

    Raises:
        InputError: missing, no class raster, without georeference, or the two grids differ.
    """
    probability = probability or sibling(path, "probability")
    with rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES), ExitStack() as stack:
        classes = stack.enter_context(open_raster(path))
        _check_classes(path, classes)
        percent = stack.enter_context(open_raster(probability)) if probability else None
        if percent is not None:
            check_bytes(probability, percent)
            check_same_grid(classes, percent)
        yield ClassMap(path, classes, percent)


def read_facts(path: str, tags: dict[str, str]) -> Facts:
    """Return what is known of the run that wrote a raster: from the record beside it, else from its own tags."""
    record = sibling(path, "run")
    try:
        run = json.loads(Path(record).read_text(encoding="utf-8")) if record else {}
        return _from_record(run) if run else _from_tags(tags)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # no record, or not one of ours: the tags have the main lines
        return _from_tags(tags)


def read_rows(dataset: rasterio.DatasetReader, first: int, rows: int) -> ByteArray:
    """Read full-width rows of the first band, uint8 (rows, width). Raises `InputError` where the file is damaged."""
    try:
        return np.asarray(dataset.read(1, window=Window(0, first, dataset.width, rows)))
    except RASTER_ERRORS as error:
        raise InputError(
            f"{PurePath(dataset.name).name} is damaged: rows {first} to {first + rows} cannot be read.", "", "Run the detection again."
        ) from error


def check_bytes(path: str, dataset: rasterio.DatasetReader) -> None:
    """Refuse what cannot be a probability raster. Raises `InputError`."""
    if dataset.count != 1 or dataset.dtypes[0] != "uint8":
        raise InputError(
            f"{PurePath(path).name} is no probability raster: it has {dataset.count} band(s) of type {dataset.dtypes[0]}.",
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
    if dataset.descriptions[0] == "probability":
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


def _from_record(run: dict[str, Any]) -> Facts:
    return Facts(
        task=str(run["task"]),
        title=str(run["title"]),
        images=tuple(PurePath(path).name for path in run["input"]["paths"]),
        acquired=str(run["input"]["acquired"]),
        method=str(run["method"]["name"]),
        model=str(run["method"].get("model", "")),
        threshold=float(run["threshold"]),
        simulated=bool(run["input"]["simulated"]),
        run=run,
    )


def _from_tags(tags: dict[str, str]) -> Facts:
    method = dict(re.findall(r"(\w+)=(\S+)", tags.get("TIDEMARK_METHOD", "")))
    threshold, title = tags.get("TIDEMARK_THRESHOLD", ""), tags.get("TIDEMARK_TITLE", "")
    return Facts(
        task=next((name for name, task in TASKS.items() if task.title == title), ""),
        title=title,
        images=tuple(PurePath(path).name for path in tags.get("TIDEMARK_INPUT", "").split("; ") if path),
        acquired=tags.get("TIDEMARK_ACQUIRED", ""),
        method=method.get("name", ""),
        model=method.get("model", ""),
        threshold=float(threshold) if re.fullmatch(r"[\d.]+", threshold) else None,
        simulated=tags.get("TIDEMARK_SIMULATED") == "yes",
    )
