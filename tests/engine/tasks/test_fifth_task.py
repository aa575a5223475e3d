"""A fifth task needs an entry in the contract's table and a class, and every command can do it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import rasterio

from helpers.scenes import UTM, lake, write
from tidemark.engine.cli.main import main
from tidemark.engine.contract import tasks as contract
from tidemark.engine.methods.method import Method, baseline_method
from tidemark.engine.raster.arrays import FloatArray
from tidemark.engine.tasks import registry
from tidemark.engine.tasks.task import Place
from tidemark.engine.tasks.water import WaterTask

BRIGHT = replace(
    contract.WATER,
    name="bright",
    title="Bright ground",
    detects="bright ground",
    legend="Bright ground detected",
    event="Bright ground",
    methods={"student": "Neural network", "fixed": "From -12 dB"},
    options=(),
)


@dataclass(frozen=True)
class BrighterThan:
    least_db: float
    halo: int = 0

    def predict(self, image: FloatArray) -> FloatArray:
        return (image[:1] >= self.least_db).astype(np.float32)

    def describe(self) -> str:
        return f"from {self.least_db:g} dB"


class BrightTask(WaterTask):
    spec = BRIGHT

    def method(self, place: Place) -> Method:  # noqa: ARG002
        return baseline_method(self.run, BrighterThan(-14.0), ("VV",))


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(contract.TASKS, BRIGHT.name, BRIGHT)
    monkeypatch.setitem(registry.TASK_CLASSES, BRIGHT.name, BrightTask)
    return write(tmp_path / "scene.tif", lake()[0], ("VV", "VH"), {"UNITS": "dB"}, **UTM)


def test_every_command_can_do_a_task_that_the_table_and_the_registry_have(
    scene: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prefix = str(tmp_path / "map")
    assert main(["info", scene, "--task", "bright"]) == 0
    assert main(["detect", scene, "--task", "bright", "--method", "fixed", "--output", prefix]) == 0
    assert main(["vectorise", f"{prefix}_class.tif", f"{prefix}.gpkg"]) == 0
    assert main(["rethreshold", f"{prefix}_probability.tif", "--threshold", "0.9", "--output", f"{prefix}_again"]) == 0
    assert main(["package", prefix, "--output", str(tmp_path / "out")]) == 0
    assert "Detected bright ground" in capsys.readouterr().err
    record = json.loads(Path(f"{prefix}_run.json").read_text(encoding="utf-8"))
    assert (record["task"], record["title"], record["method"]["thresholds"]) == ("bright", "Bright ground", "from -14 dB")
    with rasterio.open(f"{prefix}_class.tif") as classes:
        found = classes.read(1) == 1
    dry = ~lake()[1]
    assert (found & dry).sum() / (found | dry).sum() > 0.95


def test_a_task_refuses_what_belongs_to_others(scene: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["detect", scene, "--task", "bright", "--output", str(tmp_path / "map")]
    assert main([*words, "--method", "fixed", "--wind", "5"]) == 2
    assert "The task 'bright' does not ask for --wind (in QGIS: 'Wind at sea in m/s'). Only the task 'oil' does." in capsys.readouterr().err
    assert main([*words, "--method", "otsu"]) == 2
    assert "Its methods are student, fixed." in capsys.readouterr().err
