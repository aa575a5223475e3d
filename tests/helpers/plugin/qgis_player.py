"""Play a script inside QGIS (`qgis --code`) as a user would: every step waits for what a user would wait for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.utils import iface

POLL_MS = 50
PATIENCE_POLLS = 180_000 // POLL_MS

Condition = Callable[[], bool]


def after(polls: int) -> Condition:
    """Return a condition that holds after so many polls."""
    left = iter(range(polls))
    return lambda: next(left, None) is None


class Player(QObject):  # type: ignore[misc]
    """Goes through the steps without blocking QGIS; ends it with status 1 where a step fails or waits too long."""

    def __init__(self, script: Generator[Condition, None, None]) -> None:
        super().__init__(iface.mainWindow())
        self._script = script
        self._condition = after(1)
        self._polls = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)  # a step may let QGIS work, and must not be begun again meanwhile
        self._timer.timeout.connect(self._poll)
        self._timer.start(POLL_MS)

    def _poll(self) -> None:
        self._polls += 1
        try:
            if self._condition():
                self._condition = next(self._script)
                self._polls = 0
        except StopIteration:
            self._leave(0)
        except Exception as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            self._leave(1)
        else:
            if self._polls > PATIENCE_POLLS:
                print("a step has waited too long", file=sys.stderr)
                self._leave(1)
            else:
                self._timer.start(POLL_MS)

    def _leave(self, status: int) -> None:
        self._script.close()  # it holds layers, which must not outlive QGIS
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        QgsApplication.exit(status)
