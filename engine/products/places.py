"""Check the places that results are written to: nobody else's file is replaced; temporary names; what went wrong."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from ..contract.errors import OutputError
from ..contract.overwriting import MAP_MARK, refuse_strangers

_LONGEST, _KEPT = 255, 200
"""Bytes of a name that file systems take, and that are kept in its temporary one."""


def temporary(path: str) -> str:
    """Return the hidden name beside a path under which it is written first; it is no longer than the file system takes."""
    folder, name = os.path.split(path)
    short = name.encode()[:_KEPT].decode(errors="ignore")
    # In containers that share a folder, process numbers are often equal.
    return os.path.join(folder, f".{short}.{os.getpid()}-{secrets.token_hex(4)}.part")


def check_place(prefix: str, paths: Sequence[str], overwrite: bool, mark: str = MAP_MARK) -> None:
    """Refuse a place where `paths`, those that begin with `prefix` and others, cannot or must not be written.

    Args:
        overwrite: whether files that Tidemark wrote may be replaced. Others never are.
        mark: the tag of rasters that may be.

    Raises:
        OutputError: no folder, not writable, or a file is there that must not be replaced.
    """
    if prefix.endswith(("/", os.sep)) or os.path.isdir(prefix):
        raise OutputError(
            f"The output {prefix} is a folder.", "A prefix of file names is needed.", f"Give e.g. {os.path.join(prefix, 'flood')}."
        )
    check_free([prefix], overwrite=True)
    check_free(paths, overwrite)
    refuse_strangers(paths, mark)


def check_free(paths: Sequence[str], overwrite: bool) -> None:
    """Refuse paths in no folder or one that is not writable, of too long a name, or, without `overwrite`, taken. Raises `OutputError`."""
    for folder in dict.fromkeys(Path(path).absolute().parent for path in paths):
        if not folder.is_dir():
            raise OutputError(
                f"The folder {folder} does not exist.", "Results are written into a folder that is there.", "Make it, or choose another."
            )
        if not os.access(folder, os.W_OK):
            raise OutputError(f"The folder {folder} is not writable.", "", "Choose another folder, or ask for the right to write there.")
    for path in paths:
        if len(os.path.basename(path).encode()) > _LONGEST:
            raise OutputError(
                f"The name {os.path.basename(path)} is too long.", f"File systems take {_LONGEST} bytes.", "Choose a shorter name."
            )
    there = [path for path in paths if os.path.lexists(path)]
    if there and not overwrite:
        raise OutputError(
            f"There is a result already: {there[0]}.",
            "Results are not replaced unless you say so.",
            "Choose another output, or let it be replaced with --overwrite (in QGIS: 'Replace an earlier result').",
        )


def make_folder(folder: str) -> None:
    """Make a folder, with those above it, where it is missing. Raises `OutputError`."""
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {folder} cannot be made: {error.strerror}.", "", "Choose another output folder.") from error


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
