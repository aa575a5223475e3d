"""The foot of the dock: the button that starts a run, its progress in the place of the engine's line, and Cancel."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...engine.contract.job import Event
from ..i18n import tr


class RunBar(QWidget):
    """Starts, shows and cancels a run. Its height stays the same, so that nothing moves under the pointer.

    Signals:
        run_asked, cancel_asked, engine_asked, history_asked, help_asked: the user has clicked.
    """

    run_asked = pyqtSignal()
    cancel_asked = pyqtSignal()
    engine_asked = pyqtSignal()
    history_asked = pyqtSignal()
    help_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("run_bar.ui")), self)
        self._words = self._device = ""
        self._is_cancelling = False
        self.runButton.clicked.connect(self.run_asked)
        self.cancelButton.clicked.connect(self.cancel_asked)
        self.helpButton.clicked.connect(self.help_asked)
        self.engineButton.clicked.connect(self.engine_asked)
        self.historyButton.clicked.connect(self.history_asked)
        self.show_idle()

    def show_ready(self, ready: bool, title: str) -> None:
        """Say what a run would make, and whether it can start."""
        self.runButton.setText(title)
        self.runButton.setEnabled(ready)

    def show_engine(self, words: str, button: str = "") -> None:
        """Say what the engine runs on, or what is the matter with it, and what a click is for; empty: there is nothing to click."""
        self.engineLabel.setText(words)
        self.engineButton.setText(button)
        self.engineButton.setVisible(bool(button))

    def show_idle(self) -> None:
        """Show that nothing is under way."""
        self.foot.setCurrentWidget(self.idlePage)
        self.cancelButton.setEnabled(False)
        self.statusLabel.clear()

    def show_started(self, words: str) -> None:
        """Show that a run has begun, whose progress is told in words that hold `done` and `total`."""
        self._words, self._device, self._is_cancelling = words, "", False
        self.runButton.setEnabled(False)
        self.cancelButton.setEnabled(True)
        self.statusLabel.setText(tr("Starting…"))
        self.progressBar.setRange(0, 0)
        self.foot.setCurrentWidget(self.runningPage)

    def name_step(self, words: str) -> None:
        """Tell progress in other words from now on: another step has begun."""
        self._words = words

    def show_cancelling(self) -> None:
        """Show that the run is being stopped."""
        self._is_cancelling = True
        self.statusLabel.setText(tr("Cancelling…"))
        self.cancelButton.setEnabled(False)

    def hear(self, event: Event) -> None:
        """Show what the engine says of its progress."""
        if event.kind == "started":
            self._device = str(event.data.get("device") or "")
        if event.kind not in ("started", "progress") or self._is_cancelling:
            return
        done, total = int(event.data.get("done", 0)), int(event.data.get("total") or event.data.get("tiles") or 0)
        self.progressBar.setRange(0, total)
        self.progressBar.setValue(done)
        parts = [self._words.format(done=done, total=total)]
        if event.data.get("seconds_left") is not None:
            parts.append(time_left(float(event.data["seconds_left"])))
        self.statusLabel.setText(" · ".join([*parts, self._device] if self._device else parts))


def time_left(seconds: float) -> str:
    """Say how long it will take, e.g. "about 40 s left"."""
    if seconds < 90:
        return tr("about {seconds:.0f} s left").format(seconds=max(1.0, seconds))
    return tr("about {minutes:.0f} min left").format(minutes=seconds / 60)
