"""Time, CPU and memory of `tidemark detect` and of what follows a map, on simulated scenes, as ratios that do not depend on the machine.

Run: ``.venv/bin/python tests/benchmarks/full_scene.py [--size 25000x17000] [--folder DIR] [--only WORDS]``. It simulates the scenes (kept
in the folder) and runs each command in a process of its own. Of each map it prints

- the wall time, which other work on the machine lengthens, and the CPU time (user and system), which it hardly does;
- ``wall / CPU``: the wall time against the CPU time shared by all cores, 1 where no core ever waits;
- ``beside``: CPU of everything but the network against the network's, whose own is measured alone, on one core after another; and what
  the raster library alone takes of that to read the radar images once and to write the map's rasters once, with their overviews;
- ``efficiency``: the time that the bare network would take for the same windows on all cores against the wall time.

Of networks that take a time but no processor, as on other cores or a graphics processor, it prints how much of the time from the first
window to the last their threads are busy: the rest they wait for reading and writing. Of what follows a map: the CPU against that of
reading the image three times. First, the largest difference that windows make.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from unittest import mock

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.windows import Window

from tidemark.engine.contract.card import find_card, installed_cards
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.methods.method import Method, overlap_at, window_multiple
from tidemark.engine.methods.network import Network
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.tiling import Tiling, plan_axis, plan_windows, predict_rows
from tidemark.engine.raster.arrays import FloatArray
from tidemark.engine.raster.resample import View
from tidemark.engine.raster.scene import open_scene

WINDOW = 1024
CORES = os.cpu_count() or 1
TIDEMARK = [sys.executable, "-m", "tidemark.engine"]
ELSEWHERE = ((4, 0.25), (8, 0.5), (8, 0.25))
"""Threads that wait for a network, and the seconds that it takes for a window."""
OPTICAL_BANDS = ("B11", "B8", "B4")
OPTICAL_LAND, OPTICAL_WATER = (150, 140, 70), (20, 25, 90)


@dataclass(frozen=True)
class Spent:
    """What a process took: seconds of wall time and of CPU, and peak resident memory in MB."""

    wall: float
    cpu: float
    peak_mb: float


@dataclass(frozen=True)
class Case:
    """A map to make: its image's size, the options, the model, and how often its network sees each window."""

    name: str
    size: str
    options: tuple[str, ...] = ()
    task: str = "water"
    model: str = "water"
    scales: tuple[float, ...] = (1.0,)
    networks: int = 1
    pixel: str = "10"

    @property
    def has_optical(self) -> bool:
        """Whether optical images lie beside the radar's."""
        return "--optical" in self.options


def main() -> None:
    """Print one line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="25000x17000", help="of the full scene")
    parser.add_argument("--folder", type=Path, default=Path("build/benchmark"))
    parser.add_argument("--only", default="", help="measure only what has these words in its name")
    arguments = parser.parse_args()
    folder = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{CORES} cores; load before: {os.getloadavg()[0]:.1f}", flush=True)
    cases = [case for case in all_cases(folder, arguments.size) if arguments.only in case.name]
    if not arguments.only:
        print(f"windows against one window, largest difference of the probability: {seam(folder):.4f}", flush=True)
    bare = {key: bare_network(*key) for key in dict.fromkeys((case.model, case.has_optical) for case in cases)}
    for (model, optical), spent in bare.items():
        words = f"{model}{', with optical images' if optical else ''}"
        print(f"bare network {words}: {CORES / spent.wall:.1f} Mpx/s, {spent.cpu:.3f} s of CPU for a Mpx", flush=True)
    for case in cases:
        spent = measure(folder, case)
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:  # what this process holds would count as memory of those that it starts
            alone = pool.submit(library, folder, case).result()
        report(case, spent, bare[case.model, case.has_optical], alone)
    if arguments.only in "network elsewhere":
        network_elsewhere(folder)
    if not arguments.only:
        follow(folder, arguments.size)


def all_cases(folder: Path, size: str) -> list[Case]:
    """Return what is measured."""

    def with_before(scene: str) -> tuple[str, ...]:
        return ("--before", str(folder / f"{scene} before.tif"))

    def with_optical(scene: str) -> tuple[str, ...]:
        return ("--optical", str(folder / f"{scene} optical.tif"), "--optical-before", str(folder / f"{scene} before optical.tif"))

    small, wide = "6000x4096", f"{size.split('x')[0]}x4096"
    return [
        Case("height x1", "6000x4096"),
        Case("height x4", "6000x16384"),
        Case("square", "12000x12000"),
        Case("square, 8 bits", "12000x12000", model="water-int8"),
        Case("square, one thread", "12000x12000", ("--threads", "1")),
        Case("three scales", "6000x4096", scales=(0.5, 0.75, 1.0)),
        Case("resampled", "6000x4096", pixel="20"),
        Case("two dates", small, with_before(small), "flood", networks=2),
        Case("two dates, change", small, with_before(small), "change", "change", networks=2),
        Case("two dates with optical images", small, (*with_before(small), *with_optical(small)), "flood", "flood-optical", networks=2),
        Case("wide, two dates with optical images", wide, (*with_before(wide), *with_optical(wide)), "flood", "flood-optical", networks=2),
        Case("full scene", size),
        Case("full scene, 8 bits", size, model="water-int8"),
    ]


def report(case: Case, spent: Spent, bare: Spent, library_cpu: float) -> None:
    """Print a case."""
    width, height = (int(length) for length in case.size.split("x"))
    factor = float(case.pixel) / 10
    card = find_card(case.model, case.task)
    multiple = window_multiple(card.window_multiple, case.scales)
    waiting = (16 if "--before" in case.options else 8) + (2 * (2 * len(OPTICAL_BANDS) + 1) if case.has_optical else 0)
    overlap = overlap_at(card, case.scales, multiple)
    tiling = plan_windows((round(height * factor), round(width * factor)), waiting, overlap, multiple)
    seen = tiling.count * tiling.rows.window * tiling.columns.window / 1e6 * sum(scale**2 for scale in case.scales) * case.networks
    network = seen * bare.cpu
    print(
        f"{case.name}: {case.size} in {spent.wall:.1f} s, CPU {spent.cpu:.1f} s, {width * height / 1e6 / spent.wall:.2f} Mpx/s, "
        f"peak {spent.peak_mb:.0f} MB; wall / CPU {spent.wall * CORES / spent.cpu:.2f}, beside {spent.cpu / network - 1:.2f} "
        f"(the raster library alone {library_cpu / network:.2f}), efficiency {seen * bare.wall / CORES / spent.wall:.2f}",
        flush=True,
    )


def bare_network(model: str, optical: bool) -> Spent:
    """Return what a Mpx takes by the network alone, on one of as many threads as there are cores, all of them busy."""
    card = next(card for card in installed_cards() if card.name == model)
    network = Network(card, "cpu", 1, print, optical)
    channels = 2 * len(OPTICAL_BANDS) if optical else 0
    image = np.random.default_rng(0).normal(-15, 4, (len(card.bands) + channels, WINDOW, WINDOW)).astype(np.float32)
    limits = {} if card.normalisation == "fixed_db" else {"low": np.full(2, -30, np.float32), "high": np.zeros(2, np.float32)}
    if optical:
        limits |= {"optical_low": np.zeros(channels, np.float32), "optical_high": np.full(channels, 255, np.float32)}
    runs, taken = 4 * CORES, []
    with ThreadPoolExecutor(CORES) as pool:
        for _ in range(3):
            started, used = time.perf_counter(), time.process_time()
            list(pool.map(lambda _: network.run(image, **limits).sum(), range(runs)))
            mpx = runs * WINDOW**2 / 1e6
            taken.append(Spent((time.perf_counter() - started) * CORES / mpx, (time.process_time() - used) / mpx, 0))
    return min(taken, key=lambda spent: spent.cpu)


def seam(folder: Path) -> float:
    """Return by how much the probability from windows differs at most from that of one window over the same pixels."""
    card = find_card("water", "water")
    network = Network(card, "cpu", 1, print)
    side = 2 * (WINDOW - card.overlap) + card.overlap
    found = []
    for largest in (2 * WINDOW, WINDOW):
        axis = plan_axis(side, largest, card.overlap, card.window_multiple)
        layers = 1 if card.possible_threshold is None else 2
        method = Method(network.run, card.bands, 1, layers, card.overlap, 16, CORES, 0.5, lambda: "CPU", card, {})
        with open_scene(Source((str(scene(folder, "6000x4096")),))) as image:
            view = View(image, Window(1000, 1000, side, side), (side, side), card.bands)
            strips = predict_rows(view, method, Tiling(axis, axis), np.zeros(len(card.bands), np.float32), lambda _: None)
            found.append(np.concatenate([strip.copy() for strip in strips], axis=1))
    return float(np.abs(found[0] - found[1]).max())


def measure(folder: Path, case: Case) -> Spent:
    """Make a case's map."""
    image = scene(folder, case.size, pixel=case.pixel)
    if "--before" in case.options:
        scene(folder, case.size, "before")
    for name in ("", "before") if case.has_optical else ():
        optical(folder, case.size, name)
    scales = ("--scales", ",".join(f"{scale:g}" for scale in case.scales))
    options = (*scales, *case.options, "--output", str(output(folder, case)), "--overwrite")
    return run("detect", str(image), "--task", case.task, "--model", case.model, "--device", "cpu", *options)


def output(folder: Path, case: Case) -> Path:
    """Return the beginning of the names of a case's map."""
    return folder / case.name.replace(",", "")


def library(folder: Path, case: Case) -> float:
    """Return the CPU that the raster library takes to read a case's radar images and to write the rasters of its finished map."""
    dates = ("", "before") if "--before" in case.options else ("",)
    taken = sum(reading(scene(folder, case.size, date, case.pixel)) for date in dates)
    for path in (Path(f"{output(folder, case)}_{kind}.tif") for kind in ("class", "probability", "possible", "change_db")):
        if path.exists():
            taken += writing(path, folder / "copy.tif")
    return taken


def reading(path: Path) -> float:
    """Return the CPU of reading a raster once."""
    began = time.process_time()
    with rasterio.open(path) as image:
        for first in range(0, image.height, 256):
            image.read(window=Window(0, first, image.width, min(256, image.height - first)))
    return time.process_time() - began


def writing(path: Path, copy: Path) -> float:
    """Return the CPU of writing a raster of one band as it is, with its overviews."""
    with rasterio.open(path) as raster:
        values, profile, factors = raster.read(1), raster.profile, raster.overviews(1)
    profile["predictor"] = 1 if "_class" in path.name else 2
    began = time.process_time()
    with rasterio.open(copy, "w", **profile) as raster:
        raster.write(values, 1)
        raster.build_overviews(factors)
    taken = time.process_time() - began
    copy.unlink()
    return taken


def scene(folder: Path, size: str, date: str = "", pixel: str = "10") -> Path:
    """Simulate a scene unless it is there; of a date before it has the name `date`."""
    path = folder / f"{size}{f' {date}' if date else ''}{f' {pixel} m' if pixel != '10' else ''}.tif"
    if not path.exists():
        options = ("--flood", "0", "--date", "1") if date else ()
        run("simulate", str(path), "--size", size, "--seed", "3", "--pixel", pixel, *options)
    return path


def optical(folder: Path, size: str, date: str) -> None:
    """Write an optical image over a scene unless it is there: dark in the infrared where the radar is."""
    radar = scene(folder, size, date)
    path = radar.with_name(f"{radar.stem} optical.tif")
    if path.exists():
        return
    with rasterio.open(radar) as image:
        profile = {**image.profile, "count": 3, "dtype": "uint8", "nodata": None}
        with rasterio.open(path, "w", **profile) as raster:
            raster.descriptions = OPTICAL_BANDS
            for first in range(0, image.height, 256):
                window = Window(0, first, image.width, min(256, image.height - first))
                wet = image.read(2, window=window) < -21
                bands = [np.where(wet, *levels) for levels in zip(OPTICAL_WATER, OPTICAL_LAND, strict=True)]
                raster.write(np.stack(bands).astype(np.uint8), window=window)


def network_elsewhere(folder: Path) -> None:
    """Print how busy threads are kept that only wait for a network, which answers after a time whatever else goes on."""
    image, windows = Source((str(scene(folder, "12000x12000")),)), list[tuple[float, float]]()

    def answer(_network: Network, window: FloatArray, **_limits: FloatArray) -> FloatArray:
        started = time.perf_counter()
        time.sleep(seconds)
        windows.append((started, time.perf_counter()))
        return np.zeros((2, *window.shape[1:]), np.float32)

    for threads, seconds in ELSEWHERE:
        windows.clear()
        with mock.patch.object(Network, "run", answer):
            detect(Job("water", (image,), str(folder / "elsewhere"), model="water", device="cpu", threads=threads, overwrite=True))
        began, ended = (np.array(times) for times in zip(*windows, strict=True))
        busy = (ended - began).sum() / threads / (ended.max() - began.min())
        words = f"network elsewhere, {threads} threads of {seconds:g} s a window: 12000x12000 in {ended.max() - began.min():.1f} s"
        print(f"{words} from the first window to the last, busy {busy:.0%}", flush=True)


def follow(folder: Path, size: str) -> None:
    """Measure what follows the map of the full scene, against reading its image three times."""
    three = 3 * reading(scene(folder, size))
    prefix, again = folder / "full scene", ("--overwrite", "--output", str(folder / "again"))
    (folder / "package.gpkg").unlink(missing_ok=True)
    for name, words in (
        ("vectorise", ("vectorise", f"{prefix}_class.tif", str(folder / "polygons.gpkg"), "--overwrite")),
        ("zones", ("stats", f"{prefix}_class.tif", str(zones(folder, prefix)), "--output", str(folder / "zones.csv"), "--overwrite")),
        (
            "rethreshold",
            ("rethreshold", f"{prefix}_probability.tif", "--threshold", "0.7", *again),
        ),
        ("package", ("package", str(prefix), "--output", str(folder / "package.gpkg"))),
    ):
        spent = run(*words)
        print(f"{name}: {spent.wall:.1f} s, CPU {spent.cpu:.1f} s, {spent.cpu / three:.2f} of reading three times, {spent.peak_mb:.0f} MB")


def zones(folder: Path, prefix: Path) -> Path:
    """Write a grid of 20 × 20 squares over a map."""
    with rasterio.open(f"{prefix}_class.tif") as dataset:
        (left, bottom, right, top), crs = dataset.bounds, dataset.crs.to_wkt()
    x, y = np.linspace(left, right, 21), np.linspace(bottom, top, 21)
    squares = shapely.box(*(v.ravel() for v in (*np.meshgrid(x[:-1], y[:-1]), *np.meshgrid(x[1:], y[1:]))))
    path = folder / "zones.gpkg"
    path.unlink(missing_ok=True)
    pyogrio.raw.write(path, shapely.to_wkb(squares), [np.arange(len(squares))], ["number"], crs=crs, geometry_type="Polygon")
    return path


def run(*words: str) -> Spent:
    """Run a command of Tidemark in a process of its own."""
    started = time.perf_counter()
    process = subprocess.Popen([*TIDEMARK, *words], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"this failed: {' '.join(words)}")
    return Spent(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
