"""tidemark:detectfloods and what is left out of a map, as the toolbox and qgis_process call them, with the real engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from helpers.plugin import processing_runs
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.overlays import shares, strip, write_scaled, write_west
from helpers.plugin.processing_runs import Listener, load_results
from tidemark.plugin.layers.images import raster_layers
from tidemark.plugin.processing.provider import TidemarkProvider

ID = "tidemark:detectfloods"


@pytest.fixture
def parameters(provider: TidemarkProvider, dates: TwoDates, tmp_path: Path) -> dict:
    """The least that is needed: one date."""
    return {"INPUT": str(dates.after), "OUTPUT": str(tmp_path / "flood.tif")}


def run(parameters: dict, feedback: Listener | None = None) -> dict:
    return processing_runs.run(ID, parameters, feedback)


def test_two_dates_in_flood_and_reference_water_out(parameters: dict, dates: TwoDates) -> None:
    listener = Listener()
    results = run({**parameters, "BEFORE": str(dates.before)}, listener)
    assert results["SUMMARY"].startswith("Detected flood ")
    assert results["HECTARES_DETECTED"] > 10
    assert results["HECTARES_REFERENCE_WATER"] > 10
    assert results["HECTARES_MASKED"] == 0
    assert set(shares(results["OUTPUT"])) in ({0, 1, 2}, {0, 1, 2, 5})
    record = json.loads(Path(results["RUN"]).read_text(encoding="utf-8"))
    assert record["before"]["paths"] == [str(dates.before)]
    assert record["title"] == "Flood extent (water now, not usually)"


def test_a_raster_of_usual_water_does_instead_of_an_image_before(parameters: dict, dates: TwoDates) -> None:
    from_image = run({**parameters, "BEFORE": str(dates.before)})
    from_raster = run({**parameters, "REFERENCE_WATER": str(dates.reference)})
    assert from_raster["HECTARES_DETECTED"] == pytest.approx(from_image["HECTARES_DETECTED"], rel=0.1)
    # The raster knows all of the narrow river, the network sees most of it.
    assert 0.6 < from_image["HECTARES_REFERENCE_WATER"] / from_raster["HECTARES_REFERENCE_WATER"] < 1.05


def test_the_value_from_which_water_is_usual_can_be_set(parameters: dict, dates: TwoDates, tmp_path: Path) -> None:
    percent = write_scaled(tmp_path / "percent.tif", dates.reference, 60)
    default = run({**parameters, "REFERENCE_WATER": str(percent)})
    lower = run({**parameters, "REFERENCE_WATER": str(percent), "REFERENCE_THRESHOLD": 50})
    assert default["HECTARES_REFERENCE_WATER"] == 0
    assert lower["HECTARES_REFERENCE_WATER"] > 10


def test_one_date_alone_is_called_water_never_flood(parameters: dict) -> None:
    listener = Listener()
    results = run(parameters, listener)
    assert results["SUMMARY"].startswith("Detected water ")
    assert any("not flood" in line for line in listener.said)


@pytest.mark.parametrize("algorithm", [ID, "tidemark:detectwater"])
def test_what_is_left_out_has_classes_of_its_own(parameters: dict, dates: TwoDates, tmp_path: Path, algorithm: str) -> None:
    hand = write_west(tmp_path / "hand.tif", dates.after, 30, 2)
    layover = write_west(tmp_path / "layover.tif", dates.after, 0, 1)
    polygons = strip(dates.after, "Reservoirs", (0.4, 0.6))
    results = processing_runs.run(algorithm, {**parameters, "HAND": str(hand), "LAYOVER": str(layover), "EXCLUDE": polygons})
    assert shares(results["OUTPUT"]) == pytest.approx({250: 0.4, 251: 0.4, 252: 0.2}, abs=0.01)
    assert results["HECTARES_MASKED"] == pytest.approx(results["HECTARES_OBSERVED"], rel=0.01)


def test_polygons_that_are_being_drawn_are_left_out_as_they_are_now(parameters: dict, dates: TwoDates, tmp_path: Path) -> None:
    path = tmp_path / "drawn.gpkg"
    context = QgsProject.instance().transformContext()
    saved = strip(dates.after, "drawn", (0, 0.2))
    assert QgsVectorFileWriter.writeAsVectorFormatV3(saved, str(path), context, QgsVectorFileWriter.SaveVectorOptions())[0] == 0
    layer = QgsVectorLayer(str(path), "drawn", "ogr")
    assert layer.startEditing()
    drawn = QgsFeature(layer.fields())
    drawn.setGeometry(next(strip(dates.after, "more", (0.5, 0.8)).getFeatures()).geometry())
    assert layer.addFeature(drawn)
    results = run({**parameters, "EXCLUDE": layer})
    layer.rollBack()
    assert shares(results["OUTPUT"])[252] == pytest.approx(0.5, abs=0.01)


def test_only_the_chosen_layer_of_a_file_is_left_out(parameters: dict, dates: TwoDates, tmp_path: Path) -> None:
    path = tmp_path / "both.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    context = QgsProject.instance().transformContext()
    for name, columns in (("east", (0.5, 1)), ("west", (0, 0.25))):
        options.layerName = name
        assert QgsVectorFileWriter.writeAsVectorFormatV3(strip(dates.after, name, columns), str(path), context, options)[0] == 0
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    results = run({**parameters, "EXCLUDE": f"{path}|layername=west"})
    assert shares(results["OUTPUT"])[252] == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"BEFORE": "after"}, "are the same file"),
        ({"BEFORE": "/nowhere/before.tif"}, r"BEFORE .*before\.tif.* is no raster"),
        ({"REFERENCE_WATER": "/nowhere/usual.tif"}, r"REFERENCE_WATER .*usual\.tif.* is no raster"),
        ({"REFERENCE_WATER": "after"}, "no values from 0 to 100"),
        ({"EXCLUDE": "/nowhere/lakes.gpkg"}, r"EXCLUDE .*lakes\.gpkg.* is no layer"),
        ({"HAND": "/nowhere/hand.tif"}, r"HAND .*hand\.tif.* is no raster"),
    ],
)
def test_bad_input_is_refused_with_one_message(parameters: dict, dates: TwoDates, tmp_path: Path, wrong: dict, words: str) -> None:
    given = {name: str(dates.after) if value == "after" else value for name, value in wrong.items()}
    with pytest.raises(QgsProcessingException, match=words):
        run({**parameters, **given})
    assert not list(tmp_path.glob("flood*"))


def test_the_map_that_processing_loads_has_words_for_each_class(
    parameters: dict, project: QgsProject, dates: TwoDates, tmp_path: Path
) -> None:
    from processing.gui.AlgorithmExecutor import execute

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ID)
    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(project)
    context.addLayerToLoadOnCompletion(parameters["OUTPUT"], QgsProcessingContext.LayerDetails("Class raster", project, "OUTPUT"))
    exclude = strip(dates.after, "Reservoirs", (0, 0.2))
    worked, _ = execute(algorithm, {**parameters, "BEFORE": str(dates.before), "EXCLUDE": exclude}, context, feedback)
    assert worked
    load_results(algorithm, context, feedback)
    (layer,) = project.mapLayersByName("Flood extent (water now, not usually)")
    legend = {item.value: item.label for item in layer.renderer().classes()}
    assert legend[1] == "Flood detected"
    assert "water" in legend[2].lower()
    assert len(legend[252]) > 5
    assert layer not in raster_layers(project)


def test_every_parameter_has_its_help_and_the_command_lines_words(provider: TidemarkProvider) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ID)
    definitions = {definition.name(): definition for definition in algorithm.parameterDefinitions()}
    assert list(definitions) == [
        *("INPUT", "VH", "BEFORE", "BEFORE_VH", "REFERENCE_WATER", "REFERENCE_THRESHOLD"),
        *("OPTICAL", "OPTICAL_BEFORE", "OPTICAL_BANDS", "SCALE", "EXTENT", "BANDS"),
        *("EXCLUDE", "HAND", "SLOPE", "LAYOVER", "DEM"),
        *("METHOD", "MODEL", "SCALES", "FLIP", "OPEN_ONLY", "THRESHOLD", "DEVICE", "THREADS", "ZEROS", "OUTPUT", "PROBABILITY", "POLYGONS"),
    ]
    assert [name for name, definition in definitions.items() if len(definition.help()) < 5] == []
    assert "water" in definitions["MODEL"].help()
    assert "not flood" in algorithm.shortHelpString()
    assert not algorithm.icon().pixmap(16, 16).isNull()
