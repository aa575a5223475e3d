"""The part of the form that says what the image is compared with: an image of an earlier date, a raster of usual water."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...engine.contract.errors import InputError
from ...engine.contract.job import SceneInfo, Source
from ..engine.scenes import in_words
from ..i18n import tr
from ..layers.images import check_two_dates, days_between, interval_in_words, layer_path, scene_paths, source_of
from .layer_boxes import make_optional, set_layer
from .messages import WARNING_SIGN


class BeforeForm(QWidget):
    """What the image is compared with.

    Signals:
        images_changed: another image before, or another VH band of it, was chosen.
        swap_asked: the user says that the two dates are the wrong way round.
    """

    images_changed = pyqtSignal()
    swap_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("before.ui")), self)
        for box in (self.beforeBox, self.beforeVhBox, self.usualBox):
            make_optional(box, QgsMapLayerProxyModel.Filter.RasterLayer)
        self.beforeNote.hide()
        self._task = "flood"
        self.beforeBox.layerChanged.connect(self._change)
        self.beforeVhBox.layerChanged.connect(self._change)
        self.beforeVhCheck.toggled.connect(self._change)
        self.usualBox.layerChanged.connect(self._show_relevant)
        self.beforeNote.linkActivated.connect(lambda _: self.swap_asked.emit())
        self._show_relevant()

    def show_for(self, task: str) -> None:
        """Offer what a task can be compared with."""
        self._task = task
        self.beforeLabel.setText(tr("Image before the flood") if task == "flood" else tr("Image before"))
        for widget in (self.usualLabel, self.usualBox, self.usualThresholdBox):
            widget.setVisible(task == "flood")
        self.needNote.setText(
            tr("With neither of the two, the map shows water, not flood.") if task == "flood" else tr("Change needs an older image.")
        )
        self._show_relevant()

    def layer(self) -> QgsRasterLayer | None:
        """Return the layer of the image before, or None."""
        return self.beforeBox.currentLayer()

    def vh_layer(self) -> QgsRasterLayer | None:
        """Return the layer of its VH band, where that is another one."""
        return self.beforeVhBox.currentLayer() if self.beforeVhCheck.isChecked() else None

    def offer_images(self, results: list[QgsMapLayer], image: QgsRasterLayer | None) -> None:
        """Offer the project's rasters, except Tidemark's results; an image is not compared with itself."""
        if image is not None and image == self.layer():
            set_layer(self.beforeBox, None)
        self.beforeBox.setExceptedLayerList([*results, *filter(None, [image])])
        self.beforeVhBox.setExceptedLayerList([*results, *filter(None, [self.layer()])])
        self.usualBox.setExceptedLayerList(results)

    def paths(self) -> tuple[str, ...]:
        """Return the files of the image before, empty where none was chosen. Raises `InputError`."""
        layer = self.layer()
        return scene_paths(layer, self.vh_layer()) if layer is not None else ()

    def source(self, after: Source, info: SceneInfo | None) -> Source | None:
        """Return the image before, to be compared with `after`, or None where none was chosen. Raises `InputError`."""
        layer = self.layer()
        if layer is None:
            return None
        before = source_of(layer, self.vh_layer(), after.scale, info, "before")
        check_two_dates(after, before)
        return before

    def usual_water(self) -> dict[str, Any]:
        """Return the job's fields for usual water. Raises `InputError`."""
        layer = self.usualBox.currentLayer()
        if layer is None:
            return {}
        threshold = self.usualThresholdBox.value()
        return {"reference_water": layer_path(layer), "reference_threshold": threshold if threshold > 0 else None}

    def show_info(self, after: SceneInfo | None, before: SceneInfo | None) -> None:
        """Say what is known about the image before."""
        if before is None:
            self.show_note("")
            return
        words = escape(in_words(before))
        if before.usable and after is not None:
            days = days_between(after, before)
            swap = f" <a href='swap'>{tr('Swap them')}</a>" if days is not None and days < 0 else ""
            words += f" · {escape(interval_in_words(after, before))}{swap}"
            self.show_note(words, warns=days is None or days <= 0)
        else:
            self.show_note(words, warns=not before.usable)

    def show_problem(self, error: InputError) -> None:
        """Say why the image before cannot be used."""
        self.show_note(escape(str(error)), warns=True)

    def show_note(self, words: str, warns: bool = False) -> None:
        """Show a line below the image before; it may hold links."""
        self.beforeNote.setText((WARNING_SIGN if warns else "") + words)
        self.beforeNote.setVisible(bool(words))

    def _change(self) -> None:
        self._show_relevant()
        self.images_changed.emit()

    def _show_relevant(self) -> None:
        chosen = self.layer() is not None
        self.beforeVhCheck.setVisible(chosen)
        self.beforeVhBox.setVisible(chosen and self.beforeVhCheck.isChecked())
        self.usualThresholdBox.setEnabled(self.usualBox.currentLayer() is not None)
        knows_usual = self._task == "flood" and self.usualBox.currentLayer() is not None
        self.needNote.setVisible(not chosen and not knows_usual)
