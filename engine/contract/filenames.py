"""Name the files of one map.

The engine names a map ``PREFIX_class.tif``, Processing as the user wishes (``NAME.tif``), and a package ``PREFIX_class_vN.tif``; what
belongs to it follows from that name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePath
from typing import List, Tuple

from .errors import OutputError

STYLE_ENDINGS = (".qml", ".sld")
"""Of the styles beside a raster or a vector file of one layer: for QGIS, and for other programs."""

SHAPEFILE_ENDINGS = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx")
"""Of the files of one Shapefile; the first names it."""

PRODUCT_MANIFEST = "manifest.safe"
"""Of a Sentinel-1 product, in its folder."""

CLASS, PROBABILITY, POSSIBLE, CHANGE_DB, RUN = "class", "probability", "possible", "change_db", "run"
FEATURES, POLYGONS, PAGE = "features", "polygons", "map"
ENDINGS = {
    CLASS: ".tif",
    PROBABILITY: ".tif",
    POSSIBLE: ".tif",
    CHANGE_DB: ".tif",
    RUN: ".json",
    FEATURES: ".gpkg",
    POLYGONS: ".gpkg",
    PAGE: ".pdf",
}
"""Kinds of files of a map, and how their names end."""
RASTERS = tuple(kind for kind, ending in ENDINGS.items() if ending == ".tif")

README = "README.txt"
"""Of a package that is a folder."""

TIFFS = (".tif", ".tiff")
"""How the name of a GeoTIFF may end."""

_OTHER_NAMED = re.compile(rf"(?P<prefix>.+)_(?P<kind>{PROBABILITY}|{POSSIBLE}|{CHANGE_DB})(?P<version>_v\d+)?", re.DOTALL)
_CLASS_NAMED = re.compile(rf"(?P<prefix>.+)_{CLASS}(?P<version>_v\d+)?", re.DOTALL)


@dataclass(frozen=True)
class MapFiles:
    """The files of one map, there or not.

    Attributes:
        prefix: folder and beginning of all names.
        version: what ends them in a package, e.g. ``_v2``; else empty.
        class_path: of a class raster that is not called ``PREFIX_class…``; None: it is.
    """

    prefix: str
    version: str = ""
    class_path: Path | None = None

    @classmethod
    def of_class(cls, path: str | Path) -> MapFiles:
        """Return the files that belong to a class raster, whatever its name."""
        path = Path(path)
        named = _CLASS_NAMED.fullmatch(path.stem)
        if named is None:
            return cls(os.path.splitext(path)[0], "", path)
        return cls(str(path.with_name(named["prefix"])), named["version"] or "", path)

    @classmethod
    def of_probability(cls, path: str | Path) -> MapFiles:
        """Return the files that belong to a probability raster, whatever its name; its map is ``PREFIX_class.tif`` or ``PREFIX.tif``."""
        path = Path(path)
        named = _OTHER_NAMED.fullmatch(path.stem)
        if named is None:
            return cls(os.path.splitext(path)[0])
        files = cls(str(path.with_name(named["prefix"])), named["version"] or "")
        plain = Path(f"{files.prefix}.tif")
        is_plain = not files.version and not files.path(CLASS).is_file() and plain.is_file()
        return cls(files.prefix, "", plain) if is_plain else files

    @classmethod
    def of_raster(cls, path: str | Path) -> MapFiles:
        """Return the files that belong to a raster; it is a class raster unless its name says that it is another one."""
        return cls.of_probability(path) if _OTHER_NAMED.fullmatch(Path(path).stem) else cls.of_class(path)

    @staticmethod
    def kind_named(path: str | Path) -> str:
        """Return which kind of raster a file bears the name of; empty: none."""
        named = _OTHER_NAMED.fullmatch(Path(path).stem)
        return named["kind"] if named else CLASS if _CLASS_NAMED.fullmatch(Path(path).stem) else ""

    @staticmethod
    def is_map_raster(path: str | Path) -> bool:
        """Return whether a raster bears the name of one of a map whose run record lies beside it."""
        stem = Path(path).stem
        return bool(_OTHER_NAMED.fullmatch(stem) or _CLASS_NAMED.fullmatch(stem)) and MapFiles.of_raster(path).path(RUN).is_file()

    def path(self, kind: str) -> Path:
        """Return where a file of one of the kinds of `ENDINGS` lies, or would."""
        if kind == CLASS and self.class_path is not None:
            return self.class_path
        return Path(f"{self.prefix}_{kind}{self.version}{ENDINGS[kind]}")

    def beside(self, kind: str, ending: str) -> Path:
        """Return where a file that is made of the map later lies, or would: ``PREFIX_KIND`` with some ending."""
        return Path(f"{self.prefix}_{kind}{self.version}{ending}")

    def find(self, kind: str) -> str:
        """Return the path of a file that is there; else empty."""
        path = self.path(kind)
        return str(path) if path.is_file() else ""

    def styles(self, kind: str) -> List[Path]:
        """Return where the styles of a raster lie, or would."""
        return styles_of(self.path(kind))

    def all_written(self) -> Tuple[str, ...]:
        """Return the paths of all files that a run may write or remove."""
        paths = [*(self.path(kind) for kind in (*RASTERS, RUN, FEATURES)), *(style for kind in RASTERS for style in self.styles(kind))]
        return tuple(str(path) for path in paths)

    def with_threshold(self, percent: int) -> str:
        """Return the first prefix that is free for the same map with another threshold: ``PREFIX_t40``, ``PREFIX_t40_2`` and so on."""
        return free_prefix(Path(f"{self.prefix}_t{percent:02d}"))

    def shares_probability_with(self, class_raster: str | Path) -> bool:
        """Tell whether a class raster is this map's, or was made of its probability with another threshold."""
        path, prefix = Path(class_raster), Path(self.prefix)
        name = re.compile(re.escape(prefix.name) + r"(_t\d\d(_\d+)?)?(_class)?(_v\d+)?")
        return path.parent == prefix.parent and name.fullmatch(path.stem) is not None

    def free_polygons(self) -> Path:
        """Return where to write polygons: ``PREFIX_polygons.gpkg``, or with the first number that is free."""
        return next(path for path in _numbered(Path(f"{self.prefix}_{POLYGONS}"), ENDINGS[POLYGONS]) if not path.exists())

    def free_zones(self) -> Path:
        """Return where to write hectares in zones: ``PREFIX_zones.gpkg``, or with the first number that is free."""
        return next(path for path in _numbered(Path(f"{self.prefix}_zones"), ENDINGS[POLYGONS]) if not path.exists())


def check_ending(path: str, endings: Tuple[str, ...], needed: str, do: str) -> None:
    """Refuse an output whose name ends in none of `endings`: it would not say what it holds, and would not be known as Tidemark's again.

    Args:
        needed, do: of the message.

    Raises:
        OutputError: nothing has been written.
    """
    if os.path.splitext(path)[1].lower() not in endings:
        raise OutputError(f"The output {PurePath(path).name} has no known ending.", needed, do)


def is_product_folder(folder: Path) -> bool:
    """Tell whether a folder is that of a Sentinel-1 product, by what lies in it."""
    return (folder / PRODUCT_MANIFEST).is_file() or (folder / "annotation" / "calibration").is_dir()


def with_contents(path: str) -> Iterator[str]:
    """Yield a path and, where it is a folder (of a product), the files below it."""
    yield path
    for folder, _, names in os.walk(path):
        yield from (os.path.join(folder, name) for name in names)


def styles_of(path: str | Path) -> List[Path]:
    """Return where the styles of a file lie, or would."""
    return [Path(os.path.splitext(path)[0] + ending) for ending in STYLE_ENDINGS]


def free_prefix(prefix: Path) -> str:
    """Return the prefix, or the first of prefix_2, prefix_3, … that no map has."""
    return str(next(path for path in _numbered(prefix, "") if not _has_rasters(path)))


def _numbered(path: Path, ending: str) -> Iterator[Path]:
    return (path.with_name(f"{path.name}{'' if number == 1 else f'_{number}'}{ending}") for number in count(1))


def _has_rasters(prefix: Path) -> bool:
    return any(True for _ in prefix.parent.glob(f"{_literal(prefix.name)}_*.tif"))


def _literal(name: str) -> str:
    """Escape what a pattern of file names would read as a wildcard."""
    return re.sub(r"([*?\[])", r"[\1]", name)
