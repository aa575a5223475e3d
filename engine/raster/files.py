"""Opening raster files, with refusals that say which step is missing."""

from __future__ import annotations

import os
import warnings
from datetime import datetime, timezone
from pathlib import PurePath

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioError, RasterioIOError
from rasterio.windows import Window

from ..contract.errors import InputError

RASTER_ERRORS = (RasterioError, CPLE_BaseError)
"""What rasterio raises; some calls let GDAL's own errors through."""


def open_raster(path: str) -> rasterio.DatasetReader:
    """Open a raster for reading.

    Raises:
        InputError: missing, no raster, a container of several rasters, complex numbers, or only ground control points.
    """
    name = PurePath(path).name
    if not path.startswith("/vsi") and "://" not in path and not os.path.exists(path):
        raise InputError(f"There is no file {path}.", "", "Check the path.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)  # said as a notice by whoever maps the image
            dataset = rasterio.open(path)
    except RasterioIOError as error:
        raise InputError(
            f"{name} cannot be read as a raster image.",
            "Tidemark reads GeoTIFF and the other formats that GDAL reads.",
            "Check that the file is complete and is an image.",
        ) from error
    try:
        _refuse_unfit(dataset, name)
    except InputError:
        dataset.close()
        raise
    return dataset


def file_state(path: str) -> dict[str, int | str] | None:
    """Return a file's size (``bytes``) and time of change (``modified``, ISO 8601, UTC); None for what is no file on a disk."""
    try:
        state = os.stat(path)
    except OSError:
        return None
    return {"bytes": state.st_size, "modified": datetime.fromtimestamp(state.st_mtime, timezone.utc).isoformat()}


def read_band(
    dataset: rasterio.DatasetReader, index: int, out: npt.NDArray[np.float32], window: Window, resampling: Resampling = Resampling.nearest
) -> None:
    """Read a window of a band into `out`, float32 (rows, columns).

    Raises:
        InputError: the file is damaged there.
    """
    try:
        dataset.read(index, window=window, out=out, resampling=resampling)
    except RASTER_ERRORS as error:
        raise InputError(
            f"{PurePath(dataset.name).name} is damaged: rows {window.row_off:.0f} to {window.row_off + window.height:.0f} cannot be read.",
            "",
            "Copy or download the file again.",
        ) from error


def _refuse_unfit(dataset: rasterio.DatasetReader, name: str) -> None:
    if dataset.count == 0:
        raise InputError(
            f"{name} is a container of several images ({dataset.driver}).",
            "Tidemark maps one image of backscatter.",
            "Write the image you need to a GeoTIFF first (gdal_translate with the subdataset's name).",
        )
    if any(np.dtype(d).kind == "c" if not d.startswith("complex_") else True for d in dataset.dtypes):
        raise InputError(
            f"{name} holds complex numbers (a single-look complex product).",
            "Tidemark needs calibrated, terrain-corrected backscatter.",
            "Calibrate, multi-look and terrain-correct it first (SNAP), or order an RTC product.",
        )
    if dataset.transform.is_identity and (dataset.gcps[0] or dataset.rpcs):
        raise InputError(
            f"{name} is in radar geometry: it has ground control points, but no map grid.",
            "Tidemark needs a terrain-corrected image, or areas and positions would be wrong.",
            "Terrain-correct it first (SNAP: Range-Doppler Terrain Correction), or order an RTC product.",
        )
