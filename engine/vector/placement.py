"""Bring a user's polygons onto a raster's grid: repaired, cut to its surroundings, bent as the reference systems demand.

Straight edges in one reference system are none in another, so long ones get points in between before they are transformed. In degrees,
180° is no edge of the world: zones on either side of it, and images across it or over a pole, meet.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from rasterio.crs import CRS
from shapely.affinity import translate
from shapely.errors import GEOSException

from ..contract.errors import InputError
from ..raster.arrays import BoolArray, DoubleArray
from ..raster.grid import Grid
from ..raster.ground import EQUAL_AREA, LONGITUDE_LATITUDE, POLAR_EQUAL_AREA, describe_crs, map_coordinates, transform_points
from .outlines import Geometries

_STEP_PIXELS, _LARGEST_STEP_DEGREES = 64, 0.5
_MOST_STEPS = 100_000
"""Points in between that one polygon gets at most, and so does the image's outline: damaged files hold coordinates of any size."""
_POINTS_AT_ONCE = 1_000_000
_FARTHEST = 1e10
"""No reference system of the Earth has larger coordinates."""
_POLAR_LATITUDE = 85.0
_TURN = 360.0


@dataclass(frozen=True)
class Placed:
    """Polygons on a grid.

    Attributes:
        shapes: (n,) polygons or multipolygons in pixel coordinates (columns and rows as x and y), cut to the grid's surroundings; empty
            where there are none.
        outside: (n,) polygons outside the grid, in their own reference system.
    """

    shapes: Geometries
    outside: Geometries


def polygons_of(shapes: Geometries) -> tuple[Geometries, BoolArray, BoolArray]:
    """Return the valid polygons of features, empty where there are none; where there were some; and where they had to be repaired.

    Of a collection its polygons count. A shape with a coordinate that is no number, or far too large, lies nowhere and counts as none.
    """
    taken = np.array([_only_polygons(shape) for shape in shapes], np.object_)
    points, owner = shapely.get_coordinates(taken, return_index=True)
    taken[owner[~(np.abs(points) < _FARTHEST).all(axis=1)]] = shapely.MultiPolygon()
    there = ~shapely.is_empty(taken)
    broken = ~shapely.is_valid(taken)
    taken[broken] = [_only_polygons(shape) for shape in shapely.make_valid(taken[broken])]
    return taken, there, broken


def place(shapes: Geometries, crs: CRS, grid: Grid, name: str) -> Placed:
    """Bring valid polygons onto a grid.

    Args:
        shapes: (n,) polygons, multipolygons or empty.
        crs: theirs.
        grid: has a reference system.
        name: of their file.

    Raises:
        InputError: one of the two cannot be told in the other's reference system, or the polygons are too broken to be cut.
    """
    try:
        return _place(shapes, crs, grid, name)
    except GEOSException as error:
        raise InputError(
            f"The polygons of {name} cannot be laid over the image: {str(error).splitlines()[0]}.",
            "",
            "Repair them (in QGIS: Fix geometries), or save them in the image's reference system.",
        ) from error


def _place(shapes: Geometries, crs: CRS, grid: Grid, name: str) -> Placed:
    outline = _outline(grid, crs)
    if outline is None or not outline.is_valid:
        raise InputError(
            f"The image does not lie within the coordinate reference system of {name} ({describe_crs(crs)}).",
            "Its polygons have to overlap the image.",
            "Save them in the image's reference system, or in EPSG:4326.",
        )
    xmin, ymin, xmax, ymax = outline.bounds
    step = max((xmax - xmin) / grid.width, (ymax - ymin) / grid.height) * _STEP_PIXELS
    step = min(step, _LARGEST_STEP_DEGREES) if crs.is_geographic else step
    window = shapely.make_valid(shapely.buffer(outline, step))
    # The grid's own longitudes may be counted from 0 to 360.
    offset = _TURN * round((_middle(grid) - (xmin + xmax) / 2) / _TURN) if crs.is_geographic and crs == grid.crs else 0.0
    empty = np.full(len(shapes), shapely.MultiPolygon(), np.object_)
    near: list[Geometries] = []
    if crs.is_geographic:
        shapes = np.asarray(shapely.intersection(shapes, shapely.box(-2 * _TURN, -90, 2 * _TURN, 90)))
    away = shapes.copy()
    for turn in (-_TURN, 0.0, _TURN) if crs.is_geographic else (0.0,):
        here, edge = translate(window, -turn), translate(outline, -turn)
        there = shapely.intersects(shapes, here)
        if there.any():
            cut = empty.copy()
            cut[there] = shapely.segmentize(shapely.intersection(shapes[there], here), step)
            near.append(_in_pixels(np.array([translate(shape, turn + offset) for shape in cut], np.object_), crs, grid))
            away[there] = shapely.difference(away[there], edge)
    # Only on the image do pieces from both sides of 180 degrees meet.
    inside = shapely.union_all(np.stack(near), axis=0) if len(near) > 1 else near[0] if near else empty
    return Placed(np.asarray(inside), np.asarray(shapely.segmentize(away, np.maximum(step, shapely.length(away) / _MOST_STEPS))))


def _in_pixels(shapes: Geometries, crs: CRS, grid: Grid) -> Geometries:
    """Return shapes in the grid's pixel coordinates; what has none is left out."""
    on_map = transform_shapes(shapes, crs, grid.crs)
    with np.errstate(invalid="ignore"):  # a point that has none is infinite
        if grid.crs is not None and grid.crs.is_geographic and grid.crs != crs:
            on_map = _near_longitude(on_map, _middle(grid))
        found = np.asarray(shapely.transform(on_map, lambda p: np.stack(map_coordinates(~grid.transform, p[:, 0], p[:, 1]), axis=1)))
    found[~np.array([np.isfinite(shapely.get_coordinates(shape)).all() for shape in found], np.bool_)] = shapely.MultiPolygon()
    return polygons_of(found)[0]


def transform_shapes(shapes: Geometries, source: CRS, target: CRS) -> Geometries:
    """Return shapes in another reference system, vertex by vertex; a vertex that has no place there becomes infinite."""

    def move(points: DoubleArray) -> DoubleArray:
        moved = np.empty_like(points)
        for first in range(0, len(points), _POINTS_AT_ONCE):
            part = np.s_[first : first + _POINTS_AT_ONCE]
            moved[part, 0], moved[part, 1] = transform_points(source, target, points[part, 0], points[part, 1])
        return moved

    return shapes if source == target else np.asarray(shapely.transform(shapes, move))


def in_degrees(shapes: Geometries, crs: CRS) -> Geometries:
    """Return shapes in EPSG:4326; those that cross 180° are cut in two there, as GeoJSON's standard demands."""
    turned = np.array([_around_first_point(shape) for shape in transform_shapes(shapes, crs, LONGITUDE_LATITUDE)], np.object_)
    bounds = shapely.bounds(turned)
    for i in np.flatnonzero((bounds[:, 0] < -180) | (bounds[:, 2] > 180)):
        worlds = [(turn, shapely.box(turn - 180, -90, turn + 180, 90)) for turn in (-_TURN, 0.0, _TURN)]
        parts = [translate(_only_polygons(shapely.intersection(turned[i], world)), -turn) for turn, world in worlds]
        turned[i] = shapely.multipolygons([polygon for part in parts for polygon in shapely.get_parts(part) if not polygon.is_empty])
    return turned


def hectares_of(shapes: Geometries, crs: CRS) -> DoubleArray:
    """Return the geodesic areas of polygons, float64 (n,), also across 180° and over a pole.

    In degrees they may go on beyond 180°. A polygon that lies nowhere on Earth has NaN.
    """
    with np.errstate(invalid="ignore"):
        return _square_metres(shapes, crs) / 10_000


def _square_metres(shapes: Geometries, crs: CRS) -> DoubleArray:
    if not crs.is_geographic:
        in_degrees = transform_shapes(shapes, crs, LONGITUDE_LATITUDE)
        bounds = shapely.bounds(in_degrees)
        polar = np.maximum(np.abs(bounds[:, 1]), np.abs(bounds[:, 3])) > _POLAR_LATITUDE
        area = np.zeros(len(shapes))
        for sign, projection in zip((1, -1), POLAR_EQUAL_AREA, strict=True):
            these = polar & (sign * bounds[:, 3] > 0)
            area[these] = shapely.area(transform_shapes(shapes[these], crs, projection))
        rest = ~polar
        area[rest] = _area_in_degrees(np.array([_around_first_point(shape) for shape in in_degrees[rest]], np.object_))
        return area
    return _area_in_degrees(shapes)


def _area_in_degrees(shapes: Geometries) -> DoubleArray:
    """Return areas in square metres. Eastings of EPSG:6933 grow evenly with the longitude, whatever it is."""
    (degree,) = shapely.get_coordinates(transform_shapes(np.array([shapely.Point(1, 0)]), LONGITUDE_LATITUDE, EQUAL_AREA))[:, 0]

    def on_meridian(points: DoubleArray) -> DoubleArray:
        return np.stack([np.zeros(len(points)), points[:, 1]], axis=1)

    northings = transform_shapes(shapely.transform(shapes, on_meridian), LONGITUDE_LATITUDE, EQUAL_AREA)
    points = np.stack([shapely.get_coordinates(shapes)[:, 0] * degree, shapely.get_coordinates(northings)[:, 1]], axis=1)
    return np.asarray(shapely.area(shapely.set_coordinates(shapes.copy(), points)))


def _only_polygons(shape: shapely.Geometry | None) -> shapely.Geometry:
    if shape is None or shape.geom_type == "Polygon" or shape.geom_type == "MultiPolygon":
        return shapely.MultiPolygon() if shape is None else _without_empty_rings(shape)
    parts = [_only_polygons(part) for part in shapely.get_parts(shape)] if shape.geom_type == "GeometryCollection" else []
    return shapely.union_all(shapely.make_valid(parts)) if parts else shapely.MultiPolygon()


def _without_empty_rings(shape: shapely.Geometry) -> shapely.Geometry:
    """Return a polygon or multipolygon without the rings that have no points: they are valid, and GEOS dies of them."""
    parts = shapely.get_parts(shape)
    if not shapely.is_empty(parts).any() and not shapely.is_empty(shapely.get_rings(shape)).any():
        return shape
    filled = [part for part in parts if not part.is_empty]
    return shapely.MultiPolygon([shapely.Polygon(part.exterior, [hole for hole in part.interiors if not hole.is_empty]) for part in filled])


def _outline(grid: Grid, crs: CRS) -> shapely.Geometry | None:
    """Return the grid's outline in a reference system; in degrees it may go on beyond 180°. None where it lies nowhere there."""
    step = max(_STEP_PIXELS, (grid.width + grid.height) / _MOST_STEPS)
    frame = shapely.segmentize(shapely.box(0, 0, grid.width, grid.height), step)
    points = shapely.get_coordinates(transform_shapes(_on_map(np.array([frame]), grid), grid.crs, crs)[0])
    if not np.isfinite(points).all():
        return None
    if not crs.is_geographic:
        return shapely.Polygon(points)
    points[:, 0] = np.unwrap(points[:, 0], period=_TURN)
    if abs(points[-1, 0] - points[0, 0]) > _TURN / 2:  # around a pole
        pole = 90.0 if points[:, 1].mean() > 0 else -90.0
        points = np.concatenate([points, [[points[-1, 0], pole], [points[0, 0], pole]]])
    middle = (points[:, 0].min() + points[:, 0].max()) / 2
    points[:, 0] -= _TURN * np.round(middle / _TURN)
    return shapely.Polygon(points)


def _around_first_point(shape: shapely.Geometry) -> shapely.Geometry:
    """Return a shape in degrees whose longitudes lie within 180° of its first point's."""
    if shape.is_empty:
        return shape
    return _near_longitude(np.array([shape]), shapely.get_coordinates(shape)[0, 0])[0]


def _near_longitude(shapes: Geometries, centre: float) -> Geometries:
    def turn(points: DoubleArray) -> DoubleArray:
        return np.stack([points[:, 0] - _TURN * np.round((points[:, 0] - centre) / _TURN), points[:, 1]], axis=1)

    return np.asarray(shapely.transform(shapes, turn))


def _middle(grid: Grid) -> float:
    """Return the x of a grid's centre."""
    return float(map_coordinates(grid.transform, np.array([grid.width / 2]), np.array([grid.height / 2]))[0][0])


def _on_map(shapes: Geometries, grid: Grid) -> Geometries:
    return np.asarray(shapely.transform(shapes, lambda p: np.stack(map_coordinates(grid.transform, p[:, 0], p[:, 1]), axis=1)))
