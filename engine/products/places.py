"""Check the places that results are written to: no input and nobody else's file is replaced; temporary names; what went wrong."""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import rasterio

from ..contract.errors import OutputError
from ..contract.filenames import RUN, MapFiles
from ..contract.places import refuse_inputs
from ..raster.files import RASTER_ERRORS

_LONGEST_NAME = 200
"""Bytes of a name that are kept in its temporary one; file systems take 255."""
_OWN_FIELDS = ("det_method", "detected_ha", "area_ha")
"""Fields that only layers and tables of Tidemark have; one of them is in each."""
_BESIDE = (".qml", ".sld", ".png", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx")
"""Files that go with a main one, which tells whose they are."""


def temporary(path: str) -> str:
    """Return the hidden name beside a path under which it is written first; it is no longer than the file system takes."""
    folder, name = os.path.split(path)
    short = name.encode()[:_LONGEST_NAME].decode(errors="ignore")
    # In containers that share a folder, process numbers are often equal.
    return os.path.join(folder, f".{short}.{os.getpid()}-{secrets.token_hex(4)}.part")


def check_place(prefix: str, paths: Sequence[str], overwrite: bool, inputs: Iterable[str] = ()) -> None:
    """Refuse a place where `paths`, those that begin with `prefix` and others, cannot or must not be written.

    Args:
        overwrite: whether files that Tidemark wrote may be replaced. Others never are.
        inputs: what is read meanwhile.

    Raises:
        OutputError: no folder, not writable, an input, or a file is there that must not be replaced.
    """
    if prefix.endswith(("/", os.sep)) or os.path.isdir(prefix):
        raise OutputError(
            f"The output {prefix} is a folder.", "A prefix of file names is needed.", f"Give e.g. {os.path.join(prefix, 'flood')}."
        )
    for folder in dict.fromkeys(Path(path).absolute().parent for path in (prefix, *paths)):
        if not folder.is_dir():
            raise OutputError(
                f"The folder {folder} does not exist.", "Results are written into a folder that is there.", "Make it, or choose another."
            )
        if not os.access(folder, os.W_OK):
            raise OutputError(f"The folder {folder} is not writable.", "", "Choose another folder, or ask for the right to write there.")
    there = [path for path in paths if os.path.exists(path)]
    if there and not overwrite:
        raise OutputError(
            f"There is a result already: {there[0]}.",
            "Results are not replaced unless you say so.",
            "Choose another output, or use --overwrite (in QGIS: tick 'Replace an earlier result').",
        )
    refuse_inputs(paths, inputs)
    for path in there:
        if not path.lower().endswith(_BESIDE) and not is_own(path):
            raise OutputError(
                f"{path} was not written by Tidemark, or is damaged.",
                "Only results of Tidemark are replaced.",
                "Choose another output, or remove the file yourself.",
            )


def is_own(path: str) -> bool:
    """Whether a file tells of itself that Tidemark wrote it, and holds nothing else."""
    ending = os.path.splitext(path)[1].lower()
    try:
        if ending in (".tif", ".tiff"):
            with rasterio.open(path) as raster:
                return any(name.startswith("TIDEMARK_") for name in raster.tags()) or bool(MapFiles.of_raster(path).find(RUN))
        if ending == ".json":
            record = json.loads(Path(path).read_text(encoding="utf-8"))
            return isinstance(record, dict) and {"task", "method"} <= set(record)
        if ending == ".gpkg":
            return _is_own_geopackage(path)
        if ending == ".shp":
            path = path[:-4] + ".dbf"
        with open(path, "rb") as file:
            beginning = file.read(20_000)
        return any(name.encode() in beginning for name in _OWN_FIELDS)
    except (*RASTER_ERRORS, OSError, ValueError, sqlite3.Error):
        return False


def _is_own_geopackage(path: str) -> bool:
    """Whether all layers of a GeoPackage have fields of Tidemark's."""
    with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as connection:
        layers = connection.execute("SELECT table_name FROM gpkg_contents WHERE table_name != 'layer_styles'").fetchall()
        columns = [connection.execute("SELECT name FROM pragma_table_info(?)", layer).fetchall() for layer in layers]
    return bool(layers) and all({name for (name,) in of_layer} & set(_OWN_FIELDS) for of_layer in columns)


def unwritable(path: str, error: Exception) -> OutputError:
    """Return the error for a result that could not be written to the folder of `path`."""
    folder = Path(path).absolute().parent
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    cause = error.__cause__
    if cause is not None and str(cause):
        reason = f"{reason}; {str(cause).splitlines()[0]}"
    return OutputError(
        f"The result could not be written to {folder}: {reason}.",
        "The disk may be full or gone. Nothing was left there.",
        "Free some space or choose another folder, and run again.",
    )
