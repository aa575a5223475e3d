"""Ways to train compared: the same test images, several seeds, pooled and per-image IoU, and whether a difference is more than chance."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...raster.arrays import DoubleArray
from ..tables import each_percent, markdown

DRAWS = 2000
"""Resamples of a bootstrap."""
LEVEL = (2.5, 97.5)
"""Percentiles between which 95 % of the resamples lie."""


@dataclass(frozen=True)
class ArmCounts:
    """Counts of one trained network on the test images.

    Attributes:
        arm: the way it was trained.
        group: what is compared among itself, such as a test set and a share of the labels.
        seed: of the training.
        counts: for each image hits, false positives, misses and true negatives, in pixels.
    """

    arm: str
    group: str
    seed: int
    counts: Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Gain:
    """A difference of IoU to the baseline, mean over seeds, with the 95 % interval of the paired bootstrap by image or event."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class ComparedArm:
    """One arm in one group.

    Attributes:
        group, arm: their names.
        seeds: of the arm's networks.
        pooled, per_image: IoU by seed: of all pixels together; and the mean over images that hold or were given any positive pixel.
        pooled_gain, per_image_gain: over the baseline of the same group; None for the baseline itself.
    """

    group: str
    arm: str
    seeds: tuple[int, ...]
    pooled: tuple[float, ...]
    per_image: tuple[float, ...]
    pooled_gain: Gain | None
    per_image_gain: Gain | None


def compare(networks: Sequence[ArmCounts], baseline: str, seed: int = 0, events: Mapping[str, str] | None = None) -> list[ComparedArm]:
    """Compare every arm with a baseline, group by group, in the order in which both first occur.

    Networks of the same seed are a pair. Each resample draws images with replacement, the same ones for both arms and all seeds, and
    takes the mean over seeds of the difference. So the interval says what other images of the same kind might have shown, not
    what other seeds might have; and images that resemble each other make it too narrow. With `events`, the event of each image, whole
    events are drawn instead.

    Raises:
        ValueError: the networks of a group are on different images.
    """
    rows = []
    for group in dict.fromkeys(network.group for network in networks):
        arms: dict[str, dict[int, DoubleArray]] = {}
        images: list[str] | None = None
        for network in (one for one in networks if one.group == group):
            images = sorted(network.counts) if images is None else images
            if sorted(network.counts) != images:
                raise ValueError(f"{network.arm}, seed {network.seed}: other images than the rest of '{group}'")
            arms.setdefault(network.arm, {})[network.seed] = np.array([network.counts[name] for name in images], np.float64)
        draws = _draws(images or [], events, seed)
        rows += [_row(group, arm, by_seed, None if arm == baseline else arms.get(baseline), draws) for arm, by_seed in arms.items()]
    return rows


def pooled_iou(counts: DoubleArray) -> DoubleArray:
    """Return Σ hits / Σ (hits + false + misses) over the images of counts (…, images, 4); NaN where there is nothing."""
    return _ratio(counts[..., 0].sum(axis=-1), counts[..., :3].sum(axis=(-2, -1)))


def per_image_iou(counts: DoubleArray) -> DoubleArray:
    """Return the mean over the images of counts (…, images, 4) of their IoU, images without any positive pixel left out."""
    each = _ratio(counts[..., 0], counts[..., :3].sum(axis=-1))
    defined = np.isfinite(each)
    return _ratio(np.where(defined, each, 0.0).sum(axis=-1), defined.sum(axis=-1))


def table(rows: Sequence[ComparedArm]) -> str:
    """Return the rows as Markdown: IoU in percent, gains in points with their intervals, every seed."""
    head = ("", "arm", "pooled IoU", "of each seed", "gain", "mean IoU of images", "of each seed", "gain")
    return markdown(head, map(_cells, rows))


def _cells(row: ComparedArm) -> list[str]:
    return [
        row.group,
        row.arm,
        f"{100 * np.mean(row.pooled):.1f}",
        each_percent(row.pooled),
        _written(row.pooled_gain),
        f"{100 * np.mean(row.per_image):.1f}",
        each_percent(row.per_image),
        _written(row.per_image_gain),
    ]


def _draws(images: Sequence[str], events: Mapping[str, str] | None, seed: int) -> list[npt.NDArray[np.intp]]:
    """Return the resamples, each the indices of images that were drawn one by one, or event by event."""
    rng = np.random.default_rng(seed)
    if events is None:
        return list(rng.integers(0, len(images), (DRAWS, len(images))))
    members: dict[str, list[int]] = {}
    for index, name in enumerate(images):
        members.setdefault(events[name], []).append(index)
    parts = [np.array(part, np.intp) for part in members.values()]
    return [np.concatenate([parts[one] for one in drawn]) for drawn in rng.integers(0, len(parts), (DRAWS, len(parts)))]


def _row(
    group: str,
    arm: str,
    by_seed: Mapping[int, DoubleArray],
    baseline: Mapping[int, DoubleArray] | None,
    draws: Sequence[npt.NDArray[np.intp]],
) -> ComparedArm:
    seeds = tuple(sorted(by_seed))
    counts = np.stack([by_seed[one] for one in seeds])
    paired = [one for one in seeds if baseline and one in baseline]
    gains: tuple[Gain | None, Gain | None] = (None, None)
    if baseline and paired:
        gains = _gains(np.stack([by_seed[one] for one in paired]), np.stack([baseline[one] for one in paired]), draws)
    pooled, per_image = (tuple(float(value) for value in measure(counts)) for measure in (pooled_iou, per_image_iou))
    return ComparedArm(group, arm, seeds, pooled, per_image, *gains)


def _gains(counts: DoubleArray, baseline: DoubleArray, draws: Sequence[npt.NDArray[np.intp]]) -> tuple[Gain, Gain]:
    """Return the gains of counts (seeds, images, 4) over others of the same shape, pooled and per image."""

    def gain(measure: Callable[[DoubleArray], DoubleArray]) -> Gain:
        def difference(chosen: npt.NDArray[np.intp]) -> float:
            return float(np.mean(measure(counts[:, chosen]) - measure(baseline[:, chosen])))

        resampled = [value for value in (difference(chosen) for chosen in draws) if not math.isnan(value)]
        low, high = np.percentile(resampled, LEVEL) if resampled else (math.nan, math.nan)
        return Gain(difference(np.arange(counts.shape[1])), float(low), float(high))

    return gain(pooled_iou), gain(per_image_iou)


def _ratio(part: npt.NDArray[np.generic], whole: npt.NDArray[np.generic]) -> DoubleArray:
    with np.errstate(invalid="ignore", divide="ignore"):
        found: DoubleArray = np.asarray(part, np.float64) / np.asarray(whole, np.float64)
    return found


def _written(gain: Gain | None) -> str:
    return "" if gain is None else f"{100 * gain.value:+.1f} ({100 * gain.low:+.1f} to {100 * gain.high:+.1f})"
