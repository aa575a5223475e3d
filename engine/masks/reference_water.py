"""Take reference water, where water is at ordinary times, from a raster such as JRC Global Surface Water."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np

from ..contract.errors import InputError
from ..contract.job import Job
from ..raster.arrays import BoolArray, FloatArray
from ..raster.grid import Grid
from ..raster.warp import GridLayer

_KINDS = (
    (1.0, "water yes or no", 1.0),
    (12.0, "months of water a year", 8.0),
    (100.0, "occurrence of water in per cent", 75.0),
)
"""Largest value, what the raster holds, and the value from which a pixel is reference water: limits of mappers' scripts on JRC layers."""
_NAMES = {"occurrence": 2, "seasonality": 1}
"""Words in the names of JRC's layers, and which of the kinds they are: a crop of dry land holds small values of any kind."""
_LAND_COVER = re.compile(r"world.?cover|dynamic.?world|land.?cover|land.?use|lulc|corine|clc\d|glc|globeland|mapbiomas|nlcd|(?<![a-z])esri")
"""Words in the names of land-cover maps, whose numbers are classes."""
_LITTLE = 0.999
_ROWS = 128
"""Rows of the map that are looked at at once for what the raster holds."""


class ReferenceWater:
    """Reference water on a map's grid. Use in a ``with`` block.

    Args:
        path: of the raster: 0 and 1, months 0 to 12, or per cent 0 to 100; what lies above is no data.
        threshold: value from which a pixel is reference water; None: 1, 8 or 75, by the largest value of the map's part, of a sample of all
            the raster, and by its name.
        grid: of the map.
        optional: whether something else tells what was water, so that a damaged part may be passed over.

    Attributes:
        threshold: the value from which a pixel is reference water.
        description: in words, for the run record and the user.

    Raises:
        InputError: no raster, or not such values.
    """

    def __init__(self, path: str, threshold: float | None, grid: Grid, optional: bool) -> None:
        # JRC's own layers declare no value or 255; downloads that declare 0 mean "never water" by it.
        self._layer, self._optional, self._grid = GridLayer(path, grid, data=0), optional, grid
        self._highest = -np.inf
        try:
            kind, default = self._kind()
        except InputError:
            self._layer.close()
            raise
        self.threshold = default if threshold is None else threshold
        self.description = f"{self._layer.name}: {kind}, from {self.threshold:g}"
        self._known = self._seen = 0

    def __enter__(self) -> ReferenceWater:
        return self

    def __exit__(self, *_: object) -> None:
        self._layer.close()

    def rows(self, first: int, last: int) -> tuple[BoolArray, BoolArray]:
        """Return where reference water is, and where the raster knows, bool (rows, width) each. Raises `InputError` where it is damaged."""
        values = self._read(first, last)
        known = np.isfinite(values)
        self._known += int(np.count_nonzero(known))
        self._seen += known.size
        self._highest = max(self._highest, float(np.max(values, where=known, initial=-np.inf)))
        return known & (values >= self.threshold), known

    def notices(self) -> list[str]:
        """Return what the user should know after all rows were read."""
        found = [f"Reference water was taken from {self.description}."]
        if -np.inf < self._highest < self.threshold:
            name, largest = self._layer.name, f"{self._highest:g}"
            found.append(
                f"On the map no value of {name} reaches {self.threshold:g} (the largest is {largest}): it made nothing reference water."
            )
        if self._known < _LITTLE * self._seen:
            elsewhere = "it told nothing" if self._optional else "the map does not say (not observed)"
            found.append(f"{self._layer.name} knows of {self._known / self._seen:.0%} of the map; elsewhere {elsewhere}.")
        return found

    def _read(self, first: int, last: int) -> FloatArray:
        """Return rows of the map, float32 (rows, width), NaN where the raster does not know, or is damaged and may be passed over."""
        try:
            values = self._layer.rows(first, last)
        except InputError:
            if not self._optional:
                raise
            return np.full((last - first, self._grid.width), np.nan, np.float32)
        values[values > _KINDS[-1][0]] = np.nan
        return values

    def _kind(self) -> tuple[str, float]:
        """Return what the raster holds, and the value from which a pixel is reference water. Raises `InputError` for another raster."""
        values = self._values()
        self._refuse_classes(values)
        if not values.size or values.min() < 0:
            raise InputError(
                f"{self._layer.name} holds no values from 0 to 100.",
                "Reference water is given as 0 and 1, as months of water (0 to 12) or as occurrence in per cent (0 to 100).",
                "Give e.g. the occurrence layer of JRC Global Surface Water.",
            )
        named = [number for word, number in _NAMES.items() if word in self._layer.name.lower()]
        kinds = _KINDS[named[0] :] if len(named) == 1 else _KINDS
        return next((kind, default) for limit, kind, default in kinds if values.max() <= limit)

    def _values(self) -> FloatArray:
        """Return values that tell what the raster holds, float32 (n,): a sample of all of it, and what lies above that on the map.

        Above 12 there is only per cent: then no more need be read.
        """
        values = self._layer.sample()
        values = values[values <= _KINDS[-1][0]]
        for first in range(0, self._grid.height, _ROWS):
            highest = np.max(values, initial=0)
            if highest > _KINDS[-2][0]:
                break
            here = self._read(first, min(first + _ROWS, self._grid.height))
            values = np.append(values, np.unique(here[here > highest]))
        return values

    def _refuse_classes(self, values: FloatArray) -> None:
        """Refuse a map of land cover, by its name or because all its numbers are tens (WorldCover). Raises `InputError`."""
        name = self._layer.name.lower()
        different = np.unique(values[values > 0])
        tens = len(different) > 1 and different[-1] > _KINDS[1][0] and not (different % 10).any()
        if _LAND_COVER.search(name) or (tens and not any(word in name for word in _NAMES)):
            listed = ", ".join(f"{value:g}" for value in different[:8])
            raise InputError(
                f"{self._layer.name} looks like a map of classes (land cover: {listed}), not of how often there is water.",
                "Reference water is given as 0 and 1, as months of water (0 to 12) or as occurrence in per cent (0 to 100).",
                "Give e.g. the occurrence layer of JRC Global Surface Water, or make 0 and 1 of the classes of water first.",
            )


@contextmanager
def open_reference(job: Job, grid: Grid, notice: Callable[[str], None]) -> Iterator[ReferenceWater | None]:
    """Open a job's reference water on a map's grid; None where there is none.

    Args:
        notice: told where it cannot be used although an image before tells what was water; the map is made without it.

    Raises:
        InputError: it cannot be used, and nothing else tells what was water.
    """
    if not job.reference_water:
        yield None
        return
    optional = job.find_source("before") is not None
    try:
        reference = ReferenceWater(job.reference_water, job.reference_threshold, grid, optional)
    except InputError as error:
        if not optional:
            raise
        notice(f"Reference water was not used, only the image before: {error}")
        yield None
        return
    with reference:
        yield reference
