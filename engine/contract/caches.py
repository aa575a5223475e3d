"""Find the folder for what is kept from run to run and can be made again. Standard library only."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder(kind: str) -> Path:
    """Return the folder for one kind of things, which need not exist: the system's for caches, or ``TIDEMARK_CACHE`` itself."""
    given = os.environ.get("TIDEMARK_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return base / "tidemark" / kind
