"""The CSK recipe: losses, what clouds leave out, training, resuming, and doing without the optical images."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional

from helpers.training.floods import write, write_ombria
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.chips import UNKNOWN
from tidemark.engine.training.datasets.places_and_layers import UNTRUSTED, read_once
from tidemark.engine.training.datasets.two_sensors import MISSING, FloodSensors, stretched
from tidemark.engine.training.evaluation.similarity import linear_cka
from tidemark.engine.training.networks.student import Shape
from tidemark.engine.training.networks.two_sensors import Seen, TwoSensors
from tidemark.engine.training.recipes import cross_modal, csk_run
from tidemark.engine.training.recipes.cross_modal import HALF, THRESHOLDS, DistillationSettings
from tidemark.engine.training.recipes.csk import (
    ANCHORS,
    CskSettings,
    _anchors,
    block_label,
    contrast,
    distil,
    feature_distance,
    outputs_loss,
    without_older,
)
from tidemark.engine.training.recipes.csk_run import ALL, ARMS, BASELINE, DEFAULT, GROUPS, PARTS, TEACHER, CskRun, load, run_all
from tidemark.engine.training.recipes.csk_tables import CHOSEN, arm_counts, best_threshold, read_results, report

TINY = Shape(stem=4, width=16, levels=1)
BASE = DistillationSettings(
    student=TINY, teacher=replace(TINY, width=32), steps=60, teacher_steps=60, batch=4, crop=32, rate=5e-3, average=0.8
)
BASE = replace(BASE, bfloat16=False)
RECIPE = CskSettings(base=BASE)
QUICK = replace(RECIPE, base=replace(BASE, steps=3, teacher_steps=3))


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """Networks as small as these are slower on several threads."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def unit(values: torch.Tensor) -> torch.Tensor:
    return functional.normalize(values, dim=1)


def halves() -> torch.Tensor:
    """Return labels of which the left half is dry and the right half water."""
    label = torch.zeros(2, 1, 8, 8, dtype=torch.uint8)
    label[..., 4:] = 1
    return label


def test_the_contrast_falls_when_the_same_class_looks_alike_to_both_sensors() -> None:
    torch.manual_seed(0)
    label = halves()
    by_class = torch.stack([1.0 - label.float(), label.float()], dim=1).squeeze(2)
    aligned = unit(by_class + 0.05 * torch.rand(2, 2, 8, 8))
    random = unit(torch.randn(2, 2, 8, 8))
    opposed = aligned.flip(1)
    found = contrast(aligned, aligned, label, 0.1)
    assert found < 0.1
    assert contrast(random, random, label, 0.1) > found
    assert contrast(aligned, opposed, label, 0.1) > found


def test_the_contrast_pulls_features_together() -> None:
    torch.manual_seed(0)
    label = halves()
    radar, optical = (torch.randn(2, 4, 8, 8, requires_grad=True) for _ in range(2))
    optimiser = torch.optim.Adam([radar, optical], 0.1)
    losses = []
    for _ in range(30):
        loss = contrast(unit(radar), unit(optical), label, 0.1)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        optimiser.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < 0.5 * losses[0]


def test_without_a_second_class_there_is_nothing_to_contrast() -> None:
    features = unit(torch.rand(2, 4, 8, 8))
    assert float(contrast(features, features, torch.zeros(2, 1, 8, 8, dtype=torch.uint8), 0.1)) == 0.0


def test_no_more_anchors_than_fifty_of_a_class_are_drawn_from_an_image_and_none_where_nothing_is_known() -> None:
    label = torch.full((3, 1, 16, 16), UNKNOWN, dtype=torch.uint8)
    label[0] = 1
    label[1, 0, :2, :5] = 1
    places = _anchors(label, 1)
    assert len(places) == ANCHORS + 10
    assert bool((label.flatten()[places] == 1).all())


def test_blocks_of_two_classes_or_with_unknown_pixels_have_no_label() -> None:
    label = torch.tensor([[1, 1, 0, 0, 1, 1], [1, 1, 0, 1, 1, UNKNOWN]], dtype=torch.uint8)[None, None]
    assert block_label(label, 2).flatten().tolist() == [1, UNKNOWN, UNKNOWN]


def test_distillation_is_least_where_the_student_says_what_the_teacher_says() -> None:
    teacher, seen = torch.randn(1, 1, 4, 4), torch.ones(1, 1, 4, 4)
    best = distil(teacher, teacher, seen, 2.0)
    assert best < distil(teacher + 0.5, teacher, seen, 2.0)
    assert best < distil(teacher - 0.5, teacher, seen, 2.0)


def test_features_are_compared_by_direction() -> None:
    features, seen = torch.rand(1, 3, 4, 4), torch.ones(1, 1, 4, 4)
    assert float(feature_distance(3 * features, features, seen)) == pytest.approx(0.0, abs=1e-6)
    assert float(feature_distance(-features, features, seen)) == pytest.approx(4.0, rel=1e-5)


def test_clouds_change_nothing_in_the_losses_that_the_optical_image_enters() -> None:
    torch.manual_seed(0)
    label = torch.randint(0, 2, (1, 1, 8, 8), dtype=torch.uint8)
    target = torch.zeros_like(label)
    target[..., :3] = UNTRUSTED
    base = replace(BASE, edge=0.0)
    logits = torch.randn(3, 1, 1, 8, 8)
    clouded = logits.clone()
    clouded[1:, ..., :3] = 30.0
    features = (torch.zeros(1), torch.zeros(1))

    def loss(values: torch.Tensor) -> float:
        return float(outputs_loss(Seen(features, features, (values[0], values[1]), values[2]), label, target, base))

    assert loss(logits) == pytest.approx(loss(clouded))
    radar = logits.clone()
    radar[0, ..., :3] = 30.0
    assert loss(logits) != pytest.approx(loss(radar))
    seen = (target != UNTRUSTED).float()
    assert float(distil(logits[1], logits[2], seen, 2.0)) == pytest.approx(float(distil(clouded[1], clouded[2], seen, 2.0)))
    assert float(feature_distance(logits[1], logits[2], seen)) == pytest.approx(float(feature_distance(clouded[1], logits[2], seen)))


def test_each_band_lies_between_its_own_percentiles_of_what_was_seen() -> None:
    rng = np.random.default_rng(0)
    bands = rng.uniform((50,), (200,), (2, 64, 64)).astype(np.float32)
    bands[1] += 500
    seen = np.ones((64, 64), np.bool_)
    seen[:8] = False
    bands[:, :8] = 10_000
    found = stretched(bands, seen)
    assert found.dtype == np.float32
    assert np.percentile(found[:, seen], (2, 98), axis=1) == pytest.approx(np.array([[0, 0], [1, 1]]), abs=0.01)
    assert (np.ptp(found[:, ~seen], axis=1) == 0).all()
    assert found[:, 0, 0] == pytest.approx([0.5, 0.5], abs=0.05)
    assert (stretched(bands, np.zeros_like(seen)) == 0.5).all()


def test_both_dates_of_both_sensors_are_read_and_clouds_are_not_seen(tmp_path: Path) -> None:
    data = write_ombria(tmp_path / "ombria")
    write(data / "train" / "s2_before" / "0001.jpg", np.full((3, 64, 64), 200, np.uint8))
    sensors = FloodSensors(data)
    place, layers = sensors.place("0000"), sensors.teacher_layers("0000")
    assert (place.radar.shape, layers.bands.shape) == ((2, 64, 64), (10, 64, 64))
    # The flood is dark on the radar after, and bright in the third optical band; the image before is of one class.
    water = place.label == 1
    assert place.radar[0][water].mean() < 0.2 < 0.8 < place.radar[0][~water].mean()
    assert layers.bands[0][water].mean() < 0.2
    assert layers.bands[2][water].mean() > 0.7
    assert abs(place.radar[1][water].mean() - place.radar[1][~water].mean()) < 0.1
    assert layers.seen.all()
    assert not sensors.teacher_layers("0001").seen.any()


def test_the_indices_tell_water_from_ground_even_where_all_is_flooded(tmp_path: Path) -> None:
    data = write_ombria(tmp_path / "ombria")
    sea = np.broadcast_to(np.array([[[10]], [[15]], [[90]]], np.uint8), (3, 64, 64))
    write(data / "train" / "s2_after" / "0000.jpg", sea)
    flooded, mixed = (FloodSensors(data).teacher_layers(name).bands for name in ("0000", "0001"))
    water = FloodSensors(data).place("0001").label == 1
    # Of the date after: (90 - 15) / (90 + 15) and (90 - 10) / (90 + 10), -1 to 1 put at 0 to 1.
    assert flooded[6:8].mean(axis=(1, 2)) == pytest.approx([0.857, 0.9], abs=0.02)
    assert mixed[6:8, water].mean(axis=1) == pytest.approx([0.857, 0.9], abs=0.05)
    assert mixed[6:8, ~water].mean(axis=1).max() < 0.45
    assert flooded[8:].max() < 0.5


def test_features_that_are_turned_or_scaled_are_the_same_and_random_ones_are_not() -> None:
    rng = np.random.default_rng(0)
    one = rng.normal(3.0, 1.0, (500, 6))
    turned = one @ np.linalg.qr(rng.normal(size=(6, 6)))[0] * 7 + 4
    assert linear_cka([(one[:200], turned[:200]), (one[200:], turned[200:])]) == pytest.approx(1.0)
    assert linear_cka([(one, rng.normal(size=(500, 4)))]) < 0.1


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the toy set and a folder in which the baseline, the teacher and two arms have learned it."""
    folder = tmp_path_factory.mktemp("csk")
    data = write_ombria(folder / "ombria")
    run_all(read_once(FloodSensors(data)), RECIPE, [1], [TEACHER, BASELINE, "dropout", "all"], folder / "out", lambda _: None)
    return data, folder / "out"


def test_every_way_to_map_learns_the_toy_floods(trained: tuple[Path, Path]) -> None:
    found = {(one.group, one.arm): np.sum(list(one.counts.values()), axis=0) for one in arm_counts(read_results(trained[1]), HALF)}
    assert {group for group, _ in found} == {f"val, {group}" for group in GROUPS}
    for hit, false, miss, _ in found.values():
        assert hit / (hit + false + miss) > 0.7, (hit, false, miss)


def test_a_result_says_what_was_exchanged_and_how_alike_the_features_are(trained: tuple[Path, Path]) -> None:
    results = {one["arm"]: one for one in read_results(trained[1])}
    exchange = results["all"]["exchange"]
    assert exchange["of"] == [16, 16]
    assert exchange["exchanged"] == [2, 2]
    assert min(exchange["theta"]) > 0.02
    assert exchange["below CEN's"] == [0, 0]
    assert results["dropout"]["exchange"] is None
    assert results["dropout"]["cka"].keys() == {"before", "after", "with teacher"}
    assert results[BASELINE]["cka"].keys() == {"with teacher"}
    assert all(0 <= value <= 1 for one in results.values() for value in one["cka"].values())
    text = report(list(results.values()), lambda name: name)
    assert "| val, both, where seen | all |" in text
    assert "| val, all | both, the optical image after alone |" in text
    assert "| all | 0." in text
    assert CHOSEN not in text


def test_weights_and_results_that_are_there_are_kept(trained: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, done = trained
    output = tmp_path / "out"
    shutil.copytree(done, output)
    first = (output / "seed-1" / "all.json").read_text(encoding="utf-8")
    (output / "seed-1" / "all.json").unlink()
    monkeypatch.setattr(csk_run, "train", None)
    monkeypatch.setattr(cross_modal, "train", None)
    said: list[str] = []
    run_all(read_once(FloodSensors(data)), RECIPE, [1], [TEACHER, BASELINE, "dropout", "all"], output, said.append)
    assert (output / "seed-1" / "all.json").read_text(encoding="utf-8") == first
    assert len(said) == 1


def test_a_folder_of_other_settings_is_not_mixed_in(trained: tuple[Path, Path]) -> None:
    with pytest.raises(InputError, match="other settings"):
        run_all(FloodSensors(trained[0]), replace(RECIPE, sparsity=1.0), [1], [BASELINE], trained[1], print)


def test_the_radar_is_trained_and_measured_with_the_optical_images_gone(trained: tuple[Path, Path], tmp_path: Path) -> None:
    data = tmp_path / "ombria"
    shutil.copytree(trained[0], data)
    for optical in data.glob("*/s2_*"):
        shutil.rmtree(optical)
    run_all(FloodSensors(data), QUICK, [1], [BASELINE], tmp_path / "alone", lambda _: None)
    (one,) = read_results(tmp_path / "alone")
    assert set(one["tests"]["val"]) == {"radar only", "both, radar where the optical is not seen"}
    # And so is the radar's side of a student of both, which gives then what it gave before.
    sensors = FloodSensors(data)
    run = CskRun(sensors, RECIPE, sensors.splits()[0], 1, trained[1] / "seed-1")
    found = csk_run.measure(run, load(run, "all"))["tests"]["val"]
    before = json.loads((trained[1] / "seed-1" / "all.json").read_text(encoding="utf-8"))["tests"]["val"]
    assert json.loads(json.dumps(found["radar only"])) == before["radar only"]
    assert found["both, radar where the optical is not seen"] == found["radar only"]


def test_under_clouds_both_sensors_give_what_the_radar_gives(trained: tuple[Path, Path], tmp_path: Path) -> None:
    data = tmp_path / "ombria"
    shutil.copytree(trained[0], data)
    write(data / "val" / "s2_after" / "0008.jpg", np.full((3, 64, 64), 200, np.uint8))
    sensors = FloodSensors(data)
    run = CskRun(sensors, RECIPE, sensors.splits()[0], 1, trained[1] / "seed-1")
    maps = csk_run._maps(run, load(run, "all"), "0008")
    assert np.array_equal(maps["both"], maps["radar"])
    assert not np.array_equal(maps["optical"], maps["radar"])


def test_all_arms_run_and_leave_out_the_optical_image_in_the_same_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_ombria(tmp_path / "ombria")
    steps: dict[str, list[bool]] = {}
    current: list[str] = []
    original = TwoSensors.forward

    def forward(self: TwoSensors, radar: torch.Tensor, optical: torch.Tensor) -> Seen:
        if self.training:
            steps.setdefault(current[-1], []).append(True)
        return original(self, radar, optical)

    monkeypatch.setattr(TwoSensors, "forward", forward)
    learn = csk_run._learn

    def learning(run: CskRun, name: str) -> torch.nn.Module:
        current.append(name)
        return learn(run, name)

    monkeypatch.setattr(csk_run, "_learn", learning)
    recipe = replace(QUICK, base=replace(QUICK.base, steps=6))
    names = [*DEFAULT, *(arm.name for arm in PARTS)]
    run_all(read_once(FloodSensors(data)), recipe, [1], names, tmp_path / "out", lambda _: None)
    assert [one["arm"] for one in read_results(tmp_path / "out")] == list(csk_run.NAMES)
    assert {len(seen) for seen in steps.values()} == {len(steps["dropout"])}
    assert 0 < len(steps["dropout"]) < 6
    assert steps.keys() == {arm.name for arm in (*ARMS, *PARTS)}
    assert ALL.channels
    assert ALL.columns


@pytest.fixture(scope="module")
def held_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the toy set and a folder in which the baseline and an arm have learned it but for one event after the other."""
    folder = tmp_path_factory.mktemp("folds")
    data = write_ombria(folder / "ombria")
    run_all(read_once(FloodSensors(data, folds=True)), QUICK, [1], [BASELINE, "dropout"], folder / "out", lambda _: None)
    return data, folder / "out"


def test_folds_of_train_are_joined_and_hold_out_whole_events(held_out: tuple[Path, Path]) -> None:
    data, folder = held_out
    sensors = FloodSensors(data, folds=True)
    for split in sensors.splits():
        learned, tested = ({sensors.event(name) for name in names} for names in (split.labelled, split.tests["folds of train"]))
        assert learned
        assert tested
        assert not learned & tested
    (one,) = [one for one in arm_counts(read_results(folder), HALF) if (one.arm, one.group) == (BASELINE, "folds of train, radar only")]
    assert sorted(one.counts) == [f"{number:04d}" for number in range(8)]


def test_an_arm_that_was_interrupted_between_folds_is_left_out_of_the_tables(held_out: tuple[Path, Path]) -> None:
    results = read_results(held_out[1])
    last = max(index for index, one in enumerate(results) if one["arm"] == "dropout")
    assert {one.arm for one in arm_counts([*results[:last], *results[last + 1 :]], HALF)} == {BASELINE}
    assert {one.arm for one in arm_counts(results, HALF)} == {BASELINE, "dropout"}


def test_the_threshold_of_a_fold_is_the_best_one_on_the_other_folds() -> None:
    def result(fold: int, best: int) -> dict[str, object]:
        counts = [[90, 5, 10, 95] if index == best else [50, 50, 50, 50] for index in range(len(THRESHOLDS))]
        return {"arm": "all", "seed": 1, "split": f"fold-{fold}", "tests": {"folds": {"radar only": {f"image {fold}": counts}}}}

    results = [result(1, 3), result(2, 7), result(3, 7)]
    (one,) = arm_counts(results, CHOSEN)
    # The first fold takes what the two others agree on, which is wrong for it.
    assert one.counts["image 1"] == [50, 50, 50, 50]
    assert best_threshold(results, ["radar only"]) == 7
    assert arm_counts(results[:1], CHOSEN) == []


def test_the_tables_of_folds_say_what_each_of_them_gave(held_out: tuple[Path, Path]) -> None:
    text = report(read_results(held_out[1]), FloodSensors(held_out[0]).event)
    assert f"Threshold {CHOSEN}:" in text
    assert "| fold-1 | fold-2 | fold-3 | fold-4 |" in text
    assert "| both, radar where the optical is not seen | dropout |" in text


def test_images_of_a_large_event_are_drawn_less_often(tmp_path: Path) -> None:
    data = write_ombria(tmp_path / "ombria", train=6)
    (data / "scene_blocks.csv").write_text(
        "sample,split,scene_block\n" + "".join(f"{number:04d},{'train' if number < 6 else 'val'},{number // 5}\n" for number in range(8)),
        encoding="utf-8",
    )
    sensors = FloodSensors(data)
    run = CskRun(sensors, replace(QUICK, most_of_an_event=2), sensors.splits()[0], 1, tmp_path)
    weights = [csk_run._radar_example(run, name).weight for name in run.split.labelled]
    assert weights == pytest.approx([0.4] * 5 + [1.0])
    assert csk_run._example(replace(run, settings=QUICK), "0000").weight == 1.0


def test_an_older_optical_image_that_is_missing_leaves_its_bands_grey_and_its_clouds_uncounted(tmp_path: Path) -> None:
    data = write_ombria(tmp_path / "ombria")
    write(data / "train" / "s2_before" / "0000.jpg", np.full((3, 64, 64), 200, np.uint8))
    sensors = FloodSensors(data)
    found, both = sensors.newer_layers("0000"), sensors.teacher_layers("0000")
    assert (found.bands[list(sensors.older)] == MISSING).all()
    assert not both.seen.any()
    assert found.seen.all()
    write(data / "train" / "s2_before" / "0000.jpg", np.full((3, 64, 64), 90, np.uint8))
    both = sensors.teacher_layers("0000")
    assert np.array_equal(np.delete(found.bands, sensors.older, axis=0), np.delete(both.bands, sensors.older, axis=0))
    shutil.rmtree(data / "train" / "s2_before")
    assert sensors.newer_layers("0000").seen.all()


def test_only_the_crops_that_lack_the_older_date_lose_it() -> None:
    optical = torch.rand(3, 10, 8, 8) + 1
    older = (3, 4, 5, 8, 9)
    found = without_older(optical, older, np.array([False, True, False]))
    assert torch.equal(found[[0, 2]], optical[[0, 2]])
    assert (found[1, list(older)] == MISSING).all()
    assert torch.equal(found[1, :3], optical[1, :3])
    assert torch.equal(without_older(optical, older, np.zeros(3, np.bool_)), optical)


def test_one_command_prints_the_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write_ombria(tmp_path / "ombria")
    command = ["train", "csk", "ombria", "--data", str(data), "--output", str(tmp_path / "out"), "--steps", "1", "--crop", "32"]
    assert main([*command, "--seed", "1", "2", "--arm", "radar", "dropout"]) == 0
    said = capsys.readouterr()
    assert "| val, radar only | dropout |" in said.out
    assert "Features and exchange" in said.out
    assert "seed 2: dropout" in said.err
    for wrong, message in (
        (["--arm", "magic"], "no arm 'magic'"),
        (["--export", "radar"], "no arm 'radar'"),
        (["--export", "all", "--choose"], "learned from all of train"),
        (["--steps", "0"], "0 steps"),
        (["--crop", "20"], "20 pixels"),
        (["--dropout", "1.5"], "--dropout is 1.5"),
        (["--class", "1"], "--class was given"),
        (["--data", "/nowhere"], "scene_blocks.csv cannot be read"),
    ):
        assert main([*command, *wrong]) == 2
        assert message in capsys.readouterr().err
