"""KD-MSI: a change classifier teaches where, and a second network says how sure. After Lu et al. 2024 (arXiv 2403.05796).

The teacher learns from image-level labels ("something in this pair of tiles has changed") alone; its class activation map, normalised by
its maximum and zero for unchanged pairs, is what the student regresses through a sigmoid, in the same step::

    CAM  = relu(relu(F_T) - 1e-5) / (max relu(F_T) + 1e-5) · label
    P    = sigmoid(F_S)
    loss = BCE(mean F_T, label) + 10 · mean (P - stopgrad(CAM))²

Other than in the paper: a small backbone that starts from chance instead of ImageNet, AdamW with a cosine instead of SGD, random swaps of
the dates, turns and mirrors; and, because of the swaps, a fusion before the last stage (see `networks.siamese`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..networks.siamese import Fusion, Shape, Siamese, image_logit
from ..sampling.change_tiles import Batch, TileSampler
from .supervised import learning_rate

Report = Callable[[int, float], None]
SMALL = 1e-5


@dataclass(frozen=True)
class Recipe:
    """How teacher and student are trained.

    Attributes:
        shape: of both.
        teacher, student: fusion of each.
        steps: of the optimiser.
        batch: tiles in a step.
        side: pixels of a tile.
        rate, decay: AdamW's learning rate, which falls along a cosine, and weight decay.
        distillation: weight of the student's loss.
        bfloat16: multiply in 16 bits.
    """

    shape: Shape = field(default_factory=Shape)
    teacher: Fusion = Fusion.DIFFERENCE
    student: Fusion = Fusion.CONCATENATION
    steps: int = 150
    batch: int = 32
    side: int = 64
    rate: float = 1e-3
    decay: float = 0.02
    distillation: float = 10.0
    bfloat16: bool = True


def train(sampler: TileSampler, recipe: Recipe, seed: int, report: Report | None = None) -> tuple[Siamese, Siamese]:
    """Train teacher and student together.

    Args:
        sampler: of tiles with image-level labels.
        recipe: see there.
        seed: of the first weights.
        report: called ten times with the step and the mean loss since the last call.

    Returns:
        teacher and student, in evaluation mode.
    """
    torch.manual_seed(seed)
    teacher, student = (Siamese(recipe.shape, fusion) for fusion in (recipe.teacher, recipe.student))
    both = nn.ModuleList([teacher, student]).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = torch.optim.AdamW(both.parameters(), recipe.rate, weight_decay=recipe.decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: learning_rate(step, recipe.steps))
    losses: list[float] = []
    for step in range(1, recipe.steps + 1):
        loss = _step(teacher, student, sampler.draw(), recipe)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(both.parameters(), 5.0)
        optimiser.step()
        schedule.step()
        losses.append(float(loss.detach()))
        if report and step % max(1, recipe.steps // 10) == 0:
            report(step, float(np.mean(losses)))
            losses = []
    return teacher.eval(), student.eval()


def joint_loss(teacher_scores: Tensor, student_scores: Tensor, changed: Tensor, distillation: float) -> Tensor:
    """Return the loss of score maps (N, 1, h, w) for image-level labels (N,): see the module."""
    classification = functional.binary_cross_entropy_with_logits(image_logit(teacher_scores), changed)
    target = activation_map(teacher_scores, changed).detach()
    return classification + distillation * functional.mse_loss(student_scores.sigmoid(), target)


def activation_map(scores: Tensor, changed: Tensor) -> Tensor:
    """Return the class activation maps, 0 to 1, of score maps (N, 1, h, w), zero where the label (N,) is."""
    positive = scores.relu()
    highest = positive.amax(dim=(2, 3), keepdim=True)
    return (positive - SMALL).relu() / (highest + SMALL) * changed[:, None, None, None]


def _step(teacher: Siamese, student: Siamese, batch: Batch, recipe: Recipe) -> Tensor:
    newer, older = torch.from_numpy(batch.image).to(memory_format=torch.channels_last).chunk(2, dim=1)
    with torch.autocast("cpu", torch.bfloat16, enabled=recipe.bfloat16):
        scores = [network(newer, older) for network in (teacher, student)]
    return joint_loss(scores[0].float(), scores[1].float(), torch.from_numpy(batch.changed), recipe.distillation)
