"""Random fields for simulated scenes: noise that depends on coordinates only, so that no cut of a scene changes a pixel.

Smooth fields are value noise on lattices of hashed numbers, evaluated on coarse nodes and brought to pixels by cubic
B-splines; speckle and fine texture come from a counter-based generator (Philox) whose counter is the row.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from scipy.special import gammaincinv

from ..raster.arrays import BoolArray, DoubleArray, FloatArray, LongArray

STRIP = 128
"""Rows that are computed together. Strips start at multiples of it, whatever rows are asked for."""
CHUNK = 512
"""Columns that are computed together: STRIP × CHUNK float32 stay in a core's cache."""
NODE_STEP = 8
"""Pixels between two nodes of the smooth fields."""
GRAIN_STEP = 4
"""Pixels between two nodes of the fine texture."""
RING = 2
"""Nodes outside a strip on each side: one for the spline, one for the gradient."""

UNIT_VARIANCE = 7.2
"""Brings splines over numbers that are uniform on [-0.5, 0.5] to variance 1: they leave 0.23 of 1/12 in two dimensions."""

_SPECKLE_KERNEL = np.array([0.19, 0.62, 0.19], dtype=np.float32)
"""Gives neighbouring pixels a correlation of 0.52, as even spots of calibrated Sentinel-1 IW GRD chips at 10 m show it."""


def mix(seed: int, stream: int, i: LongArray, j: LongArray) -> NDArray[np.uint64]:
    """Hash integer coordinates (any shapes that broadcast) to 64 random bits: the finaliser of SplitMix64 (Steele et al. 2014)."""
    start = np.array((seed * 0x9E3779B97F4A7C15 + stream * 0xD1B54A32D192ED03 + 0x632BE59BD9B4E019) % 2**64, dtype=np.uint64)
    h = i.astype(np.uint64) * np.uint64(0xBF58476D1CE4E5B9) + start
    h = (h ^ (h >> np.uint64(29))) * np.uint64(0x94D049BB133111EB) + j.astype(np.uint64)
    h = (h ^ (h >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    h = (h ^ (h >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return h ^ (h >> np.uint64(31))


def uniform(seed: int, stream: int, *where: int) -> float:
    """Return one number in [0, 1) that belongs to a seed, a stream and up to two integers."""
    i, j = (*where, 0, 0)[:2]
    return float(mix(seed, stream, np.array([i]), np.array([j]))[0] >> np.uint64(11)) / 2.0**53


def spline_weights(t: DoubleArray) -> DoubleArray:
    """Return the four cubic B-spline weights (4, n) of positions 0..1 between the second and the third node."""
    return np.stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3]) / 6.0


def value_noise(seed: int, stream: int, y: DoubleArray, x: DoubleArray, period: float) -> DoubleArray:
    """Return smooth noise (len(y), len(x)) of mean 0 and variance 1 with features about `period` wide (same unit as x and y)."""
    rows, columns = np.floor(y / period), np.floor(x / period)
    wy, wx = spline_weights(y / period - rows), spline_weights(x / period - columns)
    i0, j0 = int(rows.min()) - 1, int(columns.min()) - 1
    i = np.arange(i0, int(rows.max()) + 3)
    j = np.arange(j0, int(columns.max()) + 3)
    lattice = ((mix(seed, stream, i[:, None], j[None, :]) >> np.uint64(11)).astype(np.float64) / 2.0**53 - 0.5) * UNIT_VARIANCE
    top, left = rows.astype(np.int64) - 1 - i0, columns.astype(np.int64) - 1 - j0
    down = sum(wy[k][:, None] * lattice[top + k] for k in range(4))
    return np.asarray(sum(down[:, left + k] * wx[k] for k in range(4)))


def fractal_noise(
    seed: int, stream: int, place: tuple[DoubleArray, DoubleArray], period: float, octaves: int, gain: float = 0.5
) -> DoubleArray:
    """Return a sum of octaves of `value_noise` at (y, x), each half as wide and `gain` as strong as the one before; variance 1."""
    y, x = place
    total, power = np.zeros((len(y), len(x))), 0.0
    for octave in range(octaves):
        amplitude = gain**octave
        total += amplitude * value_noise(seed, stream * 16 + octave, y, x, period / 2**octave)
        power += amplitude**2
    return total / np.sqrt(power)


@dataclass(frozen=True)
class Scatter:
    """Objects strewn over the ground, at most one to each square cell.

    Attributes:
        stream: of the random numbers.
        cell_m: size of a cell; cells are centred on whole multiples of it.
        share: of the cells that hold an object.
        reach_m: how far an object reaches from its own position, at most.
        traits: random numbers for each object.
        central: the cell 0, 0 holds an object for sure, near its centre.
    """

    stream: int
    cell_m: float
    share: float
    reach_m: float
    traits: int
    central: bool = False

    def near(self, seed: int, y: DoubleArray, x: DoubleArray) -> Iterator[list[float]]:
        """Yield [row position, column position (metres), traits (0 to 1)…] of what may reach into a block of positions y, x in metres."""
        cell, reach = self.cell_m, self.reach_m
        for i in range(math.floor((y[0] - reach) / cell), math.ceil((y[-1] + reach) / cell) + 1):
            for j in range(math.floor((x[0] - reach) / cell), math.ceil((x[-1] + reach) / cell) + 1):
                first = self.central and i == j == 0
                rare, down, across, *traits = (uniform(seed, self.stream * 16 + k, i, j) for k in range(3 + self.traits))
                if rare >= self.share and not first:
                    continue
                spread = 0.2 if first else 1.0
                row, column = (i + (down - 0.5) * spread) * cell, (j + (across - 0.5) * spread) * cell
                if y[0] - reach < row < y[-1] + reach and x[0] - reach < column < x[-1] + reach:
                    yield [row, column, *traits]


def _upsampler(pixels: int, step: int) -> FloatArray:
    position = np.arange(pixels) / step
    base = position.astype(np.int64)
    weights = np.zeros((pixels, pixels // step + 3), dtype=np.float32)
    for k, weight in enumerate(spline_weights(position - base)):
        weights[np.arange(pixels), base + k] = weight
    return weights


_BAND, _STRETCH = 32, 64
_DOWN = {step: _upsampler(_BAND, step) for step in (NODE_STEP, GRAIN_STEP)}
_ACROSS = {step: np.ascontiguousarray(_upsampler(_STRETCH, step).T) for step in (NODE_STEP, GRAIN_STEP)}


def to_pixels(nodes: FloatArray, step: int = NODE_STEP) -> FloatArray:
    """Bring node fields (K, STRIP/step + 3, CHUNK/step + 3) to pixels (K, STRIP, CHUNK).

    The products are cut into bands and stretches: a spline reaches over four nodes only, and products this small are not
    spread over threads, which costs more than it gains.
    """
    stretches = sliding_window_view(nodes, _STRETCH // step + 3, axis=2)[:, :, :: _STRETCH // step]
    fields, down, across, taps = stretches.shape
    wide = (stretches.reshape(fields, down * across, taps) @ _ACROSS[step]).reshape(fields, down, CHUNK)
    bands = sliding_window_view(wide, _BAND // step + 3, axis=1)[:, :: _BAND // step].swapaxes(2, 3)
    return np.asarray((_DOWN[step] @ bands).reshape(fields, STRIP, CHUNK), dtype=np.float32)


def node_positions(first: int, pixels: int, size_m: float) -> DoubleArray:
    """Return the positions in metres of the nodes of `pixels` pixels from pixel `first` on, with `RING` more on each side."""
    nodes = np.arange(-RING, pixels // NODE_STEP + RING + 1)
    return (first + nodes * NODE_STEP).astype(np.float64) * size_m


def draws(seed: int, stream: int, first: int, rows: int, width: int) -> NDArray[np.uint16]:
    """Return random 16-bit numbers (rows, width) of the rows from `first` (may be negative) on, each by its index only."""
    steps = -(-width // 16)  # one step of Philox yields four 64-bit words
    counter = (first + 2**32) * steps
    words = np.random.Philox(key=(seed % 2**63) * 2**64 + stream, counter=counter).random_raw(rows * steps * 4)
    return words.astype("<u8", copy=False).view("<u2").reshape(rows, steps * 16)[:, :width]


def smooth(field: FloatArray) -> FloatArray:
    """Filter a field (h + 2, w + 2) with the kernel of the speckle, down and across; (h, w) comes back."""
    side, middle = _SPECKLE_KERNEL[0], _SPECKLE_KERNEL[1]
    down = (field[:-2] + field[2:]) * side + field[1:-1] * middle
    return np.asarray((down[:, :-2] + down[:, 2:]) * side + down[:, 1:-1] * middle)


@dataclass(frozen=True)
class Block:
    """What the ground of one block is painted from, h × w pixels.

    Attributes:
        fields: the ground's smooth fields brought to pixels, (K, h, w).
        y, x: positions of rows (h,) and columns (w,) in metres from the scene's centre.
        grain: fine texture, (h, w), mean 0, variance 1.
        sparks: random numbers for single bright pixels, (h + 2, w + 2).
    """

    fields: FloatArray
    y: DoubleArray
    x: DoubleArray
    grain: FloatArray
    sparks: NDArray[np.uint16]


@dataclass(frozen=True)
class Painted:
    """The ground of one block as the radar sees it before speckle and noise.

    Attributes:
        mean_db: VV and VH in dB, (2, h, w).
        truth: (h, w).
        factor: of power, (h, w), for what is brighter than its surroundings; None: nothing is.
    """

    mean_db: FloatArray
    truth: BoolArray
    factor: FloatArray | None


@dataclass(frozen=True)
class Speckle:
    """Multi-look speckle: multiplicative, mean 1, gamma-like with `looks` looks, slightly correlated between neighbours.

    Independent gamma numbers of fewer looks are filtered; the sum of squares of the filter says how many fewer.
    """

    looks: float

    def table(self) -> FloatArray:
        """Return the 65 536 quantiles from which 16-bit numbers become speckle before the filter."""
        shape = self.looks * float(np.sum(_SPECKLE_KERNEL.astype(np.float64) ** 2)) ** 2
        quantiles = gammaincinv(shape, (np.arange(65536) + 0.5) / 65536)
        return np.asarray(quantiles / quantiles.mean(), dtype=np.float32)
