"""Leave out what is not to be mapped: steep or high ground, layover and shadow, a user's polygons. All optional: what fails warns."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import PurePath
from typing import Protocol

import numpy as np

from ..contract.classes import ClassCode
from ..contract.errors import InputError, TidemarkError
from ..contract.installation import vector_packages
from ..contract.job import Job
from ..contract.record import LeftOut
from ..raster.arrays import BoolArray, ByteArray, FloatArray
from ..raster.grid import Grid
from ..raster.warp import GridLayer

HIGHEST_HAND_M = 15.0
STEEPEST_SLOPE = 15.0
"""Metres above the nearest drainage, and degrees, beyond which ground is taken as not floodable (notes of OPERA DSWx-S1 and HydroSAR)."""
_HAND_RANGE, _SLOPE_RANGE = (-100.0, 1000.0), (0.0, 90.0)
"""Metres and degrees that there are; what lies beyond is a fill that the file does not declare (32767, 65535, 99999)."""
_LARGEST_TANGENT, _MOST_PER_CENT = 2.0, 2000.0
_LITTLE = 0.999
_MOST = 0.5


class Exclusion(Protocol):
    """Some pixels that are left out, the class they get, and the name of the file that says so."""

    @property
    def code(self) -> ClassCode: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102

    def rows(self, first: int, last: int) -> BoolArray:
        """Return what is left out, bool (rows, width)."""
        ...

    def notice(self) -> str:
        """Return a notice where the file told nothing, or left out most of the map; else empty."""
        ...


class RasterExclusion:
    """Pixels left out because of a raster.

    Args:
        layer: the raster on the map's grid.
        code: the class that they get.
        rule: values float32, NaN where unknown, to what is left out.
        possible: smallest and largest value that there is; others are no data.
    """

    def __init__(
        self,
        layer: GridLayer,
        code: ClassCode,
        rule: Callable[[FloatArray], BoolArray],
        possible: tuple[float, float] = (-np.inf, np.inf),
    ) -> None:
        self.code, self.name = code, layer.name
        self._layer, self._rule, self._possible = layer, rule, possible
        self._known = self._seen = self._left_out = 0

    def rows(self, first: int, last: int) -> BoolArray:
        """Return what is left out, bool (rows, width)."""
        values = self._layer.rows(first, last)
        with np.errstate(invalid="ignore"):
            known = np.isfinite(values) & (values >= self._possible[0]) & (values <= self._possible[1])
        self._known += int(np.count_nonzero(known))
        self._seen += known.size
        with np.errstate(invalid="ignore"):
            left_out = self._rule(values) & known
        self._left_out += int(np.count_nonzero(left_out))
        return left_out

    def notice(self) -> str:
        """Return a notice where the raster left out most of the rows that were read, or had no data for some; else empty."""
        if self._left_out > _MOST * self._seen:
            share = self._left_out / self._seen
            return f"{self.name} leaves out {share:.0%} of the map, which says nothing there: is it the right file?"
        if self._known >= _LITTLE * self._seen:
            return ""
        return f"{self.name} covers {self._known / self._seen:.0%} of the map; elsewhere nothing was left out on its account."


def read_polygon_exclusion(path: str, grid: Grid) -> Exclusion:
    """Return the pixels in the polygons of a vector file. Raises `InputError`, also where what reads vector files is missing."""
    with vector_packages():
        from .polygon_exclusion import PolygonExclusion
    return PolygonExclusion(path, grid)


class Exclusions:
    """All exclusions of a job on a grid. Later ones win: land, terrain, then layover and shadow, then polygons. Use in a ``with`` block.

    Args:
        job: names the files.
        grid: of the map.
        notice: told what could not be used; the map is made without it.
        land: on the same grid; None: it is not left out.

    Attributes:
        codes: the classes that the exclusions can give.
        used: for the run record: file and class of each.
    """

    def __init__(self, job: Job, grid: Grid, notice: Callable[[str], None], land: Exclusion | None) -> None:
        self._stack, self._notice = ExitStack(), notice
        self._parts: list[Exclusion] = [land] if land is not None else []
        for path, make in (
            (job.hand, self._high),
            (job.slope, self._steep),
            (job.layover, self._layover),
            (job.exclude, read_polygon_exclusion),
        ):
            if path:
                try:
                    self._parts.append(make(path, grid))
                except TidemarkError as error:
                    notice(f"Nothing was left out because of {PurePath(path).name}: {error}")
        self.codes = tuple(sorted({part.code for part in self._parts}))
        self.used = tuple(LeftOut(part.name, int(part.code)) for part in self._parts)

    def __enter__(self) -> Exclusions:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def rows(self, first: int, last: int) -> ByteArray:
        """Return the class of what is left out, uint8 (rows, width), 0 elsewhere. From where a file is damaged, it leaves out nothing."""
        codes: ByteArray | None = None
        for part in list(self._parts):
            try:
                left_out = part.rows(first, last)
            except InputError as error:
                self._notice(f"From row {first} on nothing was left out because of {part.name}: {error}")
                self._parts.remove(part)
                continue
            codes = np.zeros(left_out.shape, np.uint8) if codes is None else codes
            codes[left_out] = part.code
        return np.zeros((1, 1), np.uint8) if codes is None else codes

    def notices(self) -> list[str]:
        """Return notices about files that did not cover the map, or left out most of it."""
        return [text for part in self._parts if (text := part.notice())]

    def _high(self, path: str, grid: Grid) -> RasterExclusion:
        layer = self._stack.enter_context(GridLayer(path, grid))
        return RasterExclusion(layer, ClassCode.TERRAIN_MASKED, lambda values: values > HIGHEST_HAND_M, _HAND_RANGE)

    def _steep(self, path: str, grid: Grid) -> RasterExclusion:
        """Leave out what is steep. Raises `InputError` for slopes that are not in degrees."""
        layer = self._stack.enter_context(GridLayer(path, grid))
        try:
            sample = layer.sample()
        except InputError:  # what is whole of a damaged file is used; its rows tell where it is not
            sample = np.zeros(0, np.float32)
        sample = sample[(sample >= 0) & (sample < _MOST_PER_CENT)]  # beyond that lie fills
        highest = float(sample.max()) if sample.size else 0.0
        if highest > _SLOPE_RANGE[1] or 0 < highest < _LARGEST_TANGENT:
            unit = "per cent" if highest > _SLOPE_RANGE[1] else "the tangent, radians or very flat land"
            raise InputError(
                f"The slopes of {layer.name} are not in degrees: the largest is {highest:.3g}.",
                f"Degrees from 0 to 90 are needed; this may be {unit}.",
                "Compute the slope in degrees (gdaldem slope).",
            )
        return RasterExclusion(layer, ClassCode.TERRAIN_MASKED, lambda values: values > STEEPEST_SLOPE, _SLOPE_RANGE)

    def _layover(self, path: str, grid: Grid) -> RasterExclusion:
        layer = self._stack.enter_context(GridLayer(path, grid))
        # ASF HyP3 sums bits: 1 tested, 2 and 8 steep towards or away from the radar, 4 layover, 16 shadow. Others: anything but 0.
        summed_bits = "ls_map" in layer.name.lower()

        def rule(values: FloatArray) -> BoolArray:
            whole = np.nan_to_num(values).astype(np.int64)
            return (whole & (4 | 16)) != 0 if summed_bits else whole != 0

        return RasterExclusion(layer, ClassCode.LAYOVER_SHADOW, rule)
