"""The sets of the water student, the folds it is chosen on, and the simulated scenes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ...contract.errors import InputError
from ...raster.arrays import ByteArray, FloatArray
from ...raster.resample import apply_taps, linear_taps
from ...simulation.scene import SceneSpec, rows
from .chips import (
    UNKNOWN,
    Chip,
    filled,
    hidden,
    read_flood_db,
    read_ground,
    read_opera,
    read_porto_alegre,
    without_disagreement,
)

FOLDS: tuple[tuple[str, ...], ...] = (
    (
        *("hand/bolivia", "hand/paraguay", "dfc2024/0", "dfc2024/7"),
        *("ground/awc01", "ground/ben1db_104781", "ground/ben1db_78381", "ground/ben_12798"),
        *("ground/ben1db_392539", "ground/ben_23491", "ground/ben_156114", "ground/ben_157423"),  # Leinster, Uusimaa
    ),
    (
        *("hand/mekong", "hand/spain", "dfc2024/1", "dfc2024/2", "dfc2024/8"),
        *("ground/38D_378R_2_3", "ground/ben1db_399712", "ground/ROIs1970_fall_139_p839"),
        *("ground/ben1db_332164", "ground/ben1db_72816", "ground/ben_332111"),  # Vojvodina
        *("ground/ben_24555", "ground/ben_288870"),  # North Karelia
        *("opera_land/T137-292319-IW2", "opera_land/T137-292325-IW1"),
        *("opera_sea/T137-292319-IW1", "opera_sea/T137-292320-IW1", "opera_sea/T137-292323-IW1", "opera_sea/T137-292324-IW1"),
    ),
    (
        *("hand/nigeria", "hand/usa", "dfc2024/3", "dfc2024/4", "dfc2024/9", "dfc2024/10"),
        *("ground/282D_485L_3_3", "ground/637U_59R_1_3", "ground/ROIs2017_winter_112_p797", "ground/ben_124860", "ground/ben_27491"),
        *("ground/ben_145746", "ground/ben_20555"),  # Aukštaitija
    ),
    (
        *("hand/pakistan", "dfc2024/5", "dfc2024/6", "porto_alegre"),
        *("ground/ben_5209", "ground/ben1db_8201", "ground/ben1db_98210", "ground/ben_476057"),
        *("ground/ssl4eo_200_20200607", "ground/ssl4eo_200_20200903"),  # one place, two dates
        *("opera_land/T137-292321-IW2", "opera_land/T137-292322-IW2", "opera_sea/T137-292321-IW1", "opera_sea/T137-292322-IW1"),
    ),
)
"""Places that are held out together, every place once: chips of ground less than 70 km apart go together."""
BARE = (
    *("ground/ben1db_104781", "ground/ben_332111", "ground/ben_145746", "ground/ben_20555"),
    *("ground/ssl4eo_200_20200607", "ground/ssl4eo_200_20200903"),
)
"""Bare soil as dark as water."""

DRY, OPEN, HIDDEN = 0, 1, 2
"""What is taught of a pixel, or `UNKNOWN`: land, water that radar can see, water that is as bright as land."""

LAND_SEEDS, SEA_SEEDS = range(100, 124), range(500, 508)
"""Of the simulated land, of which the even ones hold water and the odd ones are dry, and of the simulated seas, all of them water."""
CALM_WIND, SEA_WIND = (1.5, 4.0), (1.5, 13.0)
"""m/s, from and to: water on land at about VV -26 to -19 dB; the seas from calm to rough."""
SIMULATED_SIDE = 512
FINER = 3
"""OPERA's pixels are so many times those that the network is given."""


@dataclass(frozen=True)
class WaterData:
    """All sets.

    Attributes:
        sets: chips by ``hand``, ``dfc2024``, ``ground``, ``bare`` (those of ground in `BARE` once more, to be drawn from more often),
            ``porto_alegre``, ``opera_land``, ``opera_sea``, ``simulated_land`` and ``simulated_sea``.
    """

    sets: dict[str, list[Chip]]

    def without(self, places: Collection[str]) -> dict[str, list[Chip]]:
        """Return the sets without some places; a set of which nothing is left is left out."""
        kept = {name: [chip for chip in chips if place_of(chip) not in places] for name, chips in self.sets.items()}
        return {name: chips for name, chips in kept.items() if chips}

    def only(self, places: Collection[str]) -> list[Chip]:
        """Return the chips of some places."""
        return [chip for name, chips in self.sets.items() if name != "bare" for chip in chips if place_of(chip) in places]


def place_of(chip: Chip) -> str:
    """Return where a chip lies: its name without the date."""
    name = chip.name.split("@")[0]
    return "porto_alegre" if name.startswith("porto_alegre/") else name


def taught(chip: Chip) -> ByteArray:
    """Return what is to be learned of a chip, uint8 (H, W): `DRY`, `OPEN`, `HIDDEN` or `UNKNOWN`.

    Labels of dfc2024 and porto_alegre, and of the chip of ground whose label is of another date, are unknown where the radar sees water and
    the label says dry. Water that is as bright as land is learned as such; of porto_alegre, whose masks are a network's, it is unknown.
    """
    label = measured(chip)
    if chip.name.startswith(("dfc2024/", "porto_alegre/", "ground/ROIs1970_fall_139")):
        label[(chip.label == DRY) & (without_disagreement(chip).label == UNKNOWN)] = UNKNOWN
    return label


def measured(chip: Chip) -> ByteArray:
    """Return what a map of a chip is measured against, uint8 (H, W): its labels, with `HIDDEN` for water as bright as land."""
    label = chip.label.copy()
    if not chip.name.startswith(("opera_sea/", "simulated_sea/")):
        label[(label == OPEN) & hidden(chip.image)] = HIDDEN
    return label


def read_water_data(data: Path) -> WaterData:
    """Read all sets from the folder that holds ``flood_db``, ``ground``, ``opera_rtc`` and ``porto_alegre``.

    Raises:
        InputError: a set or a place that is missing or cannot be read.
    """
    opera = [finer(chip) for chip in read_opera(data / "opera_rtc")]
    sets = {
        "hand": read_flood_db(data / "flood_db" / "hand"),
        "dfc2024": read_flood_db(data / "flood_db" / "dfc2024"),
        "ground": read_ground(data / "ground"),
        "porto_alegre": read_porto_alegre(data / "porto_alegre"),
        "opera_land": [chip for chip in opera if chip.name.startswith("opera_land/")],
        "opera_sea": [chip for chip in opera if chip.name.startswith("opera_sea/")],
    }
    found = {place_of(chip) for chips in sets.values() for chip in chips}
    listed = {place for fold in FOLDS for place in fold}
    if found != listed:
        raise InputError(
            f"{data} has other places than the folds: missing {_named(listed - found)}; unknown {_named(found - listed)}.",
            "A place that no fold holds out would never be measured.",
            "Check the folder given with --data.",
        )
    sets |= {
        "bare": [chip for chip in sets["ground"] if chip.name in BARE],
        "simulated_land": [simulated_land(seed) for seed in LAND_SEEDS],
        "simulated_sea": [simulated_sea(seed) for seed in SEA_SEEDS],
    }
    return WaterData(sets)


def _named(places: Collection[str]) -> str:
    return ", ".join(sorted(places)) or "none"


def finer(chip: Chip) -> Chip:
    """Return a chip with `FINER` times as many pixels along each axis, interpolated in linear power as the engine does it."""
    height, width = chip.label.shape
    power = np.power(np.float32(10), chip.image / np.float32(10))
    wide = apply_taps(power, linear_taps(height, FINER * height), linear_taps(width, FINER * width))
    image: FloatArray = np.asarray(10 * np.log10(np.maximum(wide, np.float32(1e-6))), np.float32)
    return replace(chip, image=image, label=chip.label.repeat(FINER, 0).repeat(FINER, 1))


def simulated_land(seed: int, side: int = SIMULATED_SIDE) -> Chip:
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
    return filled(Chip(f"simulated_land/{seed}", image, truth))


def simulated_sea(seed: int, side: int = SIMULATED_SIDE) -> Chip:
    """Simulate a square of sea, with slicks and ships: all of it is water."""
    rng = np.random.default_rng(seed)
    spec = SceneSpec(
        side,
        side,
        seed=seed,
        kind="sea",
        wind=float(rng.uniform(*SEA_WIND)),
        looks=float(rng.uniform(3.5, 8.0)),
        noise_removed=bool(rng.random() < 0.3),
        crs="",
    )
    image, _ = rows(spec, 0, side)
    return filled(Chip(f"simulated_sea/{seed}", image, np.ones((side, side), np.uint8)))
