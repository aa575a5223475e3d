"""Open raster files and read their bands, with refusals that say which file, right or step is missing."""

from __future__ import annotations

import hashlib
import json
import os
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from rasterio._err import CPLE_BaseError
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import CRSError, NotGeoreferencedWarning, RasterioError
from rasterio.io import MemoryFile
from rasterio.windows import Window

from ..contract.errors import InputError
from ..contract.overwriting import containers
from .addresses import first_address, named_address, refuse_address
from .arrays import ByteArray, FloatArray

RASTER_ERRORS = (RasterioError, CRSError, CPLE_BaseError)
"""What rasterio raises; some calls let GDAL's own errors through."""

_SUBDATASET = re.compile(r"[A-Za-z][A-Za-z0-9_]+:")
"""Begin of a name such as ``NETCDF:"file.nc":VV``, which is no path; a drive of Windows has one letter."""
_SCIENTIFIC = (b"\x89HDF", b"CDF")
"""How files of HDF5 and netCDF begin."""
_PAGE = (b"<!DOCTYP", b"<!doctyp", b"<html", b"<HTML")
"""How a page of the web begins, which is what is saved where a login has run out."""
_DATE = re.compile(r"(?<!\d)(20\d{2})-?([01]\d)-?([0-3]\d)(?:[T_ ]?([0-2]\d):?([0-5]\d):?([0-5]\d))?(?!\d)")
_ARCHIVES = (".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar")
_OF_A_LOOK = (".aux.xml", ".ovr")
"""Ends of files that whoever looks at a raster writes beside it: statistics and overviews, which decide no map."""
_MADE_OF_OTHERS = (".vrt", ".xml", ".gti")
_CORRECTED = "Tidemark needs a calibrated, terrain-corrected image, or areas and positions would be wrong."
_CORRECT_IT = "Terrain-correct it first (SNAP: Calibration, then Range-Doppler Terrain Correction), or order an RTC product."


def open_raster(path: str) -> rasterio.DatasetReader:
    """Open a raster for reading.

    Raises:
        InputError: missing, no raster, a container of several rasters, complex numbers, only ground control points, or on a network.
    """
    name = PurePath(path).name
    refuse_missing(path, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)  # said as a notice by whoever maps the image
            dataset = open_unchecked(path)
    except (*RASTER_ERRORS, UnicodeError) as error:
        raise _unreadable(path, name, error) from error
    try:
        _refuse_unfit(dataset, name)
    except InputError:
        dataset.close()
        raise
    return dataset


def open_unchecked(path: str) -> rasterio.DatasetReader:
    """Open whatever GDAL opens on this machine.

    Raises:
        RASTER_ERRORS, UnicodeError: it cannot.
        InputError: the name would end the program, or it leads to a network.
    """
    refuse_address(path)
    _refuse_deadly_name(path, PurePath(path).name)
    with _without_stack_of_hdf5(path):
        return rasterio.open(path)


@contextmanager
def _without_stack_of_hdf5(path: str) -> Iterator[None]:
    """Keep standard error closed while a file of HDF5 is opened: its library prints a stack there about the first that is damaged."""
    try:
        kept = os.dup(2) if _begins_with(path, _SCIENTIFIC) else -1
    except OSError:  # a program without standard error
        kept = -1
    if kept < 0:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)


def refuse_missing(path: str, name: str) -> None:
    """Refuse a path of this machine where there is nothing, no right to read it, or a pipe or device, which would be waited for.

    Raises:
        InputError: as said; of what only GDAL can look for (archives, sub-datasets) nothing is known yet.
    """
    if path.startswith("/vsi") or "://" in path or _SUBDATASET.match(path):
        return
    if not os.path.exists(path):
        raise InputError(f"There is no file {path}.", "", "Check the path.")
    if not (os.path.isfile(path) or os.path.isdir(path)):
        raise InputError(f"{name} is a pipe or a device, no file.", "A file can be read more than once.", "Write it to a file first.")
    if not os.access(path, os.R_OK):
        raise InputError(f"{name} may not be read: its permissions forbid it.", "", "Ask its owner for the right to read it.")


def _refuse_deadly_name(path: str, name: str) -> None:
    if "%" in path and _begins_with(path, _SCIENTIFIC):
        raise InputError(
            f"The name of {name} or of its folder contains %, and the library that reads netCDF and HDF5 takes that for a command.",
            "A damaged file of such a name would end the program.",
            "Give it another name.",
        )


def _begins_with(path: str, marks: tuple[bytes, ...]) -> bool:
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(8).startswith(marks)
    except OSError:
        return False


def _unreadable(path: str, name: str, error: Exception) -> InputError:
    """Return the refusal of what GDAL does not open, with the file to give instead where there is one."""
    lowered = path.lower()
    if lowered.rstrip("/\\").endswith(".safe") or name.lower() == "manifest.safe":
        return InputError(f"{name} is a Sentinel-1 product as it is delivered (SAFE), in radar geometry.", _CORRECTED, _CORRECT_IT)
    if zipfile.is_zipfile(path):
        return _zipped(path, name)
    if lowered.endswith(".dim"):
        folder = Path(path).with_suffix(".data")
        bands = ", ".join(sorted(band.name for band in folder.glob("*.img"))) or "none"
        return InputError(
            f"{name} is a header of SNAP (BEAM-DIMAP); the pixels lie in the folder {folder.name}: {bands}.",
            "Tidemark reads the .img files of calibrated, terrain-corrected bands.",
            "Give those of VV and VH, e.g. Sigma0_VV.img and Sigma0_VH.img.",
        )
    if _begins_with(path, _PAGE):
        return InputError(
            f"{name} is a page of the web, no image.", "A portal sends one that asks for a login.", "Log in and download it again."
        )
    if lowered.endswith(_ARCHIVES):
        return InputError(f"{name} is an archive.", "Tidemark reads an image's own file, and products from their zip.", "Unpack it first.")
    if os.path.isdir(path):
        return InputError(f"{name} is a folder.", "Tidemark reads raster files.", "Give the image's file, or use tidemark batch.")
    reason = str(error).splitlines()[0] if str(error) else ""
    return InputError(
        f"{name} cannot be read as a raster image" + (f": {reason}." if reason and name not in reason else "."),
        "Tidemark reads GeoTIFF and the other formats that GDAL reads.",
        "Check that the file is complete and is an image.",
    )


def _zipped(path: str, name: str) -> InputError:
    """Return the refusal of a zip archive, with what it holds. Nothing is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            inside = archive.namelist()
    except (zipfile.BadZipFile, OSError, UnicodeError):
        inside = []
    if any(".SAFE/" in entry for entry in inside):
        return InputError(
            f"{name} is a zip archive of a Sentinel-1 product as it is delivered (SAFE), in radar geometry.", _CORRECTED, _CORRECT_IT
        )
    images = [entry for entry in inside if entry.lower().endswith((".tif", ".tiff", ".img", ".nc", ".vrt"))]
    packed = [entry for entry in inside if entry.lower().endswith((".zip", *_ARCHIVES))]
    if packed and not images:
        listed = ", ".join(packed[:8]) + (f" and {len(packed) - 8} more" if len(packed) > 8 else "")
        return InputError(f"{name} is a zip archive of archives: {listed}.", "Tidemark opens one, not those within it.", "Unpack it first.")
    listed = ", ".join(images[:8]) + (f" and {len(images) - 8} more" if len(images) > 8 else "")
    return InputError(
        f"{name} is a zip archive" + (f" with {listed}." if images else " without an image."),
        "Tidemark reads an image's own file.",
        f"Unpack it, or give the image as /vsizip/{path}/{images[0]}." if images else "Choose another file.",
    )


def file_state(path: str) -> dict[str, Any] | None:
    """Return a file's size (``bytes``) and time of change (``modified``, ISO 8601, UTC); None for what is no file on a disk.

    What lies in an archive, or is one raster of several in a file, has the state of that.
    """
    try:
        state = os.stat(path if os.path.exists(path) else next(containers(path), path))
    except (OSError, ValueError):
        return None
    return {"bytes": state.st_size, "modified": datetime.fromtimestamp(state.st_mtime, timezone.utc).isoformat()}


def acquired_at(tags: Mapping[str, str], paths: Sequence[str]) -> str:
    """Return an image's date and time as far as its tags or file names tell, ISO 8601; else empty."""
    texts = [v for k, v in tags.items() if "ACQ" in k.upper()] + [PurePath(p).name for p in paths]
    for match in (match for text in texts for match in _DATE.finditer(text)):
        year, month, day, hour, minute, second = match.groups()
        with suppress(ValueError):  # numbers of eight digits are not all dates
            datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
            return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}Z" if hour else "")
    return ""


def layer_state(path: str) -> dict[str, Any] | None:
    """Return the `file_state` of a raster or a vector file, with that of the files behind it where there are any.

    These are what a virtual raster is made of, a header, a mask or a reference system in a file of its own: ``others``, how many there are
    (``count``), and a ``digest`` that changes with any of them.
    """
    state, behind = file_state(path), sorted(_behind(path, set()) - {path})
    if not behind:
        return state
    text = json.dumps([(name, file_state(name)) for name in behind])
    return {**(state or {}), "others": {"count": len(behind), "digest": hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]}}


def _behind(path: str, seen: set[str]) -> set[str]:
    """Return the files that a raster or vector file is made of, itself and those of the rasters in it among them."""
    if path in seen:
        return seen
    seen.add(path)
    if path.lower().endswith(".shp"):
        return seen | {place for place in (f"{os.path.splitext(path)[0]}.prj",) if os.path.isfile(place)}
    try:
        refuse_missing(path, PurePath(path).name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with open_unchecked(path) as dataset:
                files = [file for file in dataset.files if not file.lower().endswith(_OF_A_LOOK)]
    except (*RASTER_ERRORS, UnicodeError, InputError):
        return seen
    for file in files:
        if file.lower().endswith(_MADE_OF_OTHERS):
            _behind(file, seen)
        elif file not in containers(path):
            seen.add(file)
    return seen


def read_band(
    dataset: rasterio.DatasetReader, index: int, out: FloatArray, window: Window, resampling: Resampling = Resampling.nearest
) -> None:
    """Read a window of a band into `out`, float32 (rows, columns).

    Raises:
        InputError: the file is damaged there, or a file that it refers to is missing.
    """
    try:
        dataset.read(index, window=window, out=out, resampling=resampling)
    except RASTER_ERRORS as error:
        raise damaged(dataset, window) from error


def read_mask(dataset: rasterio.DatasetReader, index: int, window: Window, shape: tuple[int, ...]) -> ByteArray:
    """Return a window of a band's mask, uint8 of `shape`, 0 where there is nothing. Raises `InputError` like `read_band`."""
    try:
        return np.asarray(dataset.read_masks(index, window=window, out_shape=shape))
    except RASTER_ERRORS as error:
        raise damaged(dataset, window) from error


def damaged(dataset: rasterio.DatasetReader, window: Window) -> InputError:
    """Return the refusal of a file whose rows cannot be read: the files that it refers to and that are not there, or damage."""
    name = PurePath(dataset.name).name
    for path in dataset.files if dataset.driver == "VRT" else ():
        if not path.startswith("/vsi") and not os.path.exists(path):
            return InputError(f"{name} refers to the file {path}, which is not there.", "", "Put it back, or make the VRT again.")
        if not path.startswith("/vsi") and not os.access(path, os.R_OK):
            return InputError(f"{name} refers to the file {path}, which may not be read.", "", "Ask its owner for the right to read it.")
    return InputError(
        f"{name} is damaged: rows {window.row_off:.0f} to {window.row_off + window.height:.0f} cannot be read.",
        "",
        "Copy or download the file again.",
    )


def band_names(dataset: rasterio.DatasetReader) -> tuple[str, ...]:
    """Return the descriptions of a file's bands in whatever encoding they are, empty where there are none, ``alpha`` for transparency."""
    try:
        names = tuple(text or "" for text in dataset.descriptions)
    except UnicodeDecodeError:
        names = _names_as_bytes(dataset)
    try:
        is_alpha = [kind == ColorInterp.alpha for kind in _colours(dataset)]
    except RASTER_ERRORS:  # of a damaged file; whoever reads it will be told
        is_alpha = [False] * dataset.count
    return tuple("alpha" if alpha else name for alpha, name in zip(is_alpha, names, strict=True))


def _names_as_bytes(dataset: rasterio.DatasetReader) -> tuple[str, ...]:
    """Return band descriptions that are not UTF-8, for which rasterio takes all texts, by way of GDAL's own description of the file."""
    try:
        with MemoryFile(ext=".vrt") as memory:
            rasterio.shutil.copy(dataset, memory.name, driver="VRT")
            bands = memory.read().decode("latin-1").split("<VRTRasterBand")[1:]
    except RASTER_ERRORS:
        return ("",) * dataset.count
    found = [re.search(r"<Description>(.*?)</Description>", band, re.DOTALL) for band in bands]
    return tuple(match.group(1) if match else "" for match in found)


def _colours(dataset: rasterio.DatasetReader) -> tuple[ColorInterp, ...]:
    """Return what the bands stand for in a picture."""
    try:
        return tuple(dataset.colorinterp)
    except CPLE_BaseError:  # GDAL's last error, of another call: rasterio raises it here, and with that it is forgotten
        return tuple(dataset.colorinterp)


def band_units(dataset: rasterio.DatasetReader) -> tuple[str, ...]:
    """Return the units of a file's bands, empty where there are none or they cannot be read."""
    try:
        return tuple(text or "" for text in dataset.units)
    except (UnicodeDecodeError, *RASTER_ERRORS):
        return ("",) * dataset.count


def _refuse_unfit(dataset: rasterio.DatasetReader, name: str) -> None:
    if dataset.driver == "VRT" and (address := first_address(dataset.files)):  # in an archive, say, where nobody has read its text
        raise named_address(name, address)
    if dataset.count == 0:
        inside = dataset.subdatasets
        listed = ", ".join(entry.rsplit(":", 1)[-1] for entry in inside[:8])
        raise InputError(
            f"{name} is a container of several images ({dataset.driver})" + (f": {listed}." if listed else "."),
            "Tidemark maps one image of backscatter.",
            f"Give the one you need by its full name, e.g. {inside[0]}." if inside else "Write the image you need to a GeoTIFF first.",
        )
    if any(np.dtype(d).kind == "c" if not d.startswith("complex_") else True for d in dataset.dtypes):
        raise InputError(
            f"{name} holds complex numbers (a single-look complex product).",
            "Tidemark needs calibrated, terrain-corrected backscatter.",
            "Calibrate, multi-look and terrain-correct it first (SNAP), or order an RTC product.",
        )
    if not (np.isfinite(dataset.transform[:6]).all() and dataset.transform.determinant):
        raise InputError(
            f"{name} has a georeference in which its pixels have no size.",
            "Without one nobody knows where they lie.",
            "Georeference it anew (gdal_edit.py -a_ullr …).",
        )
    if dataset.transform.is_identity and (dataset.gcps[0] or dataset.rpcs):
        raise InputError(
            f"{name} is in radar geometry: it has ground control points, but no map grid.",
            _CORRECTED,
            _CORRECT_IT,
        )
