"""DAKTer: a diffusion makes radar images and their soft labels together, and students learn from both (Moon et al., arXiv 2412.08116).

::

    x_t = √ᾱ · x0     + √(1 − ᾱ) · ε      x0: the tile in −1 … 1
    y_t = √ᾱ · b · y0 + √(1 − ᾱ) · ε'     y0: one-hot label in −1 … 1
    b   = √(E[x0²] / E[y0²])              so that both lose what they carry at the same rate
    L   = MSE(x̂, x0) + λ · CE(logits, class)
    q   = softmax(logits) at the last step of sampling

The schedule is a cosine in 1000 steps, sampling is DDIM, both from diffusers. Generators are trained on tiles of the split ``train``.

A step of a student has real tiles with oil (cross-entropy and Dice), generated ones in the proportion of the two sets (the
Kullback-Leibler divergence from their soft label, as the cross-entropy that differs from it by a constant), and, in every arm alike,
places without oil: of the same real images as they are, pieces of them between limits of their own, simulated seas and real ones.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
import torch
from diffusers.schedulers.scheduling_ddim import DDIMScheduler
from scipy.ndimage import uniform_filter
from torch import Tensor, nn
from torch.nn import functional

from ...raster.arrays import ByteArray, FloatArray
from ..datasets.chips import UNKNOWN
from ..datasets.oil import Patch, Picture, resized, seen
from ..fitting import Schedule, fit, update_average
from ..networks.joint_diffusion import JointDenoiser, MaskDenoiser
from ..networks.student import RadarStudent, Shape, in_16_bits, predict
from ..networks.unet import UNet
from ..runs import unfinished
from ..sampling.augment import turned
from ..sampling.oil_tiles import TILE, OilTileSampler, Pairs
from .supervised import Batch, batch_loss

STEPS = 1000
"""Of the diffusion."""
CLASSES = 2


class Variant(Enum):
    """The generators that are compared."""

    BALANCED = "balanced"
    UNBALANCED = "unbalanced"
    BALANCED_MSE = "balanced-mse"
    UNBALANCED_MSE = "unbalanced-mse"
    FROM_MASK = "from-mask"

    @property
    def is_balanced(self) -> bool:
        """Return whether b is computed; it is 1 otherwise."""
        return self in (Variant.BALANCED, Variant.BALANCED_MSE)

    @property
    def is_squared(self) -> bool:
        """Return whether the label's loss is the mean squared error instead of the cross-entropy."""
        return self in (Variant.BALANCED_MSE, Variant.UNBALANCED_MSE)


@dataclass(frozen=True)
class GeneratorSettings:
    """Settings of a generator's training and use.

    Attributes:
        width, levels: of its networks.
        steps: of the optimiser.
        batch: tiles in a step.
        rate: AdamW's learning rate; it rises over the first 100 steps and then stays, so that a run can be continued.
        average: decay of the moving average of the weights, which is what samples are drawn with.
        label: λ, the weight of the label's loss.
        sampling: steps of DDIM.
        bfloat16: multiply in 16 bits on a CPU that has them built in.
        seed: of tiles, noise and first weights.
    """

    width: int = 32
    levels: int = 3
    steps: int = 5000
    batch: int = 64
    rate: float = 5e-4
    average: float = 0.998
    label: float = 0.25
    sampling: int = 50
    bfloat16: bool = True
    seed: int = 1


class TileSource(Protocol):
    """A source of tiles (`oil_tiles.OilTileSampler`)."""

    def draw(self, count: int) -> tuple[FloatArray, ByteArray]:
        """Return images float32 (N, 1, h, h), 0 to 1, and labels uint8 (N, 1, h, h)."""


def schedule() -> DDIMScheduler:
    """Return the diffusion: cosine, `STEPS` steps, of networks that predict the clean signal."""
    return DDIMScheduler(
        num_train_timesteps=STEPS,
        beta_schedule="squaredcos_cap_v2",
        prediction_type="sample",
        clip_sample=False,
        timestep_spacing="trailing",
    )


def as_signal(image: FloatArray) -> Tensor:
    """Return tiles (N, 1, h, h) of 0 to 1 as float32 in −1 … 1."""
    return torch.from_numpy(image) * 2.0 - 1.0


def as_one_hot(label: ByteArray) -> Tensor:
    """Return labels uint8 (N, 1, h, h) as one-hot float32 (N, K, h, h) in −1 … 1; unknown pixels are no oil."""
    oil = torch.from_numpy(label == 1).float()
    return torch.cat([1.0 - oil, oil], dim=1) * 2.0 - 1.0


def balance_factor(image: Tensor, label: Tensor) -> float:
    """Return b = √(E[x0²] / E[y0²]) of clean images and labels, both in −1 … 1."""
    return float((image.square().mean() / label.square().mean()).sqrt())


class Generator:
    """A generator of pairs: a denoiser, its b and its averaged weights.

    Args:
        variant: which one.
        settings: how it is trained.
        balance: the computed b; a variant that is not balanced does not use it.
        device: of torch, where it is trained and samples.
    """

    def __init__(self, variant: Variant, settings: GeneratorSettings, balance: float, device: str = "cpu") -> None:
        torch.manual_seed(settings.seed)
        self.variant, self.settings, self.device = variant, settings, torch.device(device)
        self.balance = balance if variant.is_balanced else 1.0
        make = MaskDenoiser if variant is Variant.FROM_MASK else JointDenoiser
        self.network: nn.Module = make(CLASSES, settings.width, settings.levels).to(self.device)
        self.averaged = copy.deepcopy(self.network).eval()
        self.optimiser = torch.optim.AdamW(self.network.parameters(), settings.rate, weight_decay=1e-2)
        self.schedule = schedule()
        self.step = 0

    def train(self, tiles: TileSource, steps: int) -> float:
        """Train for some more steps; return their mean loss."""
        chance = self._chance(self.settings.seed * 1_000_003 + self.step)
        losses: list[Tensor] = []
        self.network.train()
        for _ in range(steps):
            image, label = tiles.draw(self.settings.batch)
            for group in self.optimiser.param_groups:
                group["lr"] = self.settings.rate * min(1.0, (self.step + 1) / 100)
            known = torch.from_numpy(label != UNKNOWN).float()
            with self._in_16_bits():
                loss = self.loss(as_signal(image).to(self.device), as_one_hot(label).to(self.device), known.to(self.device), chance)
            self.optimiser.zero_grad(set_to_none=True)
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            self.step += 1
            update_average(self.averaged, self.network, min(self.settings.average, self.step / (self.step + 10.0)))
            losses.append(loss.detach())
        return float(torch.stack(losses).mean())

    def loss(self, image: Tensor, label: Tensor, known: Tensor, chance: torch.Generator) -> Tensor:
        """Return L of clean images (N, 1, h, h) and labels (N, K, h, h) in −1 … 1; `known` (N, 1, h, h) leaves pixels out of the label."""
        time = torch.randint(0, STEPS, (len(image),), generator=chance, device=self.device)
        noisy, noisy_label = self.noised(image, label, time, chance)
        if self.variant is Variant.FROM_MASK:
            return functional.mse_loss(self.network(noisy, label, time).float(), image)
        drawn, logits = self.network(noisy, noisy_label, time)
        if self.variant.is_squared:
            each = (logits.float() - label).square().mean(dim=1, keepdim=True)
        else:
            each = functional.cross_entropy(logits.float(), label.argmax(dim=1), reduction="none")[:, None]
        label_loss = (each * known).sum() / known.sum().clamp(min=1.0)
        return functional.mse_loss(drawn.float(), image) + self.settings.label * label_loss

    def noised(self, image: Tensor, label: Tensor, time: Tensor, chance: torch.Generator) -> tuple[Tensor, Tensor]:
        """Return x_t and y_t of both clean signals at the steps (N,)."""
        noise, noise_label = (torch.randn(one.shape, generator=chance, device=self.device) for one in (image, label))
        return (
            self.schedule.add_noise(image, noise, cast(torch.IntTensor, time)),
            self.schedule.add_noise(self.balance * label, noise_label, cast(torch.IntTensor, time)),
        )

    def clean_label(self, output: Tensor) -> tuple[Tensor, Tensor]:
        """Return the clean label in −1 … 1 and the soft label q, both (N, K, h, h), of the label branch's output."""
        soft = functional.softmax(output, dim=1)
        if self.variant.is_squared:
            soft = ((output + 1.0) / 2.0).clamp(1e-4, 1.0)
            soft = soft / soft.sum(dim=1, keepdim=True)
        return 2.0 * soft - 1.0, soft

    @torch.no_grad()
    def sample(self, count: int, seed: int, masks: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Draw pairs.

        Args:
            count: how many.
            seed: of the noise.
            masks: labels (N, K, h, h) in −1 … 1 to draw from: for the variant that needs them.

        Returns:
            images float32 (N, 1, h, h), 0 to 1, and soft labels float32 (N, K, h, h) that sum to one.
        """
        chance = self._chance(seed)
        plan = schedule()
        plan.set_timesteps(self.settings.sampling)
        image, label = (torch.randn((count, bands, TILE, TILE), generator=chance, device=self.device) for bands in (1, CLASSES))
        masks = None if masks is None else masks.to(self.device)
        soft = torch.full_like(label, 1.0 / CLASSES)
        for time in plan.timesteps:
            steps = time.to(self.device).expand(count)
            with self._in_16_bits():
                drawn, output = self._denoised(image, label, steps, masks)
            image = _stepped(plan, drawn.float().clamp(-1.0, 1.0), time, image)
            if output is not None:
                clean, soft = self.clean_label(output.float())
                label = _stepped(plan, self.balance * clean, time, label)
        if masks is not None:
            soft = (masks + 1.0) / 2.0
        return ((image + 1.0) / 2.0).clamp(0.0, 1.0).cpu(), soft.cpu()

    def _denoised(self, image: Tensor, label: Tensor, steps: Tensor, masks: Tensor | None) -> tuple[Tensor, Tensor | None]:
        if self.variant is not Variant.FROM_MASK:
            drawn, output = self.averaged(image, label, steps)
            return drawn, output
        if masks is None:
            raise ValueError("this generator draws images from masks, and none were given")
        return self.averaged(image, masks, steps), None

    def _chance(self, seed: int) -> torch.Generator:
        return torch.Generator(self.device).manual_seed(seed)

    def _in_16_bits(self) -> torch.autocast:
        return in_16_bits(self.device.type, self.settings.bfloat16 and self.device.type == "cpu")

    def save(self, path: Path) -> None:
        """Write everything that is needed to go on."""
        state = {
            "step": self.step,
            "balance": self.balance,
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimiser": self.optimiser.state_dict(),
        }
        with unfinished(path) as temporary:
            torch.save(state, temporary)

    def load(self, path: Path) -> None:
        """Read what `save` wrote, to go on from there."""
        state: dict[str, Any] = torch.load(path, weights_only=True, map_location=self.device)
        self.step, self.balance = state["step"], state["balance"]
        self.network.load_state_dict(state["network"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimiser.load_state_dict(state["optimiser"])


def draw_pairs(generator: Generator, count: int, seed: int, tiles: TileSource) -> Pairs:
    """Draw `count` pairs at once; a generator that draws images from masks gets those of tiles."""
    masks = as_one_hot(tiles.draw(count)[1]) if generator.variant is Variant.FROM_MASK else None
    image, soft = generator.sample(count, seed, masks)
    return Pairs((image[:, 0] * 255.0).round().to(torch.uint8).numpy(), soft[:, 1].numpy().astype(np.float16))


def _stepped(plan: DDIMScheduler, clean: Tensor, time: Tensor, noisy: Tensor) -> Tensor:
    step: Tensor = plan.step(clean, cast(int, time), noisy, return_dict=False)[0]
    return step


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
