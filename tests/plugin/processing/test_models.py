"""Models whose outputs are loaded: each layer comes with its own name and style, whatever made it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
    QgsRasterLayer,
)

from helpers.plugin.processing_runs import run_in_window
from tidemark.plugin.layers.results import RESULT_PROPERTY
from tidemark.plugin.processing.base import Styler
from tidemark.plugin.processing.provider import TidemarkProvider

MODEL = Path(__file__).with_name("water_in_districts.model3")


def add_step(model: QgsProcessingModelAlgorithm, algorithm: str, output: str, **parameters: object) -> None:
    """Add an algorithm, called by its id, whose OUTPUT is one of the model's outputs; a parameter that begins with @ is another's."""
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(algorithm)
    source = QgsProcessingModelChildParameterSource
    for name, value in parameters.items():
        if isinstance(value, str) and value.startswith("@"):
            step.addParameterSources(name, [source.fromChildOutput(value[1:], "OUTPUT")])
        else:
            step.addParameterSources(name, [source.fromStaticValue(value)])
    final = QgsProcessingModelOutput(output)
    final.setChildId(algorithm)
    final.setChildOutputName("OUTPUT")
    step.setModelOutputs({output: final})
    model.addChildAlgorithm(step)


def load_all(model: QgsProcessingModelAlgorithm, project: QgsProject, **parameters: object) -> None:
    """Run a model and load all its outputs."""
    model.updateDestinationParameters()
    outputs = {definition.name(): "TEMPORARY_OUTPUT" for definition in model.destinationParameterDefinitions()}
    run_in_window(model, {**parameters, **outputs}, project)


def test_a_map_and_its_polygons_are_both_loaded_by_a_model(provider: TidemarkProvider, project: QgsProject, scene: Path) -> None:
    model = QgsProcessingModelAlgorithm("map and polygons", "tests", "")
    add_step(model, "tidemark:detectwater", "Map", INPUT=str(scene), METHOD="otsu")
    add_step(model, "tidemark:vectorise", "Polygons", INPUT="@tidemark:detectwater")
    load_all(model, project)
    rasters, polygons = ([one for one in project.mapLayers().values() if isinstance(one, QgsRasterLayer) is kind] for kind in (True, False))
    assert [layer.renderer().type() for layer in rasters] == ["paletted"]
    assert [layer.isValid() for layer in polygons] == [True]
    assert Styler.kept == []


def test_all_outputs_of_a_model_with_three_steps_are_loaded(
    provider: TidemarkProvider, project: QgsProject, scene: Path, districts: Path
) -> None:
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODEL))
    load_all(model, project, image=str(scene), districts=str(districts))
    assert len(project.mapLayers()) == 3
    assert Styler.kept == []


def test_what_other_algorithms_of_a_model_write_is_no_map(provider: TidemarkProvider, project: QgsProject, scene: Path) -> None:
    model = QgsProcessingModelAlgorithm("foreign", "tests", "")
    add_step(model, "native:fillnodata", "Filled", INPUT=str(scene), BAND=1, FILL_VALUE=0)
    add_step(model, "tidemark:detectwater", "Map", INPUT="@native:fillnodata", METHOD="otsu", BANDS="VV=1")
    load_all(model, project)
    marked = {layer.name(): bool(layer.customProperty(RESULT_PROPERTY, "")) for layer in project.mapLayers().values()}
    assert marked == {"Filled": False, "Water extent (single date)": True}
