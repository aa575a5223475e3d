"""Data sets of the cross-modal recipe: places with radar and labels, the teacher's layers apart, and who learns from what.

Radar and the teacher's layers are read by different methods, so that a student can be trained and measured where the layers are not on
disk.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeVar

import numpy as np

from ...raster.arrays import BoolArray, ByteArray, FloatArray

SURE = 254
"""A target of this value is water for certain, 0 is dry for certain."""
UNTRUSTED = 255
"""A target that the distillation loss leaves out: the teacher's input was cloudy or missing there, or there is no target."""


class CrossModalArm(str, Enum):
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


OPTICAL_ARMS: tuple[CrossModalArm, ...] = (
    CrossModalArm.HAND,
    CrossModalArm.WEAK_RADAR,
    CrossModalArm.WEAK_OPTICAL,
    CrossModalArm.TEACHER_HARD,
    CrossModalArm.TEACHER_SOFT,
    CrossModalArm.TEACHER,
)
"""The networks of a set whose teacher sees optical images: weak labels can be made of radar and of those."""


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
class TeacherLayers:
    """Layers that only the teacher sees: `bands` float32 (L, H, W), about 0 to 1, and where they were `seen` (no cloud, not missing)."""

    bands: FloatArray
    seen: BoolArray


@dataclass(frozen=True)
class Split:
    """The places that teacher and student learn from and are measured on, by name.

    Attributes:
        name: of the fold, or empty.
        labelled: their labels are learned by teacher and student.
        unlabelled: their labels are not looked at; the teacher's layers are there.
        radar_only: neither labels nor the teacher's layers.
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
        """Read radar and label. Opens none of the teacher's layers."""

    def teacher_layers(self, name: str) -> TeacherLayers:
        """Read what only the teacher sees."""


class CrossModalSet(Places, Protocol):
    """A data set with the arms that it allows."""

    arms: tuple[CrossModalArm, ...]
    shares: tuple[float, ...]
    """Shares of the labels that are looked at, 0 to 1."""
    bands: int
    layers_vary: bool
    """Whether the layers' brightness is as arbitrary as the radar's, so that crops of them are made brighter and darker as well."""

    def splits(self, share: float, seed: int) -> list[Split]:
        """Return the folds, or the one split."""

    def weak(self, arm: CrossModalArm, name: str) -> ByteArray | None:
        """Return the weak label of an arm as a target, uint8 (H, W), or None where there is none."""


AnyPlaces = TypeVar("AnyPlaces", bound=Places)


def read_once(places: AnyPlaces) -> AnyPlaces:
    """Make a set keep what it has read of each place; return it."""
    for method in ("place", "teacher_layers"):
        setattr(places, method, functools.cache(getattr(places, method)))
    return places


def as_target(water: BoolArray | FloatArray, trusted: BoolArray) -> ByteArray:
    """Return a mask, or a probability of 0 to 1, as a target: 0 to `SURE`, `UNTRUSTED` where it is not to be trusted."""
    scaled = np.round(np.clip(water.astype(np.float32), 0.0, 1.0) * SURE).astype(np.uint8)
    return np.where(trusted, scaled, np.uint8(UNTRUSTED))


def hardened(target: ByteArray) -> ByteArray:
    """Return a soft target as a hard one: the class that is likelier."""
    return as_target(target > SURE // 2, target != UNTRUSTED)
