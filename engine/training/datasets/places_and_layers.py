"""What the cross-modal recipe asks of a data set: places with radar and labels, richer layers apart, and who learns from what.

Radar and richer layers are read by different methods, so that a student can be trained and measured where the richer ones are not on disk.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ...contract.errors import InputError
from .chips import ByteArray, FloatArray

BoolArray = npt.NDArray[np.bool_]

SURE = 254
"""A target of this value is water for certain, 0 is dry for certain."""
UNTRUSTED = 255
"""A target that the distillation loss leaves out: the teacher's input was cloudy or missing there, or there is no target."""


class Arm(str, Enum):
    """The networks that are compared. All but the teacher are the same student, with the same steps and seeds."""

    HAND = "hand"
    WEAK_OPTICAL = "hand + weak optical"
    WEAK_RADAR = "hand + weak radar"
    TEACHER_HARD = "hand + teacher, hard"
    TEACHER_SOFT = "hand + teacher, soft"
    SELF_DISTILLATION = "hand + self-distillation"
    PUBLISHED_WEAK = "hand + published weak masks"
    TEACHER = "teacher"
    RADAR_TEACHER = "radar-only teacher"


@dataclass(frozen=True)
class Place:
    """One image.

    Attributes:
        name: unique in its set.
        radar: what the student sees, float32 (B, H, W), scaled to about 0 to 1, without NaN.
        observed: bool (H, W): where the radar saw anything.
        label: uint8 (H, W): 0 dry, 1 water, 255 unknown; what is measured.
        taught: the same for what is learned, where a set's labels are not all to be learned from.
    """

    name: str
    radar: FloatArray
    observed: BoolArray
    label: ByteArray
    taught: ByteArray


@dataclass(frozen=True)
class Richer:
    """What only the teacher sees: `layers` float32 (L, H, W), about 0 to 1, and where they were `seen` (no cloud, not missing)."""

    layers: FloatArray
    seen: BoolArray


@dataclass(frozen=True)
class Split:
    """Who learns from what, by names of places.

    Attributes:
        name: of the fold, or empty.
        labelled: their labels are learned by teacher and student.
        unlabelled: their labels are not looked at; the teacher's richer layers are there.
        radar_only: neither labels nor richer layers.
        tests: what is measured, by the name of the test set.
    """

    name: str
    labelled: tuple[str, ...]
    unlabelled: tuple[str, ...]
    tests: Mapping[str, tuple[str, ...]]
    radar_only: tuple[str, ...] = ()


class Places(Protocol):
    """Places of a data set, by name."""

    name: str
    """Of the set."""

    def place(self, name: str) -> Place:
        """Read radar and label. Opens no richer layer."""

    def richer(self, name: str) -> Richer:
        """Read the richer layers."""


class Setting(Places, Protocol):
    """A data set with the arms that it allows."""

    arms: tuple[Arm, ...]
    shares: tuple[float, ...]
    """Shares of the labels that are looked at, 0 to 1."""
    bands: int
    layers_vary: bool
    """Whether the layers' brightness is as arbitrary as the radar's, so that crops of them are made brighter and darker as well."""

    def splits(self, share: float, seed: int) -> list[Split]:
        """Return the folds, or the one split."""

    def weak(self, arm: Arm, name: str) -> ByteArray | None:
        """Return the weak label of an arm as a target, uint8 (H, W), or None where there is none."""


class ReadOnce:
    """Places that are read once."""

    def __init__(self, places: Places) -> None:
        self.name = places.name
        self._source = places
        self._places: dict[str, Place] = {}
        self._richer: dict[str, Richer] = {}

    def place(self, name: str) -> Place:
        """Return radar and label."""
        if name not in self._places:
            self._places[name] = self._source.place(name)
        return self._places[name]

    def richer(self, name: str) -> Richer:
        """Return the richer layers."""
        if name not in self._richer:
            self._richer[name] = self._source.richer(name)
        return self._richer[name]


class Remembered(ReadOnce):
    """A setting whose places and layers are read once."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.arms, self.shares = setting.arms, setting.shares
        self.bands, self.layers_vary = setting.bands, setting.layers_vary
        self.splits, self.weak = setting.splits, setting.weak


def as_target(water: npt.NDArray[np.bool_] | FloatArray, trusted: BoolArray) -> ByteArray:
    """Return a mask, or a probability of 0 to 1, as a target: 0 to `SURE`, `UNTRUSTED` where it is not to be trusted."""
    scaled = np.round(np.clip(water.astype(np.float32), 0.0, 1.0) * SURE).astype(np.uint8)
    return np.where(trusted, scaled, np.uint8(UNTRUSTED))


def hardened(target: ByteArray) -> ByteArray:
    """Return a soft target as a hard one: the class that is likelier."""
    return as_target(target > SURE // 2, target != UNTRUSTED)


def write_targets(path: Path, targets: Mapping[str, ByteArray]) -> None:
    """Write targets by place into one file; it appears when it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name("unfinished.npz")
    np.savez_compressed(unfinished, allow_pickle=False, **targets)
    unfinished.replace(path)


def read_targets(path: Path) -> dict[str, ByteArray]:
    """Read what `write_targets` wrote.

    Raises:
        InputError: the file is missing or spoilt.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise InputError(
            f"The soft labels in {path} cannot be read: {error}.", "The teacher writes them.", "Delete the folder and train again."
        ) from error
