"""Plain supervision: labelled crops in, a student out. The base that every recipe is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from ..datasets.chips import ChipGroup
from ..fitting import Report, Schedule, fit, segmentation_loss
from ..networks.student import Shape, Student, channels_last
from ..sampling.augment import Augmentation
from ..sampling.crops import Batch, CropSampler


@dataclass(frozen=True)
class SupervisedSettings:
    """Settings of a student's training.

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


def train(groups: Sequence[ChipGroup], settings: SupervisedSettings, report: Report | None = None) -> Student:
    """Train a student.

    Args:
        groups: what to draw crops from.
        settings: see there.
        report: see `fit`.

    Returns:
        The student with averaged weights, in evaluation mode.
    """
    torch.manual_seed(settings.seed)
    sampler = CropSampler(groups, settings.crop, settings.batch, settings.augmentation, np.random.default_rng(settings.seed))
    student = channels_last(Student(settings.shape))
    schedule = Schedule(settings.steps, settings.rate, settings.decay, settings.average)

    def loss() -> Tensor:
        return batch_loss(student, sampler.draw(), settings.dice, settings.soften, settings.bfloat16)

    return fit(student, loss, schedule, report)


def batch_loss(network: nn.Module, batch: Batch, dice: float, soften: float = 0.0, bfloat16: bool = False) -> Tensor:
    """Return cross-entropy and Dice loss of a network on a batch; `SupervisedSettings` says what the numbers mean."""
    device = next(network.parameters()).device
    image, target, known, weight = (torch.from_numpy(one).to(device) for one in (batch.image, batch.target, batch.known, batch.dice))
    with torch.autocast(device.type, torch.bfloat16, enabled=bfloat16):
        logits = network(image)
    return segmentation_loss(logits.float(), target * (1.0 - soften) + soften / 2, known, dice, weight)
