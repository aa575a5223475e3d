"""Where a product holds no observation: zeros around the swath, and in old products noise along its edges that is not zero."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import scipy

from .calibration import Noise

BoolArray = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.uint16]

_LONGEST_ZEROS = 8
"""Calm water may hold single zeros; where sub-swaths begin at different lines, longer runs of them are no observation."""
_BORDER_WINDOW = 33
_BORDER_SHARE = 0.8
"""Border noise has a fraction of the power of the thermal noise, which the darkest water reaches."""


def unobserved(numbers: Numbers) -> BoolArray:
    """Return where digital numbers are no observation, bool of the shape (h, W): zeros at both ends of a line, and long runs of them."""
    zero = numbers == 0
    if not zero.any():
        return zero
    missing = np.zeros_like(zero)
    for row in np.flatnonzero(zero.any(axis=1)):
        seen = np.flatnonzero(~zero[row])
        if seen.size == 0:
            missing[row] = True
            continue
        first, last = seen[0], seen[-1] + 1
        missing[row, :first] = missing[row, last:] = True
        inside = zero[row, first:last]
        if inside.any():
            missing[row, first:last] = scipy.ndimage.binary_opening(inside, np.ones(_LONGEST_ZEROS + 1, np.bool_))
    return missing


def border_noise(numbers: Numbers, noise: Noise, first_line: int) -> BoolArray:
    """Return the border noise of a product made before March 2018, bool (h, W).

    From each end of a line it reaches to the first place where the mean power over some pixels comes up to the thermal noise
    (after Stasolla & Neyt 2018, and SNAP's Remove-GRD-Border-Noise).

    Args:
        numbers: (h, W) of the polarisation with the stronger echo.
        noise: of the same polarisation.
        first_line: of `numbers` in the product.
    """
    border = np.zeros(numbers.shape, np.bool_)
    for row, values in enumerate(numbers):
        power = values.astype(np.float32) ** 2
        seen = scipy.ndimage.uniform_filter1d(power, _BORDER_WINDOW, mode="nearest") >= _BORDER_SHARE * noise.row(first_line + row)
        places = np.flatnonzero(seen)
        if places.size == 0:
            border[row] = True
            continue
        # The mean sees the swath half a window before it begins.
        first, last = places[0] + _BORDER_WINDOW // 2, places[-1] - _BORDER_WINDOW // 2
        border[row, : first if places[0] else 0] = True
        border[row, last + 1 if places[-1] < values.size - 1 else values.size :] = True
    return border
