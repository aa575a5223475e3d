"""What the worker can be asked to do: one line of JSON on its standard input, ``{"work": KIND, …}``, and how it ends."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Dict, Mapping, Tuple, Union

from .classes import ClassCode
from .decode import decode
from .errors import InputError
from .job import Job

DONE, BAD_INPUT, CANCELLED = 0, 2, 3
"""Exit statuses of the worker and the command line."""

OBSERVED_EVENT, IMAGE_FOOTPRINT, NOT_ANALYSED = "observedEvent", "imageFootprint", "notAnalysed"
"""Layers of a file of polygons, named after the products of the Copernicus Emergency Management Service."""


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
        classes: the codes to make polygons of, of `classes.WITH_POLYGONS`.
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
    classes: Tuple[int, ...] = (int(ClassCode.DETECTED),)
    footprint: bool = False
    overwrite: bool = False


@dataclass(frozen=True)
class ZonesJob:
    """What to count, and where.

    Attributes:
        raster: path of the class raster.
        zones: path of a vector file with polygons.
        output: a path that ends in ``.csv`` or ``.gpkg``.
        layer: the zones' layer; empty: the only one with polygons.
        overwrite: whether an earlier file may be replaced.
    """

    raster: str
    zones: str
    output: str
    layer: str = ""
    overwrite: bool = False


@dataclass(frozen=True)
class RethresholdJob:
    """Another threshold for a map that is there.

    Attributes:
        probability: path of its probability raster.
        threshold: probability from which a pixel is detected, 0.01 to 1.
        output: prefix of the files to write.
        overwrite: whether earlier files may be replaced.
    """

    probability: str
    threshold: float
    output: str
    overwrite: bool = False


@dataclass(frozen=True)
class PackageJob:
    """A map to hand over.

    Attributes:
        prefix: of the map.
        folder: of the event; made where it is missing.
        event, aoi: for the names; an empty event is the prefix's own name.
        geopackage: whether to write one file into the folder, and not a folder.
    """

    prefix: str
    folder: str
    event: str = ""
    aoi: str = "AOI01"
    geopackage: bool = False


@dataclass(frozen=True)
class BatchJob:
    """Many scenes to map.

    Attributes:
        scenes: a folder of images, or a list of them.
        template: the job of each, without files and output.
        folder: for the results; made where it is missing.
        again: whether to do what is done as well.
    """

    scenes: str
    template: Job
    folder: str
    again: bool = False


@dataclass(frozen=True)
class InfoQuery:
    """Images about which to tell what would be assumed.

    Attributes:
        scenes: the files of each.
        task: what they are meant for.
        method, model: with which they are to be mapped; empty: what a run takes where none is named.
    """

    scenes: Tuple[Tuple[str, ...], ...]
    task: str
    method: str = ""
    model: str = ""


@dataclass(frozen=True)
class ProbeQuery:
    """Whether the environment has what the engine needs."""


Request = Union[Job, VectoriseJob, ZonesJob, RethresholdJob, PackageJob, BatchJob, InfoQuery, ProbeQuery]

KINDS: Mapping[str, Any] = {
    "detect": Job,
    "vectorise": VectoriseJob,
    "stats": ZonesJob,
    "rethreshold": RethresholdJob,
    "package": PackageJob,
    "batch": BatchJob,
    "info": InfoQuery,
    "probe": ProbeQuery,
}
"""Name of each kind of work to the type that asks for it."""


def to_line(request: Request) -> str:
    """Return the request as one line of JSON without the line end."""
    kind = next(name for name, wanted in KINDS.items() if isinstance(request, wanted))
    told = asdict(request)
    body: Dict[str, Any] = told if isinstance(request, (InfoQuery, ProbeQuery)) else {"job": told}
    return json.dumps({"work": kind, **body}, ensure_ascii=True)


def from_line(line: str) -> Request:
    """Read a request. Raises `InputError`."""
    try:
        data = dict(json.loads(line))
        wanted = KINDS[data.pop("work")]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            "The worker was sent a line that it does not understand.",
            f"It does: {', '.join(KINDS)}.",
            _SAME_VERSION,
        ) from error
    try:
        body = data if wanted in (InfoQuery, ProbeQuery) else data["job"]
        return decode(wanted, body)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"The job cannot be read: {error}.", "", _SAME_VERSION) from error


_SAME_VERSION = "Plugin and engine must be of the same version: install Tidemark again."
