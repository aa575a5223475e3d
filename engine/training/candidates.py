"""The ways to train the water student that were compared, and the ones that were chosen (README.md has the table)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .augment import Augmentation
from .choosing import Calibration, Use
from .networks.student import Shape
from .supervised import Settings
from .water import Mixture


@dataclass(frozen=True)
class Candidate:
    """A way to train the student: one row of the table."""

    name: str
    settings: Settings = field(default_factory=Settings)
    mixture: Mixture = field(default_factory=Mixture)


@dataclass(frozen=True)
class Choice:
    """What is shipped: a candidate, and how its probabilities are used."""

    candidate: Candidate
    use: Use


_SETTINGS = Settings(shape=Shape(stem=4, width=32, levels=2), steps=600, augmentation=Augmentation(gain_db=1.0), bfloat16=True)

CANDIDATES = {
    candidate.name: candidate
    for candidate in (
        Candidate("x4", _SETTINGS),
        # Four times the pixels on its first level: smaller crops keep the time of a step.
        Candidate("x2", replace(_SETTINGS, shape=Shape(stem=2, width=16, levels=3), crop=128, batch=16)),
        Candidate("wide-gain", replace(_SETTINGS, augmentation=Augmentation(gain_db=3.0))),
    )
}

CHOICES = {
    "water": Choice(CANDIDATES["x4"], Use((1.0,), Calibration(1.211, 0.447), 0.48)),
    "water-fine": Choice(CANDIDATES["x2"], Use((1.0,), Calibration(1.36, -0.153), 0.42)),
}
"""By the name under which a student is shipped."""
