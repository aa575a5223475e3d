"""What the recipient of a map gets: a folder or one GeoPackage with everything in it, under names that say what it is."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine

from helpers.maps import read_band
from helpers.networks import write_dark_is_water, write_two_waters
from helpers.scenes import UTM, lake, write
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import Cancelled
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.requests import DepthJob, ExposureJob, VectoriseJob, ZonesJob
from tidemark.engine.delivery import geopackage
from tidemark.engine.delivery.folder import write_folder
from tidemark.engine.delivery.geopackage import write_geopackage_in
from tidemark.engine.impact.depth import depth
from tidemark.engine.impact.exposure import exposure
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.vector.vectorise import vectorise
from tidemark.engine.vector.zones import zone_statistics


@pytest.fixture
def prefix(tmp_path: Path) -> str:
    """A finished map with a quick look, of a scene whose name has a space and a letter beyond ASCII."""
    return make(tmp_path, tags={"TIDEMARK_SIMULATED": "yes"}, **UTM)


def make(place: Path, **profile: Any) -> str:
    db, _ = lake(300, 600)
    db[:, :, :40] = np.nan
    scene = write(place / "S1A Fluß 20240506T054321.tif", db, **profile)
    model = str(write_dark_is_water(place / "models"))
    output = str(place / "río 1")
    source = Source((scene,), scale="db")
    detect(Job("water", (source,), output, model=model, threshold=0.4, quicklook=str(place / "look.png")))
    return output


def add_polygons(prefix: str, name: str = "polygons") -> Path:
    """Put a vector file with two layers beside a map."""
    path = Path(f"{prefix}_{name}.gpkg")
    for layer, count in (("observedEvent", 3), ("notAnalysed", 1)):
        boxes = shapely.to_wkb(shapely.box(np.arange(count), 0, np.arange(count) + 0.5, 1))
        areas = np.arange(count) + 0.5
        pyogrio.raw.write(path, boxes, [areas], ["area_ha"], layer=layer, driver="GPKG", geometry_type="Polygon", crs="EPSG:32722")
    return path


def package(prefix: str, output: Path, *options: str) -> int:
    return main(["package", prefix, "--output", str(output), *options])


NAMED = ("--event", "EMSR 728", "--aoi", "AOI02")


def test_a_folder_holds_the_whole_map_under_names_that_say_what_it_is(
    prefix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_polygons(prefix)
    assert package(prefix, tmp_path / "hand over", *NAMED) == 0
    made = tmp_path / "hand over" / "EMSR-728_AOI02_water_v1"
    assert capsys.readouterr().out.strip() == str(made)
    endings = ["class_v1.tif", "class_v1.qml", "class_v1.sld", "probability_v1.tif", "probability_v1.qml", "probability_v1.sld"]
    endings += ["run_v1.json", "quicklook_v1.png", "polygons_v1.gpkg"]
    assert {path.name for path in made.iterdir()} == {"README.txt", *(f"EMSR-728_AOI02_water_{ending}" for ending in endings)}
    np.testing.assert_array_equal(read_band(made / "EMSR-728_AOI02_water_class_v1.tif"), read_band(f"{prefix}_class.tif"))
    run = json.loads((made / "EMSR-728_AOI02_water_run_v1.json").read_text(encoding="utf-8"))
    assert all((made / name).is_file() for name in run["files"].values())
    assert run["summary"] == json.loads(Path(f"{prefix}_run.json").read_text(encoding="utf-8"))["summary"]


def test_the_picture_of_another_map_does_not_go_with_the_map(prefix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = Source((str(tmp_path / "S1A Fluß 20240506T054321.tif"),), scale="db")
    detect(Job("water", (source,), str(tmp_path / "b"), method="otsu", quicklook=str(tmp_path / "look.png"), overwrite=True))
    assert package(prefix, tmp_path / "a", *NAMED) == 0
    assert not list((tmp_path / "a").rglob("*.png"))
    assert "not in the package: look.png" in capsys.readouterr().err
    assert package(str(tmp_path / "b"), tmp_path / "b out", *NAMED) == 0
    assert len(list((tmp_path / "b out").rglob("*quicklook_v1.png"))) == 1


def test_the_picture_is_found_from_any_folder_and_after_the_map_was_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("event/maps", "event/pictures", "elsewhere/pictures"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "event")
    image = write(tmp_path / "scene.tif", lake(120, 100)[0], **UTM)
    detect(Job("water", (Source((image,), scale="db"),), "maps/a", method="fixed", quicklook="pictures/look.png"))
    (tmp_path / "event").rename(tmp_path / "moved")
    monkeypatch.chdir(tmp_path / "elsewhere")
    Path("pictures/look.png").write_bytes(b"no picture")
    assert package("../moved/maps/a", tmp_path / "out", *NAMED) == 0
    (made,) = (tmp_path / "out").rglob("*quicklook_v1.png")
    assert made.read_bytes() == (tmp_path / "moved" / "pictures" / "look.png").read_bytes()


def test_the_one_page_pdf_beside_the_map_goes_with_it(prefix: str, tmp_path: Path) -> None:
    Path(f"{prefix}_map.pdf").write_bytes(b"%PDF-1.4 a page")
    assert package(prefix, tmp_path / "o", *NAMED) == 0
    made = tmp_path / "o" / "EMSR-728_AOI02_water_v1"
    assert (made / "EMSR-728_AOI02_water_map_v1.pdf").read_bytes() == b"%PDF-1.4 a page"
    assert "EMSR-728_AOI02_water_map_v1.pdf: the map with legend" in (made / "README.txt").read_text(encoding="utf-8")


def test_polygons_bring_their_colours_into_either_package(prefix: str, tmp_path: Path) -> None:
    vectorise(VectoriseJob(f"{prefix}_class.tif", f"{prefix}_polygons.gpkg", footprint=True))
    assert package(prefix, tmp_path / "o", *NAMED) == 0
    assert package(prefix, tmp_path / "o.gpkg", *NAMED) == 0
    start = "EMSR-728_AOI02_water"
    in_folder = styles_in(tmp_path / "o" / f"{start}_v1" / f"{start}_polygons_v1.gpkg")
    in_geopackage = styles_in(tmp_path / "o.gpkg")
    for layer in ("observedEvent", "imageFootprint", "notAnalysed"):
        assert in_geopackage[f"{start}_{layer}_v1"] == in_folder[layer]
    assert "Water detected" in in_folder["observedEvent"]
    assert in_geopackage.keys() >= {f"{start}_class_v1", f"{start}_probability_v1"}


def styles_in(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault").fetchall())


def test_a_geopackage_in_a_folder_gets_the_next_version_as_a_folder_does(prefix: str, tmp_path: Path) -> None:
    made = [write(str(tmp_path / "o"), prefix, "E", "A") for write in (write_geopackage_in, write_geopackage_in)]
    assert [path.name for path in made] == ["E_A_water_v1.gpkg", "E_A_water_v2.gpkg"]
    assert write_folder(prefix, str(tmp_path / "o"), "E", "A").name == "E_A_water_v3"
    assert "E_A_water_class_v2" in styles_in(made[1])


def test_the_readme_tells_the_recipient_what_the_map_is(prefix: str, tmp_path: Path) -> None:
    add_polygons(prefix)
    package(prefix, tmp_path / "out", *NAMED)
    folder = tmp_path / "out" / "EMSR-728_AOI02_water_v1"
    text = (folder / "README.txt").read_text(encoding="utf-8")
    run = json.loads(Path(f"{prefix}_run.json").read_text(encoding="utf-8"))
    joined = " ".join(text.split())
    for said in (
        "EMSR 728 AOI02: Water extent (single date)",
        run["summary"],
        "Acquired: 2024-05-06T05:43:21Z",
        "SIMULATED",
        "S1A Fluß 20240506T054321.tif",
        "the network 'tiny'",
        "from a probability of 40%",
        run["limits"],
        *run["notices"],
        "does not mean dry",
        "1: Water detected",
        "255: Not observed",
        "Drag EMSR-728_AOI02_water_class_v1.tif into QGIS",
    ):
        assert said in joined
    assert all(path.name in text for path in folder.iterdir() if path.name != "README.txt")
    assert "Backscatter" not in text
    assert str(tmp_path) not in text


def test_a_second_package_is_the_next_version_and_leaves_the_first_alone(prefix: str, tmp_path: Path) -> None:
    package(prefix, tmp_path / "out", *NAMED)
    first = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    assert package(prefix, tmp_path / "out", *NAMED) == 0
    second = tmp_path / "out" / "EMSR-728_AOI02_water_v2"
    assert (second / "EMSR-728_AOI02_water_class_v2.tif").is_file()
    assert {path: path.stat().st_mtime_ns for path in first if path.is_file()}.items() <= first.items()
    package(prefix, tmp_path / "out", "--event", "EMSR 728", "--aoi", "AOI03")
    assert (tmp_path / "out" / "EMSR-728_AOI03_water_v1").is_dir()


def test_without_a_name_the_maps_own_stands_in(prefix: str, tmp_path: Path) -> None:
    assert package(prefix, tmp_path / "out") == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["río-1_AOI01_water_v1"]


def test_polygons_of_another_map_are_not_taken(prefix: str, tmp_path: Path) -> None:
    add_polygons(prefix, "second_polygons")
    Path(f"{prefix}_second_run.json").write_text("{}")
    package(prefix, tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.gpkg"))


def test_a_map_without_georeference_says_that_hectares_are_unknown(tmp_path: Path) -> None:
    with pytest.warns(rasterio.errors.NotGeoreferencedWarning):  # the test's own writing
        prefix = make(tmp_path, crs=None, transform=None)
    assert package(prefix, tmp_path / "out") == 0
    assert "hectares are unknown" in next((tmp_path / "out").rglob("README.txt")).read_text(encoding="utf-8")
    assert package(prefix, tmp_path / "out.gpkg") == 2
    assert not list(tmp_path.glob("*out.gpkg*"))


def test_a_geopackage_holds_the_codes_without_loss_on_the_same_grid(prefix: str, tmp_path: Path) -> None:
    out = tmp_path / "hand over.gpkg"
    assert package(prefix, out, *NAMED) == 0
    for kind in ("class", "probability"):
        with rasterio.open(f"{prefix}_{kind}.tif") as given, rasterio.open(f"GPKG:{out}:EMSR-728_AOI02_water_{kind}_v1") as made:
            assert (made.shape, made.crs) == (given.shape, given.crs)
            assert made.transform.almost_equals(given.transform, 1e-9)
            assert made.overviews(1) == [2]
            np.testing.assert_array_equal(made.read(1), given.read(1))


@pytest.mark.parametrize(("east", "north"), [(1, 1), (-1, -1), (-1, 1)], ids=["south up", "mirrored", "both"])
def test_a_geopackage_of_a_map_that_is_not_north_up_holds_each_pixel_in_its_place(
    tmp_path: Path, east: int, north: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geopackage, "_ROWS", 128)
    prefix = make(tmp_path, crs=UTM["crs"], transform=Affine(10 * east, 0, 480_000, 0, 10 * north, 6_700_000))
    made = write_geopackage_in(str(tmp_path / "out"), prefix, "E", "A")
    with rasterio.open(f"GPKG:{made}:E_A_water_class_v1") as held, rasterio.open(f"{prefix}_class.tif") as own:
        assert held.transform.e < 0 < held.transform.a
        (left, right), (low, high) = sorted((480_000, 480_000 + 6000 * east)), sorted((6_700_000, 6_700_000 + 3000 * north))
        assert tuple(held.bounds) == pytest.approx((left, low, right, high))
        places = [own.xy(row, column) for row, column in ((0, 0), (299, 0), (150, 300), (150, 41), (299, 599), (10, 20))]
        assert [int(value[0]) for value in held.sample(places)] == [int(value[0]) for value in own.sample(places)]
        np.testing.assert_array_equal(np.sort(held.read(1), axis=None), np.sort(own.read(1), axis=None))


def test_a_geopackage_of_a_turned_map_is_refused_and_a_folder_holds_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prefix = make(tmp_path, crs=UTM["crs"], transform=Affine.translation(480_000, 6_700_000) * Affine.rotation(30) * Affine.scale(10, -10))
    assert package(prefix, tmp_path / "o.gpkg") == 2
    assert "Give a folder as the output instead" in capsys.readouterr().err
    assert not list(tmp_path.glob("*o.gpkg*"))
    assert package(prefix, tmp_path / "o") == 0


def test_a_geopackage_holds_polygons_styles_and_words(prefix: str, tmp_path: Path) -> None:
    add_polygons(prefix)
    out = tmp_path / "o.gpkg"
    assert package(prefix, out, *NAMED) == 0
    start = "EMSR-728_AOI02_water"
    meta, _, shapes, fields = pyogrio.raw.read(out, layer=f"{start}_observedEvent_v1")
    assert len(shapes) == 3
    assert meta["crs"] == "EPSG:32722"
    np.testing.assert_array_equal(fields[list(meta["fields"]).index("area_ha")], [0.5, 1.5, 2.5])
    with closing(sqlite3.connect(out)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        styles = connection.execute("SELECT f_table_name, styleQML, styleSLD FROM layer_styles WHERE useAsDefault").fetchall()
        texts = dict(connection.execute("SELECT name, text FROM readme").fetchall())
        held = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
    assert {name for name, _, _ in styles} == {f"{start}_class_v1", f"{start}_probability_v1"}
    assert all(qml.startswith("<!DOCTYPE qgis") and "StyledLayerDescriptor" in sld for _, qml, sld in styles)
    assert json.loads(texts["run record"])["task"] == "water"
    assert f"{start}_notAnalysed_v1" in texts["README"]
    tables = {f"{start}_{layer}_v1" for layer in ("class", "probability", "observedEvent", "notAnalysed")}
    assert held == tables | {"layer_styles", "readme"}


def test_a_geopackage_is_never_overwritten(prefix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "o.gpkg"
    out.write_text("mine")
    assert package(prefix, out) == 2
    assert out.read_text() == "mine"
    assert "never overwritten" in capsys.readouterr().err


@pytest.mark.parametrize("missing", ["run.json", "class.tif", "probability.tif"])
@pytest.mark.parametrize("output", ["out", "out.gpkg"])
def test_an_incomplete_map_is_refused_and_nothing_is_written(
    prefix: str, tmp_path: Path, missing: str, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(f"{prefix}_{missing}").unlink()
    before = sorted(tmp_path.iterdir())
    assert package(prefix, tmp_path / output) == 2
    said = capsys.readouterr().err
    assert missing in said
    assert "Traceback" not in said
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("output", "words"),
    [("file/out", "cannot be made: Not a directory"), ("file/out.gpkg", "does not exist"), ("nowhere/out.gpkg", "nowhere does not exist")],
)
def test_a_place_that_cannot_be_written_is_said_in_words(
    prefix: str, tmp_path: Path, output: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert package(prefix, tmp_path / output) == 2
    said = capsys.readouterr().err
    assert words in said
    assert "disk" not in said


@pytest.mark.parametrize("write", [write_folder, write_geopackage_in])
def test_a_package_that_is_cancelled_leaves_nothing(prefix: str, tmp_path: Path, write: Callable[..., Path]) -> None:
    add_polygons(prefix)
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        write(given=prefix, folder=str(tmp_path / "out"), event="E", aoi="A", cancelled=lambda: next(asked))
    assert list((tmp_path / "out").iterdir()) == []


def test_a_map_is_packaged_by_its_class_raster_whatever_that_is_called(prefix: str, tmp_path: Path) -> None:
    for path in tmp_path.glob(f"{Path(prefix).name}_*"):
        shutil.copy(path, tmp_path / path.name.replace(f"{Path(prefix).name}_class", "river").replace(f"{Path(prefix).name}_", "river_"))
    made = write_folder(str(tmp_path / "river.tif"), str(tmp_path / "out"), "", "A")
    assert made.name == "river_A_water_v1"
    again = write_folder(str(made / "river_A_water_class_v1.tif"), str(tmp_path / "again"), "E", "A")
    for kind in ("class", "probability"):
        assert read_band(again / f"E_A_water_{kind}_v1.tif").tolist() == read_band(f"{prefix}_{kind}.tif").tolist()


def test_a_map_from_a_package_is_packaged_again_with_all_that_was_in_it(prefix: str, tmp_path: Path) -> None:
    vectorise(VectoriseJob(f"{prefix}_class.tif", f"{prefix}_polygons.gpkg"))
    first = write_folder(prefix, str(tmp_path / "first"), "E", "A")
    again = write_folder(str(first / "E_A_water_class_v1.tif"), str(tmp_path / "again"), "E", "A")
    assert {"E_A_water_polygons_v1.gpkg", "E_A_water_quicklook_v1.png"} <= {path.name for path in first.iterdir()}
    assert {path.name for path in again.iterdir()} == {path.name for path in first.iterdir()}


def test_a_name_that_no_file_can_have_is_refused(prefix: str, tmp_path: Path) -> None:
    assert package(prefix, tmp_path / "out", "--event", "//") == 2
    assert not (tmp_path / "out").exists()


def test_any_water_goes_into_the_package(tmp_path: Path) -> None:
    scene = write(tmp_path / "s.tif", lake(96, 96)[0], tags={"UNITS": "dB"}, **UTM)
    card = write_two_waters(tmp_path / "models")
    prefix = detect(Job("water", (Source((scene,)),), str(tmp_path / "map"), model=str(card))).files["class"].removesuffix("_class.tif")
    made = write_folder(prefix, str(tmp_path / "out"), "E", "A")
    assert (made / "E_A_water_possible_v1.tif").is_file()
    assert "how likely each pixel is any water" in (made / "README.txt").read_text(encoding="utf-8")


def add_estimates(prefix: str, folder: Path) -> None:
    """Make both estimates of a map, of one house and of a level ground."""
    with rasterio.open(f"{prefix}_class.tif") as raster:
        left, bottom, right, top = raster.bounds
        profile = {**raster.profile, "dtype": "float32", "nodata": None}
        classes = raster.read(1)
    houses = folder / "houses.gpkg"
    shape = shapely.to_wkb(np.array([shapely.box(left, bottom, right, top)]))
    pyogrio.raw.write(houses, shape, [], [], layer="houses", geometry_type="Polygon", crs=UTM["crs"])
    ground = np.where(classes == 1, 40.0, 42.0).astype(np.float32)
    with rasterio.open(folder / "dem.tif", "w", **profile) as dem:
        dem.write(ground, 1)
    exposure(ExposureJob(f"{prefix}_class.tif", f"{prefix}_exposure.gpkg", (str(houses),), overwrite=True))
    depth(DepthJob(f"{prefix}_class.tif", str(folder / "dem.tif"), f"{prefix}_depth.tif", overwrite=True))


def test_estimates_of_the_map_go_with_it_and_say_what_they_are(prefix: str, tmp_path: Path) -> None:
    add_estimates(prefix, tmp_path)
    made = Path(write_folder(prefix, str(tmp_path / "out"), "E", "A"))
    names = {path.name for path in made.iterdir()}
    assert {f"E_A_water_exposure_v1{ending}" for ending in (".gpkg", ".csv", ".json")} <= names
    assert {f"E_A_water_depth_v1{ending}" for ending in (".tif", ".qml", ".sld", ".csv", ".json")} <= names
    text = " ".join((made / "README.txt").read_text(encoding="utf-8").split())
    assert "WHO AND WHAT IS AFFECTED (ESTIMATE)" in text
    assert "houses: 1 of 1 touch the flood; not observed: 100.0 %." in text
    assert "WATER DEPTH (ESTIMATE)" in text
    assert text.count("An estimate from the extent of the map, for a first look") == 2
    run = json.loads((made / "E_A_water_run_v1.json").read_text(encoding="utf-8"))
    assert run["files"]["depth"] == "E_A_water_depth_v1.tif"


def test_a_geopackage_holds_depths_in_metres(prefix: str, tmp_path: Path) -> None:
    add_estimates(prefix, tmp_path)
    made = write_geopackage_in(str(tmp_path / "out"), prefix, "E", "A")
    with rasterio.open(f"GPKG:{made}:E_A_water_depth_v1") as found:
        np.testing.assert_allclose(found.read(1), read_band(f"{prefix}_depth.tif"), atol=1e-5)
    assert "E_A_water_exposure-of-houses_v1" in {str(name) for name, _ in pyogrio.list_layers(made)}


def test_estimates_of_an_earlier_map_of_the_same_name_stay_behind(prefix: str, tmp_path: Path) -> None:
    add_estimates(prefix, tmp_path)
    record = Path(f"{prefix}_run.json")
    record.write_text(json.dumps({**json.loads(record.read_text(encoding="utf-8")), "threshold": 0.7}), encoding="utf-8")
    made = Path(write_folder(prefix, str(tmp_path / "out"), "E", "A"))
    assert not [path.name for path in made.iterdir() if "exposure" in path.name or "depth" in path.name]


def test_what_was_made_of_a_map_before_its_reference_water_was_corrected_stays_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    image = write(tmp_path / "scene.tif", lake(300, 600)[0], **UTM)
    usual = np.zeros((1, 300, 600), np.uint8)
    water = write(tmp_path / "occurrence.tif", usual, ("occurrence",), **UTM)
    job = Job("flood", (Source((image,), scale="db"),), str(tmp_path / "map"), method="fixed", reference_water=water, overwrite=True)
    detect(job)
    prefix = job.output
    add_estimates(prefix, tmp_path)
    vectorise(VectoriseJob(f"{prefix}_class.tif", f"{prefix}_polygons.gpkg"))
    usual[:, :, :300] = 100
    write(tmp_path / "occurrence.tif", usual, ("occurrence",), **UTM)
    detect(job)
    assert package(prefix, tmp_path / "o", *NAMED) == 0
    made = tmp_path / "o" / "EMSR-728_AOI02_flood_v1"
    assert not [path.name for path in made.iterdir() if any(word in path.name for word in ("exposure", "depth", "polygons"))]
    assert "map_polygons.gpkg" in capsys.readouterr().err


def test_layers_of_one_name_in_several_files_are_all_in_a_geopackage(prefix: str, tmp_path: Path) -> None:
    for name in ("polygons", "polygons_2", "polygons-2"):
        add_polygons(prefix, name)
    made = write_geopackage_in(str(tmp_path / "out"), prefix, "E", "A")
    layers = {str(name) for name, geometry in pyogrio.list_layers(made) if geometry is not None and "observedEvent" in name}
    assert len(layers) == 3
    assert {"E_A_water_observedEvent_v1", "E_A_water_polygons-2-observedEvent_v1"} < layers
    assert [pyogrio.read_info(made, layer=layer)["features"] for layer in layers] == [3] * 3
    with closing(sqlite3.connect(made)) as connection:
        (text,) = connection.execute("SELECT text FROM readme WHERE name = 'README'").fetchone()
    assert all(name in text for name in layers)


def test_files_whose_names_come_out_alike_are_all_in_a_folder(prefix: str, tmp_path: Path) -> None:
    for name, count in (("a_b", 1), ("a-b", 2), ("A b", 3)):
        shapes = shapely.to_wkb(shapely.box(np.arange(count), 0, np.arange(count) + 0.5, 1))
        pyogrio.raw.write(f"{prefix}_{name}.gpkg", shapes, [], [], driver="GPKG", geometry_type="Polygon", crs="EPSG:32722")
    made = write_folder(prefix, str(tmp_path / "out"), "E", "A")
    assert sorted(pyogrio.read_info(path)["features"] for path in made.glob("*.gpkg")) == [1, 2, 3]
    assert len({path.name.casefold() for path in made.iterdir()}) == len(list(made.iterdir()))


@pytest.mark.parametrize("name", ["class", "run", "depth"])
def test_a_vector_file_called_like_another_part_does_not_pass_for_it(prefix: str, tmp_path: Path, name: str) -> None:
    add_polygons(prefix, name)
    made = write_folder(prefix, str(tmp_path / "out"), "E", "A")
    run = json.loads((made / "E_A_water_run_v1.json").read_text(encoding="utf-8"))
    assert run["files"]["class"] == "E_A_water_class_v1.tif"
    assert len(pyogrio.list_layers(made / run["files"][f"{name} polygons"])) == 2
    assert "Drag E_A_water_class_v1.tif into QGIS" in " ".join((made / "README.txt").read_text(encoding="utf-8").split())
    assert len(list(made.glob("*.qml"))) == 2


def map_again(prefix: str, folder: Path) -> None:
    """Make another map under the same name."""
    scene = str(next(folder.glob("S1A*.tif")))
    detect(Job("water", (Source((scene,), scale="db"),), prefix, method="fixed", overwrite=True))


@pytest.mark.parametrize("output", ["out", "out.gpkg"])
def test_what_was_made_of_an_earlier_map_of_the_same_name_is_left_out_and_named(
    prefix: str, tmp_path: Path, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    vectorise(VectoriseJob(f"{prefix}_class.tif", f"{prefix}_polygons.gpkg"))
    zone_statistics(ZonesJob(f"{prefix}_class.tif", f"{prefix}_polygons.gpkg", f"{prefix}_zones.gpkg"))
    add_estimates(prefix, tmp_path)
    map_again(prefix, tmp_path)
    vectorise(VectoriseJob(f"{prefix}_class.tif", f"{prefix}_polygons_2.gpkg"))
    assert package(prefix, tmp_path / output) == 0
    made = tmp_path / output
    held = [str(name) for name, _ in pyogrio.list_layers(made)] if made.is_file() else [path.name for path in made.rglob("*.gpkg")]
    assert len([name for name in held if "observedEvent" in name or "polygons" in name]) == 1
    assert not [name for name in held if "zone" in name or "exposure" in name or "depth" in name]
    said = capsys.readouterr().err
    assert all(f"río 1_{name}" in said for name in ("polygons.gpkg", "zones.gpkg", "exposure.gpkg", "depth.tif"))
    assert "polygons_2" not in said


def test_polygons_of_the_map_made_anew_in_the_same_way_are_its_own(prefix: str, tmp_path: Path) -> None:
    map_again(prefix, tmp_path)
    vectorise(VectoriseJob(f"{prefix}_class.tif", f"{prefix}_polygons.gpkg", footprint=True))
    map_again(prefix, tmp_path)
    assert list(write_folder(prefix, str(tmp_path / "out"), "E", "A").glob("*_polygons_v1.gpkg"))


def test_files_that_the_run_did_not_write_are_left_out(prefix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("possible.tif", "change_db.tif"):
        shutil.copy(f"{prefix}_probability.tif", f"{prefix}_{name}")
    add_polygons(prefix, "features")
    Path(f"{prefix}_map.pdf").write_bytes(b"%PDF-1.4 a page")
    os.utime(f"{prefix}_map.pdf", (0, os.stat(f"{prefix}_run.json").st_mtime - 60))
    assert package(prefix, tmp_path / "out", *NAMED) == 0
    kinds = [path.name.removeprefix("EMSR-728_AOI02_water_") for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert not [name for name in kinds if name.startswith(("possible", "change", "features", "map"))]
    said = capsys.readouterr().err
    assert all(f"río 1_{name}" in said for name in ("possible.tif", "change_db.tif", "features.gpkg", "map.pdf"))
