"""What crops go through, and the sets that they are drawn from."""

from __future__ import annotations

import warnings
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
import torch

from helpers.chips import lake_chip
from helpers.training.crops import UNCHANGED, drawn, hand_chip
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.chips import UNKNOWN, Chip
from tidemark.engine.training.datasets.water import OPEN
from tidemark.engine.training.sampling.augment import Augmentation, augment
from tidemark.engine.training.sampling.crops import CropPlan, Crops, CropSampler, draw_crops


def test_augmentation_switched_off_only_turns_the_crop() -> None:
    image, label = lake_chip(48)
    turned, turned_label = augment(image, label, UNCHANGED, np.random.default_rng(1))
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


def test_small_chips_are_mirrored_up_to_the_crop(tmp_path: Path) -> None:
    crops = drawn([hand_chip(0)], tmp_path, count=2, side=128)
    assert crops.image.shape == (2, 2, 128, 128)
    assert crops.taught.shape == (2, 128, 128)


def two_places(folder: Path) -> Crops:
    """Return crops of a place of hand that is all land and of one of ground that holds a lake."""
    dry = Chip("hand/dry", np.full((2, 64, 64), -5.0, np.float32), np.zeros((64, 64), np.uint8))
    wet = Chip("ground/wet", *lake_chip(64))
    return draw_crops({"hand": [dry], "ground": [wet]}, CropPlan({"hand": 5, "ground": 5}, 64, UNCHANGED), folder)


def test_a_place_that_is_held_out_is_not_drawn(tmp_path: Path) -> None:
    shares = {"hand": 0.5, "ground": 0.5}
    sampler = CropSampler(two_places(tmp_path), shares, ["hand/dry"], side=64, size=8, rng=np.random.default_rng(0))
    batch = sampler.draw()
    assert (batch.taught == OPEN).flatten(1).any(dim=1).all()
    assert list(batch.sets) == ["ground"] * 8


def test_sets_without_a_share_are_not_drawn(tmp_path: Path) -> None:
    sampler = CropSampler(two_places(tmp_path), {"hand": 1.0, "ground": 0.0}, [], side=64, size=8, rng=np.random.default_rng(0))
    batch = sampler.draw()
    assert (batch.taught == 0).all()
    assert (batch.image == -5.0).all()


def test_the_middle_of_a_crop_is_given_where_a_smaller_one_is_asked_for(tmp_path: Path) -> None:
    crops = two_places(tmp_path)
    batch = CropSampler(crops, {"ground": 1.0}, [], side=32, size=1, rng=np.random.default_rng(0)).draw()
    assert torch.equal(batch.image[0], crops.image[int(batch.numbers[0]), :, 16:48, 16:48].float())


def test_nothing_to_draw_from_is_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing to draw from"):
        CropSampler(two_places(tmp_path), {"hand": 1.0}, ["hand/dry"], 32, 1, np.random.default_rng(0))


def test_crops_that_lie_there_are_read_again_and_not_mixed_with_others(tmp_path: Path) -> None:
    first, again = (drawn([hand_chip(0)], tmp_path, count=3, side=32) for _ in range(2))
    assert torch.equal(first.image, again.image)
    assert list(again.places) == ["hand/0"] * 3
    with pytest.raises(InputError, match="other settings"):
        drawn([hand_chip(0)], tmp_path, count=4, side=32)


def test_processes_side_by_side_cut_the_same_crops(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        # Newer Pythons warn of forks beside threads of libraries; none of them runs here.
        warnings.simplefilter("ignore", DeprecationWarning)
        alone, beside = (
            draw_crops({"hand": [hand_chip(0)]}, CropPlan({"hand": 250}, 16, Augmentation()), tmp_path / str(processes), processes)
            for processes in (1, 2)
        )
    assert torch.equal(alone.image, beside.image)
