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
from ..contract.job import DEVICES, METHODS_OF, Job, check_optical

FloatArray = npt.NDArray[np.float32]

COMPARING = ("flood", "change")
"""Tasks that may or must have an image before."""
STRONGEST_WIND = 40.0
"""In m/s: what is said beyond was typed in another unit, or wrongly."""


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


def check_options(job: Job) -> None:
    """Refuse options that no run could use. Raises `InputError`."""
    if job.threshold is not None and not 0.01 <= job.threshold <= 1:
        raise InputError(f"The threshold is {job.threshold:g}.", "It is a probability from 0.01 to 1.", "Give e.g. --threshold 0.5.")
    if job.device not in DEVICES:
        raise InputError(f"There is no device '{job.device}'.", f"Devices are {', '.join(DEVICES)}.", "Choose one of these.")
    if job.task not in COMPARING and job.find_source("before") is not None:
        raise InputError(
            f"The task '{job.task}' maps what is there, not what is new.",
            "An image before belongs to the tasks 'flood' and 'change'.",
            "Use --task flood, or leave it out.",
        )
    if job.reference_water and job.task != "flood":
        raise InputError(
            f"The task '{job.task}' does not ask for usual water.", "Reference water belongs to the task 'flood'.", "Leave it out."
        )
    if job.task == "change" and job.find_source("before") is None:
        raise InputError("Change needs two images, and there is one.", "", "Give the older one with --before (in QGIS: 'Image before').")
    methods = METHODS_OF[job.task]
    if job.method not in methods:
        raise InputError(
            f"The method '{job.method}' cannot do the task '{job.task}'.", f"Its methods are {', '.join(methods)}.", "Choose one of these."
        )
    _check_sea_options(job)
    check_optical(job)
    if job.threads < 0:
        raise InputError(f"{job.threads} threads were asked for.", "At least one is needed; 0 means all.", "Correct --threads.")


def _check_sea_options(job: Job) -> None:
    given = [
        name for name, value in (("land", job.land or None), ("wind", job.wind), ("minimum area", job.minimum_area)) if value is not None
    ]
    if given and job.task != "oil":
        raise InputError(
            f"The task '{job.task}' does not ask for {' and '.join(given)}.", "That belongs to the task 'oil'.", "Leave it out."
        )
    if job.wind is not None and not 0 <= job.wind <= STRONGEST_WIND:
        raise InputError(
            f"The wind is {job.wind:g} m/s.", f"It lies between 0 and {STRONGEST_WIND:g} m/s (1 knot is 0.51 m/s).", "Correct --wind."
        )
    if job.minimum_area is not None and not 0 <= job.minimum_area < math.inf:
        raise InputError(
            f"The minimum area is {job.minimum_area:g} ha.", "It is 0 or more, in hectares (1 km² is 100 ha).", "Correct --minimum-area."
        )
