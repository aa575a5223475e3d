"""Augmentation of crops: radar's own variation, so that a student does not learn one scene by heart.

All functions take and return images float32 (2, h, w) in dB without NaN (VV, VH) and labels uint8 (h, w).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ...raster.arrays import ByteArray, FloatArray
from ...raster.resample import Taps, apply_taps, linear_taps
from ..datasets.chips import UNKNOWN

Kind = TypeVar("Kind", bound=np.generic)

WATER_VV_DB = (-27.0, -17.0)
WATER_VH_DB = (-33.0, -22.0)
"""Where calm water lies; the two are drawn together, so that VH stays 3 to 10 dB below VV."""

LOOKS = 4.4
"""Equivalent number of looks of a Sentinel-1 IW GRD image (ESA's product specification)."""


@dataclass(frozen=True)
class Augmentation:
    """Probability of each change (0 to 1), and strength of the gains (dB).

    Attributes:
        speckle: multiplicative gamma noise of 2 to 20 looks.
        gain_db: largest gain common to both bands; each band gets up to half of it besides.
        floor: added noise power between -34 dB and `highest_floor_db`, another one for each band: it lifts dark water more than land, as
            a sensor's noise, waves and sparse plants do.
        highest_floor_db: the largest of these powers.
        contrast: distances from the crop's median shrunk to 0.55–1 of what they were, in dB.
        ramp: a linear change of up to 1.5 dB either way across the crop, as incidence makes it.
        smooth: a mean over 3 to 7 pixels in linear power, which takes the texture away and leaves the level.
        hole: a rectangle that was not observed.
        lake: a smooth patch of simulated calm water.
        resample: another pixel size, 0.8 to 1.25 of the original.
    """

    speckle: float = 0.5
    gain_db: float = 1.0
    floor: float = 0.2
    highest_floor_db: float = -24.0
    contrast: float = 0.0
    ramp: float = 0.3
    smooth: float = 0.2
    hole: float = 0.1
    lake: float = 0.15
    resample: float = 0.2


def augment(image: FloatArray, label: ByteArray, how: Augmentation, rng: np.random.Generator) -> tuple[FloatArray, ByteArray]:
    """Return a changed copy of a square crop."""
    if rng.random() < how.resample:
        image, label = _resample(image, label, rng)
    image, label = _turn(image, label, rng)
    if rng.random() < how.smooth:
        image = _smooth(image, int(rng.choice([3, 5, 7])))
    if rng.random() < how.lake:
        image, label = add_lake(image, label, rng)
    if rng.random() < how.speckle:
        image = image + speckle_db(image.shape, float(np.exp(rng.uniform(np.log(2.0), np.log(20.0)))), rng)
    image = image + rng.uniform(-how.gain_db, how.gain_db)
    image = image + rng.uniform(-how.gain_db / 2, how.gain_db / 2, (2, 1, 1)).astype(np.float32)
    if rng.random() < how.ramp:
        image = image + _ramp(image.shape[1:], rng)
    if rng.random() < how.contrast:
        middle = np.median(image, axis=(1, 2), keepdims=True)
        image = middle + rng.uniform(0.55, 1.0) * (image - middle)
    if rng.random() < how.floor:
        image = _with_floor(image, how.highest_floor_db, rng)
    if rng.random() < how.hole:
        image, label = _hole(image, label, rng)
    return np.ascontiguousarray(image, dtype=np.float32), np.ascontiguousarray(label)


def random_way(rng: np.random.Generator) -> int:
    """Return one of the eight orientations of a square, 0 to 7."""
    quarter = int(rng.integers(4))
    return quarter + 4 if rng.random() < 0.5 else quarter


def turned(plane: npt.NDArray[Kind], way: int) -> npt.NDArray[Kind]:
    """Return square planes (…, h, h) in one of their eight orientations, 0 to 7."""
    plane = np.rot90(plane, way % 4, (-2, -1))
    return plane[..., ::-1] if way >= 4 else plane


def speckle_db(shape: tuple[int, ...], looks: float, rng: np.random.Generator) -> FloatArray:
    """Return speckle of unit mean power and `looks` looks in dB, float32 of the shape."""
    power = rng.standard_gamma(looks, shape, dtype=np.float32) / np.float32(looks)
    return np.float32(10.0) * np.log10(np.maximum(power, np.float32(1e-4)))


def add_lake(image: FloatArray, label: ByteArray, rng: np.random.Generator) -> tuple[FloatArray, ByteArray]:
    """Flood a smooth patch (5 to 100 % of the crop) with simulated calm water: one level for each band, speckle, label 1."""
    side = image.shape[-1]
    coarse = rng.standard_normal((int(rng.integers(2, 7)),) * 2).astype(np.float32)
    taps = linear_taps(coarse.shape[0], side)
    relief = apply_taps(coarse, taps, taps)
    water = relief <= np.quantile(relief, rng.uniform(0.05, 1.0))
    vv = rng.uniform(*WATER_VV_DB)
    vh = np.clip(vv - rng.uniform(3.0, 10.0), *WATER_VH_DB)
    level = np.array([vv, vh], np.float32)[:, None, None] + speckle_db(image.shape, LOOKS, rng)
    return np.where(water, level, image), np.where(water, np.uint8(1), label)


def _turn(image: FloatArray, label: ByteArray, rng: np.random.Generator) -> tuple[FloatArray, ByteArray]:
    way = random_way(rng)
    return turned(image, way), turned(label, way)


def _resample(image: FloatArray, label: ByteArray, rng: np.random.Generator) -> tuple[FloatArray, ByteArray]:
    side = image.shape[-1]
    factor = rng.uniform(0.8, 1.25)
    if factor >= 1.0:
        seen = max(1, round(side / factor))
        taps = linear_taps(seen, side)
        nearest = np.minimum((np.arange(side) + 0.5) * seen / side, seen - 1).astype(np.intp)
    else:
        # A smaller image than the crop: its mirror fills the rest, so that the crop keeps its size.
        small = max(1, round(side * factor))
        inner = linear_taps(side, small)
        back = np.concatenate([np.arange(small), np.arange(small)[::-1]])[:side]
        taps = Taps(inner.source[back], inner.weight[back])
        nearest = np.minimum((back + 0.5) * side / small, side - 1).astype(np.intp)
    return apply_taps(image, taps, taps), label[np.ix_(nearest, nearest)]


def _smooth(image: FloatArray, size: int) -> FloatArray:
    power = ndimage.uniform_filter(10.0 ** (image / np.float32(10.0)), size=(0, size, size))
    return np.float32(10.0) * np.log10(np.maximum(power, np.float32(1e-5)))


def _ramp(shape: tuple[int, ...], rng: np.random.Generator) -> FloatArray:
    angle, height = rng.uniform(0.0, 2.0 * np.pi), rng.uniform(0.0, 1.5)
    down = np.linspace(-1.0, 1.0, shape[0])[:, None] * np.sin(angle)
    across = np.linspace(-1.0, 1.0, shape[1])[None, :] * np.cos(angle)
    return (height * (down + across)).astype(np.float32)


def _with_floor(image: FloatArray, highest_db: float, rng: np.random.Generator) -> FloatArray:
    floor_db = rng.uniform(-34.0, max(-34.0, highest_db), (2, 1, 1)).astype(np.float32)
    return np.float32(10.0) * np.log10(10.0 ** (image / np.float32(10.0)) + 10.0 ** (floor_db / np.float32(10.0)))


def _hole(image: FloatArray, label: ByteArray, rng: np.random.Generator) -> tuple[FloatArray, ByteArray]:
    side = image.shape[-1]
    (top, bottom), (left, right) = np.sort(rng.integers(0, side + 1, (2, 2)), axis=1)
    window = (slice(top, bottom), slice(left, right))
    image, label = image.copy(), label.copy()
    image[(slice(None), *window)] = np.median(image, axis=(1, 2))[:, None, None]
    label[window] = UNKNOWN
    return image, label
