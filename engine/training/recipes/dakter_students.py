"""Students of real and generated tiles: what an arm learns from, how it is trained, and what it says of an image.

A step's tiles are real ones with oil (cross-entropy and Dice), generated ones in the proportion of the two sets (the Kullback-Leibler
divergence from their soft label, as the cross-entropy that differs from it by a constant), and, in every arm alike, places without
oil: of the same real images, and of simulated seas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
import numpy.typing as npt
import torch

from ..arrays import FloatArray
from ..datasets.chips import UNKNOWN
from ..datasets.oil import SCALE, Patch, Picture, resized, stretched
from ..fitting import Schedule, fit
from ..networks.student import RadarStudent, Shape, predict
from ..networks.unet import UNet
from ..sampling.augment import turned
from ..sampling.oil_tiles import TILE, OilTileSampler, Pairs
from .supervised import Batch, batch_loss


class Segmenter(Enum):
    """The networks that are taught."""

    STUDENT = "student"
    UNET = "unet"


@dataclass(frozen=True)
class OilArm:
    """Tiles that are added to the real ones.

    Attributes:
        times: as many generated ones.
        is_hard: whether their labels are hard or soft.
        lulls: whether half of the simulated seas are places of low wind.
    """

    times: int
    is_hard: bool = False
    lulls: bool = False

    @property
    def name(self) -> str:
        """Return e.g. ``real``, ``soft-2x``, ``soft-1x-lulls``."""
        generated = f"{'hard' if self.is_hard else 'soft'}-{self.times}x" if self.times else "real"
        return f"{generated}-lulls" if self.lulls else generated


_GENERATED = (OilArm(times, is_hard) for times in (1, 2, 4) for is_hard in (True, False))
ARMS = {arm.name: arm for arm in (OilArm(0), *_GENERATED, OilArm(0, lulls=True), OilArm(1, lulls=True))}


@dataclass(frozen=True)
class OilStudentSettings:
    """Settings of a student, the same in every arm.

    Attributes:
        shape: of the exportable student.
        width: of the U-Net.
        steps: of the optimiser.
        batch: tiles in a step.
        clean: how many of them are places without oil, half of them real where there are any.
        rate, decay: AdamW's learning rate, which falls along a cosine, and weight decay.
        dice: weight of the Dice loss, of real tiles with oil only.
        average: decay of the moving average of the weights, which is what is kept.
        contrast, shift: how far a tile's contrast and brightness vary (parts of the range 0–1).
        bfloat16: multiply in 16 bits.
    """

    shape: Shape = field(default_factory=lambda: Shape(bands=1, stem=2, width=16, levels=3))
    width: int = 16
    steps: int = 1000
    batch: int = 16
    clean: int = 4
    rate: float = 2e-3
    decay: float = 0.02
    dice: float = 0.5
    average: float = 0.98
    contrast: float = 0.2
    shift: float = 0.1
    bfloat16: bool = True


@dataclass(frozen=True)
class OilSources:
    """The sources of an arm's tiles: real images, simulated seas, and generated pairs or None."""

    real: Sequence[Patch]
    seas: Sequence[Patch]
    generated: Pairs | None = None


def make(segmenter: Segmenter, settings: OilStudentSettings) -> RadarStudent | UNet:
    """Return a new network."""
    return RadarStudent(settings.shape) if segmenter is Segmenter.STUDENT else UNet(1, settings.width)


class OilSampler:
    """Draws an arm's batches.

    Args:
        sources: what to draw from.
        settings: see there.
        rng: the only source of chance.
    """

    def __init__(self, sources: OilSources, settings: OilStudentSettings, rng: np.random.Generator) -> None:
        self.settings, self.rng, self.generated = settings, rng, sources.generated
        self.real = OilTileSampler(sources.real, TILE, rng)
        self.free = OilTileSampler(sources.real, TILE, rng, without_oil=True)
        self.seas = OilTileSampler(sources.seas, TILE, rng)
        tiles = real_tiles(sources.real)
        self.share = len(self.generated.image) / (len(self.generated.image) + tiles) if self.generated else 0.0

    def draw(self) -> Batch:
        """Return the next batch."""
        size, clean = self.settings.batch, self.settings.clean
        made = int(self.rng.binomial(size - clean, self.share))
        free = 0 if self.free.is_empty else clean // 2
        image, label = (np.concatenate(parts) for parts in zip(*self._drawn(size - clean - made, free, clean - free), strict=True))
        target, known = (label == 1).astype(np.float32), (label != UNKNOWN).astype(np.float32)
        dice = known.copy()
        dice[size - clean - made :] = 0.0
        if self.generated and made:
            drawn, soft = self._made(self.generated, made)
            image, target = np.concatenate([image, drawn]), np.concatenate([target, soft])
            known, dice = np.concatenate([known, np.ones_like(soft)]), np.concatenate([dice, np.zeros_like(soft)])
        return Batch(self._varied(image), target, known, dice)

    def _drawn(self, real: int, free: int, seas: int) -> list[tuple[FloatArray, npt.NDArray[np.uint8]]]:
        counts = ((self.real, real), (self.free, free), (self.seas, seas))
        return [sampler.draw(count) for sampler, count in counts if count]

    def _made(self, pairs: Pairs, count: int) -> tuple[FloatArray, FloatArray]:
        tiles = []
        for index in self.rng.integers(0, len(pairs.image), count):
            way = int(self.rng.integers(8))
            tiles.append([turned(plane[index], way).astype(np.float32) for plane in (pairs.image, pairs.soft)])
        both = np.array(tiles, np.float32)
        return both[:, :1] / np.float32(255.0), both[:, 1:]

    def _varied(self, image: FloatArray) -> FloatArray:
        size, settings = (len(image), 1, 1, 1), self.settings
        contrast = self.rng.uniform(1 - settings.contrast, 1 + settings.contrast, size)
        shift = self.rng.uniform(-settings.shift, settings.shift, size)
        return np.clip((image - 0.5) * contrast + 0.5 + shift, 0.0, 1.0).astype(np.float32)


def real_tiles(patches: Sequence[Patch]) -> int:
    """Return how many tiles cover the patches: once as many generated ones are "1×"."""
    return sum(-(-patch.label.shape[0] // TILE) * -(-patch.label.shape[1] // TILE) for patch in patches)


def train_student(segmenter: Segmenter, sources: OilSources, settings: OilStudentSettings, seed: int) -> RadarStudent | UNet:
    """Train a network; it comes back with averaged weights, in evaluation mode.

    Args:
        segmenter: which one.
        sources: of the arm.
        settings: see there.
        seed: of first weights, tiles and their order.
    """
    torch.manual_seed(seed)
    sampler = OilSampler(sources, settings, np.random.default_rng(seed))
    network = make(segmenter, settings)
    schedule = Schedule(settings.steps, settings.rate, settings.decay, settings.average)
    return fit(network, lambda: batch_loss(network, sampler.draw(), settings.dice, bfloat16=settings.bfloat16), schedule)


def predict_picture(network: RadarStudent | UNet, picture: Picture) -> FloatArray:
    """Return the probability of oil, float32 (H, W), of a whole picture, seen at `SCALE` as multiscale inference sees it."""
    height, width = picture.label.shape
    seen = resized(stretched(picture), round(height * SCALE), round(width * SCALE))
    return resized(predict(network, seen[None]), height, width)
