"""Dark features at sea by classical rules: darker than their surroundings, or darker than Otsu's threshold.

The dark-spot rule is that of the oil detector of the Sentinel-1 Toolbox: 2 dB below the mean of the 0.5 km around, after speckle is
filtered. The rule's least area, 0.1 km², is applied when pixels become features. Of what is wider than the window, only the rim is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy

from ..contract.errors import InputError
from ..contract.tasks import OIL
from ..raster.arrays import BoolArray, FloatArray
from .sea import values_of
from .thresholds import otsu_threshold

CONTRAST_DB = 2.0
CONTRAST_RELATIVE = 1.0
"""Least contrast of display bytes, which have no decibels, in local standard deviations: the median over the sea of the standard deviation
in a window. (That of the window itself would rise with the feature in it.) The speckle of Sentinel-1, 4.4 looks, has 2.1 dB."""
PIXEL = (10.0, (5.0, float("inf")))
"""Ground pixel in metres, and the range that is taken as it is: finer ones only make the window's mean slow."""
WINDOW_M = 500.0
SMOOTH_M = 50.0
"""Metres of the mean that takes the speckle, 5 pixels of 10 m."""
SHIP_DB = 6.0
"""Decibels above the sea's median at which a pixel is capped: a ship would else leave a dark square of the window's size."""
OTSU_RANGE = (2.0, 10.0)
"""Decibels (or robust standard deviations) below the sea's median in which Otsu's threshold must lie."""
_LEAST_WINDOW = 5
_LEAST_SEEN = 0.1
_LEAST_PIXELS = 1000


@dataclass(frozen=True)
class DarkSpot:
    """The dark-spot rule.

    Attributes:
        window: pixels of the mean over the surroundings.
        smooth: pixels of the mean that takes the speckle.
        cap: power at which a pixel is capped; infinite for display bytes.
        spread: for display bytes their local standard deviation, in grey levels; None: the image holds dB.
    """

    window: int
    smooth: int
    cap: float
    spread: float | None

    @property
    def halo(self) -> int:
        """Pixels at a window's edge that see too little of their neighbourhood."""
        return self.window // 2 + self.smooth // 2

    def predict(self, image: FloatArray) -> FloatArray:
        """Return 1 where dark and 0 elsewhere, float32 (1, H, W), of an image float32 (1, H, W), NaN on land and where not observed."""
        seen = np.isfinite(image[0])
        linear = np.minimum(_linear(image[0], seen, self.spread is not None), np.float32(self.cap))
        mean, share = _mean(linear, seen, self.window)
        near, _ = _mean(linear, seen, self.smooth)
        if self.spread is None:
            dark = near <= mean * np.float32(10 ** (-CONTRAST_DB / 10))
        else:
            dark = mean - near >= np.float32(CONTRAST_RELATIVE * self.spread)
        return (dark & seen & (share >= _LEAST_SEEN)).astype(np.float32)[None]

    def describe(self) -> str:
        """Return the rule in words, for the run record."""
        relative = f"{CONTRAST_RELATIVE:g} local standard deviations ({self.spread:.1f} grey levels, relative)" if self.spread else ""
        contrast = relative or f"{CONTRAST_DB:g} dB"
        return f"{contrast} below the mean of {self.window} × {self.window} pixels, after a {self.smooth} × {self.smooth} mean"


@dataclass(frozen=True)
class DarkerThan:
    """Dark is what is darker than a value everywhere.

    Attributes:
        value: in dB, or in grey levels for display bytes.
        smooth: see `DarkSpot`.
        display: whether the image holds display bytes instead of dB.
    """

    value: float
    smooth: int
    display: bool

    @property
    def halo(self) -> int:
        """Pixels at a window's edge that see too little of their neighbourhood."""
        return self.smooth // 2

    def predict(self, image: FloatArray) -> FloatArray:
        """Return 1 where dark and 0 elsewhere, float32 (1, H, W), of an image float32 (1, H, W), NaN on land and where not observed."""
        smooth = _smoothed(image[0], self.smooth, self.display)
        with np.errstate(invalid="ignore"):
            return ((smooth <= self.value) & np.isfinite(image[0])).astype(np.float32)[None]

    def describe(self) -> str:
        """Return the rule in words, for the run record."""
        unit = "grey levels" if self.display else "dB"
        return f"otsu: darker than {self.value:.2f} {unit}, after a {self.smooth} × {self.smooth} mean"


def fit(method: str, sample: Sequence[FloatArray], display: bool, pixel_m: float) -> tuple[DarkSpot | DarkerThan, tuple[str, ...]]:
    """Fit a rule.

    Args:
        method: one of `OIL.baselines`.
        sample: windows of the sea, float32 (1, h, w) in dB or display bytes, NaN on land and where not observed.
        display: whether they hold display bytes.
        pixel_m: a pixel on the ground, in metres.

    Returns:
        the rule, and notices for the user.

    Raises:
        ValueError: an unknown method.
        InputError: pixels too coarse for the window, or too little sea.
    """
    if method not in OIL.baselines:
        raise ValueError(method)
    window, smooth = _odd(WINDOW_M / pixel_m), _odd(SMOOTH_M / pixel_m)
    if method == "otsu":
        return _fit_otsu(sample, smooth, display)
    if window < _LEAST_WINDOW:
        raise InputError(
            f"A pixel has {pixel_m:.0f} m: {WINDOW_M:g} m around it are {window} pixels.",
            f"The dark-spot rule compares with at least {_LEAST_WINDOW} of them.",
            "Use an image with finer pixels.",
        )
    if not display:
        return DarkSpot(window, smooth, 10 ** ((float(np.median(values_of(sample))) + SHIP_DB) / 10), None), ()
    notice = "Display values (8 bit): dark is meant in local standard deviations, a relative measure."
    return DarkSpot(window, smooth, float("inf"), _local_spread(sample, window)), (notice,)


def _local_spread(sample: Sequence[FloatArray], window: int) -> float:
    """Return the median over the sea of the standard deviation in a window, at least 1 grey level."""
    found = []
    for values in sample:
        seen = np.isfinite(values[0])
        linear = _linear(values[0], seen, display=True)
        (mean, share), (square, _) = _mean(linear, seen, window), _mean(linear * linear, seen, window)
        found.append(np.sqrt(np.maximum(square - mean * mean, 0))[seen & (share >= _LEAST_SEEN)])
    spreads = np.concatenate(found)
    return max(float(np.median(spreads)), 1.0) if spreads.size else 1.0


def _fit_otsu(sample: Sequence[FloatArray], smooth: int, display: bool) -> tuple[DarkerThan, tuple[str, ...]]:
    values = np.concatenate([(seen := _smoothed(window[0], smooth, display))[np.isfinite(seen)] for window in sample])
    if values.size < _LEAST_PIXELS:
        raise InputError(
            f"The sample holds {values.size} observed pixels of sea.",
            f"A threshold can be found from {_LEAST_PIXELS} on.",
            "Check the nodata value and the layer of land.",
        )
    middle = float(np.median(values))
    # Of dark features hardly anything lies below the lower quartile, so what is darker than usual does not widen this measure.
    unit = max((float(np.percentile(values, 75)) - middle) / 0.6745, 1.0) if display else 1.0
    nearest, farthest = (middle - units * unit for units in OTSU_RANGE)
    try:
        found = otsu_threshold((values - middle) / unit) * unit + middle
    except ValueError:
        found = middle
    value = min(max(found, farthest), nearest)
    words = "grey levels" if display else "dB"
    said = f"otsu put the threshold at {found:.1f} {words}, where sea is parted from sea. {value:.1f} {words} was used."
    return DarkerThan(value, smooth, display), () if value == found else (said,)


def _smoothed(band: FloatArray, size: int, display: bool) -> FloatArray:
    """Return the mean of what was observed around each pixel, in linear power for dB; NaN where nothing was."""
    seen = np.isfinite(band)
    mean, share = _mean(_linear(band, seen, display), seen, size)
    with np.errstate(divide="ignore"):
        smooth = mean if display else 10 * np.log10(mean)
    return np.where(share > 0, smooth, np.nan).astype(np.float32)


def _linear(band: FloatArray, seen: BoolArray, display: bool) -> FloatArray:
    """Return power of dB, or display bytes as they are, 0 where nothing was seen."""
    return np.where(seen, band if display else np.power(np.float32(10), band / np.float32(10)), np.float32(0)).astype(np.float32)


def _mean(linear: FloatArray, seen: BoolArray, size: int) -> tuple[FloatArray, FloatArray]:
    """Return the mean of what was seen in a square around each pixel, 0 where nothing was, and the share of it that was seen."""
    share = np.clip(scipy.ndimage.uniform_filter(seen.astype(np.float32), size, mode="reflect"), 0, 1)
    total = np.maximum(scipy.ndimage.uniform_filter(linear, size, mode="reflect"), 0)
    mean = np.divide(total, share, out=np.zeros_like(total), where=share > 0.5 / size**2)
    return mean, np.where(share > 0.5 / size**2, share, 0).astype(np.float32)


def _odd(pixels: float) -> int:
    """Return an odd number close to a length in pixels, at least 1."""
    return 2 * int(pixels / 2) + 1
