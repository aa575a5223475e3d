"""Flood: water now that was not there before, by an image before, by reference water, or by a network that compares two dates.

Optical images of the date to map, and of the one before, may stand beside the radar's.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace

import numpy as np

from ..contract.card import Card
from ..contract.record import OpticalRecord, RunRecord
from ..contract.tasks import FLOOD
from ..methods.context import RunContext
from ..methods.log_ratio import FIXED_DB, changes_db, log_ratio, mean_probability
from ..methods.method import Method, Predictor
from ..methods.student import Student
from ..methods.two_sensors import RAMP, BesideRadar, Optical, open_optical, where_seen
from ..raster.arrays import FloatArray
from ..raster.scene import Scene
from ..raster.two_dates import Pair, pair_dates
from ..raster.warp import Readable
from .classify import AFTER, BEFORE
from .task import Place, shared_bands
from .water import WaterTask

ANY_BEFORE = 3
"""Layer of the probability of any water before, where a method tells it."""
SURE, EVEN = 0.9, 0.5
"""Probabilities from which water before is believed whatever has happened since, as calm lakes are, and from which it is likely."""


class FloodTask(WaterTask):
    """Maps flood."""

    spec = FLOOD

    def __init__(self, run: RunContext, scenes: Sequence[Scene], stack: ExitStack) -> None:
        super().__init__(run, scenes, stack)
        self._optical: Optical | None = None
        self._pair: Pair | None = None
        self._beside: BesideRadar | None = None
        card = run.card
        if card is not None and card.optical is not None and run.job.optical:
            self._optical = stack.enter_context(open_optical(run.job, card.optical, card.stretch_percentiles, self.scene.grid))

    @property
    def opened_bytes(self) -> int:
        """Bytes of a row of blocks of all images that the run reads from."""
        return super().opened_bytes + (self._optical.block_row_bytes if self._optical else 0)

    def image(self, place: Place) -> Readable:
        """Return the scene, or both dates, or both dates with optical images beside them."""
        if len(self.scenes) == 1:
            return self.scene
        after, before = self.scenes
        self._pair = pair_dates(after, before, self.run.notice, matched=False)
        if self._optical is None:
            return self._pair
        self.run.notice_all(self._optical.differences())
        ramp = round(RAMP * max(1.0, place.seen.height / place.shape[0]))
        self._beside = BesideRadar(self._pair, self._optical, place.window, ramp)
        return self._beside

    def method(self, place: Place) -> Method:
        """Return the run's method: a network that compares both dates, or one that sees water on each."""
        card = self.run.card
        if card is None or self._pair is None or not card.compares_dates:
            return super().method(place)
        return self._comparing(card, self._pair, place)

    def compare(self, predict: Predictor) -> Predictor:
        """Return the student's predictor held against the change between the dates, where there are two."""
        if self._pair is None:
            return predict
        display, card = self.scene.is_display, self.run.card
        common = common_change(self._pair.sample_db(shared_bands(self.scenes) * 2), display)
        limits = None if card is None or card.possible_threshold is None else (self.run.threshold, card.possible_threshold)
        return weigh_change(predict, display, common, limits)

    @classmethod
    def notices_anew(cls, run: RunRecord) -> Sequence[str]:
        """Return that the water on the date before is the first run's, where there was such a date."""
        if run.before is None:
            return ()
        return (
            "Reference water is what the first run's threshold made of the image before: with a lower one now, shores may pass for flood.",
        )

    def notices(self) -> list[str]:
        """Return where the optical images were used."""
        return self._beside.notices() if self._beside else []

    def optical_record(self) -> OpticalRecord | None:
        """Return what the run record says of the optical images."""
        return self._beside.record() if self._beside else None

    def _comparing(self, card: Card, pair: Pair, place: Place) -> Method:
        """Make a network ready that compares the dates itself, and where there are optical images the one that sees them too."""
        bands = shared_bands(self.scenes)
        # A window with optical images takes several times the memory of one without: half as many, each by two threads.
        side_by_side = place.side_by_side if self._optical is None else min(place.side_by_side, (self.run.threads + 1) // 2)
        student = Student(self.run, card, side_by_side)
        constants = student.limits(pair.sample_db(bands * 2))
        limits = [_of_band(constants, index, len(bands)) for index in range(len(bands))]
        alone = [student.predictor(**one) for one in limits]
        if self._optical is None or card.optical is None:
            return student.method(lambda dates: mean_probability(alone, dates)[None], bands, 2, 1)
        larger, optical = Student(self.run, card, side_by_side, with_optical=True), self._optical
        both = [larger.predictor(**one, **optical.limits) for one in limits]
        method = student.method(where_seen(alone, both, len(optical.channels)), bands, 2, 1)
        return replace(method, beside=optical.channels, record={**method.record, "optical_sha256": card.optical.sha256})


def common_change(sample: Sequence[FloatArray], display: bool) -> float:
    """Return how far land has darkened all over, in dB, from -`FIXED_DB` to 0: soil that dries between two dates is no flood.

    The upper quartile of the change tells it: three quarters of a scene would have to be flooded to be mistaken for that.

    Args:
        sample, display: see `changes_db`.
    """
    changes = changes_db(sample, display)
    return float(np.clip(np.percentile(changes, 75), -FIXED_DB, 0.0)) if changes.size else 0.0


def weigh_change(predict: Predictor, display: bool, common: float, limits: tuple[float, float] | None = None) -> Predictor:
    """Return a method that holds what it sees on each date against the change between them.

    Bare, smooth ground can look like water on one date. Where a network is not sure of the water before and the ground has become clearly
    darker since, it was such ground: water does not do that unless the wind on it has dropped, and then it had hardly looked like water.
    And what looks like water now but has not become clearly darker, nor was it water before, is such ground now: unless it was possible
    water before, as a river in wind is, for then it was water on both dates.

    Args:
        predict: float32 (2 × bands, H, W) in dB, newer date first, to the probabilities of water on both dates, float32 (2, H, W), after
            which those of any water may follow.
        display: whether the images hold display bytes.
        common: change of all the land, in dB (`common_change`): clearly darker is what fell by `FIXED_DB` more.
        limits: probabilities from which there is open and possible water, where the layers tell of both; None: they do not.

    Returns:
        the same, with a probability of 0 before where it was below `SURE` and the ground has become clearly darker, and of 0 after where
        it has not and was no water before; but where there is open water now and was possible water before, that of both dates is the
        one after.
    """

    def weighing(image: FloatArray) -> FloatArray:
        layers = predict(image).copy()
        after, before = layers[AFTER], layers[BEFORE]
        darker = log_ratio(image, display) <= common - FIXED_DB
        unchanged = ~darker & (before < EVEN)
        if limits is not None and len(layers) > ANY_BEFORE:
            still = unchanged & (after >= limits[0]) & (layers[ANY_BEFORE] >= limits[1])
            before[still] = after[still]
            unchanged &= ~still
        after[unchanged] = 0
        before[darker & (before < SURE)] = 0
        return layers

    return weighing


def _of_band(constants: dict[str, FloatArray], index: int, bands: int) -> dict[str, FloatArray]:
    """Return a polarisation's share of constants of both dates: each date's own."""
    return {name: values[[index, bands + index]] for name, values in constants.items()}
