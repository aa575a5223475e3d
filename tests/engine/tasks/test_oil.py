"""Dark features at sea: what is found, what is land, and what the sea itself tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_bounds
from rasterio.warp import transform_bounds
from rasterio.windows import Window

from helpers.maps import read_map
from helpers.networks import write_dark_is_oil
from helpers.scenes import UTM, write
from helpers.seas import COAST, LAKE, SIDE, SLICK, features, job, land_polygons, land_raster, said, sea
from tidemark.engine.cli import main
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Job, Source
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.info import describe
from tidemark.engine.raster.grid import Grid
from tidemark.engine.raster.resample import View
from tidemark.engine.simulation.scene import SceneSpec, rows
from tidemark.engine.vector.file import read_polygons


@pytest.fixture
def scene(tmp_path: Path) -> str:
    return write(tmp_path / "sea.tif", sea(), ("VV",), **UTM)


@pytest.mark.parametrize("kind", [land_raster, land_polygons])
@pytest.mark.parametrize("method", ["dark-spot", "otsu"])
def test_land_is_never_called_oil(tmp_path: Path, scene: str, kind: Any, method: str) -> None:
    result = detect(job(tmp_path, scene, method, land=kind(tmp_path)))
    classes = read_map(result)
    assert (classes[:, :COAST] == 254).all()
    assert not (classes[:, COAST:] == 254).any()
    assert (classes[SLICK] == 1).mean() > 0.7
    assert result.hectares["masked"] == pytest.approx(SIDE * COAST / 100, rel=0.01)


def test_land_that_is_not_given_may_pass_for_a_feature_and_that_is_said(tmp_path: Path, scene: str) -> None:
    result = detect(job(tmp_path, scene))
    assert (read_map(result)[LAKE] == 1).mean() > 0.5
    assert said(result, "No land was given")


def test_land_that_cannot_be_used_is_told_and_the_map_is_made(tmp_path: Path, scene: str) -> None:
    result = detect(job(tmp_path, scene, land=str(tmp_path / "missing.shp")))
    assert said(result, "Land was not taken out")
    assert said(result, "missing.shp")
    assert (read_map(result)[SLICK] == 1).mean() > 0.7
    text = tmp_path / "notes.txt"
    text.write_text("no layer")
    assert said(detect(job(tmp_path, scene, land=str(text))), "notes.txt")


def test_neither_the_coast_nor_nodata_nor_a_ship_makes_the_water_beside_it_dark(tmp_path: Path) -> None:
    values = sea(dark=False)
    values[:, 140:146, 200:206] = 20
    values[:, 250:, 250:] = np.nan
    image = write(tmp_path / "sea.tif", values, ("VV",), **UTM, nodata=np.nan)
    without = read_map(detect(job(tmp_path, image, minimum_area=0)), "probability")
    known = read_map(detect(job(tmp_path, image, minimum_area=0, land=land_raster(tmp_path))), "probability")
    near = np.s_[:, 84:90]
    assert (without[near] == 100).mean() > 0.7  # the bright land lifts the mean
    assert (known[near] == 100).mean() < 0.1
    assert (known[120:166, 180:226] == 100).mean() < 0.1  # around the ship
    assert (known[225:250, 250:] == 100).mean() < 0.1
    assert (known[255:, 255:] == 255).all()


@pytest.mark.parametrize("method", ["dark-spot", "otsu"])
def test_display_bytes_without_a_name_give_relative_contrasts(tmp_path: Path, method: str) -> None:
    values = np.clip((sea() + 30) * 9, 1, 255).astype(np.uint8)
    image = write(tmp_path / "sea.tif", values, ("",), **UTM)
    result = detect(job(tmp_path, image, method, "auto", land=land_raster(tmp_path), minimum_area=5))
    assert (read_map(result)[SLICK] == 1).mean() > 0.6
    slick = max(features(result), key=lambda f: f["area_ha"])
    assert "relative" in slick["contrast_unit"]
    assert 1.5 < slick["contrast"] < 5
    assert said(result, "8 bit")


@pytest.mark.parametrize(("normalisation", "display"), [("fixed_db", False), ("scene_stretch", False), ("scene_stretch", True)])
def test_a_network_of_one_band_maps_slicks(tmp_path: Path, normalisation: str, display: bool) -> None:
    values = np.clip((sea() + 30) * 9, 1, 255).astype(np.uint8) if display else sea()
    image = write(tmp_path / "sea.tif", values, ("",), **UTM)
    card = write_dark_is_oil(tmp_path / "models", normalisation, stretch_percentiles=[2, 98])
    asked = job(tmp_path, image, "student", "auto" if display else "db", model=str(card), land=land_raster(tmp_path), wind=6)
    result = detect(asked)
    classes = read_map(result)
    assert (classes[SLICK] == 1).mean() > 0.8
    assert (classes[:, :COAST] == 254).all()
    (slick,) = features(result)
    assert slick["confidence"] == "high"
    assert slick["model"] == "slick"
    unsaid = detect(Job(**{**asked.__dict__, "wind": None}))
    assert [f["confidence"] for f in features(unsaid)] == ["medium"]
    assert said(unsaid, "no feature is rated with high confidence")


def test_bytes_are_refused_by_a_network_that_needs_decibels(tmp_path: Path) -> None:
    image = write(tmp_path / "sea.tif", np.clip((sea() + 30) * 9, 1, 255).astype(np.uint8), ("VV",), **UTM)
    card = write_dark_is_oil(tmp_path / "models", "fixed_db")
    with pytest.raises(InputError, match="display values"):
        detect(job(tmp_path, image, "student", "auto", model=str(card)))


def test_hh_will_do_and_vh_will_not(tmp_path: Path) -> None:
    both = np.concatenate([sea() - 9, sea()])
    result = detect(job(tmp_path, write(tmp_path / "two.tif", both, ("HV", "HH"), **UTM), land=land_raster(tmp_path)))
    assert (read_map(result)[SLICK] == 1).mean() > 0.7
    cross = write(tmp_path / "vh.tif", sea() - 9, ("VH",), **UTM)
    with pytest.raises(InputError, match="VV"):
        detect(job(tmp_path, cross))
    info = describe(Source((cross,), scale="db"), "oil")
    assert not info.usable
    assert "VV" in info.problem


@pytest.mark.parametrize(("base", "word"), [(-24, "below 3 m/s"), (-8, "above 12 m/s"), (-14, "")])
def test_a_very_dark_or_bright_sea_suggests_a_wind_without_slicks(tmp_path: Path, base: float, word: str) -> None:
    image = write(tmp_path / "sea.tif", sea(base=base), ("VV",), **UTM)
    result = detect(job(tmp_path, image, land=land_raster(tmp_path)))
    assert said(result, "suggests") == bool(word)
    assert not word or said(result, word)
    assert {f["confidence"] for f in features(result)} == {"low" if word else "medium"}


def test_the_wind_that_is_said_counts_more_than_brightness(tmp_path: Path) -> None:
    calm = write(tmp_path / "sea.tif", sea(base=-24), ("VV",), **UTM)
    known = detect(job(tmp_path, calm, land=land_raster(tmp_path), wind=7))
    assert not said(known, "suggests")
    assert {f["confidence"] for f in features(known)} == {"medium"}
    for wind, word in ((1.5, "calm water"), (14, "mixed into")):
        result = detect(job(tmp_path, write(tmp_path / "sea.tif", sea(), ("VV",), **UTM), land=land_raster(tmp_path), wind=wind))
        assert said(result, f"The wind is {wind:g} m/s")
        assert said(result, word)
        assert {f["confidence"] for f in features(result)} == {"low"}


@pytest.mark.parametrize(
    ("options", "word"),
    [({"wind": 60}, "60 m/s"), ({"wind": -1}, "-1 m/s"), ({"wind": float("nan")}, "nan"), ({"minimum_area": -2}, "-2 ha"),
     ({"method": "kittler"}, "dark-spot"), ({"sources": "before"}, "flood"), ({"reference_water": "w.tif"}, "flood")],
)  # fmt: skip
def test_what_no_run_could_use_is_refused(tmp_path: Path, scene: str, options: dict[str, Any], word: str) -> None:
    asked = job(tmp_path, scene)
    if options.get("sources"):
        options = {"sources": (*asked.sources, Source((scene,), "before"))}
    with pytest.raises(InputError, match=word):
        detect(Job(**{**asked.__dict__, **options}))
    assert [p.name for p in tmp_path.iterdir()] == ["sea.tif"]


@pytest.mark.parametrize("options", [{"land": "l.tif"}, {"wind": 5.0}, {"minimum_area": 5.0}])
def test_other_tasks_refuse_what_belongs_to_the_sea(tmp_path: Path, scene: str, options: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="'oil'"):
        detect(Job("water", (Source((scene,)),), str(tmp_path / "out"), method="fixed", **options))


def test_pixels_as_wide_as_the_window_are_refused(tmp_path: Path) -> None:
    coarse = {"crs": UTM["crs"], "transform": UTM["transform"] * UTM["transform"].scale(20)}
    with pytest.raises(InputError, match="finer pixels"):
        detect(job(tmp_path, write(tmp_path / "sea.tif", sea(), ("VV",), **coarse)))


def test_a_scene_of_nothing_but_land_is_refused(tmp_path: Path, scene: str) -> None:
    land = write(tmp_path / "all.tif", np.ones((1, SIDE, SIDE), np.uint8), ("",), **UTM)
    with pytest.raises(InputError, match="all are land"):
        detect(job(tmp_path, scene, land=land))


@pytest.mark.parametrize("display", [False, True])
def test_what_is_found_on_a_simulated_sea_are_slicks(tmp_path: Path, display: bool) -> None:
    spec = SceneSpec(width=1600, height=1024, seed=3, kind="sea", wind=5.0)
    backscatter, truth = rows(spec, 0, spec.height)
    values = np.clip((backscatter[:1] + 35) * 8, 1, 255).astype(np.uint8) if display else backscatter[:1]
    result = detect(job(tmp_path, write(tmp_path / "sea.tif", values, ("VV",), **UTM), scale="auto", minimum_area=2))
    found, oil = read_map(result) == 1, truth == 1
    assert oil.sum() > 5000
    assert (found & oil).sum() > 0.05 * oil.sum()
    assert (found & oil).sum() > 0.9 * found.sum()


def test_a_clean_simulated_sea_has_no_slicks(tmp_path: Path) -> None:
    spec = SceneSpec(width=512, height=512, seed=2, kind="sea", slicks=False)
    backscatter, truth = rows(spec, 0, 512)
    assert truth.max() == 0
    assert np.isfinite(backscatter).all()


def test_the_command_line_maps_oil(tmp_path: Path, scene: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["detect", scene, "--task", "oil", "--method", "dark-spot", "--output", str(tmp_path / "o"), "--scale", "db", "--json"]
    assert main.main([*command, "--land", land_raster(tmp_path), "--wind", "6", "--minimum-area", "20"]) == 0
    run = json.loads(capsys.readouterr().out)
    assert run["options"]["wind"] == 6
    assert run["minimum_area_ha"] == 20
    assert run["features"] == {"high": 0, "medium": 1, "low": 0}
    assert "never proof of oil" in run["limits"]
    assert "2 dB below" in run["method"]["thresholds"]
    assert main.main([*command, "--wind", "99"]) == 2
    assert "99 m/s" in capsys.readouterr().err
    assert main.main(["info", scene, "--task", "oil", "--scale", "db"]) == 0
    assert "usable:       yes" in capsys.readouterr().out


@pytest.mark.parametrize("crs", [UTM["crs"], "EPSG:4326"])
def test_of_a_coastline_of_the_world_only_what_is_near_is_read(tmp_path: Path, crs: str) -> None:
    path = land_polygons(tmp_path)
    transform = UTM["transform"]
    bounds = transform_bounds(UTM["crs"], crs, transform.c, transform.f - SIDE * 10, transform.c + SIDE * 10, transform.f)
    grid = Grid(SIDE, SIDE, from_bounds(*bounds, SIDE, SIDE), rasterio.CRS.from_string(crs))
    assert len(read_polygons(path).shapes) == 2
    assert len(read_polygons(path, near=grid).shapes) == 1


def test_display_bytes_are_averaged_as_they_are() -> None:
    class Stripes:
        def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> np.ndarray:
            columns = np.where(np.arange(first_column, last_column) % 2, 200, 100)
            return np.broadcast_to(columns, (len(bands), last - first, last_column - first_column)).astype(np.float32)

        def median_db(self, bands: tuple[str, ...]) -> np.ndarray:
            return np.full(len(bands), 150, np.float32)

    seen = View(Stripes(), Window(0, 0, 16, 8), (8, 8), ("band",), in_db=0).read(8)
    np.testing.assert_allclose(seen[0, :, 1:-1], 150, atol=1)


def test_the_overviews_of_a_map_do_not_show_the_small_features_that_were_left_out(tmp_path: Path) -> None:
    values = sea()[:, :, COAST:]
    image = write(tmp_path / "sea.tif", np.tile(values, (1, 2, 3)), ("VV",), **UTM)
    found = {}
    for minimum in (0, 5):
        result = detect(job(tmp_path, image, "otsu", minimum_area=minimum))
        with rasterio.open(result.files["class"], OVERVIEW_LEVEL=0) as overview:
            found[minimum] = overview.read(1)
        np.testing.assert_array_equal(found[minimum], read_map(result)[::2, ::2])
    assert (found[5] == 1).sum() < (found[0] == 1).sum()
