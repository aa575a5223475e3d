"""Polygons on grids where reference systems bend, break off or begin anew."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import transform as warp_points

from helpers.maps import Place, write_raster, write_run
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.requests import VectoriseJob, ZonesJob
from tidemark.engine.masks.polygon_exclusion import PolygonExclusion
from tidemark.engine.raster.grid import Grid
from tidemark.engine.raster.ground import pixel_areas
from tidemark.engine.vector.placement import hectares_of, place, polygons_of
from tidemark.engine.vector.vectorise import vectorise
from tidemark.engine.vector.zones import zone_statistics

DEGREES = CRS.from_epsg(4326)
SIDE = 400


def east_of(crs: str, longitude: float, latitude: float) -> tuple[float, float]:
    (x,), (y,) = warp_points(DEGREES, CRS.from_user_input(crs), [longitude], [latitude])
    return x, y


def across(crs: str) -> Place:
    """Return a grid whose middle column lies on 180°."""
    if crs == "EPSG:4326":
        return Place(crs, Affine(1e-4, 0, 180 - SIDE * 5e-5, 0, -1e-4, -16.8))
    x, y = east_of(crs, 180, -16.8)
    return Place(crs, Affine(10, 0, x - SIDE * 5, 0, -10, y))


def over_pole(crs: str) -> Place:
    x, y = east_of(crs, 0, 90 if crs == "EPSG:3413" else -90)
    return Place(crs, Affine(100, 0, x - SIDE * 50 - 30, 0, -100, y + SIDE * 50 + 30))


def write_zones(path: Path, *rings: list[list[float]]) -> str:
    features = [{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}} for ring in rings]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return str(path)


def box(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


@pytest.mark.parametrize("crs", ["EPSG:32760", "EPSG:32701", "EPSG:4326", "EPSG:3832", "EPSG:2193"])
def test_a_map_across_180_degrees_has_the_hectares_of_its_zones_and_polygons(tmp_path: Path, crs: str) -> None:
    where = across(crs)
    raster = write_run(tmp_path, np.ones((SIDE, SIDE), np.uint8), where=where)
    pixel = pixel_areas(CRS.from_user_input(crs), where.transform, SIDE, SIDE).hectares
    assert pixel.min() > 0.8 * pixel.max()
    whole = pixel.mean() * SIDE**2
    assert 1300 < whole < 2000
    zones = write_zones(tmp_path / "zones.geojson", box(179, -18, 180, -16), box(-180, -18, -179, -16), box(179, -18, 181, -16))
    found = zone_statistics(ZonesJob(raster, zones, str(tmp_path / "zones.csv"))).columns
    assert found["detected_ha"][0] + found["detected_ha"][1] == pytest.approx(whole, rel=0.002)
    assert found["detected_ha"][2] == pytest.approx(whole, rel=0.002)
    assert found["detected_ha"][:2] == pytest.approx(whole / 2, rel=0.05)
    square = np.array([shapely.box(179, -18, 180, -16)], np.object_)
    assert found["outside_ha"][0] + found["detected_ha"][0] == pytest.approx(hectares_of(square, DEGREES)[0], rel=1e-4)
    made = vectorise(VectoriseJob(raster, str(tmp_path / "out.geojson")))
    assert made.hectares["observedEvent"] == pytest.approx(whole, rel=0.002)
    (feature,) = json.loads((tmp_path / "out.geojson").read_text())["features"]
    parts = np.array([shapely.geometry.shape(feature["geometry"])], np.object_)
    assert hectares_of(parts, DEGREES)[0] == pytest.approx(whole, rel=0.002)
    assert all(part.bounds[2] - part.bounds[0] < 1 for part in shapely.get_parts(parts[0]))


@pytest.mark.parametrize(("crs", "sign"), [("EPSG:3413", 1), ("EPSG:3031", -1)])
def test_a_map_over_a_pole_has_the_hectares_of_the_zones_round_it(tmp_path: Path, crs: str, sign: int) -> None:
    where = over_pole(crs)
    raster = write_run(tmp_path, np.ones((SIDE, SIDE), np.uint8), where=where)
    areas = pixel_areas(CRS.from_user_input(crs), where.transform, SIDE, SIDE)
    assert areas.hectares == pytest.approx(1.06, rel=0.01)
    whole = areas.sum(np.ones((SIDE, SIDE), np.bool_), 0)
    low, high = sorted((80.0 * sign, 90.0 * sign))
    quarters = [box(west, low, west + 90, high) for west in (-180, -90, 0, 90)]
    found = zone_statistics(ZonesJob(raster, write_zones(tmp_path / "zones.geojson", *quarters), str(tmp_path / "zones.csv"))).columns
    assert found["detected_ha"].sum() == pytest.approx(whole, rel=1e-4)
    assert found["detected_ha"] == pytest.approx(whole / 4, rel=0.02)


@pytest.mark.parametrize("size", [1e9, 1e300])
def test_coordinates_of_any_size_do_no_harm(size: float) -> None:
    grid = Grid(SIDE, SIDE, Affine(1e-4, 0, 15, 0, -1e-4, 50), DEGREES)
    shapes = np.array([shapely.box(-size, -size, size, size), shapely.box(14, 49, np.inf, 51), shapely.box(15, 49, 16, 51)], np.object_)
    shapes, there, _ = polygons_of(shapes)
    assert there.tolist() == [size < 1e10, False, True]
    placed = place(shapes, DEGREES, grid, "zones")
    inside = shapely.area(shapely.intersection(placed.shapes, shapely.box(0, 0, SIDE, SIDE)))
    assert inside == pytest.approx([SIDE**2 * (size < 1e10), 0, SIDE**2], rel=1e-6)


@pytest.mark.parametrize("west", [309.0, -51.0])
@pytest.mark.parametrize("zone_west", [309.0, -51.0])
def test_longitudes_may_be_counted_from_0_to_360(west: float, zone_west: float) -> None:
    grid = Grid(100, 100, Affine(1e-3, 0, west, 0, -1e-3, -30), DEGREES)
    (placed,) = place(np.array([shapely.box(zone_west, -31, zone_west + 0.04, -29)], np.object_), DEGREES, grid, "zones").shapes
    assert shapely.intersection(placed, shapely.box(0, 0, 100, 100)).bounds == pytest.approx((0, 0, 40, 100), abs=1e-6)


@pytest.mark.parametrize("width", [1, 10, 40])
def test_a_long_edge_along_a_parallel_stays_on_it(width: float) -> None:
    x, y = east_of("EPSG:32633", 15, 54.5)
    grid = Grid(SIDE, SIDE, Affine(10, 0, x - SIDE * 5, 0, -10, y), CRS.from_epsg(32633))
    north = 54.5 - 0.018
    shapes = np.array([shapely.box(15 - width / 2, 40, 15 + width / 2, north)], np.object_)
    (placed,) = place(shapes, DEGREES, grid, "zones").shapes
    row = (y - east_of("EPSG:32633", 15, north)[1]) / 10
    inside = shapely.intersection(placed, shapely.box(0, 0, SIDE, SIDE))
    assert inside.bounds[1] == pytest.approx(row, abs=0.5)
    assert inside.area == pytest.approx(SIDE * (SIDE - row), rel=0.01)


def test_of_a_collection_the_polygons_are_left_out_and_nothing_else(tmp_path: Path) -> None:
    grid = Grid(40, 40, Affine(10, 0, 500_000, 0, -10, 6_700_000), CRS.from_epsg(32631))
    place_of = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
    shapes = [
        {"type": "Polygon", "coordinates": [box(500_050, 6_699_850, 500_150, 6_699_950)]},
        {"type": "Point", "coordinates": [500_300, 6_699_700]},
        {"type": "LineString", "coordinates": [[500_300, 6_699_700], [500_390, 6_699_610]]},
    ]
    collection = {"type": "Feature", "properties": {}, "geometry": {"type": "GeometryCollection", "geometries": shapes}}
    path = tmp_path / "mixed.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": place_of, "features": [collection]}))
    left_out = PolygonExclusion(str(path), grid).rows(0, 40)
    expected = np.zeros((40, 40), np.bool_)
    expected[5:15, 5:15] = True
    np.testing.assert_array_equal(left_out, expected)


def test_a_polygon_that_crosses_itself_is_repaired() -> None:
    bow = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    shapes, there, broken = polygons_of(np.array([bow, None, shapely.Point(0, 0)], np.object_))
    assert shapely.is_valid(shapes).all()
    assert shapely.area(shapes).tolist() == [2, 0, 0]
    assert (there.tolist(), broken.tolist()) == ([True, False, False], [True, False, False])


@pytest.mark.parametrize("text", ["POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), EMPTY)", "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), EMPTY)"])
def test_rings_without_points_are_left_out(text: str) -> None:
    shapes, there, broken = polygons_of(np.array([shapely.from_wkt(text)], np.object_))

    assert shapely.get_num_interior_rings(shapely.get_parts(shapes)).tolist() == [0]
    assert (shapely.area(shapes).tolist(), there.tolist(), broken.tolist()) == ([81.0], [True], [False])


def test_a_polygon_with_a_coordinate_that_is_no_number_lies_nowhere() -> None:
    lost = shapely.set_coordinates(shapely.box(0, 0, 1, 1), [[0, 0], [np.nan, 1], [1, 1], [1, 0], [0, 0]])

    shapes, there, broken = polygons_of(np.array([lost, shapely.box(0, 0, 1, 1)], np.object_))

    assert (shapely.area(shapes).tolist(), there.tolist(), broken.tolist()) == ([0.0, 1.0], [False, True], [False, False])


def test_a_zone_as_large_as_the_world_counts_the_image_alone_and_the_rest_as_outside() -> None:
    grid = Grid(20, 30, Affine(1e-6, 0, 13.4, 0, -1e-6, 45.9), DEGREES)

    placed = place(np.array([shapely.box(-180, -90, 180, 90)], np.object_), DEGREES, grid, "world")

    assert shapely.area(shapely.intersection(placed.shapes, shapely.box(0, 0, 30, 20))).tolist() == pytest.approx([600], rel=1e-6)
    assert hectares_of(placed.outside, DEGREES).tolist() == pytest.approx([5.1e10], rel=0.01)


def test_an_image_beyond_the_zones_reference_system_is_told_in_words() -> None:
    grid = Grid(SIDE, SIDE, over_pole("EPSG:3031").transform, CRS.from_epsg(3031))
    with pytest.raises(InputError, match="does not lie within the coordinate reference system of zones"):
        place(np.array([shapely.box(0, 0, 1, 1)], np.object_), CRS.from_epsg(3857), grid, "zones")


@pytest.mark.parametrize("name", ["a!b", "line\nbreak", "tab\there", "a#b", "100%", "what?", "é" * 100])
def test_polygons_are_written_and_read_under_any_name(tmp_path: Path, name: str) -> None:
    raster = write_raster(tmp_path / "x_class.tif", np.ones((20, 20), np.uint8), description="class")
    for ending in (".gpkg", ".geojson"):
        output = str(tmp_path / (name + ending))
        assert vectorise(VectoriseJob(raster, output, minimum_area=0.0)).features["observedEvent"] == 1
        found = zone_statistics(ZonesJob(raster, output, str(tmp_path / f"{name}{ending}.csv"))).columns
        assert found["detected_ha"] == pytest.approx(4.0, rel=0.01)
