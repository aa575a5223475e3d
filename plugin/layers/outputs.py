"""Files of a run: names that are free, the destination that Processing names, and what lies beside a map.

The engine writes files that share a prefix. It does so under a hidden one beside the destination, and the finished files are then
renamed: an OUTPUT of ``flood.tif`` gets ``flood_probability.tif`` and ``flood_run.json`` beside it, and so does an
OUTPUT of ``flood_class.tif``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Optional
from uuid import uuid4

from ...engine.contract.errors import OutputError
from ...engine.contract.filenames import PROBABILITY, MapFiles
from ..i18n import tr

CLASS_ENDING = "_class"
RASTER_ENDINGS = (".tif", ".tiff")
SIDECAR_ENDINGS = (".qml", ".sld", ".tif.aux.xml")
FURTHER = {"change_db": "change_db.tif", "features": "features.gpkg"}
"""Kinds of files that not every run writes, and how their names end."""

FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')


@contextmanager
def told_in_words(folder: Path) -> Iterator[None]:
    """Raise `OutputError` instead of OSError where a folder cannot be written to."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            tr("The result cannot be written to {folder}: {reason}.").format(folder=folder, reason=error.strerror or error),
            "",
            tr("Choose another place for OUTPUT."),
        ) from error


def make_folder_of(output: str) -> None:
    """Make the folder of a file where it is missing. Raises `OutputError`."""
    folder = Path(output).parent
    with told_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)


class Destination:
    """The place of one run's files.

    Args:
        output: path of the class raster.
        further: kinds of `FURTHER` that the run may write.
    """

    def __init__(self, output: str, further: Sequence[str] = ()) -> None:
        self.classes = Path(output)
        stem = self.classes.stem
        self._stem = stem[: -len(CLASS_ENDING)] if stem.endswith(CLASS_ENDING) and stem != CLASS_ENDING else stem
        self.probability = self.classes.with_name(f"{self._stem}_probability.tif")
        self.record = self.classes.with_name(f"{self._stem}_run.json")
        self._further = {kind: self.classes.with_name(f"{self._stem}_{FURTHER[kind]}") for kind in further}

    def problem(self) -> str:
        """Say in words why nothing may be written here; empty where it may."""
        if self.classes.suffix.lower() not in RASTER_ENDINGS:
            return tr("OUTPUT '{name}' is no GeoTIFF: let its name end in .tif.").format(name=self.classes.name)
        further = set(self._further.values())
        strangers = [path for path in (self.probability, self.record) if path.exists() and not self.classes.exists()]
        strangers += [path for path in sorted(further - self._earlier_further()) if path.exists()]
        if strangers:
            return tr("'{name}' is there already and belongs to another run: choose another name for OUTPUT.").format(
                name=strangers[0].name
            )
        return ""

    @contextmanager
    def scratch_prefix(self) -> Iterator[str]:
        """Give the prefix for the engine; what still has it at the end of the block is removed. Raises `OutputError`."""
        folder, name = self.classes.parent, f".tidemark-{uuid4().hex}"
        with told_in_words(folder):
            folder.mkdir(parents=True, exist_ok=True)
            try:
                yield str(folder / name)
            finally:
                for leftover in folder.glob(f"*{name}*"):
                    leftover.unlink()

    def adopt(self, files: Mapping[str, str]) -> dict[str, str]:
        """Give the finished files their names. An earlier result of the same OUTPUT is replaced.

        Args:
            files: kind to path, as a `Result` has them.

        Returns:
            kind to path of the further files that the run has written.

        Raises:
            OSError: a file cannot be replaced.
        """
        further = {kind: path for kind, path in self._further.items() if kind in files}
        for path in self._earlier_further() - set(further.values()):  # they would contradict the new map
            _remove(path)
        for kind, target in {"class": self.classes, "probability": self.probability, **further}.items():
            _move(Path(files[kind]), target)
        paths = {kind: str(path) for kind, path in further.items()}
        self._adopt_record(Path(files["run"]), paths)
        return paths

    def _earlier_further(self) -> set[Path]:
        """Return the further files that an earlier run of the same OUTPUT has written, as its record tells."""
        if not self.classes.exists():
            return set()
        try:
            named = json.loads(self.record.read_text(encoding="utf-8"))["files"]
            written = {Path(named[kind]).name for kind in FURTHER if kind in named}
        except (OSError, ValueError, KeyError, TypeError):
            return set()
        own = {self.classes.with_name(f"{self._stem}_{ending}") for ending in FURTHER.values()}
        return {path for path in own if path.name in written}

    def _adopt_record(self, record: Path, further: Mapping[str, str]) -> None:
        """Move the run record, which names the files of its run."""
        run = json.loads(record.read_text(encoding="utf-8"))
        run["files"] = {"class": str(self.classes), "probability": str(self.probability), "run": str(self.record), **further}
        record.write_text(json.dumps(run, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        os.replace(record, self.record)


def _move(source: Path, target: Path) -> None:
    """Move a file with its sidecars; those of an earlier one are removed."""
    for ending in SIDECAR_ENDINGS:
        sidecar = source.with_suffix(ending)
        target.with_suffix(ending).unlink(missing_ok=True)
        if sidecar.exists():
            os.replace(sidecar, target.with_suffix(ending))
    os.replace(source, target)


def _remove(path: Path) -> None:
    for one in (path, *(path.with_suffix(ending) for ending in SIDECAR_ENDINGS)):
        one.unlink(missing_ok=True)


def record_of(classes: Path) -> Path:
    """Return where the run record of a class raster lies; in a package, the version ends both names."""
    packaged = re.fullmatch(r"(.+)_class(_v\d+)", classes.stem)
    return classes.with_name(f"{packaged[1]}_run{packaged[2]}.json") if packaged else Destination(str(classes)).record


def probability_of(classes: str) -> str:
    """Return the probability raster of a class raster's run, where it is there; else empty."""
    return MapFiles.of_class(classes).find(PROBABILITY)


def keep_files(classes: str, folder: str) -> dict[str, str]:
    """Copy all files of a run into a folder, under names that are free there.

    Args:
        classes: path of the class raster.

    Returns:
        path to path of the copy.

    Raises:
        OutputError: they cannot be written.
    """
    source, target = Path(map_prefix(classes)), free_prefix(Path(folder) / Path(map_prefix(classes)).name)
    files = sorted(
        path for path in source.parent.iterdir() if path.is_file() and path.name.startswith((f"{source.name}_", f"{source.name}."))
    )
    kept = {str(path): str(target.with_name(target.name + path.name[len(source.name) :])) for path in files}
    with told_in_words(Path(folder)):
        Path(folder).mkdir(parents=True, exist_ok=True)
        for path, copy in kept.items():
            shutil.copyfile(path, copy)
    for copy in kept.values():
        if copy.endswith("_run.json"):
            _tell_new_places(Path(copy), kept)
    return kept


def _tell_new_places(record: Path, kept: Mapping[str, str]) -> None:
    run = json.loads(record.read_text(encoding="utf-8"))
    run["files"] = {kind: kept.get(path, path) for kind, path in run.get("files", {}).items()}
    record.write_text(json.dumps(run, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def map_prefix(classes: str) -> str:
    """Return the beginning of the names of a map's files; the class raster's is ``PREFIX_class.tif``."""
    return str(Path(classes).with_suffix("")).removesuffix(CLASS_ENDING)


def page_beside(classes: str) -> str:
    """Return where a map's page lies, so that it goes into the package."""
    return f"{map_prefix(classes)}_map.pdf"


def read_record(path: Path) -> Optional[dict[str, Any]]:
    """Return the record of a run; None where there is none that can be read."""
    try:
        run = json.loads(path.read_text(encoding="utf-8"))
        _ = run["title"], run["summary"], run["threshold"] / 1, list(run["notices"]), run["input"]["paths"], run["method"]["name"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return dict(run)


def safe_name(text: str) -> str:
    """Return a name that every file system takes."""
    return FORBIDDEN.sub("_", text)


def free_prefix(prefix: Path) -> Path:
    """Return the prefix, or the first of prefix_2, prefix_3, … that no result has."""
    names = (prefix if number == 1 else prefix.with_name(f"{prefix.name}_{number}") for number in count(1))
    return next(name for name in names if not list(name.parent.glob(f"{_literal(name.name)}_*.tif")))


def free_polygons(map_path: str) -> str:
    """Return where to write the polygons of a map ``NAME_class.tif``: ``NAME_polygons.gpkg``, or with the first number that is free."""
    path = Path(map_path)
    stem = path.stem[: -len("_class")] if path.stem.endswith("_class") else path.stem
    names = (f"{stem}_polygons.gpkg" if number == 1 else f"{stem}_polygons_{number}.gpkg" for number in count(1))
    return str(next(path.with_name(name) for name in names if not path.with_name(name).exists()))


def _literal(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)
