"""Pictures to look at: a grid of tiles, and the fading of both signals."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from ..datasets.chips import ByteArray, FloatArray
from .dakter_checks import Fading

GAP = 4
_SIDE, _MARGIN = 320, 40


def grid(rows: Sequence[Sequence[FloatArray]], zoom: int = 1) -> ByteArray:
    """Return planes of one size, float32 (h, w), 0 to 1, as one grey picture uint8 (H, W): one row of planes above the other."""
    height, width = rows[0][0].shape
    across = max(len(row) for row in rows)
    picture = np.full((len(rows) * (height + GAP) + GAP, across * (width + GAP) + GAP), 255, np.uint8)
    for row, planes in enumerate(rows):
        for column, plane in enumerate(planes):
            top, left = GAP + row * (height + GAP), GAP + column * (width + GAP)
            picture[top : top + height, left : left + width] = np.rint(np.clip(plane, 0, 1) * 255)
    return picture.repeat(zoom, axis=0).repeat(zoom, axis=1)


def write_png(path: Path, picture: ByteArray) -> None:
    """Write a grey picture."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        profile = {"driver": "PNG", "height": picture.shape[0], "width": picture.shape[1], "count": 1, "dtype": "uint8"}
        with rasterio.open(path, "w", **profile) as target:
            target.write(picture, 1)


def write_fading(path: Path, found: Fading) -> None:
    """Draw the signal-to-noise ratios (dB) of image (line) and label (dots) over the diffusion's steps, as SVG."""
    decibels = {name: 10.0 * np.log10(np.maximum(values, 1e-9)) for name, values in (("image", found.image), ("label", found.label))}
    low, high = (float(limit) for limit in (np.min(list(decibels.values())), np.max(list(decibels.values()))))

    def place(time: int, value: float) -> tuple[float, float]:
        x = _MARGIN + _SIDE * (time - found.time[0]) / max(1, found.time[-1] - found.time[0])
        return x, _MARGIN + _SIDE * (high - value) / max(1e-6, high - low)

    line = [place(time, value) for time, value in zip(found.time, decibels["image"], strict=True)]
    dots = [place(time, value) for time, value in zip(found.time, decibels["label"], strict=True)]
    size = _SIDE + 2 * _MARGIN
    text = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" font-family="sans-serif" font-size="12">',
        f'<rect width="{size}" height="{size}" fill="white"/>',
        f'<text x="{_MARGIN}" y="24">Signal to noise, {high:.0f} to {low:.0f} dB: image (line), label (dots)</text>',
        '<polyline fill="none" stroke="black" points="' + " ".join(f"{x:.1f},{y:.1f}" for x, y in line) + '"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="none" stroke="#c00"/>' for x, y in dots),
        f'<text x="{_MARGIN}" y="{size - 12}">step {found.time[0]} to {found.time[-1]} of the diffusion</text>',
        "</svg>",
    ]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
