"""Time of `tidemark batch` here, and on a Dask cluster of this machine with one worker and with two, and a worker killed in mid-run.

Run: ``.venv/bin/python tests/benchmarks/batch_scenes.py [--scenes 40] [--size 1024x1024] [--folder DIR]``. It simulates the scenes
(kept in the folder), maps them in this process, then by a scheduler and workers that it starts on 127.0.0.1, each with one thread, and
prints a line for each measurement. It ends with an error where a result is missing or partial, or where a second run writes anything.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import rasterio

from tidemark.engine.batch.scene import SceneOutcome
from tidemark.engine.batch.scenes import map_scenes
from tidemark.engine.contract.job import Event, Job, Source
from tidemark.engine.contract.requests import BatchJob

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from helpers.cluster import Cluster, cluster


def main() -> None:
    """Print one line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenes", type=int, default=40)
    parser.add_argument("--size", default="1024x1024", help="of each scene")
    parser.add_argument("--folder", type=Path, default=Path("build/benchmark-batch"))
    arguments = parser.parse_args()
    folder = arguments.folder.absolute()
    scenes = folder / f"{arguments.scenes} scenes of {arguments.size}"
    simulate(scenes, arguments.scenes, arguments.size)
    print(f"{os.cpu_count()} cores; load before: {os.getloadavg()[0]:.1f}; {arguments.scenes} scenes of {arguments.size}, one scale")
    template = Job("water", (Source(()),), "", scales=(1.0,))
    used, started = time.process_time(), time.perf_counter()
    outcomes = map_scenes(BatchJob(str(scenes), template, str(fresh(folder / "results"))))
    took, used = time.perf_counter() - started, time.process_time() - used
    print(f"here, scenes overlapping: {took:.1f} s, {used:.1f} s of CPU; wall / CPU {took * (os.cpu_count() or 1) / used:.2f}", flush=True)
    check(outcomes, folder / "results")
    seconds = {}
    for workers in (1, 2):
        with cluster(folder / "cluster", workers) as dask:
            seconds[workers], outcomes = run(scenes, fresh(folder / "results"), dask)
            check(outcomes, folder / "results")
        print(f"{workers} worker{'s' * (workers > 1)}: {seconds[workers]:.1f} s")
    print(f"speed-up with two workers: {seconds[1] / seconds[2]:.2f}")
    with cluster(folder / "cluster", 3) as dask:
        results = fresh(folder / "results")
        took, outcomes = run(scenes, results, dask, kill_after=arguments.scenes // 4)
        print(f"3 workers, one killed after {arguments.scenes // 4} scenes: {took:.1f} s; {check(outcomes, results)}")
        before = written(results)
        took, again = run(scenes, results, dask)
    if written(results) != before or {outcome.status for outcome in again} != {"skipped"}:
        raise SystemExit("the second run did something")
    print(f"the same again: {took:.1f} s, nothing written")


def simulate(folder: Path, count: int, size: str) -> None:
    """Simulate the scenes that are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"scene {number:02}.tif"
        if not path.exists():
            command = [sys.executable, "-m", "tidemark.engine", "simulate", str(path), "--size", size, "--seed", str(number)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def run(scenes: Path, results: Path, dask: Cluster, kill_after: int = 0) -> tuple[float, list[SceneOutcome]]:
    """Map all scenes; returns the seconds and the outcomes. With `kill_after`, the worker of a scene begun after as many is killed."""
    finished = 0

    def kill(event: Event) -> None:
        nonlocal finished
        finished += event.kind == "scene"
        if event.kind == "scene" and finished == kill_after:
            os.kill(writing(results), signal.SIGKILL)

    wait_for(dask)
    started = time.perf_counter()
    template = Job("water", (Source(()),), "", scales=(1.0,))
    outcomes = map_scenes(BatchJob(str(scenes), template, str(results)), dask.address, kill)
    return time.perf_counter() - started, outcomes


def wait_for(dask: Cluster) -> None:
    """Wait until all workers have joined, so that their start is not measured."""
    from distributed import Client

    with Client(dask.address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(sum(worker.poll() is None for worker in dask.workers), timeout=60)


def writing(results: Path) -> int:
    """Return the process number of a worker in the middle of a scene: its temporary files bear it."""
    while True:
        for path in results.rglob(".*_class.tif.*.part"):
            return int(path.name.split(".")[-2].split("-")[0])
        time.sleep(0.005)


def check(outcomes: list[SceneOutcome], results: Path) -> str:
    """Return what is there, in words. Ends the program where a result is missing, partial or left over."""
    left = list(results.rglob(".*"))
    for outcome in outcomes:
        for kind in ("class", "probability"):
            with rasterio.open(outcome.files[kind]) as raster:
                raster.checksum(1)
    if left or any(outcome.status == "failed" for outcome in outcomes):
        raise SystemExit(f"left over: {left}; failed: {[o for o in outcomes if o.status == 'failed']}")
    return f"all {len(outcomes)} results are there and whole, no temporary file is left"


def written(results: Path) -> dict[Path, int]:
    """Return when each file of the results was written."""
    return {path: path.stat().st_mtime_ns for path in results.rglob("*_*") if path.is_file()}


def fresh(folder: Path) -> Path:
    """Return the folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


if __name__ == "__main__":
    main()
