"""What a run needs of a method, and the options that no method could use."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from ..contract.card import Card, find_card
from ..contract.errors import InputError
from ..contract.job import Job

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Method:
    """What the sweep and the run record need of a method.

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
        device: in words, as far as known before the run.
        card: the model's card; None for the classical methods.
        record: what the run record says of the method.
        beside: names of the channels that follow the radar's bands.
        sees_gaps: whether `predict` takes NaN where nothing was observed or land was hidden; else it gets the image's median there.
    """

    predict: Callable[[FloatArray], FloatArray]
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
    sees_gaps: bool = False

    @property
    def compares(self) -> bool:
        """Whether the only probability is already one of what is new."""
        return self.dates == 2 and self.layers == 1


def choose_card(job: Job) -> Card | None:
    """Return the card that a job's method needs, None for a classical method.

    Raises:
        ModelError: there is none that fits.
        InputError: it compares two dates, and there is one.
    """
    if job.method != "student":
        return None
    card = find_card(job.model, job.task, optical=job.find_source("optical") is not None)
    if card.compares_dates and job.find_source("before") is None:
        raise InputError(
            f"The model '{card.name}' compares two dates, and there is one image.",
            "",
            "Give the older one with --before (in QGIS: 'Image before'), or choose another model.",
        )
    return card


def window_multiple(stride: int, scales: tuple[float, ...]) -> int:
    """Return the least window that is a multiple of a network's stride at every scale."""
    least = 1
    for scale in scales:
        fraction = Fraction(scale).limit_denominator(20)
        if abs(float(fraction) - scale) > 1e-6 or not 0.1 <= scale <= 4:
            raise InputError(
                f"The scale {scale:g} cannot be used.",
                "Scales lie between 0.1 and 4 in steps such as 0.05.",
                "Give e.g. --scales 0.5,0.75,1.",
            )
        needed = stride * fraction.denominator // math.gcd(stride * fraction.denominator, fraction.numerator)
        least = math.lcm(least, needed)
    return least
