"""Where water usually is, from a raster such as JRC Global Surface Water."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .errors import InputError
from .gridlayer import GridLayer
from .scene import Grid

BoolArray = npt.NDArray[np.bool_]

_KINDS = (
    (1.0, "water yes or no", 1.0),
    (12.0, "months of water a year", 8.0),
    (100.0, "occurrence of water in per cent", 75.0),
)
"""Largest value, what the raster holds, and the value from which a pixel is usual water: limits that mappers' scripts use on JRC layers."""
_NO_DATA = 255


class ReferenceWater:
    """Usual water on a map's grid. Use in a ``with`` block.

    Args:
        path: of the raster: 0 and 1, months 0 to 12, or per cent 0 to 100; what lies above is no data.
        threshold: value from which a pixel is usual water; None: 1, 8 or 75, by the largest value.
        grid: of the map.

    Attributes:
        description: in words, for the run record.

    Raises:
        InputError: no raster, or not such values.
    """

    def __init__(self, path: str, threshold: float | None, grid: Grid) -> None:
        self._layer = GridLayer(path, grid)
        if self._layer.nodata == 0:
            # JRC's own layers declare no value or 255; downloads that declare 0 mean "never water" by it.
            self._layer.nodata = float(_NO_DATA)
        try:
            kind, usual = self._kind()
        except InputError:
            self._layer.close()
            raise
        self.threshold = usual if threshold is None else threshold
        self.description = f"{self._layer.name}: {kind}, from {self.threshold:g}"

    def __enter__(self) -> ReferenceWater:
        return self

    def __exit__(self, *_: object) -> None:
        self._layer.close()

    def rows(self, first: int, last: int) -> tuple[BoolArray, BoolArray]:
        """Return where water usually is, and where the raster knows, bool (rows, width) each."""
        values = self._layer.rows(first, last)
        known = np.isfinite(values) & (values <= _KINDS[-1][0])
        return known & (values >= self.threshold), known

    def _kind(self) -> tuple[str, float]:
        values = self._layer.sample()
        values = values[values <= _KINDS[-1][0]]
        if not values.size or values.min() < 0:
            raise InputError(
                f"{self._layer.name} holds no values from 0 to 100.",
                "Usual water is told by 0 and 1, months of water (0 to 12) or occurrence in per cent (0 to 100).",
                "Give e.g. the occurrence layer of JRC Global Surface Water.",
            )
        highest = float(values.max())
        return next((kind, usual) for limit, kind, usual in _KINDS if highest <= limit)
