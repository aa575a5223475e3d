"""The dock as somebody meets it who has never seen it: it says what to do, and a sample is one click away."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtWidgets import QWidget

from helpers.plugin.dock_actions import add, choose, load, said
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.qgis_window import Window, wait_for
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.extent import DRAWN, WHOLE
from tidemark.plugin.engine.runtime import RuntimeFinder
from tidemark.plugin.layers.results import RESULT_PROPERTY

gdal.UseExceptions()


def test_an_empty_dock_says_what_to_do_until_there_is_an_image(dock: TidemarkDock, project: QgsProject, scene: Path) -> None:
    assert dock.start.isVisibleTo(dock.page)
    assert "Drop a Sentinel-1 product here" in dock.start.startLabel.text()
    layer = add(scene)
    assert wait_for(lambda: not dock.start.isVisibleTo(dock.page))
    project.removeMapLayer(layer.id())
    assert wait_for(lambda: dock.start.isVisibleTo(dock.page))


def test_one_click_loads_a_sample_and_maps_its_flood(dock: TidemarkDock, project: QgsProject) -> None:
    dock.start.sampleButton.click()
    assert wait_for(lambda: not dock.is_running and "Detected flood" in said(dock), 120)
    names = [node.name() for node in project.layerTreeRoot().findLayers()]
    assert "Sample (simulated)" in names
    assert "Sample, before (simulated)" in names
    assert any(name.startswith("Flood extent") for name in names)
    assert not dock.start.isVisibleTo(dock.page)


def test_the_sample_is_mapped_as_a_new_form_maps_it(dock: TidemarkDock, scene: Path) -> None:
    load(dock, scene)
    form = dock.form
    choose(form.methodBox, "otsu")
    choose(form.extentBox, DRAWN)
    form.extent.drawnWidget.setOutputExtentFromUser(QgsRectangle(0, 0, 1, 1), QgsCoordinateReferenceSystem("EPSG:4326"))
    dock.try_sample()
    assert wait_for(lambda: not dock.is_running and "Detected flood" in said(dock), 120)
    assert (form.extentBox.currentData(), form.method) == (WHOLE, "student")


def test_a_sample_that_is_asked_for_during_a_run_says_that_there_is_one(dock: TidemarkDock, scene: Path) -> None:
    load(dock, scene)
    assert wait_for(dock.foot.runButton.isEnabled)
    dock.foot.runButton.click()
    dock.try_sample()
    assert "A run is under way" in dock.page.messageLabel.text()
    dock.cancel()
    assert wait_for(lambda: not dock.is_running)


def test_what_belongs_to_a_place_goes_with_its_project(dock: TidemarkDock, project: QgsProject, scene: Path) -> None:
    load(dock, scene)
    form = dock.form
    choose(form.taskBox, "oil")
    choose(form.extentBox, DRAWN)
    form.extent.drawnWidget.setOutputExtentFromUser(QgsRectangle(0, 0, 1, 1), QgsCoordinateReferenceSystem("EPSG:4326"))
    form.sea.windBox.setValue(5)
    form.image.vhCheck.setChecked(True)
    project.clear()
    assert (form.task, form.extentBox.currentData(), form.sea.windBox.value(), form.image.vhCheck.isChecked()) == ("oil", WHOLE, -1, False)
    assert not form.extent.drawnWidget.isValid()


def test_a_sample_that_is_cancelled_is_not_mapped(dock: TidemarkDock, project: QgsProject) -> None:
    dock.start.sampleButton.click()
    assert dock.is_running
    dock.cancel()
    assert wait_for(lambda: not dock.is_running)
    assert "Cancelled" in dock.page.messageLabel.text()
    assert project.mapLayers() == {}


def test_an_image_with_vv_only_is_mapped_by_a_click_on_the_way_out(dock: TidemarkDock, scene: Path, tmp_path: Path) -> None:
    gdal.Translate(str(tmp_path / "vv.tif"), str(scene), bandList=[1])
    load(dock, tmp_path / "vv.tif")
    note = dock.form.image.noteLabel
    assert "Use Otsu threshold on VV</a>" in note.text()
    note.link_activated.emit("method:otsu")
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    assert "Use Otsu" not in note.text()
    assert dock.form.method == "otsu"


def test_a_project_that_was_open_before_the_dock_has_no_result_for_an_image(
    window: Window, finder: RuntimeFinder, project: QgsProject, scene: Path
) -> None:
    result = add(scene, "Water extent")
    result.setCustomProperty(RESULT_PROPERTY, "class")
    image = add(scene)
    dock = TidemarkDock(window, finder)
    assert dock.form.layer() == image
    dock.stop()


def test_a_long_name_wraps_and_the_dock_is_as_wide_as_its_form(dock: TidemarkDock, project: QgsProject) -> None:
    dock.resize(320, 600)
    dock.show()
    name = 12 * "S1A_IW_GRDH_1SDV_"
    dock.messages.say(f"Saved as /srv/{name}", [name])
    content, scroll = dock.page.content, dock.page.scroll
    assert wait_for(lambda: dock.page.messageLabel.height() > 3 * dock.fontMetrics().height())
    assert content.minimumSizeHint().width() < dock.fontMetrics().horizontalAdvance(name) / 2
    assert wait_for(lambda: scroll.minimumWidth() > content.minimumSizeHint().width())


def test_the_tab_key_goes_through_the_dock_as_it_is_read(dock: TidemarkDock) -> None:
    form, result, foot = dock.form, dock.result, dock.foot
    stop: QWidget = form.taskBox
    order = [stop]
    while (stop := stop.nextInFocusChain()) is not form.taskBox:
        order.append(stop)
    read = [
        form.taskBox,
        form.image.layerBox,
        form.before.layerBox,
        form.reference.referenceBox,
        form.scaleBox,
        form.extentBox,
        form.nameEdit,
        form.left_out.excludeBox,
        form.methodBox,
        result.polygonsButton,
        result.zonesButton,
        result.estimates,
        result.threshold.slider,
        result.threshold.makeButton,
        foot.runButton,
        foot.helpButton,
    ]
    assert [one for one in order if one in read] == read


def test_a_layer_or_a_sample_that_is_to_be_mapped_brings_the_form_back(dock: TidemarkDock, scene: Path) -> None:
    layer = load(dock, scene)
    dock.show_panel()
    dock.map_layer(layer, "flood")
    assert dock.pages.currentWidget() is dock.page
    dock.show_model()
    dock.try_sample()
    assert dock.pages.currentWidget() is dock.page
    assert dock.is_running
    dock.cancel()
    assert wait_for(lambda: not dock.is_running)


def test_a_click_on_a_layer_during_a_run_changes_nothing_and_says_so(dock: TidemarkDock, scene: Path, dates: TwoDates) -> None:
    layer, other = load(dock, scene), add(dates.after)
    dock.form.image.choose(layer)
    dock.form.choose_task("water")
    assert wait_for(dock.foot.runButton.isEnabled)
    dock.foot.runButton.click()
    dock.map_layer(other, "oil")
    assert (dock.form.task, dock.form.layer()) == ("water", layer)
    assert "A run is under way" in dock.page.messageLabel.text()
    dock.cancel()
    assert wait_for(lambda: not dock.is_running)


def test_the_sample_is_shown_in_the_reference_system_of_the_project(dock: TidemarkDock, window: Window, project: QgsProject) -> None:
    canvas, crs = window.mapCanvas(), QgsCoordinateReferenceSystem("EPSG:3857")
    canvas.setDestinationCrs(crs)
    dock.try_sample()
    assert wait_for(lambda: bool(project.mapLayersByName("Sample (simulated)")), 120)
    dock.cancel()
    assert wait_for(lambda: not dock.is_running)
    (sample,) = project.mapLayersByName("Sample (simulated)")
    assert canvas.mapSettings().destinationCrs() == crs
    moved = QgsCoordinateTransform(sample.crs(), crs, project).transformBoundingBox(sample.extent())
    assert canvas.extent().contains(moved.center())
    assert canvas.extent().width() < 10 * moved.width()


def test_a_base_map_alone_leaves_the_dock_empty(dock: TidemarkDock, window: Window, project: QgsProject) -> None:
    base = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png", "Streets", "wms")
    project.addMapLayer(base)
    window.select(base)
    assert dock.start.isVisibleTo(dock.page)
    assert not dock.form.image.noteLabel.isVisibleTo(dock.form)


def test_a_damaged_raster_that_is_dropped_is_told(dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.tif").write_bytes(b"no raster" * 100)
    dock.take_files([str(tmp_path / "bad.tif"), str(scene)])
    assert "QGIS cannot open bad.tif" in dock.page.messageLabel.text()
    assert [layer.source() for layer in project.mapLayers().values()] == [str(scene)]
