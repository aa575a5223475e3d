"""Tell whether two names mean one file on the disk, so that no output ever takes the place of an input."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from .errors import OutputError
from .job import Job

_OVERLAYS = ("reference_water", "exclude", "hand", "slope", "layover", "land")
_DRIVER = re.compile(r'^(?:[A-Za-z][A-Za-z0-9_]+:)+"?(?P<path>[^"]+)"?')
_VIRTUAL = re.compile(r"^(?:/vsi\w+/)+")
_ARCHIVE = re.compile(r"^(?:zip|tar|gzip|file)(?:\+\w+)?://")


def file_of(path: str) -> str:
    """Return the file on the disk in which what a path names is stored, links followed; where there is none yet, its absolute path.

    ``/vsizip/a.zip/b.tif``, ``zip://a.zip!b.tif``, ``NETCDF:"c.nc":VV``, ``GPKG:d.gpkg:layer`` and QGIS's ``d.gpkg|layername=x`` are
    stored in ``a.zip``, ``c.nc`` and ``d.gpkg``.
    """
    if os.path.exists(path):
        return os.path.realpath(path)
    plain = _ARCHIVE.sub("", _VIRTUAL.sub("", path))
    driver = _DRIVER.match(plain)
    for candidate in (plain, driver["path"] if driver else "", plain.split("|")[0], plain.split("!")[0], re.sub("[{}]", "", plain)):
        while len(candidate) > 1:
            if os.path.isfile(candidate):
                return os.path.realpath(candidate)
            shorter = re.sub(r"[/\\:|!][^/\\:|!]*$", "", candidate)
            candidate = shorter if shorter != candidate else ""
    return os.path.realpath(path)


def same_file(one: str, other: str) -> bool:
    """Whether two paths are stored in one file, through links and inside containers."""
    first, second = file_of(one), file_of(other)
    if os.path.normcase(first) == os.path.normcase(second):
        return True
    try:
        return os.path.samefile(first, second)
    except OSError:
        return False


def job_inputs(job: Job) -> tuple[str, ...]:
    """Return the paths of all files that a job reads."""
    overlays = (getattr(job, name) for name in _OVERLAYS)
    return tuple(path for path in (*(path for source in job.sources for path in source.paths), *overlays) if path)


def refuse_inputs(outputs: Iterable[str], inputs: Iterable[str]) -> None:
    """Raise `OutputError` where an output is stored in the same file as an input, whatever may be replaced."""
    read = [path for path in inputs if path]
    for output in outputs:
        for path in read:
            if same_file(output, path):
                raise OutputError(
                    f"The output {output} is one of the files that are read ({path}).",
                    "An input is never replaced.",
                    "Choose another output.",
                )
