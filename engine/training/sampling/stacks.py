"""Batches of crops for the cross-modal recipe: several stacks of bands with a label and a target, turned and made brighter together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...contract.errors import InputError
from ...raster.arrays import ByteArray, FloatArray
from .augment import random_way, turned


@dataclass(frozen=True)
class Jitter:
    """Largest variation of brightness from crop to crop, in units of the scaled bands (0 to 1).

    Attributes:
        shift: added to all bands alike, at most.
        each: added to each band, at most.
        contrast: distances from 0.5 are multiplied by 1 - `contrast` to 1 + `contrast`, another factor for each band.
    """

    shift: float = 0.1
    each: float = 0.05
    contrast: float = 0.15


STILL = Jitter(0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Stack:
    """Bands float32 (C, H, W) that vary together."""

    bands: FloatArray
    jitter: Jitter


@dataclass(frozen=True)
class Example:
    """One image to learn from: stacks of its bands, a label (255 unknown) and a target (255 untrusted), both uint8 (H, W).

    It is drawn as often as its `weight` says, beside that of the other images.
    """

    stacks: tuple[Stack, ...]
    label: ByteArray
    target: ByteArray
    weight: float = 1.0


@dataclass(frozen=True)
class DistillationBatch:
    """A batch: `image` float32 (N, C, h, h), `label` and `target` uint8 (N, 1, h, h)."""

    image: FloatArray
    label: ByteArray
    target: ByteArray


class StackSampler:
    """Draws batches of which every pool gives an equal part.

    Args:
        pools: examples; none of the pools is empty.
        crop: side in pixels; `InputError` where an image is smaller.
        size: crops in a batch, a multiple of the number of pools.
        rng: the only source of chance.
    """

    def __init__(self, pools: Sequence[Sequence[Example]], crop: int, size: int, rng: np.random.Generator) -> None:
        if not pools or not all(pools):
            raise ValueError("nothing to draw from")
        if size % len(pools):
            raise ValueError(f"{size} crops cannot be shared by {len(pools)} pools")
        smallest = min(min(example.label.shape) for pool in pools for example in pool)
        if smallest < crop:
            raise InputError(f"An image is only {smallest} pixels wide or high.", f"Crops have {crop} pixels.", "Choose a smaller --crop.")
        self.pools, self.crop, self.size, self.rng = pools, crop, size, rng
        # Large scenes are drawn from more often than small images, but not in proportion.
        self.chances = [np.array([example.weight * np.sqrt(example.label.size) for example in pool]) for pool in pools]

    def draw(self) -> DistillationBatch:
        """Return the next batch."""
        crops = []
        for pool, chances in zip(self.pools, self.chances, strict=True):
            drawn = self.rng.choice(len(pool), self.size // len(self.pools), p=chances / chances.sum())
            crops += [self._crop(pool[int(index)]) for index in drawn]
        images, labels, targets = zip(*crops, strict=True)
        return DistillationBatch(np.stack(images), np.stack(labels)[:, None], np.stack(targets)[:, None])

    def _crop(self, example: Example) -> tuple[FloatArray, ByteArray, ByteArray]:
        top, left = (int(self.rng.integers(0, length - self.crop + 1)) for length in example.label.shape)
        window = (slice(top, top + self.crop), slice(left, left + self.crop))
        way = random_way(self.rng)
        image = np.concatenate([_varied(turned(stack.bands[(..., *window)], way), stack.jitter, self.rng) for stack in example.stacks])
        return image, turned(example.label[window], way), turned(example.target[window], way)


def _varied(bands: FloatArray, jitter: Jitter, rng: np.random.Generator) -> FloatArray:
    if jitter == STILL:
        return bands.astype(np.float32)
    count = (len(bands), 1, 1)
    contrast = rng.uniform(1 - jitter.contrast, 1 + jitter.contrast, count)
    shift = rng.uniform(-jitter.shift, jitter.shift) + rng.uniform(-jitter.each, jitter.each, count)
    return ((bands - 0.5) * contrast.astype(np.float32) + np.float32(0.5) + shift.astype(np.float32)).astype(np.float32)
