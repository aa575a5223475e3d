"""Features of an oil map: polygons with their measures, what is too small, and runs that end early."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import shapely
from scipy import ndimage

from helpers.maps import read_map
from helpers.scenes import UTM, write
from helpers.seas import SLICK, SPOT, features, job, land_raster, plain, said, sea
from tidemark.engine.contract.errors import Cancelled
from tidemark.engine.contract.requests import RethresholdJob
from tidemark.engine.methods.sea import SeaState
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.rethreshold import rethreshold
from tidemark.engine.products.sieve import remove_small
from tidemark.engine.raster.ground import pixel_areas
from tidemark.engine.tasks.oil_features import confidence


@pytest.fixture
def scene(tmp_path: Path) -> str:
    return write(tmp_path / "sea.tif", sea(), ("VV",), **UTM)


def test_a_slick_becomes_a_polygon_with_its_measures(tmp_path: Path, scene: str) -> None:
    result = detect(job(tmp_path, scene, land=land_raster(tmp_path), wind=6))
    assert result.title == "Possible oil / dark feature"
    assert result.summary.startswith("Detected possible oil / dark features")
    assert "1 feature (confidence medium 1)" in result.summary
    (slick,) = features(result)
    assert slick["area_ha"] == pytest.approx(38.4, rel=0.15)
    assert slick["length_m"] == pytest.approx(1600, rel=0.1)
    assert slick["contrast"] == pytest.approx(6, abs=0.4)
    assert slick["contrast_unit"].startswith("dB")
    assert slick["distance_to_land_m"] == pytest.approx(1000, abs=40)
    assert slick["confidence"] == "medium"
    assert slick["obj_desc"] == "Possible oil / dark feature"
    left, top = UTM["transform"] * (192, 140)
    assert shapely.contains(slick["shape"], shapely.Point(left, top))


def test_distances_to_land_stay_right_on_coarser_cells(tmp_path: Path, scene: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tidemark.engine.tasks.oil_features._LAND_CELLS", 80)  # cells of 4 pixels
    (slick,) = features(detect(job(tmp_path, scene, land=land_raster(tmp_path))))
    assert slick["distance_to_land_m"] == pytest.approx(1000, abs=80)


def test_small_features_stay_in_the_probability_only_and_the_classes_agree_with_the_polygons(tmp_path: Path, scene: str) -> None:
    usual = detect(job(tmp_path, scene, land=land_raster(tmp_path)))
    assert (read_map(usual, "probability")[SPOT] == 100).mean() > 0.5
    assert not (read_map(usual)[SPOT] == 1).any()
    assert said(usual, "below 10 ha were left out")
    assert sum(f["area_ha"] for f in features(usual)) == pytest.approx(usual.hectares["detected"], rel=1e-3)
    smaller = detect(job(tmp_path, scene, land=land_raster(tmp_path), minimum_area=0.4))
    assert (read_map(smaller)[SPOT] == 1).mean() > 0.5
    assert len(features(smaller)) >= 2
    assert sum(f["area_ha"] for f in features(smaller)) == pytest.approx(smaller.hectares["detected"], rel=1e-3)
    none = detect(job(tmp_path, scene, land=land_raster(tmp_path), minimum_area=500))
    assert none.hectares["detected"] == 0
    assert features(none) == []
    assert "0 features" in none.summary


def test_pieces_are_measured_across_strips_of_rows_and_corners(tmp_path: Path) -> None:
    mask = ndimage.gaussian_filter(np.random.default_rng(3).normal(size=(700, 150)), 2.2) > 0.12
    path = write(tmp_path / "class.tif", mask[None].astype(np.uint8), ("class",), **UTM)
    removed = remove_small(path, pixel_areas(rasterio.CRS.from_string(UTM["crs"]), UTM["transform"], 700, 150), 2.0, lambda: False)
    labels, _ = ndimage.label(mask, np.ones((3, 3)))
    size = np.bincount(labels.ravel())
    keep = mask & (size[labels] >= 200)
    with rasterio.open(path) as raster:
        np.testing.assert_array_equal(raster.read(1) == 1, keep)
    assert 0 < keep.sum() < mask.sum()
    assert removed.pixels == mask.sum() - keep.sum()
    assert removed.hectares == pytest.approx(removed.pixels / 100, rel=0.01)


@pytest.mark.parametrize(
    ("level", "changed"),
    [("high", {}), ("medium", {"contrast": 4.0}), ("medium", {"probability": 0.7}), ("medium", {"by_network": False}),
     ("medium", {"hectares": 15.0}), ("low", {"hectares": 4.0}), ("medium", {"sea": SeaState(None, "", ())}), ("low", {"contrast": 2.5}),
     ("low", {"contrast": float("nan")}), ("low", {"sea": SeaState(2.0, "calm", ())}), ("high", {"contrast": 2.6, "display": True}),
     ("low", {"contrast": 1.4, "display": True})],
)  # fmt: skip
def test_confidence_follows_its_rule(level: str, changed: dict[str, Any]) -> None:
    sure: dict[str, Any] = {"contrast": 6.0, "display": False, "probability": 0.9, "by_network": True, "hectares": 30.0,
                            "sea": SeaState(6.0, "", ())}  # fmt: skip
    assert confidence(**{**sure, **changed}) == level


def test_a_part_of_the_image_gives_the_map_of_that_part(tmp_path: Path, scene: str) -> None:
    whole = detect(job(tmp_path, scene, land=land_raster(tmp_path)))
    expected, polygons = read_map(whole), features(whole)
    left, top = UTM["transform"] * (60, 30)
    right, bottom = UTM["transform"] * (300, 250)
    part = detect(job(tmp_path, scene, land=land_raster(tmp_path), extent=(left, bottom, right, top)))
    np.testing.assert_array_equal(read_map(part), expected[30:250, 60:300])
    assert features(part)[0]["contrast"] == pytest.approx(polygons[0]["contrast"], abs=0.05)
    assert features(part)[0]["area_ha"] == pytest.approx(polygons[0]["area_ha"], rel=1e-3)


def test_without_georeference_pixels_count_as_ten_metres_and_there_are_no_polygons(tmp_path: Path) -> None:
    result = detect(job(tmp_path, plain(tmp_path / "sea.tif", sea())))
    assert (read_map(result)[SLICK] == 1).mean() > 0.7
    assert not (read_map(result)[SPOT] == 1).any()
    assert "features" not in result.files
    assert said(result, "No polygons were written")
    assert said(result, "below 1000 pixels")


def test_where_polygons_cannot_be_made_the_map_is(tmp_path: Path, scene: str, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = detect(job(tmp_path, scene)).files["features"]
    for package, name in (("tasks", "oil_features"), ("vector", "vectorise"), ("vector", "polygons"), ("vector", "outlines")):
        monkeypatch.delitem(sys.modules, f"tidemark.engine.{package}.{name}", raising=False)
        monkeypatch.delattr(sys.modules[f"tidemark.engine.{package}"], name, raising=False)
    monkeypatch.setitem(sys.modules, "shapely", None)
    result = detect(job(tmp_path, scene))
    assert (read_map(result)[SLICK] == 1).mean() > 0.7
    assert "features" not in result.files
    assert said(result, "lacks shapely")
    assert not Path(earlier).exists()  # they would contradict the new map


def test_another_threshold_keeps_the_least_size(tmp_path: Path, scene: str) -> None:
    result = detect(job(tmp_path, scene, land=land_raster(tmp_path), minimum_area=20))
    again = rethreshold(RethresholdJob(result.files["probability"], 0.4, str(tmp_path / "again")))
    np.testing.assert_array_equal(read_map(again), read_map(result))
    assert again.hectares["detected"] == pytest.approx(result.hectares["detected"])
    assert said(again, "not made anew")


@pytest.mark.parametrize(("more", "where"), [(0, "sieve"), (4, "oil_features")])
def test_a_run_cancelled_after_its_last_window_leaves_nothing(tmp_path: Path, scene: str, more: int, where: str) -> None:
    mapped, asked, land = False, 0, land_raster(tmp_path)

    def listen(event: Any) -> None:
        nonlocal mapped
        mapped = mapped or (event.kind == "progress" and event.data["done"] == event.data["total"])

    def stop() -> bool:
        nonlocal asked
        asked += mapped
        return asked > more

    with pytest.raises(Cancelled) as stopped:
        detect(job(tmp_path, scene, land=land), listen, stop)
    assert stopped.traceback[-1].path.stem == where
    assert sorted(p.name for p in tmp_path.iterdir()) == ["land.tif", "sea.tif"]


def test_temporary_names_are_told_before_they_are_made(tmp_path: Path, scene: str) -> None:
    told: list[str] = []

    def listen(event: Any) -> None:
        if event.kind == "started":
            told.extend(event.data["temporary"])
            told.extend(str(p) for p in tmp_path.iterdir() if ".part" in p.name and str(p) not in told)

    before = {str(p) for p in tmp_path.iterdir()}
    result = detect(job(tmp_path, scene), listen)
    assert any("features.gpkg" in name for name in told)
    written = {str(p) for p in tmp_path.iterdir()} - before
    assert not written & set(told)
    assert set(result.files.values()) <= written
