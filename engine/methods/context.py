"""The context of one run, handed to all that it calls: what to do, with which model, and whom to tell."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ..contract.card import Card
from ..contract.errors import Cancelled
from ..contract.job import Event, Job
from ..contract.tasks import TASKS, TaskSpec

_BASELINE_THRESHOLD = 0.5


@dataclass(frozen=True)
class RunContext:
    """What one run carries along.

    Attributes:
        job: what to do; its task is the one that the map shows.
        card: the model's card; None for a baseline.
        report: takes events while the run goes on.
        cancelled: asked several times a second whether to stop.
        notices: what the user was told so far.
    """

    job: Job
    card: Card | None
    report: Callable[[Event], None]
    cancelled: Callable[[], bool]
    notices: list[str] = field(default_factory=list)

    @property
    def spec(self) -> TaskSpec:
        """The task in words."""
        return TASKS[self.job.task]

    @property
    def threads(self) -> int:
        """CPU threads in all."""
        return self.job.threads or os.cpu_count() or 1

    @property
    def scales(self) -> tuple[float, ...]:
        """Scales of multiscale inference; empty for a baseline."""
        return self.job.scales or self.card.scales if self.card else ()

    @property
    def threshold(self) -> float:
        """Probability from which a pixel is detected, 0 to 1."""
        if self.job.threshold is not None:
            return self.job.threshold
        return self.card.threshold if self.card else _BASELINE_THRESHOLD

    def notice(self, text: str) -> None:
        """Tell the user something, once."""
        if text not in self.notices:
            self.notices.append(text)
            self.report(Event("notice", {"text": text}))

    def notice_all(self, texts: Iterable[str]) -> None:
        """Tell the user several things, each once."""
        for text in texts:
            self.notice(text)

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` where the run is to stop."""
        if self.cancelled():
            raise Cancelled
