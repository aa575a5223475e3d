"""The flood figures of a set in the layout of porto_alegre, made small."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from helpers.networks import write_dark_is_water
from helpers.scenes import LAND_DB, UTM, WATER_DB, write
from tidemark.engine.cli.main import main

LAKE, FLOOD = np.s_[20:60, 20:120], np.s_[60:100, 20:120]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Write both dates and masks that miss the southern half of the flood."""
    for date, places in (("before", (LAKE,)), ("after", (LAKE, FLOOD))):
        water, weak = np.zeros((128, 128), np.bool_), np.zeros((128, 128), np.uint8)
        for place in places:
            water[place], weak[place] = True, 1
        weak[80:100] = 0
        mean = np.stack([np.where(water, WATER_DB[i], LAND_DB[i]) for i in range(2)])
        speckle = np.random.default_rng(len(places)).gamma(20, 1 / 20, mean.shape)
        write(tmp_path / f"s1_{date}.tif", np.rint(100 * (mean + 10 * np.log10(speckle))).astype(np.int16), **UTM)
        write(tmp_path / f"weak_{date}.tif", weak[None], ("water",), **UTM)
    return tmp_path


def test_the_table_tells_flood_and_what_an_unchanged_pair_shows(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    card = write_dark_is_water(data / "models")
    assert main(["evaluate", "flood", "--data", str(data), "--model", str(card)]) == 0
    head, student, *_ = (line.split() for line in capsys.readouterr().out.splitlines())
    found = dict(zip(head[1:], map(float, student[1:]), strict=True))
    assert found["recall"] > 0.9
    assert found["precision"] == pytest.approx(0.5, abs=0.06)  # half of the flood is not in the masks
    assert found["same"] == 0
    assert found["null"] < 0.02
    assert found["water"] < 0.05
    assert found["swapped"] < 0.02


def test_a_folder_without_the_set_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "flood", "--data", str(tmp_path)]) == 2
    assert "s1_before.tif" in capsys.readouterr().err
