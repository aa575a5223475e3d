"""A finished map in the dock: what it found, and what can be made of it: polygons, a page, a package, another threshold, a copy to keep."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProcessingUtils, QgsProject, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)

from ...engine.contract.errors import TidemarkError
from ...engine.contract.filenames import PAGE, MapFiles
from ...engine.contract.impact import DEPTH, EXPOSURE
from ...engine.contract.installation import VECTOR_PACKAGES
from ...engine.contract.record import RunRecord
from ...engine.contract.requests import OBSERVED_EVENT, PackageJob, VectoriseJob, ZonesJob
from ...engine.contract.tasks import shows_water
from ..engine.runtime import RuntimeFinder
from ..i18n import tr
from ..layers.outputs import keep_files, record_of
from ..layers.page import write_page
from ..layers.page_text import PageWishes, whole_numbers
from ..layers.results import (
    IMAGE_PROPERTY,
    add_polygons,
    add_probability,
    add_zones,
    classes_of,
    files_name,
    find_layer,
    has_polygons,
    map_of,
    move_layers,
    newest_map,
    probability_layer,
    short_name,
)
from ..layers.vectors import zones_file
from ..settings import known_maps, last_folder, remember_folder, remember_map
from .messages import with_details
from .threshold import ThresholdPanel

_ENDINGS = {EXPOSURE: ".gpkg", DEPTH: ".tif"}
"""Of what an algorithm of the estimates writes."""


class ResultBox(QWidget):
    """Shows the result whose layer is selected, else the one shown last, else the project's newest.

    What is made of a result takes it when it is asked for: another one may be shown before a dialog or the engine has answered.

    Signals:
        asked: a request for the engine, the name of the map, the words for its progress, and what takes the data of its answer.
        done: one line for the user, and a list of details.
        failed: a `TidemarkError`.
        shown: a result that was made just now is shown.
        again_asked: the user wants the settings of the run again; carries its record, and the path of its class raster.
    """

    asked = pyqtSignal(object, str, str, object)
    done = pyqtSignal(str, object)
    failed = pyqtSignal(object)
    shown = pyqtSignal()
    again_asked = pyqtSignal(object, str)

    def __init__(self, finder: RuntimeFinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("result.ui")), self, package=__package__)
        self._finder = finder
        self.map_path = ""
        self.run: RunRecord | None = None
        self.threshold = ThresholdPanel(finder)
        self.thresholdLayout.addWidget(self.threshold)
        self.threshold.asked.connect(self.asked)
        self.threshold.failed.connect(self.failed)
        self.threshold.made.connect(self.show_new)
        self.estimates = EstimatesButton(self)
        self.actionsLayout.addWidget(self.estimates, self.actionsLayout.rowCount(), 0, 1, 2)
        self.polygonsButton.clicked.connect(self.make_polygons)
        self.zonesButton.clicked.connect(self.count_in_zones)
        self.againButton.clicked.connect(lambda: self.again_asked.emit(self.run, self.map_path))
        self.pageButton.clicked.connect(self.make_page)
        self.packageButton.clicked.connect(self.make_package)
        self.openButton.clicked.connect(self.open_folder)
        self.keepButton.clicked.connect(self.keep)
        self.hide()

    def offer(self, active: QgsMapLayer | None) -> None:
        """Show the result that a layer comes from; else stay with the last one, or take the project's newest."""
        project = QgsProject.instance()
        kept = self.map_path if self.map_path and find_layer(self.map_path, project) is not None else ""
        self._show(map_of(active) or kept or newest_map(project))

    def show_new(self, map_path: str) -> None:
        """Show a result that was made just now: the path of its class raster."""
        remember_map(map_path)
        self._show(map_path)
        self.shown.emit()

    def clear(self) -> None:
        """Show no result."""
        self._show("")

    def make_polygons(self) -> None:
        """Make polygons of the map beside it."""
        if self._lacks_packages():
            return
        map_path = self.map_path
        job = VectoriseJob(map_path, str(MapFiles.of_class(map_path).free_polygons()), classes=classes_of(map_path))
        words = tr("{done} of {total} rows")
        self.threshold.reset()  # what is made is of the map as it is, not of the preview
        self.asked.emit(job, files_name(map_path), words, lambda answer: self._add_polygons(map_path, answer))

    def count_in_zones(self) -> None:
        """Ask for a layer of polygons, and let the engine count the map in each of them."""
        if self._lacks_packages():
            return
        map_path, dialog = self.map_path, ZonesDialog(self)
        layer = dialog.layer() if dialog.exec() else None
        if layer is None:
            return
        try:
            zones, name = zones_file(layer, QgsProject.instance().transformContext())
        except TidemarkError as error:
            self.failed.emit(error)
            return
        output, title = str(MapFiles.of_class(map_path).free_zones()), tr("Hectares in {name}").format(name=layer.name())
        job, words = ZonesJob(map_path, zones, output, name), tr("{done} of {total} rows")
        self.threshold.reset()
        self.asked.emit(job, files_name(map_path), words, lambda answer: self._add_zones(map_path, output, title, answer))

    def make_page(self) -> None:
        """Let the user choose a file, and draw the map on one page there."""
        map_path, title = self.map_path, tr("One-page PDF")
        proposed = self._folder() / MapFiles.of_class(map_path).path(PAGE).name
        path, _ = QFileDialog.getSaveFileName(self, title, str(proposed), tr("PDF files (*.pdf)"))
        if not path:
            return
        if not path.lower().endswith(".pdf"):  # the dialog has asked about the name as it was typed
            path = f"{path}.pdf"
            words = tr("'{name}' is there already. Replace it?").format(name=Path(path).name)
            if Path(path).exists() and QMessageBox.question(self, title, words) != QMessageBox.StandardButton.Yes:
                return
        remember_folder(str(Path(path).parent))
        notices = self._write_page(map_path, path, "")
        if notices is not None:
            self.done.emit(tr("Page written to {path}").format(path=path), notices)

    def make_package(self) -> None:
        """Ask for whom and where; draw the page beside the map, and let the engine put all files of the map into a folder."""
        map_path, dialog = self.map_path, HandOverDialog(self._folder(), self)
        files = MapFiles.of_class(map_path)
        if not dialog.exec() or self._write_page(map_path, str(files.path(PAGE)), dialog.event_name()) is None:
            return
        remember_folder(dialog.folder())
        job = PackageJob(map_path, dialog.folder(), dialog.event_name(), dialog.area())
        self.asked.emit(job, files_name(map_path), tr("Packaging…"), self._show_package)

    def open_folder(self) -> None:
        """Show the files of the map in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self.map_path).parent)))

    def keep(self) -> None:
        """Let the user choose a folder, and copy all files of the map there; the layers show the copies from then on."""
        map_path, project = self.map_path, QgsProject.instance()
        folder = QFileDialog.getExistingDirectory(self, tr("Keep the result in"), last_folder())
        if not folder:
            return
        try:
            kept = keep_files(map_path, folder)
        except TidemarkError as error:
            self.failed.emit(error)
            return
        remember_folder(folder)
        for path in (*reversed(known_maps()), map_path):  # with a map go those of other thresholds
            if path in kept:
                remember_map(kept[path], path)
        self.threshold.reset()
        probability = probability_layer(map_path, project)
        move_layers(kept, project)
        if probability is not None and probability_layer(kept[map_path], project) is None:
            add_probability(kept[map_path], project)  # the layer shows that of another threshold's map, which stays where it is
        self._show(kept[map_path])
        self.done.emit(tr("Kept in {folder}").format(folder=folder), [", ".join(sorted(Path(path).name for path in kept.values()))])

    def _show(self, map_path: str) -> None:
        run = record_of(map_path) if map_path else None
        self.map_path, self.run = map_path if run is not None else "", run
        if run is None:
            self.threshold.show_for(None, None)
            self.hide()
            return
        self.resultGroup.setTitle(tr("Result: {name}").format(name=short_name(files_name(map_path)).replace("&", "&&")))
        self.resultGroup.setToolTip(map_path)
        details = [tr(run.title), *run.notices]
        if run.device:
            details.append(tr("Computed on: {device}").format(device=run.device))
        self.textLabel.setText(with_details(whole_numbers(run.summary), [*details, self._where()]))
        self.keepButton.setVisible(self._is_temporary())
        self._enable_polygons()
        self.estimates.show_for(map_path, shows_water(run.task))
        self.threshold.show_for(probability_layer(map_path, QgsProject.instance()), run)
        self.show()

    def _lacks_packages(self) -> bool:
        """Return whether the engine lacks what polygons and zones need, and say so."""
        lacking = self._finder.lacking(VECTOR_PACKAGES)
        if lacking is not None:
            self.failed.emit(lacking)
        return lacking is not None

    def _enable_polygons(self) -> None:
        anything = self.run is not None and bool(self.run.hectares) and self.run.shares.get("detected", 1.0) > 0
        self.polygonsButton.setEnabled(anything and not has_polygons(self.map_path, QgsProject.instance()))

    def _is_temporary(self) -> bool:
        return Path(QgsProcessingUtils.tempFolder()) in Path(self.map_path).parents

    def _where(self) -> str:
        if self._is_temporary():
            return tr("The files are temporary and go when QGIS closes: 'Keep this result…' saves them.")
        return tr("Saved as {path}").format(path=self.map_path)

    def _folder(self) -> Path:
        """Return the folder that a dialog proposes: the map's own, unless QGIS will delete that one."""
        return Path(last_folder() or Path.home()) if self._is_temporary() else Path(self.map_path).parent

    def _write_page(self, map_path: str, path: str, event: str) -> list[str] | None:
        """Draw the page; return notices, or None where it failed and this was told."""
        project = QgsProject.instance()
        layer = find_layer(map_path, project)
        image = project.mapLayer(layer.customProperty(IMAGE_PROPERTY, "")) if layer is not None else None
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            notice = write_page(map_path, PageWishes.by_settings(event), image, path)
        except TidemarkError as error:
            self.failed.emit(error)
            return None
        finally:
            QApplication.restoreOverrideCursor()
        return [notice] if notice else []

    def _add_polygons(self, map_path: str, answer: Mapping[str, Any]) -> None:
        add_polygons(answer["files"][OBSERVED_EVENT], tr("Polygons of 0.5 ha and more"), map_path, QgsProject.instance())
        self._enable_polygons()
        self.done.emit(answer["summary"], list(answer["notices"]))

    def _add_zones(self, map_path: str, output: str, name: str, answer: Mapping[str, Any]) -> None:
        add_zones(output, name, map_path, QgsProject.instance())
        self.done.emit(answer["summary"], list(answer["notices"]))

    def _show_package(self, answer: Mapping[str, Any]) -> None:
        folder = answer["files"]["folder"]
        files = ", ".join(sorted(path.name for path in Path(folder).iterdir()))
        self.done.emit(tr("Packaged: {folder}").format(folder=folder), [*answer["notices"], files])


class ZonesDialog(QDialog):
    """Asks for the polygons to count in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Hectares in zones"))
        self.layerBox = QgsMapLayerComboBox(self)
        self.layerBox.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layerBox.setToolTip(tr("A layer of polygons, as it is now: with its edits and its filter"))
        self.noteLabel = QLabel(tr("The project has no layer of polygons yet: add one, for example districts."), self)
        self.noteLabel.setWordWrap(True)
        self.noteLabel.setVisible(self.layer() is None)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.layer() is not None)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(tr("Zones"), self.layerBox)
        layout.addRow(self.noteLabel)
        layout.addRow(buttons)
        self.resize(420, self.sizeHint().height())

    def layer(self) -> QgsVectorLayer | None:
        """Return the chosen layer, or None."""
        return self.layerBox.currentLayer()


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
        self.okButton = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.folderWidget.fileChanged.connect(self._show_able)
        self._show_able()
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

    def _show_able(self) -> None:
        self.okButton.setEnabled(bool(self.folder()))


class EstimatesButton(QPushButton):
    """Opens one of two algorithms for a map. Its results lie beside the map, where PDF and package look for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Affected, depth…"), parent)
        self.setObjectName("estimatesButton")
        self.setToolTip(tr("Estimate who and what lies in the water, and how deep it is. The page and the package take both up."))
        self._map = ""
        menu = QMenu(self)
        self.actions_by_kind = {
            EXPOSURE: menu.addAction(tr("Who and what is affected…")),
            DEPTH: menu.addAction(tr("How deep the water is…")),
        }
        for kind, action in self.actions_by_kind.items():
            action.triggered.connect(lambda _checked=False, kind=kind: self.open(kind))
        self.setMenu(menu)

    def show_for(self, map_path: str, is_water: bool) -> None:
        """Take the map that is shown: the path of its class raster; of what is no water there is no depth."""
        self._map = map_path
        self.actions_by_kind[DEPTH].setEnabled(is_water)

    def parameters(self, kind: str) -> dict[str, object]:
        """Return what is filled in."""
        layer = find_layer(self._map, QgsProject.instance())
        output = MapFiles.of_class(Path(self._map)).beside(kind, _ENDINGS[kind])
        return {"INPUT": self._map if layer is None else layer.id(), "OUTPUT": str(output)}

    def open(self, kind: str) -> None:
        """Open the algorithm's window."""
        import processing  # QGIS's own plugin, which may come after this one

        processing.createAlgorithmDialog(f"tidemark:{kind}", self.parameters(kind)).show()
