"""The norm of the sea: contrast against what lies around, and display bytes that are not stretched beyond what speckle explains."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from affine import Affine

from helpers.maps import read_map
from helpers.networks import write_dark_is_oil
from helpers.scenes import UTM, write
from helpers.seas import SLICK, job, sea
from tidemark.engine.contract.card import read_card
from tidemark.engine.contract.errors import ModelError
from tidemark.engine.contract.job import Source
from tidemark.engine.methods.sea import AgainstSurroundings, Sea, SeaLevel, contrast_limits
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.raster.scene import open_scene


def speckled(level: float, spread: float = 20.0, side: int = 128, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(level, spread, (1, side, side)).astype(np.float32)


def test_a_sea_without_anything_keeps_its_place_above_the_middle() -> None:
    low, high = contrast_limits([speckled(120)], (1.0, 99.0))
    assert 0.55 < (120 - low) / (high - low) < 0.65
    assert high - low == pytest.approx(5.5 * 20, rel=0.1)


def test_a_dark_feature_widens_the_stretch_and_does_not_move_the_sea_up() -> None:
    window = speckled(160)
    window[:, 40:80, 40:100] = speckled(15, 4, 128)[:, 40:80, 40:100]
    low, high = contrast_limits([window], (1.0, 99.0))
    assert low < 20
    assert high == pytest.approx(160 + 2.3 * 20, abs=6)


def test_what_was_not_observed_counts_neither_as_sea_nor_as_speckle() -> None:
    window = speckled(120)
    whole = contrast_limits([window], (1.0, 99.0))
    window[:, :30] = np.nan
    assert contrast_limits([window], (1.0, 99.0)) == pytest.approx(whole, abs=4)


def test_an_image_of_one_value_has_limits_apart() -> None:
    low, high = contrast_limits([np.full((1, 64, 64), 9, np.float32)], (1.0, 99.0))
    assert high - low >= 1


def test_against_its_surroundings_a_sea_that_darkens_across_the_swath_is_even(tmp_path: Path) -> None:
    ramp = np.linspace(-8, -20, 2400)[None, None, :] + np.zeros((1, 300, 1))
    values = (ramp + 10 * np.log10(np.random.default_rng(1).gamma(4.4, 1 / 4.4, ramp.shape))).astype(np.float32)
    values[:, 120:180, 1200:1260] -= 8
    path = write(tmp_path / "ramp.tif", values, ("VV",), **UTM)
    with open_scene(Source((path,), scale="db"), "auto", True) as scene:
        plain = Sea(scene, None)
        even = AgainstSurroundings(scene, None, SeaLevel.of(plain, "VV"))
        seen = even.read_db(0, 300, 0, 2400, ("VV",))[0]
        assert plain.read_db(0, 300, 0, 2400, ("VV",))[0].std() > seen.std()
    near, far = (np.median(seen[:, part]) for part in (np.s_[700:900], np.s_[1500:1700]))
    assert abs(near - far) < 1.5  # 4 dB before
    assert np.median(seen[120:180, 1200:1260]) < -6


@pytest.mark.parametrize("pixel", [(6, 30), (30, 6)])
def test_the_surroundings_are_as_wide_down_as_across_also_where_pixels_are_not_square(tmp_path: Path, pixel: tuple[int, int]) -> None:
    long, short = np.linspace(-8, -16, 900), np.zeros(300)
    ramp = long[:, None] + short if pixel[1] == 30 else long + short[:, None]  # it darkens along the long side of the pixels
    values = (ramp + 10 * np.log10(np.random.default_rng(1).gamma(4.4, 1 / 4.4, ramp.shape))).astype(np.float32)[None]
    place = Affine(pixel[0], 0, 480_000, 0, -pixel[1], 6_700_000)
    path = write(tmp_path / "ramp.tif", values, ("VV",), crs=UTM["crs"], transform=place)
    with open_scene(Source((path,), scale="db"), "auto", True) as scene:
        level = SeaLevel.of(Sea(scene, None), "VV").within(0, scene.grid.height, 0, scene.grid.width)
    seen = values[0] - level
    first, last = (seen[:100], seen[-100:]) if pixel[1] == 30 else (seen[:, :100], seen[:, -100:])
    assert abs(np.median(first) - np.median(last)) < 3  # 6 dB with the surroundings of the other axis


@pytest.mark.parametrize("display", [False, True])
def test_a_network_with_the_norm_of_contrast_finds_the_slick_and_leaves_an_empty_sea(tmp_path: Path, display: bool) -> None:
    card = write_dark_is_oil(tmp_path / "models", "sea_contrast", stretch_percentiles=[1, 99], contrast_db=[-8, 5])
    shares = []
    for dark in (True, False):
        values = sea(dark=dark)[:, :, 100:]
        if display:
            values = np.clip((values + 30) * 9, 1, 255).astype(np.uint8)
        image = write(tmp_path / f"{dark}.tif", values, ("",), **UTM)
        result = detect(job(tmp_path, image, "student", "auto" if display else "db", model=str(card), minimum_area=0))
        shares.append(float((read_map(result)[SLICK[0], SLICK[1].start - 100 : SLICK[1].stop - 100] == 1).mean()))
    assert shares[0] > 0.8
    assert shares[1] < 0.02


def test_a_card_of_that_norm_without_its_decibels_is_incomplete(tmp_path: Path) -> None:
    card = write_dark_is_oil(tmp_path, "sea_contrast")
    with pytest.raises(ModelError, match="contrast_db"):
        read_card(card)
    document = json.loads(card.read_text())
    document["properties"]["tidemark:contrast_db"] = [-8, 5]
    card.write_text(json.dumps(document))
    assert read_card(card).contrast_db == (-8.0, 5.0)
