"""The command ``tidemark prepare``."""

from __future__ import annotations

import argparse

from ..contract.requests import CALIBRATIONS, DEM_HEIGHTS, DONE, UNITS, PrepareJob
from .options import extent
from .terminal import Printer, say, stopped_by_signals


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    parser = commands.add_parser("prepare")
    parser.description = (
        "Reads a Sentinel-1 GRD product as it was downloaded (.SAFE folder, zip, manifest.safe, a file of its measurement folder), "
        "removes thermal and border noise, calibrates, and places it on a map grid. Several products of one pass become one image."
    )
    parser.add_argument("product", nargs="+", metavar="PRODUCT", help="the product; slices of one pass are joined")
    parser.add_argument("output", metavar="OUT.tif", help="the image to write, a GeoTIFF")
    parser.add_argument(
        "--dem", default="", metavar="RASTER", help="heights in metres: hills come to their place, layover and shadow into OUT_layover.tif"
    )
    parser.add_argument(
        "--dem-heights",
        choices=DEM_HEIGHTS,
        default="auto",
        help="what they count from (default: found out by the product's own heights)",
    )
    parser.add_argument(
        "--extent", type=extent, metavar="XMIN,YMIN,XMAX,YMAX", help="in longitude and latitude, or in the image's own coordinates"
    )
    parser.add_argument("--unit", choices=UNITS, default="db", help="db: int16, hundredths of a dB (default); power: float32")
    parser.add_argument(
        "--calibration",
        choices=CALIBRATIONS,
        default="sigma0",
        help="what the backscatter is related to (default: sigma0, which the models know)",
    )
    parser.add_argument("--pixel", type=float, metavar="M", help="in metres (default: 10; products of medium resolution: 20)")
    parser.add_argument("--crs", default="", metavar="CRS", help="EPSG:… (default: the UTM zone of the centre)")
    parser.add_argument("--keep-noise", action="store_true", help="leave the thermal noise in")
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier image")
    parser.set_defaults(run=_prepare)


def _prepare(arguments: argparse.Namespace) -> int:
    from ..sentinel1.prepare import prepare

    names = ("output", "dem", "dem_heights", "extent", "unit", "calibration", "pixel", "crs", "keep_noise", "overwrite")
    job = PrepareJob(tuple(arguments.product), **{name: getattr(arguments, name) for name in names})
    with stopped_by_signals() as stopped:
        prepared = prepare(job, Printer("blocks", with_start=True).report, stopped)
    beside = f", layover and shadow in {prepared.layover}" if prepared.layover else ""
    say(f"Wrote {prepared.image}{beside}.")
    return DONE
