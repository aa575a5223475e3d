"""Read a user's features of any kind, batch by batch, and bring them into a map's pixel coordinates."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely
from rasterio.crs import CRS

from ..contract.errors import InputError
from ..contract.requests import LAYER_IN_FILE
from ..raster.addresses import refuse_address
from ..raster.arrays import BoolArray, DoubleArray, LongArray
from ..raster.files import RASTER_ERRORS, refuse_missing
from ..raster.grid import Grid
from ..raster.ground import LONGITUDE_LATITUDE, ground_pixel_m, map_coordinates, transform_points
from ..raster.regions import sum_by
from ..vector.file import VECTOR_ERRORS, Layer, plain_path, plain_values, read_polygons
from ..vector.outlines import Geometries
from ..vector.placement import hectares_of, place, polygons_of, transform_shapes
from .metric import earth_centred
from .overlay import Edges, simple_parts, take_apart

_STEP_PIXELS, _DEGREE_M = 64, 111_320.0
_MOST_STEPS = 100_000
_TURN = 360.0
_FARTHEST_PIXELS = 1e7
"""Beyond, a reference system's formulas give numbers and no places."""
_POLYGON = 2
_SIMPLE = ("Point", "LineString", "Polygon")


@dataclass(frozen=True)
class FeatureLayer:
    """A layer of a vector file that is read batch by batch.

    Attributes:
        path, layer: the file and the layer's name in it.
        title: what to call it.
        crs: its reference system.
        count: features in it; at least one.
        geometry_type: as OGR calls what it holds, of several parts.
    """

    path: str
    layer: str
    title: str
    crs: CRS
    count: int
    geometry_type: str

    def read(self, first: int, count: int) -> Layer:
        """Return some features. Raises `InputError` where the file is damaged."""
        try:
            with plain_path(self.path) as plain, warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)  # of pyogrio, on oddities that do no harm here
                about, _, shapes, values = pyogrio.raw.read(plain, layer=self.layer, force_2d=True, skip_features=first, max_features=count)
        except (*VECTOR_ERRORS, UnicodeError) as error:
            raise _unreadable(self.path) from error
        columns = {name: plain_values(column) for name, column in zip(about["fields"].tolist(), values, strict=True)}
        return Layer(self.crs, np.asarray(shapely.from_wkb(shapes, on_invalid="ignore")), columns)


def open_features(source: str) -> FeatureLayer:
    """Open a layer of features of any kind.

    Args:
        source: ``PATH``, or ``PATH|layername=NAME``.

    Raises:
        InputError: missing, no vector file, several layers, no features, or no reference system.
    """
    path, _, wanted = source.partition(LAYER_IN_FILE)
    name = PurePath(path).name
    refuse_missing(path, name)
    refuse_address(path)
    try:
        with plain_path(path) as plain, warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            layer = _choose(name, [str(one) for one, kind in pyogrio.list_layers(plain) if kind], wanted)
            about = pyogrio.read_info(plain, layer=layer, force_feature_count=True)
            crs = CRS.from_user_input(about["crs"]) if about["crs"] else None
    except (*VECTOR_ERRORS, *RASTER_ERRORS, UnicodeError) as error:
        raise _unreadable(path) from error
    title = PurePath(path).stem if layer in (PurePath(path).stem, "") or not wanted else layer
    if crs is None:
        raise InputError(
            f"{name} has no coordinate reference system.",
            "Without one nobody knows where its features lie.",
            "Assign it first (in QGIS: Layer > Set CRS, then Save As).",
        )
    if not about["features"]:
        raise InputError(f"The layer '{title}' of {name} holds no features.", "There is nothing to count in it.", "Choose another layer.")
    plain_type = str(about["geometry_type"]).split()[0].removeprefix("Multi").removeprefix("2.5D ")
    geometry_type = f"Multi{plain_type}" if plain_type in _SIMPLE else "Unknown"
    return FeatureLayer(path, layer, title, crs, int(about["features"]), geometry_type)


def _choose(name: str, layers: list[str], wanted: str) -> str:
    if wanted and wanted not in layers:
        raise InputError(f"{name} has no layer '{wanted}'.", f"It has {', '.join(layers) or 'none'}.", "Choose one of these.")
    if not layers:
        raise InputError(f"{name} has no layer of features.", "It needs points, lines or polygons.", "Choose another file.")
    if len(layers) > 1 and not wanted:
        raise InputError(f"{name} has several layers: {', '.join(layers)}.", "", f"Name one: {name}{LAYER_IN_FILE}{layers[0]}.")
    return wanted or layers[0]


def _unreadable(path: str) -> InputError:
    return InputError(
        f"{PurePath(path).name} cannot be read as a vector file.",
        "Tidemark reads GeoPackage, GeoJSON, Shapefile and the other formats that GDAL reads.",
        "Check that the file is complete.",
    )


@dataclass(frozen=True)
class Zones:
    """Zones that are told apart.

    Attributes:
        names: one for each.
        shapes: (n,) polygons in pixel coordinates, also beside the grid; empty where a feature is none.
        notices: what the user should know.
    """

    names: tuple[str, ...]
    shapes: Geometries
    notices: tuple[str, ...] = ()


def read_zones(source: str, field: str, grid: Grid) -> Zones:
    """Read zones and bring them into a grid's pixel coordinates; no source, no zones.

    Raises:
        InputError: as `read_polygons`; or no polygons, or there is no such field.
    """
    if not source:
        return Zones((), np.zeros(0, np.object_))
    path, _, wanted = source.partition(LAYER_IN_FILE)
    name, layer = PurePath(path).name, read_polygons(path, wanted)
    shapes, there, broken = polygons_of(layer.shapes)
    if not there.any():
        raise InputError(f"{name} holds no polygons.", "Zones are polygons.", "Choose a layer with polygons.")
    if field and field not in layer.columns:
        raise InputError(
            f"{name} has no field '{field}'.", f"It has {', '.join(layer.columns) or 'none'}.", "Choose one of these for the zones' names."
        )
    notices = [f"{np.count_nonzero(~there)} of {len(shapes)} zones are no polygons and count nothing."] if not there.all() else []
    if broken.any():
        notices.append(f"{np.count_nonzero(broken)} zones cross themselves; they were repaired.")
    placed = to_pixels(Layer(layer.crs, shapes, {}), grid, name)
    return Zones(_names(layer.columns, field, len(shapes)), placed.shapes, tuple(notices))


def _names(columns: dict[str, npt.NDArray[Any]], field: str, count: int) -> tuple[str, ...]:
    texts = [name for name, values in columns.items() if values.dtype == np.object_]
    chosen = field or next(iter(texts), "")
    values = columns[chosen].tolist() if chosen else range(1, count + 1)
    return tuple(str(number) if value is None else str(value) for number, value in enumerate(values, start=1))


@dataclass(frozen=True)
class PlacedFeatures:
    """Features in pixel coordinates.

    Attributes:
        shapes: (n,) valid, of any kind; empty where a feature has no geometry, or none that the map's reference system can tell.
        total_ha, total_km: float64 (n,), of those that do not lie wholly on the grid; NaN of the others.
        lost: how many cannot be told in the map's reference system.
        repaired: how many crossed themselves.
    """

    shapes: Geometries
    total_ha: DoubleArray
    total_km: DoubleArray
    lost: int
    repaired: int


def to_pixels(layer: Layer, grid: Grid, name: str) -> PlacedFeatures:
    """Bring features into a grid's pixel coordinates, also those beside it, whole.

    Long edges get points in between, since a straight edge in one reference system is none in another. A polygon that the grid's
    reference system cannot hold, such as a continent on a UTM map, is cut to the image's surroundings first.

    Args:
        name: of the features' file.

    Raises:
        InputError: one of the two cannot be told in the other's reference system.
    """
    shapes, repaired = _repaired(layer.shapes)
    moved = _moved(shapes, layer.crs, grid)
    points, owner = shapely.get_coordinates(moved, return_index=True)
    wide = np.zeros(len(moved), np.bool_)
    wide[owner[~(np.abs(points) < _FARTHEST_PIXELS).all(axis=1)]] = True
    if layer.crs.is_geographic:
        bounds = shapely.bounds(shapes)
        wide |= bounds[:, 2] - bounds[:, 0] > _TURN / 2
    moved[wide] = shapely.MultiPolygon()
    total_ha, total_km = np.full(len(moved), np.nan), np.full(len(moved), np.nan)
    areal = wide & (shapely.get_dimensions(shapes) == _POLYGON)
    if areal.any():
        cut = polygons_of(shapes[areal])[0]
        moved[areal] = place(cut, layer.crs, grid, name).shapes
        total_ha[areal], total_km[areal] = hectares_of(cut, layer.crs), 0.0
    moved, _ = _repaired(moved)
    beyond = ~on_grid(moved, grid) & ~wide & ~shapely.is_empty(moved)
    total_ha[beyond], total_km[beyond] = ground_totals(moved[beyond], grid)
    return PlacedFeatures(moved, total_ha, total_km, int(np.count_nonzero(wide & ~areal)), repaired)


def on_grid(shapes: Geometries, grid: Grid) -> BoolArray:
    """Return whether shapes in pixel coordinates lie wholly on a grid, bool (n,)."""
    b = shapely.bounds(shapes)
    return np.asarray((b[:, 0] >= 0) & (b[:, 1] >= 0) & (b[:, 2] <= grid.width) & (b[:, 3] <= grid.height))


def _repaired(shapes: Geometries) -> tuple[Geometries, int]:
    """Return shapes without None, and valid; and how many were not."""
    taken = shapes.copy()
    taken[shapely.is_missing(taken)] = shapely.MultiPolygon()
    broken = ~shapely.is_valid(taken) & ~shapely.is_empty(taken)
    finite = np.ones(len(taken), np.bool_)
    points, owner = shapely.get_coordinates(taken[broken], return_index=True)
    finite[np.flatnonzero(broken)[owner[~np.isfinite(points).all(axis=1)]]] = False
    taken[~finite] = shapely.MultiPolygon()
    broken &= finite
    taken[broken] = shapely.make_valid(taken[broken])
    return taken, int(np.count_nonzero(broken))


def _moved(shapes: Geometries, crs: CRS, grid: Grid) -> Geometries:
    """Return shapes in pixel coordinates; of what has no place there some are infinite."""
    if crs != grid.crs:
        shapes = shapely.segmentize(shapes, np.maximum(_step(crs, grid), shapely.length(shapes) / _MOST_STEPS))
        shapes = transform_shapes(shapes, crs, grid.crs)
    points, owner = shapely.get_coordinates(shapes, return_index=True)
    return np.asarray(shapely.set_coordinates(shapes.copy(), in_pixels(points, owner, grid)))


def in_pixels(points: DoubleArray, owner: LongArray, grid: Grid) -> DoubleArray:
    """Return pixel coordinates of points, float64 (n, 2) in a grid's reference system, each shape on one side of 180° and near the grid.

    Args:
        owner: int64 (n,), ascending, the shape that each point belongs to.
    """
    with np.errstate(invalid="ignore"):  # a point that has no place is infinite
        x = points[:, 0] - _turns(points[:, 0], owner, grid)
        return np.stack(map_coordinates(~grid.transform, x, points[:, 1]), axis=1)


def _turns(x: DoubleArray, owner: LongArray, grid: Grid) -> DoubleArray:
    """Return what to take away from each x so that every shape is one piece, and as near to the grid as whole turns of the Earth allow."""
    turn = turn_of(grid)
    if not turn or not len(x):
        return np.zeros(len(x))
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    first = np.repeat(x[starts], np.diff(np.append(starts, len(x))))
    to_one_piece = turn * np.round((x - first) / turn)
    whole = x - to_one_piece
    low, high = np.minimum.reduceat(whole, starts), np.maximum.reduceat(whole, starts)
    middle = map_coordinates(grid.transform, np.array([grid.width / 2]), np.array([grid.height / 2]))[0][0]
    centre = np.repeat((low + high) / 2, np.diff(np.append(starts, len(x))))
    return np.asarray(to_one_piece + turn * np.round((centre - middle) / turn))


def turn_of(grid: Grid) -> float:
    """Return by how much x grows around the Earth: 360 in degrees, 40 075 km in Mercator; 0 where x means no longitude."""
    if grid.crs is None or grid.crs.is_geographic:
        return _TURN
    x, _ = transform_points(LONGITUDE_LATITUDE, grid.crs, np.array([-180 + 1e-9, 180 - 1e-9]), np.array([0.0, 0.0]))
    length = float(x[1] - x[0])
    return length if np.isfinite(length) and length > 1 else 0.0


def _step(crs: CRS, grid: Grid) -> float:
    """Return the length of 64 of a grid's pixels in the units of a reference system."""
    metres = _STEP_PIXELS * max(ground_pixel_m(grid.crs, grid.transform, grid.width / 2, grid.height / 2))
    return min(metres / _DEGREE_M, 0.5) if crs.is_geographic else float(metres / crs.linear_units_factor[1])


def ground_totals(shapes: Geometries, grid: Grid) -> tuple[DoubleArray, DoubleArray]:
    """Return hectares and kilometres of shapes in pixel coordinates, float64 (n,) each, also beside the grid."""
    bent = shapely.segmentize(shapes, np.maximum(_STEP_PIXELS, shapely.length(shapes) / _MOST_STEPS))
    hectares, lines = np.zeros(len(shapes)), take_apart(bent).lines
    parts, owner = simple_parts(bent)
    areal = shapely.get_dimensions(parts) == _POLYGON
    if areal.any():
        on_map = shapely.transform(parts[areal], lambda p: np.stack(map_coordinates(grid.transform, p[:, 0], p[:, 1]), axis=1))
        hectares += sum_by(owner[areal], np.nan_to_num(hectares_of(on_map, grid.crs)), len(shapes))
    return hectares, sum_by(lines.owner, _metres(lines, grid) / 1000, len(shapes))


def _metres(lines: Edges, grid: Grid) -> DoubleArray:
    if not len(lines):
        return np.zeros(0)
    ends = []
    for places in (lines.start, lines.end):
        x, y = map_coordinates(grid.transform, places[:, 0], places[:, 1])
        shape = transform_shapes(shapely.points(x, y), grid.crs, LONGITUDE_LATITUDE)
        ends.append(earth_centred(*shapely.get_coordinates(shape).T))
    return np.asarray(np.nan_to_num(np.sqrt(((ends[1] - ends[0]) ** 2).sum(axis=0)), posinf=0.0))


@dataclass(frozen=True)
class InZones:
    """Which features lie in which zones.

    Attributes:
        feature, zone: int64 (m,), pairs.
        piece: int64 (m,), the index of the cut piece of this pair; -1 where the zone holds the feature whole.
        pieces: (k,) pieces of features in pixel coordinates, as cut by the borders of zones.
    """

    feature: LongArray
    zone: LongArray
    piece: LongArray
    pieces: Geometries


def divide(shapes: Geometries, zones: Geometries) -> InZones:
    """Return which of some shapes lie in which zones, cut where a zone's border crosses them; all in pixel coordinates."""
    feature, zone = shapely.STRtree(zones).query(shapes, predicate="intersects")
    shapely.prepare(zones)
    whole = shapely.covers(zones[zone], shapes[feature])
    pieces = np.asarray(shapely.intersection(shapes[feature[~whole]], zones[zone[~whole]]), np.object_)
    pieces = _of_dimension(pieces, shapely.get_dimensions(shapes[feature[~whole]]))
    piece = np.full(len(feature), -1, np.int64)
    piece[~whole] = np.arange(len(pieces))
    return InZones(feature.astype(np.int64), zone.astype(np.int64), piece, pieces)


def _of_dimension(pieces: Geometries, dimension: npt.NDArray[np.integer]) -> Geometries:
    """Return pieces without parts of a lower dimension: a zone that a house only adjoins shares a line with it."""
    mixed = (shapely.get_type_id(pieces) == shapely.GeometryType.GEOMETRYCOLLECTION) | (shapely.get_dimensions(pieces) < dimension)
    for i in np.flatnonzero(mixed):
        parts, _ = simple_parts(pieces[i : i + 1])
        pieces[i] = shapely.GeometryCollection(parts[shapely.get_dimensions(parts) == dimension[i]].tolist())
    return pieces
