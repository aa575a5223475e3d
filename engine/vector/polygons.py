"""Make polygons of a class raster, strip by strip: small holes filled, outlines simplified where asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import shapely
from affine import Affine

from ..contract.classes import ClassCode
from ..products.reader import ClassStrip
from ..raster.arrays import BoolArray, DoubleArray, equal
from ..raster.grid import Grid
from ..raster.ground import ground_pixel_m, map_coordinates
from ..raster.regions import Chosen, Regions
from .file import Columns, VectorFile
from .outlines import Components, Geometries, MaskStrip, Sums, outlines

Choice = Callable[[ClassStrip], BoolArray]

_FEATURES_AT_ONCE, _POINTS_AT_ONCE = 50_000, 2_000_000


@dataclass(frozen=True)
class Polygons:
    """Some polygons.

    Attributes:
        shapes: (n,) multipolygons in the raster's reference system.
        sums: of their pixels.
    """

    shapes: Geometries
    sums: Sums


class Polygoniser:
    """Makes polygons of a mask that comes in strips.

    Args:
        grid: of the raster; its reference system is known.
        connectivity: 4 or 8.
        minimum_hectares: smaller polygons are left out.
        simplify_m: how far an outline may be moved to have fewer corners, in metres on the ground; 0: not at all.
    """

    def __init__(self, grid: Grid, connectivity: int, minimum_hectares: float = 0.0, simplify_m: float = 0.0) -> None:
        self._grid, self._simplify_m = grid, simplify_m
        self._components = Components(grid.width, connectivity, minimum_hectares)
        self._row = 0

    def add(self, mask: BoolArray, strip: ClassStrip) -> Polygons:
        """Take a strip's mask (rows, width); return the polygons that no further row can touch."""
        finished = self._components.add(MaskStrip(mask, strip.hectares, strip.percent, strip.is_last))
        self._row += len(mask)
        shapes = outlines(finished, self._grid.transform)
        if self._simplify_m and len(shapes):
            shapes = _simplify(shapes, self._grid, self._row, self._simplify_m)
        return Polygons(shapes, finished.sums)


def _simplify(shapes: Geometries, grid: Grid, row: int, tolerance_m: float) -> Geometries:
    """Simplify in a plane of ground metres, as they are at a row of the raster. Each polygon stays valid by itself."""
    across, down = ground_pixel_m(grid.crs, grid.transform, grid.width / 2, row)
    to_pixels = ~grid.transform

    def to_metres(points: DoubleArray) -> DoubleArray:
        return _apply(points, to_pixels) * (across, down)

    def to_map(points: DoubleArray) -> DoubleArray:
        return _apply(points / (across, down), grid.transform)

    simple = shapely.simplify(shapely.transform(shapes, to_metres), tolerance_m, preserve_topology=True)
    simple = np.asarray(shapely.transform(simple, to_map))  # which rounds: corners on a line may come to lie across it
    for i in np.flatnonzero(~shapely.is_valid(simple)):
        simple[i] = shapely.union_all(shapely.make_valid(shapely.get_parts(simple[i])))
    return simple


def _apply(points: DoubleArray, transform: Affine) -> DoubleArray:
    return np.stack(map_coordinates(transform, points[:, 0], points[:, 1]), axis=1)


@dataclass
class LayerPart:
    """The polygons of one class, or of one reason, on their way into a layer.

    Attributes:
        layer: its name.
        choose: the pixels.
        columns: from statistics of n polygons to their fields.
        polygoniser: makes the polygons.
        features, hectares: what was made so far.
        all_hectares: of all chosen pixels, those in pieces that are left out included.
    """

    layer: str
    choose: Choice
    columns: Callable[[Sums], Columns]
    polygoniser: Polygoniser
    features: int = 0
    hectares: float = 0.0
    all_hectares: float = 0.0
    _waiting: list[tuple[Geometries, Columns]] = field(default_factory=list)
    _features: int = 0
    _points: int = 0

    def add(self, strip: ClassStrip, file: VectorFile) -> None:
        """Take a strip; hand polygons on when there are many."""
        mask = self.choose(strip)
        batch = self.polygoniser.add(mask, strip)
        self.all_hectares += float(np.count_nonzero(mask, axis=0) @ strip.hectares[0])
        if len(batch.shapes) == 0:
            return
        self.features += len(batch.shapes)
        self.hectares += float(batch.sums.hectares.sum())
        self._waiting.append((batch.shapes, self.columns(batch.sums)))
        self._features += len(batch.shapes)
        self._points += int(shapely.get_num_coordinates(batch.shapes).sum())
        if self._features > _FEATURES_AT_ONCE or self._points > _POINTS_AT_ONCE:
            self.flush(file)

    def flush(self, file: VectorFile) -> None:
        """Write what waits."""
        if self._waiting:
            names = self._waiting[0][1]
            columns = {name: np.concatenate([some[name] for _, some in self._waiting]) for name in names}
            file.append(self.layer, np.concatenate([shapes for shapes, _ in self._waiting]), columns)
        self._waiting, self._features, self._points = [], 0, 0


def find_holes(strips: Iterator[ClassStrip], code: int, below_hectares: float) -> Chosen:
    """Return the holes in the pixels of class `code` that are smaller than `below_hectares`. The raster is read once.

    A hole is a set of not detected pixels (4-neighbours) that only pixels of the class surround. What was masked or not observed is
    never filled, and neither is a hole that such a pixel or the raster's edge adjoins. Of the result's ``rows`` the mask is where a
    strip is not detected.
    """
    regions = Regions(4, lambda hectares, adjoined: (hectares < below_hectares) & ~adjoined)
    above: BoolArray | None = None
    for strip in strips:
        hole = equal(strip.classes, ClassCode.NOT_DETECTED)
        other = ~hole & (strip.classes != code)
        framed = np.pad(other, 1, constant_values=True)
        if above is not None:
            framed[0, 1:-1] = above
        framed[-1, 1:-1] = strip.is_last
        beside = framed[:-2, 1:-1] | framed[2:, 1:-1] | framed[1:-1, :-2] | framed[1:-1, 2:]
        regions.add(hole, beside, strip.hectares, other[0])
        above = other[-1]
    return regions.finish()
