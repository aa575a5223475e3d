"""The sets of the CSK recipe: two sensors on one ground, stretched as the engine stretches users' images.

OMBRIA has floods. MFNet and PST900 are the sets of visible and thermal pictures that CSK-Net's field compares on, in their published
layout: of their classes one is told from the rest, and the thermal picture is the one that is always there.

The bands of OMBRIA's optical pictures are unnamed. That they are short-wave infrared, near infrared and visible is an inference: where
the third band is dark, the second is often bright and the first is not (plants), and over water the first two fall, the first one most.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from ...contract.errors import InputError
from ...raster.arrays import BoolArray, ByteArray, FloatArray
from ...raster.radiometry import stretch_limits
from .change_data import images
from .chips import UNKNOWN
from .images import read_bands, read_list
from .ombria import Ombria, seen_on
from .places_and_layers import Place, Places, Split, TeacherLayers

PERCENTILES = (2.0, 98.0)
"""What becomes 0 and 1, of each band and date by itself, over what was seen of it."""
DATES = ("after", "before")
MISSING = 0.5
"""In all bands of an optical date that is missing: the middle of what a stretch and an index give."""
EVERY = 5
"""To choose settings by, one training picture of PST900 in so many is held out, for it has no list of its own."""


class Sensors(Places, Protocol):
    """A set of two sensors; `Place.radar` is the one that is always there, `TeacherLayers.layers` the other."""

    bands: tuple[int, int]
    """Of each."""
    older: tuple[int, ...]
    """Bands of the other sensor that its older date brings, counted from 0; none where it has one date."""

    def splits(self) -> list[Split]:
        """Return the folds, or the one split."""

    def newer_layers(self, name: str) -> TeacherLayers:
        """Return `teacher_layers` as they are without the older date, whose bands are `MISSING`."""

    def event(self, name: str) -> str:
        """Return what an image has in common with those that resemble it; its own name where nothing is known of that."""


class FloodSensors:
    """OMBRIA: radar float32 (2, H, W), after and before; optical three bands of each date, after first, then `water_indices` of each.

    Args:
        folder: of the set.
        folds: measure on events of ``train`` that are held out in turn instead of on ``val``.

    Raises:
        InputError: the list of scene blocks is missing or has other columns.
    """

    name = "ombria"
    bands = (2, 10)
    older: tuple[int, ...] = (3, 4, 5, 8, 9)

    def __init__(self, folder: Path, folds: bool = False) -> None:
        self._set = Ombria(folder, folds)
        self._events = {sample: block for block, samples in self._set.blocks.items() for sample in samples}

    def splits(self) -> list[Split]:
        """Return ``val`` as the test of one split, or the folds of ``train``."""
        return self._set.splits(1.0, 0)

    def event(self, name: str) -> str:
        """Return the scene block."""
        return self._events[name]

    def place(self, name: str) -> Place:
        """Read both radar dates and the mask."""
        dates = np.concatenate([self._set.bands_of(name, f"s1_{date}", "png")[:1] for date in DATES])
        mask = self._set.bands_of(name, "mask", "png")[0]
        everywhere = np.ones(mask.shape, np.bool_)
        return Place(name, stretched(dates.astype(np.float32), everywhere), everywhere, mask, mask)

    def teacher_layers(self, name: str) -> TeacherLayers:
        """Read the optical dates; seen is what none of them shows cloudy or black (missing)."""
        return self._layers(name, DATES)

    def newer_layers(self, name: str) -> TeacherLayers:
        """Read the newer optical date alone."""
        return self._layers(name, DATES[:1])

    def _layers(self, name: str, dates: Sequence[str]) -> TeacherLayers:
        grey = {date: self._set.bands_of(name, f"s2_{date}", "jpg")[:3].astype(np.float32) for date in dates}
        seen = {date: seen_on(bands / np.float32(255.0)) for date, bands in grey.items()}
        layers = []
        for bands_of_date, count in ((stretched, 3), (_indices_where_seen, 2)):
            for date in DATES:
                missing = np.full((count, *seen[dates[0]].shape), MISSING, np.float32)
                layers.append(bands_of_date(grey[date], seen[date]) if date in grey else missing)
        return TeacherLayers(np.concatenate(layers), np.logical_and.reduce(list(seen.values())))


class Mfnet:
    """MFNet (Ha et al. 2017): ``images`` (PNG, red, green, blue, thermal), ``labels`` (PNG), ``train.txt``, ``val.txt``, ``test.txt``.

    Args:
        folder: of the set.
        positive: number of the class that is looked for.
        choose: measure on ``val.txt``, to choose settings by.
    """

    bands = (1, 3)
    older: tuple[int, ...] = ()

    def __init__(self, folder: Path, positive: int, choose: bool = False) -> None:
        self.name = f"mfnet, class {positive}"
        self._folder, self._positive, self._test = folder, positive, "val" if choose else "test"

    def splits(self) -> list[Split]:
        """Return the published split."""
        return [Split("", self._names("train"), (), {self._test: self._names(self._test)})]

    def event(self, name: str) -> str:
        """Return the name itself: nothing is known of which pictures resemble each other."""
        return name

    def place(self, name: str) -> Place:
        """Read the thermal band and the labels."""
        return _thermal_place(name, self._bands(name)[3:], _bands(self._folder / "labels" / f"{name}.png", 1)[0], self._positive)

    def teacher_layers(self, name: str) -> TeacherLayers:
        """Read the visible bands."""
        return _visible(self._bands(name)[:3])

    def newer_layers(self, name: str) -> TeacherLayers:
        """Read the one date that there is."""
        return self.teacher_layers(name)

    def _bands(self, name: str) -> FloatArray:
        return _bands(self._folder / "images" / f"{name}.png", 4)

    def _names(self, part: str) -> tuple[str, ...]:
        path = self._folder / f"{part}.txt"
        names = tuple(line[0].strip() for line in read_list(path) if line and line[0].strip())
        if not names:
            raise InputError(f"{path} is empty.", "It lists the names of pictures, one a line.", "Check the file.")
        return names


class Pst900:
    """PST900 (Shivakumar et al. 2020): ``rgb``, ``thermal`` and ``labels`` (PNG) below ``train`` and ``test``.

    Args:
        folder: of the set.
        positive: number of the class that is looked for.
        choose: measure on a part of ``train``, to choose settings by.
    """

    bands = (1, 3)
    older: tuple[int, ...] = ()

    def __init__(self, folder: Path, positive: int, choose: bool = False) -> None:
        self.name = f"pst900, class {positive}"
        self._folder, self._positive, self._choose = folder, positive, choose

    def splits(self) -> list[Split]:
        """Return the published split; names are ``train/NAME`` and ``test/NAME``."""
        train, test = (tuple(f"{part}/{name}" for name in images(self._folder / part / "rgb")) for part in ("train", "test"))
        if not self._choose:
            return [Split("", train, (), {"test": test})]
        held = train[::EVERY]
        return [Split("", tuple(name for name in train if name not in held), (), {"part of train": held})]

    def event(self, name: str) -> str:
        """Return the name itself: nothing is known of which pictures resemble each other."""
        return name

    def place(self, name: str) -> Place:
        """Read the thermal band and the labels."""
        return _thermal_place(name, _bands(self._path(name, "thermal"), 1), _bands(self._path(name, "labels"), 1)[0], self._positive)

    def teacher_layers(self, name: str) -> TeacherLayers:
        """Read the visible bands."""
        return _visible(_bands(self._path(name, "rgb"), 3))

    def newer_layers(self, name: str) -> TeacherLayers:
        """Read the one date that there is."""
        return self.teacher_layers(name)

    def _path(self, name: str, layer: str) -> Path:
        part, _, file = name.partition("/")
        return self._folder / part / layer / f"{file}.png"


def _thermal_place(name: str, thermal: FloatArray, classes: FloatArray, positive: int) -> Place:
    everywhere = np.ones(classes.shape, np.bool_)
    label: ByteArray = np.where(classes == UNKNOWN, np.uint8(UNKNOWN), (classes == positive).astype(np.uint8))
    return Place(name, stretched(thermal, everywhere), everywhere, label, label)


def _visible(visible: FloatArray) -> TeacherLayers:
    everywhere = np.ones(visible.shape[1:], np.bool_)
    return TeacherLayers(stretched(visible, everywhere), everywhere)


def _bands(path: Path, bands: int) -> FloatArray:
    image = read_bands(path)
    if len(image) < bands:
        raise InputError(f"{path} has {len(image)} bands.", f"{bands} are needed.", "Check the set's layout.")
    return image[:bands].astype(np.float32)


def water_indices(grey: FloatArray) -> FloatArray:
    """Return (visible - near infrared) / (their sum) and the same of the short-wave infrared, float32 (2, H, W), -1 to 1 put at 0 to 1.

    Args:
        grey: an optical date, short-wave infrared, near infrared and visible, grey levels, float32 (3, H, W).
    """
    # A gain common to the bands changes nothing.
    infrared, visible = grey[1::-1], grey[2]
    found: FloatArray = np.float32(0.5) + np.float32(0.5) * (visible - infrared) / np.maximum(visible + infrared, 1.0)
    return found


def _indices_where_seen(grey: FloatArray, seen: BoolArray) -> FloatArray:
    return filled(water_indices(grey), seen)


def filled(bands: FloatArray, seen: BoolArray) -> FloatArray:
    """Return bands (C, H, W) with the median where they were not seen, 0.5 where nothing was."""
    middle = np.median(bands[:, seen], axis=1) if seen.any() else np.full(len(bands), MISSING, np.float32)
    return np.where(seen, bands, middle[:, None, None])


def stretched(bands: FloatArray, seen: BoolArray) -> FloatArray:
    """Return bands (C, H, W) as networks see them: float32, `PERCENTILES` of what was seen at 0 and 1, the median where it was not."""
    if not seen.any():
        return np.full(bands.shape, MISSING, np.float32)
    low, high = (limit[:, None, None] for limit in stretch_limits([bands[:, seen][:, None]], PERCENTILES))
    return np.clip((filled(bands, seen) - low) / (high - low), 0.0, 1.0).astype(np.float32)
