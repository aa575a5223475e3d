"""What the water student learns from and is chosen on: the sets, the folds and the simulated scenes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..simulate import SceneSpec, rows
from .data import UNKNOWN, Chip, read_flood_db, read_porto_alegre, without_disagreement
from .sampling import Group

FOLDS = (("0", "2", "4", "6"), ("1", "3", "7"), ("5", "8", "9", "10"))
"""Chips of flood_db/dfc2024 that are held out together; the one that is all water and the two dry ones are spread."""
ALL_WATER, DRY = ("0",), ("7", "8")

TRAIN_SEEDS, WINDY_SEEDS, TEST_SEEDS = range(100, 124), range(200, 224, 2), range(900, 920)
"""Seeds of the simulated scenes; the even ones hold water, the odd ones are dry."""
CALM_WIND, FRESH_WIND = (1.5, 4.0), (4.0, 8.0)
"""m/s, from and to: open water at about VV -26 to -19 dB, and -19 to -14 dB."""
SIMULATED_SIDE = 512


@dataclass(frozen=True)
class Mixture:
    """Shares of the sets in training, and which labels are learned although the radar contradicts them.

    Attributes:
        dfc2024, porto_alegre, simulated, windy: shares, any positive numbers; 0 leaves a set out. The last is of simulated scenes
            whose water is roughened by wind.
        trusting: learn every label of dfc2024.
        doubt_db: see `without_disagreement`; for both real sets.
    """

    dfc2024: float = 0.5
    porto_alegre: float = 0.3
    simulated: float = 0.2
    windy: float = 0.0
    trusting: bool = False
    doubt_db: float = 0.0


@dataclass(frozen=True)
class WaterData:
    """The chips of flood_db/dfc2024 by number, the two dates of porto_alegre, simulated scenes to train and to test on."""

    dfc2024: dict[str, Chip]
    porto_alegre: list[Chip]
    simulated: list[Chip]
    windy: list[Chip]
    simulated_test: list[Chip]

    def groups(self, mixture: Mixture, held_out: Iterable[str] = ()) -> list[Group]:
        """Return what to train on when some chips of dfc2024 are held out."""
        out = set(held_out)
        chips = [chip for name, chip in self.dfc2024.items() if name not in out]
        if not mixture.trusting:
            chips = [without_disagreement(chip, mixture.doubt_db) for chip in chips]
        return [
            Group(chips, mixture.dfc2024),
            Group([without_disagreement(chip, mixture.doubt_db) for chip in self.porto_alegre], mixture.porto_alegre),
            Group(self.simulated, mixture.simulated),
            Group(self.windy, mixture.windy),
        ]


def read_water_data(data: Path) -> WaterData:
    """Read all training sets from the folder that holds ``flood_db`` and ``porto_alegre``.

    Raises:
        InputError: a set that is missing or cannot be read.
    """
    chips = {chip.name.split("/")[-1]: chip for chip in read_flood_db(data / "flood_db" / "dfc2024")}
    return WaterData(
        chips,
        read_porto_alegre(data / "porto_alegre"),
        [simulated_chip(seed) for seed in TRAIN_SEEDS],
        [simulated_chip(seed, FRESH_WIND) for seed in WINDY_SEEDS],
        [simulated_chip(seed) for seed in TEST_SEEDS],
    )


def simulated_chip(seed: int, wind: tuple[float, float] = CALM_WIND, side: int = SIMULATED_SIDE) -> Chip:
    """Simulate a square scene: flooded land in a wind (m/s, from and to) where the seed is even, land without any water where it is odd."""
    rng = np.random.default_rng(seed)
    spec = SceneSpec(
        side,
        side,
        seed=seed,
        flood=float(rng.uniform(0.2, 0.9)),
        water=seed % 2 == 0,
        wind=float(rng.uniform(*wind)),
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
