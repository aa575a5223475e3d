"""tidemark:manyscenes: a folder or a list of layers in one go."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingException, QgsRasterLayer

from helpers.plugin.processing_runs import Listener, run
from tidemark.plugin.processing.provider import TidemarkProvider

ID = "tidemark:manyscenes"


@pytest.fixture
def scenes(scene: Path, tmp_path: Path) -> Path:
    """A folder with two scenes and a file that is none."""
    folder = tmp_path / "März"
    folder.mkdir()
    for name in ("first.tif", "second.tif"):
        (folder / name).write_bytes(scene.read_bytes())
    (folder / "broken.tif").write_text("no raster")
    return folder


def test_a_folder_is_mapped_scene_by_scene_and_a_broken_one_stops_nothing(provider: TidemarkProvider, scenes: Path, tmp_path: Path) -> None:
    listener = Listener()
    results = run(ID, {"INPUT": str(scenes), "METHOD": "otsu", "OUTPUT": str(tmp_path / "out")}, listener)
    assert (results["DONE"], results["SKIPPED"], results["FAILED"]) == (2, 0, 1)
    with open(results["SUMMARY"], newline="", encoding="utf-8") as file:
        rows = {row["scene"]: row for row in csv.DictReader(file)}
    assert rows["broken"]["status"] == "failed"
    assert float(rows["first"]["hectares_detected"]) > 0
    assert (tmp_path / "out" / "first" / "first_class.tif").is_file()
    assert any("broken" in line for line in listener.errors)
    assert any("first: done" in line for line in listener.said)


def test_the_same_run_again_does_only_what_failed_unless_told_otherwise(provider: TidemarkProvider, scenes: Path, tmp_path: Path) -> None:
    parameters = {"INPUT": str(scenes), "METHOD": "otsu", "OUTPUT": str(tmp_path / "out")}
    run(ID, parameters)
    (scenes / "broken.tif").write_bytes((scenes / "first.tif").read_bytes())
    again = run(ID, parameters)
    assert (again["DONE"], again["SKIPPED"], again["FAILED"]) == (1, 2, 0)
    assert run(ID, {**parameters, "AGAIN": True})["DONE"] == 3


def test_layers_are_mapped_each_as_a_scene(provider: TidemarkProvider, scenes: Path, tmp_path: Path) -> None:
    layers = [QgsRasterLayer(str(scenes / name), name) for name in ("first.tif", "second.tif")]
    results = run(ID, {"LAYERS": layers, "METHOD": "fixed", "OUTPUT": str(tmp_path / "out")})
    assert results["DONE"] == 2
    assert (tmp_path / "out" / "second" / "second_run.json").is_file()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"INPUT": ""}, "one of the two"),
        ({"INPUT": "/nowhere"}, "no folder or list"),
        ({"SCALES": "huge"}, "cannot be read"),
        ({"MODEL": "no-such-model"}, "no-such-model"),
    ],
)
def test_what_no_scene_could_be_mapped_with_is_refused_with_words(
    provider: TidemarkProvider, scenes: Path, tmp_path: Path, wrong: dict, words: str
) -> None:
    with pytest.raises(QgsProcessingException, match=words):
        run(ID, {"INPUT": str(scenes), "OUTPUT": str(tmp_path / "out"), **wrong})
    assert not list((tmp_path / "out").rglob("*.tif"))


def test_every_parameter_has_its_help(provider: TidemarkProvider) -> None:
    found = QgsApplication.processingRegistry().createAlgorithmById(ID)
    assert [definition.name() for definition in found.parameterDefinitions() if len(definition.help()) < 5] == []
