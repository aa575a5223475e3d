"""Exposure counts what is there: as brute force does on random layers, whatever the reference systems, and never takes unseen for dry."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.transform import from_origin
from rasterio.warp import transform as warp_points

from helpers.maps import UTM, Place, water, write_raster, write_run
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import Cancelled, InputError, OutputError
from tidemark.engine.contract.impact import ImpactRecord
from tidemark.engine.contract.requests import ExposureJob
from tidemark.engine.impact.exposure import Exposure, Row, exposure

ROWS, COLUMNS = 40, 50
LAYERS_EACH = 17
CODES = {
    "flood": (1, 3, 4),
    "possible_water": (5,),
    "reference_water": (2,),
    "not_detected": (0,),
    "not_mapped": (250, 251, 252, 254),
    "not_observed": (255,),
}
NAMES = [*CODES, "outside"]
PLACES = {"0": 0.4, "38": 38.0, "60": 60.0, "180": 38.0}


def place_at(crs: str, where: str) -> Place:
    """A grid of about 10 m; at 180 it lies across the date line."""
    lon, lat = (179.998 if where == "180" else 3.0), PLACES[where]
    crs = "EPSG:32660" if crs == "utm" and where == "180" else "EPSG:32631" if crs == "utm" else crs
    x, y = warp_points("EPSG:4326", crs, [lon], [lat])
    size = 1e-4 if crs == "EPSG:4326" else 10.0
    return Place(crs, from_origin(x[0], y[0], size, size))


def patches(seed: int) -> np.ndarray:
    generator = np.random.default_rng(seed)
    coarse = generator.choice([0, 0, 1, 1, 2, 5, 250, 252, 255, 255], (ROWS // 4, COLUMNS // 5)).astype(np.uint8)
    return np.kron(coarse, np.ones((4, 5), np.uint8))


def random_shapes(generator: np.random.Generator, kind: str, count: int = 12) -> np.ndarray:
    """Shapes in pixel coordinates, some of them beside the image."""
    centres = generator.uniform([-6, -6], [COLUMNS + 6, ROWS + 6], (count, 2))
    if kind == "points":
        return np.asarray(shapely.points(centres))
    if kind == "lines":
        return np.array([shapely.LineString(c + generator.uniform(-15, 15, (5, 2))) for c in centres], object)
    angles = np.sort(generator.uniform(0, 2 * np.pi, (count, 9)), axis=1)
    radii = generator.choice([0.4, 2, 8], (count, 1)) * generator.uniform(0.6, 1, (count, 9))
    rings = centres[:, None] + np.stack([np.cos(angles), np.sin(angles)], axis=2) * radii[..., None]
    found = np.asarray(shapely.make_valid(shapely.polygons(rings)))
    return np.array([f.difference(shapely.Point(*c).buffer(0.2)) for f, c in zip(found, centres, strict=True)], object)


def to_crs(points: np.ndarray, where: Place, crs: str) -> np.ndarray:
    x, y = where.transform * points.T
    if crs != where.crs:
        x, y = warp_points(where.crs, crs, np.asarray(x).tolist(), np.asarray(y).tolist())
    return np.stack([near(np.asarray(x), crs), y], axis=1)


def near(x: np.ndarray, crs: str) -> np.ndarray:
    """Longitudes as a mapper's file has them: beyond 180 degrees they go on."""
    turn = {"EPSG:4326": 360.0, "EPSG:3857": 40075016.6855785}.get(crs, np.inf)
    return x if turn == np.inf or abs(x[0]) < turn / 4 else np.where(x < 0, x + turn, x)


def write_layer(path: Path, shapes: Any, where: Place, crs: str, **columns: np.ndarray) -> str:
    moved = shapely.transform(shapely.segmentize(shapes, 1.0), lambda p: to_crs(p, where, crs))
    pyogrio.raw.write(path, shapely.to_wkb(moved), list(columns.values()), list(columns), geometry_type="Unknown", crs=crs)
    return str(path)


def brute_force(shapes: np.ndarray, classes: np.ndarray, where: Place) -> dict[str, dict[str, float]]:
    """Cut every feature by every pixel, and measure each piece by itself in an equal-area projection, or along the ellipsoid."""
    column, row = np.meshgrid(np.arange(COLUMNS), np.arange(ROWS))
    boxes = shapely.box(column, row, column + 1, row + 1).ravel()
    name_of = np.array([next(n for n, wanted in CODES.items() if code in wanted) for code in classes.ravel()])
    owner, pixel = shapely.STRtree(boxes).query(shapes)
    frame = shapely.box(0, 0, COLUMNS, ROWS)
    pieces = np.concatenate([shapely.intersection(shapes[owner], boxes[pixel]), shapely.difference(shapes, frame)])
    owner = np.append(owner, np.arange(len(shapes)))
    names = np.append(name_of[pixel], ["outside"] * len(shapes))
    kind = int(shapely.get_dimensions(shapes).max())
    size = (~shapely.is_empty(pieces), shapely.length(pieces), shapely.area(pieces))[kind]
    pieces, owner, names, size = (values[size > 0] for values in (pieces, owner, names, size))
    found = {measure: dict.fromkeys(NAMES, 0.0) for measure in ("features", "km", "ha")}
    for name in NAMES:
        here = names == name
        found["features"][name] = float(np.count_nonzero(np.bincount(owner[here], size[here], len(shapes)) > 1e-6))
        found["ha"][name] = hectares(pieces[here], where) if kind == 2 else 0.0
        found["km"][name] = kilometres(pieces[here], where) if kind == 1 else 0.0
    return found


def hectares(pieces: np.ndarray, where: Place) -> float:
    """By EPSG:6933; eastings are made of longitudes, which go on beyond 180 degrees."""

    def equal_area(p: np.ndarray) -> np.ndarray:
        lonlat = to_crs(p, where, "EPSG:4326")
        _, north = warp_points("EPSG:4326", "EPSG:6933", [0.0] * len(p), lonlat[:, 1].tolist())
        return np.stack([lonlat[:, 0] * 17367530.4451615 / 180, north], axis=1)

    bent = shapely.segmentize(pieces, 0.25)
    return float(shapely.area(shapely.transform(bent, equal_area)).sum()) / 1e4 if len(pieces) else 0.0


def kilometres(pieces: np.ndarray, where: Place) -> float:
    """By the radii of curvature in the middle of short steps."""
    points, line = shapely.get_coordinates(shapely.get_parts(shapely.segmentize(pieces, 0.25)), return_index=True)
    if not len(points):
        return 0.0
    lon, lat = np.radians(to_crs(points, where, "EPSG:4326")).T
    a, e2 = 6378137.0, 0.00669437999014
    middle = (lat[1:] + lat[:-1]) / 2
    w = 1 - e2 * np.sin(middle) ** 2
    metres = np.hypot(np.diff(lat) * a * (1 - e2) / w**1.5, np.diff(lon) * a / np.sqrt(w) * np.cos(middle))
    return float(metres[line[1:] == line[:-1]].sum()) / 1000


def row_of(found: Exposure, layer: str, measure: str, zone: str = "") -> Row | None:
    return next((row for row in found.rows if (row.zone, row.layer, row.measure) == (zone, layer, measure)), None)


def numbers(row: Row) -> dict[str, float]:
    return dict(zip(NAMES, row.numbers.tolist(), strict=True))


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "utm"])
def test_random_layers_count_as_by_brute_force(tmp_path: Path, crs: str, where: str) -> None:
    at = place_at(crs, where)
    generator = np.random.default_rng(len(crs) * 100 + len(where))
    classes = patches(7)
    raster = write_run(tmp_path, classes, where=at)
    others = ["EPSG:4326", "EPSG:3857", at.crs, "EPSG:32660" if where == "180" else "EPSG:32631"]
    layers = {}
    for i in range(LAYERS_EACH):
        shapes = random_shapes(generator, ("polygons", "lines", "points")[i % 3])
        layers[f"layer{i}"] = shapes, write_layer(tmp_path / f"layer{i}.gpkg", shapes, at, str(others[i % 4]))
    found = exposure(ExposureJob(raster, str(tmp_path / "out.csv"), tuple(path for _, path in layers.values())))
    for name, (shapes, _) in layers.items():
        for measure, expected in brute_force(shapes, classes, at).items():
            if not any(expected.values()):
                assert row_of(found, name, measure) is None
                continue
            row = row_of(found, name, measure)
            assert row is not None
            if measure == "features":
                assert numbers(row) == expected
                assert row.total == len(shapes)
            else:
                assert row.total == pytest.approx(sum(expected.values()), rel=1e-3)
                assert numbers(row) == pytest.approx(expected, rel=1e-3, abs=1e-3 * row.total * 1e-2)


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "utm"])
@pytest.mark.parametrize("people_crs", ["EPSG:4326", "own"])
def test_people_are_shared_out_by_area(tmp_path: Path, crs: str, where: str, people_crs: str) -> None:
    at = place_at(crs, where)
    classes = patches(8)
    raster = write_run(tmp_path, classes, where=at)
    people = np.random.default_rng(3).gamma(0.5, 40, (14, 17)).astype(np.float32)
    people[2, 3] = -200  # of a raster that counts nobody by a negative number
    corner = to_crs(np.array([[-6.3, -5.1]]), at, "EPSG:4326" if people_crs == "EPSG:4326" else str(at.crs))[0]
    size = 4.37 * (1e-4 if people_crs == "EPSG:4326" else abs(at.transform.a))
    grid = Place("EPSG:4326" if people_crs == "EPSG:4326" else at.crs, from_origin(corner[0], corner[1], size, size))
    write_population(tmp_path / "people.tif", people, grid)
    found = exposure(ExposureJob(raster, str(tmp_path / "out.csv"), population=str(tmp_path / "people.tif")))
    row = row_of(found, "people.tif", "people")
    assert row is not None
    expected = people_by_brute_force(people, grid, classes, at)
    assert numbers(row) == pytest.approx(expected, rel=1e-3, abs=1e-6 * row.total)
    assert row.total == pytest.approx(sum(expected.values()), rel=1e-6)


def write_population(path: Path, people: np.ndarray, grid: Place) -> None:
    profile = {"count": 1, "height": len(people), "width": people.shape[1], "dtype": "float32"}
    with rasterio.open(path, "w", driver="GTiff", crs=grid.crs, transform=grid.transform, **profile) as raster:
        raster.write(people, 1)


def people_by_brute_force(people: np.ndarray, grid: Place, classes: np.ndarray, at: Place) -> dict[str, float]:
    """Cut every cell by every pixel."""
    column, row = np.meshgrid(np.arange(COLUMNS), np.arange(ROWS))
    boxes, codes = shapely.box(column, row, column + 1, row + 1).ravel(), classes.ravel()
    tree = shapely.STRtree(boxes)
    found = dict.fromkeys(NAMES, 0.0)
    for (r, c), count in np.ndenumerate(people):
        if count <= 0:
            continue
        ring = np.array([[c, r], [c + 1, r], [c + 1, r + 1], [c, r + 1]], float)
        x, y = to_crs(ring, grid, str(at.crs)).T
        cell = shapely.Polygon(np.stack(~at.transform * (x, y), axis=1))
        for i in tree.query(cell):
            name = next(n for n, wanted in CODES.items() if codes[i] in wanted)
            found[name] += float(count) * cell.intersection(boxes[i]).area / cell.area
    return found
