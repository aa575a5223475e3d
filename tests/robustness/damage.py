"""Random damage: files, cards, lists and requests as strangers send them, through the command line and the worker.

Run: ``.venv/bin/python tests/robustness/damage.py [--inputs 5000] [--seed 1] [--processes 2]``. Every input is made from its number
alone, so ``--only NUMBER`` repeats one. Each must be answered within 10 s of processor time (60 s by the clock, since other programs may
be running) by exit status 0 (a map), 2 (one message) or 3, without a traceback, and leave no partial file. Prints the offences and how
many there were; ends with 1 where there was one.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import Affine

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
ROOT = Path(__file__).resolve().parents[2]

SLOWEST = 10.0
"""Seconds of processor time within which an input must be answered."""
LONGEST = 60.0
"""Seconds by the clock."""
NAMES = (
    "VV",
    "VH",
    "HH",
    "HV",
    "",
    "Sigma0_VV_db",
    "Gamma0_VH",
    "red",
    "B08",
    "coherence",
    "VV VH",
    "größe",
    "\udcff",
    "band 1",
    "RH",
    "x" * 300,
)
TAGS = ("TIFFTAG_DATETIME", "ACQUISITION", "scale", "units", "PROCESSING_INFORMATION", "TIDEMARK_TITLE", "AREA_OR_POINT")
CRS = (None, "EPSG:4326", "EPSG:32633", "EPSG:3857", "EPSG:3031", "EPSG:32601", "OGC:CRS84", "ESRI:54009")
NODATA = (None, 0.0, -9999.0, float("nan"), -3.4028235e38, 255.0, 1e20)
DTYPES = ("uint8", "int16", "uint16", "float32", "float64", "int32", "complex64")
SHAPES = ((64, 64), (64, 64), (1, 1), (3, 200), (200, 5), (150, 130), (33, 257))
KINDS = ("db", "db", "db", "power", "power", "number", "byte", "flat", "wild")
METHODS = {
    "water": ("otsu", "fixed", "kittler"),
    "flood": ("otsu", "fixed"),
    "change": ("log-ratio", "otsu"),
    "oil": ("dark-spot", "otsu"),
}
"""Classical methods of each task."""
FILE_NAMES = ("s", "Szene ä", "a b", "x'y", "50%", "#1", "a!b", "n" * 200, "日本", "-dash", "a;b")
NUMBERS: tuple[Any, ...] = (0, 1, -1, 255, 0.5, 1e9, -1e9, float("nan"), float("inf"), "", "x", None, [], {}, True)


class Maker:
    """Makes one input from its number, in a folder of its own.

    Half of the inputs are tame: what they have is usual but for few things, so that these get as far as they can.
    """

    def __init__(self, number: int, folder: Path) -> None:
        self.random, self.folder = random.Random(number), folder
        self.values = np.random.default_rng(number)
        self.tame = self.chance(0.5)
        self.shape, self.kind = self.pick((150, 130), SHAPES), self.pick("db", KINDS)

    def chance(self, share: float) -> bool:
        """Return True with a probability."""
        return self.random.random() < share

    def seldom(self, share: float) -> bool:
        """Return True with a probability, a sixth of it in a tame input."""
        return self.chance(share / 6 if self.tame else share)

    def pick(self, usual: Any, choices: Sequence[Any]) -> Any:
        """Return one of the choices, in a tame input mostly the usual one."""
        return usual if self.tame and self.chance(0.94) else self.random.choice(choices)

    def name(self, ending: str) -> Path:
        """Return a path in the folder that is not taken."""
        stem = self.pick("s", FILE_NAMES)
        path = self.folder / f"{stem}{ending}"
        return path if not path.exists() else self.folder / f"{stem}{self.random.randrange(10**6)}{ending}"

    def grid(self) -> dict[str, Any]:
        """Return a CRS and a transform, usual or not."""
        crs = self.random.choice(CRS)
        size = self.random.choice((1e-4, 10.0, 30.0, 0.0, -10.0, 1e7, 1e-12))
        corner = self.random.choice(((13.4, 45.9), (500_000.0, 5_000_000.0), (179.99, 0.0), (0.0, 89.999), (1e12, -1e12)))
        if not self.seldom(0.2):
            crs, size, corner = "EPSG:32633", 10.0, (500_000.0, 5_000_000.0)
        turn = Affine.rotation(self.pick(0, (0, 0, 0, 30, 180)))
        return {"crs": crs, "transform": Affine.translation(*corner) @ turn @ Affine.scale(size, -size)}

    def bands(self, count: int, height: int, width: int, dtype: str) -> Any:
        """Return values (count, height, width): backscatter, or what is none."""
        scene = self.values.gamma(4, 0.25, (count, height, width)) * 0.08
        kind = self.random.choice(KINDS) if self.seldom(0.1) else self.kind
        if kind == "db":
            scene = 10 * np.log10(scene)
        elif kind == "number":
            scene = np.sqrt(scene) * 3000
        elif kind == "byte":
            scene = np.clip(scene * 600, 0, 255)
        elif kind == "flat":
            scene[:] = self.random.choice((0, 1, -15, 255, -9999))
        elif kind == "wild":
            scene *= self.random.choice((1e-30, 1e30, -1.0, 1e300))
        if self.chance(0.4):
            part = np.s_[:, : height // 2, : width // 3]
            scene[part] = self.random.choice((0.0, np.nan, np.inf, -9999.0, 1e20))
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            limits = np.iinfo(dtype) if np.issubdtype(np.dtype(dtype), np.integer) else None
            return (np.clip(np.nan_to_num(scene), limits.min, limits.max) if limits else scene).astype(dtype)

    def image(self, ending: str = ".tif", count: int = 0, dtype: str = "") -> Path:
        """Write an image, perhaps damaged, and return its path."""
        path = self.name(ending)
        height, width = self.random.choice(SHAPES) if self.seldom(0.1) else self.shape
        count = count or self.pick(2, (1, 2, 2, 2, 3, 4, 9))
        dtype = dtype or self.random.choice(DTYPES if self.seldom(0.25) else ("float32",))
        options: dict[str, Any] = self.random.choice(({}, {"compress": "deflate"}, {"tiled": True, "blockxsize": 16, "blockysize": 16}))
        nodata = self.pick(None, NODATA)
        if (
            nodata is not None
            and np.issubdtype(np.dtype(dtype), np.integer)
            and not np.can_cast(np.min_scalar_type(int(nodata) if abs(nodata) < 1e18 else 2**63), dtype)
        ):
            nodata = None
        with (
            contextlib.suppress(Exception),
            rasterio.open(
                path, "w", driver="GTiff", count=count, height=height, width=width, dtype=dtype, nodata=nodata, **self.grid(), **options
            ) as raster,
        ):
            raster.write(self.bands(count, height, width, dtype))
            usual = not self.seldom(0.4) and count <= 4
            for band in range(1, count + 1):
                with contextlib.suppress(Exception):
                    raster.set_band_description(band, ("VV", "VH", "angle", "mask")[band - 1] if usual else self.random.choice(NAMES))
            for tag in self.random.sample(TAGS, 2):
                with contextlib.suppress(Exception):
                    raster.update_tags(**{tag: self.random.choice(("db", "power", "\x01", "9" * 400, "2024-13-45T99:99:99Z", "ü"))})
            if self.chance(0.15):
                raster.write_mask(self.values.integers(0, 2, (height, width)) * 255)
        if self.seldom(0.12) and path.exists():
            self.damage(path)
        return path

    def damage(self, path: Path) -> None:
        """Cut a file, flip some of its bits, or put other bytes into it."""
        data = bytearray(path.read_bytes())
        kind = self.random.choice(("cut", "flip", "zero", "empty", "text"))
        if kind == "cut":
            data = data[: self.random.randrange(max(1, len(data)))]
        elif kind == "flip" and data:
            for _ in range(self.random.choice((1, 8, 64))):
                place = self.random.randrange(min(len(data), self.random.choice((512, len(data)))))
                data[place] ^= 1 << self.random.randrange(8)
        elif kind == "zero" and data:
            start = self.random.randrange(len(data))
            data[start : start + 100] = bytes(len(data[start : start + 100]))
        elif kind == "empty":
            data = bytearray()
        elif kind == "text":
            data = bytearray(b"\xff\xfe<html>not a file</html>")
        path.write_bytes(bytes(data))

    def vrt(self) -> Path:
        """Write a virtual raster whose source may be gone, or whose text may be broken."""
        source = self.image()
        path = self.name(".vrt")
        named = "gone.tif" if self.seldom(0.4) else source.name
        height, width = self.shape
        text = f"""<VRTDataset rasterXSize="{width}" rasterYSize="{height}"><SRS>EPSG:32633</SRS>
<GeoTransform>5e5,10,0,5e6,0,-10</GeoTransform>
<VRTRasterBand dataType="Float32" band="1"><Description>VV</Description><SimpleSource><SourceFilename relativeToVRT="1">{named}\
</SourceFilename><SourceBand>{self.pick(1, (1, 2, 7))}</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>"""
        path.write_text(text, encoding="utf-8")
        if self.seldom(0.3):
            self.damage(path)
        return path

    def scene(self) -> Path:
        """Return an image, a virtual raster, or a file of another kind."""
        kind = self.pick("image", ("image",) * 9 + ("vrt", "vrt", "other", "missing", "folder"))
        if kind == "image":
            return self.image(self.random.choice((".tif", ".tif", ".tiff", ".dat")))
        if kind == "vrt":
            return self.vrt()
        if kind == "folder":
            folder = self.name(".SAFE")
            folder.mkdir()
            return folder
        if kind == "missing":
            return self.folder / "missing.tif"
        path = self.name(self.random.choice((".zip", ".nc", ".png", ".safe", ".dim", ".txt", ".xml", ".h5")))
        path.write_bytes(
            self.random.choice((b"", b"PK\x03\x04", b"\x89HDF\r\n\x1a\n", b"CDF\x01", b"<?xml version='1.0'?><a/>", os.urandom(64)))
        )
        return path

    def polygons(self, west: float = 14.9995, north: float = 45.1535) -> Path:
        """Write a vector file, sound or not, with polygons that lie on the images where nothing else is said."""
        box = [[west, north - 0.003], [west + 0.003, north - 0.003], [west + 0.003, north], [west, north], [west, north - 0.003]]
        shapes: list[Any] = [
            {"type": "Polygon", "coordinates": [box]},
            {"type": "Polygon", "coordinates": [[*box[:2], box[3], box[2], box[0]]]},
            {"type": "Polygon", "coordinates": [[[-200, -95], [200, -95], [200, 95], [-200, -95]]]},
            {"type": "Polygon", "coordinates": []},
            {"type": "MultiPolygon", "coordinates": [[box], []]},
            {"type": "Point", "coordinates": [13.4, 45.9]},
            {
                "type": "GeometryCollection",
                "geometries": [{"type": "Polygon", "coordinates": [box]}, {"type": "Point", "coordinates": [0, 0]}],
            },
            None,
            {"type": "Polygon", "coordinates": [[[float("nan"), 1], [2, 2], [3, 1], [float("nan"), 1]]]},
        ]
        features = [
            {
                "type": "Feature",
                "properties": {"id": number, "name": self.random.choice(NAMES[:-4])},
                "geometry": self.random.choice(shapes if self.chance(0.3) else shapes[:1]),
            }
            for number in range(self.pick(3, range(4)))
        ]
        path = self.name(self.random.choice((".geojson", ".gpkg", ".json")))
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8", errors="replace")
        if self.seldom(0.2):
            self.damage(path)
        return path

    def card(self) -> Path:
        """Write a card with a network, each perhaps damaged."""
        stem = self.random.choice(("water-fine", "water-fine-int8"))
        document = json.loads((ROOT / "models" / f"{stem}.json").read_text(encoding="utf-8"))
        for _ in range(self.pick(0, range(4))):
            self.twist(document)
        folder = self.folder / f"model{self.random.randrange(10**6)}"
        folder.mkdir()
        network = folder / f"{stem}.onnx"
        shutil.copy(ROOT / "models" / f"{stem}.onnx", network)
        if self.seldom(0.4):
            self.damage(network)
        path = folder / f"{stem}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        if self.seldom(0.2):
            self.damage(path)
        return path

    def twist(self, document: Any) -> None:
        """Change one value somewhere in a JSON document."""
        while isinstance(document, (dict, list)) and document:
            key = self.random.choice(list(document) if isinstance(document, dict) else range(len(document)))
            inner = document[key]
            if not isinstance(inner, (dict, list)) or not inner or self.chance(0.15):
                action = self.random.choice(("value", "value", "drop", "path"))
                if action == "drop":
                    del document[key]
                else:
                    document[key] = "../../../etc/passwd" if action == "path" else self.random.choice(NUMBERS)
                return
            document = inner

    def run(self) -> Path:
        """Write the files of an earlier run, perhaps damaged, and return the class raster's path."""
        from helpers.maps import RECORD, write_raster, write_run

        percent = self.values.integers(0, 101, (40, 50)).astype(np.uint8)
        classes = self.values.choice(np.array([0, 1, 2, 5, 250, 255, self.pick(1, (1, 77))], np.uint8), (40, 50))
        path = Path(write_run(self.folder, classes, percent, name="earlier"))
        if self.seldom(0.2):
            path = Path(write_raster(self.folder / "earlier_class.tif", self.values.random((9, 9)).astype(np.float32)))
        record = json.loads(json.dumps(RECORD))
        for _ in range(self.pick(1, range(4))):
            self.twist(record)
        (self.folder / "earlier_run.json").write_text(json.dumps(record), encoding="utf-8")
        for damaged in ("earlier_run.json", "earlier_class.tif", "earlier_probability.tif"):
            if self.seldom(0.15):
                self.damage(self.folder / damaged)
        return path

    def options(self) -> list[str]:
        """Return options of a run, sensible or not."""
        given: list[str] = []
        choices: tuple[tuple[str, Callable[[], str]], ...] = (
            ("--scale", lambda: self.random.choice(("auto", "db", "power", "amplitude", "db100", "display"))),
            ("--zeros", lambda: self.random.choice(("auto", "nodata", "dark"))),
            ("--threshold", lambda: self.random.choice(("0.3", "0.6", "1", "nan", "-1"))),
            ("--scales", lambda: self.random.choice(("0.5,1", "1", "0.5", "7", "nan"))),
            ("--bands", lambda: self.random.choice(("VV=1,VH=2", "VV=9", "VV=0", "VV=1,VH=1"))),
            ("--exclude", lambda: str(self.polygons())),
            ("--hand", lambda: str(self.image(count=1))),
            ("--slope", lambda: str(self.image(count=1))),
            ("--layover", lambda: str(self.image(count=1, dtype="uint8"))),
            (
                "--extent",
                lambda: self.random.choice(("500000,4999700,500300,5000000", "0,0,0,0", "nan,0,1,1", "-1e300,-1e300,1e300,1e300")),
            ),
            ("--quicklook", lambda: str(self.folder / "out" / "look.png")),
        )
        for option, value in choices:
            if self.seldom(0.09):
                given += [f"{option}={value()}"]
        return given

    def detect(self) -> list[str]:
        """Return the arguments of a run."""
        task = self.random.choice(("water", "flood", "change", "oil"))
        scenes = [str(self.scene()) for _ in range(self.pick(1, (1, 1, 1, 2)))]
        arguments = ["detect", *scenes, "--task", task, "--output", str(self.folder / "out" / "map"), "--threads", "1"]
        if task in ("flood", "change") and not self.seldom(0.2):
            arguments += ["--before", str(self.scene())]
        if task == "flood" and self.chance(0.3):
            arguments += ["--reference-water", str(self.image(count=1))]
        if task == "flood" and self.chance(0.1):
            arguments += ["--optical", str(self.scene()), "--optical-before", str(self.scene())]
        if task == "oil" and self.chance(0.5):
            arguments += ["--land", str(self.polygons() if self.chance(0.5) else self.image(count=1))]
        if self.chance(0.6):
            arguments += ["--method", self.random.choice(METHODS[task])]
        elif task == "water" or self.seldom(0.2):
            arguments += ["--model", str(self.card())]
        if self.kind in ("db", "power") and self.chance(0.7):
            arguments += ["--scale", self.kind]
        return [*arguments, *self.options()]

    def after(self) -> list[str]:
        """Return the arguments of a command that follows a map."""
        raster, out = str(self.run()), f"{self.folder}/out"
        ending = self.pick(".gpkg", (".gpkg", ".geojson", ".shp", ".txt", ""))
        command = self.random.choice(("vectorise", "stats", "rethreshold", "package"))
        if command == "vectorise":
            return [command, raster, f"{out}/o{ending}", f"--minimum-area={self.pick('0.1', ('0', '0.1', '0.5', '1', '-1', 'nan'))}"]
        if command == "stats":
            return [command, raster, str(self.polygons(2.7705, 38.8480)), "--output", f"{out}/o{self.random.choice(('.csv', '.gpkg'))}"]
        if command == "rethreshold":
            probability = f"{self.folder}/earlier_probability.tif"
            return [command, probability, "--threshold", self.random.choice(("0.4", "0.4", "7", "nan")), "--output", f"{out}/new"]
        return [command, f"{self.folder}/earlier", "--output", f"{out}/package", "--event", self.random.choice(NAMES[:-4]), "--aoi", "a"]

    def batch(self) -> list[str]:
        """Return the arguments of a batch over a list, sound or not."""
        lines = [self.pick(str(self.scene()), ("", "# note", f'"{self.scene()}"', "\udcff", "a b c")) for _ in range(3)]
        listing = self.name(".txt")
        listing.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
        if self.seldom(0.2):
            self.damage(listing)
        return ["batch", str(listing), "--task", "water", "--method", "otsu", "--output", str(self.folder / "out"), "--threads", "1"]

    def request(self) -> str:
        """Return a line for the worker, sound or not."""
        jobs: list[dict[str, Any]] = [
            {"work": "info", "scenes": [{"paths": [str(self.scene())]}, {"paths": [str(self.scene())]}], "task": "water"},
            {"work": "probe"},
            {"work": "vectorise", "job": {"raster": str(self.run()), "output": str(self.folder / "out" / "o.gpkg")}},
            {
                "work": "detect",
                "job": {
                    "task": "water",
                    "method": "otsu",
                    "sources": [{"paths": [str(self.scene())], "role": "after", "bands": {}, "scale": "auto"}],
                    "output": str(self.folder / "out" / "map"),
                },
            },
        ]
        job = self.random.choice(jobs)
        for _ in range(self.pick(1, range(3))):
            self.twist(job)
        line = json.dumps(job)
        return line[: self.random.randrange(len(line))] if self.chance(0.1) else line

    def arguments(self) -> list[str]:
        """Return the command line of this input; a single element is a line for the worker."""
        kind = self.random.choices(("detect", "info", "after", "batch", "request"), (5, 2, 3, 1, 1))[0]
        if kind == "info":
            return [
                "info",
                str(self.scene()),
                *(["--json"] if self.chance(0.5) else []),
                "--task",
                self.random.choice(("water", "change", "oil")),
            ]
        if kind == "request":
            return [self.request()]
        return {"detect": self.detect, "after": self.after, "batch": self.batch}[kind]()


def answer(arguments: list[str]) -> tuple[int, str]:
    """Run the command line in this process; return its exit status and what it said."""
    from tidemark.engine.cli.main import main

    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            status = main(arguments)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 2
        except BaseException:
            said.write(traceback.format_exc())
            status = 1
    return status, said.getvalue()


def ask_worker(line: str) -> tuple[int, str]:
    """Start the worker as the plugin does, send one line, and return its exit status and what it said."""
    command = [sys.executable, "-I", "-u", str(ROOT / "engine" / "boot.py"), "-", "--", "work"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(line.encode() + b"\n")
    process.stdin.flush()  # it stays open: its end would be a cancel
    out = process.stdout.read()
    status = process.wait(60)
    said = out + process.stderr.read()
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()
    return status, said.decode(errors="replace")


def processor_time() -> float:
    """Return the seconds of processor time that this process and those it waited for have taken."""
    return sum(os.times()[:4])


def leftovers(out: Path, status: int) -> list[str]:
    """Return files that a run should not have left in its output folder."""
    names = [path.relative_to(out).as_posix() for path in sorted(out.rglob("*")) if path.is_file()]
    partial = [name for name in names if any(mark in name for mark in (".part", ".tmp", "-journal", "-wal", ".tidemark"))]
    wrong = names if status == 2 and not any(name.endswith((".csv", "summary.json")) for name in names) else []
    return sorted({*partial, *wrong})


def judge(number: int) -> dict[str, Any]:
    """Make an input, send it, and return what was wrong with the answer."""
    with tempfile.TemporaryDirectory(prefix="damage-") as name:
        folder = Path(name)
        (folder / "out").mkdir()
        arguments = Maker(number, folder).arguments()
        started, worked = time.monotonic(), processor_time()
        status, said = answer(arguments) if len(arguments) > 1 else ask_worker(arguments[0])
        seconds, worked = time.monotonic() - started, processor_time() - worked
        faults = []
        if status not in (0, 2, 3) or "Traceback" in said or "fault of Tidemark" in said:
            faults.append(f"status {status}: {said.strip().splitlines()[-1] if said.strip() else ''}")
        if worked > SLOWEST or seconds > LONGEST:
            faults.append(f"{worked:.0f} s of processor time, {seconds:.0f} s by the clock")
        left = leftovers(folder / "out", status)
        if left:
            faults.append(f"left after status {status}: {', '.join(left[:4])}")
        kind = arguments[0] if len(arguments) > 1 else "worker"
        return {"number": number, "kind": kind, "status": status, "faults": faults, "said": said[-2000:] if faults else ""}


def judge_range(first: int, last: int, step: int) -> None:
    """Judge a share of the inputs, one line of JSON each; called in a process of its own, since an input may take it down."""
    warnings.simplefilter("ignore")
    for number in range(first, last, step):
        print(json.dumps({"begun": number}), flush=True)
        print(json.dumps(judge(number)), flush=True)


def results(first: int, last: int, step: int) -> Iterator[dict[str, Any]]:
    """Yield the judgement of each input, starting a new process where one dies."""
    while first < last:
        command = [sys.executable, __file__, "--range", str(first), str(last), str(step)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
        assert process.stdout is not None
        begun = first
        for line in process.stdout:
            found = json.loads(line)
            if "begun" in found:
                begun = found["begun"]
            else:
                yield found
                first = found["number"] + step
        if process.wait() == 0 and first >= last:
            return
        if begun >= first:
            yield {
                "number": begun,
                "kind": "?",
                "status": process.returncode,
                "faults": [f"the process died: {process.returncode}"],
                "said": "",
            }
            first = begun + step


def main() -> int:
    """Judge all inputs and print what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", type=int, help="judge this input and print all that was said")
    parser.add_argument("--range", type=int, nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.range:
        judge_range(*given.range)
        return 0
    if given.only is not None:
        print(json.dumps(judge(given.only), indent=1, ensure_ascii=False))
        return 0
    first = given.seed * 1_000_000
    from concurrent.futures import ThreadPoolExecutor

    count: Counter[tuple[str, int]] = Counter()
    offences = 0

    def share(offset: int) -> None:
        nonlocal offences
        for found in results(first + offset, first + given.inputs, given.processes):
            count[found["kind"], found["status"]] += 1
            for fault in found["faults"]:
                offences += 1
                print(f"{found['number']} {found['kind']}: {fault}", flush=True)

    with ThreadPoolExecutor(given.processes) as pool:
        list(pool.map(share, range(given.processes)))
    for (kind, status), times in sorted(count.items()):
        print(f"{kind}: exit status {status}: {times}")
    print(f"{sum(count.values())} inputs, {offences} offences")
    return int(offences > 0)


if __name__ == "__main__":
    sys.exit(main())
