"""The shipped change student as ONNX: two dates and their stretch in, probability of change out."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.export import Dim

from .cross_modal import RadarStudent
from .export import IR_VERSION, LARGEST_DIFFERENCE, OPSET, folded
from .export import _quiet as quietly


class ChangeDetector(nn.Module):
    """A student of the family behind the norm ``scene_stretch``, with the sigmoid of its logits, shifted; batch norms are folded."""

    def __init__(self, student: RadarStudent, shift: float = 0.0) -> None:
        super().__init__()
        self.student, self.shift = folded(student), shift

    def forward(self, image: Tensor, low: Tensor, high: Tensor) -> Tensor:
        """Dates (N, 2 × B, H, W) in dB or bytes, newer first, low and high (2 × B,) of the same unit, to probability (N, 1, H, W)."""
        low, high = low[None, :, None, None], high[None, :, None, None]
        return torch.sigmoid(self.student(((image - low) / (high - low)).clamp(0.0, 1.0)) + self.shift)


def export_change(student: RadarStudent, path: Path, shift: float = 0.0) -> None:
    """Write a student as ONNX: inputs ``image`` float32 (N, 2 × B, H, W), ``low`` and ``high`` float32 (2 × B,), output ``probability``.

    N is free, H and W are free multiples of the student's stride.

    Raises:
        RuntimeError: the file does not give torch's probabilities.
    """
    network = ChangeDetector(student, shift).eval()
    stride, bands = student.shape.stride, student.shape.bands
    example = torch.linspace(0.0, 255.0, 2 * bands * (4 * stride) ** 2).reshape(2, bands, 4 * stride, 4 * stride)
    rows, columns = Dim("h", min=1, max=256), Dim("w", min=1, max=256)
    with quietly():
        program = torch.onnx.export(
            network,
            (example, torch.zeros(bands), torch.full((bands,), 255.0)),
            input_names=["image", "low", "high"],
            output_names=["probability"],
            opset_version=OPSET,
            dynamo=True,
            external_data=False,
            dynamic_shapes={"image": {0: Dim("n", min=1, max=64), 2: stride * rows, 3: stride * columns}, "low": None, "high": None},
        )
    if program is None:
        raise RuntimeError("torch exported nothing")
    program.model.ir_version = IR_VERSION
    program.save(str(path), external_data=False)
    difference = _difference(network, path)
    if difference > LARGEST_DIFFERENCE:
        raise RuntimeError(f"{path.name} differs from torch by {difference:.2g} in probability")


def _difference(network: ChangeDetector, path: Path) -> float:
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    stride, bands = network.student.shape.stride, network.student.shape.bands
    rng, largest = np.random.default_rng(0), 0.0
    for height, width in ((4 * stride, 6 * stride), (8 * stride, 2 * stride)):
        feed = {
            "image": rng.uniform(-20.0, 270.0, (1, bands, height, width)).astype(np.float32),
            "low": np.linspace(3.0, 20.0, bands, dtype=np.float32),
            "high": np.linspace(200.0, 240.0, bands, dtype=np.float32),
        }
        with torch.no_grad():
            expected = network(*(torch.from_numpy(value) for value in feed.values())).numpy()
        largest = max(largest, float(np.abs(session.run(None, feed)[0] - expected).max()))
    return largest
