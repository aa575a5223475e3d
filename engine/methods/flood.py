"""What was water before a flood, on the evidence of both dates.

Bare, smooth ground can look like water on one date. Where a network is not sure of the water before and the ground has become clearly
darker since, it was such ground: water does not do that unless the wind on it has dropped, and then it had hardly looked like water.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from .log_ratio import FIXED_DB, log_ratio

FloatArray = npt.NDArray[np.float32]

SURE = 0.9
"""Probability from which water before is believed whatever has happened since: calm lakes and rivers reach it."""


def two_dates(predict: Callable[[FloatArray], FloatArray], display: bool) -> Callable[[FloatArray], FloatArray]:
    """Return a method that doubts water before where the ground has darkened since.

    Args:
        predict: float32 (2 × bands, H, W) in dB, newer date first, to the probabilities of water on both dates, float32 (2, H, W).
        display: whether the images hold display bytes.

    Returns:
        the same, with a probability of 0 before where it was below `SURE` and the backscatter has since fallen by `FIXED_DB` or more.
    """

    def doubting(image: FloatArray) -> FloatArray:
        after, before = predict(image)
        darker = log_ratio(image, display) <= -FIXED_DB
        return np.stack([after, np.where(darker & (before < SURE), np.float32(0), before)])

    return doubting
