"""Hand a run's context to all that it calls: what to do, with which model, and whom to tell."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..contract.card import Card
from ..contract.errors import Cancelled
from ..contract.job import Event, Job, Source
from ..contract.record import ImageRecord
from ..contract.tasks import TASKS, TaskSpec

_BASELINE_THRESHOLD = 0.5


def threshold_of(job: Job, card: Card | None) -> float:
    """Return the probability from which a pixel is detected, 0 to 1; the card is None for a baseline."""
    if job.threshold is not None:
        return job.threshold
    return card.threshold if card else _BASELINE_THRESHOLD


def scales_of(job: Job, card: Card | None) -> tuple[float, ...]:
    """Return the scales of multiscale inference; empty for a baseline."""
    return job.scales or card.scales if card else ()


class Listener:
    """Whom a run tells what, and who may stop it.

    Args:
        report: takes events while the run goes on.
        cancelled: asked several times a second whether to stop.

    Attributes:
        notices: what the user was told so far.
    """

    def __init__(self, report: Callable[[Event], None], cancelled: Callable[[], bool]) -> None:
        self.report, self.cancelled = report, cancelled
        self.notices: list[str] = []

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


class RunContext(Listener):
    """What one run carries along.

    Args:
        job: what to do; its task is the one that the map shows.
        card: the model's card; None for a baseline.
        report, cancelled: see `Listener`.
        options: `OVERLAYS` as they were given, for the record.
        products: by role, what is known of an image that was made of products.
    """

    def __init__(
        self,
        job: Job,
        card: Card | None,
        report: Callable[[Event], None],
        cancelled: Callable[[], bool],
        options: Mapping[str, Any],
        products: Mapping[str, ImageRecord],
    ) -> None:
        super().__init__(report, cancelled)
        self.job, self.card, self.options, self.products = job, card, options, products

    @property
    def spec(self) -> TaskSpec:
        """The task in words."""
        return TASKS[self.job.task]

    def known_of(self, source: Source) -> ImageRecord:
        """Return what is known of an image before it is opened: the products that it was made of, or its files."""
        return self.products.get(source.role, ImageRecord(source.paths))

    @property
    def threads(self) -> int:
        """CPU threads in all."""
        return self.job.threads or os.cpu_count() or 1

    @property
    def scales(self) -> tuple[float, ...]:
        """Scales of multiscale inference; empty for a baseline."""
        return scales_of(self.job, self.card)

    @property
    def threshold(self) -> float:
        """Probability from which a pixel is detected, 0 to 1."""
        return threshold_of(self.job, self.card)
