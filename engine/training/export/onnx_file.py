"""Student to ONNX file: an image in, probability out, at opset 17 and IR 8 so that old runtimes load it."""

from __future__ import annotations

import contextlib
import copy
import io
import logging
import os
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.export import Dim

from ...raster.arrays import FloatArray
from ..networks.student import HIGHEST_DB, LOWEST_DB, Student
from ..networks.two_sensors import TensorPair, TwoSensors, in_step, swapped

OPSET, IR_VERSION = 17, 8
LARGEST_DIFFERENCE = 1e-4
"""Between torch and ONNX Runtime, in probability."""


class Exported(nn.Module):
    """The network of an ONNX file: a student whose batch norms and calibration are folded into its convolutions, and the sigmoid.

    Args:
        student: see there.
        temperature, bias: of calibration: probability = sigmoid((logit + bias) / temperature); one of each output, or one for all.
    """

    def __init__(self, student: Student, temperature: float | Sequence[float] = 1.0, bias: float | Sequence[float] = 0.0) -> None:
        super().__init__()
        self.student = folded(student)
        _calibrate(self.student, torch.as_tensor(temperature), torch.as_tensor(bias))

    def probability(self, scaled: Tensor) -> Tensor:
        """Return the calibrated probability (N, outputs, H, W) of images (N, C, H, W) whose bands are scaled already."""
        return torch.sigmoid(self.student.trunk(scaled))

    def feed(self, shape: tuple[int, ...], rng: np.random.Generator) -> dict[str, FloatArray]:
        """Return inputs by name, in the order of `forward`, with an image of the shape (N, C, H, W), to compare runtimes on."""
        raise NotImplementedError


class Detector(Exported):
    """A student that takes dB, whose norm `fixed_db` is folded into its first convolution but for the limits."""

    def __init__(self, student: Student, temperature: float | Sequence[float] = 1.0, bias: float | Sequence[float] = 0.0) -> None:
        super().__init__(student, temperature, bias)
        with torch.no_grad():
            _first(self.student).weight /= HIGHEST_DB - LOWEST_DB

    def forward(self, image: Tensor) -> Tensor:
        """Return the probability (N, outputs, H, W) of images (N, C, H, W) in dB."""
        return self.probability(image.clamp(LOWEST_DB, HIGHEST_DB) - LOWEST_DB)

    def feed(self, shape: tuple[int, ...], rng: np.random.Generator) -> dict[str, FloatArray]:
        """Return an image of speckled noise."""
        return {"image": rng.normal(-16.0, 7.0, shape).astype(np.float32)}


class StretchedDetector(Exported):
    """A student behind the norm ``scene_stretch``, whose limits are inputs."""

    def forward(self, image: Tensor, low: Tensor, high: Tensor) -> Tensor:
        """Return the probability (N, 1, H, W) of images (N, C, H, W) in dB or display bytes, low and high (C,) of the same unit."""
        return self.probability(stretched(image, low, high))

    def feed(self, shape: tuple[int, ...], rng: np.random.Generator) -> dict[str, FloatArray]:
        """Return an image of display bytes, some beyond the limits."""
        return _stretched_feed(shape, rng)


class PairDetector(Exported):
    """Two students of radar and optical images, their exchange and the gate: what is exchanged stands fast.

    The optical one sees, of each date, three bands and after all of these the two indices of `water_indices`.
    """

    def __init__(self, network: TwoSensors) -> None:
        super().__init__(network.radar)
        self.optical = folded(network.optical)
        self.fusion, self.head, self.columns = network.fusion, network.head, network.coupling.columns
        # An exchange of nothing would still take the time to copy all features.
        self.swaps = [pair if pair is not None and any(taken.any() for taken in pair) else None for pair in network.swaps()]

    def forward(self, image: Tensor, low: Tensor, high: Tensor, optical: Tensor, optical_low: Tensor, optical_high: Tensor) -> Tensor:
        """Return the probability (N, 1, H, W) of both images (N, C, H, W) in units of their limits (C,); the optical one in grey levels."""
        beside = torch.cat([stretched(optical, optical_low, optical_high), water_indices(optical)], dim=1)
        images = stretched(image, low, high), beside
        _, features = in_step((self.student, self.optical), images, self._swap)
        return torch.sigmoid(cast(Tensor, self.head(self.fusion(*features))))

    def feed(self, shape: tuple[int, ...], rng: np.random.Generator) -> dict[str, FloatArray]:
        """Return both images, of display bytes."""
        optical = _stretched_feed((shape[0], self.optical.shape.bands * 3 // 5, *shape[2:]), rng)
        named = {f"optical{'' if name == 'image' else f'_{name}'}": value for name, value in optical.items()}
        return {**_stretched_feed(shape, rng), **named}

    def _swap(self, stage: int, features: TensorPair) -> TensorPair:
        return swapped(features, stage, self.swaps[stage], self.columns)


def _stretched_feed(shape: tuple[int, ...], rng: np.random.Generator) -> dict[str, FloatArray]:
    return {
        "image": rng.uniform(-20.0, 270.0, shape).astype(np.float32),
        "low": np.linspace(3.0, 20.0, shape[1], dtype=np.float32),
        "high": np.linspace(200.0, 240.0, shape[1], dtype=np.float32),
    }


def stretched(image: Tensor, low: Tensor, high: Tensor) -> Tensor:
    """Return an image (N, C, H, W) with low at 0 and high at 1, (C,) each, clamped."""
    low, high = low[None, :, None, None], high[None, :, None, None]
    return ((image - low) / (high - low)).clamp(0.0, 1.0)


def water_indices(optical: Tensor) -> Tensor:
    """Return what `datasets.two_sensors.water_indices` gives of each date, (N, 2 × dates, H, W), of grey levels (N, 3 × dates, H, W)."""
    infrared, visible = (optical[:, 1::3], optical[:, ::3]), optical[:, 2::3]
    found = [0.5 + 0.5 * (visible - band) / (visible + band).clamp(min=1.0) for band in infrared]
    return torch.stack(found, dim=2).flatten(1, 2).clamp(0.0, 1.0)


class Blocks(nn.Module):
    """What `nn.PixelUnshuffle` does, in two steps that move one axis each, which takes ONNX Runtime a quarter of the time of one step."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self.side = side

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) to (N, C × side², H / side, W / side)."""
        n, channels, height, width = x.shape
        side, rows, columns = self.side, height // self.side, width // self.side
        x = x.reshape(n, channels, rows, side, width).transpose(2, 3)
        x = x.reshape(n, channels * side, rows * columns, side).transpose(2, 3)
        return x.reshape(n, channels * side**2, rows, columns)


def folded(student: Student) -> Student:
    """Return a copy in evaluation mode in which every convolution has taken up the batch norm after it."""
    student = copy.deepcopy(student).eval()
    for module in student.modules():
        if isinstance(module, nn.Sequential) and len(module) == 2 and isinstance(module[1], nn.BatchNorm2d):
            module[0] = nn.utils.fusion.fuse_conv_bn_eval(cast(nn.Conv2d, module[0]), module[1])
            module[1] = nn.Identity()
    student.stem[0] = Blocks(student.shape.stem)
    return student


def _first(student: Student) -> nn.Conv2d:
    """Return the first convolution of a folded student."""
    return cast(nn.Conv2d, cast(nn.Sequential, student.stem[1])[0])


def _calibrate(student: Student, temperature: Tensor, bias: Tensor) -> None:
    """Let a student's head give (logit + `bias`) / `temperature`, both of each output or of all; smoothing is a mean, and keeps it."""
    head, places = cast(nn.Conv2d, student.head[0]), student.shape.stem**2
    scale, shift = (value.expand(student.shape.outputs).repeat_interleave(places) for value in (1.0 / temperature, bias))
    with torch.no_grad():
        head.weight *= scale.reshape(-1, 1, 1, 1)
        cast(Tensor, head.bias).add_(shift).mul_(scale)


def export(network: Exported, path: Path) -> None:
    """Write a network as ONNX: its inputs by name, output ``probability`` float32 (N, 1, H, W).

    N is free, H and W of images are free multiples of the student's stride.

    Raises:
        RuntimeError: the file does not give torch's probabilities within `LARGEST_DIFFERENCE`.
    """
    network = network.eval()
    bands, stride = network.student.shape.bands, network.student.shape.stride
    example = network.feed((2, bands, 4 * stride, 4 * stride), np.random.default_rng(0))
    free = {0: Dim("n", min=1, max=64), 2: stride * Dim("h", min=1, max=256), 3: stride * Dim("w", min=1, max=256)}
    with _quiet():
        program = torch.onnx.export(
            network,
            tuple(torch.from_numpy(value) for value in example.values()),
            input_names=list(example),
            output_names=["probability"],
            opset_version=OPSET,
            dynamo=True,
            external_data=False,
            dynamic_shapes={name: free if value.ndim == 4 else None for name, value in example.items()},
        )
    if program is None:
        raise RuntimeError("torch exported nothing")
    program.model.ir_version = IR_VERSION
    program.save(str(path), external_data=False)
    difference = largest_difference(network, path)
    if difference > LARGEST_DIFFERENCE:
        raise RuntimeError(f"{path.name} differs from torch by {difference:.2g} in probability")


def largest_difference(network: Exported, path: Path) -> float:
    """Return the largest difference in probability between torch and ONNX Runtime on noise of two window sizes."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(0)
    bands, stride, largest = network.student.shape.bands, network.student.shape.stride, 0.0
    for height, width in ((4 * stride, 6 * stride), (8 * stride, 2 * stride)):
        feed = network.feed((1, bands, height, width), rng)
        with torch.no_grad():
            expected = network(*(torch.from_numpy(value) for value in feed.values())).numpy()
        largest = max(largest, float(np.abs(session.run(None, feed)[0] - expected).max()))
    return largest


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the exporter's progress lines and its warnings about itself from the user."""
    loggers = [logging.getLogger(name) for name in ("torch.onnx", "onnxscript")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
