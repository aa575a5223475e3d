"""Measuring the change student and its rivals on two-date scenes, through the pipeline that users run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from helpers.change_sets import land, pair, save
from helpers.networks import write_changed_is_far
from tidemark.engine.errors import InputError
from tidemark.engine.training.evaluate_change import METHODS, evaluate_change, table


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
    assert all(0.3 < float(str(row["iou"])) < float(str(row["f1"])) < 1 for row in rows)
    with rasterio.open(tmp_path / "pictures" / "sarsar_one.png") as picture:
        assert picture.shape == (256, (3 + len(METHODS)) * 260 - 4)
    assert "| mean |" in table(rows)


def test_a_folder_without_scenes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no pair of radar images"):
        evaluate_change(tmp_path, "", None, lambda _: None)
