from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.networks import write_dark_is_water
from helpers.scenes import lake, write
from tidemark.engine.contract.card import Card, read_card
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.methods import method, quicker
from tidemark.engine.methods.quicker import quicker as choose
from tidemark.engine.pipeline.detect import detect


def figures(value: float, data: str = "chips", measure: str = "IoU, pooled") -> list[dict[str, object]]:
    return [{"data": data, "measure": measure, "value": value, "command": "tidemark evaluate water"}]


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIDEMARK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "measured"


@pytest.fixture
def card(tmp_path: Path) -> Card:
    return read_card(write_dark_is_water(tmp_path / "models", figures=figures(0.8) + figures(0.6, measure="IoU, pooled, open or possible")))


def write_copy(card: Card, **own: object) -> None:
    write_dark_is_water(card.path.parent, "tiny-int8", **own)


def time_as(monkeypatch: pytest.MonkeyPatch, copy: float) -> list[str]:
    timed: list[str] = []

    def seconds(one: Card) -> float:
        timed.append(one.name)
        return copy if one.name.endswith("-int8") else 1.0

    monkeypatch.setattr(quicker, "_seconds", seconds)
    return timed


def test_the_copy_is_taken_where_it_is_faster_and_as_good_and_the_record_names_it(
    tmp_path: Path, card: Card, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_copy(card, figures=figures(0.796))
    timed = time_as(monkeypatch, 0.4)
    monkeypatch.setattr(method, "find_card", lambda *_, **__: card)
    scene = Source((write(tmp_path / "s.tif", lake()[0]),), scale="db")
    run = json.loads(Path(detect(Job("water", (scene,), str(tmp_path / "auto"))).files["run"]).read_text())
    assert run["method"]["model"] == "tiny-int8"
    exact = detect(Job("water", (scene,), str(tmp_path / "exact"), device="cpu"))
    assert json.loads(Path(exact.files["run"]).read_text())["method"]["model"] == "tiny"
    assert timed == ["tiny-int8", "tiny"]


def test_the_processor_is_timed_once(card: Card, caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_copy(card, figures=figures(0.8))
    timed = time_as(monkeypatch, 0.5)
    assert [choose(card).name for _ in range(3)] == ["tiny-int8"] * 3
    assert len(timed) == 2
    assert [path.suffix for path in caches.iterdir()] == [".json"]


@pytest.mark.parametrize(
    ("own", "seconds"),
    [
        ({"figures": figures(0.794)}, 0.4),
        ({"figures": figures(0.806)}, 0.4),
        ({"figures": figures(0.8) + figures(0.55, measure="IoU, pooled, open or possible")}, 0.4),
        ({"figures": []}, 0.4),
        ({"figures": figures(0.8, "other chips")}, 0.4),
        ({"figures": figures(0.8), "bands": ["VH", "VV"]}, 0.4),
        ({"figures": figures(0.8)}, 0.95),
    ],
    ids=[
        "worse",
        "better by as much",
        "worse with possible water",
        "not measured",
        "measured on other data",
        "other bands",
        "hardly faster",
    ],
)
def test_the_network_itself_is_taken_where_its_copy_is_no_better_choice(
    card: Card, monkeypatch: pytest.MonkeyPatch, own: dict[str, object], seconds: float
) -> None:
    write_copy(card, **own)
    time_as(monkeypatch, seconds)
    assert choose(card) is card


def test_a_copy_that_is_missing_or_damaged_is_no_fault_of_the_network(card: Card) -> None:
    assert choose(card) is card
    card.path.with_name("tiny-int8.json").write_text("{", encoding="utf-8")
    assert choose(card) is card


def test_two_networks_are_really_timed(card: Card, caches: Path) -> None:
    write_copy(card, figures=figures(0.8))
    choose(card)
    seconds = json.loads(next(caches.iterdir()).read_text())
    assert 0 < seconds["tiny"] < 5
    assert 0 < seconds["tiny-int8"] < 5
