"""Check the places that results are written to: nobody else's file is replaced; temporary names; what went wrong, or never arrived."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from itertools import product
from math import ceil
from pathlib import Path

import rasterio
from rasterio.enums import Compression

from ..contract.errors import OutputError
from ..contract.overwriting import MAP_MARK, refuse_strangers

_LONGEST, _KEPT = 255, 200
"""Bytes of a name that file systems take, and that are kept in its temporary one."""
_FIRST_BYTES = {Compression.lzw: b"\x80", Compression.deflate: b"\x78"}
"""Of what is compressed: LZW begins with the code 256, in nine bits (TIFF 6.0, section 13), zlib with its method and window (RFC 1950)."""


def temporary(path: str) -> str:
    """Return the hidden name beside a path under which it is written first; it is no longer than the file system takes."""
    folder, name = os.path.split(path)
    short = name.encode()[:_KEPT].decode(errors="ignore")
    # In containers that share a folder, process numbers are often equal.
    return os.path.join(folder, f".{short}.{os.getpid()}-{secrets.token_hex(4)}.part")


def move_sidecar(temporary_path: str, path: str) -> None:
    """Give the file in which GDAL keeps what GeoTIFF's keys cannot hold (a rotated pole) its name, and remove an earlier one."""
    if os.path.exists(f"{temporary_path}.aux.xml"):
        os.replace(f"{temporary_path}.aux.xml", f"{path}.aux.xml")
    else:
        with suppress(FileNotFoundError):
            os.remove(f"{path}.aux.xml")


def put(temporary_path: str, path: str, replace: bool) -> None:
    """Give a file its name. Raises `OutputError` where another run has taken it meanwhile and nothing may be replaced, OSError else."""
    if not replace:
        try:
            os.link(temporary_path, path)
        except FileExistsError as error:
            raise _taken(path) from error
        except OSError:  # a file system without hard links
            pass
        else:
            os.remove(temporary_path)
            return
    os.replace(temporary_path, path)


def _taken(there: str) -> OutputError:
    return OutputError(
        f"There is a result already: {there}.",
        "Results are not replaced unless you say so.",
        "Choose another output, or let it be replaced with --overwrite (in QGIS: 'Replace an earlier result').",
    )


def check_place(prefix: str, paths: Sequence[str], overwrite: bool, mark: str = MAP_MARK) -> None:
    """Refuse a place where `paths`, those that begin with `prefix` and others, cannot or must not be written.

    Args:
        overwrite: whether files that Tidemark wrote may be replaced. Others never are.
        mark: the tag of rasters that may be.

    Raises:
        OutputError: no folder, not writable, or a file is there that must not be replaced.
    """
    if not prefix:
        raise OutputError("The output is empty.", "A prefix of file names is needed.", "Give e.g. flood.")
    if os.path.exists(prefix) and not (os.path.isfile(prefix) or os.path.isdir(prefix)):
        raise OutputError(f"The output {prefix} is a device or a pipe.", "A prefix of file names is needed.", "Give e.g. flood.")
    if prefix.endswith(("/", os.sep)) or os.path.isdir(prefix):
        raise OutputError(
            f"The output {prefix} is a folder.", "A prefix of file names is needed.", f"Give e.g. {os.path.join(prefix, 'flood')}."
        )
    check_free([prefix], overwrite=True)
    check_free(paths, overwrite)
    refuse_strangers(paths, mark)


def check_free(paths: Sequence[str], overwrite: bool) -> None:
    """Refuse paths in no folder or one that is not writable, of too long a name, or, without `overwrite`, taken. Raises `OutputError`."""
    for folder in dict.fromkeys(Path(path).absolute().parent for path in paths):
        if not folder.is_dir():
            raise OutputError(
                f"The folder {folder} does not exist.", "Results are written into a folder that is there.", "Make it, or choose another."
            )
        if not os.access(folder, os.W_OK):
            raise OutputError(f"The folder {folder} is not writable.", "", "Choose another folder, or ask for the right to write there.")
    for path in paths:
        if len(os.path.basename(path).encode()) > _LONGEST:
            raise OutputError(
                f"The name {os.path.basename(path)} is too long.", f"File systems take {_LONGEST} bytes.", "Choose a shorter name."
            )
    there = [path for path in paths if os.path.lexists(path)]
    if there and not overwrite:
        raise _taken(there[0])


def make_folder(folder: str) -> None:
    """Make a folder, with those above it, where it is missing. Raises `OutputError`."""
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {folder} cannot be made: {error.strerror}.", "", "Choose another output folder.") from error


def check_blocks(path: str) -> None:
    """Refuse a compressed GeoTIFF of one band of which a block was not written. Raises OSError and what rasterio raises.

    The raster library does not tell of every write that failed when it closes a file, and the system of some only when it is asked: on a
    disk that was full a block lies beyond the file's end or in a hole of it, where a compressed block would begin with `_FIRST_BYTES`.
    """
    with rasterio.open(path) as raster, open(path, "rb") as file:
        os.fsync(file.fileno())
        end, side = os.fstat(file.fileno()).st_size, raster.block_shapes[0][0]
        begins = _FIRST_BYTES[raster.compression]
        for level, factor in enumerate((1, *raster.overviews(1)), start=-1):
            rows, columns = (ceil(ceil(length / factor) / side) for length in raster.shape)
            for column, row in product(range(columns), range(rows)):
                place = f"{column}_{row}"
                first, size = (
                    int(raster.get_tag_item(f"BLOCK_{what}_{place}", "TIFF", bidx=1, ovr=None if level < 0 else level) or 0)
                    for what in ("OFFSET", "SIZE")
                )
                file.seek(first)
                if not size or first + size > end or file.read(1) != begins:
                    raise OSError(f"a part of {Path(path).name} is not on the disk")


def unwritable(path: str, error: Exception) -> OutputError:
    """Return the error for a result that could not be written to the folder of `path`."""
    folder = Path(path).absolute().parent
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    cause = error.__cause__
    if cause is not None and str(cause):
        reason = f"{reason}; {str(cause).splitlines()[0]}"
    return OutputError(
        f"The result could not be written to {folder}: {reason}.",
        "The disk may be full or gone. Nothing was left there.",
        "Free some space or choose another folder, and run again.",
    )
