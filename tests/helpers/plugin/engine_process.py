"""The real engine, called in its own process, as the plugin's tests need it beside QGIS."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

import tidemark
from tidemark.plugin.engine.worker import Runtime

BOOT = Path(tidemark.__file__).parent / "engine" / "boot.py"


def run_engine(runtime: Runtime, *arguments: str) -> str:
    """Run the engine's command line and return what it printed; its message is the assertion's where it fails."""
    done = subprocess.run(
        [runtime.python, "-I", str(BOOT), runtime.packages or "-", "--", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def simulate(runtime: Runtime, path: Path, *options: str) -> Path:
    """Write a simulated scene."""
    run_engine(runtime, "simulate", str(path), *options)
    return path


class TwoDates(NamedTuple):
    """Two images of one place, before and during a flood, and where water usually is there, 0 and 1."""

    before: Path
    after: Path
    reference: Path


def simulate_dates(runtime: Runtime, folder: Path) -> TwoDates:
    """Write two dates whose names say when they were taken."""
    same = ("--size", "300x260", "--seed", "5", "--centre=13.4,45.8")
    dates = TwoDates(folder / "S1_20240424.tif", folder / "S1_20240506.tif", folder / "usual water.tif")
    simulate(runtime, dates.before, *same, "--flood", "0", "--truth", str(dates.reference))
    simulate(runtime, dates.after, *same, "--flood", "0.7")
    return dates


FAKE_BOOT = """
import json, os, sys, time
request = json.loads(sys.stdin.readline())
def say(**event):
    print(json.dumps(event), flush=True)
print("a library's stray line", flush=True)
{body}
"""


def write_fake_boot(path: Path, body: str) -> Path:
    """Write a script that speaks the worker's protocol and misbehaves as `body` says."""
    path.write_text(FAKE_BOOT.replace("{body}", body), encoding="utf-8")
    return path
