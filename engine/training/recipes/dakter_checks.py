"""Checks of a generator, in figures and in pictures, which stay in the output folder.

Do both signals fade alike, are its tiles copies of training tiles, and do image and label fit together?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

import numpy as np
import torch
from diffusers.schedulers.scheduling_ddim import DDIMScheduler
from torch import Tensor

from ...raster.arrays import ByteArray, FloatArray
from ..datasets.images import write_picture
from ..datasets.oil import Patch, as_patch, resized, seen
from ..evaluation.metrics import count, figures, pool
from ..networks.student import RadarStudent, predict
from ..networks.unet import UNet
from ..runs import write_json
from ..sampling.augment import turned
from ..sampling.oil_tiles import TILE, OilTileSampler, Pairs
from .dakter import ARMS, STEPS, OilStudentSettings, Segmenter, Variant, balance_factor, predict_picture, schedule
from .dakter_run import DakterRun, OilStudent, load_student, pairs_of

COARSE = 4
"""Tiles are compared at a quarter of their size: speckle is no copy, and an offset of a few pixels is no difference."""
COPY_PERCENTILE = 99.0
COLUMNS, ROWS = 12, 4
MAPS = 12
ALIGNED = 256
"""Pairs on which a segmenter is measured."""
UNSEEN = 128
"""Real tiles that were not trained on, whose likeness to training images sets the limit."""
GAP = 4
_SIDE, _MARGIN = 320, 40


def check(run: DakterRun, variant: Variant, settings: OilStudentSettings, seeds: Sequence[int]) -> str:
    """Check one generator; write ``checks.json`` and pictures into its folder; return what was found as lines of text."""
    folder = run.generator_folder(variant)
    image, label = run.looked_at()
    balance = balance_factor(image, label) if variant.is_balanced else 1.0
    fade = fading(image, label, balance)
    write_fading(folder / "fading.svg", fade)
    unseen, _ = OilTileSampler([as_patch(picture) for picture in run.validation], TILE, np.random.default_rng(0)).draw(UNSEEN)
    first = _first(run, variant)
    copied = copies(first.image, unseen[:, 0], run.patches)
    aligned = _aligned(run, variant, first, settings, seeds)
    found = {"b": balance, "fading": asdict(fade), "largest_gap": fade.largest_gap, "copies": asdict(copied), "alignment": aligned}
    write_json(folder / "checks.json", found, indent=1)
    _draw_tiles(run, folder, first)
    lines = [f"{variant.value}, share {run.share:g}: b {balance:.3f}; the two SNR differ by {100 * fade.largest_gap:.1f} % at most"]
    lines.append(
        f"  copies: median likeness {copied.median:.3f}, highest {copied.highest:.3f}; {100 * copied.over:.1f} % of the pairs "
        f"are nearer to a training image than 99 % of unseen real tiles ({copied.limit:.3f})"
    )
    lines += [f"  alignment with {name}: IoU {value:.3f}" for name, value in aligned.items()]
    return "\n".join(lines)


def _first(run: DakterRun, variant: Variant) -> Pairs:
    pairs = pairs_of(run, variant, 1)
    return pairs.part(min(ALIGNED, len(pairs.image)))


def _aligned(run: DakterRun, variant: Variant, pairs: Pairs, settings: OilStudentSettings, seeds: Sequence[int]) -> dict[str, float]:
    """Return the IoU by segmenter and seed, of those that were trained on real tiles alone."""
    found = {}
    for segmenter in Segmenter:
        for seed in seeds:
            student = OilStudent(segmenter, ARMS["real"], variant, seed)
            if run.student_path(student, ".pt").exists():
                found[f"{segmenter.value}, seed {seed}"] = alignment(load_student(run, student, settings), pairs)
    return found


def _draw_tiles(run: DakterRun, folder: Path, pairs: Pairs) -> None:
    """Write ``generated.png`` and ``real.png``: images, each row of them above its labels."""
    image, label = OilTileSampler(run.patches, TILE, np.random.default_rng(1)).draw(COLUMNS * ROWS)
    write_picture(folder / "real.png", _rows(image[:, 0], (label[:, 0] == 1).astype(np.float32)))
    write_picture(folder / "generated.png", _rows(pairs.image.astype(np.float32) / np.float32(255.0), pairs.soft.astype(np.float32)))


def _rows(images: FloatArray, labels: FloatArray) -> ByteArray:
    rows = []
    for first in range(0, min(len(images), COLUMNS * ROWS), COLUMNS):
        rows += [list(images[first : first + COLUMNS]), list(labels[first : first + COLUMNS])]
    return grid(rows, zoom=2)


def draw_maps(run: DakterRun, student: OilStudent, settings: OilStudentSettings) -> Path:
    """Write input, truth and probability of some images of ``val``, as a student sees them; return the picture's path."""
    network = load_student(run, student, settings)
    shown = run.validation[:: max(1, len(run.validation) // MAPS)][:MAPS]
    truth = [(one.label == 1).astype(np.float32) for one in shown]
    path = run.student_path(student, ".png")
    write_picture(
        path, grid([[resized(seen(one), *one.label.shape) for one in shown], truth, [predict_picture(network, one) for one in shown]])
    )
    return path


@dataclass(frozen=True)
class Fading:
    """The signal-to-noise ratio (in power) of image and label at some steps of the diffusion, measured on noised tiles."""

    time: tuple[int, ...]
    image: tuple[float, ...]
    label: tuple[float, ...]

    @property
    def largest_gap(self) -> float:
        """Return the largest relative difference of the two."""
        return max(abs(image / label - 1.0) for image, label in zip(self.image, self.label, strict=True))


def fading(image: Tensor, label: Tensor, balance: float, points: int = 21, seed: int = 0) -> Fading:
    """Measure the signal-to-noise ratios of clean tiles (N, 1, h, h) and labels (N, K, h, h), both in −1 … 1, with a factor b."""
    chance, plan = torch.Generator().manual_seed(seed), schedule()
    times = np.linspace(STEPS // 50, STEPS - STEPS // 50, points).astype(int)
    found = []
    for time in times:
        steps = cast(torch.IntTensor, torch.full((len(image),), int(time)))
        found.append([_ratio(plan, signal, steps, chance) for signal in (image, balance * label)])
    measured = np.array(found)
    return Fading(tuple(int(time) for time in times), tuple(measured[:, 0]), tuple(measured[:, 1]))


def _ratio(plan: DDIMScheduler, signal: Tensor, steps: torch.IntTensor, chance: torch.Generator) -> float:
    noise = torch.randn(signal.shape, generator=chance)
    kept = plan.add_noise(signal, torch.zeros_like(signal), steps)
    added = plan.add_noise(torch.zeros_like(signal), noise, steps)
    return float(kept.square().mean() / added.square().mean())


@dataclass(frozen=True)
class Copies:
    """Likeness of tiles to the training images.

    Attributes:
        median, highest: of the tiles' likenesses, each the largest correlation with any window of any training image in any of eight
            orientations, at a quarter of the size.
        limit: what real tiles of images that were not trained on reach in one of a hundred cases.
        over: share of the tiles above it.
    """

    median: float
    highest: float
    limit: float
    over: float


def copies(tiles: ByteArray, unseen: FloatArray, trained: Sequence[Patch]) -> Copies:
    """Compare generated tiles, and real ones that were not trained on, with the training images.

    Args:
        tiles: generated, uint8 (N, h, h).
        unseen: real, float32 (M, h, h), 0 to 1.
        trained: images that the generator was trained on.
    """
    windows = _windows([patch.image for patch in trained], tiles.shape[-1] // COARSE)
    made, real = likeness(tiles.astype(np.float32) / 255.0, windows), likeness(unseen, windows)
    limit = float(np.percentile(real, COPY_PERCENTILE))
    return Copies(float(np.median(made)), float(made.max()), limit, float(np.mean(made > limit)))


def likeness(tiles: FloatArray, windows: FloatArray) -> FloatArray:
    """Return, for each tile (N, h, h), its largest correlation with any of the windows (n, pixels) of `_windows`."""
    turns = np.stack([turned(tile, way) for tile in _coarse(tiles) for way in range(8)])
    wanted = torch.from_numpy(_standard(turns.reshape(len(turns), -1)))
    best = torch.full((len(wanted),), -1.0)
    for first in range(0, len(windows), 8192):
        part = torch.from_numpy(windows[first : first + 8192])
        best = torch.maximum(best, (wanted @ part.T).max(dim=1).values)
    found: FloatArray = best.reshape(-1, 8).max(dim=1).values.numpy()
    return found


def _windows(images: Sequence[FloatArray], side: int) -> FloatArray:
    views = [np.lib.stride_tricks.sliding_window_view(_coarse(image[None])[0], (side, side)) for image in images]
    return _standard(np.concatenate([view.reshape(-1, side * side) for view in views]))


def _coarse(planes: FloatArray) -> FloatArray:
    height, width = (length // COARSE * COARSE for length in planes.shape[1:])
    blocks = planes[:, :height, :width].reshape(len(planes), height // COARSE, COARSE, width // COARSE, COARSE)
    return np.asarray(blocks.mean(axis=(2, 4)), np.float32)


def _standard(vectors: FloatArray) -> FloatArray:
    centred = vectors - vectors.mean(axis=1, keepdims=True)
    return np.asarray(centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-6), np.float32)


def alignment(network: RadarStudent | UNet, pairs: Pairs) -> float:
    """Return the pooled IoU between what a segmenter that learned from real tiles sees in generated images and their labels (above ½)."""
    counts = []
    for image, soft in zip(pairs.image, pairs.soft, strict=True):
        found = predict(network, (image.astype(np.float32) / np.float32(255.0))[None])
        counts.append(count(found, found > 0.5, (soft > 0.5).astype(np.uint8)))
    return figures(pool(counts)).iou


def grid(rows: Sequence[Sequence[FloatArray]], zoom: int = 1) -> ByteArray:
    """Return planes of one size, float32 (h, w), 0 to 1, as one grey picture uint8 (1, H, W): one row of planes above the other."""
    height, width = rows[0][0].shape
    across = max(len(row) for row in rows)
    picture = np.full((len(rows) * (height + GAP) + GAP, across * (width + GAP) + GAP), 255, np.uint8)
    for row, planes in enumerate(rows):
        for column, plane in enumerate(planes):
            top, left = GAP + row * (height + GAP), GAP + column * (width + GAP)
            picture[top : top + height, left : left + width] = np.rint(np.clip(plane, 0, 1) * 255)
    return picture.repeat(zoom, axis=0).repeat(zoom, axis=1)[None]


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
