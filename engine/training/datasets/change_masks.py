"""Pixel masks of the change sets: to make image-level labels from, and to measure with. No trainer imports this.

An image-level label is 1 where any pixel has changed. Tiles of which at most 1 % has changed are ambiguous and left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...contract.errors import InputError
from ...raster.arrays import BoolArray
from .change_data import AMBIGUOUS, BENCHMARK, EMSR763, OMBRIA, Layout, Pair, Tile, corners, each_pair, images
from .images import read_bands

MASKS = {OMBRIA.name: "mask", **{layout.name: "mask" for layout in EMSR763}, BENCHMARK.name: "label"}
"""Folder of the masks, by set."""


def read_mask(folder: Path, layout: Layout, name: str) -> BoolArray:
    """Return where a pair has changed, bool (H, W).

    Raises:
        InputError: the mask is missing or cannot be read.
    """
    found = images(folder / MASKS[layout.name]).get(name)
    if found is None:
        raise InputError(f"{folder / MASKS[layout.name]} has no mask {name}.", "Every pair has one.", "Check the folder given with --data.")
    return read_bands(found)[0] > 0


def label_tiles(folder: Path, layout: Layout) -> Iterator[tuple[str, Tile]]:
    """Yield the image-level labels of a folder's tiles, each with the name of the set."""
    for pair in each_pair(folder, layout):
        mask = read_mask(folder, layout, pair.name)
        _same_size(pair, mask)
        for top, left in corners(pair):
            share = float(mask[top : top + layout.tile, left : left + layout.tile].mean())
            if share == 0.0 or share > AMBIGUOUS:
                yield layout.name, Tile(pair.name, top, left, share > 0.0)


def _same_size(pair: Pair, mask: BoolArray) -> None:
    if mask.shape != pair.newer.shape[1:]:
        raise InputError(
            f"The mask of {pair.name} has {mask.shape} pixels, its images {pair.newer.shape[1:]}.", "They share a grid.", "Check the files."
        )
