"""Calibration and thresholds of the water student, chosen on places that networks had not seen.

Of each place that a network never saw, a tally is kept: how many pixels of land, of open and of hidden water have which logits. Every
choice is made on these tallies, and sets weigh the same in it, whatever their size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from scipy import optimize

from ...raster.arrays import BoolArray, ByteArray, DoubleArray, FloatArray, LongArray
from ..datasets.chips import UNKNOWN, Chip
from ..datasets.water import BARE, DRY, HIDDEN, OPEN, measured, place_of
from ..evaluation.metrics import BINS
from ..networks.student import Student, pad_to
from .supervised import ANY_WATER, OPEN_WATER

Tally = LongArray
"""Pixels by what they are (`DRY`, `OPEN`, `HIDDEN`), by the bin of the logit of open water and by that of any water."""

LOGITS = np.round(np.arange(-8.0, 8.1, 0.2), 1)
"""Middles of the bins of logits; what lies beyond is in the first or the last."""
THRESHOLDS = tuple(percent / 100 for percent in range(20, 91, 2))
GIVEN_UP_FOR_PRECISION, GIVEN_UP_FOR_RECALL = 0.003, 0.02
"""Of the score: of open water, on which a mapper acts, and of open or possible water, which is to miss little."""
MIXED = ("hand", "dfc2024", "porto_alegre")
"""Sets whose places hold land and water: of these the IoU counts, of the others the share of pixels that are right, mean over places."""


@dataclass(frozen=True)
class Calibration:
    """Platt's scaling: probability = sigmoid((logit + `bias`) / `temperature`)."""

    temperature: float = 1.0
    bias: float = 0.0

    def apply(self, logit: DoubleArray) -> DoubleArray:
        """Return calibrated probabilities of logits."""
        return np.asarray(1.0 / (1.0 + np.exp(-(logit + self.bias) / self.temperature)))


@dataclass(frozen=True)
class Use:
    """The use of a network's probabilities.

    Attributes:
        open_water, any_water: calibration of both outputs.
        threshold: calibrated probability from which a pixel is open water.
        possible: probability of any water from which a pixel that is not open water is possible water.
    """

    open_water: Calibration = Calibration()
    any_water: Calibration = Calibration()
    threshold: float = 0.5
    possible: float = 0.5


@dataclass(frozen=True)
class HeldOut:
    """What networks say of places that they never saw.

    Attributes:
        places: their names, ``SET/PLACE``.
        pixels: int64 (P, 3, B, B), the tally of each.
    """

    places: tuple[str, ...]
    pixels: LongArray

    @staticmethod
    def of(found: Mapping[str, Tally]) -> HeldOut:
        """Return tallies by place as one."""
        return HeldOut(tuple(found), np.stack(list(found.values())))

    @staticmethod
    def joined(parts: Sequence[HeldOut]) -> HeldOut:
        """Return what several networks held out as one."""
        return HeldOut(tuple(place for part in parts for place in part.places), np.concatenate([part.pixels for part in parts]))

    @property
    def sets(self) -> npt.NDArray[np.str_]:
        """The set of each place."""
        return np.array([place.split("/")[0] for place in self.places])

    def part(self, sets: Sequence[str]) -> HeldOut:
        """Return the places of some sets."""
        kept = np.isin(self.sets, sets)
        return HeldOut(tuple(np.array(self.places)[kept]), self.pixels[kept])

    def weights(self) -> DoubleArray:
        """Return the weight of each place, (P,), with which all sets weigh the same, and so do the places of a set."""
        names, number, count = np.unique(self.sets, return_inverse=True, return_counts=True)
        return np.asarray(1.0 / (names.size * count[number]))

    def of_output(self, output: int) -> DoubleArray:
        """Return how the logits of an output are distributed over land and water, (2, B), with `weights`; hidden water is no open water."""
        counts = self.pixels.sum(axis=3 - output).astype(float)
        water = counts[:, OPEN] + (counts[:, HIDDEN] if output == ANY_WATER else 0.0)
        shares = np.stack([counts[:, DRY], water], axis=1)
        shares *= (self.weights() / np.maximum(1.0, shares.sum(axis=(1, 2))))[:, None, None]
        return np.asarray(shares.sum(axis=0))


@dataclass(frozen=True)
class Counts:
    """Pixels of each place, int64 (P,): water that is mapped, land that is mapped, water that is not, land that is not."""

    hit: LongArray
    false: LongArray
    miss: LongArray
    right: LongArray

    def part(self, chosen: BoolArray) -> Counts:
        """Return those of some places."""
        return Counts(self.hit[chosen], self.false[chosen], self.miss[chosen], self.right[chosen])

    @property
    def iou(self) -> float:
        """Of all places together."""
        return float(self.hit.sum() / max(1, (self.hit + self.false + self.miss).sum()))

    @property
    def ious(self) -> DoubleArray:
        """Of each place."""
        return np.asarray(self.hit / np.maximum(1, self.hit + self.false + self.miss))

    @property
    def correct(self) -> DoubleArray:
        """Share of each place's pixels that are right."""
        return np.asarray((self.hit + self.right) / np.maximum(1, self.hit + self.false + self.miss + self.right))


def tallies(student: Student, chips: Sequence[Chip]) -> dict[str, Tally]:
    """Return the tally of each place of some chips, its dates together."""
    found: dict[str, Tally] = {}
    for chip in chips:
        place = place_of(chip)
        one = tally(logits_of(student, chip.image), measured(chip))
        found[place] = found[place] + one if place in found else one
    return found


def logits_of(student: Student, image: FloatArray) -> FloatArray:
    """Return the logits float32 (2, H, W) of a whole image (2, H, W) in dB, mirrored up to the stride."""
    height, width = image.shape[1:]
    device = next(student.parameters()).device
    with torch.no_grad():
        logits = student(torch.from_numpy(pad_to(image, student.stride))[None].to(device))
    found: FloatArray = logits[0, :, :height, :width].float().cpu().numpy()
    return found


def tally(logits: FloatArray, truth: ByteArray) -> Tally:
    """Return the tally of logits (2, H, W) where it is known, uint8 (H, W), what is there."""
    known = truth != UNKNOWN
    step = float(LOGITS[1] - LOGITS[0])
    bins = np.clip(np.rint((logits[:, known] - LOGITS[0]) / step), 0, LOGITS.size - 1).astype(np.intp)
    shape = (HIDDEN + 1, LOGITS.size, LOGITS.size)
    flat = np.ravel_multi_index((truth[known], bins[OPEN_WATER], bins[ANY_WATER]), shape)
    return np.bincount(flat, minlength=int(np.prod(shape))).reshape(shape)


def choose(held: HeldOut) -> Use:
    """Choose calibrations and thresholds.

    The calibration has the least cross-entropy, of open water over all sets, of any water over those that hold some which radar hardly sees
    (`MIXED`). Thresholds weigh all sets alike: of open water the highest whose `score` lies at most `GIVEN_UP_FOR_PRECISION` below the best
    one, of any water the lowest whose score lies at most `GIVEN_UP_FOR_RECALL` below.
    """
    use = Use(fit_calibration(held, OPEN_WATER), fit_calibration(held.part(MIXED), ANY_WATER))
    scores = {value: score(held, count(held, open_map(replace(use, threshold=value)), (OPEN,))) for value in THRESHOLDS}
    use = replace(use, threshold=max(value for value, found in scores.items() if found >= max(scores.values()) - GIVEN_UP_FOR_PRECISION))
    scores = {value: score(held, count(held, any_map(replace(use, possible=value)), (OPEN, HIDDEN))) for value in THRESHOLDS}
    return replace(use, possible=min(value for value, found in scores.items() if found >= max(scores.values()) - GIVEN_UP_FOR_RECALL))


def fit_calibration(held: HeldOut, output: int) -> Calibration:
    """Return the calibration of an output with the least cross-entropy."""
    dry, water = held.of_output(output)

    def entropy(values: DoubleArray) -> float:
        scaled = (LOGITS + values[1]) / values[0]
        return float(np.sum(water * np.logaddexp(0.0, -scaled) + dry * np.logaddexp(0.0, scaled)))

    best = optimize.minimize(entropy, np.array([1.0, 0.0]), bounds=((0.3, 5.0), (-4.0, 4.0)), method="L-BFGS-B").x
    return Calibration(round(float(best[0]), 3), round(float(best[1]), 3))


def open_map(use: Use) -> BoolArray:
    """Return the bins of logits, bool (B, B), that are mapped as open water."""
    found = use.open_water.apply(LOGITS) >= use.threshold
    return np.repeat(found[:, None], LOGITS.size, axis=1)


def any_map(use: Use) -> BoolArray:
    """Return the bins of logits, bool (B, B), that are mapped as open or as possible water."""
    return np.asarray(open_map(use) | (use.any_water.apply(LOGITS) >= use.possible)[None])


def count(held: HeldOut, mapped: BoolArray, water: Sequence[int]) -> Counts:
    """Count the pixels of each place.

    Args:
        held: see there.
        mapped: bins that are mapped as water, bool (B, B), or of each place (P, B, B).
        water: what counts as water; hidden water that does not is unknown.
    """
    every = held.pixels.sum(axis=(2, 3))
    places, kinds = held.pixels.shape[:2]
    bins = np.broadcast_to(mapped, (places, *mapped.shape[-2:])).reshape(places, -1, 1).astype(np.float64)
    # In floats, which hold whole numbers of this size exactly and are multiplied many times as fast.
    found = (held.pixels.reshape(places, kinds, -1).astype(np.float64) @ bins)[:, :, 0].astype(np.int64)
    hit, all_water = found[:, water].sum(axis=1), every[:, water].sum(axis=1)
    return Counts(hit, found[:, DRY], all_water - hit, every[:, DRY] - found[:, DRY])


def score(held: HeldOut, counts: Counts) -> float:
    """Return the mean over the sets of what is right of them (`figure`)."""
    return float(np.mean([figure(held, counts, name) for name in np.unique(held.sets)]))


def figure(held: HeldOut, counts: Counts, name: str) -> float:
    """Return what is right of a set: the pooled IoU of `MIXED` sets, of the others the share of pixels that are right, mean over places."""
    part = counts.part(held.sets == name)
    return part.iou if name in MIXED else float(part.correct.mean())


def figures_of(held: HeldOut, uses: Sequence[Use]) -> dict[str, float]:
    """Return figures, 0 to 1.

    ``hand``, ``dfc2024``, ``porto_alegre``, ``ground``: see `figure`, of open water; ``score``: its mean over all sets. ``bare``: share of
    bare soil mapped as open water, mean of the places in `BARE`. ``land``: the same of the worst place of OPERA's land; ``sea``: open
    water found at the worst of its seas. ``any``, ``any_mean``: IoU of open and possible water on hand against all labelled water,
    pooled and mean over places. ``ece``, ``any_ece``: calibration errors of both outputs, of any water on hand alone.

    Args:
        held: see there.
        uses: of the network that held out each place.
    """
    open_water = count(held, np.stack([open_map(use) for use in uses]), (OPEN,))
    any_water = count(held, np.stack([any_map(use) for use in uses]), (OPEN, HIDDEN)).part(held.sets == "hand")
    mapped = open_water.false / np.maximum(1, open_water.false + open_water.right)
    bare, land, sea = (np.isin(held.places, BARE), held.sets == "opera_land", held.sets == "opera_sea")
    return {name: figure(held, open_water, name) for name in (*MIXED, "ground")} | {
        "score": score(held, open_water),
        "bare": float(mapped[bare].mean()),
        "land": float(mapped[land].max()),
        "sea": float(open_water.part(sea).correct.min()),
        "any": any_water.iou,
        "any_mean": float(any_water.ious.mean()),
        "ece": calibration_error(held, uses, OPEN_WATER),
        "any_ece": calibration_error(
            held.part(("hand",)), [use for use, name in zip(uses, held.sets, strict=True) if name == "hand"], ANY_WATER
        ),
    }


def calibration_error(held: HeldOut, uses: Sequence[Use], output: int) -> float:
    """Return the expected calibration error of an output in `BINS` bins, all sets weighing the same."""
    gap = np.zeros(BINS)
    for place, use in enumerate(uses):
        one = HeldOut(held.places[place : place + 1], held.pixels[place : place + 1])
        dry, water = one.of_output(output) * held.weights()[place]
        probability = (use.open_water, use.any_water)[output].apply(LOGITS)
        bins = np.minimum((probability * BINS).astype(np.intp), BINS - 1)
        gap += np.bincount(bins, (dry + water) * probability - water, minlength=BINS)
    return float(np.abs(gap).sum())
