"""Tell how far a piece of work has come and how long it will take, and stop it where it was cancelled."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from ..contract.errors import Cancelled
from ..contract.job import Event
from .reader import ClassStrip


class Progress:
    """Counts what is done of a piece of work.

    Args:
        total: of what is counted: windows, blocks, rows in all passes.
        report: takes ``progress`` events.
        cancelled: asked at every count.
    """

    def __init__(self, total: int, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> None:
        self.total, self._report, self._cancelled = total, report, cancelled
        self._done, self._started = 0, time.monotonic()

    def tick(self, more: int) -> None:
        """Count so many more as done, and report where there are any. Raises `Cancelled`."""
        if self._cancelled():
            raise Cancelled
        if more:
            self._done += more
            left = (time.monotonic() - self._started) / self._done * (self.total - self._done)
            self._report(Event("progress", {"done": self._done, "total": self.total, "seconds_left": round(left, 1)}))

    def over(self, strips: Iterable[ClassStrip]) -> Iterator[ClassStrip]:
        """Yield strips, and count the rows of each when the next one is asked for. Raises `Cancelled`."""
        for strip in strips:
            self.tick(0)
            yield strip
            self.tick(len(strip.classes))
