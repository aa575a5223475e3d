"""Polygons of what was detected: right areas, one polygon for each piece of water."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio.features import rasterize
from rasterio.transform import from_origin
from rasterio.warp import transform as warp_points
from scipy import ndimage

from helpers.maps import GRIDS, LATITUDES, UTM, Place, place, write_run
from helpers.polygons import event, read, run
from tidemark.engine.contract.requests import VectoriseJob
from tidemark.engine.vector.vectorise import vectorise


def test_a_class_that_is_asked_for_twice_is_written_once(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.pad(np.ones((4, 4), np.uint8), 2))
    done = vectorise(VectoriseJob(raster, str(tmp_path / "o.gpkg"), minimum_area=0, classes=(1, 1)))
    shapes, _ = event(done)
    assert len(shapes) == 1
    assert done.summary.startswith("1 polygon,")


def a_known_polygon() -> np.ndarray:
    """A lake of about 5 km with an island, in lon/lat degrees around nought."""
    angle = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    radius = 0.022 + 0.004 * np.sin(5 * angle)
    shell = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return shapely.polygons(shell, [shell * 0.3])


def spherical_hectares(polygon: Any, latitude: float) -> float:
    """Area by summing thin strips of latitude on the WGS 84 ellipsoid (radii of curvature), independent of any projection."""
    a, e2 = 6378137.0, 6.69437999014e-3
    edges = np.linspace(polygon.bounds[1], polygon.bounds[3], 2000)
    total = 0.0
    for low, high in pairwise(edges.tolist()):
        middle = (low + high) / 2
        across = polygon.intersection(shapely.LineString([(-1, middle), (1, middle)])).length
        sin2 = np.sin(np.radians(latitude + middle)) ** 2
        meridian, normal = a * (1 - e2) / (1 - e2 * sin2) ** 1.5, a / np.sqrt(1 - e2 * sin2)
        total += np.radians(high - low) * meridian * np.radians(across) * normal * np.cos(np.radians(latitude + middle))
    return total / 1e4


@pytest.mark.parametrize("latitude", LATITUDES)
@pytest.mark.parametrize("crs", GRIDS)
def test_a_known_polygon_has_its_hectares_on_every_grid(tmp_path: Path, crs: str, latitude: float) -> None:
    where = place(crs, latitude)
    shape = shapely.transform(a_known_polygon(), lambda p: p + np.array([3.04, latitude - 0.04]))
    known = spherical_hectares(shapely.transform(shape, lambda p: p - np.array([3.04, latitude])), latitude)
    on_grid = shapely.transform(shape, lambda p: np.stack(warp_points("EPSG:4326", crs, *p.T.tolist()), axis=1))
    xmin, ymin, xmax, ymax = on_grid.bounds
    width = int((xmax - where.transform.c) / where.transform.a) + 20
    height = int((ymin - where.transform.f) / where.transform.e) + 20
    assert xmin > where.transform.c
    assert ymax < where.transform.f
    classes = rasterize([(on_grid, 1)], out_shape=(height, width), transform=where.transform, dtype="uint8")
    done = run(tmp_path, classes, where=where)
    shapes, fields = event(done)
    assert fields["area_ha"] == pytest.approx([known], rel=0.005)
    assert len(shapes[0].geoms[0].interiors) == 1
    outline = shapely.transform(
        shapes[0], lambda p: np.stack(warp_points(crs, "EPSG:4326", *p.T.tolist()), axis=1) - np.array([3.04, latitude])
    )
    assert spherical_hectares(outline, latitude) == pytest.approx(known, rel=0.005)


@pytest.mark.parametrize("connectivity", [4, 8])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.6, 0.75])
def test_polygons_are_the_pixels_piece_by_piece_and_valid(tmp_path: Path, connectivity: int, share: float) -> None:
    generator = np.random.default_rng(int(share * 100))
    classes = (ndimage.zoom(generator.random((300, 12)), 2, order=0) < share).astype(np.uint8)  # three strips of rows
    shapes, fields = event(run(tmp_path, classes, connectivity=connectivity))
    labels, count = ndimage.label(classes, np.ones((3, 3)) if connectivity == 8 else None)
    assert len(shapes) == count
    assert shapely.is_valid(shapes).all()
    burnt = rasterize([(shape, i + 1) for i, shape in enumerate(shapes)], out_shape=classes.shape, transform=UTM.transform)
    assert len(np.unique(np.stack([burnt.ravel(), labels.ravel()]), axis=1).T) == count + 1
    assert fields["area_ha"] == pytest.approx(shapely.area(shapes) / 1e4, rel=1e-3, abs=2e-4)


def test_pieces_that_meet_at_a_corner_are_one_polygon_or_two(tmp_path: Path) -> None:
    classes = np.kron(np.eye(2, dtype=np.uint8), np.ones((20, 20), np.uint8))
    assert len(event(run(tmp_path, classes, connectivity=8))[0]) == 1
    assert len(event(run(tmp_path, classes, connectivity=4))[0]) == 2


def test_a_river_through_all_strips_is_one_polygon(tmp_path: Path) -> None:
    classes = np.zeros((1000, 60), np.uint8)
    classes[:, 20:25] = 1
    shapes, fields = event(run(tmp_path, classes))
    assert len(shapes) == 1
    assert shapely.get_num_coordinates(shapes[0]) == 5
    assert fields["area_ha"] == pytest.approx([50], rel=1e-3)


@pytest.mark.parametrize("connectivity", [4, 8])
def test_two_arms_that_join_only_further_down_are_one_polygon(tmp_path: Path, connectivity: int) -> None:
    classes = np.zeros((900, 80), np.uint8)
    classes[10:850, 10], classes[10:850, 50] = 1, 1
    classes[849, 10:51] = 1
    classes[600:700, 30] = 1
    shapes, _ = event(run(tmp_path, classes, connectivity=connectivity))
    assert len(shapes) == 2
    assert sorted(shapely.area(shapes)) == [100 * 100, (840 * 2 + 39) * 100]


def test_a_spiral_over_many_strips_is_one_polygon(tmp_path: Path) -> None:
    classes = np.zeros((1201, 1201), np.uint8)
    top, left, bottom, right = 0, 0, 1200, 1200
    while right - left > 80:
        classes[top, left : right + 1] = 1
        classes[top : bottom + 1, right] = 1
        classes[bottom, left + 40 : right + 1] = 1
        classes[top + 40 : bottom + 1, left + 40] = 1
        top, left, bottom, right = top + 40, left + 40, bottom - 40, right - 40
    for connectivity in (4, 8):
        shapes, _ = event(run(tmp_path, classes, connectivity=connectivity))
        assert len(shapes) == ndimage.label(classes)[1]
        assert shapely.area(shapes).sum() == classes.sum() * 100


def test_holes_are_kept_unless_asked_and_what_was_not_observed_is_never_filled(tmp_path: Path) -> None:
    classes = np.zeros((700, 300), np.uint8)
    classes[50:650, 50:250] = 1
    classes[100:105, 100:110] = 0  # 0.5 ha
    classes[250:260, 100:110] = 0  # 1 ha, over two strips
    classes[400:405, 100:110] = 0
    classes[402, 105] = 255  # a hole with a pixel that nobody saw
    classes[500:540, 100:140] = 0  # 16 ha
    kept, fields = event(run(tmp_path, classes))
    assert len(kept[0].geoms[0].interiors) == 4
    assert fields["area_ha"] == pytest.approx([(120_000 - 50 - 100 - 50 - 1600) / 100], rel=1e-3)
    filled, fields = event(run(tmp_path, classes, fill_holes=2.0))
    assert len(filled[0].geoms[0].interiors) == 2
    assert fields["area_ha"] == pytest.approx([(120_000 - 50 - 1600) / 100], rel=1e-3)


def test_a_bay_and_a_strait_to_the_edge_are_no_holes(tmp_path: Path) -> None:
    classes = np.ones((40, 40), np.uint8)
    classes[10:12, :20] = 0
    assert event(run(tmp_path, classes, fill_holes=100.0))[1]["area_ha"] == pytest.approx([15.6], rel=1e-3)


def test_small_pieces_are_left_out_and_said(tmp_path: Path) -> None:
    classes = np.zeros((100, 100), np.uint8)
    classes[10:20, 10:20] = 1  # 1 ha
    classes[50:55, 50:58] = 1  # 0.4 ha
    done = run(tmp_path, classes, minimum_area=0.5)
    assert event(done)[1]["area_ha"] == pytest.approx([1.0], rel=1e-3)
    assert done.left_out == pytest.approx(0.4, rel=1e-3)
    assert "1 polygon, 1.0 ha; 0.4 ha in smaller pieces left out" in done.summary


def test_decrease_and_increase_are_polygons_of_their_own(tmp_path: Path) -> None:
    classes = np.zeros((20, 20), np.uint8)
    classes[2:8, 2:8], classes[2:8, 8:12] = 3, 4
    raster = write_run(tmp_path, classes)
    _, fields = event(vectorise(VectoriseJob(raster, str(tmp_path / "o.gpkg"), minimum_area=0, classes=(3, 4))))
    assert fields["class"].tolist() == [3, 4]
    assert fields["obj_desc"].tolist() == ["Backscatter decrease", "Backscatter increase"]


@pytest.mark.parametrize("crs", GRIDS)
def test_simplifying_moves_no_outline_further_than_asked_and_keeps_the_pixels_area(tmp_path: Path, crs: str) -> None:
    rows, columns = np.mgrid[:300, :300]
    classes = (((rows - 150) / 100) ** 2 + ((columns - 150) / 120) ** 2 < 1).astype(np.uint8)
    where = place(crs, 60)
    exact, before = event(run(tmp_path, classes, where=where))
    simple, after = event(run(tmp_path, classes, where=where, simplify=15))
    assert shapely.get_num_coordinates(simple[0]) < shapely.get_num_coordinates(exact[0]) / 4
    assert after["area_ha"] == before["area_ha"]
    assert shapely.is_valid(simple).all()
    a, b = (shapely.transform(s, lambda p: np.stack(warp_points(crs, UTM.crs, *p.T.tolist()), axis=1)) for s in (exact, simple))
    assert 5 < shapely.hausdorff_distance(a[0], b[0]) < 16


def test_simplified_polygons_of_a_ragged_map_are_valid(tmp_path: Path) -> None:
    noise = ndimage.gaussian_filter(np.random.default_rng(2).normal(size=(700, 700)), 1.2)
    where = Place("EPSG:4326", from_origin(-51.2, -29.8, 1e-4, 1e-4))
    shapes, _ = event(run(tmp_path, (noise > 0).astype(np.uint8), where=where, simplify=15))
    assert shapely.is_valid(shapes).all()


def test_footprint_and_what_was_not_analysed_make_up_the_image(tmp_path: Path) -> None:
    classes = np.zeros((600, 200), np.uint8)
    classes[:, :50], classes[100:400, 100:150], classes[500:, 150:] = 255, 1, 251
    done = run(tmp_path, classes, footprint=True)
    assert [name for name, _ in pyogrio.list_layers(done.files["observedEvent"])] == [
        "observedEvent",
        "imageFootprint",
        "notAnalysed",
        "layer_styles",
    ]
    seen, seen_fields, _ = read(done.files["imageFootprint"], "imageFootprint")
    missing, missing_fields, _ = read(done.files["notAnalysed"], "notAnalysed")
    by_reason = dict(zip(missing_fields["reason"], missing_fields["area_ha"], strict=True))
    assert by_reason == {"not observed": pytest.approx(300, rel=1e-3), "layover or shadow": pytest.approx(50, rel=1e-3)}
    assert seen_fields["area_ha"].sum() == pytest.approx(900, rel=1e-3)
    image = shapely.box(480_000, 4_294_000, 482_000, 4_300_000)
    not_observed = missing[missing_fields["reason"] == "not observed"]
    assert shapely.union_all([*seen, *not_observed]).equals(image)


def test_many_polygons_come_in_several_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tidemark.engine.vector.polygons._FEATURES_AT_ONCE", 100)
    classes = np.zeros((800, 60), np.uint8)
    classes[::4, ::4] = 1
    for ending in (".gpkg", ".geojson", ".shp"):
        raster = write_run(tmp_path, classes)
        done = vectorise(VectoriseJob(raster, str(tmp_path / f"many{ending}"), minimum_area=0))
        assert len(read(tmp_path / f"many{ending}")[0]) == done.features["observedEvent"] == 200 * 15
