"""Corners of the outlines of connected pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int32]
LongArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Corners:
    """Corners of outlines on the lattice of pixel corners; where two parts or two outlines meet at a point, there are two.

    Attributes:
        part: int32 (n,), the part; several numbers may turn out to be one part (links).
        row, column: int32 (n,), lattice lines, 0 being the raster's upper and left edge.
        rising: bool (n,), where two pixels meet at this point, whether these are the upper right and the lower left one.
    """

    part: IntArray
    row: IntArray
    column: IntArray
    rising: BoolArray

    @classmethod
    def nothing(cls) -> Corners:
        """Return no corners."""
        empty = np.zeros(0, np.int32)
        return cls(empty, empty, empty, np.zeros(0, np.bool_))

    def take(self, index: npt.NDArray[np.integer] | BoolArray | slice) -> Corners:
        """Return some of the corners."""
        return Corners(self.part[index], self.row[index], self.column[index], self.rising[index])

    def __len__(self) -> int:
        return len(self.part)


def join_corners(pieces: list[Corners]) -> Corners:
    """Return corners one after the other; the list is emptied."""
    joined = Corners(
        np.concatenate([p.part for p in pieces]),
        np.concatenate([p.row for p in pieces]),
        np.concatenate([p.column for p in pieces]),
        np.concatenate([p.rising for p in pieces]),
    )
    pieces.clear()
    return joined


def find_corners(parts: IntArray, first_row: int) -> tuple[Corners, LongArray]:
    """Return the corners on the lattice lines between rows, and the pairs of parts (m, 2) that meet at a point only.

    Args:
        parts: int32 (rows, width + 2), part numbers with an empty column on both sides, 0 being background.
        first_row: the lattice line between the first two rows.
    """
    filled = parts > 0
    a, b, c, d = filled[:-1, :-1], filled[:-1, 1:], filled[1:, :-1], filled[1:, 1:]
    row, column = np.nonzero(a ^ b ^ c ^ d)
    owner = np.maximum.reduce([parts[row + i, column + j] for i in (0, 1) for j in (0, 1)])
    row2, column2 = np.nonzero((a == d) & (b == c) & (a != b))
    rising = filled[row2, column2 + 1]
    left = parts[row2 + rising, column2]
    right = parts[row2 + ~rising, column2 + 1]
    nothing = np.zeros(len(row), np.bool_)
    corners = Corners(
        np.concatenate([owner, left, right]),
        (np.concatenate([row, row2, row2]) + first_row).astype(np.int32),
        np.concatenate([column, column2, column2]).astype(np.int32),
        np.concatenate([nothing, rising, rising]),
    )
    return corners, np.stack([left, right], axis=1).astype(np.int64)
