"""Many scenes on a Dask cluster: a scheduler and workers as processes of this machine, some of which are killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from helpers.batches import BatchFolder
from helpers.cluster import cluster
from helpers.scenes import UTM, lake, write
from tidemark.engine.batch.scene import SceneOutcome
from tidemark.engine.batch.scenes import map_scenes
from tidemark.engine.contract.errors import Cancelled, TidemarkError
from tidemark.engine.contract.job import Event, Job, Source
from tidemark.engine.contract.requests import BatchJob

pytest.importorskip("distributed", reason="dask.distributed is not installed (pip install tidemark[cluster])")


@pytest.fixture
def folder(tmp_path: Path) -> BatchFolder:
    return BatchFolder(tmp_path)


def template(folder: BatchFolder, **options: Any) -> Job:
    return Job("water", (Source((), scale="db"),), "", model=str(folder.model), **options)


def slow_scenes(folder: BatchFolder, count: int) -> None:
    """Put scenes into the folder that take about a second each."""
    first = write(folder.scenes / "slow 00.tif", lake(900, 900)[0], **UTM)
    for number in range(1, count):
        os.link(first, folder.scenes / f"slow {number:02}.tif")


def on_cluster(folder: BatchFolder, address: str, **options: Any) -> list[SceneOutcome]:
    batch = BatchJob(str(folder.scenes), template(folder, scales=(2.0,), flip=True), str(folder.output))
    return map_scenes(batch, address, **options)


def someone_writes(folder: BatchFolder) -> int:
    """Wait until a worker is in the middle of a scene; returns its process number, which its temporary files bear."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for path in folder.output.rglob(".*_class.tif.*.part"):
            return int(path.name.split(".")[-2].split("-")[0])
        time.sleep(0.01)
    raise AssertionError("no worker began a scene")


def test_a_cluster_maps_all_scenes_and_then_has_nothing_to_do(folder: BatchFolder, tmp_path: Path) -> None:
    folder.damage()
    with cluster(tmp_path / "cluster", workers=2, threads=2) as dask:
        assert folder.run(scheduler=dask.address) == 2
        assert folder.states() == {"Bad": "failed", **dict.fromkeys(folder.names, "done")}
        (folder.scenes / "Bad.tif").unlink()
        results = folder.results()
        assert folder.run(scheduler=dask.address) == 0
    assert folder.results() == results
    assert folder.states() == dict.fromkeys(folder.names, "skipped")


def test_a_cluster_gives_the_same_map_as_one_machine(folder: BatchFolder, tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", workers=1) as dask:
        folder.run(scheduler=dask.address)
    name = "Río 2/Río 2_probability.tif"
    there = (folder.output / name).read_bytes()
    shutil.rmtree(folder.output)
    folder.run(threads=1)
    assert (folder.output / name).read_bytes() == there


def test_a_worker_killed_in_mid_run_loses_nothing_and_leaves_no_partial_file(folder: BatchFolder, tmp_path: Path) -> None:
    slow_scenes(folder, 6)
    killed: list[int] = []

    def kill_one(event: Event) -> None:
        if event.kind == "scene" and not killed:
            killed.append(someone_writes(folder))
            os.kill(killed[0], signal.SIGKILL)

    with cluster(tmp_path / "cluster", workers=3) as dask:
        outcomes = on_cluster(folder, dask.address, report=kill_one)
        assert killed[0] in {worker.pid for worker in dask.workers}
    assert len(outcomes) == 9
    assert {outcome.status for outcome in outcomes} == {"done"}
    assert not list(folder.output.rglob(".*"))
    for outcome in outcomes:
        assert all(Path(path).is_file() for path in outcome.files.values())


def test_cancel_stops_the_workers_and_leaves_no_partial_file(folder: BatchFolder, tmp_path: Path) -> None:
    slow_scenes(folder, 6)
    with cluster(tmp_path / "cluster", workers=2) as dask:
        with pytest.raises(Cancelled):
            on_cluster(folder, dask.address, cancelled=lambda: bool(list(folder.output.rglob(".slow*.part"))))
        deadline = time.monotonic() + 15
        while list(folder.output.rglob(".*")) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not list(folder.output.rglob(".*"))
    assert len(list(folder.output.rglob("slow*_run.json"))) < 6


def test_a_scheduler_that_dies_is_said_in_words(folder: BatchFolder, tmp_path: Path) -> None:
    slow_scenes(folder, 2)

    with cluster(tmp_path / "cluster", workers=1) as dask:

        def kill(event: Event) -> None:
            if event.kind == "scene":
                dask.scheduler.kill()

        with pytest.raises(TidemarkError, match="does not answer any more"):
            on_cluster(folder, dask.address, report=kill)


def test_an_address_that_names_no_machine_is_said_at_once_and_once(folder: BatchFolder) -> None:
    command = [sys.executable, "-m", "tidemark.engine", "batch", str(folder.scenes), "--task", "water", "--model", str(folder.model)]
    began = time.monotonic()
    done = subprocess.run([*command, "--output", str(folder.output), "--scheduler", "foo"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert time.monotonic() - began < 20


def test_a_cluster_without_workers_says_so_and_goes_on_when_one_joins(folder: BatchFolder, tmp_path: Path) -> None:
    told: list[str] = []
    with cluster(tmp_path / "cluster", workers=0) as dask:

        def listen(event: Event) -> None:
            if event.kind == "notice":
                told.append(event.data["text"])
                dask.start_worker()

        outcomes = map_scenes(BatchJob(str(folder.scenes), template(folder), str(folder.output)), dask.address, listen)
    assert told == ["The cluster has no worker; the batch waits until one joins it."]
    assert {outcome.status for outcome in outcomes} == {"done"}
