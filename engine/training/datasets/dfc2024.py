"""The chips of flood_db/dfc2024 for the cross-modal recipe, in dB: the teacher's layers are elevation, land cover and water history.

One fold is tested, the next one is labelled, the third one is unlabelled but has the teacher's layers.
Porto Alegre and the chips that have radar alone are there for self-distillation.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import numpy as np
from scipy import ndimage

from ...methods import thresholds
from ...raster.arrays import BoolArray, ByteArray, FloatArray
from ..networks.student import HIGHEST_DB, LOWEST_DB
from .chips import UNKNOWN, read_flood_db, read_porto_alegre, without_disagreement
from .images import read_bands
from .places_and_layers import CrossModalArm, Place, Split, TeacherLayers, as_target

FOLDS = (("0", "2", "4", "6"), ("1", "3", "7"), ("5", "8", "9", "10"))
"""Chips that are tested together; the one that is all water and the two dry ones are spread."""
PORTO_ALEGRE = ("before", "after")
RADAR_CHIPS = ("Ghana_187318", "India_207862", "Sri-Lanka_579082")
"""Chips with radar alone that lie in no region of flood_db/hand."""

LAND_COVER = (10, 40, 50, 80, 90)
"""Classes of ESA WorldCover that say something about water: trees, cropland, built-up, permanent water, wetland."""
REACH, HIGHEST = 61, 30.0
"""Relief is the height above the lowest ground within this many pixels (10 m each), at most this many metres."""


class Dfc2024:
    """The set below the folder that holds ``flood_db``, ``porto_alegre`` and ``sen1floods11_sample``.

    Raises:
        InputError: a chip that is missing or cannot be read.
    """

    name = "dfc2024"
    arms: tuple[CrossModalArm, ...] = (
        CrossModalArm.HAND,
        CrossModalArm.WEAK_RADAR,
        CrossModalArm.TEACHER_HARD,
        CrossModalArm.TEACHER_SOFT,
        CrossModalArm.TEACHER,
        CrossModalArm.PUBLISHED_WEAK,
        CrossModalArm.SELF_DISTILLATION,
        CrossModalArm.RADAR_TEACHER,
    )
    shares: tuple[float, ...] = (0.5,)
    bands, layers_vary = 2, False

    def __init__(self, data: Path) -> None:
        self.data = data
        self.chips = {chip.name.split("/")[-1]: chip for chip in read_flood_db(data / "flood_db" / "dfc2024")}

    def splits(self, share: float, seed: int) -> list[Split]:  # noqa: ARG002 - the folds are the same for every seed
        """Return one split for each fold that is tested."""
        splits = []
        for number, tested in enumerate(FOLDS):
            labelled, unlabelled = (FOLDS[(number + step) % len(FOLDS)] for step in (1, 2))
            splits.append(Split(f"fold-{number + 1}", labelled, unlabelled, {"folds": tested}, (*PORTO_ALEGRE, *RADAR_CHIPS)))
        return splits

    def place(self, name: str) -> Place:
        """Return a chip; its labels that the radar plainly contradicts are not learned, but measured. Elsewhere there is radar alone."""
        if name in self.chips:
            chip = self.chips[name]
            return Place(name, scaled(chip.image), np.ones(chip.label.shape, np.bool_), chip.label, without_disagreement(chip).label)
        if name in PORTO_ALEGRE:
            image = decibels(self.data / "porto_alegre" / f"s1_{name}.tif")
        else:
            image = read_bands(self.data / "sen1floods11_sample" / "unlabelled" / f"{name}_S1Hand.tif").astype(np.float32)
        return radar_place(name, image, np.full(image.shape[1:], UNKNOWN, np.uint8))

    def teacher_layers(self, name: str) -> TeacherLayers:
        """Return relief twice, land cover and water occurrence. A missing layer is zero and said so by a flag of its own."""
        merit, copernicus, cover, occurrence = read_bands(self.data / "flood_db" / "dfc2024" / f"{name}_aux.tif").astype(np.float32)
        flags = [np.full(merit.shape, float(there), np.float32) for there in ((merit > -9000).any(), (cover > 0).any())]
        layers = [_relief(copernicus), _relief(merit), *flags, *(cover == code for code in LAND_COVER), np.clip(occurrence / 100, 0, 1)]
        return TeacherLayers(np.stack(layers).astype(np.float32), np.ones(merit.shape, np.bool_))

    def weak(self, arm: CrossModalArm, name: str) -> ByteArray | None:
        """Return a chip's water by Otsu's threshold on the radar, or the published weak mask of Porto Alegre."""
        if arm is CrossModalArm.WEAK_RADAR:
            return water_by_otsu(self.chips[name].image)
        mask = self._masks.get(name)
        return None if mask is None else as_target(mask == 1, mask != UNKNOWN)

    @cached_property
    def _masks(self) -> dict[str, ByteArray]:
        return {chip.name.split("/")[-1]: chip.label for chip in read_porto_alegre(self.data / "porto_alegre")}


def scaled(image_db: FloatArray) -> FloatArray:
    """Return dB in the norm ``fixed_db``: float32, 0 to 1."""
    return ((np.clip(image_db, LOWEST_DB, HIGHEST_DB) - LOWEST_DB) / (HIGHEST_DB - LOWEST_DB)).astype(np.float32)


def decibels(path: Path) -> FloatArray:
    """Read an image of int16 hundredths of a dB as float32 (C, H, W) in dB, NaN where not observed."""
    hundredths = read_bands(path)
    return np.where(hundredths > -32768, hundredths / np.float32(100.0), np.float32(np.nan)).astype(np.float32)


def radar_place(name: str, image_db: FloatArray, label: ByteArray) -> Place:
    """Return a place of an image float32 (2, H, W) in dB: NaN becomes each band's median, unknown and not observed."""
    observed: BoolArray = np.logical_and(*np.isfinite(image_db))
    image = image_db.copy()
    image[:, ~observed] = np.median(image_db[:, observed], axis=1)[:, None] if observed.any() else LOWEST_DB
    label = np.where(observed, label, np.uint8(UNKNOWN))
    return Place(name, scaled(image), observed, label, label)


def water_by_otsu(image_db: FloatArray) -> ByteArray:
    """Return water by Otsu's threshold on an image float32 (2, H, W) in dB, as a target."""
    method, _ = thresholds.fit("otsu", [image_db])
    water: BoolArray = method.predict(image_db).astype(np.bool_)
    return as_target(water, np.ones(water.shape, np.bool_))


def _relief(height: FloatArray) -> FloatArray:
    missing = height < -9000
    if missing.all():
        return np.zeros_like(height)
    filled = np.where(missing, height[~missing].max(), height)
    return np.clip((filled - ndimage.minimum_filter(filled, REACH)) / HIGHEST, 0, 1).astype(np.float32)
