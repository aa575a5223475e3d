"""Write down what every task, method and command gives on small simulated scenes, and compare two such accounts.

Usage: golden.py write FOLDER [--command .venv/bin/tidemark], which fills an empty FOLDER and writes FOLDER/golden.json; and
golden.py compare A B, each a FOLDER or a golden.json, which prints a line for each difference. Exit status 1 where there is any.
Pixels of a network are the same bytes on one machine with the same packages only: write both accounts there.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import os
import re
import shlex
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError

LONGEST_TEXT = 3000
"""Characters; of a longer value its hash is kept."""
VOLATILE_KEYS = {"written", "seconds", "bytes", "modified", "versions", "tidemark", "TIDEMARK_VERSION", "update_time"}
VOLATILE_TEXT = (
    (re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d| UTC)?"), "<time>"),
    (re.compile(r"\d+ s left"), "<seconds> left"),
    (re.compile(r"(ONNX Runtime|[Tt]idemark|Python|GDAL|rasterio|numpy) \d+(\.\d+)+"), r"\1 <version>"),
)
SCENES = {
    "before": "simulate place_20240424.tif --truth usual.tif --size 640x512 --seed 5 --flood 0",
    "after": "simulate place_20240506.tif --truth truth.tif --size 640x512 --seed 5 --flood 0.6 --date 1",
    "windy": "simulate windy_20240506.tif --size 640x512 --seed 5 --flood 0.6 --date 1 --wind 5",
    "border": "simulate border.tif --size 640x512 --seed 7 --border 0.1 --holes 3 --border-as nan --scale power",
    "zero": "simulate zero.tif --size 640x512 --seed 8 --border 0.1 --border-as zero --scale amplitude",
    "plain": "simulate plain.tif --size 320x256 --seed 9 --crs none --scale db100",
    "wide": "simulate wide.tif --size 2400x320 --seed 10 --crs EPSG:4326 --centre=-51,-30",
    "sea": "simulate sea.tif --truth slicks.tif --scene sea --size 640x512 --seed 2 --wind 7 --pixel 20",
    "clean": "simulate clean.tif --scene sea --clean --size 320x256 --seed 3",
}
DATES = "place_20240506.tif --before place_20240424.tif"
OPTICAL = "--optical optical_after.tif --optical-before optical_before.tif"
LEFT_OUT = "--exclude strip.geojson --hand hand.tif --slope slope.tif --layover layover.tif"
MAPS = {
    **{f"water-{method}": f"place_20240506.tif --task water --method {method}" for method in ("student", "otsu", "kittler", "fixed")},
    **{f"flood-{method}": f"{DATES} --task flood --method {method}" for method in ("student", "otsu", "kittler", "fixed")},
    **{f"change-{method}": f"{DATES} --task change --method {method}" for method in ("student", "log-ratio", "otsu", "kittler")},
    **{
        f"oil-{method}": f"sea.tif --task oil --method {method} --land strip_sea.geojson --wind 7 --minimum-area 5"
        for method in ("student", "dark-spot", "otsu")
    },
    **{f"water-{model}": f"place_20240506.tif --task water --model {model}" for model in ("water-int8", "water-fine", "water-fine-int8")},
    "water-scales": "place_20240506.tif --task water --scales 0.5,1 --flip --threshold 0.6 --quicklook maps/water-scales.png --json",
    "water-left-out": f"place_20240506.tif --task water {LEFT_OUT}",
    "water-border": "border.tif --task water",
    "water-zero": "zero.tif --task water --zeros nodata --scale amplitude",
    "water-plain": "plain.tif --task water --bands VV=1,VH=2 --scale db100",
    "water-one-band": "wide.tif --task water --method otsu --bands VV=1",
    "water-wide": "wide.tif --task water",
    "water-extent": "place_20240506.tif --task water --extent EXTENT",
    "flood-alone": "place_20240506.tif --task flood",
    "flood-reference": "place_20240506.tif --task flood --reference-water usual.tif",
    "flood-occurrence": f"{DATES} --task flood --reference-water occurrence.tif --reference-threshold 80 {LEFT_OUT}",
    "flood-optical": f"{DATES} --task flood --model flood-optical {OPTICAL} --quicklook maps/flood-optical.png",
    "flood-no-optical": f"{DATES} --task flood --model flood-optical",
    "change-wind": "windy_20240506.tif --before place_20240424.tif --task change --quicklook maps/change-wind.png",
    "oil-bare": "sea.tif --task oil --minimum-area 2 --quicklook maps/oil-bare.png",
    "oil-land-raster": "sea.tif --task oil --method dark-spot --land land.tif --wind 15 --minimum-area 5",
    "oil-clean": "clean.tif --task oil --wind 6",
    "bad-scene": "absent.tif --task water",
    "bad-method": f"{DATES} --task change --method fixed",
    "bad-before": "place_20240506.tif --task change",
    "bad-optical": f"place_20240506.tif --task flood {OPTICAL}",
    "bad-model": "sea.tif --task water --model oil",
    "bad-threshold": "sea.tif --task oil --threshold 2",
    "bad-bands": "zero.tif --task water --method otsu --scale db --bands VV=3",
}
AFTER_A_MAP = {
    "vectorise-gpkg": "vectorise maps/flood-student_class.tif maps/flood-student_polygons.gpkg --footprint --minimum-area 1",
    "vectorise-geojson": "vectorise maps/water-left-out_class.tif water.geojson --connectivity 4 --fill-holes 1 --simplify 15",
    "vectorise-shp": "vectorise maps/change-student_class.tif change.shp --classes 3,4 --minimum-area 2",
    "vectorise-plain": "vectorise maps/water-plain_class.tif plain.gpkg",
    "stats-csv": "stats maps/water-left-out_class.tif zones.geojson --output zones.csv",
    "stats-gpkg": "stats maps/flood-student_class.tif zones.geojson --output zones.gpkg",
    "rethreshold-water": "rethreshold maps/water-student_probability.tif --threshold 0.8 --output maps/water-again --json",
    "rethreshold-flood": "rethreshold maps/flood-student_probability.tif --threshold 0.3 --output maps/flood-again",
    "rethreshold-change": "rethreshold maps/change-student_probability.tif --threshold 0.3 --output maps/change-again",
    "rethreshold-oil": "rethreshold maps/oil-student_probability.tif --threshold 0.7 --output maps/oil-again",
    "rethreshold-twice": "rethreshold maps/water-student_probability.tif --threshold 0.8 --output maps/water-again",
    "package-folder": "package maps/flood-student --output delivered --event EMSR000 --aoi AOI02",
    "package-again": "package maps/flood-student --output delivered --event EMSR000 --aoi AOI02",
    "package-oil": "package maps/oil-student --output delivered",
    "package-gpkg": "package maps/change-wind --output change.gpkg",
    "batch": "batch scenes.txt --task water --output batch --threads 1 --device cpu --json",
    "batch-again": "batch scenes.txt --task water --output batch --threads 1 --device cpu --json",
    "info-json": "info place_20240506.tif --json",
    "info-text": "info border.tif",
    "info-two-files": "info border.tif zero.tif",
    "info-oil": "info sea.tif --task oil --json",
    "info-plain": "info plain.tif --json",
    "models": "models",
    "models-json": "models --json",
}


class Account:
    """What the commands said and wrote, in a folder that is the working directory of all of them."""

    def __init__(self, folder: Path, command: Path) -> None:
        self.folder = folder
        self.command = command
        self.golden: dict[str, Any] = {"help": {}, "runs": {}, "files": {}}

    def run(self, arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one command with one thread and an output that does not depend on the terminal."""
        fixed = {"COLUMNS": "100", "NO_COLOR": "1", "OMP_NUM_THREADS": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        words = [str(self.command), *shlex.split(arguments)]
        return subprocess.run(words, cwd=self.folder, env={**os.environ, **fixed}, capture_output=True, text=True, check=False)

    def steady(self, value: Any) -> Any:
        """Return plain data with placeholders for what differs from run to run or between machines; long texts become hashes."""
        if isinstance(value, dict):
            return {str(key): f"<{key}>" if key in VOLATILE_KEYS else self.steady(one) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.steady(one) for one in value]
        if not isinstance(value, str):
            return value
        if value.startswith("{") and value.rstrip().endswith("}"):
            return self.steady(json.loads(value))
        text = value.replace(str(self.folder), "<folder>").replace(str(self.command.parents[2]), "<checkout>")
        for pattern, placeholder in VOLATILE_TEXT:
            text = pattern.sub(placeholder, text)
        return text if len(text) <= LONGEST_TEXT else sha256(text.encode())

    def record(self, name: str, arguments: str) -> None:
        """Run one command and keep its exit status and what it said."""
        done = self.run(arguments)
        said = self.steady(done.stdout if done.stdout.startswith("{") else done.stdout.splitlines())
        if name == "models-json":
            said = {card["id"]: sha256(json.dumps(card, sort_keys=True).encode()) for card in json.loads(done.stdout)}
        self.golden["runs"][name] = {"arguments": arguments, "exit": done.returncode, "out": said}
        self.golden["runs"][name]["err"] = self.steady(done.stderr.splitlines())

    def record_help(self, words: str = "") -> None:
        """Keep the help of a command and of every command below it."""
        lines = self.run(f"{words} --help").stdout.splitlines()
        self.golden["help"][words or "tidemark"] = lines
        groups = [number for number, line in enumerate(lines) if re.fullmatch(r"  [A-Z]+", line)]
        for line in lines[groups[0] + 1 :] if groups else []:
            if below := re.match(r" {4}([a-z][\w-]*)", line):
                self.record_help(f"{words} {below[1]}".strip())

    def record_files(self) -> None:
        """Keep what the commands wrote, by relative path; tags that an earlier raster has too are named after it."""
        first_with: dict[str, str] = {}
        for path in sorted(path for path in self.folder.rglob("*") if path.is_file()):
            name = path.relative_to(self.folder).as_posix()
            content = self.steady(self._content(path))
            if isinstance(content, dict) and len(content.get("tags", ())) > 1:
                first = first_with.setdefault(json.dumps(content["tags"]), name)
                content["tags"] = content["tags"] if first == name else f"those of {first}"
            self.golden["files"][name] = content

    def _content(self, path: Path) -> Any:
        kind = path.suffix
        if kind in {".tif", ".png"}:
            return raster_content(str(path))
        if kind in {".gpkg", ".shp", ".geojson"}:
            return self._layers(path)
        if kind == ".json":
            return json.loads(path.read_text(encoding="utf-8"))
        if kind == ".csv":
            return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        if kind in {".txt", ".md"}:
            return path.read_text(encoding="utf-8").splitlines()
        return sha256(path.read_bytes()) if kind in {".qml", ".sld", ".prj", ".cpg"} else "present"

    def _layers(self, path: Path) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for layer, geometry_type in pyogrio.list_layers(path):
            meta, _, geometries, columns = pyogrio.raw.read(path, layer=layer)
            shapes = [None] * len(columns[0]) if geometries is None and len(columns) else geometries
            features = []
            for number, shape in enumerate(shapes if shapes is not None else []):
                values = {str(name): self.steady(plain(column[number])) for name, column in zip(meta["fields"], columns, strict=True)}
                texts = [f"{name}={one if len(str(one)) < 400 else sha256(str(one).encode())}" for name, one in values.items()]
                features.append("; ".join(texts if shape is None else [*texts, sha256(shape)]))
            content[layer] = {"type": geometry_type, "crs": meta["crs"], "features": sorted(features)}
        return {**content, "rasters": rasters_inside(path)} if path.suffix == ".gpkg" else content


def rasters_inside(path: Path) -> dict[str, Any]:
    """Return the content of every raster of a GeoPackage of several, by name; nothing where it has none."""
    try:
        with rasterio.open(path) as package:
            names = package.subdatasets
    except RasterioIOError:
        return {}
    return {name.rpartition(":")[2]: raster_content(name) for name in names}


def raster_content(name: str) -> dict[str, Any]:
    """Return the bands' hashes, the grid, the type and the tags of a raster."""
    with rasterio.open(name) as raster:
        return {
            "bands": [sha256(np.ascontiguousarray(raster.read(number)).tobytes()) for number in raster.indexes],
            "grid": f"{raster.width} × {raster.height} {raster.crs.to_string() if raster.crs else None} {list(raster.transform)[:6]}",
            "stored": f"{raster.dtypes} nodata {raster.nodata} {raster.profile.get('compress')} {raster.block_shapes}",
            "looks": f"{[one.name for one in raster.colorinterp]} {raster.descriptions} {raster.units} {raster.scales} {raster.offsets}",
            "tags": raster.tags(),
            "tags of a band": raster.tags(1),
        }


def sha256(content: bytes) -> str:
    """Return the first half of the SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()[:32]


def plain(value: Any) -> Any:
    """Return a cell of a table as JSON can say it."""
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, (int, float, str, type(None))) else str(value)


def write_overlays(folder: Path) -> str:
    """Write what is laid over the scenes, each on a scene's grid; returns an extent inside the scenes of land."""
    with rasterio.open(folder / "usual.tif") as usual:
        profile, water, bounds = {**usual.profile, "nodata": None}, usual.read(1), usual.bounds
    east = np.linspace(0, 30, profile["width"], dtype=np.float32)[None, :].repeat(profile["height"], axis=0)
    south = np.linspace(0, 20, profile["height"], dtype=np.float32)[:, None].repeat(profile["width"], axis=1)
    layover = (np.abs(east - south) < 0.5).astype(np.uint8)
    occurrence = np.where(water == 1, 90, np.where(east > 25, 77, 0)).astype(np.uint8)
    for name, values in {"hand": south, "slope": east, "layover": layover, "occurrence": occurrence}.items():
        _write_raster(folder / f"{name}.tif", values[None], profile)
    with rasterio.open(folder / "sea.tif") as sea:
        sea_profile, sea_bounds = {**sea.profile, "nodata": None}, sea.bounds
    _write_raster(folder / "land.tif", (south > 17).astype(np.uint8)[None], sea_profile)
    for date, scene in (("after", "place_20240506.tif"), ("before", "place_20240424.tif")):
        with rasterio.open(folder / scene) as radar:
            wet = radar.read(2) < -21
        bands = np.stack([np.where(wet, dark, bright) for dark, bright in ((20, 150), (25, 140), (90, 70))]).astype(np.uint8)
        _write_raster(folder / f"optical_{date}.tif", bands, profile, ("B11", "B8", "B4"))
    _write_boxes(folder / "strip.geojson", profile["crs"], bounds, {"strip": (0.8, 0.95)})
    _write_boxes(folder / "strip_sea.geojson", profile["crs"], sea_bounds, {"strip": (-0.1, 0.15)})
    _write_boxes(folder / "zones.geojson", profile["crs"], bounds, {"west": (0.1, 0.5), "east": (0.45, 0.9), "outside": (1.5, 2)})
    (folder / "scenes.txt").write_text("# two scenes, and one that is not there\nborder.tif\nplain.tif\nabsent.tif\n", encoding="utf-8")
    inside = (bounds.left + 1005, bounds.bottom + 1005, bounds.left + 4000, bounds.bottom + 3500)
    return ",".join(f"{side:.1f}" for side in inside)


def _write_raster(path: Path, values: np.ndarray[Any, Any], profile: dict[str, Any], names: tuple[str, ...] = ()) -> None:
    with rasterio.open(path, "w", **{**profile, "count": len(values), "dtype": values.dtype.name}) as raster:
        raster.write(values)
        for number, name in enumerate(names, 1):
            raster.set_band_description(number, name)


def _write_boxes(path: Path, crs: Any, bounds: Any, boxes: dict[str, tuple[float, float]]) -> None:
    """Write boxes as high as the scene, each between two shares of its width."""
    width, features = bounds.right - bounds.left, []
    for name, (first, last) in boxes.items():
        left, right = bounds.left + first * width, bounds.left + last * width
        ring = [[left, bounds.bottom], [right, bounds.bottom], [right, bounds.top], [left, bounds.top], [left, bounds.bottom]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"name": name}, "geometry": geometry})
    system = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs.to_epsg()}"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": system, "features": features}), encoding="utf-8")


def write(folder: Path, command: Path) -> None:
    """Fill an empty folder with scenes and all results, and describe them in its ``golden.json``."""
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"{folder} is not empty. An empty or new folder is needed. Empty it, or choose another.")
    (folder / "maps").mkdir(parents=True, exist_ok=True)
    (folder / "delivered").mkdir()
    warnings.simplefilter("ignore", NotGeoreferencedWarning)  # one scene has none
    account = Account(folder.resolve(), command.absolute())
    account.record_help()
    for name, arguments in SCENES.items():
        account.record(f"simulate-{name}", arguments)
    extent = write_overlays(folder)
    for name, arguments in MAPS.items():
        words = arguments.replace("EXTENT", extent)
        account.record(name, f"detect {words} --output maps/{name} --threads 1 --device cpu")
    for name, arguments in AFTER_A_MAP.items():
        account.record(name, arguments)
    account.record_files()
    text = json.dumps(account.golden, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / "golden.json").write_text(text + "\n", encoding="utf-8")


def differences(one: Any, other: Any, where: str = "") -> Iterator[str]:
    """Yield a line for each value in which two accounts differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted({*one, *other}):
            if key not in one or key not in other:
                yield f"{where}/{key}: only in the {'second' if key not in one else 'first'}"
            else:
                yield from differences(one[key], other[key], f"{where}/{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (mine, theirs) in enumerate(zip(one, other, strict=True)):
            yield from differences(mine, theirs, f"{where}/{number}")
    elif one != other:
        yield f"{where}: {json.dumps(one, ensure_ascii=False)} → {json.dumps(other, ensure_ascii=False)}"


def _read(path: Path) -> Any:
    return json.loads((path / "golden.json" if path.is_dir() else path).read_text(encoding="utf-8"))


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="what", required=True)
    writing = commands.add_parser("write", help="run everything and write FOLDER/golden.json")
    writing.add_argument("folder", type=Path)
    writing.add_argument("--command", type=Path, default=Path(".venv/bin/tidemark"))
    comparing = commands.add_parser("compare", help="print each difference of two accounts")
    comparing.add_argument("one", type=Path)
    comparing.add_argument("other", type=Path)
    arguments = parser.parse_args()
    if arguments.what == "write":
        write(arguments.folder, arguments.command)
        return
    found = list(differences(_read(arguments.one), _read(arguments.other)))
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
