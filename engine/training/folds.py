"""Choosing the water student by folds on the training sets: each candidate's held-out figures in one table.

Nothing here reads the set that reports (flood_db/hand).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from scipy import ndimage, optimize

from ..multiscale import MultiscaleStudent
from .candidates import Candidate
from .data import UNKNOWN, Chip, FloatArray
from .metrics import count, figures, mean_iou, pool
from .networks.student import Student, probability
from .supervised import train
from .water import ALL_WATER, DRY, FOLDS, WaterData

Log = Callable[[str], None]
HalfArray = npt.NDArray[np.float16]

SCALE_SETS: tuple[tuple[float, ...], ...] = ((1.0,), (0.5, 0.75, 1.0), (0.5, 1.0, 1.25, 2.0))
THRESHOLDS = tuple(percent / 100 for percent in range(5, 91))
LARGEST_FALSE_SHARE = 0.01
SHORE = 3
"""Pixels from the shore within which a missed pixel is a question of the shore line, not of seeing water."""
EDGE = 1e-3
"""Probabilities are kept this far from 0 and 1 where their logits are taken."""


@dataclass(frozen=True)
class HeldOut:
    """Probabilities of chips that a network has not learned from: by chip, then by scale."""

    chips: Mapping[str, Chip]
    seen: Mapping[str, Mapping[float, HalfArray]]

    def probability(self, chip: str, scales: Sequence[float]) -> FloatArray:
        """Return the multiscale probability, float32 (H, W)."""
        return np.mean([self.seen[chip][scale].astype(np.float32) for scale in scales], axis=0, dtype=np.float32)


def predict(student: Student, image: FloatArray, scale: float = 1.0) -> FloatArray:
    """Return the probability float32 (H, W) of a whole image (2, H, W) in dB at one scale, mirrored up to the stride."""

    def run(seen: FloatArray) -> FloatArray:
        return probability(student, torch.from_numpy(np.ascontiguousarray(seen))[None])[0, 0].numpy()

    height, width = image.shape[1:]
    # Height and width times any scale that is a multiple of 1/4 must be a multiple of the stride.
    multiple = 4 * student.shape.stride
    padded = np.pad(image, ((0, 0), (0, -height % multiple), (0, -width % multiple)), mode="symmetric")
    return MultiscaleStudent(run, (scale,), flip=False).predict(padded)[:height, :width]


def run_candidate(data: WaterData, candidate: Candidate, seed: int, log: Log) -> HeldOut:
    """Train once for each fold, and predict what the fold holds out and the simulated test scenes."""
    settings = replace(candidate.settings, seed=seed)
    seen: dict[str, dict[float, HalfArray]] = {}
    chips: dict[str, Chip] = {}
    scales = sorted({scale for chosen in SCALE_SETS for scale in chosen})
    for number, fold in enumerate(FOLDS):
        student = train(data.groups(candidate.mixture, fold), settings)
        held = {name: data.dfc2024[name] for name in fold}
        held |= {f"{chip.name}/{number}": chip for chip in data.simulated_test}
        chips |= held
        for name, chip in held.items():
            seen[name] = {scale: predict(student, chip.image, scale).astype(np.float16) for scale in scales}
        log(f"{candidate.name} seed {seed} fold {number + 1} of {len(FOLDS)}")
    return HeldOut(chips, seen)


def figures_of(held: HeldOut, scales: Sequence[float], threshold: float) -> dict[str, float]:
    """Return the figures that the choice is made by; shares from 0 to 1.

    ``mean`` and ``pooled``: IoU over the chips that hold both classes. ``calm`` and ``lakes``: recall on the chip that is all water,
    and on simulated water more than `SHORE` pixels from its shore (the worst scene). ``dry``: the larger share mapped as water of
    the two dry chips. ``land``: the share of all simulated scenes without water together. ``ece``: over all chips.
    """
    mixed, everything, land = [], [], []
    result = {"calm": math.nan, "lakes": 1.0, "dry": 0.0, "land": math.nan}
    for name, chip in held.chips.items():
        probabilities = held.probability(name, scales)
        counts = count(probabilities, probabilities >= threshold, chip.label)
        found = figures(counts)
        if name.startswith("simulated"):
            water = chip.label == 1
            if water.any():
                inside = ndimage.binary_erosion(water, iterations=SHORE)
                result["lakes"] = min(result["lakes"], float((probabilities >= threshold)[inside].mean()))
            else:
                land.append(counts)
            continue
        everything.append(counts)
        if name in ALL_WATER:
            result["calm"] = found.recall
        elif name in DRY:
            result["dry"] = max(result["dry"], found.mapped)
        else:
            mixed.append(counts)
    if land:
        result["land"] = figures(pool(land)).mapped
    return result | {"mean": mean_iou(mixed), "pooled": figures(pool(mixed)).iou, "ece": figures(pool(everything)).ece}


def operating_threshold(held: HeldOut, scales: Sequence[float]) -> float:
    """Return the lowest of `THRESHOLDS` at which dry chips and simulated dry land stay in bounds; the highest if none does."""
    for threshold in THRESHOLDS:
        found = figures_of(held, scales, threshold)
        if max(found["dry"], found["land"]) <= LARGEST_FALSE_SHARE:
            return threshold
    return THRESHOLDS[-1]


def lines(held: HeldOut, candidate: Candidate, seed: int) -> list[dict[str, Any]]:
    """Return one line of the table for each set of scales: at 0.5, and at the operating threshold."""
    found = []
    for scales in SCALE_SETS:
        threshold = operating_threshold(held, scales)
        found.append(
            {"candidate": candidate.name, "seed": seed, "scales": list(scales), "threshold": threshold}
            | figures_of(held, scales, threshold)
            | {"mean_at_half": figures_of(held, scales, 0.5)["mean"], "temperature": best_temperature(held, scales)}
        )
    return found


def table(found: Sequence[Mapping[str, Any]]) -> str:
    """Return lines as a Markdown table, the best mean first."""
    columns = ("mean", "pooled", "mean_at_half", "calm", "lakes", "dry", "land", "ece", "temperature")
    head = ("candidate", "seed", "scales", "threshold", *columns)
    text = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for line in sorted(found, key=lambda one: -one["mean"]):
        scales = " ".join(f"{scale:g}" for scale in line["scales"])
        numbers = [f"{line[name]:.4f}" if name in ("calm", "lakes", "dry", "land") else f"{line[name]:.3f}" for name in columns]
        text.append("| " + " | ".join([line["candidate"], str(line["seed"]), scales, f"{line['threshold']:g}", *numbers]) + " |")
    return "\n".join(text)


def best_temperature(held: HeldOut, scales: Sequence[float]) -> float:
    """Return the temperature T for which sigmoid(logit / T) fits the held-out labels of dfc2024 best (cross-entropy)."""
    logits, labels = [], []
    for name, chip in held.chips.items():
        if not name.startswith("simulated"):
            known = chip.label != UNKNOWN
            values = np.clip(held.probability(name, scales)[known][::7].astype(np.float64), EDGE, 1 - EDGE)
            logits.append(np.log(values / (1 - values)))
            labels.append(chip.label[known][::7] == 1)
    logit, label = np.concatenate(logits), np.concatenate(labels)

    def entropy(temperature: float) -> float:
        scaled = logit / temperature
        return float(np.mean(np.logaddexp(0.0, scaled) - label * scaled))

    return float(optimize.minimize_scalar(entropy, bounds=(0.3, 5.0), method="bounded").x)
