"""A standard U-Net (Ronneberger et al. 2015) with batch norm: the second segmenter, since a recipe's claim is for segmenters in general."""

from __future__ import annotations

import itertools
from typing import cast

import torch
from torch import Tensor, nn

LEVELS = 3
"""Below the first one."""


class UNet(nn.Module):
    """Images scaled to about 0–1 to logits.

    Args:
        bands: of the input.
        width: channels of the first level; each of the `LEVELS` below has twice as many.
    """

    def __init__(self, bands: int, width: int) -> None:
        super().__init__()
        widths = [width * 2**level for level in range(LEVELS + 1)]
        pairs = list(itertools.pairwise(widths))
        self.stride = 2**LEVELS
        self.encoders = nn.ModuleList(_double(before, after) for before, after in zip([bands, *widths[:-1]], widths, strict=True))
        self.ups = nn.ModuleList(nn.ConvTranspose2d(below, above, 2, 2) for above, below in pairs)
        self.decoders = nn.ModuleList(_double(2 * above, above) for above in widths[:-1])
        self.pool = nn.MaxPool2d(2)
        self.head = nn.Conv2d(width, 1, 1)

    def forward(self, image: Tensor) -> Tensor:
        """Return the logits (N, 1, H, W) of images (N, C, H, W), H and W multiples of `stride`."""
        x, passed = image, []
        for level, encoder in enumerate(self.encoders):
            x = encoder(self.pool(x) if level else x)
            passed.append(x)
        for level in reversed(range(len(self.ups))):
            x = self.decoders[level](torch.cat([passed[level], self.ups[level](x)], dim=1))
        return cast(Tensor, self.head(x))


def _double(before: int, after: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for channels in (before, after):
        layers += [nn.Conv2d(channels, after, 3, padding=1, bias=False), nn.BatchNorm2d(after), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers)
