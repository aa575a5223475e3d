"""DAKTer's generator: one diffusion that makes a radar image and its soft label together (Moon et al., arXiv 2412.08116).

::

    x_t = √ᾱ · x0     + √(1 − ᾱ) · ε      x0: the tile in −1 … 1
    y_t = √ᾱ · b · y0 + √(1 − ᾱ) · ε'     y0: one-hot label in −1 … 1
    b   = √(E[x0²] / E[y0²])              so that both lose what they carry at the same rate
    L   = MSE(x̂, x0) + λ · CE(logits, class)
    q   = softmax(logits) at the last step of sampling

The schedule is a cosine in 1000 steps, sampling is DDIM, both from diffusers. Generators are trained on tiles of the split ``train``.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
import torch
from diffusers.schedulers.scheduling_ddim import DDIMScheduler
from torch import Tensor, nn
from torch.nn import functional

from ...raster.arrays import ByteArray, FloatArray
from ..datasets.chips import UNKNOWN
from ..fitting import update_average
from ..networks.joint_diffusion import JointDenoiser, MaskDenoiser
from ..networks.student import in_16_bits
from ..runs import unfinished
from ..sampling.oil_tiles import TILE, Pairs

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
