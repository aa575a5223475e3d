"""The form of the dock: layer, task, extent and options → Job."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import QgsCoordinateTransform, QgsMapLayerProxyModel, QgsProcessingUtils, QgsProject, QgsRasterLayer
from qgis.gui import QgsExtentWidget, QgsFileWidget, QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...engine.contract.errors import InputError
from ...engine.contract.job import SCALES, Job, SceneInfo, Source
from ..choices import (
    CANVAS,
    DEVICE_TITLES,
    DRAWN,
    EXTENT_TITLES,
    METHOD_TITLES,
    RUN_TITLES,
    TASK_TITLES,
    WHOLE,
    WITH_BEFORE,
    ZEROS_TITLES,
    default_method,
    parse_scales,
)
from ..engine.scenes import scale_in_words
from ..i18n import tr
from ..layers.images import extent_in_layer, scene_paths, source_of
from ..layers.outputs import free_prefix, safe_name
from ..layers.results import result_layers
from .before_form import BeforeForm
from .layer_boxes import let_go
from .leave_out_form import LeaveOutForm
from .model_choice import ModelChoice
from .optical_form import OpticalForm
from .sea_form import SeaForm


class Form(QWidget):
    """Everything the user chooses before a run.

    Signals:
        images_changed: another image, another VH band, or another date was chosen.
        choices_changed: something was chosen on which it depends whether a run can start.
    """

    images_changed = pyqtSignal()
    choices_changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Before the boxes hear of it themselves: they would choose another layer.
        QgsProject.instance().layersWillBeRemoved.connect(self._let_go)
        QgsProject.instance().layersRemoved.connect(self._hold_again)
        self._layers_are_going = False
        uic.loadUi(str(Path(__file__).with_name("dock.ui")), self)
        self._canvas = canvas
        self._name_is_typed = False
        self.before = BeforeForm()
        self.beforePlace.layout().addWidget(self.before)
        self.optical = OpticalForm()
        self.beforePlace.layout().addWidget(self.optical)
        self.sea = SeaForm()
        self.beforePlace.layout().addWidget(self.sea)
        self.left_out = LeaveOutForm()
        self.leaveOutPlace.layout().addWidget(self.left_out)
        self.models = ModelChoice(self.modelBox, self.scalesEdit, self.thresholdBox, lambda: self.task, self.has_optical, self)
        self._fill_boxes()
        self.layerBox.layerChanged.connect(self._change_image)
        self.vhBox.layerChanged.connect(self._change_image)
        self.vhCheck.toggled.connect(self._change_image)
        self.before.images_changed.connect(self._change_date)
        self.before.swap_asked.connect(self.swap_dates)
        self.optical.changed.connect(self._change_optical)
        self.models.chosen.connect(self._change_date)
        self.taskBox.currentIndexChanged.connect(self._change_task)
        self.scaleBox.currentIndexChanged.connect(self.choices_changed)
        self.extentBox.currentIndexChanged.connect(self._show_relevant)
        self.methodBox.currentIndexChanged.connect(self._change_method)
        self.nameEdit.textEdited.connect(lambda text: setattr(self, "_name_is_typed", bool(text)))
        self._change_image()

    @property
    def task(self) -> str:
        """The task that was chosen."""
        return str(self.taskBox.currentData())

    @property
    def seen_as(self) -> str:
        """The task whose demands the images have to meet: a network that compares two dates takes whatever change takes."""
        return "change" if self.task == "flood" and self._is_student() and self.models.compares_dates() else self.task

    def has_optical(self) -> bool:
        """Whether optical images are to stand beside the radar's."""
        return self.task == "flood" and self.optical.is_chosen()

    def show_optical(self) -> None:
        """Say which bands of the optical images will be looked at. Raises `TidemarkError` where they cannot be used."""
        before = () if self.before.layer() is None else (Source((), "before"),)
        if self.has_optical():
            self.optical.show_bands(Job(self.task, (Source(()), *before), "", self.methodBox.currentData(), self._model()))
        else:
            self.optical.show_note("")

    def layer(self) -> QgsRasterLayer | None:
        """Return the image's layer, or None."""
        return self.layerBox.currentLayer()

    def vh_layer(self) -> QgsRasterLayer | None:
        """Return the layer of a VH band of its own, or None."""
        return self.vhBox.currentLayer() if self.vhCheck.isChecked() and self.task != "oil" else None

    def paths(self) -> tuple[str, ...]:
        """Return the files of the image. Raises `InputError` where there is no layer or it is no local file."""
        layer = self.layer()
        if layer is None:
            raise InputError(tr("The project has no radar image yet."), "", tr("Add a raster layer: Layer, Add Layer, Add Raster Layer…"))
        return scene_paths(layer, self.vh_layer())

    def paths_before(self) -> tuple[str, ...]:
        """Return the files of the image before, empty where none is asked for or chosen. Raises `InputError`."""
        return self.before.paths() if self.task in WITH_BEFORE else ()

    def offer_images(self) -> None:
        """Offer the project's layers, except Tidemark's own results."""
        if self._layers_are_going:  # boxes that have not heard of it would sort layers that are gone, and crash
            return
        results = result_layers(QgsProject.instance())
        self.layerBox.setExceptedLayerList(results)
        self.vhBox.setExceptedLayerList([*results, *filter(None, [self.layer()])])
        self.before.offer_images(results, self.layer())
        radar = [self.layer(), self.vh_layer(), self.before.layer(), self.before.vh_layer()]
        self.optical.offer_images(results, [layer for layer in radar if layer is not None])
        self.left_out.offer_layers(results)
        self.sea.offer_layers(results, self.layer())

    def swap_dates(self) -> None:
        """Take the image before for the image to map, and the other way round."""
        now, vh_now, then, vh_then = self.layer(), self.vh_layer(), self.before.layer(), self.before.vh_layer()
        self.layerBox.setLayer(then)
        self.before.beforeBox.setLayer(now)
        for check, box, vh_layer in ((self.vhCheck, self.vhBox, vh_then), (self.before.beforeVhCheck, self.before.beforeVhBox, vh_now)):
            check.setChecked(vh_layer is not None)
            if vh_layer is not None:
                box.setLayer(vh_layer)

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

    def stop(self) -> None:
        """Hear no more of the project."""
        QgsProject.instance().layersWillBeRemoved.disconnect(self._let_go)
        QgsProject.instance().layersRemoved.disconnect(self._hold_again)
        self._layers_are_going = True
        self.optical.blockSignals(True)  # its boxes may outlive the box of models
        self.blockSignals(True)

    def output_is_temporary(self) -> bool:
        """Whether no folder was chosen."""
        return not self.folderWidget.filePath().strip()

    def job(self, info: SceneInfo | None, info_before: SceneInfo | None = None) -> Job:
        """Return the job that the form describes. Raises `TidemarkError`."""
        layer = self.layer()
        if layer is None:
            self.paths()
        after = source_of(layer, self.vh_layer(), self.scaleBox.currentData(), info)
        before = self.before.source(after, info_before) if self.task in WITH_BEFORE else None
        own = {"flood": self.before.usual_water, "oil": self.sea.choices}.get(self.task, dict)()
        student = self._is_student()
        threshold = self.thresholdBox.value()
        job = Job(
            task=self.task,
            sources=(after,) if before is None else (after, before),
            output=str(self._prefix()),
            method=self.methodBox.currentData(),
            model=self._model(),
            extent=self._extent(layer),
            scales=parse_scales(self.scalesEdit.text()) if student else (),
            flip=student and self.flipCheck.isChecked(),
            threshold=round(threshold, 2) if threshold >= 0 else None,
            device=self.deviceBox.currentData(),
            threads=self.threadsBox.value(),
            zeros=self.zerosBox.currentData(),
            overwrite=self.replaceCheck.isChecked(),
            **own,
            **self.left_out.choices(self.task),
        )
        return self.optical.beside(job) if self.has_optical() else job

    def _is_student(self) -> bool:
        return bool(self.methodBox.currentData() == "student")

    def _model(self) -> str:
        return str(self.modelBox.currentData() or "") if self._is_student() else ""

    def _fill_boxes(self) -> None:
        for box in (self.layerBox, self.vhBox):
            box.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self._fill(self.scaleBox, {scale: "" if scale == "auto" else scale_in_words(scale) for scale in SCALES})
        self._fill(self.taskBox, TASK_TITLES)
        self._fill(self.extentBox, EXTENT_TITLES)
        self._offer_methods()
        self._fill(self.deviceBox, DEVICE_TITLES)
        self._fill(self.zerosBox, ZEROS_TITLES)
        self.drawnWidget = QgsExtentWidget(self.drawnPlace, QgsExtentWidget.WidgetStyle.CondensedStyle)
        self.drawnWidget.setMapCanvas(self._canvas)
        self.drawnWidget.setNullValueAllowed(True, tr("Click the arrow to draw"))
        self.drawnPlace.layout().addWidget(self.drawnWidget)
        self.folderWidget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folderWidget.lineEdit().setPlaceholderText(tr("Temporary folder"))
        self.show_info(None)
        self.models.offer()
        for box in self.findChildren(QComboBox):
            # A long title must not widen the dock.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)

    def _fill(self, box: QWidget, titles: Mapping[str, str]) -> None:
        for value, title in titles.items():
            box.addItem(tr(title), value)

    def _offer_methods(self) -> None:
        titles, box = METHOD_TITLES[self.task], self.methodBox
        if [box.itemData(row) for row in range(box.count())] != list(titles):
            box.clear()
            self._fill(box, titles)
            box.setCurrentIndex(box.findData(default_method(self.task)))

    def _hold_again(self) -> None:
        self._layers_are_going = False

    def _let_go(self, layer_ids: list[str]) -> None:
        self._layers_are_going = True
        for box in self.findChildren(QgsMapLayerComboBox):
            let_go(box, layer_ids)

    def _change_image(self) -> None:
        self.offer_images()
        self.scaleBox.setCurrentIndex(0)
        self._propose_name()
        self._show_relevant()
        self.images_changed.emit()

    def _change_date(self) -> None:
        self.offer_images()
        self.images_changed.emit()

    def _change_optical(self) -> None:
        self.models.offer()
        self.images_changed.emit()

    def _change_method(self) -> None:
        self._show_relevant()
        self.images_changed.emit()

    def _change_task(self) -> None:
        self.runButton.setText(tr(RUN_TITLES[self.task]))
        self._offer_methods()
        self.models.offer()
        self._propose_name()
        self._show_relevant()
        self.images_changed.emit()

    def _propose_name(self) -> None:
        layer = self.layer()
        if layer is not None and not self._name_is_typed:
            self.nameEdit.setText(safe_name(f"{layer.name()}_{self.task}"))

    def _show_relevant(self) -> None:
        self.beforePlace.setVisible(self.task != "water")
        self.before.setVisible(self.task in WITH_BEFORE)
        self.before.show_for(self.task)
        self.optical.setVisible(self.task == "flood")
        self.sea.setVisible(self.task == "oil")
        self.left_out.show_for(self.task)
        self.vhCheck.setVisible(self.task != "oil")
        self.vhBox.setVisible(self.vhCheck.isChecked() and self.task != "oil")
        self.drawnPlace.setVisible(self.extentBox.currentData() == DRAWN)
        student = self._is_student()
        for widget in (self.modelBox, self.scalesEdit, self.flipCheck, self.deviceBox):
            widget.setEnabled(student)

    def _prefix(self) -> Path:
        name = safe_name(self.nameEdit.text().strip()) or self.task
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
