"""Tell what a result may replace: never one of its inputs, and only what Tidemark has written itself.

Standard library only, so that both sides of the wall ask the same way, and before anything is written.
"""

from __future__ import annotations

import os
import re
import sqlite3
import struct
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import BinaryIO, Dict, List, Set, Tuple

from .errors import InputError, OutputError
from .filenames import STYLE_ENDINGS, TIFFS, MapFiles
from .impact import DEPTH_COLUMNS, EXPOSURE_COLUMNS, ImpactRecord
from .record import MADE_OF, RunRecord
from .requests import EXPOSURE_OF, LAYERS, POSSIBLE_OIL
from .tasks import TaskSpec

STYLES_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "styles"
MAP_MARK, PREPARED_MARK, SIMULATED_MARK = "TIDEMARK_TITLE", "TIDEMARK_SCALE", "TIDEMARK_SIMULATED_KIND"
"""Tags that rasters of Tidemark have: maps, prepared images, simulated scenes."""
PICTURE_MARK = ("Software", "Tidemark")
"""Key and text of a picture that Tidemark has drawn (PNG's tEXt)."""

_SCHEME = re.compile(r"(?:/vsi\w+/)+|(?:zip|tar|gzip|file)(?:\+\w+)*://|[A-Za-z0-9_]{2,}:(?=[\"'/\w.])")
_SIDECARS = {".shx": ".dbf", ".prj": ".dbf", ".cpg": ".dbf", ".qix": ".dbf", ".sbn": ".dbf", ".sbx": ".dbf", ".shp": ".dbf"}
_COLUMNS = {
    ".csv": (("detected_ha", "observed_ha", "not_observed_ha"), ("scene", "status", "message"), EXPOSURE_COLUMNS, DEPTH_COLUMNS),
    ".dbf": (("area_ha", "src_image", "acq_utc"),),
}
_GDAL_METADATA = 42112
_HEAD = 65536


def refuse_inputs(outputs: Iterable[str], inputs: Iterable[str]) -> None:
    """Refuse outputs that are inputs, by whatever name: relative, through links, or as the container in which an input lies.

    Args:
        outputs: paths of all files that may be written or removed.
        inputs: as the engine opens them: paths, paths into archives (``/vsizip/…``), sub-datasets (``NETCDF:…``).

    Raises:
        OutputError: one is; nothing has been written.
    """
    taken: Dict[object, str] = {}
    for given in filter(None, inputs):
        for key in _keys_of_input(given):
            taken.setdefault(key, given)
    written: Set[object] = set()
    for output in outputs:
        keys = _keys(output)
        found = next((taken[key] for key in keys if key in taken), "")
        if found:
            raise OutputError(
                f"The output {output} is an input of the same run ({found}).",
                "Results never take the place of what they are made of.",
                "Choose another output.",
            )
        if keys & written:
            raise OutputError(f"{output} would be written twice.", "Each result needs a name of its own.", "Choose another output.")
        written |= keys


def _keys_of_input(given: str) -> Set[object]:
    keys = _keys(given)
    for place in containers(given):
        keys |= _keys(place)
    return keys


def _keys(path: str) -> Set[object]:
    """Return what two names of one file share: its real path, and its place on the disk where it is there."""
    keys: Set[object] = {os.path.normcase(os.path.realpath(path))}
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return keys
    return keys | {(state.st_dev, state.st_ino)} if state.st_ino else keys


def containers(given: str) -> Iterator[str]:
    """Yield the files of this machine that a name may stand for: itself, an archive, what a sub-dataset lies in."""
    text = given
    while True:
        scheme = _SCHEME.match(text)
        if scheme is None:
            break
        text = text[scheme.end() :]
    for part in re.split(r"[|!]|[\"']|\}|:(?=\w)", text):
        place = Path(part.lstrip("{"))
        for candidate in (place, *place.parents):
            if candidate.name and candidate.is_file():
                yield str(candidate)
                break


def refuse_strangers(paths: Iterable[str], mark: str = MAP_MARK) -> None:
    """Refuse to replace files that Tidemark has not written.

    Args:
        paths: of the files, there or not.
        mark: the tag that rasters of this kind have; an image that Tidemark made is none of its maps.

    Raises:
        OutputError: a file is there and is not Tidemark's.
    """
    for path in paths:
        if os.path.lexists(path) and not wrote(path, mark):
            others = other_layers(path)
            raise stranger(path, f" It holds the layers {', '.join(others)}." if others else "")


def stranger(path: str, held: str = "") -> OutputError:
    """Return the error for a path that must not be replaced; `held` is one more sentence on what is there."""
    return OutputError(
        f"{path} was not written by Tidemark as such a result, or has been changed since.{held}",
        "Only results of Tidemark are replaced.",
        "Choose another output, or move that file away.",
    )


def wrote(path: str, mark: str = MAP_MARK) -> bool:
    """Tell whether a file is a result of Tidemark: its tags, record, layers or columns say so; a style belongs to the file beside it."""
    ending = os.path.splitext(path)[1].lower()
    try:
        if ending in STYLE_ENDINGS:
            return _is_own_style(Path(path))
        if not os.path.isfile(path):
            return False
        if os.path.getsize(path) == 0:
            return True
        if ending == ".json":
            return _is_own_record(path)
        if ending == ".gpkg":
            return bool(_layers(path)) and not other_layers(path)
        if ending in (*_SIDECARS, *_COLUMNS):
            return _has_own_columns(Path(path), ending)
        with open(path, "rb") as file:
            if ending in TIFFS:
                return f'name="{mark}"'.encode() in _tiff_metadata(file)
            return _READERS[ending](file) if ending in _READERS else False
    except (OSError, ValueError, InputError, sqlite3.Error, struct.error):
        return False


def left_over(prefix: str, written: Iterable[str]) -> List[str]:
    """Return what an earlier map of a prefix has left beside a new one, and would contradict it.

    Args:
        written: paths of the new map's files.

    Returns:
        Paths of rasters, with their styles and what GDAL keeps beside them, and of dark features: only of those that a run of Tidemark has
        written, so no polygons that a user made of a map.
    """
    new = set(written)
    paths = [path for path in MapFiles(prefix).all_written() if path not in new and _is_of_a_run(path)]
    return paths + [beside for path in paths if os.path.isfile(beside := f"{path}.aux.xml")]


def _is_of_a_run(path: str) -> bool:
    try:
        return os.path.lexists(path) and wrote(path) and (os.path.getsize(path) == 0 or set(_layers(path)) <= {POSSIBLE_OIL})
    except (OSError, sqlite3.Error):
        return False


def other_layers(path: str) -> List[str]:
    """Return the layers of a GeoPackage that Tidemark does not write."""
    try:
        return [name for name in _layers(path) if name not in LAYERS and not name.startswith(EXPOSURE_OF)]
    except (OSError, sqlite3.Error):
        return []


def _layers(path: str) -> List[str]:
    if not path.lower().endswith(".gpkg"):
        return []
    with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT table_name FROM gpkg_contents WHERE table_name != 'layer_styles'")
        return [str(name) for (name,) in rows]


def _is_own_record(path: str) -> bool:
    with suppress(InputError):
        return RunRecord.read(path).is_known
    return bool(ImpactRecord.read(path))


def _is_own_style(path: Path) -> bool:
    beside = [path.with_suffix(ending) for ending in (".tif", ".geojson", ".shp")]
    if any(place.is_file() and wrote(str(place)) for place in beside):
        return True
    text = path.read_text(encoding="utf-8")
    return not text or any(_is_filled_in(text, template) for template in STYLES_FOLDER.glob(f"*{path.suffix.lower()}"))


def _is_filled_in(text: str, template: Path) -> bool:
    """Tell whether a text is a template's, with its blanks filled in and some of its lines left out."""
    lines = template.read_text(encoding="utf-8").replace(TaskSpec.colour, "@COLOUR@").splitlines()
    patterns = [re.compile(re.sub(r"@[A-Z]+@", ".*", re.escape(line))) for line in lines if "@" in line]
    fixed = set(lines)
    return all(line in fixed or any(pattern.fullmatch(line) for pattern in patterns) for line in text.splitlines())


def _has_own_columns(path: Path, ending: str) -> bool:
    if ending in _SIDECARS:
        path, ending = path.with_suffix(_SIDECARS[ending]), _SIDECARS[ending]
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if ending == ".csv":
        found = set(head.splitlines()[0].decode("utf-8", "replace").split(","))
    else:
        fields = head[32 : struct.unpack_from("<H", head, 8)[0]]
        found = {fields[i : i + 11].split(b"\0")[0].decode("ascii", "replace").lower() for i in range(0, len(fields) - 31, 32)}
    return any(found.issuperset(columns) for columns in _COLUMNS[ending])


def _is_own_geojson(file: BinaryIO) -> bool:
    head = file.read(_HEAD)
    is_empty = re.search(rb'"features"\s*:\s*\[\s*\]', head) is not None
    return is_empty or all(f'"{name}"'.encode() in head for name in _COLUMNS[".dbf"][0])


def map_of_picture(path: str) -> str:
    """Return the fingerprint of the run of whose map a picture was drawn; empty where it does not tell, or cannot be read."""
    try:
        with open(path, "rb") as file:
            return dict(_picture_texts(file)).get(MADE_OF, "")
    except (OSError, struct.error):
        return ""


def _is_own_picture(file: BinaryIO) -> bool:
    return PICTURE_MARK in _picture_texts(file)


def _picture_texts(file: BinaryIO) -> Iterator[Tuple[str, str]]:
    """Yield the keys and texts that stand before the pixels of a PNG. Raises struct.error where it is cut off."""
    if file.read(8) != b"\x89PNG\r\n\x1a\n":
        return
    while True:
        length, kind = struct.unpack(">I4s", file.read(8))
        if kind in (b"IDAT", b"IEND"):
            return
        if kind == b"tEXt":
            key, _, text = file.read(length).decode("latin-1").partition("\0")
            yield key, text
        else:
            file.seek(length, os.SEEK_CUR)
        file.seek(4, os.SEEK_CUR)


def _tiff_metadata(file: BinaryIO) -> bytes:
    """Return GDAL's metadata of a GeoTIFF's first image, XML; empty where there is none."""
    head = file.read(16)
    order = {b"II": "<", b"MM": ">"}.get(head[:2])
    if order is None:
        return b""
    is_big = struct.unpack_from(f"{order}H", head, 2)[0] == 43
    first, count_form, entry, number = (8, "Q", 20, "Q") if is_big else (4, "H", 12, "I")
    file.seek(struct.unpack_from(order + number, head, first)[0])
    entries = struct.unpack(order + count_form, file.read(struct.calcsize(order + count_form)))[0]
    table = file.read(min(entries, _HEAD) * entry)
    for start in range(0, len(table) - entry + 1, entry):
        tag, _, length, place = struct.unpack_from(f"{order}HH{number}{number}", table, start)
        if tag == _GDAL_METADATA:
            file.seek(place)
            return file.read(min(length, 16 * _HEAD))
    return b""


_READERS = {".geojson": _is_own_geojson, ".png": _is_own_picture}
