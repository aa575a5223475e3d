"""The other files of a run, from the name of one.

The engine names its map ``PREFIX_class.tif``, Processing as the user wishes (``NAME.tif``), and a package ``PREFIX_class_vN.tif``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_NAMED = re.compile(r"(?P<prefix>.+)_(?:class|probability|change_db)(?P<version>_v\d+)?")
_ENDINGS = {"class": ".tif", "probability": ".tif", "run": ".json"}


def sibling(path: str, kind: str) -> str:
    """Return the path of another file of the same run, where it is there; else empty.

    Args:
        path: of a class or probability raster.
        kind: ``class``, ``probability`` or ``run``.
    """
    return next((str(place) for place in _places(Path(path), kind) if place.is_file()), "")


def _places(path: Path, kind: str) -> Iterator[Path]:
    named = _NAMED.fullmatch(path.stem)
    if named is None:
        if kind != "class":
            yield path.with_name(f"{path.stem}_{kind}{_ENDINGS[kind]}")
        return
    version = named["version"] or ""
    yield path.with_name(f"{named['prefix']}_{kind}{version}{_ENDINGS[kind]}")
    if kind == "class" and not version:
        yield path.with_name(f"{named['prefix']}.tif")
