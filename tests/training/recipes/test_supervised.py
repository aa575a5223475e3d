"""The trainer of plain supervision."""

from __future__ import annotations

import torch

from helpers.chips import lake_chip
from tidemark.engine.training.datasets.chips import Chip, ChipGroup
from tidemark.engine.training.evaluation.metrics import count, figures
from tidemark.engine.training.networks.student import Shape
from tidemark.engine.training.recipes.choosing import predict_at
from tidemark.engine.training.recipes.supervised import SupervisedSettings, train

TINY = Shape(bands=2, stem=4, width=16, levels=1)


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
