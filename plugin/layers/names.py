"""Names of files: allowed everywhere, and not taken yet."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')


def safe_name(text: str) -> str:
    """Return a name that every file system takes."""
    return FORBIDDEN.sub("_", text)


def free_prefix(prefix: Path) -> Path:
    """Return the prefix, or the first of prefix_2, prefix_3, … that no result has."""
    names = (prefix if number == 1 else prefix.with_name(f"{prefix.name}_{number}") for number in count(1))
    return next(name for name in names if not list(name.parent.glob(f"{_literal(name.name)}_*.tif")))


def free_polygons(map_path: str) -> str:
    """Return where to write the polygons of a map ``NAME_class.tif``: ``NAME_polygons.gpkg``, or with the first number that is free."""
    path = Path(map_path)
    stem = path.stem[: -len("_class")] if path.stem.endswith("_class") else path.stem
    names = (f"{stem}_polygons.gpkg" if number == 1 else f"{stem}_polygons_{number}.gpkg" for number in count(1))
    return str(next(path.with_name(name) for name in names if not path.with_name(name).exists()))


def _literal(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)
