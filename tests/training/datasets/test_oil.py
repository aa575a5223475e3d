"""Reading oil images and masks, what networks see of them, and the tiles that are drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from helpers.spills import spill, write_plane, write_spills
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.chips import UNKNOWN
from tidemark.engine.training.datasets.oil import LULL, Patch, Picture, as_patch, lulls, read_pictures, share_of, simulated_seas, stretched
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


def test_simulated_seas_hold_no_oil_and_low_wind_is_dark() -> None:
    seas = simulated_seas([5], [2.0, 10.0], side=256)
    assert not any((sea.label == 1).any() for sea in seas)
    assert all(0 < np.mean(sea.label == UNKNOWN) < 0.9 for sea in seas)
    low, high = (np.median(sea.image[sea.label == 0]) for sea in seas)
    assert low < high - 3


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


def test_images_smaller_than_a_tile_are_refused() -> None:
    small = Patch("small", np.zeros((32, 80), np.float32), np.zeros((32, 80), np.uint8))
    with pytest.raises(InputError, match="small is too small"):
        OilTileSampler([small], 64, np.random.default_rng(0))


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


def test_the_stretch_is_the_engines(tmp_path: Path) -> None:
    low, high = picture().limits
    inside = (picture().image > low) & (picture().image < high)
    np.testing.assert_allclose(stretched(picture())[inside], ((picture().image - low) / (high - low))[inside], atol=1e-6)


def test_places_of_low_wind_are_cut_where_a_wide_sea_is_dark() -> None:
    image = np.full((512, 512), 0.7, np.float32)
    image[200:330, 240:380] = 0.1
    places = lulls([Patch("sea", image, np.zeros((512, 512), np.uint8))], 4)
    assert 1 <= len(places) <= 4
    assert all(place.image.shape == (LULL, LULL) and place.image.min() < 0.2 for place in places)
    assert lulls([Patch("even", np.full((512, 512), 0.7, np.float32), np.zeros((512, 512), np.uint8))], 4) == []
