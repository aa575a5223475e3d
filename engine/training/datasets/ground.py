"""The chips of ground for the cross-modal recipe, in dB: labels that Sentinel-2 gave teach a student that sees radar alone.

No Sentinel-2 image lies beside a chip, so the teacher sees radar too: it is larger, and learns the same labels. What Sentinel-2
would teach in full is the arm with weak optical labels: those of the chips whose labels the others do not look at.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from ...contract.errors import InputError
from ...raster.arrays import ByteArray
from .chips import UNKNOWN, read_ground
from .dfc2024 import decibels, radar_place, water_by_otsu
from .places_and_layers import OPTICAL_ARMS, CrossModalArm, Place, Split, TeacherLayers, as_target
from .water import FOLDS, HIDDEN, OPEN, taught

NEIGHBOURS = {"ben_20170617_29UPU_4_55": "ben1db_392539"}
"""Chips without a label, and the labelled one less than 70 km away: they are held out together."""


class Ground:
    """The set in its folder.

    Raises:
        InputError: a chip that is missing or cannot be read.
    """

    name = "ground"
    arms = OPTICAL_ARMS
    shares: tuple[float, ...] = (0.5, 1.0)
    bands, layers_vary = 2, False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.chips = {chip.name.split("/")[-1]: chip for chip in read_ground(folder)}
        names = sorted(path.stem for path in folder.glob("*.tif") if not path.stem.endswith("_label"))
        self.unlabelled = tuple(name for name in names if name not in self.chips)

    def splits(self, share: float, seed: int) -> list[Split]:
        """Return one split for each fold of the water student that is tested.

        Of the other chips a share, drawn anew for each seed from those with water and from those without, is labelled.

        Raises:
            InputError: a fold of which the folder holds no chip.
        """
        splits = []
        rng = np.random.default_rng(seed)
        for number, fold in enumerate(FOLDS):
            tested = tuple(name for name in self.chips if f"ground/{name}" in fold)
            if not tested:
                raise InputError(
                    f"{self.folder} holds no chip of fold {number + 1}.", "Every fold is tested.", "Check the folder given with --data."
                )
            learned = [name for name in self.chips if name not in tested]
            wet = [name for name in learned if (self.chips[name].label == 1).any()]
            dry = [name for name in learned if name not in wet]
            labelled = {group[one] for group in (wet, dry) for one in rng.permutation(len(group))[: round(share * len(group))]}
            others = (*(name for name in learned if name not in labelled), *self.unlabelled)
            unlabelled = tuple(name for name in others if NEIGHBOURS.get(name) not in tested)
            splits.append(Split(f"fold-{number + 1}", tuple(sorted(labelled)), unlabelled, {"folds": tested}))
        return splits

    def place(self, name: str) -> Place:
        """Return a chip. Its labels are measured; learned is of them what the water student is taught, the two kinds of water as one."""
        image = decibels(self.folder / f"{name}.tif")
        if name not in self.chips:
            return radar_place(name, image, np.full(image.shape[1:], UNKNOWN, np.uint8))
        learned = taught(self.chips[name])
        learned[learned == HIDDEN] = OPEN
        return replace(radar_place(name, image, self.chips[name].label), taught=learned)

    def teacher_layers(self, name: str) -> TeacherLayers:
        """Return no layers: the teacher sees what the student sees."""
        radar = self.place(name).radar
        return TeacherLayers(radar[:0], np.ones(radar.shape[1:], np.bool_))

    def weak(self, arm: CrossModalArm, name: str) -> ByteArray | None:
        """Return a chip's water by Otsu's threshold on the radar, or the label that came from Sentinel-2, None where there is none."""
        if arm is CrossModalArm.WEAK_RADAR:
            return water_by_otsu(decibels(self.folder / f"{name}.tif"))
        learned = self.place(name).taught
        return as_target(learned == OPEN, learned != UNKNOWN) if name in self.chips else None
