"""What lies over a flood map: reference water, what is left out, and notices on dates that do not compare."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.crs import CRS
from rasterio.transform import from_origin
from rasterio.warp import transform as warp_points

from helpers.flood_pair import FLOOD, LAKE, SIDE, agreement, layer, pair, scene
from helpers.maps import read_map
from helpers.networks import write_dark_is_water
from helpers.scenes import UTM, WATER_DB, state_scale, write
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.contract.requests import RethresholdJob
from tidemark.engine.masks.reference_water import open_reference
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.rethreshold import rethreshold
from tidemark.engine.raster.grid import Grid


def flood_with(reference: str) -> Job:
    return Job("flood", (Source(("image.tif",)),), "out", reference_water=reference)


def grid(shift: int = 0) -> Grid:
    """Return the scene's grid, or one that lies some pixels further east."""
    return Grid(SIDE, SIDE, from_origin(480_000 + 10 * shift, 6_700_000, 10, 10), CRS.from_user_input(UTM["crs"]))


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_dark_is_water(tmp_path / "models"))


@pytest.mark.parametrize(("values", "kind"), [((0, 1), "yes or no"), ((0, 12), "months"), ((3, 98), "per cent")])
def test_usual_water_is_known_from_the_common_rasters(tmp_path: Path, model: str, values: tuple[int, int], kind: str) -> None:
    usual = np.full((SIDE, SIDE), values[0], np.uint8)
    usual[LAKE] = values[1]
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    raster = layer(tmp_path / "usual.tif", usual)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=raster))
    assert agreement(read_map(result), 1, FLOOD) > 0.9
    assert agreement(read_map(result), 2, LAKE) == 1
    assert kind in json.loads(Path(result.files["run"]).read_text())["usual_water"]


def between_samples(common: int, rare: int) -> np.ndarray:
    """Return values of which a sample of every n-th pixel holds the common one only, on ground ten times as fine as the scene."""
    values = np.full((10 * SIDE, 10 * SIDE), common, np.uint8)
    values[200:1000, 200:1000] = rare
    sampled = np.floor((np.arange(512) + 0.5) * len(values) / 512).astype(int)
    values[np.ix_(sampled, sampled)] = common
    return values


def test_what_reference_water_holds_is_known_from_all_that_the_map_uses(tmp_path: Path, model: str) -> None:
    fine = from_origin(480_000, 6_700_000, 1, 1)
    raster = layer(tmp_path / "usual.tif", between_samples(0, 30), transform=fine, compress="deflate")
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=raster))
    assert not (read_map(result) == 2).any()
    assert any("occurrence of water in per cent, from 75" in notice for notice in result.notices)
    assert any("reaches 75 (the largest is 30)" in notice for notice in result.notices)
    classes = layer(tmp_path / "classes.tif", between_samples(10, 80), transform=fine, compress="deflate")
    with pytest.raises(InputError, match="map of classes"), open_reference(flood_with(classes), grid(), print):
        pass


def test_that_nothing_on_the_map_reaches_the_threshold_is_not_said_of_water_that_a_sample_has_missed(tmp_path: Path, model: str) -> None:
    raster = layer(tmp_path / "usual.tif", between_samples(0, 1), transform=from_origin(480_000, 6_700_000, 1, 1), compress="deflate")
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=raster))
    assert (read_map(result) == 2).any()
    assert not any("made nothing reference water" in notice for notice in result.notices)


def test_where_nobody_knows_of_usual_water_the_map_does_not_say(tmp_path: Path, model: str) -> None:
    usual = np.zeros((SIDE, SIDE), np.uint8)
    usual[LAKE], usual[200:] = 90, 255
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    job = Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model)
    result = detect(Job(**{**vars(job), "reference_water": layer(tmp_path / "usual.tif", usual)}))
    assert (read_map(result)[200:] == 255).all()
    assert (read_map(result)[:200] != 255).all()
    declared = layer(tmp_path / "zero.tif", np.where(usual == 255, 0, usual).astype(np.uint8), nodata=0)
    result = detect(Job(**{**vars(job), "reference_water": declared, "overwrite": True}))
    assert (read_map(result) != 255).all()


def test_reference_water_that_does_not_look_like_water_now_is_told(tmp_path: Path, model: str) -> None:
    usual = np.zeros((SIDE, SIDE), np.uint8)
    usual[LAKE] = 100
    after = scene(tmp_path / "after.tif", FLOOD)
    raster = layer(tmp_path / "usual.tif", usual)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=raster))
    assert any("reference water looks like water now" in notice for notice in result.notices)
    with rasterio.open(result.files["class"]) as classes:
        assert "usual.tif" in classes.tags()["TIDEMARK_USUAL_WATER"]


def test_another_threshold_says_anew_whether_reference_water_looks_like_water(tmp_path: Path, model: str) -> None:
    usual = np.zeros((SIDE, SIDE), np.uint8)
    usual[LAKE] = 100
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    with rasterio.open(after, "r+") as image:  # to water of which the network is fairly, not wholly sure
        image.write(image.read() - WATER_DB[1] - 21)
    raster = layer(tmp_path / "usual.tif", usual)
    first = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=raster))
    strict = rethreshold(RethresholdJob(first.files["probability"], 0.95, str(tmp_path / "strict")))
    again = rethreshold(RethresholdJob(strict.files["probability"], 0.5, str(tmp_path / "again")))
    told = [any("reference water looks like water now" in notice for notice in one.notices) for one in (first, strict, again)]
    assert told == [False, True, False]


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")  # the test's own writing
def test_without_georeference_reference_water_and_what_was_left_out_are_told_as_shares(tmp_path: Path, model: str) -> None:
    usual, slope = np.zeros((SIDE, SIDE), np.uint8), np.zeros((SIDE, SIDE), np.float32)
    usual[LAKE], slope[SIDE // 2 :] = 1, 40
    plain = {"crs": None, "transform": rasterio.Affine.identity()}
    after = scene(tmp_path / "after.tif", LAKE, **plain)
    job = Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model)
    usual_water, steep = layer(tmp_path / "usual.tif", usual, **plain), layer(tmp_path / "slope.tif", slope, **plain)
    summary = detect(replace(job, reference_water=usual_water, slope=steep)).summary
    assert "of the pixels that were mapped; " in summary
    assert " of the pixels reference water; 50.0 % of the pixels not mapped (left out, 50 % of what was observed); " in summary


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
    classes = read_map(result)
    assert (classes[:10] == 250).all()
    assert (classes[10:100, :10] == 250).all()
    assert (classes[240:] == 251).all()
    assert (classes[100:200, :50] == 252).all()
    assert (read_map(result, "probability") != 255).all()
    assert result.hectares["masked"] == pytest.approx(np.isin(classes, (250, 251, 252)).sum() / 100, rel=0.01)
    assert "not mapped" in result.summary
    assert "Not mapped: excluded" in Path(result.files["class"]).with_suffix(".qml").read_text()


def test_bits_of_a_hyp3_layover_map_are_understood(tmp_path: Path, model: str) -> None:
    bits = np.ones((SIDE, SIDE), np.uint8)
    bits[:20], bits[20:40] = 1 | 4, 1 | 2
    layover = layer(tmp_path / "S1A_RTC10_ls_map.tif", bits)
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE, seed=1), model, layover=layover))
    assert (read_map(result)[:20] == 251).all()
    assert (read_map(result)[20:] != 251).all()


def test_an_exclusion_that_fails_warns_and_the_map_is_made(tmp_path: Path, model: str) -> None:
    (tmp_path / "broken.tif").write_text("no raster")
    far = layer(tmp_path / "far.tif", np.full((SIDE, SIDE), 40, np.float32), transform=from_origin(700_000, 6_700_000, 10, 10))
    job = pair(tmp_path, scene(tmp_path / "before.tif", LAKE, seed=1), model)
    result = detect(Job(**{**vars(job), "hand": str(tmp_path / "broken.tif"), "slope": far, "exclude": str(tmp_path / "none.gpkg")}))
    said = " ".join(result.notices)
    for name in ("broken.tif", "far.tif covers 0%", "none.gpkg"):
        assert name in said
    assert agreement(read_map(result), 1, FLOOD) > 0.9


@pytest.mark.parametrize(
    ("name", "value", "kind"), [("occurrence_10E_40N", 9, "per cent"), ("seasonality", 1, "months"), ("crop", 9, "months")]
)
def test_the_name_tells_what_small_values_of_usual_water_mean(tmp_path: Path, model: str, name: str, value: int, kind: str) -> None:
    usual = np.zeros((SIDE, SIDE), np.uint8)
    usual[FLOOD] = value
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE), model, reference_water=layer(tmp_path / f"{name}.tif", usual)))
    assert any(f"{name}.tif" in notice and kind in notice for notice in result.notices)
    if name != "crop":
        assert agreement(read_map(result), 1, FLOOD) > 0.9
        assert any("made nothing reference water" in notice for notice in result.notices)


def test_with_an_image_before_a_bad_or_distant_raster_of_usual_water_is_told_and_left_out(tmp_path: Path, model: str) -> None:
    before = scene(tmp_path / "before.tif", LAKE)
    broken = tmp_path / "broken.tif"
    broken.write_text("no raster")
    result = detect(pair(tmp_path, before, model, reference_water=str(broken)))
    assert agreement(read_map(result), 1, FLOOD) > 0.9
    assert any("only the image before" in notice for notice in result.notices)
    elsewhere = layer(tmp_path / "far.tif", np.full((SIDE, SIDE), 100, np.uint8), transform=from_origin(490_000, 6_700_000, 10, 10))
    result = detect(pair(tmp_path, before, model, reference_water=elsewhere, overwrite=True))
    assert agreement(read_map(result), 1, FLOOD) > 0.9
    assert any("knows of 0% of the map; elsewhere it told nothing" in notice for notice in result.notices)


def test_where_usual_water_ends_and_nothing_else_tells_the_cause_is_named(tmp_path: Path, model: str) -> None:
    half = layer(tmp_path / "half.tif", np.zeros((SIDE, SIDE // 2), np.uint8))
    after = scene(tmp_path / "after.tif", LAKE, FLOOD)
    result = detect(Job("flood", (Source((after,), scale="db"),), str(tmp_path / "out"), model=model, reference_water=half))
    assert (read_map(result)[:, SIDE // 2 :] == 255).all()
    assert any("half.tif knows of 50% of the map; elsewhere the map does not say" in notice for notice in result.notices)


def test_a_share_is_of_what_was_mapped_and_a_file_that_leaves_out_most_is_told(tmp_path: Path, model: str) -> None:
    hand = np.full((SIDE, SIDE), 300, np.float32)
    hand[:120] = 2
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE), model, hand=layer(tmp_path / "dem.tif", hand)))
    assert result.shares["detected"] == pytest.approx(80 * 100 / (120 * SIDE), rel=0.1)
    assert "mapped)" in result.summary
    assert "left out, 53 % of what was observed" in result.summary
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
    assert agreement(read_map(result), 1, FLOOD) > 0.9
    assert any("nothing was left out because of s.tif" in notice for notice in result.notices)
    assert any("u.tif" in notice for notice in result.notices)


@pytest.mark.parametrize("fill", [32767, 65535, 99999, 3.4028235e38, -9999, np.inf])
def test_ground_without_a_height_is_not_left_out_and_the_gap_is_told(tmp_path: Path, model: str, fill: float) -> None:
    heights = np.full((SIDE, SIDE), 8, np.float32)
    heights[LAKE] = fill
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE), model, hand=layer(tmp_path / "hand.tif", heights)))
    assert not (read_map(result) == 250).any()
    assert any("hand.tif covers" in notice for notice in result.notices)


@pytest.mark.parametrize(("factor", "unit"), [(100, "per cent"), (1, "tangent")])
def test_slopes_that_are_not_in_degrees_are_told_and_not_used(tmp_path: Path, model: str, factor: float, unit: str) -> None:
    slopes = np.full((SIDE, SIDE), 0.1 * factor, np.float32)
    slopes[:50] = 1.1 * factor
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE), model, slope=layer(tmp_path / "slope.tif", slopes)))
    assert not (read_map(result) == 250).any()
    assert any("not in degrees" in notice and unit in notice for notice in result.notices)


@pytest.mark.parametrize("east", [480_000, 479_900])
def test_layers_that_are_stored_as_scaled_numbers_are_used_with_their_values(tmp_path: Path, model: str, east: int) -> None:
    hand, slope = (np.full((SIDE + 10, SIDE + 10), 120, np.int16) for _ in range(2))  # 7 m and 7 degrees
    hand[:10], hand[10:20], slope[230:], hand[220:230] = 300, -999, 400, -32768
    where = {"transform": from_origin(east, 6_700_000, 10, 10), "nodata": -999}
    files = {name: state_scale(layer(tmp_path / f"{name}.tif", v, **where), 0.1, -5) for name, v in (("hand", hand), ("slope", slope))}
    result = detect(pair(tmp_path, scene(tmp_path / "before.tif", LAKE), model, **files))
    left_out = read_map(result) == 250
    assert left_out[:10].all()
    assert left_out[230:].all()
    assert not left_out[10:230].any()
    assert any("hand.tif covers 92% of the map" in notice for notice in result.notices)
    assert not any("slope.tif" in notice for notice in result.notices)


@pytest.mark.parametrize("shift", [0, 5])
def test_reference_water_that_is_stored_as_scaled_numbers_is_used_with_its_values(tmp_path: Path, shift: int) -> None:
    occurrence = np.full((SIDE, SIDE), 20, np.uint8)
    occurrence[LAKE] = 180
    path = state_scale(layer(tmp_path / "occurrence.tif", occurrence), 0.5, 0)
    with open_reference(flood_with(path), grid(shift), print) as reference:
        assert "per cent" in reference.description
        water, known = reference.rows(0, SIDE)
    np.testing.assert_array_equal(water[:, : SIDE - shift], occurrence[:, shift:] == 180)
    assert known[:, : SIDE - shift].all()


@pytest.mark.parametrize(
    ("name", "values"), [("ESA_WorldCover_10m_2021", (10, 80)), ("map", (40, 80)), ("DynamicWorld", (0, 4)), ("U2018_CLC2018", (12, 41))]
)
def test_a_map_of_classes_is_no_reference_water(tmp_path: Path, name: str, values: tuple[int, int]) -> None:
    classes = np.full((SIDE, SIDE), values[0], np.uint8)
    classes[LAKE] = values[1]
    job = flood_with(layer(tmp_path / f"{name}.tif", classes))
    with pytest.raises(InputError, match="map of classes"), open_reference(job, grid(), print):
        pass


@pytest.mark.parametrize("is_band", [False, True], ids=["mask", "dataMask"])
@pytest.mark.parametrize("shift", [0, 5])
def test_the_mask_of_a_layer_tells_where_it_knows_on_its_own_grid_and_on_another(tmp_path: Path, shift: int, is_band: bool) -> None:
    usual = np.full((SIDE, SIDE), 90, np.uint8)
    seen = np.ones((SIDE, SIDE), np.bool_)
    seen[LAKE] = False
    if is_band:
        path = write(tmp_path / "occurrence.tif", np.stack([usual, seen.astype(np.uint8)]), ("values", "dataMask"), **UTM)
    else:
        path = layer(tmp_path / "occurrence.tif", usual)
        with rasterio.open(path, "r+") as raster:
            raster.write_mask(seen)
    with open_reference(flood_with(path), grid(shift), print) as reference:
        water, known = reference.rows(0, SIDE)
    expected = np.zeros((SIDE, SIDE), np.bool_)
    expected[:, : SIDE - shift] = seen[:, shift:]
    np.testing.assert_array_equal(known, expected)
    np.testing.assert_array_equal(water, expected)


@pytest.mark.parametrize(("west", "layer_west"), [(-51.0, 309.0), (309.0, -51.0)])
def test_a_layer_whose_longitudes_are_counted_otherwise_lies_where_it_belongs(tmp_path: Path, west: float, layer_west: float) -> None:
    values = np.zeros((SIDE, SIDE), np.uint8)
    values[LAKE] = 100
    path = layer(tmp_path / "occurrence.tif", values, crs="EPSG:4326", transform=from_origin(layer_west, -30, 1e-3, 1e-3))
    where = Grid(SIDE, SIDE, from_origin(west, -30, 1e-3, 1e-3), CRS.from_epsg(4326))
    with open_reference(flood_with(path), where, print) as reference:
        water, known = reference.rows(0, SIDE)
    np.testing.assert_array_equal(water, values == 100)
    assert known.all()


@pytest.mark.parametrize(
    ("crs", "west", "pixel"), [("EPSG:4326", 179.987, 1e-4), ("EPSG:4326", -180.013, 1e-4), ("EPSG:32760", 818_000, 10.0)]
)
@pytest.mark.parametrize("layer_west", [-180.0, 0.0])
def test_a_layer_of_the_whole_earth_is_used_on_both_sides_of_180_degrees(
    tmp_path: Path, crs: str, west: float, pixel: float, layer_west: float
) -> None:
    occurrence = np.full((20, 3600), 7, np.uint8)
    occurrence[:, 1800 if layer_west == 0 else 0] = 100  # of the tenth of a degree east of 180 degrees
    profile = {"crs": "EPSG:4326", "transform": from_origin(layer_west, -16.0, 0.1, 0.1)}
    north = -17.0 if crs == "EPSG:4326" else 8_117_500
    where = Grid(SIDE, SIDE, from_origin(west, north, pixel, pixel), CRS.from_user_input(crs))
    with open_reference(flood_with(layer(tmp_path / "occurrence.tif", occurrence, **profile)), where, print) as reference:
        water, known = reference.rows(0, SIDE)
    middles = np.arange(SIDE) + 0.5
    longitude = warp_points(crs, "EPSG:4326", west + pixel * middles, np.full(SIDE, north - pixel / 2))[0]
    assert known.all()
    np.testing.assert_array_equal(water[0], np.asarray(longitude) % 360 > 180)
    assert 0 < water[0].sum() < SIDE
