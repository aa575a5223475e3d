"""The dock: Sentinel-1 products as they were downloaded stand in the place of images, and are mapped with one click."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QMimeData, QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QFileDialog

from helpers.plugin.dock_actions import add, choose, run
from helpers.plugin.product_files import make_product
from helpers.plugin.qgis_window import wait_for
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.extent import CANVAS
from tidemark.plugin.engine.worker import Runtime


@pytest.fixture(scope="module")
def downloads(runtime: Runtime, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Products of one place: during a flood, before it from the same track and, nearer in time, from another one."""
    folder = tmp_path_factory.mktemp("downloads")
    return {
        "during": make_product(runtime, folder, "--flood", "0.7"),
        "before": make_product(runtime, folder, "--flood", "0", start="2024-04-24T05:30:00+00:00", orbit=53569),
        "other": make_product(runtime, folder, start="2024-05-03T17:00:00+00:00", orbit=53700, track=44, direction="Ascending"),
    }


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Prepared images go into a folder of the tests'."""
    folder = tmp_path_factory.getbasetemp() / "prepared"
    monkeypatch.setenv("TIDEMARK_CACHE", str(folder))
    return folder


def drop(dock: TidemarkDock, *paths: Path) -> bool:
    """Drop files on the dock as a file manager does; return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = (QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enters = QDragEnterEvent(*place)
    enters.setAccepted(False)
    dock.dragEnterEvent(enters)
    if enters.isAccepted():
        dock.dropEvent(QDropEvent(*place))
    return bool(enters.isAccepted())


def note(dock: TidemarkDock) -> str:
    return re.sub("<.*?>", " ", dock.form.image.noteLabel.text())


def test_a_dropped_zip_is_told_about_before_anything_is_computed_and_then_mapped(
    dock: TidemarkDock, project: QgsProject, downloads: dict[str, Path], cache: Path
) -> None:
    assert drop(dock, downloads["during"])
    assert dock.form.image.layerBox.currentText() == "S1A 2024-05-06 05:30:00"
    assert downloads["during"].stem in dock.form.image.layerBox.toolTip()
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    assert "Sentinel-1A IW GRD · 2024-05-06 05:30 UTC · descending, track 117 · VV, VH · " in note(dock)
    assert " MB" in note(dock)
    assert "calibrated and placed" in note(dock)
    assert not cache.exists()
    assert not dock.start.isVisibleTo(dock.page)
    assert "Detected water" in run(dock)
    prepared = [layer for layer in project.mapLayers().values() if layer.source().startswith(str(cache))]
    assert [layer.name() for layer in prepared] == ["S1A 2024-05-06 05:30:00"]
    assert dock.form.image.product() is not None
    tree = project.layerTreeRoot()
    assert tree.children()[-1].layer() == prepared[0]
    run(dock)
    assert len([layer for layer in project.mapLayers().values() if layer.source().startswith(str(cache))]) == 1


def test_two_dropped_products_pair_themselves_by_track_and_give_a_flood_map(
    dock: TidemarkDock, project: QgsProject, downloads: dict[str, Path]
) -> None:
    choose(dock.form.taskBox, "flood")
    drop(dock, *downloads.values())
    assert wait_for(lambda: dock.form.before.product() is not None and dock.foot.runButton.isEnabled())
    assert dock.form.image.image().paths == (str(downloads["during"]),)
    assert dock.form.before.image().paths == (str(downloads["before"]),)
    assert "12 days before the image" in dock.form.before.noteLabel.text()
    assert dock.foot.runButton.text() == "Detect floods"
    assert "Detected flood" in run(dock)
    assert {layer.name() for layer in project.mapLayers().values()} >= {"S1A 2024-05-06 05:30:00", "S1A 2024-04-24 05:30:00"}


def test_a_product_of_another_track_gets_a_word(dock: TidemarkDock, downloads: dict[str, Path]) -> None:
    choose(dock.form.taskBox, "flood")
    drop(dock, downloads["during"], downloads["other"])
    assert wait_for(lambda: "another pass" in dock.form.before.noteLabel.text())
    assert "ascending, the image descending" in dock.form.before.noteLabel.text()
    assert dock.form.before.noteLabel.text().startswith("⚠")


def test_a_product_is_named_by_the_button_beside_the_box(
    dock: TidemarkDock, downloads: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes.zip").write_bytes(b"no zip")
    answers = [([str(tmp_path / "readme.txt")], ""), ([str(tmp_path / "notes.zip")], ""), ([str(downloads["during"])], "")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: answers.pop(0))
    files, *_ = dock.form.image.productButton.menu().actions()
    files.trigger()
    assert "no Sentinel-1 product" in note(dock)
    files.trigger()
    assert wait_for(lambda: "no whole zip file" in note(dock))
    assert not dock.foot.runButton.isEnabled()
    files.trigger()
    assert wait_for(lambda: "track 117" in note(dock))


def test_a_zip_that_is_no_product_is_taken_off_the_list(dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    form = dock.form.image
    assert not form.refuseAction.isVisible()
    drop(dock, tmp_path / "photos.zip")
    assert wait_for(lambda: "photos.zip" in note(dock))
    assert not dock.start.isVisibleTo(dock.page)
    form.refuseAction.trigger()
    assert form.image() is None
    assert dock.start.isVisibleTo(dock.page)
    drop(dock, tmp_path / "photos.zip")
    layer = add(scene)
    form.refuseAction.trigger()
    assert form.image() == layer
    assert [form.layerBox.itemText(row) for row in range(form.layerBox.count())] == [layer.name()]
    assert not form.refuseAction.isVisible()


def test_what_the_map_shows_of_a_product_is_mapped(dock: TidemarkDock, project: QgsProject, downloads: dict[str, Path]) -> None:
    drop(dock, downloads["during"])
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    told = dock.notes.info(dock.form.image.asked())
    assert told is not None
    assert told.bounds is not None
    bounds, crs = QgsRectangle(*told.bounds), QgsCoordinateReferenceSystem(told.crs)
    bounds.scale(0.2)
    canvas = dock._iface.mapCanvas()
    canvas.setDestinationCrs(crs)
    canvas.setExtent(bounds)
    choose(dock.form.extentBox, CANVAS)
    run(dock)
    mapped = next(layer for layer in project.mapLayers().values() if "_class.tif" in layer.source())
    assert mapped.extent().contains(bounds.center())
    assert mapped.extent().width() < 2.5 * canvas.extent().width()


def test_heights_are_asked_for_where_an_image_is_a_product(dock: TidemarkDock, scene: Path, downloads: dict[str, Path]) -> None:
    layer = add(scene, "heights")
    assert not dock.form.heights.isVisibleTo(dock.form)
    drop(dock, downloads["during"])
    assert dock.form.heights.isVisibleTo(dock.form)
    dock.form.heights.demBox.setLayer(layer)
    assert dock.form.job(dock.notes).dem == str(scene)
    dock.form.image.choose(layer)
    assert dock.form.job(dock.notes).dem == ""


def test_a_raster_that_is_dropped_becomes_a_layer(dock: TidemarkDock, project: QgsProject, scene: Path) -> None:
    assert drop(dock, scene)
    assert [layer.name() for layer in project.mapLayers().values()] == [scene.stem]
    assert wait_for(lambda: dock.foot.runButton.isEnabled())


def test_what_could_be_no_image_is_not_taken(dock: TidemarkDock, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    assert not drop(dock, tmp_path / "notes.txt")
    assert not drop(dock, tmp_path)


def test_products_go_with_the_project(dock: TidemarkDock, project: QgsProject, downloads: dict[str, Path]) -> None:
    drop(dock, downloads["during"])
    project.clear()
    assert dock.form.image.image() is None
    assert dock.start.isVisibleTo(dock.page)


def test_a_cancelled_preparation_leaves_nothing(dock: TidemarkDock, runtime: Runtime, tmp_path: Path, cache: Path) -> None:
    before = set(cache.rglob("*.tif*"))
    drop(dock, make_product(runtime, tmp_path, lines=3000, samples=3000))
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    dock.foot.runButton.click()
    assert wait_for(lambda: "blocks" in dock.foot.statusLabel.text())
    assert dock.foot.statusLabel.text().startswith("Preparing: ")
    dock.foot.cancelButton.click()
    assert wait_for(lambda: not dock.is_running)
    assert "Cancelled. Nothing was written." in dock.page.messageLabel.text()
    assert set(cache.rglob("*.tif*")) == before


def test_settings_again_bring_the_product_back_and_not_the_image_that_was_made_of_it(
    dock: TidemarkDock, downloads: dict[str, Path]
) -> None:
    drop(dock, downloads["during"])
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    run(dock)
    record = dock.result.run
    assert record is not None
    dock.form.image.choose(None)
    dock.use_again(record, dock.result.map_path)
    assert dock.form.image.image().paths == (str(downloads["during"]),)
