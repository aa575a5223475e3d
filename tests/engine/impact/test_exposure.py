"""Exposure counts what is there: as brute force does on random layers, whatever the reference systems, and never takes unseen for dry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.transform import from_origin
from rasterio.warp import transform as warp_points

from helpers.maps import UTM, Place, write_run
from helpers.scenes import state_scale
from helpers.tables import read_table
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import Cancelled, InputError, OutputError
from tidemark.engine.contract.impact import ImpactRecord
from tidemark.engine.contract.requests import ExposureJob
from tidemark.engine.impact.estimate import Estimate
from tidemark.engine.impact.exposure import Row, exposure

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


def row_of(found: Estimate[Row], layer: str, measure: str, zone: str = "") -> Row | None:
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


def test_people_that_are_stored_as_scaled_numbers_are_counted_by_their_values(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((ROWS, COLUMNS), np.uint8))
    stored = np.full((2, 3), 1500, np.float32)
    stored[0, 0] = -99
    write_population(tmp_path / "people.tif", stored, Place(UTM.crs, from_origin(480_000, 4_300_000, 100, 100)))
    with rasterio.open(tmp_path / "people.tif", "r+") as people:
        people.nodata = -99
    state_scale(str(tmp_path / "people.tif"), 0.01, 2)
    found = exposure(ExposureJob(raster, str(tmp_path / "out.csv"), population=str(tmp_path / "people.tif")))
    row = row_of(found, "people.tif", "people")
    assert row is not None
    assert row.total == pytest.approx(5 * 17, rel=1e-6)


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


def square(x: float, y: float, size: float = 40.0) -> Any:
    """A square in the metres of the map `UTM`, from its upper left corner on."""
    west, north = UTM.transform.c + x, UTM.transform.f - y
    return shapely.box(west, north - size, west + size, north)


def write_squares(path: Path, shapes: list[Any], crs: str | None = UTM.crs, kind: str = "Polygon", **columns: np.ndarray) -> str:
    pyogrio.raw.write(path, shapely.to_wkb(shapes), list(columns.values()), list(columns), geometry_type=kind, crs=crs, layer=path.stem)
    return str(path)


def striped() -> np.ndarray:
    """A map of 30 x 30 pixels of 10 m: dry, flood and not observed, 100 m each."""
    return np.repeat(np.array([0, 1, 255], np.uint8), 10)[None, :].repeat(30, axis=0)


def test_what_was_not_observed_is_never_dry_and_stands_beside_every_number(tmp_path: Path) -> None:
    raster = write_run(tmp_path, striped())
    houses = write_squares(tmp_path / "houses.gpkg", [square(80, 0), square(120, 100), square(180, 100), square(250, 0), square(280, 0)])
    found = exposure(ExposureJob(raster, str(tmp_path / "run_exposure.csv"), (houses,)))
    row = row_of(found, "houses", "features")
    assert row is not None
    assert numbers(row) == {
        "flood": 3,
        "possible_water": 0,
        "reference_water": 0,
        "not_detected": 1,
        "not_mapped": 0,
        "not_observed": 3,
        "outside": 1,
    }
    areas = row_of(found, "houses", "ha")
    assert areas is not None
    assert areas.total == pytest.approx(5 * 0.16, rel=1e-3)
    assert areas.unseen_percent == pytest.approx(100 * (20 + 40 + 40) / 200, rel=1e-3)
    assert "not observed: 50.0 %" in " ".join(found.record.lines)
    assert {line["not_observed_percent"] for line in read_table(tmp_path / "run_exposure.csv")} == {"80.0", "50.0"}


def test_zones_are_told_apart_and_cut_what_crosses_their_border(tmp_path: Path) -> None:
    raster = write_run(tmp_path, striped())
    road = shapely.LineString([(480_000, 4_299_950), (480_300, 4_299_950)])
    roads = write_squares(tmp_path / "roads.gpkg", [road], kind="LineString")
    zones = write_squares(tmp_path / "zones.gpkg", [square(0, 0, 150), square(150, 0, 150)], name=np.array(["West", "East"], object))
    found = exposure(ExposureJob(raster, str(tmp_path / "out.csv"), (roads,), zones=zones))
    for zone, flood, unseen in (("", 0.1, 0.1), ("West", 0.05, 0), ("East", 0.05, 0.1)):
        row = row_of(found, "roads", "km", zone)
        assert row is not None
        assert (numbers(row)["flood"], numbers(row)["not_observed"]) == pytest.approx((flood, unseen), rel=1e-3)
        count = row_of(found, "roads", "features", zone)
        assert count is not None
        assert (count.total, numbers(count)["flood"]) == (1, 1)


def test_people_of_a_zone_beside_the_image_are_not_forgotten(tmp_path: Path) -> None:
    raster = write_run(tmp_path, striped())
    write_population(tmp_path / "people.tif", np.full((4, 6), 10.0, np.float32), Place(UTM.crs, from_origin(480_000, 4_300_000, 100, 100)))
    zones = write_squares(tmp_path / "zones.gpkg", [square(150, 50, 250)], name=np.array(["East"], object))
    found = exposure(ExposureJob(raster, str(tmp_path / "out.csv"), population=str(tmp_path / "people.tif"), zones=zones))
    row = row_of(found, "people.tif", "people", "East")
    assert row is not None
    assert row.total == pytest.approx(62.5)
    assert numbers(row)["flood"] == pytest.approx(12.5)
    assert numbers(row)["not_observed"] == pytest.approx(25)
    assert numbers(row)["outside"] == pytest.approx(25)


def test_the_layers_are_written_with_their_own_fields_and_the_shares(tmp_path: Path) -> None:
    raster = write_run(tmp_path, striped())
    houses = write_squares(
        tmp_path / "houses.gpkg", [square(80, 0), square(180, 100)], owner=np.array(["Ada", "Bo"], object), flood_share=np.array([1.0, 2])
    )
    roads = tmp_path / "roads.geojson"
    write_squares(roads, [shapely.LineString([(3, 38.8), (3.1, 38.9)])], "EPSG:4326", "LineString")
    done = exposure(ExposureJob(raster, str(tmp_path / "run_exposure.gpkg"), (houses, str(roads))))
    assert set(done.files) == {"layers", "table", "record"}
    about, _, shapes, values = pyogrio.raw.read(tmp_path / "run_exposure.gpkg", layer="exposure_of_houses")
    fields = dict(zip(about["fields"], values, strict=True))
    assert about["crs"] == UTM.crs
    assert fields["owner"].tolist() == ["Ada", "Bo"]
    assert fields["flood_share"].tolist() == [1.0, 2.0]
    assert fields["flood_share_2"].tolist() == pytest.approx([0.5, 0.5], abs=1e-4)
    assert fields["not_observed_share_2"].tolist() == pytest.approx([0, 0.5], abs=1e-4)
    assert shapely.from_wkb(shapes)[0].area == pytest.approx(1600)
    assert pyogrio.read_info(tmp_path / "run_exposure.gpkg", layer="exposure_of_roads")["geometry_type"] == "MultiLineString"


def test_a_polygon_that_is_cut_in_two_at_180_degrees_counts_once(tmp_path: Path) -> None:
    at = place_at("EPSG:4326", "180")
    raster = write_run(tmp_path, np.ones((ROWS, COLUMNS), np.uint8), where=at)
    south, north = at.transform.f - 0.003, at.transform.f - 0.001
    halves = shapely.MultiPolygon([shapely.box(179.999, south, 180, north), shapely.box(-180, south, -179.999, north)])
    path = write_squares(tmp_path / "field.geojson", [halves], "EPSG:4326", "MultiPolygon")
    whole = write_squares(tmp_path / "whole.gpkg", [shapely.box(179.999, south, 180.001, north)], "EPSG:4326")
    found = exposure(ExposureJob(raster, str(tmp_path / "out.csv"), (path, whole)))
    cut, one = (row_of(found, name, "ha") for name in ("field", "whole"))
    assert cut is not None
    assert one is not None
    assert cut.numbers[0] == pytest.approx(cut.total)
    assert cut.total == pytest.approx(one.total, rel=1e-4)
    count = row_of(found, "field", "features")
    assert count is not None
    assert count.total == 1


def test_many_features_take_several_passes_and_count_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raster = write_run(tmp_path, striped())
    shapes = [square(x, y, 17) for x in range(0, 300, 23) for y in range(0, 300, 31)]
    houses = write_squares(tmp_path / "houses.gpkg", shapes)
    once = exposure(ExposureJob(raster, str(tmp_path / "once.csv"), (houses,)))
    monkeypatch.setattr("tidemark.engine.impact.exposure._FEATURES_AT_ONCE", 40)
    exposure(ExposureJob(raster, str(tmp_path / "often.gpkg"), (houses,)))
    assert read_table(tmp_path / "once.csv") == read_table(tmp_path / "often.csv")
    assert pyogrio.read_info(tmp_path / "often.gpkg", layer="exposure_of_houses")["features"] == len(shapes) == once.rows[0].total


def refused(job: ExposureJob, words: str, folder: Path) -> None:
    before = sorted(folder.iterdir())
    with pytest.raises((InputError, OutputError), match=words):
        exposure(job)
    assert sorted(folder.iterdir()) == before


@pytest.mark.filterwarnings("ignore:'crs' was not provided:UserWarning")
def test_bad_input_is_one_message(tmp_path: Path) -> None:
    raster, out = write_run(tmp_path, striped()), str(tmp_path / "out.csv")
    houses = write_squares(tmp_path / "houses.gpkg", [square(0, 0)])
    nowhere = write_squares(tmp_path / "nowhere.shp", [square(0, 0)], None)
    empty = write_squares(tmp_path / "empty.gpkg", [])
    lines = write_squares(tmp_path / "lines.gpkg", [shapely.LineString([(480_000, 4_300_000), (480_100, 4_300_000)])], kind="LineString")
    people = tmp_path / "people.tif"
    write_population(people, np.ones((3, 3), np.float32), Place(None, UTM.transform))
    refused(ExposureJob(raster, out), "Nothing is given that could be affected", tmp_path)
    refused(ExposureJob(raster, out, (nowhere,)), "has no coordinate reference system", tmp_path)
    refused(ExposureJob(raster, out, (empty,)), "holds no features", tmp_path)
    refused(ExposureJob(raster, out, (houses,), zones=lines), "no layer of polygons", tmp_path)
    refused(ExposureJob(raster, out, (houses,), zones=houses, zone_field="name"), "has no field 'name'", tmp_path)
    refused(ExposureJob(raster, out, population=str(people)), "people.tif has no coordinate reference system", tmp_path)
    write_population(people, np.ones((3, 3), np.float32), UTM)
    with rasterio.open(people, "r+") as radar:
        radar.set_band_description(1, "VH")
    refused(ExposureJob(raster, out, population=str(people)), "people.tif is a radar image", tmp_path)
    refused(ExposureJob(raster, out, (raster,)), "cannot be read as a vector file", tmp_path)
    refused(ExposureJob(raster, out, (f"{houses}|layername=barns",)), "has no layer 'barns'", tmp_path)
    refused(ExposureJob(raster, str(tmp_path / "out.shp"), (houses,)), "no known ending", tmp_path)
    refused(ExposureJob(raster, houses, (houses,), overwrite=True), "is an input", tmp_path)
    refused(ExposureJob(raster, raster.replace("_class.tif", "_run.csv"), (houses,), overwrite=True), "is an input", tmp_path)
    refused(ExposureJob(raster, out.replace("out", "no/out"), (houses,)), "does not exist", tmp_path)


def test_only_own_files_are_replaced(tmp_path: Path) -> None:
    raster = write_run(tmp_path, striped())
    houses = write_squares(tmp_path / "houses.gpkg", [square(0, 0)])
    job = ExposureJob(raster, str(tmp_path / "out.gpkg"), (houses,))
    exposure(job)
    refused(job, "a result already", tmp_path)
    exposure(replace(job, overwrite=True))
    (tmp_path / "out.json").write_text('{"mine": 1}')
    refused(replace(job, overwrite=True), "not written by Tidemark", tmp_path)


def test_a_cancelled_estimate_leaves_nothing(tmp_path: Path) -> None:
    raster = write_run(tmp_path, striped())
    houses = write_squares(tmp_path / "houses.gpkg", [square(0, 0)])
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        exposure(ExposureJob(raster, str(tmp_path / "out.gpkg"), (houses,)), cancelled=lambda: True)
    assert sorted(tmp_path.iterdir()) == before


def test_layers_that_miss_the_image_are_told(tmp_path: Path) -> None:
    raster = write_run(tmp_path, striped())
    houses = write_squares(tmp_path / "houses.gpkg", [square(90_000, 0)])
    found = exposure(ExposureJob(raster, str(tmp_path / "out.csv"), (houses,)))
    assert "houses: no feature lies on the image" in " ".join(found.record.notices)
    assert "not observed: 100.0 %" in found.record.lines[0]


def test_layers_whose_features_all_reach_beyond_the_image_do_not_miss_it(tmp_path: Path) -> None:
    raster = write_run(tmp_path, striped())
    district = write_squares(tmp_path / "district.gpkg", [square(0, 0, 90_000)])
    found = exposure(ExposureJob(raster, str(tmp_path / "out.csv"), (district,)))
    assert not any("no feature lies on the image" in text for text in found.record.notices)


def test_the_command_tells_what_is_affected_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster = write_run(tmp_path, striped())
    houses = write_squares(tmp_path / "houses.gpkg", [square(120, 0), square(250, 0)])
    assert main(["exposure", raster, "--layer", houses, "--output", str(tmp_path / "run_exposure.gpkg")]) == 0
    said = capsys.readouterr().err
    assert "houses: 1 of 2 touch the flood; not observed: 50.0 %." in said
    assert "first look" in said
    record = ImpactRecord.read(str(tmp_path / "run_exposure.json"))
    assert record.lines[0] in said
