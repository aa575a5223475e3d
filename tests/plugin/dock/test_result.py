"""The result in the dock: it follows layers and projects, is kept on a click, and polygons of another threshold do not cover it."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy

import pytest
from qgis.core import QgsApplication, QgsLayerTreeModel, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog

from helpers.plugin.dock_actions import add, load, run
from helpers.plugin.engine_process import run_engine
from helpers.plugin.processing_runs import halves
from helpers.plugin.qgis_window import Window, wait_for
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.result import ZonesDialog
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.layers.results import MAP_PROPERTY, find_layer
from tidemark.plugin.settings import known_maps, last_folder


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


def test_polygons_of_a_map_that_was_replaced_do_not_stand_for_those_of_the_new_one(mapped: TidemarkDock, project: QgsProject) -> None:
    mapped.result.polygonsButton.click()
    assert wait_for(lambda: not mapped.is_running)
    assert not mapped.result.polygonsButton.isEnabled()
    mapped.form.replaceCheck.setChecked(True)
    mapped.form.thresholdBox.setValue(0.5)
    run(mapped)
    assert mapped.result.polygonsButton.isEnabled()
    names = [node.name() for node in project.layerTreeRoot().findLayers()]
    assert names == ["Water extent, 50 %: lake", "Probability (%)", "Polygons of 0.5 ha and more, 72 %", "lake"]
    mapped.result.polygonsButton.click()
    assert wait_for(lambda: not mapped.is_running)
    assert [group.name() for group in project.layerTreeRoot().findGroups()] == ["lake: Water extent (single date)"] * 2
    assert not mapped.result.polygonsButton.isEnabled()


def test_a_map_that_was_made_anew_outside_the_dock_is_another_map(
    mapped: TidemarkDock, runtime: Runtime, scene: Path, tmp_path: Path
) -> None:
    panel = mapped.result.threshold
    mapped.result.polygonsButton.click()
    assert wait_for(lambda: not mapped.is_running)
    panel.slider.setValue(80)
    assert wait_for(lambda: "would be detected" in panel.titleLabel.text())
    earlier = panel.titleLabel.text()
    panel.backButton.click()
    part = mapped.form.layer().extent()
    part.setXMaximum(part.center().x())
    extent = f"--extent={part.xMinimum()},{part.yMinimum()},{part.xMaximum()},{part.yMaximum()}"
    run_engine(runtime, "detect", str(scene), "--task", "water", "--output", str(tmp_path / "lake_water"), "--overwrite", extent)
    mapped.result.offer(None)
    assert mapped.result.polygonsButton.isEnabled()
    panel.slider.setValue(80)
    assert panel.titleLabel.text() == "Threshold"
    assert wait_for(lambda: "would be detected" in panel.titleLabel.text())
    assert panel.titleLabel.text() != earlier


def test_of_a_map_that_was_replaced_no_empty_group_stays(mapped: TidemarkDock, project: QgsProject) -> None:
    mapped.form.replaceCheck.setChecked(True)
    run(mapped)
    assert [group.name() for group in project.layerTreeRoot().findGroups()] == ["lake: Water extent (single date)"]


def test_a_closed_project_takes_its_result_and_message_along(mapped: TidemarkDock, project: QgsProject) -> None:
    assert mapped.result.isVisibleTo(mapped.page)
    project.clear()
    assert not mapped.result.isVisibleTo(mapped.page)
    assert mapped.result.map_path == ""
    assert mapped.page.messageLabel.text() == ""


def run_for_a_closed_project(dock: TidemarkDock, project: QgsProject, scene: Path, folder: Path) -> None:
    """Map the scene "lake" into a folder, and close the project before the map is there."""
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(folder))
    dock.foot.runButton.click()
    project.clear()
    assert wait_for(lambda: not dock.is_running)


def test_the_result_of_a_closed_project_asks_before_it_goes_into_another_one(
    dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    run_for_a_closed_project(dock, project, scene, tmp_path)
    assert len(project.mapLayers()) == 0
    assert "closed now" in dock.page.messageLabel.text()
    assert str(tmp_path / "lake_water_class.tif") in dock.page.messageLabel.text()
    dock.page.messageLabel.link_activated.emit("yes")
    assert len(project.mapLayers()) == 2
    assert dock.result.map_path == str(tmp_path / "lake_water_class.tif")


def test_a_result_of_a_closed_project_is_known_and_offered_until_it_is_taken(
    dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    run_for_a_closed_project(dock, project, scene, tmp_path)
    lake = str(tmp_path / "lake_water_class.tif")
    assert known_maps() == [lake]
    project.clear()
    load(dock, scene, "river")
    run(dock)
    assert dock.result.map_path == str(tmp_path / "river_water_class.tif")
    assert "Add it to this project" in dock.page.messageLabel.text()
    dock.page.messageLabel.link_activated.emit("yes")
    assert dock.result.map_path == lake
    assert not dock.page.messageLabel.isVisibleTo(dock.page)


def test_a_result_of_a_closed_project_whose_file_is_gone_meanwhile_is_told(
    dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    run_for_a_closed_project(dock, project, scene, tmp_path)
    (tmp_path / "lake_water_class.tif").unlink()
    dock.page.messageLabel.link_activated.emit("yes")
    assert "The map is not there any more" in dock.page.messageLabel.text()
    assert len(project.mapLayers()) == 0


def test_what_was_made_for_a_closed_project_is_told_with_its_own_name_and_place(
    mapped: TidemarkDock, project: QgsProject, large_scene: Path, tmp_path: Path
) -> None:
    load(mapped, large_scene, "elsewhere")
    mapped.result.polygonsButton.click()
    assert "Tidemark: lake_water" in [task.description() for task in QgsApplication.taskManager().tasks()]
    project.clear()
    assert wait_for(lambda: not mapped.is_running)
    assert "lake_water&#x27; was started in a project that is closed now." in mapped.page.messageLabel.text()
    assert str(tmp_path / "lake_water_polygons.gpkg") in mapped.page.messageLabel.text()
    assert len(project.mapLayers()) == 0


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
    assert last_folder() == str(tmp_path)  # where the next file dialog begins


def test_with_a_result_its_other_thresholds_are_kept_and_stay_in_the_history(
    dock: TidemarkDock, window: Window, project: QgsProject, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(dock, scene, "lake")
    run(dock)
    first = find_layer(dock.result.map_path, project)
    dock.result.threshold.percentBox.setValue(80)
    dock.result.threshold.makeButton.click()
    assert wait_for(lambda: not dock.is_running)
    window.select(first)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dock.result.keepButton.click()
    assert known_maps() == [str(tmp_path / f"lake_water{which}_class.tif") for which in ("", "_t80")]


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


def test_what_is_made_while_the_slider_is_moved_is_seen_over_the_map_that_it_is_made_of(
    mapped: TidemarkDock, project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, slider = mapped.result.threshold.slider.value(), mapped.result.threshold.slider
    zones = halves(Path(mapped.result.map_path))
    project.addMapLayer(zones)
    monkeypatch.setattr(ZonesDialog, "exec", lambda _: True)
    monkeypatch.setattr(ZonesDialog, "layer", lambda _: zones)
    for button in (mapped.result.polygonsButton, mapped.result.zonesButton):
        slider.setValue(95)
        button.click()
        assert wait_for(lambda: not mapped.is_running, 90)
        assert slider.value() == own
        classes = find_layer(mapped.result.map_path, project)
        assert next(kind.color.alpha() for kind in classes.renderer().classes() if kind.value == 1) > 200


def test_hectares_in_zones_leave_the_map_to_be_seen_and_belong_to_it(
    mapped: TidemarkDock, window: Window, project: QgsProject, flood: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, zones = mapped.result.map_path, halves(Path(mapped.result.map_path))
    project.addMapLayer(zones)
    monkeypatch.setattr(ZonesDialog, "exec", lambda _: True)
    monkeypatch.setattr(ZonesDialog, "layer", lambda _: zones)
    mapped.result.zonesButton.click()
    assert wait_for(lambda: not mapped.is_running)
    (counted,) = project.mapLayersByName("Hectares in Halves")
    assert {part.layerType() for part in counted.renderer().symbol().symbolLayers()} == {"SimpleLine"}
    nodes = [project.layerTreeRoot().findLayer(layer.id()) for layer in (counted, find_layer(path, project))]
    assert nodes[0].parent() == nodes[1].parent()
    window.select(add(flood))
    assert mapped.result.map_path == str(flood)
    window.select(counted)
    assert mapped.result.map_path == path
    assert mapped.result.polygonsButton.isEnabled()


def test_a_project_whose_folder_was_moved_keeps_what_belongs_together(
    dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    (here / "images").mkdir(parents=True)
    copy(scene, here / "images" / "lake.tif")
    load(dock, here / "images" / "lake.tif")
    dock.form.folderWidget.setFilePath(str(here))
    run(dock)
    dock.result.polygonsButton.click()
    assert wait_for(lambda: not dock.is_running)
    assert project.write(str(here / "event.qgz"))
    project.clear()
    here.rename(there)
    assert project.read(str(there / "event.qgz"))
    assert wait_for(lambda: dock.result.map_path == str(there / "lake_water_class.tif"))
    assert not dock.result.polygonsButton.isEnabled()
    (polygons,) = (layer for layer in project.mapLayers().values() if layer.customProperty(MAP_PROPERTY, ""))
    dock.result.threshold.slider.setValue(95)
    assert not visible(project, polygons.id())
    dock.result.threshold.backButton.click()
    layers = len(project.mapLayers())
    dock.result.againButton.click()
    assert dock.form.layer().source() == str(there / "images" / "lake.tif")
    assert (len(project.mapLayers()), dock.page.messageLabel.text()) == (layers, "")


def test_the_title_of_a_result_shows_its_name_letter_by_letter(dock: TidemarkDock, window: Window, flood: Path, tmp_path: Path) -> None:
    for kind in ("class.tif", "run.json"):
        copy(flood.with_name(f"flood_{kind}"), tmp_path / f"R&D_{kind}")
    window.select(add(tmp_path / "R&D_class.tif"))
    assert dock.result.resultGroup.title() == "Result: R&&D"  # one of which Qt takes for itself
