"""``tidemark evaluate water``: student and rivals in one table, through the pipeline that users run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from helpers.chips import lake_chip, write_hundredths, write_label
from helpers.networks import write_dark_is_water
from tidemark.engine.cli import main
from tidemark.engine.training.data import read_flood_db
from tidemark.engine.training.evaluate import MEAN, POOLED, evaluate, student_figures, table


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


def test_every_method_finds_a_plain_lake_and_stands_in_the_table(chips: Path, model: Path) -> None:
    rows = evaluate(read_flood_db(chips), str(model))
    assert {row.place for row in rows} == {POOLED, MEAN, "here", "there"}
    methods = {row.method for row in rows}
    assert {"student", "Otsu", "Kittler-Illingworth", "VV < -15.5 or VH < -23 dB", "VV < -13 dB", "VH < -19 dB"} <= methods
    for row in rows:
        assert row.figures.iou > 0.85, row
    text = table(rows)
    assert text.splitlines()[0].split() == ["place", "method", "IoU", "P", "R", "F1", "bias", "ECE", "mapped"]
    assert all(method in text for method in methods)


def test_unknown_labels_change_nothing(chips: Path, model: Path, tmp_path: Path) -> None:
    image, label = lake_chip(128, 1)
    label[:10] = 255
    image[:, :8] = -35.0  # dark, but unlabelled; eight rows, so that no filter carries it over
    write_hundredths(tmp_path / "there_s1.tif", image)
    write_label(tmp_path / "there_label.tif", label)
    fixed = [
        {row.method: row.figures.iou for row in evaluate(read_flood_db(folder), str(model)) if row.place == "there"}
        for folder in (chips, tmp_path)
    ]
    assert fixed[0]["VH < -20 dB"] == pytest.approx(fixed[1]["VH < -20 dB"])


def test_the_command_prints_json_and_records_figures_in_the_card(chips: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card = write_dark_is_water(tmp_path)
    assert main(["evaluate", "water", "--data", str(chips), "--model", str(card), "--json", "--record"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["model"] == "tiny"
    assert {row["method"] for row in printed["rows"] if row["place"] == "pooled"} >= {"student", "Otsu"}
    figures = json.loads(card.read_text(encoding="utf-8"))["properties"]["tidemark:figures"]
    assert any(figure["measure"] == "IoU, pooled" and figure["value"] > 0.85 for figure in figures)
    assert not any(str(tmp_path.parent) in figure["command"] for figure in figures)


def test_figures_name_their_data_and_command(chips: Path, model: Path) -> None:
    found = student_figures(evaluate(read_flood_db(chips)[:1], str(model)), Path("any/flood_db/hand"))
    assert {figure["data"] for figure in found} == {"flood_db/hand"}
    assert {figure["command"] for figure in found} == {"tidemark evaluate water --data flood_db/hand"}


def test_a_folder_without_chips_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "water", "--data", str(tmp_path), "--model", str(write_dark_is_water(tmp_path))]) == 2
    assert "There are no chips" in capsys.readouterr().err


def test_evaluation_needs_no_torch(chips: Path, model: Path) -> None:
    script = (
        "import sys; sys.modules['torch'] = None\n"
        "from tidemark.engine.cli import main\n"
        f"sys.exit(main(['evaluate', 'water', '--data', {str(chips)!r}, '--model', {str(model)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "student" in done.stdout


def test_a_candidate_that_does_not_exist_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["train", "folds", "--data", str(tmp_path), "--output", str(tmp_path / "out"), "--candidate", "nonsense"]
    assert main(command) == 2
    assert "nonsense" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_probabilities_are_measured_as_they_are_stored(chips: Path, model: Path) -> None:
    rows = evaluate(read_flood_db(chips), str(model))
    student = next(row for row in rows if row.method == "student" and row.place == POOLED)
    assert 0.0 <= student.figures.ece < 0.2
    assert np.isfinite(student.figures.area_bias)
