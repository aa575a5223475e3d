"""Decide what pixel values mean (decibels, power, amplitude, scaled integers or display bytes), and convert them to decibels.

Metadata is believed first, then statistics. Where two answers stay possible nothing is guessed: the user says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np
import scipy

from ..contract.errors import InputError, ScaleError
from ..contract.options import SCALES
from .arrays import FloatArray

TRACE_POWER = 1e-12
"""Below it a positive value is a fill: what processors leave where noise exceeded the signal is a million times larger."""
FLOOR_POWER = 1e-6
"""Power below this (-60 dB) is taken as this: zeros of thermal-noise removal are very calm water, not holes."""

LARGEST_DB = 60.0
LARGEST_POWER, LOWEST_POWER = 1000.0, -0.1
"""What no radar measures over ground: beyond ±60 dB; power above 30 dB, or further below zero than the removal of noise brings it."""
DECIBELS = ("db", "db100", "db10")
FAINT = {"db": -40.0, "db100": -4000.0, "db10": -400.0, "power": 1e-4, "amplitude": 1e-2}
"""-40 dB in each scale, well below any radar satellite's noise: in all bands at once only the edge of the swath is so faint."""

_PLAUSIBLE_MEDIAN_DB = {"VV": (-24.0, -3.0), "HH": (-24.0, -3.0), "VH": (-32.0, -10.5), "HV": (-32.0, -10.5)}
_PLAUSIBLE_GAP_DB = (3.0, 16.0)
_SPECKLED_POWER, _ONE_LOOK = 0.36, 0.75
_ONE_LOOK_SKEWNESS = -0.85
"""Skewness of the logarithm: -1.14 of one look in power and amplitude alike, -0.49 of 4.4 looks (Ulaby and Dobson 1989)."""
_IMAGE_ENDINGS = (".tif", ".tiff", ".img", ".vrt", ".nc", ".h5", ".jp2", ".dat")
_POSSIBLE_MEDIAN_DB = (-45.0, 8.0)
"""Of a whole image of any place, sea and city included."""
_HYP3_NAME = re.compile(r"_RTC\d+_[A-Z0-9]_[gs]([pda])[uw][nf]", re.IGNORECASE)
_HYP3_SCALES = {"p": "power", "d": "db", "a": "amplitude"}
_CONVENTION_TAG = "BACKSCATTER_EXPRESSION_CONVENTION"
"""End of a tag's name: OPERA's products state their scale there."""
_WEAK = re.compile(r"(^|[^a-z])(power|linear)([^a-z]|$)")
"""Words that in a file's name may mean something else (a power plant)."""
_WORDS = (
    (re.compile(r"(^|[^a-z])(db|decibels?)([^a-z]|$)"), "db"),
    (re.compile(r"(^|[^a-z])(amplitude)([^a-z]|$)"), "amplitude"),
    (re.compile(r"(^|[^a-z])(power|linear|intensity|(sigma|gamma|beta)_?(0|nought|naught))([^a-z]|$)"), "power"),
)


@dataclass(frozen=True)
class Scale:
    """The scale of an image's values and where that is known from (``metadata``, ``statistics`` or ``given``)."""

    name: str
    origin: str


@dataclass(frozen=True)
class ScaleOpen:
    """Several scales stay possible; `reason` says why, as one sentence."""

    candidates: tuple[str, ...]
    reason: str

    def error(self, image: str) -> ScaleError:
        """Return the error that asks the user about an image, by the name of its file."""
        return ScaleError(
            self.reason,
            f"The values of {image} could be: {', '.join(self.candidates)}. A wrong guess would give a wrong map.",
            "Say which it is with --scale (in QGIS: the box 'Pixel values').",
        )


def to_db(values: FloatArray, scale: str) -> FloatArray:
    """Convert pixel values to decibels, in place.

    Args:
        values: float32, NaN where nothing was observed.
        scale: ``db``, ``power``, ``amplitude``, ``db100`` or ``db10``; ``display`` bytes have no decibels and stay as they are.

    Returns:
        The same array in dB; power at or a little below zero becomes -60 dB, never infinite. What no radar measures (a fill that nobody
        declares) becomes NaN.

    Raises:
        ValueError: another scale.
    """
    if scale == "display":
        return values
    if scale not in (*DECIBELS, "power", "amplitude"):
        raise ValueError(f"no decibels from '{scale}'")
    with np.errstate(invalid="ignore", over="ignore"):
        if scale in DECIBELS:
            if scale != "db":
                values *= np.float32(0.01 if scale == "db100" else 0.1)
            if values.size and not (values.min() >= -LARGEST_DB and values.max() <= LARGEST_DB):  # NaN, too, is not
                np.copyto(values, np.nan, where=np.abs(values) > LARGEST_DB)
            return values
        if scale == "amplitude":
            values *= np.abs(values)
        values[(values < LOWEST_POWER) | (values > LARGEST_POWER) | ((values > 0) & (values < TRACE_POWER))] = np.nan
        np.maximum(values, np.float32(FLOOR_POWER), out=values)
    np.log10(values, out=values)
    values *= np.float32(10)
    return values


def scale_from_metadata(names: Sequence[str], units: Sequence[str], tags: Mapping[str, str]) -> str:
    """Return the scale that metadata states, or an empty string.

    Args:
        names: file names and band descriptions.
        units: the bands' unit strings.
        tags: the files' tags; ``UNITS`` and ``TIDEMARK_SCALE`` are looked at.
    """
    for name in names:
        if match := _HYP3_NAME.search(name):
            return _HYP3_SCALES[match.group(1).lower()]
    if tags.get("TIDEMARK_SCALE", "") in SCALES:
        return tags["TIDEMARK_SCALE"]
    conventions = [value for name, value in tags.items() if name.upper().endswith(_CONVENTION_TAG)]
    for text in (*units, *conventions, tags.get("UNITS", ""), tags.get("units", ""), *names):
        lowered = text.lower()
        if PurePath(lowered).suffix in _IMAGE_ENDINGS:
            lowered = _WEAK.sub(" ", lowered)
        for pattern, scale in _WORDS:
            if pattern.search(lowered):
                return scale
    return ""


def decide_scale(given: str, stated: str, dtype: str, windows: Sequence[FloatArray], bands: Sequence[str]) -> Scale | ScaleOpen:
    """Decide the scale of an image.

    Args:
        given: what the user says; ``auto`` where nothing. It is believed unless no radar measures what the values would then be.
        stated: what the metadata says (`scale_from_metadata`); empty where nothing.
        dtype: the files' data type.
        windows: sample windows float32 (C, h, w) of raw values, NaN where not observed.
        bands: polarisations of the C bands.

    Raises:
        InputError: values that no SAR scale explains, such as raw digital numbers.
    """
    samples = [np.concatenate([w[i][np.isfinite(w[i]) & (w[i] != 0)] for w in windows]) for i in range(len(bands))] if windows else []
    if given != "auto":
        doubt = _doubt_given(given, samples, bands)
        return _open_instead(doubt, given, decide_scale("auto", stated, dtype, windows, bands)) if doubt else Scale(given, "given")
    if dtype == "uint8":
        return Scale("display", "metadata")
    if min(len(s) for s in samples) == 0:
        return ScaleOpen(("db", "power", "amplitude", "db100"), "The sampled pixels are all zero: their scale cannot be told.")
    _refuse_digital_numbers(dtype, stated, samples)
    if stated:
        return _check_stated(stated, samples, bands)
    return _from_statistics(samples, windows, bands)


def _doubt_given(given: str, samples: Sequence[FloatArray], bands: Sequence[str]) -> str:
    """Return, as one sentence, why values cannot mean what the user says; empty where they can, or where none is to be seen."""
    if given == "display" or min((len(s) for s in samples), default=0) == 0:
        return ""
    if given in DECIBELS and max(float(np.mean(s < 0)) for s in samples) < 0.05:
        return "The values are not in decibels, as was said: hardly any is negative."
    middles = _middles(samples)
    medians = [_in_db(middle, given) for middle in middles]
    lowest, highest = _POSSIBLE_MEDIAN_DB
    too_near_zero = given in ("db100", "db10") and _plausible(middles, bands, "db")
    if too_near_zero or not all(lowest <= median <= highest for median in medians):
        words = _in_words(medians)
        return f"The values do not mean {given}, as was said: the middle of the bands would be {words}."
    return ""


def _open_instead(reason: str, given: str, found: Scale | ScaleOpen) -> ScaleOpen:
    """Return what stays possible where the user's word is not: what metadata and statistics have found."""
    candidates = (found.name,) if isinstance(found, Scale) else tuple(name for name in found.candidates if name != given)
    return ScaleOpen(candidates, reason)


def _in_words(medians: Sequence[float]) -> str:
    return ", ".join("not possible" if np.isnan(median) else f"{median:.1f} dB" for median in medians)


def _refuse_digital_numbers(dtype: str, stated: str, samples: Sequence[FloatArray]) -> None:
    """Refuse values that are too large for backscatter in any scale: raw products, or 16-bit pictures. Raises `InputError`."""
    median, negative = float(np.median(samples[0])), float(np.mean(samples[0] < 0))
    if negative > 0.01 or median < 20:
        return
    if dtype == "uint16" and stated == "db":
        raise InputError(
            "The metadata says decibels, but the pixels are 16-bit whole numbers without a sign: a picture stretched for display.",
            "Tidemark needs calibrated backscatter.",
            "Download the values themselves (32-bit floating point, no visualisation).",
        )
    raise InputError(
        f"The pixels (middle value {median:.4g}) are numbers as raw radar products hold them (digital numbers), not backscatter.",
        "Tidemark needs calibrated, terrain-corrected backscatter (sigma nought or gamma nought).",
        "Calibrate and terrain-correct the product first (SNAP: Calibration, then Terrain Correction), or order an RTC product. If they "
        "are integers with a scale factor, write that into the file (gdal_translate -a_scale … -a_offset …).",
    )


def _check_stated(stated: str, samples: Sequence[FloatArray], bands: Sequence[str]) -> Scale | ScaleOpen:
    """Believe a stated scale as far as the values agree."""
    middles = _middles(samples)
    negative = max(float(np.mean(s < 0)) for s in samples)
    if stated in ("power", "amplitude"):
        if negative > 0.5:
            if min(float(np.mean(s < 0)) for s in samples) > 0.99 and _plausible(middles, bands, "db"):
                return Scale("db", "statistics")  # names such as sigma0_VV say power, and none of that is below zero
            return ScaleOpen(("db", stated), f"The metadata says {stated}, but {negative:.0%} of the values are negative.")
        lowest, highest = _POSSIBLE_MEDIAN_DB
        medians = [_in_db(middle, stated) for middle in middles]
        if not all(lowest <= median <= highest for median in medians):
            others = tuple(s for s in ("power", "amplitude") if s != stated and _plausible(middles, bands, s))
            words = _in_words(medians)
            return ScaleOpen((*others, stated), f"The metadata says {stated}, but then the middle of the bands is {words}.")
    if stated == "db":
        lowest = min(middles)
        if lowest < -100:
            return Scale("db100" if lowest < -400 else "db10", "metadata")
        if negative < 0.05:
            return ScaleOpen(("db", "power", "amplitude"), "The metadata says decibels, but hardly any value is negative.")
    return Scale(stated, "metadata")


def _from_statistics(samples: Sequence[FloatArray], windows: Sequence[FloatArray], bands: Sequence[str]) -> Scale | ScaleOpen:
    middles = _middles(samples)
    if min(float(np.mean(s < 0)) for s in samples) >= 0.5:
        candidates = tuple(s for s in ("db", "db100", "db10") if _plausible(middles, bands, s))
        first_percentile = min(float(np.percentile(s, 1)) for s in samples)
        if not candidates and first_percentile > -70:
            candidates = ("db",)
        reason = "The values are negative, but fit no or several scales of decibels."
        return _one_or_open(candidates, ("db", "db100", "db10"), reason)
    candidates = tuple(s for s in ("power", "amplitude") if _plausible(middles, bands, s))
    reason = "Power and amplitude look alike in this image, and its metadata does not say which it is."
    if len(candidates) == 2:
        variation, skewness = _speckle(windows)
        one_look_amplitude = variation < _ONE_LOOK and skewness < _ONE_LOOK_SKEWNESS
        if variation > _SPECKLED_POWER and not one_look_amplitude:
            candidates = ("power",)
    return _one_or_open(candidates, ("power", "amplitude", "db"), reason)


def _one_or_open(candidates: tuple[str, ...], otherwise: tuple[str, ...], reason: str) -> Scale | ScaleOpen:
    return Scale(candidates[0], "statistics") if len(candidates) == 1 else ScaleOpen(candidates or otherwise, reason)


def _middles(samples: Sequence[FloatArray]) -> list[float]:
    """Return the median of each band."""
    return [float(np.median(sample)) for sample in samples]


def _in_db(value: float, scale: str) -> float:
    return float(to_db(np.array([value], np.float32), scale)[0])


def _plausible(middles: Sequence[float], bands: Sequence[str], scale: str) -> bool:
    medians = [_in_db(middle, scale) for middle in middles]
    for band, median in zip(bands, medians, strict=True):
        low, high = _PLAUSIBLE_MEDIAN_DB.get(band, (-32.0, -3.0))
        if not low <= median <= high:
            return False
    by_name = dict(zip(bands, medians, strict=True))
    for co, cross in (("VV", "VH"), ("HH", "HV")):
        if co in by_name and cross in by_name:
            low, high = _PLAUSIBLE_GAP_DB
            return low <= by_name[co] - by_name[cross] <= high
    return True


def _speckle(windows: Sequence[FloatArray]) -> tuple[float, float]:
    """Return how speckled even ground is: the 25th percentile of the 9 x 9 coefficient of variation, and the logarithm's skewness there.

    Pixels without a gap in their 9 x 9 tell it. Speckle of about four looks varies by 0.47 in power and 0.24 in amplitude, of one look by
    1 and 0.52.
    """
    variations, logarithms = [], []
    for window in windows:
        band = window[0].astype(np.float64)
        missing = ~np.isfinite(band)
        if missing.all() or min(band.shape) < 9:
            continue
        whole = ~scipy.ndimage.maximum_filter(missing, 9, mode="nearest")
        band[missing] = np.median(band[~missing])
        mean = scipy.ndimage.uniform_filter(band, 9)
        variance = np.maximum(scipy.ndimage.uniform_filter(band * band, 9) - mean * mean, 0.0)
        variations.append((np.sqrt(variance) / np.maximum(mean, 1e-12))[whole])
        logarithms.append(np.log(np.maximum(band, 1e-12) / np.maximum(mean, 1e-12))[whole])
    if not any(one.size for one in variations):
        return 0.0, 0.0
    variation, logarithm = np.concatenate(variations), np.concatenate(logarithms)
    quarter = float(np.percentile(variation, 25))
    even = logarithm[variation <= np.percentile(variation, 50)]
    spread = even - even.mean()
    return quarter, float((spread**3).mean() / max((spread**2).mean(), 1e-12) ** 1.5)


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
