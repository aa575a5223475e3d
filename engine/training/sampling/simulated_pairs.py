"""Simulated pairs of radar dates in display bytes, with masks, and image-level labels of their tiles, without end.

Ground is a smooth relief of backscatter with fields of other levels and some standing water. On one of the dates, at random, patches are
brighter, darker, or as dark as water; fields vary a little with the season, which is no change. Each date has looks, speckle, noise floor,
incidence ramp and display of its own, and the two lie up to a pixel and a half off each other. Where change is looked for, networks get the
labels of tiles; the masks are for those that learn outlines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ...raster.arrays import BoolArray, DoubleArray
from ..datasets.change_data import AMBIGUOUS, SIMULATED, Pair, Tile

SIDE = 256
FIELDS = 28
"""Fields of a scene: what lies nearest to as many random points, with bent borders."""
CHANGED = 0.8
"""Share of the pairs in which something has changed."""
LEAST_CHANGE_DB = 2.5
SEASON_DB = 1.5
"""Most that a field differs between the dates without being a change."""
LARGEST_SHIFT = 1.5
LOOKS = (1.2, 30.0)

_Axes = tuple[DoubleArray, DoubleArray]


@dataclass(frozen=True)
class SimulatedPair:
    """A pair and where it has changed, bool (H, W)."""

    pair: Pair
    mask: BoolArray

    def tiles(self) -> list[Tile]:
        """Return the labelled tiles; those in which next to nothing has changed are left out."""
        side, found = self.pair.layout.tile, []
        for top in range(0, SIDE - side + 1, side):
            for left in range(0, SIDE - side + 1, side):
                share = float(self.mask[top : top + side, left : left + side].mean())
                if share == 0.0 or share > AMBIGUOUS:
                    found.append(Tile(self.pair.name, top, left, share > 0.0))
        return found


def simulate_pairs(count: int, seed: int) -> list[SimulatedPair]:
    """Return pairs, of which a share of `CHANGED` has changed; the same for the same seed."""
    rng = np.random.default_rng(seed)
    return [_simulate(f"{seed}-{number:05d}", bool(rng.random() < CHANGED), rng) for number in range(count)]


def _simulate(name: str, changes: bool, rng: np.random.Generator) -> SimulatedPair:
    axes = np.meshgrid(*(np.linspace(0.0, 1.0, SIDE),) * 2, indexing="ij")
    fields = _fields((axes[0], axes[1]), rng)
    levels = rng.standard_normal(FIELDS)[fields] * rng.uniform(0, 3)
    base = -10 + _relief(rng) * rng.uniform(0, 2.5) + levels + _noise(60, rng) * rng.uniform(0, 1)
    if rng.random() < 0.5:
        lakes = _relief(rng, (2, 4, 9))
        base = np.where(lakes < np.quantile(lakes, 0.12), rng.uniform(-24, -18), base)
    mask = _shape((axes[0], axes[1]), fields, rng) if changes else np.zeros((SIDE, SIDE), np.bool_)
    if rng.random() < 0.5:
        changed = np.minimum(rng.uniform(-24, -16) + 0.5 * _noise(8, rng), base - 3)
    else:
        changed = base + rng.uniform(3, 11) * rng.choice([-1, 1])
    mask &= np.abs(changed - base) >= LEAST_CHANGE_DB
    season = rng.standard_normal(FIELDS).clip(-1, 1)[fields] * SEASON_DB * rng.uniform(0, 1)
    other = np.where(mask, changed, base) + season + rng.uniform(-1.5, 1.5)
    newer, older = (other, base) if rng.random() < 0.5 else (base, other)
    newer = ndimage.shift(newer, rng.uniform(-LARGEST_SHIFT, LARGEST_SHIFT, 2), order=1, mode="reflect")
    dates = [_displayed(date, (axes[0], axes[1]), rng)[None] for date in (newer, older)]
    return SimulatedPair(Pair(name, SIMULATED, dates[0], dates[1]), mask)


def _noise(cells: int, rng: np.random.Generator) -> DoubleArray:
    """Return smooth noise with so many cells along a side, float64 (H, W)."""
    coarse = rng.standard_normal((cells, cells))
    return np.asarray(ndimage.zoom(coarse, SIDE / cells, order=1 if cells > 20 else 3, mode="nearest", grid_mode=True), np.float64)


def _relief(rng: np.random.Generator, octaves: tuple[int, ...] = (3, 6, 12, 25)) -> DoubleArray:
    return np.sum([_noise(cells, rng) / (1 + number) for number, cells in enumerate(octaves)], axis=0)


def _fields(axes: _Axes, rng: np.random.Generator) -> np.ndarray[tuple[int, int], np.dtype[np.intp]]:
    """Return the number of each pixel's field."""
    down, across = (axis + _noise(5, rng) * 0.03 * rng.random() for axis in axes)
    points = rng.random((FIELDS, 2, 1, 1))
    return np.argmin((down - points[:, 0]) ** 2 + (across - points[:, 1]) ** 2, axis=0)


def _shape(axes: _Axes, fields: np.ndarray[tuple[int, int], np.dtype[np.intp]], rng: np.random.Generator) -> BoolArray:
    """Return what changes: patches, ribbons, whole fields or an ellipse."""

    def patches() -> DoubleArray:
        relief = _relief(rng, (2, 5, 11, 23))
        return relief - np.quantile(relief, rng.random() ** 1.5 * 0.6 + 0.01)

    def ribbon() -> DoubleArray:
        return np.abs(_relief(rng, (3, 6))) - rng.uniform(0.02, 0.2)

    def some_fields() -> DoubleArray:
        return np.where(rng.random(FIELDS) < rng.random() * 0.35, -1.0, 1.0)[fields]

    def ellipse() -> DoubleArray:
        middle, radii = rng.random(2), rng.uniform(0.02, 0.4, 2)
        return np.sum([((axis - c) / r) ** 2 for axis, c, r in zip(axes, middle, radii, strict=True)], axis=0) - 1.0

    kinds: list[Callable[[], DoubleArray]] = [patches, ribbon, some_fields, ellipse]
    return np.asarray(kinds[int(rng.choice(4, p=[0.4, 0.2, 0.2, 0.2]))]() < 0.0)


def _displayed(level_db: DoubleArray, axes: _Axes, rng: np.random.Generator) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Return a date as somebody shows it, in bytes: ramp, speckle, noise floor, and amplitude, dB or a third root, stretched."""
    angle, height = rng.uniform(0, 2 * np.pi), rng.uniform(0, 1.5)
    level_db = level_db + height * (np.sin(angle) * (2 * axes[0] - 1) + np.cos(angle) * (2 * axes[1] - 1))
    looks = float(np.exp(rng.uniform(*np.log(LOOKS))))
    speckle = rng.gamma(looks, 1 / looks, level_db.shape)
    if rng.random() < 0.5:
        own = rng.random()
        speckle = own * speckle + (1 - own) * ndimage.uniform_filter(speckle, 3)
    power = 10 ** (level_db / 10) * np.maximum(speckle, 1e-4) + 10 ** (rng.uniform(-30, -22) / 10)
    kind = rng.random()
    shown = np.sqrt(power) if kind < 0.5 else 10 * np.log10(power) if kind < 0.8 else power**0.3
    low, high = np.percentile(shown, (0.5, 99))
    low, high = low - (high - low) * rng.uniform(0, 0.3), high + (high - low) * rng.uniform(-0.1, 0.3)
    return np.rint(np.clip((shown - low) / (high - low), 0, 1) * 255).astype(np.uint8)
