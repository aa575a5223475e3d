"""Fitting a network: losses over known pixels, and the one loop of steps that every recipe but the diffusion runs.

Losses take logits with hard or soft targets; all tensors are float32 of one shape, (N, 1, H, W) or (N, C, H, W), and a weight of 0
leaves a pixel (of a channel) out.
"""

from __future__ import annotations

import copy
import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional

Report = Callable[[int, float], None]
Network = TypeVar("Network", bound=nn.Module)

_DICE_SMOOTH = 100.0
"""Pixels that are added to both parts of the Dice coefficient: without them a batch that holds hardly any water would decide by a few."""


@dataclass(frozen=True)
class Schedule:
    """Steps and rates of an optimiser.

    Attributes:
        steps: of it.
        rate, decay: AdamW's learning rate at its height (`learning_rate`), and weight decay.
        average: decay of the moving average of the weights; 0 keeps the last weights.
        clip: largest norm of the gradient.
    """

    steps: int
    rate: float
    decay: float
    average: float = 0.0
    clip: float = 1.0


def fit(network: Network, loss: Callable[[], Tensor], schedule: Schedule, report: Report | None = None) -> Network:
    """Train a network; return a copy with averaged weights, in evaluation mode.

    Args:
        network: is trained in place.
        loss: draws a batch and gives the loss of `network` on it.
        schedule: of the optimiser.
        report: called about twenty times with the step and the mean loss since the last call.
    """
    optimiser = torch.optim.AdamW(network.parameters(), schedule.rate, weight_decay=schedule.decay)
    rates = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: learning_rate(step, schedule.steps))
    averaged = copy.deepcopy(network).eval()
    losses: list[Tensor] = []
    for step in range(1, schedule.steps + 1):
        network.train()
        current = loss()
        optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(current)
        nn.utils.clip_grad_norm_(network.parameters(), schedule.clip)
        optimiser.step()
        rates.step()
        update_average(averaged, network, min(schedule.average, step / (step + 10.0)))
        losses.append(current.detach())
        if report and (step % max(1, schedule.steps // 20) == 0 or step == schedule.steps):
            report(step, float(torch.stack(losses).mean()))
            losses = []
    return averaged


def learning_rate(step: int, steps: int) -> float:
    """Return the factor of the learning rate at a step from 0 on: a rise over the first 5 %, then a cosine down to zero."""
    rise = max(1, steps // 20)
    if step < rise:
        return (step + 1) / rise
    return 0.5 * (1.0 + math.cos(math.pi * (step - rise) / max(1, steps - rise)))


def update_average(averaged: nn.Module, current: nn.Module, decay: float) -> None:
    """Move the averaged weights (and running statistics) towards the current ones by 1 - `decay`, those that modules share once."""
    pairs = list(zip(_values(averaged), _values(current), strict=True))
    with torch.no_grad():
        moving, still = ([pair for pair in pairs if pair[0].dtype.is_floating_point is floating] for floating in (True, False))
        torch._foreach_lerp_([kept for kept, _ in moving], [new.detach() for _, new in moving], 1.0 - decay)
        for kept, new in still:
            kept.copy_(new)


def _values(network: nn.Module) -> Iterator[Tensor]:
    """Yield weights and running statistics, each once: a state dict holds shared ones several times."""
    return itertools.chain(network.parameters(), network.buffers())


def masked_cross_entropy(logits: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    """Return the mean cross-entropy Σ w·H(q, s) / Σ w of soft targets q in 0 to 1 (a hard label is a soft one of 0 or 1).

    Zero where nothing is known.
    """
    entropy = functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
    return (entropy * weight).sum() / weight.sum().clamp(min=1.0)


def masked_dice(logits: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    """Return 1 - the soft Dice coefficient, pooled over the batch (Milletari et al. 2016, squares in the denominator).

    Pooled, so that crops without water do not each ask for a Dice of their own.
    """
    probability = logits.sigmoid()
    shared = (probability * target * weight).sum()
    both = ((probability**2 + target**2) * weight).sum()
    return 1.0 - (2.0 * shared + _DICE_SMOOTH) / (both + _DICE_SMOOTH)


def segmentation_loss(logits: Tensor, target: Tensor, weight: Tensor, dice: float, dice_weight: Tensor | None = None) -> Tensor:
    """Return cross-entropy + `dice` × Dice loss; `dice_weight` takes the place of `weight` in the second one."""
    loss = masked_cross_entropy(logits, target, weight)
    return loss + dice * masked_dice(logits, target, weight if dice_weight is None else dice_weight) if dice else loss
