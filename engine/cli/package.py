"""The command ``tidemark package``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from ..contract.errors import InputError


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``tidemark package``."""
    parser = commands.add_parser(
        "package",
        help="put a map together for its recipient",
        description="Writes a folder FOLDER/EVENT_AOI_PRODUCT_vN with the rasters, polygons that lie beside them (PREFIX_*.gpkg), styles, "
        "run record, quick look, the one-page PDF PREFIX_map.pdf and a README in plain words; or one GeoPackage with the same but the "
        "pictures, which QGIS 3.22 shows with grey rasters. Nothing is ever overwritten.",
    )
    parser.add_argument("prefix", metavar="PREFIX", help="what was given to --output when the map was made")
    parser.add_argument("--output", required=True, metavar="FOLDER|OUT.gpkg", help="the event's folder, or a GeoPackage to write")
    parser.add_argument("--event", default="", metavar="NAME", help="for the file names, e.g. EMSR728 (default: the prefix's name)")
    parser.add_argument("--aoi", default="AOI01", metavar="NAME", help="area of interest, for the file names (default: AOI01)")
    parser.set_defaults(run=_package)


def _package(arguments: argparse.Namespace) -> int:
    from ..delivery.folder import write_folder

    write = _geopackage_writer() if arguments.output.lower().endswith(".gpkg") else write_folder
    made = write(arguments.prefix, arguments.output, arguments.event, arguments.aoi)
    print(made)
    print(f"Packaged: {made}", file=sys.stderr)
    return 0


def _geopackage_writer() -> Callable[[str, str, str, str], Path]:
    try:
        from ..delivery.geopackage import write_geopackage
    except ImportError as error:
        raise InputError(
            f"The package {error.name} is not installed here.",
            "One GeoPackage needs it; a folder does not.",
            "Run pip install pyogrio, or give a folder as the output.",
        ) from error
    return write_geopackage
