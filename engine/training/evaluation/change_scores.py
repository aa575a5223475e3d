"""Measure change maps: counts by threshold, and what is called changed where nothing has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...methods.log_ratio import fit
from ...raster.arrays import BoolArray, FloatArray
from ..datasets.change_data import Dates, Pair, comparable
from ..datasets.change_masks import read_mask
from ..datasets.chips import UNKNOWN
from ..sampling.change_tiles import unchanged_copy
from .metrics import counts_at

THRESHOLDS = tuple(round(0.05 * step, 2) for step in range(1, 20))
"""Of the curve IoU(τ): a pixel is changed where its probability is above."""
COPIES_SEED = 77
COPIED = 3
"""Of this many pairs one is measured against a copy of itself."""
BASELINES = {"log-ratio, Otsu": "otsu", "log-ratio, Kittler-Illingworth": "kittler"}

Maps = Callable[[Dates], dict[str, FloatArray]]
"""Both dates to maps float32 (H, W), 0 to 1, by the name of the method."""


@dataclass(frozen=True)
class Score:
    """A method on a set.

    Attributes:
        counts: by image, and for each of `THRESHOLDS`: hits, false change, missed change and what is rightly unchanged, in pixels.
        unchanged: false change and all pixels in the tiles without a changed pixel, at each of `THRESHOLDS`.
        copies: false change and all pixels in pairs of a newer date with itself, speckled anew, at each of `THRESHOLDS`.
    """

    counts: dict[str, list[list[int]]] = field(default_factory=dict)
    unchanged: list[list[int]] = field(default_factory=lambda: [[0, 0] for _ in THRESHOLDS])
    copies: list[list[int]] = field(default_factory=lambda: [[0, 0] for _ in THRESHOLDS])


def score(folder: Path, pairs: Iterable[Pair], maps: Maps) -> dict[str, Score]:
    """Measure methods on pairs of a folder, each pair as a whole; return their scores by name.

    Raises:
        InputError: a mask that is missing or cannot be read.
    """
    rng = np.random.default_rng(COPIES_SEED)
    scores: dict[str, Score] = {}
    for number, pair in enumerate(pairs):
        dates = comparable(pair)
        mask = read_mask(folder, pair.layout, pair.name)
        quiet = _quiet_tiles(mask, pair.layout.tile)
        for name, found in maps(dates).items():
            one = scores.setdefault(name, Score())
            one.counts[pair.name] = _count(found, mask, pair.observed)
            _add(one.unchanged, found, quiet & pair.observed)
        if number % COPIED == 0:
            for name, found in maps(_copy(dates, rng)).items():
                _add(scores[name].copies, found, np.ones_like(mask))
    return scores


def log_ratios(dates: Dates) -> dict[str, FloatArray]:
    """Return what the engine's log-ratio calls changed, as maps of 0 and 1, with a threshold found for each pair by `BASELINES`."""
    image = np.concatenate([dates.newer, dates.older]).astype(np.float32)
    return {title: fit(method, [image], display=True)[0].predict(image)[0] for title, method in BASELINES.items()}


def at(score_: Score, threshold: float) -> dict[str, Sequence[int]]:
    """Return the counts by image at one of `THRESHOLDS`."""
    row = THRESHOLDS.index(threshold)
    return {name: rows[row] for name, rows in score_.counts.items()}


def _count(found: FloatArray, mask: BoolArray, seen: BoolArray) -> list[list[int]]:
    label = np.where(seen, mask, UNKNOWN).astype(np.uint8)
    return [list(counts) for counts in counts_at(found, THRESHOLDS, label)]


def _add(totals: list[list[int]], found: FloatArray, where: BoolArray) -> None:
    for total, threshold in zip(totals, THRESHOLDS, strict=True):
        total[0] += int(((found > threshold) & where).sum())
        total[1] += int(where.sum())


def _copy(dates: Dates, rng: np.random.Generator) -> Dates:
    """Return the newer date twice, each time with speckle of its own, in bytes."""
    width = dates.high - dates.low
    copies = unchanged_copy(dates.stretched(), rng)
    newer, older = (np.clip(np.rint(part * width + dates.low), 0, 255).astype(np.uint8) for part in np.split(copies, 2))
    return Dates(newer, older, dates.low, dates.high)


def _quiet_tiles(mask: BoolArray, side: int) -> BoolArray:
    quiet = np.zeros_like(mask)
    for top in range(0, mask.shape[0] - side + 1, side):
        for left in range(0, mask.shape[1] - side + 1, side):
            window = (slice(top, top + side), slice(left, left + side))
            quiet[window] = not mask[window].any()
    return quiet
