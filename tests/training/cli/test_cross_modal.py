"""The command `tidemark train cross-modal`, from files to the table."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from helpers.training.floods import write, write_ground, write_ombria
from tidemark.engine.cli.main import main


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    data = write_ombria(tmp_path / "ombria")
    return ["train", "cross-modal", "ombria", "--data", str(data), "--output", str(tmp_path / "out"), "--steps", "1", "--crop", "32"]


def test_one_command_prints_the_table_with_every_seed(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--seed", "1", "2", "--share", "0.5", "--arm", "hand", "hand + teacher, soft"]) == 0
    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines() if line.startswith("| val")]
    assert [row[1] for row in rows] == 2 * ["hand", "hand + teacher, soft", "teacher"]
    assert all(len(row[3].split()) == 2 for row in rows)


def test_plain_labels_of_ground_are_compared_with_a_teacher_s(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(write_ground(tmp_path / "ground"))
    command = ["train", "cross-modal", "ground", "--data", folder, "--output", str(tmp_path / "out"), "--steps", "1", "--crop", "32"]
    assert main([*command, "--seed", "1", "--arm", "hand", "hand + weak optical", "hand + teacher, soft"]) == 0
    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines() if line.startswith("| folds")]
    hand, optical = (row for row in rows[4:6])
    assert [row[1] for row in rows[4:8]] == ["hand", "hand + weak optical", "hand + teacher, soft", "teacher"]
    assert hand[0] == "| folds, 100 % of labels"
    assert optical[2] == hand[2], "where every label is looked at, optical images have no more to tell"
    (tmp_path / "out" / "share-1" / "seed-1" / "fold-2" / "hand-weak-optical.json").unlink()
    assert main([*command, "--seed", "1", "--share", "0.5", "--arm", "hand"]) == 0
    assert "| folds, 100 % of labels | hand + weak optical" not in capsys.readouterr().out, "interrupted: not all folds are there"


def test_an_interrupted_table_is_taken_up_again(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--seed", "1", "--share", "1", "--arm", "hand"]) == 0
    assert "hand" in capsys.readouterr().err
    assert main([*command, "--seed", "1", "--share", "1", "--arm", "hand", "teacher"]) == 0
    said = capsys.readouterr().err
    assert "teacher" in said
    assert "hand" not in said


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (["--arm", "magic"], "has no arm 'magic'"),
        (["--share", "1.5"], "The shares are 1.5"),
        (["--steps", "0"], "0 steps were asked for"),
        (["--crop", "128"], "only 64 pixels"),
        (["--crop", "20"], "20 pixels"),
        (["--data", "/nowhere"], "scene_blocks.csv cannot be read"),
    ],
)
def test_bad_input_is_one_message(command: list[str], wrong: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--seed", "1", "--share", "1", *wrong]) == 2
    said = capsys.readouterr().err
    assert message in said
    assert "Traceback" not in said


def test_the_cloud_rule_can_be_looked_at(tmp_path: Path) -> None:
    image = np.full((3, 64, 64), 60, np.uint8)
    image[:, 20:40, 20:40] = 240
    write(tmp_path / "optical.tif", image)
    assert main(["train", "clouds", str(tmp_path / "optical.tif"), str(tmp_path / "clouds.png")]) == 0
    with pytest.warns(rasterio.errors.NotGeoreferencedWarning), rasterio.open(tmp_path / "clouds.png") as picture:
        drawn = picture.read()
    assert drawn.shape == (3, 64, 128)
    assert (drawn[:, :, :64] == image).all()
    assert ((drawn[0] == 255) & (drawn[1] == 0)).any()


def test_the_cloud_rule_wants_true_colour(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "radar.tif", np.zeros((2, 16, 16), np.float32))
    assert main(["train", "clouds", str(tmp_path / "radar.tif"), str(tmp_path / "clouds.png")]) == 2
    assert "2 bands of float32" in capsys.readouterr().err
