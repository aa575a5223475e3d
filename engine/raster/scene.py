"""Rasters opened as one scene: bands by polarisation, one grid, what is observed, and decibels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.windows import Window
from rasterio.windows import transform as window_transform

from ..contract.errors import InputError
from ..contract.job import Source
from .arrays import BoolArray, FloatArray
from .bands import BandMap, FileBands, find_bands
from .files import file_state, open_raster, read_band
from .ground import ground_pixel_m
from .nodata import EdgeZeros, find_edge_zeros, unobserved
from .radiometry import Scale, ScaleOpen, decide_scale, scale_from_metadata, to_db

_DATE = re.compile(r"(?<!\d)(20\d{2})-?([01]\d)-?([0-3]\d)(?:[T_ ]?([0-2]\d):?([0-5]\d):?([0-5]\d))?(?!\d)")
_SAMPLE_WINDOW = 128


@dataclass(frozen=True)
class Grid:
    """Where an image's pixels lie. `crs` is None where the image has no georeference."""

    height: int
    width: int
    transform: Affine
    crs: CRS | None

    def part(self, first_row: int, last_row: int, first_column: int, last_column: int) -> Grid:
        """Return the grid of a window."""
        window = Window(first_column, first_row, last_column - first_column, last_row - first_row)
        return Grid(window.height, window.width, window_transform(window, self.transform), self.crs)


class Scene:
    """One image to map. Use `open_scene`.

    Attributes:
        grid: the image's grid.
        bands: the polarisations found, with their band numbers.
        file_states: size and time of change of each file when it was opened.
    """

    def __init__(self, source: Source, datasets: list[rasterio.DatasetReader], zeros: str, any_polarisation: bool) -> None:
        self.source, self._zeros = source, zeros
        self.file_states = [file_state(path) for path in source.paths]
        self._bands = [(dataset, number) for dataset in datasets for number in range(1, dataset.count + 1)]
        self.grid = shared_grid(datasets)
        files = [FileBands(d.name, tuple(t or "" for t in d.descriptions)) for d in datasets]
        found = find_bands(files, source.bands, any_polarisation)
        self.bands = found or self._bands_by_brightness()

    def __len__(self) -> int:
        return self.grid.height

    @property
    def block_row_bytes(self) -> int:
        """Bytes of a row of the files' blocks: with this much cache, reading in strips of rows decodes each block once."""
        return sum(d.block_shapes[i - 1][0] * d.width * np.dtype(d.dtypes[i - 1]).itemsize for d, i in self._bands)

    @cached_property
    def ground_pixel_m(self) -> tuple[float, float] | None:
        """Size of a pixel on the ground (across, down) in metres at the image's centre; None without georeference."""
        if self.grid.crs is None:
            return None
        return ground_pixel_m(self.grid.crs, self.grid.transform, self.grid.width / 2, self.grid.height / 2)

    @cached_property
    def acquired(self) -> str:
        """Acquisition date and time as far as tags or file names tell, ISO 8601; else empty."""
        return acquired_at(self._bands[0][0].tags(), self.source.paths)

    @cached_property
    def pass_direction(self) -> str:
        """``ascending`` or ``descending`` as far as a tag tells (of any name with PASS or ORBIT); else empty."""
        tags = self._bands[0][0].tags()
        words = {value.strip().lower() for key, value in tags.items() if "PASS" in key.upper() or "ORBIT" in key.upper()}
        return next((name for name, short in (("ascending", "asc"), ("descending", "desc")) if words & {name, short}), "")

    @property
    def simulated(self) -> bool:
        """Whether the image says of itself that it is simulated."""
        return self._bands[0][0].tags().get("TIDEMARK_SIMULATED", "").lower() == "yes"

    @cached_property
    def sample(self) -> list[FloatArray]:
        """Windows spread over the image, float32 (C, h, w) of raw values in the order of `bands`, NaN where not observed.

        About 100 000 observed pixels or more where the image has as many; a small image is read whole.
        """
        height, width = self.grid.height, self.grid.width
        for count in (8, 16, 32):
            windows = [self._raw(*window) for window in sample_windows(height, width, count)]
            if sum(int(np.isfinite(w[0]).sum()) for w in windows) >= min(100_000, height * width // 2):
                break
        return windows

    @cached_property
    def scale(self) -> Scale | ScaleOpen:
        """The scale of the values. Raises `InputError` for values that no radar scale explains."""
        datasets = [dataset for dataset, _ in self._bands]
        names = [PurePath(p).name for p in self.source.paths] + [t or "" for d in datasets for t in d.descriptions]
        units = [u or "" for d in datasets for u in d.units]
        stated = scale_from_metadata(names, units, datasets[0].tags())
        seen = [w for w in self.sample if np.isfinite(w).any()]
        if not seen:
            raise InputError(
                "No pixel of the sampled image holds an observation: all are nodata.",
                "A map needs backscatter.",
                "Check the file, or with zeros that mean dark water use --zeros dark.",
            )
        if min(np.nanmin(w) for w in seen) == max(np.nanmax(w) for w in seen):
            raise InputError(
                "Every sampled pixel has the same value: the image is constant.",
                "A map needs backscatter that varies.",
                "Check how the file was made.",
            )
        return decide_scale(self.source.scale, stated, datasets[0].dtypes[0], self.sample, tuple(self.bands.numbers))

    def sample_db(self, bands: tuple[str, ...]) -> list[FloatArray]:
        """Return the sample windows in dB, float32 (len(bands), h, w), NaN where not observed."""
        order = [list(self.bands.numbers).index(band) for band in bands]
        return [to_db(window[order], self._scale_name) for window in self.sample]

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of the sampled observed pixels in dB, float32 (len(bands),)."""
        windows = self.sample_db(bands)
        return np.array([np.nanmedian(np.concatenate([w[i].ravel() for w in windows])) for i in range(len(bands))], np.float32)

    def valid_share(self) -> float:
        """Return the share of the sampled pixels that hold an observation, 0 to 1."""
        return float(sum(np.isfinite(w[0]).sum() for w in self.sample) / sum(w[0].size for w in self.sample))

    @property
    def is_display(self) -> bool:
        """Whether the image holds display bytes: what is called dB below then are those bytes."""
        return self._scale_name == "display"

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Read a window in dB: float32 (len(bands), rows, columns), NaN in all bands where not observed."""
        return to_db(self._raw(first, last, first_column, last_column, bands), self._scale_name)

    def thumbnail_db(self, window: Window, shape: tuple[int, int]) -> FloatArray:
        """Return the first band over a window as a small image in dB: float32 of `shape`, NaN where not observed."""
        number = next(iter(self.bands.numbers.values()))
        dataset, index = self._bands[number - 1]
        values = np.empty(shape, np.float32)
        read_band(dataset, index, out=values, window=window, resampling=Resampling.average)
        missing = unobserved(values, dataset.nodatavals[index - 1])
        self._apply_scale_tags(values, dataset, index)
        values[missing] = np.nan
        return to_db(values, self._scale_name)

    @property
    def _scale_name(self) -> str:
        if isinstance(self.scale, ScaleOpen):
            raise self.scale.error()
        return self.scale.name

    def _raw(self, first: int, last: int, left: int, right: int, bands: tuple[str, ...] | None = None) -> FloatArray:
        names = bands or tuple(self.bands.numbers)
        window = Window(left, first, right - left, last - first)
        values, missing, zero = self._decode([self.bands.numbers[name] for name in names], window)
        if self._zeros == "nodata":
            missing |= zero
        elif self._edge_zeros.any:
            missing |= self._edge_zeros.rows(first, last)[:, left:right]
        values[:, missing] = np.nan
        return values

    def _decode(self, numbers: list[int], window: Window) -> tuple[FloatArray, BoolArray, BoolArray]:
        """Return values (C, h, w) with scale and offset applied, where any band misses, and where all bands are zero."""
        values = np.empty((len(numbers), int(window.height), int(window.width)), np.float32)
        missing = np.zeros(values.shape[1:], np.bool_)
        zero = np.ones(values.shape[1:], np.bool_)
        for i, number in enumerate(numbers):
            dataset, index = self._bands[number - 1]
            read_band(dataset, index, out=values[i], window=window)
            missing |= unobserved(values[i], dataset.nodatavals[index - 1])
            zero &= values[i] == 0
            self._apply_scale_tags(values[i], dataset, index)
        return values, missing, zero

    def _apply_scale_tags(self, values: FloatArray, dataset: rasterio.DatasetReader, index: int) -> None:
        if self.source.scale in ("db100", "db10"):  # who says so means the stored numbers
            return
        values *= np.float32(dataset.scales[index - 1])
        values += np.float32(dataset.offsets[index - 1])

    @cached_property
    def _edge_zeros(self) -> EdgeZeros:
        none = EdgeZeros(self.grid.width, (), False)
        declared = any(dataset.nodatavals[index - 1] is not None for dataset, index in self._bands)
        if self._zeros != "auto" or declared:
            return none
        height, width = self.grid.height, self.grid.width
        numbers = list(self.bands.numbers.values())

        def empty(first: int, last: int, left: int = 0, right: int = width) -> BoolArray:
            _, missing, zero = self._decode(numbers, Window(left, first, right - left, last - first))
            return missing | zero

        edges = ((0, 1, 0, width), (height - 1, height, 0, width), (0, height, 0, 1), (0, height, width - 1, width))
        if not any(empty(*edge).any() for edge in edges):
            return none
        return find_edge_zeros(empty, height, width)

    def _bands_by_brightness(self) -> BandMap:
        self.bands = BandMap({"VV": 1, "VH": 2}, "statistics")
        medians = [np.nanmedian(np.concatenate([w[i][w[i] != 0] for w in self.sample])) for i in range(2)]
        if medians[0] == medians[1] or not np.isfinite(medians).all():
            raise InputError(
                "The two bands have no names and are equally bright.",
                "Tidemark needs to know which one is VV and which one is VH.",
                "Name them with --bands, e.g. --bands VV=1,VH=2.",
            )
        del self.sample
        return BandMap({"VV": 1, "VH": 2} if medians[0] > medians[1] else {"VV": 2, "VH": 1}, "statistics")


def acquired_at(tags: Mapping[str, str], paths: Sequence[str]) -> str:
    """Return an image's date and time as far as its tags or file names tell, ISO 8601; else empty."""
    texts = [v for k, v in tags.items() if "ACQ" in k.upper()] + [PurePath(p).name for p in paths]
    for text in texts:
        if match := _DATE.search(text):
            year, month, day, hour, minute, second = match.groups()
            return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}Z" if hour else "")
    return ""


def sample_windows(height: int, width: int, count: int) -> list[tuple[int, int, int, int]]:
    """Return at most `count` × `count` windows of 128 pixels spread over an image: first and last row, first and last column."""
    return [
        (row, min(row + _SAMPLE_WINDOW, height), column, min(column + _SAMPLE_WINDOW, width))
        for row in _spread(height, count)
        for column in _spread(width, count)
    ]


def _spread(length: int, count: int) -> list[int]:
    """Starts of at most `count` windows spread evenly over a length; the windows lie side by side where they cover it all."""
    if length <= count * _SAMPLE_WINDOW:
        return list(range(0, length, _SAMPLE_WINDOW))
    return [int((i + 0.5) * length / count) - _SAMPLE_WINDOW // 2 for i in range(count)]


def shared_grid(datasets: Sequence[rasterio.DatasetReader]) -> Grid:
    """Return the grid of the files of one image. Raises `InputError` where their grids differ."""
    first = datasets[0]
    for other in datasets[1:]:
        if first.shape != other.shape or first.crs != other.crs or not first.transform.almost_equals(other.transform, 1e-6):
            raise InputError(
                f"{PurePath(first.name).name} has {first.width} x {first.height} pixels and {PurePath(other.name).name} "
                f"{other.width} x {other.height}; their grids differ.",
                "The bands of one scene share size, position and coordinate reference system.",
                "Bring them onto one grid first (gdalwarp -te … -tr …, or Raster > Align Rasters in QGIS).",
            )
    crs = first.crs if first.crs and first.transform != Affine.identity() else None
    return Grid(first.height, first.width, first.transform, crs)


@contextmanager
def open_scene(source: Source, zeros: str = "auto", any_polarisation: bool = False) -> Iterator[Scene]:
    """Open a source as a scene.

    Args:
        source: files, bands and scale.
        zeros: what zeros mean where no nodata value is declared: ``auto``, ``nodata`` or ``dark``.
        any_polarisation: whether an only band without a name will do.

    Raises:
        InputError: a file is missing or no raster, is not geocoded, is complex, its grids differ, or its bands cannot be told.
    """
    with ExitStack() as stack:
        yield Scene(source, [stack.enter_context(open_raster(path)) for path in source.paths], zeros, any_polarisation)
