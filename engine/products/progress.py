"""Report and stop work that goes through a raster in strips of rows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from ..contract.errors import Cancelled
from ..contract.job import Event
from .reader import ClassStrip


class Progress:
    """Reports rows done and asks whether to stop.

    Args:
        total: rows in all passes.
        report: takes ``progress`` events.
        cancelled: asked before every strip.
    """

    def __init__(self, total: int, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> None:
        self.total, self._report, self._cancelled = total, report, cancelled
        self._done, self._started = 0, time.monotonic()

    def over(self, strips: Iterable[ClassStrip]) -> Iterator[ClassStrip]:
        """Yield strips, and count each as done when the next one is asked for. Raises `Cancelled`."""
        for strip in strips:
            if self._cancelled():
                raise Cancelled
            yield strip
            self._done += len(strip.classes)
            left = (time.monotonic() - self._started) / self._done * (self.total - self._done)
            self._report(Event("progress", {"done": self._done, "total": self.total, "seconds_left": round(left, 1)}))
