"""Change of backscatter between two dates: darker or brighter, by a network that compares one band of both, or by the log-ratio."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..contract.card import Card
from ..contract.classes import PROBABILITY_NODATA, ClassCode
from ..contract.filenames import CHANGE_DB
from ..contract.tasks import CHANGE
from ..masks.exclusions import Exclusions
from ..masks.reference_water import ReferenceWater
from ..methods import log_ratio
from ..methods.context import RunContext
from ..methods.method import Method, baseline_method
from ..methods.student import Student
from ..products.writer import CHANGE_NODATA
from ..raster.arrays import BoolArray, ByteArray, FloatArray, chosen
from ..raster.radiometry import stretch_limits
from ..raster.scene import Scene
from ..raster.two_dates import Pair, in_order, pair_dates
from ..raster.warp import Readable
from .classify import in_per_cent
from .task import Place, RowClassifier, Task, shared_bands


class ChangeTask(Task):
    """Maps decrease and increase of backscatter."""

    spec = CHANGE
    _pair: Pair

    @classmethod
    def in_order(cls, scenes: Sequence[Scene], run: RunContext) -> Sequence[Scene]:
        """Return the newer scene first, where the dates are known."""
        return in_order(scenes, run.notice)

    @classmethod
    def check_bands(cls, bands: Sequence[str], name: str, card: Card | None) -> None:
        """Take whatever band an image has: what matters is that both dates have it, too."""

    def rasters_beside(self, method: Method) -> list[str]:  # noqa: ARG002
        """Return the change in dB, but not of display bytes, which have no decibels."""
        return [] if self.scene.is_display else [CHANGE_DB]

    def image(self, place: Place) -> Readable:  # noqa: ARG002
        """Return both dates; display bytes of the older one with the newer one's histogram."""
        after, before = self.scenes
        self._pair = pair_dates(after, before, self.run.notice)
        return self._pair

    def method(self, place: Place) -> Method:
        """Return the run's method."""
        bands, display, card = shared_bands(self.scenes), self.scene.is_display, self.run.card
        sample = self._pair.sample_db(bands * 2)
        if card is not None:
            return self._student(card, sample, bands, place)
        rule, notices = log_ratio.fit(self.run.job.method, sample, display)
        self.run.notice_all(notices)
        return baseline_method(self.run, rule, bands, 2)

    def classifier(self, method: Method, left_out: Exclusions, reference: ReferenceWater | None) -> RowClassifier:  # noqa: ARG002
        """Return what decides the classes."""
        return ChangeClassifier(method.threshold, left_out.rows)

    def _student(self, card: Card, sample: Sequence[FloatArray], bands: tuple[str, ...], place: Place) -> Method:
        student = Student(self.run, card, place.side_by_side)
        # One stretch for both dates, or their difference would be lost; one for each polarisation.
        both = [np.concatenate(np.split(window, 2), axis=2) for window in sample]
        low, high = stretch_limits(both, card.stretch_percentiles)
        predictors = [student.predictor(low=np.repeat(low[i], 2), high=np.repeat(high[i], 2)) for i in range(len(bands))]
        display = self.scene.is_display
        opinion = log_ratio.second_opinion(card.log_ratio_weight, sample, display) if card.log_ratio_weight else None
        if opinion and not opinion.weight:
            self.run.notice("Both dates have observed too few pixels in common for the log-ratio's threshold: the network decides alone.")
        return student.method(log_ratio.student(predictors, display, opinion), bands, 2)


@dataclass(frozen=True)
class ChangeClassifier:
    """Decides the classes of rows of a change map: what the probability calls changed, by the sign of the change in backscatter.

    Attributes:
        threshold, left_out: see `Classifier`.
    """

    threshold: float
    left_out: Callable[[int, int], ByteArray]

    def rows(self, layers: FloatArray, observed: BoolArray, first: int) -> dict[str, npt.NDArray[Any]]:
        """Return ``probability`` in per cent and ``class``, uint8 (rows, width), and ``change_db``, int16, in hundredths of a dB.

        Args:
            layers: float32 (2, rows, width): probability of change, and the change in dB.
            observed: bool (rows, width).
            first: the first row's number on the map.
        """
        percent, change = in_per_cent(layers[0]), np.rint(layers[1] * 100).astype(np.int16)
        classes = by_direction(percent >= round(self.threshold * 100), change)
        codes = self.left_out(first, first + len(percent))
        if codes.any():
            np.copyto(classes, codes, where=codes > 0)
        if not observed.all():
            classes[~observed], percent[~observed], change[~observed] = ClassCode.NOT_OBSERVED, PROBABILITY_NODATA, CHANGE_NODATA
        return {"probability": percent, "class": classes, "change_db": change}


def by_direction(changed: BoolArray, change: npt.NDArray[np.int16]) -> ByteArray:
    """Return decrease and increase, uint8 (rows, width), of where there is change, and of how much in hundredths of a dB."""
    darker = change < 0
    return chosen(changed & darker, ClassCode.DECREASE) | chosen(changed & ~darker, ClassCode.INCREASE)
