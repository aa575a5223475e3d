"""A lake and a flood on two dates, as jobs: what the tests of floods and of what lies over them share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from helpers.scenes import LAND_DB, UTM, WATER_DB, write
from tidemark.engine.contract.job import Job, Source

SIDE = 256
LAKE, FLOOD = np.s_[40:120, 40:120], np.s_[40:120, 120:220]


def scene(path: Path, *wet: tuple[slice, slice], seed: int = 0, **profile: Any) -> str:
    """Write land with water in the given rectangles."""
    water = np.zeros((SIDE, SIDE), np.bool_)
    for rectangle in wet:
        water[rectangle] = True
    mean = np.stack([np.where(water, WATER_DB[i], LAND_DB[i]) for i in range(2)])
    speckle = np.random.default_rng(seed).gamma(20, 1 / 20, mean.shape)
    return write(path, (mean + 10 * np.log10(speckle)).astype(np.float32), **{**UTM, **profile})


def pair(tmp_path: Path, before: str, model: str, **options: Any) -> Job:
    after = scene(tmp_path / "after_20240506.tif", LAKE, FLOOD)
    sources = (Source((after,), scale="db"), Source((before,), "before", scale="db"))
    return Job("flood", sources, str(tmp_path / "out"), model=model, **options)


def agreement(classes: np.ndarray, code: int, where: tuple[slice, slice]) -> float:
    """IoU of a class with a rectangle."""
    truth = np.zeros(classes.shape, np.bool_)
    truth[where] = True
    return float(((classes == code) & truth).sum() / ((classes == code) | truth).sum())


def layer(path: Path, values: np.ndarray, **profile: Any) -> str:
    """Write one band on the scene's grid unless told otherwise."""
    return write(path, values[None], ("values",), **{**UTM, **profile})
