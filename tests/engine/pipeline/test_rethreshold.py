"""Another threshold on a stored probability: the map that a run with that threshold would have written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio

from helpers.maps import UTM, Place, read_band, write_raster, write_run
from helpers.networks import write_dark_is_water
from helpers.scenes import lake, write
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import Cancelled
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.requests import RethresholdJob
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.rethreshold import hectares_by_threshold, rethreshold


def stored(folder: Path, classes: np.ndarray | None = None) -> str:
    percent = np.random.default_rng(0).integers(0, 101, (600, 300)).astype(np.uint8)
    percent[:, :20] = 255
    write_run(folder, np.where(percent == 255, 255, percent >= 50).astype(np.uint8) if classes is None else classes, percent)
    return str(folder / "run_probability.tif")


def test_the_map_is_the_one_that_a_run_with_that_threshold_writes(tmp_path: Path) -> None:
    db, _ = lake()
    db[:, :, :30] = np.nan
    scene = write(tmp_path / "s.tif", db, tags={"UNITS": "dB"}, crs=UTM.crs, transform=UTM.transform)
    model = str(write_dark_is_water(tmp_path / "models"))
    source = (Source((scene,)),)
    first = detect(Job("water", source, str(tmp_path / "first"), model=model))
    wanted = detect(Job("water", source, str(tmp_path / "wanted"), model=model, threshold=0.3))
    made = rethreshold(RethresholdJob(first.files["probability"], 0.3, str(tmp_path / "made")))
    for kind in ("class", "probability"):
        np.testing.assert_array_equal(read_band(made.files[kind]), read_band(wanted.files[kind]))
    assert (made.hectares, made.shares, made.summary, made.title) == (wanted.hectares, wanted.shares, wanted.summary, wanted.title)
    for name in ("class.qml", "class.sld", "probability.qml", "probability.sld"):
        assert (tmp_path / f"made_{name}").read_text() == (tmp_path / f"wanted_{name}").read_text()
    with rasterio.open(made.files["class"]) as given, rasterio.open(wanted.files["class"]) as other:
        assert (given.profile, given.nodata, given.overviews(1)) == (other.profile, other.nodata, other.overviews(1))


def test_record_and_tags_say_that_no_network_ran_and_keep_what_the_run_knew(tmp_path: Path) -> None:
    result = rethreshold(RethresholdJob(stored(tmp_path), 0.7, str(tmp_path / "new")))
    run = json.loads(Path(result.files["run"]).read_text())
    before = json.loads((tmp_path / "run_run.json").read_text())
    assert before["input"].items() <= run["input"].items()
    assert (run["method"], run["task"]) == (before["method"], before["task"])
    assert run["threshold"] == 0.7
    assert run["rethresholded"]["threshold_before"] == 0.5
    assert "without the network" in run["notices"][-1]
    assert run["notices"][0] == "An earlier notice."
    with rasterio.open(result.files["class"]) as raster:
        assert raster.tags()["TIDEMARK_THRESHOLD"] == "0.7"
        assert "without the network" in raster.tags()["TIDEMARK_NOTICES"]
    again = rethreshold(RethresholdJob(result.files["probability"], 0.6, str(tmp_path / "again")))
    assert sum("without the network" in text for text in again.notices) == 1


def test_a_higher_threshold_detects_less_and_what_was_not_observed_stays_so(tmp_path: Path) -> None:
    probability = stored(tmp_path)
    low, high = (rethreshold(RethresholdJob(probability, t, str(tmp_path / f"t{t}"))) for t in (0.2, 0.8))
    assert low.hectares["detected"] > 2 * high.hectares["detected"]
    for result in (low, high):
        assert (read_band(result.files["class"]) == 255)[:, :20].all()
        assert result.hectares["not_observed"] == pytest.approx(120, rel=1e-3)


def test_what_the_run_had_masked_stays_masked(tmp_path: Path) -> None:
    classes = np.zeros((600, 300), np.uint8)
    classes[100:200], classes[300:400], classes[:, :20] = 250, 2, 255
    made = read_band(rethreshold(RethresholdJob(stored(tmp_path, classes), 0.3, str(tmp_path / "new"))).files["class"])
    assert (made[100:200] == 250)[:, 20:].all()
    assert (made[300:400] == 2)[:, 20:].all()
    assert set(np.unique(made[400:])) == {0, 1, 255}


def test_another_threshold_never_takes_the_place_of_the_run_it_comes_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    probability = stored(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    arguments = ["rethreshold", probability, "--threshold", "0.9", "--overwrite", "--json", "--output"]
    assert main([*arguments, str(tmp_path / "run")]) == 2
    assert "is an input of the same run" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert main([*arguments, str(tmp_path / "other")]) == 0
    capsys.readouterr()
    assert main([*arguments, str(tmp_path / "other")]) == 0
    assert json.loads(capsys.readouterr().out)["threshold"] == 0.9
    percent = read_band(probability)
    np.testing.assert_array_equal(read_band(tmp_path / "other_class.tif") == 1, (percent >= 90) & (percent <= 100))


def test_cancel_leaves_nothing(tmp_path: Path) -> None:
    probability = stored(tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        rethreshold(RethresholdJob(probability, 0.3, str(tmp_path / "new")), cancelled=lambda: True)
    assert sorted(tmp_path.iterdir()) == before


def test_without_a_record_the_rasters_own_tags_tell_what_the_run_was(tmp_path: Path) -> None:
    probability = stored(tmp_path)
    rethreshold(RethresholdJob(probability, 0.4, str(tmp_path / "first")))
    (tmp_path / "first_run.json").unlink()
    done = rethreshold(RethresholdJob(str(tmp_path / "first_probability.tif"), 0.6, str(tmp_path / "second")))
    run = json.loads((tmp_path / "second_run.json").read_text(encoding="utf-8"))
    assert (run["task"], run["title"]) == ("water", "Water extent (single date)")
    assert run["input"]["paths"] == ["/data/S1A_VV.tif", "/data/S1A_VH.tif"]
    assert run["input"]["acquired"] == "2024-05-06T05:04:03Z"
    assert (run["method"], run["rethresholded"]["threshold_before"]) == ({"name": "student", "model": "water"}, 0.4)
    assert not [text for text in done.notices if "Nothing tells" in text]


def test_a_probability_of_which_nothing_is_known_is_mapped_with_one_notice(tmp_path: Path) -> None:
    percent = np.full((60, 30), 70, np.uint8)
    path = write_raster(tmp_path / "copied from a stick.tif", percent, UTM)
    heard: list[str] = []
    done = rethreshold(
        RethresholdJob(path, 0.5, str(tmp_path / "new")), report=lambda e: heard.append(e.data["text"]) if e.kind == "notice" else None
    )
    assert (read_band(done.files["class"]) == 1).all()
    assert [text for text in heard if "Nothing tells of the run that made copied from a stick.tif" in text] == heard[:1]
    assert set(heard) <= set(done.notices)
    assert json.loads((tmp_path / "new_run.json").read_text(encoding="utf-8"))["notices"] == list(done.notices)


@pytest.mark.parametrize("lost", ["possible.tif", "run.json"])
def test_without_what_tells_possible_water_the_map_says_that_it_lacks_it(tmp_path: Path, lost: str) -> None:
    assert main(["simulate", str(tmp_path / "s.tif"), "--size", "200x200"]) == 0
    first = detect(Job("water", (Source((str(tmp_path / "s.tif"),)),), str(tmp_path / "first")))
    made = rethreshold(RethresholdJob(first.files["probability"], 0.6, str(tmp_path / "whole")))
    assert not any("it is not told from dry ground" in text or "possible water is not told" in text for text in made.notices)
    (tmp_path / f"first_{lost}").unlink()
    made = rethreshold(RethresholdJob(first.files["probability"], 0.6, str(tmp_path / "made")))
    assert any("first_possible.tif" in text and "not told from dry ground here" in text for text in made.notices)


def changes(folder: Path) -> str:
    return stored(folder, np.full((600, 300), 3, np.uint8))


def flood_without_classes(folder: Path) -> str:
    probability = stored(folder)
    record = folder / "run_run.json"
    record.write_text(json.dumps(json.loads(record.read_text()) | {"task": "flood"}))
    (folder / "run_class.tif").unlink()
    return probability


def other_grid(folder: Path) -> str:
    return stored(folder, np.zeros((5, 5), np.uint8))


def classes_for_probability(folder: Path) -> str:
    stored(folder)
    return write_raster(folder / "run_probability.tif", np.full((600, 300), 250, np.uint8))


BAD: dict[str, tuple[Callable[[Path], str], str, str]] = {
    "missing file": (lambda f: str(f / "no_probability.tif"), "0.5", "no file"),
    "threshold above one": (stored, "50", "0.01 to 1"),
    "threshold of nothing": (stored, "0", "0.01 to 1"),
    "threshold that is no number": (stored, "nan", "0.01 to 1"),
    "threshold between two per cents": (stored, "0.505", "in steps of 0.01"),
    "directions of change": (changes, "0.5", "no record says that it shows change"),
    "flood without what tells reference water": (flood_without_classes, "0.5", "It tells water that is always there from the flood"),
    "another grid": (other_grid, "0.5", "not lie on the grid"),
    "values above 100": (classes_for_probability, "0.5", "between 101 and 254"),
    "the class raster": (lambda f: stored(f).replace("probability", "class"), "0.5", "but 'class' of a map"),
    "the possible water": (
        lambda f: write_raster(f / "a.tif", np.zeros((4, 4), np.uint8), UTM, "possible"),
        "0.5",
        "but 'possible' of a map",
    ),
    "decibels": (lambda f: write_raster(f / "db_probability.tif", np.zeros((4, 4), np.float32)), "0.5", "no probability raster"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_message_and_leaves_nothing(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make, threshold, expected = BAD[case]
    probability = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert main(["rethreshold", probability, "--threshold", threshold, "--output", str(tmp_path / "new")]) == 2
    said = capsys.readouterr().err
    assert said.count("tidemark: ") == 1
    assert expected in said
    assert sorted(tmp_path.rglob("*")) == before


def test_the_hectares_of_every_threshold_are_those_of_the_maps_made_with_it(tmp_path: Path) -> None:
    classes = np.random.default_rng(1).choice(np.array([0, 1, 2, 250], np.uint8), (600, 300))
    probability = stored(tmp_path, classes)
    hectares = hectares_by_threshold(probability)
    assert len(hectares) == 101
    for threshold in (0.2, 0.5, 0.93, 1.0):
        made = rethreshold(RethresholdJob(probability, threshold, str(tmp_path / f"t{threshold}")))
        assert hectares[round(100 * threshold)] == pytest.approx(made.hectares["detected"], abs=0.005)


def test_hectares_of_thresholds_need_a_place_and_can_be_cancelled(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        hectares_by_threshold(stored(tmp_path), lambda: True)
    plain = write_raster(tmp_path / "plain_probability.tif", np.full((10, 10), 50, np.uint8), Place(None, UTM.transform))
    assert hectares_by_threshold(plain) == []
