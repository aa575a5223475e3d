"""The destinations of the detecting algorithms besides the map, and what the toolbox finds first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsProcessingToolboxProxyModel
from qgis.PyQt.QtCore import QModelIndex

from helpers.plugin.processing_runs import run, run_in_window
from tidemark.plugin.processing.provider import TidemarkProvider
from tidemark.plugin.settings import known_maps


def test_probability_and_polygons_go_where_they_are_wanted(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    wanted = {"PROBABILITY": str(tmp_path / "p" / "sure.tif"), "POLYGONS": str(tmp_path / "v" / "water.gpkg")}
    results = run("tidemark:detectwater", {"INPUT": str(scene), "OUTPUT": str(tmp_path / "map.tif"), **wanted})
    assert {name: results[name] for name in wanted} == wanted
    assert QgsRasterLayer(wanted["PROBABILITY"], "p").renderer() is not None
    assert (tmp_path / "p" / "sure.qml").is_file()
    assert (tmp_path / "map_probability.tif").read_bytes() == (tmp_path / "p" / "sure.tif").read_bytes()
    polygons = QgsVectorLayer(wanted["POLYGONS"], "polygons", "ogr")
    assert 0 < sum(feature["area_ha"] for feature in polygons.getFeatures()) <= results["HECTARES_DETECTED"] * 1.01
    assert known_maps()[0] == str(tmp_path / "map.tif")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"PROBABILITY": "p.png"}, "PROBABILITY"), ({"POLYGONS": "v.csv"}, "POLYGONS"), ({"PROBABILITY": "SCENE"}, "input")],
)
def test_destinations_that_cannot_be_are_refused(
    provider: TidemarkProvider, scene: Path, tmp_path: Path, wrong: dict[str, str], words: str
) -> None:
    wrong = {name: str(scene) if value == "SCENE" else value for name, value in wrong.items()}
    before = scene.read_bytes()
    with pytest.raises(QgsProcessingException, match=words):
        run("tidemark:detectwater", {"INPUT": str(scene), "OUTPUT": str(tmp_path / "map.tif"), **wrong})
    assert list(tmp_path.glob("map*")) == []
    assert scene.read_bytes() == before


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"OUTPUT": "map.png"}, "GeoTIFF"),
        ({"OUTPUT": "SCENE"}, "input"),
        ({"PROBABILITY": "p.png"}, "PROBABILITY"),
        ({"POLYGONS": "v.kml"}, "POLYGONS"),
    ],
)
def test_what_is_chosen_in_the_window_is_refused_before_anything_runs(
    provider: TidemarkProvider, project: QgsProject, scene: Path, tmp_path: Path, wrong: dict[str, str], words: str
) -> None:
    chosen = {"OUTPUT": str(tmp_path / "map.tif"), **{k: str(scene if v == "SCENE" else tmp_path / v) for k, v in wrong.items()}}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("tidemark:detectwater")
    asked = {name: QgsProcessingOutputLayerDefinition(path, project) for name, path in chosen.items()}
    able, said = algorithm.checkParameterValues({"INPUT": str(scene), **asked}, QgsProcessingContext())
    assert not able
    assert words in said


def test_the_probability_beside_the_map_can_be_asked_for(
    provider: TidemarkProvider, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("tidemark:detectwater")
    chosen = {"OUTPUT": str(tmp_path / "map.tif"), "PROBABILITY": str(tmp_path / "map_probability.tif")}
    run_in_window(algorithm, {"INPUT": str(scene), "METHOD": "otsu", **chosen}, project)
    assert {layer.source() for layer in project.mapLayers().values()} == set(chosen.values())


@pytest.mark.parametrize(
    ("name", "parameter", "endings"),
    [
        ("detectwater", "POLYGONS", {"gpkg", "geojson", "shp"}),
        ("vectorise", "OUTPUT", {"gpkg", "geojson", "shp"}),
        ("zonestatistics", "OUTPUT", {"gpkg", "csv"}),
        ("exposure", "OUTPUT", {"gpkg", "csv"}),
    ],
)
def test_only_endings_that_can_be_written_are_offered(provider: TidemarkProvider, name: str, parameter: str, endings: set[str]) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"tidemark:{name}")
    offered = algorithm.parameterDefinition(parameter).createFileFilter()
    assert set(re.findall(r"\*\.(\w+)", offered)) == endings


@pytest.mark.parametrize(
    ("typed", "first"),
    [("flood", "detectfloods"), ("change", "detectchange"), ("oil", "detectoil"), ("threshold", "rethreshold"), ("pdf", "maplayout")],
)
def test_what_is_typed_into_the_toolbox_finds_the_task_first(provider: TidemarkProvider, typed: str, first: str) -> None:
    toolbox = QgsProcessingToolboxProxyModel()
    toolbox.setFilterString(typed)

    def found(parent: QModelIndex) -> Iterator[str]:
        for row in range(toolbox.rowCount(parent)):
            index = toolbox.index(row, 0, parent)
            algorithm = toolbox.toolboxModel().algorithmForIndex(toolbox.mapToSource(index))
            if algorithm is not None:
                yield algorithm.id()
            yield from found(index)

    assert next(name for name in found(QModelIndex()) if name.startswith("tidemark:")) == f"tidemark:{first}"
