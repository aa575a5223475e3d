"""The runs of this computer, newest first: what each found, its settings again, its map again."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...engine.contract.record import RunRecord
from ..i18n import in_qgis, tr
from ..layers.outputs import record_of
from ..layers.results import short_name
from ..settings import known_maps
from .threshold import hectares_in_words


class HistoryDialog(QDialog):
    """Lists the runs whose files are still there.

    Attributes:
        wants_map: whether the user wants the map again, and not the settings.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("History of runs"))
        self.wants_map = False
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHeaderLabels([tr("Made"), tr("Map"), tr("Image"), tr("Detected"), tr("Folder")])
        self.list.setToolTip(tr("Maps made on this computer whose files are still there, newest first"))
        for path in known_maps():
            run = record_of(path)
            if run is not None and Path(path).is_file():
                self.list.addTopLevelItem(_row(path, run))
        for column in range(self.list.columnCount() - 1):
            self.list.resizeColumnToContents(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.againButton = buttons.addButton(tr("Use these settings again"), role)
        self.againButton.setToolTip(tr("Fill the form with the task, the images and all options of this run"))
        self.mapButton = buttons.addButton(tr("Add the map"), role)
        self.mapButton.setToolTip(tr("Add the layers of this run to the project"))
        self.againButton.clicked.connect(self.accept)
        self.mapButton.clicked.connect(self._take_map)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.list.currentItemChanged.connect(self._show_able)
        self.list.setCurrentItem(self.list.topLevelItem(0))
        self._show_able()
        self.resize(760, 320)

    def map_path(self) -> str:
        """Return the class raster of the chosen run; empty where there is none."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(0, Qt.ItemDataRole.UserRole))

    def _take_map(self) -> None:
        self.wants_map = True
        self.accept()

    def _show_able(self, *_: object) -> None:
        for button in (self.againButton, self.mapButton):
            button.setEnabled(bool(self.map_path()))


def _row(path: str, run: RunRecord) -> QTreeWidgetItem:
    detected = hectares_in_words(run.hectares["detected"]) if "detected" in run.hectares else ""
    image = short_name(run.image.names[0]) if run.image.names else ""
    item = QTreeWidgetItem([run.written[:16].replace("T", " "), tr(run.title), image, detected, str(Path(path).parent)])
    item.setData(0, Qt.ItemDataRole.UserRole, path)
    item.setToolTip(0, path)
    item.setToolTip(1, in_qgis(run.summary))
    return item
