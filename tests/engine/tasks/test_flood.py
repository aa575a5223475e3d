"""Floods: what is water now and was not before."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin
from rasterio.warp import Resampling, calculate_default_transform, reproject

from helpers.flood_pair import FLOOD, LAKE, SIDE, agreement, layer, pair, scene
from helpers.maps import read_map
from helpers.networks import write_dark_is_water
from helpers.scenes import write
from tidemark.engine.contract.classes import ClassCode
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.requests import RethresholdJob
from tidemark.engine.methods.method import Predictor
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.rethreshold import rethreshold
from tidemark.engine.tasks.classify import Classifier
from tidemark.engine.tasks.flood import common_change, weigh_change


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_dark_is_water(tmp_path / "models"))


def test_flood_is_water_now_that_was_not_there_before(tmp_path: Path, model: str) -> None:
    result = detect(pair(tmp_path, scene(tmp_path / "before_20240424.tif", LAKE, seed=1), model))
    classes = read_map(result)
    assert agreement(classes, 1, FLOOD) > 0.9
    assert agreement(classes, 2, LAKE) > 0.9
    assert result.title == "Flood extent (water now, not usually)"
    assert result.summary.startswith("Detected flood ")
    assert "reference water" in result.summary
    assert result.hectares["detected"] == pytest.approx(80, rel=0.05)
    assert result.hectares["reference_water"] == pytest.approx(64, rel=0.05)
    style = Path(result.files["class"]).with_suffix(".qml").read_text()
    assert "Flood detected" in style
    assert "Reference water" in style


def test_ground_that_only_looked_like_water_before_is_flooded_where_it_has_darkened_since(tmp_path: Path, model: str) -> None:
    # At -21 dB the network is not sure (p = 0.73); calm water at WATER_DB it is sure of.
    bare = {"before": np.s_[140:220, 40:120], "both": np.s_[140:220, 140:220]}
    paths = {}
    for date, grounds in (("before", ("before", "both")), ("after", ("both",))):
        paths[date] = scene(tmp_path / f"{date}.tif", LAKE, *([bare["before"]] if date == "after" else []), seed=len(date))
        with rasterio.open(paths[date], "r+") as raster:
            values = raster.read()
            for ground in grounds:
                values[(slice(None), *bare[ground])] = np.array([-14, -21])[:, None, None]
            raster.write(values)
    sources = (Source((paths["after"],), scale="db"), Source((paths["before"],), "before", scale="db"))
    classes = read_map(detect(Job("flood", sources, str(tmp_path / "out"), model=model)))
    assert agreement(classes, 1, bare["before"]) > 0.9
    assert (classes[bare["both"]] == 2).mean() > 0.9
    assert (classes[LAKE] == 2).mean() > 0.9


def says_always(*probabilities: float) -> Predictor:
    """Return a network that says the same of every pixel, whatever it sees."""
    return lambda _: np.stack([np.full((9, 9), one, np.float32) for one in probabilities])


def weighed(change_db: float, after: float, before: float, common: float = 0.0) -> tuple[float, float]:
    """Return the probabilities after and before that stay, where all of an image fell by one value and a network says one thing."""
    image = np.full((4, 9, 9), -12.0, np.float32)
    image[:2] += np.float32(change_db)
    found = weigh_change(says_always(after, before), False, common)(image)
    return round(float(found[0, 4, 4]), 2), round(float(found[1, 4, 4]), 2)


def test_ground_that_has_not_darkened_is_no_new_flood() -> None:
    assert weighed(-1.0, after=0.8, before=0.1) == (0.0, 0.1)
    assert weighed(-8.0, after=0.8, before=0.1) == (0.8, 0.0)


def test_a_river_that_wind_hid_in_part_before_and_that_has_not_changed_is_reference_water_and_no_hole_in_a_flood() -> None:
    image = np.full((4, 9, 9), -16.0, np.float32)
    # Open water after and before, any water after and before.
    says = {"river": (0.8, 0.3, 0.9, 0.45), "hardly water now": (0.6, 0.3, 0.9, 0.45), "dry": (0.8, 0.3, 0.9, 0.1)}
    shown = {"river": ClassCode.REFERENCE_WATER, "hardly water now": ClassCode.NOT_DETECTED, "dry": ClassCode.POSSIBLE_WATER}
    for ground, probabilities in says.items():
        found = weigh_change(says_always(*probabilities), False, 0.0, (0.64, 0.28))(image)
        rasters = Classifier(0.64, None, lambda first, last: np.zeros((last - first, 9), np.uint8), True, 0.28).rows(
            found, np.ones((9, 9), np.bool_), 0
        )
        assert (rasters["class"] == shown[ground]).all()
        if ground != "river":
            assert (rasters["probability"] == 0).all()  # a lower threshold later makes no flood of it


def test_water_that_was_there_before_stays_water_whatever_the_change() -> None:
    assert weighed(0.0, after=0.8, before=0.7) == (0.8, 0.7)
    assert weighed(-8.0, after=0.95, before=0.95) == (0.95, 0.95)


def test_a_plain_that_darkened_everywhere_is_no_flood() -> None:
    rng = np.random.default_rng(0)
    before = rng.normal(-12, 1, (2, 64, 64)).astype(np.float32)
    dried = np.concatenate([before - 3.5, before])
    flooded = np.concatenate([before, before])
    flooded[:2, :40] -= 9
    assert common_change([dried], False) == pytest.approx(-3.0)
    assert common_change([flooded], False) == pytest.approx(0.0, abs=0.1)
    assert common_change([np.full_like(dried, np.nan)], False) == 0.0
    assert weighed(-3.5, after=0.8, before=0.1, common=-3.0) == (0.0, 0.1)


@pytest.mark.parametrize("display", [False, True])
@pytest.mark.parametrize("step", [15, 3])
def test_single_pixels_that_are_missing_hide_no_plain_that_darkened_everywhere(display: bool, step: int) -> None:
    before = np.random.default_rng(0).normal(100 if display else -12, 1, (2, 64, 64)).astype(np.float32)
    dates = np.concatenate([before * np.float32(0.7) if display else before - 2, before])
    whole = common_change([dates], display)
    dates[:2, ::step, ::step] = np.nan
    assert common_change([dates], display) == pytest.approx(whole, abs=0.05)
    assert whole < -1.4


@pytest.mark.parametrize("method", ["otsu", "kittler"])
def test_classical_methods_tell_flood_too_with_a_threshold_for_each_date(tmp_path: Path, method: str) -> None:
    job = pair(tmp_path, scene(tmp_path / "before.tif", LAKE, seed=1), "", method=method)
    result = detect(job)
    assert agreement(read_map(result), 1, FLOOD) > 0.9
    assert "before:" in json.loads(Path(result.files["run"]).read_text())["method"]["thresholds"]


def test_one_date_alone_shows_water_and_says_so(tmp_path: Path, model: str) -> None:
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model))
    assert result.title == "Water extent (single date)"
    assert any("not flood" in notice for notice in result.notices)
    assert json.loads(Path(result.files["run"]).read_text())["task"] == "water"
    assert not (read_map(result) == 2).any()


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32722"])
def test_a_before_image_on_another_grid_gives_nearly_the_same_flood(tmp_path: Path, model: str, crs: str) -> None:
    before = scene(tmp_path / "before.tif", LAKE, seed=1)
    same = read_map(detect(pair(tmp_path, before, model)))
    with rasterio.open(before) as given:
        transform, width, height = calculate_default_transform(given.crs, crs, given.width, given.height, *given.bounds, resolution=None)
        shifted = transform * transform.translation(0.4, 0.3)
        moved = np.full((2, height, width), np.nan, np.float32)
        reproject(given.read(), moved, src_transform=given.transform, src_crs=given.crs, dst_transform=shifted, dst_crs=crs,
                  src_nodata=np.nan, dst_nodata=np.nan, resampling=Resampling.bilinear)  # fmt: skip
    other = write(tmp_path / "moved.tif", moved, crs=crs, transform=shifted, nodata=np.nan)
    result = detect(pair(tmp_path, other, model, overwrite=True))
    inner = np.s_[10:-10, 10:-10]
    classes = read_map(result)
    for code in (1, 2):
        one, two = (same[inner] == code), (classes[inner] == code)
        assert (one & two).sum() / (one | two).sum() > 0.95


def test_where_the_date_before_saw_nothing_the_map_does_not_say(tmp_path: Path, model: str) -> None:
    before = scene(tmp_path / "before.tif", LAKE, seed=1, transform=from_origin(480_000 + 1500, 6_700_000, 10, 10))
    result = detect(pair(tmp_path, before, model))
    classes, percent = read_map(result), read_map(result, "probability")
    assert (classes[:, :148] == 255).all()
    assert (percent[:, :148] == 255).all()
    assert (classes[:, 152:] != 255).all()


def test_images_of_different_places_are_refused(tmp_path: Path, model: str) -> None:
    before = scene(tmp_path / "before.tif", LAKE, transform=from_origin(700_000, 6_700_000, 10, 10))
    with pytest.raises(InputError, match="do not overlap"):
        detect(pair(tmp_path, before, model))
    assert not list(tmp_path.glob("out*"))


def test_a_before_image_belongs_to_the_task_flood(tmp_path: Path, model: str) -> None:
    after = scene(tmp_path / "after.tif", LAKE)
    sources = (Source((after,), scale="db"), Source((after,), "before", scale="db"))
    with pytest.raises(InputError, match="--task flood"):
        detect(Job("water", sources, str(tmp_path / "out"), model=model))


def test_swapped_dates_and_another_track_are_told(tmp_path: Path, model: str) -> None:
    before = scene(tmp_path / "S1A_20240601T214500.tif", LAKE)
    job = pair(tmp_path, before, model)
    result = detect(job)
    assert any("swapped" in notice for notice in result.notices)
    one_day = scene(tmp_path / "S1A_20240506T010000.tif", LAKE, seed=1)
    result = detect(pair(tmp_path, one_day, model, overwrite=True))
    assert any("of the same date" in notice for notice in result.notices)
    assert not any("swapped" in notice for notice in result.notices)
    after = scene(tmp_path / "S1A_20240618T085712.tif", LAKE, FLOOD)
    sources = (Source((after,), scale="db"), Source((before,), "before", scale="db"))
    result = detect(Job("flood", sources, str(tmp_path / "again"), model=model))
    assert any("different tracks" in notice for notice in result.notices)


def test_another_threshold_keeps_reference_water_and_what_was_left_out(tmp_path: Path, model: str) -> None:
    shadow = np.zeros((SIDE, SIDE), np.uint8)
    shadow[240:] = 1
    job = pair(tmp_path, scene(tmp_path / "before.tif", LAKE, seed=1), model, layover=layer(tmp_path / "shadow.tif", shadow))
    first = detect(job)
    again = rethreshold(RethresholdJob(first.files["probability"], 0.9, str(tmp_path / "again")))
    one, two = read_map(first), read_map(again)
    for code in (2, 251):
        assert ((one == code) == (two == code)).all()
    assert (two == 1).sum() < (one == 1).sum()
    assert "layover" in Path(again.files["class"]).with_suffix(".qml").read_text()
    assert any("first run's threshold" in notice for notice in again.notices)


def test_the_command_line_maps_a_flood(tmp_path: Path, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    from tidemark.engine.cli.main import main

    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    before = scene(tmp_path / "before.tif", LAKE, seed=1)
    options = ["--task", "flood", "--before", before, "--scale", "db", "--model", model, "--output", str(tmp_path / "out"), "--json"]
    assert main(["detect", after, *options]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["before"]["paths"] == [before]
    assert "Detected flood" in printed.err
