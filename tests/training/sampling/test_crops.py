"""What crops go through, and the sets that they are drawn from."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from helpers.chips import lake_chip
from tidemark.engine.training.datasets.chips import UNKNOWN, Chip, ChipGroup
from tidemark.engine.training.sampling.augment import Augmentation, augment
from tidemark.engine.training.sampling.crops import CropSampler

NONE = Augmentation(**{field.name: 0.0 for field in fields(Augmentation)})


def chip(seed: int) -> Chip:
    image, label = lake_chip(seed=seed)
    return Chip(f"toy/{seed}", image, label)


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
