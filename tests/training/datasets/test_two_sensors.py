"""The sets of visible and thermal pictures in their published layout, on made ones of the same form."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from helpers.training.floods import write
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.chips import UNKNOWN
from tidemark.engine.training.datasets.two_sensors import Mfnet, Pst900

SHAPE = (48, 64)
WARM = 2


def picture(number: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return visible (3, H, W), thermal (1, H, W) and labels (1, H, W): class 2 is warm and red, class 1 neither."""
    rng = np.random.default_rng(number)
    classes = np.zeros(SHAPE, np.uint8)
    classes[8:40, 8:28] = WARM
    classes[:, 40:] = 1
    classes[0] = UNKNOWN
    warm = classes == WARM
    visible = np.stack([np.where(warm, 200, 60), np.full(SHAPE, 90), np.full(SHAPE, 70)]) + rng.normal(0, 5, (3, *SHAPE))
    thermal = np.where(warm, 220, 80)[None] + rng.normal(0, 5, (1, *SHAPE))
    return visible.astype(np.uint8), thermal.astype(np.uint8), classes[None]


def write_mfnet(folder: Path) -> Path:
    names = [f"{number:05d}{'DN'[number % 2]}" for number in range(6)]
    for number, name in enumerate(names):
        visible, thermal, classes = picture(number)
        write(folder / "images" / f"{name}.png", np.concatenate([visible, thermal]))
        write(folder / "labels" / f"{name}.png", classes)
    for part, listed in (("train", names[:4]), ("val", names[4:5]), ("test", names[5:])):
        (folder / f"{part}.txt").write_text("\n".join(listed) + "\n", encoding="utf-8")
    return folder


def write_pst900(folder: Path) -> Path:
    for number in range(7):
        part, name = ("train" if number < 6 else "test"), f"{number}_bag_rect_rgb_frame{number:07d}"
        for layer, bands in zip(("rgb", "thermal", "labels"), picture(number), strict=True):
            write(folder / part / layer / f"{name}.png", bands)
    return folder


def test_mfnets_fourth_band_is_the_thermal_one(tmp_path: Path) -> None:
    sensors = Mfnet(write_mfnet(tmp_path), WARM)
    (split,) = sensors.splits()
    assert (len(split.labelled), {name: len(names) for name, names in split.tests.items()}) == (4, {"test": 1})
    assert list(Mfnet(tmp_path, WARM, choose=True).splits()[0].tests) == ["val"]
    place, layers = sensors.place(split.labelled[0]), sensors.teacher_layers(split.labelled[0])
    assert (place.radar.shape, layers.bands.shape) == ((1, *SHAPE), (3, *SHAPE))
    assert place.radar[0][place.label == 1].mean() > 0.8 > 0.2 > place.radar[0][place.label == 0].mean()
    assert layers.bands[0][place.label == 1].mean() > 0.8
    assert layers.seen.all()


def test_one_class_is_told_from_the_rest_and_unlabelled_pixels_are_unknown(tmp_path: Path) -> None:
    label = Mfnet(write_mfnet(tmp_path), WARM).place("00000D").label
    assert np.count_nonzero(label == 1) == 32 * 20
    assert (label[0] == UNKNOWN).all()
    assert set(np.unique(label)) == {0, 1, UNKNOWN}
    other = Mfnet(tmp_path, 1).place("00000D").label
    assert np.count_nonzero((other == 1) & (label == 1)) == 0


def test_pst900_is_read_from_its_folders(tmp_path: Path) -> None:
    sensors = Pst900(write_pst900(tmp_path), WARM)
    (split,) = sensors.splits()
    assert (len(split.labelled), len(split.tests["test"])) == (6, 1)
    (choosing,) = Pst900(tmp_path, WARM, choose=True).splits()
    assert (len(choosing.labelled), len(choosing.tests["part of train"])) == (4, 2)
    assert not set(choosing.labelled) & set(choosing.tests["part of train"])
    place, layers = sensors.place(split.tests["test"][0]), sensors.teacher_layers(split.tests["test"][0])
    assert (place.radar.shape, layers.bands.shape) == ((1, *SHAPE), (3, *SHAPE))
    assert place.radar[0][place.label == 1].mean() > 0.8


def test_files_that_are_missing_or_of_another_form_are_said(tmp_path: Path) -> None:
    write_mfnet(tmp_path)
    write(tmp_path / "images" / "00000D.png", np.zeros((3, *SHAPE), np.uint8))
    with pytest.raises(InputError, match="has 3 bands"):
        Mfnet(tmp_path, WARM).place("00000D")
    (tmp_path / "train.txt").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="is empty"):
        Mfnet(tmp_path, WARM).splits()
    with pytest.raises(InputError, match="no images"):
        Pst900(tmp_path, WARM).splits()


def test_the_recipe_runs_on_visible_and_thermal_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write_pst900(tmp_path / "pst900")
    command = ["train", "csk", "pst900", "--data", str(data), "--output", str(tmp_path / "out"), "--steps", "1", "--crop", "32"]
    assert main([*command, "--seed", "1", "--arm", "radar", "all"]) == 2
    assert "several classes" in capsys.readouterr().err
    assert main([*command, "--seed", "1", "--arm", "radar", "all", "--class", str(WARM)]) == 0
    assert "| test, radar only | all |" in capsys.readouterr().out
