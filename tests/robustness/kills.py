"""Commands killed at random moments: nothing partial may lie under a final name, and the next run must work.

Run: ``.venv/bin/python tests/robustness/kills.py [--kills 200] [--seed 1] [--folder DIR]``. Each round starts one command (detect of
each task, vectorise, stats, exposure, depth, rethreshold, package, batch), ends it by SIGTERM or SIGKILL after a random share of its
usual time, checks every file under a final name against that of an undisturbed run, and runs the command again. Prints the offences;
ends with 1 where there was one.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import rasterio

TIDEMARK = [sys.executable, "-m", "tidemark.engine"]
SLOWEST = 120.0


@dataclass(frozen=True)
class Command:
    """A command to kill: its name and its arguments, in which ``OUT`` stands for an output folder."""

    name: str
    arguments: tuple[str, ...]

    def start(self, out: Path) -> subprocess.Popen[bytes]:
        """Start it in a process of its own."""
        out.mkdir(parents=True, exist_ok=True)
        arguments = [part.replace("OUT", str(out)) for part in self.arguments]
        return subprocess.Popen([*TIDEMARK, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(self, out: Path) -> float:
        """Run it to its end and return the seconds it took. Raises `RuntimeError` where it fails."""
        started = time.monotonic()
        status = self.start(out).wait(SLOWEST)
        if status != 0:
            raise RuntimeError(f"{self.name} ended with {status}")
        return time.monotonic() - started


def prepare(folder: Path, size: str) -> list[Command]:
    """Simulate the scenes and make the maps that the commands start from."""
    folder.mkdir(parents=True, exist_ok=True)

    def simulate(name: str, *options: str) -> str:
        path = folder / name
        if not path.exists():
            subprocess.run([*TIDEMARK, "simulate", str(path), "--size", size, *options], check=True, stderr=subprocess.DEVNULL)
        return str(path)

    before, after = simulate("before.tif", "--flood", "0"), simulate("after.tif", "--date", "1")
    sea = simulate("sea.tif", "--scene", "sea")
    scenes = folder / "scenes"
    scenes.mkdir(exist_ok=True)
    for number in range(3):
        if not (scenes / f"s{number}.tif").exists():
            shutil.copy(after, scenes / f"s{number}.tif")
    earlier = folder / "earlier"
    water = Command("detect water", ("detect", after, "--task", "water", "--output", "OUT/map"))
    if not (earlier / "map_run.json").exists():
        water.run(earlier)
    zones = earlier / "map.gpkg"
    if not zones.exists():
        Command("zones", ("vectorise", f"{earlier}/map_class.tif", str(zones))).run(earlier)
    dem = folder / "dem.tif"
    if not dem.exists():
        with (
            rasterio.open(earlier / "map_class.tif") as classes,
            rasterio.open(dem, "w", **{**classes.profile, "dtype": "int16"}) as heights,
        ):
            heights.write(np.where(classes.read(1) == 1, 40, 42).astype(np.int16), 1)
    return [
        water,
        Command("detect flood", ("detect", after, "--before", before, "--task", "flood", "--output", "OUT/map")),
        Command("detect change", ("detect", after, "--before", before, "--task", "change", "--output", "OUT/map")),
        Command("detect oil", ("detect", sea, "--task", "oil", "--output", "OUT/map")),
        Command("vectorise", ("vectorise", f"{earlier}/map_class.tif", "OUT/map.gpkg")),
        Command("stats", ("stats", f"{earlier}/map_class.tif", str(zones), "--output", "OUT/zones.csv")),
        Command("exposure", ("exposure", f"{earlier}/map_class.tif", "--layer", str(zones), "--output", "OUT/map_exposure.gpkg")),
        Command("depth", ("depth", f"{earlier}/map_class.tif", str(dem), "--output", "OUT/map_depth.tif")),
        Command("rethreshold", ("rethreshold", f"{earlier}/map_probability.tif", "--threshold", "0.3", "--output", "OUT/new")),
        Command("package", ("package", f"{earlier}/map", "--output", "OUT/package", "--event", "flood", "--aoi", "city")),
        Command("batch", ("batch", str(scenes), "--task", "water", "--method", "otsu", "--output", "OUT")),
    ]


def content(path: Path) -> object:
    """Return what a finished file holds, less times and paths. Raises where it is partial."""
    if path.suffix == ".tif":
        with rasterio.open(path) as raster:
            values = raster.read()
            return values.shape, values.dtype.str, int(np.nan_to_num(values).astype(np.float64).sum()), raster.overviews(1)
    if path.suffix == ".gpkg":
        return {str(name): pyogrio.read_info(path, layer=name)["features"] for name, _ in pyogrio.list_layers(path)}
    if path.suffix == ".csv":
        return len(path.read_text(encoding="utf-8").splitlines())
    if path.stat().st_size == 0:
        raise ValueError("empty")
    return None


def offences(out: Path, whole: dict[str, object]) -> list[str]:
    """Return files under final names that do not hold what an undisturbed run gives."""
    found = []
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if not path.is_file() or name not in whole:
            continue
        try:
            held = content(path)
        except Exception as error:
            found.append(f"{name} is partial: {error}")
            continue
        if held != whole[name] and path.suffix != ".csv":
            found.append(f"{name} differs")
    return found


def kill_once(command: Command, out: Path, usual: float, how: signal.Signals, share: float, whole: dict[str, object]) -> list[str]:
    """Kill a command after a share of its usual time, run it again, and return what was wrong."""
    shutil.rmtree(out, ignore_errors=True)
    process = command.start(out)
    time.sleep(usual * share)
    process.send_signal(how)
    process.wait(SLOWEST)
    wrong = offences(out, whole)
    if any((out / name).exists() for name in whole) and command.name != "batch":
        shutil.rmtree(out)  # it was done already
    try:
        command.run(out)
    except RuntimeError as error:
        wrong.append(f"the next run: {error}")
    wrong += [f"after the next run {text}" for text in offences(out, whole)]
    wrong += [f"after the next run {name} is missing" for name in whole if not (out / name).exists()]
    return wrong


def main() -> int:
    """Kill commands and print what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="1500x1500")
    parser.add_argument("--folder", type=Path, default=Path("build/kills"))
    given = parser.parse_args()
    commands = prepare(given.folder, given.size)
    usual, whole = {}, {}
    for command in commands:
        out = given.folder / "whole" / command.name
        shutil.rmtree(out, ignore_errors=True)
        usual[command.name] = command.run(out)
        whole[command.name] = {p.relative_to(out).as_posix(): content(p) for p in sorted(out.rglob("*")) if p.is_file()}
        print(f"{command.name}: {usual[command.name]:.1f} s undisturbed, {len(whole[command.name])} files", flush=True)
    choose = random.Random(given.seed)
    bad = 0
    for number in range(given.kills):
        command = commands[number % len(commands)]
        how, share = choose.choice((signal.SIGTERM, signal.SIGKILL)), choose.uniform(0.05, 1.0)
        for text in kill_once(command, given.folder / "killed", usual[command.name], how, share, whole[command.name]):
            bad += 1
            print(f"{number} {command.name}, {how.name} at {share:.2f}: {text}", flush=True)
    print(f"{given.kills} kills, {bad} offences")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
