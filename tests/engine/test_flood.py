"""Floods: what is water now and was not before, with usual water, and what is left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin
from rasterio.warp import Resampling, calculate_default_transform, reproject

from helpers.networks import write_dark_is_water
from helpers.scenes import LAND_DB, UTM, WATER_DB, write
from tidemark.engine.detect import detect
from tidemark.engine.errors import InputError
from tidemark.engine.job import Job, Result, Source
from tidemark.engine.rethreshold import rethreshold

SIDE = 256
LAKE, FLOOD = np.s_[40:120, 40:120], np.s_[40:120, 120:220]


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_dark_is_water(tmp_path / "models"))


def scene(path: Path, *wet: tuple[slice, slice], seed: int = 0, **profile: Any) -> str:
    """Write land with water in the given rectangles."""
    water = np.zeros((SIDE, SIDE), np.bool_)
    for rectangle in wet:
        water[rectangle] = True
    mean = np.stack([np.where(water, WATER_DB[i], LAND_DB[i]) for i in range(2)])
    speckle = np.random.default_rng(seed).gamma(20, 1 / 20, mean.shape)
    return write(path, (mean + 10 * np.log10(speckle)).astype(np.float32), **{**UTM, **profile})


def pair(tmp_path: Path, before: str, model: str, **options: Any) -> Job:
    after = scene(tmp_path / "after_20240506.tif", LAKE, FLOOD)
    sources = (Source((after,), scale="db"), Source((before,), "before", scale="db"))
    return Job("flood", sources, str(tmp_path / "out"), model=model, **options)


def read(result: Result, kind: str = "class") -> np.ndarray:
    with rasterio.open(result.files[kind]) as raster:
        return raster.read(1)


def agreement(classes: np.ndarray, code: int, where: tuple[slice, slice]) -> float:
    """IoU of a class with a rectangle."""
    truth = np.zeros(classes.shape, np.bool_)
    truth[where] = True
    return float(((classes == code) & truth).sum() / ((classes == code) | truth).sum())


def layer(path: Path, values: np.ndarray, **profile: Any) -> str:
    """Write one band on the scene's grid unless told otherwise."""
    return write(path, values[None], ("values",), **{**UTM, **profile})


def test_flood_is_water_now_that_was_not_there_before(tmp_path: Path, model: str) -> None:
    result = detect(pair(tmp_path, scene(tmp_path / "before_20240424.tif", LAKE, seed=1), model))
    classes = read(result)
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
    classes = read(detect(Job("flood", sources, str(tmp_path / "out"), model=model)))
    assert agreement(classes, 1, bare["before"]) > 0.9
    assert (classes[bare["both"]] == 2).mean() > 0.9
    assert (classes[LAKE] == 2).mean() > 0.9


@pytest.mark.parametrize("method", ["otsu", "kittler"])
def test_classical_methods_tell_flood_too_with_a_threshold_for_each_date(tmp_path: Path, method: str) -> None:
    job = pair(tmp_path, scene(tmp_path / "before.tif", LAKE, seed=1), "", method=method)
    result = detect(job)
    assert agreement(read(result), 1, FLOOD) > 0.9
    assert "before:" in json.loads(Path(result.files["run"]).read_text())["method"]["thresholds"]


def test_one_date_alone_shows_water_and_says_so(tmp_path: Path, model: str) -> None:
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model))
    assert result.title == "Water extent (single date)"
    assert any("not flood" in notice for notice in result.notices)
    assert json.loads(Path(result.files["run"]).read_text())["task"] == "water"
    assert not (read(result) == 2).any()


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32722"])
def test_a_before_image_on_another_grid_gives_nearly_the_same_flood(tmp_path: Path, model: str, crs: str) -> None:
    before = scene(tmp_path / "before.tif", LAKE, seed=1)
    same = read(detect(pair(tmp_path, before, model)))
    with rasterio.open(before) as given:
        transform, width, height = calculate_default_transform(given.crs, crs, given.width, given.height, *given.bounds, resolution=None)
        shifted = transform * transform.translation(0.4, 0.3)
        moved = np.full((2, height, width), np.nan, np.float32)
        reproject(given.read(), moved, src_transform=given.transform, src_crs=given.crs, dst_transform=shifted, dst_crs=crs,
                  src_nodata=np.nan, dst_nodata=np.nan, resampling=Resampling.bilinear)  # fmt: skip
    other = write(tmp_path / "moved.tif", moved, crs=crs, transform=shifted, nodata=np.nan)
    result = detect(pair(tmp_path, other, model, overwrite=True))
    inner = np.s_[10:-10, 10:-10]
    classes = read(result)
    for code in (1, 2):
        one, two = (same[inner] == code), (classes[inner] == code)
        assert (one & two).sum() / (one | two).sum() > 0.95


def test_where_the_date_before_saw_nothing_the_map_does_not_say(tmp_path: Path, model: str) -> None:
    before = scene(tmp_path / "before.tif", LAKE, seed=1, transform=from_origin(480_000 + 1500, 6_700_000, 10, 10))
    result = detect(pair(tmp_path, before, model))
    classes, percent = read(result), read(result, "probability")
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
    after = scene(tmp_path / "S1A_20240618T085712.tif", LAKE, FLOOD)
    sources = (Source((after,), scale="db"), Source((before,), "before", scale="db"))
    result = detect(Job("flood", sources, str(tmp_path / "again"), model=model))
    assert any("different tracks" in notice for notice in result.notices)


@pytest.mark.parametrize(("values", "kind"), [((0, 1), "yes or no"), ((0, 12), "months"), ((3, 98), "per cent")])
def test_usual_water_is_known_from_the_common_rasters(tmp_path: Path, model: str, values: tuple[int, int], kind: str) -> None:
    usual = np.full((SIDE, SIDE), values[0], np.uint8)
    usual[LAKE] = values[1]
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    raster = layer(tmp_path / "usual.tif", usual)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=raster))
    assert agreement(read(result), 1, FLOOD) > 0.9
    assert agreement(read(result), 2, LAKE) == 1
    assert kind in json.loads(Path(result.files["run"]).read_text())["usual_water"]


def test_where_nobody_knows_of_usual_water_the_map_does_not_say(tmp_path: Path, model: str) -> None:
    usual = np.zeros((SIDE, SIDE), np.uint8)
    usual[LAKE], usual[200:] = 90, 255
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    job = Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model)
    result = detect(Job(**{**vars(job), "reference_water": layer(tmp_path / "usual.tif", usual)}))
    assert (read(result)[200:] == 255).all()
    assert (read(result)[:200] != 255).all()
    declared = layer(tmp_path / "zero.tif", np.where(usual == 255, 0, usual).astype(np.uint8), nodata=0)
    result = detect(Job(**{**vars(job), "reference_water": declared, "overwrite": True}))
    assert (read(result) != 255).all()


def test_reference_water_that_does_not_look_like_water_now_is_told(tmp_path: Path, model: str) -> None:
    usual = np.zeros((SIDE, SIDE), np.uint8)
    usual[LAKE] = 100
    after = scene(tmp_path / "after.tif", FLOOD)
    raster = layer(tmp_path / "usual.tif", usual)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=raster))
    assert any("reference water looks like water now" in notice for notice in result.notices)


def test_a_raster_that_is_no_reference_water_is_refused(tmp_path: Path, model: str) -> None:
    after = scene(tmp_path / "after.tif", LAKE)
    raster = layer(tmp_path / "heights.tif", np.full((SIDE, SIDE), -12.5, np.float32))
    with pytest.raises(InputError, match="0 to 100"):
        detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=raster))


def test_steep_ground_layover_and_polygons_are_left_out_and_counted(tmp_path: Path, model: str) -> None:
    geojson = {"type": "Polygon", "coordinates": [[[480_000, 6_699_000], [480_500, 6_699_000], [480_500, 6_698_000], [480_000, 6_698_000],
                                                   [480_000, 6_699_000]]]}  # fmt: skip
    collection = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32722"}},
        "features": [{"type": "Feature", "properties": {}, "geometry": geojson}],
    }
    (tmp_path / "town.geojson").write_text(json.dumps(collection))
    hand, slope, shadow = (np.zeros((SIDE, SIDE), np.float32) for _ in range(3))
    hand[:10], slope[:, :10], shadow[240:] = 40, 30, 1
    job = pair(tmp_path, scene(tmp_path / "before.tif", LAKE, seed=1), model)
    files = {
        "hand": layer(tmp_path / "hand.tif", hand),
        "slope": layer(tmp_path / "slope.tif", slope),
        "layover": layer(tmp_path / "shadow.tif", shadow.astype(np.uint8)),
        "exclude": str(tmp_path / "town.geojson"),
    }
    result = detect(Job(**{**vars(job), **files}))
    classes = read(result)
    assert (classes[:10] == 250).all()
    assert (classes[10:100, :10] == 250).all()
    assert (classes[240:] == 251).all()
    assert (classes[100:200, :50] == 252).all()
    assert (read(result, "probability") != 255).all()
    assert result.hectares["masked"] == pytest.approx(np.isin(classes, (250, 251, 252)).sum() / 100, rel=0.01)
    assert "not mapped" in result.summary
    assert "Not mapped: excluded" in Path(result.files["class"]).with_suffix(".qml").read_text()


def test_bits_of_a_hyp3_layover_map_are_understood(tmp_path: Path, model: str) -> None:
    bits = np.ones((SIDE, SIDE), np.uint8)
    bits[:20], bits[20:40] = 1 | 4, 1 | 2
    layover = layer(tmp_path / "S1A_RTC10_ls_map.tif", bits)
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE, seed=1), model, layover=layover))
    assert (read(result)[:20] == 251).all()
    assert (read(result)[20:] != 251).all()


def test_an_exclusion_that_fails_warns_and_the_map_is_made(tmp_path: Path, model: str) -> None:
    (tmp_path / "broken.tif").write_text("no raster")
    far = layer(tmp_path / "far.tif", np.full((SIDE, SIDE), 99, np.float32), transform=from_origin(700_000, 6_700_000, 10, 10))
    job = pair(tmp_path, scene(tmp_path / "before.tif", LAKE, seed=1), model)
    result = detect(Job(**{**vars(job), "hand": str(tmp_path / "broken.tif"), "slope": far, "exclude": str(tmp_path / "none.gpkg")}))
    said = " ".join(result.notices)
    for name in ("broken.tif", "far.tif covers 0%", "none.gpkg"):
        assert name in said
    assert agreement(read(result), 1, FLOOD) > 0.9


def test_another_threshold_keeps_reference_water_and_what_was_left_out(tmp_path: Path, model: str) -> None:
    shadow = np.zeros((SIDE, SIDE), np.uint8)
    shadow[240:] = 1
    job = pair(tmp_path, scene(tmp_path / "before.tif", LAKE, seed=1), model, layover=layer(tmp_path / "shadow.tif", shadow))
    first = detect(job)
    again = rethreshold(first.files["probability"], 0.9, str(tmp_path / "again"))
    one, two = read(first), read(again)
    for code in (2, 251):
        assert ((one == code) == (two == code)).all()
    assert (two == 1).sum() < (one == 1).sum()
    assert "layover" in Path(again.files["class"]).with_suffix(".qml").read_text()
    assert any("first run's threshold" in notice for notice in again.notices)


def test_the_command_line_maps_a_flood(tmp_path: Path, model: str, capsys: pytest.CaptureFixture[str]) -> None:
    from tidemark.engine.cli import main

    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    before = scene(tmp_path / "before.tif", LAKE, seed=1)
    options = ["--task", "flood", "--before", before, "--scale", "db", "--model", model, "--output", str(tmp_path / "out"), "--json"]
    assert main(["detect", after, *options]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["before"]["paths"] == [before]
    assert "Detected flood" in printed.err


@pytest.mark.parametrize(
    ("name", "value", "kind"), [("occurrence_10E_40N", 9, "per cent"), ("seasonality", 1, "months"), ("crop", 9, "months")]
)
def test_the_name_tells_what_small_values_of_usual_water_mean(tmp_path: Path, model: str, name: str, value: int, kind: str) -> None:
    usual = np.zeros((SIDE, SIDE), np.uint8)
    usual[FLOOD] = value
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE), model, reference_water=layer(tmp_path / f"{name}.tif", usual)))
    assert any(f"{name}.tif" in notice and kind in notice for notice in result.notices)
    if name != "crop":
        assert agreement(read(result), 1, FLOOD) > 0.9
        assert any("made nothing usual water" in notice for notice in result.notices)


def test_with_an_image_before_a_bad_or_distant_raster_of_usual_water_is_told_and_left_out(tmp_path: Path, model: str) -> None:
    before = scene(tmp_path / "before.tif", LAKE)
    broken = tmp_path / "broken.tif"
    broken.write_text("no raster")
    result = detect(pair(tmp_path, before, model, reference_water=str(broken)))
    assert agreement(read(result), 1, FLOOD) > 0.9
    assert any("only the image before" in notice for notice in result.notices)
    elsewhere = layer(tmp_path / "far.tif", np.full((SIDE, SIDE), 100, np.uint8), transform=from_origin(490_000, 6_700_000, 10, 10))
    result = detect(pair(tmp_path, before, model, reference_water=elsewhere, overwrite=True))
    assert agreement(read(result), 1, FLOOD) > 0.9
    assert any("knows of 0% of the map; elsewhere it told nothing" in notice for notice in result.notices)


def test_where_usual_water_ends_and_nothing_else_tells_the_cause_is_named(tmp_path: Path, model: str) -> None:
    half = layer(tmp_path / "half.tif", np.zeros((SIDE, SIDE // 2), np.uint8))
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=half))
    assert (read(result)[:, SIDE // 2 :] == 255).all()
    assert any("half.tif knows of 50% of the map; elsewhere the map does not say" in notice for notice in result.notices)


def test_a_share_is_of_what_was_mapped_and_a_file_that_leaves_out_most_is_told(tmp_path: Path, model: str) -> None:
    hand = np.full((SIDE, SIDE), 300, np.float32)
    hand[:120] = 2
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE), model, hand=layer(tmp_path / "dem.tif", hand)))
    assert result.shares["detected"] == pytest.approx(80 * 100 / (120 * SIDE), rel=0.1)
    assert "mapped)" in result.summary
    assert "left out, 53% of what was observed" in result.summary
    assert any("dem.tif leaves out 53% of the map" in notice for notice in result.notices)
    hand[:] = 300
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE), model, hand=layer(tmp_path / "dem.tif", hand), overwrite=True))
    assert "nothing was mapped" in result.summary


def test_dates_that_cannot_be_compared_are_told(tmp_path: Path, model: str) -> None:
    before = scene(tmp_path / "before_20240424.tif", LAKE)
    after = scene(tmp_path / "after_20240506.tif", LAKE, FLOOD)
    for path, passing, time in ((before, "DESCENDING", "2024-04-24T09:00:00Z"), (after, "asc", "2024-05-06T21:15:01Z")):
        with rasterio.open(path, "r+") as raster:
            raster.update_tags(ORBIT_PASS=passing, ACQUISITION=time)
            raster.write(raster.read() - (6 if path == after else 0))
    sources = (Source((after,), scale="db"), Source((before,), "before", scale="db"))
    notices = " ".join(detect(Job("flood", sources, str(tmp_path / "out"), model=model)).notices)
    assert "different directions (ascending, descending)" in notices
    assert "different times of the day" in notices
    assert "Bright ground in VV differs by -" in notices
    job = Job("flood", (Source((before,), scale="db"), sources[1]), str(tmp_path / "out"), model=model, overwrite=True)
    assert any("the same file" in notice for notice in detect(job).notices)


def test_layers_that_are_damaged_inside_warn_and_the_map_is_made(tmp_path: Path, model: str) -> None:
    values = np.random.default_rng(0).integers(0, 3, (SIDE, SIDE)).astype(np.uint8)
    slope, usual = (layer(tmp_path / f"{name}.tif", values, compress="deflate", tiled=True, blockxsize=64, blockysize=64) for name in "su")
    for path in (slope, usual):
        written = bytearray(Path(path).read_bytes())
        middle = slice(len(written) // 3, len(written) // 2)
        written[middle] = bytes(len(written[middle]))
        Path(path).write_bytes(written)
    options = {"slope": slope, "reference_water": usual, "reference_threshold": 75.0}
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE), model, **options))
    assert agreement(read(result), 1, FLOOD) > 0.9
    assert any("nothing was left out because of s.tif" in notice for notice in result.notices)
    assert any("u.tif" in notice for notice in result.notices)
