"""The commands ``tidemark exposure`` and ``depth``: what a map means on the ground."""

from __future__ import annotations

import argparse
from dataclasses import fields

from ..contract.impact import FIRST_LOOK
from ..contract.installation import vector_packages
from ..contract.requests import DONE, DepthJob, ExposureJob
from .terminal import Printer, say, stopped_by_signals

_ROWS = Printer("rows")
_ZONES = "polygons that are told apart, e.g. districts (PATH, or 'PATH|layername=NAME')"


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands."""
    _add_exposure(commands.add_parser("exposure"))
    _add_depth(commands.add_parser("depth"))


def _add_exposure(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Counts what of your layers lies in the flood, in possible water, in reference water, where nothing was mapped and where nothing "
        f"was observed: features touched, kilometres, hectares, people. {FIRST_LOOK} Called PREFIX_exposure.gpkg, it gets into the package."
    )
    parser.add_argument("raster", metavar="CLASS.tif", help="the class raster of a run")
    parser.add_argument(
        "--layer", action="append", default=[], dest="layers", metavar="VECTOR", help="points, lines or polygons; repeat it"
    )
    parser.add_argument("--population", default="", metavar="RASTER", help="people in each pixel, of any size and reference system")
    _add_common(parser, "OUT.gpkg|OUT.csv", "the layers with their shares, with a table beside them; or the table only")
    parser.set_defaults(run=_exposure, titles=())


def _add_depth(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Estimates how deep the water is: from heights of the ground along the flood's edge, a water surface over each connected body, "
        f"less the ground. {FIRST_LOOK} Called PREFIX_depth.tif, it gets into the package."
    )
    parser.add_argument("raster", metavar="CLASS.tif", help="the class raster of a run for water or a flood")
    parser.add_argument("dem", metavar="DEM", help="heights of the ground in metres, in any reference system")
    _add_common(parser, "OUT.tif", "the depth in metres, with styles and a table of bodies and zones beside it")
    parser.set_defaults(run=_depth)


def _add_common(parser: argparse.ArgumentParser, metavar: str, help_text: str) -> None:
    parser.add_argument("--output", required=True, metavar=metavar, help=help_text)
    parser.add_argument("--zones", default="", metavar="VECTOR", help=_ZONES)
    parser.add_argument("--zone-field", default="", metavar="FIELD", help="the zones' names (default: the first field with text)")
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier estimate")


def _exposure(arguments: argparse.Namespace) -> int:
    with vector_packages():
        from ..impact.exposure import exposure
    given = {item.name: getattr(arguments, item.name) for item in fields(ExposureJob)}
    with stopped_by_signals() as stopped:
        say(exposure(ExposureJob(**{**given, "layers": tuple(arguments.layers)}), _ROWS.report, stopped).summary)
    return DONE


def _depth(arguments: argparse.Namespace) -> int:
    with vector_packages():
        from ..impact.depth import depth
    job = DepthJob(**{item.name: getattr(arguments, item.name) for item in fields(DepthJob)})
    with stopped_by_signals() as stopped:
        say(depth(job, _ROWS.report, stopped).summary)
    return DONE
