"""The threshold of a map that is there, moved afterwards: seen at once on the probability layer, made into a map by the engine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...engine.contract.errors import InputError
from ...engine.contract.job import Result
from ..i18n import tr
from ..layers.images import layer_path
from ..layers.outputs import free_prefix, read_record
from ..layers.results import IMAGE_PROPERTY, PROBABILITY, RESULT_PROPERTY, add_map
from ..layers.threshold import ThresholdPreview

NAMED = re.compile(r"(?P<prefix>.+)_probability(?P<version>_v\d+)?")
TASKS = ("water", "flood")
"""Those whose probability decides the classes alone."""


def record_beside(probability: Path) -> dict[str, Any] | None:
    """Return the run record of a probability raster ``PREFIX_probability.tif``, or None."""
    named = NAMED.fullmatch(probability.stem)
    return read_record(probability.with_name(f"{named['prefix']}_run{named['version'] or ''}.json")) if named else None


def run_of(layer: QgsMapLayer | None) -> dict[str, Any] | None:
    """Return the run record of a layer that is the probability of a map whose threshold can be moved, or None."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        return None
    try:
        run = record_beside(Path(layer_path(layer)))
    except InputError:
        return None
    return run if run is not None and run.get("task") in TASKS else None


class ThresholdPanel(QWidget):
    """A slider for the probability layer that is selected, or for the newest result's.

    Signals:
        asked: a request for the engine, the words for its progress, and what takes the data of its answer.
        made: the `Result` of another threshold, and the id of the image's layer.
        failed: a `TidemarkError`.
    """

    asked = pyqtSignal(object, str, object)
    made = pyqtSignal(object, str)
    failed = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("threshold.ui")), self)
        self._layer_id = ""
        self._own_percent = 0
        self._preview: ThresholdPreview | None = None
        self.slider.valueChanged.connect(self.percentBox.setValue)
        self.percentBox.valueChanged.connect(self.slider.setValue)
        self.slider.valueChanged.connect(self._show_preview)
        self.backButton.clicked.connect(self.reset)
        self.makeButton.clicked.connect(self.make)
        self._take(None, None)

    def offer(self, active: QgsMapLayer | None) -> None:
        """Take the active layer where it is a probability; else stay with the last one, or take any that is there."""
        project = QgsProject.instance()
        kept = project.mapLayer(self._layer_id)
        others = [layer for layer in project.mapLayers().values() if layer.customProperty(RESULT_PROPERTY, "") == PROBABILITY]
        for layer in (active, kept, *others):
            run = run_of(layer)
            if run is not None:
                self._take(layer, run)
                return
        self._take(None, None)

    def take(self, layer: QgsRasterLayer) -> None:
        """Take the probability layer of a new result."""
        self._take(layer, run_of(layer))

    def reset(self) -> None:
        """Show the maps as they were, and the threshold of the newest."""
        if self._preview is not None:
            self._preview.end()
            self._preview = None
        self.slider.blockSignals(True)
        self.slider.setValue(self._own_percent)
        self.slider.blockSignals(False)
        self.percentBox.setValue(self._own_percent)
        self._show_moved()

    def make(self) -> None:
        """Let the engine make a map with the threshold, beside the earlier one."""
        layer = QgsProject.instance().mapLayer(self._layer_id)
        if layer is None:
            return
        try:
            path, percent = Path(layer_path(layer)), self.slider.value()
        except InputError as error:
            self.failed.emit(error)
            return
        named = NAMED.fullmatch(path.stem)
        prefix = free_prefix(path.with_name(f"{named['prefix'] if named else path.stem}_t{percent:02d}"))
        job = {"probability": str(path), "threshold": percent / 100, "output": str(prefix)}
        self.asked.emit({"work": "rethreshold", "job": job}, tr("{done} of {total} rows"), self._show_map)

    def _take(self, layer: QgsMapLayer | None, run: Mapping[str, Any] | None) -> None:
        self.setVisible(layer is not None and run is not None)
        if layer is None or run is None:
            self.reset()
            self._layer_id = ""
            return
        if layer.id() != self._layer_id:
            self.reset()
            self._layer_id = layer.id()
            self._own_percent = round(100 * float(run.get("threshold") or 0.5))
            self.reset()
        name = Path(layer_path(layer)).stem.replace("_probability", "")
        self.titleLabel.setText(tr("Threshold of {name}").format(name=name))
        self.titleLabel.setToolTip(layer_path(layer))

    def _show_preview(self, percent: int) -> None:
        layer = QgsProject.instance().mapLayer(self._layer_id)
        if layer is not None:
            self._preview = self._preview or ThresholdPreview(layer)
            self._preview.show(percent)
        self._show_moved()

    def _show_moved(self) -> None:
        moved = self._preview is not None
        self.backButton.setVisible(moved)
        self.makeButton.setVisible(moved)

    def _show_map(self, answer: Mapping[str, Any]) -> None:
        result, layer = Result.from_dict(answer), QgsProject.instance().mapLayer(self._layer_id)
        self._own_percent = self.slider.value()
        self.reset()
        name = tr("{title}, threshold {percent} %").format(title=result.title, percent=self._own_percent)
        add_map(result.files["class"], name, layer, QgsProject.instance())
        self.made.emit(result, layer.customProperty(IMAGE_PROPERTY, "") if layer is not None else "")
