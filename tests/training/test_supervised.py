"""The trainer, its loss, and what crops go through."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
import torch

from helpers.chips import lake_chip
from tidemark.engine.training.datasets.chips import UNKNOWN, Chip, ChipGroup
from tidemark.engine.training.evaluation.metrics import count, figures
from tidemark.engine.training.fitting import masked_cross_entropy, masked_dice, segmentation_loss
from tidemark.engine.training.networks.student import Shape, Student
from tidemark.engine.training.recipes.choosing import predict_at
from tidemark.engine.training.recipes.supervised import SupervisedSettings, train
from tidemark.engine.training.sampling.augment import Augmentation, augment
from tidemark.engine.training.sampling.crops import CropSampler

TINY = Shape(bands=2, stem=4, width=16, levels=1)
NONE = Augmentation(**{field.name: 0.0 for field in fields(Augmentation)})


def chip(seed: int) -> Chip:
    image, label = lake_chip(seed=seed)
    return Chip(f"toy/{seed}", image, label)


def test_the_trainer_learns_that_dark_is_water() -> None:
    settings = SupervisedSettings(shape=TINY, steps=60, batch=6, crop=48, rate=5e-3, average=0.8, seed=3)
    losses = []
    student = train([ChipGroup([chip(0), chip(1)], 1.0)], settings, lambda _step, loss: losses.append(loss))
    unseen = chip(7)
    found = figures(count(predict_at(student, unseen.image), predict_at(student, unseen.image) > 0.5, unseen.label))
    assert found.iou > 0.9
    assert losses[-1] < losses[0] / 2


def test_a_seed_gives_the_same_student_again() -> None:
    settings = SupervisedSettings(shape=TINY, steps=3, batch=2, crop=32, seed=5)
    first, second = (train([ChipGroup([chip(0)], 1.0)], settings).state_dict() for _ in range(2))
    assert all(torch.equal(first[name], second[name]) for name in first)


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


def test_augmentation_switched_off_only_turns_the_crop() -> None:
    image, label = lake_chip(48)
    turned, turned_label = augment(image, label, NONE, np.random.default_rng(1))
    np.testing.assert_allclose(np.sort(turned.ravel()), np.sort(image.ravel()))
    assert (turned[0][turned_label == 1].mean() < -18) == (image[0][label == 1].mean() < -18)


@pytest.mark.parametrize("change", [field.name for field in fields(Augmentation)])
def test_each_change_keeps_shape_type_and_finite_values(change: str) -> None:
    image, label = lake_chip(48)
    how = Augmentation(**{field.name: float(field.name == change) for field in fields(Augmentation)})
    for seed in range(5):
        changed, labels = augment(image, label, how, np.random.default_rng(seed))
        assert changed.shape == image.shape
        assert changed.dtype == np.float32
        assert np.isfinite(changed).all()
        assert set(np.unique(labels)) <= {0, 1, UNKNOWN}


def test_a_simulated_lake_is_dark_and_labelled_water() -> None:
    image, label = np.full((2, 64, 64), -5.0, np.float32), np.zeros((64, 64), np.uint8)
    how = Augmentation(**{field.name: float(field.name == "lake") for field in fields(Augmentation)})
    changed, labels = augment(image, label, how, np.random.default_rng(0))
    assert (labels == 1).any()
    assert np.median(changed[0][labels == 1]) < -15
    assert (changed[0][labels == 0] == -5.0).all()


def test_a_hole_is_unknown_and_flat() -> None:
    image, label = lake_chip(48)
    how = Augmentation(**{field.name: float(field.name == "hole") for field in fields(Augmentation)})
    for seed in range(10):
        changed, labels = augment(image, label, how, np.random.default_rng(seed))
        if (labels == UNKNOWN).any():
            assert np.ptp(changed[0][labels == UNKNOWN]) == 0.0
            return
    pytest.fail("no hole in ten tries")


def test_small_chips_are_mirrored_up_to_the_crop() -> None:
    sampler = CropSampler([ChipGroup([chip(0)], 1.0)], crop=128, size=2, how=NONE, rng=np.random.default_rng(0))
    assert sampler.draw().image.shape == (2, 2, 128, 128)


def test_sets_without_a_share_are_not_drawn() -> None:
    dry = Chip("dry", np.full((2, 64, 64), -5.0, np.float32), np.zeros((64, 64), np.uint8))
    sampler = CropSampler([ChipGroup([dry], 0.0), ChipGroup([chip(0)], 1.0)], crop=96, size=4, how=NONE, rng=np.random.default_rng(0))
    assert sampler.draw().target.mean(axis=(1, 2, 3)).min() > 0


def test_nothing_to_draw_from_is_said() -> None:
    with pytest.raises(ValueError, match="nothing to draw from"):
        CropSampler([ChipGroup([], 1.0)], 32, 1, NONE, np.random.default_rng(0))


@pytest.mark.parametrize("wrong", [{"stem": 3}, {"width": 24}, {"levels": -1}, {"bands": 0}])
def test_a_shape_that_the_family_does_not_have_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="not a student"):
        Shape(**wrong)


@pytest.mark.parametrize("shape", [TINY, Shape(stem=2, width=16, levels=2), Shape(stem=4, width=16, levels=3)])
def test_logits_have_the_size_of_the_image(shape: Shape) -> None:
    image = torch.full((1, 2, 2 * shape.stride, 3 * shape.stride), -15.0)
    assert Student(shape).eval()(image).shape == (1, 1, 2 * shape.stride, 3 * shape.stride)


def test_values_beyond_the_range_are_clipped_inside_the_network() -> None:
    student = Student(TINY).eval()
    low, lower = torch.full((1, 2, 32, 32), -30.0), torch.full((1, 2, 32, 32), -90.0)
    assert torch.equal(student(low), student(lower))
