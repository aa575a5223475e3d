"""Give damaged inputs to the plugin in this QGIS; run by ``damage_qgis.py``. Prints one line of JSON for each.

Usage: damage_in_qgis.py PROFILE PLAN…; a plan is a file of JSON that says what a user does, with files beside it.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, "/usr/share/qgis/python/plugins")
from qgis.core import QgsApplication, QgsProcessingException, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from helpers.plugin.qgis_window import Window, open_dialogs, wait_for
from tidemark.engine.contract.tasks import TASKS
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.history import use_again
from tidemark.plugin.engine.runtime import RuntimeFinder
from tidemark.plugin.layers.outputs import record_of
from tidemark.plugin.layers.results import add_earlier
from tidemark.plugin.processing.provider import TidemarkProvider

LONGEST = 120.0
"""Seconds by the clock until an input must be answered; other programs may be running."""


class Player:
    """Does what plans say with one dock, and keeps what goes wrong."""

    def __init__(self, finder: RuntimeFinder) -> None:
        self.window = Window()
        self.dock = TidemarkDock(self.window, finder, self.window.mainWindow())
        self.window.addDockWidget(1, self.dock)
        self.window.mainWindow().show()
        self.dock.begin()
        self.faults: list[str] = []
        self.said: list[str] = []
        sys.excepthook = self._catch
        QgsApplication.messageLog().messageReceived.connect(self._hear)

    def _catch(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        self.faults.append(f"{kind.__name__}: {error}")
        self.said += traceback.format_exception(kind, error, trace)

    def _hear(self, text: str, tag: str, _level: object) -> None:
        if tag == "Tidemark":
            self.said.append(text)
        if "Traceback" in text or "fault of Tidemark" in text:
            self.faults.append(f"in the log: {text.strip().splitlines()[-1]}")

    def play(self, plan: dict[str, Any], folder: Path) -> dict[str, Any]:
        """Do one deed; return the answer and what was wrong with it."""
        self.faults, self.said = [], []
        faulthandler.dump_traceback_later(4 * LONGEST, exit=True)  # where a dialog blocks, nothing else can tell
        started = time.monotonic()
        deed: Callable[[dict[str, Any], Path], str] = getattr(self, f"do_{plan['do']}")
        try:
            answer = deed(plan, folder)
        except Exception as error:
            answer = "exception"
            self._catch(type(error), error, error.__traceback__)
        for title in open_dialogs():
            self.faults.append(f"a dialog waits: {title}")
            QApplication.activeModalWidget().close()
        words = self.dock.page.messageLabel.text() + self.dock.result.textLabel.text() + " ".join(self.said)
        if "fault of Tidemark" in words or "Traceback" in words:
            self.faults.append("told as a fault of Tidemark")
        if time.monotonic() - started > LONGEST:
            self.faults.append(f"{time.monotonic() - started:.0f} s")
        self.leave()
        faulthandler.cancel_dump_traceback_later()
        told = [*self.said[-30:], words][-31:] if self.faults else [words[-300:]]
        return {"number": plan["number"], "do": plan["do"], "answer": answer, "faults": self.faults, "said": told}

    def leave(self) -> None:
        """Close the project, whatever is under way."""
        self.dock.cancel()
        wait_for(lambda: not self.dock.is_running, LONGEST)
        self.window.select(None)  # as QGIS does by itself
        QgsProject.instance().clear()
        self.dock.form.methodBox.setCurrentIndex(0)
        wait_for(lambda: False, 0.05)

    def load(self, path: str) -> QgsRasterLayer | None:
        """Add a file as a layer, as a project may hold it, broken or not; None where it cannot even be held."""
        layer = QgsRasterLayer(path, Path(path).stem[:40])
        return QgsProject.instance().addMapLayer(layer)

    def do_dock(self, plan: dict[str, Any], folder: Path) -> str:
        """Choose task, images and method, read what is said of them, and click the button where it may be clicked."""
        form, dock = self.dock.form, self.dock
        form.choose_task(plan["task"])
        image = self.load(plan["image"])
        before = self.load(plan["before"]) if plan["before"] else None
        form.image.choose(image)
        if TASKS[plan["task"]].takes_before:
            form.before.choose(before)
        form.methodBox.setCurrentIndex(max(0, form.methodBox.findData(plan["method"])))
        form.scaleBox.setCurrentIndex(max(0, form.scaleBox.findData(plan["scale"])))
        form.folderWidget.setFilePath(str(folder / "out"))
        if not self._until_answered():
            return "no answer"
        if not dock.foot.runButton.isEnabled():
            if not form.image.noteLabel.text() and not dock.page.messageLabel.text() and image is not None and image.isValid():
                self.faults.append("the button is off without a word")
            return "refused"
        dock.foot.runButton.click()
        if not wait_for(lambda: not dock.is_running, LONGEST):
            self.faults.append("the run does not end")
        said = dock.page.messageLabel.text() + dock.result.textLabel.text()
        if not said.strip():
            self.faults.append("a run that ends without a word")
        return "map" if any((folder / "out").glob("*_class.tif")) else "error in words"

    def _until_answered(self) -> bool:
        form, notes = self.dock.form, self.dock.notes
        asked = [part.asked() for part in (form.image, form.before) if part.image() is not None]
        known = wait_for(lambda: not any(notes.is_asking(source) for source in asked), LONGEST)
        if not known:
            self.faults.append("the engine does not answer about the images")
        return known

    def do_algorithm(self, plan: dict[str, Any], _folder: Path) -> str:
        """Run an algorithm of the toolbox."""
        import processing

        from helpers.plugin.processing_runs import Listener

        ear = Listener()
        try:
            processing.run(f"tidemark:{plan['algorithm']}", plan["parameters"], feedback=ear)
        except QgsProcessingException as refusal:
            self.said += [*ear.said[-5:], *ear.errors, str(refusal)]
            if not str(refusal).strip():
                self.faults.append("refused without a word")
            return f"{plan['algorithm']} refused"
        self.said += [*ear.said[-5:], *ear.errors]
        return f"{plan['algorithm']} done"

    def do_map(self, plan: dict[str, Any], _folder: Path) -> str:
        """Load the map of an earlier run, select it, and fill the form with its settings."""
        layer = self.load(plan["map"])
        self.window.select(layer)
        wait_for(lambda: False, 0.2)
        run = record_of(plan["map"])
        if run is None:
            return "no record"
        add_earlier(plan["map"], run, QgsProject.instance())
        self.dock.result.show_new(plan["map"])
        use_again(self.dock.form, run, plan["map"], QgsProject.instance())
        wait_for(lambda: False, 0.2)
        return "shown"

    def do_model(self, plan: dict[str, Any], _folder: Path) -> str:
        """Add a model by its card, look at it, and take it off the list."""
        self.dock.form.choose_task("water")
        ask, QFileDialog.getOpenFileName = QFileDialog.getOpenFileName, lambda *_: (plan["card"], "")
        try:
            self.dock.add_model()
        finally:
            QFileDialog.getOpenFileName = ask
        shown = self.dock.pages.currentWidget() is self.dock.model_page
        if shown and self.dock.model_page._card is not None:
            self.dock.remove_model(self.dock.model_page._card)
        self.dock.pages.setCurrentWidget(self.dock.page)
        return "shown" if shown else "refused"

    def do_drop(self, plan: dict[str, Any], _folder: Path) -> str:
        """Drop files on the dock."""
        self.dock.take_files(plan["paths"])
        self._until_answered()
        return "taken" if self.dock.form.image.image() is not None else "nothing taken"


def main() -> None:
    """Play all plans."""
    profile, *plans = sys.argv[1:]
    application = QgsApplication([], True, profile)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    finder = RuntimeFinder()
    finder.find()
    provider = TidemarkProvider(finder)
    QgsApplication.processingRegistry().addProvider(provider)
    player = Player(finder)
    for path in map(Path, plans):
        print(json.dumps(player.play(json.loads(path.read_text(encoding="utf-8")), path.parent), ensure_ascii=True), flush=True)
    player.dock.stop()
    sys.stdout.flush()
    os._exit(0)  # the end of QGIS itself is no part of this


if __name__ == "__main__":
    main()
