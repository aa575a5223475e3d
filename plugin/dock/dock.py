"""The dock: from the form to a run of the engine, its end message and its map."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Callable

from qgis.core import Qgis, QgsApplication, QgsCoordinateTransform, QgsMapLayer, QgsProcessingUtils, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QEventLoop, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

from ...engine.contract.card import Card
from ...engine.contract.errors import InputError, ModelError, TidemarkError
from ...engine.contract.filenames import CLASS
from ...engine.contract.job import PREPARING, Event, Result
from ...engine.contract.record import RunRecord
from ...engine.contract.requests import Request, SampleJob
from ...engine.contract.tasks import FLOOD
from ..engine.runtime import RuntimeFinder
from ..engine.scenes import SceneNotes
from ..engine.task import EngineTask, TaskOutcome
from ..help import explain, open_help
from ..i18n import tr
from ..layers.outputs import RASTER_ENDINGS, record_of
from ..layers.products import ProductImage, add_prepared, product_at, show_in_grey
from ..layers.results import IMAGE_PROPERTY, add_earlier, add_result, is_result
from ..log import log
from ..settings import remember_map
from .boxes import tab_in_reading_order
from .findings import Findings
from .form import Form
from .history import HistoryDialog, use_again
from .install_panel import InstallPanel
from .messages import Messages
from .models import ModelPage
from .result import ResultBox
from .run_bar import RunBar

PATIENCE_AT_UNLOAD_S = 5.0
SOON_MS = 200
TILES, BLOCKS = "{done} of {total} tiles", "Preparing: {done} of {total} blocks"
"""What progress is counted in while a map is made, and while a product becomes an image."""
Answer = Callable[[Mapping[str, Any]], None]


class StartBox(QWidget):
    """Says how to get to a first map; shown while there is nothing to map.

    Signals:
        sample_asked: the user wants to try it on a sample.
    """

    sample_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("start.ui")), self)
        self.sampleButton.clicked.connect(self.sample_asked)


class MainPage(QWidget):
    """How to begin, form, last message and result in one scroll area; the foot below it is always there."""

    def __init__(self, start: StartBox, form: Form, result: ResultBox, foot: RunBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("dock.ui")), self, package=__package__)
        self.formPlace.addWidget(start)
        self.formPlace.addWidget(form)
        self.resultPlace.addWidget(result)
        self.footPlace.addWidget(foot)
        self._wanted: QWidget = form
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self.scroll.ensureWidgetVisible(self._wanted, 0, 0))

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part once it has its place."""
        self._wanted = part
        self._later.start(0)


@dataclass
class Run:
    """One piece of the engine's work that is under way.

    Attributes:
        name: of the image or the map that is worked on.
        words: its progress is told in them.
        show: what takes the data of its answer.
        task: supervises it.
        outcome: what came of it.
        is_at_home: whether the project in which it was started is still open.
        project: the file of that project; empty where it has none.
    """

    name: str
    words: str
    show: Answer
    task: EngineTask | None = None
    outcome: TaskOutcome = field(default_factory=TaskOutcome)
    is_at_home: bool = True
    project: str = field(default_factory=lambda: str(QgsProject.instance().fileName()))

    def belongs_here(self) -> bool:
        """Return whether the project in which it was started is open, still or again."""
        return self.is_at_home or bool(self.project and self.project == QgsProject.instance().fileName())


class TidemarkDock(QgsDockWidget):
    """One panel: the form with the result below it, or "Install engine" where no environment was found."""

    def __init__(self, iface: QgisInterface, finder: RuntimeFinder, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tidemark"), parent)
        self.setObjectName("TidemarkDock")
        self._iface = iface
        self._finder = finder
        self._run: Run | None = None
        self._strayed = ""
        self._sample_waits = False
        self.setAcceptDrops(True)
        self.start = StartBox()
        self.form = Form(iface.mapCanvas())
        self._findings = Findings(self.form)
        self.result = ResultBox(finder)
        self.foot = RunBar()
        self.page = MainPage(self.start, self.form, self.result, self.foot)
        self.notes = SceneNotes(self.form.task, self)
        self.panel = InstallPanel(finder)
        self.model_page = ModelPage()
        self.pages = QStackedWidget(self)
        for page in (self.page, self.panel, self.model_page):
            self.pages.addWidget(page)
        self.setWidget(self.pages)
        self.messages = Messages(self.page.messageLabel, iface.messageBar(), iface.openMessageLog)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._connect()
        explain(self)
        tab_in_reading_order(self.page)
        self._show_scene()

    def _connect(self) -> None:
        form, result, foot = self.form, self.result, self.foot
        self.start.sample_asked.connect(self.try_sample)
        form.images_changed.connect(self._ask_about_images)
        form.choices_changed.connect(self._show_scene)
        form.model_asked.connect(self.show_model)
        form.models.refused.connect(self._tell_error)
        foot.run_asked.connect(self.run)
        foot.cancel_asked.connect(self.cancel)
        foot.engine_asked.connect(self.show_panel)
        foot.history_asked.connect(self.show_history)
        foot.help_asked.connect(lambda: open_help(self.form.task))
        self.page.messageLabel.link_activated.connect(lambda _: self._take_strayed())
        self.model_page.left.connect(self._show_page)
        self.model_page.add_asked.connect(self.add_model)
        self.model_page.remove_asked.connect(self.remove_model)
        self.panel.left.connect(self._show_page)
        result.asked.connect(self._start)
        result.done.connect(self._tell)
        result.failed.connect(self._tell_error)
        result.shown.connect(self._tell_result)
        result.again_asked.connect(self.use_again)
        self.notes.changed.connect(self._show_scene)
        self._finder.found.connect(self._start_with_engine)
        self._finder.missing.connect(self._start_without_engine)
        self._soon.timeout.connect(self._look_again)
        self._iface.currentLayerChanged.connect(self._follow)
        project = QgsProject.instance()
        project.layersAdded.connect(self._notice_layers)
        project.layersRemoved.connect(self._notice_layers)
        project.cleared.connect(self._leave_project)

    def begin(self) -> None:
        """Look for the engine in the background and take the active layer; called when the dock is first shown."""
        self._follow(self._iface.activeLayer())
        if self._finder.runtime is not None:
            self._start_with_engine()
            return
        self.foot.show_engine(tr("Looking for the engine…"))
        self._finder.look()

    def stop(self) -> None:
        """Cancel what is under way and wait for it; called before the plugin is unloaded."""
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._notice_layers)
        project.layersRemoved.disconnect(self._notice_layers)
        project.cleared.disconnect(self._leave_project)
        self._iface.currentLayerChanged.disconnect(self._follow)
        self.result.threshold.reset()
        self._soon.stop()
        self.form.stop()
        run, self._run = self._run, None
        if run is not None and run.task is not None:
            run.task.ended.disconnect(self._end)
            run.task.cancel()
            _wait_for(run.outcome.over, PATIENCE_AT_UNLOAD_S)
        self.notes.stop()
        self._finder.stop()
        self.panel.stop()

    @property
    def is_running(self) -> bool:
        """Return whether the engine is at work for the dock."""
        return self._run is not None

    def map_layer(self, layer: QgsMapLayer, task: str) -> None:
        """Choose a layer and a task, as a click on the layer asks; of a result, the image that was mapped."""
        self._show_page()
        if self._must_wait():
            return
        image = layer
        if is_result(layer):
            image = QgsProject.instance().mapLayer(str(layer.customProperty(IMAGE_PROPERTY, "") or ""))
        if image is None:
            words = tr("'{name}' is a map that Tidemark made, and the project does not have its image.").format(name=layer.name())
            self.messages.say(words, [tr("Choose a radar image.")], Qgis.MessageLevel.Warning)
            return
        self.form.choose_task(task)
        self.form.image.choose(image)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take products and rasters from a file manager; called by Qt."""
        if not self.is_running and self.pages.currentWidget() is self.page and any(map(_can_be_taken, _paths_of(event))):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped; called by Qt."""
        self.take_files(_paths_of(event))
        event.acceptProposedAction()

    def take_files(self, paths: list[str]) -> None:
        """Offer products as images, and add rasters to the project; what was given last is chosen."""
        self.form.take_dropped([path for path in paths if product_at(path)])
        layers = [QgsRasterLayer(path, Path(path).stem) for path in paths if _is_raster(path) and not product_at(path)]
        for layer in layers:
            if layer.isValid():
                QgsProject.instance().addMapLayer(layer)
                self.form.image.propose(layer)
        damaged = [layer.source() for layer in layers if not layer.isValid()]
        if damaged:
            words = tr("QGIS cannot open {files}.").format(files=", ".join(Path(path).name for path in damaged))
            self._tell_error(InputError(words, "", tr("The file may be damaged or not copied to its end: get it again.")))

    def try_sample(self) -> None:
        """Let the engine simulate a place before and during a flood, and map it; once it is found, where it is being looked for."""
        self._show_page()
        self._sample_waits = self._finder.is_looking
        if self._sample_waits:
            return
        folder = Path(QgsProcessingUtils.generateTempFilename("sample")).parent
        words = tr("Simulating a sample: {done} of {total} images")
        self._start(SampleJob(str(folder)), tr("Sample (simulated)"), words, self._map_sample)

    def show_panel(self) -> None:
        """Show "Install engine"."""
        self.pages.setCurrentWidget(self.panel)

    def show_model(self) -> None:
        """Show what the chosen model is for."""
        try:
            self.model_page.show_card(self.form.models.card())
        except ModelError as error:
            self._tell_error(error)
            return
        self.pages.setCurrentWidget(self.model_page)

    def add_model(self) -> None:
        """Let the user choose the card of a model of their own, and show it."""
        self._show_page()
        if self.form.models.choose_own():
            self.show_model()

    def remove_model(self, card: Card) -> None:
        """Take a model of the user's own off the list."""
        self.form.models.remove(card)
        self._show_page()

    def show_history(self) -> None:
        """Let the user take settings or the map of an earlier run."""
        dialog = HistoryDialog(self)
        path = dialog.map_path() if dialog.exec() else ""
        run = record_of(path) if path else None
        if dialog.wants_map:
            self._add_earlier(path)
        elif run is not None:
            self.use_again(run, path)

    def use_again(self, run: RunRecord, map_path: str) -> None:
        """Fill the form with the settings of an earlier run, whose class raster lies at a path."""
        self._show_page()
        missing = use_again(self.form, run, map_path, QgsProject.instance())
        if missing:
            self.messages.say(tr("The settings are set, except what is not there any more:"), missing, Qgis.MessageLevel.Warning)
        self.page.show_part(self.form)

    def run(self) -> None:
        """Start the job that the form describes."""
        image, before = self.form.image.image(), self.form.before.image()
        if image is None:
            return
        try:
            job = self.form.job(self.notes)
        except TidemarkError as error:
            self._tell_error(error)
            return
        products = [one if isinstance(one, ProductImage) else None for one in (image, before)]
        name, image_id = image.name(), image.id()  # the layer may be gone by then
        self._start(job, name, tr(TILES), lambda answer: self._add_result(answer, name, image_id, products))

    def cancel(self) -> None:
        """Stop the run; nothing of it remains."""
        if self._run is not None and self._run.task is not None:
            self.foot.show_cancelling()
            self._run.task.cancel()

    def _start(self, request: Request, name: str, progress_words: str, show_answer: Answer) -> None:
        runtime = self._finder.runtime
        if runtime is None:
            self.show_panel()
            return
        if self._must_wait():
            return
        run = Run(name, progress_words, show_answer)
        run.task = EngineTask(tr("Tidemark: {name}").format(name=name), request, runtime, run.outcome)
        run.task.heard.connect(self._hear)
        run.task.ended.connect(self._end)
        self._run = run
        self.messages.clear()
        self.foot.show_started(progress_words)
        self._lock(True)
        QgsApplication.taskManager().addTask(run.task)

    def _must_wait(self) -> bool:
        """Return whether a run is under way, and say so."""
        if self._run is not None:
            self.messages.say(tr("A run is under way."), [tr("Wait until it has ended, or cancel it.")], Qgis.MessageLevel.Info)
        return self._run is not None

    def _hear(self, event: Event) -> None:
        if event.kind == "notice":
            log(str(event.data.get("text", "")))
        if event.kind == "started" and self._run is not None:
            self.foot.name_step(tr(BLOCKS) if event.data.get("step") == PREPARING else self._run.words)
        self.foot.hear(event)

    def _end(self) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        self._lock(False)
        self.foot.show_idle()
        answer = run.outcome.answer
        if run.outcome.error is not None:
            self._tell_error(run.outcome.error)
        elif answer is None:
            self.messages.say(tr("Cancelled. Nothing was written."), (), Qgis.MessageLevel.Info)
        elif run.belongs_here():
            run.show(answer)
        else:
            self._keep_strayed(run, answer)
        self._show_scene()

    def _keep_strayed(self, run: Run, answer: Mapping[str, Any]) -> None:
        """Tell of what was made for another project than the open one; ask before a map goes into this one."""
        files = dict(answer.get("files", {}))
        words, summary = tr("'{name}' was started in a project that is closed now.").format(name=run.name), answer.get("summary")
        if CLASS not in files:
            self.messages.say(words, [str(part) for part in (summary, *files.values()) if part], Qgis.MessageLevel.Info)
            return
        self._strayed = str(files[CLASS])
        remember_map(self._strayed)
        self.messages.announce(words, [str(summary), self._strayed], Qgis.MessageLevel.Info)
        self.messages.ask(f"{words} {self._strayed}", tr("Add it to this project"))

    def _take_strayed(self) -> None:
        self.messages.end_question()
        self._add_earlier(self._strayed)

    def _add_earlier(self, path: str) -> None:
        """Add a map that was made for another project, or in another session, as far as its files are there."""
        run = record_of(path)
        if run is None:
            return
        self._show_page()
        try:
            add_earlier(path, run, QgsProject.instance())
        except InputError as error:
            self._tell_error(error)
            return
        self.result.show_new(path)

    def _add_result(self, answer: Mapping[str, Any], name: str, image_id: str, products: Sequence[ProductImage | None]) -> None:
        result = Result.from_dict(answer)
        prepared = self._show_prepared(result.files["class"], products)
        add_result(result, name, image_id if prepared is None else prepared.id(), QgsProject.instance())
        self.result.show_new(result.files["class"])

    def _show_prepared(self, classes: str, products: Sequence[ProductImage | None]) -> QgsRasterLayer | None:
        """Add what was made of the products of both dates; return the image that was mapped, or None where that was no product."""
        run = record_of(classes)
        image, before = products
        if run is not None and run.before is not None and before is not None:
            add_prepared(run.before.mapped[0], before.name(), False, QgsProject.instance())
        return None if run is None or image is None else add_prepared(run.image.mapped[0], image.name(), True, QgsProject.instance())

    def _map_sample(self, answer: Mapping[str, Any]) -> None:
        """Load the two images of the sample and map the flood between them."""
        files = answer["files"]
        before = QgsRasterLayer(files["before"], tr("Sample, before (simulated)"))
        during = QgsRasterLayer(files["during"], tr("Sample (simulated)"))
        for layer in (before, during):
            show_in_grey(layer)
            QgsProject.instance().addMapLayer(layer)
        self.form.choose_task(FLOOD.name)
        self.form.reset()
        self.form.image.choose(during)
        self.form.before.choose(before)
        canvas = self._iface.mapCanvas()
        to_canvas = QgsCoordinateTransform(during.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
        canvas.setExtent(to_canvas.transformBoundingBox(during.extent()))
        canvas.refresh()
        self.run()

    def _tell_result(self) -> None:
        if self.result.run is not None:
            self.messages.announce(self.result.run.summary, self.result.run.notices)
        self.page.show_part(self.result)

    def _tell(self, text: str, details: list[str]) -> None:
        self.messages.say(text, details)
        self.page.show_part(self.page.messageLabel)

    def _tell_error(self, error: TidemarkError) -> None:
        self.messages.error(error)
        self.page.show_part(self.page.messageLabel)

    def _show_page(self) -> None:
        self.pages.setCurrentWidget(self.page)

    def _start_with_engine(self) -> None:
        self.foot.show_engine(escape(self._finder.description), tr("Engine…"))
        self._ask_about_images()
        if self._sample_waits:
            self.try_sample()

    def _start_without_engine(self) -> None:
        self._sample_waits = False
        self.foot.show_engine(tr("The engine is not installed."), tr("Install…"))
        self.show_panel()
        self._show_scene()

    def _follow(self, active: QgsMapLayer | None) -> None:
        self.form.follow(active)
        self.result.offer(active)

    def _notice_layers(self) -> None:
        self.form.offer_images()
        self.result.offer(self._iface.activeLayer())
        self._soon.start(SOON_MS)

    def _look_again(self) -> None:
        """Look at the layers once a project that is being read has them all in its tree, and Processing has told what its own ones are."""
        self.form.offer_images()
        self.result.offer(self._iface.activeLayer())
        self._ask_about_images()

    def _leave_project(self) -> None:
        """Show nothing of the project that was closed; what runs for it still does, and asks where to put its result."""
        self.messages.clear()
        self.result.clear()
        self.form.forget_choices()
        if self._run is not None:
            self._run.is_at_home = False

    def _ask_about_images(self) -> None:
        self.notes.turn_to(*self.form.seen_by)
        if self._finder.runtime is not None:
            self.notes.ask(self.form.images(), self._finder.runtime)
        self._show_scene()

    def _show_scene(self) -> None:
        """Show what is known about the images, and enable the button where nothing is left to ask."""
        self.start.setVisible(self.form.is_empty)
        ready = self._findings.show(self.notes) and self._finder.runtime is not None
        self.foot.show_ready(ready and self._run is None, self.form.run_title)

    def _lock(self, running: bool) -> None:
        self.start.setEnabled(not running)
        self.form.setEnabled(not running)
        self.result.setEnabled(not running)


def _paths_of(event: QDropEvent) -> list[str]:
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


def _can_be_taken(path: str) -> bool:
    return bool(product_at(path)) or _is_raster(path)


def _is_raster(path: str) -> bool:
    return path.lower().endswith(RASTER_ENDINGS)


def _wait_for(over: threading.Event, seconds: float) -> None:
    """Wait until something is over, for so long at most, and let this thread serve the process that is to end, which hears of it here."""
    loop, asking, patience = QEventLoop(), QTimer(), QTimer()
    asking.timeout.connect(lambda: loop.quit() if over.is_set() else None)
    patience.timeout.connect(loop.quit)
    asking.start(20)
    patience.start(round(1000 * seconds))
    if not over.is_set():
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    asking.stop()
    patience.stop()
