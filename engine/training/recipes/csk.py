"""CSK-Net: two sensors teach each other, and one of them may be missing. After Sikdar et al. 2023 (arXiv 2312.02240).

A teacher that sees the optical image learns from the labels and is frozen. Then two students in step (`networks.two_sensors`) learn::

    L = CE(radar) + CE(optical) + CE(fused) + 1 · L_kd + 0.1 · L_con + 2e-4 · L_sp
    L_kd  = τ² KL(teacher / τ ‖ optical / τ) + 0.1 · |features of the first level, scaled to length 1 - the teacher's|²
    L_con = contrast of pixels across the sensors            L_sp = Σ |γ| of the channels that may be exchanged

In half of the steps the optical image is missing and only CE(radar) is left. What is clouded or missing on the optical image is left out
of every term that the optical image enters. Much of the paper could not be read; docs/recipes/csk.md says what is a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..datasets.chips import UNKNOWN
from ..datasets.places_and_layers import UNTRUSTED
from ..networks.two_sensors import Joints, Seen, TwoSensors
from ..sampling.stacks import Drawer, Example
from . import cross_modal
from .cross_modal import RadarStudent, edge_weights
from .csk_losses import block_label, contrast, distil, feature_distance
from .losses import masked_cross_entropy
from .supervised import Course, Report, fit


@dataclass(frozen=True)
class Arm:
    """A way to train the student of two sensors; all of them lack the optical image in the same steps.

    Attributes:
        name: of the arm.
        joints: of the network.
        distillation, contrast: whether these losses are on; the exchange is one of the joints.
    """

    name: str
    joints: Joints = field(default_factory=Joints)
    distillation: bool = False
    contrast: bool = False


@dataclass(frozen=True)
class Recipe:
    """How teacher and students are trained.

    Attributes:
        base: of the teacher and of the radar student that is trained alone: shapes, steps, crops, rate, edge weights. So are all arms.
        dropout: share of the steps without an optical image.
        distillation, temperature, low_level: weight of L_kd, its τ, and the weight of the features in it.
        contrast, contrast_temperature: weight of L_con, and the temperature of its similarities.
        sparsity: weight of L_sp.
        exchanged, exchanged_from: from this share of the steps on, theta rises until each sensor exchanges this share of its channels.
    """

    base: cross_modal.Recipe = field(default_factory=lambda: cross_modal.Recipe(steps=400, teacher_steps=400))
    dropout: float = 0.5
    distillation: float = 1.0
    temperature: float = 2.0
    low_level: float = 0.1
    contrast: float = 0.1
    contrast_temperature: float = 0.1
    sparsity: float = 2e-4
    exchanged: float = 0.1
    exchanged_from: float = 1 / 3


class Learner(nn.Module):
    """A network of two sensors with what only its training needs: projections of its features.

    Args:
        network: see there.
        teacher_width: channels of the teacher's first level.
    """

    def __init__(self, network: TwoSensors, teacher_width: int) -> None:
        super().__init__()
        width = network.shape.width
        self.network = network
        self.contrast = nn.Conv2d(width, width, 1)
        self.low = nn.Conv2d(width, teacher_width, 1)


def train(
    examples: Sequence[Example], arm: Arm, teacher: RadarStudent, recipe: Recipe, seed: int, report: Report | None = None
) -> TwoSensors:
    """Train a student of two sensors.

    Args:
        examples: two stacks each, radar and optical; the target says where the optical image is to be trusted (not `UNTRUSTED`).
        arm: see there.
        teacher: frozen; sees the optical bands.
        recipe: see there.
        seed: of crops, of the steps without optical image and of the first weights.
        report: see `supervised.fit`.

    Returns:
        The network with averaged weights, in evaluation mode.
    """
    base = recipe.base
    bands = [len(stack.bands) for stack in examples[0].stacks]
    learner = new_learner(bands, arm, base, seed).to(base.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    drawer = Drawer([examples], base.crop, base.batch, np.random.default_rng(seed))
    missing = np.random.default_rng((seed, 1)).random(base.steps) < recipe.dropout
    steps = iter(range(base.steps))

    def loss() -> Tensor:
        step = next(steps)
        if step >= int(recipe.exchanged_from * base.steps):
            learner.network.raise_theta(recipe.exchanged)
        crops = drawer.draw()
        image = torch.from_numpy(crops.image).to(base.device, memory_format=torch.channels_last)
        label, target = (torch.from_numpy(plane).to(base.device) for plane in (crops.label, crops.target))
        found = _radar_loss(learner, image, label, base) if missing[step] else _loss(learner, image, label, target, arm, teacher, recipe)
        return found + recipe.sparsity * torch.cat(learner.network.penalised()).abs().sum()

    averaged = fit(learner, loss, Course(base.steps, base.rate, base.decay, base.average), report).network
    # Theta is set, not learned: its average lags behind that of the factors.
    averaged.raise_theta(recipe.exchanged)
    return averaged


def new_learner(bands: Sequence[int], arm: Arm, base: cross_modal.Recipe, seed: int) -> Learner:
    """Return an untrained network with its projections; arms of one seed start from the same weights."""
    torch.manual_seed(seed)
    radar, optical = bands
    return Learner(TwoSensors(replace(base.student, bands=radar), optical, arm.joints), base.teacher.width)


def _radar_loss(learner: Learner, image: Tensor, label: Tensor, base: cross_modal.Recipe) -> Tensor:
    network = learner.network
    with torch.autocast(base.device, torch.bfloat16, enabled=base.bfloat16):
        logits = network.radar.trunk(image[:, : network.shape.bands])
    return supervised(logits.float(), label, base)


def _loss(learner: Learner, image: Tensor, label: Tensor, target: Tensor, arm: Arm, teacher: RadarStudent, recipe: Recipe) -> Tensor:
    network, base = learner.network, recipe.base
    radar, optical = image[:, : network.shape.bands], image[:, network.shape.bands :]
    with torch.autocast(base.device, torch.bfloat16, enabled=base.bfloat16):
        seen = network(radar, optical)
        projected = [learner.contrast(features) for features in seen.features] if arm.contrast else []
        low = learner.low(seen.low[1]) if arm.distillation else None
        with torch.no_grad():
            taught = _first_level(teacher, optical) if arm.distillation else None
    loss = outputs_loss(seen, label, target, base)
    if low is not None and taught is not None:
        clear = (target != UNTRUSTED).float()
        blocks = -functional.max_pool2d(-clear, network.shape.stem)
        kd = distil(seen.logits[1].float(), taught[1].float(), clear, recipe.temperature)
        loss = loss + recipe.distillation * (kd + recipe.low_level * feature_distance(low.float(), taught[0].float(), blocks))
    if projected:
        unit = [functional.normalize(features.float(), dim=1) for features in projected]
        blocks = block_label(where_seen(label, target), network.shape.stem)
        loss = loss + recipe.contrast * contrast(unit[0], unit[1], blocks, recipe.contrast_temperature)
    return loss


def outputs_loss(seen: Seen, label: Tensor, target: Tensor, base: cross_modal.Recipe) -> Tensor:
    """Return CE(radar) + CE(optical) + CE(fused); the last two over what is seen.

    Args:
        seen: what the network gave.
        label: uint8 (N, 1, H, W), 255 unknown.
        target: uint8 (N, 1, H, W), `UNTRUSTED` where the optical image is clouded or missing.
        base: has the edge weights.
    """
    clear = where_seen(label, target)
    losses = [
        supervised(logits.float(), of, base) for logits, of in ((seen.logits[0], label), (seen.logits[1], clear), (seen.fused, clear))
    ]
    return torch.stack(losses).sum()


def supervised(logits: Tensor, label: Tensor, base: cross_modal.Recipe) -> Tensor:
    """Return the edge-weighted cross-entropy of logits float32 and labels uint8 (N, 1, H, W)."""
    return masked_cross_entropy(logits, (label == 1).float(), edge_weights(label, base.edge, base.edge_width))


def where_seen(label: Tensor, target: Tensor) -> Tensor:
    """Return labels, unknown where the optical image is not to be trusted."""
    return torch.where(target == UNTRUSTED, torch.full_like(label, UNKNOWN), label)


def _first_level(teacher: RadarStudent, image: Tensor) -> tuple[Tensor, Tensor]:
    """Return the teacher's features of the first level and its logits."""
    low = teacher.encoders[0](teacher.stem(image))
    return low, teacher(image)
