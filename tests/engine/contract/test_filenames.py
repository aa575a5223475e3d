"""Names of files that belong together: of the engine, of Processing, and in a package."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidemark.engine.contract.filenames import MapFiles, free_prefix


@pytest.mark.parametrize(
    ("classes", "probability", "run", "page"),
    [
        ("flood_class.tif", "flood_probability.tif", "flood_run.json", "flood_map.pdf"),
        ("flood.tif", "flood_probability.tif", "flood_run.json", "flood_map.pdf"),
        ("E_A_flood_class_v12.tif", "E_A_flood_probability_v12.tif", "E_A_flood_run_v12.json", "E_A_flood_map_v12.pdf"),
        ("_class.tif", "_class_probability.tif", "_class_run.json", "_class_map.pdf"),
        ("a.b class.tif", "a.b class_probability.tif", "a.b class_run.json", "a.b class_map.pdf"),
        ("flood_class_class.tif", "flood_class_probability.tif", "flood_class_run.json", "flood_class_map.pdf"),
    ],
)
def test_all_names_follow_from_the_class_rasters(classes: str, probability: str, run: str, page: str) -> None:
    files = MapFiles.of_class(Path("folder") / classes)
    assert [files.path(kind).name for kind in ("class", "probability", "run", "map")] == [classes, probability, run, page]
    assert all(files.path(kind).parent == Path("folder") for kind in ("probability", "run"))


def test_of_a_probability_the_map_that_is_there_counts(tmp_path: Path) -> None:
    probability = tmp_path / "flood_probability.tif"
    assert MapFiles.of_probability(probability).find("class") == ""
    (tmp_path / "flood.tif").touch()
    assert MapFiles.of_raster(probability).find("class") == str(tmp_path / "flood.tif")
    (tmp_path / "flood_class.tif").touch()
    assert MapFiles.of_raster(probability).find("class") == str(tmp_path / "flood_class.tif")
    assert MapFiles.of_probability(tmp_path / "flood_probability_v2.tif").path("class") == tmp_path / "flood_class_v2.tif"
    (tmp_path / "a stick.tif").touch()
    assert MapFiles.of_probability(tmp_path / "a stick.tif").find("class") == ""


def test_styles_lie_beside_their_raster() -> None:
    assert [path.name for path in MapFiles("out/f").styles("probability")] == ["f_probability.qml", "f_probability.sld"]


def test_the_next_free_names_are_told(tmp_path: Path) -> None:
    files = MapFiles.of_class(tmp_path / "x[1]_class.tif")
    assert files.with_threshold(40) == str(tmp_path / "x[1]_t40")
    (tmp_path / "x[1]_t40_class.tif").touch()
    assert files.with_threshold(40) == str(tmp_path / "x[1]_t40_2")
    assert free_prefix(tmp_path / "y") == str(tmp_path / "y")
    assert files.free_polygons().name == "x[1]_polygons.gpkg"
    files.free_polygons().touch()
    assert files.free_polygons().name == "x[1]_polygons_2.gpkg"


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("f_class.tif", True),
        ("f.tif", True),
        ("f_t40_class.tif", True),
        ("f_t40_2_class.tif", True),
        ("f_class_v2.tif", True),
        ("ff_class.tif", False),
        ("f_other_class.tif", False),
        ("elsewhere/f_class.tif", False),
    ],
)
def test_maps_of_one_probability_know_each_other(name: str, same: bool) -> None:
    assert MapFiles.of_probability("d/f_probability.tif").shares_probability_with(Path("d") / name) is same
