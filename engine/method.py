"""The method of a run: a student over its scales, or a classical rival, ready to predict windows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from . import baselines
from .card import Card, find_card
from .errors import InputError
from .job import DEVICES, Job
from .multiscale import MultiscaleStudent
from .network import Network
from .scene import Scene

FloatArray = npt.NDArray[np.float32]

DATES = ("The image", "The image before")
COMPARING = ("flood",)
_BASELINE_WINDOW_MULTIPLE = 16


@dataclass(frozen=True)
class Method:
    """What the sweep and the run record need of a method.

    Attributes:
        predict: float32 (dates × bands, H, W) in dB without NaN to float32 (dates, H, W), 0 to 1.
        bands: polarisations of one date, in the order of C.
        dates: 2 where the image before is compared with.
        overlap: of two windows, in pixels.
        window_multiple: a window is a multiple of this many pixels.
        workers: threads that may call `predict` at once.
        threshold: from which a pixel is detected, 0 to 1.
        device: in words, as far as known before the run.
        card: the model's card; None for the classical methods.
        record: what the run record says of the method.
    """

    predict: Callable[[FloatArray], FloatArray]
    bands: tuple[str, ...]
    dates: int
    overlap: int
    window_multiple: int
    workers: int
    threshold: float
    describe_device: Callable[[], str]
    card: Card | None
    record: dict[str, Any]


def choose_card(job: Job) -> Card | None:
    """Return the card that a job's method needs, None for a classical method. Raises `ModelError`."""
    return find_card(job.model, job.task) if job.method == "student" else None


def prepare(job: Job, card: Card | None, scenes: Sequence[Scene], threads: int, windows: int, notice: Callable[[str], None]) -> Method:
    """Make a job's method ready.

    Args:
        card: from `choose_card`.
        scenes: the image to map and, where there is one, the image before.
        threads: CPU threads in all.
        windows: windows that can be predicted side by side.
        notice: takes what the user should know.

    Raises:
        InputError: a scene lacks a band, or an option is out of range.
        ModelError: the network is damaged.
    """
    if card is None:
        return _rival(job, scenes, threads, notice)
    for name, scene in zip(DATES, scenes, strict=False):
        missing = [band for band in card.bands if band not in scene.bands.numbers]
        if not missing:
            continue
        raise InputError(
            f"{name} has {', '.join(scene.bands.numbers)}, but not {', '.join(missing)}.",
            f"The model '{card.name}' needs {' and '.join(card.bands)}.",
            "Add the missing band's file, name the bands with --bands, or use --method otsu, which takes one band.",
        )
    scales = job.scales or card.scales
    workers = max(1, min(threads, windows))
    network = Network(card, job.device, max(1, threads // workers), notice)
    if network.device != "cpu":
        workers = 1
    student = MultiscaleStudent(network.run, scales, job.flip)
    return Method(
        predict=_date_by_date([student.predict] * len(scenes)),
        bands=card.bands,
        dates=len(scenes),
        overlap=card.overlap,
        window_multiple=window_multiple(card.window_multiple, scales),
        workers=workers,
        threshold=card.threshold if job.threshold is None else job.threshold,
        describe_device=network.describe,
        card=card,
        record={"name": "student", "model": card.name, "sha256": card.sha256, "scales": list(scales), "flip": job.flip},
    )


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


def _rival(job: Job, scenes: Sequence[Scene], threads: int, notice: Callable[[str], None]) -> Method:
    bands = tuple(band for band in ("VV", "VH", "HH", "HV") if all(band in scene.bands.numbers for scene in scenes))
    if not bands:
        raise InputError(
            f"The image has {', '.join(scenes[0].bands.numbers)}, the image before {', '.join(scenes[-1].bands.numbers)}.",
            "They must share a polarisation.",
            "Choose images of the same kind, or name their bands with --bands.",
        )
    rivals = []
    for scene in scenes:  # each date has thresholds of its own
        rival, notices = baselines.fit(job.method, scene.sample_db(bands), bands)
        rivals.append(rival)
        for text in notices:
            notice(text)
    return Method(
        predict=_date_by_date([rival.predict for rival in rivals]),
        bands=bands,
        dates=len(scenes),
        overlap=max(8, 4 * rivals[0].halo),
        window_multiple=_BASELINE_WINDOW_MULTIPLE,
        workers=threads,
        threshold=0.5 if job.threshold is None else job.threshold,
        describe_device=lambda: "CPU",
        card=None,
        record={"name": job.method, "thresholds": "; before: ".join(rival.describe() for rival in rivals)},
    )


def _date_by_date(predictors: Sequence[Callable[[FloatArray], FloatArray]]) -> Callable[[FloatArray], FloatArray]:
    """Return a method that predicts each date with its own predictor: float32 (dates × bands, H, W) to float32 (dates, H, W)."""

    def predict(image: FloatArray) -> FloatArray:
        dates = np.split(image, len(predictors))
        return np.stack([predictor(date) for predictor, date in zip(predictors, dates, strict=True)])

    return predict


def check_options(job: Job) -> None:
    """Refuse options that no run could use. Raises `InputError`."""
    if job.threshold is not None and not 0 < job.threshold <= 1:
        raise InputError(f"The threshold is {job.threshold:g}.", "It is a probability above 0 and at most 1.", "Give e.g. --threshold 0.5.")
    if job.device not in DEVICES:
        raise InputError(f"There is no device '{job.device}'.", f"Devices are {', '.join(DEVICES)}.", "Choose one of these.")
    if job.task not in COMPARING and (job.find_source("before") is not None or job.reference_water):
        raise InputError(
            f"The task '{job.task}' maps what is there, not what is new.",
            "An image before and reference water belong to the task 'flood'.",
            "Use --task flood, or leave them out.",
        )
    if job.threads < 0:
        raise InputError(f"{job.threads} threads were asked for.", "At least one is needed; 0 means all.", "Correct --threads.")
