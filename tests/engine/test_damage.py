"""Damaged inputs of a fixed choice, as ``tests/robustness/damage.py`` makes thousands: each is answered in words, and nothing is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from robustness.damage import judge
from tidemark.engine.cli.main import main
from tidemark.engine.contract.job import Source
from tidemark.engine.pipeline.info import describe


@pytest.mark.parametrize("number", range(40))
def test_a_damaged_input_is_answered_in_words_and_leaves_nothing_behind(number: int) -> None:
    judged = judge(number)

    assert judged["faults"] == [], judged["said"]


@pytest.mark.parametrize("command", ["info", "detect", "stats"])
def test_a_damaged_file_of_hdf5_whose_name_has_a_percent_sign_ends_no_process(
    command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "50%.nc"
    damaged.write_bytes(b"\x89HDF\r\n\x1a\n")
    further = {"info": [], "detect": ["--task", "water", "--output", str(tmp_path / "map")], "stats": [str(damaged), "--output", "z.csv"]}

    assert main([command, str(damaged), *further[command]]) == 2
    assert "50%.nc" in capfd.readouterr().err


def test_a_damaged_file_of_hdf5_gets_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "s.h5").write_bytes(b"\x89HDF\r\n\x1a\n")

    assert main(["info", str(tmp_path / "s.h5")]) == 2
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_an_extent_too_large_to_be_counted_in_pixels_is_cut_or_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    image, out = str(tmp_path / "s.tif"), str(tmp_path / "map")
    assert main(["simulate", image, "--size", "96x96"]) == 0

    assert main(["detect", image, "--task", "water", "--extent=1e300,1e300,1e301,1e301", "--output", out]) == 2
    assert "does not meet the image" in capfd.readouterr().err
    assert main(["detect", image, "--task", "water", "--extent=-1e300,-1e300,1e300,1e300", "--output", out]) == 0


@pytest.mark.parametrize(("paths", "task", "problem"), [((), "water", "without a file"), (("s.tif",), "snow", "There is no task 'snow'")])
def test_a_question_that_makes_no_sense_is_answered_in_words(paths: tuple[str, ...], task: str, problem: str) -> None:
    info = describe(Source(paths), task)

    assert not info.usable
    assert problem in info.problem


@pytest.mark.parametrize("path", ["", ".", "/"])
@pytest.mark.parametrize("command", ["vectorise", "stats", "rethreshold"])
def test_a_path_without_a_name_is_refused_in_words(path: str, command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "a.gpkg")
    arguments = {
        "vectorise": [path, out],
        "stats": [path, path, "--output", out],
        "rethreshold": [path, "--threshold=0.4", "--output", out],
    }

    assert main([command, *arguments[command]]) == 2
    assert not list(tmp_path.iterdir())
    assert "Unexpected" not in capfd.readouterr().err
