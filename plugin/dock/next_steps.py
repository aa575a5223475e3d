"""What follows a map, in the dock: polygons, a page, a package for its recipient, its folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from ...engine.contract.errors import TidemarkError
from ..engine.runtime import VECTOR_PACKAGES, RuntimeFinder
from ..i18n import tr
from ..layers.outputs import free_polygons, map_prefix, page_beside
from ..layers.page import write_page
from ..layers.results import DETECTED, add_polygons, classes_of
from .form import Form
from .hand_over import HandOverDialog


class NextSteps(QObject):
    """The buttons below the message of a finished run.

    Signals:
        asked: a request for the engine, the words for its progress, and what takes the data of its answer.
        done: one line for the user, and a list of details.
        failed: a `TidemarkError`.
    """

    asked = pyqtSignal(object, str, object)
    done = pyqtSignal(str, object)
    failed = pyqtSignal(object)

    def __init__(self, form: Form, finder: RuntimeFinder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._finder = finder
        self._image_id = ""
        self.map_path = ""
        form.polygonsButton.clicked.connect(self.make_polygons)
        form.pageButton.clicked.connect(self.make_page)
        form.packageButton.clicked.connect(self.make_package)
        form.openButton.clicked.connect(self.open_folder)

    def forget(self) -> None:
        """Leave the last map: another one is being made."""
        self.map_path = ""

    def offer(self, map_path: str, image_id: str) -> None:
        """Offer the steps for a new map: the path of its class raster, and the id of the image's layer."""
        self.map_path, self._image_id = map_path, image_id
        self._form.polygonsButton.setEnabled(True)
        self._form.nextSteps.setVisible(True)

    def make_polygons(self) -> None:
        """Make polygons of the map beside it."""
        lacking = self._finder.lacking(VECTOR_PACKAGES)
        if lacking is not None:
            self.failed.emit(lacking)
            return
        job = {"raster": self.map_path, "output": free_polygons(self.map_path), "classes": classes_of(self.map_path)}
        self.asked.emit({"work": "vectorise", "job": job}, tr("{done} of {total} rows"), self._show_polygons)

    def make_page(self) -> None:
        """Let the user choose a file, and draw the map on one page there."""
        path, _ = QFileDialog.getSaveFileName(self._form, tr("One-page PDF"), page_beside(self.map_path), tr("PDF files (*.pdf)"))
        if not path:
            return
        path = path if path.lower().endswith(".pdf") else f"{path}.pdf"
        notices = self._write_page(path, "")
        if notices is not None:
            self.done.emit(tr("Page written to {path}").format(path=path), notices)

    def make_package(self) -> None:
        """Ask for whom and where; draw the page beside the map, and let the engine put all files of the map into a folder."""
        dialog = HandOverDialog(Path(self.map_path).parent, self._form)
        if not dialog.exec() or self._write_page(page_beside(self.map_path), dialog.event_name()) is None:
            return
        job = {"prefix": map_prefix(self.map_path), "folder": dialog.folder(), "event": dialog.event_name(), "aoi": dialog.area()}
        self.asked.emit({"work": "package", "job": job}, tr("Packaging…"), self._show_package)

    def open_folder(self) -> None:
        """Show the files of the map in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self.map_path).parent)))

    def _write_page(self, path: str, event: str) -> list[str] | None:
        """Draw the page; return notices, or None where it failed and this was told."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            notice = write_page(self.map_path, event, QgsProject.instance().mapLayer(self._image_id), path)
        except TidemarkError as error:
            self.failed.emit(error)
            return None
        finally:
            QApplication.restoreOverrideCursor()
        return [notice] if notice else []

    def _show_polygons(self, answer: Mapping[str, Any]) -> None:
        add_polygons(answer["files"][DETECTED], tr("Polygons of 0.5 ha and more"), self.map_path, QgsProject.instance())
        self._form.polygonsButton.setEnabled(False)
        self.done.emit(answer["summary"], list(answer["notices"]))

    def _show_package(self, answer: Mapping[str, Any]) -> None:
        folder = answer["files"]["folder"]
        files = ", ".join(sorted(path.name for path in Path(folder).iterdir()))
        self.done.emit(tr("Packaged: {folder}").format(folder=folder), [files])
