"""Count the hectares detected, masked and not observed in each zone of a user's layer (zonal statistics)."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from rasterio.crs import CRS
from rasterio.features import rasterize

from ..contract.classes import FOUND, MASKED, ClassCode
from ..contract.errors import InputError
from ..contract.filenames import check_ending
from ..contract.job import Event
from ..contract.record import hectares_in_words
from ..contract.requests import ZONE_STATISTICS, ZonesJob
from ..products.inputs import protect_inputs
from ..products.places import check_place, temporary, unwritable
from ..products.progress import Progress
from ..products.reader import ClassMap, open_class_map
from ..raster.arrays import DoubleArray, IntArray, LongArray
from ..raster.grid import Grid
from .file import Layer, VectorFile, read_polygons
from .outlines import Geometries
from .placement import Placed, hectares_of, place, polygons_of

Table = dict[str, npt.NDArray[Any]]

_FIELDS: dict[str, tuple[ClassCode, ...]] = {
    "detected_ha": FOUND,
    "possible_ha": (ClassCode.POSSIBLE_WATER,),
    "reference_water_ha": (ClassCode.REFERENCE_WATER,),
    "masked_ha": MASKED,
    "not_observed_ha": (ClassCode.NOT_OBSERVED,),
    "observed_ha": tuple(code for code in ClassCode if code != ClassCode.NOT_OBSERVED),
}
_OUTSIDE = "outside_ha"
_POSITION = np.zeros(256, np.int64)
_POSITION[[int(code) for code in ClassCode]] = np.arange(len(ClassCode))


@dataclass(frozen=True)
class ZoneStatistics:
    """What was counted.

    Attributes:
        columns: new field to hectares, float64 (zones,). ``observed_ha`` and ``not_observed_ha`` add up to a zone's part inside the
            image; ``observed_ha`` includes what was masked, as in the run record; ``outside_ha`` lies outside the image.
        notices: what the user should know.
        summary: the end message in plain words.
    """

    columns: dict[str, DoubleArray]
    notices: tuple[str, ...]
    summary: str


def zone_statistics(
    job: ZonesJob, report: Callable[[Event], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False
) -> ZoneStatistics:
    """Count the hectares of each class in each zone and write a table or a layer with the zones' own fields.

    Zones are brought onto the raster's grid; a pixel counts for the zone that holds its centre, so zones that tile the raster add up
    to its totals. Zones may overlap; each counts all its own pixels.

    Args:
        report: takes ``notice``, ``started`` and ``progress``, in rows.
        cancelled: asked at every strip of rows whether to stop.

    Raises:
        InputError, OutputError: what the user has to change; nothing is written then.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    protect_inputs(job)
    _check_output(job)
    with open_class_map(job.raster) as raster:
        layer = read_polygons(job.zones, job.layer)
        shapes, notices = _polygons_of(layer, PurePath(job.zones).name)
        placed = _placed(shapes, layer.crs, raster.grid, PurePath(job.zones).name)
        notices = (*raster.run.about_unknown(PurePath(job.raster).name), *notices)
        for text in notices:
            report(Event("notice", {"text": text}))
        with _output(job, layer.crs, raster.run.fingerprint) as (place, write):
            report(Event("started", {"device": "CPU", "tiles": raster.grid.height, "temporary": [place]}))
            hectares = _count(raster, lay_out(placed.shapes), Progress(raster.grid.height, report, cancelled))
            columns = {name: np.round(hectares[:, _POSITION[list(codes)]].sum(axis=1), 4) for name, codes in _FIELDS.items()}
            columns[_OUTSIDE] = np.round(hectares_of(placed.outside, layer.crs), 4)
            write(shapes, {**layer.columns, **with_free_names(columns, set(layer.columns))})
    total = hectares_in_words(float(columns["detected_ha"].sum()))
    return ZoneStatistics(columns, notices, f"{len(shapes)} zones; detected {total} in them. Written to {job.output}")


def _check_output(job: ZonesJob) -> None:
    check_ending(job.output, (".csv", ".gpkg"), "Statistics are written to a table (.csv) or a layer (.gpkg).", "Give e.g. zones.csv.")
    check_place(job.output, [job.output], job.overwrite)


def _polygons_of(layer: Layer, name: str) -> tuple[Geometries, tuple[str, ...]]:
    """Return valid polygons, empty where a feature has none."""
    shapes, there, broken = polygons_of(layer.shapes)
    if not there.any():
        raise InputError(f"{name} holds no polygons.", "Zones are polygons.", "Choose a layer with polygons.")
    notices = []
    if not there.all():
        notices.append(f"{np.count_nonzero(~there)} of {len(shapes)} features are no polygons; they get 0 ha.")
    if broken.any():
        notices.append(f"{np.count_nonzero(broken)} polygons cross themselves; they were repaired.")
    return shapes, tuple(notices)


def _placed(shapes: Geometries, crs: CRS, grid: Grid, name: str) -> Placed:
    placed = place(shapes, crs, grid, name)
    if not shapely.intersects(placed.shapes, shapely.box(0, 0, grid.width, grid.height)).any():
        raise InputError(
            f"{name} does not meet the image: no zone lies on it.",
            "Zones have to overlap the image.",
            "Check the zones' coordinate reference system, or choose others.",
        )
    return placed


def _count(raster: ClassMap, sheets: Sheets, progress: Progress) -> DoubleArray:
    """Return hectares by zone and class, float64 (zones, classes in the order of `ClassCode`)."""
    zones = len(sheets.shapes)
    total, row = np.zeros((zones + 1) * len(ClassCode)), 0
    for strip in progress.over(raster.strips()):
        rows, width = strip.classes.shape
        for owner in sheets.owners(row, row + rows, width):
            inside = owner > 0
            key = owner[inside].astype(np.int64) * len(ClassCode) + _POSITION[strip.classes[inside]]
            total += np.bincount(key, np.broadcast_to(strip.hectares, owner.shape)[inside], len(total))
        row += rows
    return total.reshape(zones + 1, len(ClassCode))[1:]


def with_free_names(columns: dict[str, DoubleArray], taken: set[str]) -> dict[str, DoubleArray]:
    """Give a number to new fields whose names the zones have already, so that two images can be counted one after the other."""
    lower, number = {name.lower() for name in taken}, 1
    while any(_numbered(name, number) in lower for name in columns):
        number += 1
    return {_numbered(name, number): values for name, values in columns.items()}


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}_{number}"


@contextmanager
def _output(job: ZonesJob, crs: CRS, made_of: str) -> Iterator[tuple[str, Callable[[Geometries, Table], None]]]:
    """Give where the output is written first, and what writes zones with all their fields; nothing is left there after a failure."""
    if job.output.lower().endswith(".csv"):
        part = temporary(job.output)
        yield part, lambda _, table: _write_table(part, job.output, table)
        return
    with VectorFile(job.output, crs, (ZONE_STATISTICS,), job.overwrite, made_of=made_of) as file:

        def write(shapes: Geometries, table: Table) -> None:
            file.append(ZONE_STATISTICS, shapes, table)
            file.finish({ZONE_STATISTICS: table})

        yield file.temporary, write


def _write_table(part: str, path: str, table: Table) -> None:
    try:
        with open(part, "w", newline="", encoding="utf-8", errors="backslashreplace") as file:
            writer = csv.writer(file)
            writer.writerow(table)
            writer.writerows(zip(*(map(_as_text, values) for values in table.values()), strict=True))
        os.replace(part, path)
    except OSError as error:
        Path(part).unlink(missing_ok=True)
        raise unwritable(path, error) from error


def _as_text(value: Any) -> str:
    if value is None or value != value or str(value) == "NaT":
        return ""
    return f"{value:.12g}" if isinstance(value, (float, np.floating)) else str(value)


@dataclass(frozen=True)
class Sheets:
    """Zones in pixel coordinates, sorted into sheets on which none overlaps another. Use `lay_out`.

    Attributes:
        shapes: (n,) polygons or multipolygons; columns and rows as x and y.
        members: for each sheet, the indices of its zones.
    """

    shapes: Geometries
    members: tuple[LongArray, ...]

    def owners(self, first: int, last: int, width: int) -> Iterator[IntArray]:
        """Yield for each sheet that has zones in rows first..last: zone index + 1 of each pixel (rows, width), 0 where there is none.

        A pixel belongs to the zone that holds its centre.
        """
        bounds = shapely.bounds(self.shapes)
        for members in self.members:
            here = members[(bounds[members, 3] > first) & (bounds[members, 1] < last)]
            if len(here):
                burnt = rasterize(
                    [(self.shapes[i], int(i) + 1) for i in here],
                    out_shape=(last - first, width),
                    transform=Affine.translation(0, first),
                    dtype="int32",
                )
                yield np.asarray(burnt)


def lay_out(shapes: Geometries) -> Sheets:
    """Sort shapes in pixel coordinates into sheets; empty ones are on none."""
    there = np.flatnonzero(~shapely.is_empty(shapes))
    tree = shapely.STRtree(shapes[there])
    one, other = tree.query(shapes[there], predicate="intersects")
    pairs = np.stack([there[one], there[other]], axis=1)[one < other]
    if len(pairs):
        pairs = pairs[shapely.relate_pattern(shapes[pairs[:, 0]], shapes[pairs[:, 1]], "T********")]
    rivals: dict[int, set[int]] = {int(i): set() for i in there}
    for a, b in pairs.tolist():
        rivals[a].add(b)
        rivals[b].add(a)
    sheet: dict[int, int] = {}
    for i in rivals:
        taken = {sheet[r] for r in rivals[i] if r in sheet}
        sheet[i] = next(k for k in range(len(taken) + 1) if k not in taken)
    count = max(sheet.values(), default=-1) + 1
    return Sheets(shapes, tuple(np.array([i for i, k in sheet.items() if k == s], np.int64) for s in range(count)))
