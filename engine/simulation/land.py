"""The land of simulated scenes: fields, forest, towns, roads, hills, rivers, lakes, ponds and a flooded plain, in mean backscatter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..raster.arrays import BoolArray, ByteArray, DoubleArray, FloatArray
from .texture import Block, Painted, Scatter, fractal_noise, mix, smooth, uniform

GRASS, CROP_LOW, CROP_MIDDLE, CROP_HIGH, BARE, STEPPE, SHRUB, FOREST, TOWN, ROAD, RUNWAY, POND = range(12)

_MEAN_DB = np.array(
    # VV, VH, strength of the fine texture, all in dB: chosen so that land has the quantiles of dry land in calibrated Sentinel-1
    # chips, also after a median filter (tests/training/datasets/test_water.py). BARE, ROAD and RUNWAY are dark and no water.
    [
        (-10.4, -16.5, 0.5),  # grass
        (-11.4, -17.7, 0.5),  # low crop
        (-9.9, -16.1, 0.5),  # middle crop
        (-8.4, -15.2, 0.6),  # high crop
        (-13.8, -19.9, 0.5),  # bare, smooth and dry
        (-12.0, -17.1, 0.8),  # steppe
        (-9.4, -15.6, 1.0),  # shrub, hedges, orchards
        (-8.4, -14.3, 0.9),  # forest
        (-8.5, -15.2, 1.2),  # town, before its reflectors
        (-15.0, -21.5, 0.3),  # road
        (-18.5, -24.0, 0.3),  # runway
        (-12.0, -18.0, 0.0),  # pond: water takes over
    ],
    dtype=np.float32,
)

_RIVER_SPACING_M, _STREAM_SPACING_M, _ROAD_SPACING_M = 14_000.0, 7_000.0, 5_500.0
_PARCEL_M = (420.0, 230.0)

_STREAMS = {name: number for number, name in enumerate(
    ("river", "stream", "road", "river_width", "lakes", "ponds", "relief", "micro", "forest", "town", "village",
     "bend_u", "bend_v", "wind", "hills", "moisture", "parcel", "airfield", "character"), start=1)}  # fmt: skip
_AIRFIELDS = Scatter(_STREAMS["airfield"], cell_m=14_000, share=0.8, reach_m=1400, traits=2)


def open_water_db(wind: FloatArray) -> FloatArray:
    """Return VV sigma nought (dB) of open water at about 38° of incidence for a wind in m/s: −23.6 at 2, −17 at 5, −12 at 10.

    A straight line in the logarithm of the wind: the order of magnitude of C-band model functions, not one of them.
    """
    return np.asarray(16.6 * np.log10(np.maximum(wind, np.float32(1.2)) / np.float32(5.0)) - 17.0, dtype=np.float32)


def cross_polarised_db(co_polarised: FloatArray) -> FloatArray:
    """Return VH sigma nought (dB) of open water from VV: the wind changes it less, and it sinks towards the noise floor."""
    return co_polarised * np.float32(0.8) - np.float32(13.2)


@dataclass(frozen=True)
class Land:
    """One simulated landscape, without bounds.

    Attributes:
        seed: chooses the landscape.
        wind: wind over water in m/s.
        flood: 0 (none) to 1 (all of the low plain under water).
        water: whether there is any water at all.
    """

    seed: int
    wind: float
    flood: float
    water: bool

    def _character(self, trait: int) -> float:
        return uniform(self.seed, _STREAMS["character"], trait)

    def _noise(self, name: str, y: DoubleArray, x: DoubleArray, period: float, octaves: int, gain: float = 0.5) -> DoubleArray:
        return fractal_noise(self.seed, _STREAMS[name], (y, x), period, octaves, gain)

    def _course(self, name: str, y: DoubleArray, x: DoubleArray, sway_m: float, period: float) -> DoubleArray:
        """Return a field in metres whose level lines meander: a tilted plane plus noise."""
        angle = 2 * np.pi * uniform(self.seed, _STREAMS[name])
        plane = y[:, None] * np.cos(angle) + x[None, :] * np.sin(angle)
        return np.asarray(plane + sway_m * self._noise(name, y, x, period, 3, 0.4))

    def _line(
        self, name: str, y: DoubleArray, x: DoubleArray, spacing: float, sway_m: float, period: float
    ) -> tuple[DoubleArray, DoubleArray]:
        """Return (course in units of its spacing, metres for one unit): lines run where the first is a whole number."""
        course = self._course(name, y, x, sway_m, period)
        down, across = np.gradient(course, y, x)
        steepness = np.maximum(np.hypot(down, across), 0.35)
        # The river is led through the scene's centre, which is position 0, 0.
        origin = np.zeros(1)
        shift = self._course(name, origin, origin, sway_m, period)[0, 0] if name == "river" else 0.37 * spacing
        return (course - shift) / spacing, spacing / steepness

    def nodes(self, y: DoubleArray, x: DoubleArray) -> FloatArray:
        """Return the smooth fields (K, len(y) − 2, len(x) − 2) on nodes; the outermost ring serves the gradients."""
        river = self._line("river", y, x, _RIVER_SPACING_M, 800.0, 3200.0)
        stream = self._line("stream", y, x, _STREAM_SPACING_M, 380.0, 1300.0)
        road = self._line("road", y, x, _ROAD_SPACING_M, 260.0, 3600.0)
        hilly = 1 / (1 + np.exp(-4 * (self._noise("hills", y, x, 9000, 2) - 2.2 + 2.4 * self._character(0))))
        relief = self._noise("relief", y, x, 2400, 4) * 160
        slope = np.gradient(relief, x, axis=1)
        town = np.maximum(self._noise("town", y, x, 3600, 4), self._noise("village", y, x, 900, 2) - 0.75)
        fields = (
            *river,
            *stream,
            *road,
            28 + 60 * np.exp(0.45 * self._noise("river_width", y, x, 2600, 2)) * (0.6 + self._character(1)),
            np.maximum(self._noise("lakes", y, x, 2600, 4), self._noise("ponds", y, x, 620, 2) - 0.7),
            self._noise("micro", y, x, 1500, 4, 0.6) + 3 * hilly,
            self._noise("forest", y, x, 3000, 5, 0.6) + 1.2 * hilly,
            town - 3 * hilly,
            y[:, None] + 180 * self._noise("bend_v", y, x, 2600, 2),
            x[None, :] + 180 * self._noise("bend_u", y, x, 2600, 2),
            np.log(self.wind) + 0.3 * self._noise("wind", y, x, 4200, 3),
            hilly * np.clip(slope * 14, -7, 6),
            self._noise("moisture", y, x, 5200, 3) * 0.8,
        )
        return np.stack([field[1:-1, 1:-1] for field in fields]).astype(np.float32)

    @cached_property
    def _palette(self) -> ByteArray:
        """Return the cover of a parcel for each of 256 equally likely numbers."""
        dry = self._character(2)
        shares = {
            POND: 0.006 if self.water else 0.0,
            BARE: 0.015 + 0.05 * dry,
            STEPPE: 0.05 + 0.45 * dry,
            CROP_LOW: 0.14,
            CROP_MIDDLE: 0.2,
            CROP_HIGH: 0.12 * (1.2 - dry),
            SHRUB: 0.05,
        }
        palette = np.full(256, GRASS, dtype=np.uint8)
        ends = np.round(np.cumsum(list(shares.values())) * 256).astype(int)
        for cover, start, end in zip(shares, np.concatenate([[0], ends[:-1]]), ends, strict=True):
            palette[start:end] = cover
        return palette

    def _parcels(self, v: FloatArray, u: FloatArray) -> tuple[ByteArray, FloatArray, BoolArray]:
        """Divide the land into fields: (cover, deviation −0.5..0.5, whether on a hedge) of bent coordinates in metres."""
        angle = np.pi * self._character(3)
        across, down = np.float32(np.cos(angle)), np.float32(np.sin(angle))
        size = 0.6 + 0.9 * self._character(4)
        p = (u * across + v * down) / np.float32(_PARCEL_M[0] * size)
        q = (v * across - u * down) / np.float32(_PARCEL_M[1] * size)
        column = np.floor(p)
        # Every column of fields begins elsewhere and has fields of another length, so that no grid shows.
        drift = column * np.float32(0.6180339)
        drift -= np.floor(drift)
        q = q * (np.float32(0.55) + drift) + drift * np.float32(17)
        row = np.floor(q)
        number = mix(self.seed, _STREAMS["parcel"], row.astype(np.int64), column.astype(np.int64))
        cover = self._palette[(number & np.uint64(255)).astype(np.uint8)]
        deviation = ((number >> np.uint64(8)) & np.uint64(255)).astype(np.float32) / np.float32(255) - np.float32(0.5)
        hedge = ((number >> np.uint64(16)) & np.uint64(7)).astype(np.uint8) == 0
        hedge &= (q - row) < np.float32(0.12)
        return cover, deviation, hedge

    def _runways(self, y: DoubleArray, x: DoubleArray) -> Iterator[BoolArray]:
        """Yield where each runway near a block lies."""
        for row, column, turn, long in _AIRFIELDS.near(self.seed, y, x):
            along, aside = np.cos(np.pi * turn), np.sin(np.pi * turn)
            dy, dx = (y - row)[:, None], (x - column)[None, :]
            yield (np.abs(dx * along + dy * aside) < 500 + 900 * long) & (np.abs(dy * along - dx * aside) < 28)

    def paint(self, block: Block) -> Painted:
        """Paint one block of `nodes`' fields. The truth is open water."""
        (*lines, width, lake, micro, forest, town, v, u, wind, shade, moisture) = block.fields
        cover, deviation, hedge = self._parcels(v, u)
        pond = cover == POND
        cover[hedge] = SHRUB
        ragged = block.grain * np.float32(0.07)
        tall = forest + ragged > np.float32(0.5 + 1.3 * self._character(5))
        cover[tall] = FOREST
        built = town + np.float32(0.9) * deviation + ragged > np.float32(1.55)
        cover[built] = TOWN
        paved = self._pave(cover, lines[4], lines[5], block)

        water = np.zeros(cover.shape, dtype=np.bool_)
        if self.water:
            river, river_m, stream, stream_m = lines[:4]
            offset = np.abs(river - np.rint(river))
            water |= offset * river_m < width + block.grain * 4
            water |= np.abs(stream - np.rint(stream)) * stream_m < 14
            water |= lake + ragged * np.float32(0.6) > 1.95
            water |= pond & ~(tall | built)
            if self.flood > 0:
                height = offset * np.float32(_RIVER_SPACING_M / 1800) + np.float32(0.55) * micro + deviation * np.float32(0.3)
                water |= (height + ragged < np.float32(1.8 * self.flood - 0.3)) & ~(tall | built | hedge)
            water &= ~paved

        change = shade + moisture + deviation * np.float32(1.6) + block.grain * _MEAN_DB[:, 2][cover] + built * (deviation * np.float32(4))
        mean = np.stack([_MEAN_DB[:, 0][cover] + change, _MEAN_DB[:, 1][cover] + change])
        if water.any():
            sea = np.clip(open_water_db(np.exp(wind)), -24.5, -12.5) + block.grain * np.float32(0.25)
            np.copyto(mean[0], sea, where=water)
            np.copyto(mean[1], cross_polarised_db(sea), where=water)
        return Painted(mean, water, self._reflectors(built & ~paved, block.sparks))

    def _pave(self, cover: ByteArray, road: FloatArray, road_m: FloatArray, block: Block) -> BoolArray:
        """Lay roads and runways into the cover; return where they lie."""
        paved = np.abs(road - np.rint(road)) * road_m < 11
        cover[paved] = ROAD
        for runway in self._runways(block.y, block.x):
            cover[runway] = RUNWAY
            paved |= runway
        return paved

    def _reflectors(self, built: BoolArray, sparks: NDArray[np.uint16]) -> FloatArray | None:
        """Return the factor by which walls facing the radar brighten a town, or None outside towns."""
        if not built.any():
            return None
        factor = np.ones(built.shape, dtype=np.float32)
        np.copyto(factor, smooth(_REFLECTOR_POWER[sparks]), where=built)
        return factor


_REFLECTOR_POWER = (1.2 * (1 - (np.arange(65536) + 0.5) / 65536) ** -0.62 - 0.75).astype(np.float32)
"""Power of a resolution cell in a town, by a 16-bit number: a Pareto tail of corner reflectors over a quiet background."""
