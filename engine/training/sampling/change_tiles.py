"""Batches of labelled tiles for the change recipe: half changed, the rest unchanged or made unchanged.

The dates are swapped at random, for an image-level label is the same either way and a flood is not the only change users look for.
Pairs are made unchanged from one date: seen twice, each time with speckle of its own and slightly shifted in brightness.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ...contract.errors import InputError
from ...raster.arrays import FloatArray
from ...raster.resample import apply_taps, fitting_taps
from ..datasets.change_data import Dates, Pair, Tile, comparable
from .augment import random_way, turned

CHANGED, UNCHANGED = 0.5, 0.4
"""Shares of a batch; the rest is made unchanged."""
STRETCH_JITTER = 0.1
"""How far the ends of the stretch move, in widths of it: scenes have other percentiles than tiles."""
DATE_JITTER = 0.03
"""How far one date is brighter than the other, in widths of the stretch, at most."""
SPECKLE = (0.02, 0.10)
"""Standard deviation of the speckle that is added to each copy of a date, in widths of the stretch."""
SPECKLE_PIXELS = 1.2
"""Largest sigma of the blur that ties the speckle of neighbouring pixels, as sampling finer than the resolution does."""
SHIFT, CONTRAST = 0.06, 0.12
"""How far a copy is made brighter or darker, and its distances from the middle stretched or shrunk, at most."""


@dataclass(frozen=True)
class ChangeBatch:
    """`image` float32 (N, 2 × B, h, h), the newer date's bands first, 0 to 1; `changed` float32 (N,), 0 or 1."""

    image: FloatArray
    changed: FloatArray


@dataclass(frozen=True)
class _Cut:
    """Both orders of a tile's dates."""

    orders: tuple[Dates, Dates]


class ChangeSampler:
    """Draws batches for ever.

    Args:
        pairs: of all sets.
        labels: image-level labels by set.
        side: pixels of a tile as the network sees it; larger ones are shrunk.
        size: tiles in a batch.
        shares: how often each set is drawn from; any positive numbers.
        rng: the only source of chance.

    Raises:
        InputError: nothing that has changed, or nothing that has not.
    """

    def __init__(
        self,
        pairs: Sequence[Pair],
        labels: Mapping[str, Sequence[Tile]],
        side: int,
        size: int,
        shares: Mapping[str, float],
        rng: np.random.Generator,
    ) -> None:
        self.side, self.size, self.rng = side, size, rng
        cuts: dict[bool, list[tuple[_Cut, float]]] = {True: [], False: []}
        listed = {(name, tile.pair): [t for t in tiles if t.pair == tile.pair] for name, tiles in labels.items() for tile in _firsts(tiles)}
        counts = {(name, changed): sum(t.changed is changed for t in tiles) for name, tiles in labels.items() for changed in (True, False)}
        for pair in pairs:
            name = pair.layout.name
            orders = (comparable(pair), comparable(pair, swapped=True))
            for tile in listed.get((name, pair.name), ()):
                cut = _Cut((_cut(orders[0], tile, pair.layout.tile), _cut(orders[1], tile, pair.layout.tile)))
                cuts[tile.changed].append((cut, shares[name] / counts[name, tile.changed]))
        if not all(cuts.values()):
            raise InputError("The tiles are all changed, or all unchanged.", "Both are needed.", "Check the list of labels.")
        self.tiles = {changed: [cut for cut, _ in found] for changed, found in cuts.items()}
        self.chances = {changed: _normalised([chance for _, chance in found]) for changed, found in cuts.items()}

    def draw(self) -> ChangeBatch:
        """Return the next batch."""
        changed, unchanged = round(CHANGED * self.size), round(UNCHANGED * self.size)
        images = [self._seen(self._dates(True)) for _ in range(changed)]
        images += [self._seen(self._dates(False)) for _ in range(unchanged)]
        images += [
            unchanged_copy(self._seen(self._dates(bool(self.rng.integers(2)))), self.rng) for _ in range(self.size - changed - unchanged)
        ]
        labels = np.zeros(self.size, np.float32)
        labels[:changed] = 1.0
        return ChangeBatch(np.stack(images), labels)

    def _dates(self, changed: bool) -> Dates:
        tiles = self.tiles[changed]
        return tiles[int(self.rng.choice(len(tiles), p=self.chances[changed]))].orders[int(self.rng.integers(2))]

    def _seen(self, dates: Dates) -> FloatArray:
        rng = self.rng
        width = dates.high - dates.low
        moved = Dates(
            dates.newer,
            dates.older,
            dates.low + width * np.float32(rng.uniform(-STRETCH_JITTER, STRETCH_JITTER)),
            dates.high + width * np.float32(rng.uniform(-STRETCH_JITTER, STRETCH_JITTER)),
        )
        image = moved.stretched()
        image[: len(image) // 2] += np.float32(rng.uniform(-DATE_JITTER, DATE_JITTER))
        if image.shape[-1] != self.side:
            taps = fitting_taps(image.shape[-1], self.side)
            image = apply_taps(image, taps, taps)
        return np.ascontiguousarray(turned(image, random_way(rng)))


def unchanged_copy(image: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return an image (2 × B, H, W) whose dates are both the newer one, each with speckle and a slight shift in brightness of its own."""
    newer = image[: len(image) // 2]
    return np.concatenate([_again(newer, rng), _again(newer, rng)])


def _again(date: FloatArray, rng: np.random.Generator) -> FloatArray:
    contrast, shift = rng.uniform(1 - CONTRAST, 1 + CONTRAST), rng.uniform(-SHIFT, SHIFT)
    speckle = rng.standard_normal(date.shape, dtype=np.float32)
    speckle = ndimage.gaussian_filter(speckle, (0, *(rng.uniform(0.0, SPECKLE_PIXELS),) * 2))
    speckle *= np.float32(rng.uniform(*SPECKLE)) / max(float(speckle.std()), 1e-6)
    return np.clip((date - 0.5) * np.float32(contrast) + np.float32(0.5 + shift) + speckle, 0.0, 1.0).astype(np.float32)


def _cut(dates: Dates, tile: Tile, side: int) -> Dates:
    window = (slice(None), slice(tile.top, tile.top + side), slice(tile.left, tile.left + side))
    return Dates(dates.newer[window].copy(), dates.older[window].copy(), dates.low, dates.high)


def _firsts(tiles: Sequence[Tile]) -> list[Tile]:
    return list({tile.pair: tile for tile in tiles}.values())


def _normalised(chances: Sequence[float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    values = np.array(chances, np.float64)
    return values / values.sum()
