"""The dock: what the engine thinks of the chosen layer, one button, progress, the end message and the map."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any, Callable

from qgis.core import Qgis, QgsApplication, QgsProcessingUtils, QgsProject
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

from ...engine.contract.card import Card
from ...engine.contract.errors import InputError, ModelError, TidemarkError
from ...engine.contract.job import Event, Result, SceneInfo
from ..engine.own_cards import remove_card
from ..engine.runtime import RuntimeFinder
from ..engine.scenes import SceneNotes
from ..engine.task import EngineTask, Outcome
from ..i18n import tr
from ..layers.images import raster_layers, scene_paths
from ..layers.results import PROBABILITY, RESULT_PROPERTY, add_result
from ..log import log
from .form import Form
from .install_panel import InstallPanel
from .messages import Messages
from .model_page import ModelPage
from .next_steps import NextSteps
from .scene_check import show_images
from .threshold import ThresholdPanel

PATIENCE_AT_UNLOAD_S = 5.0


class TidemarkDock(QgsDockWidget):
    """One panel: the form, or "Install engine" where no environment was found."""

    def __init__(self, iface: QgisInterface, finder: RuntimeFinder, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tidemark"), parent)
        self.setObjectName("TidemarkDock")
        self._iface = iface
        self._finder = finder
        self._task: EngineTask | None = None
        self._outcome = Outcome()
        self._show_answer: Callable[[Mapping[str, Any]], None] = self._show_map
        self._progress_words = ""
        self._image_name = self._image_id = ""
        self._device = ""
        self._is_cancelling = False
        self.form = Form(iface.mapCanvas())
        self.notes = SceneNotes(self.form.task, self)
        self.panel = InstallPanel(finder)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.form)
        self.pages.addWidget(self.panel)
        self.model_page = ModelPage()
        self.pages.addWidget(self.model_page)
        self.setWidget(self.pages)
        self.next_steps = NextSteps(self.form, finder, self)
        self.threshold = ThresholdPanel()
        self.form.thresholdPlace.layout().addWidget(self.threshold)
        self.messages = Messages(self.form.messageLabel, iface.messageBar())
        self._connect()
        self._show_running(False)
        self._show_scene()

    def _connect(self) -> None:
        form = self.form
        form.images_changed.connect(self._ask_about_images)
        form.choices_changed.connect(self._show_scene)
        form.runButton.clicked.connect(self.run)
        form.cancelButton.clicked.connect(self.cancel)
        form.modelButton.clicked.connect(self.show_model)
        form.models.refused.connect(self.messages.error)
        self.model_page.left.connect(lambda: self.pages.setCurrentWidget(form))
        self.model_page.add_asked.connect(self.add_model)
        self.model_page.remove_asked.connect(self.remove_model)
        self.next_steps.asked.connect(self._start)
        self.next_steps.done.connect(self.messages.say)
        self.next_steps.failed.connect(self.messages.error)
        self.threshold.asked.connect(self._start)
        self.threshold.made.connect(self._tell_result)
        self.threshold.failed.connect(self.messages.error)
        self._iface.currentLayerChanged.connect(self.threshold.offer)
        form.engineLabel.linkActivated.connect(self.show_panel)
        self.notes.changed.connect(self._show_scene)
        self.panel.left.connect(lambda: self.pages.setCurrentWidget(form))
        self._finder.found.connect(self._start_with_engine)
        self._finder.missing.connect(self._start_without_engine)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask_about_images)
        project = QgsProject.instance()
        project.layersAdded.connect(self._notice_layers)
        project.layersRemoved.connect(self._notice_layers)

    def begin(self) -> None:
        """Look for the engine in the background and take the active layer; called when the dock is first shown."""
        active = self._iface.activeLayer()
        if active in raster_layers(QgsProject.instance()):
            self.form.layerBox.setLayer(active)
        self.threshold.offer(active)
        if self._finder.runtime is not None:
            self._start_with_engine()
            return
        self.form.engineLabel.setText(tr("Looking for the engine…"))
        self._finder.look()

    def stop(self) -> None:
        """Cancel what is under way and wait for it; called before the plugin is unloaded."""
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._notice_layers)
        project.layersRemoved.disconnect(self._notice_layers)
        self._iface.currentLayerChanged.disconnect(self.threshold.offer)
        self.threshold.reset()
        self._soon.stop()
        self.form.stop()
        if self._task is not None:
            self._task.ended.disconnect(self._end)
            self._task.cancel()
            self._outcome.over.wait(PATIENCE_AT_UNLOAD_S)
            self._task = None
        self.notes.stop()
        self._finder.stop()
        self.panel.stop()

    def show_panel(self) -> None:
        """Show "Install engine"."""
        self.pages.setCurrentWidget(self.panel)

    def show_model(self) -> None:
        """Show what the chosen model is for."""
        try:
            self.model_page.show_card(self.form.models.card())
        except ModelError as error:
            self.messages.error(error)
            return
        self.pages.setCurrentWidget(self.model_page)

    def add_model(self) -> None:
        """Let the user choose the card of a model of their own, and show it."""
        self.pages.setCurrentWidget(self.form)
        self.form.models.choose_own()
        if self.form.modelBox.currentIndex() > 0:
            self.show_model()

    def remove_model(self, card: Card) -> None:
        """Take a model of the user's own off the list."""
        remove_card(card)
        self.form.models.offer()
        self.pages.setCurrentWidget(self.form)

    def run(self) -> None:
        """Start the job that the form describes."""
        layer = self.form.layer()
        if layer is None:
            return
        try:
            job = self.form.job(self._info(self.form.paths()), self._info(self.form.paths_before()))
        except TidemarkError as error:
            self.messages.error(error)
            return
        if self._task is None:
            self._image_name, self._image_id = layer.name(), layer.id()
            self.next_steps.forget()
        self._start({"work": "detect", "job": job.to_dict()}, tr("{done} of {total} tiles"), self._show_map)

    def _start(self, request: Mapping[str, Any], progress_words: str, show_answer: Callable[[Mapping[str, Any]], None]) -> None:
        runtime = self._finder.runtime
        if runtime is None:
            self.show_panel()
            return
        if self._task is not None:
            return
        self._outcome = Outcome()
        self._show_answer, self._progress_words = show_answer, progress_words
        self._device = ""
        self._is_cancelling = False
        self._task = EngineTask(tr("Tidemark: {name}").format(name=self._image_name), request, runtime, self._outcome)
        self._task.heard.connect(self._hear)
        self._task.ended.connect(self._end)
        self.form.messageLabel.clear()
        self.form.statusLabel.setText(tr("Starting…"))
        self.form.progressBar.setRange(0, 0)
        self._show_running(True)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Stop the run; nothing of it remains."""
        if self._task is not None:
            self._is_cancelling = True
            self.form.statusLabel.setText(tr("Cancelling…"))
            self.form.cancelButton.setEnabled(False)
            self._task.cancel()

    def _hear(self, event: Event) -> None:
        if event.kind == "notice":
            log(str(event.data.get("text", "")))
        if event.kind == "started":
            self._device = str(event.data.get("device") or "")
        if event.kind not in ("started", "progress") or self._is_cancelling:
            return
        done, total = int(event.data.get("done", 0)), int(event.data.get("total") or event.data.get("tiles") or 0)
        self.form.progressBar.setRange(0, total)
        self.form.progressBar.setValue(done)
        parts = [self._progress_words.format(done=done, total=total)]
        if event.data.get("seconds_left") is not None:
            parts.append(time_left(float(event.data["seconds_left"])))
        self.form.statusLabel.setText(" · ".join([*parts, self._device] if self._device else parts))

    def _end(self) -> None:
        self._task = None
        self._show_running(False)
        self.form.statusLabel.clear()
        outcome = self._outcome
        if outcome.error is not None:
            self.messages.error(outcome.error)
        elif outcome.answer is None:
            self.messages.say(tr("Cancelled. Nothing was written."), (), Qgis.MessageLevel.Info)
        else:
            self._show_answer(outcome.answer)
        self._show_scene()

    def _show_map(self, answer: Mapping[str, Any]) -> None:
        result = Result.from_dict(answer)
        group = add_result(result, self._image_name, self._image_id, QgsProject.instance())
        layers = (node.layer() for node in group.findLayers())
        self.threshold.take(next(layer for layer in layers if layer.customProperty(RESULT_PROPERTY) == PROBABILITY))
        self._tell_result(result, self._image_id)

    def _tell_result(self, result: Result, image_id: str) -> None:
        self.next_steps.offer(result.files["class"], image_id)
        details = [*result.notices]
        if result.device:
            details.append(tr("Computed on: {device}").format(device=result.device))
        self.messages.say(result.summary, [*details, self._where(result)])

    def _where(self, result: Result) -> str:
        if Path(QgsProcessingUtils.tempFolder()) in Path(result.files["class"]).parents:
            return tr("The files are temporary: to keep them, choose a folder in 'Save in' and run again, or export the layer.")
        return tr("Saved as {path}").format(path=result.files["class"])

    def _start_with_engine(self) -> None:
        self.form.engineLabel.setText(f"{escape(self._finder.description)} · <a href='engine'>{tr('Engine…')}</a>")
        self._ask_about_images()

    def _start_without_engine(self) -> None:
        self.form.engineLabel.setText(tr("The engine is not installed.") + f" <a href='engine'>{tr('Install…')}</a>")
        self.show_panel()
        self._show_scene()

    def _notice_layers(self) -> None:
        self.form.offer_images()
        self.threshold.offer(self._iface.activeLayer())
        self._soon.start(200)

    def _ask_about_images(self) -> None:
        self.notes.turn_to(self.form.seen_as)
        scenes = []
        for layer in raster_layers(QgsProject.instance()):
            try:
                scenes.append(scene_paths(layer))
            except InputError as error:
                log(str(error))
        for chosen in (self.form.paths_before, self.form.paths):
            try:
                scenes.insert(0, chosen())
            except InputError as error:
                log(str(error))
        if self._finder.runtime is not None:
            self.notes.ask(scenes, self._finder.runtime)
        self._show_scene()

    def _info(self, paths: tuple[str, ...]) -> SceneInfo | None:
        return self.notes.info(paths) if paths else None

    def _show_scene(self) -> None:
        """Show what is known about the images, and enable the button where nothing is left to ask."""
        self._enable_run(show_images(self.form, self.notes) and self._finder.runtime is not None)

    def _enable_run(self, ready: bool) -> None:
        self.form.runButton.setEnabled(ready and self._task is None)

    def _show_running(self, running: bool) -> None:
        self.form.cancelButton.setVisible(running)
        self.form.cancelButton.setEnabled(True)
        self.form.progressBar.setVisible(running)
        self.form.nextSteps.setVisible(bool(self.next_steps.map_path) and not running)
        self.form.choices.setEnabled(not running)
        self.threshold.setEnabled(not running)
        self.form.runButton.setEnabled(not running)


def time_left(seconds: float) -> str:
    """Say how long it will take, e.g. "about 40 s left"."""
    if seconds < 90:
        return tr("about {seconds:.0f} s left").format(seconds=max(1.0, seconds))
    return tr("about {minutes:.0f} min left").format(minutes=seconds / 60)
