"""The dialog before a package is made: of what event, and where."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from ..i18n import tr


class HandOverDialog(QDialog):
    """Asks for the parts of the files' names and for the event's folder.

    Args:
        folder: proposed; that of the map.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Package for hand-over"))
        self.eventEdit = QLineEdit(self)
        self.eventEdit.setPlaceholderText(tr("For example EMSR728; empty: the map's own name"))
        self.areaEdit = QLineEdit("AOI01", self)
        self.folderWidget = QgsFileWidget(self)
        self.folderWidget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folderWidget.setFilePath(str(folder))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(tr("Event"), self.eventEdit)
        layout.addRow(tr("Area of interest"), self.areaEdit)
        layout.addRow(tr("Folder of the event"), self.folderWidget)
        layout.addRow(buttons)
        self.resize(460, self.sizeHint().height())

    def event_name(self) -> str:
        """Return the event; may be empty."""
        return self.eventEdit.text().strip()

    def area(self) -> str:
        """Return the area of interest."""
        return self.areaEdit.text().strip()

    def folder(self) -> str:
        """Return the folder in which the package is to become a new one."""
        return self.folderWidget.filePath().strip()
