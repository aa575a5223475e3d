"""What the CSK recipe learns from: two sensors on one ground, stretched as the engine stretches users' images.

The bands of OMBRIA's optical pictures are unnamed. That they are short-wave infrared, near infrared and visible is an inference: where
the third band is dark, the second is often bright and the first is not (plants), and over water the first two fall, the first one most.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np

from ...raster.radiometry import stretch_limits
from .chips import FloatArray
from .ombria import Ombria, seen_on
from .places_and_layers import BoolArray, Place, Places, ReadOnce, Richer, Split

PERCENTILES = (2.0, 98.0)
"""What becomes 0 and 1, of each band and date by itself, over what was seen of it."""
DATES = ("after", "before")


class Sensors(Places, Protocol):
    """A set of two sensors; `Place.radar` is the one that is always there, `Richer.layers` the other."""

    bands: tuple[int, int]
    """Of each."""

    def splits(self) -> list[Split]:
        """Return the folds, or the one split."""


class Kept(ReadOnce):
    """A set of two sensors whose images are read once."""

    def __init__(self, sensors: Sensors) -> None:
        super().__init__(sensors)
        self.splits, self.bands = sensors.splits, sensors.bands


class FloodSensors:
    """OMBRIA: radar float32 (2, H, W), after and before; optical float32 (6, H, W), three bands after and three before.

    Args:
        folder: of the set.
        folds: measure on blocks of ``train`` that are held out in turn instead of on ``val``, to choose settings by.

    Raises:
        InputError: the list of scene blocks is missing or has other columns.
    """

    name, bands = "ombria", (2, 6)

    def __init__(self, folder: Path, folds: bool = False) -> None:
        self._set = Ombria(folder, folds)

    def splits(self) -> list[Split]:
        """Return ``val`` as the test of one split, or the folds of ``train``."""
        return self._set.splits(1.0, 0)

    def place(self, name: str) -> Place:
        """Read both radar dates and the mask."""
        dates = np.concatenate([self._set.bands_of(name, f"s1_{date}", "png")[:1] for date in DATES])
        mask = self._set.bands_of(name, "mask", "png")[0]
        everywhere = np.ones(mask.shape, np.bool_)
        return Place(name, stretched(dates.astype(np.float32), everywhere), everywhere, mask, mask)

    def richer(self, name: str) -> Richer:
        """Read both optical dates; seen is what neither shows cloudy or black (missing)."""
        dates = [self._set.bands_of(name, f"s2_{date}", "jpg")[:3].astype(np.float32) for date in DATES]
        seen = [seen_on(bands / np.float32(255.0)) for bands in dates]
        layers = [stretched(bands, clear) for bands, clear in zip(dates, seen, strict=True)]
        return Richer(np.concatenate(layers), np.logical_and.reduce(seen))


def stretched(bands: FloatArray, seen: BoolArray) -> FloatArray:
    """Return bands (C, H, W) as networks see them: float32, `PERCENTILES` of what was seen at 0 and 1, the median where it was not."""
    if not seen.any():
        return np.full(bands.shape, 0.5, np.float32)
    low, high = (limit[:, None, None] for limit in stretch_limits([bands[:, seen][:, None]], PERCENTILES))
    filled = np.where(seen, bands, np.median(bands[:, seen], axis=1)[:, None, None])
    return np.clip((filled - low) / (high - low), 0.0, 1.0).astype(np.float32)
