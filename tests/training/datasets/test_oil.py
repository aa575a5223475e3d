"""Reading oil images and masks, what networks see of them, and the tiles that are drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from helpers.training.change_sets import write_unchanging
from helpers.training.spills import spill, write_plane, write_spills
from tidemark.engine.contract.errors import InputError
from tidemark.engine.methods.sea import contrast_limits
from tidemark.engine.training.datasets.chips import UNKNOWN
from tidemark.engine.training.datasets.oil import (
    Patch,
    Picture,
    as_patch,
    both_ways,
    clean_pieces,
    dark_more_often,
    lulls,
    read_clean_seas,
    read_pictures,
    seen,
    share_of,
    simulated_seas,
    slicks,
)
from tidemark.engine.training.sampling.augment import turned
from tidemark.engine.training.sampling.oil_tiles import OilTileSampler, Pairs

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")


def picture(name: str = "1") -> Picture:
    image, mask = spill(1)
    return Picture(name, image.astype(np.float32), mask)


def test_images_are_read_with_their_masks(tmp_path: Path) -> None:
    write_spills(tmp_path)
    found = read_pictures(tmp_path, "train")
    image, mask = spill(2)
    assert [one.name for one in found] == ["0", "1", "2", "3"]
    np.testing.assert_array_equal(found[2].image, image)
    np.testing.assert_array_equal(found[2].label, mask)


def test_grey_masks_are_cut_in_the_middle(tmp_path: Path) -> None:
    image, mask = spill(0)
    write_plane(tmp_path / "train" / "image" / "a.png", image)
    grey = mask * np.uint8(200)
    grey[:10] = 90
    write_plane(tmp_path / "train" / "mask" / "a.png", grey)
    np.testing.assert_array_equal(read_pictures(tmp_path, "train")[0].label, mask)


def test_unknown_pixels_of_masks_with_codes_stay_unknown(tmp_path: Path) -> None:
    image, mask = spill(0)
    mask[:10] = UNKNOWN
    write_plane(tmp_path / "train" / "image" / "a.png", image)
    write_plane(tmp_path / "train" / "mask" / "a.png", mask)
    patch = as_patch(read_pictures(tmp_path, "train")[0])
    assert (patch.label[:5] == UNKNOWN).all()
    assert set(np.unique(patch.label[5:])) == {0, 1}


@pytest.mark.parametrize("split", ["train", "val"])
def test_an_empty_folder_is_said(tmp_path: Path, split: str) -> None:
    with pytest.raises(InputError, match="no images"):
        read_pictures(tmp_path, split)


def test_an_image_without_a_mask_is_named(tmp_path: Path) -> None:
    write_spills(tmp_path)
    (tmp_path / "train" / "mask" / "1.png").unlink()
    with pytest.raises(InputError, match=r"1\.png has no mask"):
        read_pictures(tmp_path, "train")


def test_a_mask_of_another_size_is_refused(tmp_path: Path) -> None:
    write_spills(tmp_path)
    write_plane(tmp_path / "train" / "mask" / "1.png", np.zeros((20, 20), np.uint8))
    with pytest.raises(InputError, match="its mask"):
        read_pictures(tmp_path, "train")


def test_shares_are_of_families_and_lie_in_one_another() -> None:
    pictures = [picture(f"scene{number}_{part}") for number in range(10) for part in "ab"]
    tenth, half, whole = ({one.name for one in share_of(pictures, share)} for share in (0.1, 0.5, 1.0))
    assert (len(tenth), len(half), len(whole)) == (2, 10, 20)
    assert tenth < half < whole
    assert len({name.split("_")[0] for name in half}) == 5


def test_networks_see_half_the_size_between_the_images_own_percentiles() -> None:
    bright = Picture("bright", picture().image + 50, picture().label)
    patch, other = as_patch(picture()), as_patch(bright)
    assert patch.image.shape == patch.label.shape == (80, 80)
    assert patch.image.min() >= 0
    assert patch.image.max() <= 1
    np.testing.assert_allclose(patch.image, other.image, atol=1e-4)
    assert patch.image[patch.label == 1].mean() < patch.image[patch.label == 0].mean() - 0.2


def test_simulated_slicks_are_oil_where_the_wind_shows_them_and_low_wind_is_dark() -> None:
    calm, windy = simulated_seas([5], [2.0, 10.0], side=256)
    assert not (calm.label == 1).any()
    assert (windy.label == 1).any()
    assert np.array_equal(calm.label == 0, windy.label == 0)
    assert all(0 < np.mean(sea.label == UNKNOWN) < 0.9 for sea in (calm, windy))
    assert np.median(calm.image[calm.label == 0]) < np.median(windy.image[windy.label == 0]) - 3


def test_each_slick_is_a_place_of_its_own() -> None:
    label = np.zeros((600, 600), np.uint8)
    label[20:30, 5:40] = label[300:310, 300:400] = 1
    first, second = slicks([Picture("sea", label.astype(np.float32), label, in_db=True)])
    assert first.image.shape == second.label.shape == (256, 256)
    assert ((first.label == 1).sum(), (second.label == 1).sum()) == (350, 1000)
    assert (second.label[[0, -1]] == 0).all()
    assert slicks([Picture("clean", label.astype(np.float32), np.zeros_like(label), in_db=True)]) == []


def test_a_tile_and_its_label_are_turned_alike() -> None:
    label = as_patch(picture()).label
    patch = Patch("same", label.astype(np.float32), label)
    image, drawn = OilTileSampler([patch], 64, np.random.default_rng(0)).draw(16)
    np.testing.assert_array_equal(image, drawn)
    assert len({tile.tobytes() for tile in drawn}) > 8


def test_places_without_oil_hold_none() -> None:
    label = np.zeros((128, 128), np.uint8)
    label[:40] = 1
    sampler = OilTileSampler([Patch("half", label.astype(np.float32), label)], 64, np.random.default_rng(0), without_oil=True)
    assert not sampler.is_empty
    assert sampler.draw(8)[1].max() == 0


def test_an_image_full_of_oil_has_no_place_without() -> None:
    label = np.ones((64, 64), np.uint8)
    assert OilTileSampler([Patch("full", label.astype(np.float32), label)], 64, np.random.default_rng(0), without_oil=True).is_empty


def test_images_smaller_than_a_tile_are_mirrored_up_to_it() -> None:
    small = Patch("small", np.arange(32 * 80, dtype=np.float32).reshape(32, 80), np.zeros((32, 80), np.uint8))
    image, label = OilTileSampler([small], 64, np.random.default_rng(0)).draw(4)
    assert image.shape == label.shape == (4, 1, 64, 64)
    assert set(np.unique(image)) <= set(range(32 * 80))


def test_eight_orientations_differ() -> None:
    plane = np.arange(9).reshape(3, 3)
    assert len({turned(plane, way).tobytes() for way in range(8)}) == 8


def test_pairs_keep_soft_labels_on_disk_and_harden_on_demand(tmp_path: Path) -> None:
    pairs = Pairs(np.zeros((2, 4, 4), np.uint8), np.full((2, 4, 4), 0.3, np.float16))
    pairs.save(tmp_path / "pairs.npz")
    read = Pairs.load(tmp_path / "pairs.npz")
    np.testing.assert_array_equal(read.soft, pairs.soft)
    assert read.hardened().soft.max() == 0
    with pytest.raises(ValueError, match="3 pairs were asked for"):
        read.part(3)


def test_the_limits_are_the_engines() -> None:
    low, high = picture().limits
    assert (low, high) == contrast_limits([picture().image[None]], (1.0, 99.0))
    np.testing.assert_allclose(seen(picture(), 1.0), np.clip((picture().image - low) / (high - low), 0, 1), atol=1e-6)


def test_a_sea_in_db_lies_where_an_empty_display_image_lies() -> None:
    rng = np.random.default_rng(0)
    power = rng.gamma(4.4, 1 / 4.4, (256, 256))
    calibrated = Picture("sea", (-14 + 10 * np.log10(power)).astype(np.float32), np.zeros((256, 256), np.uint8), in_db=True)
    shown = Picture("shown", rng.normal(120, 20, (256, 256)).astype(np.float32), np.zeros((256, 256), np.uint8))
    middles = [float(np.median(seen(one, 1.0))) for one in (calibrated, shown)]
    assert middles == pytest.approx([0.615, 0.59], abs=0.03)
    plain, display = both_ways([calibrated])
    assert (plain.in_db, display.in_db) == (True, False)
    assert 0.4 < float(np.median(seen(display, 1.0))) < 0.8


def test_pieces_hold_no_oil_and_have_limits_of_their_own() -> None:
    image, label = np.random.default_rng(1).normal(120, 20, (256, 256)).astype(np.float32), np.zeros((256, 256), np.uint8)
    image[:60], label[:60] = 20, 1
    whole = Picture("whole", image, label)
    pieces = clean_pieces([whole, whole], np.random.default_rng(0))
    assert 0 < len(pieces) <= 6
    assert not any(piece.label.any() for piece in pieces)
    assert all(min(piece.image.shape) >= 64 for piece in pieces)
    assert any(piece.limits != whole.limits for piece in pieces)
    full = Picture("full", whole.image, np.ones_like(whole.label))
    assert clean_pieces([full], np.random.default_rng(0)) == []


def test_real_seas_are_read_from_rasters_that_say_so(tmp_path: Path) -> None:
    write_unchanging(tmp_path)
    seas = read_clean_seas(tmp_path)
    assert [sea.name for sea in seas] == [f"sea-2021-11-0{day} VV" for day in (1, 2, 3)]
    assert all(-14 < np.median(sea.image) < -10 for sea in seas)
    with rasterio.open(tmp_path / "sea.tif", "r+") as file:
        file.update_tags(water_mask_share="0.000")
    with pytest.raises(InputError, match="holds no sea"):
        read_clean_seas(tmp_path)


def test_seas_with_dark_places_are_drawn_more_often() -> None:
    label = np.zeros((32, 32), np.uint8)
    seas = [Patch(f"sea{number}", np.full((32, 32), 0.6, np.float32), label) for number in range(8)]
    for number in (2, 5):
        seas[number].image[10:20, 10:20] = 0.1
    names = [sea.name for sea in dark_more_often(seas)]
    assert [names.count(f"sea{number}") for number in range(8)] == [1, 1, 4, 1, 1, 4, 1, 1]


def test_places_of_low_wind_are_cut_where_a_wide_sea_is_dark() -> None:
    image = np.full((1024, 1024), -14.0, np.float32)
    image[400:660, 480:760] = -24
    places = lulls([Picture("sea", image, np.zeros((1024, 1024), np.uint8), in_db=True)], 4)
    assert 1 <= len(places) <= 4
    assert all(place.image.shape == (256, 256) and place.image.min() < -20 for place in places)
    assert lulls([Picture("even", np.full((1024, 1024), -14.0, np.float32), np.zeros((1024, 1024), np.uint8))], 4) == []
