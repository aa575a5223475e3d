"""The commands ``tidemark vectorise``, ``stats`` and ``rethreshold``: what a mapper does with a finished map.

What they need beyond a detection's packages is imported when one of them runs.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields
from pathlib import Path

from ..contract.job import ClassCode, Event
from ..contract.packages import vector_packages
from ..contract.requests import RethresholdJob, VectoriseJob, ZonesJob
from .interrupt import stopped_by_signals


def add_arguments(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands."""
    _add_vectorise(subparsers.add_parser("vectorise", help="make polygons of what was detected, with hectares"))
    _add_stats(subparsers.add_parser("stats", help="hectares detected, masked and not observed in each zone of a vector file"))
    _add_rethreshold(subparsers.add_parser("rethreshold", help="a new class raster from a stored probability, without the network"))


def _add_vectorise(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("raster", metavar="CLASS.tif", help="the class raster of a run")
    parser.add_argument("output", metavar="OUT.gpkg", help=".gpkg, .geojson (written in degrees) or .shp")
    parser.add_argument("--probability", default="", metavar="P.tif", help="the probability raster (default: that of the same run)")
    parser.add_argument("--minimum-area", type=float, default=0.5, metavar="HA", help="leave smaller polygons out (default: 0.5 ha)")
    parser.add_argument(
        "--connectivity", type=int, choices=(4, 8), default=8, help="8 (default): pixels that meet at a corner are joined; 4: they are not"
    )
    parser.add_argument("--fill-holes", type=float, default=0.0, metavar="HA", help="fill smaller holes of dry pixels (default: none)")
    parser.add_argument(
        "--simplify", type=float, default=0.0, metavar="M", help="move outlines by up to M metres on the ground; area_ha stays the pixels'"
    )
    parser.add_argument("--classes", type=_codes, default=(int(ClassCode.DETECTED),), metavar="1,3,4", help="class codes (default: 1)")
    parser.add_argument(
        "--footprint", action="store_true", help="add the layers imageFootprint (what was observed) and notAnalysed (the rest)"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier file")
    parser.set_defaults(run=_vectorise)


def _add_stats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("raster", metavar="CLASS.tif", help="the class raster of a run")
    parser.add_argument("zones", metavar="ZONES", help="a vector file with polygons")
    parser.add_argument("--output", required=True, metavar="OUT.csv|OUT.gpkg", help="a table, or the zones with the new fields")
    parser.add_argument("--layer", default="", metavar="NAME", help="the zones' layer, where the file has several with polygons")
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier file")
    parser.set_defaults(run=_stats)


def _add_rethreshold(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("probability", metavar="PREFIX_probability.tif", help="the probability raster of a run")
    parser.add_argument("--threshold", type=float, required=True, metavar="T", help="probability from which a pixel is detected, 0 to 1")
    parser.add_argument("--output", required=True, metavar="PREFIX", help="folder and beginning of the names of the files to write")
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier result")
    parser.add_argument("--json", action="store_true", help="print the run record on standard output")
    parser.set_defaults(run=_rethreshold)


def _codes(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not a list of class codes like 1,3,4") from error


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _progress(event: Event) -> None:
    if event.kind == "notice":
        _say(f"Note: {event.data['text']}")
    elif event.kind == "progress" and sys.stderr.isatty():
        end = "\n" if event.data["done"] == event.data["total"] else ""
        print(f"\r{event.data['done']} of {event.data['total']} rows, {event.data['seconds_left']:.0f} s left   ", end=end, file=sys.stderr)


def _vectorise(arguments: argparse.Namespace) -> int:
    with vector_packages():
        from ..vector.vectorise import vectorise
    job = VectoriseJob(**{item.name: getattr(arguments, item.name) for item in fields(VectoriseJob)})
    with stopped_by_signals() as stopped:
        _say(vectorise(job, _progress, stopped).summary)
    return 0


def _stats(arguments: argparse.Namespace) -> int:
    with vector_packages():
        from ..vector.zones import zone_statistics
    job = ZonesJob(**{item.name: getattr(arguments, item.name) for item in fields(ZonesJob)})
    with stopped_by_signals() as stopped:
        _say(zone_statistics(job, _progress, stopped).summary)
    return 0


def _rethreshold(arguments: argparse.Namespace) -> int:
    from ..pipeline.rethreshold import rethreshold

    with stopped_by_signals() as stopped:
        job = RethresholdJob(arguments.probability, arguments.threshold, arguments.output, arguments.overwrite)
        result = rethreshold(job, _progress, stopped)
    if arguments.json:
        print(Path(result.files["run"]).read_text(encoding="utf-8"), end="")
    _say(result.summary)
    return 0
