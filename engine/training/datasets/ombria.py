"""The OMBRIA set (Drakonakis et al. 2022) for the cross-modal recipe: Sentinel-1 and Sentinel-2 before and after floods, 8-bit.

Its masks leave permanent water out, which an image taken after the flood cannot know; so both dates are given to both nets, in every arm.
The images are stretched, each date on its own: the two radar dates are brought to a common brightness before anything is learned.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy import ndimage

from ...contract.errors import InputError
from ...methods.thresholds import otsu_threshold
from ...raster.arrays import BoolArray, ByteArray, FloatArray
from ...raster.optical import FALSE_COLOUR_CLOUD, find_clouds
from .images import read_bands, read_list
from .places_and_layers import OPTICAL_ARMS, CrossModalArm, Place, Split, TeacherLayers, as_target

FOLDS = 5
SPECKLE = 5
"""Pixels of the mean that radar is smoothed with before a threshold is looked for."""


class Ombria:
    """The set below a folder that holds ``train``, ``val`` and ``scene_blocks.csv``.

    Args:
        folder: of the set.
        folds: measure on events of ``train`` that are held out in turn instead of on ``val``.

    Raises:
        InputError: the list of scene blocks is missing or has other columns.
    """

    name = "ombria"
    arms = OPTICAL_ARMS
    shares: tuple[float, ...] = (0.05, 0.10, 0.25, 1.0)
    bands, layers_vary = 2, True

    def __init__(self, folder: Path, folds: bool = False) -> None:
        self.folder, self.folds = folder, folds
        path = folder / "scene_blocks.csv"
        head, *lines = read_list(path) or [[]]
        if head != ["sample", "split", "scene_block"] or not lines:
            raise InputError(f"{path} has the columns {', '.join(head)}.", "It lists sample, split, scene_block.", "Check the file.")
        self.split_of = {sample: split for sample, split, _ in lines}
        self.blocks: dict[str, list[str]] = defaultdict(list)
        for sample, split, block in lines:
            self.blocks[f"{split} {block}"].append(sample)

    def splits(self, share: float, seed: int) -> list[Split]:
        """Return ``val`` as the test of one split, or the folds of ``train``; the labelled blocks are drawn anew for each seed."""
        train = sorted(block for block in self.blocks if block.startswith("train"))
        if not self.folds:
            return [self._split("", train, {"val": self._samples([b for b in self.blocks if b not in train])}, share, seed)]
        splits = []
        for number, held in enumerate(self._folds(train)):
            rest = [block for block in train if block not in held]
            splits.append(self._split(f"fold-{number + 1}", rest, {"folds of train": self._samples(held)}, share, seed))
        return splits

    def place(self, name: str) -> Place:
        """Read both radar dates, matched, and the mask."""
        before, after = (self.bands_of(name, f"s1_{date}", "png")[0] for date in ("before", "after"))
        mask = self.bands_of(name, "mask", "png")[0]
        return Place(name, np.stack([standardised(before), standardised(after)]), np.ones(mask.shape, np.bool_), mask, mask)

    def teacher_layers(self, name: str) -> TeacherLayers:
        """Read both optical dates; seen is what is neither cloudy nor black (missing) on either."""
        dates = [self._optical(name, date) for date in ("before", "after")]
        return TeacherLayers(np.concatenate(dates), np.logical_and.reduce([seen_on(bands) for bands in dates]))

    def weak(self, arm: CrossModalArm, name: str) -> ByteArray:
        """Return what an index calls water on the optical image after the flood, or what became darker on the radar, by Otsu per image.

        These are the forms of both that agree best with the masks of ``train``: taking away what the same rule finds before the flood
        makes them worse, for an image without water is split in two as well.
        """
        if arm is CrossModalArm.WEAK_OPTICAL:
            layers = self.teacher_layers(name)
            return as_target(_above(_index(layers.bands[3:])), layers.seen)
        place = self.place(name)
        before, after = (ndimage.uniform_filter(band, SPECKLE) for band in place.radar)
        return as_target(_above(before - after), place.observed)

    def bands_of(self, name: str, layer: str, ending: str) -> ByteArray:
        """Read a layer, uint8 (C, H, W): ``s1_after``, ``s1_before`` and ``mask`` are PNG, ``s2_after`` and ``s2_before`` JPEG."""
        bands: ByteArray = read_bands(self.folder / self.split_of[name] / layer / f"{name}.{ending}")
        return bands

    def _optical(self, name: str, date: str) -> FloatArray:
        return self.bands_of(name, f"s2_{date}", "jpg").astype(np.float32) / np.float32(255.0)

    def _samples(self, blocks: list[str]) -> tuple[str, ...]:
        return tuple(sorted(sample for block in blocks for sample in self.blocks[block]))

    def _split(self, name: str, train: list[str], tests: dict[str, tuple[str, ...]], share: float, seed: int) -> Split:
        if share >= 1.0:
            return Split(name, self._samples(train), (), tests)
        chosen = self._draw(train, share, seed)
        return Split(name, self._samples(chosen), self._samples([block for block in train if block not in chosen]), tests)

    def _draw(self, blocks: list[str], share: float, seed: int) -> list[str]:
        """Return whole blocks, in random order, as long as they do not exceed the share of the samples by a tenth."""
        limit = 1.1 * share * sum(len(self.blocks[block]) for block in blocks)
        chosen: list[str] = []
        count = 0
        for index in np.random.default_rng(seed).permutation(len(blocks)):
            size = len(self.blocks[blocks[index]])
            if count + size <= limit:
                chosen.append(blocks[index])
                count += size
        return chosen

    def _folds(self, blocks: list[str]) -> list[list[str]]:
        """Return folds of about equal size: runs of whole blocks, whose numbers follow the places, so that an event lies in one fold."""
        ordered = sorted(blocks, key=lambda block: int(block.split()[-1]))
        ends = np.cumsum([len(self.blocks[block]) for block in ordered])
        cuts = [int(np.abs(ends - ends[-1] * part / FOLDS).argmin()) + 1 for part in range(FOLDS + 1)]
        cuts[0] = 0
        return [ordered[first:last] for first, last in itertools.pairwise(cuts) if first < last]


def standardised(band: ByteArray) -> FloatArray:
    """Return a radar date as float32: its median at 0.5, its 2nd and 98th percentile 0.6 apart, clipped to -0.5 to 1.5."""
    low, middle, high = np.percentile(band, (2, 50, 98))
    scaled = 0.5 + 0.6 * (band.astype(np.float32) - middle) / max(high - low, 1.0)
    return np.clip(scaled, -0.5, 1.5).astype(np.float32)


def seen_on(bands: FloatArray) -> BoolArray:
    """Return where an optical date, float32 (3, H, W) of 0 to 1, is neither cloudy nor black (missing)."""
    return ~find_clouds(bands, *FALSE_COLOUR_CLOUD) & (bands.max(axis=0) > 0.01)


def _index(bands: FloatArray) -> FloatArray:
    """Return (b3 - b2) / (b3 + b2): bands 1 and 2 fall over water, band 3 does not."""
    found: FloatArray = (bands[2] - bands[1]) / np.maximum(bands[2] + bands[1], 0.02)
    return found


def _above(values: FloatArray) -> BoolArray:
    # An image of one value has no two classes.
    return values > otsu_threshold(values) if np.ptp(values) > 0 else np.zeros(values.shape, np.bool_)
