"""The runs of this computer, newest first: what each found, its map again, and the form filled with its settings again.

For the thread that draws QGIS only.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...engine.contract.errors import InputError, ModelError
from ...engine.contract.filenames import CLASS
from ...engine.contract.options import NUMBER, OPTIONS
from ...engine.contract.record import GIVEN, ImageRecord, OpticalRecord, RunRecord
from ...engine.contract.tasks import TASKS
from ..i18n import hectares, in_qgis, tr
from ..layers.as_shown import is_same_as_shown
from ..layers.images import layer_path, path_as_shown
from ..layers.outputs import record_of
from ..layers.page_text import whole_numbers
from ..layers.results import file_key, short_name
from ..layers.vectors import file_of
from ..settings import known_maps
from .form import Form
from .image import ImageForm


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
    detected = whole_numbers(hectares(run.hectares["detected"])) if "detected" in run.hectares else ""
    image = short_name(run.image.names[0]) if run.image.names else ""
    item = QTreeWidgetItem([run.written[:16].replace("T", " "), tr(run.title), image, detected, str(Path(path).parent)])
    item.setData(0, Qt.ItemDataRole.UserRole, path)
    item.setToolTip(0, path)
    item.setToolTip(1, in_qgis(run.summary))
    return item


def use_again(form: Form, run: RunRecord, map_path: str, project: QgsProject) -> list[str]:
    """Set the form as it was for a run; images and other files that the project lacks are added to it.

    Args:
        map_path: where the run's class raster lies now; what lay in the same folders has moved along with it.

    Returns:
        what is not there any more and was left out: paths of files, a model, or a task, without which nothing is set.
    """
    filling = _Filling(form, run, map_path, project)
    filling.fill()
    return filling.missing


class _Filling:
    def __init__(self, form: Form, run: RunRecord, map_path: str, project: QgsProject) -> None:
        self._form, self._run, self._project = form, run, project
        self._folders, self._sizes = _moved_folders(run.files.get(CLASS, ""), map_path), _sizes(run)
        self.missing: list[str] = []

    def fill(self) -> None:
        form, run = self._form, self._run
        if run.task not in TASKS:  # of another version, or damaged
            self.missing.append(run.task or "?")
            return
        form.choose_task(run.task)
        form.reset()
        _choose(form.methodBox, run.method.name)
        self._take_image(form.image, run.image)  # first: the box of the other one does not offer it
        self._take_image(form.before, run.before)
        self._take_layers()
        if run.method.model and not form.models.choose(run.method.model):
            self.missing.append(tr("the model '{name}'").format(name=run.method.model))
        form.scalesEdit.setText("; ".join(f"{scale:g}" for scale in run.method.scales or ()))
        form.flipCheck.setChecked(bool(run.method.flip))
        form.openOnlyCheck.setChecked(self._was_open_only())
        if run.method.is_network and run.threshold is not None:
            form.thresholdBox.setValue(run.threshold)
        _choose(form.zerosBox, run.reading.zeros)
        if run.image.scale_from == GIVEN:
            _choose(form.scaleBox, run.image.scale)
        self._take_extent()

    def _take_image(self, part: ImageForm, image: ImageRecord | None) -> None:
        if image is not None and image.prepared:
            self._take_product(part, image.paths)
            return
        paths = () if image is None else image.paths
        layers = [layer for layer in map(self._raster, paths) if layer is not None]
        if len(layers) < len(paths):
            layers = []  # these settings are no other image's
        part.choose(layers[0] if layers else None, layers[1] if len(layers) > 1 else None)
        if image is not None and len(layers) == 1 and image.bands_from == GIVEN:
            for name, box in (("VV", part.vvBandBox), ("VH", part.vhBandBox)):
                _choose(box, image.bands.get(name))

    def _take_product(self, part: ImageForm, paths: Sequence[str]) -> None:
        """Take the product, not the image that was made of it: that one leaves the cache some day."""
        there = [path for path in paths if Path(path).exists()]
        self.missing += [path for path in paths if path not in there]
        found = self._form.add_products(paths) if len(there) == len(paths) else []
        part.choose(found[0] if found else None)

    def _take_layers(self) -> None:
        """Take the layers and numbers beside the images: reference water, optical images, the sea, what is left out."""
        form, run = self._form, self._run
        if run.optical is not None:
            self._take_optical(run.optical)
        for name, box in {**form.heights.boxes, **form.reference.boxes, **form.sea.boxes, **form.left_out.boxes}.items():
            given = run.options.get(name)
            if given in (None, ""):
                continue
            if OPTIONS[name].kind == NUMBER:
                box.setValue(float(given))
            else:
                box.choose(self._layer(str(given)))

    def _take_optical(self, optical: OpticalRecord) -> None:
        form = self._form.optical
        if optical.after.bands_from == GIVEN:
            form.opticalBandsEdit.setText(", ".join(f"{role}={number}" for role, number in optical.after.bands.items()))
        before = optical.before.paths if optical.before else ()
        for box, paths in ((form.opticalBox, optical.after.paths), (form.opticalBeforeBox, before)):
            box.choose(self._raster(paths[0]) if paths else None)

    def _was_open_only(self) -> bool:
        """Return whether possible water was left out by a model that tells it: of another model of that name nobody knows."""
        try:
            card = self._form.models.card()
        except ModelError:  # said where the model is chosen
            return False
        method = self._run.method
        return card.sha256 == method.sha256 and card.possible_threshold is not None and method.possible_threshold is None

    def _take_extent(self) -> None:
        form, extent, layer = self._form, self._run.reading.extent, self._form.layer()
        if extent is None:
            return
        if layer is None:
            self.missing.append(tr("the extent"))
            return
        xmin, ymin, xmax, ymax = extent
        if not layer.crs().isValid():  # QGIS counts the rows of such an image downwards from 0
            ymin, ymax = -ymax, -ymin
        form.extent.draw(QgsRectangle(xmin, ymin, xmax, ymax), layer.crs())

    def _raster(self, path: str) -> QgsRasterLayer | None:
        layer = self._layer(path)
        return layer if isinstance(layer, QgsRasterLayer) else None

    def _layer(self, path: str) -> QgsMapLayer | None:
        """Return the project's layer of a file, added where there is none yet; None where the file cannot be opened."""
        layers, places = list(self._project.mapLayers().values()), [path, *self._moved(path)]
        ways = [(is_of, place) for place in places for is_of in (_is_read_from, _is_of)]
        there = next((layer for is_of, place in ways for layer in layers if is_of(layer, place)), None)
        if there is not None:
            return there
        kinds: Sequence[Any] = (lambda at: QgsRasterLayer(at, Path(at).stem), lambda at: QgsVectorLayer(at, Path(at).stem, "ogr"))
        layer = next((made for made in (kind(place) for place in places for kind in kinds) if made.isValid()), None)
        if layer is None:
            self.missing.append(path)
            return None
        self._project.addMapLayer(layer)
        return layer

    def _moved(self, path: str) -> list[str]:
        """Return where a file of the run lies now if it has moved along with the map; nothing where another image lies there."""
        before, now = self._folders
        parts = PureWindowsPath(path).parts
        place = Path(now, *parts[len(before) :])
        if not before or parts[: len(before)] != before or not place.exists():
            return []
        return [str(place)] if self._sizes.get(path, place.stat().st_size) == place.stat().st_size else []


def _sizes(run: RunRecord) -> dict[str, int]:
    """Return the bytes of the image files of a run, as far as its record tells them."""
    optical = (run.optical.after, run.optical.before) if run.optical is not None else ()
    images = [image for image in (run.image, run.before, *optical) if image is not None]
    return {path: int(state["bytes"]) for image in images for path, state in zip(image.paths, image.files) if state and "bytes" in state}


def _moved_folders(before: str, now: str) -> tuple[tuple[str, ...], PurePath]:
    """Return the parts of the outermost folder that was moved with a file, none where the file is where it was, and that folder now.

    Args:
        before, now: paths of the file; the first one may be that of another system.
    """
    old, new = PureWindowsPath(before).parts, list(Path(now).parts)  # which splits names of all systems
    shared = 0
    while shared < min(len(old), len(new)) and old[-1 - shared] == new[-1 - shared]:
        shared += 1
    is_moved = 0 < shared < len(old)
    return (old[:-shared], Path(*new[:-shared])) if is_moved else ((), Path())


def _is_read_from(layer: QgsMapLayer, path: str) -> bool:
    """Return whether a run reads a path where the layer is its image."""
    try:
        return isinstance(layer, QgsRasterLayer) and is_same_as_shown(path_as_shown(layer), path)
    except InputError:
        return False


def _is_of(layer: QgsMapLayer, path: str) -> bool:
    """Return whether a path is the layer's file."""
    if isinstance(layer, QgsVectorLayer):
        return file_key(file_of(layer)) == file_key(path)
    try:
        return isinstance(layer, QgsRasterLayer) and file_key(layer_path(layer)) == file_key(path)
    except InputError:
        return False


def _choose(box: QComboBox, value: object) -> None:
    """Choose the entry that stands for a value; where there is none, leave the box as it is."""
    row = box.findData(value)
    if row >= 0:
        box.setCurrentIndex(row)
