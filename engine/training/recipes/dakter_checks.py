"""Checks of a generator: do both signals fade alike, are its tiles copies of training tiles, and do image and label fit together?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ..datasets.chips import ByteArray, FloatArray
from ..datasets.oil import Patch
from ..evaluation.metrics import count, figures, pool
from ..networks.unet import UNet
from ..sampling.oil_tiles import Pairs, turned
from .cross_modal import RadarStudent
from .dakter import STEPS, schedule
from .dakter_students import probability

COARSE = 4
"""Tiles are compared at a quarter of their size: speckle is no copy, and an offset of a few pixels is no difference."""
COPY_PERCENTILE = 99.0


@dataclass(frozen=True)
class Fading:
    """The signal-to-noise ratio (in power) of image and label at some steps of the diffusion, measured on noised tiles."""

    time: tuple[int, ...]
    image: tuple[float, ...]
    label: tuple[float, ...]

    @property
    def largest_gap(self) -> float:
        """The largest relative difference of the two."""
        return max(abs(image / label - 1.0) for image, label in zip(self.image, self.label, strict=True))


def fading(image: Tensor, label: Tensor, balance: float, points: int = 21, seed: int = 0) -> Fading:
    """Measure the signal-to-noise ratios of clean tiles (N, 1, h, h) and labels (N, K, h, h), both in −1 … 1, with a factor b."""
    chance, plan = torch.Generator().manual_seed(seed), schedule()
    times = np.linspace(STEPS // 50, STEPS - STEPS // 50, points).astype(int)
    found = []
    for time in times:
        steps = torch.full((len(image),), int(time))
        found.append([_ratio(plan, signal, steps, chance) for signal in (image, balance * label)])
    measured = np.array(found)
    return Fading(tuple(int(time) for time in times), tuple(measured[:, 0]), tuple(measured[:, 1]))


def _ratio(plan, signal: Tensor, steps: Tensor, chance: torch.Generator) -> float:  # type: ignore[no-untyped-def]
    noise = torch.randn(signal.shape, generator=chance)
    kept = plan.add_noise(signal, torch.zeros_like(signal), steps)
    added = plan.add_noise(torch.zeros_like(signal), noise, steps)
    return float(kept.square().mean() / added.square().mean())


@dataclass(frozen=True)
class Copies:
    """How near tiles come to the training images.

    Attributes:
        median, highest: of the tiles' likenesses, each the largest correlation with any window of any training image in any of eight
            orientations, at a quarter of the size.
        limit: what real tiles of images that were not trained on reach in one of a hundred cases.
        over: share of the tiles above it.
    """

    median: float
    highest: float
    limit: float
    over: float


def copies(tiles: ByteArray, unseen: FloatArray, trained: Sequence[Patch]) -> Copies:
    """Compare generated tiles, and real ones that were not trained on, with the training images.

    Args:
        tiles: generated, uint8 (N, h, h).
        unseen: real, float32 (M, h, h), 0 to 1.
        trained: images that the generator was trained on.
    """
    windows = _windows([patch.image for patch in trained], tiles.shape[-1] // COARSE)
    made, real = likeness(tiles.astype(np.float32) / 255.0, windows), likeness(unseen, windows)
    limit = float(np.percentile(real, COPY_PERCENTILE))
    return Copies(float(np.median(made)), float(made.max()), limit, float(np.mean(made > limit)))


def likeness(tiles: FloatArray, windows: FloatArray) -> FloatArray:
    """Return, for each tile (N, h, h), its largest correlation with any of the windows (n, pixels) of `_windows`."""
    turns = np.stack([turned(tile, way) for tile in _coarse(tiles) for way in range(8)])
    wanted = torch.from_numpy(_standard(turns.reshape(len(turns), -1)))
    best = torch.full((len(wanted),), -1.0)
    for first in range(0, len(windows), 8192):
        part = torch.from_numpy(windows[first : first + 8192])
        best = torch.maximum(best, (wanted @ part.T).max(dim=1).values)
    found: FloatArray = best.reshape(-1, 8).max(dim=1).values.numpy()
    return found


def _windows(images: Sequence[FloatArray], side: int) -> FloatArray:
    views = [np.lib.stride_tricks.sliding_window_view(_coarse(image[None])[0], (side, side)) for image in images]
    return _standard(np.concatenate([view.reshape(-1, side * side) for view in views]))


def _coarse(planes: FloatArray) -> FloatArray:
    height, width = (length // COARSE * COARSE for length in planes.shape[1:])
    blocks = planes[:, :height, :width].reshape(len(planes), height // COARSE, COARSE, width // COARSE, COARSE)
    return np.asarray(blocks.mean(axis=(2, 4)), np.float32)


def _standard(vectors: npt.NDArray[np.float32]) -> FloatArray:
    centred = vectors - vectors.mean(axis=1, keepdims=True)
    return np.asarray(centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-6), np.float32)


def alignment(network: RadarStudent | UNet, pairs: Pairs) -> float:
    """Return the pooled IoU between what a segmenter that learned from real tiles sees in generated images and their labels (above ½)."""
    counts = []
    for image, soft in zip(pairs.image, pairs.soft, strict=True):
        found = probability(network, image.astype(np.float32) / np.float32(255.0))
        counts.append(count(found, found > 0.5, (soft > 0.5).astype(np.uint8)))
    return figures(pool(counts)).iou
