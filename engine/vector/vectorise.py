"""Polygons of what was detected, with hectares, for those who map further."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np

from ..contract.errors import InputError
from ..contract.job import ClassCode, Event
from ..contract.tasks import TASKS
from ..products.progress import Progress
from ..products.reader import ClassMap, ClassStrip, Facts, open_class_map
from ..products.statistics import hectares_in_words
from ..products.styles import LayerStyle, layer_style
from ..raster.arrays import BoolArray
from ..raster.regions import Chosen
from .file import Columns, VectorFile
from .outlines import Sums
from .polygons import Choice, Polygoniser, Theme, find_holes

OBSERVED_EVENT, IMAGE_FOOTPRINT, NOT_ANALYSED = "observedEvent", "imageFootprint", "notAnalysed"
"""Layer names, after the products of the Copernicus Emergency Management Service."""

CLASSES = (ClassCode.DETECTED, ClassCode.REFERENCE_WATER, ClassCode.DECREASE, ClassCode.INCREASE)
"""Classes of which polygons can be made."""

_REASONS = {
    ClassCode.NOT_OBSERVED: "not observed",
    ClassCode.TERRAIN_MASKED: "terrain",
    ClassCode.LAYOVER_SHADOW: "layover or shadow",
    ClassCode.EXCLUDED: "excluded",
    ClassCode.OUTSIDE_DOMAIN: "outside the task",
}
_WORDS = {
    ClassCode.REFERENCE_WATER: "Reference water",
    ClassCode.DECREASE: "Backscatter decrease",
    ClassCode.INCREASE: "Backscatter increase",
}


@dataclass(frozen=True)
class VectoriseJob:
    """What to make polygons of.

    Attributes:
        raster: path of the class raster.
        output: a path that ends in ``.gpkg``, ``.geojson`` or ``.shp``.
        probability: path of the probability raster; empty: that of the same run, where it is there.
        minimum_area: in hectares; smaller polygons are left out (the minimum mapping unit).
        connectivity: 8: pixels that meet at a corner are one polygon, so a narrow river stays whole; 4: only pixels that share an edge.
        fill_holes: in hectares; smaller holes of not detected pixels are filled; 0: none.
        simplify: how far an outline may be moved, in metres on the ground; 0: not at all.
        classes: the codes to make polygons of, of `CLASSES`.
        footprint: whether to add the layers `IMAGE_FOOTPRINT` and `NOT_ANALYSED`.
        overwrite: whether an earlier file may be replaced.
    """

    raster: str
    output: str
    probability: str = ""
    minimum_area: float = 0.5
    connectivity: int = 8
    fill_holes: float = 0.0
    simplify: float = 0.0
    classes: tuple[int, ...] = (int(ClassCode.DETECTED),)
    footprint: bool = False
    overwrite: bool = False


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
    with open_class_map(job.raster, job.probability) as raster:
        names = (OBSERVED_EVENT, IMAGE_FOOTPRINT, NOT_ANALYSED) if job.footprint else (OBSERVED_EVENT,)
        with VectorFile(job.output, raster.grid.crs, names, job.overwrite, True, (job.raster, job.probability)) as file:
            passes = 1 + (len(job.classes) if job.fill_holes else 0)
            progress = Progress(raster.grid.height * passes, report, cancelled)
            report(Event("started", {"device": "CPU", "tiles": progress.total, "temporary": [file.temporary]}))
            notices = _notices(job, raster, file)
            for text in notices:
                report(Event("notice", {"text": text}))
            themes = _themes(job, raster, progress)
            for strip in progress.over(raster.strips()):
                for theme in themes:
                    theme.add(strip, file)
            for theme in themes:
                theme.flush(file)
            file.finish({theme.layer: theme.columns(Sums.nothing()) for theme in themes}, _styles(job, themes, raster.facts))
            return _result(dict(file.paths), themes, notices)


def _check(job: VectoriseJob) -> None:
    if job.connectivity not in (4, 8):
        raise InputError(f"The connectivity is {job.connectivity}.", "It is 4 or 8.", "Correct --connectivity.")
    for name in ("minimum_area", "fill_holes", "simplify"):
        value = getattr(job, name)
        if not 0 <= value < float("inf"):
            raise InputError(f"--{name.replace('_', '-')} is {value:g}.", "It is a size of 0 or more.", "Correct it.")
    unknown = [code for code in job.classes if code not in CLASSES]
    if unknown or not job.classes:
        raise InputError(
            f"There are no polygons of class {', '.join(map(str, unknown)) or '(none)'}.",
            f"Classes are {', '.join(str(int(code)) for code in CLASSES)}.",
            "Give e.g. --classes 1.",
        )


def _themes(job: VectoriseJob, raster: ClassMap, progress: Progress) -> list[Theme]:
    facts, grid = raster.facts, raster.grid

    def theme(layer: str, choose: Choice, columns: Callable[[Sums], Columns]) -> Theme:
        limits = (job.minimum_area, job.simplify) if layer == OBSERVED_EVENT else (0.0, 0.0)
        return Theme(layer, choose, columns, Polygoniser(grid, job.connectivity, *limits))

    themes = []
    for code in job.classes:
        holes = find_holes(progress.over(raster.strips()), code, job.fill_holes) if job.fill_holes else None
        themes.append(theme(OBSERVED_EVENT, _of_class(code, holes), event_columns(ClassCode(code), facts)))
    if job.footprint:
        themes.append(theme(IMAGE_FOOTPRINT, lambda strip: strip.classes != ClassCode.NOT_OBSERVED, _area_columns({}, facts)))
        for code, reason in _REASONS.items():
            themes.append(theme(NOT_ANALYSED, _of_class(code, None), _area_columns({"reason": reason}, facts)))
    return themes


def _of_class(code: int, holes: Chosen | None) -> Choice:
    def choose(strip: ClassStrip) -> BoolArray:
        mask: BoolArray = strip.classes == code
        return mask if holes is None else mask | holes.rows(strip.index, strip.classes == ClassCode.NOT_DETECTED)

    return choose


def event_columns(code: ClassCode, facts: Facts) -> Callable[[Sums], Columns]:
    """Return what makes the fields of detected polygons. Names have at most 10 letters, so that a Shapefile keeps them."""
    task = TASKS.get(facts.task)

    def columns(sums: Sums) -> Columns:
        known = np.maximum(sums.known, 1) * np.where(sums.known > 0, 1.0, np.nan)
        return {
            "class": np.full(len(known), int(code), np.int32),
            "area_ha": np.round(sums.hectares, 4),
            "prob_mean": np.round(sums.percent / known / 100, 4),
            "prob_max": np.where(sums.known > 0, sums.percent_max / 100, np.nan),
            **_same({"src_image": "; ".join(facts.images), "acq_utc": facts.acquired, "model": facts.model}, len(known)),
            "threshold": np.full(len(known), np.nan if facts.threshold is None else facts.threshold),
            **_same(
                {
                    "det_method": f"Automatic ({facts.method})" if facts.method else "Automatic",
                    "event_type": task.event if task else "",
                    "obj_desc": _WORDS.get(code, facts.title) + (", simulated" if facts.simulated else ""),
                },
                len(known),
            ),
        }

    return columns


def _area_columns(words: Mapping[str, str], facts: Facts) -> Callable[[Sums], Columns]:
    about = {**words, "src_image": "; ".join(facts.images), "acq_utc": facts.acquired}
    return lambda sums: {"area_ha": np.round(sums.hectares, 4), **_same(about, len(sums.hectares))}


def _same(words: Mapping[str, str], count: int) -> Columns:
    """Return columns of text that is the same everywhere; unknown text is an empty field."""
    return {name: np.full(count, text or None, np.object_) for name, text in words.items()}


def _notices(job: VectoriseJob, raster: ClassMap, file: VectorFile) -> tuple[str, ...]:
    notices = list(raster.facts.notices(PurePath(job.raster).name))
    if file.unstyled:
        notices.append(f"No style was written: {PurePath(job.output).stem}.qml beside it is a raster's. Choose another name to get one.")
    return tuple(notices)


def _styles(job: VectoriseJob, themes: list[Theme], facts: Facts) -> dict[str, LayerStyle]:
    """Return the layers' styles, with legend entries for the classes asked for and the reasons that occur."""
    reasons = list(_REASONS.values())
    occurring = [reason for reason, theme in zip(reasons, (t for t in themes if t.layer == NOT_ANALYSED), strict=False) if theme.features]
    values = {OBSERVED_EVENT: [str(int(code)) for code in job.classes], IMAGE_FOOTPRINT: [], NOT_ANALYSED: occurring or reasons}
    known = {OBSERVED_EVENT: [str(int(code)) for code in CLASSES], IMAGE_FOOTPRINT: [], NOT_ANALYSED: reasons}
    legend = TASKS[facts.task].legend if facts.task in TASKS else "Detected"
    return {layer: layer_style(layer, facts.title, legend, values[layer], known[layer]) for layer in dict.fromkeys(t.layer for t in themes)}


def _result(files: dict[str, str], themes: list[Theme], notices: tuple[str, ...]) -> Vectorised:
    features, hectares = dict.fromkeys(files, 0), dict.fromkeys(files, 0.0)
    for theme in themes:
        features[theme.layer] += theme.features
        hectares[theme.layer] += theme.hectares
    left_out = sum(theme.all_hectares - theme.hectares for theme in themes if theme.layer == OBSERVED_EVENT)
    count, area = features[OBSERVED_EVENT], hectares_in_words(hectares[OBSERVED_EVENT])
    summary = f"{count} polygon{'' if count == 1 else 's'}, {area}; {hectares_in_words(max(left_out, 0.0))} in smaller pieces left out"
    if count == 0:
        summary = f"No polygons: nothing was detected, or only pieces below the minimum ({hectares_in_words(max(left_out, 0.0))})"
    return Vectorised(files, features, hectares, left_out, notices, f"{summary}. Written to {files[OBSERVED_EVENT]}")
