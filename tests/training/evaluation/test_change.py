"""Measuring the change student and the baselines on two-date scenes, through the pipeline that users run."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from helpers.networks import write_changed_is_far
from helpers.training.change_sets import land, pair, save
from tidemark.engine.contract.classes import COLOURS, ClassCode
from tidemark.engine.contract.errors import InputError
from tidemark.engine.training.datasets.images import read_bands
from tidemark.engine.training.evaluation import change as evaluate_change_module
from tidemark.engine.training.evaluation.change import METHODS, ONE_BAND, city_table, evaluate_change, evaluate_city, table


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    """One scene with a flood, and one whose newer date is a colour photograph."""
    older, newer, mask = pair(3, 256, (slice(20, 90), slice(30, 110)))
    for layer, image in (("before", older), ("after", newer), ("mask", mask * 255)):
        save(tmp_path / "scenes" / "sarsar_one" / f"{layer}.png", image)
    for layer, image in (("before", older), ("after", np.stack([land(1, 256)] * 3)), ("mask", mask)):
        save(tmp_path / "scenes" / "hetero_two" / f"{layer}.png", image)
    return tmp_path / "scenes"


def test_every_method_is_measured_on_radar_pairs_and_drawn(scenes: Path, tmp_path: Path) -> None:
    card = write_changed_is_far(tmp_path / "models")
    rows = evaluate_change(scenes, str(card), tmp_path / "pictures", lambda _: None)
    assert [(row["scene"], row["method"]) for row in rows] == [("sarsar_one", method) for method in METHODS]
    found = {str(row["method"]): float(str(row["iou"])) for row in rows}
    assert found["student"] > 0.4, found
    assert found["otsu"] > 0.6, found
    assert all(0 < float(str(row["iou"])) < float(str(row["f1"])) < 1 for row in rows), rows
    assert read_bands(tmp_path / "pictures" / "sarsar_one.png").shape == (1, 256, (3 + len(METHODS)) * 260 - 4)
    assert "| mean |" in table(rows)


def test_a_folder_without_scenes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no pair of radar images"):
        evaluate_change(tmp_path, "", None, lambda _: None)


def save_city(folder: Path, date: str, image: np.ndarray, water: np.ndarray) -> None:
    """Write a date in hundredths of a dB, and its weak mask."""
    for name, values in ((f"s1_{date}", (image.astype(np.int16) - 260) * 10), (f"weak_{date}", water)):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            profile = {"height": 256, "width": 256, "count": 1, "dtype": values.dtype}
            with rasterio.open(folder / f"{name}.tif", "w", driver="GTiff", **profile) as file:
                file.write(values, 1)


def test_on_calibrated_data_a_flood_must_come_out_as_a_decrease(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate_change_module, "QUARTERS", {"houses in water": (slice(150, 200), slice(150, 200))})
    older, newer, mask = pair(3, 256, (slice(20, 90), slice(30, 110)))
    newer[140:210, 140:210] = np.minimum(older[140:210, 140:210], 200) + 50
    save_city(tmp_path, "before", older, np.zeros_like(mask))
    save_city(tmp_path, "after", newer, mask)
    for date in ("before", "after"):
        save(tmp_path / f"s2_{date}.tif", np.stack([mask] * 3))
    rows = evaluate_city(tmp_path, str(write_changed_is_far(tmp_path / "models")), tmp_path / "pictures", lambda _: None)
    assert [row["method"] for row in rows] == [*METHODS, ONE_BAND]
    assert float(str(rows[0]["recall"])) > 0.9
    assert float(str(rows[1]["houses in water"])) > 0.9
    assert "| student |" in city_table(rows)
    picture = read_bands(tmp_path / "pictures" / "porto_alegre.png")
    assert picture.shape == (3, 128, 7 * 132 - 4)
    map_of_log_ratio = picture[:, :, 3 * 132 : 3 * 132 + 128]
    assert tuple(map_of_log_ratio[:, 27, 35]) == COLOURS[ClassCode.DECREASE]
    assert tuple(map_of_log_ratio[:, 87, 87]) == COLOURS[ClassCode.INCREASE]
