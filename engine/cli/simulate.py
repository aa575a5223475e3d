"""The command ``tidemark simulate``."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from ..contract.errors import InputError
from ..contract.filenames import check_ending
from ..contract.requests import DONE
from ..simulation.files import write
from ..simulation.scene import BORDERS, KINDS, SCALES, SceneSpec
from .terminal import say


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    parser = commands.add_parser("simulate")
    parser.add_argument("output", metavar="OUT.tif", type=Path, help="the scene to write, a GeoTIFF; with --product OUT.zip or OUT.SAFE")
    parser.add_argument(
        "--truth", metavar="T.tif", type=Path, help="write the truth too: 0 none, 1 water (land) or oil (sea), 255 not observed"
    )
    parser.add_argument("--scene", choices=KINDS, default="land", help="what to simulate (default: land)")
    parser.add_argument("--size", metavar="WIDTHxHEIGHT", default="2048x2048", help="in pixels (default: 2048x2048)")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="another number, another scene (default: 1)")
    parser.add_argument("--date", metavar="N", type=int, default=0, help="another number, the same place with other speckle (default: 0)")
    parser.add_argument("--scale", choices=SCALES, default="db", help="how values are stored (default: db)")
    parser.add_argument("--crs", metavar="CRS", default="utm", help="EPSG:…, utm (default) or none")
    parser.add_argument("--centre", metavar="LON,LAT", default="13.4,45.9", help="in degrees; write --centre=LON,LAT where LON is negative")
    parser.add_argument("--pixel", metavar="M", type=float, default=10.0, help="pixel of the grid in metres (default: 10)")
    parser.add_argument(
        "--flood", metavar="SHARE", type=float, default=0.5, help="share of the low plain under water, 0 to 1 (default: 0.5)"
    )
    parser.add_argument("--dry", action="store_true", help="no water at all")
    parser.add_argument("--clean", action="store_true", help="no slicks at all (sea)")
    parser.add_argument("--wind", metavar="M/S", type=float, help="wind (default: 3.5 on land, 6 at sea)")
    parser.add_argument(
        "--border", metavar="SHARE", type=float, default=0.0, help="share of each side cut off by a rotated swath edge, 0 to 0.4"
    )
    parser.add_argument("--holes", metavar="N", type=int, default=0, help="holes inside the scene")
    parser.add_argument("--border-as", choices=BORDERS, default="nodata", help="how border and holes are stored (default: nodata)")
    parser.add_argument(
        "--product",
        default="",
        metavar="TEMPLATE",
        help="write a Sentinel-1 product (OUT.zip or OUT.SAFE) that shows the scene at the middle of this one, in its geometry; the "
        "backscatter goes into OUT_backscatter.tif",
    )
    parser.add_argument("--dem", default="", metavar="RASTER", help="with --product: heights of the ground in metres above the ellipsoid")
    parser.add_argument("--overwrite", action="store_true", help="replace existing files")
    parser.set_defaults(run=_simulate)


def _numbers(option: str, text: str, separator: str) -> tuple[float, float]:
    try:
        first, second = (float(part) for part in text.lower().split(separator))
    except ValueError as error:
        raise InputError(
            f"{option} is '{text}'.", f"Two numbers with '{separator}' between them are needed.", f"Change {option}."
        ) from error
    return first, second


def _simulate(args: argparse.Namespace) -> int:
    width, height = _numbers("--size", args.size, "x")
    spec = SceneSpec(
        width=int(width),
        height=int(height),
        seed=args.seed,
        date=args.date,
        kind=args.scene,
        scale=args.scale,
        pixel_m=args.pixel,
        crs="" if args.crs == "none" else args.crs,
        centre=_numbers("--centre", args.centre, ","),
        border=args.border,
        holes=args.holes,
        border_as=args.border_as,
        flood=args.flood,
        water=not args.dry,
        wind=args.wind,
        slicks=not args.clean,
    )
    if args.product:
        return _simulate_product(spec, args)
    write(spec, args.output, args.truth, args.overwrite)
    say(f"Wrote {args.output}: simulated {spec.kind}, {spec.width} × {spec.height} pixels.")
    return DONE


def _simulate_product(spec: SceneSpec, args: argparse.Namespace) -> int:
    from ..simulation.product import centre, check_output, utm_of, write_product

    check_ending(str(args.output), (".zip", ".safe"), "A product is written to a .zip or a folder .SAFE.", "Give e.g. product.zip.")
    spec = replace(spec, crs=utm_of(args.product), centre=centre(args.product), scale="db")
    backscatter = args.output.with_name(f"{args.output.stem}_backscatter.tif")
    check_output(args.output, [args.product, args.dem], args.overwrite)
    write(spec, backscatter, args.truth, args.overwrite)
    write_product(args.product, backscatter, args.output, args.dem, args.overwrite)
    say(f"Wrote {args.output}: simulated {spec.kind} in the geometry of {args.product}; its backscatter is in {backscatter}.")
    return DONE
