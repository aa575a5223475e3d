"""CSK-Net: two sensors teach each other, and one of them may be missing. After Sikdar et al. 2023 (arXiv 2312.02240).

A teacher that sees the optical image learns from the labels and is frozen. Then two students in step (`networks.two_sensors`) learn::

    L = CE(radar) + CE(optical) + CE(fused) + 1 · L_kd + 0.1 · L_con + 2e-4 · L_sp
    L_kd  = τ² KL(teacher / τ ‖ optical / τ) + 0.1 · |features of the first level, scaled to length 1 - the teacher's|²
    L_con = contrast of pixels across the sensors            L_sp = Σ |γ| of the channels that may be exchanged

In half of the steps the optical image is missing and only CE(radar) is left. What is clouded or missing on the optical image is left out
of every term that the optical image enters. Where an arm asks for it, some crops of the other steps lack the older optical date alone;
the teacher sees it. Much of the paper could not be read; docs/recipes/csk.md says what is a guess.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ...raster.arrays import BoolArray
from ..datasets.chips import UNKNOWN
from ..datasets.places_and_layers import UNTRUSTED
from ..datasets.two_sensors import MISSING
from ..fitting import Report, Schedule, fit, masked_cross_entropy
from ..networks.student import RadarStudent, Shape, channels_last, in_16_bits
from ..networks.two_sensors import Coupling, Seen, TensorPair, TwoSensors
from ..sampling.stacks import Example, StackSampler
from .cross_modal import DistillationSettings, edge_weights

ANCHORS = 50
"""Of a class and an image, at most."""
HARD = 0.1
"""Share of the positives (the farthest) and of the negatives (the nearest) that count for an anchor."""


BASE = DistillationSettings(Shape(smooth=True), Shape(width=48, smooth=True), steps=500, teacher_steps=500, decay=0.2)


@dataclass(frozen=True)
class CskArm:
    """A way to train the student of two sensors; all of them lack the optical image in the same steps.

    Attributes:
        name: of the arm.
        coupling: of the sensors.
        distillation, contrast: whether these losses are on; the exchange is part of the coupling.
        older_missing: share of the crops, in steps with an optical image, that lack its older date.
    """

    name: str
    coupling: Coupling = field(default_factory=Coupling)
    distillation: bool = False
    contrast: bool = False
    older_missing: float = 0.0


@dataclass(frozen=True)
class CskSettings:
    """Settings of teacher and students.

    Attributes:
        base: of the teacher and of the radar student that is trained alone: shapes, steps, crops, rate, edge weights. So are all arms.
        dropout: share of the steps without an optical image.
        distillation, temperature, low_level: weight of L_kd, its τ, and the weight of the features in it.
        contrast, contrast_temperature: weight of L_con, and the temperature of its similarities.
        sparsity: weight of L_sp.
        exchanged, exchanged_from: from this share of the steps on, theta rises until each sensor exchanges this share of its channels.
        most_of_an_event: an event with more images than this is drawn from as often as if it had so many; 0: as often as it has images.
    """

    base: DistillationSettings = BASE
    dropout: float = 0.5
    distillation: float = 1.0
    temperature: float = 2.0
    low_level: float = 0.1
    contrast: float = 0.1
    contrast_temperature: float = 0.1
    sparsity: float = 2e-4
    exchanged: float = 0.1
    exchanged_from: float = 1 / 3
    most_of_an_event: int = 13


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
    examples: Sequence[Example],
    arm: CskArm,
    teacher: RadarStudent | None,
    settings: CskSettings,
    seed: int,
    older: Sequence[int] = (),
    report: Report | None = None,
) -> TwoSensors:
    """Train a student of two sensors.

    Args:
        examples: two stacks each, radar and optical; the target says where the optical image is to be trusted (not `UNTRUSTED`).
        arm: see there.
        teacher: frozen; sees the optical bands. None: for an arm without distillation.
        older: the optical bands that come from its older date, counted from 0.
        settings: see there.
        seed: of crops, of the steps without optical image and of the first weights.
        report: see `fit`.

    Returns:
        The network with averaged weights, in evaluation mode.
    """
    base = settings.base
    bands = [len(stack.bands) for stack in examples[0].stacks]
    learner = channels_last(new_learner(bands, arm, base, seed), base.device)
    sampler = StackSampler([examples], base.crop, base.batch, np.random.default_rng(seed))
    missing = np.random.default_rng((seed, 1)).random(base.steps) < settings.dropout
    lacks_older = np.random.default_rng((seed, 2)).random((base.steps, base.batch)) < arm.older_missing
    steps = iter(range(base.steps))

    def loss() -> Tensor:
        step = next(steps)
        if step >= int(settings.exchanged_from * base.steps):
            learner.network.raise_theta(settings.exchanged)
        batch = sampler.draw()
        image = torch.from_numpy(batch.image).to(base.device, memory_format=torch.channels_last)
        label, target = (torch.from_numpy(plane).to(base.device) for plane in (batch.label, batch.target))
        if missing[step]:
            found = _radar_loss(learner, image, label, base)
        else:
            radar, optical = image[:, : bands[0]], image[:, bands[0] :]
            taught = _taught(teacher, optical, base) if teacher is not None else None
            seen = (radar, without_older(optical, older, lacks_older[step]))
            found = _both_loss(learner, seen, (label, target), taught, arm, settings)
        return found + settings.sparsity * torch.cat(learner.network.penalised()).abs().sum()

    averaged = fit(learner, loss, Schedule(base.steps, base.rate, base.decay, base.average), report).network
    # Theta is set, not learned: its average lags behind that of the factors.
    averaged.raise_theta(settings.exchanged)
    return averaged


def new_learner(bands: Sequence[int], arm: CskArm, base: DistillationSettings, seed: int) -> Learner:
    """Return an untrained network with its projections; arms of one seed start from the same weights."""
    torch.manual_seed(seed)
    radar, optical = bands
    return Learner(TwoSensors(replace(base.student, bands=radar), optical, arm.coupling), base.teacher.width)


def _radar_loss(learner: Learner, image: Tensor, label: Tensor, base: DistillationSettings) -> Tensor:
    network = learner.network
    with in_16_bits(base.device, base.bfloat16):
        logits = network.radar.trunk(image[:, : network.shape.bands])
    return supervised(logits.float(), label, base)


def without_older(optical: Tensor, older: Sequence[int], lacking: BoolArray) -> Tensor:
    """Return optical images (N, C, h, h) with `MISSING` in the bands of the older date of those that lack it, bool (N,)."""
    if not len(older) or not lacking.any():
        return optical
    found = optical.clone()
    crops = torch.from_numpy(np.flatnonzero(lacking))
    found[crops[:, None], torch.tensor(list(older))] = MISSING
    return found


def _taught(teacher: RadarStudent, optical: Tensor, base: DistillationSettings) -> TensorPair:
    """Return the teacher's features of the first level and its logits."""
    with torch.no_grad(), in_16_bits(base.device, base.bfloat16):
        low = teacher.encoders[0](teacher.stem(optical))
        return low.float(), teacher(optical).float()


def _both_loss(
    learner: Learner, images: TensorPair, taught_pixels: TensorPair, taught: TensorPair | None, arm: CskArm, settings: CskSettings
) -> Tensor:
    """Return the loss of images that both sensors see, radar and optical, with their label and target, and what the teacher says."""
    network, base = learner.network, settings.base
    label, target = taught_pixels
    with in_16_bits(base.device, base.bfloat16):
        seen = network(*images)
        projected = [learner.contrast(features) for features in seen.features] if arm.contrast else []
        low = learner.low(seen.low[1]) if taught is not None else None
    loss = outputs_loss(seen, label, target, base)
    if low is not None and taught is not None:
        clear = (target != UNTRUSTED).float()
        blocks = -functional.max_pool2d(-clear, network.shape.stem)
        kd = distil(seen.logits[1].float(), taught[1], clear, settings.temperature)
        loss = loss + settings.distillation * (kd + settings.low_level * feature_distance(low.float(), taught[0], blocks))
    if projected:
        unit = [functional.normalize(features.float(), dim=1) for features in projected]
        blocks = block_label(where_seen(label, target), network.shape.stem)
        loss = loss + settings.contrast * contrast(unit[0], unit[1], blocks, settings.contrast_temperature)
    return loss


def outputs_loss(seen: Seen, label: Tensor, target: Tensor, base: DistillationSettings) -> Tensor:
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


def supervised(logits: Tensor, label: Tensor, base: DistillationSettings) -> Tensor:
    """Return the edge-weighted cross-entropy of logits float32 and labels uint8 (N, 1, H, W)."""
    return masked_cross_entropy(logits, (label == 1).float(), edge_weights(label, base.edge, base.edge_width))


def where_seen(label: Tensor, target: Tensor) -> Tensor:
    """Return labels, unknown where the optical image is not to be trusted."""
    return torch.where(target == UNTRUSTED, torch.full_like(label, UNKNOWN), label)


def contrast(radar: Tensor, optical: Tensor, label: Tensor, temperature: float) -> Tensor:
    """Return the contrastive loss between the pixels of two sensors, over both directions.

    Positives of an anchor are pixels of its class that the other sensor saw, negatives those of the other class, anywhere in the batch.

    Args:
        radar, optical: float (N, C, h, w), of length 1 along C.
        label: uint8 (N, 1, h, w): 0, 1, or 255 where nothing is to be learned.
        temperature: of the similarities.

    Returns:
        zero where a class is missing.
    """
    chosen = [_anchors(label, value) for value in (0, 1)]
    if not all(len(places) for places in chosen):
        return radar.new_zeros(())
    views = [[view.permute(0, 2, 3, 1).flatten(0, 2)[places] for places in chosen] for view in (radar, optical)]
    losses = [
        _softmax_loss(own[value], other[value], other[1 - value], temperature) for own, other in (views, views[::-1]) for value in (0, 1)
    ]
    return torch.stack(losses).mean()


def block_label(label: Tensor, side: int) -> Tensor:
    """Return labels uint8 (N, 1, H, W) in blocks of side × side pixels: their class where all of them have one, else 255."""
    highest, lowest = (functional.max_pool2d(sign * label.float(), side) for sign in (1.0, -1.0))
    return torch.where(highest == -lowest, highest, float(UNKNOWN)).to(torch.uint8)


def distil(logits: Tensor, teacher: Tensor, seen: Tensor, temperature: float) -> Tensor:
    """Return τ² · CE(teacher / τ, student / τ) over what is seen: the Kullback-Leibler divergence but for a constant.

    All are float32 (N, 1, H, W).
    """
    return temperature**2 * masked_cross_entropy(logits / temperature, torch.sigmoid(teacher / temperature), seen)


def feature_distance(student: Tensor, teacher: Tensor, seen: Tensor) -> Tensor:
    """Return the mean squared distance of features (N, C, h, w), scaled to length 1 along C, over seen places, float (N, 1, h, w)."""
    distance = (functional.normalize(student, dim=1) - functional.normalize(teacher, dim=1)).square().sum(dim=1, keepdim=True)
    return (distance * seen).sum() / seen.sum().clamp(min=1.0)


def _anchors(label: Tensor, value: int) -> Tensor:
    """Return up to `ANCHORS` random places of a class from each image, as indices into the flattened (N, h, w)."""
    found = []
    area = label[0].numel()
    for number, plane in enumerate(label):
        places = torch.nonzero(plane.flatten() == value)[:, 0]
        found.append(places[torch.randperm(len(places), device=places.device)[:ANCHORS]] + number * area)
    return torch.cat(found)


def _softmax_loss(anchors: Tensor, positives: Tensor, negatives: Tensor, temperature: float) -> Tensor:
    """Return -mean log (e⁺ / (e⁺ + Σ e⁻)) over the hard positives of each anchor (A, C)."""
    near = anchors @ positives.T / temperature
    far = anchors @ negatives.T / temperature
    hard = near.topk(math.ceil(HARD * near.shape[1]), dim=1, largest=False).values
    against = far.topk(math.ceil(HARD * far.shape[1]), dim=1).values.logsumexp(dim=1, keepdim=True)
    return (torch.logaddexp(hard, against) - hard).mean()
