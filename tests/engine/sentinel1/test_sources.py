"""Products wherever an image is taken: mapped at once, prepared once, and kept within the cache's limit."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.warp import transform_bounds

from helpers.sentinel1_products import Template, write_backscatter, write_template
from tidemark.engine.batch.scene_list import find_scenes
from tidemark.engine.batch.scenes import map_scenes
from tidemark.engine.contract.classes import ClassCode
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Event, Job, Source
from tidemark.engine.contract.record import RunRecord
from tidemark.engine.contract.requests import BatchJob
from tidemark.engine.delivery.folder import write_folder
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.info import describe
from tidemark.engine.simulation.product import write_product


@pytest.fixture(scope="module")
def products(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A product, and another one of the next date."""
    folder = tmp_path_factory.mktemp("products")
    made = []
    for satellite in ("S1A", "S1C"):
        bare = write_template(folder / satellite, Template(satellite=satellite))
        truth = write_backscatter(folder / f"{satellite}.tif", bare)
        made.append(folder / "portal" / f"{bare.stem}.zip")
        made[-1].parent.mkdir(exist_ok=True)
        write_product(str(bare), truth, made[-1])
    return made


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIDEMARK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "prepared"


def job(paths: tuple[Path, ...], output: Path) -> Job:
    return Job("water", (Source(tuple(str(path) for path in paths)),), str(output), method="fixed")


def test_a_product_is_mapped_as_it_was_downloaded_and_prepared_once(products: list[Path], cache: Path, tmp_path: Path) -> None:
    result = detect(job((products[0],), tmp_path / "one"))
    assert result.hectares["detected"] > 10
    (image,) = cache.iterdir()
    events: list[Event] = []
    detect(job((products[0],), tmp_path / "two"), events.append)
    assert any(str(image) in event.data["text"] for event in events if event.kind == "notice")
    assert sum("Placed on the heights" in event.data["text"] for event in events if event.kind == "notice") == 1
    assert [event.kind for event in events].count("started") == 1  # of the map alone: nothing was prepared again
    assert list(cache.iterdir()) == [image]


def test_an_extent_prepares_its_part_alone(products: list[Path], cache: Path, tmp_path: Path) -> None:
    detect(job((products[0],), tmp_path / "whole"))
    (whole,) = cache.iterdir()
    with rasterio.open(whole) as raster:
        left, bottom = raster.bounds[:2]
    extent = (left + 3000, bottom + 3000, left + 4000, bottom + 4000)
    result = detect(replace(job((products[0],), tmp_path / "part"), extent=extent))
    part = next(path for path in cache.iterdir() if path != whole)
    with rasterio.open(part) as small, rasterio.open(result.files["class"]) as mapped:
        assert small.width * small.height < 0.5 * raster.width * raster.height
        assert mapped.bounds == pytest.approx(extent, abs=10)
    degrees = transform_bounds(raster.crs, "EPSG:4326", *extent)
    result = detect(replace(job((products[0],), tmp_path / "degrees"), extent=degrees))
    with rasterio.open(result.files["class"]) as mapped:
        assert mapped.bounds == pytest.approx(extent, abs=60)


def test_heights_bring_hills_to_their_place_and_leave_out_what_the_radar_cannot_see(
    products: list[Path], cache: Path, tmp_path: Path
) -> None:
    detect(job((products[0],), tmp_path / "flat"))
    (flat,) = cache.iterdir()
    dem = write_steep_hills(tmp_path / "dem.tif", flat)
    result = detect(replace(job((products[0],), tmp_path / "hills"), dem=str(dem)))
    image, layover = sorted(path for path in cache.iterdir() if path != flat)
    assert layover.name == f"{image.stem}_layover.tif"
    with rasterio.open(result.files["class"]) as raster:
        assert 0.01 < np.mean(raster.read(1) == ClassCode.LAYOVER_SHADOW) < 0.9
    layover.unlink()
    detect(replace(job((products[0],), tmp_path / "again"), dem=str(dem)))
    assert layover.exists()


def test_heights_for_an_image_that_is_in_its_place_already_are_not_used_and_that_is_said(
    products: list[Path], cache: Path, tmp_path: Path
) -> None:
    detect(job((products[0],), tmp_path / "one"))
    (image,) = cache.iterdir()
    result_of: list[Event] = []
    detect(replace(job((image,), tmp_path / "two"), dem=str(image)), result_of.append)
    assert any("was not used" in event.data["text"] for event in result_of if event.kind == "notice")
    record = RunRecord.read(str(tmp_path / "two_run.json"))
    assert any("was not used" in text for text in record.notices)
    assert not record.options["dem"]


def test_a_product_is_judged_by_the_bands_of_the_method(products: list[Path], tmp_path: Path) -> None:
    vv = write_template(tmp_path, Template(polarisations=("VV",)))
    truth = write_backscatter(tmp_path / "vv.tif", vv)
    write_product(str(vv), truth, tmp_path / "vv.zip")
    both, one = (describe(Source((str(path),)), "water") for path in (products[0], tmp_path / "vv.zip"))
    assert (both.usable, both.other_method) == (True, "")
    assert (one.usable, one.other_method) == (False, "otsu")
    assert describe(Source((str(tmp_path / "vv.zip"),)), "water", method="otsu").usable


def write_steep_hills(path: Path, image: Path) -> Path:
    """Write ridges on the grid of an image, so steep that the radar cannot see all of them."""
    with rasterio.open(image) as raster:
        profile = {key: raster.profile[key] for key in ("width", "height", "crs", "transform")}
    ridges = 40 + 400 * np.abs(np.sin(np.arange(profile["width"]) / 20))
    heights = np.tile(ridges, (profile["height"], 1)).astype(np.float32)
    with rasterio.open(path, "w", driver="GTiff", dtype="float32", count=1, **profile) as raster:
        raster.write(heights, 1)
    return path


def test_what_was_used_longest_ago_leaves_the_cache(
    products: list[Path], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    detect(job((products[0],), tmp_path / "one"))
    (first,) = cache.iterdir()
    monkeypatch.setenv("TIDEMARK_CACHE_GB", str(first.stat().st_size * 1.5 / 1e9))
    detect(job((products[1],), tmp_path / "two"))
    assert len(list(cache.iterdir())) == 2, "another run may be about to open the first"
    used_long_ago(first)
    detect(job((products[1],), tmp_path / "three"))
    (second,) = cache.iterdir()
    assert second != first


def used_long_ago(image: Path) -> None:
    os.utime(image, ns=(0, image.stat().st_mtime_ns))


def test_images_of_others_are_not_removed_from_a_cache_that_is_too_large(
    products: list[Path], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.mkdir(parents=True)
    own = [write_backscatter(folder / "mine.tif", products[0]) for folder in (cache, cache.parent)]
    monkeypatch.setenv("TIDEMARK_CACHE_GB", "0")
    for path in own:
        used_long_ago(path)
    detect(job((products[0],), tmp_path / "one"))
    for path in cache.iterdir():
        used_long_ago(path)
    detect(job((products[1],), tmp_path / "two"))
    assert all(path.exists() for path in own)
    assert len(list(cache.iterdir())) == 2  # the image just prepared, and mine


def test_a_changed_product_is_prepared_anew(products: list[Path], cache: Path, tmp_path: Path) -> None:
    detect(job((products[0],), tmp_path / "one"))
    os.utime(products[0], (0, 0))
    detect(job((products[0],), tmp_path / "two"))
    assert len(list(cache.iterdir())) == 2


def test_a_folder_of_products_is_a_batch_that_goes_on_where_it_stopped(products: list[Path], cache: Path, tmp_path: Path) -> None:
    scenes = find_scenes(str(products[0].parent))
    assert [scene.name[:3] for scene in scenes] == ["S1A", "S1C"]
    template = Job("water", (Source(()),), "", method="fixed")
    batch = BatchJob(str(products[0].parent), template, str(tmp_path / "out"))
    statuses = [[outcome.status for outcome in map_scenes(batch)] for _ in range(2)]
    assert statuses == [["done", "done"], ["skipped", "skipped"]]


def test_what_is_mapped_of_a_product_names_the_product_and_how_it_was_placed(products: list[Path], cache: Path, tmp_path: Path) -> None:
    for name in ("first", "from_cache"):
        result = detect(job((products[0],), tmp_path / name))
        run = RunRecord.read(result.files["run"])
        assert (run.image.paths, run.image.mapped) == ((str(products[0]),), tuple(str(image) for image in cache.iterdir()))
        assert sum("Placed on the heights of the product's own grid" in text for text in run.notices) == 1
        assert run.notices == result.notices
    made = write_folder(str(tmp_path / "first"), str(tmp_path / "out"), "E", "A")
    text = " ".join((made / "README.txt").read_text(encoding="utf-8").split())
    assert f"Radar image: {products[0].name}" in text
    assert "Placed on the heights of the product's own grid" in text


def test_the_images_of_both_dates_stay_in_a_cache_that_is_too_small_for_them(
    products: list[Path], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIDEMARK_CACHE_GB", "0")
    sources = (Source((str(products[0]),)), Source((str(products[1]),), "before"))
    result = detect(Job("change", sources, str(tmp_path / "change"), method="log-ratio"))
    assert Path(result.files["class"]).is_file()
    assert len(list(cache.iterdir())) == 2


def test_a_batch_of_products_does_nothing_twice_when_their_images_have_left_the_cache(
    products: list[Path], cache: Path, tmp_path: Path
) -> None:
    template = Job("water", (Source(()),), "", method="fixed")
    batch = BatchJob(str(products[0].parent), template, str(tmp_path / "out"))
    map_scenes(batch)
    for image in cache.iterdir():
        image.unlink()
    assert [outcome.status for outcome in map_scenes(batch)] == ["skipped", "skipped"]
    assert not list(cache.iterdir())


@pytest.mark.parametrize("reading", [{"scale": "amplitude"}, {"bands": {"VV": 2, "VH": 1}}])
def test_bands_and_pixel_values_of_products_are_not_named(
    products: list[Path], cache: Path, tmp_path: Path, reading: dict[str, Any]
) -> None:
    source = Source((str(products[0]),), **reading)
    with pytest.raises(InputError, match="A product tells both itself"):
        detect(Job("water", (source,), str(tmp_path / "one"), method="fixed"))
    assert "A product tells both itself" in describe(source, "water").problem
    assert not cache.exists()


def test_a_product_is_compared_with_an_image_whose_pixel_values_are_named(products: list[Path], cache: Path, tmp_path: Path) -> None:
    detect(job((products[1],), tmp_path / "one"))
    (image,) = cache.iterdir()
    sources = (Source((str(products[0]),), scale="db"), Source((str(image),), "before", scale="db"))
    assert detect(Job("change", sources, str(tmp_path / "change"), method="log-ratio")).files


def test_a_product_beside_an_image_is_refused(products: list[Path], cache: Path, tmp_path: Path) -> None:
    picture = tmp_path / "vv.tif"
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "height": 4, "width": 4, "crs": "EPSG:32633"}
    with rasterio.open(picture, "w", transform=Affine(10, 0, 5e5, 0, -10, 5e6), **profile) as raster:
        raster.write(np.zeros((4, 4), np.float32), 1)
    with pytest.raises(InputError, match="Some of the files are Sentinel-1 products"):
        detect(job((products[0], picture), tmp_path / "out"))
