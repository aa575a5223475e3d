"""Small images of simulated dark slicks with their masks, in the layout that the oil recipe reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio

from tidemark.engine.raster.arrays import ByteArray


def spill(seed: int, side: int = 160) -> tuple[ByteArray, ByteArray]:
    """Return an image of grey, speckled sea with a dark disc, uint8 (side, side), and its mask of 0 and 1."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:side, :side]
    row, column = rng.uniform(0.3, 0.7, 2) * side
    mask = (y - row) ** 2 + (x - column) ** 2 < (side / 5) ** 2
    image = np.where(mask, 60, 150) * rng.gamma(20, 1 / 20, (side, side))
    return np.clip(image, 0, 255).astype(np.uint8), mask.astype(np.uint8)


def write_plane(path: Path, plane: ByteArray) -> None:
    """Write one band as PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(path, "w", driver="PNG", height=plane.shape[0], width=plane.shape[1], count=1, dtype="uint8") as target:
        target.write(plane, 1)


def write_spills(folder: Path, train: int = 4, val: int = 2) -> Path:
    """Write a data folder; return it."""
    for split, seeds in (("train", range(train)), ("val", range(100, 100 + val))):
        for seed in seeds:
            image, mask = spill(seed)
            write_plane(folder / split / "image" / f"{seed}.png", image)
            write_plane(folder / split / "mask" / f"{seed}.png", mask)
    return folder
