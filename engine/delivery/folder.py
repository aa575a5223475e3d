"""Put a map together for hand-over: its files under names that say what they are, with styles, run record and a README in plain words."""

from __future__ import annotations

import glob
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from ..contract.errors import InputError, OutputError
from ..contract.filenames import CHANGE_DB, CLASS, PAGE, POSSIBLE, PROBABILITY, RUN, STYLE_ENDINGS, MapFiles, styles_of
from ..contract.impact import DEPTH, EXPOSURE, ImpactRecord, estimates_of
from ..contract.job import Event
from ..contract.record import RunRecord
from ..products.places import temporary, unwritable
from .readme import readme

README = "README.txt"
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
    """A finished map: its run record, all of its files, and the estimates that were made of it as it is now."""

    run: RunRecord
    parts: tuple[Part, ...]
    estimates: tuple[ImpactRecord, ...] = ()

    def files(self, *endings: str) -> list[Part]:
        """Return the files with one of these endings."""
        return [part for part in self.parts if part.ending in endings]


def find_map(prefix: str) -> Map:
    """Find the files of a map.

    Args:
        prefix: what was given to ``--output`` when it was made.

    Raises:
        InputError: the run record or a raster is missing or damaged.
    """
    files = MapFiles(prefix)
    run = RunRecord.read(str(files.path(RUN)))
    kinds = (CLASS, PROBABILITY, *(kind for kind in (POSSIBLE, CHANGE_DB) if files.find(kind)))
    parts = [Part(kind, files.path(kind)) for kind in kinds]
    for part in parts:
        if not part.path.is_file():
            raise InputError(f"The map lacks its file {part.path}.", "", "Make the map again, or look for the file.")
    parts += [Part(kind, path) for kind in kinds for path in files.styles(kind) if path.is_file()]
    parts.append(Part(RUN, files.path(RUN)))
    parts += _quick_look(prefix, run)
    parts += [Part(PAGE, files.path(PAGE))] if files.find(PAGE) else []
    parts += _vectors(prefix)
    estimates = estimates_of(files, run)
    for kind in (record.kind for record in estimates):
        places = [files.beside(kind, ending) for ending in _ESTIMATE_ENDINGS[kind]]
        parts += [Part(kind, place) for place in places if place.is_file()]
    return Map(run, tuple(parts), estimates)


def _quick_look(prefix: str, run: RunRecord) -> list[Part]:
    path = run.files.get("quicklook", "")
    places = [Path(path), Path(prefix).parent / PurePath(path).name] if path else []
    return [Part("quicklook", place) for place in places if place.is_file()][:1]


def _vectors(prefix: str) -> list[Part]:
    """Return the vector files beside a map, with styles of theirs; those of a map with a longer prefix are not its own."""
    other = [text.removesuffix("run.json") for text in glob.glob(f"{glob.escape(prefix)}_*_run.json")]
    paths = [path for path in sorted(glob.glob(f"{glob.escape(prefix)}_*.gpkg")) if not path.startswith(tuple(other))]
    parts = []
    for path in paths:
        layer = os.path.splitext(path)[0].removeprefix(f"{prefix}_")
        if layer == EXPOSURE:  # it may have been made of an earlier map of this name
            continue
        parts += [Part(layer, place) for place in (Path(path), *styles_of(path)) if place.is_file()]
    return parts


def names(prefix: str, run: RunRecord, event: str, aoi: str) -> str:
    """Return the beginning of all names in a package, ``<event>_<AOI>_<product>``; the prefix's name stands for a missing event."""
    return "_".join(_field(text) for text in (event or PurePath(prefix).name, aoi, run.task))


def layer_name(start: str, layer: str, version: int) -> str:
    """Return ``<event>_<AOI>_<product>_<layer>_vN``."""
    return f"{start}_{_field(layer)}_v{version}"


def _field(text: str) -> str:
    """Fit a text for a file name in which underscores part the fields."""
    field = re.sub(r"[^\w.-]+|_+", "-", text).strip("-.")
    if not field:
        raise InputError(
            f"'{text}' cannot be part of a file name.", "Letters, digits and hyphens can.", "Give e.g. --event EMSR728 --aoi AOI01."
        )
    return field


def write_folder(prefix: str, folder: str, event: str, aoi: str, report: Callable[[Event], None] = lambda _: None) -> Path:
    """Write ``FOLDER/<event>_<AOI>_<product>_vN/`` with files named ``<event>_<AOI>_<product>_<layer>_vN``: all of it, or nothing.

    N is one more than the largest there is, so nothing is ever overwritten.

    Args:
        prefix: of the map.
        folder: of the event; made where it is missing.
        event, aoi: for the names; an empty event is the prefix's own name.
        report: takes ``started``.

    Returns:
        The new folder.

    Raises:
        InputError: the map is incomplete, or the names cannot be used.
        OutputError: the folder cannot be written to.
    """
    found = find_map(prefix)
    start = names(prefix, found.run, event, aoi)
    try:
        made, version = next_version(folder, start)
        waiting = temporary(made)
        report(Event("started", {"device": "", "tiles": 0, "temporary": [waiting]}))
        os.mkdir(waiting)
    except OSError as error:
        raise unwritable(os.path.join(folder, start), error) from error
    try:
        named = {layer_name(start, part.layer, version) + part.ending: part for part in found.parts}
        for name, part in named.items():
            shutil.copy(part.path, os.path.join(waiting, name))
        _write_texts(Path(waiting), found, named, f"{event} {aoi}".strip())
        os.rename(waiting, made)
    except OSError as error:
        raise unwritable(made, error) from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return Path(made)


def next_version(folder: str, start: str) -> tuple[str, int]:
    """Return ``FOLDER/<start>_vN`` and N, one more than the largest there is. The folder is made where it is missing. Raises OSError."""
    os.makedirs(folder, exist_ok=True)
    matches = (re.fullmatch(rf"{re.escape(start)}_v(\d+)(\.gpkg)?", name) for name in os.listdir(folder))
    version = 1 + max((int(match[1]) for match in matches if match), default=0)
    return os.path.join(os.path.abspath(folder), f"{start}_v{version}"), version


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
