"""Options of the command line that mapping one image and mapping many share."""

from __future__ import annotations

import argparse
from typing import Any

from ..contract.job import DEVICES, METHODS, SCALES, ZEROS


def add_value_options(parser: argparse.ArgumentParser) -> None:
    """Add what the pixel values mean: ``--scale`` and ``--zeros``."""
    parser.add_argument("--scale", choices=SCALES, default="auto", help="what the values mean (default: metadata, then statistics)")
    parser.add_argument("--zeros", choices=ZEROS, default="auto", help="what zeros mean where no nodata value is declared")


def add_method_options(parser: argparse.ArgumentParser) -> None:
    """Add how an image is mapped: method, model, scales, flip, threshold, device and threads."""
    parser.add_argument("--method", choices=METHODS, default="student", help="a network, or a classical threshold")
    parser.add_argument("--model", default="", metavar="NAME|CARD", help="an installed model, or the path of a card")
    parser.add_argument("--scales", type=numbers, default=(), metavar="0.5,0.75,1", help="multiscale inference (default: the model's)")
    parser.add_argument("--flip", action="store_true", help="average over the mirror image as well")
    parser.add_argument("--threshold", type=float, metavar="T", help="probability from which a pixel is detected (default: the model's)")
    parser.add_argument("--device", choices=DEVICES, default="auto")
    parser.add_argument("--threads", type=int, default=0, metavar="N", help="CPU threads for an image (default: all cores)")


def add_overlay_options(parser: argparse.ArgumentParser) -> None:
    """Add what lies over a map: usual water, and what is not to be mapped."""
    parser.add_argument(
        "--reference-water", default="", metavar="RASTER", help="usual water: occurrence in per cent, months of water, or 0 and 1"
    )
    parser.add_argument(
        "--reference-threshold", type=float, metavar="T", help="its value from which water is usual (default: 75 per cent, 8 months or 1)"
    )
    parser.add_argument("--exclude", default="", metavar="VECTOR", help="polygons that are not to be mapped (class 252)")
    parser.add_argument("--hand", default="", metavar="RASTER", help="metres above the nearest drainage; over 15 is not mapped (class 250)")
    parser.add_argument("--slope", default="", metavar="RASTER", help="slope in degrees; over 15 is not mapped (class 250)")
    parser.add_argument("--layover", default="", metavar="RASTER", help="layover and radar shadow; what is not 0 is not mapped (class 251)")


def add_sea_options(parser: argparse.ArgumentParser) -> None:
    """Add what the task ``oil`` asks for: land, wind and the least size of a feature."""
    parser.add_argument(
        "--land", default="", metavar="VECTOR|RASTER", help="oil: polygons of land, or a raster that is not 0 on land (254)"
    )
    parser.add_argument("--wind", type=float, metavar="M/S", help="oil: wind at sea, for notices and confidence (default: not known)")
    parser.add_argument("--minimum-area", type=float, metavar="HA", help="oil: smaller features are left out (default: 10 ha, 0.1 km²)")


def shared_fields(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the fields of a `Job` that the options above ask for (the scale is the source's)."""
    names = ["task", "method", "model", "scales", "flip", "threshold", "device", "threads", "zeros"]
    names += ["reference_water", "reference_threshold", "exclude", "hand", "slope", "layover", "land", "wind", "minimum_area"]
    return {name: getattr(arguments, name) for name in names}


def numbers(text: str) -> tuple[float, ...]:
    """Read numbers separated by commas."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not a list of numbers like 0.5,0.75,1") from error
