"""Change between two dates: what became darker, what became brighter, and what nobody can tell."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.transform import array_bounds, from_origin
from rasterio.warp import Resampling, calculate_default_transform, reproject, transform_bounds

from helpers.flood_pair import agreement
from helpers.maps import read_map
from helpers.networks import write_changed_is_far
from helpers.scenes import UTM, write
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.requests import RethresholdJob
from tidemark.engine.delivery.folder import write_folder
from tidemark.engine.delivery.geopackage import write_geopackage
from tidemark.engine.methods.log_ratio import SURE_DB, SecondOpinion, fit, log_ratio, second_opinion
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.rethreshold import hectares_by_threshold, rethreshold
from tidemark.engine.raster.two_dates import matching_table, shift_pixels, unchanged

SIDE = 256
DARKER, BRIGHTER = np.s_[40:100, 40:120], np.s_[140:200, 100:180]


def land(seed: int, changed: bool, bands: int = 2) -> np.ndarray:
    """Return two-date land in dB, float32 (bands, side, side), with fields that both dates share."""
    fields = np.kron(np.random.default_rng(5).normal(0, 1.5, (8, 8)), np.ones((SIDE // 8, SIDE // 8)))
    mean = np.stack([-9 + fields, -15 + fields])[:bands]
    if changed:
        mean[(slice(None), *DARKER)] -= 9
        mean[(slice(None), *BRIGHTER)] += 8
    speckle = np.random.default_rng(seed).gamma(8, 1 / 8, mean.shape)
    return (mean + 10 * np.log10(speckle)).astype(np.float32)


def names(bands: int) -> tuple[str, ...]:
    return ("VV", "VH")[:bands]


def moved(image: str, path: Path, crs: str) -> str:
    """Write an image in another reference system."""
    with rasterio.open(image) as given:
        transform, width, height = calculate_default_transform(given.crs, crs, given.width, given.height, *given.bounds)
        values = np.full((given.count, height, width), np.nan, np.float32)
        reproject(given.read(), values, src_transform=given.transform, src_crs=given.crs, dst_transform=transform, dst_crs=crs,
                  src_nodata=np.nan, dst_nodata=np.nan, resampling=Resampling.bilinear)  # fmt: skip
    return write(path, values, names(len(values)), crs=crs, transform=transform, nodata=np.nan)


@pytest.fixture
def dates(tmp_path: Path) -> tuple[str, str]:
    """Newer and older image."""
    newer, older = tmp_path / "S1A_20240506T085712.tif", tmp_path / "S1A_20240424T085712.tif"
    return write(newer, land(1, True), **UTM), write(older, land(2, False), **UTM)


def job(tmp_path: Path, newer: str, older: str, method: str = "log-ratio", scale: str = "db", **options: Any) -> Job:
    sources = (Source((newer,), scale=scale), Source((older,), "before", scale=scale))
    return Job("change", sources, str(tmp_path / "out"), method=method, overwrite=True, **options)


@pytest.mark.parametrize("method", ["log-ratio", "otsu", "kittler"])
def test_what_became_darker_and_what_became_brighter_are_told_apart(tmp_path: Path, dates: tuple[str, str], method: str) -> None:
    result = detect(job(tmp_path, *dates, method))
    classes = read_map(result)
    assert agreement(classes, 3, DARKER) > 0.8
    assert agreement(classes, 4, BRIGHTER) > 0.8
    assert result.title == "Backscatter change between two dates"
    assert "decrease of backscatter" in result.summary
    assert "damage" not in result.summary
    assert result.hectares["decrease"] + result.hectares["increase"] == pytest.approx(result.hectares["detected"], abs=0.0002)


@pytest.mark.parametrize("step", [15, 3])
@pytest.mark.parametrize("method", ["otsu", "kittler"])
def test_single_pixels_that_are_missing_move_no_threshold(tmp_path: Path, method: str, step: int) -> None:
    older, newer = land(2, False), land(1, True)
    whole, _ = fit(method, [np.concatenate([newer, older])], display=False)
    newer[:, ::step, ::step] = older[:, ::step, ::step] = np.nan
    result = detect(job(tmp_path, write(tmp_path / "newer.tif", newer, **UTM), write(tmp_path / "older.tif", older, **UTM), method))
    found = float(json.loads(Path(result.files["run"]).read_text())["method"]["thresholds"].split()[2])
    assert found == pytest.approx(whole.threshold_db, abs=0.2)
    assert (read_map(result)[BRIGHTER] == 4).sum() > 0.95 * (read_map(result)[BRIGHTER] != 255).sum()


def test_dates_too_small_for_a_threshold_are_mapped_by_the_network_alone_and_that_is_told(tmp_path: Path) -> None:
    newer, older = (write(tmp_path / f"{i}.tif", land(i, i == 1)[:, 60:61], **UTM) for i in (1, 2))
    card = write_changed_is_far(tmp_path / "models", log_ratio_weight=0.9)
    result = detect(job(tmp_path, newer, older, "student", model=str(card)))
    assert (read_map(result)[0, 45:115] == 3).mean() > 0.8
    assert any("the network decides alone" in notice for notice in result.notices)


def test_the_change_in_decibels_is_written_for_calibrated_data(tmp_path: Path, dates: tuple[str, str]) -> None:
    result = detect(job(tmp_path, *dates))
    with rasterio.open(result.files["change_db"]) as raster:
        change = raster.read(1) * raster.scales[0]
        assert raster.units == ("dB",)
        assert Path(raster.name).with_suffix(".qml").exists()
    assert np.median(change[50:90, 50:110]) == pytest.approx(-9, abs=0.3)
    assert np.median(change[150:190, 110:170]) == pytest.approx(8, abs=0.3)
    assert np.median(change[220:]) == pytest.approx(0, abs=0.2)


def test_one_polarisation_is_enough(tmp_path: Path) -> None:
    newer, older = (write(tmp_path / f"{i}.tif", land(i, i == 1, 1), names(1), **UTM) for i in (1, 2))
    assert agreement(read_map(detect(job(tmp_path, newer, older))), 3, DARKER) > 0.8


def test_images_given_in_the_wrong_order_give_the_same_map(tmp_path: Path, dates: tuple[str, str]) -> None:
    right = read_map(detect(job(tmp_path, *dates)))
    swapped = detect(job(tmp_path, *reversed(dates)))
    assert (read_map(swapped) == right).all()
    assert any("put in order" in notice for notice in swapped.notices)


def test_a_time_is_not_newer_than_its_own_day(tmp_path: Path, dates: tuple[str, str]) -> None:
    day = write(tmp_path / "S1A_20240506.tif", land(3, False), **UTM)
    said = detect(job(tmp_path, day, dates[0])).notices
    assert not any("put in order" in notice for notice in said)
    assert any("of the same date" in notice for notice in said)
    assert any("put in order" in notice for notice in detect(job(tmp_path, dates[1], day)).notices)


def test_an_extent_is_that_of_the_image_that_was_given_also_where_the_dates_are_put_in_order(
    tmp_path: Path, dates: tuple[str, str]
) -> None:
    newer, older = dates
    other = moved(newer, tmp_path / "S1A_20240506T085712_degrees.tif", "EPSG:4326")
    wanted = array_bounds(100, 80, UTM["transform"] * Affine.translation(80, 120))
    with rasterio.open(detect(job(tmp_path, older, other, extent=wanted)).files["class"]) as found:
        assert found.crs.to_epsg() == 4326
        covered = transform_bounds(found.crs, UTM["crs"], *found.bounds)
        assert (found.read(1) == 4).mean() > 0.4
    assert np.abs(np.subtract(covered, wanted)).max() < 60  # the two grids are turned by a little


def test_a_scene_and_its_copy_with_other_speckle_show_hardly_any_change(tmp_path: Path) -> None:
    newer, older = (write(tmp_path / f"{i}.tif", land(i, False), **UTM) for i in (1, 2))
    classes = read_map(detect(job(tmp_path, newer, older)))
    assert np.isin(classes, (3, 4)).mean() <= 0.01


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_dates_on_different_grids_give_the_map_of_aligned_ones(tmp_path: Path, dates: tuple[str, str], crs: str) -> None:
    newer, older = dates
    aligned = read_map(detect(job(tmp_path, newer, older)))
    other = moved(older, tmp_path / "S1A_20240424T085712_moved.tif", crs)
    classes = read_map(detect(job(tmp_path, newer, other)))
    inner = np.s_[12:-12, 12:-12]
    for code in (3, 4):
        one, two = aligned[inner] == code, classes[inner] == code
        assert (one & two).sum() / (one | two).sum() >= 0.95


def test_outside_the_overlap_nothing_is_claimed(tmp_path: Path, dates: tuple[str, str]) -> None:
    older = write(tmp_path / "S1A_20240424T085712_east.tif", land(2, False), crs=UTM["crs"],
                  transform=from_origin(481_000, 6_700_000, 10, 10))  # fmt: skip
    result = detect(job(tmp_path, dates[0], older))
    assert (read_map(result)[:, :98] == 255).all()
    assert (read_map(result, "change_db")[:, :98] == -32768).all()


@pytest.mark.parametrize("crs", [UTM["crs"], "EPSG:4326"])
def test_an_overlap_between_the_windows_that_are_sampled_is_found(tmp_path: Path, crs: str) -> None:
    where, side = UTM["transform"] * Affine.translation(724, 200), 130  # windows of a sample lie at rows 67 to 195 and 329 to 457
    newer = write(tmp_path / "1.tif", np.tile(land(1, True, 1), (1, 9, 9))[:, :2100, :2100], names(1), **UTM)
    older = write(tmp_path / "2.tif", land(2, False, 1)[:, :side, :side], names(1), crs=UTM["crs"], transform=where)
    paths = newer, moved(older, tmp_path / "3.tif", crs)
    result = detect(job(tmp_path, *paths, "otsu", extent=array_bounds(side, side, where)))
    assert (read_map(result) != 255).mean() > 0.95


def test_images_that_lie_off_each_other_are_told(tmp_path: Path) -> None:
    # Texture finer than a window, as streets and fields give it.
    texture = np.random.default_rng(3).normal(-10, 3, (2, SIDE + 20, SIDE + 20)).astype(np.float32)
    newer, older = texture[:, 10:-10, 10:-10], texture[:, 6:-14, 13:-7]
    said = detect(job(tmp_path, write(tmp_path / "1.tif", newer, **UTM), write(tmp_path / "2.tif", older, **UTM))).notices
    assert any("off each other" in notice for notice in said)
    assert shift_pixels([np.concatenate([newer, older])]) in {(4.0, -3.0), (-4.0, 3.0)}
    said = detect(job(tmp_path, write(tmp_path / "1.tif", newer, **UTM), write(tmp_path / "2.tif", newer, **UTM))).notices
    assert not any("off each other" in notice for notice in said)


def as_bytes(db: np.ndarray, low: float, high: float) -> np.ndarray:
    return np.clip((db - low) / (high - low) * 254 + 1, 1, 255).astype(np.uint8)


def test_display_bytes_without_names_are_matched_first_and_give_no_decibels(tmp_path: Path) -> None:
    newer = write(tmp_path / "1.tif", as_bytes(land(1, True, 1), -25, 0), ("",), **UTM)
    older = write(tmp_path / "2.tif", as_bytes(land(2, False, 1), -35, 8), ("",), **UTM)
    result = detect(job(tmp_path, newer, older, "otsu", scale="auto"))
    assert agreement(read_map(result), 3, DARKER) > 0.6
    assert "change_db" not in result.files
    assert any("relative" in notice for notice in result.notices)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")  # a PNG has no place
def test_the_quick_look_of_display_bytes_shows_them_under_the_classes(tmp_path: Path) -> None:
    grey = as_bytes(land(1, True, 1), -25, 0)
    newer = write(tmp_path / "1.tif", grey, ("",), **UTM)
    older = write(tmp_path / "2.tif", as_bytes(land(2, False, 1), -25, 0), ("",), **UTM)
    result = detect(job(tmp_path, newer, older, scale="auto", quicklook=str(tmp_path / "look.png")))
    with rasterio.open(result.files["quicklook"]) as picture:
        shown = picture.read()
    unchanged = read_map(result) == 0
    np.testing.assert_allclose(shown[:, unchanged], np.repeat(grey[:, unchanged], 3, axis=0), atol=1)


def test_bytes_and_backscatter_are_not_compared(tmp_path: Path, dates: tuple[str, str]) -> None:
    older = write(tmp_path / "2.tif", as_bytes(land(2, False), -25, 0), **UTM)
    with pytest.raises(InputError, match="one unit"):
        detect(job(tmp_path, dates[0], older, scale="auto"))


def test_a_scale_that_fits_one_date_holds_for_that_one_and_the_other_keeps_what_it_tells_of_itself(
    tmp_path: Path, dates: tuple[str, str]
) -> None:
    newer, older = dates
    expected = read_map(detect(job(tmp_path, newer, older)))
    power = write(Path(older), (10 ** (land(2, False) / 10)).astype(np.float32), **UTM)
    result = detect(job(tmp_path, newer, power, scale="power"))
    assert any(f"The values of {Path(newer).name} do not mean power" in notice for notice in result.notices)
    np.testing.assert_array_equal(read_map(result), expected)
    record = json.loads(Path(result.files["run"]).read_text())
    assert (record["input"]["scale"], record["before"]["scale"]) == ("db", "power")


def test_the_date_whose_values_stay_open_is_named(tmp_path: Path, dates: tuple[str, str]) -> None:
    darker = land(2, False)[:, :96, :96] - np.array([6, 8], np.float32)[:, None, None]
    calm = darker.mean(axis=(1, 2), keepdims=True) + 0.1 * (darker - darker.mean(axis=(1, 2), keepdims=True))
    older = write(Path(dates[1]), (10 ** (calm / 20)).astype(np.float32), **UTM)
    with pytest.raises(InputError, match=f"The values of {Path(older).name} could be: power, amplitude"):
        detect(job(tmp_path, dates[0], older, scale="auto"))


def test_change_needs_two_images(tmp_path: Path, dates: tuple[str, str]) -> None:
    with pytest.raises(InputError, match="two images"):
        detect(Job("change", (Source((dates[0],), scale="db"),), str(tmp_path / "out"), method="log-ratio"))


def test_a_method_of_another_task_is_refused(tmp_path: Path, dates: tuple[str, str]) -> None:
    with pytest.raises(InputError, match="log-ratio"):
        detect(job(tmp_path, *dates, "fixed"))


def test_a_network_that_sees_two_dates_runs_with_one_stretch_for_both(tmp_path: Path, dates: tuple[str, str]) -> None:
    card = write_changed_is_far(tmp_path / "models")
    result = detect(job(tmp_path, *dates, "student", model=str(card)))
    assert agreement(read_map(result), 3, DARKER) > 0.7
    assert agreement(read_map(result), 4, BRIGHTER) > 0.7
    assert json.loads(Path(result.files["run"]).read_text())["method"]["model"] == "far"


def test_a_table_of_a_histogram_with_itself_changes_nothing() -> None:
    values = np.random.default_rng(0).integers(20, 200, 5000).astype(np.float32)
    table = matching_table(values, values)
    np.testing.assert_allclose(table[21:199], np.arange(21, 199), atol=0.51)


def test_matching_undoes_a_stretch() -> None:
    values = np.random.default_rng(0).normal(100, 20, 50_000).astype(np.float32)
    table = matching_table(values, values * 1.3 + 10)
    np.testing.assert_allclose(np.interp([80, 100, 120], np.arange(256), table), [114, 140, 166], atol=1)


@pytest.mark.parametrize("gain", [1.0, 1.4])
def test_pixels_that_have_not_changed_are_found_under_another_stretch_and_a_large_flood(gain: float) -> None:
    rng = np.random.default_rng(0)
    ground = np.kron(rng.uniform(60, 130, (12, 12)), np.ones((16, 16)))
    older, newer = (ground + rng.normal(0, 6, ground.shape) for _ in range(2))
    newer[:, :48] = 20 + rng.normal(0, 3, (192, 48))
    window = np.stack([newer, older * gain + 5]).astype(np.float32)
    window[:, 150:, 150:] = np.nan
    (same,) = unchanged([window])
    assert same[20:140, 60:].mean() > 0.7
    assert same[:, 4:44].mean() < 0.1
    assert not same[150:, 150:].any()
    table = matching_table(window[1][same], window[0][same])
    matched = np.interp(window[1][:140, 60:], np.arange(256), table)
    assert abs(float(np.median(matched - window[0][:140, 60:]))) < 3


def test_dates_that_have_nothing_in_common_are_matched_as_a_whole() -> None:
    rng = np.random.default_rng(0)
    window = rng.permutation(np.arange(2 * 40 * 40) % 200).reshape(2, 40, 40).astype(np.float32)
    window[0] = 7
    assert unchanged([window])[0].any()


def test_the_log_ratio_speaks_where_the_network_is_unsure_and_does_not_overrule_it() -> None:
    opinion = SecondOpinion(threshold_db=3.0, weight=0.25)
    probability, change = np.array([[0.4, 0.4, 0.9, 0.05]], np.float32), np.array([[-9, 0.2, 0, 12]], np.float32)
    np.testing.assert_array_equal(opinion.joined(probability, change) > 0.5, [[True, False, True, False]])
    assert opinion.joined(probability, -change) == pytest.approx(opinion.joined(probability, change))


@pytest.mark.parametrize("changed", [0.002, 0.3])
def test_of_two_rules_the_stricter_one_speaks_beside_a_network(changed: float) -> None:
    older = np.random.default_rng(2).normal(-10, 1, (200, 200)).astype(np.float32)
    newer = older + np.random.default_rng(3).normal(0, 1, older.shape).astype(np.float32)
    newer[: round(200 * changed**0.5), : round(200 * changed**0.5)] -= 8
    dates = np.stack([newer, older])
    found = [fit(rule, [dates], display=False)[0].threshold_db for rule in ("otsu", "kittler")]
    opinion = second_opinion(1.0, [dates], display=False)
    assert opinion.threshold_db == max(found) > min(found)
    assert (opinion.joined(np.zeros_like(older), log_ratio(dates, display=False)) > 0.5).mean() == pytest.approx(changed, rel=0.5)


def test_a_log_ratio_that_finds_no_change_beyond_speckle_leaves_the_network_to_decide() -> None:
    rng = np.random.default_rng(4)
    older = rng.normal(-10, 1, (200, 200)).astype(np.float32)
    quiet, changed = (older + rng.normal(0, 0.5, older.shape).astype(np.float32) for _ in range(2))
    changed[:40, :60] -= 9
    unsure, sure = (second_opinion(0.7, [np.stack([newer, older])], display=False) for newer in (quiet, changed))
    assert sure.threshold_db > SURE_DB
    assert sure.weight == 0.7
    assert unsure.threshold_db < 0.8 * SURE_DB
    assert unsure.weight == pytest.approx(0.7 * (unsure.threshold_db / SURE_DB) ** 2)
    says_so = np.full((1, 1), 0.9, np.float32)
    assert unsure.joined(says_so, np.zeros((1, 1), np.float32)) > 0.5 > sure.joined(says_so, np.zeros((1, 1), np.float32))


def test_a_card_may_ask_for_the_log_ratio_beside_its_network(tmp_path: Path, dates: tuple[str, str]) -> None:
    alone, joined = (write_changed_is_far(tmp_path / name, log_ratio_weight=weight) for name, weight in (("a", 0.0), ("b", 0.9)))
    shares = [agreement(read_map(detect(job(tmp_path, *dates, "student", model=str(card)))), 3, DARKER) for card in (alone, joined)]
    assert min(shares) > 0.6
    assert shares[0] != shares[1]


def test_the_log_ratio_of_equal_dates_is_zero_and_of_a_tenth_minus_ten() -> None:
    one = np.full((1, 9, 9), -8, np.float32)
    np.testing.assert_allclose(log_ratio(np.concatenate([one, one]), display=False), 0, atol=1e-5)
    np.testing.assert_allclose(log_ratio(np.concatenate([one - 10, one]), display=False), -10, atol=1e-4)


def test_the_change_in_decibels_goes_into_the_package(tmp_path: Path, dates: tuple[str, str]) -> None:
    detect(job(tmp_path, *dates))
    folder = write_folder(str(tmp_path / "out"), str(tmp_path / "package"), "flood", "city")
    raster = next(Path(folder).glob("*change-db*.tif"))
    assert raster.with_suffix(".qml").exists()
    assert raster.name in next(Path(folder).glob("README*")).read_text(encoding="utf-8")
    package = write_geopackage(str(tmp_path / "out"), str(tmp_path / "map.gpkg"), "flood", "city", 1)
    with rasterio.open(f"GPKG:{package}:flood_city_change_change-db_v1") as packed, rasterio.open(raster) as given:
        np.testing.assert_allclose(packed.read(1), given.read(1) * 0.01, atol=1e-3)


def test_another_threshold_gives_the_map_of_change_that_a_run_with_it_writes(tmp_path: Path, dates: tuple[str, str]) -> None:
    first = detect(job(tmp_path, *dates, threshold=0.9))
    made = rethreshold(RethresholdJob(first.files["probability"], 0.3, str(tmp_path / "made")))
    hectares = hectares_by_threshold(first.files["probability"])[30]
    wanted = detect(job(tmp_path, *dates, threshold=0.3))
    for kind in ("class", "probability", "change_db"):
        np.testing.assert_array_equal(read_map(made, kind), read_map(wanted, kind))
    assert set(np.unique(read_map(made))) == {0, 3, 4}
    assert (made.summary, made.hectares, made.shares) == (wanted.summary, wanted.hectares, wanted.shares)
    assert hectares == pytest.approx(made.hectares["detected"], abs=0.01)
    assert not [text for text in made.notices if "Reference water" in text]
    for style in ("class.qml", "change_db.qml"):
        assert (tmp_path / f"made_{style}").read_text() == (tmp_path / f"out_{style}").read_text()


@pytest.mark.parametrize("gone", [["change_db"], ["change_db", "class"], ["change_db", "class", "run"]])
def test_another_threshold_is_refused_where_nothing_tells_darker_from_brighter(
    tmp_path: Path, dates: tuple[str, str], gone: list[str]
) -> None:
    first = detect(job(tmp_path, *dates))
    for kind in gone:
        Path(first.files[kind]).unlink()
    there = sorted(tmp_path.iterdir())
    with pytest.raises(InputError, match=r"out_change_db\.tif does not lie beside out_probability\.tif\. It tells decrease from"):
        rethreshold(RethresholdJob(first.files["probability"], 0.3, str(tmp_path / "made")))
    with pytest.raises(InputError, match=r"out_change_db\.tif does not lie beside"):
        hectares_by_threshold(first.files["probability"])
    assert sorted(tmp_path.iterdir()) == there


def test_a_raster_that_takes_the_place_of_the_change_in_decibels_is_named(tmp_path: Path, dates: tuple[str, str]) -> None:
    first = detect(job(tmp_path, *dates))
    shutil.copy(first.files["probability"], first.files["change_db"])
    with pytest.raises(InputError, match=r"out_change_db\.tif is of type uint8"):
        rethreshold(RethresholdJob(first.files["probability"], 0.3, str(tmp_path / "made")))
