"""A batch of very many small scenes: memory, open files and temporary files at its end as after its first ones.

Run: ``.venv/bin/python tests/robustness/many_scenes.py [--scenes 2000] [--folder DIR]`` (Linux). Prints what the batch held after ten
scenes and at its end; ends with 1 where memory grew by more than a tenth, where files stay open, or where something temporary is left.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

TIDEMARK = [sys.executable, "-m", "tidemark.engine"]


@dataclass(frozen=True)
class Held:
    """What a process holds: resident memory in MiB, and how many files it has open."""

    mib: float
    files: int

    @classmethod
    def by(cls, pid: int) -> Held:
        """Return what a process holds now. Raises `OSError` where it has ended."""
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        kib = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), None)
        if kib is None:  # it has ended, and nobody has asked for its status yet
            raise ProcessLookupError(pid)
        return cls(kib / 1024, len(os.listdir(f"/proc/{pid}/fd")))


def prepare(folder: Path, scenes: int) -> Path:
    """Make a folder with as many copies of one small simulated scene."""
    images = folder / "images"
    images.mkdir(parents=True, exist_ok=True)
    first = images / "s00000.tif"
    if not first.exists():
        subprocess.run([*TIDEMARK, "simulate", str(first), "--size", "96x96"], check=True, stderr=subprocess.DEVNULL)
    for number in range(1, scenes):
        path = images / f"s{number:05d}.tif"
        if not path.exists():
            shutil.copy(first, path)
    return images


def finished(out: Path) -> int:
    """Return how many scenes have a run record."""
    return sum(1 for _ in out.rglob("*_run.json"))


def main() -> int:
    """Map the scenes and print what the batch held."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenes", type=int, default=2000)
    parser.add_argument("--folder", type=Path, default=Path("build/many-scenes"))
    given = parser.parse_args()
    images, out, temporary = prepare(given.folder, given.scenes), given.folder / "maps", given.folder / "temporary"
    for path in (out, temporary):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
    command = [*TIDEMARK, "batch", str(images), "--task", "water", "--output", str(out), "--threads", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "TMPDIR": str(temporary)})
    early = last = Held(0, 0)
    while process.poll() is None:
        try:
            last = Held.by(process.pid)
        except OSError:
            break
        if early.mib == 0 and finished(out) >= 10:
            early = last
        time.sleep(0.5)
    status, left = process.wait(), [path.name for path in temporary.rglob("*")]
    done = finished(out)
    print(f"{done} of {given.scenes} scenes, exit status {status}")
    print(f"memory {early.mib:.0f} MiB after ten, {last.mib:.0f} MiB at the end; open files {early.files}, then {last.files}")
    print(f"temporary files left: {len(left)}")
    grew = last.mib > 1.1 * early.mib or last.files > early.files + 2
    return int(status != 0 or done < given.scenes or grew or bool(left))


if __name__ == "__main__":
    sys.exit(main())
