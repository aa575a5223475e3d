"""The adapters of the cross-modal recipe: what they read, who is labelled, and what they say about bad input."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from helpers.chips import lake_chip, write_hundredths, write_label
from helpers.training.floods import write, write_ground, write_ombria, write_sen1floods11
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.chips import UNKNOWN
from tidemark.engine.training.datasets.dfc2024 import FOLDS, RADAR_CHIPS, Dfc2024
from tidemark.engine.training.datasets.ground import NEIGHBOURS, Ground
from tidemark.engine.training.datasets.ombria import Ombria, standardised
from tidemark.engine.training.datasets.places_and_layers import SURE, UNTRUSTED, CrossModalArm
from tidemark.engine.training.datasets.sen1floods11 import Sen1Floods11

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "data" / "sen1floods11_sample"
LISTS = {"train": [f"Ghana_{n}" for n in range(10)], "valid": ["Spain_1"], "test": ["Spain_22", "India_3"], "bolivia": ["Bolivia_4"]}


@pytest.fixture
def ombria(tmp_path: Path) -> Path:
    return write_ombria(tmp_path / "ombria", train=20, val=4)


def blocks(dataset: Ombria, names: tuple[str, ...]) -> set[str]:
    return {block for block, samples in dataset.blocks.items() for sample in samples if sample in names}


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5])
def test_labels_are_shared_out_by_whole_scene_blocks(ombria: Path, share: float) -> None:
    dataset = Ombria(ombria)
    (split,) = dataset.splits(share, seed=1)
    assert len(split.labelled) == pytest.approx(20 * share, abs=2)
    assert not blocks(dataset, split.labelled) & blocks(dataset, split.unlabelled)
    assert len(split.labelled) + len(split.unlabelled) == 20
    assert split.tests["val"] == ("0020", "0021", "0022", "0023")


def test_another_seed_draws_other_blocks_and_the_same_seed_the_same(ombria: Path) -> None:
    drawn = [Ombria(ombria).splits(0.25, seed)[0].labelled for seed in (1, 1, 2, 3, 4)]
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) > 1


def test_at_the_full_share_nothing_is_left_unlabelled(ombria: Path) -> None:
    (split,) = Ombria(ombria).splits(1.0, seed=1)
    assert len(split.labelled) == 20
    assert split.unlabelled == ()


def test_settings_are_chosen_on_blocks_of_train_and_never_on_val(ombria: Path) -> None:
    dataset = Ombria(ombria, folds=True)
    splits = dataset.splits(1.0, seed=1)
    tested = [name for split in splits for names in split.tests.values() for name in names]
    assert sorted(tested) == [f"{number:04d}" for number in range(20)]
    for split in splits:
        held = split.tests["folds of train"]
        assert not blocks(dataset, split.labelled) & blocks(dataset, held)


def test_both_dates_have_the_same_brightness_after_matching() -> None:
    rng = np.random.default_rng(0)
    dark, bright = rng.integers(0, 60, (64, 64)).astype(np.uint8), rng.integers(90, 250, (64, 64)).astype(np.uint8)
    assert np.median(standardised(dark)) == pytest.approx(np.median(standardised(bright)))
    assert np.ptp(standardised(dark)) == pytest.approx(np.ptp(standardised(bright)), abs=0.03)


def test_a_date_of_one_grey_stays_finite() -> None:
    assert (standardised(np.full((8, 8), 7, np.uint8)) == 0.5).all()


def test_weak_labels_of_the_toy_find_what_was_flooded(ombria: Path) -> None:
    dataset = Ombria(ombria)
    for arm in (CrossModalArm.WEAK_OPTICAL, CrossModalArm.WEAK_RADAR):
        weak = dataset.weak(arm, "0003")
        assert ((weak == SURE) == (dataset.place("0003").label == 1)).mean() > 0.9


def test_the_student_sees_two_bands_and_the_teacher_six_more(ombria: Path) -> None:
    dataset = Ombria(ombria)
    assert dataset.place("0000").radar.shape == (2, 64, 64)
    assert dataset.teacher_layers("0000").bands.shape == (6, 64, 64)
    assert dataset.teacher_layers("0000").seen.all()


def test_black_and_cloudy_optical_pixels_are_not_seen(ombria: Path) -> None:
    cloudy = np.zeros((3, 64, 64), np.uint8)
    cloudy[:] = np.array([60, 120, 40])[:, None, None]
    cloudy[:, :, 40:] = 200
    cloudy[:, :16] = 0
    write(ombria / "train" / "s2_after" / "0001.jpg", cloudy)
    seen = Ombria(ombria).teacher_layers("0001").seen
    assert not seen[20:, 45:].any()
    assert not seen[:14, :20].any()
    assert seen[24:, :24].all()
    assert (Ombria(ombria).weak(CrossModalArm.WEAK_OPTICAL, "0001")[~seen] == UNTRUSTED).all()


def test_a_missing_list_of_scene_blocks_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"scene_blocks\.csv"):
        Ombria(tmp_path)
    (tmp_path / "scene_blocks.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="columns a, b"):
        Ombria(tmp_path)


def test_sen1floods11_is_read_in_its_published_layout(tmp_path: Path) -> None:
    dataset = Sen1Floods11(write_sen1floods11(tmp_path, LISTS))
    (split,) = dataset.splits(1.0, seed=1)
    assert len(split.labelled) == 10
    assert split.tests == {"test": ("Spain_22", "India_3"), "bolivia": ("Bolivia_4",)}
    place = dataset.place("Ghana_0")
    assert not place.observed[0, 0]
    assert place.label[0, 0] == UNKNOWN
    assert (place.label[-1] == UNKNOWN).all()
    assert np.isfinite(place.radar).all()
    assert 0 <= place.radar.min() <= place.radar.max() <= 1


def test_sen1floods11_weak_labels_find_the_toy_lake(tmp_path: Path) -> None:
    dataset = Sen1Floods11(write_sen1floods11(tmp_path, LISTS))
    known = dataset.place("Ghana_0").label != UNKNOWN
    truth = dataset.place("Ghana_0").label == 1
    for arm in (CrossModalArm.WEAK_OPTICAL, CrossModalArm.WEAK_RADAR):
        assert ((dataset.weak(arm, "Ghana_0") == SURE) == truth)[known].mean() > 0.95


def test_sen1floods11_shares_are_drawn_from_the_training_list_alone(tmp_path: Path) -> None:
    dataset = Sen1Floods11(write_sen1floods11(tmp_path, LISTS), validation=True)
    (split,) = dataset.splits(0.3, seed=1)
    assert len(split.labelled) == 3
    assert sorted(split.labelled + split.unlabelled) == sorted(LISTS["train"])
    assert split.tests == {"valid": ("Spain_1",)}


def test_a_list_that_names_no_chips_is_said(tmp_path: Path) -> None:
    dataset = Sen1Floods11(write_sen1floods11(tmp_path, LISTS))
    path = tmp_path / "v1.1" / "splits" / "flood_handlabeled" / "flood_test_data.csv"
    path.write_text("this,that\n", encoding="utf-8")
    with pytest.raises(InputError, match="does not list chips"):
        dataset.splits(1.0, 1)


@pytest.mark.skipif(not SAMPLE.is_dir(), reason="the Sen1Floods11 sample is not here")
def test_the_published_sample_chip_is_read(tmp_path: Path) -> None:
    chips = tmp_path / "v1.1" / "data" / "flood_events" / "HandLabeled"
    for layer in ("S1Hand", "S2Hand", "LabelHand"):
        (chips / layer).mkdir(parents=True)
        (chips / layer / f"Spain_7370579_{layer}.tif").symlink_to(SAMPLE / f"Spain_7370579_{layer}.tif")
    dataset = Sen1Floods11(tmp_path)
    place, layers = dataset.place("Spain_7370579"), dataset.teacher_layers("Spain_7370579")
    assert place.radar.shape == (2, 512, 512)
    assert set(np.unique(place.label)) == {0, 1, UNKNOWN}
    assert layers.bands.shape == (6, 512, 512)
    assert layers.seen.mean() > 0.9
    water = place.label == 1
    weak = dataset.weak(CrossModalArm.WEAK_OPTICAL, "Spain_7370579") == SURE
    assert (water & weak).sum() / water.sum() > 0.8


@pytest.fixture
def dfc2024(tmp_path: Path) -> Path:
    for name in (name for fold in FOLDS for name in fold):
        image, label = lake_chip(seed=int(name))
        write_hundredths(tmp_path / "flood_db" / "dfc2024" / f"{name}_s1.tif", image)
        write_label(tmp_path / "flood_db" / "dfc2024" / f"{name}_label.tif", label)
        height = np.where(label == 1, 10, 25).astype(np.int16)
        merit = np.full_like(height, -9999) if name == "0" else height
        cover = np.zeros_like(height) if name == "7" else np.where(label == 1, 80, 10)
        write(tmp_path / "flood_db" / "dfc2024" / f"{name}_aux.tif", np.stack([merit, height, cover, label * 100]).astype(np.int16))
    for date in ("before", "after"):
        image, label = lake_chip(side=128, seed=50)
        image[:, 0] = np.nan
        write_hundredths(tmp_path / "porto_alegre" / f"s1_{date}.tif", image)
        write_label(tmp_path / "porto_alegre" / f"weak_{date}.tif", label)
    for name in RADAR_CHIPS:
        write(tmp_path / "sen1floods11_sample" / "unlabelled" / f"{name}_S1Hand.tif", lake_chip(seed=60)[0])
    return tmp_path


def test_each_fold_is_tested_by_networks_that_never_saw_it(dfc2024: Path) -> None:
    splits = Dfc2024(dfc2024).splits(0.5, 1)
    assert sorted(name for split in splits for name in split.tests["folds"]) == sorted(name for fold in FOLDS for name in fold)
    for split in splits:
        groups = (split.labelled, split.unlabelled, split.tests["folds"], split.radar_only)
        assert len({name for group in groups for name in group}) == sum(len(group) for group in groups)


def test_missing_layers_are_zero_and_flagged(dfc2024: Path) -> None:
    dataset = Dfc2024(dfc2024)
    whole, without_merit, without_cover = (dataset.teacher_layers(name).bands for name in ("1", "0", "7"))
    assert whole[2:4].min() == 1
    assert without_merit[2].max() == without_merit[1].max() == 0
    assert without_merit[3].min() == 1
    assert without_cover[3].max() == without_cover[4:9].max() == 0
    assert whole[1].max() == pytest.approx(0.5)


def test_radar_alone_has_no_label_and_no_target_where_it_was_not_observed(dfc2024: Path) -> None:
    dataset = Dfc2024(dfc2024)
    place = dataset.place("after")
    assert (place.label == UNKNOWN).all()
    assert not place.observed[0].any()
    assert place.observed[1:].all()
    weak = dataset.weak(CrossModalArm.PUBLISHED_WEAK, "after")
    assert weak is not None
    assert (weak[0] == UNTRUSTED).all()
    assert (weak == SURE).any()
    assert dataset.weak(CrossModalArm.PUBLISHED_WEAK, RADAR_CHIPS[0]) is None


def test_a_missing_aux_file_is_said(dfc2024: Path) -> None:
    (dfc2024 / "flood_db" / "dfc2024" / "3_aux.tif").unlink()
    with pytest.raises(InputError, match=r"3_aux\.tif cannot be read"):
        Dfc2024(dfc2024).teacher_layers("3")


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    return Ground(write_ground(tmp_path / "ground"))


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_places_of_ground_are_tested_by_networks_that_saw_neither_them_nor_their_neighbours(ground: Ground, share: float) -> None:
    splits = ground.splits(share, 1)
    assert sorted(name for split in splits for name in split.tests["folds"]) == sorted(ground.chips)
    for split in splits:
        tested = set(split.tests["folds"])
        assert not tested & {*split.labelled, *split.unlabelled}
        assert not tested & {NEIGHBOURS.get(name) for name in split.unlabelled}
        assert len(split.labelled) == pytest.approx(share * (len(ground.chips) - len(tested)), abs=1)
        assert "far_away" in split.unlabelled
    assert sum("ben_20170617_29UPU_4_55" in split.unlabelled for split in splits) == len(splits) - 1


def test_labels_of_ground_are_drawn_with_water_and_without(ground: Ground) -> None:
    for seed in (1, 2, 3):
        for split in ground.splits(0.25, seed):
            wet = [name for name in split.labelled if (ground.chips[name].label == 1).any()]
            assert 0 < len(wet) < len(split.labelled)


def test_the_teacher_of_ground_sees_what_the_student_sees(ground: Ground) -> None:
    layers = ground.teacher_layers("awc01")
    assert layers.bands.shape == (0, 96, 96)
    assert layers.seen.all()


def test_labels_from_optical_images_are_the_targets_of_ground_where_there_are_any(ground: Ground) -> None:
    weak = ground.weak(CrossModalArm.WEAK_OPTICAL, "awc01")
    assert weak is not None
    assert np.array_equal(weak == SURE, ground.place("awc01").label == 1)
    assert ground.weak(CrossModalArm.WEAK_OPTICAL, "far_away") is None
    by_radar = ground.weak(CrossModalArm.WEAK_RADAR, "far_away")
    assert by_radar is not None
    assert (by_radar == SURE).mean() == pytest.approx(1 / 9, abs=0.01)


def test_a_folder_without_the_places_of_a_fold_is_said(tmp_path: Path) -> None:
    folder = write_ground(tmp_path / "ground")
    (folder / "awc01_label.tif").rename(folder / "elsewhere_label.tif")
    (folder / "awc01.tif").rename(folder / "elsewhere.tif")
    for path in folder.glob("ben*_label.tif"):
        path.unlink()
    with pytest.raises(InputError, match="no chip of fold 1"):
        Ground(folder).splits(1.0, 1)
