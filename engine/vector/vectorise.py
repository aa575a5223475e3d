"""Write polygons of what was detected, with hectares, for those who map further."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

import numpy as np

from ..contract.classes import REASONS, WITH_POLYGONS, ClassCode
from ..contract.errors import InputError
from ..contract.job import Event
from ..contract.record import RunRecord, hectares_in_words
from ..contract.requests import IMAGE_FOOTPRINT, NOT_ANALYSED, OBSERVED_EVENT, VectoriseJob
from ..contract.tasks import TASKS
from ..products.inputs import protect_inputs
from ..products.progress import Progress
from ..products.reader import ClassMap, ClassStrip, open_class_map
from ..products.styles import LayerStyle, layer_style
from ..raster.arrays import BoolArray, equal
from ..raster.regions import Chosen
from .file import Columns, VectorFile
from .outlines import Sums
from .polygons import Choice, LayerPart, Polygoniser, find_holes

_WORDS = {
    ClassCode.REFERENCE_WATER: "Reference water",
    ClassCode.DECREASE: "Backscatter decrease",
    ClassCode.INCREASE: "Backscatter increase",
    ClassCode.POSSIBLE_WATER: "Possible water among plants or buildings",
}


@dataclass(frozen=True)
class Vectorised:
    """What was written.

    Attributes:
        files: layer to path.
        features: layer to number of polygons.
        hectares: layer to the polygons' area.
        left_out: hectares in pieces smaller than the minimum.
        notices: what the user should know.
        summary: the end message in plain words.
    """

    files: dict[str, str]
    features: dict[str, int]
    hectares: dict[str, float]
    left_out: float
    notices: tuple[str, ...]
    summary: str


def vectorise(
    job: VectoriseJob, report: Callable[[Event], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False
) -> Vectorised:
    """Write polygons of a class raster, which is read in strips of rows.

    Memory does not grow with the raster's height but for the outlines of polygons that are not finished. The field `area_ha` is the
    geodesic area of a polygon's pixels, filled holes included; it stays so where the outline is simplified.

    Args:
        report: takes the events ``started``, ``progress``, in rows, and ``notice``.
        cancelled: asked at every strip whether to stop.

    Raises:
        InputError, OutputError: what the user has to change; nothing is written then.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    _check(job)
    job = replace(job, classes=tuple(dict.fromkeys(job.classes)))
    protect_inputs(job)
    with open_class_map(job.raster, job.probability) as raster:
        names = (OBSERVED_EVENT, IMAGE_FOOTPRINT, NOT_ANALYSED) if job.footprint else (OBSERVED_EVENT,)
        with VectorFile(job.output, raster.grid.crs, names, job.overwrite, styled=True, made_of=raster.run.fingerprint) as file:
            passes = 1 + (len(job.classes) if job.fill_holes else 0)
            progress = Progress(raster.grid.height * passes, report, cancelled)
            report(Event("started", {"device": "CPU", "tiles": progress.total, "temporary": [file.temporary]}))
            notices = _notices(job, raster, file)
            for text in notices:
                report(Event("notice", {"text": text}))
            parts = _layer_parts(job, raster, progress)
            for strip in progress.over(raster.strips()):
                for part in parts:
                    part.add(strip, file)
            for part in parts:
                part.flush(file)
            file.finish({part.layer: part.columns(Sums.nothing()) for part in parts}, _styles(job, parts, raster.run))
            return _result(dict(file.paths), parts, notices)


def _check(job: VectoriseJob) -> None:
    if job.connectivity not in (4, 8):
        raise InputError(f"The connectivity is {job.connectivity}.", "It is 4 or 8.", "Correct --connectivity.")
    for name in ("minimum_area", "fill_holes", "simplify"):
        value = getattr(job, name)
        if not 0 <= value < float("inf"):
            raise InputError(f"--{name.replace('_', '-')} is {value:g}.", "It is a size of 0 or more.", "Correct it.")
    unknown = [code for code in job.classes if code not in WITH_POLYGONS]
    if unknown or not job.classes:
        raise InputError(
            f"There are no polygons of class {', '.join(map(str, unknown)) or '(none)'}.",
            f"Classes are {', '.join(str(int(code)) for code in WITH_POLYGONS)}.",
            "Give e.g. --classes 1.",
        )


def _layer_parts(job: VectoriseJob, raster: ClassMap, progress: Progress) -> list[LayerPart]:
    run, grid = raster.run, raster.grid

    def part(layer: str, choose: Choice, columns: Callable[[Sums], Columns]) -> LayerPart:
        limits = (job.minimum_area, job.simplify) if layer == OBSERVED_EVENT else (0.0, 0.0)
        return LayerPart(layer, choose, columns, Polygoniser(grid, job.connectivity, *limits))

    parts = []
    for code in job.classes:
        holes = find_holes(progress.over(raster.strips()), code, job.fill_holes) if job.fill_holes else None
        parts.append(part(OBSERVED_EVENT, _of_class(code, holes), event_columns(ClassCode(code), run)))
    if job.footprint:
        parts.append(part(IMAGE_FOOTPRINT, lambda strip: ~equal(strip.classes, ClassCode.NOT_OBSERVED), _area_columns({}, run)))
        for code, reason in REASONS.items():
            parts.append(part(NOT_ANALYSED, _of_class(code, None), _area_columns({"reason": reason}, run)))
    return parts


def _of_class(code: int, holes: Chosen | None) -> Choice:
    def choose(strip: ClassStrip) -> BoolArray:
        mask = equal(strip.classes, code)
        return mask if holes is None else mask | holes.rows(strip.index, equal(strip.classes, ClassCode.NOT_DETECTED))

    return choose


def event_columns(code: ClassCode, run: RunRecord) -> Callable[[Sums], Columns]:
    """Return what makes the fields of detected polygons. Names have at most 10 letters, so that a Shapefile keeps them."""
    task = TASKS.get(run.task)

    def columns(sums: Sums) -> Columns:
        known = np.maximum(sums.known, 1) * np.where(sums.known > 0, 1.0, np.nan)
        return {
            "class": np.full(len(known), int(code), np.int32),
            "area_ha": np.round(sums.hectares, 4),
            "prob_mean": np.round(sums.percent / known / 100, 4),
            "prob_max": np.where(sums.known > 0, sums.percent_max / 100, np.nan),
            **_same({"src_image": "; ".join(run.image.names), "acq_utc": run.image.acquired, "model": run.method.model or ""}, len(known)),
            "threshold": np.full(len(known), np.nan if run.threshold is None else run.threshold),
            **_same(
                {
                    "det_method": f"Automatic ({run.method.name})" if run.method.name else "Automatic",
                    "event_type": task.event if task else "",
                    "obj_desc": _WORDS.get(code, run.title) + (", simulated" if run.image.simulated else ""),
                },
                len(known),
            ),
        }

    return columns


def _area_columns(words: Mapping[str, str], run: RunRecord) -> Callable[[Sums], Columns]:
    about = {**words, "src_image": "; ".join(run.image.names), "acq_utc": run.image.acquired}
    return lambda sums: {"area_ha": np.round(sums.hectares, 4), **_same(about, len(sums.hectares))}


def _same(words: Mapping[str, str], count: int) -> Columns:
    """Return columns of text that is the same everywhere; unknown text is an empty field."""
    return {name: np.full(count, text or None, np.object_) for name, text in words.items()}


def _notices(job: VectoriseJob, raster: ClassMap, file: VectorFile) -> tuple[str, ...]:
    notices = list(raster.run.about_unknown(PurePath(job.raster).name))
    if file.unstyled:
        notices.append(f"No style was written: {PurePath(job.output).stem}.qml beside it is a raster's. Choose another name to get one.")
    return tuple(notices)


def _styles(job: VectoriseJob, parts: list[LayerPart], run: RunRecord) -> dict[str, LayerStyle]:
    """Return the layers' styles, with legend entries for the classes asked for and the reasons that occur."""
    reasons = list(REASONS.values())
    occurring = [reason for reason, part in zip(reasons, (t for t in parts if t.layer == NOT_ANALYSED), strict=False) if part.features]
    values = {OBSERVED_EVENT: [str(int(code)) for code in job.classes], IMAGE_FOOTPRINT: [], NOT_ANALYSED: occurring or reasons}
    known = {OBSERVED_EVENT: [str(int(code)) for code in WITH_POLYGONS], IMAGE_FOOTPRINT: [], NOT_ANALYSED: reasons}
    legend = TASKS[run.task].legend if run.task in TASKS else "Detected"
    return {layer: layer_style(layer, run.title, legend, values[layer], known[layer]) for layer in dict.fromkeys(t.layer for t in parts)}


def _result(files: dict[str, str], parts: list[LayerPart], notices: tuple[str, ...]) -> Vectorised:
    features, hectares = dict.fromkeys(files, 0), dict.fromkeys(files, 0.0)
    for part in parts:
        features[part.layer] += part.features
        hectares[part.layer] += part.hectares
    left_out = sum(part.all_hectares - part.hectares for part in parts if part.layer == OBSERVED_EVENT)
    count, area = features[OBSERVED_EVENT], hectares_in_words(hectares[OBSERVED_EVENT])
    summary = f"{count} polygon{'' if count == 1 else 's'}, {area}; {hectares_in_words(max(left_out, 0.0))} in smaller pieces left out"
    if count == 0:
        summary = f"No polygons: nothing was detected, or only pieces below the minimum ({hectares_in_words(max(left_out, 0.0))})"
    return Vectorised(files, features, hectares, left_out, notices, f"{summary}. Written to {files[OBSERVED_EVENT]}")
