"""``tidemark evaluate plains``: dry plains between two dates, and the sea, through the pipeline that users run."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine

from helpers.networks import write_dark_is_water
from tidemark.engine.cli.main import main

DRY, WET = (-9.0, -15.0), (-22.0, -28.0)


def write_series(path: Path, dates: list[tuple[float, float]], share: str) -> None:
    """Write a series of flat dates (VV, VH in dB) at 10 m, with OPERA's tag."""
    rng = np.random.default_rng(1)
    bands = [level + rng.normal(0, 0.5, (64, 64)) for date in dates for level in date]
    profile = {"driver": "GTiff", "count": len(bands), "height": 64, "width": 64, "dtype": "int16", "nodata": -32768, "crs": "EPSG:32633"}
    with rasterio.open(path, "w", transform=Affine(10, 0, 500_000, 0, -10, 5_000_000), **profile) as target:
        target.write(np.round(np.stack(bands) * 100).astype(np.int16))
        target.update_tags(water_mask_share=share)


def test_plains_and_seas_are_mapped_date_by_date_and_pair_by_pair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_series(tmp_path / "plain.tif", [DRY, DRY, WET], "0.000")
    write_series(tmp_path / "sea.tif", [WET, WET], "1.000")
    card = write_dark_is_water(tmp_path / "model")
    assert main(["evaluate", "plains", "--data", str(tmp_path), "--model", str(card), "--json"]) == 0
    plain, sea = json.loads(capsys.readouterr().out)
    assert plain["place"] == "opera_land/plain"
    assert plain["open_water"] == pytest.approx(1 / 3, abs=0.01)
    assert plain["flood"] == pytest.approx(1 / 4, abs=0.01)  # of four pairs, one goes from dry to wet
    assert sea["open_water"] == pytest.approx(1.0, abs=0.01)
    assert np.isnan(sea["flood"])


def test_a_folder_without_series_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card = write_dark_is_water(tmp_path / "model")
    assert main(["evaluate", "plains", "--data", str(tmp_path), "--model", str(card)]) == 2
    assert "no date series" in capsys.readouterr().err
