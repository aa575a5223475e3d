"""Losses over known pixels."""

from __future__ import annotations

import pytest
import torch

from tidemark.engine.training.fitting import masked_cross_entropy, masked_dice, segmentation_loss


def test_unknown_pixels_change_nothing_in_the_loss() -> None:
    logits, target = torch.randn(2, 1, 8, 8), torch.randint(0, 2, (2, 1, 8, 8)).float()
    weight = torch.ones(2, 1, 8, 8)
    weight[:, :, 4:] = 0
    changed = logits.clone()
    changed[:, :, 4:] = 50.0
    turned = target.clone()
    turned[:, :, 4:] = 1 - turned[:, :, 4:]
    assert segmentation_loss(logits, target, weight, 0.5) == pytest.approx(float(segmentation_loss(changed, turned, weight, 0.5)))


def test_a_batch_without_any_known_pixel_costs_nothing() -> None:
    logits = torch.randn(1, 1, 4, 4)
    assert float(masked_cross_entropy(logits, torch.ones_like(logits), torch.zeros_like(logits))) == 0.0


def test_soft_targets_are_fitted_best_by_themselves() -> None:
    target = torch.full((1, 1, 4, 4), 0.3)
    weight = torch.ones_like(target)
    right = torch.logit(target)
    assert masked_cross_entropy(right, target, weight) < masked_cross_entropy(right + 0.5, target, weight)
    assert masked_cross_entropy(right, target, weight) < masked_cross_entropy(right - 0.5, target, weight)


def test_dice_is_near_zero_for_a_perfect_map() -> None:
    target = torch.zeros(1, 1, 64, 64)
    target[..., :32] = 1
    assert float(masked_dice((target - 0.5) * 40, target, torch.ones_like(target))) < 1e-3
