"""Stage 3 of the change recipe: a segmenter learns the pseudo-masks, and the small student that is shipped learns from the segmenter.

Both belong to the student family, see the bands of the two dates stacked (newer first) and are trained by the cross-modal loop,
without any label but the pseudo-masks. No mask of the set is opened here, nor by what is imported here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..datasets.change_data import Pair, Tile, comparable
from ..datasets.chips import UNKNOWN, ByteArray, FloatArray
from ..datasets.places_and_layers import BoolArray, as_target
from ..networks.student import Shape
from ..sampling.change_tiles import unchanged_copy
from ..sampling.stacks import Example, Jitter, Stack
from . import cross_modal
from .cross_modal import RadarStudent, predict

Map = Callable[[FloatArray], FloatArray]

JITTER = Jitter(shift=0.1, each=0.03, contrast=0.1)
NULL_PAIRS = 120
"""Pairs that are made unchanged, a quarter of every batch."""


@dataclass(frozen=True)
class Stage3:
    """How segmenter and shipped student are trained.

    Attributes:
        segmenter, student: their shapes; the bands are those of both dates.
        recipe: steps, batch and rate of both.
    """

    segmenter: Shape = field(default_factory=lambda: Shape(stem=2, width=16))
    student: Shape = field(default_factory=lambda: Shape(stem=4, width=32))
    recipe: cross_modal.Recipe = field(default_factory=lambda: cross_modal.Recipe(steps=300, crop=128, batch=12))


def pseudo_masks(pairs: Sequence[Pair], tiles: Sequence[Tile], found: Map, threshold: float) -> dict[str, ByteArray]:
    """Return the targets (see `cross_modal_data`) of the labelled tiles of pairs: what a map calls changed, nothing in unchanged tiles.

    Args:
        pairs: of one set.
        tiles: with their image-level labels; elsewhere nothing is trusted.
        found: float32 (2 × B, H, W) to the probability of change float32 (H, W).
        threshold: of the map.
    """
    targets = {}
    for pair in pairs:
        side = pair.layout.tile
        trusted, changed = (np.zeros(pair.newer.shape[1:], np.bool_) for _ in range(2))
        for tile in tiles:
            if tile.pair == pair.name:
                window = (slice(tile.top, tile.top + side), slice(tile.left, tile.left + side))
                trusted[window], changed[window] = True, tile.changed
        targets[pair.name] = as_target((found(comparable(pair).stretched()) > threshold) & changed, trusted)
    return targets


def soft_labels(pairs: Sequence[Pair], segmenter: RadarStudent) -> dict[str, ByteArray]:
    """Return a segmenter's probabilities as targets, trusted everywhere; no image-level label is needed any more."""
    return {
        pair.name: as_target(found, _everywhere(found)) for pair in pairs for found in (predict(segmenter, comparable(pair).stretched()),)
    }


def train(pairs: Sequence[Pair], targets: dict[str, ByteArray], shape: Shape, recipe: cross_modal.Recipe, seed: int) -> RadarStudent:
    """Train a network of the student family on targets by pair, in both orders of the dates, with made unchanged pairs beside them."""
    rng = np.random.default_rng(seed)
    images = [(comparable(pair, swapped).stretched(), targets[pair.name]) for pair in pairs for swapped in (False, True)]
    real = [_example(image, target) for image, target in images]
    chosen = rng.choice(len(images), min(NULL_PAIRS, len(images)), replace=False)
    made = [_example(unchanged_copy(images[int(i)][0], rng), np.zeros_like(images[int(i)][1])) for i in chosen]
    return cross_modal.train([real, real, real, made], replace(shape, bands=len(images[0][0])), recipe.steps, recipe, seed)


def _example(image: FloatArray, target: ByteArray) -> Example:
    return Example((Stack(image, JITTER),), np.full_like(target, UNKNOWN), target)


def _everywhere(found: FloatArray) -> BoolArray:
    return np.ones(found.shape, np.bool_)
