"""Tell who and what lies in the water: features touched, kilometres, hectares and people, by class of the map and by zone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import PurePath

import numpy as np

from ..contract.errors import InputError
from ..contract.filenames import check_ending
from ..contract.impact import EXPOSURE, EXPOSURE_COLUMNS, GROUPS, OUTSIDE, ImpactRecord
from ..contract.job import Event
from ..contract.record import now
from ..contract.requests import EXPOSURE_OF, ExposureJob
from ..products.inputs import protect_inputs
from ..products.places import check_place
from ..products.progress import Progress
from ..products.reader import ClassMap, open_class_map
from ..raster.arrays import DoubleArray
from ..vector.file import Columns, VectorFile
from ..vector.zones import with_free_names
from .counts import FEATURES, HECTARES, KILOMETRES, MEASURES, BatchCount, Counts, strips
from .estimate import Estimate, Tables
from .features import FeatureLayer, Zones, open_features, read_zones, to_pixels
from .metric import PixelMetric
from .population import Population

PEOPLE = "people"
METHOD = (
    "Every feature is laid over the map's pixels exactly: a house smaller than a pixel counts with the part of the pixel that it covers. "
    "Lengths and areas are those on the WGS 84 ellipsoid. A feature counts in every class that it touches; people are shared out by area."
)
_FEATURES_AT_ONCE = 250_000
_DIGITS = {FEATURES: 0, KILOMETRES: 4, HECTARES: 4, PEOPLE: 2}
_UNKNOWN = (list(GROUPS).index("not_observed"), len(GROUPS))
_NUMBERS = (*GROUPS, OUTSIDE)


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        zone: its name; empty: all zones and what lies in none.
        layer: what was counted.
        measure: one of `MEASURES`, or `PEOPLE`.
        total: of all classes, what lies beside the image included.
        numbers: float64, by the groups of `GROUPS`, then what lies beside the image.
    """

    zone: str
    layer: str
    measure: str
    total: float
    numbers: DoubleArray

    @property
    def unseen_percent(self) -> float:
        """How many per cent the radar did not see, beside the image included."""
        return 100.0 * min(float(self.numbers[list(_UNKNOWN)].sum()) / self.total, 1.0) if self.total else 0.0

    def values(self) -> tuple[str, ...]:
        """Return the fields of the table."""
        digits = _DIGITS[self.measure]
        numbers = [f"{number:.{digits}f}" for number in (self.total, *self.numbers)]
        return (self.zone, *(self.layer, self.measure), *numbers, f"{self.unseen_percent:.1f}")


def exposure(
    job: ExposureJob, report: Callable[[Event], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False
) -> Estimate[Row]:
    """Count what of a user's layers and of a population raster lies in each class of a map, in total and in each zone.

    The map is read in strips of rows, once for every 250 000 features; features are held in memory batch by batch.

    Args:
        report: takes ``notice``, ``started`` and ``progress``, in rows.
        cancelled: asked at every strip of rows whether to stop.

    Raises:
        InputError, OutputError: what the user has to change; nothing is written then.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    _check(job)
    protect_inputs(job)
    check_place(job.output, job.outputs(), job.overwrite)
    layers = _titled([open_features(source) for source in job.layers], job.titles)
    with open_class_map(job.raster, classes_only=True) as raster, ExitStack() as stack:
        zones = read_zones(job.zones, job.zone_field, raster.grid)
        people = stack.enter_context(Population(job.population, raster.grid, zones)) if job.population else None
        tables = stack.enter_context(Tables(job.output, job.overwrite))
        file = _open_file(job, raster, layers, stack)
        counting = _Counting(raster, layers, zones, people, file)
        progress = Progress(raster.grid.height * counting.passes, report, cancelled)
        places = [*tables.temporary, *([file.temporary] if file else [])]
        report(Event("started", {"device": "CPU", "tiles": progress.total, "temporary": places}))
        counting.run(progress)
        notices = (*raster.run.about_unknown(PurePath(job.raster).name), *zones.notices, *counting.notices())
        for text in notices:
            report(Event("notice", {"text": text}))
        rows = tuple(counting.rows())
        record = _record(job, raster, rows, notices)
        tables.write(("zone", *EXPOSURE_COLUMNS[:2], "total", *_NUMBERS, EXPOSURE_COLUMNS[2]), [row.values() for row in rows], record)
        if file is not None:
            file.finish({})
        tables.finish()
    named = {"layers": job.output} if file is not None else {}
    return Estimate(rows, record, {**named, "table": tables.table, "record": tables.record})


def _check(job: ExposureJob) -> None:
    needed = "The layers with their shares are written to .gpkg; .csv writes the table only."
    check_ending(job.output, (".csv", ".gpkg"), needed, "Give e.g. flood_exposure.gpkg.")
    if job.titles and len(job.titles) != len(job.layers):
        raise InputError(f"{len(job.titles)} titles are given for {len(job.layers)} layers.", "Each needs one.", "Give none, or one each.")
    if not job.layers and not job.population:
        raise InputError(
            "Nothing is given that could be affected.",
            "Layers of buildings, roads, places or land use are needed, or a population raster.",
            "Choose at least one.",
        )


def _titled(layers: list[FeatureLayer], titles: tuple[str, ...]) -> list[FeatureLayer]:
    """Give layers their titles, and a number where a title is taken."""
    taken: set[str] = set()
    titled = []
    for layer, wanted in zip(layers, titles or [layer.title for layer in layers], strict=True):
        title, number = wanted, 2
        while title.lower() in taken:
            title, number = f"{wanted} {number}", number + 1
        taken.add(title.lower())
        titled.append(replace(layer, title=title))
    return titled


def _open_file(job: ExposureJob, raster: ClassMap, layers: list[FeatureLayer], stack: ExitStack) -> VectorFile | None:
    if not job.output.lower().endswith(".gpkg") or not layers:
        return None
    names = tuple(EXPOSURE_OF + one.title for one in layers)
    return stack.enter_context(VectorFile(job.output, raster.grid.crs, names, job.overwrite, made_of=raster.run.fingerprint))


class _Counting:
    """Goes through the map as often as the number of features demands."""

    def __init__(
        self, raster: ClassMap, layers: list[FeatureLayer], zones: Zones, people: Population | None, file: VectorFile | None
    ) -> None:
        self._raster, self._zones, self._people, self._file = raster, zones, people, file
        self._layers = layers
        self._found: dict[str, Counts] = {}
        self._lost: dict[str, int] = {}
        self._repaired: dict[str, int] = {}
        self._plan = list(_passes(layers)) or [[]]
        self.passes = len(self._plan)

    def run(self, progress: Progress) -> None:
        """Count. Raises `InputError` and `Cancelled`."""
        grid = self._raster.grid
        metric = PixelMetric(grid)
        for number, batches in enumerate(self._plan):
            people = self._people if number == 0 else None
            read = [(layer, layer.read(first, count)) for layer, first, count in batches]
            placed = [to_pixels(features, grid, layer.title) for layer, features in read]
            counts = [BatchCount(one, self._zones, grid, metric) for one in placed]
            for strip in strips(self._raster, progress):
                for count in counts:
                    count.add(strip)
                if people is not None:
                    people.add(strip)
            for (layer, features), one, count in zip(read, placed, counts, strict=True):
                self._lost[layer.title] = self._lost.get(layer.title, 0) + one.lost
                self._repaired[layer.title] = self._repaired.get(layer.title, 0) + one.repaired
                found = count.finish()
                if self._file is not None:
                    columns = {**features.columns, **_shares(found.shares, set(features.columns))}
                    self._file.append(EXPOSURE_OF + layer.title, features.shapes, columns, layer.crs, layer.geometry_type)
                if layer.title in self._found:
                    self._found[layer.title].merge(found)
                else:
                    self._found[layer.title] = found

    def notices(self) -> Iterator[str]:
        """Yield what the user should know of the layers."""
        for title, count in self._lost.items():
            if count:
                yield f"{title}: {count} features cannot be told in the map's coordinate reference system and are left out."
        for title, count in self._repaired.items():
            if count:
                yield f"{title}: {count} polygons cross themselves; they were repaired."
        for title, found in self._found.items():
            if not found.total[FEATURES][:-1].any():
                yield f"{title}: no feature lies on the image. Check its coordinate reference system."
        if self._people is not None and not self._people.total.any():
            yield f"{self._people.name}: nobody lives where the image lies. Check that its pixels hold numbers of people."

    def rows(self) -> Iterator[Row]:
        """Yield the table: in total, then zone by zone."""
        people_in_zones = self._people.in_zones() if self._people is not None else np.zeros(0)
        for zone in (-1, *range(len(self._zones.names))):
            name = self._zones.names[zone] if zone >= 0 else ""
            for title, found in self._found.items():
                yield from _rows_of(name, title, found, zone)
            if self._people is not None:
                inside = self._people.total if zone < 0 else self._people.by_zone[zone]
                total = float(inside.sum() if zone < 0 else max(people_in_zones[zone], inside.sum()))
                beside = max(total - float(inside.sum()), 0.0)
                yield Row(name, self._people.name, PEOPLE, total, np.append(inside, beside if beside > 1e-6 * total else 0.0))


def _passes(layers: list[FeatureLayer]) -> Iterator[list[tuple[FeatureLayer, int, int]]]:
    """Yield the batches (layer, first feature, count) of each pass through the map."""
    batches: list[tuple[FeatureLayer, int, int]] = []
    room = _FEATURES_AT_ONCE
    for layer in layers:
        first = 0
        while first < layer.count:
            count = min(layer.count - first, room)
            batches.append((layer, first, count))
            first, room = first + count, room - count
            if not room:
                yield batches
                batches, room = [], _FEATURES_AT_ONCE
    if batches:
        yield batches


def _rows_of(zone: str, title: str, found: Counts, number: int) -> Iterator[Row]:
    for measure in MEASURES:
        numbers = found.total[measure] if number < 0 else found.by_zone[measure][number]
        if measure == FEATURES:
            yield Row(zone, title, measure, float(found.features if number < 0 else found.features_in_zone[number]), numbers)
        elif found.total[measure].any():
            yield Row(zone, title, measure, float(numbers.sum()), numbers)


def _shares(shares: DoubleArray, taken: set[str]) -> Columns:
    """Return the fields of features: the share of each in every group, 0 to 1, with a number where an earlier map's are there already."""
    return with_free_names({f"{name}_share": np.round(shares[:, column], 4) for column, name in enumerate(_NUMBERS)}, taken)


def _record(job: ExposureJob, raster: ClassMap, rows: tuple[Row, ...], notices: tuple[str, ...]) -> ImpactRecord:
    counted = [
        {"zone": row.zone, "layer": row.layer, "measure": row.measure, "total": row.total}
        | {name: float(number) for name, number in zip(_NUMBERS, row.numbers, strict=True)}
        for row in rows
    ]
    return ImpactRecord(
        kind=EXPOSURE,
        map=PurePath(job.raster).name,
        fingerprint=raster.run.fingerprint,
        lines=tuple(_line(row) for row in rows if not row.zone),
        method=METHOD,
        notices=notices,
        inputs=tuple(name for name in (*job.layers, job.population, job.zones) if name),
        facts={"rows": counted},
        written=now(),
    )


def _line(row: Row) -> str:
    """Return a row in words; what was not observed always stands beside the number."""
    word = f" {row.measure}" if row.measure in (KILOMETRES, HECTARES) else ""

    def text(number: float) -> str:
        digits = (1 if number >= 10 else 2) if word else 0
        return f"{number:,.{digits}f}".replace(",", " ") + word

    by = dict(zip(_NUMBERS, row.numbers, strict=True))
    further = [f"{text(by[name])} in {name.replace('_', ' ')}" for name in ("possible_water", "reference_water") if by[name]]
    touched = "in the flood" if row.measure != FEATURES else "touch the flood"
    also = f" ({'; '.join(further)})" if further else ""
    what = f"{row.layer}, {row.measure}" if row.measure == PEOPLE else row.layer
    not_mapped = f", {text(by['not_mapped'])} not mapped" if by["not_mapped"] else ""
    unseen = f"not observed: {row.unseen_percent:.1f} %{not_mapped}"
    return f"{what}: {text(by['flood'])} of {text(row.total)} {touched}{also}; {unseen}."
