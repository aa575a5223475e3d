"""The beginning of an empty dock: what to do, and a sample to try it on."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget


class StartBox(QWidget):
    """Says how to get to a first map; shown while there is nothing to map.

    Signals:
        sample_asked: the user wants to try it on a sample.
    """

    sample_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("start.ui")), self)
        self.sampleButton.clicked.connect(self.sample_asked)
