"""The dock: from a layer to a map, with the real engine."""

from __future__ import annotations

import json
import os
import random
import signal
from array import array
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QTimer

from helpers.plugin.dock_actions import choose, load, results, run
from helpers.plugin.qgis_window import open_dialogs, wait_for
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.extent import CANVAS, WHOLE
from tidemark.plugin.dock.run_bar import time_left
from tidemark.plugin.engine.worker import Runtime

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
    percent = round(100 * dock.form.models.card().threshold)
    assert results(project) == ["Isonzo: Water extent (single date)", f"Water extent, {percent} %: Isonzo", "Probability (%)"]
    classes, probability = (node.layer() for node in project.layerTreeRoot().children()[0].children())
    legend = {item.value: item for item in classes.renderer().classes()}
    assert legend[1].color.alpha() > 200
    assert legend[0].color.alpha() == 0
    assert classes.renderer().nodataColor().alpha() == 110
    assert len(legend[1].label) > 3
    ramp = probability.renderer().shader().rasterShaderFunction()
    assert (ramp.minimumValue(), ramp.maximumValue()) == (0, 100)
    kinds = ("class", "possible", "probability")
    assert sorted(path.name for path in tmp_path.glob("Isonzo*.tif")) == [f"Isonzo_water_{kind}.tif" for kind in kinds]
    assert not list(tmp_path.glob(".*part"))


def test_the_dock_says_what_the_engine_thinks_of_the_layer(dock: TidemarkDock, scene: Path) -> None:
    load(dock, scene)
    text = dock.form.image.noteLabel.text().replace("\xa0", " ")
    assert text.startswith("VV, VH · dB (from ")
    assert "10 × 10 m" in text
    assert "% observed" in text
    assert "simulated" in text
    assert dock.form.scaleBox.currentText() == "As found: dB"


def test_the_end_message_stands_in_the_message_bar_too(dock: TidemarkDock, scene: Path) -> None:
    load(dock, scene)
    run(dock)
    bar = dock._iface.messageBar()
    assert wait_for(lambda: bar.currentItem() is not None and "Detected water" in bar.currentItem().text())


def test_qgis_keeps_answering_while_the_engine_works(dock: TidemarkDock, large_scene: Path) -> None:
    load_slow(dock, large_scene)
    ticks: list[None] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(None))
    timer.start(20)
    dock.foot.runButton.click()
    assert wait_for(lambda: " of " in dock.foot.statusLabel.text())
    assert "tiles" in dock.foot.statusLabel.text()
    assert dock.foot.cancelButton.isEnabled()
    assert not dock.foot.runButton.isEnabled()
    ticks.clear()
    wait_for(lambda: False, 0.5)
    timer.stop()
    assert len(ticks) > 10
    dock.cancel()
    assert wait_for(lambda: dock.page.messageLabel.text() != "")


def test_cancel_in_mid_run_leaves_nothing(dock: TidemarkDock, project: QgsProject, large_scene: Path, tmp_path: Path) -> None:
    load_slow(dock, large_scene)
    out = tmp_path / "out"
    out.mkdir()
    dock.form.folderWidget.setFilePath(str(out))
    dock.foot.runButton.click()
    assert wait_for(lambda: " of " in dock.foot.statusLabel.text() and any(out.iterdir()))
    dock.foot.cancelButton.click()
    assert wait_for(lambda: dock.page.messageLabel.text() != "", 10)
    assert "Cancelled. Nothing was written." in dock.page.messageLabel.text()
    assert list(out.iterdir()) == []
    assert len(project.mapLayers()) == 1
    assert dock.foot.runButton.isEnabled()


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
    dock.foot.runButton.click()
    assert wait_for(lambda: " of " in dock.foot.statusLabel.text())
    os.kill(engine_process(), signal.SIGKILL)
    assert wait_for(lambda: dock.page.messageLabel.text() != "", 10)
    assert "memory ran out" in dock.page.messageLabel.text()
    assert list(out.iterdir()) == []
    assert len(project.mapLayers()) == 1
    assert dock.foot.runButton.isEnabled()
    assert open_dialogs() == []


def test_values_of_open_scale_block_the_button_until_the_user_says_what_they_are(dock: TidemarkDock, ambiguous_scene: Path) -> None:
    load(dock, ambiguous_scene)
    assert dock.form.scaleBox.currentText().startswith("Choose: ")
    assert not dock.foot.runButton.isEnabled()
    choose(dock.form.scaleBox, "amplitude")
    assert dock.foot.runButton.isEnabled()
    run(dock)
    record = json.loads(Path(dock.result.map_path.replace("_class.tif", "_run.json")).read_text(encoding="utf-8"))
    assert record["input"]["scale"] == "amplitude"
    choose(dock.form.scaleBox, "auto")
    assert not dock.foot.runButton.isEnabled()


def test_vv_and_vh_in_two_layers_are_one_image(dock: TidemarkDock, two_files: tuple[Path, Path]) -> None:
    vv, vh = two_files
    load(dock, vv, "one")
    assert not dock.foot.runButton.isEnabled()
    assert "VH" in dock.form.image.noteLabel.text()
    other = QgsRasterLayer(str(vh), "other")
    QgsProject.instance().addMapLayer(other)
    dock.form.image.vhCheck.setChecked(True)
    dock.form.image.vhBox.setLayer(other)
    assert wait_for(lambda: dock.notes.info(dock.form.image.asked()) is not None)
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
    dock.page.messageLabel.clear()
    assert "does not touch" in run(dock)
    choose(dock.form.extentBox, WHOLE)


def test_an_earlier_result_is_kept_and_the_new_one_gets_a_number(dock: TidemarkDock, scene: Path, tmp_path: Path) -> None:
    load(dock, scene, "lake")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    run(dock)
    first = (tmp_path / "lake_water_class.tif").read_bytes()
    dock.page.messageLabel.clear()
    run(dock)
    assert (tmp_path / "lake_water_2_class.tif").exists()
    assert (tmp_path / "lake_water_class.tif").read_bytes() == first


def test_results_are_not_offered_as_images(dock: TidemarkDock, project: QgsProject, scene: Path) -> None:
    layer = load(dock, scene)
    run(dock)
    assert wait_for(lambda: dock.form.image.layerBox.count() == 1, 2)
    assert dock.form.layer() == layer


def test_a_layer_that_is_no_local_file_gets_one_message_what_to_do(dock: TidemarkDock, project: QgsProject, scene: Path) -> None:
    load(dock, scene)
    virtual = QgsRasterLayer("crs=EPSG:3857&type=xyz&url=https://example.org/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=3&zmin=0", "tiles", "wms")
    project.addMapLayer(virtual)
    dock.form.image.choose(virtual)
    assert "Save it as a GeoTIFF" in dock.form.image.noteLabel.text()
    assert not dock.foot.runButton.isEnabled()


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
