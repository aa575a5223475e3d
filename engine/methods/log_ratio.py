"""Change between two dates: the log-ratio of smoothed backscatter, and the student beside it.

What is fed to the methods here holds both dates: first the bands of the newer one, then those of the older one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy

from ..contract.errors import InputError
from ..contract.tasks import CHANGE
from ..raster.arrays import FloatArray
from .thresholds import kittler_threshold, otsu_threshold

SMOOTH = 5
"""Pixels of the mean that takes the speckle before two dates are divided."""
FIXED_DB = 3.0
"""Least change of ``log-ratio``, either way: of the drops that mappers' scripts ask for, 3 and 5 dB, the one that misses less."""
RULES = ("otsu", "kittler")
"""The rules of which the stricter one sets the threshold of the log-ratio beside a network: each fails on scenes where the other does
not, by calling far too much changed (docs/recipes/kd-msi.md)."""
STEEPNESS = 6.0
"""Of the log-ratio's opinion: at 1.5 times the threshold it is sure by 0.95."""
SURE_DB = 2.5
"""From this threshold on the log-ratio beside a network has its full weight; a lower one lies within what speckle and the match of two
displays leave, and the weight falls with its square (docs/recipes/kd-msi.md)."""
_REACH = SMOOTH // 2
_ROWS = 64
_LEAST_PIXELS = 1000
_LARGEST_DB = 40.0


@dataclass(frozen=True)
class LogRatio:
    """The classical method: changed is what differs by more than a threshold.

    Attributes:
        threshold_db: in dB.
        display: whether the images hold display bytes instead of dB.
    """

    threshold_db: float
    display: bool

    halo = _REACH

    def predict(self, image: FloatArray) -> FloatArray:
        """Return 1 where changed and 0 elsewhere, and the change in dB: float32 (2, H, W), of both dates, float32 (2 × bands, H, W)."""
        change = log_ratio(image, self.display)
        return np.stack([(np.abs(change) >= self.threshold_db).astype(np.float32), change])

    def describe(self) -> str:
        """Return the method in words, for the run record."""
        return f"changed from {self.threshold_db:.2f} dB either way, after a {SMOOTH} × {SMOOTH} mean"


def log_ratio(image: FloatArray, display: bool) -> FloatArray:
    """Return the newer over the older date in dB, the mean over the bands: float32 (H, W), of both dates, float32 (2 × bands, H, W).

    Display bytes have no unit: the ratio of (byte + 1) is taken, as the classical benchmarks do, and its dB are relative.
    """
    height, width = image.shape[1:]
    change = np.empty((height, width), np.float32)
    for first in range(0, height, _ROWS):  # few rows stay in the processor's cache: a third of the time of whole windows
        last = min(first + _ROWS, height)
        top, bottom = max(first - _REACH, 0), min(last + _REACH, height)
        beyond = (0, 0), (top - first + _REACH, last + _REACH - bottom), (_REACH, _REACH)
        values = np.pad(image[:, top:bottom], beyond, mode="edge")
        linear = values + np.float32(1) if display else np.power(np.float32(10), values / np.float32(10))
        newer, older = np.split(np.maximum(_mean_around(linear), np.float32(1e-6)), 2)
        change[first:last] = np.mean(10 * np.log10(newer / older), axis=0)
    return np.clip(change, -_LARGEST_DB, _LARGEST_DB, out=change)


def _mean_around(values: FloatArray) -> FloatArray:
    """Return the mean of `SMOOTH` × `SMOOTH` pixels, float32 (C, h, w), of values float32 (C, h + SMOOTH - 1, w + SMOOTH - 1)."""
    height, width = (length - 2 * _REACH for length in values.shape[1:])
    down = values[:, :height].copy()
    for step in range(1, SMOOTH):
        down += values[:, step : step + height]
    mean = down[..., :width].copy()
    for step in range(1, SMOOTH):
        mean += down[..., step : step + width]
    mean *= np.float32(1 / SMOOTH**2)
    return mean


def changes_db(sample: Sequence[FloatArray], display: bool) -> FloatArray:
    """Return the change in dB at the pixels of a sample that both dates have observed, float32 (n,).

    What one date has missed has no power on either, so that the ratio is that of the means over what both have observed. Pixels are taken
    around which that is more than half: the fewer there are, the less speckle the mean takes.

    Args:
        sample: windows of both dates, float32 (2 × bands, h, w), NaN where not observed.
        display: whether they hold display bytes.
    """
    no_power = np.float32(-1 if display else -np.inf)
    found = [np.empty(0, np.float32)]
    for window in sample:
        seen = np.isfinite(window).all(axis=0)
        around = scipy.ndimage.uniform_filter(seen.astype(np.float32), SMOOTH, mode="nearest") > 0.5
        found.append(log_ratio(np.where(seen, window, no_power), display)[seen & around])
    return np.concatenate(found)


def fit(method: str, sample: Sequence[FloatArray], display: bool) -> tuple[LogRatio, tuple[str, ...]]:
    """Fit a baseline.

    Args:
        method: one of `CHANGE.baselines`: a fixed threshold, or one that Otsu or Kittler-Illingworth find in the size of the change.
        sample, display: see `changes_db`.

    Returns:
        the method, and notices for the user.

    Raises:
        ValueError: an unknown method.
        InputError: too little that both dates have observed.
    """
    if method not in CHANGE.baselines:
        raise ValueError(method)
    if method == "log-ratio":
        return LogRatio(FIXED_DB, display), ()
    sizes = np.abs(changes_db(sample, display))
    if sizes.size < _LEAST_PIXELS:
        raise InputError(
            f"The sample holds {sizes.size} pixels that both dates have observed.",
            f"A threshold can be found from {_LEAST_PIXELS} on.",
            "Choose the log-ratio with its fixed threshold (--method log-ratio; in QGIS: 'Method').",
        )
    threshold = _threshold(method, sizes)
    if threshold is None:
        notice = f"{method} found no two classes in the change: the fixed threshold of {FIXED_DB:g} dB was used."
        return LogRatio(FIXED_DB, display), (notice,)
    return LogRatio(threshold, display), ()


def _threshold(method: str, sizes: FloatArray) -> float | None:
    """Return the threshold in dB that a rule finds in the size of the change, float32 (n,); None where there are no two classes."""
    try:
        return otsu_threshold(sizes) if method == "otsu" else kittler_threshold(sizes)
    except ValueError:
        return None


@dataclass(frozen=True)
class SecondOpinion:
    """The log-ratio as a second opinion beside a network, which may be unsure where the ratio is not.

    Attributes:
        threshold_db: where the log-ratio says one half.
        weight: its share of the probability, 0 to 1.
    """

    threshold_db: float
    weight: float

    def joined(self, probability: FloatArray, change_db: FloatArray) -> FloatArray:
        """Return the weighted mean of a network's probability and of the log-ratio's, float32 (H, W) both and in all."""
        excess = np.abs(change_db) / np.float32(self.threshold_db) - np.float32(1)
        opinion = np.float32(1) / (np.float32(1) + np.exp(np.float32(-STEEPNESS) * excess))
        return np.float32(1 - self.weight) * probability + np.float32(self.weight) * opinion


def second_opinion(weight: float, sample: Sequence[FloatArray], display: bool) -> SecondOpinion:
    """Return the log-ratio's opinion with the largest threshold that `RULES` find in a sample.

    Args:
        weight: its share where the threshold is at least `SURE_DB`; the opinion has none where the sample is too small for a threshold.
        sample, display: see `changes_db`.
    """
    sizes = np.abs(changes_db(sample, display))
    if sizes.size < _LEAST_PIXELS:
        return SecondOpinion(FIXED_DB, 0.0)
    threshold = max(_threshold(rule, sizes) or FIXED_DB for rule in RULES)
    return SecondOpinion(threshold, weight * min(1.0, threshold / SURE_DB) ** 2)


def student(
    predictors: Sequence[Callable[[FloatArray], FloatArray]], display: bool, opinion: SecondOpinion | None = None
) -> Callable[[FloatArray], FloatArray]:
    """Return a method from a network that sees one polarisation on both dates.

    Args:
        predictors: by polarisation: float32 (2, H, W), newer and older, to probability float32 (H, W).
        display: whether the images hold display bytes.
        opinion: the log-ratio's; None: the network's alone counts.

    Returns:
        float32 (2 × bands, H, W) to float32 (2, H, W): the mean probability over the polarisations, and the change in dB.
    """

    def both(image: FloatArray) -> FloatArray:
        probability, change = mean_probability(predictors, image), log_ratio(image, display)
        return np.stack([opinion.joined(probability, change) if opinion else probability, change])

    return both


def mean_probability(predictors: Sequence[Callable[[FloatArray], FloatArray]], image: FloatArray, *beside: FloatArray) -> FloatArray:
    """Return the mean probability over the polarisations, float32 (H, W), of networks that see one polarisation on both dates.

    Args:
        predictors: by polarisation: float32 (2 + C, H, W), newer, older and what is beside them, to probability float32 (H, W).
        image: both dates, float32 (2 × bands, H, W).
        beside: what each network sees besides, float32 (C, H, W).
    """
    newer, older = np.split(image, 2)
    seen = [predict(np.concatenate([np.stack(dates), *beside])) for predict, *dates in zip(predictors, newer, older, strict=True)]
    return np.mean(seen, axis=0, dtype=np.float32)
