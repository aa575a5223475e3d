"""Supervision: labelled crops in, a water student out. The base that every recipe is compared with.

Beside the labels a student can learn from what several others say in the mean, as Hinton et al. (arXiv 1503.02531) distil an ensemble::

    L = L_labels + soft · CE(mean of the others' probabilities, student)
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ...raster.arrays import FloatArray
from ..datasets.water import HIDDEN, OPEN
from ..fitting import Report, Schedule, fit, segmentation_loss
from ..networks.student import Shape, Student, channels_last, in_16_bits
from ..sampling.crops import Crops, CropSampler, batch_of

OPEN_WATER, ANY_WATER = 0, 1
"""Outputs of the water student: water that radar can see, and any water at all."""
_SURE, _AT_ONCE = 255, 64


@dataclass(frozen=True)
class SupervisedSettings:
    """Settings of a student's training.

    Attributes:
        shape: the network.
        steps: optimiser steps; the rate falls along a cosine from `rate` to zero after a rise over the first 5 %.
        batch, crop: crops in a step, and their side in pixels.
        rate, decay: AdamW's learning rate and weight decay.
        dice: weight of the Dice loss beside the cross-entropy.
        average: decay of the moving average of the weights, which is what is kept.
        bfloat16: multiply in 16 bits on a CPU that has them built in.
        any_weights: of some sets in the loss of any water; of the others it is 1.
        soft: weight of the cross-entropy to soft labels, where there are any.
        seed: of the batches and the first weights.
    """

    shape: Shape = field(default_factory=Shape)
    steps: int = 1800
    batch: int = 12
    crop: int = 128
    rate: float = 2e-3
    decay: float = 0.02
    dice: float = 0.5
    average: float = 0.99
    bfloat16: bool = False
    any_weights: Mapping[str, float] = field(default_factory=dict)
    soft: float = 1.0
    seed: int = 1


def train(
    crops: Crops,
    shares: Mapping[str, float],
    settings: SupervisedSettings,
    without: Collection[str] = (),
    report: Report | None = None,
    soft: Tensor | None = None,
) -> Student:
    """Train a water student, on the device that the crops are on.

    Args:
        crops: what to learn from.
        shares: by set, any positive numbers.
        settings: see there.
        without: places whose crops are left out.
        report: see `fit`.
        soft: `soft_labels` of all crops, to learn from besides; None: of labels alone.

    Returns:
        The student with averaged weights, in evaluation mode.
    """
    torch.manual_seed(settings.seed)
    sampler = CropSampler(crops, shares, without, settings.crop, settings.batch, np.random.default_rng(settings.seed))
    student = channels_last(Student(settings.shape), crops.image.device.type)

    def loss() -> Tensor:
        batch = sampler.draw()
        weight = torch.tensor([settings.any_weights.get(name, 1.0) for name in batch.sets], device=batch.image.device)
        said = None if soft is None else soft.index_select(0, batch.numbers).float() / _SURE
        return water_loss(student, batch.image, batch.taught, weight, settings, said)

    return fit(student, loss, Schedule(settings.steps, settings.rate, settings.decay, settings.average), report)


@torch.no_grad()
def soft_labels(networks: Sequence[nn.Module], crops: Crops, side: int, without: Collection[str] = ()) -> Tensor:
    """Return the mean of what networks say of the middles of all crops, uint8 (N, 2, side, side): 255 is sure of water.

    Args:
        networks: images to logits (N, 2, h, h), on the device that the crops are on.
        crops: see there.
        side: of the middle of a crop, in pixels.
        without: places whose crops are not looked at; they get 0.
    """
    soft = torch.zeros((len(crops.sets), 2, side, side), dtype=torch.uint8, device=crops.image.device)
    seen = np.flatnonzero(~np.isin(crops.places, sorted(without)))
    for first in range(0, len(seen), _AT_ONCE):
        batch = batch_of(crops, seen[first : first + _AT_ONCE].tolist(), side)
        image = batch.image.contiguous(memory_format=torch.channels_last)
        with in_16_bits(image.device.type, image.device.type == "cpu"):
            said = torch.stack([network(image).float().sigmoid() for network in networks]).mean(dim=0)
        soft[batch.numbers] = (said * _SURE).round().to(torch.uint8)
    return soft


def water_loss(
    network: nn.Module, image: Tensor, taught: Tensor, any_weight: Tensor, settings: SupervisedSettings, soft: Tensor | None = None
) -> Tensor:
    """Return the sum of the losses of both outputs, each cross-entropy and Dice, and cross-entropy to soft labels where there are any.

    Open water does not know of water that is hidden: asked for it, it would call ground as bright as that water. Any water knows both.

    Args:
        network: images to logits (N, 2, h, h): `OPEN_WATER`, `ANY_WATER`.
        image: float32 (N, 2, h, h), dB.
        taught: uint8 (N, h, h), see `datasets.water.taught`.
        any_weight: float32 (N,), of each crop in the loss of any water.
        settings: of the losses.
        soft: float32 (N, 2, h, h), 0 to 1, what others say of both outputs; None: nothing.
    """
    taught = taught[:, None]
    with in_16_bits(image.device.type, settings.bfloat16 and image.device.type == "cpu"):
        logits = network(image.contiguous(memory_format=torch.channels_last))
    is_open, is_hidden, known = taught == OPEN, taught == HIDDEN, taught <= HIDDEN
    targets = (is_open, known & ~is_hidden), (is_open | is_hidden, known * any_weight[:, None, None, None])
    losses = [
        segmentation_loss(logits[:, output : output + 1].float(), target.float(), weight.float(), settings.dice)
        for output, (target, weight) in enumerate(targets)
    ]
    if soft is not None:
        losses.append(settings.soft * soft.shape[1] * functional.binary_cross_entropy_with_logits(logits.float(), soft))
    return torch.stack(losses).sum()


@dataclass(frozen=True)
class Batch:
    """Crops with what a segmentation network is to say of them.

    Attributes:
        image: float32 (N, C, h, h).
        target: float32 (N, 1, h, h), 0 to 1.
        known: float32, same shape: weight of each pixel in the cross-entropy.
        dice: float32, same shape: its weight in the Dice loss.
    """

    image: FloatArray
    target: FloatArray
    known: FloatArray
    dice: FloatArray


def batch_loss(network: nn.Module, batch: Batch, dice: float, bfloat16: bool = False) -> Tensor:
    """Return cross-entropy and Dice loss of a network with one output on a batch.

    Args:
        network: images to logits (N, 1, h, h).
        batch: see there.
        dice: weight of the Dice loss.
        bfloat16: multiply in 16 bits where the device has them built in.
    """
    device = next(network.parameters()).device
    image, target, known, weight = (torch.from_numpy(one).to(device) for one in (batch.image, batch.target, batch.known, batch.dice))
    with in_16_bits(device.type, bfloat16):
        logits = network(image)
    return segmentation_loss(logits.float(), target, known, dice, weight)
