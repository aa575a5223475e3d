"""Simulated SAR scenes with known truth as files."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import DatasetWriter
from rasterio.windows import Window

from ..contract.filenames import TIFFS, check_ending
from ..contract.overwriting import SIMULATED_MARK, refuse_inputs
from ..products.places import check_place, temporary, unwritable
from ..raster.arrays import FloatArray
from ..raster.files import RASTER_ERRORS
from .scene import BANDS, FLOOR_DB, TRUTH_NODATA, SceneSpec, georeference, rows

_DESCRIPTION = "Simulated Sentinel-1-like scene made by Tidemark. Not an observation of any place."
_BLOCK = 256
_CACHE_MB = 64  # GDAL's own cache grows with the machine's memory otherwise


def encode(spec: SceneSpec, backscatter: FloatArray) -> NDArray[Any]:
    """Turn backscatter (dB, NaN where not observed) into what the file of a spec holds: scale, data type and nodata."""
    missing = np.isnan(backscatter)
    if spec.scale == "db":
        values: NDArray[Any] = backscatter.copy()
    elif spec.scale == "db100":
        values = np.rint(np.where(missing, 0, backscatter) * 100).astype(np.int16)
    else:
        values = np.power(np.float32(10), backscatter / np.float32(10 if spec.scale == "power" else 20))
        values[backscatter <= FLOOR_DB] = 0
    values[missing] = {"nodata": spec.nodata, "nan": np.nan, "zero": 0}[spec.border_as]
    return values


def write(spec: SceneSpec, path: Path, truth_path: Path | None = None, overwrite: bool = False) -> None:
    """Write a scene (and its truth) as tiled, compressed GeoTIFFs whose tags say that they are simulated.

    Files appear under their names only when they are complete. Memory depends on the width only.

    Raises:
        InputError: a CRS that cannot be used.
        OutputError: a file that exists (without `overwrite`), has no name of a GeoTIFF, or cannot be written.
    """
    outputs = [str(each) for each in (path, truth_path) if each is not None]
    for output in outputs:
        check_ending(output, TIFFS, "Images are written to a .tif.", "Give e.g. scene.tif.")
    refuse_inputs(outputs, [])  # two of one name
    check_place(outputs[0], outputs, overwrite, SIMULATED_MARK)
    place = georeference(spec)
    common: dict[str, Any] = {
        "driver": "GTiff",
        "width": spec.width,
        "height": spec.height,
        "crs": place.crs,
        "tiled": True,
        "blockxsize": _BLOCK,
        "blockysize": _BLOCK,
        "compress": "deflate",
        "zlevel": 1,
        "num_threads": "all_cpus",
        "bigtiff": "if_safer",
    }
    if place.crs is not None:
        common["transform"] = place.transform
    with ExitStack() as stack:
        stack.enter_context(rasterio.Env(GDAL_CACHEMAX=_CACHE_MB))
        predictor = 2 if spec.scale == "db100" else 3
        scene = stack.enter_context(
            _appearing(path, count=2, dtype=spec.dtype, nodata=spec.nodata, interleave="band", predictor=predictor, **common)
        )
        truth = None
        if truth_path is not None:
            truth = stack.enter_context(_appearing(truth_path, count=1, dtype="uint8", nodata=TRUTH_NODATA, **common))
            truth.set_band_description(1, "water" if spec.kind == "land" else "oil")
            truth.update_tags(**_tags(spec, "Truth of a simulated scene"))
        for number, name in enumerate(BANDS, start=1):
            scene.set_band_description(number, name)
        scene.update_tags(**_tags(spec, "Backscatter of a simulated scene"))
        for first in range(0, spec.height, _BLOCK):
            last = min(first + _BLOCK, spec.height)
            window = Window(0, first, spec.width, last - first)
            backscatter, found = rows(spec, first, last)
            scene.write(encode(spec, backscatter), window=window)
            if truth is not None:
                truth.write(found, 1, window=window)


def _tags(spec: SceneSpec, what: str) -> dict[str, str]:
    return {
        "TIFFTAG_IMAGEDESCRIPTION": f"{_DESCRIPTION} {what}.",
        "TIDEMARK_SIMULATED": "yes",
        "TIDEMARK_SIMULATED_KIND": spec.kind,
        "TIDEMARK_SIMULATED_SEED": str(spec.seed),
        "TIDEMARK_SIMULATED_WIND": f"{spec.wind_ms:g} m/s",
    }


@contextmanager
def _appearing(path: Path, **profile: Any) -> Iterator[DatasetWriter]:
    """Open a raster under a temporary name; it gets its own name when the block ends well, and is removed when not."""
    unfinished = Path(temporary(str(path)))
    try:
        with warnings.catch_warnings():
            # A scene without georeference is asked for on purpose.
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(unfinished, "w", **profile) as dataset:
                yield dataset
        unfinished.replace(path)
    except (*RASTER_ERRORS, OSError) as error:
        raise unwritable(str(path), error) from error
    finally:
        unfinished.unlink(missing_ok=True)
