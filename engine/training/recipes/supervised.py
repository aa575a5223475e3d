"""Plain supervision: labelled crops in, a student out. The base that every recipe is compared with."""

from __future__ import annotations

import copy
import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from ..networks.student import Shape, Student
from ..sampling.augment import Augmentation
from ..sampling.crops import Batch, Group, Sampler
from .losses import segmentation_loss

Report = Callable[[int, float], None]
Network = TypeVar("Network", bound=nn.Module)


@dataclass(frozen=True)
class Settings:
    """How a student is trained.

    Attributes:
        shape: the network.
        steps: optimiser steps; the rate falls along a cosine from `rate` to zero after a rise over the first 5 %.
        batch, crop: crops in a step, and their side in pixels.
        rate, decay: AdamW's learning rate and weight decay.
        dice: weight of the Dice loss beside the cross-entropy.
        soften: hard labels become `soften` / 2 and 1 - `soften` / 2.
        average: decay of the moving average of the weights, which is what is kept.
        augmentation: see there.
        bfloat16: multiply in 16 bits, which is faster where the processor does it.
        seed: of crops, augmentation and first weights.
    """

    shape: Shape = field(default_factory=Shape)
    steps: int = 1200
    batch: int = 12
    crop: int = 192
    rate: float = 2e-3
    decay: float = 0.02
    dice: float = 0.5
    soften: float = 0.0
    average: float = 0.99
    augmentation: Augmentation = field(default_factory=Augmentation)
    bfloat16: bool = False
    seed: int = 1


def train(groups: Sequence[Group], settings: Settings, report: Report | None = None) -> Student:
    """Train a student.

    Args:
        groups: what to draw crops from.
        settings: see there.
        report: see `fit`.

    Returns:
        The student with averaged weights, in evaluation mode.
    """
    torch.manual_seed(settings.seed)
    sampler = Sampler(groups, settings.crop, settings.batch, settings.augmentation, np.random.default_rng(settings.seed))
    student = Student(settings.shape).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    course = Course(settings.steps, settings.rate, settings.decay, settings.average)
    return fit(student, lambda: _loss(student, sampler.draw(), settings), course, report)


@dataclass(frozen=True)
class Course:
    """How an optimiser goes.

    Attributes:
        steps: of it.
        rate, decay: AdamW's learning rate at its height (`learning_rate`), and weight decay.
        average: decay of the moving average of the weights.
    """

    steps: int
    rate: float
    decay: float
    average: float


def fit(network: Network, loss: Callable[[], Tensor], course: Course, report: Report | None = None) -> Network:
    """Train a network; return a copy with averaged weights, in evaluation mode.

    Args:
        network: is trained in place.
        loss: draws a batch and gives the loss of `network` on it.
        course: of the optimiser.
        report: called about twenty times with the step and the mean loss since the last call.
    """
    optimiser = torch.optim.AdamW(network.parameters(), course.rate, weight_decay=course.decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: learning_rate(step, course.steps))
    averaged = copy.deepcopy(network).eval()
    losses: list[float] = []
    for step in range(1, course.steps + 1):
        network.train()
        current = loss()
        optimiser.zero_grad(set_to_none=True)
        current.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        update_average(averaged, network, min(course.average, step / (step + 10.0)))
        losses.append(float(current.detach()))
        if report and (step % max(1, course.steps // 20) == 0 or step == course.steps):
            report(step, float(np.mean(losses)))
            losses = []
    return averaged


def update_average(averaged: nn.Module, current: nn.Module, decay: float) -> None:
    """Move the averaged weights (and running statistics) towards the current ones by 1 - `decay`, those that modules share once."""
    with torch.no_grad():
        for kept, new in zip(_values(averaged), _values(current), strict=True):
            if kept.dtype.is_floating_point:
                kept.lerp_(new, 1.0 - decay)
            else:
                kept.copy_(new)


def _values(network: nn.Module) -> Iterator[Tensor]:
    """Yield weights and running statistics, each once: a state dict holds shared ones several times."""
    return itertools.chain(network.parameters(), network.buffers())


def _loss(student: Student, batch: Batch, settings: Settings) -> Tensor:
    image = torch.from_numpy(batch.image).to(memory_format=torch.channels_last)
    target = torch.from_numpy(batch.target) * (1.0 - settings.soften) + settings.soften / 2
    with torch.autocast("cpu", torch.bfloat16, enabled=settings.bfloat16):
        logits = student(image)
    return segmentation_loss(logits.float(), target, torch.from_numpy(batch.known).float(), settings.dice)


def learning_rate(step: int, steps: int) -> float:
    """Return the factor of the learning rate at a step from 0 on: a rise over the first 5 %, then a cosine down to zero."""
    rise = max(1, steps // 20)
    if step < rise:
        return (step + 1) / rise
    return 0.5 * (1.0 + math.cos(math.pi * (step - rise) / max(1, steps - rise)))
