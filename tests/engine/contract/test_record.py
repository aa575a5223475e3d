"""The run record: records of version 1 still read, what is written holds their keys, and the fingerprint tells the same job."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.record import (
    AREA_DIGITS,
    ImageRecord,
    LeftOut,
    MethodRecord,
    OpticalImageRecord,
    OpticalRecord,
    Reading,
    RunRecord,
    hectares_in_words,
)

FOLDER = Path(__file__).with_name("records_v1")
OLD = sorted(FOLDER.glob("*_run.json"))
"""As Tidemark wrote them before records had a version; digests are cut short."""


def old(name: str) -> dict[str, Any]:
    return dict(json.loads((FOLDER / f"{name}_run.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_a_record_of_version_1_keeps_every_key_and_value_when_it_is_written_again(path: Path, tmp_path: Path) -> None:
    before = json.loads(path.read_text(encoding="utf-8"))
    RunRecord.read(str(path)).write(str(tmp_path / "again.json"))
    after = json.loads((tmp_path / "again.json").read_text(encoding="utf-8"))
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"record", "fingerprint", "reference_water"}
    assert after["record"] == 2


def test_an_old_record_is_told_by_type() -> None:
    run = RunRecord.from_dict(old("water-left-out"))
    assert (run.task, run.image.names, run.method.name, run.method.scales) == ("water", ("place_20240506.tif",), "student", (1.0,))
    assert run.left_out[0] == LeftOut("hand.tif", 250)
    optical = RunRecord.from_dict(old("flood-optical")).optical
    assert optical is not None
    assert (optical.before.paths, optical.shares["used"]) == (("optical_before.tif",), 1.0)
    again = RunRecord.from_dict(old("flood-again"))
    assert again.rethresholded is not None
    assert again.before is not None
    assert RunRecord.from_dict(old("oil-student")).task_facts["minimum_area_ha"] == 5.0


def test_usual_water_of_version_1_is_reference_water() -> None:
    run = RunRecord.from_dict({**old("flood-optical"), "usual_water": "jrc.tif: occurrence of water in per cent, from 75"})
    assert run.reference_water.startswith("jrc.tif")
    assert run.to_dict()["usual_water"] == run.to_dict()["reference_water"] == run.reference_water


def test_tags_tell_the_main_lines_and_are_read_again() -> None:
    run = RunRecord.from_dict(old("change-log-ratio"))
    told = RunRecord.from_tags(run.tags())
    for name in ("task", "title", "limits", "threshold", "tidemark"):
        assert getattr(told, name) == getattr(run, name)
    assert (told.image.paths, told.image.acquired, told.image.scale) == (run.image.paths, run.image.acquired, run.image.scale)
    assert told.before is not None
    assert told.method.name == "log-ratio"
    assert not RunRecord.from_tags({}).is_known
    assert "Nothing tells of the run" in RunRecord.from_tags({}).about_unknown("x.tif")[0]


def test_an_image_of_a_product_is_told_by_how_it_was_prepared_not_by_where_it_lies(tmp_path: Path) -> None:
    image = ImageRecord(("a.SAFE/manifest.safe",), ({"bytes": 1, "modified": ""},), prepared="/cache/a_1.tif", preparation="a_1")
    run = job_record(title="t", image=image)
    run.write(str(tmp_path / "x_run.json"))
    again = RunRecord.read(str(tmp_path / "x_run.json")).image
    assert (again, again.names, again.mapped) == (image, ("a.SAFE",), ("/cache/a_1.tif",))
    assert job_record(image=replace(image, prepared="/elsewhere/a_1.tif", files=(None,))).fingerprint == run.fingerprint
    assert job_record(image=replace(image, preparation="a_2")).fingerprint != run.fingerprint


def job_record(**changes: Any) -> RunRecord:
    state = {"bytes": 10, "modified": "2024-05-06T00:00:00+00:00"}
    image = ImageRecord(("a.tif",), (state,), bands={"VV": 1}, bands_from="metadata", scale="db", scale_from="statistics")
    record = RunRecord(
        task="water", threshold=0.5, image=image, method=MethodRecord("student", "water", "ab12", (1.0,), False), options={"wind": None}
    )
    return replace(record, **changes)


def test_what_does_not_decide_the_map_leaves_the_fingerprint_as_it_is() -> None:
    wanted = job_record().fingerprint
    assert len(wanted) == 16
    assert job_record(device="CUDA", seconds=3.0, tidemark="9.9", summary="Detected", notices=("x",)).fingerprint == wanted
    read_as = replace(
        job_record().image, acquired="2024-05-06", ground_pixel_m=(10.0, 10.0), bands={}, bands_from="", scale="", scale_from=""
    )
    assert job_record(image=read_as).fingerprint == wanted
    assert RunRecord.from_dict(json.loads(job_record(title="t").to_json())).fingerprint == wanted
    assert (
        job_record(reading=Reading(extent=(0, 0, 5, 5))).fingerprint == job_record(reading=Reading(extent=(0.0, 0.0, 5.0, 5.0))).fingerprint
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda run: replace(run, task="flood"),
        lambda run: replace(run, threshold=0.4),
        lambda run: replace(run, method=replace(run.method, sha256="cd34")),
        lambda run: replace(run, method=replace(run.method, scales=(0.5, 1.0))),
        lambda run: replace(run, method=replace(run.method, flip=True)),
        lambda run: replace(run, reading=Reading(zeros="dark")),
        lambda run: replace(run, reading=Reading(extent=(0.0, 0.0, 5.0, 5.0))),
        lambda run: replace(run, image=replace(run.image, files=({"bytes": 11, "modified": "2024-05-06T00:00:00+00:00"},))),
        lambda run: replace(run, image=replace(run.image, scale_from="given")),
        lambda run: replace(run, image=replace(run.image, bands_from="given")),
        lambda run: replace(run, before=ImageRecord(("b.tif",))),
        lambda run: replace(run, options={"hand": "hand.tif"}),
        lambda run: replace(run, option_files={"hand": {"bytes": 10, "modified": "2024-05-06T00:00:00+00:00"}}),
        lambda run: replace(run, optical=optical_record({})),
    ],
)
def test_whatever_decides_the_map_changes_the_fingerprint(change: Callable[[RunRecord], RunRecord]) -> None:
    assert change(job_record()).fingerprint != job_record().fingerprint


def optical_record(bands: dict[str, int]) -> OpticalRecord:
    return OpticalRecord(True, {}, OpticalImageRecord(("s2.tif",), bands=bands, bands_from="given" if bands else "name"))


def test_optical_bands_that_were_named_decide_the_map() -> None:
    prints = {job_record(optical=optical_record(bands)).fingerprint for bands in ({}, {"nir": 1}, {"nir": 2})}
    assert len(prints) == 3


def test_the_states_of_files_over_the_map_come_back_from_the_file(tmp_path: Path) -> None:
    state = {"bytes": 10, "modified": "2024-05-06T00:00:00+00:00", "others": {"count": 2, "digest": "ab"}}
    run = job_record(title="t", option_files={"hand": state, "exclude": None})
    run.write(str(tmp_path / "x_run.json"))
    again = RunRecord.read(str(tmp_path / "x_run.json"))
    assert (again.option_files, again.fingerprint) == (run.option_files, run.fingerprint)


def test_an_earlier_version_told_the_same_job_by_the_same_fingerprint() -> None:
    assert job_record().fingerprint == "c4009d70087d9441"
    assert RunRecord.from_dict(old("water-left-out")).fingerprint == "238667400dd4f341"


@pytest.mark.parametrize(
    ("damage", "word"),
    [
        ({"input": None}, "input"),
        ({"input": {"paths": "a.tif"}}, "paths"),
        ({"threshold": "high"}, "threshold"),
        ({"method": {}}, "name"),
        ({"notices": "one"}, "notices"),
        ({"left_out": [{"file": "x"}]}, "class"),
    ],
)
def test_a_damaged_record_is_refused_with_the_field_that_is_wrong(damage: dict[str, Any], word: str) -> None:
    data = {**old("water-left-out"), **damage}
    with pytest.raises(InputError, match="run record cannot be read") as raised:
        RunRecord.from_dict({name: value for name, value in data.items() if value is not None})
    assert word in str(raised.value)


@pytest.mark.parametrize("text", [b"", b"[]", b"[" * 50_000, b"\xff\xfe{", b'{"task": "water"}'])
def test_a_file_that_is_no_record_is_one_message(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "x_run.json").write_bytes(text)
    with pytest.raises(InputError):
        RunRecord.read(str(tmp_path / "x_run.json"))


def test_a_newer_record_is_read_and_keeps_what_it_adds(tmp_path: Path) -> None:
    data = old("water-left-out")
    data["input"]["orbit"], data["speckle"] = "ascending", {"looks": 4}
    run = RunRecord.from_dict(data)
    assert run.to_dict()["speckle"] == {"looks": 4}


def test_names_that_are_no_text_survive_the_file(tmp_path: Path) -> None:
    name = os.fsdecode(b"/data/sc\xe8ne.tif")
    run = job_record(title="t", image=ImageRecord((name,)))
    run.write(str(tmp_path / "x_run.json"))
    assert RunRecord.read(str(tmp_path / "x_run.json")).image.paths == (name,)


@pytest.mark.parametrize(("counted", "words"), [(34.0512, "34.1 ha"), (34.0499, "34.0 ha"), (99.99996, "100 ha"), (0.04996, "0.1 ha")])
def test_hectares_are_told_the_same_as_counted_and_as_recorded(counted: float, words: str) -> None:
    assert hectares_in_words(counted) == hectares_in_words(round(counted, AREA_DIGITS)) == words
