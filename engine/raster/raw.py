"""Read an image's bands as they are stored: raw values, where they hold no observation, and a sample of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from rasterio.enums import Resampling
from rasterio.windows import Window

from .arrays import BoolArray, ByteArray, FloatArray
from .grid import SAMPLE_WINDOW, Grid, Part, parts_on, sample_windows
from .observed import OBSERVED, Band, EdgePixels, Reason, find_edge_pixels

_ENOUGH = 100_000
_OVERVIEW, _OVERVIEW_ROWS = 1024, 64
"""Rows and columns at most of the coarse look at an image whose spread windows hold hardly anything; its rows that are read at once."""
_SIDE_ROWS = 1024
"""Rows at most at which an image's sides are looked at: files that lie in rows would be decoded whole for all of them."""


@dataclass(frozen=True)
class Look:
    """Raw values of a window: float32 (C, h, w), why pixels hold no observation (`Reason`, uint8), and where all bands are zero."""

    place: Part
    values: FloatArray
    why: ByteArray
    zero: BoolArray

    def copy(self, order: Sequence[int] | None = None) -> Look:
        """Return a copy that may be changed, of the bands at these positions; None: of all as they are."""
        return replace(self, values=self.values.copy() if order is None else self.values[list(order)], why=self.why.copy())

    def hide_unobserved(self) -> None:
        """Write NaN where not observed."""
        if self.why.any():
            self.values[:, self.why != OBSERVED] = np.nan


class RawBands:
    """Some bands of one image.

    Args:
        bands: all bands of the image's files.
        numbers: those that are read, counted from 1, in the order of a window's values.
        grid: the image's grid.
        zeros: what zeros mean where the file does not declare 0 as nodata: ``auto``, ``nodata`` or ``dark``.
        is_scaled: whether scale and offset of the files' tags are applied.
        stop: called before each band of a window is read; may raise to stop.
    """

    def __init__(
        self, bands: list[Band], numbers: Sequence[int], grid: Grid, zeros: str, is_scaled: bool, stop: Callable[[], None]
    ) -> None:
        self.numbers = tuple(numbers)
        self._bands, self._grid, self._zeros, self._is_scaled, self._stop = bands, grid, zeros, is_scaled, stop

    def look(self, place: Part, numbers: Sequence[int] | None = None) -> Look:
        """Read a window of all bands or of some: what the file and the values alone tell, and zeros where they mean nothing."""
        return self._without_zeros(self.look_as_stored(place, numbers))

    def look_as_stored(self, place: Part, numbers: Sequence[int] | None = None, most_rows: int | None = None) -> Look:
        """Read a window, of more rows than `most_rows` so many; what its zeros mean is not asked."""
        first, last, left, right = place
        rows = last - first if most_rows is None else min(last - first, most_rows)
        numbers = self.numbers if numbers is None else numbers
        values = np.empty((len(numbers), rows, right - left), np.float32)
        why = np.zeros(values.shape[1:], np.uint8)
        zero = np.ones(values.shape[1:], np.bool_)
        for out, number in zip(values, numbers, strict=True):
            self._stop()
            band = self._bands[number - 1]
            found = band.read(Window(left, first, right - left, last - first), out)
            np.copyto(why, found, where=why == OBSERVED)
            zero &= out == 0
            self._apply_scale_tags(out, band)
        return Look(place, values, why, zero)

    def thumbnail(self, number: int, window: Window, shape: tuple[int, int]) -> FloatArray:
        """Return a band over a window as a small image: raw values, float32 of `shape`, NaN where not observed."""
        band = self._bands[number - 1]
        values = np.empty(shape, np.float32)
        missing = band.read(window, values, Resampling.average) != OBSERVED
        self._apply_scale_tags(values, band)
        values[missing] = np.nan
        return values

    @cached_property
    def sample(self) -> list[Look]:
        """The windows spread over the image, or those on what it holds where hardly one of them meets anything."""
        looks, (height, width) = self.spread, (self._grid.height, self._grid.width)
        observed = sum(int(np.count_nonzero(look.why == OBSERVED)) for look in looks)
        if observed >= _ENOUGH // 10 or len(looks) * SAMPLE_WINDOW**2 >= height * width:
            return looks
        places = parts_on(self.overview, height, width)
        return [look for look in map(self.look, places) if (look.why == OBSERVED).any()] or looks

    @cached_property
    def spread(self) -> list[Look]:
        """Windows spread over the image: about 100 000 observed pixels or more where it has as many; a small image is read whole."""
        return [self._without_zeros(replace(look, why=look.why.copy())) for look in self._spread_as_stored]

    @cached_property
    def _spread_as_stored(self) -> list[Look]:
        height, width = self._grid.height, self._grid.width
        looks: list[Look] = []
        for count in (8, 16, 32):
            looks = [self.look_as_stored(place) for place in sample_windows(height, width, count)]
            if sum(int(np.count_nonzero(self._holds_something(look))) for look in looks) >= min(_ENOUGH, height * width // 2):
                break
        return looks

    def _holds_something(self, look: Look) -> BoolArray:
        observed = look.why == OBSERVED
        return observed & ~look.zero if self._zeros != "dark" else observed

    @cached_property
    def overview(self) -> BoolArray:
        """Where the image holds something, seen coarsely: every n-th pixel of its first band."""
        band, (height, width) = self._bands[self.numbers[0] - 1], (self._grid.height, self._grid.width)
        step = max(1.0, max(height, width) / _OVERVIEW)
        seen = np.empty((max(1, int(height / step)), max(1, int(width / step))), np.bool_)
        tops = np.linspace(0, height, len(seen) + 1).astype(int)
        for first in range(0, len(seen), _OVERVIEW_ROWS):
            self._stop()
            last = min(first + _OVERVIEW_ROWS, len(seen))
            values = np.empty((last - first, seen.shape[1]), np.float32)
            why = band.read(Window(0, int(tops[first]), width, int(tops[last] - tops[first])), values)
            seen[first:last] = (why == OBSERVED) & (values != 0)
        return seen

    @property
    def no_edge(self) -> EdgePixels:
        """The answer of `edge_pixels` where there are none."""
        return EdgePixels(self._grid.width, (), False)

    def edge_pixels(self, empty: Callable[[Look], BoolArray], begins: Callable[[Look], BoolArray]) -> EdgePixels:
        """Return the empty pixels that are connected to the image's edge.

        Args:
            empty: what an empty pixel is.
            begins: what at the edge makes it worth while to read the image once for them.
        """
        height, width = self._grid.height, self._grid.width
        edges = ((0, 1, 0, width), (height - 1, height, 0, width), (0, height, 0, 1), (0, height, width - 1, width))
        if not any(begins(self.look_as_stored(place, most_rows=_SIDE_ROWS)).any() for place in edges):
            return self.no_edge
        return find_edge_pixels(lambda first, last: empty(self.look_as_stored((first, last, 0, width))), height, width, self._stop)

    def _without_zeros(self, look: Look) -> Look:
        """Say in place where zeros mean nothing."""
        if self._zeros == "nodata":
            look.why[look.zero & (look.why == OBSERVED)] = Reason.EDGE
        elif self._edge_zeros.any:
            first, last, left, right = look.place
            look.why[self._edge_zeros.rows(first, last)[:, left:right] & (look.why == OBSERVED)] = Reason.EDGE
        return look

    @cached_property
    def _edge_zeros(self) -> EdgePixels:
        """Zeros at the image's edge, where no declared nodata value says what zeros are."""
        nodata = [self._bands[number - 1].nodata for number in self.numbers]
        if self._zeros != "auto" or 0 in nodata:
            return self.no_edge

        def zero(look: Look) -> BoolArray:
            return look.zero & (look.why == OBSERVED)

        def empty(look: Look) -> BoolArray:
            return (look.why != OBSERVED) | look.zero

        # Most images with a declared value have it at their edge and no zeros: those are not read once more.
        plain = any(value is not None for value in nodata) and not any(zero(look).any() for look in self._spread_as_stored)
        return self.edge_pixels(empty, begins=zero if plain else empty)

    def _apply_scale_tags(self, values: FloatArray, band: Band) -> None:
        if self._is_scaled:
            band.apply_scale(values)
