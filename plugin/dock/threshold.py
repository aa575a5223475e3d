"""The threshold of a map that is there, moved afterwards: seen at once on the probability layer, made into a map by the engine."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...engine.contract.errors import InputError
from ...engine.contract.filenames import MapFiles
from ...engine.contract.job import Event
from ...engine.contract.record import RunRecord
from ...engine.contract.requests import RethresholdJob, ThresholdQuery
from ..engine.runtime import RuntimeFinder
from ..engine.worker import Conversation
from ..i18n import hectares, tr
from ..layers.images import layer_path
from ..layers.page_text import whole_numbers
from ..layers.results import add_map, can_move_threshold
from ..layers.threshold import ThresholdPreview
from ..log import log


class ThresholdPanel(QWidget):
    """A slider for the map that the dock shows.

    Signals:
        asked: a request for the engine, the name of the map, the words for its progress, and what takes the data of its answer.
        made: the path of the class raster of another threshold.
        failed: a `TidemarkError`.
    """

    asked = pyqtSignal(object, str, str, object)
    made = pyqtSignal(str)
    failed = pyqtSignal(object)

    def __init__(self, finder: RuntimeFinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("threshold.ui")), self)
        self._finder = finder
        self._conversation: Conversation | None = None
        self._hectares: list[float] = []
        self._layer_id = self._fingerprint = ""
        self._own_percent = 0
        self._preview: ThresholdPreview | None = None
        self.slider.valueChanged.connect(self.percentBox.setValue)
        self.percentBox.valueChanged.connect(self.slider.setValue)
        self.slider.valueChanged.connect(self._show_preview)
        self.backButton.clicked.connect(self.reset)
        self.makeButton.clicked.connect(self.make)
        self.show_for(None, None)

    def show_for(self, probability: QgsRasterLayer | None, run: RunRecord | None) -> None:
        """Take a probability layer, and the run record of the map that is shown of it; hide where its threshold cannot be moved."""
        layer_id, percent, fingerprint = "", 0, ""
        if probability is not None and run is not None and run.threshold is not None and can_move_threshold(run):
            layer_id, percent, fingerprint = probability.id(), round(100 * run.threshold), run.fingerprint
        self.setVisible(bool(layer_id))
        if (layer_id, percent, fingerprint) != (self._layer_id, self._own_percent, self._fingerprint):
            self.reset()
            self._layer_id, self._own_percent, self._fingerprint, self._hectares = layer_id, percent, fingerprint, []
            self.reset()

    def reset(self) -> None:
        """Show the maps as they were, and the threshold of the one that is shown."""
        self.stop()
        if self._preview is not None:
            self._preview.end()
            self._preview = None
        self.slider.blockSignals(True)
        self.slider.setValue(self._own_percent)
        self.slider.blockSignals(False)
        self.percentBox.blockSignals(True)
        self.percentBox.setValue(self._own_percent)
        self.percentBox.blockSignals(False)
        self._show_moved()

    def stop(self) -> None:
        """End the question about hectares, where it is under way."""
        if self._conversation is not None:
            self._conversation.stop()
            self._conversation.deleteLater()
            self._conversation = None

    def make(self) -> None:
        """Let the engine make a map with the threshold, beside the earlier one."""
        layer_id = self._layer_id  # another result may be shown by the time of the answer
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is None:
            return
        try:
            path, percent = layer_path(layer), self.slider.value()
        except InputError as error:
            self.failed.emit(error)
            return
        output = MapFiles.of_probability(path).with_threshold(percent)
        job = RethresholdJob(path, percent / 100, output)
        self.asked.emit(job, Path(output).name, tr("{done} of {total} rows"), lambda answer: self._show_map(answer, layer_id))

    def _show_preview(self, percent: int) -> None:
        layer = QgsProject.instance().mapLayer(self._layer_id)
        if layer is not None:
            self._preview = self._preview or ThresholdPreview(layer)
            self._preview.show(percent)
            self._ask_hectares(layer)
        self._show_moved()

    def _ask_hectares(self, probability: QgsRasterLayer) -> None:
        """Ask the engine once what every threshold would detect, so that the slider can tell it at once."""
        if self._hectares or self._conversation is not None or self._finder.runtime is None:
            return
        with suppress(InputError):  # a map that cannot be made anew says so when it is tried
            self._conversation = Conversation(self._finder.runtime, ThresholdQuery(layer_path(probability)), self)
            self._conversation.finished.connect(self._hear_hectares)
            self._conversation.begin()

    def _hear_hectares(self, outcome: object) -> None:
        if self._conversation is not None:
            self._conversation.deleteLater()
            self._conversation = None
        if isinstance(outcome, Event):
            self._hectares = [float(value) for value in outcome.data["hectares"]]
        else:
            log(str(outcome))
        self._show_moved()

    def _show_moved(self) -> None:
        """Let the buttons work where the slider was moved; they are always there, so that nothing moves under the pointer."""
        moved = self._preview is not None
        words = tr("Threshold")
        if moved and self._hectares:
            found = hectares(self._hectares[self.slider.value()])
            words = whole_numbers(tr("Threshold: {hectares} would be detected").format(hectares=found))
        self.titleLabel.setText(words)
        self.backButton.setEnabled(moved)
        self.makeButton.setEnabled(moved)

    def _show_map(self, answer: Mapping[str, Any], layer_id: str) -> None:
        self.reset()
        path = str(answer["files"]["class"])
        add_map(path, QgsProject.instance().mapLayer(layer_id), QgsProject.instance())
        self.made.emit(path)
