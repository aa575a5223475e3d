"""Floods with optical images beside the radar's: where they are used, and how their use fades."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin
from rasterio.warp import Resampling, calculate_default_transform, reproject

from helpers.networks import write_darker_is_flood
from helpers.optical import flood, lake, optical, picture, radar
from helpers.optical_jobs import DRY, FLOOD, SIDE, WET, beside, job, radar_dates, read, run_of
from helpers.scenes import UTM
from tidemark.engine.contract.card import read_card
from tidemark.engine.contract.job import Result, Source
from tidemark.engine.contract.requests import RethresholdJob
from tidemark.engine.delivery.folder import write_folder
from tidemark.engine.methods.two_sensors import open_optical
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.rethreshold import rethreshold
from tidemark.engine.raster.scene import open_scene
from tidemark.engine.tasks import flood as flood_task

CLOUD = 235


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_darker_is_flood(tmp_path / "models"))


@pytest.fixture
def dates(tmp_path: Path) -> tuple[Source, Source]:
    """Both radar dates."""
    return radar_dates(tmp_path)


def overlap(one: np.ndarray, two: np.ndarray) -> float:
    return float((one & two).sum() / (one | two).sum())


def clouded(columns: slice = slice(0, SIDE // 2)) -> np.ndarray:
    image = picture(WET, 3)
    image[:, :, columns] = CLOUD
    return image


def with_gap() -> np.ndarray:
    image = picture(WET, 3)
    image[:, :, : SIDE // 2] = 0
    return image


def test_a_network_that_compares_two_dates_maps_floods_by_itself(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    result = detect(job(tmp_path, model, *dates))
    assert overlap(read(result, "class") == 1, FLOOD) > 0.9
    assert not (read(result, "class") == 2).any()
    assert run_of(result)["optical"] is None
    assert "optical_sha256" not in run_of(result)["method"]
    assert result.title == "Flood extent (water now, not usually)"


def test_optical_images_of_both_dates_are_used_where_given(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    alone = read(detect(job(tmp_path, model, *dates)))
    result = detect(job(tmp_path, model, *dates, *beside(tmp_path)))
    assert (read(result)[~FLOOD] - alone[~FLOOD]).mean() > 3
    assert overlap(read(result, "class") == 1, FLOOD) > 0.9
    record = run_of(result)
    assert record["optical"]["used"] is True
    assert record["optical"]["shares"] == {"used": 1, "cloudy": 0, "missing": 0}
    assert record["optical"]["after"]["acquired"] == "2024-05-07"
    assert record["optical"]["before"]["bands"] == {"swir": 1, "nir": 2, "visible": 3}
    card = read_card(Path(model))
    assert card.optical is not None
    assert (record["method"]["sha256"], record["method"]["optical_sha256"]) == (card.sha256, card.optical.sha256)
    assert any("used for all of the observed area" in notice for notice in result.notices)
    with rasterio.open(result.files["class"]) as raster:
        assert "S2_20240507.tif" in raster.tags()["TIDEMARK_OPTICAL"]


def test_the_optical_image_of_the_date_to_map_alone_will_do_for_a_model_that_has_learned_so(
    tmp_path: Path, dates: tuple[Source, Source]
) -> None:
    model = str(write_darker_is_flood(tmp_path / "models", optical_dates=1))
    alone = read(detect(job(tmp_path, model, *dates)))
    after = beside(tmp_path, clouded(slice(0, 40)))[0]
    result = detect(job(tmp_path, model, *dates, after))
    seen = np.s_[:, 100:]
    assert (read(result)[seen] - alone[seen])[FLOOD[seen]].mean() > 3
    assert (read(result)[:, :40] == alone[:, :40]).all()
    record = run_of(result)["optical"]
    assert (record["used"], record["before"]) == (True, None)
    assert any(notice.startswith("Optical imagery was used for 82 % of the observed area") for notice in result.notices)
    folder = write_folder(str(tmp_path / "out"), str(tmp_path / "package"), "flood", "city")
    words = " ".join(next(Path(folder).glob("README*")).read_text(encoding="utf-8").split())
    assert "Optical images beside it: S2_20240507.tif; used for 82% of the observed area" in words


@pytest.mark.parametrize(("half", "share"), [("cloud", "cloudy"), ("gap", "missing")])
def test_where_the_optical_image_ends_the_map_shows_no_seam(
    tmp_path: Path, dates: tuple[Source, Source], half: str, share: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = str(write_darker_is_flood(tmp_path / "models", optical_bias=-0.1))
    images = beside(tmp_path, clouded() if half == "cloud" else with_gap())
    middle = SIDE // 2 + (7 if half == "cloud" else 0)  # a cloud's rim goes with it
    dry = np.s_[SIDE // 2 + 16 :, :]

    def steps(result: Result) -> np.ndarray:
        return np.abs(np.diff(read(result)[dry], axis=1))

    result = detect(job(tmp_path, model, *dates, *images))
    at_border, inside = steps(result)[:, middle - 40 : middle + 40].max(), steps(result)[:, middle + 50 :].max()
    assert at_border <= inside + 1
    monkeypatch.setattr(flood_task, "RAMP", 0)
    abrupt = steps(detect(job(tmp_path, model, *dates, *images)))
    assert abrupt[:, middle - 40 : middle + 40].max() > inside + 1
    shares = run_of(result)["optical"]["shares"]
    assert shares["used"] == pytest.approx(1 - middle / SIDE, abs=0.002)
    assert shares[share] == pytest.approx(middle / SIDE, abs=0.002)
    assert sum(shares.values()) == pytest.approx(1)
    percent = round(100 * shares["used"])
    assert f"Optical imagery was used for {percent} % of the observed area." in result.notices
    assert any(notice.startswith("Radar alone decided where the optical imagery is cloudy") for notice in result.notices)


def test_under_full_cloud_the_map_is_the_radars_alone(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    alone = read(detect(job(tmp_path, model, *dates)))
    result = detect(job(tmp_path, model, *dates, *beside(tmp_path, clouded(slice(None)))))
    assert (read(result) == alone).all()
    assert run_of(result)["optical"]["used"] is False
    assert run_of(result)["optical"]["shares"]["cloudy"] == 1
    assert "Optical imagery could not be used." in result.notices
    assert "Radar alone decided where the optical imagery is cloudy (100 %) or missing (0 %)." in result.notices


def test_far_from_the_clouds_border_each_network_rules_alone(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    alone = read(detect(job(tmp_path, model, *dates)))
    mixed = read(detect(job(tmp_path, model, *dates, *beside(tmp_path, clouded()))))
    assert (mixed[:, : SIDE // 2] == alone[:, : SIDE // 2]).all()
    assert (mixed[SIDE // 2 + 16 :, SIDE // 2 + 50 :] - alone[SIDE // 2 + 16 :, SIDE // 2 + 50 :]).mean() > 3


def test_a_cloud_on_the_older_image_counts_as_well(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    before = picture(DRY, 4)
    before[:, :100] = CLOUD
    result = detect(job(tmp_path, model, *dates, *beside(tmp_path, before=before)))
    assert run_of(result)["optical"]["shares"]["cloudy"] == pytest.approx(107 / SIDE, abs=0.002)


def test_what_is_read_of_the_optical_images_does_not_depend_on_the_window(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    after = clouded(slice(60, 120))
    after[:, 150:200, 100:220] = 0
    card = read_card(Path(model))
    assert card.optical is not None
    sources = (*dates, *beside(tmp_path, after))
    with open_scene(dates[0]) as scene, open_optical(job(tmp_path, model, *sources), card.optical, (1, 99), scene.grid) as images:
        whole, seen, cloudy = images.read(0, SIDE, 0, SIDE, 32)
        assert 0 < whole[-1].mean() < 1
        assert np.isfinite(whole).all()
        for window in ((0, 64, 0, SIDE), (64, 200, 30, 170), (199, 256, 100, 256)):
            first, last, left, right = window
            inner = np.s_[first:last, left:right]
            part, part_seen, part_cloudy = images.read(*window, 32)
            np.testing.assert_array_equal(part, whole[(slice(None), *inner)])
            np.testing.assert_array_equal(part_seen, seen[inner])
            np.testing.assert_array_equal(part_cloudy, cloudy[inner])


def test_an_extent_shows_the_same_map_as_the_whole_image(tmp_path: Path) -> None:
    side = 1300  # more than one window each way
    model = str(write_darker_is_flood(tmp_path / "models"))
    wet, dry = flood(side) | lake(side), lake(side)
    dates = [
        Source((radar(tmp_path / "a.tif", wet, 1),), scale="db"),
        Source((radar(tmp_path / "b.tif", dry, 2),), "before", scale="db"),
    ]
    after = picture(wet, 3)
    after[:, 500:800, 200:700] = CLOUD
    images = beside(tmp_path, after, picture(dry, 4))
    whole = read(detect(job(tmp_path, model, *dates, *images)))
    x, y = 480_000, 6_700_000
    result = detect(job(tmp_path, model, *dates, *images, extent=(x + 1500, y - 9000, x + 9000, y - 4000)))
    part = read(result)
    assert part.shape == (500, 750)
    assert np.abs(part - whole[400:900, 150:900]).max() <= 1
    cloudy = run_of(result)["optical"]["shares"]["cloudy"]
    assert cloudy == pytest.approx(314 * 514 / part.size, abs=0.002)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_optical_images_on_another_grid_give_nearly_the_map_of_aligned_ones(
    tmp_path: Path, model: str, dates: tuple[Source, Source], crs: str
) -> None:
    aligned = detect(job(tmp_path, model, *dates, *beside(tmp_path)))
    one = read(aligned), read(aligned, "class")
    moved = []
    for role, wet, seed in (("optical", WET, 3), ("optical-before", DRY, 4)):
        bounds = 480_000, 6_700_000 - 10 * SIDE, 480_000 + 10 * SIDE, 6_700_000
        transform, width, height = calculate_default_transform(UTM["crs"], crs, SIDE, SIDE, *bounds)
        bands = np.zeros((3, height, width), np.uint8)
        reproject(picture(wet, seed), bands, src_transform=UTM["transform"], src_crs=UTM["crs"], dst_transform=transform, dst_crs=crs,
                  resampling=Resampling.bilinear, dst_nodata=0)  # fmt: skip
        moved.append(Source((optical(tmp_path / f"{role}.tif", bands, crs=crs, transform=transform),), role))
    result = detect(job(tmp_path, model, *dates, *moved))
    inner = np.s_[40:-40, 40:-40]
    assert overlap(read(result, "class")[inner] == 1, one[1][inner] == 1) >= 0.95
    assert np.abs(read(result)[inner] - one[0][inner]).mean() < 1
    assert run_of(result)["optical"]["shares"]["used"] > 0.97


def test_optical_images_may_cover_a_part_only(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    images = beside(tmp_path, transform=from_origin(480_000 + 1280, 6_700_000, 10, 10))
    result = detect(job(tmp_path, model, *dates, *images))
    assert run_of(result)["optical"]["shares"]["missing"] == pytest.approx(0.5, abs=0.01)
    assert (read(result) != 255).all()


@pytest.mark.parametrize("bands", [1, 2])
@pytest.mark.parametrize("display", [False, True])
def test_one_or_two_polarisations_as_backscatter_or_bytes(tmp_path: Path, model: str, bands: int, display: bool) -> None:
    images = [radar(tmp_path / f"{seed}.tif", wet, seed, bands, display) for seed, wet in ((1, WET), (2, DRY))]
    scale = "auto" if display else "db"
    sources = Source((images[0],), scale=scale), Source((images[1],), "before", scale=scale)
    for optical_images in ((), beside(tmp_path)):
        result = detect(job(tmp_path, model, *sources, *optical_images))
        assert overlap(read(result, "class") == 1, FLOOD) > 0.9


def test_a_lone_band_without_a_name_will_do(tmp_path: Path, model: str) -> None:
    images = [radar(tmp_path / f"{seed}.tif", wet, seed, 1, True) for seed, wet in ((1, WET), (2, DRY))]
    for path in images:
        with rasterio.open(path, "r+") as raster:
            raster.descriptions = ("",)
    result = detect(job(tmp_path, model, Source((images[0],)), Source((images[1],), "before")))
    assert overlap(read(result, "class") == 1, FLOOD) > 0.9


def test_the_radar_image_before_may_lie_on_another_grid(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    big = np.pad(DRY, ((0, 40), (0, 40)), mode="edge")
    before = radar(tmp_path / "moved.tif", big, 2, transform=from_origin(480_000 - 203, 6_700_000 + 4, 10, 10))
    result = detect(job(tmp_path, model, dates[0], Source((before,), "before", scale="db"), *beside(tmp_path)))
    assert overlap(read(result, "class") == 1, FLOOD) > 0.9
    short = radar(tmp_path / "short.tif", DRY, 2, transform=from_origin(480_000 + 1280, 6_700_000, 10, 10))
    result = detect(job(tmp_path, model, dates[0], Source((short,), "before", scale="db"), *beside(tmp_path)))
    assert (read(result, "class")[:, :126] == 255).all()
    assert (read(result, "class")[:, 130:] != 255).all()
    assert run_of(result)["optical"]["shares"] == {"used": 1, "cloudy": 0, "missing": 0}


def test_a_finer_radar_image_is_seen_at_the_networks_pixel(tmp_path: Path, model: str) -> None:
    fine = {"transform": from_origin(480_000, 6_700_000, 5, 5)}
    wet, dry = (np.kron(water, np.ones((2, 2), np.bool_)) for water in (WET, DRY))
    sources = (
        Source((radar(tmp_path / "a.tif", wet, 1, **fine),), scale="db"),
        Source((radar(tmp_path / "b.tif", dry, 2, **fine),), "before", scale="db"),
    )
    result = detect(job(tmp_path, model, *sources, *beside(tmp_path, clouded())))
    assert overlap(read(result, "class") == 1, wet & ~dry) > 0.9
    assert run_of(result)["input"]["network_saw"] == {"rows": SIDE, "columns": SIDE, "resampled": True}


@pytest.mark.parametrize("kind", ["reflectance", "scaled", "share"])
def test_reflectance_counts_like_bytes(tmp_path: Path, model: str, dates: tuple[Source, Source], kind: str) -> None:
    alike = read(detect(job(tmp_path, model, *dates, *beside(tmp_path, clouded()))))
    images = []
    for image in (clouded(), picture(DRY, 4)):
        reflectance = image / 255
        images.append(reflectance.astype(np.float32) if kind == "share" else np.rint(reflectance * 10_000).astype(np.uint16))
    sources = beside(tmp_path, *images)
    if kind == "scaled":
        for source in sources:
            with rasterio.open(source.paths[0], "r+") as raster:
                raster.scales = (1e-4,) * 3
    result = detect(job(tmp_path, model, *dates, *sources))
    assert np.abs(read(result) - alike).max() <= 1
    assert run_of(result)["optical"]["shares"]["cloudy"] == pytest.approx(135 / SIDE, abs=0.002)


def test_usual_water_is_taken_out_of_what_the_network_calls_flood(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    usual = np.full((1, SIDE, SIDE), 255, np.uint8)
    usual[0, :128, :128] = 1
    path = optical(tmp_path / "usual.tif", usual, ("usual",), nodata=255)
    result = detect(job(tmp_path, model, *dates, reference_water=path, reference_threshold=1))
    assert (read(result, "class")[:128, :128] == 2).all()
    assert (read(result, "class")[128:] != 255).all()
    assert not any("reference water looks like" in notice for notice in result.notices)


def test_the_packages_readme_names_the_optical_images(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    detect(job(tmp_path, model, *dates, *beside(tmp_path, clouded())))
    folder = write_folder(str(tmp_path / "out"), str(tmp_path / "package"), "flood", "city")
    words = " ".join(next(Path(folder).glob("README*")).read_text(encoding="utf-8").split())
    assert "Optical images beside it: S2_20240507.tif, S2_20240420.tif; used for 47% of the observed area" in words


def test_another_threshold_can_be_laid_over_the_result(tmp_path: Path, model: str, dates: tuple[Source, Source]) -> None:
    first = detect(job(tmp_path, model, *dates, *beside(tmp_path)))
    again = rethreshold(RethresholdJob(first.files["probability"], 0.9, str(tmp_path / "again")))
    assert 0 < (read(again, "class") == 1).sum() < (read(first, "class") == 1).sum()
