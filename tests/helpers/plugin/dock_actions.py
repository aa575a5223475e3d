"""What a user does in the dock."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog

from helpers.plugin.qgis_window import wait_for
from tidemark.plugin.dock.dock import TidemarkDock


def add(path: Path, name: str = "") -> QgsRasterLayer:
    """Add a raster to the project."""
    layer = QgsRasterLayer(str(path), name or path.stem)
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def load(dock: TidemarkDock, path: Path, name: str = "") -> QgsRasterLayer:
    """Add a raster to the project, choose it, and wait for what the engine thinks of it."""
    added = add(path, name)
    dock.form.image.choose(added)
    assert wait_for(lambda: dock.notes.info(dock.form.image.asked()) is not None)
    return added


def choose(box: QComboBox, value: str | int) -> None:
    """Choose the entry that stands for a value."""
    box.setCurrentIndex(box.findData(value))


def run(dock: TidemarkDock) -> str:
    """Click the button, wait for the end, and return the message in the dock."""
    assert wait_for(dock.foot.runButton.isEnabled)
    dock.foot.runButton.click()
    assert wait_for(lambda: not dock.is_running)
    return said(dock)


def said(dock: TidemarkDock) -> str:
    """Return the last message in the dock, and what it says of the result that it shows."""
    return str(dock.page.messageLabel.text() + dock.result.textLabel.text()).replace("\N{NO-BREAK SPACE}", " ")


def results(project: QgsProject) -> list[str]:
    """Return group and layer names of the layer tree, from the top."""
    group = project.layerTreeRoot().children()[0]
    return [group.name(), *(child.name() for child in group.children())]


def choose_files(monkeypatch: pytest.MonkeyPatch, *answers: Path | str) -> list[str]:
    """Answer the file dialogs that follow, in this order; returns what they propose."""
    waiting, proposed = [str(answer) for answer in answers], []

    def answer(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        proposed.append(start)
        return waiting.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    return proposed
