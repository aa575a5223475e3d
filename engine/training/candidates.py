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


_SETTINGS = Settings(steps=600, augmentation=Augmentation(gain_db=1.0), bfloat16=True)


def _candidate(name: str, levels: int, steps: int = 600, stem: int = 4) -> Candidate:
    shape = Shape(stem=stem, width=32, levels=levels)
    # Four times the pixels on the first level of stem 2: smaller crops keep the time of a step.
    crop = 192 if stem == 4 else 128
    return Candidate(name, replace(_SETTINGS, shape=shape, steps=steps, crop=crop))


CANDIDATES = {
    candidate.name: candidate
    for candidate in (
        _candidate("x4-0-short", levels=0, steps=300),
        _candidate("x4-0", levels=0),
        _candidate("x4-1-short", levels=1, steps=300),
        _candidate("x4-1", levels=1),
        _candidate("x4-2", levels=2),
        _candidate("x2-0", levels=0, stem=2),
    )
}
"""By name: the stem, the levels below its grid, and whether they were trained for half as long."""

CHOICES = {
    "water": Choice(CANDIDATES["x4-0"], Use((1.0,), Calibration(1.211, 0.447), 0.48)),
    "water-fine": Choice(CANDIDATES["x2-0"], Use((1.0,), Calibration(1.36, -0.153), 0.42)),
}
"""By the name under which a student is shipped."""
