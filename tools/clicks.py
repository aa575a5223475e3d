"""Runs inside QGIS (`qgis --code`) from a fresh profile, on loaded images: does one task by clicks of the mouse and counts them.

A picture is kept of each step.

The environment variable TIDEMARK_TASK says which task, TIDEMARK_PICTURES the pictures' folder; a line of JSON with the clicks, the
decisions among them and the seconds from the last click to the map goes to the end of TIDEMARK_CLICKS.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Generator
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, QSize, Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolButton, QWidget
from qgis.utils import iface, plugins

from helpers.plugin.qgis_player import Condition, Player, after

TASK = os.environ["TIDEMARK_TASK"]
FOLDER = Path(os.environ["TIDEMARK_PICTURES"])
SIZE = QSize(1366, 768)


class Hand:
    """Clicks, counts, and keeps a picture of the window after each step."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.clicks = 0

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click on a widget, in its middle or at a place of its own."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or widget.rect().center())
        self.clicks += 1

    def picture(self, words: str) -> None:
        """Keep a picture, in few colours: a repository keeps every picture for ever."""
        self.steps.append(words)
        image = iface.mainWindow().grab().toImage()
        few = image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)
        few.save(str(FOLDER / f"{TASK}-{len(self.steps)}.png"))


def toolbar_button() -> QWidget:
    """Return the plugin's button in a toolbar."""
    action = plugins["tidemark"].action
    return next(one for one in iface.mainWindow().findChildren(QToolButton) if one.defaultAction() is action and one.isVisible())


def play() -> Generator[Condition, None, None]:
    """Do the task."""
    window, hand = iface.mainWindow(), Hand()
    window.resize(SIZE)
    iface.zoomFull()
    yield after(60)
    hand.click(toolbar_button())
    dock = plugins["tidemark"].dock
    yield dock.foot.runButton.isEnabled
    yield after(60)
    hand.picture("Click the Tidemark icon in the toolbar: the panel has found the images")
    decisions = 1
    if dock.form.task != TASK:
        box = dock.form.taskBox
        hand.click(box)
        yield box.view().isVisible
        yield after(20)  # Qt passes over a click that follows at once: it would be the second of a double click
        row = box.model().index(box.findData(TASK), box.modelColumn())
        hand.click(box.view().viewport(), box.view().visualRect(row).center())
        yield lambda: dock.form.task == TASK
        yield dock.foot.runButton.isEnabled
        yield after(60)
        hand.picture(f"Choose the task, '{dock.form.taskBox.currentText()}': what it needs is filled in")
    hand.click(dock.foot.runButton)
    started = time.monotonic()
    yield lambda: dock.is_running
    yield lambda: not dock.is_running
    seconds = time.monotonic() - started
    if dock.result.run is None or dock.result.run.task != TASK:
        raise RuntimeError(f"no map of {TASK}: {dock.page.messageLabel.text()}")
    yield after(30)
    iface.messageBar().clearWidgets()
    yield after(30)
    hand.picture(f"Click '{dock.form.run_title}': the map, its hectares and what can be made of it")
    row = {"task": TASK, "clicks": hand.clicks, "decisions": decisions, "seconds": round(seconds), "steps": hand.steps}
    row["images"] = len([layer for layer in QgsProject.instance().mapLayers().values() if not layer.customProperty("tidemark/result", "")])
    with open(os.environ["TIDEMARK_CLICKS"], "a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")


player = Player(play())
