"""Runs inside QGIS (`qgis --code`): opens the dock on the loaded scene, maps it, and keeps a picture before, during and after.

The environment variable TIDEMARK_PICTURES names the folder. Every step waits for what a user would wait for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsContrastEnhancement,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsSingleBandGrayRenderer,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["TIDEMARK_PICTURES"])
WIDTH, HEIGHT = 1200, 700
POLL_MS = 50
PATIENCE_POLLS = 60_000 // POLL_MS

Condition = Callable[[], bool]


def picture(name: str) -> None:
    """Save the window as it is, in few colours: a repository keeps every picture for ever."""
    image = iface.mainWindow().grab().toImage()
    few = image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)
    few.save(str(FOLDER / f"{name}.png"))


def show_in_grey(layer: QgsRasterLayer) -> None:
    """Show VV as radar people do."""
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 1))
    layer.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum, QgsRasterMinMaxOrigin.Limits.CumulativeCut
    )


def after(polls: int) -> Condition:
    """Return a condition that holds after so many polls."""
    left = iter(range(polls))
    return lambda: next(left, None) is None


def steps() -> Iterator[Condition]:
    """Do what a user does; yield what to wait for."""
    window = iface.mainWindow()
    window.resize(WIDTH, HEIGHT)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    layer = iface.activeLayer()
    layer.setName("Simulated scene")
    show_in_grey(layer)
    plugins["tidemark"].action.trigger()
    dock = plugins["tidemark"].dock
    window.resizeDocks([window.findChild(QDockWidget, "Layers"), dock], [330, 340], Qt.Orientation.Horizontal)
    iface.zoomFull()
    yield dock.form.runButton.isEnabled
    yield after(30)
    picture("dock-before")
    dock.form.runButton.click()
    yield lambda: dock.form.progressBar.value() > 0 and "left" in dock.form.statusLabel.text()
    picture("dock-during")
    yield lambda: dock.form.messageLabel.text() != ""
    iface.messageBar().clearWidgets()
    yield after(60)
    picture("dock-after")


def play(script: Iterator[Condition]) -> None:
    """Go through the steps without blocking QGIS; end it with status 1 where a step waits too long."""
    waiting: list[Condition] = []
    polls = 0

    def poll() -> None:
        nonlocal polls
        polls += 1
        if polls > PATIENCE_POLLS:
            leave(1)
        elif not waiting or waiting[0]():
            try:
                waiting[:] = [next(script)]
            except StopIteration:
                leave(0)

    def leave(status: int) -> None:
        timer.stop()
        QgsProject.instance().setDirty(False)
        QgsApplication.exit(status)

    timer = QTimer(iface.mainWindow())
    timer.timeout.connect(poll)
    timer.start(POLL_MS)


play(steps())
