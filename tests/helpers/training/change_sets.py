"""Small two-date sets in the layouts that the change recipe reads."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning


def save(path: Path, image: np.ndarray) -> None:
    """Write an image uint8 (H, W) or (B, H, W) as PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    bands = image[None] if image.ndim == 2 else image
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path, "w", driver="PNG", height=bands.shape[1], width=bands.shape[2], count=len(bands), dtype="uint8") as file:
            file.write(bands)


def land(seed: int, side: int) -> np.ndarray:
    """Return fields with speckle, uint8 (side, side); the fields are the same for every seed."""
    fields = np.kron(np.random.default_rng(0).uniform(110, 190, (side // 16, side // 16)), np.ones((16, 16)))
    return np.clip(fields + np.random.default_rng(seed).normal(0, 8, (side, side)), 1, 255).astype(np.uint8)


def pair(seed: int, side: int = 128, flooded: tuple[slice, slice] | None = (slice(0, 40), slice(0, 64))) -> tuple[np.ndarray, ...]:
    """Return older, newer and mask; the newer date is dark where it is flooded and brighter by 20 elsewhere."""
    older, newer, mask = land(seed, side), land(seed + 1000, side).astype(int) + 20, np.zeros((side, side), np.uint8)
    if flooded:
        newer[flooded], mask[flooded] = 30, 1
    return older, np.clip(newer, 1, 255).astype(np.uint8), mask


def write_ombria(folder: Path, names: tuple[str, ...] = ("0001", "0002"), side: int = 128) -> Path:
    """Write pairs of which the upper left tiles are flooded; return the folder."""
    for number, name in enumerate(names):
        for layer, image in zip(("s1_before", "s1_after", "mask"), pair(number, side), strict=True):
            save(folder / layer / f"{name}.png", image)
    return folder


def write_emsr763(folder: Path) -> Path:
    """Write one tile of 512 pixels, half of it nodata (0), a quarter flooded, in two polarisations; return the folder."""
    older, newer, mask = pair(5, 512, (slice(0, 200), slice(0, 200)))
    for image in (older, newer):
        image[256:] = 0
    for polarisation in ("vv", "vh"):
        save(folder / f"{polarisation}_before" / "551_334.png", older)
        save(folder / f"{polarisation}_after" / "551_334.png", newer)
    save(folder / "mask" / "551_334.png", mask)
    return folder


def write_sets(folder: Path) -> Path:
    """Write training and validation sets as the recipe finds them; return the folder."""
    write_ombria(folder / "ombria" / "train")
    write_ombria(folder / "ombria" / "val", ("0107",))
    write_emsr763(folder / "emsr763")
    return folder


def write_unchanging(folder: Path, dates: int = 3, side: int = 100) -> Path:
    """Write a raster of so many dates of one place in VV and VH, hundredths of a dB, speckled and else the same; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    names = [f"2021-11-{1 + date:02d} {band}" for date in range(dates) for band in ("VV", "VH")]
    bands = np.stack([rng.normal(-1200 if name.endswith("VV") else -1900, 150, (side, side)) for name in names]).astype(np.int16)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(folder / "sea.tif", "w", driver="GTiff", height=side, width=side, count=len(bands), dtype="int16") as file:
            file.write(bands)
            file.descriptions = names
            file.update_tags(water_mask_share="1.000")
    return folder
