"""The stage ``table``: every student of every share, the classical rules beside them, and the gains over real tiles alone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ...methods.dark_spot import BASELINES, PIXEL, fit
from ...products.sieve import ASSUMED_HECTARES
from ...tasks.oil import MINIMUM_HECTARES
from ..datasets.oil import Picture, read_pictures
from ..evaluation.comparison import Outcome, compare, table
from ..evaluation.metrics import Figures, count, figures, pool

BASELINE = "real"


@dataclass(frozen=True)
class Result:
    """What one student reached on ``val``; see `dakter_run.measured`."""

    share: float
    segmenter: str
    arm: str
    seed: int
    figures: Figures
    false_km2: dict[str, float]
    counts: dict[str, Sequence[int]]

    @property
    def group(self) -> str:
        """What is compared among itself."""
        return f"{self.segmenter}, {100 * self.share:g} % of real images"


def report(output: Path, data: Path) -> str:
    """Return the tables as Markdown: figures of every arm (means over seeds, IoU of each seed), then gains with their intervals."""
    results = read_results(output)
    pictures = read_pictures(data, "val")
    parts = [arms_table(results, {method: rule(pictures, method) for method in BASELINES})]
    if results:
        parts.append(table(compare([Outcome(one.arm, one.group, one.seed, one.counts) for one in results], BASELINE)))
    return "\n\n".join(parts)


def read_results(output: Path) -> list[Result]:
    """Return what all students in a folder reached: by share, segmenter, real tiles first, and seed."""
    found = [_result(json.loads(path.read_text(encoding="utf-8"))) for path in output.glob("share-*/students/*-*.json")]
    return sorted(found, key=lambda one: (one.share, one.segmenter, one.arm != BASELINE, one.arm, one.seed))


def _result(found: dict[str, Any]) -> Result:
    return Result(
        found["share"],
        found["segmenter"],
        found["arm"],
        found["seed"],
        Figures(**found["figures"]),
        found["false_km2"],
        found["counts"],
    )


def rule(pictures: Sequence[Picture], method: str) -> Figures:
    """Return the figures of a classical rule on each picture for itself, as the engine runs it on display bytes without georeference."""
    counts = []
    for picture in pictures:
        fitted, _ = fit(method, [picture.image[None]], display=True, pixel_m=PIXEL[0])
        dark = without_small(fitted.predict(picture.image[None])[0] > 0, round(MINIMUM_HECTARES / ASSUMED_HECTARES))
        counts.append(count(dark.astype(np.float32), dark, picture.label))
    return figures(pool(counts))


def without_small(dark: npt.NDArray[np.bool_], pixels: int) -> npt.NDArray[np.bool_]:
    """Return what lies in pieces of at least some pixels; pixels that meet at a corner are one piece."""
    pieces, _ = ndimage.label(dark, np.ones((3, 3), np.bool_))
    kept: npt.NDArray[np.bool_] = (np.bincount(pieces.ravel()) >= pixels)[pieces] & dark
    return kept


def arms_table(results: Sequence[Result], rivals: Mapping[str, Figures]) -> str:
    """Return one row for every arm: percent, false oil in km² of 10 000 km² of simulated sea by wind."""
    winds = sorted({wind for one in results for wind in one.false_km2}, key=float)
    head = ["", "arm", "seeds", "IoU", "of each seed", "P", "R", "F1", "ECE", *(f"false km², {wind} m/s" for wind in winds)]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += [_row("each image for itself", name, "", [found], [""] * len(winds), has_ece=False) for name, found in rivals.items()]
    for group, arm in dict.fromkeys((one.group, one.arm) for one in results):
        some = [one for one in results if (one.group, one.arm) == (group, arm)]
        false = [f"{np.mean([one.false_km2[wind] for one in some]):.1f}" for wind in winds]
        lines.append(_row(group, arm, " ".join(str(one.seed) for one in some), [one.figures for one in some], false, has_ece=True))
    return "\n".join(lines)


def _row(group: str, arm: str, seeds: str, found: Sequence[Figures], false: Sequence[str], has_ece: bool) -> str:
    def mean(name: str) -> str:
        return f"{100 * np.mean([getattr(one, name) for one in found]):.1f}"

    each = " ".join(f"{100 * one.iou:.1f}" for one in found) if seeds else ""
    cells = [group, arm, seeds, mean("iou"), each, mean("precision"), mean("recall"), mean("f1"), mean("ece") if has_ece else "", *false]
    return "| " + " | ".join(cells) + " |"
