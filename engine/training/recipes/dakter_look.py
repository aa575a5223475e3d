"""The stage ``checks``: what a generator's pairs are worth, in figures and in pictures, which stay in the output folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from ..datasets.chips import ByteArray, FloatArray
from ..datasets.oil import as_patch, stretched
from ..sampling.oil_tiles import TILE, Pairs, TileDrawer
from .dakter import Variant, balance_factor
from .dakter_checks import alignment, copies, fading
from .dakter_pictures import grid, write_fading, write_png
from .dakter_run import PAIRS_AT_ONCE, Work, load_student, pairs_of
from .dakter_students import ARMS, Arm, Segmenter, StudentSettings, predict

COLUMNS, ROWS = 12, 4
MAPS = 12
ALIGNED = 256
"""Pairs on which a segmenter is measured."""


def look(work: Work, variant: Variant, settings: StudentSettings, seeds: Sequence[int]) -> str:
    """Check one generator; write ``checks.json`` and pictures into its folder; return what was found as lines of text."""
    folder = work.generator_folder(variant)
    image, label = work.looked_at()
    balance = balance_factor(image, label) if variant.is_balanced else 1.0
    fade = fading(image, label, balance)
    write_fading(folder / "fading.svg", fade)
    unseen, _ = TileDrawer([as_patch(picture) for picture in work.validation], TILE, np.random.default_rng(0)).draw(4 * PAIRS_AT_ONCE)
    first = _first(work, variant)
    copied = copies(first.image, unseen[:, 0], work.patches)
    aligned = _aligned(work, variant, first, settings, seeds)
    found = {"b": balance, "fading": asdict(fade), "largest_gap": fade.largest_gap, "copies": asdict(copied), "alignment": aligned}
    (folder / "checks.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    _draw_tiles(work, folder, first)
    lines = [f"{variant.value}, share {work.share:g}: b {balance:.3f}; the two SNR differ by {100 * fade.largest_gap:.1f} % at most"]
    lines.append(
        f"  copies: median likeness {copied.median:.3f}, highest {copied.highest:.3f}; {100 * copied.over:.1f} % of the pairs "
        f"are nearer to a training image than 99 % of unseen real tiles ({copied.limit:.3f})"
    )
    lines += [f"  alignment with {name}: IoU {value:.3f}" for name, value in aligned.items()]
    return "\n".join(lines)


def _first(work: Work, variant: Variant) -> Pairs:
    pairs = pairs_of(work, variant, 1)
    return pairs.part(min(ALIGNED, len(pairs.image)))


def _aligned(work: Work, variant: Variant, pairs: Pairs, settings: StudentSettings, seeds: Sequence[int]) -> dict[str, float]:
    """Return the IoU by segmenter and seed, of those that were trained on real tiles alone."""
    found = {}
    for segmenter in Segmenter:
        for seed in seeds:
            if work.student_path(segmenter, ARMS["real"], variant, seed, ".pt").exists():
                network = load_student(work, segmenter, ARMS["real"], variant, settings, seed)
                found[f"{segmenter.value}, seed {seed}"] = alignment(network, pairs)
    return found


def _draw_tiles(work: Work, folder: Path, pairs: Pairs) -> None:
    """Write ``generated.png`` and ``real.png``: images, each row of them above its labels."""
    image, label = TileDrawer(work.patches, TILE, np.random.default_rng(1)).draw(COLUMNS * ROWS)
    write_png(folder / "real.png", _rows(image[:, 0], (label[:, 0] == 1).astype(np.float32)))
    write_png(folder / "generated.png", _rows(pairs.image.astype(np.float32) / np.float32(255.0), pairs.soft.astype(np.float32)))


def _rows(images: FloatArray, labels: FloatArray) -> ByteArray:
    rows = []
    for first in range(0, min(len(images), COLUMNS * ROWS), COLUMNS):
        rows += [list(images[first : first + COLUMNS]), list(labels[first : first + COLUMNS])]
    return grid(rows, zoom=2)


def draw_maps(work: Work, segmenter: Segmenter, arm: Arm, variant: Variant, settings: StudentSettings, seed: int) -> Path:
    """Write input, truth and probability of some images of ``val``, as a student sees them; return the picture's path."""
    network = load_student(work, segmenter, arm, variant, settings, seed)
    shown = work.validation[:: max(1, len(work.validation) // MAPS)][:MAPS]
    truth = [(one.label == 1).astype(np.float32) for one in shown]
    path = work.student_path(segmenter, arm, variant, seed, ".png")
    write_png(path, grid([[stretched(one) for one in shown], truth, [predict(network, one) for one in shown]]))
    return path
