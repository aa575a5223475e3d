"""What a user does in one session of QGIS, round after round; run by ``session.py`` inside QGIS (`qgis --code`).

Each round: a new project, the four tasks, polygons, another threshold, page, package and zones; the project is closed in mid-run and
opened again, before the run ends or after; thresholds are moved there. Prints one line of JSON a round.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Generator
from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsProcessingUtils, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit
from qgis.utils import iface, plugins

from helpers.plugin.qgis_player import Condition, Player, after

SCENES = Path(os.environ["TIDEMARK_SCENES"])
OUT = Path(os.environ["TIDEMARK_OUT"])
ROUNDS = int(os.environ["TIDEMARK_ROUNDS"])
TASKS = ("water", "flood", "change", "oil")


def engines() -> int:
    """Return how many processes of the engine this QGIS has."""
    found = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rsplit(")", 1)[1].split()[1])
            found += parent == os.getpid() and b"boot.py" in stat.with_name("cmdline").read_bytes()
        except (OSError, ValueError):  # it has just ended
            continue
    return found


def memory_mib() -> int:
    """Return the resident memory of this QGIS."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def require(holds: bool, what: str) -> None:
    """End the session where something does not hold."""
    if not holds:
        raise RuntimeError(what)


def answer(click: Callable[[], None], act: Callable[[QDialog], None]) -> Generator[Condition, None, None]:
    """Click what opens a dialog, and answer it."""
    QTimer.singleShot(0, click)  # the dialog holds the click until it is closed
    yield lambda: QApplication.activeModalWidget() is not None
    act(QApplication.activeModalWidget())
    yield lambda: QApplication.activeModalWidget() is None


def choose_path(path: Path) -> Callable[[QDialog], None]:
    """Return what types a path into a file dialog."""

    def act(dialog: QDialog) -> None:
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))  # what is only selected gives way once the folder has been read
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()

    return act


def play() -> Generator[Condition, None, None]:
    """Play all rounds."""
    plugins["tidemark"].action.trigger()
    dock = plugins["tidemark"].dock
    dock.setUserVisible(True)
    for number in range(ROUNDS):
        folder = OUT / f"round{number}"
        folder.mkdir(parents=True)
        yield from play_round(dock, folder, number)
        yield lambda: engines() <= 1  # one stays ready for the next run
        kept = len([path for path in Path(QgsProcessingUtils.tempFolder()).rglob("*") if path.is_file()])
        print(json.dumps({"round": number + 1, "memory_mib": memory_mib(), "engines": engines(), "temporary_files": kept}), flush=True)


def play_round(dock: QDialog, folder: Path, number: int) -> Generator[Condition, None, None]:
    """Play one round: all tasks, hand-over, a project that is closed in mid-run."""
    project = QgsProject.instance()
    iface.newProject(False)
    layers = {name: QgsRasterLayer(str(SCENES / f"{name}.tif"), name) for name in ("before", "after", "sea")}
    project.addMapLayers(list(layers.values()))
    dock.form.folderWidget.setFilePath(str(folder))
    for task in TASKS:
        dock.form.choose_task(task)
        dock.form.image.choose(layers["sea" if task == "oil" else "after"])
        dock.form.before.choose(None if task in ("water", "oil") else layers["before"])
        yield from run(dock)
        require(dock.result.run is not None and dock.result.run.task == task, f"no map of {task}")
    yield from select_flood(dock)
    yield from hand_over(dock, folder, layers["after"])
    path = folder / "event.qgz"
    require(project.write(str(path)), "the project cannot be saved")
    dock.form.choose_task("flood")
    dock.form.image.choose(layers["after"])
    dock.form.before.choose(layers["before"])
    yield from close_in_mid_run(dock, path, layers["after"].id(), reopen_first=number % 2 == 0)
    yield from select_flood(dock)
    yield from move_threshold(dock, 30)
    iface.newProject(False)
    yield after(2)


def select_flood(dock: QDialog) -> Generator[Condition, None, None]:
    """Select the layer of the flood map, and wait until the dock shows its result."""
    layers = QgsProject.instance().mapLayers().values()
    iface.setActiveLayer(next(layer for layer in layers if layer.source().endswith("after_flood_class.tif")))
    yield lambda: dock.result.map_path.endswith("after_flood_class.tif")


def run(dock: QDialog) -> Generator[Condition, None, None]:
    """Click the button, and wait for the end."""
    yield dock.foot.runButton.isEnabled
    dock.foot.runButton.click()
    yield lambda: not dock.is_running


def move_threshold(dock: QDialog, percent: int) -> Generator[Condition, None, None]:
    """Slide to and fro until the hectares are told, and make the map of another threshold."""
    panel = dock.result.threshold
    for value in (10, 90, 50, percent):
        panel.slider.setValue(value)
        yield after(2)
    yield lambda: "would be detected" in panel.titleLabel.text()
    panel.makeButton.click()
    yield lambda: not dock.is_running
    require(panel.slider.value() == percent, "the new map is not shown")


def hand_over(dock: QDialog, folder: Path, image: QgsRasterLayer) -> Generator[Condition, None, None]:
    """Make polygons, another threshold, a page, a package and hectares in zones."""
    result = dock.result
    result.polygonsButton.click()
    yield lambda: not dock.is_running
    yield from move_threshold(dock, 70)
    yield from answer(result.pageButton.click, choose_path(folder / "page.pdf"))
    yield lambda: (folder / "page.pdf").is_file() and QApplication.overrideCursor() is None  # drawing lets QGIS work meanwhile

    def package(dialog: QDialog) -> None:
        dialog.eventEdit.setText("Session")
        dialog.folderWidget.setFilePath(str(folder))
        dialog.accept()

    yield from answer(result.packageButton.click, package)
    yield lambda: not dock.is_running
    require(any(folder.glob("Session_AOI01_*")), "no package")
    zones = QgsVectorLayer(f"Polygon?crs={image.crs().authid()}", "zones", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(image.extent())))
    zones.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(zones)

    def count(dialog: QDialog) -> None:
        dialog.layerBox.setLayer(zones)
        dialog.accept()

    yield from answer(result.zonesButton.click, count)
    yield lambda: not dock.is_running
    require(bool(QgsProject.instance().mapLayersByName("Hectares in zones")), "no hectares in zones")


def close_in_mid_run(dock: QDialog, path: Path, image_id: str, reopen_first: bool) -> Generator[Condition, None, None]:
    """Close the project while a flood is mapped, and open it again, before the run ends or after."""
    yield dock.foot.runButton.isEnabled
    dock.foot.runButton.click()
    yield lambda: dock.foot.progressBar.maximum() > 0 or not dock.is_running
    iface.newProject(False)
    if not reopen_first:
        yield lambda: not dock.is_running
        require(not QgsProject.instance().mapLayers(), "a result went into another project")
    iface.addProject(str(path))
    yield lambda: not dock.is_running
    yield lambda: QgsProject.instance().mapLayer(image_id) is not None
    added = any(layer.source().endswith("after_flood_2_class.tif") for layer in QgsProject.instance().mapLayers().values())
    require(added or not reopen_first, "the result did not go into its project")


if "tidemark" not in plugins:
    sys.exit("the plugin is not switched on")
player = Player(play())
