"""Tiles of one size for the generator and the students: from images with oil, from places without any, and from generated pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...raster.arrays import ByteArray, FloatArray, HalfArray
from ..datasets.oil import Patch
from ..runs import read_arrays, write_arrays
from .augment import turned

TILE = 64
"""Pixels of a tile's side, the same for every network and arm."""
_STEP = 8


@dataclass(frozen=True)
class Pairs:
    """Tiles with soft labels, as a generator makes them and as they are kept on disk.

    Attributes:
        image: uint8 (N, h, h), 0 to 255 for 0 to 1 in the norm ``scene_stretch``.
        soft: float16 (N, h, h), probability of oil.
    """

    image: ByteArray
    soft: HalfArray

    def part(self, count: int) -> Pairs:
        """Return the first `count` pairs. Raises `ValueError` where there are fewer."""
        if count > len(self.image):
            raise ValueError(f"{count} pairs were asked for, there are {len(self.image)}")
        return Pairs(self.image[:count], self.soft[:count])

    def hardened(self) -> Pairs:
        """Return the pairs with labels of 0 and 1."""
        return Pairs(self.image, (self.soft > 0.5).astype(np.float16))

    def save(self, path: Path) -> None:
        """Write the pairs."""
        write_arrays(path, {"image": self.image, "soft": self.soft})

    @classmethod
    def load(cls, path: Path) -> Pairs:
        """Read what `save` wrote."""
        return cls(**read_arrays(path))


class OilTileSampler:
    """Draws turned and mirrored tiles of patches for ever.

    Args:
        patches: at least one; a smaller one than a tile is mirrored up to it.
        side: of a tile.
        rng: the only source of chance.
        without_oil: only tiles in which no pixel is oil.
    """

    def __init__(self, patches: Sequence[Patch], side: int, rng: np.random.Generator, without_oil: bool = False) -> None:
        if not patches:
            raise ValueError("nothing to draw from")
        patches = [mirrored(patch, side) for patch in patches]
        self.patches, self.side, self.rng = patches, side, rng
        self.free = [place for index in range(len(patches)) for place in self._free(index)] if without_oil else None

    def _free(self, index: int) -> list[tuple[int, int, int]]:
        oil, side = self.patches[index].label == 1, self.side
        corners = ((top, left) for top in range(0, oil.shape[0] - side + 1, _STEP) for left in range(0, oil.shape[1] - side + 1, _STEP))
        return [(index, top, left) for top, left in corners if not oil[top : top + side, left : left + side].any()]

    @property
    def is_empty(self) -> bool:
        """Return whether no patch has a tile without oil, which was asked for."""
        return self.free is not None and not self.free

    def draw(self, count: int) -> tuple[FloatArray, ByteArray]:
        """Return images float32 (N, 1, h, h), 0 to 1, and labels uint8 (N, 1, h, h): 0, 1 or 255 (unknown)."""
        pairs = [self._one() for _ in range(count)]
        return np.stack([image for image, _ in pairs])[:, None], np.stack([label for _, label in pairs])[:, None]

    def _one(self) -> tuple[FloatArray, ByteArray]:
        if self.free is not None:
            index, top, left = self.free[int(self.rng.integers(len(self.free)))]
        else:
            index = int(self.rng.integers(len(self.patches)))
            top, left = (int(self.rng.integers(0, length - self.side + 1)) for length in self.patches[index].label.shape)
        patch, window = self.patches[index], (slice(top, top + self.side), slice(left, left + self.side))
        way = int(self.rng.integers(8))
        return turned(patch.image[window], way), turned(patch.label[window], way)


def mirrored(patch: Patch, side: int) -> Patch:
    """Return a patch whose mirror images fill it up to at least `side` pixels along both sides."""
    short = [(0, max(0, side - length)) for length in patch.label.shape]
    if not any(more for _, more in short):
        return patch
    return Patch(patch.name, np.pad(patch.image, short, mode="symmetric"), np.pad(patch.label, short, mode="symmetric"))
