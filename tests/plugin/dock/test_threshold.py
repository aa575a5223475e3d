"""The dock's slider: a threshold moved afterwards, seen on the probability layer, made into a map by the real engine."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QFileDialog

from helpers.plugin.dock_actions import add, choose, load, run, said
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.qgis_window import Window, wait_for
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.extent import DRAWN
from tidemark.plugin.layers.results import find_layer


@pytest.fixture
def mapped(dock: TidemarkDock, dates: TwoDates, tmp_path: Path) -> TidemarkDock:
    """The dock after a flood map."""
    load(dock, dates.after, "lake")
    choose(dock.form.taskBox, "flood")
    dock.form.before.choose(add(dates.before))
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    dock.form.folderWidget.setFilePath(str(tmp_path))
    assert "Detected flood" in run(dock)
    return dock


def layers(project: QgsProject) -> list[QgsRasterLayer]:
    """Return the result's layers, from the top."""
    return [node.layer() for node in project.layerTreeRoot().children()[0].findLayers()]


def alpha(classes: QgsRasterLayer) -> dict[int, int]:
    return {entry.value: entry.color.alpha() for entry in classes.renderer().classes()}


def test_moving_the_slider_shows_on_the_map_what_would_be_detected(mapped: TidemarkDock, project: QgsProject) -> None:
    classes, probability = layers(project)
    own = {layer.id(): layer.styleManager().currentStyle() for layer in (classes, probability)}
    panel = mapped.result.threshold
    assert panel.isVisibleTo(mapped.page)
    assert mapped.result.resultGroup.title() == "Result: lake_flood"
    assert panel.slider.value() == round(100 * mapped.form.models.card().threshold)
    project.layerTreeRoot().findLayer(probability.id()).setItemVisibilityChecked(False)
    panel.slider.setValue(30)
    ramp = probability.renderer().shader().rasterShaderFunction()
    visible, *_, opacity = ramp.shade(30)
    assert (visible, opacity) == (True, 230)
    assert ramp.shade(29)[-1] == 0
    assert alpha(classes)[1] == 0
    assert alpha(classes)[2] > 200
    assert project.layerTreeRoot().findLayer(probability.id()).itemVisibilityChecked()
    panel.backButton.click()
    assert alpha(classes)[1] > 200
    assert probability.renderer().shader().rasterShaderFunction().maximumValue() == 100
    assert probability.renderer().shader().rasterShaderFunction().shade(10)[-1] > 0
    assert {layer.id(): layer.styleManager().currentStyle() for layer in (classes, probability)} == own
    assert all(len(layer.styleManager().styles()) == 1 for layer in (classes, probability))
    assert not project.layerTreeRoot().findLayer(probability.id()).itemVisibilityChecked()
    assert not panel.makeButton.isEnabled()


def test_a_click_makes_a_map_with_the_threshold_and_its_hectares(mapped: TidemarkDock, project: QgsProject, tmp_path: Path) -> None:
    earlier = json.loads((tmp_path / "lake_flood_run.json").read_text(encoding="utf-8"))
    earlier_map = (tmp_path / "lake_flood_class.tif").read_bytes()
    mapped.result.threshold.percentBox.setValue(80)
    mapped.result.threshold.makeButton.click()
    assert wait_for(lambda: not mapped.is_running)
    run_record = json.loads((tmp_path / "lake_flood_t80_run.json").read_text(encoding="utf-8"))
    assert run_record["summary"] in said(mapped).replace("&nbsp;", " ")
    assert run_record["threshold"] == 0.8
    assert 0 < run_record["hectares"]["detected"] < earlier["hectares"]["detected"]
    assert run_record["hectares"]["reference_water"] == earlier["hectares"]["reference_water"]
    new, old, probability = layers(project)
    assert new.name() == "Flood extent, 80 %: lake"
    assert new.source() == str(tmp_path / "lake_flood_t80_class.tif")
    assert alpha(new)[1] > 200
    root = project.layerTreeRoot()
    assert root.findLayer(new.id()).itemVisibilityChecked()
    assert not root.findLayer(old.id()).itemVisibilityChecked()
    assert probability.renderer().shader().rasterShaderFunction().shade(10)[-1] > 0
    assert (tmp_path / "lake_flood_class.tif").read_bytes() == earlier_map
    assert mapped.result.map_path == new.source()
    assert mapped.result.threshold.slider.value() == 80


def test_the_slider_tells_the_hectares_of_the_map_that_it_would_make(mapped: TidemarkDock, tmp_path: Path) -> None:
    panel = mapped.result.threshold
    assert panel.titleLabel.text() == "Threshold"
    panel.slider.setValue(80)
    assert wait_for(lambda: "would be detected" in panel.titleLabel.text())
    panel.slider.setValue(30)
    low = panel.titleLabel.text()
    panel.slider.setValue(80)
    high = panel.titleLabel.text()
    assert low != high
    panel.makeButton.click()
    assert wait_for(lambda: not mapped.is_running)
    summary = json.loads((tmp_path / "lake_flood_t80_run.json").read_text(encoding="utf-8"))["summary"]
    told = high.replace("\N{NO-BREAK SPACE}", " ").split(": ")[1].removesuffix(" would be detected")
    assert summary.replace("\N{NO-BREAK SPACE}", " ").startswith(f"Detected flood {told} ")
    assert panel.titleLabel.text() == "Threshold"


def test_a_new_threshold_goes_to_the_result_it_was_made_of_whatever_is_selected_meanwhile(
    mapped: TidemarkDock, window: Window, project: QgsProject, dates: TwoDates, tmp_path: Path
) -> None:
    lake = mapped.result.map_path
    load(mapped, dates.after, "river")
    run(mapped)
    window.select(find_layer(lake, project))
    mapped.result.threshold.percentBox.setValue(80)
    mapped.result.threshold.makeButton.click()
    window.select(find_layer(str(tmp_path / "river_flood_class.tif"), project))
    assert wait_for(lambda: not mapped.is_running)
    groups = project.layerTreeRoot().findGroups()
    shown = [[(node.name(), node.itemVisibilityChecked()) for node in group.findLayers()] for group in groups]
    assert shown[0] == [("Flood extent, 72 %: river", True), ("Probability (%)", False)]
    assert shown[1] == [("Flood extent, 80 %: lake", True), ("Flood extent, 72 %: lake", False), ("Probability (%)", False)]


def test_the_slider_tells_the_hectares_of_the_map_that_took_the_place_of_another(mapped: TidemarkDock, project: QgsProject) -> None:
    panel, form, image = mapped.result.threshold, mapped.form, mapped.form.layer()
    panel.slider.setValue(80)
    assert wait_for(lambda: "would be detected" in panel.titleLabel.text())
    earlier = panel.titleLabel.text()
    panel.backButton.click()
    part = image.extent()
    part.scale(0.4)
    choose(form.extentBox, DRAWN)
    form.extent.drawnWidget.setOutputExtentFromUser(part, image.crs())
    form.replaceCheck.setChecked(True)
    run(mapped)
    classes, probability = layers(project)
    assert classes.width() < image.width()
    assert sum(layer.source() in (classes.source(), probability.source()) for layer in project.mapLayers().values()) == 2
    panel.slider.setValue(80)
    assert panel.titleLabel.text() == "Threshold"
    assert wait_for(lambda: "would be detected" in panel.titleLabel.text())
    assert panel.titleLabel.text() != earlier


def test_a_project_saved_while_the_slider_is_moved_shows_its_map_when_it_is_opened(
    mapped: TidemarkDock, project: QgsProject, tmp_path: Path
) -> None:
    mapped.result.polygonsButton.click()
    assert wait_for(lambda: not mapped.is_running)
    mapped.result.threshold.slider.setValue(95)
    assert project.write(str(tmp_path / "event.qgz"))
    classes, probability = layers(project)[1:]
    assert wait_for(lambda: alpha(classes)[1] == 0, 2)
    assert probability.renderer().shader().rasterShaderFunction().shade(94)[-1] == 0
    assert not project.isDirty()
    project.clear()
    assert project.read(str(tmp_path / "event.qgz"))
    polygons, classes, probability = layers(project)
    assert alpha(classes)[1] > 200
    assert probability.renderer().shader().rasterShaderFunction().shade(10)[-1] > 0
    assert all(len(layer.styleManager().styles()) == 1 for layer in (classes, probability))
    nodes = map(project.layerTreeRoot().findLayer, (polygons.id(), classes.id(), probability.id()))
    assert [node.itemVisibilityChecked() for node in nodes] == [True, True, False]


def test_a_new_threshold_that_is_kept_can_be_moved_again(
    mapped: TidemarkDock, project: QgsProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapped.form.folderWidget.setFilePath("")
    run(mapped)
    panel = mapped.result.threshold
    panel.percentBox.setValue(80)
    panel.makeButton.click()
    assert wait_for(lambda: not mapped.is_running)
    kept = tmp_path / "kept"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(kept))
    mapped.result.keepButton.click()
    names = [(layer.name(), Path(layer.source()).name) for layer in layers(project) if Path(layer.source()).parent == kept]
    assert names == [("Flood extent, 80 %: lake", "lake_flood_t80_class.tif"), ("Probability (%)", "lake_flood_t80_probability.tif")]
    assert panel.isVisibleTo(mapped.page)
    panel.percentBox.setValue(60)
    panel.makeButton.click()
    assert wait_for(lambda: not mapped.is_running)
    assert mapped.result.map_path == str(kept / "lake_flood_t80_t60_class.tif")


def test_the_task_bears_the_name_of_the_map_that_is_made(mapped: TidemarkDock, project: QgsProject, scene: Path) -> None:
    load(mapped, scene, "elsewhere")
    mapped.result.threshold.percentBox.setValue(80)
    mapped.result.threshold.makeButton.click()
    assert "Tidemark: lake_flood_t80" in [task.description() for task in QgsApplication.taskManager().tasks()]
    project.clear()
    assert wait_for(lambda: not mapped.is_running)
    assert "lake_flood_t80&#x27; was started in a project that is closed now." in mapped.page.messageLabel.text()


def test_the_slider_follows_the_probability_that_is_selected(
    dock: TidemarkDock, window: Window, project: QgsProject, flood: Path, tmp_path: Path
) -> None:
    assert not dock.result.threshold.isVisibleTo(dock.page)
    first = add(flood.with_name("flood_probability.tif"))
    for kind in ("class.tif", "probability.tif", "run.json"):
        copy(flood.with_name(f"flood_{kind}"), tmp_path / f"other_{kind}")
    other = add(tmp_path / "other_probability.tif")
    image = add(flood)
    window.select(first)
    assert dock.result.resultGroup.title() == "Result: flood"
    dock.result.threshold.slider.setValue(20)
    window.select(image)
    assert dock.result.resultGroup.title() == "Result: flood"
    assert dock.result.threshold.slider.value() == 20
    window.select(other)
    assert dock.result.resultGroup.title() == "Result: other"
    assert first.styleManager().styles() == [first.styleManager().currentStyle()]
    window.select(None)
    project.removeMapLayers([first.id(), other.id()])
    assert not dock.result.threshold.isVisibleTo(dock.page)


def test_only_the_maps_of_the_same_run_change_with_the_slider(mapped: TidemarkDock, project: QgsProject) -> None:
    mapped.page.messageLabel.clear()
    run(mapped)
    new, probability = layers(project)
    old = project.layerTreeRoot().children()[1].findLayers()[0].layer()
    assert (Path(old.source()).name, Path(new.source()).name) == ("lake_flood_class.tif", "lake_flood_2_class.tif")
    mapped.result.threshold.slider.setValue(20)
    assert (alpha(new)[1], alpha(old)[1]) == (0, 230)
    project.removeMapLayer(probability.id())
    assert not mapped.result.threshold.isVisibleTo(mapped.page)
    assert alpha(new)[1] == 230


@pytest.mark.parametrize("task", ["change", None])
def test_no_slider_where_the_probability_alone_does_not_decide(
    dock: TidemarkDock, window: Window, flood: Path, tmp_path: Path, task: str | None
) -> None:
    copy(flood.with_name("flood_probability.tif"), tmp_path / "a_probability.tif")
    if task is not None:
        run_record = json.loads(flood.with_name("flood_run.json").read_text(encoding="utf-8"))
        (tmp_path / "a_run.json").write_text(json.dumps({**run_record, "task": task}), encoding="utf-8")
    window.select(add(tmp_path / "a_probability.tif"))
    assert not dock.result.threshold.isVisibleTo(dock.page)


def test_a_probability_that_has_gone_is_answered_with_words(mapped: TidemarkDock, tmp_path: Path) -> None:
    mapped.result.threshold.slider.setValue(20)
    (tmp_path / "lake_flood_probability.tif").unlink()
    mapped.page.messageLabel.clear()
    mapped.result.threshold.makeButton.click()
    assert wait_for(lambda: mapped.page.messageLabel.text() != "")
    assert "lake_flood_probability.tif" in mapped.page.messageLabel.text()
