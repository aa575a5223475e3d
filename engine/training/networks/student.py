"""The student family: pixel-unshuffle stem, dense 3×3 residual U-Net, pixel-shuffle head, smoothed where its shape says so.

The stem moves each block of `stem` × `stem` pixels into the channels, so no input value is lost, and everything after it
runs on a small grid; dense convolutions with widths in multiples of 16 are what ONNX Runtime does fastest on a CPU.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.flop_counter import FlopCounterMode

from ...raster.arrays import FloatArray

LOWEST_DB = -30.0
HIGHEST_DB = 0.0
"""Range of the norm ``fixed_db``: what lies outside is clipped, what lies inside becomes 0 to 1."""


@dataclass(frozen=True)
class Shape:
    """Sizes of a student.

    Attributes:
        bands: input bands.
        stem: side of the blocks that the stem folds into channels: 2 (fine) or 4 (fast).
        width: channels of the first level, a multiple of 16; each level below has twice as many.
        levels: levels below the first one; few, so that a tile sees what the whole image would.
        outputs: logits for each pixel.
        smooth: whether the head cannot leave a pattern of the stem's period (`Smoothing`).
    """

    bands: int = 2
    stem: int = 4
    width: int = 32
    levels: int = 2
    outputs: int = 1
    smooth: bool = False

    @property
    def stride(self) -> int:
        """Return what height and width of the input must be multiples of, in pixels."""
        return int(self.stem * 2**self.levels)

    def __post_init__(self) -> None:
        if self.stem not in (2, 4) or self.width % 16 or self.width < 16 or self.levels < 0 or min(self.bands, self.outputs) < 1:
            raise ValueError(f"not a student: {self}")


Network = TypeVar("Network", bound=nn.Module)


class Residual(nn.Module):
    """Two 3×3 convolutions around a shortcut."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.body = nn.Sequential(_convolution(channels, channels), nn.ReLU(inplace=True), _convolution(channels, channels))

    def forward(self, x: Tensor) -> Tensor:
        """Return features (N, C, H, W) of features of the same shape."""
        return functional.relu(x + self.body(x))


class Smoothing(nn.Module):
    """A mean over `period` + 1 pixels along both axes, those at the ends with half the weight.

    The pixels of a block come from different channels of the head, and where all blocks are alike, or change evenly, these differ with the
    block's side as their period. This mean has its zeros at that period and its overtones, so no such pattern passes.
    """

    def __init__(self, period: int) -> None:
        super().__init__()
        self.period = period

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) to (N, C, H, W)."""
        reach = self.period // 2
        # The edge is repeated by hand: an ONNX Pad that does so needs a later opset than the others.
        x = torch.cat([x[:, :, :1]] * reach + [x] + [x[:, :, -1:]] * reach, dim=2)
        x = torch.cat([x[..., :1]] * reach + [x] + [x[..., -1:]] * reach, dim=3)
        # Two plain means, one after the other: ONNX Runtime takes a third of the time of one convolution.
        return functional.avg_pool2d(functional.avg_pool2d(x, self.period, 1), 2, 1)


class Student(nn.Module):
    """Backscatter in dB to logits.

    The norm ``fixed_db`` is the first step of the network, so that training and inference share it.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        widths = [shape.width * 2**level for level in range(shape.levels + 1)]
        self.stem = nn.Sequential(
            nn.PixelUnshuffle(shape.stem), _convolution(shape.bands * shape.stem**2, shape.width), nn.ReLU(inplace=True)
        )
        self.encoders = nn.ModuleList(Residual(width) for width in widths)
        self.downs = nn.ModuleList(
            nn.Sequential(_convolution(above, below, stride=2), nn.ReLU(inplace=True)) for above, below in itertools.pairwise(widths)
        )
        self.ups = nn.ModuleList(_convolution(below, above, size=1) for above, below in itertools.pairwise(widths))
        self.decoders = nn.ModuleList(Residual(width) for width in widths[:-1])
        self.head = new_head(shape)

    @property
    def stride(self) -> int:
        """Return what height and width of the input must be multiples of, in pixels."""
        return self.shape.stride

    def forward(self, image: Tensor) -> Tensor:
        """Return the logits, float32 (N, `outputs`, H, W), of images float32 (N, C, H, W) in dB without NaN.

        H and W must be multiples of `Shape.stride`.
        """
        return self.trunk((image.clamp(LOWEST_DB, HIGHEST_DB) - LOWEST_DB) / (HIGHEST_DB - LOWEST_DB))

    def trunk(self, x: Tensor) -> Tensor:
        """Return the logits of images whose bands are scaled already, about 0 to 1."""
        return cast(Tensor, self.head(self.features(x)))

    def features(self, x: Tensor) -> Tensor:
        """Return what the head sees, (N, `width`, H / `stem`, W / `stem`), of images whose bands are scaled already."""
        x = self.stem(x)
        passed = []
        for encoder, down in zip(self.encoders[:-1], self.downs, strict=True):
            x = encoder(x)
            passed.append(x)
            x = down(x)
        x = self.encoders[-1](x)
        for decoder, up, skip in zip(reversed(self.decoders), reversed(self.ups), reversed(passed), strict=True):
            x = decoder(functional.relu(skip + functional.interpolate(up(x), scale_factor=2.0, mode="nearest")))
        return x


class RadarStudent(Student):
    """A student whose input is scaled already; its weights fit a `Student` of the same shape, whose input is dB."""

    def forward(self, image: Tensor) -> Tensor:
        """Return the logits, float32 (N, 1, H, W), of images float32 (N, C, H, W), about 0 to 1, without NaN."""
        return self.trunk(image)


def new_head(shape: Shape) -> nn.Sequential:
    """Return an untrained head: features of the first level, (N, `width`, H / `stem`, W / `stem`), to logits (N, `outputs`, H, W)."""
    head = nn.Sequential(nn.Conv2d(shape.width, shape.outputs * shape.stem**2, 1), nn.PixelShuffle(shape.stem))
    if shape.smooth:
        head.append(Smoothing(shape.stem))
    return head


def _convolution(before: int, after: int, size: int = 3, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(before, after, size, stride, size // 2, bias=False), nn.BatchNorm2d(after))


def count_parameters(network: nn.Module) -> int:
    """Return the number of trained values."""
    return sum(p.numel() for p in network.parameters())


def count_multiplications(network: nn.Module, image: Tensor) -> int:
    """Return the multiply-adds of the convolutions that a network runs through for an image (N, C, H, W)."""
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        network(image)
    return int(counter.get_total_flops()) // 2


def probability(network: nn.Module, image: Tensor) -> Tensor:
    """Return the probability, float32 (N, 1, H, W), of images (N, C, H, W) in dB, without gradients."""
    with torch.no_grad():
        return torch.sigmoid(network(image).float())


def channels_last(network: Network, device: str = "cpu") -> Network:
    """Move a network to a device, with the memory layout in which convolutions are fastest; return it."""
    return network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]


def in_16_bits(device: str, wanted: bool = True) -> torch.autocast:
    """Return a context in which networks multiply in 16 bits where that is wanted and the device has it built in.

    A processor that has not (AVX2 and no more) does it too, in twelve times the time of 32 bits.
    """
    built_in = device != "cpu" or bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
    return torch.autocast(device, torch.bfloat16, enabled=wanted and built_in)


class PixelNetwork(Protocol):
    """A network that maps whole images: a student, one side of a network of two sensors, a U-Net."""

    @property
    def stride(self) -> int:
        """Return what height and width of the input must be multiples of, in pixels."""

    def __call__(self, image: Tensor) -> Tensor:
        """Return the logits (N, 1, H, W) of images (N, C, H, W)."""

    def parameters(self) -> Iterator[nn.Parameter]:
        """Yield the weights."""


def predict(network: PixelNetwork, bands: FloatArray) -> FloatArray:
    """Return the probability float32 (H, W) of a whole image (C, H, W), mirrored up to the network's stride."""
    height, width = bands.shape[1:]
    device = next(iter(network.parameters())).device
    with torch.no_grad():
        logits = network(torch.from_numpy(pad_to(bands, network.stride))[None].to(device))
    found: FloatArray = torch.sigmoid(logits.float())[0, 0].cpu().numpy()
    return found[:height, :width]


def pad_to(bands: FloatArray, stride: int) -> FloatArray:
    """Return an image (C, H, W) mirrored at its lower and right edge up to a multiple of the stride."""
    height, width = bands.shape[1:]
    return np.pad(bands, ((0, 0), (0, -height % stride), (0, -width % stride)), mode="symmetric")
