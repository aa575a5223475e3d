"""The baselines beside the student: fixed, Otsu and Kittler-Illingworth thresholds on median-filtered backscatter.

All of them say: water is dark. They differ in where the threshold comes from. What depends on the scene is fitted once, on
windows sampled from it (`fit`); the result is applied window by window like a network.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from ..contract.errors import InputError
from ..contract.tasks import WATER
from ..raster.arrays import BoolArray, DoubleArray, FloatArray
from ..raster.bands import SAY_POLARISATIONS

MEDIAN = 5
"""Pixels of the median filter: the speckle of 4.4 looks alone would put every threshold's salt and pepper over the map; a
median takes it and keeps shores, which a mean would blur."""

FIXED_DB = {"VV": -15.5, "HH": -15.5, "VH": -23.0, "HV": -23.0}
"""Thresholds in dB: the caps of ASF HydroSAR's water map; water where either band is below its own."""
CLAMPS_DB = {"VV": (-28.0, -11.0), "HH": (-28.0, -11.0), "VH": (-28.0, -18.0), "HV": (-28.0, -18.0)}
"""Range in dB that OPERA DSWx-S1 allows a Kittler-Illingworth threshold (co-polarised, cross-polarised)."""

_RANGE_DB = (-45.0, 10.0)
_BINS = 256
_LEAST_PIXELS = 1000
_TILE = 64
"""Pixels of a tile in which both classes are looked for: wider than most rivers, smaller than most floods."""
_LEAST_TILES = 3
"""Tiles that must agree on two classes: a shore runs through several, a dark field through one or two."""
_LEAST_SEPARABILITY = 0.7
"""Otsu's eta (between-class over total variance) from which a histogram counts as two classes; one normal distribution has 2/π = 0.64."""
_LEAST_SHARE = 0.1
_DARK_DB = {band: high - 3.0 for band, (_, high) in CLAMPS_DB.items()}
"""Mean in dB from which down a tile's dark class may be water and not just a dark field."""
_LEAST_CONTRAST_DB = 4.0


@dataclass(frozen=True)
class Threshold:
    """Water where a band is darker than a value.

    Attributes:
        band_index: of the image that `predict` gets.
        value_db: dB.
    """

    band_index: int
    value_db: float


@dataclass(frozen=True)
class BelowThresholds:
    """A method: water where any of its thresholds is undercut after the median filter.

    Attributes:
        name: of the method.
        bands: polarisations of the image that `predict` gets.
        thresholds: at least one.
    """

    name: str
    bands: tuple[str, ...]
    thresholds: tuple[Threshold, ...]

    @property
    def halo(self) -> int:
        """Pixels at a window's edge that see too little of their neighbourhood."""
        return MEDIAN // 2

    def describe(self) -> str:
        """Return the method with its thresholds in words, for the run record."""
        rules = " or ".join(f"{self.bands[t.band_index]} < {t.value_db:.2f} dB" for t in self.thresholds)
        return f"{self.name}: {rules}, after a {MEDIAN} × {MEDIAN} median"

    def predict(self, image: FloatArray) -> FloatArray:
        """Return 1.0 for water and 0.0 elsewhere, float32 (H, W), of an image float32 (C, H, W) in dB without NaN."""
        water = np.zeros(image.shape[1:], dtype=np.bool_)
        for threshold in self.thresholds:
            dark = (image[threshold.band_index] < threshold.value_db).astype(np.float32)
            # The median of a neighbourhood is below a value where more than half of its pixels are: far quicker than sorting.
            water |= scipy.ndimage.uniform_filter(dark, size=MEDIAN, mode="nearest") > 0.5
        return water.astype(np.float32)


def fit(method: str, sample: Sequence[FloatArray], bands: Sequence[str] = ("VV", "VH")) -> tuple[BelowThresholds, tuple[str, ...]]:
    """Fit a baseline to a scene.

    Args:
        method: one of `WATER.baselines`.
        sample: windows of the scene, float32 (C, h, w) in dB, NaN where not observed; they should be spread over it. Not used by ``fixed``.
        bands: polarisation of each of the C bands.

    Returns:
        the method, and notices for the user.

    Raises:
        ValueError: an unknown method.
        InputError: no band that a threshold is known for, or a scene without a usable sample.
    """
    if method not in WATER.baselines:
        raise ValueError(method)
    known = known_bands(bands)
    if method == "fixed":
        return BelowThresholds(method, tuple(bands), tuple(Threshold(bands.index(band), FIXED_DB[band]) for band in known)), ()
    # Cross-polarised backscatter of water depends less on the wind.
    band = next((cross for cross in ("VH", "HV") if cross in known), known[0])
    index = bands.index(band)
    windows = _despeckled_sample([window[index] for window in sample])
    values = np.concatenate([window[np.isfinite(window)] for window in windows]) if windows else np.empty(0, np.float32)
    if values.size < _LEAST_PIXELS:
        raise InputError(
            f"The scene's sample holds {values.size} observed pixels.",
            f"A threshold can be found from {_LEAST_PIXELS} on.",
            "Check the nodata value, or choose the fixed threshold (--method fixed; in QGIS: 'Method').",
        )
    value, notices = _fit_otsu(values, band) if method == "otsu" else _fit_kittler(windows, band)
    return BelowThresholds(method, tuple(bands), (Threshold(index, value),)), notices


def known_bands(bands: Sequence[str]) -> list[str]:
    """Return the bands that a threshold is known for. Raises `InputError` where there is none."""
    known = [band for band in bands if band in FIXED_DB]
    if not known:
        raise InputError(
            f"The image has the bands {', '.join(bands)}.", f"The threshold methods know {', '.join(FIXED_DB)}.", SAY_POLARISATIONS
        )
    return known


def otsu_threshold(values_db: NDArray[np.floating]) -> float:
    """Return the threshold in dB that separates two classes best.

    Otsu (1979): maximal between-class variance w0 w1 (m0 − m1)², on a histogram of 256 bins from the smallest to the
    largest value. Raises `ValueError` for an empty or constant sample.
    """
    counts, centres = _histogram(values_db)
    low, high, mean_low, mean_high, _, _ = _split(counts, centres)
    score = low * high * (mean_low - mean_high) ** 2
    return _middle_of_best(score, centres)


def kittler_threshold(values_db: NDArray[np.floating]) -> float:
    """Return the threshold in dB with the least error of two normal distributions.

    Kittler and Illingworth (1986): minimal J = 1 + 2 (P0 ln s0 + P1 ln s1) − 2 (P0 ln P0 + P1 ln P1), on a histogram of
    256 bins. Raises `ValueError` for an empty or constant sample.
    """
    counts, centres = _histogram(values_db)
    low, high, _, _, var_low, var_high = _split(counts, centres)
    step = centres[1] - centres[0]
    # A class in one bin has no variance and would win with J = −∞.
    usable = (var_low > step**2) & (var_high > step**2)
    if not usable.any():
        raise ValueError("no two classes with a spread")
    with np.errstate(divide="ignore", invalid="ignore"):
        error = low * np.log(var_low) + high * np.log(var_high) - 2 * (low * np.log(low) + high * np.log(high))
    return _middle_of_best(np.where(usable, -error, -np.inf), centres)


def _histogram(values_db: NDArray[np.floating]) -> tuple[DoubleArray, DoubleArray]:
    values = np.clip(values_db[np.isfinite(values_db)], *_RANGE_DB)
    if values.size == 0 or values.min() == values.max():
        raise ValueError("a threshold needs values that differ")
    counts, edges = np.histogram(values, bins=_BINS)
    return counts / values.size, (edges[:-1] + edges[1:]) / 2


def _split(counts: DoubleArray, centres: DoubleArray) -> tuple[DoubleArray, ...]:
    """Return (share, share, mean, mean, variance, variance) of the classes below and above the upper edge of each bin but the last."""
    share, first, second = (np.cumsum(counts * centres**power) for power in range(3))
    low, high = share[:-1], 1 - share[:-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        mean_low, mean_high = first[:-1] / low, (first[-1] - first[:-1]) / high
        var_low = second[:-1] / low - mean_low**2
        var_high = (second[-1] - second[:-1]) / high - mean_high**2
    return tuple(np.nan_to_num(part, nan=0.0, posinf=0.0, neginf=0.0) for part in (low, high, mean_low, mean_high, var_low, var_high))


def _middle_of_best(score: DoubleArray, centres: DoubleArray) -> float:
    # Between two far classes the score has a plateau: its middle is the threshold.
    best = np.flatnonzero(score >= score.max() - 1e-12 * abs(score.max()))
    return float(np.mean(centres[best]) + (centres[1] - centres[0]) / 2)


def _despeckled_sample(bands: Sequence[FloatArray]) -> list[FloatArray]:
    """Filter windows, float32 (h, w) each; NaN near gaps, unless gaps lie so close everywhere that too little would be left."""
    windows = [_despeckled(band, MEDIAN) for band in bands]
    if sum(np.count_nonzero(np.isfinite(window)) for window in windows) >= _LEAST_PIXELS:
        return windows
    return [_despeckled(band, 1) for band in bands]


def _despeckled(band: FloatArray, around: int) -> FloatArray:
    """Filter a window as `predict` does, float32 (h, w); NaN where one of the `around` × `around` pixels was not observed.

    NaN, too, where no power is left: that says nothing of how dark water is, and so far below all else it would draw a threshold down.
    """
    missing = ~np.isfinite(band)
    if missing.all():
        return band
    filled = np.where(missing, np.median(band[~missing]), band)
    filtered = np.asarray(scipy.ndimage.median_filter(filled, size=MEDIAN, mode="nearest"), dtype=np.float32)
    filtered[scipy.ndimage.maximum_filter(missing, size=around, mode="nearest") | (filtered < _RANGE_DB[0])] = np.nan
    return filtered


def _fit_otsu(values: FloatArray, band: str) -> tuple[float, tuple[str, ...]]:
    try:
        threshold = otsu_threshold(values)
    except ValueError:
        return _fall_back("Otsu", band)
    dark = values < threshold
    if _separability(values, dark) < _LEAST_SEPARABILITY or values[dark].mean() > _DARK_DB[band]:
        return _fall_back("Otsu", band)
    return _clamped("Otsu", threshold, band)


def _fit_kittler(windows: Sequence[FloatArray], band: str) -> tuple[float, tuple[str, ...]]:
    thresholds = [threshold for tile in _tiles(windows) if (threshold := _shore_threshold(tile, band)) is not None]
    if len(thresholds) < _LEAST_TILES:
        return _fall_back("Kittler-Illingworth", band)
    return _clamped("Kittler-Illingworth", float(np.median(thresholds)), band)


def _tiles(windows: Sequence[FloatArray]) -> Iterator[FloatArray]:
    """Yield the observed values of each tile that holds enough of them."""
    for window in windows:
        for top in range(0, window.shape[0], _TILE):
            for left in range(0, window.shape[1], _TILE):
                tile = window[top : top + _TILE, left : left + _TILE]
                values = tile[np.isfinite(tile)]
                if values.size >= _LEAST_PIXELS:
                    yield values


def _shore_threshold(values: FloatArray, band: str) -> float | None:
    """Return a tile's Kittler-Illingworth threshold, or None where nothing as dark as water stands out as a class of its own."""
    if np.ptp(values) < _LEAST_CONTRAST_DB:
        return None
    dark = values < otsu_threshold(values)
    share = float(dark.mean())
    if not _LEAST_SHARE <= share <= 1 - _LEAST_SHARE:
        return None
    low, high = float(values[dark].mean()), float(values[~dark].mean())
    if low > _DARK_DB[band] or high - low < _LEAST_CONTRAST_DB or _separability(values, dark) < _LEAST_SEPARABILITY:
        return None
    threshold = kittler_threshold(values)
    # The criterion may have its minimum in a tail, where it splits one class.
    return threshold if low < threshold < high else None


def _separability(values: FloatArray, dark: BoolArray) -> float:
    share, variance = float(dark.mean()), float(values.var(dtype=np.float64))
    if share in (0.0, 1.0) or variance == 0:
        return 0.0
    return share * (1 - share) * float(values[dark].mean() - values[~dark].mean()) ** 2 / variance


def _fall_back(name: str, band: str) -> tuple[float, tuple[str, ...]]:
    value = FIXED_DB[band]
    return value, (f"{name} found no two classes in {band}: the scene may hold no open water. The fixed threshold {value:g} dB was used.",)


def _clamped(name: str, threshold: float, band: str) -> tuple[float, tuple[str, ...]]:
    low, high = CLAMPS_DB[band]
    value = min(max(threshold, low), high)
    if value == threshold:
        return value, ()
    return value, (f"{name} put the threshold of {band} at {threshold:.1f} dB, outside {low:g} to {high:g} dB. {value:g} dB was used.",)
