"""How the water student is chosen: what is held out, and how its probabilities are used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from helpers.chips import lake_chip
from tidemark.engine.contract.card import read_card
from tidemark.engine.training.datasets.chips import UNKNOWN, Chip, ChipGroup
from tidemark.engine.training.datasets.water import PAIRS, PLACES, Mixture, WaterData
from tidemark.engine.training.networks.student import Shape, Student
from tidemark.engine.training.recipes import water
from tidemark.engine.training.recipes.choosing import (
    SCALES,
    Calibration,
    HeldOut,
    Use,
    choose,
    figures_of_places,
    figures_of_rule,
    figures_of_scene,
    fit_calibration,
    load_seen,
    lowest_threshold,
    names_for,
    save_seen,
)
from tidemark.engine.training.recipes.supervised import SupervisedSettings
from tidemark.engine.training.recipes.water import train_places

USE = Use((1.0,), Calibration(), 0.5)
TINY = water.Candidate("tiny", SupervisedSettings(shape=Shape(stem=4, width=16, levels=1), steps=2, batch=2, crop=32))


def chip(name: str, seed: int = 0, water: bool = True) -> Chip:
    image, label = lake_chip(96, seed)
    if not water:
        image, label = np.full_like(image, -9.0), np.zeros_like(label)
    return Chip(name, image, label)


@pytest.fixture(scope="module")
def data() -> WaterData:
    """Return sets of the real names with small lakes in them."""
    return WaterData(
        {place: chip(f"hand/{place}", number) for number, place in enumerate(PLACES)},
        {str(number): chip(f"dfc2024/{number}", number, number not in (7, 8)) for number in range(11)},
        [chip("porto_alegre/before", 30), chip("porto_alegre/after", 31)],
        [chip("simulated/100", 40)],
        [chip("simulated/900", 50), chip("simulated/901", 51, water=False)],
    )


def held_out(says: dict[str, float]) -> HeldOut:
    """Return hand's places as their pairs hold them out: half of each is water; networks say the given value there, 0.1 elsewhere."""
    label = np.zeros((20, 20), np.uint8)
    label[:10] = 1
    label[0] = UNKNOWN
    chips, seen = {}, {}
    for pair, places in enumerate(PAIRS):
        for place in places:
            name = f"hand/{place}/{pair}"
            chips[name] = Chip(name, np.zeros((2, 20, 20), np.float32), label)
            value = np.where(label == 0, 0.1, says.get(place, 0.6)).astype(np.float16)
            seen[name] = dict.fromkeys(SCALES, value)
    return HeldOut(chips, seen)


def test_the_pairs_with_a_place_hold_every_other_place_once() -> None:
    for place in PLACES:
        others = [other for pair in PAIRS if place in pair for other in pair if other != place]
        assert sorted(others) == sorted(set(PLACES) - {place})


def test_what_is_chosen_for_a_place_does_not_depend_on_its_labels() -> None:
    plain, odd = held_out({}), held_out({"usa": 0.01})
    assert choose(plain, (1.0,), unseen="usa") == choose(odd, (1.0,), unseen="usa")
    assert choose(plain, (1.0,)) != choose(odd, (1.0,))


def test_only_networks_that_never_saw_a_place_count_for_it() -> None:
    for name in names_for(held_out({}), "usa"):
        _, place, pair = name.split("/")
        assert place != "usa"
        assert "usa" in PAIRS[int(pair)]


def test_calibration_brings_probabilities_to_what_was_found() -> None:
    rng = np.random.default_rng(0)
    true = rng.uniform(0.02, 0.98, (200, 200))
    label = (rng.random(true.shape) < true).astype(np.uint8)
    logit = 2.0 * np.log(true / (1 - true)) - 1.0  # too sure of itself, and too dry
    said = (1 / (1 + np.exp(-logit))).astype(np.float16)
    held = HeldOut({"hand/usa/0": Chip("x", np.zeros((2, 200, 200), np.float32), label)}, {"hand/usa/0": {1.0: said}})
    found = fit_calibration(held, (1.0,))
    assert found.temperature == pytest.approx(2.0, rel=0.1)
    assert found.bias == pytest.approx(1.0, abs=0.15)
    assert np.abs(found.apply(said.astype(np.float32)) - true).mean() < 0.03


def test_the_threshold_lies_between_water_and_land() -> None:
    held = held_out({})
    use = choose(held, (1.0,))
    assert figures_of_places(held, use)["pooled"] == 1.0
    assert figures_of_places(held, replace(use, threshold=0.99))["pooled"] == 0.0


def test_dry_chips_and_dry_scenes_bound_the_threshold() -> None:
    dry = Chip("dry", np.zeros((2, 10, 10), np.float32), np.zeros((10, 10), np.uint8))
    noisy = np.full((10, 10), 0.02, np.float16)
    noisy[0, :3] = 0.4
    names = ("dfc2024/7", "simulated/901/0")
    held = HeldOut(dict.fromkeys(names, dry), {names[0]: {1.0: noisy}, names[1]: {1.0: np.full((10, 10), 0.02, np.float16)}})
    assert lowest_threshold(held, Use((1.0,), Calibration(), 0.5)) == pytest.approx(0.41)


def test_the_scene_s_false_share_is_of_its_dry_land_before_the_flood() -> None:
    label = np.zeros((10, 10), np.uint8)
    label[:5] = 1
    chips = {f"porto_alegre/{date}": Chip(date, np.zeros((2, 10, 10), np.float32), label) for date in ("before", "after")}
    right, wet = label.astype(np.float16), np.ones((10, 10), np.float16)
    wet[8:] = 0
    found = figures_of_scene(HeldOut(chips, {"porto_alegre/before": {1.0: wet}, "porto_alegre/after": {1.0: right}}), USE)
    assert found["bare"] == pytest.approx(30 / 50)
    assert found["scene"] == pytest.approx(100 / 130)


def test_the_network_that_tells_of_a_scene_has_not_learned_from_it(
    data: WaterData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned: list[set[str]] = []

    def note(groups: list[ChipGroup], settings: SupervisedSettings) -> Student:
        learned.append({one.name.split("/")[0] for group in groups if group.share > 0 for one in group.chips})
        return Student(settings.shape).eval()

    monkeypatch.setattr(water, "train", note)
    monkeypatch.setattr(water, "folds", lambda: [("porto_alegre", (), ())])
    held = water.run_candidate(data, TINY, 1, tmp_path / "tiny-1", lambda _: None)
    assert learned == [{"hand", "dfc2024", "simulated"}]
    assert set(held.chips) == {"porto_alegre/before", "porto_alegre/after"}


def test_each_fold_holds_out_what_its_networks_never_saw(data: WaterData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(water.folds()) == 25
    monkeypatch.setattr(water, "PAIRS", PAIRS[:3])
    said: list[str] = []
    held = water.run_candidate(data, TINY, 1, tmp_path / "tiny-1", said.append)
    assert len(said) == 7
    assert {name for name in held.chips if name.startswith("dfc2024/")} == {f"dfc2024/{number}" for number in range(11)}
    assert {name for name in held.chips if name.startswith("hand/")} == {f"hand/{p}/{n}" for n in range(3) for p in PAIRS[n]}
    for fold, chips, places in water.folds():
        names = {one.name for group in data.groups(Mixture(), chips, places) for one in group.chips}
        assert names.isdisjoint({f"dfc2024/{name}" for name in chips} | {f"hand/{place}" for place in places}), fold
    assert {"porto_alegre/before", "porto_alegre/after"} <= set(held.chips)
    rows = water.lines(held, TINY, 1)
    assert len(water.table(rows).splitlines()) == 2 + len(rows)
    assert set(figures_of_rule(held, choose(held, (1.0,)))) == {"calm", "lakes", "dry", "land", "dfc"}
    again: list[str] = []
    water.run_candidate(data, TINY, 1, tmp_path / "tiny-1", again.append)
    assert again == []  # what lies there is not trained again


def test_predictions_come_back_as_they_were_saved(tmp_path: Path) -> None:
    seen = {"hand/usa/0": {0.5: np.eye(4, dtype=np.float16), 1.25: np.zeros((4, 4), np.float16)}}
    save_seen(tmp_path / "x.npz", seen)
    back = load_seen(tmp_path / "x.npz")
    assert np.array_equal(back["hand/usa/0"][0.5], np.eye(4))
    assert set(back["hand/usa/0"]) == {0.5, 1.25}
    assert [path.name for path in tmp_path.iterdir()] == ["x.npz"]


def test_a_place_is_left_out_and_its_cards_say_so(data: WaterData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(water.CHOICES, "water", water.Choice(TINY, Use((1.0,), Calibration(), 0.5)))
    monkeypatch.setattr("tidemark.engine.training.recipes.water.PLACES", ("usa",))
    said: list[str] = []
    left_out = train_places(data, "water", held_out({}), [3], tmp_path, said.append)
    assert set(left_out.chips) == {"hand/usa/3"}
    assert choose(left_out, (1.0,)).scales == (1.0,)
    for name in ("usa", "usa-int8"):
        card = read_card(tmp_path / "water" / "3" / f"{name}.json")
        card.verify()
        properties = card.document["properties"]
        assert properties["tidemark:seed"] == 3
        (hand,) = [entry for entry in properties["tidemark:training_data"] if entry["name"] == "flood_db/hand"]
        assert hand["without"] == "usa"
        assert properties["tidemark:calibration"]["temperature"] != 1.0
    train_places(data, "water", held_out({}), [3], tmp_path, said.append)
    assert len(said) == 1
