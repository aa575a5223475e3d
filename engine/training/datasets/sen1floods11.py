"""Sen1Floods11 (Bonafilia et al. 2020) for the cross-modal recipe, in its published layout, so that its owner can run the paper's protocol.

Below the folder: ``v1.1/data/flood_events/HandLabeled/{S1Hand,S2Hand,LabelHand}`` and ``v1.1/splits/flood_handlabeled``, whose lists
``flood_{train,valid,test,bolivia}_data.csv`` (252, 89, 90 and 15 chips) name an S1Hand and a LabelHand file on each line.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...contract.errors import InputError
from ...methods import thresholds
from ...methods.thresholds import otsu_threshold
from ...raster.arrays import BoolArray, ByteArray, FloatArray
from ...raster.optical import find_clouds
from .chips import UNKNOWN
from .dfc2024 import radar_place
from .images import read_bands, read_list
from .places_and_layers import OPTICAL_ARMS, CrossModalArm, Place, Split, TeacherLayers, as_target

CHIPS = Path("v1.1/data/flood_events/HandLabeled")
LISTS = Path("v1.1/splits/flood_handlabeled")
ENDING = "_S1Hand.tif"
REFLECTANCE = 10_000.0
"""The digital number of a reflectance of 1 at the top of the atmosphere."""
BANDS = ("B2", "B3", "B4", "B8", "B11", "B12")
"""What the teacher sees of the 13 bands of S2Hand, which are B1 to B8, B8A, B9 to B12."""
_INDICES = [1, 2, 3, 7, 11, 12]
CLOUD_BRIGHT, CLOUD_SATURATED = 0.2, 0.35
"""Of the cloud rule on blue, green and red reflectance, which true-colour pictures stretch about two and a half times."""


class Sen1Floods11:
    """The hand-labelled chips below a folder that holds ``v1.1``.

    Args:
        folder: of the set.
        validation: measure on the list ``valid``, to choose settings by, instead of on ``test`` and Bolivia.
    """

    name = "sen1floods11"
    arms = OPTICAL_ARMS
    shares: tuple[float, ...] = (0.1, 0.25, 1.0)
    bands, layers_vary = 2, False

    def __init__(self, folder: Path, validation: bool = False) -> None:
        self.folder = folder
        self.tests = ("valid",) if validation else ("test", "bolivia")

    def splits(self, share: float, seed: int) -> list[Split]:
        """Return the published split; of its training chips a share, drawn anew for each seed, is labelled.

        Raises:
            InputError: a list is missing, or names no chip.
        """
        train = self._names("train")
        tests = {test: self._names(test) for test in self.tests}
        if share >= 1.0:
            return [Split("", train, (), tests)]
        count = max(1, round(share * len(train)))
        drawn = {train[index] for index in np.random.default_rng(seed).permutation(len(train))[:count]}
        return [Split("", tuple(n for n in train if n in drawn), tuple(n for n in train if n not in drawn), tests)]

    def place(self, name: str) -> Place:
        """Read VV and VH (dB, NaN where not observed) and the hand label (-1 unknown, 0 dry, 1 water)."""
        image = self._read("S1Hand", name).astype(np.float32)
        label = self._read("LabelHand", name)[0]
        return radar_place(name, image, np.where(label < 0, UNKNOWN, label).astype(np.uint8))

    def teacher_layers(self, name: str) -> TeacherLayers:
        """Read six optical bands as reflectance; seen is what holds values and is not cloudy."""
        numbers = self._read("S2Hand", name)[_INDICES]
        layers = np.clip(numbers.astype(np.float32) / np.float32(REFLECTANCE), 0.0, 1.0)
        return TeacherLayers(layers, (numbers > 0).all(axis=0) & ~find_clouds(layers[:3], CLOUD_BRIGHT, CLOUD_SATURATED))

    def weak(self, arm: CrossModalArm, name: str) -> ByteArray:
        """Return water by MNDWI, (B3 - B11) / (B3 + B11), or by the radar, each split by Otsu per chip."""
        place = self.place(name)
        if arm is CrossModalArm.WEAK_OPTICAL:
            layers = self.teacher_layers(name)
            return as_target(_wet(layers.bands[1], layers.bands[4]), layers.seen)
        image = np.where(place.observed, self._read("S1Hand", name), np.nan).astype(np.float32)
        method, _ = thresholds.fit("otsu", [image])
        return as_target(method.predict(image) > 0, place.observed)

    def _names(self, split: str) -> tuple[str, ...]:
        path = self.folder / LISTS / f"flood_{split}_data.csv"
        files = [line[0].strip() for line in read_list(path)]
        if not files or not all(file.endswith(ENDING) for file in files):
            raise InputError(f"{path} does not list chips.", f"Each line begins with a file NAME{ENDING}.", "Check the file.")
        return tuple(file[: -len(ENDING)] for file in files)

    def _read(self, layer: str, name: str) -> npt.NDArray[Any]:
        return read_bands(self.folder / CHIPS / layer / f"{name}_{layer}.tif")


def _wet(green: FloatArray, infrared: FloatArray) -> BoolArray:
    index = (green - infrared) / np.maximum(green + infrared, 1e-4)
    return index > otsu_threshold(index) if np.ptp(index) > 0 else np.zeros(index.shape, np.bool_)
