"""Tiny sets of floods as files, laid out like the sets of the cross-modal recipe: what is dark on the radar is blue on the optical."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from helpers.chips import NOWHERE, lake_chip, write_hundredths, write_label
from tidemark.engine.training.datasets.water import FOLDS

SIDE = 64


def write_ombria(folder: Path, train: int = 8, val: int = 2) -> Path:
    """Write `train` + `val` images of 64 × 64 pixels, two to a scene block; a third of each is flooded."""
    lines = ["sample,split,scene_block"]
    for number in range(train + val):
        split, name = "train" if number < train else "val", f"{number:04d}"
        lines.append(f"{name},{split},{number // 2}")
        rng = np.random.default_rng(number)
        flood = np.zeros((SIDE, SIDE), bool)
        top, left = rng.integers(0, SIDE // 2, 2)
        flood[top : top + SIDE // 2, left : left + SIDE // 2] = True
        dry = np.zeros_like(flood)
        for date, water in (("before", dry), ("after", flood)):
            radar = np.where(water, 40, 150) + rng.normal(0, 12, flood.shape)
            optical = np.where(water, [[[10]], [[15]], [[90]]], [[[60]], [[120]], [[40]]]) + rng.normal(0, 4, (3, SIDE, SIDE))
            write(folder / split / f"s1_{date}" / f"{name}.png", radar[None].clip(1, 255).astype(np.uint8))
            write(folder / split / f"s2_{date}" / f"{name}.jpg", optical.clip(1, 255).astype(np.uint8))
        write(folder / split / "mask" / f"{name}.png", flood[None].astype(np.uint8))
    (folder / "scene_blocks.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def write_sen1floods11(folder: Path, names: dict[str, list[str]]) -> Path:
    """Write the chips NAME of each list (train, valid, test, bolivia), 96 × 96 pixels, in the published layout."""
    chips = folder / "v1.1" / "data" / "flood_events" / "HandLabeled"
    lists = folder / "v1.1" / "splits" / "flood_handlabeled"
    lists.mkdir(parents=True)
    for split, listed in names.items():
        lines: list[str] = []
        for name in listed:
            image, label = lake_chip(seed=len(name) + len(lines))
            image[:, 0, 0] = np.nan
            optical = np.where(label == 1, 300, 1500) + np.zeros((13, 1, 1))
            optical[2] = np.where(label == 1, 900, 1000)
            hand = label.astype(np.int16)
            hand[-1] = -1
            write(chips / "S1Hand" / f"{name}_S1Hand.tif", image)
            write(chips / "S2Hand" / f"{name}_S2Hand.tif", optical.astype(np.int16))
            write(chips / "LabelHand" / f"{name}_LabelHand.tif", hand[None])
            lines.append(f"{name}_S1Hand.tif,{name}_LabelHand.tif\n")
        (lists / f"flood_{split}_data.csv").write_text("".join(lines), encoding="utf-8")
    return folder


def write_ground(folder: Path) -> Path:
    """Write a chip of 96 × 96 pixels for each place of ``ground`` in the folds, every other one with a lake, and two without a label."""
    names = [place.split("/")[1] for fold in FOLDS for place in fold if place.startswith("ground/")]
    for number, name in enumerate([*names, "ben_20170617_29UPU_4_55", "far_away"]):
        image, label = lake_chip(seed=number)
        if number % 2 and name in names:
            image, label = np.full_like(image, -12.0), np.zeros_like(label)
        write_hundredths(folder / f"{name}.tif", image)
        if name in names:
            write_label(folder / f"{name}_label.tif", label)
    return folder


def write(path: Path, bands: npt.NDArray[np.generic]) -> None:
    """Write an image (C, H, W) in the format that the name's ending says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    driver = {".png": "PNG", ".jpg": "JPEG", ".tif": "GTiff"}[path.suffix]
    place = {"crs": "EPSG:32633", "transform": NOWHERE} if driver == "GTiff" else {}
    count, height, width = bands.shape
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path, "w", driver=driver, count=count, height=height, width=width, dtype=bands.dtype, **place) as target:
            target.write(bands)
