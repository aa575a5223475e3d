"""The form of the dock: task, images, extent and options → Job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

from qgis.core import (
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsFileWidget, QgsMapCanvas
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...engine.contract.card import default_method
from ...engine.contract.errors import InputError
from ...engine.contract.filenames import free_prefix
from ...engine.contract.job import Job, Source
from ...engine.contract.options import OPTIONS, SCALES
from ...engine.contract.tasks import NEEDED, STUDENT, TASKS, TaskSpec
from ..engine.scenes import SceneNotes, scale_in_words
from ..i18n import tr
from ..layers.images import check_two_dates, propose_dates, raster_layers, scene_paths
from ..layers.jobs import make_job
from ..layers.outputs import safe_name
from ..layers.products import Image, ProductImage, products_at
from ..layers.results import result_layers
from ..settings import DEVICE_TITLES, default_device, default_folder, default_threads, last_folder, remember_downloads, remember_folder
from .boxes import LEAST_CHARACTERS, LayerBox
from .extent import ExtentChoice
from .form_parts import HeightsForm, LeaveOutForm, OpticalForm, ReferenceForm, SeaForm
from .image import ImageForm
from .models import ModelChoice

COMPARING = next(task.name for task in TASKS.values() if task.before == NEEDED)
"""The task that demands of images what every network demands that compares two dates."""
USE_METHOD = "method:"
"""Begins the address of a link that chooses a method."""
ZEROS_TITLES = {"auto": "No data at the edge, dark inside", "nodata": "No data everywhere", "dark": "Dark ground everywhere"}

IMAGE_HELP = (
    "A Sentinel-1 image with VV and VH, calibrated and terrain-corrected, or a product as it was downloaded; for change and oil one band "
    "will do."
)
BEFORE_HELP = "An earlier image of the same kind and place; best 12 or 24 days before, from the same satellite track. Its grid may differ."


class Form(QWidget):
    """Everything the user chooses before a run.

    Signals:
        images_changed: another image, another band, or another date was chosen.
        choices_changed: something was chosen on which it depends whether a run can start, or what it makes.
        model_asked: the user wants to know what the chosen model is for.
    """

    images_changed = pyqtSignal()
    choices_changed = pyqtSignal()
    model_asked = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Before the boxes hear of it themselves: they would choose another layer.
        QgsProject.instance().layersWillBeRemoved.connect(self._let_go)
        QgsProject.instance().layersRemoved.connect(self._hold_again)
        self._layers_are_going = False
        uic.loadUi(str(Path(__file__).with_name("form.ui")), self, package=__package__)
        self._name_is_typed = self._is_proposing = False
        self._products: list[ProductImage] = []
        self._taken: tuple[str, object, int]
        self.image, self.before = ImageForm(optional=False), ImageForm(optional=True)
        self.heights, self.reference, self.optical = HeightsForm(), ReferenceForm(), OpticalForm()
        self.sea, self.left_out = SeaForm(), LeaveOutForm()
        for part in (self.image, self.before, self.heights, self.reference, self.optical, self.sea):
            self.imagesLayout.addWidget(part)
        self.leaveOutLayout.addWidget(self.left_out)
        self.extent = ExtentChoice(self.extentBox, self.drawnPlace, canvas)
        self.models = ModelChoice(self.modelBox, self.scalesEdit, self.thresholdBox, lambda: self.task, self.optical_images, self)
        self._fill_boxes()
        self._connect()
        self.offer_images()  # the project may have been opened before the dock was
        self._change_task()

    def _connect(self) -> None:
        self.image.changed.connect(self._change_image)
        self.before.changed.connect(self._change_date)
        for form in (self.image, self.before):
            form.link_clicked.connect(self._follow_link)
            form.products_named.connect(partial(self._take_products, form))
            form.product_refused.connect(self._take_off)
        self.reference.changed.connect(self._change_choice)
        self.optical.changed.connect(self._change_optical)
        self.models.chosen.connect(self._change_date)
        self.modelButton.clicked.connect(self.model_asked)
        self.taskBox.currentIndexChanged.connect(self._change_task)
        self.scaleBox.currentIndexChanged.connect(self.images_changed)
        self.methodBox.currentIndexChanged.connect(self._change_method)
        self.nameEdit.textEdited.connect(lambda text: setattr(self, "_name_is_typed", bool(text)))

    @property
    def task(self) -> str:
        """The task that was chosen."""
        return str(self.taskBox.currentData())

    @property
    def method(self) -> str:
        """The method that was chosen."""
        return str(self.methodBox.currentData())

    @property
    def model(self) -> str:
        """The model that was chosen; empty: the task's own, or none where the method needs none."""
        return str(self.modelBox.currentData() or "") if self._is_network() else ""

    @property
    def spec(self) -> TaskSpec:
        """The task's row in the table of tasks."""
        return TASKS[self.task]

    @property
    def seen_as(self) -> str:
        """The task whose demands the images have to meet: a network that compares two dates takes whatever change takes."""
        compares = self.spec.takes_before and self._is_network() and self.models.compares_dates()
        return COMPARING if compares else self.task

    @property
    def seen_by(self) -> tuple[str, str, str]:
        """Task, method and model whose demands the images have to meet; empty names are those that the task takes by itself."""
        return (self.task, self.method, self.model) if self.seen_as == self.task else (self.seen_as, "", "")

    @property
    def run_title(self) -> str:
        """Words for the button: what a run makes of what was chosen."""
        if self.spec.one_date and self.before.image() is None and not self.reference.is_chosen():
            return tr("{action} (no image before)").format(action=tr(TASKS[self.spec.one_date].action))
        return tr(self.spec.action)

    def choose_task(self, task: str) -> None:
        """Choose a task."""
        self.taskBox.setCurrentIndex(self.taskBox.findData(task))

    def optical_images(self) -> int:
        """Return how many optical images are to stand beside the radar's."""
        return self.optical.chosen() if self.spec.takes_optical else 0

    def layer(self) -> QgsRasterLayer | None:
        """Return the image's layer, or None."""
        return self.image.layer()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet that could be mapped."""
        return not self._products and not raster_layers(QgsProject.instance())

    def add_products(self, paths: Sequence[str]) -> list[ProductImage]:
        """Offer the products that paths lead to as images of both dates; return them."""
        found = products_at(paths)
        names = {product.name() for product in found}
        self._products = [*(product for product in self._products if product.name() not in names), *found]
        self.offer_images()
        return found

    def take_dropped(self, paths: Sequence[str]) -> None:
        """Take products that were dropped: the newest one is the image and an earlier one the image before, once their dates are known."""
        found = self.add_products(paths)
        if found:
            self.image.is_chosen = self.before.is_chosen = False
            self.image.propose(found[-1])
            self.images_changed.emit()

    def paths(self) -> tuple[str, ...]:
        """Return the files of the image. Raises `InputError` where none is chosen or it is no local file."""
        if self.image.image() is None:
            raise InputError(
                tr("No radar image is chosen."),
                "",
                tr("Choose one, add a raster layer (Layer, Add Layer, Add Raster Layer…), or drop a Sentinel-1 product here."),
            )
        return self.image.paths()

    def paths_before(self) -> tuple[str, ...]:
        """Return the files of the image before, empty where none is asked for or chosen. Raises `InputError`."""
        return self.before.paths() if self.spec.takes_before else ()

    def images(self) -> list[Source]:
        """Return what there is to ask the engine about: the chosen images, and all others that may be chosen."""
        chosen = [form.asked() for form in ([self.image, self.before] if self.spec.takes_before else [self.image])]
        return [*chosen, *map(self.as_scaled, chosen), *(source for _, source in self._candidates())]

    def as_scaled(self, image: Source) -> Source:
        """Return an image with what the user says of its values."""
        return replace(image, scale=self.scaleBox.currentData())

    def offer_images(self) -> None:
        """Offer the project's layers, except Tidemark's own results."""
        if self._layers_are_going:  # boxes that have not heard of it would sort layers that are gone, and crash
            return
        results = result_layers(QgsProject.instance())
        self.image.offer(results, self._products)
        self.before.offer([*results, *filter(None, [self.layer()])], self._products)
        radar = [self.layer(), self.image.vh_layer(), self.before.layer(), self.before.vh_layer()]
        self.optical.offer_images(results, [layer for layer in radar if layer is not None])
        self.reference.offer_layers(results)
        self.left_out.offer_layers(results)
        self.sea.offer_layers(results, self.layer())
        self.heights.offer_layers(results)

    def follow(self, active: QgsRasterLayer | None) -> None:
        """Take the layer that is active in QGIS for the image, unless the user has chosen another one here."""
        if active in raster_layers(QgsProject.instance()) and active != self.before.layer() and self.image.product() is None:
            self.image.propose(active)

    def propose(self, notes: SceneNotes) -> None:
        """Preset the images of both dates from what is known of layers and products, unless the user has chosen them.

        An image before that was proposed for another image goes where this one has none.
        """
        image = self.image.image()
        if self._is_proposing or self._layers_are_going or image is None or not self.spec.takes_before or self.before.is_chosen:
            return
        known = [(image, info) for image, source in self._candidates() if (info := notes.info(source)) is not None]
        after, before = propose_dates(known, image, self.image.is_chosen)
        self._is_proposing = True  # what is proposed is looked at in its turn, and must not be proposed again
        if before is not None:
            self.image.propose(after)
            self.before.propose(before)
        elif {image, self.before.image()} <= {one for one, _ in known}:
            self.before.reset()
        self._is_proposing = False

    def forget_choices(self) -> None:
        """Choose nothing that belongs to an image, its place or its day, and take whatever layers another project has."""
        self._forget_place()
        self._products = []
        self.offer_images()
        self.images_changed.emit()

    def _forget_place(self) -> None:
        for part in (self.image, self.before, self.heights, self.reference, self.optical, self.sea, self.left_out):
            part.reset()
        self._name_is_typed = False
        for box in (self.scaleBox, self.zerosBox):
            box.setCurrentIndex(0)
        self.extent.reset()

    def reset(self) -> None:
        """Choose what a form begins with, but for the task, the device, and where and how a result is saved."""
        self._forget_place()
        self.methodBox.setCurrentIndex(self.methodBox.findData(default_method(self.task)))
        self.models.reset()
        self.scalesEdit.clear()
        self.flipCheck.setChecked(False)
        self.openOnlyCheck.setChecked(False)
        self.thresholdBox.setValue(self.thresholdBox.minimum())
        self._show_relevant()
        self.images_changed.emit()

    def swap_dates(self) -> None:
        """Take the image before for the image to map, and the other way round."""
        now, vh_now, then, vh_then = self.image.image(), self.image.vh_layer(), self.before.image(), self.before.vh_layer()
        self.image.choose(then, vh_then)
        self.before.choose(now, vh_now)

    def take_options(self) -> None:
        """Take folder, device and threads from QGIS's options, but for what the user has changed here."""
        (folder, device, threads), (folder_taken, device_taken, threads_taken) = self._where_and_how(), self._taken
        if folder == folder_taken:
            self.folderWidget.setFilePath(default_folder())
        if device == device_taken:
            self.deviceBox.setCurrentIndex(self.deviceBox.findData(default_device()))
        if threads == threads_taken:
            self.threadsBox.setValue(default_threads())
        self._taken = (default_folder(), default_device(), default_threads())

    def stop(self) -> None:
        """Stop listening to the project."""
        QgsProject.instance().layersWillBeRemoved.disconnect(self._let_go)
        QgsProject.instance().layersRemoved.disconnect(self._hold_again)
        self._layers_are_going = True
        for part in (self.image, self.before, self.optical):  # their boxes may outlive the box of models
            part.blockSignals(True)
        self.blockSignals(True)

    def job(self, notes: SceneNotes) -> Job:
        """Return the job that the form describes. Raises `TidemarkError`."""
        self.paths()
        scale = self.scaleBox.currentData()
        sources = self.image.sources(scale, notes, "after")
        if self.spec.takes_before:
            sources += self.before.sources(scale, notes, "before")
            check_two_dates(*sources)
        threshold, folder = self.thresholdBox.value(), self.folderWidget.filePath().strip()
        values = {
            "method": self.method,
            "model": self.modelBox.currentData(),
            "extent": self.extent.part_of(self.image.layer()),
            "scales": self.scalesEdit.text(),
            "flip": self.flipCheck.isChecked(),
            "open_only": self.openOnlyCheck.isChecked(),
            "threshold": round(threshold, 2) if threshold >= 0 else None,
            "device": self.deviceBox.currentData(),
            "threads": self.threadsBox.value(),
            "zeros": self.zerosBox.currentData(),
            "overwrite": self.replaceCheck.isChecked(),
            **self.reference.values(),
            **self.sea.values(),
            **self.left_out.values(),
            **(self.heights.values() if self._has_products() else {}),
        }
        job = make_job(self.task, sources, str(self._prefix(folder)), values, QgsProject.instance().transformContext())
        remember_folder(folder)
        return self.optical.add_to(job) if self.optical_images() else job

    def _candidates(self) -> Iterator[tuple[Image, Source]]:
        """Yield what may be chosen as an image, as the engine is to be asked about it."""
        for product in self._products:
            yield product, Source(product.paths)
        for layer in raster_layers(QgsProject.instance()):
            with suppress(InputError):  # told where the layer is chosen
                yield layer, Source(scene_paths(layer))

    def _is_network(self) -> bool:
        return bool(self.method == STUDENT)

    def _fill_boxes(self) -> None:
        self._fill(self.scaleBox, {scale: "Automatic" if scale == "auto" else scale_in_words(scale) for scale in SCALES})
        self._fill(self.taskBox, {name: task.title for name, task in TASKS.items()})
        self._offer_methods()
        self._fill(self.deviceBox, DEVICE_TITLES)
        self._fill(self.zerosBox, ZEROS_TITLES)
        self._explain()
        self.folderWidget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folderWidget.lineEdit().setPlaceholderText(tr("Temporary folder"))
        self.folderWidget.setDefaultRoot(last_folder())
        self._taken = self._where_and_how()
        self.take_options()
        self.models.offer()
        for box in self.findChildren(QComboBox):
            # A long title must not widen the dock.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(LEAST_CHARACTERS)

    def _explain(self) -> None:
        """Give every option its help as a tooltip."""
        boxes = {
            "scale": self.scaleBox,
            "method": self.methodBox,
            "scales": self.scalesEdit,
            "flip": self.flipCheck,
            "open_only": self.openOnlyCheck,
            "threshold": self.thresholdBox,
            "device": self.deviceBox,
            "threads": self.threadsBox,
            "zeros": self.zerosBox,
            **self.reference.boxes,
            **self.sea.boxes,
            **self.left_out.boxes,
            **self.heights.boxes,
        }
        for name, box in boxes.items():
            box.setToolTip(tr(OPTIONS[name].tip))

    def _fill(self, box: QWidget, titles: Mapping[str, str]) -> None:
        for value, title in titles.items():
            box.addItem(tr(title), value)

    def _offer_methods(self) -> None:
        titles, box = self.spec.methods, self.methodBox
        if [box.itemData(row) for row in range(box.count())] != list(titles):
            box.clear()
            self._fill(box, titles)
            box.setCurrentIndex(box.findData(default_method(self.task)))

    def _hold_again(self) -> None:
        self._layers_are_going = False

    def _let_go(self, layer_ids: list[str]) -> None:
        self._layers_are_going = True
        for image in (self.image, self.before):
            image.let_go(layer_ids)
        for box in self.findChildren(LayerBox):
            box.let_go(layer_ids)

    def _take_products(self, form: ImageForm, paths: Sequence[str]) -> None:
        """Take the product that the user has named for one of the images."""
        found = self.add_products(paths)
        if found:
            remember_downloads(str(Path(found[0].paths[0]).parent))
            form.choose(found[0])
        else:
            words = tr("This is no Sentinel-1 product: choose its zip, its folder (.SAFE), manifest.safe, or a file of its measurement.")
            form.show_note(escape(words), warns=True)

    def _take_off(self, product: ProductImage) -> None:
        """Offer a product no longer."""
        for form in (self.image, self.before):
            if form.product() == product:
                form.is_chosen = False
        self._products.remove(product)
        self.offer_images()
        self.images_changed.emit()

    def _follow_link(self, link: str) -> None:
        if link.startswith(USE_METHOD):
            self.methodBox.setCurrentIndex(self.methodBox.findData(link[len(USE_METHOD) :]))
        else:
            self.swap_dates()

    def _has_products(self) -> bool:
        """Return whether an image that will be mapped is a product."""
        return self.image.product() is not None or (self.spec.takes_before and self.before.product() is not None)

    def _change_image(self) -> None:
        self.offer_images()
        self.scaleBox.setCurrentIndex(0)
        self._propose_name()
        self._change_choice()
        self.images_changed.emit()

    def _change_date(self) -> None:
        self.offer_images()
        self._change_choice()
        self.images_changed.emit()

    def _change_optical(self) -> None:
        self.models.offer()
        self._show_relevant()
        self.images_changed.emit()

    def _change_method(self) -> None:
        self._show_relevant()
        self.images_changed.emit()

    def _change_task(self) -> None:
        self.image.name_it(tr(self.spec.image_label), tr(IMAGE_HELP))
        self.before.name_it(tr(self.spec.before_label), tr(BEFORE_HELP))
        self._offer_methods()
        self.models.offer()
        self._propose_name()
        self._change_choice()
        self.images_changed.emit()

    def _change_choice(self) -> None:
        self._show_relevant()
        self.choices_changed.emit()

    def _propose_name(self) -> None:
        image = self.image.image()
        if image is not None and not self._name_is_typed:
            self.nameEdit.setText(safe_name(f"{image.name()}_{self.task}"))

    def _show_relevant(self) -> None:
        compares = self.spec.takes_before
        self.image.ask_for_vh(not self.spec.one_band)
        for part in (self.before, self.reference):
            part.setVisible(compares)
        self.reference.show_for(self.spec, self.before.image() is not None)
        self.heights.setVisible(self._has_products())
        self.optical.setVisible(self.spec.takes_optical)
        self.sea.setVisible("land" in self.spec.options)
        self.left_out.show_for(self.spec)
        for widget in (self.modelBox, self.scalesEdit, self.flipCheck, self.deviceBox):
            widget.setEnabled(self._is_network())
        self.openOnlyCheck.setVisible("open_only" in self.spec.options)
        self.openOnlyCheck.setEnabled(self._is_network() and self.models.tells_possible_water)

    def _where_and_how(self) -> tuple[str, object, int]:
        return self.folderWidget.filePath().strip(), self.deviceBox.currentData(), self.threadsBox.value()

    def _prefix(self, folder: str) -> Path:
        name = safe_name(self.nameEdit.text().strip()) or self.task
        if not folder:
            return Path(QgsProcessingUtils.generateTempFilename(name))
        return Path(folder) / name if self.replaceCheck.isChecked() else Path(free_prefix(Path(folder) / name))
