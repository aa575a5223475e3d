"""Crops of small chips, as the water student learns from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np

from helpers.chips import lake_chip
from tidemark.engine.training.datasets.chips import Chip
from tidemark.engine.training.datasets.water import FOLDS, WaterData
from tidemark.engine.training.sampling.augment import Augmentation
from tidemark.engine.training.sampling.crops import CropPlan, Crops, draw_crops

UNCHANGED = Augmentation(**{field.name: 0.0 for field in fields(Augmentation)})
SHARES = {"hand": 1.0}


def hand_chip(seed: int) -> Chip:
    """Return a lake as a chip of the set ``hand``."""
    image, label = lake_chip(seed=seed)
    return Chip(f"hand/{seed}", image, label)


def drawn(chips: Sequence[Chip], folder: Path, count: int, side: int, how: Augmentation = UNCHANGED) -> Crops:
    """Return crops of chips as the set ``hand``."""
    return draw_crops({"hand": chips}, CropPlan({"hand": count}, side, how), folder)


def small_water_data() -> WaterData:
    """Return every place of the folds as one chip of 96² that holds a lake; OPERA's are all land or all sea by their labels."""

    def chip(number: int, place: str) -> Chip:
        name = "porto_alegre/before" if place == "porto_alegre" else place
        image, label = lake_chip(96, number)
        return Chip(name, image, np.full_like(label, int("sea" in place)) if place.startswith("opera") else label)

    sets: dict[str, list[Chip]] = {}
    places = [place for fold in FOLDS for place in fold]
    for number, place in enumerate([*places, "simulated_land/100", "simulated_sea/500"]):
        sets.setdefault(place.split("/")[0], []).append(chip(number, place))
    return WaterData(sets)
