"""The form of the dock: layer, task, extent and options → Job."""

from __future__ import annotations

import re
import sys
from itertools import count
from pathlib import Path

from qgis.core import QgsCoordinateTransform, QgsMapLayerProxyModel, QgsProcessingUtils, QgsProject, QgsRasterLayer
from qgis.gui import QgsExtentWidget, QgsFileWidget, QgsMapCanvas
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QWidget

from ..engine.card import Card, find_card, installed_cards
from ..engine.errors import InputError, ModelError
from ..engine.job import SCALES, Job, SceneInfo
from .i18n import tr
from .layers import extent_in_layer, raster_layers, scene_paths, source_of
from .log import log
from .scenes import scale_in_words

TASK_TITLES = {"water": "Water extent (single date)"}
RUN_TITLES = {"water": "Detect water"}
METHOD_TITLES = {
    "student": "Network (student)",
    "otsu": "Otsu threshold",
    "kittler": "Kittler-Illingworth thresholds on tiles",
    "fixed": "Fixed threshold",
}
ZEROS_TITLES = {"auto": "No data at the edge, dark inside", "nodata": "No data everywhere", "dark": "Dark ground everywhere"}
DEVICE_TITLES = {"auto": "Automatic", "cpu": "CPU", "cuda": "NVIDIA graphics card (CUDA)"}
if sys.platform == "win32":
    DEVICE_TITLES["directml"] = "Graphics card (DirectML)"
if sys.platform == "darwin":
    DEVICE_TITLES["coreml"] = "Apple (CoreML)"
WHOLE, CANVAS, DRAWN = "whole", "canvas", "drawn"
EXTENT_TITLES = {WHOLE: "Whole image", CANVAS: "What the map shows", DRAWN: "Drawn, typed or from a layer"}
OWN_CARD = "\n"
"""Stands in the model box for "choose a card"; no file has this name."""

FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


def parse_scales(text: str) -> tuple[float, ...]:
    """Read a list of scales such as "0.5, 0.75, 1"; empty means the model's own. Raises `InputError`."""
    try:
        scales = tuple(float(part) for part in re.split(r"[,;\s]+", text.strip()) if part)
    except ValueError:
        scales = (0.0,)
    if all(0.1 <= scale <= 4 for scale in scales):
        return scales
    raise InputError(
        tr("The scales '{text}' cannot be read.").format(text=text),
        tr("Scales are numbers between 0.1 and 4, separated by commas."),
        tr("Write for example 0.5, 0.75, 1, or leave the field empty."),
    )


def free_prefix(prefix: Path) -> Path:
    """Return the prefix, or the first of prefix_2, prefix_3, … that no result has."""
    names = (prefix if number == 1 else prefix.with_name(f"{prefix.name}_{number}") for number in count(1))
    return next(name for name in names if not list(name.parent.glob(f"{_literal(name.name)}_*.tif")))


def free_polygons(map_path: str) -> str:
    """Return where to write the polygons of a map ``NAME_class.tif``: ``NAME_polygons.gpkg``, or with the first number that is free."""
    path = Path(map_path)
    stem = path.stem[: -len("_class")] if path.stem.endswith("_class") else path.stem
    names = (f"{stem}_polygons.gpkg" if number == 1 else f"{stem}_polygons_{number}.gpkg" for number in count(1))
    return str(next(path.with_name(name) for name in names if not path.with_name(name).exists()))


def _literal(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)


class Form(QWidget):
    """Everything the user chooses before a run.

    Signals:
        images_changed: another image, or another VH band, was chosen.
        choices_changed: something was chosen on which it depends whether a run can start.
    """

    images_changed = pyqtSignal()
    choices_changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("dock.ui")), self)
        self._canvas = canvas
        self._name_is_typed = False
        self._cards: list[Card] = []
        self._fill_boxes()
        self.layerBox.layerChanged.connect(self._change_image)
        self.vhBox.layerChanged.connect(self._change_image)
        self.vhCheck.toggled.connect(self._change_image)
        self.scaleBox.currentIndexChanged.connect(self.choices_changed)
        self.extentBox.currentIndexChanged.connect(self._show_relevant)
        self.methodBox.currentIndexChanged.connect(self._show_relevant)
        self.modelBox.activated.connect(self._choose_card)
        self.nameEdit.textEdited.connect(lambda text: setattr(self, "_name_is_typed", bool(text)))
        self._change_image()

    @property
    def task(self) -> str:
        """The task that was chosen."""
        return str(self.taskBox.currentData())

    def layer(self) -> QgsRasterLayer | None:
        """Return the image's layer, or None."""
        return self.layerBox.currentLayer()

    def vh_layer(self) -> QgsRasterLayer | None:
        """Return the layer of a VH band of its own, or None."""
        return self.vhBox.currentLayer() if self.vhCheck.isChecked() else None

    def paths(self) -> tuple[str, ...]:
        """Return the files of the image. Raises `InputError` where there is no layer or it is no local file."""
        layer = self.layer()
        if layer is None:
            raise InputError(tr("The project has no radar image yet."), "", tr("Add a raster layer: Layer, Add Layer, Add Raster Layer…"))
        return scene_paths(layer, self.vh_layer())

    def offer_images(self) -> None:
        """Offer the project's raster layers, except Tidemark's own results."""
        results = raster_layers(QgsProject.instance(), results=True)
        self.layerBox.setExceptedLayerList(results)
        self.vhBox.setExceptedLayerList([*results, *filter(None, [self.layer()])])

    def show_info(self, info: SceneInfo | None) -> None:
        """Say in the scale box what was found, or that the user has to choose."""
        if info is None:
            first = tr("Automatic")
        elif self.scale_is_open(info):
            candidates = tr(" or ").join(scale_in_words(scale) for scale in info.scale_candidates)
            first = tr("Choose: {candidates}?").format(candidates=candidates)
        else:
            first = tr("As found: {scale}").format(scale=scale_in_words(info.scale)) if info.scale != "auto" else tr("Automatic")
        self.scaleBox.setItemText(0, first)

    def scale_is_open(self, info: SceneInfo) -> bool:
        """Whether only the user can say what the pixel values are."""
        return info.scale == "auto" and len(info.scale_candidates) > 1

    def scale_was_chosen(self) -> bool:
        """Whether the user said what the pixel values are."""
        return self.scaleBox.currentData() != "auto"

    def card(self) -> Card:
        """Return the card of the chosen model. Raises `ModelError`."""
        return find_card(self.modelBox.currentData(), self.task)

    def output_is_temporary(self) -> bool:
        """Whether no folder was chosen."""
        return not self.folderWidget.filePath().strip()

    def job(self, info: SceneInfo | None) -> Job:
        """Return the job that the form describes. Raises `InputError`."""
        layer = self.layer()
        if layer is None:
            self.paths()
        student = self.methodBox.currentData() == "student"
        threshold = self.thresholdBox.value()
        return Job(
            task=self.task,
            sources=(source_of(layer, self.vh_layer(), self.scaleBox.currentData(), info),),
            output=str(self._prefix()),
            method=self.methodBox.currentData(),
            model=self.modelBox.currentData() if student else "",
            extent=self._extent(layer),
            scales=parse_scales(self.scalesEdit.text()) if student else (),
            flip=student and self.flipCheck.isChecked(),
            threshold=round(threshold, 2) if threshold >= 0 else None,
            device=self.deviceBox.currentData(),
            threads=self.threadsBox.value(),
            zeros=self.zerosBox.currentData(),
            overwrite=self.replaceCheck.isChecked(),
        )

    def _fill_boxes(self) -> None:
        for box in (self.layerBox, self.vhBox):
            box.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self._fill(self.scaleBox, {scale: "" if scale == "auto" else scale_in_words(scale) for scale in SCALES})
        self._fill(self.taskBox, TASK_TITLES)
        self._fill(self.extentBox, EXTENT_TITLES)
        self._fill(self.methodBox, METHOD_TITLES)
        self._fill(self.deviceBox, DEVICE_TITLES)
        self._fill(self.zerosBox, ZEROS_TITLES)
        self.drawnWidget = QgsExtentWidget(self.drawnPlace, QgsExtentWidget.WidgetStyle.CondensedStyle)
        self.drawnWidget.setMapCanvas(self._canvas)
        self.drawnWidget.setNullValueAllowed(True, tr("Click the arrow to draw"))
        self.drawnPlace.layout().addWidget(self.drawnWidget)
        self.folderWidget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folderWidget.lineEdit().setPlaceholderText(tr("Temporary folder"))
        self.show_info(None)
        self._fill_models()
        for box in self.findChildren(QComboBox):
            # A long title must not widen the dock.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)

    def _fill(self, box: QWidget, titles: dict[str, str]) -> None:
        for value, title in titles.items():
            box.addItem(tr(title), value)

    def _fill_models(self) -> None:
        self.modelBox.clear()
        try:
            self._cards = [card for card in installed_cards() if card.task == self.task]
            default = find_card("", self.task)
        except ModelError as error:
            log(str(error))
            self.modelBox.addItem(tr("None is installed"), "")
            self.modelBox.setToolTip(str(error))
        else:
            self.modelBox.addItem(default.title, "")
            for card in self._cards:
                if card.name != default.name:
                    self.modelBox.addItem(card.title, card.name)
            self._show_model_defaults(default)
        self.modelBox.addItem(tr("From a card…"), OWN_CARD)

    def _show_model_defaults(self, card: Card) -> None:
        scales = ", ".join(f"{scale:g}" for scale in card.scales)
        self.scalesEdit.setPlaceholderText(tr("The model's own: {scales}").format(scales=scales))
        self.thresholdBox.setSpecialValueText(tr("The model's own: {threshold:.2f}").format(threshold=card.threshold))
        self.modelBox.setToolTip(card.description)

    def _choose_card(self) -> None:
        if self.modelBox.currentData() == OWN_CARD:
            path, _ = QFileDialog.getOpenFileName(self, tr("Model card"), "", tr("Model cards (*.json)"))
            if path:
                self.modelBox.insertItem(0, Path(path).stem, path)
            self.modelBox.setCurrentIndex(0)
        try:
            self._show_model_defaults(self.card())
        except ModelError as error:
            self.modelBox.setToolTip(str(error))

    def _change_image(self) -> None:
        self.offer_images()
        self.scaleBox.setCurrentIndex(0)
        layer = self.layer()
        if layer is not None and not self._name_is_typed:
            self.nameEdit.setText(FORBIDDEN_IN_NAMES.sub("_", f"{layer.name()}_{self.task}"))
        self._show_relevant()
        self.images_changed.emit()

    def _show_relevant(self) -> None:
        self.vhBox.setVisible(self.vhCheck.isChecked())
        self.drawnPlace.setVisible(self.extentBox.currentData() == DRAWN)
        student = self.methodBox.currentData() == "student"
        for widget in (self.modelBox, self.scalesEdit, self.flipCheck, self.deviceBox):
            widget.setEnabled(student)

    def _prefix(self) -> Path:
        name = FORBIDDEN_IN_NAMES.sub("_", self.nameEdit.text().strip()) or self.task
        if self.output_is_temporary():
            return Path(QgsProcessingUtils.generateTempFilename(name))
        prefix = Path(self.folderWidget.filePath().strip()) / name
        return prefix if self.replaceCheck.isChecked() else free_prefix(prefix)

    def _extent(self, layer: QgsRasterLayer) -> tuple[float, float, float, float] | None:
        choice = self.extentBox.currentData()
        if choice == WHOLE:
            return None
        if choice == CANVAS:
            extent, crs = self._canvas.extent(), self._canvas.mapSettings().destinationCrs()
        else:
            extent, crs = self.drawnWidget.outputExtent(), self.drawnWidget.outputCrs()
            if not self.drawnWidget.isValid() or extent.isEmpty():
                raise InputError(tr("No extent has been drawn yet."), "", tr("Click the arrow beside the extent, or map the whole image."))
        return extent_in_layer(extent, QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance()), layer)
