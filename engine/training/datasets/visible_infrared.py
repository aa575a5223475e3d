"""The sets of visible and thermal pictures that CSK-Net's field compares on, in their published layout, for the CSK recipe.

Their labels have several classes; this recipe knows two: one class against the rest. The thermal picture is the one that is always there.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...contract.errors import InputError
from .change_data import images
from .chips import UNKNOWN, ByteArray, FloatArray
from .images import read_bands, read_list
from .places_and_layers import Place, Richer, Split
from .two_sensors import stretched

EVERY = 5
"""To choose settings by, one training picture of PST900 in so many is held out, for it has no list of its own."""


class Mfnet:
    """MFNet (Ha et al. 2017): ``images`` (PNG, red, green, blue, thermal), ``labels`` (PNG), ``train.txt``, ``val.txt``, ``test.txt``.

    Args:
        folder: of the set.
        positive: number of the class that is looked for.
        choose: measure on ``val.txt``, to choose settings by.
    """

    bands = (1, 3)

    def __init__(self, folder: Path, positive: int, choose: bool = False) -> None:
        self.name = f"mfnet, class {positive}"
        self._folder, self._positive, self._test = folder, positive, "val" if choose else "test"

    def splits(self) -> list[Split]:
        """Return the published split."""
        return [Split("", self._names("train"), (), {self._test: self._names(self._test)})]

    def place(self, name: str) -> Place:
        """Read the thermal band and the labels."""
        return _place(name, self._bands(name)[3:], _bands(self._folder / "labels" / f"{name}.png", 1)[0], self._positive)

    def richer(self, name: str) -> Richer:
        """Read the visible bands."""
        return _richer(self._bands(name)[:3])

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

    def place(self, name: str) -> Place:
        """Read the thermal band and the labels."""
        return _place(name, _bands(self._path(name, "thermal"), 1), _bands(self._path(name, "labels"), 1)[0], self._positive)

    def richer(self, name: str) -> Richer:
        """Read the visible bands."""
        return _richer(_bands(self._path(name, "rgb"), 3))

    def _path(self, name: str, layer: str) -> Path:
        part, _, file = name.partition("/")
        return self._folder / part / layer / f"{file}.png"


def _place(name: str, thermal: FloatArray, classes: FloatArray, positive: int) -> Place:
    everywhere = np.ones(classes.shape, np.bool_)
    label: ByteArray = np.where(classes == UNKNOWN, np.uint8(UNKNOWN), (classes == positive).astype(np.uint8))
    return Place(name, stretched(thermal, everywhere), everywhere, label, label)


def _richer(visible: FloatArray) -> Richer:
    everywhere = np.ones(visible.shape[1:], np.bool_)
    return Richer(stretched(visible, everywhere), everywhere)


def _bands(path: Path, bands: int) -> FloatArray:
    image = read_bands(path)
    if len(image) < bands:
        raise InputError(f"{path} has {len(image)} bands.", f"{bands} are needed.", "Check the set's layout.")
    return image[:bands].astype(np.float32)
