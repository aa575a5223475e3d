"""How the water student is chosen: what is held out, and how its probabilities are used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from helpers.training.crops import small_water_data
from tidemark.engine.contract.card import read_card
from tidemark.engine.training.datasets.chips import UNKNOWN
from tidemark.engine.training.datasets.water import BARE, DRY, FOLDS, HIDDEN, OPEN, WaterData, place_of
from tidemark.engine.training.networks.student import Shape, Student
from tidemark.engine.training.recipes import water
from tidemark.engine.training.recipes.choosing import (
    LOGITS,
    Calibration,
    HeldOut,
    Use,
    any_map,
    calibration_error,
    choose,
    count,
    figures_of,
    fit_calibration,
    open_map,
    tally,
)
from tidemark.engine.training.recipes.supervised import OPEN_WATER, SupervisedSettings
from tidemark.engine.training.sampling.augment import Augmentation
from tidemark.engine.training.sampling.crops import CropPlan, Crops, draw_crops

SHAPE = Shape(stem=4, width=16, levels=1, outputs=2, smooth=True)
TINY = water.Candidate("tiny", SupervisedSettings(shape=SHAPE, steps=2, batch=2, crop=32))
PLACES = [place for fold in FOLDS for place in fold]


def held(kinds: dict[str, dict[int, tuple[float, float, int]]]) -> HeldOut:
    """Return tallies: by place and kind, the logits of open and of any water, and how many pixels say so."""
    found = {}
    for place, said in kinds.items():
        logits = np.concatenate([np.full((2, number), [[a], [b]], np.float32) for a, b, number in said.values()], axis=1)
        truth = np.concatenate([np.full(number, kind, np.uint8) for kind, (_, _, number) in said.items()])
        found[place] = tally(logits, truth)
    return HeldOut.of(found)


def everywhere(said: dict[int, tuple[float, float, int]]) -> HeldOut:
    """Return the same tally of every place, of each only the kinds that its set has."""
    only = {"opera_land": (DRY,), "opera_sea": (OPEN,), "ground": (DRY,)}
    return held({place: {kind: said[kind] for kind in only.get(place.split("/")[0], said)} for place in PLACES})


CLEAR = {DRY: (-4.0, -4.0, 50), OPEN: (4.0, 4.0, 50), HIDDEN: (-4.0, 2.0, 50)}


def test_every_place_is_held_out_once_and_bare_soil_is_among_them() -> None:
    assert len(PLACES) == len(set(PLACES))
    assert set(BARE) <= set(PLACES)
    assert {place.split("/")[0] for place in PLACES} == {"hand", "dfc2024", "ground", "opera_land", "opera_sea", "porto_alegre"}


def test_unknown_pixels_are_not_tallied() -> None:
    found = tally(np.zeros((2, 4), np.float32), np.array([DRY, OPEN, HIDDEN, UNKNOWN], np.uint8))
    assert found.sum(axis=(1, 2)).tolist() == [1, 1, 1]


def test_the_thresholds_lie_between_what_is_water_and_what_is_not() -> None:
    use = choose(everywhere(CLEAR))
    figures = figures_of(everywhere(CLEAR), [use] * len(PLACES))
    assert figures["hand"] == figures["any"] == figures["any_mean"] == 1.0
    assert figures["bare"] == figures["land"] == 0.0
    assert figures["sea"] == figures["score"] == 1.0


def test_hidden_water_counts_as_water_for_both_classes_and_not_for_open_water() -> None:
    places, use = everywhere(CLEAR), choose(everywhere(CLEAR))
    alone = count(places, open_map(use), (OPEN,))
    both = count(places, any_map(use), (OPEN, HIDDEN))
    hand = places.sets == "hand"
    assert alone.part(hand).hit.tolist() == [50] * hand.sum()
    assert both.part(hand).hit.tolist() == [100] * hand.sum()


def test_a_set_weighs_the_same_however_many_pixels_it_has() -> None:
    few = everywhere(CLEAR)
    many = HeldOut(few.places, np.where((few.sets == "ground")[:, None, None, None], 1000 * few.pixels, few.pixels))
    assert fit_calibration(many, OPEN_WATER) == fit_calibration(few, OPEN_WATER)
    assert choose(many) == choose(few)


def test_calibration_brings_probabilities_to_what_was_found() -> None:
    rng = np.random.default_rng(0)
    true = rng.uniform(0.02, 0.98, 40_000)
    truth = (rng.random(true.shape) < true).astype(np.uint8)
    said = 2.0 * np.log(true / (1 - true)) - 1.0  # too sure of itself, and too dry
    place = HeldOut.of({"hand/usa": tally(np.stack([said, said]).astype(np.float32), truth)})
    found = fit_calibration(place, OPEN_WATER)
    assert found.temperature == pytest.approx(2.0, rel=0.1)
    assert found.bias == pytest.approx(1.0, abs=0.15)
    raw, calibrated = (calibration_error(place, [Use(open_water=one)], OPEN_WATER) for one in (Calibration(), found))
    assert calibrated < 0.01 < 0.05 < raw


def test_what_is_chosen_for_a_fold_does_not_depend_on_what_it_holds_out() -> None:
    plain = [everywhere(CLEAR)] * 3
    odd = held({"hand/usa": {DRY: (6.0, 6.0, 50), OPEN: (-6.0, -6.0, 50)}})
    assert water.uses_of([*plain, odd])[-1] == water.uses_of([*plain, everywhere(CLEAR)])[-1]
    assert water.uses_of([*plain, odd])[0] != water.uses_of([*plain, everywhere(CLEAR)])[0]


def test_bins_of_logits_have_zero_in_the_middle() -> None:
    assert LOGITS[LOGITS.size // 2] == 0.0


@pytest.fixture(scope="module")
def data() -> WaterData:
    """Return all places of the folds with small lakes in them."""

    return small_water_data()


@pytest.fixture
def crops(data: WaterData, tmp_path: Path) -> Crops:
    return draw_crops(data.sets, CropPlan(dict.fromkeys(data.sets, 3), 32, Augmentation()), tmp_path / "crops")


def test_a_network_learns_nothing_of_the_places_that_its_fold_holds_out(
    data: WaterData, crops: Crops, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned = []

    def note(_crops: Crops, _shares: object, settings: SupervisedSettings, without: tuple[str, ...], *_more: object) -> Student:
        learned.append(without)
        return Student(settings.shape).eval()

    monkeypatch.setattr(water, "train", note)
    found = water.WaterRuns(data, lambda: crops, tmp_path, lambda _: None).held_out(TINY, 1)
    assert learned == list(FOLDS)
    assert [set(one.places) for one in found] == [set(fold) for fold in FOLDS]
    assert {place_of(chip) for chip in data.only(FOLDS[-1])} == set(FOLDS[-1])


def test_teachers_have_not_seen_the_places_of_the_fold_either(data: WaterData, crops: Crops, tmp_path: Path) -> None:
    taught = replace(TINY, name="taught", teachers=(TINY,))
    runs = water.WaterRuns(data, lambda: crops, tmp_path, lambda _: None)
    first, again = (runs.network(taught, seed, 1).state_dict() for seed in (1, 1))
    assert all(torch.equal(first[name], again[name]) for name in first)
    plain = runs.network(TINY, 1, 1).state_dict()
    assert any(not torch.equal(first[name], plain[name]) for name in first)
    soft = np.load(tmp_path / "soft labels" / "tiny, fold-1.npy")
    seen = ~np.isin(crops.places, FOLDS[1])
    assert soft.shape == (len(crops.sets), 2, 32, 32)
    assert not soft[~seen].any()
    assert soft[seen].any(axis=(1, 2, 3)).all()
    assert sorted(path.name for path in tmp_path.glob("*/fold-1.pt")) == ["fold-1.pt"] * (1 + len(water.TEACHER_SEEDS))


def test_folds_go_on_where_they_were_stopped(data: WaterData, crops: Crops, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(water, "FOLDS", FOLDS[:2])
    first = water.WaterRuns(data, lambda: crops, tmp_path, lambda _: None).held_out(TINY, 1)

    def refuse() -> Crops:
        raise AssertionError("the networks are there already")

    again = water.WaterRuns(data, refuse, tmp_path, lambda _: None).held_out(TINY, 1)
    assert all(np.array_equal(one.pixels, other.pixels) for one, other in zip(first, again, strict=True))


def test_the_table_has_the_best_score_first() -> None:
    good, bad = (water.Unseen.of([everywhere(said)] * 2) for said in (CLEAR, {**CLEAR, OPEN: (-4.0, -4.0, 50)}))
    rows = water.table([water.line(one, replace(TINY, name=name), 1) for name, one in (("bad", bad), ("good", good))]).splitlines()
    assert rows[2].startswith("| good | 1 |")
    assert rows[3].startswith("| bad | 1 |")


def test_what_teachers_add_is_told_by_set_with_intervals() -> None:
    worse, better = (water.Unseen.of([everywhere(said)] * 2) for said in ({**CLEAR, HIDDEN: (-4.0, -4.0, 50)}, CLEAR))
    rows = water.taught_gains({"x4-2": {1: worse}, "x4-2-taught": {1: better}}).splitlines()
    told = {row.split(" | ")[0].removeprefix("| "): row for row in rows if "x4-2-taught" in row}
    assert set(told) == {f"{name}, open water, x4-2" for name in ("hand", "dfc2024", "ground")} | {"hand, open or possible water, x4-2"}
    assert "+50.0 (+50.0 to +50.0)" in told["hand, open or possible water, x4-2"]
    assert "+0.0 (+0.0 to +0.0)" in told["hand, open water, x4-2"]
    assert water.taught_gains({"x4-2": {1: worse}}) == ""


def test_cards_say_what_a_network_has_not_seen_and_tell_both_thresholds(data: WaterData, tmp_path: Path) -> None:
    torch.manual_seed(0)
    use = Use(Calibration(1.2, 0.5), Calibration(0.9, -0.1), 0.52, 0.3)
    cards = water.export_student(Student(SHAPE).eval(), water.Choice(TINY, use), data, 1, tmp_path / "a.onnx", FOLDS[3])
    for card in map(read_card, cards):
        card.verify()
        assert card.threshold == 0.52
        assert card.possible_threshold == 0.3
        unseen = {entry["name"]: entry.get("without", "") for entry in card.document["properties"]["tidemark:training_data"]}
        assert unseen["flood_db/hand"] == "pakistan"
        assert "ben_5209" in unseen["ground"]
        assert "T137-292321-IW2" in unseen["opera_rtc"]
        assert unseen["flood_db/dfc2024"] == "5, 6"
        assert unseen["simulated"] == ""
