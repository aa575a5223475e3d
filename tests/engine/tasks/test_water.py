"""Water and flood from whatever polarisation there is, and one answer to whether an image will do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from helpers.scenes import LAND_DB, UTM, WATER_DB, lake, write
from tidemark.engine.contract.errors import InputError, TidemarkError
from tidemark.engine.contract.job import Job, Source, build_job
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.info import describe

DB = {"UNITS": "dB"}


def one_band(folder: Path, name: str, band: str, dry: bool = False) -> tuple[str, np.ndarray]:
    backscatter, water = lake()
    index = 0 if band in ("VV", "HH") else 1
    values = backscatter[index : index + 1]
    if dry:
        values = np.where(water, values + np.float32(LAND_DB[index] - WATER_DB[index]), values)
    return write(folder / name, values, (band,), DB, **UTM), water


def iou(path: str, water: np.ndarray, code: int = 1) -> float:
    with rasterio.open(path) as classes:
        found = classes.read(1) == code
    return float((found & water).sum() / (found | water).sum())


@pytest.mark.parametrize("method", ["otsu", "kittler", "fixed"])
@pytest.mark.parametrize("band", ["VV", "VH", "HH", "HV"])
def test_one_band_of_any_polarisation_is_mapped_by_a_threshold(tmp_path: Path, band: str, method: str) -> None:
    scene, water = one_band(tmp_path, "scene.tif", band)
    result = detect(build_job("water", [Source((scene,))], str(tmp_path / "map"), {"method": method}))
    assert iou(result.files["class"], water) > 0.9


def test_a_flood_is_mapped_from_one_band_of_two_dates(tmp_path: Path) -> None:
    now, water = one_band(tmp_path, "now.tif", "VV")
    then, _ = one_band(tmp_path, "then.tif", "VV", dry=True)
    sources = [Source((now,)), Source((then,), "before")]
    result = detect(build_job("flood", sources, str(tmp_path / "map"), {"method": "otsu"}))
    assert iou(result.files["class"], water) > 0.9


@pytest.mark.parametrize(("band", "missing"), [("VV", "VH"), ("HH", "VV, VH")])
def test_the_network_says_what_it_lacks_and_what_would_do(tmp_path: Path, band: str, missing: str) -> None:
    scene, _ = one_band(tmp_path, "scene.tif", band)
    with pytest.raises(InputError) as refused:
        detect(Job("water", (Source((scene,)),), str(tmp_path / "map")))
    assert f"The image has {band}, but not {missing}." in str(refused.value)
    assert "a method that takes one band (--method otsu; " in str(refused.value)


@pytest.mark.parametrize("task", ["water", "flood", "change", "oil"])
@pytest.mark.parametrize("method", ["student", "otsu"])
@pytest.mark.parametrize("bands", [("VV",), ("VH",), ("HH", "HV"), ("VV", "VH"), ("",)])
@pytest.mark.parametrize("display", [False, True])
def test_info_and_run_give_one_answer(tmp_path: Path, task: str, method: str, bands: tuple[str, ...], display: bool) -> None:
    values = lake(96, 96)[0][: len(bands)]
    values = np.clip((values + 30) * 8, 1, 255).astype(np.uint8) if display else values
    scene = Source((write(tmp_path / "scene.tif", values, bands, {} if display else DB, **UTM),))
    earlier = [Source(scene.paths, "before")] if task == "change" else []
    info = describe(scene, task, method=method)
    try:
        detect(build_job(task, [scene, *earlier], str(tmp_path / "map"), {"method": method}))
        refused = ""
    except TidemarkError as error:
        refused = str(error)
    assert info.problem == refused
    assert info.usable == (not refused)
