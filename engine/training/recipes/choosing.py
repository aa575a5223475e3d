"""Calibration and threshold of the water student, chosen on places that networks had not seen.

Networks that never saw a chip say what it holds, at every scale, and that is kept. The choice is made on hand-labelled places only,
because they are what a map is for; `figures_of_rule` then says what the choice does to dry and to calm chips.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from scipy import ndimage, optimize

from ...methods.multiscale import MultiscaleStudent
from ..arrays import DoubleArray, FloatArray, HalfArray
from ..datasets.chips import UNKNOWN, Chip
from ..datasets.water import ALL_WATER, DRY, PAIRS
from ..evaluation.metrics import Counts, count, figures, mean_iou, pool
from ..networks.student import Student, pad_to, probability
from ..runs import read_arrays, write_arrays

Predictions = dict[str, dict[float, HalfArray]]

SCALE_SETS: tuple[tuple[float, ...], ...] = ((1.0,), (0.5, 0.75, 1.0), (0.5, 1.0, 1.25, 2.0))
SCALES = tuple(sorted({scale for scales in SCALE_SETS for scale in scales}))

THRESHOLDS = tuple(percent / 100 for percent in range(5, 96))
LARGEST_FALSE_SHARE = 0.01
SHORE = 3
"""Pixels from the shore within which a missed pixel is a question of the shore line, not of seeing water."""
EDGE = 1e-3
"""Probabilities are kept this far from 0 and 1 where their logits are taken."""
EVERY = 7
"""One pixel of so many is enough to fit two numbers."""
SCENE = "porto_alegre"
"""What the names of the two dates of the whole scene begin with."""


@dataclass(frozen=True)
class HeldOut:
    """Chips, and what networks that never saw them say: by name, then by scale.

    A name is ``dfc2024/CHIP``, ``porto_alegre/DATE``, ``simulated/SEED/FOLD`` or ``hand/PLACE/PAIR``: the last two are seen by
    several networks.
    """

    chips: Mapping[str, Chip]
    seen: Mapping[str, Mapping[float, HalfArray]]

    def probability(self, name: str, scales: Sequence[float]) -> FloatArray:
        """Return the multiscale probability, float32 (H, W)."""
        return np.mean([self.seen[name][scale].astype(np.float32) for scale in scales], axis=0, dtype=np.float32)

    def part(self, names: Iterable[str]) -> HeldOut:
        """Return what concerns these names."""
        return HeldOut({name: self.chips[name] for name in names}, self.seen)


def predict_at(student: Student, image: FloatArray, scale: float = 1.0) -> FloatArray:
    """Return the probability float32 (H, W) of a whole image (2, H, W) in dB at one scale, mirrored up to the stride."""

    def run(seen: FloatArray) -> FloatArray:
        return probability(student, torch.from_numpy(np.ascontiguousarray(seen))[None])[0, 0].numpy()

    height, width = image.shape[1:]
    # Height and width times any scale that is a multiple of 1/4 must be a multiple of the stride.
    multiple = 4 * student.shape.stride
    return MultiscaleStudent(run, (scale,), flip=False).predict(pad_to(image, multiple))[:height, :width]


def predict_all(student: Student, chips: Mapping[str, Chip]) -> Predictions:
    """Return what a student says of chips at each of `SCALES`."""
    return {name: {scale: predict_at(student, chip.image, scale).astype(np.float16) for scale in SCALES} for name, chip in chips.items()}


def save_seen(path: Path, seen: Predictions) -> None:
    """Write predictions."""
    write_arrays(path, {f"{name}@{scale:g}": values for name, scales in seen.items() for scale, values in scales.items()})


def load_seen(path: Path) -> Predictions:
    """Read what `save_seen` wrote."""
    seen: Predictions = {}
    for key, values in read_arrays(path).items():
        name, scale = key.split("@")
        seen.setdefault(name, {})[float(scale)] = values
    return seen


@dataclass(frozen=True)
class Calibration:
    """Platt's scaling: the probability becomes sigmoid((logit + `bias`) / `temperature`)."""

    temperature: float = 1.0
    bias: float = 0.0

    def apply(self, probability: FloatArray) -> FloatArray:
        """Return calibrated probabilities of raw ones, same shape, float32."""
        return (1.0 / (1.0 + np.exp(-(_logit(probability) + self.bias) / self.temperature))).astype(np.float32)


@dataclass(frozen=True)
class Use:
    """The use of a network's probabilities.

    Attributes:
        scales: of multiscale inference.
        calibration: inside the network.
        threshold: calibrated probability from which a pixel is water.
    """

    scales: tuple[float, ...]
    calibration: Calibration
    threshold: float


def choose(held: HeldOut, scales: Sequence[float], unseen: str = "") -> Use:
    """Choose calibration and threshold on the places of hand.

    Args:
        held: what the pairs held out.
        scales: of multiscale inference.
        unseen: a place that nothing may be known of: only the networks that never saw it count, on the other places.
    """
    names = names_for(held, unseen)
    calibration = fit_calibration(held.part(names), scales)
    return Use(tuple(scales), calibration, best_threshold(held.part(names), scales, calibration))


def names_for(held: HeldOut, unseen: str = "") -> list[str]:
    """Return the names of hand's chips by which a choice is made; see `choose`."""
    found = []
    for name in held.chips:
        if name.startswith("hand/"):
            _, place, pair = name.split("/")
            if not unseen or (place != unseen and unseen in PAIRS[int(pair)]):
                found.append(name)
    return found


def fit_calibration(held: HeldOut, scales: Sequence[float]) -> Calibration:
    """Return the calibration with the least cross-entropy, every chip weighing the same."""
    logits, labels, weights = [], [], []
    for name, chip in held.chips.items():
        known = chip.label != UNKNOWN
        logit = _logit(held.probability(name, scales)[known][::EVERY])
        logits.append(logit)
        labels.append(chip.label[known][::EVERY] == 1)
        weights.append(np.full(logit.size, 1.0 / logit.size))
    logit, label, weight = np.concatenate(logits), np.concatenate(labels), np.concatenate(weights)

    def entropy(values: DoubleArray) -> float:
        scaled = (logit + values[1]) / values[0]
        return float(np.sum(weight * (np.logaddexp(0.0, scaled) - label * scaled)))

    best = optimize.minimize(entropy, np.array([1.0, 0.0]), bounds=((0.3, 5.0), (-4.0, 4.0)), method="L-BFGS-B").x
    return Calibration(round(float(best[0]), 3), round(float(best[1]), 3))


def best_threshold(held: HeldOut, scales: Sequence[float], calibration: Calibration) -> float:
    """Return the threshold with the largest sum of pooled IoU and mean IoU over the chips."""
    hits, false, water = (
        np.array(part) for part in zip(*(_by_percent(held, name, scales, calibration) for name in held.chips), strict=True)
    )
    with np.errstate(invalid="ignore"):
        score = hits.sum(0) / (water + false).sum(0) + (hits / (water + false)).mean(0)
    return max(THRESHOLDS, key=lambda threshold: float(score[round(100 * threshold)]))


def figures_of_places(held: HeldOut, use: Use) -> dict[str, float]:
    """Return pooled and mean IoU, ECE and area bias on the hand-labelled places; each place counts once for each pair it is in."""
    counts = [_count(held, name, use) for name in names_for(held)]
    found = figures(pool(counts))
    return {"pooled": found.iou, "mean": mean_iou(counts), "bias": found.area_bias, "ece": found.ece}


def figures_of_scene(held: HeldOut, use: Use) -> dict[str, float]:
    """Return what there is of porto_alegre, whose labels are weak, no truth.

    ``scene``: pooled IoU on both dates; ``bare``: share mapped as water of what is labelled dry on the date before the flood.
    """
    counts = {date: _count(held, f"{SCENE}/{date}", use) for date in ("before", "after")}
    dry = counts["before"]
    return {"scene": figures(pool(list(counts.values()))).iou, "bare": dry.false / max(1, dry.false + dry.dry)}


def figures_of_rule(held: HeldOut, use: Use) -> dict[str, float]:
    """Return what the acceptance rule asks, shares from 0 to 1.

    ``calm`` and ``lakes``: recall on the chip of dfc2024 that is all water, and on simulated water more than `SHORE` pixels from its
    shore (the worst scene). ``dry``: the larger share mapped as water of the two dry chips. ``land``: of all simulated scenes without water
    together. ``dfc``: pooled IoU on the chips of dfc2024 that hold both classes.
    """
    mixed, land = [], []
    result = {"calm": math.nan, "lakes": 1.0, "dry": 0.0, "land": math.nan}
    for name, chip in held.chips.items():
        group, key = name.split("/")[:2]
        if group in ("hand", SCENE):
            continue
        counts = _count(held, name, use)
        found = figures(counts)
        if group == "simulated":
            water = chip.label == 1
            if water.any():
                inside = ndimage.binary_erosion(water, iterations=SHORE)
                mapped = use.calibration.apply(held.probability(name, use.scales)) >= use.threshold
                result["lakes"] = min(result["lakes"], float(mapped[inside].mean()))
            else:
                land.append(counts)
        elif key in ALL_WATER:
            result["calm"] = found.recall
        elif key in DRY:
            result["dry"] = max(result["dry"], found.mapped)
        else:
            mixed.append(counts)
    if land:
        result["land"] = figures(pool(land)).mapped
    return result | {"dfc": figures(pool(mixed)).iou}


def lowest_threshold(held: HeldOut, use: Use) -> float:
    """Return the lowest of `THRESHOLDS` at which dry chips and simulated dry land stay in bounds; the highest if none does."""
    dry: list[DoubleArray] = []
    land: list[DoubleArray] = []
    for name, chip in held.chips.items():
        group, key = name.split("/")[:2]
        if (group == "dfc2024" and key in DRY) or (group == "simulated" and not (chip.label == 1).any()):
            _, false, _ = _by_percent(held, name, use.scales, use.calibration)
            (dry if group == "dfc2024" else land).append(false / np.count_nonzero(chip.label != UNKNOWN))
    worst = np.max([*dry, np.mean(land, axis=0)], axis=0)
    return next((threshold for threshold in THRESHOLDS if worst[round(100 * threshold)] <= LARGEST_FALSE_SHARE), THRESHOLDS[-1])


def _by_percent(
    held: HeldOut, name: str, scales: Sequence[float], calibration: Calibration
) -> tuple[DoubleArray, DoubleArray, DoubleArray]:
    """Return, for each threshold from 0 to 100 per cent, the pixels of water found, of dry land found, and of water in all."""
    chip = held.chips[name]
    # As it is stored: the class of a map follows from the rounded per cent.
    percent = np.rint(calibration.apply(held.probability(name, scales)) * 100).astype(np.intp)
    found = [np.bincount(percent[chip.label == value], minlength=101)[::-1].cumsum()[::-1].astype(float) for value in (1, 0)]
    return found[0], found[1], np.full(101, found[0][0])


def _count(held: HeldOut, name: str, use: Use) -> Counts:
    probability = use.calibration.apply(held.probability(name, use.scales))
    return count(probability, probability >= use.threshold, held.chips[name].label)


def _logit(probability: FloatArray) -> DoubleArray:
    values = np.clip(probability.astype(np.float64), EDGE, 1 - EDGE)
    return np.asarray(np.log(values / (1 - values)))
