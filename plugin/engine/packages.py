"""The engine's packages: the commands with which pip fetches them, their size, and whether a folder has them for this computer."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
from pathlib import Path

from .runtime import installed_folder, own_interpreters

SHARED_PACKAGES = ("rasterio>=1.3", "numpy", "scipy", "pyogrio>=0.9", "shapely>=2.0")
CPU_PACKAGE = "onnxruntime>=1.15"
GPU_PACKAGE = "onnxruntime-directml>=1.15" if os.name == "nt" else "onnxruntime-gpu[cuda,cudnn]>=1.21"
FOLDER_ELSEWHERE = "tidemark-packages"
CPU_MB = (150, 520)
GPU_MB = (150, 450) if os.name == "nt" else (1600, 3000)
"""Megabytes to download and on disk, as pip fetched them for Python 3.11 on Linux and 3.12 on Windows; the larger of the two."""

SYSTEMS = {"linux": "linux", "darwin": "macosx", "win32": "win"}
"""From Python's names of systems to those in the names of package files."""
OLDEST_MAC = 11
PARTS = 5
"""Of a package file's name: name, version, Python, interface, system; a sixth one, a build number, may stand after the version."""


def pip_arguments(target: Path, gpu: bool = False, wheels: str = "") -> list[str]:
    """Return the interpreter's arguments for an install into `target`, from a folder of wheels where one is given."""
    source = ["--no-index", "--find-links", wheels] if wheels else []
    packages = [GPU_PACKAGE if gpu else CPU_PACKAGE, *SHARED_PACKAGES]
    options = ["--no-input", "--disable-pip-version-check", "--no-warn-script-location", "--only-binary", ":all:"]
    return ["-I", "-m", "pip", "install", *options, *source, "--target", str(target), *packages]


def command_line(gpu: bool = False) -> str:
    """Return the command that does the same in a terminal, for the user to copy."""
    python = (own_interpreters() or ["python3"])[0]
    return " ".join(_quoted(word) for word in [python, *pip_arguments(installed_folder(), gpu), "--upgrade"])


def download_command(gpu: bool = False) -> str:
    """Return the command that fills a folder with the packages for this computer on another one, whatever that one's system."""
    packages = [GPU_PACKAGE if gpu else CPU_PACKAGE, *SHARED_PACKAGES]
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    systems = [word for system in _systems() for word in ("--platform", system)]
    options = ["--only-binary", ":all:", "--python-version", version, *systems, "--dest", FOLDER_ELSEWHERE]
    return " ".join(_quoted(word) for word in ["python", "-m", "pip", "download", *options, *packages])


def missing_wheels(folder: str, gpu: bool = False) -> list[str]:
    """Return the packages of which a folder has no file that this Python on this system could install."""
    there = {re.split(r"-\d", path.name)[0].lower().replace("_", "-") for path in Path(folder).glob("*.whl") if _fits(path.stem)}
    wanted = (re.split(r"[\[<>=]", package)[0] for package in (GPU_PACKAGE if gpu else CPU_PACKAGE, *SHARED_PACKAGES))
    return [name for name in wanted if name not in there]


def sizes(gpu: bool) -> tuple[int, int]:
    """Return about how many megabytes an install downloads, and how many it takes on the disk."""
    return GPU_MB if gpu else CPU_MB


def free_megabytes() -> int:
    """Return the megabytes that are free where the engine is installed."""
    place = installed_folder()
    while not place.exists():
        place = place.parent
    return int(shutil.disk_usage(place).free / 1e6)


def _systems() -> list[str]:
    """Return the names under which packages for this system are published, those that pip should prefer first."""
    machine, system = platform.machine().lower(), SYSTEMS.get(sys.platform, "win")
    if system == "linux":
        return [f"{name}_{machine}" for name in ("manylinux_2_28", "manylinux_2_27", "manylinux2014", "manylinux_2_17")]
    if system == "macosx":
        own = int(platform.mac_ver()[0].split(".")[0])
        versions = [f"macosx_{number}_0" for number in range(own, OLDEST_MAC - 1, -1)]
        return [f"{version}_{kind}" for version in [*versions, "macosx_10_9"] for kind in (machine, "universal2")]
    return [f"win_{machine}"]


def _fits(stem: str) -> bool:
    """Return whether a package file is for this Python and this system, as its name tells (PEP 425)."""
    parts = stem.split("-")
    if len(parts) < PARTS:
        return False
    pythons, interfaces, systems = (part.split(".") for part in parts[-3:])
    return any(_is_python(name, "abi3" in interfaces) for name in pythons) and any(map(_is_system, systems))


def _is_python(name: str, is_stable: bool) -> bool:
    """Return whether a package for a Python runs on this one; where its interface is the stable one, an older one's does."""
    minor = sys.version_info.minor
    older = re.fullmatch(r"cp3(\d+)", name)
    return name in ("py3", f"cp3{minor}") or (is_stable and older is not None and int(older[1]) <= minor)


def _is_system(name: str) -> bool:
    machines = (platform.machine().lower(), "universal2")
    return name == "any" or (SYSTEMS.get(sys.platform, "?") in name and name.endswith(machines))


def _quoted(word: str) -> str:
    return f'"{word}"' if set(word) & set(" []<>") else word
