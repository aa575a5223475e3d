"""Losses of the CSK recipe beside the supervised one: contrast across sensors, and distillation into the optical branch."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from ..datasets.chips import UNKNOWN
from .losses import masked_cross_entropy

ANCHORS = 50
"""Of a class and an image, at most."""
HARD = 0.1
"""Share of the positives (the farthest) and of the negatives (the nearest) that count for an anchor."""


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
