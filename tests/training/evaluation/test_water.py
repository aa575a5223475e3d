"""``tidemark evaluate water``: student and baselines in one table, through the pipeline that users run."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from helpers.chips import lake_chip, write_hundredths, write_label
from helpers.networks import write_dark_is_water
from tidemark.engine.cli.main import main
from tidemark.engine.contract.card import read_card
from tidemark.engine.training.datasets.chips import read_flood_db
from tidemark.engine.training.evaluation.metrics import Figures
from tidemark.engine.training.evaluation.water import MEAN, POOLED, Row, baselines, card_figures, evaluate, student, table


@pytest.fixture(scope="module")
def chips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two places; in one of them a stripe of the label is unknown."""
    folder = tmp_path_factory.mktemp("chips")
    for number, name in enumerate(("here", "there")):
        image, label = lake_chip(128, number)
        label[:10] = 255 if name == "there" else 0
        write_hundredths(folder / f"{name}_s1.tif", image)
        write_label(folder / f"{name}_label.tif", label)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_dark_is_water(tmp_path_factory.mktemp("model"))


def measured(folder: Path, card: Path) -> list[Row]:
    chips = read_flood_db(folder)
    return evaluate(chips, student(read_card(card), folder.name, chips) | baselines(chips))


def write_places(folder: Path, without: dict[str, str], set_name: str) -> Path:
    """Write students as ``train places`` does: by fold, the places that its card says it has not seen."""
    run = folder / "water" / "1"
    run.mkdir(parents=True)
    for fold, unseen in without.items():
        for ending in ("", "-int8"):
            write_dark_is_water(run, f"{fold}{ending}", training_data=[{"name": set_name, "without": unseen}], seed=1)
    return folder


def test_every_method_finds_a_plain_lake_and_stands_in_the_table(chips: Path, model: Path) -> None:
    rows = measured(chips, model)
    assert {row.place for row in rows} == {POOLED, MEAN, "here", "there"}
    methods = {row.method for row in rows}
    assert {"tiny", "Otsu", "Kittler-Illingworth", "VV < -15.5 or VH < -23 dB"} <= methods
    assert any(name.startswith("VV < -") and name.endswith(" dB") and "or" not in name for name in methods)
    assert any(name.startswith("VH < -") for name in methods)
    for row in rows:
        assert row.figures.iou > 0.85, row
    lines = table(rows).splitlines()
    assert [cell.strip() for cell in lines[0].strip("|").split("|")][-3:] == ["ECE", "here", "there"]
    assert len(lines) == 2 + len(methods)


def test_of_all_fixed_thresholds_those_stand_that_do_best_here(tmp_path: Path) -> None:
    image, label = lake_chip(128)
    for place in ("a", "b"):
        write_hundredths(tmp_path / f"{place}_s1.tif", image + np.array([[[0.0]], [[9.0]]], np.float32))  # VH 9 dB too bright
        write_label(tmp_path / f"{place}_label.tif", label)
    (name,) = [name for name in baselines(read_flood_db(tmp_path)) if name.startswith("VH < ")]
    assert -17 < float(name.split()[2]) < -7


def test_unknown_labels_change_nothing(chips: Path, model: Path, tmp_path: Path) -> None:
    image, label = lake_chip(128, 1)
    label[:10] = 255
    image[:, :8] = -35.0  # dark, but unlabelled; eight rows, so that no filter carries it over
    write_hundredths(tmp_path / "there_s1.tif", image)
    write_label(tmp_path / "there_label.tif", label)
    fixed = [
        {row.method: row.figures.iou for row in measured(folder, model) if row.place == "there"}["VV < -15.5 or VH < -23 dB"]
        for folder in (chips, tmp_path)
    ]
    assert fixed[0] == pytest.approx(fixed[1])


def test_the_command_prints_json_and_records_figures_in_the_card(chips: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card = write_dark_is_water(tmp_path)
    assert main(["evaluate", "water", "--data", str(chips), "--model", str(card), "--json", "--record"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert {row["method"] for row in printed["rows"] if row["place"] == "pooled"} >= {"tiny", "Otsu"}
    figures = json.loads(card.read_text(encoding="utf-8"))["properties"]["tidemark:figures"]
    assert any(figure["measure"] == "IoU, pooled" and figure["value"] > 0.85 for figure in figures)
    assert not any(str(tmp_path.parent) in figure["command"] for figure in figures)


def test_figures_with_possible_water_stand_beside_those_of_open_water_in_a_card() -> None:
    rows = [Row("pooled", name, Figures(iou, *(math.nan,) * 6)) for name, iou in (("a", 0.4), ("a, open or possible", 0.7), ("b", 0.5))]
    found = {figure["measure"]: figure["value"] for figure in card_figures(rows, "a", "chips", "command")}
    assert found == {"IoU, pooled": 0.4, "IoU, pooled, open or possible": 0.7}


def test_a_student_that_learned_from_the_chips_is_called_so_and_not_recorded(
    chips: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_name = f"{chips.parent.name}/{chips.name}"
    card = write_dark_is_water(tmp_path, "seen", training_data=[{"name": set_name}])
    command = ["evaluate", "water", "--data", str(chips), "--model", str(card)]
    assert main(command) == 0
    assert "| seen, learned from these chips |" in capsys.readouterr().out
    assert main([*command, "--record"]) == 2
    assert "learned from" in capsys.readouterr().err
    assert read_card(card).figures == ()


def test_each_place_is_mapped_by_the_network_that_never_saw_it(chips: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_name = f"{chips.parent.name}/{chips.name}"
    folder = write_places(tmp_path / "places", {"fold-0": "here, elsewhere", "fold-1": "there"}, set_name)
    card = write_dark_is_water(tmp_path, "water", training_data=[{"name": set_name}], seed=1)
    command = ["evaluate", "water", "--data", str(chips), "--model", str(card), "--folds", str(folder), "--record"]
    assert main(command) == 0
    text = capsys.readouterr().out
    for variant in ("", " int8", " {0.5 1 1.25 2}"):
        assert f"| water seed 1{variant} |" in text
    compared = [line.split(" | ") for line in text.splitlines() if line.startswith(f"| {set_name} | ")]
    (own,) = (row for row in compared if row[1] == "water")
    best = compared[-1]
    assert best[1].startswith("V")
    assert float(own[4].split(" (")[0]) == pytest.approx(float(own[2]) - float(best[2]), abs=0.11)
    assert own[4].endswith(")"), "the interval"
    figures = read_card(card).figures
    assert {figure["data"] for figure in figures} == {f"{set_name}, each place by a network of the same recipe that never saw it"}
    assert {figure["command"] for figure in figures} == {
        f"tidemark evaluate water --data {set_name} --folds FOLDER (of tidemark train places)"
    }


def test_folds_that_have_all_seen_a_place_are_bad_input(
    chips: Path, model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_places(tmp_path / "places", {"fold-0": "here", "fold-1": "here"}, f"{chips.parent.name}/{chips.name}")
    assert main(["evaluate", "water", "--data", str(chips), "--model", str(model), "--folds", str(folder)]) == 2
    assert "have seen there" in capsys.readouterr().err
    assert main(["evaluate", "water", "--data", str(chips), "--model", str(model), "--folds", str(tmp_path / "none")]) == 2
    assert "There are no students" in capsys.readouterr().err


def test_a_folder_without_chips_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "water", "--data", str(tmp_path), "--model", str(write_dark_is_water(tmp_path))]) == 2
    assert "There are no labelled chips" in capsys.readouterr().err


def test_evaluation_needs_no_torch(chips: Path, model: Path) -> None:
    script = (
        "import sys; sys.modules['torch'] = None\n"
        "from tidemark.engine.cli.main import main\n"
        f"sys.exit(main(['evaluate', 'water', '--data', {str(chips)!r}, '--model', {str(model)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "| tiny |" in done.stdout


def test_a_candidate_that_does_not_exist_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["train", "folds", "--data", str(tmp_path), "--crops", str(tmp_path), "--output", str(tmp_path / "out")]
    command += ["--candidate", "nonsense"]
    assert main(command) == 2
    assert "nonsense" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_probabilities_are_measured_as_they_are_stored(chips: Path, model: Path) -> None:
    found = next(row for row in measured(chips, model) if row.method == "tiny" and row.place == POOLED)
    assert 0.0 <= found.figures.ece < 0.2
    assert np.isfinite(found.figures.area_bias)
