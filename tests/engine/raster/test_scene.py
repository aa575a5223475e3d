from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from helpers.scenes import UTM, lake, write
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Source
from tidemark.engine.raster.files import acquired_at
from tidemark.engine.raster.scene import Scene, open_scene

PAIR = ("VV", "VH")


def observed(path: str, zeros: str = "auto", scale: str = "db") -> np.ndarray:
    with open_scene(Source((path,), scale=scale), zeros) as scene:
        return np.isfinite(whole(scene)[0])


def whole(scene: Scene) -> np.ndarray:
    return scene.read_db(0, scene.grid.height, 0, scene.grid.width, PAIR)


def test_two_files_are_as_one_and_bands_come_in_the_order_asked_for(tmp_path: Path) -> None:
    db, _ = lake(64, 64)
    vh, vv = write(tmp_path / "s_VH.tif", db[1:], ("",)), write(tmp_path / "s_VV.tif", db[:1], ("",))
    with open_scene(Source((vh, vv), scale="db")) as scene:
        np.testing.assert_array_equal(whole(scene), db)


def test_unnamed_bands_are_told_by_their_brightness(tmp_path: Path) -> None:
    db, _ = lake(64, 64)
    with open_scene(Source((write(tmp_path / "s.tif", db[::-1], ("", "")),), scale="db")) as scene:
        assert dict(scene.bands.numbers) == {"VV": 2, "VH": 1}
        assert scene.bands.origin == "statistics"


def test_scale_tags_of_scaled_integers_are_applied_once_whatever_is_said_of_the_scale(tmp_path: Path) -> None:
    db, _ = lake(64, 64)
    path = write(tmp_path / "s.tif", np.rint(db * 100).astype(np.int16), tags={"UNITS": "dB"})
    with rasterio.open(path, "r+") as raster:
        raster.scales = (0.01, 0.01)
    for scale in ("auto", "db100"):
        with open_scene(Source((path,), scale=scale)) as scene:
            np.testing.assert_allclose(whole(scene), db, atol=0.006)


def test_zeros_at_the_edge_are_not_observed_but_a_lake_of_zeros_inside_is(tmp_path: Path) -> None:
    power = (10 ** (lake(96, 96)[0] / 10)).astype(np.float32)
    power[:, :, :9] = 0
    power[:, 40:50, 40:50] = 0
    with open_scene(Source((write(tmp_path / "s.tif", power),), scale="power")) as scene:
        db = whole(scene)
    assert np.isnan(db[:, :, :9]).all()
    assert (db[:, 40:50, 40:50] < -50).all()
    assert np.isfinite(db[:, :, 9:]).all()


def test_zeros_can_be_declared_dark_or_nodata(tmp_path: Path) -> None:
    db, _ = lake(64, 64)
    db[:, :5] = 0
    db[:, 30:33, 30:33] = 0
    path = write(tmp_path / "s.tif", db)
    assert observed(path, "dark").all()
    assert (~observed(path, "nodata")).sum() == 5 * 64 + 9


def test_zeros_in_one_band_only_are_no_hole(tmp_path: Path) -> None:
    db, _ = lake(64, 64)
    db[1, :5] = 0
    assert observed(write(tmp_path / "s.tif", db)).all()


@pytest.mark.parametrize("nodata", [-9999.0, np.nan])
def test_zeros_at_the_edge_are_not_observed_whatever_other_value_is_declared(tmp_path: Path, nodata: float) -> None:
    power = (10 ** (lake(64, 64)[0] / 10)).astype(np.float32)
    power[:, :5] = 0
    power[:, 30:33, 30:33] = 0
    power[0, 10, 10] = nodata
    path = write(tmp_path / "s.tif", power, nodata=nodata)
    expected = np.ones((64, 64), np.bool_)
    expected[10, 10] = False
    np.testing.assert_array_equal(observed(path, "dark", "power"), expected)
    expected[:5] = False
    np.testing.assert_array_equal(observed(path, scale="power"), expected)


def test_zeros_behind_a_border_of_declared_nodata_are_not_observed(tmp_path: Path) -> None:
    power = (10 ** (lake(64, 64)[0] / 10)).astype(np.float32)
    power[:, :, :9], power[:, :, :5] = 0, np.nan
    power[:, 30:33, 30:33] = 0
    seen = observed(write(tmp_path / "s.tif", power, nodata=np.nan), scale="power")
    assert not seen[:, :9].any()
    assert seen[:, 9:].all()


def test_zeros_at_the_edge_of_whole_hundredths_of_decibels_are_not_observed(tmp_path: Path) -> None:
    stored = np.rint(lake(64, 64)[0][:1] * 100).astype(np.int16)
    stored[:, :5] = 0
    stored[:, 30, 30] = 0
    with open_scene(Source((write(tmp_path / "s_VV.tif", stored, ("VV",), nodata=-32768),))) as scene:
        seen = np.isfinite(scene.read_db(0, 64, 0, 64, ("VV",))[0])
    assert not seen[:5].any()
    assert seen[5:].all()


def test_nan_and_infinite_pixels_are_not_observed_in_any_band(tmp_path: Path) -> None:
    db, _ = lake(64, 64)
    db[0, 3, 4], db[1, 5, 6] = np.nan, -np.inf
    assert np.argwhere(~observed(write(tmp_path / "s.tif", db))).tolist() == [[3, 4], [5, 6]]


def test_grids_that_differ_are_refused_with_both_sizes(tmp_path: Path) -> None:
    db, _ = lake(64, 64)
    paths = write(tmp_path / "a_VV.tif", db[:1], ("",)), write(tmp_path / "a_VH.tif", db[1:, :60], ("",))
    with pytest.raises(InputError, match=r"64 x 64 .* 64 x 60"), open_scene(Source(paths)):
        pass


def test_dates_come_from_the_file_name(tmp_path: Path) -> None:
    path = write(tmp_path / "S1A_IW_GRDH_1SDV_20240506T092023_VV_VH.tif", lake(64, 64)[0], **UTM)
    with open_scene(Source((path,))) as scene:
        assert scene.acquired == "2024-05-06T09:20:23Z"


@pytest.mark.parametrize(
    ("name", "acquired"),
    [
        ("S1_20241939.tif", ""),
        ("S1_20240230.tif", ""),
        ("S1_20231315_20240506.tif", "2024-05-06"),
        ("S1_20240230T101010_20240501T054321.tif", "2024-05-01T05:43:21Z"),
    ],
)
def test_numbers_that_no_calendar_has_are_no_dates(name: str, acquired: str) -> None:
    assert acquired_at({}, [f"/maps/{name}"]) == acquired


def test_a_large_scene_is_sampled_and_a_small_one_read_whole(tmp_path: Path) -> None:
    db, _ = lake(1500, 1500)
    with open_scene(Source((write(tmp_path / "large.tif", db),), scale="db")) as scene:
        assert 100_000 <= sum(w[0].size for w in scene.sample) < 1500 * 1500 / 2
        assert scene.valid_share() == 1
    with open_scene(Source((write(tmp_path / "small.tif", db[:, :100, :300]),), scale="db")) as scene:
        assert sum(w[0].size for w in scene.sample) == 100 * 300


HOLE = np.s_[40:60, 30:50]


def holed(fill: float = 0.0) -> np.ndarray:
    """Power with a hole in the middle of the land."""
    power = (10 ** (lake(96, 96)[0] / 10)).astype(np.float32)
    power[(slice(None), *HOLE)] = fill
    return power


def assert_hole(path: str, scale: str = "power") -> None:
    expected = np.ones((96, 96), np.bool_)
    expected[HOLE] = False
    np.testing.assert_array_equal(observed(path, scale=scale), expected)


@pytest.mark.parametrize("internal", [True, False])
def test_a_mask_inside_the_file_or_beside_it_tells_what_was_observed(tmp_path: Path, internal: bool) -> None:
    seen = np.ones((96, 96), np.bool_)
    seen[HOLE] = False
    path = write(tmp_path / "s.tif", holed())
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=internal), rasterio.open(path, "r+") as raster:
        raster.write_mask(seen)
    assert (tmp_path / "s.tif.msk").exists() != internal
    assert_hole(path)


@pytest.mark.parametrize("name", ["dataMask", "alpha"])
def test_a_band_that_is_a_mask_tells_what_was_observed(tmp_path: Path, name: str) -> None:
    seen = np.ones((1, 96, 96), np.float32)
    seen[(0, *HOLE)] = 0
    path = write(tmp_path / "s_VV_VH.tif", np.concatenate([holed(), seen]), ("", "", name if name == "dataMask" else ""))
    if name == "alpha":
        with rasterio.open(path, "r+") as raster:
            raster.colorinterp = (*raster.colorinterp[:2], rasterio.enums.ColorInterp.alpha)
    assert_hole(path)


@pytest.mark.parametrize("fill", [-99, -1, -3.4028235e38, 9.96921e36, 1e20, 5000])
def test_power_that_nobody_declares_as_nodata_but_no_radar_measures_is_not_observed(tmp_path: Path, fill: float) -> None:
    assert_hole(write(tmp_path / "s.tif", holed(fill)))


def test_zero_decibels_in_all_bands_are_not_observed_wherever_they_lie(tmp_path: Path) -> None:
    db, _ = lake(96, 96)
    db[(slice(None), *HOLE)] = 0
    assert_hole(write(tmp_path / "s.tif", db), "db")


@pytest.mark.parametrize(("fill", "told"), [(-30.0, True), (None, False)])
def test_a_value_that_repeats_itself_over_a_part_of_the_image_is_told(tmp_path: Path, fill: float | None, told: bool) -> None:
    db, _ = lake(96, 96)
    if fill is not None:
        db[(slice(None), *HOLE)] = fill
    with open_scene(Source((write(tmp_path / "s.tif", db),), scale="db")) as scene:
        assert any("hold exactly -30, and were taken for observed" in text for text in scene.doubts) == told
        assert len(scene.doubts) == int(told)


@pytest.mark.parametrize("kind", ["float32", "uint16"])
def test_a_block_of_zeros_in_all_bands_is_told_and_one_in_a_single_band_is_calm_water(tmp_path: Path, kind: str) -> None:
    db, _ = lake(96, 96)
    factor = 1.0 if kind == "float32" else 0.0001
    amplitude = (10 ** (db / 20) / factor).astype(kind)
    for bands, told in ((slice(1, 2), False), (slice(None), True)):
        amplitude[(bands, *HOLE)] = 0
        path = write(tmp_path / f"{told}.tif", amplitude)
        with rasterio.open(path, "r+") as raster:
            raster.scales = (factor, factor)
        with open_scene(Source((path,), scale="amplitude"), "auto") as scene:
            assert any("exactly zero in all bands" in text for text in scene.doubts) == told
        with open_scene(Source((path,), scale="amplitude"), "dark") as scene:
            assert not any("exactly zero" in text for text in scene.doubts)


def test_decibels_of_zero_power_are_not_observed_and_told(tmp_path: Path) -> None:
    db, _ = lake(96, 96)
    db[(1, *HOLE)] = -np.inf
    with open_scene(Source((write(tmp_path / "s.tif", db),), scale="db")) as scene:
        assert any("hold minus infinity" in text for text in scene.doubts)
        assert scene.valid_share() < 1.0


@pytest.mark.parametrize("fill", [-50.0, -99.0])
def test_of_a_fill_that_was_taken_for_nothing_nobody_says_that_it_was_taken_for_observed(tmp_path: Path, fill: float) -> None:
    db, _ = lake(96, 96)
    db[:, :, :20] = fill
    with open_scene(Source((write(tmp_path / "s.tif", db),), scale="db")) as scene:
        assert scene.valid_share() == pytest.approx(76 / 96)
        assert not scene.doubts


@pytest.mark.parametrize(("height", "width"), [(300, 1), (1, 300), (1, 1)])
def test_images_of_single_rows_columns_or_pixels_are_seen_without_doubts(tmp_path: Path, height: int, width: int) -> None:
    db = lake(300, 300)[0][:, :height, :width]
    with open_scene(Source((write(tmp_path / "s.tif", db),), scale="db")) as scene:
        assert not scene.doubts
        assert np.isfinite(whole(scene)).all()


def test_noise_at_the_edge_of_the_swath_is_not_observed_and_calm_water_inside_is(tmp_path: Path) -> None:
    power = (10 ** (lake(96, 96)[0] / 10)).astype(np.float32)
    power[:, :, :9] = np.random.default_rng(0).uniform(1e-7, 5e-5, (2, 96, 9))
    power[(slice(None), *HOLE)] = 2e-5
    with open_scene(Source((write(tmp_path / "s.tif", power),), scale="power")) as scene:
        assert np.argwhere(~np.isfinite(whole(scene)[0])).tolist() == [[row, column] for row in range(96) for column in range(9)]
        assert scene.unobserved_shares() == {"noise at the edge of the swath": pytest.approx(9 / 96)}


def test_it_is_told_what_was_taken_for_nodata_and_how_much(tmp_path: Path) -> None:
    power = holed(-3.4028235e38)
    power[:, :12] = 0
    power[:, 90:] = np.nan
    with open_scene(Source((write(tmp_path / "s.tif", power),), scale="power")) as scene:
        shares = scene.unobserved_shares()
        assert scene.valid_share() == pytest.approx(1 - sum(shares.values()))
    assert {words: round(share * 96 * 96) for words, share in shares.items()} == {
        "fill values that the file does not declare": 400,
        "zeros": 12 * 96,
        "not a number": 6 * 96,
    }


def test_what_a_large_frame_holds_between_the_sampled_windows_is_found(tmp_path: Path) -> None:
    db, _ = lake(150, 150)
    path = tmp_path / "s.tif"
    frame = {**UTM, "height": 8000, "width": 8000, "count": 2, "dtype": "float32", "nodata": np.nan}
    with rasterio.open(path, "w", driver="GTiff", tiled=True, sparse_ok=True, **frame) as raster:
        raster.descriptions = PAIR
        raster.write(db, window=rasterio.windows.Window(150, 160, 150, 150))
    with open_scene(Source((str(path),), scale="db")) as scene:
        assert sum(np.isfinite(w[0]).sum() for w in scene.sample) > 10_000
        assert scene.valid_share() < 0.01


def test_bands_whose_far_corners_lie_elsewhere_are_refused(tmp_path: Path) -> None:
    db, _ = lake(64, 64)
    paths = [write(tmp_path / f"a_{name}.tif", db[:1], ("",), **UTM) for name in PAIR]
    with rasterio.open(paths[1], "r+") as raster:
        t = raster.transform
        raster.transform = rasterio.Affine(t.a * 1.005, 0, t.c, 0, t.e * 1.005, t.f)
    with pytest.raises(InputError, match="grids differ"), open_scene(Source(tuple(paths))):
        pass


def test_a_grey_picture_stored_three_times_is_one_band(tmp_path: Path) -> None:
    grey = np.random.default_rng(1).integers(1, 256, (1, 150, 150), dtype=np.uint8)
    path = write(tmp_path / "three.tif", np.repeat(grey, 3, axis=0), ("", "", ""))
    with open_scene(Source((path,)), any_polarisation=True) as scene:
        assert dict(scene.bands.numbers) == {"band": 1}
        np.testing.assert_array_equal(scene.read_db(0, 150, 0, 150, ("band",)), grey)
    with open_scene(Source((path,), bands={"VV": 3})) as scene:
        assert dict(scene.bands.numbers) == {"VV": 3}


def test_a_file_name_tells_the_polarisation_of_a_grey_picture(tmp_path: Path) -> None:
    grey = np.random.default_rng(1).integers(1, 256, (1, 150, 150), dtype=np.uint8)
    with open_scene(Source((write(tmp_path / "slick_VV.tif", np.repeat(grey, 3, axis=0), ("", "", "")),))) as scene:
        assert dict(scene.bands.numbers) == {"VV": 1}


def test_three_bands_that_differ_in_one_place_are_a_picture_in_colour(tmp_path: Path) -> None:
    colours = np.full((3, 150, 150), 90, np.uint8)
    colours[1, 75, 75] = 91
    with pytest.raises(InputError, match="3 bands"), open_scene(Source((write(tmp_path / "c.tif", colours, ("", "", "")),)), "auto", True):
        pass
