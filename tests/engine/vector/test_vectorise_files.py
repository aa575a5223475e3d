"""Files of polygons: their fields, formats and styles, and what they know of the run."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely

from helpers.maps import water, write_raster, write_run
from helpers.polygons import event, read, run
from tidemark.engine.cli.main import main
from tidemark.engine.contract.job import Event
from tidemark.engine.contract.requests import VectoriseJob
from tidemark.engine.vector.vectorise import vectorise

FIELDS = [
    *("class", "area_ha", "prob_mean", "prob_max", "src_image", "acq_utc", "model", "threshold", "det_method", "event_type", "obj_desc")
]


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


def test_an_earlier_file_is_kept_unless_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster = write_run(tmp_path, water("##", "##"))
    output = tmp_path / "out.gpkg"
    output.write_text("precious")
    assert main(["vectorise", raster, str(output)]) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert main(["vectorise", raster, str(output), "--overwrite"]) == 2
    assert "was not written by Tidemark" in capsys.readouterr().err
    assert output.read_text() == "precious"
    output.unlink()
    arguments = ["vectorise", raster, str(output), "--minimum-area", "0"]
    assert main(arguments) == 0
    assert main(arguments) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert main([*arguments, "--overwrite"]) == 0
    assert len(read(output)[0]) == 1
