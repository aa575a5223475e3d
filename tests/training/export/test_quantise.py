"""The 8-bit copy of a student."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest

from helpers.chips import lake_chip
from helpers.training.crops import SHARES, drawn
from tidemark.engine.training.datasets.chips import Chip
from tidemark.engine.training.export.onnx_file import Detector, export
from tidemark.engine.training.export.quantise import quantise
from tidemark.engine.training.networks.student import Shape, Student
from tidemark.engine.training.recipes.supervised import SupervisedSettings, train


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a student that has learned that dark is water, in 32 and in 8 bits."""
    image, label = lake_chip(96, 1)
    chip = Chip("hand/toy", image, label)
    settings = SupervisedSettings(
        shape=Shape(stem=4, width=16, levels=1, outputs=2, smooth=True), steps=60, batch=6, crop=48, rate=5e-3, average=0.8, seed=3
    )
    folder = tmp_path_factory.mktemp("quantised")
    student: Student = train(drawn([chip], folder / "crops", count=60, side=48), SHARES, settings)
    export(Detector(student, (1.3, 1.0), (0.2, 0.0)), folder / "a.onnx")
    quantise(folder / "a.onnx", folder / "b.onnx", [chip])
    return folder / "a.onnx", folder / "b.onnx"


def test_the_copy_is_smaller_and_says_nearly_the_same(files: tuple[Path, Path]) -> None:
    image, label = lake_chip(96, 7)
    said = []
    for path in files:
        session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        said.append(session.run(["probability"], {"image": image[None]})[0][0, 0])
    assert files[1].stat().st_size < 0.6 * files[0].stat().st_size
    assert np.abs(said[0] - said[1]).mean() < 0.02
    for one in said:
        assert ((one > 0.5) == (label == 1)).mean() > 0.97


def test_old_runtimes_can_load_the_copy(files: tuple[Path, Path]) -> None:
    model = onnx.load(files[1])
    assert model.ir_version == 8
    assert [entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx")] == [17]
    assert {entry.domain for entry in model.opset_import} <= {"", "ai.onnx"}
    assert "DequantizeLinear" in {node.op_type for node in model.graph.node}


def test_no_convolution_runs_over_single_pixels_in_8_bits(files: tuple[Path, Path]) -> None:
    # One of few channels takes as long there as all the others together.
    nodes = [node.op_type for node in onnx.load(files[1]).graph.node]
    after = nodes[nodes.index("DepthToSpace") :]
    assert "AveragePool" in after
    assert "Conv" not in after
