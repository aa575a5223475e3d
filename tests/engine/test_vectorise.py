"""Polygons of what was detected: right areas, one polygon for each piece of water, nothing lost and nothing written by halves."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.features import rasterize
from rasterio.warp import transform as warp_points
from scipy import ndimage

from helpers.maps import GRIDS, LATITUDES, UTM, Place, place, water, write_raster, write_run
from tidemark.engine.cli import main
from tidemark.engine.errors import Cancelled, InputError
from tidemark.engine.job import Event
from tidemark.engine.vectorise import Vectorised, VectoriseJob, vectorise

FIELDS = [
    *("class", "area_ha", "prob_mean", "prob_max", "src_image", "acq_utc", "model", "threshold", "det_method", "event_type", "obj_desc")
]


def read(path: Path | str, layer: str | None = None) -> tuple[Any, dict[str, Any], str]:
    if str(path).endswith(".gpkg"):  # which holds the table of styles as well
        layer = layer or "observedEvent"
    about, _, shapes, values = pyogrio.raw.read(path, layer=layer)
    return shapely.from_wkb(shapes), dict(zip(about["fields"], values, strict=True)), about["crs"]


def run(tmp_path: Path, classes: np.ndarray, percent: np.ndarray | None = None, where: Place = UTM, **options: Any) -> Vectorised:
    raster = write_run(tmp_path, classes, percent, where)
    return vectorise(VectoriseJob(raster, **{"output": str(tmp_path / "out.gpkg"), "minimum_area": 0.0, "overwrite": True, **options}))


def event(done: Vectorised) -> tuple[Any, dict[str, Any]]:
    return read(done.files["observedEvent"], "observedEvent")[:2]


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


def test_fields_tell_what_the_polygon_is_and_where_it_comes_from(tmp_path: Path) -> None:
    classes = water("##..", "##..", "...#", "...#")
    percent = np.where(classes == 1, 80, 10).astype(np.uint8)
    percent[0, 0], percent[1, 1] = 60, 100
    _, fields = event(run(tmp_path, classes, percent))
    assert list(fields) == FIELDS
    assert all(len(name) <= 10 for name in FIELDS)
    first = {name: values[0] for name, values in fields.items()}
    assert first.pop("area_ha") == pytest.approx(0.04, rel=1e-2)
    assert first == {
        "class": 1,
        "prob_mean": 0.8,
        "prob_max": 1.0,
        "src_image": "S1A_VV.tif; S1A_VH.tif",
        "acq_utc": "2024-05-06T05:04:03Z",
        "model": "water",
        "threshold": 0.5,
        "det_method": "Automatic (student)",
        "event_type": "Water extent",
        "obj_desc": "Water extent (single date)",
    }


def test_without_record_and_probability_the_tags_tell_and_unknown_fields_are_empty(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "map.tif", water("##", "##"))
    with rasterio.open(path, "r+") as raster:
        raster.update_tags(
            TIDEMARK_METHOD="name=otsu thresholds=x", TIDEMARK_INPUT="/a/b.tif", TIDEMARK_THRESHOLD="0.5", TIDEMARK_SIMULATED="yes"
        )
    _, fields = event(vectorise(VectoriseJob(path, str(tmp_path / "o.gpkg"), minimum_area=0)))
    assert (fields["src_image"][0], fields["det_method"][0], fields["threshold"][0]) == ("b.tif", "Automatic (otsu)", 0.5)
    assert fields["obj_desc"][0].endswith("simulated")
    assert fields["model"][0] is None
    assert np.isnan(fields["prob_mean"][0])


def test_a_raster_of_which_nothing_is_known_becomes_polygons_with_one_notice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_raster(tmp_path / "copied.tif", water("##", "##"))
    assert main(["vectorise", path, str(tmp_path / "o.gpkg"), "--minimum-area", "0"]) == 0
    said = capsys.readouterr().err
    assert said.count("Note:") == 1
    assert "Nothing tells of the run that made copied.tif" in said
    _, fields, _ = read(tmp_path / "o.gpkg")
    assert (fields["class"][0], fields["src_image"][0], fields["model"][0]) == (1, None, None)


@pytest.mark.parametrize("name", ["map.tif", "run_class_v2.tif"])
def test_record_and_probability_are_found_whatever_the_map_is_called(tmp_path: Path, name: str) -> None:
    classes = water("##", "##")
    plain = Path(write_run(tmp_path, classes, np.full((2, 2), 80, np.uint8)))
    named = ("map_probability.tif", "map_run.json") if name == "map.tif" else ("run_probability_v2.tif", "run_run_v2.json")
    for old, new in zip(("run_probability.tif", "run_run.json"), named, strict=True):
        (tmp_path / old).rename(tmp_path / new)
    heard: list[Event] = []
    job = VectoriseJob(str(plain.rename(tmp_path / name)), str(tmp_path / "o.gpkg"), minimum_area=0)
    _, fields = event(vectorise(job, heard.append))
    assert (fields["prob_mean"][0], fields["src_image"][0], fields["threshold"][0]) == (0.8, "S1A_VV.tif; S1A_VH.tif", 0.5)
    assert [e for e in heard if e.kind == "notice"] == []


def styles_in(path: Path | str) -> dict[str, tuple[str, str]]:
    """Return QML and SLD of each layer of a GeoPackage."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT f_table_name, styleQML, styleSLD FROM layer_styles WHERE useAsDefault AND f_geometry_column = 'geom'"
        )
        return {name: (qml, sld) for name, qml, sld in rows}


def test_a_geopackage_holds_the_colours_and_words_of_each_layer(tmp_path: Path) -> None:
    classes = np.zeros((60, 40), np.uint8)
    classes[:20], classes[20:30], classes[30:40] = 1, 3, 251
    job = VectoriseJob(write_run(tmp_path, classes), str(tmp_path / "o.gpkg"), minimum_area=0, classes=(1, 3), footprint=True)
    styles = styles_in(vectorise(job).files["observedEvent"])
    assert set(styles) == {"observedEvent", "imageFootprint", "notAnalysed"}
    for text in styles["observedEvent"]:
        assert "Water detected" in text
        assert "Backscatter decrease" in text
        assert "Backscatter increase" not in text
        assert "@" not in text
    for text in styles["notAnalysed"]:
        assert "layover or shadow" in text
        assert "excluded" not in text


@pytest.mark.parametrize("ending", [".geojson", ".shp"])
def test_other_formats_have_their_style_beside_them_and_nothing_stays_of_an_earlier_one(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    run(tmp_path, water("##", "##"), output=str(out), footprint=True)
    assert "Water detected" in out.with_suffix(".qml").read_text(encoding="utf-8")
    assert "Water detected" in out.with_suffix(".sld").read_text(encoding="utf-8")
    assert "Observed" in out.with_name("out_imageFootprint.sld").read_text(encoding="utf-8")
    assert out.with_name("out_notAnalysed.qml").is_file()
    out.with_suffix(".qml").write_text("old")
    run(tmp_path, water("##", "##"), output=str(out))
    assert "Water detected" in out.with_suffix(".qml").read_text(encoding="utf-8")


def test_the_style_of_a_raster_of_the_same_name_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster = Path(write_run(tmp_path, water("##", "##")))
    raster.with_suffix(".qml").write_text("the raster's")
    assert main(["vectorise", str(raster), str(raster.with_suffix(".shp")), "--minimum-area", "0", "--overwrite"]) == 0
    assert raster.with_suffix(".qml").read_text() == "the raster's"
    assert "No style was written" in capsys.readouterr().err


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


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".shp"])
def test_every_format_holds_the_same(tmp_path: Path, ending: str) -> None:
    raster = write_run(tmp_path, water("##..", "##.#", "?..#"), np.full((3, 4), 70, np.uint8))
    output = str(tmp_path / f"Überflutung 1{ending}")
    assert main(["vectorise", raster, output, "--minimum-area", "0", "--footprint"]) == 0
    shapes, fields, crs = read(output, "observedEvent" if ending == ".gpkg" else None)
    assert list(fields) == FIELDS
    assert sorted(fields["area_ha"]) == pytest.approx([0.02, 0.04], rel=1e-2)
    assert fields["obj_desc"][0] == "Water extent (single date)"
    assert crs == ("EPSG:4326" if ending == ".geojson" else "EPSG:32631")
    if ending == ".geojson":
        assert "crs" not in json.loads(Path(output).read_text())
        assert shapely.bounds(shapes)[:, :2] == pytest.approx(np.array([[2.77, 38.85]] * 2), abs=0.01)
    if ending != ".gpkg":
        assert len(read(tmp_path / f"Überflutung 1_imageFootprint{ending}")[0]) == 1
        assert len(read(tmp_path / f"Überflutung 1_notAnalysed{ending}")[0]) == 1


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".shp"])
def test_nothing_detected_gives_a_valid_empty_layer_and_says_so(tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    raster = write_run(tmp_path, np.zeros((30, 30), np.uint8))
    assert main(["vectorise", raster, str(tmp_path / f"out{ending}")]) == 0
    assert "No polygons" in capsys.readouterr().err
    assert len(read(tmp_path / f"out{ending}")[0]) == 0
    with rasterio.open(raster) as given:
        assert given.crs == "EPSG:32631"


def test_many_polygons_come_in_several_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tidemark.engine.polygons._FEATURES_AT_ONCE", 100)
    classes = np.zeros((800, 60), np.uint8)
    classes[::4, ::4] = 1
    for ending in (".gpkg", ".geojson", ".shp"):
        raster = write_run(tmp_path, classes)
        done = vectorise(VectoriseJob(raster, str(tmp_path / f"many{ending}"), minimum_area=0))
        assert len(read(tmp_path / f"many{ending}")[0]) == done.features["observedEvent"] == 200 * 15


def test_an_earlier_file_is_kept_unless_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster = write_run(tmp_path, water("##", "##"))
    output = tmp_path / "out.gpkg"
    output.write_text("precious")
    assert main(["vectorise", raster, str(output)]) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert output.read_text() == "precious"
    assert main(["vectorise", raster, str(output), "--minimum-area", "0", "--overwrite"]) == 0
    assert len(read(output)[0]) == 1


def test_cancel_in_mid_run_leaves_nothing(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((1000, 50), np.uint8))
    before = sorted(tmp_path.iterdir())
    events: list[Event] = []
    with pytest.raises(Cancelled):
        vectorise(
            VectoriseJob(raster, str(tmp_path / "out.gpkg"), footprint=True),
            events.append,
            lambda: any(e.kind == "progress" for e in events),
        )
    assert sorted(tmp_path.iterdir()) == before
    assert events[0].kind == "started"


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    raster = write_run(tmp_path, np.ones((700, 50), np.uint8))
    events: list[Event] = []
    vectorise(VectoriseJob(raster, str(tmp_path / "out.gpkg"), fill_holes=1.0), events.append)
    done = [(e.data["done"], e.data["total"]) for e in events if e.kind == "progress"]
    assert done[-1] == (1400, 1400)


PEAK = r"""
import re, sys
from tidemark.engine import polygons
from tidemark.engine.vectorise import VectoriseJob, vectorise
polygons._FEATURES_AT_ONCE = 1000
vectorise(VectoriseJob(sys.argv[1], sys.argv[2], minimum_area=0.02))
print(re.search(r"VmHWM:\s*(\d+)", open("/proc/self/status").read())[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's peak memory")
def test_memory_does_not_grow_with_the_height(tmp_path: Path) -> None:
    peaks = []
    for height in (512, 4096):
        classes = (ndimage.uniform_filter(np.random.default_rng(0).random((height, 1024)), 5) > 0.55).astype(np.uint8)
        raster = write_run(tmp_path, classes, name=f"run{height}")
        command = [sys.executable, "-c", PEAK, raster, str(tmp_path / f"out{height}.gpkg")]
        peaks.append(int(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    assert peaks[1] < 1.1 * peaks[0]


def test_a_detection_loads_neither_of_the_vector_packages(tmp_path: Path) -> None:
    code = "import sys; from tidemark.engine import cli, detect; cli._parser(); print({'shapely', 'pyogrio'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"


def bad(make: Callable[[Path], str], *options: str) -> tuple[Callable[[Path], str], tuple[str, ...]]:
    return make, options


def good(folder: Path) -> str:
    return write_run(folder, water("##", "##"), np.full((2, 2), 70, np.uint8))


def probability(folder: Path) -> str:
    good(folder)
    return str(folder / "run_probability.tif")


def text(folder: Path) -> str:
    (folder / "text.tif").write_text("no raster")
    return str(folder / "text.tif")


def other_grid(folder: Path) -> str:
    write_raster(folder / "run_probability.tif", np.zeros((3, 3), np.uint8))
    return write_run(folder, water("##", "##"))


BAD = {
    "missing file": (bad(lambda f: str(f / "no.tif")), "no file"),
    "no raster": (bad(text), "cannot be read"),
    "decibels": (bad(lambda f: write_raster(f / "db.tif", np.zeros((4, 4), np.float32))), "no class raster"),
    "other bytes": (bad(lambda f: write_raster(f / "b.tif", np.full((4, 4), 77, np.uint8))), "value 77"),
    "the probability": (bad(probability), "holds probabilities"),
    "probability on another grid": (bad(other_grid), "not lie on the grid"),
    "missing probability": (bad(good, "--probability", "nowhere.tif"), "no file"),
    "unknown ending": (bad(good, "--output", "out.kml"), "no known ending"),
    "folder missing": (bad(good, "--output", "no/such/out.gpkg"), "does not exist"),
    "unwritable": (bad(good, "--output", "/proc/out.gpkg"), "/proc"),
    "negative area": (bad(good, "--minimum-area", "-1"), "--minimum-area"),
    "area that is no number": (bad(good, "--minimum-area", "nan"), "--minimum-area"),
    "no such class": (bad(good, "--classes", "1,9"), "class 9"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_message_and_leaves_nothing(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (make, options), expected = BAD[case]
    arguments = list(options)
    output = arguments.pop(1) if "--output" in arguments else "out.gpkg"
    arguments = [option for option in arguments if option != "--output"]
    raster = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert main(["vectorise", raster, str(tmp_path / output), *arguments]) == 2
    said = capsys.readouterr().err
    assert said.count("tidemark: ") == 1
    assert expected in said
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")  # the test's own writing
def test_without_georeference_there_are_no_hectares_and_so_no_polygons(tmp_path: Path) -> None:
    raster = write_run(tmp_path, water("##", "##"), where=Place(None, rasterio.Affine.identity()))
    with pytest.raises(InputError, match="no georeference"):
        vectorise(VectoriseJob(raster, str(tmp_path / "o.gpkg")))


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))
from tidemark.engine.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".shp"])
def test_a_write_that_the_system_refuses_is_said_in_words_and_left_clean(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("resource")
    classes = np.zeros((200, 200), np.uint8)
    classes[::4, ::4] = 1
    raster = write_run(tmp_path, classes)
    (tmp_path / "out").mkdir()
    command = [sys.executable, "-c", LIMITED, "vectorise", raster, str(tmp_path / "out" / f"o{ending}"), "--minimum-area", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "out").iterdir()) == []
