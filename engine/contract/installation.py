"""Tell what an installation has: its version, the packages that only part of the engine needs, a folder for what can be made again.

Standard library only.
"""

from __future__ import annotations

import configparser
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import InputError

VECTOR_PACKAGES = ("pyogrio", "shapely")
"""What polygons and zones need besides a detection's packages."""


def _version() -> str:
    parser = configparser.ConfigParser()
    parser.read(Path(__file__).resolve().parents[2] / "metadata.txt", encoding="utf-8")
    return parser["general"]["version"]


__version__ = _version()
"""Of Tidemark, as metadata.txt states it."""


@contextmanager
def vector_packages() -> Iterator[None]:
    """Import what needs `VECTOR_PACKAGES` inside. Raises `InputError` where one is missing."""
    try:
        yield
    except ImportError as error:
        raise InputError(
            f"The engine's environment lacks {error.name}.",
            f"Polygons and zones need {' and '.join(VECTOR_PACKAGES)}; mapping does not.",
            f"Install the engine again (in QGIS: panel 'Install engine'; else: pip install {' '.join(VECTOR_PACKAGES)}).",
        ) from error


def cache_folder(kind: str) -> Path:
    """Return the folder for one kind of things, which need not exist: in the system's for caches, or in ``TIDEMARK_CACHE``."""
    given = os.environ.get("TIDEMARK_CACHE")
    if given:
        return Path(given) / kind
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return base / "tidemark" / kind
