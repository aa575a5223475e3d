"""The exported network: what old runtimes and the engine rely on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from tidemark.engine.training.export import onnx_file as exporting
from tidemark.engine.training.export.onnx_file import Detector, export, folded, largest_difference
from tidemark.engine.training.networks.student import Shape, Student

TINY = Shape(bands=2, stem=4, width=16, levels=1)


def trained() -> Student:
    """Return a student whose batch norms have seen something, as after training."""
    torch.manual_seed(0)
    student = Student(TINY).train()
    for _ in range(3):
        student(torch.randn(4, 2, 32, 32) * 6 - 15)
    return student.eval()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "tiny.onnx"
    export(Detector(trained(), 1.3, 0.4), path)
    return path


def test_torch_and_the_runtime_agree(file: Path) -> None:
    assert largest_difference(Detector(trained(), 1.3, 0.4).eval(), file) <= 1e-4


def test_old_runtimes_can_load_the_file(file: Path) -> None:
    model = onnx.load(file)
    assert model.ir_version == 8
    assert [entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx")] == [17]
    assert not any(tensor.external_data for tensor in model.graph.initializer)
    assert "BatchNormalization" not in {node.op_type for node in model.graph.node}


def test_names_and_several_window_sizes_and_batches(file: Path) -> None:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    assert [one.name for one in session.get_inputs()] == ["image"]
    assert [one.name for one in session.get_outputs()] == ["probability"]
    for shape in ((1, 2, 8, 8), (1, 2, 64, 24), (3, 2, 128, 128)):
        (probability,) = session.run(None, {"image": np.full(shape, -15.0, np.float32)})
        assert probability.shape == (shape[0], 1, *shape[2:])
        assert probability.dtype == np.float32
        assert 0.0 <= probability.min() <= probability.max() <= 1.0


def test_folding_the_batch_norms_changes_nothing_and_leaves_the_student_alone() -> None:
    student = trained()
    image = torch.randn(1, 2, 32, 32) * 6 - 15
    before = student(image)
    torch.testing.assert_close(folded(student)(image), before, atol=1e-4, rtol=1e-4)
    assert torch.equal(student(image), before)


def test_a_file_that_differs_from_the_student_is_not_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "LARGEST_DIFFERENCE", -1.0)
    with pytest.raises(RuntimeError, match="differs from torch"):
        export(Detector(trained()), tmp_path / "tiny.onnx")
