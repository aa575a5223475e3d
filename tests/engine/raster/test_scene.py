from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from helpers.scenes import UTM, lake, write
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Source
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


def test_a_declared_nodata_value_decides_alone_and_zeros_of_power_are_data_then(tmp_path: Path) -> None:
    power = (10 ** (lake(64, 64)[0] / 10)).astype(np.float32)
    power[:, :5] = 0
    power[0, 10, 10] = -9999
    missing = ~observed(write(tmp_path / "s.tif", power, nodata=-9999.0), scale="power")
    assert np.argwhere(missing).tolist() == [[10, 10]]


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


def test_a_large_scene_is_sampled_and_a_small_one_read_whole(tmp_path: Path) -> None:
    db, _ = lake(1500, 1500)
    with open_scene(Source((write(tmp_path / "large.tif", db),), scale="db")) as scene:
        assert 100_000 <= sum(w[0].size for w in scene.sample) < 1500 * 1500 / 2
        assert scene.valid_share() == 1
    with open_scene(Source((write(tmp_path / "small.tif", db[:, :100, :300]),), scale="db")) as scene:
        assert sum(w[0].size for w in scene.sample) == 100 * 300
