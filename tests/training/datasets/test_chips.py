"""The readers of the training and measuring sets."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from helpers.chips import lake_chip, write_hundredths, write_label
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.chips import UNKNOWN, Chip, read_flood_db, read_porto_alegre, without_disagreement

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


def test_chips_are_read_in_decibels_and_by_number(tmp_path: Path) -> None:
    for name in ("10", "2"):
        image, label = lake_chip(seed=int(name))
        write_hundredths(tmp_path / f"{name}_s1.tif", image)
        write_label(tmp_path / f"{name}_label.tif", label)
    chips = read_flood_db(tmp_path)
    assert [chip.name.split("/")[1] for chip in chips] == ["2", "10"]
    np.testing.assert_allclose(chips[1].image, image if name == "10" else lake_chip(seed=10)[0], atol=0.006)
    assert np.array_equal(chips[0].label, lake_chip()[1])


def test_what_was_not_observed_is_unknown_and_holds_the_median(tmp_path: Path) -> None:
    image, label = lake_chip()
    image[:, :10] = np.nan
    write_hundredths(tmp_path / "a_s1.tif", image)
    write_label(tmp_path / "a_label.tif", label)
    (chip,) = read_flood_db(tmp_path)
    assert (chip.label[:10] == UNKNOWN).all()
    assert (chip.label[10:] != UNKNOWN).all()
    np.testing.assert_allclose(chip.image[:, 0, 0], np.nanmedian(image, axis=(1, 2)), atol=0.01)


def test_a_chip_of_which_nothing_was_observed_is_unknown_throughout(tmp_path: Path) -> None:
    image, label = lake_chip()
    write_hundredths(tmp_path / "a_s1.tif", np.full_like(image, np.nan))
    write_label(tmp_path / "a_label.tif", label)
    (chip,) = read_flood_db(tmp_path)
    assert (chip.label == UNKNOWN).all()
    assert np.isfinite(chip.image).all()


def test_weak_labels_that_radar_contradicts_become_unknown(tmp_path: Path) -> None:
    image, label = lake_chip()
    label[:20, :20] = 1  # bright, yet called water
    label[45:60, 45:60] = 0  # dark, yet called dry
    for date in ("before", "after"):
        write_hundredths(tmp_path / f"s1_{date}.tif", image)
        write_label(tmp_path / f"weak_{date}.tif", label)
    chip = read_porto_alegre(tmp_path)[1]
    assert (chip.label[2:18, 2:18] == UNKNOWN).all()
    assert (chip.label[47:58, 47:58] == UNKNOWN).all()
    assert (chip.label[70:, 70:] == 0).all()
    assert (chip.label[36:43, 36:43] == 1).all()


def test_labels_in_between_are_left_as_they_are() -> None:
    image = np.full((2, 16, 16), -15.0, np.float32)
    image[1] = -21.0
    for value in (0, 1):
        label = np.full((16, 16), value, np.uint8)
        assert np.array_equal(without_disagreement(Chip("x", image, label)).label, label)


def test_an_empty_folder_is_named_in_the_message(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=tmp_path.name):
        read_flood_db(tmp_path)


def test_a_chip_without_its_label_is_bad_input(tmp_path: Path) -> None:
    write_hundredths(tmp_path / "a_s1.tif", lake_chip()[0])
    with pytest.raises(InputError, match=r"a_label\.tif"):
        read_flood_db(tmp_path)


def test_a_label_of_another_size_is_bad_input(tmp_path: Path) -> None:
    write_hundredths(tmp_path / "a_s1.tif", lake_chip()[0])
    write_label(tmp_path / "a_label.tif", lake_chip(48)[1])
    with pytest.raises(InputError, match="size of its label"):
        read_flood_db(tmp_path)


@pytest.mark.skipif(not (SHARED / "flood_db").is_dir(), reason="the public flood chips are not on this machine (../shared/data/flood_db)")
def test_the_real_chips_are_there_and_plausible() -> None:
    training, reporting = read_flood_db(SHARED / "flood_db" / "dfc2024"), read_flood_db(SHARED / "flood_db" / "hand")
    assert len(training) == 11
    assert len(reporting) == 7
    for chip in training + reporting:
        assert np.isfinite(chip.image).all()
        assert set(np.unique(chip.label)) <= {0, 1, UNKNOWN}
        assert -30 < np.median(chip.image[0]) < -3
