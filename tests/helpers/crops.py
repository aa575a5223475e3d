"""Crops of small chips, as the water student learns from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from tidemark.engine.training.datasets.chips import Chip
from tidemark.engine.training.sampling.augment import Augmentation
from tidemark.engine.training.sampling.crops import Crops, draw_crops

UNCHANGED = Augmentation(**{field.name: 0.0 for field in fields(Augmentation)})
SHARES = {"hand": 1.0}


def drawn(chips: Sequence[Chip], folder: Path, count: int, side: int, how: Augmentation = UNCHANGED) -> Crops:
    """Return crops of chips as the set ``hand``."""
    return draw_crops({"hand": chips}, {"hand": count}, side, how, folder)
