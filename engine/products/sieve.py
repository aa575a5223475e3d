"""Take what is too small to be a feature out of a class raster; the probability keeps it.

GDAL's sieve counts pixels; this one counts hectares, whatever the reference system.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import rasterio
from rasterio.windows import Window

from ..contract.classes import ClassCode
from ..contract.errors import Cancelled
from ..raster.arrays import ByteArray, DoubleArray, equal
from ..raster.files import RASTER_ERRORS
from ..raster.ground import CELL, PixelAreas
from ..raster.regions import Regions
from .places import unwritable

ASSUMED_HECTARES = 0.01
"""Of a pixel of an image without georeference: 10 m, as its methods take it."""


@dataclass(frozen=True)
class Removed:
    """What was taken out: pixels, and their hectares (0 without georeference)."""

    pixels: int
    hectares: float


def remove_small(path: str, areas: PixelAreas | None, minimum: float, cancelled: Callable[[], bool]) -> Removed:
    """Set what was detected in pieces below a size to "not detected". Pixels that meet at a corner are one piece.

    The raster is read twice, in strips of rows; memory does not grow with its height but for one byte a piece, and some for pieces that
    reach over several strips.

    Args:
        path: of a class raster that may be changed.
        areas: of its pixels; None: `ASSUMED_HECTARES`.
        minimum: in hectares.
        cancelled: asked at every strip whether to stop.

    Raises:
        OutputError: the raster cannot be changed.
        Cancelled: `cancelled` said so.
    """
    try:
        with rasterio.open(path, "r+") as raster:
            regions = Regions(8, lambda hectares, _: hectares < minimum)
            for _, classes, area in _strips(raster, areas, cancelled):
                regions.add(equal(classes, ClassCode.DETECTED), weight=area)
            small = regions.finish()
            pixels, hectares = 0, 0.0
            for index, (window, classes, area) in enumerate(_strips(raster, areas, cancelled)):
                away = small.rows(index, equal(classes, ClassCode.DETECTED))
                if away.any():
                    classes[away] = ClassCode.NOT_DETECTED
                    raster.write(classes, 1, window=window)
                    pixels += int(np.count_nonzero(away))
                    hectares += float(np.count_nonzero(away, axis=0) @ area)
    except (*RASTER_ERRORS, OSError) as error:
        raise unwritable(path, error) from error
    return Removed(pixels, hectares if areas is not None else 0.0)


def _strips(
    raster: rasterio.io.DatasetWriter, areas: PixelAreas | None, cancelled: Callable[[], bool]
) -> Iterator[tuple[Window, ByteArray, DoubleArray]]:
    """Yield rows with the hectares of each column's pixels, float64 (width,)."""
    for first in range(0, raster.height, CELL):
        if cancelled():
            raise Cancelled
        window = Window(0, first, raster.width, min(CELL, raster.height - first))
        area = np.full(raster.width, ASSUMED_HECTARES)
        if areas is not None:
            area = np.repeat(areas.hectares[first // CELL], CELL)[: raster.width]
        yield window, raster.read(1, window=window), area
