"""From digital numbers to backscatter: the product's calibration and noise vectors.

σ⁰ = (DN² − noise) / A² (S1 Radiometric Calibration, ESA-EOPG-CSCOP-TN-0002), A from the vectors of σ⁰ or γ⁰, bilinear in line and pixel.
Noise is a vector over range, in products since March 2018 times one over azimuth for each sub-swath (MPC-0392).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..contract.errors import InputError
from ..raster.arrays import DoubleArray, FloatArray
from .markup import Element

_VECTOR = {"sigma0": "sigmaNought", "gamma0": "gamma"}
_LARGEST_GAIN_ERROR = 0.01


@dataclass(frozen=True)
class RangeVectors:
    """Values given on some lines at some pixels, interpolated in both directions.

    Attributes:
        lines: (K,) in ascending order.
        values: float32 (K, W) at each pixel of the columns that are read.
    """

    lines: DoubleArray
    values: FloatArray

    def row(self, line: int) -> FloatArray:
        """Return the values of a line, float32 (W,)."""
        after = int(np.clip(np.searchsorted(self.lines, line, side="right"), 1, max(len(self.lines) - 1, 1)))
        if len(self.lines) == 1:
            return self.values[0]
        before = after - 1
        weight = np.float32(np.clip((line - self.lines[before]) / (self.lines[after] - self.lines[before]), 0, 1))
        return self.values[before] + weight * (self.values[after] - self.values[before])


@dataclass(frozen=True)
class AzimuthBlock:
    """A part of a sub-swath in which the noise follows one vector along the track.

    Attributes:
        first_line, last_line, first_pixel, last_pixel: where it holds; the last ones are included.
        lines, factors: the vector.
    """

    first_line: int
    last_line: int
    first_pixel: int
    last_pixel: int
    lines: DoubleArray
    factors: DoubleArray


@dataclass(frozen=True)
class Noise:
    """Thermal noise in the unit of DN²."""

    over_range: RangeVectors
    over_azimuth: tuple[AzimuthBlock, ...]
    first_pixel: int

    def row(self, line: int) -> FloatArray:
        """Return the noise of a line, float32 (W,)."""
        noise = self.over_range.row(line)
        blocks = [block for block in self.over_azimuth if block.first_line <= line <= block.last_line]
        if blocks:
            noise = noise.copy()
        for block in blocks:
            columns = slice(max(block.first_pixel - self.first_pixel, 0), max(block.last_pixel + 1 - self.first_pixel, 0))
            noise[columns] *= np.float32(np.interp(line, block.lines, block.factors))
        return noise


class Calibrator:
    """Turns the lines of one polarisation into backscatter.

    Args:
        calibration: its calibration file.
        noise: its noise file; None: the noise stays.
        kind: one of `requests.CALIBRATIONS`.
        columns: first and last pixel (excluded) that are read.

    Raises:
        InputError: a file lacks a part.
    """

    def __init__(self, calibration: Element, noise: Element | None, kind: str, columns: tuple[int, int]) -> None:
        vectors = _vectors(calibration, "calibrationVectorList/calibrationVector")
        amplitude = _over_range(vectors, _VECTOR[kind], columns)
        if not (amplitude.values > 0).all():
            raise InputError(f"{calibration.document} has calibration values that are not positive.", "", "Download the product again.")
        self._amplitude = amplitude
        self._gain = np.float32(absolute_gain(calibration))
        self.noise = None if noise is None else read_noise(noise, columns)

    def power(self, digital_numbers: npt.NDArray[np.uint16], first_line: int) -> FloatArray:
        """Return backscatter as power.

        Args:
            digital_numbers: (h, W) from `first_line` on, of the columns given.

        Returns:
            float32 (h, W); where the noise exceeds the signal it is negative, so that means over pixels stay right.
        """
        power = digital_numbers.astype(np.float32)
        np.multiply(power, power, out=power)
        for row, values in enumerate(power):
            if self.noise is not None:
                values -= self.noise.row(first_line + row)
            values /= self.squared_amplitude(first_line + row)
        return power

    def squared_amplitude(self, line: int) -> FloatArray:
        """Return A² of a line, float32 (W,)."""
        amplitude = self._amplitude.row(line)
        return amplitude * amplitude * self._gain


def read_noise(root: Element, columns: tuple[int, int]) -> Noise:
    """Read a noise file, of the new style or of the one before 2018. Raises `InputError` where a part is missing."""
    if root.find("noiseVectorList") is not None:
        vectors = _vectors(root, "noiseVectorList/noiseVector")
        return Noise(_over_range(vectors, "noiseLut", columns), (), columns[0])
    vectors = _vectors(root, "noiseRangeVectorList/noiseRangeVector")
    blocks = tuple(_azimuth_block(element) for element in root.all("noiseAzimuthVectorList/noiseAzimuthVector"))
    return Noise(_over_range(vectors, "noiseRangeLut", columns), blocks, columns[0])


def absolute_gain(calibration: Element) -> float:
    """Return what the vectors lack of the absolute calibration constant, as a factor of A².

    ESA's vectors hold it: their β⁰ is the square root of the constant times their DN. Vectors without it get it here. Raises `InputError`.
    """
    constant = calibration.number("calibrationInformation/absoluteCalibrationConstant")
    vector = _vectors(calibration, "calibrationVectorList/calibrationVector")[0]
    beta, plain = vector.numbers("betaNought"), vector.numbers("dn")
    if beta.size != plain.size or not (plain.size and plain.all()):
        raise InputError(
            f"{calibration.document}: betaNought has {beta.size} values beside {plain.size} of dn, or dn is zero.",
            "The two say whether the absolute constant is in the vectors.",
            "Download the product again.",
        )
    held = float(np.median(beta / plain)) ** 2
    return constant if constant > 0 and abs(held - 1) < _LARGEST_GAIN_ERROR else 1.0


def _vectors(root: Element, path: str) -> list[Element]:
    vectors = root.all(path)
    if not vectors:
        raise InputError(f"{root.document} has no {path.rsplit('/', 1)[-1]}.", "", "Download the product again.")
    return sorted(vectors, key=lambda vector: vector.number("line"))


def _over_range(vectors: Sequence[Element], name: str, columns: tuple[int, int]) -> RangeVectors:
    pixels = np.arange(*columns)
    rows = []
    for vector in vectors:
        at, values = vector.numbers("pixel"), vector.numbers(name)
        if at.size != values.size or at.size == 0:
            raise InputError(f"{vector.document}: {name} has {values.size} values for {at.size} pixels.", "", "Download the product again.")
        rows.append(np.interp(pixels, at, values).astype(np.float32))
    lines, first = np.unique([vector.number("line") for vector in vectors], return_index=True)
    return RangeVectors(lines, np.array(rows)[first])


def _azimuth_block(element: Element) -> AzimuthBlock:
    lines, factors = element.numbers("line"), element.numbers("noiseAzimuthLut")
    if lines.size != factors.size or lines.size == 0:
        raise InputError(
            f"{element.document}: noiseAzimuthLut has {factors.size} values for {lines.size} lines.", "", "Download the product again."
        )

    def bound(name: str, otherwise: int) -> int:
        return int(element.number(name)) if element.find(name) is not None else otherwise

    return AzimuthBlock(
        bound("firstAzimuthLine", 0),
        bound("lastAzimuthLine", np.iinfo(np.int64).max),
        bound("firstRangeSample", 0),
        bound("lastRangeSample", np.iinfo(np.int32).max),
        lines,
        factors,
    )
