"""Reading the images and lists of training sets, and drawing; with one message for what cannot be read or written."""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from scipy import ndimage

from ...contract.errors import InputError, OutputError
from ...raster.arrays import ByteArray
from ...raster.optical import find_clouds

_CHECK = "Check the folder given with --data."


def read_bands(path: Path) -> npt.NDArray[Any]:
    """Return all bands (C, H, W) of an image.

    Raises:
        InputError: it is missing or cannot be read.
    """
    with _opened(path) as source:
        return source.read()


def read_tags(path: Path) -> dict[str, str]:
    """Return the tags of an image. Raises `InputError` where it is missing or cannot be read."""
    with _opened(path) as source:
        return dict(source.tags())


@contextmanager
def _opened(path: Path) -> Iterator[rasterio.DatasetReader]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path) as source:
                yield source
    except RasterioError as error:
        raise InputError(f"{path} cannot be read: {error}.", "", _CHECK) from error


def read_names(path: Path) -> tuple[list[str], dict[str, str]]:
    """Return what the bands of an image are called, and its tags. Raises `InputError`; see `read_bands`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path) as source:
                return [name or "" for name in source.descriptions], source.tags()
    except RasterioError as error:
        raise InputError(f"{path} cannot be read: {error}.", "", _CHECK) from error


def read_list(path: Path) -> list[list[str]]:
    """Return the lines of a comma-separated file that are not empty.

    Raises:
        InputError: it is missing or cannot be read.
    """
    try:
        with path.open(newline="", encoding="utf-8") as lines:
            return [line for line in csv.reader(lines) if line]
    except (OSError, ValueError, csv.Error) as error:
        raise InputError(f"{path} cannot be read: {error}.", "", _CHECK) from error


def write_picture(path: Path, image: npt.NDArray[Any]) -> None:
    """Write an 8-bit image (1 or 3, H, W) as PNG.

    Raises:
        OutputError: it cannot be written.
    """
    bands, height, width = image.shape
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path, "w", driver="PNG", count=bands, height=height, width=width, dtype="uint8") as target:
                target.write(image)
    except (RasterioError, OSError) as error:
        raise OutputError(f"{path} cannot be written: {error}.", "", "Choose another file.") from error


def with_clouds_marked(image: ByteArray) -> ByteArray:
    """Return an 8-bit image (3, H, W) beside itself with the clouds' outlines in magenta, (3, H, 2 W), to look at the rule."""
    clouds = find_clouds(image.astype(np.float32) / np.float32(255.0))
    outline = ndimage.binary_dilation(clouds, iterations=2) & ~clouds
    return np.concatenate([image, np.where(outline, np.array([[[255]], [[0]], [[255]]], np.uint8), image)], axis=2)
