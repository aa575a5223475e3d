"""Possible water among plants or buildings: a class of its own, counted apart, and never reference water."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from helpers.networks import write_two_waters
from helpers.scenes import UTM, write
from tidemark.engine.cli.main import main
from tidemark.engine.contract.classes import ClassCode
from tidemark.engine.contract.job import Job, Result, Source
from tidemark.engine.contract.record import RunRecord
from tidemark.engine.contract.requests import RethresholdJob
from tidemark.engine.pipeline.detect import detect
from tidemark.engine.pipeline.rethreshold import rethreshold

LAND, OPEN, AMONG_PLANTS = (-8.0, -11.0), (-20.0, -26.0), (-9.0, -17.0)
PLANTS, LAKE = np.s_[20:60, 80:120], np.s_[20:60, 20:60]


def image(path: Path, lake: bool = True, plants: bool = True) -> str:
    """Write land 100 x 140 with a lake of 16 ha and 16 ha of water among plants."""
    bands = np.empty((2, 100, 140), np.float32)
    for band in range(2):
        bands[band] = LAND[band]
        if lake:
            bands[band][LAKE] = OPEN[band]
        if plants:
            bands[band][PLANTS] = AMONG_PLANTS[band]
    bands += np.random.default_rng(1).normal(0, 0.2, bands.shape).astype(np.float32)
    return write(path, bands, **UTM)


def run(folder: Path, after: str, before: str = "", **options: Any) -> Result:
    sources = [Source((after,), scale="db")] + ([Source((before,), "before", scale="db")] if before else [])
    model = str(write_two_waters(folder / "models"))
    return detect(Job("flood" if before else "water", tuple(sources), str(folder / "out"), model=model, **options))


def classes(result: Result) -> Any:
    with rasterio.open(result.files["class"]) as raster:
        return raster.read(1)


def test_open_water_and_water_among_plants_are_told_apart(tmp_path: Path) -> None:
    result = run(tmp_path, image(tmp_path / "s.tif"))
    found = classes(result)
    assert (found[LAKE] == ClassCode.DETECTED).mean() > 0.95
    assert (found[PLANTS] == ClassCode.POSSIBLE_WATER).mean() > 0.95
    assert (found[70:, :] == ClassCode.NOT_DETECTED).all()
    assert result.hectares["detected"] == pytest.approx(16, rel=0.05)
    pixels = np.count_nonzero(found == ClassCode.POSSIBLE_WATER)
    assert result.hectares["possible"] == pytest.approx(pixels / 100, rel=0.01)
    assert "possible water among plants or buildings" in result.summary


def test_one_option_leaves_possible_water_out(tmp_path: Path) -> None:
    result = run(tmp_path, image(tmp_path / "s.tif"), open_only=True)
    assert set(np.unique(classes(result))) == {ClassCode.NOT_DETECTED, ClassCode.DETECTED}
    assert "possible" not in result.files
    assert "possible water" not in result.summary


def test_possible_water_of_the_date_before_is_neither_flood_nor_reference_water(tmp_path: Path) -> None:
    before = image(tmp_path / "before.tif", lake=False)
    found = classes(run(tmp_path, image(tmp_path / "after.tif"), before))
    assert (found[LAKE] == ClassCode.DETECTED).mean() > 0.95
    assert (found[PLANTS] == ClassCode.NOT_DETECTED).mean() > 0.95
    assert not (found == ClassCode.REFERENCE_WATER).any()


def test_new_water_among_plants_is_possible_flood(tmp_path: Path) -> None:
    before = image(tmp_path / "before.tif", plants=False)
    found = classes(run(tmp_path, image(tmp_path / "after.tif"), before))
    assert (found[PLANTS] == ClassCode.POSSIBLE_WATER).mean() > 0.95
    assert (found[LAKE] == ClassCode.REFERENCE_WATER).mean() > 0.95


def test_another_threshold_keeps_possible_water_apart(tmp_path: Path) -> None:
    first = run(tmp_path, image(tmp_path / "s.tif"))
    record = RunRecord.read(first.files["run"])
    assert record.method.possible_threshold == 0.5
    again = rethreshold(RethresholdJob(first.files["probability"], 0.7, str(tmp_path / "again")))
    assert (classes(again)[PLANTS] == ClassCode.POSSIBLE_WATER).mean() > 0.95
    assert again.hectares["possible"] == pytest.approx(first.hectares["possible"], rel=0.1)


def test_zones_and_polygons_count_it_apart(tmp_path: Path) -> None:
    result = run(tmp_path, image(tmp_path / "s.tif"))
    assert main(["vectorise", result.files["class"], str(tmp_path / "all.gpkg"), "--classes", "1,5", "--footprint"]) == 0
    assert (
        main(["stats", result.files["class"], str(tmp_path / "all.gpkg"), "--layer", "imageFootprint", "--output", str(tmp_path / "z.csv")])
        == 0
    )
    with open(tmp_path / "z.csv", encoding="utf-8") as table:
        (row,) = csv.DictReader(table)
    assert float(row["possible_ha"]) == pytest.approx(result.hectares["possible"], rel=0.01)
    assert float(row["detected_ha"]) == pytest.approx(result.hectares["detected"], rel=0.01)


def test_its_legend_entry_is_there_only_where_it_can_occur(tmp_path: Path) -> None:
    with_it = run(tmp_path, image(tmp_path / "s.tif"))
    assert "Possible water" in Path(with_it.files["class"]).with_suffix(".qml").read_text(encoding="utf-8")
    without = run(tmp_path, str(tmp_path / "s.tif"), open_only=True, overwrite=True)
    assert "Possible water" not in Path(without.files["class"]).with_suffix(".qml").read_text(encoding="utf-8")
