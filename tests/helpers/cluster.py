"""A Dask scheduler and workers as processes of this machine, reachable from this machine only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_HERE = ["--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"]


@dataclass
class Cluster:
    """A running scheduler. Workers are started one by one, each a process with its own number."""

    scheduler: subprocess.Popen[bytes]
    folder: Path
    address: str = ""
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start_worker(self, threads: int = 1) -> subprocess.Popen[bytes]:
        options = ["--nthreads", str(threads), "--no-nanny", "--local-directory", str(self.folder), "--death-timeout", "60"]
        worker = _start("dask_worker", [self.address, *options], self.folder)
        self.workers.append(worker)
        return worker


@contextmanager
def cluster(folder: Path, workers: int, threads: int = 1) -> Iterator[Cluster]:
    """Start a scheduler on a free port and some workers; end them all, by their process numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    scheduler = _start("dask_scheduler", ["--port", "0", "--scheduler-file", str(file)], folder)
    running = Cluster(scheduler, folder)
    try:
        running.address = _address(file, scheduler)
        for _ in range(workers):
            running.start_worker(threads)
        yield running
    finally:
        for process in (*running.workers, scheduler):
            process.kill()
            process.wait(20)


def _start(module: str, arguments: list[str], folder: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "DASK_CONFIG": str(folder / "config"), "OMP_NUM_THREADS": "1"}
    with (folder / f"{module}.log").open("ab") as log:
        command = [sys.executable, "-m", f"distributed.cli.{module}", *_HERE, *arguments]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)


def _address(file: Path, scheduler: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and scheduler.poll() is None:
        try:
            return str(json.loads(file.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.1)
    raise RuntimeError(f"the scheduler did not start: {(file.parent / 'dask_scheduler.log').read_text()}")
