"""Losses on logits with hard or soft targets, over the pixels that are known."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional


def masked_cross_entropy(logits: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    """Return the mean cross-entropy Σ w·H(q, s) / Σ w of soft targets q in 0 to 1 (a hard label is a soft one of 0 or 1).

    All three are float32 (N, 1, H, W); weight 0 leaves a pixel out. Zero where nothing is known.
    """
    entropy = functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
    return (entropy * weight).sum() / weight.sum().clamp(min=1.0)


def masked_dice(logits: Tensor, target: Tensor, weight: Tensor, smooth: float = 100.0) -> Tensor:
    """Return 1 - the soft Dice coefficient, pooled over the batch (Milletari et al. 2016, squares in the denominator).

    Pooled, so that crops without water do not each ask for a Dice of their own. `smooth` is in pixels.
    """
    probability = logits.sigmoid()
    shared = (probability * target * weight).sum()
    both = ((probability**2 + target**2) * weight).sum()
    return 1.0 - (2.0 * shared + smooth) / (both + smooth)


def segmentation_loss(logits: Tensor, target: Tensor, weight: Tensor, dice: float) -> Tensor:
    """Return cross-entropy + `dice` × Dice loss; see the two above for the shapes."""
    loss = masked_cross_entropy(logits, target, weight)
    return loss + dice * masked_dice(logits, target, weight) if dice else loss
