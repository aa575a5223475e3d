"""The trainer of plain supervision."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from helpers.training.crops import SHARES, drawn, hand_chip
from tidemark.engine.training.datasets.chips import UNKNOWN, Chip
from tidemark.engine.training.datasets.water import DRY, HIDDEN, OPEN
from tidemark.engine.training.evaluation.metrics import count, figures
from tidemark.engine.training.networks.student import Shape
from tidemark.engine.training.recipes.choosing import logits_of
from tidemark.engine.training.recipes.supervised import ANY_WATER, OPEN_WATER, SupervisedSettings, soft_labels, train, water_loss

TINY = Shape(bands=2, stem=4, width=16, levels=1, outputs=2, smooth=True)


def test_the_trainer_learns_that_dark_is_water(tmp_path: Path) -> None:
    crops = drawn([hand_chip(0), hand_chip(1)], tmp_path, count=60, side=48)
    settings = SupervisedSettings(shape=TINY, steps=60, batch=6, crop=48, rate=5e-3, average=0.8, seed=3)
    losses = []
    student = train(crops, SHARES, settings, report=lambda _step, loss: losses.append(loss))
    unseen = hand_chip(7)
    for output in (OPEN_WATER, ANY_WATER):
        said = 1 / (1 + np.exp(-logits_of(student, unseen.image)[output]))
        assert figures(count(said, said > 0.5, unseen.label)).iou > 0.9
    assert losses[-1] < losses[0] / 2


def test_a_seed_gives_the_same_student_again(tmp_path: Path) -> None:
    crops = drawn([hand_chip(0)], tmp_path, count=4, side=32)
    settings = SupervisedSettings(shape=TINY, steps=3, batch=2, crop=32, seed=5)
    first, second = (train(crops, SHARES, settings).state_dict() for _ in range(2))
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_soft_labels_are_the_mean_of_what_networks_say_and_places_that_are_held_out_are_not_looked_at(tmp_path: Path) -> None:
    crops = drawn([hand_chip(0), hand_chip(1)], tmp_path, count=6, side=32)
    soft = soft_labels([Says(4.0, 0.0), Says(-4.0, 0.0)], crops, 16, ["hand/1"])
    seen = torch.from_numpy(crops.places == "hand/0")
    assert 0 < seen.sum() < len(seen)
    assert soft.shape == (len(crops.sets), 2, 16, 16)
    assert (soft[seen] == 128).all()
    assert (soft[~seen] == 0).all()


def test_a_student_learns_from_soft_labels_where_nothing_is_labelled(tmp_path: Path) -> None:
    blind = [Chip(f"hand/{seed}", hand_chip(seed).image, np.full_like(hand_chip(seed).label, UNKNOWN)) for seed in range(2)]
    crops = drawn(blind, tmp_path, count=60, side=48)
    dark = torch.from_numpy((crops.image.float().mean(dim=1, keepdim=True) < -17).numpy().astype(np.uint8) * 255).repeat(1, 2, 1, 1)
    settings = SupervisedSettings(shape=TINY, steps=60, batch=6, crop=48, rate=5e-3, average=0.8, seed=3)
    unseen = hand_chip(7)
    taught, untaught = (logits_of(train(crops, SHARES, settings, soft=soft), unseen.image)[OPEN_WATER] for soft in (dark, None))
    assert figures(count(1 / (1 + np.exp(-taught)), taught > 0, unseen.label)).iou > 0.9
    assert figures(count(1 / (1 + np.exp(-untaught)), untaught > 0, unseen.label)).iou < 0.5


class Says(torch.nn.Module):
    """Says the same logits everywhere, one of each output."""

    def __init__(self, *logits: float) -> None:
        super().__init__()
        self.logits = torch.nn.Parameter(torch.tensor(logits)[None, :, None, None])

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return self.logits.expand(len(image), -1, *image.shape[2:])


def gradients(*taught: int, any_weights: tuple[float, ...] = (1.0,)) -> list[float]:
    """Return which way the losses push the logits of open and of any water by crops of which each is one thing."""
    network = Says(0.0, 0.0)
    settings = SupervisedSettings(shape=TINY, dice=0.0)
    labels = torch.tensor(taught, dtype=torch.uint8)[:, None, None].expand(-1, 8, 8)
    loss = water_loss(network, torch.zeros(len(taught), 2, 8, 8), labels, torch.tensor(any_weights), settings)
    torch.autograd.backward(loss)
    found = network.logits.grad
    assert found is not None
    return [round(-float(value), 3) for value in found.ravel()]


def test_hidden_water_is_taught_as_any_water_and_says_nothing_of_open_water() -> None:
    assert gradients(HIDDEN) == [0.0, 0.5]
    assert gradients(OPEN) == [0.5, 0.5]
    assert gradients(DRY) == [-0.5, -0.5]
    assert gradients(UNKNOWN) == [0.0, 0.0]


def test_a_set_of_little_weight_says_little_of_any_water() -> None:
    assert gradients(DRY, OPEN, any_weights=(1.0, 1.0)) == [0.0, 0.0]
    assert gradients(DRY, OPEN, any_weights=(0.1, 1.0)) == [0.0, round(0.5 * 0.9 / 1.1, 3)]
