"""The ways to train the water student that were compared, and the one that was chosen (README.md has the table)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .augment import Augmentation
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


_GAIN = Augmentation(gain_db=3.0)
_BASE = Settings(steps=500, augmentation=_GAIN)
_MORE_SIMULATED = Mixture(dfc2024=0.4, porto_alegre=0.25, simulated=0.35)

CANDIDATES = {candidate.name: candidate for candidate in (Candidate("more-simulated", _BASE, _MORE_SIMULATED),)}

CHOICE = Choice(CANDIDATES["more-simulated"], scales=(1.0,), threshold=0.3, temperature=1.0)
