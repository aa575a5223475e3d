"""The arms of the change recipe measured, and the tables of it."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import numpy as np

from ...methods.multiscale import MultiscaleStudent
from ..datasets.change_data import OMBRIA, Dates, each_pair
from ..datasets.chips import FloatArray
from ..evaluation.change_maps import SCALES, multiscale_maps, single_scale, teacher_map
from ..evaluation.change_scores import THRESHOLDS, Maps, Score, at, score
from ..evaluation.comparison import DoubleArray, Outcome, compare, table
from .cross_modal import predict
from .kd_msi_run import PSEUDO_THRESHOLD, Log, Trained

FIXED = 0.5
"""At which the maps of stage 3 are cut, for pseudo-masks teach them what 0.5 means; rivals give 0 or 1."""
MSI = "student, MSI"
SHIPPED = "shipped student, one scale"
CUTS = {"teacher CAM": 0.15, "student, one scale": 0.15, "student, scales by maximum": 0.05, MSI: PSEUDO_THRESHOLD}
"""At which the maps of stage 1 are cut: best on the held-out blocks of train (`--choose`, seed 1); see docs/recipes/kd-msi.md."""

Scores = dict[str, dict[int, Score]]
"""By arm and seed; rivals, which have no seed, have 0."""


def arms(networks: Trained) -> Maps:
    """Return the maps that are compared of a seed's networks."""
    small = partial(predict, networks.small)
    multiscale = MultiscaleStudent(small, SCALES, flip=True)

    def maps(dates: Dates) -> dict[str, FloatArray]:
        image = dates.stretched()
        sigmoid, maximum = multiscale_maps(networks.student, image)
        return {
            "teacher CAM": teacher_map(networks.teacher, image),
            "student, one scale": single_scale(networks.student, image),
            "student, scales by maximum": maximum,
            MSI: sigmoid,
            "stage-3 segmenter": predict(networks.segmenter, image),
            SHIPPED: small(image),
            "shipped student, MSI": multiscale.predict(image),
        }

    return maps


def measure(folder: Path, names: Container[str], maps: Maps, seed: int, path: Path, log: Log) -> None:
    """Measure maps on the named pairs of ``ombria/train`` or ``ombria/val``; kept in a file, and not measured again when it is there."""
    if path.exists():
        return
    log(f"seed {seed}: measuring" if seed else "measuring the log-ratio")
    found = score(folder, (pair for pair in each_pair(folder, OMBRIA) if pair.name in names), maps)
    kept = [{"arm": name, "seed": seed, **asdict(one)} for name, one in found.items()]
    path.write_text(json.dumps(kept) + "\n", encoding="utf-8")


def read_scores(output: Path) -> Scores:
    """Return all that `measure` kept in the files ``scores-….json`` of a folder, rivals first."""
    found: Scores = {}
    for path in sorted(output.glob("scores-*.json"), key=lambda path: (path.stem != "scores-rivals", path.name)):
        for kept in json.loads(path.read_text(encoding="utf-8")):
            found.setdefault(kept["arm"], {})[kept["seed"]] = Score(kept["counts"], kept["unchanged"], kept["copies"])
    return found


def report(scores: Scores) -> str:
    """Return the tables: figures at each arm's threshold, the curve over thresholds, and differences to MSI with intervals."""
    return "\n\n".join([_figures(scores), _curve(scores), table(compare(outcomes(scores), MSI))])


def outcomes(scores: Scores) -> list[Outcome]:
    """Return the counts at each arm's threshold; a rival without a seed stands beside every seed."""
    seeds = sorted({seed for by_seed in scores.values() for seed in by_seed} - {0}) or [0]
    return [
        Outcome(arm, "ombria", seed, at(one, cut(arm)))
        for arm, by_seed in scores.items()
        for given, one in by_seed.items()
        for seed in ([given] if given else seeds)
    ]


def cut(arm: str) -> float:
    """Return the threshold of an arm."""
    return CUTS.get(arm, FIXED)


def pooled(score_: Score) -> DoubleArray:
    """Return IoU, P, R and F1, pooled over the images, at each threshold: (thresholds, 4), NaN where nothing is called changed."""
    total: DoubleArray = np.sum(np.array(list(score_.counts.values()), np.float64), axis=0)
    hit, false, miss, _ = total.T
    with np.errstate(invalid="ignore"):
        return np.stack([hit / (hit + false + miss), hit / (hit + false), hit / (hit + miss), 2 * hit / (2 * hit + false + miss)], axis=1)


def _figures(scores: Scores) -> str:
    head = ("arm", "τ", "seed", "IoU", "P", "R", "F1", "false change, unchanged tiles", "false change, copies")
    lines = []
    for arm, by_seed in scores.items():
        row = THRESHOLDS.index(cut(arm))
        for seed, one in sorted(by_seed.items()):
            shares = [false / max(1, total) for false, total in (one.unchanged[row], one.copies[row])]
            cells = [f"{value:.3f}" for value in pooled(one)[row]] + [f"{share:.4f}" for share in shares]
            lines.append([arm, f"{cut(arm):g}", str(seed) if seed else "–", *cells])
    return _markdown(head, lines)


def _curve(scores: Scores) -> str:
    shown = THRESHOLDS[1::2]
    lines = []
    for arm, by_seed in scores.items():
        mean = np.mean([pooled(one)[:, 0] for one in by_seed.values()], axis=0)
        best = int(np.nanargmax(mean))
        lines.append([arm, *(f"{value:.2f}" for value in mean[1::2]), f"{mean[best]:.3f} at {THRESHOLDS[best]:g}"])
    return _markdown(("IoU(τ), mean of seeds", *(f"{t:g}" for t in shown), "best here"), lines)


def _markdown(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, ["---"] * len(head), *lines))
