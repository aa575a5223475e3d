"""The real engine, called in its own process, as the plugin's tests need it beside QGIS."""

from __future__ import annotations

import subprocess
from pathlib import Path

import tidemark
from tidemark.plugin.worker import Runtime

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
