"""Read a map in strips of the groups of classes that estimates tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..contract.impact import GROUPS
from ..products.progress import Progress
from ..products.reader import ClassMap
from ..raster.arrays import ByteArray, DoubleArray, LongArray
from .overlay import Pixels

_GROUP_OF = np.zeros(256, np.uint8)
for _number, _codes in enumerate(GROUPS.values()):
    _GROUP_OF[[int(code) for code in _codes]] = _number


@dataclass(frozen=True)
class Strip:
    """Rows of a map.

    Attributes:
        first: number of the first row.
        group: uint8 (rows, width), the position in `GROUPS` of each pixel's class.
    """

    first: int
    group: ByteArray

    @property
    def last(self) -> int:
        """The row after the last one."""
        return self.first + len(self.group)

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.group.shape[1])

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(GROUPS)

    def sum_into(self, sums: DoubleArray, owner: LongArray, pixels: Pixels, amount: DoubleArray) -> None:
        """Add amounts (m,) of pixels to the sums (n, groups) of their owners."""
        np.add.at(sums, (owner, self.group[pixels.row - self.first, pixels.column]), amount)


def strips(raster: ClassMap, progress: Progress) -> Iterator[Strip]:
    """Read a map from top to bottom. Raises `Cancelled`, and `InputError` where it is damaged."""
    first = 0
    for strip in progress.over(raster.strips()):
        yield Strip(first, _GROUP_OF[strip.classes])
        first += len(strip.classes)
