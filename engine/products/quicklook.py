"""Draw a small picture of the map over the backscatter, for a first look without a GIS."""

from __future__ import annotations

import numpy as np
import rasterio

from ..contract.classes import COLOURS, NOT_OBSERVED_COLOUR, ClassCode
from ..contract.overwriting import PICTURE_MARK
from ..contract.record import MADE_OF
from ..raster.arrays import FloatArray

LONGEST_SIDE = 1400
_LIMITS_DB, _LIMITS_DISPLAY = (-22.0, 2.0), (0.0, 255.0)
_DRAWN = {**COLOURS, ClassCode.NOT_OBSERVED: NOT_OBSERVED_COLOUR}


def picture_shape(height: int, width: int) -> tuple[int, int]:
    """Return the rows and columns of the picture of a map: its longer side has at most 1400 pixels."""
    shrink = max(1.0, max(height, width) / LONGEST_SIDE)
    return max(1, round(height / shrink)), max(1, round(width / shrink))


def draw(backscatter_db: FloatArray, display: bool, class_path: str, png_path: str, detected: str, run: str) -> None:
    """Draw the classes in the colours of the styles over grey backscatter.

    Args:
        backscatter_db: one band, float32 of `picture_shape`, NaN where not observed.
        display: whether it holds display bytes.
        class_path: the class raster.
        png_path: the PNG to write.
        detected: the task's colour, e.g. ``#0a5fd6``.
        run: the fingerprint of the run, which the picture keeps: its name does not tell of which map it is.
    """
    with rasterio.open(class_path) as raster:
        code = raster.read(1, out_shape=backscatter_db.shape)
    dark, bright = _LIMITS_DISPLAY if display else _LIMITS_DB
    grey = np.nan_to_num(np.clip((backscatter_db - dark) / (bright - dark), 0, 1)) * 255
    picture = np.stack([grey.astype(np.uint8)] * 3)
    for value, colour in {**_DRAWN, ClassCode.DETECTED: tuple(bytes.fromhex(detected[1:]))}.items():
        mask = code == value
        picture[:, mask] = picture[:, mask] // 4 + np.array(colour, np.uint8)[:, None] // 4 * 3
    with rasterio.MemoryFile() as memory:
        height, width = picture.shape[1:]
        with memory.open(driver="PNG", dtype="uint8", count=3, height=height, width=width, WRITE_METADATA_AS_TEXT="YES") as png:
            png.update_tags(**dict([PICTURE_MARK, (MADE_OF, run)]))
            png.write(picture)
        data = memory.read()
    with open(png_path, "wb") as file:
        file.write(data)
