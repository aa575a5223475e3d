"""A long session of QGIS with the plugin: no crash, no process left, no temporary file left, memory that does not grow.

Run: ``.venv/bin/python tests/robustness/session.py [--rounds 20] [--folder DIR]``; needs QGIS and xvfb-run. QGIS opens on a virtual screen
with a profile of its own, and does what ``session_in_qgis.py`` says, round after round. Prints memory and temporary files of each round
and what was left at the end; ends with 1 where something was left, a round failed, or QGIS crashed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIDEMARK = [sys.executable, "-m", "tidemark.engine"]
MISLEADING = ("PYTHONHOME", "PROJ_LIB", "PROJ_DATA", "GDAL_DATA")


def simulate(folder: Path) -> Path:
    """Write the scenes of the session, and return their folder."""
    folder.mkdir()
    for name, options in (
        ("before", ("--size", "500x400", "--flood", "0")),
        ("after", ("--size", "500x400", "--flood", "0.6", "--date", "1")),
        ("sea", ("--size", "500x400", "--scene", "sea")),
    ):
        subprocess.run([*TIDEMARK, "simulate", str(folder / f"{name}.tif"), *options], check=True, stderr=subprocess.DEVNULL)
    return folder


def make_profile(folder: Path) -> Path:
    """Make a profile in which the plugin is this checkout and switched on, and return the folder of profiles."""
    profile = folder / "profiles" / "default"
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "QGIS").mkdir()
    (profile / "python" / "plugins" / "tidemark").symlink_to(ROOT)
    (profile / "QGIS" / "QGIS3.ini").write_text("[app]\ncheckVersion=false\n[PythonPlugins]\ntidemark=true\n", encoding="utf-8")
    return folder


def engines(temporary: Path) -> list[str]:
    """Return the processes of the engine that this session has started and that still run."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"boot.py" in (process / "cmdline").read_bytes() and os.fsencode(temporary) in (process / "environ").read_bytes():
                found.append(process.name)
        except OSError:  # it has just ended, or is another user's
            continue
    return found


def play(folder: Path, rounds: int) -> list[str]:
    """Play the session in a folder, and return what is wrong."""
    temporary = folder / "tmp"
    temporary.mkdir()
    own = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT / "tests"),
        "TMPDIR": str(temporary),
        "TIDEMARK_SCENES": str(simulate(folder / "scenes")),
        "TIDEMARK_OUT": str(folder / "out"),
        "TIDEMARK_ROUNDS": str(rounds),
    }
    inside = str(ROOT / "tests" / "robustness" / "session_in_qgis.py")
    qgis = ["qgis", "--profiles-path", str(make_profile(folder / "profile")), "--nologo", "--noversioncheck", "--code", inside]
    inherited = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    status = subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", *qgis], env={**inherited, **own}, check=False).returncode
    wrong = [f"QGIS ended with {status}"] if status else []
    wrong += [f"process {process} of the engine is left" for process in engines(temporary)]
    wrong += [f"{path} is left" for path in sorted(temporary.rglob("*")) if path.is_file() and not path.name.startswith(".X")]
    hidden = [path for path in (folder / "out").rglob(".*") if path.is_file()]
    return wrong + [f"{path} is left" for path in hidden]


def main() -> int:
    """Play the session and tell what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--folder", type=Path, help="kept at the end; else a temporary one")
    chosen = parser.parse_args()
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="session-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        wrong = play(folder, chosen.rounds)
    finally:
        if chosen.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(wrong) or "nothing was left")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
