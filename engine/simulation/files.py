"""Simulated SAR scenes with known truth as files, and the command `tidemark simulate`."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import DatasetWriter
from rasterio.windows import Window

from ..contract.errors import InputError, OutputError
from .scene import BANDS, BORDERS, FLOOR_DB, KINDS, SCALES, TRUTH_NODATA, SceneSpec, georeference, rows
from .texture import Floats

__all__ = ["SceneSpec", "add_arguments", "encode", "rows", "write"]

_DESCRIPTION = "Simulated Sentinel-1-like scene made by Tidemark. Not an observation of any place."
_BLOCK = 256
_CACHE_MB = 64  # GDAL's own cache grows with the machine's memory otherwise


def encode(spec: SceneSpec, backscatter: Floats) -> NDArray[Any]:
    """Turn backscatter (dB, NaN where not observed) into what the file of a spec holds: scale, data type and nodata."""
    missing = np.isnan(backscatter)
    if spec.scale == "db":
        values: NDArray[Any] = backscatter.copy()
    elif spec.scale == "db100":
        values = np.rint(np.where(missing, 0, backscatter) * 100).astype(np.int16)
    else:
        values = np.power(np.float32(10), backscatter / np.float32(10 if spec.scale == "power" else 20))
        values[backscatter <= FLOOR_DB] = 0
    values[missing] = {"nodata": spec.nodata, "nan": np.nan, "zero": 0}[spec.border_as]
    return values


def write(spec: SceneSpec, path: Path, truth_path: Path | None = None, overwrite: bool = False) -> None:
    """Write a scene (and its truth) as tiled, compressed GeoTIFFs whose tags say that they are simulated.

    Files appear under their names only when they are complete. Memory depends on the width only.

    Raises:
        InputError: a CRS that cannot be used.
        OutputError: a file that exists (without `overwrite`) or cannot be written.
    """
    place = georeference(spec)
    common: dict[str, Any] = {
        "driver": "GTiff",
        "width": spec.width,
        "height": spec.height,
        "crs": place.crs,
        "tiled": True,
        "blockxsize": _BLOCK,
        "blockysize": _BLOCK,
        "compress": "deflate",
        "zlevel": 1,
        "num_threads": "all_cpus",
        "bigtiff": "if_safer",
    }
    if place.crs is not None:
        common["transform"] = place.transform
    with ExitStack() as stack:
        stack.enter_context(rasterio.Env(GDAL_CACHEMAX=_CACHE_MB))
        predictor = 2 if spec.scale == "db100" else 3
        scene = stack.enter_context(
            _appearing(path, overwrite, count=2, dtype=spec.dtype, nodata=spec.nodata, interleave="band", predictor=predictor, **common)
        )
        truth = None
        if truth_path is not None:
            truth = stack.enter_context(_appearing(truth_path, overwrite, count=1, dtype="uint8", nodata=TRUTH_NODATA, **common))
            truth.set_band_description(1, "water" if spec.kind == "land" else "oil")
            truth.update_tags(**_tags(spec, "Truth of a simulated scene"))
        for number, name in enumerate(BANDS, start=1):
            scene.set_band_description(number, name)
        scene.update_tags(**_tags(spec, "Backscatter of a simulated scene"))
        for first in range(0, spec.height, _BLOCK):
            last = min(first + _BLOCK, spec.height)
            window = Window(0, first, spec.width, last - first)
            backscatter, found = rows(spec, first, last)
            scene.write(encode(spec, backscatter), window=window)
            if truth is not None:
                truth.write(found, 1, window=window)


def _tags(spec: SceneSpec, what: str) -> dict[str, str]:
    return {
        "TIFFTAG_IMAGEDESCRIPTION": f"{_DESCRIPTION} {what}.",
        "TIDEMARK_SIMULATED": "yes",
        "TIDEMARK_SIMULATED_KIND": spec.kind,
        "TIDEMARK_SIMULATED_SEED": str(spec.seed),
        "TIDEMARK_SIMULATED_WIND": f"{spec.wind_ms:g} m/s",
    }


@contextmanager
def _appearing(path: Path, overwrite: bool, **profile: Any) -> Iterator[DatasetWriter]:
    """Open a raster under a temporary name; it gets its own name when the block ends well, and is removed when not."""
    if path.exists() and not overwrite:
        raise OutputError(f"{path} exists already.", "Nothing is overwritten unless asked for.", "Choose another name or give --overwrite.")
    if not path.parent.is_dir():
        raise OutputError(
            f"The folder {path.parent} does not exist.", "Results need a folder to go to.", "Create it or choose another one."
        )
    temporary = path.with_name(f"{path.stem}.part{path.suffix}")
    try:
        with warnings.catch_warnings():
            # A scene without georeference is asked for on purpose.
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(temporary, "w", **profile) as dataset:
                yield dataset
        temporary.replace(path)
    except (OSError, RasterioError) as error:
        raise OutputError(
            f"{path} cannot be written: {error}.",
            "The folder must be writable and the disk must have room.",
            "Make room or choose another one.",
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def add_arguments(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `tidemark simulate`."""
    parser = subparsers.add_parser("simulate", help="write a simulated SAR scene with known truth")
    parser.add_argument("output", metavar="OUT.tif", type=Path)
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
    parser.add_argument("--overwrite", action="store_true", help="replace existing files")
    parser.set_defaults(run=_run)


def _numbers(option: str, text: str, separator: str) -> tuple[float, float]:
    try:
        first, second = (float(part) for part in text.lower().split(separator))
    except ValueError as error:
        raise InputError(
            f"{option} is '{text}'.", f"Two numbers with '{separator}' between them are needed.", f"Change {option}."
        ) from error
    return first, second


def _run(args: argparse.Namespace) -> int:
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
    write(spec, args.output, args.truth, args.overwrite)
    print(f"Wrote {args.output}: simulated {spec.kind}, {spec.width} × {spec.height} pixels.", file=sys.stderr)
    return 0
