"""Measuring a card for oil: what it finds, what it takes for oil on clean seas, and what is written into its card."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from helpers.networks import write_dark_is_oil
from helpers.training.change_sets import write_unchanging
from helpers.training.spills import write_spills
from tidemark.engine.cli.main import main
from tidemark.engine.contract.card import read_card
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.oil import Picture
from tidemark.engine.training.evaluation.oil import evaluate_oil, limits_of

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")


def test_figures_of_val_and_of_clean_seas_go_into_the_card(tmp_path: Path) -> None:
    data, seas = write_spills(tmp_path / "spills"), write_unchanging(tmp_path / "opera_rtc")
    card = write_dark_is_oil(tmp_path / "models", "sea_contrast", contrast_db=[-8, 5], scales=[0.5])
    assert main(["evaluate", "oil", "--data", str(data), "--seas", str(seas), "--model", str(card), "--record"]) == 0
    figures = {(one["data"], one["measure"]): one for one in read_card(card).figures}
    assert figures["spills/val", "IoU"]["value"] > 0.5
    assert figures["opera_rtc, seas in dB", "called oil"]["value"] < 0.01
    assert figures["opera_rtc, seas as display bytes", "called oil"]["value"] < 0.05
    assert "--seas" in figures["spills/val", "IoU"]["command"]
    assert json.loads(card.read_text())["properties"]["tidemark:contrast_db"] == [-8, 5]


def test_each_norm_has_its_own_limits(tmp_path: Path) -> None:
    shown = Picture("shown", np.random.default_rng(0).normal(120, 20, (128, 128)).astype(np.float32), np.zeros((128, 128), np.uint8))
    calibrated = Picture("sea", np.full((128, 128), -14, np.float32), np.zeros((128, 128), np.uint8), in_db=True)
    contrast = read_card(write_dark_is_oil(tmp_path / "a", "sea_contrast", contrast_db=[-8, 5]))
    stretch = read_card(write_dark_is_oil(tmp_path / "b", "scene_stretch"))
    assert limits_of(contrast, calibrated) == (-22.0, -9.0)
    (low, high), (plain, same) = limits_of(contrast, shown), limits_of(stretch, shown)
    assert high == pytest.approx(same)
    assert low < plain - 5


def test_a_folder_without_images_is_refused(tmp_path: Path) -> None:
    card = read_card(write_dark_is_oil(tmp_path, "scene_stretch"))
    with pytest.raises(InputError, match="no images"):
        evaluate_oil(card, tmp_path, None, lambda _: None)
