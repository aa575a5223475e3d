"""The norm ``scene_stretch``: each band between its own low and high percentile, taken from a sample of the scene."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]


def stretch_limits(sample: Sequence[FloatArray], percentiles: tuple[float, float]) -> tuple[FloatArray, FloatArray]:
    """Return the low and high value of each band, float32 (C,) each, at least one unit (dB or grey level) apart.

    Args:
        sample: windows, float32 (C, h, w), NaN where not observed.
        percentiles: low and high, 0 to 100.
    """
    bands = len(sample[0])
    values = [np.concatenate([window[band].ravel() for window in sample]) for band in range(bands)]
    limits = np.array([np.nanpercentile(v, percentiles) for v in values], np.float32)
    low, high = limits[:, 0], limits[:, 1]
    return low, np.maximum(high, low + 1)
