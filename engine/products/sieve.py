"""What is too small to be a feature, taken out of a class raster. The probability keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..contract.errors import Cancelled
from ..contract.job import ClassCode
from ..raster.files import RASTER_ERRORS
from ..raster.ground import CELL, PixelAreas
from ..raster.regions import sum_by
from .writer import unwritable

BoolArray = npt.NDArray[np.bool_]
LongArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]

ASSUMED_HECTARES = 0.01
"""Of a pixel of an image without georeference: 10 m, as its methods take it."""
_CORNERS_TOO = np.ones((3, 3), np.bool_)


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
            small = _find_small(_strips(raster, areas, cancelled), minimum)
            pixels, hectares = 0, 0.0
            for (window, classes, area), is_small in zip(_strips(raster, areas, cancelled), small, strict=True):
                away = is_small[_label(classes)[0]]
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
) -> Iterator[tuple[Window, npt.NDArray[np.uint8], FloatArray]]:
    """Yield rows with the hectares of each column's pixels, float64 (width,)."""
    for first in range(0, raster.height, CELL):
        if cancelled():
            raise Cancelled
        window = Window(0, first, raster.width, min(CELL, raster.height - first))
        area = np.full(raster.width, ASSUMED_HECTARES)
        if areas is not None:
            area = np.repeat(areas.hectares[first // CELL], CELL)[: raster.width]
        yield window, raster.read(1, window=window), area


def _label(classes: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.int32], int]:
    labels, count = ndimage.label(classes == ClassCode.DETECTED, structure=_CORNERS_TOO)
    return labels, int(count)


def _find_small(strips: Iterator[tuple[Window, npt.NDArray[np.uint8], FloatArray]], minimum: float) -> list[BoolArray]:
    """Return for each strip, by the labels of its pieces, whether they belong to a small one: bool (labels + 1,)."""
    small: list[BoolArray] = []
    nodes: list[tuple[int, LongArray]] = []  # strip and labels of the parts that reach its first or last row
    hectares, links, above = [np.zeros(0)], [np.zeros((0, 2), np.int64)], np.zeros(0, np.int64)
    total = 0
    for number, (_, classes, area) in enumerate(strips):
        labels, count = _label(classes)
        inside = labels > 0
        own = sum_by(labels[inside] - 1, np.broadcast_to(area, labels.shape)[inside], count)
        small.append(np.append(False, own < minimum))
        reaching = np.unique(np.concatenate([labels[0], labels[-1]]))
        reaching = reaching[reaching > 0].astype(np.int64)
        node = np.full(count + 1, -1, np.int64)
        node[reaching] = total + np.arange(len(reaching))
        nodes.append((number, reaching))
        hectares.append(own[reaching - 1])
        if len(above):
            links.append(_seam(above, node[labels[0]]))
        above, total = node[labels[-1]], total + len(reaching)
    parts, edges = np.concatenate(hectares), np.concatenate(links)
    graph = coo_array((np.ones(len(edges), np.bool_), (edges[:, 0], edges[:, 1])), shape=(total, total))
    count, piece = connected_components(graph, directed=False) if total else (0, np.zeros(0, np.int64))
    is_small = sum_by(piece, parts, int(count))[piece] < minimum
    first = 0
    for number, reaching in nodes:
        small[number][reaching] = is_small[first : first + len(reaching)]
        first += len(reaching)
    return small


def _seam(above: LongArray, below: LongArray) -> LongArray:
    """Return the pairs of nodes that meet across two rows, at edges or corners."""
    pairs = [np.stack([above, below], axis=1), np.stack([above[1:], below[:-1]], axis=1), np.stack([above[:-1], below[1:]], axis=1)]
    both = np.concatenate(pairs)
    return np.unique(both[(both >= 0).all(axis=1)], axis=0)
