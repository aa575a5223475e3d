"""Methods, made ready for the images of a run, turn windows of backscatter into probability."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

import numpy as np

from ..contract.card import Card, find_card
from ..contract.errors import InputError
from ..contract.job import Job
from ..contract.options import OPTIONS
from ..contract.tasks import STUDENT
from ..raster.arrays import FloatArray
from .context import RunContext
from .quicker import quicker

Predictor = Callable[[FloatArray], FloatArray]

_WINDOW_MULTIPLE = 16
_LEAST_OVERLAP = 8


@dataclass(frozen=True)
class Method:
    """What the sliding window and the run record need of a method.

    Attributes:
        predict: float32 (dates × bands + beside, H, W), radar in dB (or display bytes) without NaN, to float32 (layers, H, W): for water
            and floods the probability on each date, or of flood where the method compares them; for change the probability of change
            and the change in dB.
        bands: polarisations of one date, in the order of the image.
        dates: 2 where another date is compared with.
        layers: of what `predict` returns.
        overlap: of two windows, in pixels.
        window_multiple: a window is a multiple of this many pixels.
        workers: threads that may call `predict` at once.
        threshold: from which a pixel is detected, 0 to 1.
        describe_device: returns what it runs on, in words; it may change during the run.
        card: the model's card; None for the baselines.
        record: what the run record says of the method.
        beside: names of the channels that follow the radar's bands.
        possible_threshold: probability of any water from which what is no open water is possible water; None: not told. Else the layers
            are those of open water on each date, then those of any water.
        sees_gaps: whether `predict` takes NaN where nothing was observed or land was hidden; else it gets the image's median there.
    """

    predict: Predictor
    bands: tuple[str, ...]
    dates: int
    layers: int
    overlap: int
    window_multiple: int
    workers: int
    threshold: float
    describe_device: Callable[[], str]
    card: Card | None
    record: dict[str, Any]
    beside: tuple[str, ...] = ()
    possible_threshold: float | None = None
    sees_gaps: bool = False

    @property
    def stored_types(self) -> tuple[type[np.floating[Any]], ...]:
        """As which each channel waits to be predicted: what lies beside the radar are grey levels and a weight, and 16 bits hold them."""
        return tuple(np.float16 if name in self.beside else np.float32 for name in self.channels)

    @property
    def pixel_bytes(self) -> int:
        """Bytes of all channels of a pixel that waits to be predicted."""
        return sum(np.dtype(kind).itemsize for kind in self.stored_types)

    @property
    def channels(self) -> tuple[str, ...]:
        """Names of what `predict` takes."""
        return self.bands * self.dates + self.beside

    @property
    def compares(self) -> bool:
        """Whether the only probability is already one of what is new."""
        return self.dates == 2 and self.layers == 1


class Rule(Protocol):
    """A baseline fitted to an image."""

    @property
    def halo(self) -> int:
        """Pixels at a window's edge that see too little of their neighbourhood."""
        ...

    def predict(self, image: FloatArray) -> FloatArray:
        """Return the probability, float32, of an image float32 (C, H, W)."""
        ...

    def describe(self) -> str:
        """Return the rule in words, for the run record."""
        ...


class RuleByDate:
    """A rule for each date as one: float32 (dates × bands, H, W) to float32 (dates, H, W)."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self.halo = rules[0].halo
        self.predict = date_by_date([rule.predict for rule in rules])

    def describe(self) -> str:
        """Return the rules in words."""
        return "; before: ".join(rule.describe() for rule in self._rules)


def baseline_method(run: RunContext, rule: Rule, bands: tuple[str, ...], dates: int = 1) -> Method:
    """Return a method from a rule that returns a layer for each date."""
    return Method(
        predict=rule.predict,
        bands=bands,
        dates=dates,
        layers=dates,
        overlap=max(_LEAST_OVERLAP, 4 * rule.halo),
        window_multiple=_WINDOW_MULTIPLE,
        workers=run.threads,
        threshold=run.threshold,
        describe_device=lambda: "CPU",
        card=None,
        record={"name": run.job.method, "thresholds": rule.describe()},
    )


def date_by_date(predictors: Sequence[Predictor]) -> Predictor:
    """Return what predicts each date with its own predictor: float32 (dates × bands, H, W) to float32 (dates, H, W)."""

    def predict(image: FloatArray) -> FloatArray:
        dates = np.split(image, len(predictors))
        return np.stack([predictor(date) for predictor, date in zip(predictors, dates, strict=True)])

    return predict


def layer_by_layer(predictors: Sequence[Predictor], layers: int) -> Predictor:
    """Return what predicts each date with its own predictor, which returns float32 (layers, H, W).

    It takes float32 (dates × bands, H, W) and returns float32 (layers × dates, H, W): all dates of the first layer, then of the next.
    """

    def predict(image: FloatArray) -> FloatArray:
        dates = np.split(image, len(predictors))
        found = [predictor(date) for predictor, date in zip(predictors, dates, strict=True)]
        return np.stack([date[layer] for layer in range(layers) for date in found]) if len(found) > 1 else found[0]

    return predict


def choose_card(job: Job) -> Card | None:
    """Return the card that a job's method needs, None for a baseline.

    A model that nobody has named may be its 8-bit copy, where the device is left to Tidemark (`quicker`).

    Raises:
        ModelError: there is none that fits.
        InputError: it compares two dates, and there is one.
    """
    if job.method != STUDENT:
        return None
    card = find_card(job.model, job.task, optical=len(job.optical))
    if not job.model and job.device == "auto" and not job.optical:
        card = quicker(card)
    if card.compares_dates and job.find_source("before") is None:
        raise InputError(
            f"The model '{card.name}' compares two dates, and there is one image.",
            "",
            "Give the older one with --before (in QGIS: 'Image before'), or choose another model.",
        )
    return card


def overlap_at(card: Card, scales: Sequence[float], multiple: int) -> int:
    """Return the overlap of two windows, in pixels, by which a card's network sees as much around as its card asks for at every scale.

    Args:
        card: whose overlap is meant for its own scales.
        scales: of the run.
        multiple: of the windows; the overlap is one too, so that all windows are resized, and lie on the network's grid, alike.
    """
    overlap = card.overlap * max(1.0, min(card.scales) / min(scales))
    return math.ceil(round(overlap / multiple, 6)) * multiple


def window_multiple(stride: int, scales: tuple[float, ...]) -> int:
    """Return the least window that is a multiple of a network's stride at every scale. Raises `InputError` for odd scales."""
    limits = OPTIONS["scales"].limits
    least = 1
    for scale in scales:
        fraction = Fraction(scale).limit_denominator(20)
        if limits is not None and (abs(float(fraction) - scale) > 1e-6 or not limits.least <= scale <= limits.most):
            raise InputError(f"The scale {scale:g} cannot be used.", limits.needed, limits.do)
        needed = stride * fraction.denominator // math.gcd(stride * fraction.denominator, fraction.numerator)
        least = math.lcm(least, needed)
    return least
