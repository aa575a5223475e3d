"""The commands ``tidemark vectorise``, ``stats``, ``rethreshold`` and ``package``: what a mapper does with a finished map.

What they need beyond a detection's packages is imported when one of them runs.
"""

from __future__ import annotations

import argparse
from dataclasses import fields

from ..contract.classes import ClassCode
from ..contract.installation import vector_packages
from ..contract.options import OPTIONS
from ..contract.requests import DONE, RethresholdJob, VectoriseJob, ZonesJob
from .terminal import Printer, print_record, say, stopped_by_signals, tell

_ROWS = Printer("rows")


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands."""
    _add_vectorise(commands.add_parser("vectorise"))
    _add_stats(commands.add_parser("stats"))
    _add_rethreshold(commands.add_parser("rethreshold"))
    _add_package(commands.add_parser("package"))


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
    parser.add_argument("--threshold", type=float, required=True, metavar="T", help=OPTIONS["threshold"].help)
    parser.add_argument("--output", required=True, metavar="PREFIX", help="folder and beginning of the names of the files to write")
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier result")
    parser.add_argument("--json", action="store_true", help="print the run record on standard output")
    parser.set_defaults(run=_rethreshold)


def _add_package(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Writes a folder FOLDER/EVENT_AOI_PRODUCT_vN with the rasters, polygons that lie beside them (PREFIX_*.gpkg), styles, "
        "run record, quick look, the one-page PDF PREFIX_map.pdf and a README in plain words; or one GeoPackage with the same but the "
        "pictures, which QGIS 3.22 shows with grey rasters. What was made of an earlier map is left out. Nothing is ever overwritten."
    )
    parser.add_argument("prefix", metavar="PREFIX", help="what was given to --output when the map was made, or its class raster")
    parser.add_argument("--output", required=True, metavar="FOLDER|OUT.gpkg", help="the event's folder, or a GeoPackage to write")
    parser.add_argument("--event", default="", metavar="NAME", help="for the file names, e.g. EMSR728 (default: the prefix's name)")
    parser.add_argument("--aoi", default="AOI01", metavar="NAME", help="area of interest, for the file names (default: AOI01)")
    parser.set_defaults(run=_package)


def _codes(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not a list of class codes like 1,3,4") from error


def _vectorise(arguments: argparse.Namespace) -> int:
    with vector_packages():
        from ..vector.vectorise import vectorise
    job = VectoriseJob(**{item.name: getattr(arguments, item.name) for item in fields(VectoriseJob)})
    with stopped_by_signals() as stopped:
        say(vectorise(job, _ROWS.report, stopped).summary)
    return DONE


def _stats(arguments: argparse.Namespace) -> int:
    with vector_packages():
        from ..vector.zones import zone_statistics
    job = ZonesJob(**{item.name: getattr(arguments, item.name) for item in fields(ZonesJob)})
    with stopped_by_signals() as stopped:
        say(zone_statistics(job, _ROWS.report, stopped).summary)
    return DONE


def _rethreshold(arguments: argparse.Namespace) -> int:
    from ..pipeline.rethreshold import rethreshold

    with stopped_by_signals() as stopped:
        job = RethresholdJob(arguments.probability, arguments.threshold, arguments.output, arguments.overwrite)
        result = rethreshold(job, _ROWS.report, stopped)
    if arguments.json:
        print_record(result.files["run"])
    say(result.summary)
    return DONE


def _package(arguments: argparse.Namespace) -> int:
    asked = arguments.prefix, arguments.output, arguments.event, arguments.aoi
    with stopped_by_signals() as stopped:
        if arguments.output.lower().endswith(".gpkg"):
            with vector_packages():
                from ..delivery.geopackage import write_geopackage
            made = write_geopackage(*asked, report=_ROWS.report, cancelled=stopped)
        else:
            from ..delivery.folder import write_folder

            made = write_folder(*asked, _ROWS.report, stopped)
    tell(str(made))
    say(f"Packaged: {made}")
    return DONE
