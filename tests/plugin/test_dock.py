"""The dock: from a layer to a map, with the real engine."""

from __future__ import annotations

import json
import os
import random
import signal
from array import array
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog

from helpers.dock_actions import choose, load, results, run
from helpers.qgis_window import Window, open_dialogs, wait_for
from tidemark.engine.card import find_card
from tidemark.plugin.choices import CANVAS, WHOLE
from tidemark.plugin.dock import TidemarkDock, time_left
from tidemark.plugin.hand_over import HandOverDialog
from tidemark.plugin.names import free_polygons
from tidemark.plugin.runtime import RuntimeFinder
from tidemark.plugin.worker import Runtime

gdal.UseExceptions()


def load_slow(dock: TidemarkDock, path: Path) -> None:
    """Load a raster and ask for so much that its run takes some seconds."""
    load(dock, path)
    dock.form.scalesEdit.setText("2, 1.9, 1.8")
    dock.form.flipCheck.setChecked(True)
    dock.form.threadsBox.setValue(1)


def test_a_click_maps_the_layer_and_the_map_arrives_styled(dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path) -> None:
    load(dock, scene, "Isonzo")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    message = run(dock)
    assert "Detected water" in message
    assert "ha observed" in message
    assert "not observed" in message
    assert "CPU" in message
    assert results(project) == ["Water extent (single date): Isonzo", "Water extent (single date)", "Probability (%)"]
    classes, probability = (node.layer() for node in project.layerTreeRoot().children()[0].children())
    legend = {item.value: item for item in classes.renderer().classes()}
    assert legend[1].color.alpha() > 200
    assert all(legend[value].color.alpha() == 0 for value in (0, 255) if value in legend)
    assert len(legend[1].label) > 3
    ramp = probability.renderer().shader().rasterShaderFunction()
    assert (ramp.minimumValue(), ramp.maximumValue()) == (0, 100)
    assert sorted(path.name for path in tmp_path.glob("Isonzo*.tif")) == ["Isonzo_water_class.tif", "Isonzo_water_probability.tif"]
    assert not list(tmp_path.glob(".*part"))


def test_the_dock_says_what_the_engine_thinks_of_the_layer(dock: TidemarkDock, scene: Path) -> None:
    load(dock, scene)
    text = dock.form.sceneLabel.text().replace("\xa0", " ")
    assert text.startswith("VV, VH · dB (from ")
    assert "10 × 10 m" in text
    assert "% observed" in text
    assert "simulated" in text
    assert dock.form.scaleBox.currentText() == "As found: dB"


def test_the_end_message_stands_in_the_message_bar_too(dock: TidemarkDock, scene: Path) -> None:
    load(dock, scene)
    run(dock)
    assert "Detected water" in dock._iface.messageBar().currentItem().text()


def test_qgis_keeps_answering_while_the_engine_works(dock: TidemarkDock, large_scene: Path) -> None:
    load_slow(dock, large_scene)
    ticks: list[None] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(None))
    timer.start(20)
    dock.form.runButton.click()
    assert wait_for(lambda: " of " in dock.form.statusLabel.text())
    assert "tiles" in dock.form.statusLabel.text()
    assert dock.form.cancelButton.isVisibleTo(dock.form)
    assert not dock.form.runButton.isEnabled()
    ticks.clear()
    wait_for(lambda: False, 0.5)
    timer.stop()
    assert len(ticks) > 10
    dock.cancel()
    assert wait_for(lambda: dock.form.messageLabel.text() != "")


def test_cancel_in_mid_run_leaves_nothing(dock: TidemarkDock, project: QgsProject, large_scene: Path, tmp_path: Path) -> None:
    load_slow(dock, large_scene)
    out = tmp_path / "out"
    out.mkdir()
    dock.form.folderWidget.setFilePath(str(out))
    dock.form.runButton.click()
    assert wait_for(lambda: " of " in dock.form.statusLabel.text() and any(out.iterdir()))
    dock.form.cancelButton.click()
    assert wait_for(lambda: dock.form.messageLabel.text() != "", 10)
    assert "Cancelled. Nothing was written." in dock.form.messageLabel.text()
    assert list(out.iterdir()) == []
    assert len(project.mapLayers()) == 1
    assert dock.form.runButton.isEnabled()


def engine_process() -> int:
    """Return the process id of the engine that this process has started."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = (folder / "stat").read_text().rsplit(")", 1)[1].split()[1]
                command = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if int(parent) == os.getpid() and b"boot.py" in command:
                return int(folder.name)
    raise AssertionError("the engine is not running")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the engine's process by /proc")
def test_a_killed_engine_gives_a_message_and_leaves_no_file(
    dock: TidemarkDock, project: QgsProject, large_scene: Path, tmp_path: Path
) -> None:
    load_slow(dock, large_scene)
    out = tmp_path / "out"
    out.mkdir()
    dock.form.folderWidget.setFilePath(str(out))
    dock.form.runButton.click()
    assert wait_for(lambda: " of " in dock.form.statusLabel.text())
    os.kill(engine_process(), signal.SIGKILL)
    assert wait_for(lambda: dock.form.messageLabel.text() != "", 10)
    assert "memory ran out" in dock.form.messageLabel.text()
    assert list(out.iterdir()) == []
    assert len(project.mapLayers()) == 1
    assert dock.form.runButton.isEnabled()
    assert open_dialogs() == []


def test_values_of_open_scale_block_the_button_until_the_user_says_what_they_are(dock: TidemarkDock, ambiguous_scene: Path) -> None:
    load(dock, ambiguous_scene)
    assert dock.form.scaleBox.currentText().startswith("Choose: ")
    assert not dock.form.runButton.isEnabled()
    choose(dock.form.scaleBox, "amplitude")
    assert dock.form.runButton.isEnabled()
    run(dock)
    record = json.loads(Path(dock.next_steps.map_path.replace("_class.tif", "_run.json")).read_text(encoding="utf-8"))
    assert record["input"]["scale"] == "amplitude"
    choose(dock.form.scaleBox, "auto")
    assert not dock.form.runButton.isEnabled()


def test_vv_and_vh_in_two_layers_are_one_image(dock: TidemarkDock, two_files: tuple[Path, Path]) -> None:
    vv, vh = two_files
    load(dock, vv, "one")
    assert not dock.form.runButton.isEnabled()
    assert "VH" in dock.form.sceneLabel.text()
    other = QgsRasterLayer(str(vh), "other")
    QgsProject.instance().addMapLayer(other)
    dock.form.vhCheck.setChecked(True)
    dock.form.vhBox.setLayer(other)
    assert wait_for(lambda: dock.notes.info(dock.form.paths()) is not None)
    assert "Detected water" in run(dock)


def test_the_part_that_the_map_shows_is_mapped_whatever_its_projection(
    dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    layer = load(dock, scene)
    canvas = dock._iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(layer.crs().authid()))
    centre, half = layer.extent().center(), layer.extent().width() / 8
    canvas.setExtent(QgsRectangle(centre.x() - half, centre.y() - half, centre.x() + half, centre.y() + half))
    choose(dock.form.extentBox, CANVAS)
    run(dock)
    part = project.layerTreeRoot().children()[0].children()[0].layer()
    assert part.width() * part.height() < layer.width() * layer.height()
    assert part.extent().contains(centre)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(-60, -30, -59, -29))
    dock.form.messageLabel.clear()
    assert "does not touch" in run(dock)
    choose(dock.form.extentBox, WHOLE)


def test_an_earlier_result_is_kept_and_the_new_one_gets_a_number(dock: TidemarkDock, scene: Path, tmp_path: Path) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    first = (tmp_path / "lake_water_class.tif").read_bytes()
    dock.form.messageLabel.clear()
    run(dock)
    assert (tmp_path / "lake_water_2_class.tif").exists()
    assert (tmp_path / "lake_water_class.tif").read_bytes() == first


def test_a_click_makes_polygons_beside_the_map_in_its_group(dock: TidemarkDock, project: QgsProject, scene: Path, tmp_path: Path) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    assert not dock.form.nextSteps.isVisibleTo(dock.form)
    run(dock)
    assert dock.form.nextSteps.isVisibleTo(dock.form)
    dock.form.messageLabel.clear()
    dock.form.polygonsButton.click()
    assert wait_for(lambda: dock.form.messageLabel.text() != "")
    assert "polygon" in dock.form.messageLabel.text()
    title = "Water extent (single date)"
    assert results(project) == [f"{title}: lake", "Polygons of 0.5 ha and more", title, "Probability (%)"]
    layer = project.mapLayersByName("Polygons of 0.5 ha and more")[0]
    assert layer.featureCount() > 0
    assert [category.label() for category in layer.renderer().categories()] == ["Water detected"]
    assert layer.renderer().categories()[0].symbol().color().alpha() < 128
    assert (tmp_path / "lake_water_polygons.gpkg").is_file()
    assert not dock.form.polygonsButton.isEnabled()


def test_polygons_of_a_map_that_has_gone_are_answered_with_words(dock: TidemarkDock, scene: Path, tmp_path: Path) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    (tmp_path / "lake_water_class.tif").unlink()
    dock.form.messageLabel.clear()
    dock.form.polygonsButton.click()
    assert wait_for(lambda: dock.form.messageLabel.text() != "")
    assert "lake_water_class.tif" in dock.form.messageLabel.text()
    assert dock.form.polygonsButton.isEnabled()


def test_an_engine_without_polygons_says_so_on_the_click(dock: TidemarkDock, scene: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(dock, scene)
    run(dock)
    monkeypatch.setattr(dock._finder, "_packages", frozenset())
    dock.form.polygonsButton.click()
    assert "lacks pyogrio and shapely" in dock.form.messageLabel.text()


def test_the_folder_of_the_map_is_opened(dock: TidemarkDock, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(dock, scene)
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dock.form.openButton.click()
    assert opened == [str(tmp_path)]


def choose_files(monkeypatch: pytest.MonkeyPatch, *answers: Path | str) -> list[str]:
    """Answer the file dialogs that follow, in this order; returns what they propose."""
    waiting, proposed = [str(answer) for answer in answers], []

    def answer(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        proposed.append(start)
        return waiting.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    return proposed


def test_a_click_draws_the_map_on_one_page(dock: TidemarkDock, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    proposed = choose_files(monkeypatch, tmp_path / "page", "", tmp_path / "lake_water_class.tif" / "page.pdf")
    dock.form.pageButton.click()
    assert proposed == [str(tmp_path / "lake_water_map.pdf")]
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert "page.pdf" in dock.form.messageLabel.text()
    before = dock.form.messageLabel.text()
    dock.form.pageButton.click()
    assert dock.form.messageLabel.text() == before
    dock.form.pageButton.click()
    assert "cannot be written" in dock.form.messageLabel.text()


def test_a_click_packages_map_polygons_and_page_for_the_recipient(
    dock: TidemarkDock, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    dock.form.messageLabel.clear()
    dock.form.polygonsButton.click()
    assert wait_for(lambda: dock.form.messageLabel.text() != "")
    monkeypatch.setattr(HandOverDialog, "exec", fill_in(event="Test flood", folder=tmp_path / "event"))
    dock.form.messageLabel.clear()
    dock.form.packageButton.click()
    assert wait_for(lambda: dock.form.messageLabel.text() != "")
    assert "Packaged" in dock.form.messageLabel.text()
    (made,) = (tmp_path / "event").iterdir()
    assert made.name == "Test-flood_AOI01_water_v1"
    layers = {path.name.removeprefix("Test-flood_AOI01_water_") for path in made.iterdir()}
    assert layers >= {"class_v1.tif", "class_v1.qml", "polygons_v1.gpkg", "map_v1.pdf", "run_v1.json"}
    assert "README.txt" in layers
    assert (tmp_path / "lake_water_map.pdf").is_file()


def test_a_package_that_was_not_wanted_after_all_leaves_nothing(
    dock: TidemarkDock, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(HandOverDialog, "exec", lambda _dialog: 0)
    dock.form.packageButton.click()
    assert sorted(tmp_path.iterdir()) == before
    assert dock.form.runButton.isEnabled()


def fill_in(event: str, folder: Path) -> Callable[[HandOverDialog], int]:
    """Return what a user does with the dialog."""

    def fill(dialog: HandOverDialog) -> int:
        assert dialog.folder()
        assert dialog.area() == "AOI01"
        dialog.eventEdit.setText(event)
        dialog.folderWidget.setFilePath(str(folder))
        return 1

    return fill


def own_model(folder: Path, name: str = "mine") -> Path:
    """Copy the installed model's card and network, under another title; returns the card."""
    installed = find_card("", "water")
    document = json.loads(installed.path.read_text(encoding="utf-8"))
    document["properties"] |= {"title": "A model of mine", "tidemark:default": False}
    copy(installed.network, folder / installed.network.name)
    card = folder / f"{name}.json"
    card.write_text(json.dumps(document), encoding="utf-8")
    return card


def test_a_model_of_the_users_own_is_added_by_its_card_used_and_remembered(
    dock: TidemarkDock, window: Window, finder: RuntimeFinder, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = own_model(tmp_path)
    dock.form.modelButton.click()
    assert not dock.model_page.removeButton.isVisibleTo(dock.model_page)
    choose_files(monkeypatch, card)
    dock.model_page.addButton.click()
    assert "A model of mine" in dock.model_page.text.toPlainText()
    dock.model_page.backButton.click()
    assert dock.form.modelBox.currentText() == "A model of mine"
    load(dock, scene)
    run(dock)
    record = json.loads(Path(dock.next_steps.map_path.replace("_class.tif", "_run.json")).read_text(encoding="utf-8"))
    assert record["method"]["model"] == "mine"
    another = TidemarkDock(window, finder, window.mainWindow())
    try:
        assert another.form.modelBox.findText("A model of mine") >= 0
    finally:
        another.stop()
        another.deleteLater()
    dock.form.modelButton.click()
    dock.model_page.removeButton.click()
    assert dock.form.modelBox.findText("A model of mine") < 0
    assert card.is_file()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda card: card.write_text("{"), "cannot be read"),
        (lambda card: card.write_text('{"properties": {}}'), "incomplete"),
        (lambda card: next(card.parent.glob("*.onnx")).unlink(), "is not beside it"),
        (lambda card: next(card.parent.glob("*.onnx")).write_bytes(b"other"), "checksums differ"),
        (lambda card: card.write_text(card.read_text().replace('"tidemark:task": "water"', '"tidemark:task": "oil"')), "serves the task"),
    ],
)
def test_a_bad_card_is_answered_with_one_message_and_not_remembered(
    dock: TidemarkDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[Path], object], words: str
) -> None:
    card = own_model(tmp_path)
    damage(card)
    choices = dock.form.modelBox.count()
    choose_files(monkeypatch, card)
    dock.model_page.addButton.click()
    assert words in dock.form.messageLabel.text()
    assert dock.pages.currentWidget() is dock.form
    assert dock.form.modelBox.count() == choices
    assert dock.form.modelBox.currentIndex() == 0
    assert open_dialogs() == []


def test_the_model_page_tells_what_a_model_is_for_and_how_it_measured(dock: TidemarkDock) -> None:
    card = dock.form.models.card()
    dock.form.modelButton.click()
    assert dock.pages.currentWidget() is dock.model_page
    text = dock.model_page.text.toPlainText()
    assert card.title in text
    assert card.description in text
    for figure in card.figures:
        assert f"{figure['value']:g}" in text
        assert figure["command"] in text
    dock.model_page.backButton.click()
    assert dock.pages.currentWidget() is dock.form


def test_a_card_without_figures_says_so_and_its_words_are_no_markup(dock: TidemarkDock) -> None:
    card = replace(dock.form.models.card(), title="<b>Water</b>", figures=())
    dock.model_page.show_card(card)
    text = dock.model_page.text.toPlainText()
    assert "<b>Water</b>" in text
    assert "no figures" in text


def test_polygons_do_not_replace_earlier_ones(tmp_path: Path) -> None:
    map_path = str(tmp_path / "lake_class.tif")
    assert free_polygons(map_path) == str(tmp_path / "lake_polygons.gpkg")
    (tmp_path / "lake_polygons.gpkg").touch()
    assert free_polygons(map_path) == str(tmp_path / "lake_polygons_2.gpkg")


def test_results_are_not_offered_as_images(dock: TidemarkDock, project: QgsProject, scene: Path) -> None:
    layer = load(dock, scene)
    run(dock)
    assert wait_for(lambda: dock.form.layerBox.count() == 1, 2)
    assert dock.form.layer() == layer


def test_a_layer_that_is_no_local_file_gets_one_message_what_to_do(dock: TidemarkDock, project: QgsProject, scene: Path) -> None:
    virtual = QgsRasterLayer("crs=EPSG:3857&type=xyz&url=https://example.org/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=3&zmin=0", "tiles", "wms")
    project.addMapLayer(virtual)
    dock.form.layerBox.setLayer(virtual)
    assert "Save it as a GeoTIFF" in dock.form.sceneLabel.text()
    assert not dock.form.runButton.isEnabled()


def test_bad_input_is_answered_with_the_engines_own_message(dock: TidemarkDock, runtime: Runtime, scene: Path, tmp_path: Path) -> None:
    load(dock, scene)
    dock.form.folderWidget.setFilePath(str(tmp_path / "missing"))
    assert "does not exist" in run(dock)
    assert open_dialogs() == []


def test_wrong_scales_are_answered_before_anything_starts(dock: TidemarkDock, scene: Path) -> None:
    load(dock, scene)
    dock.form.scalesEdit.setText("0.5, big")
    assert "cannot be read" in run(dock)
    dock.form.scalesEdit.clear()


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "about 1 s left"), (40, "about 40 s left"), (200, "about 3 min left")])
def test_the_time_left_is_told_in_words(seconds: float, words: str) -> None:
    assert time_left(seconds) == words


@pytest.fixture(scope="session")
def ambiguous_scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Smooth values that could be power (-7 and -12 dB) or amplitude (-14 and -24 dB)."""
    path = tmp_path_factory.mktemp("open") / "open.tif"
    size, numbers = 200, random.Random(1)
    raster = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 2, gdal.GDT_Float32)
    raster.SetGeoTransform((390000, 10, 0, 5080000, 0, -10))
    raster.SetProjection(QgsCoordinateReferenceSystem("EPSG:32633").toWkt())
    for number, (name, typical) in enumerate((("VV", 0.2), ("VH", 0.06)), start=1):
        band = raster.GetRasterBand(number)
        band.SetDescription(name)
        values = array("f", (typical * numbers.uniform(0.9, 1.1) for _ in range(size * size)))
        band.WriteRaster(0, 0, size, size, values.tobytes())
    raster.FlushCache()
    return path


@pytest.fixture(scope="session")
def two_files(scene: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The scene's bands in two files whose names say nothing."""
    folder = tmp_path_factory.mktemp("bands")
    paths = (folder / "first.tif", folder / "second.tif")
    for band, path in enumerate(paths, start=1):
        gdal.Translate(str(path), str(scene), bandList=[band])
    return paths
