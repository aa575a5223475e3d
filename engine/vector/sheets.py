"""Zones on a raster's pixels: who owns each pixel centre, also where zones overlap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from rasterio.features import rasterize

from .outlines import Geometries

IntArray = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Sheets:
    """Zones in pixel coordinates, sorted into sheets on which none overlaps another. Use `lay_out`.

    Attributes:
        shapes: (n,) polygons or multipolygons; columns and rows as x and y.
        members: for each sheet, the indices of its zones.
    """

    shapes: Geometries
    members: tuple[npt.NDArray[np.int64], ...]

    def owners(self, first: int, last: int, width: int) -> Iterator[IntArray]:
        """Yield for each sheet that has zones in rows first..last: zone index + 1 of each pixel (rows, width), 0 where there is none.

        A pixel belongs to the zone that holds its centre.
        """
        bounds = shapely.bounds(self.shapes)
        for members in self.members:
            here = members[(bounds[members, 3] > first) & (bounds[members, 1] < last)]
            if len(here):
                burnt = rasterize(
                    [(self.shapes[i], int(i) + 1) for i in here],
                    out_shape=(last - first, width),
                    transform=Affine.translation(0, first),
                    dtype="int32",
                )
                yield np.asarray(burnt)


def lay_out(shapes: Geometries) -> Sheets:
    """Sort shapes in pixel coordinates into sheets; empty ones are on none."""
    there = np.flatnonzero(~shapely.is_empty(shapes))
    tree = shapely.STRtree(shapes[there])
    one, other = tree.query(shapes[there], predicate="intersects")
    pairs = np.stack([there[one], there[other]], axis=1)[one < other]
    if len(pairs):
        pairs = pairs[shapely.relate_pattern(shapes[pairs[:, 0]], shapes[pairs[:, 1]], "T********")]
    rivals: dict[int, set[int]] = {int(i): set() for i in there}
    for a, b in pairs.tolist():
        rivals[a].add(b)
        rivals[b].add(a)
    sheet: dict[int, int] = {}
    for i in rivals:
        taken = {sheet[r] for r in rivals[i] if r in sheet}
        sheet[i] = next(k for k in range(len(taken) + 1) if k not in taken)
    count = max(sheet.values(), default=-1) + 1
    return Sheets(shapes, tuple(np.array([i for i, k in sheet.items() if k == s], np.int64) for s in range(count)))
