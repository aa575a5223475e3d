"""A map that was made in the toolbox is in the dock what a map of its own is."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsLayerTreeModel, QgsProject, QgsRasterLayer, QgsVectorLayer

from helpers.plugin.dock_actions import load
from helpers.plugin.processing_runs import run_in_window
from helpers.plugin.qgis_window import wait_for
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.result import HandOverDialog
from tidemark.plugin.layers.results import IMAGE_PROPERTY, find_layer, has_polygons
from tidemark.plugin.processing.provider import TidemarkProvider


def run_algorithm(name: str, parameters: dict[str, object], project: QgsProject) -> dict[str, object]:
    """Run an algorithm as its window does."""
    return run_in_window(QgsApplication.processingRegistry().createAlgorithmById(f"tidemark:{name}"), parameters, project)


def offered(dock: TidemarkDock) -> list[str]:
    """Return the images that the dock offers."""
    box = dock.form.image.layerBox
    return [box.itemText(row) for row in range(box.count())]


@pytest.fixture
def image(dock: TidemarkDock, scene: Path) -> QgsRasterLayer:
    """The image to map, in the dock."""
    return load(dock, scene, "The image")


def test_all_that_it_wrote_belongs_to_the_image_and_is_no_image(
    dock: TidemarkDock, provider: TidemarkProvider, project: QgsProject, image: QgsRasterLayer
) -> None:
    wanted = dict.fromkeys(("OUTPUT", "PROBABILITY", "POLYGONS"), "TEMPORARY_OUTPUT")
    results = run_algorithm("detectwater", {"INPUT": image, **wanted}, project)
    made = [layer for layer in project.mapLayers().values() if layer.id() != image.id()]
    assert [layer.customProperty(IMAGE_PROPERTY) for layer in made] == [image.id()] * 3
    assert wait_for(lambda: offered(dock) == ["The image"])

    shown = find_layer(str(results["OUTPUT"]), project)
    dock.result.offer(shown)
    assert dock.result.threshold.isVisibleTo(dock.result)
    assert not dock.result.polygonsButton.isEnabled()
    assert dock.result.resultGroup.title() == "Result: scene"
    dock.form.image.choose(None)
    dock.map_layer(shown, "flood")
    assert dock.form.layer() == image


def test_the_map_says_what_it_is_and_shows_its_classes_alone(
    dock: TidemarkDock, provider: TidemarkProvider, project: QgsProject, image: QgsRasterLayer, tmp_path: Path
) -> None:
    panel = QgsLayerTreeModel(project.layerTreeRoot())
    path = str(tmp_path / "map.tif")
    run_algorithm("detectwater", {"INPUT": image, "METHOD": "otsu", "OUTPUT": path}, project)
    shown = find_layer(path, project)
    assert shown.metadata().title() == shown.name()
    assert "flooded" in shown.metadata().abstract()
    legend = panel.layerLegendNodes(project.layerTreeRoot().findLayer(shown.id()))
    assert [node.data(0) for node in legend] == [one.label for one in shown.renderer().classes()]


@pytest.mark.parametrize("name", ["river", "river_possible"])
def test_a_map_is_packaged_from_the_dock_whatever_its_name(
    dock: TidemarkDock,
    provider: TidemarkProvider,
    project: QgsProject,
    image: QgsRasterLayer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    path = str(tmp_path / f"{name}.tif")
    run_algorithm("detectwater", {"INPUT": image, "METHOD": "otsu", "OUTPUT": path}, project)
    dock.result.offer(find_layer(path, project))
    assert dock.result.map_path == path

    def fill(dialog: HandOverDialog) -> int:
        dialog.folderWidget.setFilePath(str(tmp_path / "event"))
        return 1

    monkeypatch.setattr(HandOverDialog, "exec", fill)
    dock.page.messageLabel.clear()
    dock.result.packageButton.click()
    assert wait_for(lambda: not dock.is_running)
    assert "Packaged" in dock.page.messageLabel.text()
    (made,) = (tmp_path / "event").iterdir()
    assert (made / f"{made.name.removesuffix('_v1')}_class_v1.tif").is_file()


def test_other_thresholds_and_polygons_of_the_toolbox_belong_to_their_map(
    dock: TidemarkDock, provider: TidemarkProvider, project: QgsProject, image: QgsRasterLayer, flood: Path, tmp_path: Path
) -> None:
    path = str(tmp_path / "lower.tif")
    run_algorithm("rethreshold", {"INPUT": str(flood.with_name("flood_probability.tif")), "OUTPUT": path}, project)
    run_algorithm("vectorise", {"INPUT": path, "OUTPUT": "TEMPORARY_OUTPUT"}, project)
    (polygons,) = (layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer))
    assert {layer.customProperty(IMAGE_PROPERTY) for layer in (find_layer(path, project), polygons)} == {image.id()}
    assert has_polygons(path, project)
