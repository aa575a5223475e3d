"""Simulated Sentinel-1-like scenes with known truth: for the demonstration, tests, benchmarks and as a guard in training.

A pixel depends on the spec and its own place only, never on how the
scene is cut into rows; memory depends on the width, not on the height.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError
from rasterio.transform import Affine
from rasterio.warp import transform as transform_points

from ..contract.errors import InputError
from ..raster.arrays import BoolArray, ByteArray, FloatArray
from .land import Land
from .sea import Sea
from .texture import (
    CHUNK,
    GRAIN_STEP,
    NODE_STEP,
    STRIP,
    UNIT_VARIANCE,
    Block,
    Speckle,
    draws,
    node_positions,
    smooth,
    to_pixels,
    uniform,
)

BANDS = ("VV", "VH")
KINDS = ("land", "sea")
SCALES = ("db", "power", "amplitude", "db100")
BORDERS = ("nodata", "nan", "zero")
FLOOR_DB = -50.0
"""Backscatter of a pixel that noise removal left without power; linear scales hold 0 there."""
TRUTH_NODATA = 255

_METRES_PER_DEGREE = 111_319.49  # on the equator of WGS 84
_RAMP_DB_PER_KM = -0.015  # far range is darker: about −0.2 dB for each degree of incidence
_SPECKLE_STREAMS, _GRAIN_STREAM, _SPARK_STREAM, _HOLE_STREAM = (101, 102), 103, 104, 105
_STREAMS_OF_A_DATE = 1000


@dataclass(frozen=True)
class SceneSpec:
    """What to simulate.

    Attributes:
        width, height: pixels.
        seed: chooses everything that is random.
        kind: ``land`` (the truth is water) or ``sea`` (the truth is oil).
        scale: how `write` stores backscatter: ``db``, ``power``, ``amplitude`` (float32) or ``db100`` (int16, hundredths of a dB).
        pixel_m: pixel of the grid in metres; in degrees for a geographic CRS, 111 319 m to the degree on both axes.
        crs: what rasterio takes as a CRS, ``utm`` for the zone of the centre, or empty for no georeference.
        centre: longitude and latitude of the scene's centre in degrees.
        border: share of each side that a rotated swath edge cuts off, 0 to 0.4.
        holes: number of holes inside the scene.
        border_as: border and holes are stored as a declared ``nodata`` value, as ``nan``, or as ``zero`` with nothing declared.
        looks: equivalent number of looks of the speckle.
        flood: share of the low plain under water, 0 to 1 (land).
        water: whether there is any water (land).
        wind: m/s; None: 3.5 on land, 6 at sea.
        slicks: whether there are any slicks (sea).
        noise_removed: the noise floor is subtracted again and negative power cut off, so that calm water holds true zeros.
        date: another number, the same place on another date: only the speckle differs.

    Raises:
        InputError: a value outside these limits.
    """

    width: int
    height: int
    seed: int = 0
    kind: str = "land"
    scale: str = "db"
    pixel_m: float = 10.0
    crs: str = "utm"
    centre: tuple[float, float] = (13.4, 45.9)
    border: float = 0.0
    holes: int = 0
    border_as: str = "nodata"
    looks: float = 4.4
    flood: float = 0.5
    water: bool = True
    wind: float | None = None
    slicks: bool = True
    noise_removed: bool = False
    date: int = 0

    def __post_init__(self) -> None:
        for name, value, allowed in (("kind", self.kind, KINDS), ("scale", self.scale, SCALES), ("border_as", self.border_as, BORDERS)):
            if value not in allowed:
                raise InputError(
                    f"The simulated scene's {name} is '{value}'.", f"It is one of {', '.join(allowed)}.", "Choose one of these."
                )
        limits = (
            ("width", self.width, 1, 200_000),
            ("height", self.height, 1, 1_000_000),
            ("seed", self.seed, 0, 2**62),
            ("date", self.date, 0, 2**31),
            ("pixel_m", self.pixel_m, 0.5, 200),
            ("longitude", self.centre[0], -180, 180),
            ("latitude", self.centre[1], -80, 80),
            ("border", self.border, 0, 0.4),
            ("holes", self.holes, 0, 1000),
            ("looks", self.looks, 0.5, 1000),
            ("flood", self.flood, 0, 1),
            ("wind", self.wind_ms, 0.5, 30),
        )
        for name, number, low, high in limits:
            if not low <= number <= high:
                raise InputError(f"The simulated scene's {name} is {number:g}.", f"It lies between {low:g} and {high:g}.", "Change it.")
        if self.border_as == "nan" and self.scale == "db100":
            raise InputError(
                "Whole numbers (db100) cannot hold NaN.", "", "Store border and holes as nodata or zero, or choose another scale."
            )

    @property
    def wind_ms(self) -> float:
        """Wind in m/s, the kind's usual one where none is given."""
        return self.wind if self.wind is not None else (3.5 if self.kind == "land" else 6.0)

    @property
    def dtype(self) -> str:
        """Data type of the file that `write` makes."""
        return "int16" if self.scale == "db100" else "float32"

    @property
    def nodata(self) -> float | None:
        """Declared nodata value of the file that `write` makes."""
        if self.border_as != "nodata":
            return None
        return -32768.0 if self.scale == "db100" else -9999.0


@dataclass(frozen=True)
class Georeference:
    """Where a scene lies: CRS (None: nowhere), affine transform, and the pixel (down, across) on the ground in metres."""

    crs: CRS | None
    transform: Affine
    ground_m: tuple[float, float]


def georeference(spec: SceneSpec) -> Georeference:
    """Place a scene round its centre. Raises `InputError` for a CRS that is unknown or does not reach the centre."""
    if not spec.crs:
        return Georeference(None, Affine.identity(), (spec.pixel_m, spec.pixel_m))
    longitude, latitude = spec.centre
    zone = (32600 if latitude >= 0 else 32700) + min(int((longitude + 180) // 6) + 1, 60)
    name = f"EPSG:{zone}" if spec.crs.lower() == "utm" else spec.crs
    try:
        crs = CRS.from_user_input(name)
        (x,), (y,) = transform_points("EPSG:4326", crs, [longitude], [latitude])
    except (CRSError, RasterioError, ValueError) as error:
        raise InputError(
            f"The coordinate reference system '{spec.crs}' cannot be used: {error}.",
            "Something like EPSG:32633, EPSG:3857, EPSG:4326 or utm is needed.",
            "Change --crs.",
        ) from error
    if not (math.isfinite(x) and math.isfinite(y)):
        raise InputError(f"{spec.crs} does not reach the centre {longitude:g}, {latitude:g}.", "", "Change --centre or --crs.")
    step = spec.pixel_m / _METRES_PER_DEGREE if crs.is_geographic else spec.pixel_m
    lon, lat = transform_points(crs, "EPSG:4326", [x - step, x + step, x, x], [y, y, y - step, y + step])
    shrink = math.cos(math.radians(latitude))
    across = math.hypot((lon[1] - lon[0]) * shrink, lat[1] - lat[0]) * _METRES_PER_DEGREE / 2
    down = math.hypot((lon[3] - lon[2]) * shrink, lat[3] - lat[2]) * _METRES_PER_DEGREE / 2
    corner = Affine.translation(x - step * spec.width / 2, y + step * spec.height / 2)
    return Georeference(crs, corner * Affine.scale(step, -step), (down, across))


def observed(spec: SceneSpec, first: int, last: int) -> BoolArray:
    """Return which pixels of the rows first..last lie inside the swath and outside the holes, (last − first, width)."""
    row = np.arange(first, last)[:, None] / spec.height
    column = np.arange(spec.width)[None, :] / spec.width
    inside = np.ones((last - first, spec.width), dtype=np.bool_)
    if spec.border:
        inside &= (column >= spec.border * (1 - row)) & (column < 1 - spec.border * row)
        inside &= (row >= spec.border * column) & (row < 1 - spec.border * (1 - column))
    for hole in range(spec.holes):
        x, y, long, wide = (uniform(spec.seed, _HOLE_STREAM, hole, trait) for trait in range(4))
        reach = 0.2 + 0.6 * x, 0.2 + 0.6 * y
        inside &= (np.abs(column - reach[0]) > 0.01 + 0.03 * long) | (np.abs(row - reach[1]) > 0.01 + 0.03 * wide)
    return inside


class _Painter:
    """Paints strips of one scene; holds what does not change from strip to strip."""

    def __init__(self, spec: SceneSpec) -> None:
        self.spec = spec
        self.ground_m = georeference(spec).ground_m
        # What lies where depends on metres from the centre, so that other grids and pixels show about the same ground.
        self.origin = spec.height // 2 // STRIP * STRIP, spec.width // 2 // NODE_STEP * NODE_STEP
        self.ground: Land | Sea
        if spec.kind == "land":
            self.ground = Land(spec.seed, spec.wind_ms, spec.flood, spec.water)
        else:
            self.ground = Sea(spec.seed, spec.wind_ms, spec.slicks)
        self.speckle = Speckle(spec.looks).table()
        self.noise = 10 ** ((-28.5 + 2.5 * uniform(spec.seed, _GRAIN_STREAM)) / 10)
        self.chunks = -(-spec.width // CHUNK)

    def strip(self, number: int) -> tuple[FloatArray, ByteArray]:
        """Return (backscatter dB (2, STRIP, width), truth (STRIP, width)) of a strip, as if everything were observed."""
        spec, top = self.spec, number * STRIP
        padded = self.chunks * CHUNK
        y_nodes = node_positions(top - self.origin[0], STRIP, self.ground_m[0])
        x_nodes = node_positions(-self.origin[1], padded, self.ground_m[1])
        nodes = self.ground.nodes(y_nodes, x_nodes)
        grain_rows = STRIP // GRAIN_STEP + 3
        grain = draws(spec.seed, _GRAIN_STREAM, top // GRAIN_STEP - 1, grain_rows, padded // GRAIN_STEP + 3)
        streams = (*(stream + spec.date * _STREAMS_OF_A_DATE for stream in _SPECKLE_STREAMS), _SPARK_STREAM)
        noise = [draws(spec.seed, stream, top - 1, STRIP + 2, padded + 2) for stream in streams]
        backscatter = np.empty((2, STRIP, padded), dtype=np.float32)
        truth = np.empty((STRIP, padded), dtype=np.uint8)
        y = (np.arange(STRIP) + top - self.origin[0]).astype(np.float64) * self.ground_m[0]
        for left in range(0, padded, CHUNK):
            chunk = slice(left, left + CHUNK)
            x = (np.arange(CHUNK) + left - self.origin[1]).astype(np.float64) * self.ground_m[1]
            across = slice(left // NODE_STEP, (left + CHUNK) // NODE_STEP + 3)
            fields = to_pixels(nodes[:, :, across])
            coarse = grain[None, :, left // GRAIN_STEP : (left + CHUNK) // GRAIN_STEP + 3].astype(np.float32)
            fine = to_pixels((coarse / np.float32(65536) - np.float32(0.5)) * np.float32(UNIT_VARIANCE), GRAIN_STEP)[0]
            around = slice(left, left + CHUNK + 2)
            painted = self.ground.paint(Block(fields, y, x, fine, noise[2][:, around]))
            mean = painted.mean_db + (x * (_RAMP_DB_PER_KM / 1000)).astype(np.float32)
            truth[:, chunk] = painted.truth
            for band in range(2):
                backscatter[band, :, chunk] = self._observe(mean[band], painted.factor, noise[band][:, around])
        return backscatter[:, :, : spec.width], truth[:, : spec.width]

    def _observe(self, mean_db: FloatArray, factor: FloatArray | None, numbers: NDArray[np.uint16]) -> FloatArray:
        power = np.exp(mean_db * np.float32(math.log(10) / 10))
        if factor is not None:
            power *= factor
        power += np.float32(self.noise)
        power *= smooth(self.speckle[numbers])
        if self.spec.noise_removed:
            power -= np.float32(self.noise)
        np.maximum(power, np.float32(10 ** (FLOOR_DB / 10)), out=power)
        return np.asarray(np.float32(10) * np.log10(power))


@lru_cache(maxsize=2)
def _painter(spec: SceneSpec) -> _Painter:
    return _Painter(spec)


def _strips(spec: SceneSpec, first: int, last: int) -> Iterator[tuple[int, int, FloatArray, ByteArray]]:
    painter = _painter(spec)
    for number in range(first // STRIP, -(-last // STRIP)):
        top = number * STRIP
        start, end = max(first, top), min(last, top + STRIP)
        backscatter, truth = painter.strip(number)
        yield start, end, backscatter[:, start - top : end - top], truth[start - top : end - top]


def rows(spec: SceneSpec, first: int, last: int) -> tuple[FloatArray, ByteArray]:
    """Simulate the rows first..last (last excluded).

    Returns:
        (backscatter (2, last − first, width) float32 in dB, VV and VH, NaN where not observed;
        truth (last − first, width) uint8: 0 no water or oil, 1 water or oil, 255 not observed).

    Raises:
        InputError: rows outside the scene.
    """
    if not 0 <= first <= last <= spec.height:
        raise InputError(
            f"Rows {first} to {last} were asked for.", f"The scene has the rows 0 to {spec.height}.", "Ask for rows inside it."
        )
    backscatter = np.empty((2, last - first, spec.width), dtype=np.float32)
    truth = np.empty((last - first, spec.width), dtype=np.uint8)
    for start, end, values, found in _strips(spec, first, last):
        backscatter[:, start - first : end - first] = values
        truth[start - first : end - first] = found
    if spec.border or spec.holes:
        missing = ~observed(spec, first, last)
        backscatter[:, missing] = np.nan
        truth[missing] = TRUTH_NODATA
    return backscatter, truth
