"""Put a map together for hand-over: its files under names that say what they are, with styles, run record and a README in plain words."""

from __future__ import annotations

import glob
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path, PurePath

from ..contract.errors import Cancelled, InputError, OutputError
from ..contract.filenames import CLASS, FEATURES, PAGE, PROBABILITY, RASTERS, README, RUN, STYLE_ENDINGS, MapFiles, styles_of
from ..contract.impact import DEPTH, EXPOSURE, ImpactRecord, estimates_of
from ..contract.job import Event
from ..contract.overwriting import map_of_picture
from ..contract.record import MADE_OF, RunRecord
from ..products.places import check_place, make_folder, temporary, unwritable
from .readme import readme

QUICK_LOOK = "quicklook"
_ESTIMATE_ENDINGS = {EXPOSURE: (".json", ".csv", ".gpkg"), DEPTH: (".json", ".csv", ".qml", ".sld", ".tif")}
"""Of the files of an estimate; the last one is what it is for."""


@dataclass(frozen=True)
class Part:
    """One file of a map.

    Attributes:
        layer: what it is: ``class``, ``probability``, ``change_db``, ``run``, ``quicklook``, ``map`` (on one page), ``exposure`` or
            ``depth`` (estimates), or what follows the prefix in a vector file's name.
        path: where it is.
    """

    layer: str
    path: Path

    @property
    def ending(self) -> str:
        """The file's ending, with the dot."""
        return self.path.suffix.lower()


@dataclass(frozen=True)
class Map:
    """A finished map: its run record, all of its files, and the estimates that were made of it as it is now.

    Attributes:
        prefix: of its files.
        run: the run record.
        parts: its files.
        estimates: records of the estimates.
        left_out: names of files that bear its name but are of an earlier map, or were made of one, and of a picture of another map.
    """

    prefix: str
    run: RunRecord
    parts: tuple[Part, ...]
    estimates: tuple[ImpactRecord, ...] = ()
    left_out: tuple[str, ...] = ()

    def files(self, *endings: str) -> list[Part]:
        """Return the files with one of these endings."""
        return [part for part in self.parts if part.ending in endings]

    @property
    def notices(self) -> list[str]:
        """What whoever packages it should know."""
        names = ", ".join(self.left_out)
        return [f"Of an earlier map, or of another one, and so not in the package: {names}."] if names else []


def find_map(given: str) -> Map:
    """Find the files of a map.

    Args:
        given: what was given to ``--output`` when it was made, or the path of its class raster, whatever that is called.

    Raises:
        InputError: the run record or a raster is missing or damaged.
    """
    is_raster = os.path.splitext(given)[1].lower() in (".tif", ".tiff") and os.path.isfile(given)
    files = MapFiles.of_class(given) if is_raster else MapFiles(given)
    run = RunRecord.read(str(files.path(RUN)))
    for path in (files.path(CLASS), files.path(PROBABILITY)):
        if not path.is_file():
            raise InputError(f"The map lacks its file {path}.", "", "Make the map again, or look for the file.")
    estimates = estimates_of(files, run)
    kinds = [kind for kind in RASTERS if files.find(kind)]
    found = [(Part(kind, files.path(kind)), _is_written(kind, run)) for kind in kinds]
    found += [(Part(kind, path), _is_written(kind, run)) for kind in kinds for path in files.styles(kind) if path.is_file()]
    found += [(Part(RUN, files.path(RUN)), True), *_quick_look(files, run)]
    found += [(Part(PAGE, files.path(PAGE)), _is_younger(files.path(PAGE), run))] if files.find(PAGE) else []
    found += _vectors(files, run)
    for kind, endings in _ESTIMATE_ENDINGS.items():
        places = [files.beside(kind, ending) for ending in endings]
        found += [(Part(kind, place), any(one.kind == kind for one in estimates)) for place in places if place.is_file()]
    parts = tuple(part for part, is_its_own in found if is_its_own)
    return Map(files.prefix, run, parts, estimates, tuple(part.path.name for part, is_its_own in found if not is_its_own))


def _is_written(kind: str, run: RunRecord) -> bool:
    return kind in (CLASS, PROBABILITY) or kind in run.files


def _is_younger(path: Path, run: RunRecord) -> bool:
    """Tell whether a file was written after a run, or it is not known when that was: a page does not tell of which map it is."""
    try:
        return path.stat().st_mtime >= datetime.fromisoformat(run.written).timestamp()
    except ValueError:
        return True


def _quick_look(files: MapFiles, run: RunRecord) -> list[tuple[Part, bool]]:
    """Return the picture of a map, and whether it is of it as it is now; nothing where it is not found.

    Its path is that of the folder in which the run was started, as the record's own is: so it is looked for from where the map lies now.
    """
    path, folder = run.files.get(QUICK_LOOK, ""), Path(files.prefix).parent
    places = [folder / PurePath(path).name, Path(path)] if path else []
    with suppress(ValueError):  # Windows: drives without a way between them
        places[1:1] = [folder / os.path.relpath(path, os.path.dirname(run.files[RUN]) or ".")] if path and RUN in run.files else []
    there = [place for place in (*places, files.beside(QUICK_LOOK, PurePath(path).suffix)) if place.is_file()]
    own = [place for place in there if map_of_picture(str(place)) in ("", run.fingerprint)]
    return [(Part(QUICK_LOOK, place), bool(own)) for place in own or there][:1]


def _vectors(files: MapFiles, run: RunRecord) -> Iterator[tuple[Part, bool]]:
    """Yield the vector files beside a map, with styles of theirs, and whether they are of it as it is now.

    Those of a map with a longer prefix are not its own. Where one bears the name of another part, its layer is called otherwise.
    """
    prefix = files.prefix
    other = [text.removesuffix("run.json") for text in glob.glob(f"{glob.escape(prefix)}_*_run.json")]
    taken = {*RASTERS, RUN, PAGE, QUICK_LOOK, *_ESTIMATE_ENDINGS}
    for path in sorted(glob.glob(f"{glob.escape(prefix)}_*.gpkg")):
        layer = os.path.splitext(path)[0].removeprefix(f"{prefix}_").removesuffix(files.version)
        if layer == EXPOSURE or path.startswith(tuple(other)):
            continue
        is_its_own = FEATURES in run.files if layer == FEATURES else _made_of(path) <= {run.fingerprint}
        styles = [] if layer in taken else styles_of(path)
        while layer in taken:
            layer = f"{layer} polygons"
        taken.add(layer)
        yield from ((Part(layer, place), is_its_own) for place in (Path(path), *styles) if place.is_file())


def _made_of(path: str) -> set[str]:
    """Return the fingerprints of the runs of whose maps the layers of a GeoPackage were made, as far as they tell."""
    try:
        with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as connection:
            texts = [str(text) for (text,) in connection.execute("SELECT metadata FROM gpkg_metadata")]
    except sqlite3.Error:
        return set()
    return {mark for text in texts for mark in re.findall(rf'key="{MADE_OF}">(\w+)<', text)}


def names(found: Map, event: str, aoi: str) -> str:
    """Return the beginning of all names in a package, ``<event>_<AOI>_<product>``; the prefix's name stands for a missing event."""
    return "_".join(_field(text) for text in (event or PurePath(found.prefix).name, aoi, found.run.task))


def layer_names(start: str, layers: Sequence[str], version: int) -> list[str]:
    """Return ``<event>_<AOI>_<product>_<layer>_vN`` of each layer; a number parts what would else be one file, or one table."""
    made: dict[str, str] = {}
    for layer in layers:
        field = _field(layer)
        names = (f"{start}_{field}{'' if number == 1 else f'-{number}'}_v{version}" for number in count(1))
        name = next(name for name in names if name.casefold() not in made)
        made[name.casefold()] = name
    return list(made.values())


def _field(text: str) -> str:
    """Fit a text for a file name in which underscores part the fields."""
    field = re.sub(r"[^\w.-]+|_+", "-", text).strip("-.")
    if not field:
        raise InputError(
            f"'{text}' cannot be part of a file name.",
            "Letters, digits and hyphens can.",
            "Give e.g. EMSR728 for --event (in QGIS: 'Event') and AOI01 for --aoi (in QGIS: 'Area of interest').",
        )
    return field


def write_folder(
    given: str,
    folder: str,
    event: str,
    aoi: str,
    report: Callable[[Event], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Write ``FOLDER/<event>_<AOI>_<product>_vN/`` with files named ``<event>_<AOI>_<product>_<layer>_vN``: all of it, or nothing.

    N is one more than the largest there is, so nothing is ever overwritten.

    Args:
        given: see `find_map`.
        folder: of the event; made where it is missing.
        event, aoi: for the names; an empty event is the prefix's own name.
        report: takes ``started`` and ``notice``.
        cancelled: asked before each file whether to stop.

    Returns:
        The new folder.

    Raises:
        InputError: the map is incomplete, or the names cannot be used.
        OutputError: the folder cannot be written to.
        Cancelled: `cancelled` said so; nothing is left behind.
    """
    found = find_map(given)
    start = names(found, event, aoi)
    made, version = next_version(folder, start)
    waiting = temporary(made)
    begin(found, waiting, report)
    layers = list(dict.fromkeys(part.layer for part in found.parts))
    named_layers = dict(zip(layers, layer_names(start, layers, version), strict=True))
    named = {named_layers[part.layer] + part.ending: part for part in found.parts}
    try:
        os.mkdir(waiting)
        for name, part in named.items():
            if cancelled():
                raise Cancelled
            shutil.copy(part.path, os.path.join(waiting, name))
        _write_texts(Path(waiting), found, named, f"{event} {aoi}".strip())
        os.rename(waiting, made)
    except OSError as error:
        raise unwritable(made, error) from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return Path(made)


def begin(found: Map, waiting: str, report: Callable[[Event], None]) -> None:
    """Report that a package is begun in the folder `waiting`, and what should be known of it."""
    report(Event("started", {"device": "", "tiles": 0, "temporary": [waiting]}))
    for text in found.notices:
        report(Event("notice", {"text": text}))


def next_version(folder: str, start: str) -> tuple[str, int]:
    """Return ``FOLDER/<start>_vN`` and N, one more than the largest there is. The folder is made where it is missing.

    Raises:
        OutputError: it cannot be made, read or written to.
    """
    make_folder(folder)
    try:
        matches = (re.fullmatch(rf"{re.escape(start)}_v(\d+)(\.gpkg)?", name) for name in os.listdir(folder))
    except OSError as error:
        raise unwritable(os.path.join(folder, start), error) from error
    version = 1 + max((int(match[1]) for match in matches if match), default=0)
    made = os.path.join(os.path.abspath(folder), f"{start}_v{version}")
    check_place(made, [made], overwrite=False)
    return made, version


def _write_texts(folder: Path, found: Map, named: Mapping[str, Part], heading: str) -> None:
    """Write the README, and the run record with the files' new names."""
    files = {part.layer: name for name, part in named.items() if part.ending not in STYLE_ENDINGS}
    replace(found.run, files=files).write(str(folder / files[RUN]))
    style = next((part.path for part in named.values() if part.layer == "class" and part.ending == ".qml"), None)
    opening = (
        f"Drag {files['class']} into QGIS (3.22 or newer). Colours and legend come by themselves, from the .qml file beside it.",
        "Every other GIS opens the .tif files as well (GeoTIFF); the .sld files have the colours.",
    )
    text = readme(found.run, {name: part.layer for name, part in named.items()}, heading, style, opening, found.estimates)
    (folder / README).write_text(text, encoding="utf-8")


def refuse_existing(path: str) -> None:
    """Refuse to write a file that is there. Raises `OutputError`."""
    if os.path.lexists(path):
        raise OutputError(f"There is a file {path} already.", "A package is never overwritten.", "Choose another name, e.g. with _v2.")
