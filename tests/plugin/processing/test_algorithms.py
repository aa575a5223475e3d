"""tidemark:detectwater as the toolbox, models, batch runs and qgis_process call it, with the real engine."""

from __future__ import annotations

import json
import re
from pathlib import Path
from threading import Timer

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from helpers.plugin import processing_runs
from helpers.plugin.processing_runs import Listener, load_results
from helpers.plugin.qgis_window import wait_for
from tidemark.engine.contract.options import SCALES, ZEROS
from tidemark.engine.contract.tasks import TASKS
from tidemark.plugin.engine.runtime import RuntimeFinder
from tidemark.plugin.layers.outputs import Destination
from tidemark.plugin.processing.base import Styler
from tidemark.plugin.processing.provider import TidemarkProvider

ID = "tidemark:detectwater"


@pytest.fixture
def algorithm(provider: TidemarkProvider) -> QgsProcessingAlgorithm:
    return QgsApplication.processingRegistry().createAlgorithmById(ID)


def run(parameters: dict, feedback: QgsProcessingFeedback | None = None) -> dict:
    return processing_runs.run(ID, parameters, feedback)


def detected(path: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(path, "map")
    assert layer.isValid()
    return layer


def test_a_path_in_a_map_out(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    listener = Listener()
    out = tmp_path / "flood.tif"
    results = run({"INPUT": str(scene), "OUTPUT": str(out)}, listener)
    assert results["OUTPUT"] == str(out)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("flood")) == [
        "flood.qml",
        "flood.sld",
        "flood.tif",
        "flood_possible.qml",
        "flood_possible.sld",
        "flood_possible.tif",
        "flood_probability.qml",
        "flood_probability.sld",
        "flood_probability.tif",
        "flood_run.json",
    ]
    assert not list(tmp_path.glob(".tidemark*"))
    image, classes = QgsRasterLayer(str(scene), "image"), detected(str(out))
    assert (classes.extent(), classes.width(), classes.crs()) == (image.extent(), image.width(), image.crs())
    assert 0 < results["HECTARES_DETECTED"] < results["HECTARES_OBSERVED"]
    assert results["HECTARES_NOT_OBSERVED"] > 0
    assert "Detected water" in results["SUMMARY"]
    assert results["SUMMARY"] in listener.said
    assert any("CPU" in line for line in listener.said)
    assert listener.steps[-1] == 100
    record = json.loads((tmp_path / "flood_run.json").read_text(encoding="utf-8"))
    possible = str(tmp_path / "flood_possible.tif")
    assert results["HECTARES_POSSIBLE"] == record["hectares"]["possible"] > 0
    assert record["files"] == {"class": str(out), "probability": results["PROBABILITY"], "run": results["RUN"], "possible": possible}


def test_a_name_that_ends_in_class_gives_the_command_lines_names(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Überflutung März, 水"
    run({"INPUT": str(scene), "OUTPUT": str(folder / "flood_class.tif")})
    assert {path.name for path in folder.glob("flood*.tif")} == {"flood_class.tif", "flood_probability.tif", "flood_possible.tif"}


def test_the_same_output_twice_replaces_it(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "flood.tif")
    first = run({"INPUT": str(scene), "OUTPUT": out})
    second = run({"INPUT": str(scene), "OUTPUT": out, "THRESHOLD": 0.99})
    assert second["HECTARES_DETECTED"] < first["HECTARES_DETECTED"]
    assert json.loads(Path(second["RUN"]).read_text(encoding="utf-8"))["threshold"] == 0.99


def test_another_runs_files_are_not_replaced(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    (tmp_path / "flood_probability.tif").write_bytes(b"another run's")
    with pytest.raises(QgsProcessingException, match="belongs to another run"):
        run({"INPUT": str(scene), "OUTPUT": str(tmp_path / "flood.tif")})
    assert (tmp_path / "flood_probability.tif").read_bytes() == b"another run's"


def test_an_extent_in_degrees_maps_a_part(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    image = QgsRasterLayer(str(scene), "image")
    centre, half = image.extent().center(), image.width() * 10 / 4
    extent = f"{centre.x() - half},{centre.x() + half},{centre.y() - half},{centre.y() + half} [{image.crs().authid()}]"
    results = run({"INPUT": str(scene), "EXTENT": extent, "OUTPUT": str(tmp_path / "part.tif")})
    part = detected(results["OUTPUT"])
    assert part.width() < image.width()
    assert image.extent().contains(part.extent())


def test_a_classical_method_needs_no_model(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    results = run({"INPUT": str(scene), "METHOD": "otsu", "OUTPUT": str(tmp_path / "otsu.tif")})
    assert "Detected water" in results["SUMMARY"]


def test_vv_and_vh_in_two_files(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    from osgeo import gdal

    gdal.UseExceptions()
    for band, name in enumerate(("first.tif", "second.tif"), start=1):
        gdal.Translate(str(tmp_path / name), str(scene), bandList=[band])
    both = run({"INPUT": str(scene), "OUTPUT": str(tmp_path / "both.tif")})
    two = run({"INPUT": str(tmp_path / "first.tif"), "VH": str(tmp_path / "second.tif"), "OUTPUT": str(tmp_path / "two.tif")})
    assert two["HECTARES_DETECTED"] == pytest.approx(both["HECTARES_DETECTED"], rel=0.01)


def test_cancel_in_mid_run_leaves_nothing(algorithm: QgsProcessingAlgorithm, large_scene: Path, tmp_path: Path) -> None:
    feedback, out = Listener(), tmp_path / "out"
    parameters = {"INPUT": str(large_scene), "SCALES": "2,1.9,1.8", "FLIP": True, "THREADS": 1, "OUTPUT": str(out / "flood.tif")}
    context = QgsProcessingContext()
    ends: list[bool] = []
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda worked, _: ends.append(worked))
    QgsApplication.taskManager().addTask(task)
    assert wait_for(lambda: any("Computing on" in line for line in feedback.said))
    feedback.cancel()
    assert wait_for(lambda: bool(ends), 10)
    assert list(out.iterdir()) == []
    assert "Cancelled. Nothing was written." in feedback.said


def test_a_run_that_was_cancelled_before_it_began_writes_nothing(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    feedback = Listener()
    timer = Timer(0.0, feedback.cancel)
    timer.start()
    timer.join()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ID)
    results, _ = algorithm.run({"INPUT": str(scene), "OUTPUT": str(tmp_path / "flood.tif")}, QgsProcessingContext(), feedback)
    assert results.get("OUTPUT") is None
    assert not list(tmp_path.glob("flood*"))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"INPUT": "/nowhere/scene.tif"}, "scene.tif"),
        ({"SCALES": "0.5,huge"}, "cannot be read"),
        ({"EXTENT": "-60,-59,-30,-29 [EPSG:4326]"}, "does not touch"),
        ({"OUTPUT": "flood.png"}, "GeoTIFF"),
        ({"MODEL": "no-such-model"}, "no-such-model"),
        ({"OUTPUT": "/proc/nowhere/flood.tif"}, "cannot be written"),
    ],
)
def test_bad_input_is_refused_with_words(provider: TidemarkProvider, scene: Path, tmp_path: Path, wrong: dict, words: str) -> None:
    parameters = {"INPUT": str(scene), "OUTPUT": str(tmp_path / "flood.tif"), **wrong}
    with pytest.raises(QgsProcessingException, match=words):
        run(parameters)
    assert not list(tmp_path.glob("flood*"))


def test_a_text_file_named_tif_is_refused_with_words(provider: TidemarkProvider, tmp_path: Path) -> None:
    (tmp_path / "text.tif").write_text("no raster")
    with pytest.raises(QgsProcessingException, match=r"text\.tif"):
        run({"INPUT": str(tmp_path / "text.tif"), "OUTPUT": str(tmp_path / "flood.tif")})


def test_a_missing_engine_is_told_before_anything_runs(monkeypatch: pytest.MonkeyPatch, qgis_processing: None) -> None:
    monkeypatch.setattr("tidemark.plugin.engine.runtime.candidates", list)
    provider = TidemarkProvider(RuntimeFinder())
    provider.loadAlgorithms()
    able, words = provider.algorithms()[0].canExecute()
    assert not able
    assert "not installed" in words
    assert "Install" in words
    assert "Settings, Options, Tidemark" in words


@pytest.mark.parametrize("is_by_id", [True, False])
def test_a_layer_that_cannot_be_used_is_told_by_its_name(
    provider: TidemarkProvider, project: QgsProject, scene: Path, is_by_id: bool
) -> None:
    gone = QgsVectorLayer("nowhere.gpkg", "My districts", "ogr")
    project.addMapLayer(gone)
    with pytest.raises(QgsProcessingException, match="EXCLUDE 'My districts' is no layer"):
        run({"INPUT": str(scene), "EXCLUDE": gone.id() if is_by_id else gone, "OUTPUT": "TEMPORARY_OUTPUT"})


def test_what_is_no_map_cannot_be_packaged_and_is_told_by_its_own_name(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="There is no run record " + re.escape(str(scene.with_name("scene_run.json")))):
        processing_runs.run("tidemark:package", {"INPUT": str(scene), "OUTPUT": str(tmp_path / "event")})


def test_the_map_that_processing_loads_is_named_and_styled(
    algorithm: QgsProcessingAlgorithm, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    from processing.gui.AlgorithmExecutor import execute

    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(project)
    out = str(tmp_path / "flood.tif")
    context.addLayerToLoadOnCompletion(out, QgsProcessingContext.LayerDetails("Class raster", project, "OUTPUT"))
    worked, _ = execute(algorithm, {"INPUT": str(scene), "OUTPUT": out}, context, feedback)
    assert worked
    load_results(algorithm, context, feedback)
    layers = project.mapLayersByName("Water extent (single date)")
    assert len(layers) == 1
    assert layers[0].renderer().type() == "paletted"
    assert Styler.kept == []


def test_every_parameter_has_its_help_and_the_command_lines_words(algorithm: QgsProcessingAlgorithm) -> None:
    definitions = {definition.name(): definition for definition in algorithm.parameterDefinitions()}
    assert list(definitions) == [
        *("INPUT", "VH", "SCALE", "EXTENT", "BANDS", "EXCLUDE", "HAND", "SLOPE", "LAYOVER", "DEM"),
        *("METHOD", "MODEL", "SCALES", "FLIP", "OPEN_ONLY", "THRESHOLD", "DEVICE", "THREADS", "ZEROS", "OUTPUT", "PROBABILITY", "POLYGONS"),
    ]
    assert [name for name, definition in definitions.items() if len(definition.help()) < 5] == []
    assert definitions["SCALE"].options() == list(SCALES)
    assert definitions["METHOD"].options() == list(TASKS["water"].methods)
    assert definitions["ZEROS"].options() == list(ZEROS)
    hidden = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    assert [name for name, definition in definitions.items() if not definition.flags() & hidden] == [
        *("INPUT", "VH", "SCALE", "EXTENT", "OUTPUT", "PROBABILITY", "POLYGONS"),
    ]


def test_the_algorithm_can_be_found_and_says_where_it_fails(algorithm: QgsProcessingAlgorithm) -> None:
    assert algorithm.id() == ID
    assert "flood" in algorithm.tags()
    assert "under trees and in streets it is missed" in algorithm.shortHelpString()
    assert algorithm.helpUrl().endswith("/help/index.html#detectwater")
    assert not algorithm.icon().pixmap(16, 16).isNull()


def test_it_runs_in_its_own_thread_and_in_batches(algorithm: QgsProcessingAlgorithm) -> None:
    flags = algorithm.flags()
    assert not flags & QgsProcessingAlgorithm.Flag.FlagNoThreading
    assert flags & QgsProcessingAlgorithm.Flag.FlagSupportsBatch
    assert flags & QgsProcessingAlgorithm.Flag.FlagCanCancel


@pytest.mark.parametrize(
    ("output", "probability"),
    [
        ("a.tif", "a_probability.tif"),
        ("a_class.tif", "a_probability.tif"),
        ("_class.tif", "_class_probability.tif"),
        ("a.b.tif", "a.b_probability.tif"),
    ],
)
def test_the_other_files_are_named_after_the_output(output: str, probability: str, tmp_path: Path) -> None:
    assert Destination(str(tmp_path / output)).probability.name == probability
