"""Simulated scenes: the truth fits the picture, the picture does not depend on how it is made, and it says that it is simulated."""

from __future__ import annotations

import argparse
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import rasterio

from tidemark.engine.cli.simulate import add_arguments
from tidemark.engine.contract.errors import InputError, OutputError, TidemarkError
from tidemark.engine.simulation.files import write
from tidemark.engine.simulation.scene import SceneSpec, rows
from tidemark.engine.simulation.texture import Speckle, draws, smooth


def simulate(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser.add_subparsers())
    args = parser.parse_args(["simulate", *(str(argument) for argument in arguments)])
    return int(args.run(args))


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_water_is_darker_than_land_in_both_bands(seed: int) -> None:
    backscatter, truth = rows(SceneSpec(600, 500, seed), 0, 500)
    assert backscatter.shape == (2, 500, 600)
    assert backscatter.dtype == np.float32
    assert set(np.unique(truth)) == {0, 1}
    for band, (wettest, darkest) in enumerate([(-14.0, -24.0), (-22.0, -30.0)]):
        water, land = np.median(backscatter[band][truth == 1]), np.median(backscatter[band][truth == 0])
        assert darkest < water < wettest
        assert land - water > 4


def test_vh_is_weaker_than_vv_on_land() -> None:
    backscatter, truth = rows(SceneSpec(512, 512, 4), 0, 512)
    gap = np.median(backscatter[0][truth == 0]) - np.median(backscatter[1][truth == 0])
    assert 4 < gap < 9


def test_speckle_has_the_looks_that_were_asked_for() -> None:
    speckle = smooth(Speckle(4.4).table()[draws(1, 1, 0, 402, 402)]).astype(float)
    assert speckle.mean() == pytest.approx(1, abs=0.01)
    assert speckle.mean() ** 2 / speckle.var() == pytest.approx(4.4, rel=0.05)
    assert np.corrcoef(speckle[:, 1:].ravel(), speckle[:, :-1].ravel())[0, 1] == pytest.approx(0.52, abs=0.03)


@pytest.mark.parametrize("kind", ["land", "sea"])
def test_rows_do_not_depend_on_the_cut(kind: str) -> None:
    spec = SceneSpec(700, 400, 7, kind, border=0.1, holes=2)
    whole, truth = rows(spec, 0, 400)
    for first, last in ((0, 1), (100, 131), (127, 129), (255, 400), (13, 13)):
        part, part_truth = rows(spec, first, last)
        np.testing.assert_array_equal(part, whole[:, first:last])
        np.testing.assert_array_equal(part_truth, truth[first:last])


def test_the_same_seed_gives_the_same_scene_and_another_seed_another() -> None:
    first, first_truth = rows(SceneSpec(300, 200, 1), 0, 200)
    again, again_truth = rows(SceneSpec(300, 200, 1), 0, 200)
    other, other_truth = rows(SceneSpec(300, 200, 2), 0, 200)
    np.testing.assert_array_equal(first, again)
    np.testing.assert_array_equal(first_truth, again_truth)
    assert not np.array_equal(first, other)
    assert not np.array_equal(first_truth, other_truth)


def test_another_date_is_the_same_place_with_other_speckle() -> None:
    first, first_truth = rows(SceneSpec(300, 200, 1), 0, 200)
    other, other_truth = rows(SceneSpec(300, 200, 1, date=1), 0, 200)
    np.testing.assert_array_equal(first_truth, other_truth)
    change = other - first
    assert abs(np.median(change)) < 0.1
    assert 2 < change.std() < 5  # 4.4 looks: 2.1 dB on each date


def test_more_flood_means_more_water_and_a_dry_scene_has_none() -> None:
    shares = [(rows(SceneSpec(512, 512, 12, flood=flood), 0, 512)[1] == 1).mean() for flood in (0.0, 0.5, 1.0)]
    assert shares[0] < shares[1] < shares[2]
    assert not rows(SceneSpec(512, 512, 12, water=False), 0, 512)[1].any()


def test_wind_roughens_water() -> None:
    medians = []
    for wind in (2.0, 4.0, 8.0):
        backscatter, truth = rows(SceneSpec(512, 256, 1, wind=wind), 0, 256)
        medians.append(np.median(backscatter[0][truth == 1]))
    assert medians[0] + 2 < medians[1] < medians[2] - 2


def test_slicks_are_dark_where_the_wind_lets_them_be_seen() -> None:
    def contrast(wind: float) -> float:
        backscatter, truth = rows(SceneSpec(1024, 1024, 21, "sea", wind=wind), 0, 1024)
        assert 0 < (truth == 1).mean() < 0.2
        return float(np.median(backscatter[0][truth == 0]) - np.median(backscatter[0][truth == 1]))

    assert 2 < contrast(6.0) < 9
    assert contrast(16.0) < 1


def test_the_sea_has_dark_patches_that_are_no_oil() -> None:
    backscatter, truth = rows(SceneSpec(1024, 1024, 21, "sea"), 0, 1024)
    boxes = backscatter[0][:1024].reshape(64, 16, 64, 16).mean((1, 3))
    clean = (truth == 0).reshape(64, 16, 64, 16).all((1, 3))
    assert (boxes[clean] < np.median(boxes) - 3).mean() > 0.02


def test_holes_and_border_are_not_observed() -> None:
    backscatter, truth = rows(SceneSpec(400, 300, 5, border=0.15, holes=3), 0, 300)
    missing = truth == 255
    for band in backscatter:
        np.testing.assert_array_equal(np.isnan(band), missing)
    assert missing[0, 0]
    assert missing[-1, -1]
    assert 0.1 < missing.mean() < 0.4
    assert np.isnan(rows(SceneSpec(400, 300, 5, holes=3), 0, 300)[0]).any()


@pytest.mark.parametrize(("crs", "latitude"), [("EPSG:4326", 60.0), ("EPSG:3857", 60.0), ("utm", 60.0), ("EPSG:32733", -20.0)])
def test_a_scene_lies_where_it_was_asked_for(tmp_path: Path, crs: str, latitude: float) -> None:
    spec = SceneSpec(64, 48, 1, crs=crs, centre=(13.4, latitude))
    write(spec, tmp_path / "scene.tif")
    with rasterio.open(tmp_path / "scene.tif") as dataset:
        west, south, east, north = rasterio.warp.transform_bounds(dataset.crs, "EPSG:4326", *dataset.bounds)
    assert (west + east) / 2 == pytest.approx(13.4, abs=1e-3)
    assert (south + north) / 2 == pytest.approx(latitude, abs=1e-3)


def test_a_scene_may_lie_nowhere(tmp_path: Path) -> None:
    write(SceneSpec(64, 48, 1, crs=""), tmp_path / "scene.tif")
    with pytest.warns(rasterio.errors.NotGeoreferencedWarning):
        assert read(tmp_path / "scene.tif").shape == (2, 48, 64)


def test_other_grids_show_the_same_ground() -> None:
    utm = rows(SceneSpec(512, 512, 1, crs="utm", centre=(15.0, 60.0)), 0, 512)[1]
    # At 60° north a Web Mercator pixel of 20 m is 10 m on the ground.
    mercator = rows(SceneSpec(512, 512, 1, crs="EPSG:3857", pixel_m=20, centre=(15.0, 60.0)), 0, 512)[1]
    assert (utm == mercator).mean() > 0.98


def test_the_scales_hold_the_same_scene(tmp_path: Path) -> None:
    values = {}
    for scale in ("db", "power", "amplitude", "db100"):
        write(SceneSpec(300, 270, 1, scale=scale), tmp_path / f"{scale}.tif")
        values[scale] = read(tmp_path / f"{scale}.tif").astype(np.float64)
    np.testing.assert_allclose(values["power"], 10 ** (values["db"] / 10), rtol=1e-4)
    np.testing.assert_allclose(values["amplitude"], 10 ** (values["db"] / 20), rtol=1e-4)
    np.testing.assert_allclose(values["db100"] / 100, values["db"], atol=0.0051)
    with rasterio.open(tmp_path / "db100.tif") as dataset:
        assert dataset.dtypes == ("int16", "int16")


def test_the_file_says_that_it_is_simulated(tmp_path: Path) -> None:
    write(SceneSpec(300, 300, 1), tmp_path / "scene.tif", tmp_path / "truth.tif")
    for name in ("scene.tif", "truth.tif"):
        with rasterio.open(tmp_path / name) as dataset:
            assert dataset.tags()["TIDEMARK_SIMULATED"] == "yes"
            assert "Simulated" in dataset.tags()["TIFFTAG_IMAGEDESCRIPTION"]
    with rasterio.open(tmp_path / "scene.tif") as dataset:
        assert dataset.descriptions == ("VV", "VH")
        assert dataset.block_shapes == [(256, 256)] * 2
        assert dataset.compression is not None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scene.tif", "truth.tif"]


@pytest.mark.parametrize(
    ("scale", "border_as", "declared", "stored"),
    [
        ("db", "nodata", -9999.0, -9999.0),
        ("db", "nan", None, np.nan),
        ("db", "zero", None, 0.0),
        ("power", "zero", None, 0.0),
        ("db100", "nodata", -32768.0, -32768.0),
        ("db100", "zero", None, 0.0),
    ],
)
def test_the_border_is_stored_as_asked(tmp_path: Path, scale: str, border_as: str, declared: float | None, stored: float) -> None:
    spec = SceneSpec(200, 150, 1, scale=scale, border=0.2, border_as=border_as)
    write(spec, tmp_path / "scene.tif", tmp_path / "truth.tif")
    with rasterio.open(tmp_path / "scene.tif") as dataset:
        assert dataset.nodata == declared
    values, truth = read(tmp_path / "scene.tif"), read(tmp_path / "truth.tif")[0]
    assert (truth == 255).any()
    np.testing.assert_array_equal(np.unique(values[:, truth == 255]), [stored])
    assert np.isfinite(values[:, truth != 255]).all()


def test_noise_removal_leaves_true_zeros_on_calm_water_only(tmp_path: Path) -> None:
    spec = SceneSpec(400, 300, 1, scale="power", wind=1.0, noise_removed=True)
    write(spec, tmp_path / "scene.tif", tmp_path / "truth.tif")
    values, truth = read(tmp_path / "scene.tif"), read(tmp_path / "truth.tif")[0]
    assert values.min() == 0
    assert (values[1][truth == 1] == 0).mean() > 0.05
    assert (values[1][truth == 0] == 0).mean() < 0.01


def test_memory_does_not_grow_with_height(tmp_path: Path) -> None:
    def peak(height: int) -> int:
        tracemalloc.start()
        write(SceneSpec(256, height, 1), tmp_path / f"{height}.tif", tmp_path / f"truth{height}.tif")
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(64)  # what is imported and cached once
    assert peak(2048) < 1.1 * peak(512)


def test_the_command_writes_scene_and_truth(tmp_path: Path) -> None:
    scene, truth = tmp_path / "Überflutung 1.tif", tmp_path / "truth.tif"
    options = ("--size", "320x200", "--seed", 3, "--scale", "power", "--crs", "EPSG:4326", "--centre=-51.2,-30.0", "--holes", 1)
    assert simulate(scene, "--truth", truth, *options) == 0
    with rasterio.open(scene) as dataset:
        assert (dataset.width, dataset.height) == (320, 200)
        assert dataset.crs.to_epsg() == 4326
    assert set(np.unique(read(truth))) == {0, 1, 255}


def test_nothing_is_overwritten_unless_asked(tmp_path: Path) -> None:
    scene = tmp_path / "scene.tif"
    scene.write_text("a map of mine")
    with pytest.raises(OutputError, match="a result already"):
        simulate(scene, "--size", "64x64")
    with pytest.raises(OutputError, match="not written by Tidemark"):
        simulate(scene, "--size", "64x64", "--overwrite")
    assert scene.read_text() == "a map of mine"
    scene.unlink()
    assert simulate(scene, "--size", "64x64") == 0
    assert simulate(scene, "--size", "96x96", "--overwrite") == 0
    assert read(scene).shape == (2, 96, 96)


def test_a_file_whose_name_looks_unfinished_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "scene.part.tif"
    mine.write_text("a map of mine")
    assert simulate(tmp_path / "scene.tif", "--size", "64x64") == 0
    assert mine.read_text() == "a map of mine"


def test_a_run_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    truth = tmp_path / "truth.tif"
    truth.write_text("in the way")
    with pytest.raises(OutputError):
        write(SceneSpec(64, 64), tmp_path / "scene.tif", truth)
    assert [path.name for path in tmp_path.iterdir()] == ["truth.tif"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--size", "big"),
        ("--size", "0x10"),
        ("--centre", "13.4"),
        ("--centre", "13.4,99"),
        ("--crs", "EPSG:999999"),
        ("--pixel", "0"),
        ("--border", "0.9"),
        ("--flood", "2"),
        ("--wind", "-3"),
        ("--seed", "-1"),
        ("--scale", "db100", "--border-as", "nan"),
    ],
)
def test_bad_options_are_refused_with_advice(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        simulate(tmp_path / "scene.tif", "--size", "64x64", *arguments)
    assert caught.value.found
    assert caught.value.do
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_an_error_with_advice(tmp_path: Path) -> None:
    with pytest.raises(TidemarkError, match="does not exist"):
        simulate(tmp_path / "nowhere" / "scene.tif", "--size", "64x64")
