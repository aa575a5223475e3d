"""Batches of random crops from several sets, each with its share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import ByteArray, FloatArray
from ..datasets.chips import UNKNOWN, Chip, ChipGroup
from .augment import Augmentation, augment


@dataclass(frozen=True)
class Batch:
    """Crops with what a segmentation network is to say of them.

    Attributes:
        image: float32 (N, C, h, h).
        target: float32 (N, 1, h, h), 0 to 1.
        known: float32, same shape: weight of each pixel in the cross-entropy.
        dice: float32, same shape: its weight in the Dice loss.
    """

    image: FloatArray
    target: FloatArray
    known: FloatArray
    dice: FloatArray


class CropSampler:
    """Draws batches for ever.

    Args:
        groups: the sets.
        crop: side of a crop in pixels; smaller chips are mirrored up to it.
        size: crops in a batch.
        how: the augmentation.
        rng: the only source of chance.
    """

    def __init__(self, groups: Sequence[ChipGroup], crop: int, size: int, how: Augmentation, rng: np.random.Generator) -> None:
        self.groups = [group for group in groups if group.chips and group.share > 0]
        if not self.groups:
            raise ValueError("nothing to draw from")
        shares = np.array([group.share for group in self.groups])
        self.shares = shares / shares.sum()
        self.crop, self.size, self.how, self.rng = crop, size, how, rng

    def draw(self) -> Batch:
        """Return the next batch."""
        pairs = [self._crop() for _ in range(self.size)]
        label = np.stack([label for _, label in pairs])[:, None]
        known = (label != UNKNOWN).astype(np.float32)
        return Batch(np.stack([image for image, _ in pairs]), (label == 1).astype(np.float32), known, known)

    def _crop(self) -> tuple[FloatArray, ByteArray]:
        group = self.groups[int(self.rng.choice(len(self.groups), p=self.shares))]
        sizes = np.array([chip.label.size for chip in group.chips], float)
        # Large scenes are drawn from more often than small chips, but not in proportion.
        weights = np.sqrt(sizes)
        chip = group.chips[int(self.rng.choice(len(sizes), p=weights / weights.sum()))]
        image, label = _at_least(chip, self.crop)
        top, left = (int(self.rng.integers(0, length - self.crop + 1)) for length in label.shape)
        window = (slice(top, top + self.crop), slice(left, left + self.crop))
        return augment(image[(slice(None), *window)], label[window], self.how, self.rng)


def _at_least(chip: Chip, side: int) -> tuple[FloatArray, ByteArray]:
    down, right = (max(0, side - length) for length in chip.label.shape)
    if not (down or right):
        return chip.image, chip.label
    widths = ((0, down), (0, right))
    return np.pad(chip.image, ((0, 0), *widths), mode="symmetric"), np.pad(chip.label, widths, mode="symmetric")
