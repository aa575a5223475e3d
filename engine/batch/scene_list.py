"""Find the scenes that a batch maps: the images of a folder, or the lines of a list. Each gets a name of its own."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..contract.errors import InputError
from ..contract.filenames import MapFiles
from ..raster.bands import split_polarisation

ENDINGS = (".tif", ".tiff", ".vrt", ".img")
PRODUCT_ENDING, PRODUCT_NAME = ".SAFE", re.compile(r"S1[A-D]_(IW|EW|S[1-6])_GRD")
_LONGEST_NAME = 220
"""Bytes; file systems take 255, with what comes after the name."""
_COMPANIONS = ("ls_map", "inc_map", "area", "dem", "rgb", "mask", "angle")
"""What radar products carry beside the backscatter, as the name goes on after the scene's own."""
_LAYERS = re.compile(r"elevation|latitude|longitude|\w*incidenceangle\w*|\w*layover_?shadow\w*", re.IGNORECASE)
"""Names of files beside those of the backscatter in a folder that SNAP wrote (BEAM-DIMAP, ``.data``)."""


@dataclass(frozen=True)
class BatchScene:
    """One scene of a batch.

    Attributes:
        name: of its result; no other scene of the batch has it, whatever the case of its letters.
        paths: its files, absolute.
    """

    name: str
    paths: tuple[str, ...]


def find_scenes(place: str) -> list[BatchScene]:
    """Return the scenes of a folder or of a list.

    Args:
        place: a folder (single-band files whose names differ only in VV, VH, HH or HV are one scene), or a text file in UTF-8 with
            one scene a line; several paths separated by tabs are one scene; empty lines and lines that begin with ``#`` do not count;
            paths are relative to the list and may stand in quotes.

    Raises:
        InputError: there is no such folder or list, or no scene in it.
    """
    path = Path(place)
    if not path.exists():
        raise InputError(f"There is no folder or list {place}.", "", "Check the path.")
    groups = _in_folder(path) if path.is_dir() else _in_list(path)
    if not groups:
        raise InputError(
            f"{place} holds no scene.",
            f"In a folder, images with the endings {', '.join(ENDINGS)} count; in a list, each line is one.",
            "Check the path, or write a list with one scene a line.",
        )
    return _named(groups)


def _in_folder(folder: Path) -> list[tuple[Path, ...]]:
    try:
        files = sorted(p for p in folder.absolute().iterdir() if p.name[0] != "." and _is_image(p))
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be read: {error.strerror}.", "", "Ask for the right to read it.") from error
    groups: dict[tuple[str, str], list[Path]] = defaultdict(list)
    bases = set()
    for file in files:
        split = split_polarisation(file.stem)
        if split:
            bases.add(split[1])
        groups[("VV/VH" if split else "", (split[1] if split else file.stem) + file.suffix.lower())].append(file)
    return [tuple(group) for group in groups.values() if not _is_no_scene(group[0], bases)]


def _is_image(path: Path) -> bool:
    """Return whether a file or folder may be a scene: an image, or a Sentinel-1 product as it was downloaded."""
    if path.is_dir():
        return path.suffix.upper() == PRODUCT_ENDING
    return path.suffix.lower() in ENDINGS or (path.suffix.lower() == ".zip" and PRODUCT_NAME.match(path.name) is not None)


def _is_no_scene(file: Path, bases: set[str]) -> bool:
    """Return whether a file is a companion of a scene's files, or a result of Tidemark."""
    if MapFiles.is_map_raster(file) or (bases and _LAYERS.fullmatch(file.stem)):
        return True
    return any(file.stem.startswith(f"{base}_") and file.stem[len(base) + 1 :].lower() in _COMPANIONS for base in bases)


def _in_list(path: Path) -> list[tuple[Path, ...]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} cannot be read as a list of scenes.",
            "A list is a text file in UTF-8 with one scene a line; several paths separated by tabs are one scene.",
            "Give a folder or such a list; for one image there is tidemark detect.",
        ) from error
    lines = [line.strip() for line in lines]
    folder = path.absolute().parent
    scenes = [
        tuple(_without_quotes(folder, part.strip()) for part in line.split("\t") if part.strip())
        for line in lines
        if line and line[0] != "#"
    ]
    return list(dict.fromkeys(scenes))


def _without_quotes(folder: Path, part: str) -> Path:
    """Return the path that a part of a line names; quotes around it, as file managers copy them, are none of its letters."""
    path = folder / part
    is_quoted = len(part) > 2 and part[0] == part[-1] and part[0] in "\"'"
    return folder / part[1:-1] if is_quoted and not path.exists() else path


def _named(groups: Sequence[tuple[Path, ...]]) -> list[BatchScene]:
    """Name scenes after their files. Where names collide, each gets a mark from its paths, so that the others' presence alone decides.

    A name that leaves no room for the endings of a map's files is cut, and gets a mark as well.
    """
    full = [_name(group) for group in groups]
    names = [_cut(name) for name in full]
    folded = [unicodedata.normalize("NFC", name).casefold() for name in names]
    marked = {key for key, name, whole in zip(folded, names, full, strict=True) if folded.count(key) > 1 or name != whole}
    paths = [tuple(os.path.normpath(path) for path in group) for group in groups]
    return [
        BatchScene(f"{name}-{_mark(files)}" if key in marked else name, files)
        for name, key, files in zip(names, folded, paths, strict=True)
    ]


def _name(group: tuple[Path, ...]) -> str:
    stems = [path.stem for path in group]
    splits = [split_polarisation(stem) for stem in stems]
    rests = {split[1] if split else stem for split, stem in zip(splits, stems, strict=True)}
    if len(group) > 1 and len(rests) == 1:
        return rests.pop() or group[0].parent.name or "scene"
    return stems[0]


def _cut(name: str) -> str:
    coded = os.fsencode(name)
    return name if len(coded) <= _LONGEST_NAME else coded[:_LONGEST_NAME].decode(errors="ignore")


def _mark(paths: Iterable[str]) -> str:
    return hashlib.sha256("\t".join(paths).encode("utf-8", "surrogateescape")).hexdigest()[:8]
