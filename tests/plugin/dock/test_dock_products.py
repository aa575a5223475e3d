"""The dock: what a click makes of a finished map: polygons, the page, the package."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from helpers.plugin.dock_actions import add, choose_files, load, results, run
from helpers.plugin.qgis_window import Window, wait_for
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.result import HandOverDialog


def map_with_polygons(dock: TidemarkDock, scene: Path, folder: Path) -> None:
    """Map a scene into a folder, and make polygons of the map."""
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(folder))
    run(dock)
    dock.page.messageLabel.clear()
    dock.result.polygonsButton.click()
    assert wait_for(lambda: dock.page.messageLabel.text() != "")


def test_a_click_makes_polygons_beside_the_map_in_its_group(dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    assert not dock.result.isVisibleTo(dock.page)
    run(dock)
    assert dock.result.isVisibleTo(dock.page)
    dock.page.messageLabel.clear()
    dock.result.polygonsButton.click()
    assert wait_for(lambda: dock.page.messageLabel.text() != "")
    assert "polygon" in dock.page.messageLabel.text()
    percent = round(100 * dock.form.models.card().threshold)
    polygons = f"Polygons of 0.5 ha and more, {percent} %"
    assert results(project)[1:] == [polygons, f"Water extent, {percent} %: lake", "Probability (%)"]
    layer = project.mapLayersByName(polygons)[0]
    assert layer.featureCount() > 0
    assert [category.label() for category in layer.renderer().categories()] == ["Water detected"]
    assert layer.renderer().categories()[0].symbol().color().alpha() < 128
    assert (tmp_path / "lake_water_polygons.gpkg").is_file()
    assert not dock.result.polygonsButton.isEnabled()


def test_polygons_are_offered_again_where_the_project_has_none_and_not_because_it_was_reopened(
    dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    map_with_polygons(dock, scene, tmp_path)
    assert project.write(str(tmp_path / "event.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "event.qgz"))
    dock.result.offer(None)
    assert dock.result.map_path == str(tmp_path / "lake_water_class.tif")
    assert not dock.result.polygonsButton.isEnabled()
    (polygons,) = (layer for layer in project.mapLayers().values() if layer.name().startswith("Polygons"))
    project.removeMapLayer(polygons.id())
    dock.result.offer(None)
    assert dock.result.polygonsButton.isEnabled()


def test_polygons_of_a_map_that_has_gone_are_answered_with_words(dock: TidemarkDock, scene: Path, tmp_path: Path) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    (tmp_path / "lake_water_class.tif").unlink()
    dock.page.messageLabel.clear()
    dock.result.polygonsButton.click()
    assert wait_for(lambda: dock.page.messageLabel.text() != "")
    assert "lake_water_class.tif" in dock.page.messageLabel.text()
    assert dock.result.polygonsButton.isEnabled()


def test_an_engine_without_polygons_says_so_on_the_click(dock: TidemarkDock, scene: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(dock, scene)
    run(dock)
    monkeypatch.setattr(dock._finder, "_packages", frozenset())
    dock.result.polygonsButton.click()
    assert "lacks pyogrio and shapely" in dock.page.messageLabel.text()


def test_the_folder_of_the_map_is_opened(dock: TidemarkDock, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(dock, scene)
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dock.result.openButton.click()
    assert opened == [str(tmp_path)]


def test_a_click_draws_the_map_on_one_page(dock: TidemarkDock, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    proposed = choose_files(monkeypatch, tmp_path / "page", "", tmp_path / "lake_water_class.tif" / "page.pdf")
    dock.result.pageButton.click()
    assert proposed == [str(tmp_path / "lake_water_map.pdf")]
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert "page.pdf" in dock.page.messageLabel.text()
    before = dock.page.messageLabel.text()
    dock.result.pageButton.click()
    assert dock.page.messageLabel.text() == before
    dock.result.pageButton.click()
    assert "cannot be written" in dock.page.messageLabel.text()


@pytest.mark.parametrize(("button", "replaced"), [(QMessageBox.StandardButton.No, False), (QMessageBox.StandardButton.Yes, True)])
def test_a_page_whose_name_was_typed_without_an_ending_asks_before_it_replaces_a_file(
    dock: TidemarkDock,
    scene: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    button: QMessageBox.StandardButton,
    replaced: bool,
) -> None:
    load(dock, scene, "lake")
    run(dock)
    mine = tmp_path / "mine.pdf"
    mine.write_text("precious", encoding="utf-8")
    choose_files(monkeypatch, tmp_path / "mine")
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.button(button).click()

    QTimer.singleShot(0, answer)
    dock.result.pageButton.click()
    assert asked == ["'mine.pdf' is there already. Replace it?"]
    assert mine.read_bytes().startswith(b"%PDF" if replaced else b"precious")


def test_a_click_packages_map_polygons_and_page_for_the_recipient(
    dock: TidemarkDock, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_with_polygons(dock, scene, tmp_path)
    monkeypatch.setattr(HandOverDialog, "exec", fill_in(event="Test flood", folder=tmp_path / "event"))
    dock.page.messageLabel.clear()
    dock.result.packageButton.click()
    assert wait_for(lambda: dock.page.messageLabel.text() != "")
    assert "Packaged" in dock.page.messageLabel.text()
    (made,) = (tmp_path / "event").iterdir()
    assert made.name == "Test-flood_AOI01_water_v1"
    layers = {path.name.removeprefix("Test-flood_AOI01_water_") for path in made.iterdir()}
    assert layers >= {"class_v1.tif", "class_v1.qml", "polygons_v1.gpkg", "map_v1.pdf", "run_v1.json"}
    assert "README.txt" in layers
    assert (tmp_path / "lake_water_map.pdf").is_file()


def test_a_package_is_of_the_map_it_was_asked_for_whatever_is_selected_meanwhile(
    dock: TidemarkDock, window: Window, scene: Path, flood: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    other = add(flood)

    def fill(dialog: HandOverDialog) -> int:
        window.select(other)
        return fill_in(event="", folder=tmp_path / "event")(dialog)

    monkeypatch.setattr(HandOverDialog, "exec", fill)
    dock.result.packageButton.click()
    assert wait_for(lambda: not dock.is_running)
    assert [path.name for path in (tmp_path / "event").iterdir()] == ["lake-water_AOI01_water_v1"]


def test_a_package_needs_a_folder(qgis_app: object, tmp_path: Path) -> None:
    dialog = HandOverDialog(tmp_path)
    assert dialog.okButton.isEnabled()
    dialog.folderWidget.setFilePath(" ")
    assert not dialog.okButton.isEnabled()
    dialog.folderWidget.setFilePath(str(tmp_path))
    assert dialog.okButton.isEnabled()


def test_a_package_that_was_not_wanted_after_all_leaves_nothing(
    dock: TidemarkDock, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(HandOverDialog, "exec", lambda _dialog: 0)
    dock.result.packageButton.click()
    assert sorted(tmp_path.iterdir()) == before
    assert dock.foot.runButton.isEnabled()


def fill_in(event: str, folder: Path) -> Callable[[HandOverDialog], int]:
    """Return what a user does with the dialog."""

    def fill(dialog: HandOverDialog) -> int:
        assert dialog.folder()
        assert dialog.area() == "AOI01"
        dialog.eventEdit.setText(event)
        dialog.folderWidget.setFilePath(str(folder))
        return 1

    return fill
