"""Cross-modal distillation: a teacher that sees more than radar gives soft labels, from which a student that sees radar alone learns.

After Garg et al. (EDS 2023, arXiv 2302.08180). The losses are ::

    inner = water within `edge_width` pixels of dry ground       outer = dry ground within `edge_width` pixels of water
    w = known · (1 + edge · (inner + outer))
    L_sup = Σ w · CE(label, student) / Σ w                       hand labels
    L_kd  = Σ c · CE(target, student) / Σ c                      c: where the target is trusted
    L     = L_sup + λ · L_kd

The soft cross-entropy differs from the Kullback-Leibler divergence by a constant. Nothing here knows where the images come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..datasets.chips import FloatArray
from ..datasets.places_and_layers import SURE, UNTRUSTED
from ..networks.student import Shape, Student
from ..sampling.stacks import Crops, Drawer, Example
from .losses import masked_cross_entropy
from .supervised import Course, Report, fit


@dataclass(frozen=True)
class Recipe:
    """How teacher and student are trained.

    Attributes:
        student, teacher: stem, width and levels; their bands are the setting's.
        steps, teacher_steps: of the optimiser.
        batch: crops in a step, half of them labelled and half with targets; all of them both where every label is looked at.
        crop: side in pixels.
        rate, decay: AdamW's learning rate, which falls along a cosine, and weight decay.
        average: decay of the moving average of the weights, which is what is kept.
        edge: how much more a pixel at the shore counts in the supervised loss; 0 switches the edge weights off.
        edge_width: pixels on either side that are the shore.
        distillation: λ.
        bfloat16: multiply in 16 bits.
        device: of torch, `cpu` or `cuda`.
    """

    student: Shape = field(default_factory=Shape)
    teacher: Shape = field(default_factory=lambda: Shape(width=48))
    steps: int = 250
    teacher_steps: int = 250
    batch: int = 12
    crop: int = 128
    rate: float = 2e-3
    decay: float = 0.02
    average: float = 0.98
    edge: float = 1.0
    edge_width: int = 2
    distillation: float = 1.0
    bfloat16: bool = True
    device: str = "cpu"


class RadarStudent(Student):
    """A student whose input is scaled already; its weights fit a `Student` of the same shape, whose input is dB."""

    def forward(self, image: Tensor) -> Tensor:
        """Return the logits, float32 (N, 1, H, W), of images float32 (N, C, H, W), about 0 to 1, without NaN."""
        return self.trunk(image)


def train(
    pools: Sequence[Sequence[Example]], shape: Shape, steps: int, recipe: Recipe, seed: int, report: Report | None = None
) -> RadarStudent:
    """Train a teacher or a student; what it sees and learns is in the examples.

    Args:
        pools: each gives an equal part of every batch.
        shape: of the network, its bands those of the examples.
        steps: of the optimiser.
        recipe: the rest.
        seed: of crops and first weights.
        report: see `supervised.fit`.

    Returns:
        The network with averaged weights, in evaluation mode.
    """
    torch.manual_seed(seed)
    drawer = Drawer(pools, recipe.crop, recipe.batch, np.random.default_rng(seed))
    network = RadarStudent(shape).to(recipe.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    course = Course(steps, recipe.rate, recipe.decay, recipe.average)
    return fit(network, lambda: _loss(network, drawer.draw(), recipe), course, report)


def _loss(network: nn.Module, crops: Crops, recipe: Recipe) -> Tensor:
    image = torch.from_numpy(crops.image).to(recipe.device, memory_format=torch.channels_last)
    label, target = (torch.from_numpy(plane).to(recipe.device) for plane in (crops.label, crops.target))
    with torch.autocast(recipe.device, torch.bfloat16, enabled=recipe.bfloat16):
        logits = network(image)
    return recipe_loss(logits.float(), label, target, recipe)


def recipe_loss(logits: Tensor, label: Tensor, target: Tensor, recipe: Recipe) -> Tensor:
    """Return L_sup + λ · L_kd of logits float32, label uint8 (255 unknown) and target uint8 (255 untrusted), all (N, 1, H, W)."""
    supervised = masked_cross_entropy(logits, (label == 1).float(), edge_weights(label, recipe.edge, recipe.edge_width))
    soft = (target.float() / SURE).clamp(max=1.0)
    return supervised + recipe.distillation * masked_cross_entropy(logits, soft, (target != UNTRUSTED).float())


def edge_weights(label: Tensor, edge: float, width: int) -> Tensor:
    """Return the weights of the supervised loss, float32, of labels uint8 (N, 1, H, W): 0 unknown, 1 known, 1 + `edge` at the shore.

    The shore is what is known within `width` pixels (a square neighbourhood) of the other class; unknown pixels make no shore.
    """
    water, dry = (label == 1).float(), (label == 0).float()
    if not edge:
        return water + dry
    near_water, near_dry = (functional.max_pool2d(one, 2 * width + 1, stride=1, padding=width) for one in (water, dry))
    return water * (1 + edge * near_dry) + dry * (1 + edge * near_water)


class Mapper(Protocol):
    """What maps whole images: a student, or one side of a network of two sensors."""

    shape: Shape

    def __call__(self, image: Tensor) -> Tensor:
        """Return the logits (N, 1, H, W) of images (N, C, H, W)."""

    def parameters(self) -> Iterator[nn.Parameter]:
        """Yield the weights."""


def predict(network: Mapper, bands: FloatArray) -> FloatArray:
    """Return the probability float32 (H, W) of a whole image (C, H, W), mirrored up to the network's stride."""
    height, width = bands.shape[1:]
    device = next(network.parameters()).device
    with torch.no_grad():
        logits = network(torch.from_numpy(pad_to(bands, network.shape.stride))[None].to(device))
    found: FloatArray = torch.sigmoid(logits.float())[0, 0].cpu().numpy()
    return found[:height, :width]


def pad_to(bands: FloatArray, stride: int) -> FloatArray:
    """Return an image (C, H, W) mirrored at its lower and right edge up to a multiple of the stride."""
    height, width = bands.shape[1:]
    return np.pad(bands, ((0, 0), (0, -height % stride), (0, -width % stride)), mode="symmetric")
