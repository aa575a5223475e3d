"""Two-date sets: what is matched, what is observed, which tiles get which label, and the published layout of the benchmarks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from helpers.training.change_sets import land, pair, save, write_emsr763, write_ombria
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.change_data import (
    BENCHMARK,
    EMSR763,
    OMBRIA,
    Pair,
    comparable,
    corners,
    read_labels,
    read_pairs,
    write_labels,
)
from tidemark.engine.training.datasets.change_masks import label_tiles, read_mask
from tidemark.engine.training.sampling.change_tiles import ChangeSampler, unchanged_copy


def test_the_older_date_gets_the_histogram_of_the_newer_one() -> None:
    older, newer = land(1, 128), np.clip(land(2, 128).astype(int) + 40, 0, 255).astype(np.uint8)
    dates = comparable(Pair("a", OMBRIA, newer[None], older[None]))
    assert abs(float(np.median(newer)) - float(np.median(older))) > 30
    assert abs(float(np.median(dates.newer)) - float(np.median(dates.older))) <= 2
    assert np.array_equal(dates.newer[0], newer)


def test_swapped_dates_are_matched_to_the_date_that_now_is_the_newer_one() -> None:
    older, newer, _ = pair(1)
    dates = comparable(Pair("a", OMBRIA, newer[None], older[None]), swapped=True)
    assert np.array_equal(dates.newer[0], older)


def test_networks_see_the_newer_date_first_between_0_and_1() -> None:
    older, newer, mask = pair(1)
    image = comparable(Pair("a", OMBRIA, newer[None], older[None])).stretched()
    assert image.shape == (2, 128, 128)
    assert image.dtype == np.float32
    assert (image.min(), image.max()) == (0.0, 1.0)
    assert image[0][mask > 0].mean() < image[1][mask > 0].mean() - 0.3


def test_an_image_level_label_says_whether_anything_has_changed(tmp_path: Path) -> None:
    write_ombria(tmp_path, ("0001",))
    labels = {(tile.top, tile.left): tile.changed for _, tile in label_tiles(tmp_path, OMBRIA)}
    assert labels == {(0, 0): True, (0, 64): False, (64, 0): False, (64, 64): False}


def test_a_tile_with_hardly_a_changed_pixel_is_left_out(tmp_path: Path) -> None:
    older, newer, mask = pair(1, flooded=None)
    mask[70:72, 70:72] = 1
    for layer, image in zip(("s1_before", "s1_after", "mask"), (older, newer, mask), strict=True):
        save(tmp_path / layer / "1.png", image)
    assert [(tile.top, tile.left) for _, tile in label_tiles(tmp_path, OMBRIA)] == [(0, 0), (0, 64), (64, 0)]


def test_blank_chips_are_never_called_unchanged(tmp_path: Path) -> None:
    write_emsr763(tmp_path)
    one = read_pairs(tmp_path, EMSR763[0])[0]
    assert list(corners(one)) == [(0, 0), (0, 256)]
    filled = comparable(one)
    assert (filled.newer[0, 256:] == filled.newer[0, 256, 0]).all()  # the median, as the engine feeds it


def test_a_list_of_labels_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_ombria(tmp_path, ("0001",))
    labels = list(label_tiles(tmp_path, OMBRIA))
    write_labels(tmp_path / "labels.csv", labels)
    assert read_labels(tmp_path / "labels.csv") == {"ombria": [tile for _, tile in labels]}


def test_a_list_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "labels.csv").write_text("sample,split,scene_block\n1,train,0\n")
    with pytest.raises(InputError, match="not a list of image-level labels"):
        read_labels(tmp_path / "labels.csv")


def test_the_benchmarks_are_read_in_their_published_layout(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    for split in ("train", "test"):
        for layer in ("A", "B"):
            save(tmp_path / split / layer / "train_1.png", rng.integers(0, 255, (3, 256, 256)).astype(np.uint8))
        mask = np.zeros((256, 256), np.uint8)
        mask[10:60, 10:60] = 255
        save(tmp_path / split / "label" / "train_1.png", mask)
    one = read_pairs(tmp_path / "train", BENCHMARK)[0]
    dates = comparable(one)
    assert np.array_equal(dates.older, one.older)  # colour photographs are not matched
    assert dates.stretched().shape == (6, 256, 256)
    assert read_mask(tmp_path / "train", BENCHMARK, "train_1").sum() == 2500
    assert [tile.changed for _, tile in label_tiles(tmp_path / "test", BENCHMARK)] == [True]


def test_a_pair_without_its_older_date_is_named(tmp_path: Path) -> None:
    write_ombria(tmp_path)
    (tmp_path / "s1_before" / "0002.png").unlink()
    with pytest.raises(InputError, match="no image 0002"):
        read_pairs(tmp_path, OMBRIA)


def test_dates_of_different_sizes_are_refused(tmp_path: Path) -> None:
    write_ombria(tmp_path)
    save(tmp_path / "s1_before" / "0002.png", land(1, 64))
    with pytest.raises(InputError, match="0002 has"):
        read_pairs(tmp_path, OMBRIA)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no images"):
        read_pairs(tmp_path, OMBRIA)


def test_half_a_batch_has_changed_and_the_dates_are_swapped_at_random(tmp_path: Path) -> None:
    write_ombria(tmp_path)
    labels: dict[str, list] = {"ombria": [tile for _, tile in label_tiles(tmp_path, OMBRIA)]}
    sampler = ChangeSampler(read_pairs(tmp_path, OMBRIA), labels, 64, 16, {"ombria": 1.0}, np.random.default_rng(0))
    batches = [sampler.draw() for _ in range(4)]
    assert batches[0].image.shape == (16, 2, 64, 64)
    assert all(batch.changed.sum() == 8 for batch in batches)
    darker = np.concatenate([(batch.image[:8, 0] - batch.image[:8, 1]).mean(axis=(1, 2)) for batch in batches])
    assert (darker < -0.05).any()
    assert (darker > 0.05).any()


def test_large_chips_are_shrunk_to_the_size_the_network_sees(tmp_path: Path) -> None:
    write_emsr763(tmp_path)
    labels: dict[str, list] = {"emsr763-vv": [tile for _, tile in label_tiles(tmp_path, EMSR763[0])]}
    sampler = ChangeSampler(read_pairs(tmp_path, EMSR763[0]), labels, 64, 4, {"emsr763-vv": 1.0}, np.random.default_rng(0))
    assert sampler.draw().image.shape == (4, 2, 64, 64)


def test_tiles_that_are_all_changed_cannot_be_learned_from(tmp_path: Path) -> None:
    write_ombria(tmp_path)
    labels = {"ombria": [tile for _, tile in label_tiles(tmp_path, OMBRIA) if tile.changed]}
    with pytest.raises(InputError, match="all changed"):
        ChangeSampler(read_pairs(tmp_path, OMBRIA), labels, 64, 4, {"ombria": 1.0}, np.random.default_rng(0))


def test_a_pair_that_is_made_unchanged_differs_by_speckle_only() -> None:
    image = np.stack([np.kron(np.linspace(0.2, 0.8, 16).reshape(4, 4), np.ones((32, 32)))] * 2).astype(np.float32)
    image[1] = 0.0
    newer, older = unchanged_copy(image, np.random.default_rng(3))
    assert not np.array_equal(newer, older)
    assert np.corrcoef(newer.ravel(), older.ravel())[0, 1] > 0.8
