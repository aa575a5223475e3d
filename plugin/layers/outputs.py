"""Files of a run: the destination that Processing names, copies to keep, and the record beside a map.

The engine writes files that share a prefix. It does so under a hidden one beside the destination, and the finished files are then
renamed: an OUTPUT of ``flood.tif`` gets ``flood_probability.tif`` and ``flood_run.json`` beside it, and so does an
OUTPUT of ``flood_class.tif``.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Optional
from uuid import uuid4

from ...engine.contract.errors import InputError, OutputError
from ...engine.contract.filenames import (
    CHANGE_DB,
    CLASS,
    FEATURES,
    POSSIBLE,
    PROBABILITY,
    RUN,
    STYLE_ENDINGS,
    MapFiles,
    free_prefix,
    styles_of,
)
from ...engine.contract.overwriting import refuse_inputs, refuse_strangers
from ...engine.contract.record import RunRecord
from ..i18n import tr

RASTER_ENDINGS = (".tif", ".tiff")
SIDECAR_ENDINGS = (*STYLE_ENDINGS, ".tif.aux.xml")
FURTHER = (POSSIBLE, CHANGE_DB, FEATURES)
"""Kinds of files that not every run writes."""

FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')


def record_of(classes: str) -> Optional[RunRecord]:
    """Return the record of the run that wrote a class raster; None where there is none that can be read."""
    try:
        return RunRecord.read(str(MapFiles.of_class(classes).path(RUN)))
    except InputError:
        return None


def refuse_lost(classes: str) -> None:
    """Refuse a class raster whose file is gone. Raises `InputError`."""
    if not Path(classes).is_file():
        raise InputError(
            tr("The map is not there any more: {path}.").format(path=classes),
            "",
            tr("Make it again, or put its files back where they were."),
        )


def safe_name(text: str) -> str:
    """Return a name that every file system takes."""
    return FORBIDDEN.sub("_", text)


@contextmanager
def told_in_words(folder: Path) -> Iterator[None]:
    """Raise `OutputError` instead of OSError where a folder cannot be written to."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            tr("The result cannot be written to {folder}: {reason}.").format(folder=folder, reason=error.strerror or error),
            "",
            tr("Choose another place, or make room there."),
        ) from error


def make_folder_of(output: str) -> None:
    """Make the folder of a file where it is missing. Raises `OutputError`."""
    folder = Path(output).parent
    with told_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)


def copy_raster(source: Path, target: str) -> None:
    """Copy a raster with its styles; files of these names are replaced. Raises `OutputError`."""
    make_folder_of(target)
    with told_in_words(Path(target).parent):
        shutil.copyfile(source, target)
        for style in styles_of(source):
            if style.exists():
                shutil.copyfile(style, Path(target).with_suffix(style.suffix))


def keep_files(classes: str, folder: str) -> dict[str, str]:
    """Copy all files of a run into a folder, under names that are free there.

    Args:
        classes: path of the class raster.

    Returns:
        path to path of the copy.

    Raises:
        InputError: the map is gone.
        OutputError: they cannot be written; no copy of any stays behind.
    """
    refuse_lost(classes)
    source = Path(MapFiles.of_class(classes).prefix)
    beginnings = (f"{source.name}_", f"{source.name}.")
    with told_in_words(Path(folder)):
        target = Path(free_prefix(Path(folder) / source.name))
        files = sorted(path for path in source.parent.iterdir() if path.is_file() and path.name.startswith(beginnings))
        kept = {str(path): str(target.with_name(target.name + path.name[len(source.name) :])) for path in files}
        Path(folder).mkdir(parents=True, exist_ok=True)
        with ExitStack() as copies:
            for path, copy in kept.items():
                with open(path, "rb") as original, open(copy, "xb") as written:  # what somebody else has put there stays
                    copies.callback(Path(copy).unlink)
                    shutil.copyfileobj(original, written)
            for copy in kept.values():
                if copy.endswith("_run.json"):
                    _tell_new_places(copy, kept)
            copies.pop_all()
    return kept


def _tell_new_places(record: str, kept: Mapping[str, str]) -> None:
    run = RunRecord.read(record)
    replace(run, files={kind: kept.get(path, path) for kind, path in run.files.items()}).write(record)


class Destination:
    """The place of one run's files.

    Args:
        output: path of the class raster.
        further: kinds of `FURTHER` that the run may write.
    """

    def __init__(self, output: str, further: Sequence[str] = ()) -> None:
        files = MapFiles.of_class(output)
        self.classes, self.probability, self.record = files.path(CLASS), files.path(PROBABILITY), files.path(RUN)
        self._written = files.all_written()
        self._further = {kind: files.path(kind) for kind in (POSSIBLE, *further)}
        self._own_further = {files.path(kind) for kind in FURTHER}

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

    def protect(self, inputs: Iterable[str]) -> None:
        """Refuse a place where a result would replace an input, or a file that is not Tidemark's. Raises `OutputError`."""
        refuse_inputs(self._written, inputs)
        rasters = (self.classes, self.probability)
        refuse_strangers(str(path) for path in (*rasters, self.record, *(style for path in rasters for style in styles_of(path))))

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
        for kind, target in {CLASS: self.classes, PROBABILITY: self.probability, **further}.items():
            _move(Path(files[kind]), target)
        paths = {kind: str(path) for kind, path in further.items()}
        self._adopt_record(files[RUN], paths)
        return paths

    def _earlier_further(self) -> set[Path]:
        """Return the further files that an earlier run of the same OUTPUT has written, as its record tells."""
        run = record_of(str(self.classes)) if self.classes.exists() else None
        written = set() if run is None else {Path(run.files[kind]).name for kind in FURTHER if kind in run.files}
        return {path for path in self._own_further if path.name in written}

    def _adopt_record(self, record: str, further: Mapping[str, str]) -> None:
        """Move the run record, which names the files of its run."""
        files = {CLASS: str(self.classes), PROBABILITY: str(self.probability), RUN: str(self.record), **further}
        replace(RunRecord.read(record), files=files).write(record)
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
