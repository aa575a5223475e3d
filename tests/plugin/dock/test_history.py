"""Earlier runs in the dock: their settings again, their maps again; results that find the project they belong to; help at every widget."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProcessingUtils, QgsProject
from qgis.gui import QgsExtentWidget, QgsFileWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QScrollBar,
    QToolButton,
    QWidget,
)

from helpers.plugin.dock_actions import add, choose, load, run
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.processing_runs import halves
from helpers.plugin.qgis_window import Window, wait_for
from tidemark.engine.contract.record import OpticalImageRecord, OpticalRecord
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.history import HistoryDialog
from tidemark.plugin.layers.outputs import record_of
from tidemark.plugin.options_page import OptionsPage
from tidemark.plugin.settings import known_maps

gdal.UseExceptions()


def answer(act: Callable[[QDialog], object]) -> None:
    """Do something in the dialog that opens next."""
    QTimer.singleShot(0, lambda: act(QApplication.activeModalWidget()))


@pytest.fixture
def mapped(dock: TidemarkDock, dates: TwoDates, tmp_path: Path) -> TidemarkDock:
    """The dock after a flood map with options of its own, and a form that was changed since."""
    load(dock, dates.after, "6 May")
    choose(dock.form.taskBox, "flood")
    dock.form.before.choose(add(dates.before, "24 April"))
    dock.form.thresholdBox.setValue(0.42)
    dock.form.scalesEdit.setText("1")
    choose(dock.form.scaleBox, "db")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    assert wait_for(dock.foot.runButton.isEnabled)
    assert "Detected flood" in run(dock)
    choose(dock.form.taskBox, "water")
    choose(dock.form.methodBox, "otsu")
    choose(dock.form.scaleBox, "auto")
    dock.form.thresholdBox.setValue(-1)
    return dock


def chosen(dock: TidemarkDock) -> tuple[object, ...]:
    form = dock.form
    images = tuple(layer and layer.source() for layer in (form.layer(), form.before.layer()))
    return (form.task, form.method, *images, round(form.thresholdBox.value(), 2), form.scaleBox.currentData(), form.scalesEdit.text())


def test_a_click_on_the_result_brings_its_settings_back(mapped: TidemarkDock, dates: TwoDates) -> None:
    mapped.result.againButton.click()
    assert chosen(mapped) == ("flood", "student", str(dates.after), str(dates.before), 0.42, "db", "1")


def test_settings_of_layers_that_the_user_has_put_in_their_place_bring_these_layers_back(
    dock: TidemarkDock, project: QgsProject, dates: TwoDates
) -> None:
    image, usual = load(dock, dates.after, "lake"), add(dates.reference, "usual")
    for layer in (image, usual):
        layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    choose(dock.form.taskBox, "flood")
    choose(dock.form.methodBox, "otsu")
    dock.form.before.choose(None)
    dock.form.reference.referenceBox.choose(usual)
    run(dock)
    there = set(project.mapLayers())
    dock.form.reference.referenceBox.choose(None)
    dock.result.againButton.click()
    assert (dock.form.layer(), dock.form.reference.referenceBox.currentLayer()) == (image, usual)
    assert set(project.mapLayers()) == there


def test_the_history_brings_settings_and_map_into_a_new_project(
    mapped: TidemarkDock, project: QgsProject, dates: TwoDates, tmp_path: Path
) -> None:
    path = mapped.result.map_path
    project.clear()
    answer(lambda dialog: dialog.againButton.click())
    mapped.foot.historyButton.click()
    assert chosen(mapped)[:4] == ("flood", "student", str(dates.after), str(dates.before))
    answer(lambda dialog: dialog.mapButton.click())
    mapped.foot.historyButton.click()
    assert mapped.result.map_path == path
    assert {str(tmp_path / "6_May_flood_class.tif"), str(dates.after)} <= {layer.source() for layer in project.mapLayers().values()}


def test_the_history_is_newest_first_and_passes_over_what_is_gone(mapped: TidemarkDock) -> None:
    first = mapped.result.map_path
    choose(mapped.form.methodBox, "otsu")
    run(mapped)
    assert known_maps() == [mapped.result.map_path, first]
    dialog = HistoryDialog()
    assert [dialog.list.topLevelItem(row).text(1) for row in range(2)] == [
        "Water extent (single date)",
        "Flood extent (water now, not usually)",
    ]
    assert "\N{NO-BREAK SPACE}ha" in dialog.list.topLevelItem(1).text(3)
    Path(first).unlink()
    assert HistoryDialog().list.topLevelItemCount() == 1
    Path(mapped.result.map_path).unlink()
    empty = HistoryDialog()
    assert (empty.list.topLevelItemCount(), empty.againButton.isEnabled(), empty.map_path()) == (0, False, "")


def test_settings_of_a_task_that_is_not_known_here_say_so_and_change_nothing(mapped: TidemarkDock) -> None:
    before, run = chosen(mapped), mapped.result.run
    assert run is not None
    mapped.use_again(replace(run, task="snow"), mapped.result.map_path)
    assert chosen(mapped) == before
    assert "snow" in mapped.page.messageLabel.text()


def test_settings_of_images_that_are_gone_say_so(
    mapped: TidemarkDock, project: QgsProject, dates: TwoDates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "6_May_flood_run.json"
    record.write_text(record.read_text(encoding="utf-8").replace(str(dates.before), "/gone/before.tif"), encoding="utf-8")
    mapped.result.offer(None)
    mapped.result.againButton.click()
    assert "/gone/before.tif" in mapped.page.messageLabel.text()
    assert mapped.form.layer().source() == str(dates.after)


@pytest.mark.parametrize("gone", ["after", "before"])
def test_no_other_image_stands_in_the_place_of_one_that_is_gone(
    mapped: TidemarkDock, window: Window, scene: Path, dates: TwoDates, tmp_path: Path, gone: str
) -> None:
    other = add(scene, "other")
    mapped.form.before.choose(other)
    record = tmp_path / "6_May_flood_run.json"
    record.write_text(record.read_text(encoding="utf-8").replace(str(getattr(dates, gone)), "/gone/image.tif"), encoding="utf-8")
    mapped.result.offer(None)
    mapped.result.againButton.click()
    window.select(other)
    form = mapped.form
    assert [form.layer() is None, form.before.layer() is None] == [gone == "after", gone == "before"]
    if gone == "after":
        assert "No radar image is chosen" in form.image.noteLabel.text()
        assert not mapped.foot.runButton.isEnabled()


def test_settings_again_leave_nothing_that_was_set_since(mapped: TidemarkDock, dates: TwoDates) -> None:
    form = mapped.form
    choose(form.image.vvBandBox, 2)
    choose(form.image.vhBandBox, 1)
    form.reference.referenceThresholdBox.setValue(33)
    form.sea.windBox.setValue(7)
    form.sea.minimumAreaBox.setValue(1)
    form.left_out.handBox.setLayer(add(dates.reference))
    form.openOnlyCheck.setChecked(True)
    choose(form.zerosBox, "dark")
    choose(form.extentBox, "drawn")
    mapped.result.againButton.click()
    assert form.image.bands() == {}
    assert [box.value() for box in (form.reference.referenceThresholdBox, form.sea.windBox, form.sea.minimumAreaBox)] == [0, -1, 10]
    assert form.left_out.handBox.currentLayer() is None
    assert (form.openOnlyCheck.isChecked(), form.zerosBox.currentData(), form.extentBox.currentData()) == (False, "auto", "whole")


def test_open_water_only_and_typed_optical_bands_are_among_the_settings_again(mapped: TidemarkDock, dates: TwoDates) -> None:
    choose(mapped.form.methodBox, "student")
    mapped.form.openOnlyCheck.setChecked(True)
    run(mapped)
    mapped.form.openOnlyCheck.setChecked(False)
    mapped.result.againButton.click()
    assert mapped.form.openOnlyCheck.isChecked()
    images = (OpticalImageRecord((str(path),), bands={"swir": 1, "nir": 2}, bands_from="given") for path in (dates.reference, dates.before))
    assert mapped.result.run is not None
    mapped.use_again(replace(mapped.result.run, task="flood", optical=OpticalRecord(True, {}, *images)), mapped.result.map_path)
    assert mapped.form.optical.opticalBandsEdit.text() == "swir=1, nir=2"
    assert mapped.form.optical.opticalBox.currentLayer().source() == str(dates.reference)


def test_an_image_whose_reference_system_qgis_alone_knows_is_found_again_in_the_next_session_too(
    dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "bare.tif"
    gdal.Translate(str(bare), str(scene))
    raster = gdal.Open(str(bare), gdal.GA_Update)
    raster.SetProjection("")
    raster = None
    layer = add(bare)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    dock.form.image.choose(layer)
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    layers = len(project.mapLayers())
    assert dock.result.run is not None
    (path,) = dock.result.run.image.paths
    dock.result.againButton.click()
    Path(path).unlink()
    (tmp_path / "next").mkdir()
    monkeypatch.setattr(QgsProcessingUtils, "tempFolder", lambda: str(tmp_path / "next"))
    dock.result.againButton.click()
    assert (len(project.mapLayers()), dock.form.layer(), dock.page.messageLabel.text()) == (layers, layer, "")


def test_a_run_whose_project_was_reopened_meanwhile_gives_its_result_there(
    dock: TidemarkDock, project: QgsProject, large_scene: Path, tmp_path: Path
) -> None:
    load(dock, large_scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    assert project.write(str(tmp_path / "event.qgz"))
    assert wait_for(dock.foot.runButton.isEnabled)
    dock.foot.runButton.click()
    project.clear()
    assert project.read(str(tmp_path / "event.qgz"))
    assert wait_for(lambda: not dock.is_running, 90)
    assert dock.result.map_path == str(tmp_path / "lake_water_class.tif")
    assert project.layerTreeRoot().children()[0].name() == "lake: Water extent (single date)"


def test_a_map_is_counted_in_zones(mapped: TidemarkDock, project: QgsProject, tmp_path: Path) -> None:
    zones = halves(Path(mapped.result.map_path))
    project.addMapLayer(zones)
    answer(lambda dialog: (dialog.layerBox.setLayer(zones), dialog.accept()))
    mapped.result.zonesButton.click()
    assert wait_for(lambda: not mapped.is_running)
    (counted,) = project.mapLayersByName("Hectares in Halves")
    total = sum(feature["detected_ha"] for feature in counted.getFeatures())
    assert total == pytest.approx(mapped.result.run.hectares["detected"], rel=0.001)
    assert (tmp_path / "6_May_flood_zones.gpkg").is_file()


def test_without_zones_the_dialog_says_what_to_add(mapped: TidemarkDock) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(dialog.noteLabel.text())
        dialog.reject()

    answer(look)
    mapped.result.zonesButton.click()
    assert "no layer of polygons" in seen[0]
    assert not mapped.is_running


def test_messages_open_the_log(dock: TidemarkDock, window: Window) -> None:
    dock.messages.say("Something failed.", [], Qgis.MessageLevel.Critical)
    assert wait_for(lambda: window.messageBar().currentItem() is not None)
    (button,) = (one for one in window.messageBar().currentItem().findChildren(QToolButton) if one.text() == "Open log")
    button.click()
    assert window.log_opened == 1


def test_what_is_clicked_or_typed_has_a_tooltip_and_a_whats_this(dock: TidemarkDock) -> None:
    kinds = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
    outer = (QAbstractSpinBox, QComboBox, QgsFileWidget, QgsExtentWidget, QScrollBar)
    silent = []
    for part in (dock.page, dock.panel, dock.model_page, OptionsPage(dock.show, dock.show)):
        for widget in part.findChildren(QWidget):
            inside = [parent for parent in parents(widget, part) if isinstance(parent, outer)]
            asked = isinstance(widget, kinds) and not inside and not isinstance(widget, QScrollBar)
            is_qgis = widget.objectName() in ("", "collapseButton")
            if asked and not is_qgis and not widget.toolTip():
                silent.append(widget.objectName())
    assert not silent, " ".join(silent)
    assert dock.result.polygonsButton.whatsThis() == dock.result.polygonsButton.toolTip()


def parents(widget: QWidget, top: QWidget) -> list[QWidget]:
    found = []
    parent = widget.parentWidget()
    while parent is not None and parent is not top:
        found.append(parent)
        parent = parent.parentWidget()
    return found


@pytest.mark.parametrize("folder", ["/gone/event", "C:\\gone\\event"])
def test_settings_take_an_image_that_came_along_with_its_map_and_no_other_one_of_its_name(
    dock: TidemarkDock, flood: Path, scene: Path, dates: TwoDates, tmp_path: Path, folder: str
) -> None:
    slash = folder[-6]
    record = record_of(str(flood))
    assert record is not None
    was = replace(record, files={"class": f"{folder}{slash}flood_class.tif"}, image=replace(record.image, paths=(f"{folder}{slash}a.tif",)))
    shutil.copy(dates.after, tmp_path / "a.tif")
    dock.use_again(was, str(tmp_path / "flood_class.tif"))
    assert (dock.form.layer(), f"{folder}{slash}a.tif" in dock.page.messageLabel.text()) == (None, True)
    shutil.copy(scene, tmp_path / "a.tif")
    dock.use_again(was, str(tmp_path / "flood_class.tif"))
    assert dock.form.layer().source() == str(tmp_path / "a.tif")
