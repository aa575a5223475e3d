"""The ways to train the water student that were compared, and the one that was chosen (README.md has the table)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .augment import Augmentation
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
    """What is shipped: a candidate, and how its probabilities are used.

    Attributes:
        scales: of multiscale inference.
        threshold: probability from which a pixel is water.
        temperature: by which logits are divided, fitted on the folds.
    """

    candidate: Candidate
    scales: tuple[float, ...]
    threshold: float
    temperature: float


_AUGMENTATION = Augmentation(gain_db=3.0)
_SETTINGS = Settings(shape=Shape(stem=4, width=32, levels=2), steps=1000, augmentation=_AUGMENTATION, bfloat16=True)

CANDIDATES = {
    candidate.name: candidate
    for candidate in (
        Candidate("x4-w32", _SETTINGS),
        # Each of these changes one thing.
        Candidate("x2-w16", replace(_SETTINGS, shape=Shape(stem=2, width=16, levels=3))),
        Candidate("x4-w48", replace(_SETTINGS, shape=Shape(stem=4, width=48, levels=2))),
        Candidate("x4-w16", replace(_SETTINGS, shape=Shape(stem=4, width=16, levels=2))),
        Candidate("500-steps", replace(_SETTINGS, steps=500)),
        Candidate("2000-steps", replace(_SETTINGS, steps=2000)),
        Candidate("gain-1-dB", replace(_SETTINGS, augmentation=replace(_AUGMENTATION, gain_db=1.0))),
        Candidate("high-floor", replace(_SETTINGS, augmentation=replace(_AUGMENTATION, floor=0.6, highest_floor_db=-18.0))),
        Candidate("contrast", replace(_SETTINGS, augmentation=replace(_AUGMENTATION, contrast=0.5))),
        Candidate("no-lakes", replace(_SETTINGS, augmentation=replace(_AUGMENTATION, lake=0.0))),
        Candidate("no-dice", replace(_SETTINGS, dice=0.0)),
        Candidate("doubt", _SETTINGS, Mixture(doubt_db=2.0)),
        Candidate("trusting", _SETTINGS, Mixture(trusting=True)),
        Candidate("no-porto-alegre", _SETTINGS, Mixture(porto_alegre=0.0)),
        Candidate("windy", _SETTINGS, Mixture(windy=0.1)),
    )
}

CHOICE = Choice(CANDIDATES["x4-w32"], scales=(1.0,), threshold=0.19, temperature=1.57)
