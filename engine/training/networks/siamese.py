"""Siamese networks for change: one backbone seen by both dates, a fusion of what it finds, and a score map.

The backbone is a residual network after He et al. 2016, trained from scratch. The dates are fused before its last stage and not after it
as in the paper: with a linear head, a signed difference of the last features changes its sign when the dates are swapped, and their
concatenation gives a sum of one score for each date, so neither can say "changed" in both directions. One stage after the fusion can.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ...raster.arrays import FloatArray
from .student import in_16_bits


class Fusion(str, Enum):
    """The ways in which the features of the newer date f(y) and of the older one f(x) become one map."""

    DIFFERENCE = "difference"
    """f(y) - f(x)"""
    CONCATENATION = "concatenation"
    """[f(y), f(x)]"""


@dataclass(frozen=True)
class SiameseShape:
    """Sizes of a Siamese network.

    Attributes:
        bands: of one date.
        width: channels of the first stage; each stage has twice as many as the one before.
        blocks: residual blocks in each stage.
        strides: of each stage; the stem before them has 2.
        fused: stages after the fusion, at least one.
        bottleneck: blocks of 1×1, 3×3, 1×1 convolutions with four times the channels at their ends, as in ResNet-50, instead of two 3×3.
    """

    bands: int = 1
    width: int = 32
    blocks: tuple[int, ...] = (2, 2, 2)
    strides: tuple[int, ...] = (1, 2, 1)
    fused: int = 1
    bottleneck: bool = False

    def __post_init__(self) -> None:
        if len(self.blocks) != len(self.strides) or not 1 <= self.fused < len(self.blocks) or min(self.bands, self.width, *self.blocks) < 1:
            raise ValueError(f"not a Siamese network: {self}")

    @property
    def stride(self) -> int:
        """Return how many pixels of the input lie along a side of one of the score map."""
        product = 2
        for stride in self.strides:
            product *= stride
        return product


SMALL = 1e-5
"""Of the scores: activation maps are divided by their maximum and this much more."""
SCALES = (0.5, 1.0, 1.25, 2.0)
"""The paper's, each with its mirror image."""


class Siamese(nn.Module):
    """Two dates to a score map.

    Args:
        shape: of backbone and head.
        fusion: of the dates.
    """

    def __init__(self, shape: SiameseShape, fusion: Fusion) -> None:
        super().__init__()
        self.shape, self.fusion = shape, fusion
        self.stem = _convolution(shape.bands, shape.width, 7, 2)
        ends = 4 if shape.bottleneck else 1
        stages, before = [], shape.width
        first_fused = len(shape.blocks) - shape.fused
        for number, (blocks, stride) in enumerate(zip(shape.blocks, shape.strides, strict=True)):
            width = shape.width * 2**number
            if number == first_fused and fusion is Fusion.CONCATENATION:
                before *= 2
            layers = []
            for block in range(blocks):
                layers.append(Block(before, width, ends, stride if block == 0 else 1))
                before = width * ends
            stages.append(nn.Sequential(*layers))
        self.shared = nn.Sequential(*stages[:first_fused])
        self.joint = nn.Sequential(*stages[first_fused:])
        self.head = nn.Conv2d(before, 1, 1, bias=False)

    def forward(self, newer: Tensor, older: Tensor) -> Tensor:
        """Return the score map, float32 (N, 1, h, w), of two dates float32 (N, B, H, W), about 0 to 1; h = H / `SiameseShape.stride`."""
        both = self.shared(functional.relu(self.stem(torch.cat([newer, older]))))
        y, x = both.chunk(2)
        fused = torch.cat([y, x], dim=1) if self.fusion is Fusion.CONCATENATION else y - x
        return cast(Tensor, self.head(self.joint(fused)))


def image_logit(scores: Tensor) -> Tensor:
    """Return the logit of "something has changed", (N,): the spatial mean of the score map (N, 1, h, w)."""
    return scores.mean(dim=(1, 2, 3))


def activation_map(scores: Tensor, changed: Tensor) -> Tensor:
    """Return the class activation maps, 0 to 1, of score maps (N, 1, h, w), zero where the label (N,) is."""
    positive = scores.relu()
    highest = positive.amax(dim=(2, 3), keepdim=True)
    return (positive - SMALL).relu() / (highest + SMALL) * changed[:, None, None, None]


def teacher_map(teacher: nn.Module, image: FloatArray) -> FloatArray:
    """Return the class activation map, which is 1 somewhere in every image that scores anything at all."""
    with torch.no_grad():
        scores = _scores(teacher, _tensor(image))
        return _full(activation_map(scores, torch.ones(1, device=scores.device)), image)


def single_scale(student: Siamese, image: FloatArray) -> FloatArray:
    """Return the student's sigmoid at the image's own scale."""
    with torch.no_grad():
        return _full(_scores(student, _tensor(image)).sigmoid(), image)


def multiscale_sigmoid(student: Siamese, image: FloatArray) -> FloatArray:
    """Return MSI: the mean over `SCALES` and mirror images of sigmoids taken at each scale."""
    return _sigmoids(_pyramid(student, image), image)


def multiscale_maps(student: Siamese, image: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return MSI, and the conventional baseline: the sum of positive scores over `SCALES` and mirror images, over its maximum."""
    pyramid = _pyramid(student, image)
    total = _mean([a.relu() + b.relu() for a, b in pyramid], image)
    return _sigmoids(pyramid, image), total / max(float(total.max()), SMALL)


def _pyramid(network: Siamese, image: FloatArray) -> list[tuple[Tensor, Tensor]]:
    """Return the score maps of the image and of its mirror image, turned back, at each scale."""
    found = []
    with torch.no_grad():
        for scale in SCALES:
            height, width = (round(scale * length) for length in image.shape[1:])
            seen = functional.interpolate(_tensor(image), (height, width), mode="bilinear", align_corners=False)
            found.append((_scores(network, seen), _scores(network, seen.flip(-1)).flip(-1)))
    return found


def _sigmoids(pyramid: list[tuple[Tensor, Tensor]], image: FloatArray) -> FloatArray:
    return _mean([(a.sigmoid() + b.sigmoid()) / 2 for a, b in pyramid], image)


def _scores(network: nn.Module, image: Tensor) -> Tensor:
    device = next(network.parameters()).device
    newer, older = image.to(device, memory_format=torch.channels_last).chunk(2, dim=1)
    with in_16_bits(device.type):
        scores: Tensor = network(newer, older)
    return scores.float()


def _tensor(image: FloatArray) -> Tensor:
    return torch.from_numpy(image)[None]


def _full(low: Tensor, image: FloatArray) -> FloatArray:
    resized = functional.interpolate(low, image.shape[1:], mode="bilinear", align_corners=False)
    found: FloatArray = resized[0, 0].cpu().numpy()
    return found


def _mean(maps: list[Tensor], image: FloatArray) -> FloatArray:
    return np.asarray(np.sum([_full(one, image) for one in maps], axis=0, dtype=np.float32) / np.float32(len(maps)), np.float32)


class Block(nn.Module):
    """A residual block: two 3×3 convolutions, or three in a bottleneck (`ends` of 4)."""

    def __init__(self, before: int, width: int, ends: int, stride: int) -> None:
        super().__init__()
        after = width * ends
        if ends == 1:
            layers = [_convolution(before, width, 3, stride), nn.ReLU(inplace=True), _convolution(width, width, 3, 1)]
        else:
            layers = [
                _convolution(before, width, 1, 1),
                nn.ReLU(inplace=True),
                _convolution(width, width, 3, stride),
                nn.ReLU(inplace=True),
                _convolution(width, after, 1, 1),
            ]
        self.body = nn.Sequential(*layers)
        self.shortcut = nn.Identity() if (before, stride) == (after, 1) else _convolution(before, after, 1, stride)

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) to (N, width × ends, H / stride, W / stride)."""
        return functional.relu(self.shortcut(x) + self.body(x))


def _convolution(before: int, after: int, size: int, stride: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(before, after, size, stride, size // 2, bias=False), nn.BatchNorm2d(after))
