"""A QgsTask that supervises one piece of the engine's work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Event as Flag
from typing import Any

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...engine.contract.errors import Cancelled, TidemarkError
from ...engine.contract.job import Event
from ...engine.contract.requests import Request
from ..i18n import tr
from .worker import EngineError, Runtime, converse


@dataclass
class TaskOutcome:
    """The answer to a piece of work, or why there is none. It lives outside the task, because QGIS deletes a task that has finished.

    Attributes:
        answer: the data of the engine's answer, or None.
        error: why there is no answer; None after a cancelled run.
        over: set once the engine's process has ended.
    """

    answer: Mapping[str, Any] | None = None
    error: TidemarkError | None = None
    over: Flag = field(default_factory=Flag)


class EngineTask(QgsTask):
    """Sends one request to the engine's process and waits for it in a thread of QGIS's task manager.

    Signals:
        heard: an `Event` from the engine, while it runs.
        ended: nothing; `outcome` is complete. Sent in the thread that draws QGIS.
    """

    heard = pyqtSignal(object)
    ended = pyqtSignal()

    def __init__(self, title: str, request: Request, runtime: Runtime, outcome: TaskOutcome) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._request = request
        self._runtime = runtime
        self._outcome = outcome

    def run(self) -> bool:
        """Hold the conversation; called by QGIS in another thread."""
        try:
            self._outcome.answer = converse(self._runtime, self._request, self._pass_on, self.isCanceled).data
        except Cancelled:
            return False
        except TidemarkError as error:
            self._outcome.error = error
        except Exception as error:  # QGIS would take it for a cancelled task
            self._outcome.error = EngineError(f"{type(error).__name__}: {error}", "", tr("Please report this: it is a fault of Tidemark."))
        finally:
            self._outcome.over.set()
        return self._outcome.answer is not None

    def finished(self, successful: bool) -> None:
        """Say that it is over; called by QGIS in the thread that draws."""
        self.ended.emit()

    def _pass_on(self, event: Event) -> None:
        if event.kind == "progress" and event.data.get("total"):
            self.setProgress(100.0 * event.data["done"] / event.data["total"])
        self.heard.emit(event)
