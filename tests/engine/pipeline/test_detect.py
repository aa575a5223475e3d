from __future__ import annotations

import json
import threading
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from helpers.maps import read_map
from helpers.networks import write_dark_is_water
from helpers.scenes import ROTATED_POLE, UTM, lake, write
from tidemark.engine.contract.errors import Cancelled, InputError, OutputError
from tidemark.engine.contract.job import Event, Job, Source
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.tiling import Axis
from tidemark.engine.products.statistics import MapStatistics
from tidemark.engine.products.writer import Product
from tidemark.engine.raster.scene import Scene
from tidemark.engine.tasks.classify import Classifier


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(write_dark_is_water(tmp_path / "models"))


def job(scene: str, tmp_path: Path, model: str, scale: str = "db", **options: Any) -> Job:
    return Job("water", (Source((scene,), scale=scale),), str(tmp_path / "out"), model=model, **options)


def test_a_lake_is_mapped_on_the_images_own_grid_with_its_hectares(tmp_path: Path, model: str) -> None:
    db, water = lake()
    scene = write(tmp_path / "s.tif", db, **UTM)
    result = detect(job(scene, tmp_path, model))
    classes = read_map(result, "class")
    with rasterio.open(scene) as given, rasterio.open(result.files["class"]) as made:
        assert (made.shape, made.transform, made.crs, made.nodata) == (given.shape, given.transform, given.crs, 255)
        assert made.profile["tiled"]
        assert made.compression.name == "lzw"
    assert np.mean((classes == 1) == water) > 0.99
    assert result.hectares["detected"] == pytest.approx(water.sum() / 100, rel=0.03)
    assert result.summary.startswith("Detected water ")
    assert result.title == "Water extent (single date)"


def test_what_was_not_observed_is_never_dry(tmp_path: Path, model: str) -> None:
    db, _ = lake()
    db[:, :, :128] = np.nan
    result = detect(job(write(tmp_path / "s.tif", db, **UTM), tmp_path, model))
    for kind in ("class", "probability"):
        raster = read_map(result, kind)
        assert (raster[:, :128] == 255).all()
        assert (raster[:, 128:] != 255).all()
    assert result.shares["not_observed"] == 0.5
    assert result.hectares["observed"] + result.hectares["not_observed"] == pytest.approx(256 * 256 / 100, rel=1e-3)


def test_codes_are_only_those_that_the_task_can_give_and_class_follows_from_the_stored_probability(tmp_path: Path, model: str) -> None:
    db, _ = lake()
    db[:, :9] = np.nan
    result = detect(job(write(tmp_path / "s.tif", db), tmp_path, model, threshold=0.37))
    classes, percent = read_map(result, "class"), read_map(result, "probability")
    assert set(np.unique(classes)) == {0, 1, 255}
    np.testing.assert_array_equal(classes == 1, (percent >= 37) & (percent <= 100))


@pytest.mark.parametrize("scales", [(1.0,), (0.5, 0.75, 1.0), (0.5, 1.0, 1.25, 2.0)])
def test_tiles_leave_no_seam(tmp_path: Path, model: str, scales: tuple[float, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    scene = write(tmp_path / "s.tif", lake(700, 500)[0])
    whole = read_map(detect(job(scene, tmp_path, model, scales=scales)), "probability")
    monkeypatch.setattr("tidemark.engine.pipeline.tiling.LARGEST_WINDOW", 192)
    tiled = read_map(detect(job(scene, tmp_path, model, scales=scales, overwrite=True)), "probability")
    assert np.abs(whole.astype(int) - tiled).max() <= 1


def test_flips_change_nothing_for_a_network_without_a_side(tmp_path: Path, model: str) -> None:
    scene = write(tmp_path / "s.tif", lake()[0])
    plain = read_map(detect(job(scene, tmp_path, model)), "probability")
    flipped = read_map(detect(job(scene, tmp_path, model, flip=True, overwrite=True)), "probability")
    assert np.abs(plain.astype(int) - flipped).max() <= 1


def test_an_extent_gives_its_part_of_the_whole_map(tmp_path: Path, model: str) -> None:
    scene = write(tmp_path / "s.tif", lake()[0], **UTM)
    whole = read_map(detect(job(scene, tmp_path, model)), "probability")
    left, top = 480_000, 6_700_000
    extent = (left + 405, top - 1995, left + 1500, top - 1000)
    result = detect(job(scene, tmp_path, model, extent=extent, overwrite=True))
    part = read_map(result, "probability")
    with rasterio.open(result.files["class"]) as raster:
        assert raster.bounds == (left + 400, top - 2000, left + 1500, top - 1000)
    assert np.abs(part.astype(int) - whole[100:200, 40:150]).max() <= 1


def test_pixels_that_are_far_from_square_come_back_on_their_own_grid(tmp_path: Path, model: str) -> None:
    db, water = lake(240, 480)
    high = rasterio.transform.from_origin(10, 60, 1e-4, 1e-4)
    result = detect(job(write(tmp_path / "s.tif", db, transform=high), tmp_path, model))
    classes = read_map(result, "class")
    assert classes.shape == (240, 480)
    assert np.mean((classes == 1) == water) > 0.98
    run = json.loads(Path(result.files["run"]).read_text())
    assert run["input"]["network_saw"] == {"rows": 267, "columns": 268, "resampled": True}
    assert any("resampled" in text for text in result.notices)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")  # the test's own reading and writing
def test_an_image_without_georeference_is_mapped_with_a_notice_and_without_hectares(tmp_path: Path, model: str) -> None:
    scene = write(tmp_path / "s.tif", lake()[0], crs=None, transform=None)
    result = detect(job(scene, tmp_path, model))
    assert result.hectares == {}
    assert "hectares unknown" in result.summary
    assert any("no georeference" in text for text in result.notices)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")  # the test's own reading and writing
def test_the_run_is_written_down_in_tags_and_record(tmp_path: Path, model: str) -> None:
    scene = write(tmp_path / "S1A_20240506.tif", lake()[0], tags={"TIDEMARK_SIMULATED": "yes"}, **UTM)
    result = detect(job(scene, tmp_path, model, quicklook=str(tmp_path / "look.png")))
    run = json.loads(Path(result.files["run"]).read_text())
    assert run["input"]["paths"] == [scene]
    assert run["input"]["scale_from"] == "given"
    assert run["input"]["acquired"] == "2024-05-06"
    assert run["method"]["model"] == "tiny"
    assert len(run["method"]["sha256"]) == 64
    assert run["summary"] == result.summary
    with rasterio.open(result.files["probability"]) as raster:
        assert raster.tags()["TIDEMARK_SIMULATED"] == "yes"
        assert "Open, calm water only" in raster.tags()["TIDEMARK_LIMITS"]
    with rasterio.open(result.files["quicklook"]) as picture:
        assert picture.count == 3
    assert (tmp_path / "out_class.qml").is_file()
    assert "Water detected" in (tmp_path / "out_class.sld").read_text()
    assert "Backscatter" not in (tmp_path / "out_class.qml").read_text()


def test_a_quick_look_that_has_no_place_is_told_before_anything_is_mapped(tmp_path: Path, model: str) -> None:
    scene, events = write(tmp_path / "s.tif", lake()[0]), list[Event]()
    with pytest.raises(OutputError, match=r"folder .*nowhere does not exist"):
        detect(job(scene, tmp_path, model, quicklook=str(tmp_path / "nowhere" / "look.png")), events.append)
    assert not any(event.kind == "started" for event in events)


def test_large_results_have_overviews(tmp_path: Path, model: str) -> None:
    result = detect(job(write(tmp_path / "s.tif", lake(600, 1100)[0]), tmp_path, model))
    with rasterio.open(result.files["class"]) as raster:
        assert raster.overviews(1) == [2, 4]


def test_cancel_in_mid_run_leaves_nothing(tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tidemark.engine.pipeline.tiling.LARGEST_WINDOW", 192)
    scene = write(tmp_path / "s.tif", lake(700, 500)[0])
    before = sorted(tmp_path.iterdir())
    events: list[Event] = []
    with pytest.raises(Cancelled):
        detect(job(scene, tmp_path, model), events.append, lambda: any(e.kind == "progress" for e in events))
    assert sorted(tmp_path.iterdir()) == before


def test_it_is_asked_again_and_again_whether_to_stop_while_an_images_edge_is_searched(tmp_path: Path, model: str) -> None:
    db = lake(2100, 40)[0]
    db[:, :, :5] = 0
    scene = write(tmp_path / "s.tif", db)
    before = sorted(tmp_path.iterdir())
    asked = 0

    def in_mid_search() -> bool:
        nonlocal asked
        asked += 1
        return asked > 50

    events: list[Event] = []
    with pytest.raises(Cancelled):
        detect(job(scene, tmp_path, model), events.append, in_mid_search)
    assert not any(event.kind == "started" for event in events)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("owner", "step"),
    [(Scene, "read_db"), (Axis, "given"), (Classifier, "rows"), (MapStatistics, "add"), (Product, "close"), (Product, "_complete")],
    ids=["reading", "predicting", "classifying", "writing", "closing", "completing"],
)
def test_cancel_in_any_step_is_one_error_and_leaves_nothing(
    tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch, owner: type, step: str
) -> None:
    monkeypatch.setattr("tidemark.engine.pipeline.tiling.LARGEST_WINDOW", 192)
    scene = write(tmp_path / "s.tif", lake(700, 500)[0])
    before, reached, plain = sorted(tmp_path.iterdir()), threading.Event(), getattr(owner, step)

    def reach(*arguments: Any) -> Any:
        reached.set()
        return plain(*arguments)

    monkeypatch.setattr(owner, step, reach)
    with pytest.raises(Cancelled):
        detect(job(scene, tmp_path, model), cancelled=reached.is_set)
    assert sorted(tmp_path.iterdir()) == before


def test_a_write_that_fails_ends_the_run_with_its_error_and_leaves_nothing(
    tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tidemark.engine.pipeline.tiling.LARGEST_WINDOW", 192)
    scene = write(tmp_path / "s.tif", lake(700, 500)[0])
    before = sorted(tmp_path.iterdir())

    def fail(*_: Any) -> None:
        raise OutputError("The disk of /maps is full.")

    monkeypatch.setattr(Product, "write", fail)
    with pytest.raises(OutputError, match="is full"):
        detect(job(scene, tmp_path, model))
    assert sorted(tmp_path.iterdir()) == before


def test_a_strip_that_cannot_be_read_ends_the_run_with_its_error(tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tidemark.engine.pipeline.tiling.LARGEST_WINDOW", 192)
    scene = write(tmp_path / "s.tif", lake(700, 500)[0])
    before, plain = sorted(tmp_path.iterdir()), Scene.read_db

    def fail_below(self: Scene, first: int, *others: Any) -> Any:
        if first > 400:
            raise InputError("s.tif is damaged: rows 400 to 528 cannot be read.")
        return plain(self, first, *others)

    monkeypatch.setattr(Scene, "read_db", fail_below)
    with pytest.raises(InputError, match="damaged"):
        detect(job(scene, tmp_path, model))
    assert sorted(tmp_path.iterdir()) == before


def test_progress_counts_every_tile_and_temporary_files_are_named_beforehand(
    tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tidemark.engine.pipeline.tiling.LARGEST_WINDOW", 192)
    events: list[Event] = []
    seen: set[Path] = set()

    def report(event: Event) -> None:
        events.append(event)
        seen.update(path for path in tmp_path.iterdir() if path.name.startswith("."))

    detect(job(write(tmp_path / "s.tif", lake(600, 500)[0]), tmp_path, model), report)
    started = events[0]
    assert started.kind == "started"
    assert {str(path) for path in seen} <= set(started.data["temporary"])
    done = [e.data["done"] for e in events if e.kind == "progress"]
    assert done[-1] == started.data["tiles"] > 4
    assert done == sorted(done)


def test_an_earlier_result_is_kept_unless_asked(tmp_path: Path, model: str) -> None:
    scene = write(tmp_path / "s.tif", lake()[0])
    first = detect(job(scene, tmp_path, model))
    size = Path(first.files["class"]).read_bytes()
    with pytest.raises(OutputError, match="overwrite"):
        detect(job(scene, tmp_path, model, threshold=0.9))
    assert Path(first.files["class"]).read_bytes() == size
    detect(job(scene, tmp_path, model, threshold=0.9, overwrite=True))


def test_a_half_observed_scene_says_so(tmp_path: Path, model: str) -> None:
    db, _ = lake()
    db[:, :, :140] = np.nan
    result = detect(job(write(tmp_path / "s.tif", db), tmp_path, model))
    assert any("Only 45% of the pixels were observed" in text for text in result.notices)


def test_a_scene_darker_than_any_in_training_is_flagged(tmp_path: Path, model: str) -> None:
    result = detect(job(write(tmp_path / "s.tif", lake()[0] - 20), tmp_path, model))
    assert any("Outside the validated domain" in text for text in result.notices)


@pytest.mark.parametrize("scale", ["power", "amplitude", "db100"])
def test_every_scale_gives_the_same_map(tmp_path: Path, model: str, scale: str) -> None:
    db, _ = lake()
    values = {"power": 10 ** (db / 10), "amplitude": 10 ** (db / 20), "db100": np.rint(db * 100)}[scale]
    other = write(tmp_path / "o.tif", values.astype(np.int16 if scale == "db100" else np.float32))
    first = detect(job(write(tmp_path / "s.tif", db), tmp_path, model))
    second = detect(replace(job(other, tmp_path, model, scale=scale), output=str(tmp_path / "second")))
    assert np.mean(read_map(first, "class") == read_map(second, "class")) > 0.999


@pytest.mark.parametrize("method", ["otsu", "kittler", "fixed"])
def test_classical_methods_go_the_same_way(tmp_path: Path, method: str) -> None:
    db, water = lake(300, 300)
    result = detect(job(write(tmp_path / "s.tif", db), tmp_path, "", method=method))
    assert np.mean((read_map(result, "class") == 1) == water) > 0.97
    assert set(np.unique(read_map(result, "probability"))) <= {0, 100}


def test_one_band_is_enough_for_a_classical_method_and_not_for_a_network_of_two(tmp_path: Path, model: str) -> None:
    db, water = lake()
    scene = write(tmp_path / "s.tif", db[:1], ("VV",))
    result = detect(job(scene, tmp_path, "", method="otsu"))
    assert np.mean((read_map(result, "class") == 1) == water) > 0.97
    with pytest.raises(InputError, match="needs VV and VH"):
        detect(job(scene, tmp_path, model, overwrite=True))


def test_a_run_that_ends_after_another_one_of_the_same_prefix_leaves_that_ones_map(tmp_path: Path, model: str) -> None:
    scene = write(tmp_path / "s.tif", lake()[0])
    other = job(scene, tmp_path, model, threshold=0.9)

    def overtake(event: Event) -> None:
        if event.kind == "progress" and not (tmp_path / "out_run.json").exists():
            detect(other)

    with pytest.raises(OutputError, match="There is a result already"):
        detect(job(scene, tmp_path, model), overtake)
    assert json.loads((tmp_path / "out_run.json").read_text())["threshold"] == 0.9
    assert not [path.name for path in tmp_path.iterdir() if ".part" in path.name]


def test_a_reference_system_that_geotiff_cannot_hold_travels_with_the_map(tmp_path: Path, model: str) -> None:
    scene = write(tmp_path / "s.tif", lake()[0], crs=ROTATED_POLE, transform=from_origin(1, 2, 9e-5, 9e-5))
    with rasterio.open(scene) as image:
        wanted = image.crs
    for overwrite in (False, True):
        result = detect(job(scene, tmp_path, model, overwrite=overwrite))
        for kind in ("class", "probability"):
            with rasterio.open(result.files[kind]) as made:
                assert made.crs == wanted
    assert not [path.name for path in tmp_path.iterdir() if ".part" in path.name]


def test_a_map_without_georeference_lies_on_its_image(tmp_path: Path, model: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", rasterio.errors.NotGeoreferencedWarning)
        scene = write(tmp_path / "s.tif", lake()[0], crs=None, transform=rasterio.Affine.identity())
        with rasterio.open(detect(job(scene, tmp_path, model)).files["class"]) as made:
            assert made.transform.is_identity
        part = detect(job(scene, tmp_path, model, extent=(64, 32, 192, 160), overwrite=True))
        with rasterio.open(part.files["class"]) as made:
            assert made.shape == (128, 128)
            assert (made.transform.c, made.transform.f, made.transform.e) == (64, -32, -1)  # QGIS draws rows of such images downwards
