"""Students of real and generated tiles: what an arm learns from, how it is trained, and what it says of an image.

A step's tiles are real ones with oil (cross-entropy and Dice), generated ones in the proportion of the two sets (the Kullback-Leibler
divergence from their soft label, as the cross-entropy that differs from it by a constant), and, in every arm alike, places without
oil: of the same real images as they are, pieces of them between limits of their own, simulated seas and real ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

import numpy as np
import torch
from scipy.ndimage import uniform_filter

from ...raster.arrays import FloatArray
from ..datasets.chips import UNKNOWN
from ..datasets.oil import Patch, Picture, resized, seen
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
    """

    times: int
    is_hard: bool = False

    @property
    def name(self) -> str:
        """E.g. ``real``, ``soft-2x``."""
        return f"{'hard' if self.is_hard else 'soft'}-{self.times}x" if self.times else "real"


_GENERATED = (OilArm(times, is_hard) for times in (1, 2, 4) for is_hard in (True, False))
ARMS = {arm.name: arm for arm in (OilArm(0), *_GENERATED)}


@dataclass(frozen=True)
class OilStudentSettings:
    """Settings of a student, the same in every arm.

    Attributes:
        shape: of the exportable student.
        width: of the U-Net.
        steps: of the optimiser.
        batch: tiles in a step.
        free, pieces, seas: how many of them are places without oil: of real images, of `clean_pieces`, and of seas.
        rate, decay: AdamW's learning rate, which falls along a cosine, and weight decay.
        dice: weight of the Dice loss, of real tiles with oil only.
        average: decay of the moving average of the weights, which is what is kept.
        contrast, shift: how far a tile's contrast and brightness vary (parts of the range 0–1).
        gamma: how far the exponent of brightness varies, as a ratio: displays are made in many ways.
        ramp: most change of brightness across a tile to either side, as incidence makes it.
        retextured: shares of tiles that lose their speckle to a 3 × 3 mean, and of those that get speckle besides.
        bfloat16: multiply in 16 bits where the device has them built in.
    """

    shape: Shape = field(default_factory=lambda: Shape(bands=1, stem=2, width=32, levels=3))
    width: int = 16
    steps: int = 4000
    batch: int = 20
    free: int = 1
    pieces: int = 4
    seas: int = 6
    rate: float = 2e-3
    decay: float = 0.02
    dice: float = 0.5
    average: float = 0.98
    contrast: float = 0.2
    shift: float = 0.1
    gamma: float = 1.33
    ramp: float = 0.12
    retextured: float = 0.2
    bfloat16: bool = True


@dataclass(frozen=True)
class OilSources:
    """What an arm learns from: real images, oil-free pieces of them, groups of seas, and generated pairs or None."""

    real: Sequence[Patch]
    pieces: Sequence[Patch]
    seas: Sequence[Sequence[Patch]]
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
        self.clean = [
            (OilTileSampler(sources.real, TILE, rng, without_oil=True), settings.free),
            *([(OilTileSampler(sources.pieces, TILE, rng), settings.pieces)] if sources.pieces else []),
            *((OilTileSampler(group, TILE, rng), settings.seas // len(sources.seas)) for group in sources.seas),
        ]
        self.clean = [(sampler, count) for sampler, count in self.clean if count and not sampler.is_empty]
        tiles = real_tiles(sources.real)
        self.share = len(self.generated.image) / (len(self.generated.image) + tiles) if self.generated else 0.0

    def draw(self) -> Batch:
        """Return the next batch."""
        with_oil = self.settings.batch - sum(count for _, count in self.clean)
        made = int(self.rng.binomial(with_oil, self.share))
        drawn = [sampler.draw(count) for sampler, count in ((self.real, with_oil - made), *self.clean) if count]
        image, label = (np.concatenate(parts) for parts in zip(*drawn, strict=True))
        target, known = (label == 1).astype(np.float32), (label != UNKNOWN).astype(np.float32)
        dice = known.copy()
        dice[with_oil - made :] = 0.0
        if self.generated and made:
            tiles, soft = self._made(self.generated, made)
            image, target = np.concatenate([image, tiles]), np.concatenate([target, soft])
            known, dice = np.concatenate([known, np.ones_like(soft)]), np.concatenate([dice, np.zeros_like(soft)])
        return Batch(self._varied(image), target, known, dice)

    def _made(self, pairs: Pairs, count: int) -> tuple[FloatArray, FloatArray]:
        tiles = []
        for index in self.rng.integers(0, len(pairs.image), count):
            way = int(self.rng.integers(8))
            tiles.append([turned(plane[index], way).astype(np.float32) for plane in (pairs.image, pairs.soft)])
        both = np.array(tiles, np.float32)
        return both[:, :1] / np.float32(255.0), both[:, 1:]

    def _varied(self, image: FloatArray) -> FloatArray:
        settings, draw = self.settings, partial(self.rng.uniform, size=(len(image), 1, 1, 1))
        image = np.maximum(image, np.float32(1e-4)) ** np.exp(np.log(settings.gamma) * draw(-1, 1)).astype(np.float32)
        kind = draw(0, 1)
        image = np.where(kind < settings.retextured, uniform_filter(image, (0, 0, 3, 3), mode="nearest"), image)
        speckle = np.float32(1) + np.float32(0.2) * self.rng.standard_normal(image.shape, dtype=np.float32)
        image = np.where(kind > 1 - settings.retextured, image * speckle, image)
        across, angle = np.linspace(-1, 1, image.shape[-1]), draw(0, 2 * np.pi)
        image = image + settings.ramp * draw(0, 1) * (np.sin(angle) * across[:, None] + np.cos(angle) * across)
        contrast, shift = 1 + settings.contrast * draw(-1, 1), settings.shift * draw(-1, 1)
        return np.clip((image - 0.5) * contrast + 0.5 + shift, 0.0, 1.0).astype(np.float32)


def real_tiles(patches: Sequence[Patch]) -> int:
    """Return how many tiles cover the patches: once as many generated ones are "1×"."""
    return sum(-(-patch.label.shape[0] // TILE) * -(-patch.label.shape[1] // TILE) for patch in patches)


def train_student(
    segmenter: Segmenter, sources: OilSources, settings: OilStudentSettings, seed: int, device: str = "cpu"
) -> RadarStudent | UNet:
    """Train a network; it comes back with averaged weights, in evaluation mode.

    Args:
        segmenter: which one.
        sources: of the arm.
        settings: see there.
        seed: of first weights, tiles and their order.
        device: of torch, where it is trained; it comes back on the CPU.
    """
    torch.manual_seed(seed)
    sampler = OilSampler(sources, settings, np.random.default_rng(seed))
    network = make(segmenter, settings).to(device)
    schedule = Schedule(settings.steps, settings.rate, settings.decay, settings.average)
    return fit(network, lambda: batch_loss(network, sampler.draw(), settings.dice, bfloat16=settings.bfloat16), schedule).cpu()


def predict_picture(network: RadarStudent | UNet, picture: Picture) -> FloatArray:
    """Return the probability of oil, float32 (H, W), of a whole picture, seen at `SCALE` as multiscale inference sees it."""
    height, width = picture.label.shape
    return resized(predict(network, seen(picture)[None]), height, width)
