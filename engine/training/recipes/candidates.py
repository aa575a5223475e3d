"""The ways to train the water student that were compared, and the ones that were chosen (docs/recipes/water.md has the table)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..datasets.water import Mixture
from ..networks.student import Shape
from ..sampling.augment import Augmentation
from .choosing import Calibration, Use
from .supervised import Settings


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


_SETTINGS = Settings(bfloat16=True)
_STEADY = Augmentation(gain_db=0.3, floor=0.1, ramp=0.1)


def _candidate(name: str, levels: int, steps: int, stem: int = 4, augmentation: Augmentation | None = None) -> Candidate:
    shape = Shape(stem=stem, width=32, levels=levels)
    # Four times the pixels on the first level of stem 2: smaller crops keep the time of a step.
    crop = 192 if stem == 4 else 128
    settings = replace(_SETTINGS, shape=shape, steps=steps, crop=crop, augmentation=augmentation or Augmentation())
    return Candidate(name, settings)


CANDIDATES = {
    candidate.name: candidate
    for candidate in (
        _candidate("x4-2-steady", levels=2, steps=600, augmentation=_STEADY),
        _candidate("x4-0-steady", levels=0, steps=300, augmentation=_STEADY),
        _candidate("x4-0-short", levels=0, steps=300),
        _candidate("x4-1-short", levels=1, steps=300),
        _candidate("x4-0", levels=0, steps=600),
        _candidate("x4-2", levels=2, steps=600),
        _candidate("x2-0-steady", levels=0, steps=300, stem=2, augmentation=_STEADY),
        _candidate("x2-0", levels=0, steps=600, stem=2),
    )
}
"""By name: the stem, the levels below its grid; ``short``: half as many steps; ``steady``: the level of crops hardly varied."""

CHOICES = {
    "water": Choice(CANDIDATES["x4-2-steady"], Use((1.0,), Calibration(1.227, 0.514), 0.41)),
    "water-fine": Choice(CANDIDATES["x2-0"], Use((1.0,), Calibration(1.132, 0.466), 0.45)),
}
"""By the name under which a student is shipped."""
