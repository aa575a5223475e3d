"""Time and memory of `tidemark detect` on simulated scenes, and the ratios that the design sets goals for.

Run: ``.venv/bin/python tests/benchmarks/full_scene.py [--size 25000x17000] [--folder DIR]``. It simulates the scenes (kept in the
folder), maps each in a process of its own, and prints Mpx/s, peak memory, and the pipeline's efficiency against the bare network.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import rasterio

from tidemark.engine.contract.card import find_card
from tidemark.engine.methods.method import window_multiple
from tidemark.engine.methods.network import Network
from tidemark.engine.pipeline.tiling import plan_axis

WINDOW = 1024


def main() -> None:
    """Print one line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="25000x17000", help="of the full scene")
    parser.add_argument("--folder", type=Path, default=Path("build/benchmark"))
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    threads = os.cpu_count() or 1
    print(f"{threads} threads; load before: {os.getloadavg()[0]:.1f}")
    bare = bare_speed(threads)
    print(f"bare network: {bare:.1f} Mpx/s in windows of {WINDOW} px")
    for name, size, options in (
        ("height x1", "6000x4096", ["--scales", "1"]),
        ("height x4", "6000x16384", ["--scales", "1"]),
        ("three scales", "6000x4096", ["--scales", "0.5,0.75,1"]),
        ("full scene", arguments.size, ["--scales", "1"]),
    ):
        seconds, peak_mb, mpx = run(scene(arguments.folder, size), options)
        wide, high = (int(v) for v in size.split("x"))
        card = find_card("", "water")
        multiple = window_multiple(card.window_multiple, (1.0,))
        rows, columns = (plan_axis(length, WINDOW, card.overlap, multiple) for length in (high, wide))
        seen = rows.count * rows.window * columns.count * columns.window / 1e6
        speed, efficiency = mpx / seconds, seen / seconds / bare
        print(f"{name}: {size} in {seconds:.1f} s, {speed:.2f} Mpx/s, peak {peak_mb:.0f} MB, efficiency {efficiency:.2f}")


def bare_speed(threads: int) -> float:
    """Return the Mpx/s of the network alone: as many single-threaded calls at once as there are threads."""
    network = Network(find_card("", "water"), "cpu", 1, print)
    image = np.random.default_rng(0).normal(-15, 4, (2, WINDOW, WINDOW)).astype(np.float32)
    best = 0.0
    with ThreadPoolExecutor(threads) as pool:
        for _ in range(3):
            started = time.perf_counter()
            list(pool.map(lambda _: network.run(image).sum(), range(4 * threads)))
            best = max(best, 4 * threads * WINDOW * WINDOW / 1e6 / (time.perf_counter() - started))
    return best


def scene(folder: Path, size: str) -> Path:
    """Simulate a scene unless it is there."""
    path = folder / f"{size}.tif"
    if not path.exists():
        subprocess.run([sys.executable, "-m", "tidemark.engine", "simulate", str(path), "--size", size, "--seed", "3"], check=True)
    return path


def run(path: Path, options: list[str]) -> tuple[float, float, float]:
    """Map a scene in a process of its own; returns seconds, peak resident memory in MB, and the scene's Mpx."""
    output = ["--task", "water", "--overwrite", "--output", str(path.with_suffix(""))]
    command = [sys.executable, "-m", "tidemark.engine", "detect", str(path), *output, *options]
    started = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"the run on {path} failed")
    with rasterio.open(path) as raster:
        return seconds, usage.ru_maxrss / 1024, raster.width * raster.height / 1e6


if __name__ == "__main__":
    main()
