"""One place of flood_db/hand left out at a time: what a student is worth where it has never been.

Nothing of the place is known: neither to the network nor to how its probabilities are used, which is chosen on the six other places by the
folds' networks that never saw the place either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ..datasets.chips import Chip
from ..datasets.water import PLACES, WaterData
from ..evaluation.heldout import HeldOut, Seen, load, predict_all, save
from .candidates import CHOICES, Choice
from .choosing import choose
from .ship import ship
from .supervised import train

FOLDS_SEED = 1
"""Of the folds by which the use of every seed's networks is chosen."""

Log = Callable[[str], None]


def train_places(data: WaterData, name: str, held: HeldOut, seeds: Sequence[int], output: Path, log: Log) -> HeldOut:
    """Train a shipped student's recipe once for each place and seed, without the place, and export it.

    Args:
        data: all sets.
        name: one of `CHOICES`.
        held: what the folds of its candidate held out.
        seeds: of the training.
        output: gets ``NAME/SEED/PLACE.onnx`` with its card, the 8-bit copy of both, and what the network says of the place; what lies
            there already is not trained again.
        log: told what is done.

    Returns:
        what the networks say of the places they never saw: by it the use of a network that learns from all of them is chosen.
    """
    chosen = CHOICES[name]
    chips: dict[str, Chip] = {}
    seen: Seen = {}
    for seed in seeds:
        for place in PLACES:
            path = output / name / str(seed) / f"{place}.onnx"
            said = path.with_suffix(".npz")
            held_out = {f"hand/{place}/{seed}": data.hand[place]}
            if not said.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                use = choose(held, chosen.use.scales, unseen=place)
                student = train(
                    data.groups(chosen.candidate.mixture, without_places=(place,)), replace(chosen.candidate.settings, seed=seed)
                )
                ship(student, Choice(chosen.candidate, use), data, seed, path, without=place)
                save(said, predict_all(student, held_out))
                log(f"{name} seed {seed} without {place}: threshold {use.threshold:g}, {use.calibration}")
            chips |= held_out
            seen |= load(said)
    return HeldOut(chips, seen)
