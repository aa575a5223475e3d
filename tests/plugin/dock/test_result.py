"""The result in the dock: it follows layers and projects, is kept on a click, and polygons of another threshold do not cover it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import QgsLayerTreeModel, QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog

from helpers.plugin.dock_actions import add, load, run
from helpers.plugin.qgis_window import Window, wait_for
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.layers.results import MAP_PROPERTY, find_layer


@pytest.fixture
def mapped(dock: TidemarkDock, scene: Path, tmp_path: Path) -> TidemarkDock:
    """The dock after a map of water, with its files in a folder of the test."""
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    assert "Detected water" in run(dock)
    return dock


def visible(project: QgsProject, layer_id: str) -> bool:
    return bool(project.layerTreeRoot().findLayer(layer_id).itemVisibilityChecked())


def test_polygons_are_named_by_their_threshold_and_hidden_under_another_one(mapped: TidemarkDock, project: QgsProject) -> None:
    mapped.result.polygonsButton.click()
    assert wait_for(lambda: not mapped.is_running)
    polygons = next(layer for layer in project.mapLayers().values() if layer.customProperty(MAP_PROPERTY, ""))
    assert polygons.name().endswith(f", {round(100 * mapped.form.models.card().threshold)} %")
    mapped.result.threshold.slider.setValue(96)
    assert not visible(project, polygons.id())
    mapped.result.threshold.backButton.click()
    assert visible(project, polygons.id())
    mapped.result.threshold.slider.setValue(96)
    mapped.result.threshold.makeButton.click()
    assert wait_for(lambda: not mapped.is_running)
    assert not visible(project, polygons.id())
    assert mapped.result.threshold.slider.value() == 96


def test_a_closed_project_takes_its_result_and_message_along(mapped: TidemarkDock, project: QgsProject) -> None:
    assert mapped.result.isVisibleTo(mapped.page)
    project.clear()
    assert not mapped.result.isVisibleTo(mapped.page)
    assert mapped.result.map_path == ""
    assert mapped.page.messageLabel.text() == ""


def test_the_result_of_a_closed_project_asks_before_it_goes_into_another_one(
    dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    dock.foot.runButton.click()
    project.clear()
    assert wait_for(lambda: not dock.is_running)
    assert len(project.mapLayers()) == 0
    assert "closed now" in dock.page.messageLabel.text()
    assert str(tmp_path / "lake_water_class.tif") in dock.page.messageLabel.text()
    dock.page.messageLabel.link_activated.emit("yes")
    assert len(project.mapLayers()) == 2
    assert dock.result.map_path == str(tmp_path / "lake_water_class.tif")


def test_a_result_is_there_again_with_its_project(mapped: TidemarkDock, project: QgsProject, tmp_path: Path) -> None:
    path = mapped.result.map_path
    assert project.write(str(tmp_path / "event.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "event.qgz"))
    assert wait_for(lambda: mapped.result.map_path == path)
    assert mapped.result.pageButton.isEnabled()


def test_the_result_follows_the_layer_that_is_selected(mapped: TidemarkDock, window: Window, flood: Path) -> None:
    other = add(flood)
    window.select(other)
    assert mapped.result.map_path == str(flood)
    assert mapped.result.resultGroup.title() == "Result: flood"


def test_a_temporary_result_is_kept_with_all_its_files(
    dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(dock, scene, "lake")
    assert "temporary" in run(dock)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dock.result.keepButton.click()
    names = {path.name for path in tmp_path.iterdir() if path.is_file()}
    kinds = {f"lake_water_{kind}" for kind in ("class.tif", "class.qml", "probability.tif", "probability.qml", "run.json")}
    assert kinds <= names
    sources = {layer.source() for layer in project.mapLayers().values()}
    assert {str(tmp_path / "lake_water_class.tif"), str(tmp_path / "lake_water_probability.tif")} <= sources
    record = json.loads((tmp_path / "lake_water_run.json").read_text(encoding="utf-8"))
    assert record["files"]["class"] == str(tmp_path / "lake_water_class.tif")
    assert dock.result.map_path == str(tmp_path / "lake_water_class.tif")
    assert not dock.result.keepButton.isVisibleTo(dock.result)
    assert QgsSettings().value("tidemark/folder") == str(tmp_path)


def test_an_earlier_result_of_the_same_image_is_switched_off(mapped: TidemarkDock, project: QgsProject) -> None:
    run(mapped)
    new, old = project.layerTreeRoot().children()[:2]
    assert (new.itemVisibilityChecked(), old.itemVisibilityChecked()) == (True, False)
    assert not old.isExpanded()


def test_the_map_tells_qgis_when_the_image_was_taken_and_what_it_cannot_show(mapped: TidemarkDock, project: QgsProject) -> None:
    classes = project.layerTreeRoot().children()[0].findLayers()[0].layer()
    assert "Open, calm water only" in classes.metadata().abstract()
    assert classes.temporalProperties().isActive() == bool(mapped.result.run.image.acquired)


def test_the_legend_of_a_map_begins_with_its_classes(mapped: TidemarkDock, project: QgsProject) -> None:
    root = project.layerTreeRoot()
    model = QgsLayerTreeModel(root)
    lines = model.layerLegendNodes(root.findLayer(find_layer(mapped.result.map_path, project).id()))
    assert [line.data(Qt.ItemDataRole.DisplayRole) for line in lines][:2] == ["Not detected", "Water detected"]
