"""The recipe: losses, crops, and a student that needs none of the teacher's layers once the teacher has spoken."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from helpers.training.floods import write, write_ombria
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.chips import UNKNOWN
from tidemark.engine.training.datasets.ombria import Ombria
from tidemark.engine.training.datasets.places_and_layers import SURE, UNTRUSTED, CrossModalArm, as_target, hardened
from tidemark.engine.training.networks.student import HIGHEST_DB, LOWEST_DB, RadarStudent, Shape, Student, predict
from tidemark.engine.training.recipes.cross_modal import (
    HALF,
    Comparison,
    CrossModalRun,
    DistillationSettings,
    best_threshold,
    distillation_loss,
    edge_weights,
    measure,
    read_counts,
    run_all,
    train,
    train_student,
    train_teacher,
)
from tidemark.engine.training.runs import read_arrays
from tidemark.engine.training.sampling.stacks import STILL, Example, Jitter, Stack, StackSampler

TINY = Shape(stem=4, width=16, levels=1)
RECIPE = DistillationSettings(
    student=TINY, teacher=TINY, steps=40, teacher_steps=40, batch=4, crop=32, rate=5e-3, average=0.8, bfloat16=False
)
QUICK = replace(RECIPE, steps=2, teacher_steps=2)


def planes(*rows: list[int]) -> torch.Tensor:
    return torch.tensor(rows, dtype=torch.uint8)[None, None]


def example(level: float, label: int, target: int = UNTRUSTED) -> Example:
    bands = np.full((2, 40, 40), level, np.float32)
    return Example((Stack(bands, STILL),), np.full((40, 40), label, np.uint8), np.full((40, 40), target, np.uint8))


def test_edge_weights_lie_on_both_sides_of_the_shore_and_on_no_unknown_pixel() -> None:
    label = planes([1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 1, UNKNOWN, UNKNOWN, 0, 0, 0])
    weights = edge_weights(label, 3.0, 1)[0, 0]
    assert weights[0].tolist() == [1, 1, 1, 4, 4, 1, 1, 1]
    assert weights[1, 3:5].tolist() == [0, 0]


def test_without_an_edge_every_known_pixel_counts_alike() -> None:
    assert edge_weights(planes([1, 0, UNKNOWN, 0]), 0.0, 2).flatten().tolist() == [1, 1, 0, 1]


def test_an_unknown_border_makes_no_shore() -> None:
    assert edge_weights(planes([1, 1, UNKNOWN, UNKNOWN]), 2.0, 1).flatten().tolist() == [1, 1, 0, 0]


def test_untrusted_pixels_change_nothing_in_the_loss() -> None:
    label = torch.full((1, 1, 4, 4), UNKNOWN, dtype=torch.uint8)
    target = torch.full((1, 1, 4, 4), SURE, dtype=torch.uint8)
    target[..., 2:] = UNTRUSTED
    logits = torch.randn(1, 1, 4, 4)
    changed = logits.clone()
    changed[..., 2:] = -30
    assert float(distillation_loss(logits, label, target, RECIPE)) == pytest.approx(
        float(distillation_loss(changed, label, target, RECIPE))
    )


def test_soft_targets_are_fitted_best_by_themselves() -> None:
    label = torch.full((1, 1, 4, 4), UNKNOWN, dtype=torch.uint8)
    target = torch.full((1, 1, 4, 4), round(0.3 * SURE), dtype=torch.uint8)
    right = torch.logit(torch.full((1, 1, 4, 4), round(0.3 * SURE) / SURE))
    assert distillation_loss(right, label, target, RECIPE) < distillation_loss(right + 0.5, label, target, RECIPE)
    assert distillation_loss(right, label, target, RECIPE) < distillation_loss(right - 0.5, label, target, RECIPE)


def test_the_weight_of_the_distillation_can_be_switched_off() -> None:
    label, target = planes([1, 0]), planes([0, SURE])
    logits = torch.tensor([[[[5.0, -5.0]]]])
    alone = distillation_loss(logits, label, target, replace(RECIPE, distillation=0.0, edge=0.0))
    assert float(alone) == pytest.approx(np.log1p(np.exp(-5.0)), rel=1e-4)


def test_targets_keep_probabilities_and_say_where_they_are_not_to_be_trusted() -> None:
    target = as_target(np.array([[0.0, 0.5, 1.0]], np.float32), np.array([[True, True, False]]))
    assert target.tolist() == [[0, SURE // 2, UNTRUSTED]]
    assert hardened(as_target(np.array([[0.2, 0.8, 0.9]], np.float32), np.array([[True, True, False]]))).tolist() == [[0, SURE, UNTRUSTED]]


def test_half_of_each_batch_is_labelled_and_half_is_not() -> None:
    sampler = StackSampler([[example(0.2, 1)], [example(0.7, UNKNOWN, SURE)]], 32, 6, np.random.default_rng(0))
    crops = sampler.draw()
    assert (crops.label != UNKNOWN).all(axis=(1, 2, 3)).tolist() == [True] * 3 + [False] * 3
    assert (crops.target != UNTRUSTED).all(axis=(1, 2, 3)).tolist() == [False] * 3 + [True] * 3


def test_image_label_and_target_are_turned_together() -> None:
    label = (np.arange(1600).reshape(40, 40) % 7 == 0).astype(np.uint8)
    one = Example((Stack(label[None].astype(np.float32), STILL), Stack(1 - label[None].astype(np.float32), STILL)), label, label * SURE)
    crops = StackSampler([[one]], 32, 8, np.random.default_rng(3)).draw()
    assert (crops.image[:, :1] == crops.label).all()
    assert (crops.image[:, 1:] == 1 - crops.label.astype(np.float32)).all()
    assert (crops.target == crops.label * SURE).all()


def test_brightness_varies_where_it_may() -> None:
    bands = np.full((1, 40, 40), 0.5, np.float32)
    plane = np.zeros((40, 40), np.uint8)
    crops = StackSampler([[Example((Stack(bands, Jitter()), Stack(bands, STILL)), plane, plane)]], 32, 8, np.random.default_rng(3)).draw()
    assert len(np.unique(crops.image[:, 0])) == 8
    assert (crops.image[:, 1] == 0.5).all()


def test_an_image_is_drawn_as_often_as_its_weight_says() -> None:
    rare = replace(example(0.2, 1), weight=0.25)
    crops = StackSampler([[rare, example(0.7, 0)]], 32, 1000, np.random.default_rng(0)).draw()
    assert float((crops.label[:, 0, 0, 0] == 1).mean()) == pytest.approx(0.2, abs=0.04)


def test_crops_larger_than_an_image_are_refused() -> None:
    with pytest.raises(InputError, match="only 40 pixels"):
        StackSampler([[example(0.5, 0)]], 64, 2, np.random.default_rng(0))


def test_a_student_learns_from_targets_alone_what_no_label_tells() -> None:
    # The labelled images hold no water at all.
    pools = [[example(0.8, 0)], [example(0.2, UNKNOWN, round(0.9 * SURE)), example(0.8, UNKNOWN, 0)]]
    network = train(pools, replace(TINY, bands=2), 60, RECIPE, seed=1)
    assert predict(network, np.full((2, 40, 40), 0.2, np.float32)).mean() > 0.6
    assert predict(network, np.full((2, 40, 40), 0.8, np.float32)).mean() < 0.2


def test_the_weights_of_a_radar_student_fit_a_student_of_images_in_db() -> None:
    network = RadarStudent(TINY).eval()
    shipped = Student(TINY).eval()
    shipped.load_state_dict(network.state_dict())
    scaled = torch.rand(1, 2, 32, 32)
    torch.testing.assert_close(shipped(scaled * (HIGHEST_DB - LOWEST_DB) + LOWEST_DB), network(scaled), rtol=1e-3, atol=1e-4)


def test_student_trains_and_is_measured_with_the_optical_images_gone(tmp_path: Path) -> None:
    data = write_ombria(tmp_path / "ombria")
    setting = Ombria(data)
    run = CrossModalRun(setting, RECIPE, setting.splits(0.5, 1)[0], 0.5, 1, tmp_path / "out")
    train_teacher(run, CrossModalArm.TEACHER)
    for optical in data.glob("*/s2_*"):
        shutil.rmtree(optical)
    with pytest.raises(InputError, match="s2_before"):
        setting.teacher_layers(run.split.unlabelled[0])
    soft, hard = train_student(run, CrossModalArm.TEACHER_SOFT), train_student(run, CrossModalArm.TEACHER_HARD)
    for name in run.split.tests["val"]:
        hit, false, miss, _ = measure(run, soft, CrossModalArm.TEACHER_SOFT, name)
        assert hit / (hit + false + miss) > 0.7
    assert not all(torch.equal(one, other) for one, other in zip(soft.parameters(), hard.parameters(), strict=True))


def test_soft_labels_are_written_for_the_unlabelled_images_only_and_not_under_clouds(tmp_path: Path) -> None:
    setting = Ombria(write_ombria(tmp_path / "ombria"))
    split = setting.splits(0.5, 1)[0]
    under_cloud = split.unlabelled[0]
    write(tmp_path / "ombria" / "train" / "s2_after" / f"{under_cloud}.jpg", np.full((3, 64, 64), 200, np.uint8))
    run = CrossModalRun(setting, QUICK, split, 0.5, 1, tmp_path / "out")
    train_teacher(run, CrossModalArm.TEACHER)
    soft = read_arrays(tmp_path / "out" / "teacher.npz")
    assert soft.keys() == set(split.unlabelled)
    assert not soft.keys() & set(split.labelled)
    assert (soft.pop(under_cloud) == UNTRUSTED).all()
    assert all((target != UNTRUSTED).all() for target in soft.values())


def test_all_arms_run_once_and_a_second_run_keeps_them(tmp_path: Path) -> None:
    setting = Ombria(write_ombria(tmp_path / "ombria"))
    said: list[str] = []
    run_all(setting, QUICK, Comparison([0.5, 1.0], [1], setting.arms), tmp_path / "out", said.append)
    assert len(said) == 2 * len(setting.arms)
    run_all(setting, QUICK, Comparison([0.5, 1.0], [1], setting.arms), tmp_path / "out", said.append)
    assert len(said) == 2 * len(setting.arms)
    found = read_counts(tmp_path / "out", HALF)
    assert {(one.arm, one.group) for one in found} == {
        (arm.value, f"val, {percent} % of labels") for arm in setting.arms for percent in (50, 100)
    }
    assert all(sum(counts) == 64 * 64 for one in found for counts in one.counts.values())


def test_a_folder_of_other_settings_is_not_mixed_in(tmp_path: Path) -> None:
    setting = Ombria(write_ombria(tmp_path / "ombria"))
    run_all(setting, QUICK, Comparison([1.0], [1], [CrossModalArm.HAND]), tmp_path / "out", print)
    with pytest.raises(InputError, match="other settings"):
        run_all(setting, replace(QUICK, edge=3.0), Comparison([1.0], [1], [CrossModalArm.HAND]), tmp_path / "out", print)


def test_soft_labels_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "teacher.npz").write_bytes(b"no archive")
    with pytest.raises(InputError, match=r"teacher\.npz cannot be read"):
        read_arrays(tmp_path / "teacher.npz")


class Overconfident(RadarStudent):
    """Sees the flood of the toy set, which is dark afterwards, but calls everything rather wet: dry land gets about 0.6."""

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return torch.where(image[:, 1:2] < 0.3, 3.0, 0.4)


def test_the_threshold_is_chosen_on_labelled_images_where_a_network_is_overconfident(tmp_path: Path) -> None:
    setting = Ombria(write_ombria(tmp_path / "ombria"))
    run = CrossModalRun(setting, QUICK, setting.splits(0.5, 1)[0], 0.5, 1, tmp_path)
    network = Overconfident(TINY).eval()
    threshold = best_threshold(run, network, CrossModalArm.HAND)
    assert threshold == pytest.approx(0.6)
    hit, false, miss, _ = measure(run, network, CrossModalArm.HAND, run.split.tests["val"][0], threshold)
    assert hit / (hit + false + miss) > 0.9
    hit, false, miss, _ = measure(run, network, CrossModalArm.HAND, run.split.tests["val"][0], 0.5)
    assert hit / (hit + false + miss) < 0.5


def test_weights_that_are_there_are_measured_and_not_trained_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Ombria(write_ombria(tmp_path / "ombria"))
    run_all(setting, QUICK, Comparison([1.0], [1], [CrossModalArm.HAND, CrossModalArm.TEACHER]), tmp_path / "out", print)
    first = {path: path.read_text(encoding="utf-8") for path in tmp_path.glob("out/share-1/seed-1/*.json")}
    for path in first:
        path.unlink()
    monkeypatch.setattr("tidemark.engine.training.recipes.cross_modal.train", None)
    run_all(setting, QUICK, Comparison([1.0], [1], [CrossModalArm.HAND, CrossModalArm.TEACHER]), tmp_path / "out", print)
    assert {path: path.read_text(encoding="utf-8") for path in first} == first
