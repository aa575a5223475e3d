"""Say what a map means on the ground, in records that PDF, package and dock read: who and what is affected, and how deep the water is."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Mapping, Tuple

from .classes import FOUND, MASKED, ClassCode
from .decode import decode
from .errors import InputError
from .filenames import MapFiles
from .installation import __version__
from .record import RunRecord, printable

EXPOSURE, DEPTH = "exposure", "depth"
"""Kinds of estimates; the files that PDF and package take up are called ``PREFIX_KIND``."""
TITLES = {EXPOSURE: "Who and what is affected (estimate)", DEPTH: "Water depth (estimate)"}
FIRST_LOOK = "An estimate from the extent of the map, for a first look: it replaces neither a survey nor a model of the flow."

GROUPS: Mapping[str, Tuple[ClassCode, ...]] = {
    "flood": FOUND,
    "possible_water": (ClassCode.POSSIBLE_WATER,),
    "reference_water": (ClassCode.REFERENCE_WATER,),
    "not_detected": (ClassCode.NOT_DETECTED,),
    "not_mapped": MASKED,
    "not_observed": (ClassCode.NOT_OBSERVED,),
}
"""What is told apart of what lies on a map. "flood" is whatever the map was made to find."""
OUTSIDE = "outside"
"""What lies beside the image, of which the map knows as little as of what was not observed."""

EXPOSURE_COLUMNS = ("layer", "measure", "not_observed_percent")
DEPTH_COLUMNS = ("volume_m3", "mean_depth_m", "not_estimated_ha")
"""Columns by which the tables are known."""

_MARK = "tidemark_estimate"


@dataclass(frozen=True)
class ImpactRecord:
    """One estimate.

    Attributes:
        kind: `EXPOSURE` or `DEPTH`.
        map: name of the class raster's file.
        fingerprint: of the map's run; the estimate belongs to no other map.
        lines: what was found, one sentence each, for PDF, package and dock.
        method: how, with its source.
        limits: what it is not.
        notices: what the user should know before acting on it.
        inputs: the files that were read beside the map.
        facts: what was counted, for programs.
        tidemark, written: version and time, ISO 8601, UTC.
    """

    kind: str
    map: str
    fingerprint: str
    lines: Tuple[str, ...]
    method: str
    limits: str = FIRST_LOOK
    notices: Tuple[str, ...] = ()
    inputs: Tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    tidemark: str = __version__
    written: str = ""

    @property
    def title(self) -> str:
        """What it is, as a heading."""
        return TITLES[self.kind]

    def to_json(self) -> str:
        """Return the text of the file."""
        return printable(json.dumps({_MARK: 1, **asdict(self)}, indent=2, ensure_ascii=False)) + "\n"

    @classmethod
    def read(cls, path: str) -> ImpactRecord:
        """Read the file. Raises `InputError` where it is missing, damaged or no such record."""
        try:
            data = dict(json.loads(Path(path).read_text(encoding="utf-8")))
            _ = data.pop(_MARK)
            record = decode(cls, data)
            _ = record.title
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(f"{path} is no record of an estimate, or cannot be read.", "", "Make the estimate again.") from error
        return record


def estimates_of(files: MapFiles, run: RunRecord) -> Tuple[ImpactRecord, ...]:
    """Return the estimates that lie beside a map and were made of it as it is now."""
    found = []
    for kind in TITLES:
        try:
            record = ImpactRecord.read(str(files.beside(kind, ".json")))
        except InputError:
            continue
        if record.kind == kind and record.fingerprint == run.fingerprint:
            found.append(record)
    return tuple(found)
