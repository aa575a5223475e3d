"""The table of options, and the jobs that are made from it."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from typing import Any

import pytest

from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Job, Source, build_job, task_shown
from tidemark.engine.contract.options import METHODS, OPTIONS, options_of, read_numbers
from tidemark.engine.contract.tasks import TASKS

IMAGE, EARLIER = Source(("now.tif",)), Source(("then.tif",), "before")


def test_every_field_of_a_job_with_a_default_is_told_in_the_table_of_options_with_the_same_default() -> None:
    defaults = {f.name: f.default for f in fields(Job) if f.default is not MISSING}
    beside = {"extent", "overwrite", "quicklook"}
    assert {name: option.default for name, option in OPTIONS.items() if name != "scale"} == {
        name: value for name, value in defaults.items() if name not in beside
    }


def test_a_task_offers_options_of_the_table_only() -> None:
    assert {name for task in TASKS.values() for name in task.options} <= set(OPTIONS)
    assert METHODS == ("student", "otsu", "kittler", "fixed", "log-ratio", "dark-spot")


@pytest.mark.parametrize(
    ("task", "offered"),
    [
        ("water", ["exclude", "hand", "slope", "layover", "dem"]),
        ("flood", ["reference_water", "reference_threshold", "exclude", "hand", "slope", "layover", "dem"]),
        ("change", ["exclude", "layover", "dem"]),
        ("oil", ["exclude", "dem", "land", "wind", "minimum_area"]),
    ],
)
def test_a_task_offers_what_means_something_for_it(task: str, offered: list[str]) -> None:
    assert [option.name for option in options_of(TASKS[task], "overlays", "sea")] == offered


@pytest.mark.parametrize(
    ("name", "line", "tip"),
    [
        (
            "threshold",
            "probability from which a pixel is detected, 0.01 to 1 in steps of 0.01 (default: the model's)",
            "Probability from which a pixel is detected, 0.01 to 1 in steps of 0.01; empty: the model's.",
        ),
        (
            "wind",
            "oil: wind at sea, for notices and confidence (default: not known)",
            "Wind at sea, for notices and confidence; empty: not known. At the time of the image; 1 knot is 0.51 m/s.",
        ),
    ],
)
def test_the_command_line_and_qgis_tell_an_option_in_the_same_words(name: str, line: str, tip: str) -> None:
    assert (OPTIONS[name].line, OPTIONS[name].tip) == (line, tip)
    assert OPTIONS["minimum_area"].flag == "--minimum-area"


def test_a_job_has_the_default_of_what_was_not_given() -> None:
    job = build_job("oil", [IMAGE], "out", {"wind": 5.0, "minimum_area": None, "land": ""})
    assert job == Job("oil", (IMAGE,), "out", wind=5.0)


@pytest.mark.parametrize(
    ("task", "sources", "options", "words"),
    [
        ("fire", [IMAGE], {}, "There is no task 'fire'"),
        ("water", [Source(("now.tif",), scale="volts")], {}, "There is no scale 'volts'"),
        ("water", [IMAGE], {"device": "abacus"}, "There is no device 'abacus'"),
        ("water", [IMAGE], {"zeros": "seven"}, "It is one of auto, nodata, dark"),
        ("water", [IMAGE], {"threshold": 0.0}, "The threshold is 0"),
        ("water", [IMAGE], {"threshold": float("nan")}, "The threshold is nan"),
        ("water", [IMAGE], {"scales": (1.0, 5.0)}, "The scale is 5"),
        ("water", [IMAGE], {"threads": -2}, "The number of threads is -2"),
        ("oil", [IMAGE], {"wind": 90.0}, "The wind is 90 m/s"),
        ("oil", [IMAGE], {"minimum_area": -1.0}, "The minimum area is -1 ha"),
        ("water", [IMAGE, EARLIER], {}, "An image before belongs to the tasks 'flood' and 'change'"),
        ("change", [IMAGE], {}, "Change needs two images, and there is one"),
        ("change", [IMAGE, EARLIER], {"method": "fixed"}, "Its methods are student, log-ratio, otsu, kittler"),
        (
            "water",
            [IMAGE],
            {"land": "land.tif", "wind": 3.0},
            "ask for --land (in QGIS: 'Land') and --wind (in QGIS: 'Wind at sea in m/s').",
        ),
        ("water", [IMAGE], {"land": "land.tif", "wind": 3.0}, "Only the task 'oil' does. Leave them out."),
        (
            "oil",
            [IMAGE],
            {"reference_water": "w.tif"},
            "ask for --reference-water (in QGIS: 'Reference water'). Only the task 'flood' does.",
        ),
        (
            "change",
            [IMAGE, EARLIER],
            {"hand": "h.tif"},
            "does not ask for --hand (in QGIS: 'Leave out: height above the nearest drainage').",
        ),
        ("change", [IMAGE, EARLIER], {"hand": "h.tif"}, "Only the tasks 'water' and 'flood' do. Leave it out."),
        ("oil", [IMAGE], {"layover": "l.tif"}, "Only the tasks 'water', 'flood' and 'change' do. Leave it out."),
        ("water", [IMAGE], {"wind": 5.0, "reference_water": "w.tif"}, "'Reference water'). Only the task 'flood' does."),
        ("water", [IMAGE], {"reference_threshold": 30.0}, "'Reference water from'). Only the task 'flood' does."),
        (
            "flood",
            [IMAGE, EARLIER],
            {"reference_threshold": 30.0},
            (
                "Give reference water with --reference-water (in QGIS: 'Reference water'), or leave --reference-threshold (in QGIS: "
                "'Reference water from') out."
            ),
        ),
        (
            "water",
            [IMAGE],
            {"method": "otsu", "scales": (0.5,), "flip": True, "open_only": True},
            (
                "'otsu' does not ask for --scales (in QGIS: 'Scales of multiscale inference'), --flip (in QGIS: 'Average over flips') and "
                "--open-only (in QGIS: 'Open water only'). Only a network does. Use the method 'student', or leave them out."
            ),
        ),
        (
            "oil",
            [IMAGE],
            {"method": "dark-spot", "model": "oil"},
            "'dark-spot' does not ask for --model (in QGIS: 'Model'). Only a network",
        ),
        ("water", [IMAGE], {"threshold": 0.505}, "The threshold is 0.505. It is a probability from 0.01 to 1, in steps of 0.01"),
    ],
)
def test_a_job_that_no_run_could_do_is_refused_in_words(task: str, sources: list[Source], options: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=re.escape(words)):
        build_job(task, sources, "out", options)


def test_a_scale_that_is_named_twice_counts_once() -> None:
    assert build_job("water", [IMAGE], "out", {"scales": (1.0, 0.5, 1.0)}).scales == (1.0, 0.5)


def test_an_option_that_says_what_holds_anyway_disturbs_no_task_and_no_method() -> None:
    unset = {name: option.default for name, option in OPTIONS.items() if name not in ("scale", "method")}
    for task in TASKS.values():
        sources = [IMAGE, EARLIER] if task.takes_before else [IMAGE]
        for method in task.methods:
            assert build_job(task.name, sources, "out", {**unset, "method": method, "device": "cpu"}).method == method


def test_every_whole_per_cent_is_a_threshold_however_it_was_computed() -> None:
    for percent in range(1, 101):
        for threshold in (percent / 100, percent * 0.01, 1 - (100 - percent) * 0.01):
            assert build_job("water", [IMAGE], "out", {"threshold": threshold}).threshold == threshold


def test_a_flood_map_that_knows_nothing_of_before_is_a_water_map() -> None:
    assert task_shown(build_job("flood", [IMAGE], "out", {})) == "water"
    assert task_shown(build_job("flood", [IMAGE, EARLIER], "out", {})) == "flood"
    assert task_shown(build_job("flood", [IMAGE], "out", {"reference_water": "w.tif"})) == "flood"
    assert task_shown(build_job("oil", [IMAGE], "out", {})) == "oil"


@pytest.mark.parametrize("text", ["0.5,0.75,1", "0.5; 0.75 1", " 0.5 ,0.75,1 "])
def test_numbers_are_read_however_they_are_separated(text: str) -> None:
    assert read_numbers(text) == (0.5, 0.75, 1.0)
    assert read_numbers(" ") == ()
    with pytest.raises(ValueError, match="'a,b' is not a list of numbers like"):
        read_numbers("a,b")
