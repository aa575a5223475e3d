"""Depths of simulated floods whose level is known: near the truth, nearer than the nearest edge, and silent where nothing can be told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import scipy
import shapely
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.transform import from_origin
from rasterio.vrt import WarpedVRT

from helpers.maps import UTM, Place, write_run
from helpers.scenes import ROTATED_POLE, state_scale, write
from helpers.tables import read_table
from tidemark.engine.cli.main import main
from tidemark.engine.contract.errors import Cancelled, InputError, OutputError
from tidemark.engine.contract.impact import ImpactRecord
from tidemark.engine.contract.requests import DepthJob, RethresholdJob
from tidemark.engine.impact.depth import depth
from tidemark.engine.impact.heights import Heights
from tidemark.engine.pipeline.rethreshold import rethreshold
from tidemark.engine.raster.grid import Grid

SIZE = 360


def valley(seed: int = 1, slope: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Ground with hills and dips in metres, and the water's level, level or falling along the valley by metres a pixel."""
    generator = np.random.default_rng(seed)
    row, column = np.mgrid[:SIZE, :SIZE].astype(float)
    level = 50 - slope * column
    across = (row - SIZE / 2 - 30 * np.sin(column / 55)) / 60
    hills = 0.6 * 12 * scipy.ndimage.gaussian_filter(generator.normal(size=(SIZE, SIZE)), 12)
    return level - 4 + 4 * across**2 + hills, level


def flooded(ground: np.ndarray, level: np.ndarray) -> np.ndarray:
    """Classes of the water that is connected to the middle of the valley."""
    labels, _ = scipy.ndimage.label(ground < level)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return (labels == sizes.argmax()).astype(np.uint8)


def write_dem(path: Path, heights: np.ndarray, where: Place = UTM, **profile: Any) -> str:
    profile = {"count": 1, "height": len(heights), "width": heights.shape[1], "dtype": "float32", **profile}
    with rasterio.open(path, "w", driver="GTiff", crs=where.crs, transform=where.transform, **profile) as raster:
        raster.write(heights.astype(np.float32), 1)
    return str(path)


def estimate(folder: Path, classes: np.ndarray, dem: np.ndarray, **job: Any) -> np.ndarray:
    raster = write_run(folder, classes)
    depth(DepthJob(raster, write_dem(folder / "dem.tif", dem), str(folder / "run_depth.tif"), overwrite=True, **job))
    with rasterio.open(folder / "run_depth.tif") as found:
        return found.read(1, masked=True).filled(np.nan)


def nearest_edge(classes: np.ndarray, dem: np.ndarray) -> np.ndarray:
    """FwDET's rule: the water stands as high as the ground of the nearest edge pixel; then a mean of 3 x 3 pixels."""
    wet = classes == 1
    edge = wet & ~scipy.ndimage.binary_erosion(wet, border_value=1)
    row, column = scipy.ndimage.distance_transform_edt(~edge, return_distances=False, return_indices=True)
    found = np.where(wet, np.maximum(dem[row, column] - dem, 0), 0)
    share = scipy.ndimage.uniform_filter(wet.astype(float), 3)
    return np.where(wet, scipy.ndimage.uniform_filter(found, 3) / np.maximum(share, 0.1), np.nan)


def rmse(found: np.ndarray, truth: np.ndarray, wet: np.ndarray) -> float:
    assert np.isfinite(found[wet]).all()
    return float(np.sqrt(np.mean((found - truth)[wet] ** 2)))


@pytest.mark.parametrize("slope", [0.0, 0.001, 0.005], ids=["level", "10 cm a km", "50 cm a km"])
@pytest.mark.parametrize(("noise", "limit"), [(0.0, 0.15), (1.0, 0.6)])
def test_depths_are_near_the_truth_and_nearer_than_the_nearest_edge(tmp_path: Path, slope: float, noise: float, limit: float) -> None:
    for seed in (1, 2, 3):
        ground, level = valley(seed, slope)
        classes = flooded(ground, level)
        wet = classes == 1
        dem = ground + np.random.default_rng(9).normal(0, noise, ground.shape)
        ours = rmse(estimate(tmp_path, classes, dem), level - ground, wet)
        plain = rmse(nearest_edge(classes, dem), level - ground, wet)
        print(f"slope {slope:g}, noise {noise:g} m, seed {seed}: RMSE {ours:.3f} m; nearest edge {plain:.3f} m")
        assert ours <= limit
        assert ours < plain


def basin() -> tuple[np.ndarray, np.ndarray]:
    """A round basin in metres, flooded to 50 m."""
    row, column = np.mgrid[:160, :160]
    ground = 46 + ((row - 80) ** 2 + (column - 80) ** 2) / 900.0
    return ground, (ground < 50).astype(np.uint8)


@pytest.mark.parametrize("code", [250, 251, 252, 255])
def test_edges_of_what_was_not_mapped_or_not_observed_tell_nothing(tmp_path: Path, code: int) -> None:
    ground, classes = basin()
    classes[:, 60:66] = code  # along it the ground lies 4 m below the water
    classes[120:] = code
    wet = classes == 1
    assert rmse(estimate(tmp_path, classes, ground), 50 - ground, wet) < 0.05


def test_two_bodies_that_a_levee_parts_each_have_their_own_level(tmp_path: Path) -> None:
    ground, _ = basin()
    level = np.where(np.arange(160) < 80, 50.0, 48.0)[None, :]
    ground[:, 79:81] = 55
    classes = (ground < level).astype(np.uint8)
    assert rmse(estimate(tmp_path, classes, ground), level - ground, classes == 1) < 0.05
    bodies = [row for row in read_table(tmp_path / "run_depth.csv") if row["what"] == "body"]
    assert [float(row["level_m"]) for row in bodies] == pytest.approx([50, 48], abs=0.05)


def test_bridges_and_trees_in_the_dem_are_left_out(tmp_path: Path) -> None:
    ground, classes = basin()
    dem = ground.copy()
    edge = scipy.ndimage.binary_dilation(classes == 1) & (classes == 0)
    on_edge = np.flatnonzero(edge)
    dem.ravel()[on_edge[: len(on_edge) // 6]] += 12
    assert rmse(estimate(tmp_path, classes, dem), 50 - ground, classes == 1) < 0.1


def test_depth_is_never_below_zero_and_only_where_flood_is(tmp_path: Path) -> None:
    ground, classes = basin()
    ground[78:82, 78:82] = 60  # a house in the water
    classes[70:90, 40:50] = 2
    found = estimate(tmp_path, classes, ground)
    assert np.nanmin(found) == 0
    assert np.isnan(found[classes != 1]).all()


def test_sums_by_body_and_zone_are_those_of_the_raster(tmp_path: Path) -> None:
    ground, classes = basin()
    classes[:20] = 255
    west, north, size = UTM.transform.c, UTM.transform.f, 1600
    boxes = [shapely.box(west, north - size, west + 800, north), shapely.box(west + 800, north - size, west + size, north)]
    zones = tmp_path / "zones.gpkg"
    pyogrio.raw.write(zones, shapely.to_wkb(boxes), [np.array(["West", "East"], object)], ["name"], crs=UTM.crs, geometry_type="Polygon")
    found = estimate(tmp_path, classes, ground, zones=str(zones))
    rows = {row["name"]: row for row in read_table(tmp_path / "run_depth.csv")}
    hectare = 0.01
    for name, part in (("", np.s_[:, :]), ("West", np.s_[:, :80]), ("East", np.s_[:, 80:]), ("1", np.s_[:, :])):
        depths = found[part][np.isfinite(found[part])]
        assert float(rows[name]["estimated_ha"]) == pytest.approx(len(depths) * hectare, rel=1e-3)
        assert float(rows[name]["volume_m3"]) == pytest.approx(depths.sum() * 100, rel=1e-3)
        assert float(rows[name]["mean_depth_m"]) == pytest.approx(depths.mean(), abs=0.006)
        assert float(rows[name]["largest_depth_m"]) == pytest.approx(depths.max(), abs=0.006)
    assert [rows[name]["not_observed_percent"] for name in ("", "West", "East", "1")] == ["12.5", "12.5", "12.5", ""]


def test_the_raster_the_style_and_the_record_say_what_they_are(tmp_path: Path) -> None:
    ground, classes = basin()
    estimate(tmp_path, classes, ground)
    with rasterio.open(tmp_path / "run_depth.tif") as found:
        assert found.units == ("m",)
        assert "first look" in found.tags()["TIDEMARK_LIMITS"]
    assert "estimate" in (tmp_path / "run_depth.qml").read_text()
    record = ImpactRecord.read(str(tmp_path / "run_depth.json"))
    assert "first look" in record.limits
    assert "not observed: 0.0 %" in record.lines[0]
    assert "10.3390/rs17020329" in record.method


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_a_dem_in_another_reference_system_gives_the_same_depths(tmp_path: Path, crs: str) -> None:
    ground, classes = basin()
    raster = write_run(tmp_path, classes)
    path = write_dem(tmp_path / "utm.tif", ground)
    with rasterio.open(path) as source, WarpedVRT(source, crs=crs, resampling=Resampling.bilinear, nodata=-9999) as seen:
        write_dem(tmp_path / "dem.tif", seen.read(1), Place(crs, seen.transform), nodata=-9999)
    depth(DepthJob(raster, str(tmp_path / "dem.tif"), str(tmp_path / "run_depth.tif")))
    with rasterio.open(tmp_path / "run_depth.tif") as found:
        inner = scipy.ndimage.binary_erosion(classes == 1, iterations=2)
        assert np.sqrt(np.mean((found.read(1) - (50 - ground))[inner] ** 2)) < 0.1


def test_depths_keep_a_reference_system_that_geotiff_cannot_hold(tmp_path: Path) -> None:
    where = Place(ROTATED_POLE, from_origin(1.0, 2.0, 1e-4, 1e-4))
    ground, classes = basin()
    raster = write_run(tmp_path, classes, where=where)
    depth(DepthJob(raster, write_dem(tmp_path / "dem.tif", ground, where), str(tmp_path / "run_depth.tif")))
    with rasterio.open(raster) as given, rasterio.open(tmp_path / "run_depth.tif") as found:
        assert found.crs == given.crs


@pytest.mark.parametrize(
    ("profile", "heights", "words"),
    [
        ({"unit": "ft"}, lambda g: g / 0.3048, "are in feet"),
        ({"unit": "US survey foot"}, lambda g: g / 0.3048, "are in feet"),
        ({"unit": "fathoms"}, lambda g: g, "are in 'fathoms'"),
        ({"name": "elevation (feet)"}, lambda g: g / 0.3048, "are in feet"),
        ({"crs": "EPSG:32631+6360"}, lambda g: g / 0.3048, "are in feet"),
        ({"crs": None}, lambda g: g, "no coordinate reference system"),
        ({"name": "VV"}, lambda g: g, "is a radar image"),
        ({"name": "sigma0_VH_db"}, lambda g: g, "is a radar image"),
        ({}, lambda g: np.where(g < 60, -700.0, g), "holds the value -700"),
        ({}, lambda g: g * np.nan, "no heights along its edge"),
        ({"shift": 90_000}, lambda g: g, "no heights along its edge"),
    ],
)
def test_a_dem_that_is_none_in_metres_is_refused_in_one_message(tmp_path: Path, profile: dict[str, Any], heights: Any, words: str) -> None:
    ground, classes = basin()
    raster = write_run(tmp_path, classes)
    where = Place(profile.get("crs", UTM.crs), Affine.translation(profile.get("shift", 0), 0) * UTM.transform)
    path = write_dem(tmp_path / "dem.tif", heights(ground), where)
    with rasterio.open(path, "r+") as dem:
        dem.units = (profile.get("unit", ""),)
        dem.set_band_description(1, profile.get("name", ""))
    with pytest.raises(InputError, match=words):
        depth(DepthJob(raster, path, str(tmp_path / "out.tif")))
    assert not list(tmp_path.glob("*out*"))


def test_a_map_of_tidemark_is_no_dem(tmp_path: Path) -> None:
    classes = basin()[1]
    raster = write_run(tmp_path, classes, np.full_like(classes, 70))
    made = rethreshold(RethresholdJob(str(tmp_path / "run_probability.tif"), 0.7, str(tmp_path / "other")))
    with pytest.raises(InputError, match="is a map that Tidemark made: Water extent"):
        depth(DepthJob(raster, made.files["class"], str(tmp_path / "out.tif")))
    assert not list(tmp_path.glob("*out*"))


def test_a_mask_inside_the_dem_is_a_void_as_well(tmp_path: Path) -> None:
    ground, classes = basin()
    raster = write_run(tmp_path, classes)
    for name, where in (("same.tif", UTM), ("other.tif", Place(UTM.crs, Affine.translation(3, -4) * UTM.transform))):
        path = write_dem(tmp_path / name, ground, where)
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as dem:
            there = np.full(ground.shape, 255, np.uint8)
            there[70:80, 70:80] = 0
            dem.write_mask(there)
        done = depth(DepthJob(raster, path, str(tmp_path / "out.tif"), overwrite=True))
        assert done.rows[0].not_estimated_ha == pytest.approx(1.0, rel=0.25)


@pytest.mark.parametrize(("east", "step"), [(0, 10), (3, 10), (0, 20)], ids=["its own grid", "shifted", "coarser"])
def test_a_band_of_the_dem_that_is_a_mask_tells_of_voids_on_any_grid(tmp_path: Path, east: float, step: float) -> None:
    heights = np.full((SIZE, SIZE), 12.0, np.float32)
    there = np.ones((SIZE, SIZE), np.float32)
    there[:, 180:], heights[:, 180:] = 0, 0
    path = write(tmp_path / "dem.tif", np.stack([heights, there]), ("height", "dataMask"), crs=UTM.crs, transform=UTM.transform)
    side = int(SIZE * 10 / step)
    on_map = Affine.translation(east, 0) * UTM.transform * Affine.scale(step / 10)
    with Heights(path, Grid(side, side, on_map, CRS.from_user_input(UTM.crs))) as found:
        rows = found.rows(0, side)
    known = np.isfinite(rows)
    assert (rows[known] == 12).all()
    assert known.mean() == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("shift", [(0, 0), (3, -4)])
def test_heights_that_are_stored_as_scaled_numbers_are_metres(tmp_path: Path, shift: tuple[int, int]) -> None:
    ground, classes = basin()
    where = Place(UTM.crs, Affine.translation(*shift) * UTM.transform)
    stored = np.rint((ground - 40) * 100)
    stored[70:80, 70:80] = -9999
    paths = [write_dem(tmp_path / f"{name}.tif", stored, where, nodata=-9999) for name in ("metres", "stored")]
    write_dem(Path(paths[0]), np.where(stored == -9999, -9999, stored / 100 + 40), where, nodata=-9999)
    state_scale(paths[1], 0.01, 40)
    raster = write_run(tmp_path, classes)
    metres, scaled = (depth(DepthJob(raster, path, str(tmp_path / "out.tif"), overwrite=True)).rows[0] for path in paths)
    assert scaled.mean_m == pytest.approx(metres.mean_m, abs=0.01)
    assert scaled.not_estimated_ha == metres.not_estimated_ha > 0


@pytest.mark.parametrize("west", [-180.0, 0.0])
def test_heights_are_known_on_both_sides_of_180_degrees(tmp_path: Path, west: float) -> None:
    path = write_dem(tmp_path / "dem.tif", np.full((20, 3600), 12.0), Place("EPSG:4326", from_origin(west, -16.0, 0.1, 0.1)))
    for crs, transform in (("EPSG:4326", from_origin(179.987, -17.0, 1e-4, 1e-4)), ("EPSG:32760", from_origin(818_000, 8_117_500, 10, 10))):
        with Heights(path, Grid(256, 256, transform, CRS.from_user_input(crs))) as heights:
            assert (heights.rows(0, 256) == 12).all()


def test_voids_are_told_and_get_no_depth(tmp_path: Path) -> None:
    ground, classes = basin()
    dem = ground.copy()
    dem[70:80, 70:80] = -32768
    raster = write_run(tmp_path, classes)
    done = depth(DepthJob(raster, write_dem(tmp_path / "dem.tif", dem), str(tmp_path / "out.tif")))
    assert any("voids: 1.0 ha" in text for text in done.record.notices)
    assert done.rows[0].not_estimated_ha == pytest.approx(1.0, rel=1e-3)


def test_it_says_so_where_the_edge_is_too_short_or_the_dem_too_coarse(tmp_path: Path) -> None:
    ground, classes = basin()
    classes[:, :90] = 255
    classes[:, 130:] = 255
    classes[:60] = 255
    classes[100:] = 255
    with pytest.raises(InputError, match="dry edge is too short"):
        estimate(tmp_path, classes, ground)
    ground, classes = basin()
    raster = write_run(tmp_path, classes)
    coarse = Place(UTM.crs, UTM.transform * Affine.scale(40))
    with pytest.raises(InputError, match="DEM is too coarse"):
        depth(DepthJob(raster, write_dem(tmp_path / "dem.tif", np.full((5, 5), 48.0), coarse), str(tmp_path / "o.tif")))


def test_small_bodies_without_a_depth_are_counted_apart(tmp_path: Path) -> None:
    ground, classes = basin()
    classes[2:4, 2:4] = 1
    raster = write_run(tmp_path, classes)
    done = depth(DepthJob(raster, write_dem(tmp_path / "dem.tif", ground), str(tmp_path / "out.tif")))
    assert done.rows[0].not_estimated_ha == pytest.approx(0.04, rel=1e-3)
    assert any("too short" in text or "too coarse" in text for text in done.record.notices)


def test_only_maps_of_water_have_a_depth(tmp_path: Path) -> None:
    ground, classes = basin()
    raster = write_run(tmp_path, np.zeros_like(classes))
    dem = write_dem(tmp_path / "dem.tif", ground)
    with pytest.raises(InputError, match="shows no flood"):
        depth(DepthJob(raster, dem, str(tmp_path / "o.tif")))
    record = json.loads((tmp_path / "run_run.json").read_text())
    (tmp_path / "run_run.json").write_text(json.dumps({**record, "task": "oil", "title": "Possible oil"}))
    with pytest.raises(InputError, match="Possible oil"):
        depth(DepthJob(raster, dem, str(tmp_path / "o.tif")))


def test_a_cancelled_estimate_leaves_nothing(tmp_path: Path) -> None:
    ground, classes = basin()
    raster, dem = write_run(tmp_path, classes), write_dem(tmp_path / "dem.tif", ground)
    before = sorted(tmp_path.iterdir())
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        depth(DepthJob(raster, dem, str(tmp_path / "o.tif")), cancelled=lambda: next(answers))
    assert sorted(tmp_path.iterdir()) == before


def test_inputs_and_strangers_are_never_replaced_and_own_files_only_when_told(tmp_path: Path) -> None:
    ground, classes = basin()
    raster, dem = write_run(tmp_path, classes), write_dem(tmp_path / "dem.tif", ground)
    job = DepthJob(raster, dem, str(tmp_path / "o.tif"))
    with pytest.raises(OutputError, match="is an input"):
        depth(DepthJob(raster, dem, dem, overwrite=True))
    (tmp_path / "o.csv").write_text("mine,own\n1,2\n")
    with pytest.raises(OutputError, match="not written by Tidemark"):
        depth(replace(job, overwrite=True))
    (tmp_path / "o.csv").unlink()
    depth(job)
    with pytest.raises(OutputError, match="a result already"):
        depth(job)
    depth(replace(job, overwrite=True))


def test_the_command_tells_the_depth_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ground, classes = basin()
    raster, dem = write_run(tmp_path, classes), write_dem(tmp_path / "dem.tif", ground)
    assert main(["depth", raster, dem, "--output", str(tmp_path / "run_depth.tif")]) == 0
    said = capsys.readouterr().err
    assert "4.0 m at most" in said
    assert "first look" in said
