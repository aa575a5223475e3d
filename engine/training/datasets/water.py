"""The sets of the water student, the folds it is chosen on, and the simulated scenes."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ...contract.errors import InputError
from ...simulation.files import SceneSpec, rows
from .chips import UNKNOWN, Chip, ChipGroup, read_flood_db, read_porto_alegre, without_disagreement

FOLDS = (("0", "2", "4", "6"), ("1", "3", "7"), ("5", "8", "9", "10"))
"""Chips of flood_db/dfc2024 that are held out together; the one that is all water and the two dry ones are spread."""
ALL_WATER, DRY = ("0",), ("7", "8")

PLACES = ("bolivia", "mekong", "nigeria", "pakistan", "paraguay", "spain", "usa")
PAIRS = tuple(itertools.combinations(PLACES, 2))
"""Places of flood_db/hand that are held out together. The six networks that never saw a place each hold out another place as well: on
these six they tell how to use a network at the first."""

TRAIN_SEEDS, TEST_SEEDS = range(100, 124), range(900, 920)
"""Seeds of the simulated scenes; the even ones hold water, the odd ones are dry."""
CALM_WIND = (1.5, 4.0)
"""m/s, from and to: open water at about VV -26 to -19 dB."""
SIMULATED_SIDE = 512


@dataclass(frozen=True)
class Mixture:
    """Shares of the sets in training, any positive numbers; 0 leaves a set out."""

    hand: float = 0.4
    dfc2024: float = 0.3
    porto_alegre: float = 0.15
    simulated: float = 0.15


@dataclass(frozen=True)
class WaterData:
    """Chips of flood_db/hand by place and of dfc2024 by number, both dates of porto_alegre, simulated scenes to train and to test on."""

    hand: dict[str, Chip]
    dfc2024: dict[str, Chip]
    porto_alegre: list[Chip]
    simulated: list[Chip]
    simulated_test: list[Chip]

    def groups(self, mixture: Mixture, without_chips: Collection[str] = (), without_places: Collection[str] = ()) -> list[ChipGroup]:
        """Return what to train on when some chips of dfc2024 or some places of hand are held out.

        Labels of dfc2024 and porto_alegre are unknown where radar contradicts them; those of hand are all learned: they say how much of the
        water that radar hardly sees is there, which is what a probability is made of.
        """
        chips = [without_disagreement(chip) for name, chip in self.dfc2024.items() if name not in without_chips]
        places = [chip for place, chip in self.hand.items() if place not in without_places]
        return [
            ChipGroup(chips, mixture.dfc2024),
            ChipGroup(self.porto_alegre, mixture.porto_alegre),
            ChipGroup(self.simulated, mixture.simulated),
            ChipGroup(places, mixture.hand),
        ]


def read_water_data(data: Path) -> WaterData:
    """Read all training sets from the folder that holds ``flood_db`` and ``porto_alegre``.

    Raises:
        InputError: a set or a place that is missing or cannot be read.
    """
    hand = _by_name(data / "flood_db" / "hand")
    missing = [place for place in PLACES if place not in hand]
    if missing:
        raise InputError(
            f"flood_db/hand lacks {', '.join(missing)}.", f"The places are {', '.join(PLACES)}.", "Check the folder given with --data."
        )
    return WaterData(
        hand,
        _by_name(data / "flood_db" / "dfc2024"),
        read_porto_alegre(data / "porto_alegre"),
        [simulated_chip(seed) for seed in TRAIN_SEEDS],
        [simulated_chip(seed) for seed in TEST_SEEDS],
    )


def _by_name(folder: Path) -> dict[str, Chip]:
    return {chip.name.split("/")[-1]: chip for chip in read_flood_db(folder)}


def simulated_chip(seed: int, side: int = SIMULATED_SIDE) -> Chip:
    """Simulate a square scene: flooded land in a light wind where the seed is even, land without any water where it is odd."""
    rng = np.random.default_rng(seed)
    spec = SceneSpec(
        side,
        side,
        seed=seed,
        flood=float(rng.uniform(0.2, 0.9)),
        water=seed % 2 == 0,
        wind=float(rng.uniform(*CALM_WIND)),
        looks=float(rng.uniform(3.5, 8.0)),
        noise_removed=bool(rng.random() < 0.3),
        crs="",
    )
    image, truth = rows(spec, 0, side)
    return filled(Chip(f"simulated/{seed}", image, truth))


def filled(chip: Chip) -> Chip:
    """Return the chip with NaN replaced by each band's median, and its label unknown there."""
    missing = np.isnan(chip.image).any(axis=0)
    if not missing.any():
        return chip
    image, label = chip.image.copy(), chip.label.copy()
    image[:, missing] = np.median(image[:, ~missing], axis=1)[:, None]
    label[missing] = UNKNOWN
    return replace(chip, image=image, label=label)
