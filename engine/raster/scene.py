"""Open rasters as one scene: bands by polarisation, one grid, what is observed, and decibels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..contract.errors import InputError
from ..contract.job import Source
from .arrays import BoolArray, ByteArray, FloatArray
from .bands import MASK_NAMES, SAY_POLARISATIONS, BandMap, FileBands, all_neutral, find_bands
from .files import band_names, band_units, file_state, open_raster
from .ground import ground_pixel_m, map_coordinates
from .observed import REASON_WORDS, Band, EdgePixels, Reason, bands_of, find_edge_pixels
from .radiometry import DECIBELS, FAINT, Scale, ScaleOpen, decide_scale, scale_from_metadata, to_db

_DATE = re.compile(r"(?<!\d)(20\d{2})-?([01]\d)-?([0-3]\d)(?:[T_ ]?([0-2]\d):?([0-5]\d):?([0-5]\d))?(?!\d)")
_SAMPLE_WINDOW = 128
_SAME_PIXEL = 0.01
_ENOUGH = 100_000
_OVERVIEW, _OVERVIEW_ROWS = 1024, 64
"""Rows and columns at most of the coarse look at an image whose spread windows hold hardly anything; its rows that are read at once."""
_REPEATED = 0.01
"""Share of an image from which an exact value that repeats itself is told."""
_SIDE_ROWS = 1024
"""Rows at most at which an image's sides are looked at: files that lie in rows would be decoded whole for all of them."""
_NOISY = 0.001
"""Share of faint pixels in a sample from which noise at the edge of the swath is looked for."""

Part = tuple[int, int, int, int]
"""First and last row, first and last column."""


@dataclass(frozen=True)
class Grid:
    """Where an image's pixels lie. `crs` is None where the image has no georeference."""

    height: int
    width: int
    transform: Affine
    crs: CRS | None

    def part(self, first_row: int, last_row: int, first_column: int, last_column: int) -> Grid:
        """Return the grid of a window."""
        # Not by rasterio.windows.transform: it adds and takes away the origin, which loses digits, and warns with affine 3.
        x, y = map_coordinates(self.transform, np.array([first_column]), np.array([first_row]))
        t = self.transform
        return Grid(last_row - first_row, last_column - first_column, Affine(t.a, t.b, float(x[0]), t.d, t.e, float(y[0])), self.crs)


def shifted_to(grid: Grid, other: Grid) -> Grid:
    """Return a grid in degrees by whole turns nearer to another one: some count longitudes from 0 to 360, others from -180 to 180."""
    if grid.crs is None or other.crs is None or not (grid.crs.is_geographic and other.crs.is_geographic):
        return grid
    (here,), (there,) = (map_coordinates(g.transform, np.array([g.width / 2]), np.array([g.height / 2]))[0] for g in (grid, other))
    turns, t = round((there - here) / 360), grid.transform
    return replace(grid, transform=Affine(t.a, t.b, t.c + 360 * turns, t.d, t.e, t.f)) if turns else grid


def corners_agree(one: Grid, other: Grid) -> bool:
    """Whether the corners of two grids of one size lie within a hundredth of a pixel of each other."""
    corners = np.array([[0, 0], [one.width, 0], [0, one.height], [one.width, one.height]], np.float64).T
    across, down = map_coordinates(~one.transform, *map_coordinates(other.transform, *corners))
    return bool(np.abs(np.stack([across, down]) - corners).max() < _SAME_PIXEL)


@dataclass(frozen=True)
class _Look:
    """Raw values of a window: float32 (C, h, w), why pixels hold no observation (`Reason`, uint8), and where all bands are zero."""

    place: Part
    values: FloatArray
    why: ByteArray
    zero: BoolArray


class Scene:
    """One image to map. Use `open_scene`.

    Attributes:
        grid: the image's grid.
        bands: the polarisations found, with their band numbers.
        file_states: size and time of change of each file when it was opened.
    """

    def __init__(
        self, source: Source, datasets: list[rasterio.DatasetReader], zeros: str, any_polarisation: bool, stop: Callable[[], None]
    ) -> None:
        self.source, self._zeros, self._stop = source, zeros, stop
        self._medians: dict[tuple[str, ...], FloatArray] = {}
        self.file_states = [file_state(path) for path in source.paths]
        self._bands = bands_of(datasets)
        self.grid = shared_grid(datasets)
        files = [FileBands(d.name, band_names(d)) for d in datasets]
        if not source.bands and len(files) == 1 and self._is_grey_picture(files[0].descriptions):
            files = [replace(files[0], descriptions=files[0].descriptions[:1])]
        found = find_bands(files, source.bands, any_polarisation)
        self.bands = found or self._bands_by_brightness()

    def __len__(self) -> int:
        return self.grid.height

    @property
    def block_row_bytes(self) -> int:
        """Bytes of a row of the files' blocks: with this much cache, reading in strips of rows decodes each block once."""
        return sum(band.block_row_bytes for band in self._bands)

    @cached_property
    def ground_pixel_m(self) -> tuple[float, float] | None:
        """Size of a pixel on the ground (across, down) in metres at the image's centre; None without georeference."""
        if self.grid.crs is None:
            return None
        return ground_pixel_m(self.grid.crs, self.grid.transform, self.grid.width / 2, self.grid.height / 2)

    @cached_property
    def acquired(self) -> str:
        """Acquisition date and time as far as tags or file names tell, ISO 8601; else empty."""
        return acquired_at(self._bands[0].dataset.tags(), self.source.paths)

    @cached_property
    def pass_direction(self) -> str:
        """``ascending`` or ``descending`` as far as a tag tells (of any name with PASS or ORBIT); else empty."""
        tags = self._bands[0].dataset.tags()
        words = {value.strip().lower() for key, value in tags.items() if "PASS" in key.upper() or "ORBIT" in key.upper()}
        return next((name for name, short in (("ascending", "asc"), ("descending", "desc")) if words & {name, short}), "")

    @property
    def relative_orbit(self) -> int:
        """The satellite's track as a prepared image has it in its tags; 0 where nothing tells it."""
        text = self._bands[0].dataset.tags().get("RELATIVE_ORBIT", "")
        return int(text) if text.isdecimal() else 0

    @property
    def simulated(self) -> bool:
        """Whether the image says of itself that it is simulated."""
        return self._bands[0].dataset.tags().get("TIDEMARK_SIMULATED", "").lower() == "yes"

    @property
    def sample(self) -> list[FloatArray]:
        """Windows of the image, float32 (C, h, w) of raw values in the order of `bands`, NaN where not observed.

        They are spread over it and hold about 100 000 observed pixels or more where the image has as many; a small image is read whole.
        Where spread windows miss what an image holds, they lie on that.
        """
        return [_observed(look) for look in self._sample]

    @cached_property
    def _spread_as_read(self) -> list[_Look]:
        """Windows spread over the image, of which nobody asked yet what their zeros mean."""
        height, width = self.grid.height, self.grid.width
        looks: list[_Look] = []
        for count in (8, 16, 32):
            looks = [self._read(list(self.bands.numbers.values()), place) for place in sample_windows(height, width, count)]
            if sum(int(np.count_nonzero(self._holds_something(look))) for look in looks) >= min(_ENOUGH, height * width // 2):
                break
        return looks

    @cached_property
    def _spread(self) -> list[_Look]:
        """Windows spread over the image."""
        return [self._without_zeros(replace(look, why=look.why.copy())) for look in self._spread_as_read]

    def _holds_something(self, look: _Look) -> BoolArray:
        return (look.why == 0) & ~look.zero if self._zeros != "dark" else look.why == 0

    @cached_property
    def _sample(self) -> list[_Look]:
        """The windows spread over the image, or those on what it holds where hardly one of them meets anything."""
        looks = self._spread
        if _count_observed(looks) >= _ENOUGH // 10 or len(looks) * _SAMPLE_WINDOW**2 >= self.grid.height * self.grid.width:
            return looks
        places = parts_on(self.overview, self.grid.height, self.grid.width)
        return [look for look in map(self._look, places) if (look.why == 0).any()] or looks

    @cached_property
    def overview(self) -> BoolArray:
        """Where the image holds something, seen coarsely: every n-th pixel of its first band."""
        band = self._bands[next(iter(self.bands.numbers.values())) - 1]
        step = max(1.0, max(self.grid.height, self.grid.width) / _OVERVIEW)
        seen = np.empty((max(1, int(self.grid.height / step)), max(1, int(self.grid.width / step))), np.bool_)
        tops = np.linspace(0, self.grid.height, len(seen) + 1).astype(int)
        for first in range(0, len(seen), _OVERVIEW_ROWS):
            self._stop()
            last = min(first + _OVERVIEW_ROWS, len(seen))
            values = np.empty((last - first, seen.shape[1]), np.float32)
            why = band.read(Window(0, int(tops[first]), self.grid.width, int(tops[last] - tops[first])), values)
            seen[first:last] = (why == 0) & (values != 0)
        return seen

    @cached_property
    def scale(self) -> Scale | ScaleOpen:
        """The scale of the values. Raises `InputError` for values that no radar scale explains."""
        datasets = list(dict.fromkeys(band.dataset for band in self._bands))
        names = [PurePath(p).name for p in self.source.paths] + [name for d in datasets for name in band_names(d)]
        units = [unit for d in datasets for unit in band_units(d)]
        stated = scale_from_metadata(names, units, datasets[0].tags())
        sample = self.sample
        seen = [w for w in sample if np.isfinite(w).any()]
        if not seen:
            raise InputError(
                "No pixel of the sampled image holds an observation: all are nodata.",
                "A map needs backscatter.",
                "Check the file; where zeros mean dark water, say so with --zeros dark (in QGIS: 'Zeros are').",
            )
        if min(np.nanmin(w) for w in seen) == max(np.nanmax(w) for w in seen):
            raise InputError(
                "Every sampled pixel has the same value: the image is constant.",
                "A map needs backscatter that varies.",
                "Check how the file was made.",
            )
        return decide_scale(self.source.scale, stated, self._stored_type, sample, tuple(self.bands.numbers))

    @property
    def _stored_type(self) -> str:
        """Data type of the first band's values; scaled integers are floating-point numbers."""
        return "float32" if self._bands[0].is_scaled else str(self._bands[0].dataset.dtypes[0])

    def sample_db(self, bands: tuple[str, ...]) -> list[FloatArray]:
        """Return the sample windows in dB, float32 (len(bands), h, w), NaN where not observed."""
        order = [list(self.bands.numbers).index(band) for band in bands]
        return [self._calibrate(replace(look, values=look.values[order], why=look.why.copy())).values for look in self._sample]

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of the sampled observed pixels in dB, float32 (len(bands),)."""
        if bands not in self._medians:
            windows = self.sample_db(bands)
            values = (np.concatenate([window[index].ravel() for window in windows]) for index in range(len(bands)))
            self._medians[bands] = np.array([np.nanmedian(value) for value in values], np.float32)
        return self._medians[bands]

    def valid_share(self) -> float:
        """Return the share of the sampled pixels that hold an observation, 0 to 1."""
        return 1.0 - sum(self.unobserved_shares().values())

    def unobserved_shares(self) -> dict[str, float]:
        """Return in words why sampled pixels hold no observation, and the share of each reason, 0 to 1."""
        counts = np.bincount(np.concatenate([why.ravel() for why in self._whys(self._spread)]), minlength=len(Reason))
        return {words: float(counts[reason] / counts.sum()) for reason, words in REASON_WORDS.items() if counts[reason]}

    def _whys(self, looks: Sequence[_Look]) -> list[ByteArray]:
        """Return why the pixels of windows hold no observation; what values no radar measures is not known while the scale is open."""
        if isinstance(self.scale, ScaleOpen):
            return [look.why for look in looks]
        copies = (replace(look, values=look.values.copy(), why=look.why.copy()) for look in looks)
        return [self._calibrate(copy).why for copy in copies]

    @cached_property
    def doubts(self) -> list[str]:
        """What may be no backscatter although nothing says so: an exact value that covers a part of an image of decimals, in all bands.

        A fill that nobody declares looks like that; so do values that were cut at a limit, and these were observed. Zeros are not
        asked about here: away from the edge they are calm water.
        """
        if not all(self._bands[number - 1].is_float for number in self.bands.numbers.values()):
            return []
        pixels = max(1, sum(look.zero[:, 1:].size for look in self._sample))
        repeated = np.concatenate([_repeated(look, why) for look, why in zip(self._sample, self._whys(self._sample), strict=True)])
        values, counts = np.unique(repeated, return_counts=True)
        share = counts.max(initial=0) / pixels
        if share < _REPEATED:
            return []
        found = f"{share:.0%} of the sampled pixels hold exactly {values[counts.argmax()]:g}, and were taken for observed."
        do = "If that value means no data, declare it in the file (in QGIS: 'No data' in the layer's properties), and run again."
        return [f"{found} {do}"]

    @property
    def is_display(self) -> bool:
        """Whether the image holds display bytes: what is called dB below then are those bytes."""
        return self._scale_name == "display"

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Read a window in dB: float32 (len(bands), rows, columns), NaN in all bands where not observed."""
        return self._calibrate(self._look((first, last, first_column, last_column), bands)).values

    def thumbnail_db(self, window: Window, shape: tuple[int, int]) -> FloatArray:
        """Return the first band over a window as a small image in dB: float32 of `shape`, NaN where not observed."""
        band = self._bands[next(iter(self.bands.numbers.values())) - 1]
        values = np.empty(shape, np.float32)
        missing = band.read(window, values, Resampling.average) != 0
        self._apply_scale_tags(values, band)
        values[missing] = np.nan
        return to_db(values, self._scale_name)

    @property
    def _scale_name(self) -> str:
        if isinstance(self.scale, ScaleOpen):
            raise self.scale.error()
        return self.scale.name

    def _look(self, place: Part, bands: tuple[str, ...] | None = None) -> _Look:
        """Read a window: what the file and the values alone tell, and zeros where they mean nothing."""
        return self._without_zeros(self._read([self.bands.numbers[name] for name in bands or tuple(self.bands.numbers)], place))

    def _without_zeros(self, look: _Look) -> _Look:
        """Say in place where zeros mean nothing."""
        if self._zeros == "nodata":
            look.why[look.zero & (look.why == 0)] = Reason.EDGE
        elif self._edge_zeros.any:
            first, last, left, right = look.place
            look.why[self._edge_zeros.rows(first, last)[:, left:right] & (look.why == 0)] = Reason.EDGE
        return look

    def _calibrate(self, look: _Look) -> _Look:
        """Turn a window's values into dB in place, NaN in all bands where not observed: now impossible values are known, too."""
        scale, values, why, (first, last, left, right) = self._scale_name, look.values, look.why, look.place
        if scale in DECIBELS and self._zeros != "dark" and (len(values) > 1 or self._bands[0].is_float):
            why[look.zero & (why == 0)] = Reason.IMPOSSIBLE  # 0 dB to the last digit in all bands is no backscatter
        if self._edge_noise.any:
            why[self._edge_noise.rows(first, last)[:, left:right] & (why == 0)] = Reason.NOISE
        _hide_unobserved(look)
        to_db(values, scale)
        missing = np.logical_or.reduce([np.isnan(band) for band in values])
        if missing.any():
            why[missing & (why == 0)] = Reason.IMPOSSIBLE
        _hide_unobserved(look)
        return look

    def _read(self, numbers: list[int], place: Part, most_rows: int | None = None) -> _Look:
        """Read bands, with scale and offset applied, and of more rows than `most_rows` so many; ask before each band whether to stop."""
        first, last, left, right = place
        rows = last - first if most_rows is None else min(last - first, most_rows)
        values = np.empty((len(numbers), rows, right - left), np.float32)
        why = np.zeros(values.shape[1:], np.uint8)
        zero = np.ones(values.shape[1:], np.bool_)
        for out, number in zip(values, numbers, strict=True):
            self._stop()
            band = self._bands[number - 1]
            found = band.read(Window(left, first, right - left, last - first), out)
            np.copyto(why, found, where=why == 0)
            zero &= out == 0
            self._apply_scale_tags(out, band)
        return _Look(place, values, why, zero)

    def _apply_scale_tags(self, values: FloatArray, band: Band) -> None:
        if self.source.scale not in ("db100", "db10"):  # there the user speaks of the stored numbers
            band.apply_scale(values)

    @cached_property
    def _edge_zeros(self) -> EdgePixels:
        """Zeros at the image's edge, where no declared nodata value says what zeros are."""
        nodata = [self._bands[number - 1].nodata for number in self.bands.numbers.values()]
        if self._zeros != "auto" or 0 in nodata:
            return self._no_edge

        def zero(look: _Look) -> BoolArray:
            return look.zero & (look.why == 0)

        def empty(look: _Look) -> BoolArray:
            return (look.why != 0) | look.zero

        # Most images with a declared value have it at their edge and no zeros: those are not read once more.
        plain = any(value is not None for value in nodata) and not any(zero(look).any() for look in self._spread_as_read)
        return self._edge_pixels(empty, begins=zero if plain else empty)

    @cached_property
    def _edge_noise(self) -> EdgePixels:
        """Noise at the edge of the swath: pixels connected to the image's edge that are fainter in all bands than a radar can measure."""
        limit = FAINT.get(self._scale_name)
        if limit is None or self._zeros == "dark":
            return self._no_edge

        def faint(look: _Look) -> BoolArray:
            with np.errstate(invalid="ignore"):
                return np.asarray((look.values < limit).all(axis=0) & ~look.zero & (look.why == 0))

        share = sum(int(faint(look).sum()) for look in self._sample) / sum(look.zero.size for look in self._sample)
        if share <= _NOISY:
            return self._no_edge

        def empty(look: _Look) -> BoolArray:
            return (look.why != 0) | look.zero | faint(look)

        return self._edge_pixels(empty, begins=empty)

    @property
    def _no_edge(self) -> EdgePixels:
        return EdgePixels(self.grid.width, (), False)

    def _edge_pixels(self, empty: Callable[[_Look], BoolArray], begins: Callable[[_Look], BoolArray]) -> EdgePixels:
        """Return the empty pixels that are connected to the image's edge.

        Args:
            empty: what an empty pixel is.
            begins: what at the edge makes it worth while to read the image once for them.
        """
        height, width = self.grid.height, self.grid.width
        numbers = list(self.bands.numbers.values())
        edges = ((0, 1, 0, width), (height - 1, height, 0, width), (0, height, 0, 1), (0, height, width - 1, width))
        if not any(begins(self._read(numbers, place, _SIDE_ROWS)).any() for place in edges):
            return self._no_edge
        return find_edge_pixels(lambda first, last: empty(self._read(numbers, (first, last, 0, width))), height, width, self._stop)

    def _is_grey_picture(self, descriptions: Sequence[str]) -> bool:
        """Whether a file holds bytes of one grey level three times, without names, as far as windows spread over it show."""
        numbers = [number for number, text in enumerate(descriptions, start=1) if text.lower() not in MASK_NAMES]
        if len(numbers) != 3 or self._stored_type != "uint8" or not all_neutral(descriptions):
            return False
        looks = (self._read(numbers, place).values for place in sample_windows(self.grid.height, self.grid.width, 8))
        return all(bool((values == values[0]).all()) for values in looks)

    def _bands_by_brightness(self) -> BandMap:
        self.bands = BandMap({"VV": 1, "VH": 2}, "statistics")
        sample = self.sample
        medians = [np.nanmedian(np.concatenate([w[i][w[i] != 0] for w in sample])) for i in range(2)]
        if medians[0] == medians[1] or not np.isfinite(medians).all():
            raise InputError(
                "The two bands have no names and are equally bright.",
                "Tidemark needs to know which one is VV and which one is VH.",
                SAY_POLARISATIONS,
            )
        del self._spread_as_read, self._spread, self._sample
        return BandMap({"VV": 1, "VH": 2} if medians[0] > medians[1] else {"VV": 2, "VH": 1}, "statistics")


def _count_observed(looks: Sequence[_Look]) -> int:
    return sum(int(np.count_nonzero(look.why == 0)) for look in looks)


def _repeated(look: _Look, why: ByteArray) -> FloatArray:
    """Return the first band of a window's observed pixels that are as their left neighbour in all bands and zero in none, float32 (n,)."""
    here, left = look.values[:, :, 1:], look.values[:, :, :-1]
    return look.values[0, :, 1:][((here == left) & (here != 0)).all(axis=0) & (why[:, 1:] == 0)]


def _observed(look: _Look) -> FloatArray:
    """Return a copy of a window's raw values, NaN where not observed."""
    copy = replace(look, values=look.values.copy())
    _hide_unobserved(copy)
    return copy.values


def _hide_unobserved(look: _Look) -> None:
    """Write NaN where not observed."""
    if look.why.any():
        look.values[:, look.why != 0] = np.nan


def acquired_at(tags: Mapping[str, str], paths: Sequence[str]) -> str:
    """Return an image's date and time as far as its tags or file names tell, ISO 8601; else empty."""
    texts = [v for k, v in tags.items() if "ACQ" in k.upper()] + [PurePath(p).name for p in paths]
    for text in texts:
        if match := _DATE.search(text):
            year, month, day, hour, minute, second = match.groups()
            return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}Z" if hour else "")
    return ""


def sample_windows(height: int, width: int, count: int) -> list[Part]:
    """Return at most `count` × `count` windows of 128 pixels spread over an image: first and last row, first and last column."""
    return [
        (row, min(row + _SAMPLE_WINDOW, height), column, min(column + _SAMPLE_WINDOW, width))
        for row in _spread(height, count)
        for column in _spread(width, count)
    ]


def parts_on(overview: BoolArray, height: int, width: int) -> list[Part]:
    """Return up to 64 windows of 128 pixels of an image that lie where a coarse look at it, bool (rows, columns), has seen something."""
    seen = np.argwhere(overview)
    if not len(seen):
        return []
    scale = np.array([height, width]) / overview.shape
    chosen = seen[np.unique(np.linspace(0, len(seen) - 1, 64).astype(np.intp))]
    starts = np.unique((chosen * scale / _SAMPLE_WINDOW).astype(np.intp), axis=0) * _SAMPLE_WINDOW
    return [(r, min(r + _SAMPLE_WINDOW, height), c, min(c + _SAMPLE_WINDOW, width)) for r, c in starts.tolist()]


def _spread(length: int, count: int) -> list[int]:
    """Starts of at most `count` windows spread evenly over a length; the windows lie side by side where they cover it all."""
    if length <= count * _SAMPLE_WINDOW:
        return list(range(0, length, _SAMPLE_WINDOW))
    return [int((i + 0.5) * length / count) - _SAMPLE_WINDOW // 2 for i in range(count)]


def shared_grid(datasets: Sequence[rasterio.DatasetReader]) -> Grid:
    """Return the grid of the files of one image. Raises `InputError` where their grids differ."""
    first = datasets[0]
    for other in datasets[1:]:
        grids = [Grid(d.height, d.width, d.transform, d.crs) for d in (first, other)]
        if first.shape != other.shape or first.crs != other.crs or not corners_agree(*grids):
            raise InputError(
                f"{PurePath(first.name).name} has {first.width} x {first.height} pixels and {PurePath(other.name).name} "
                f"{other.width} x {other.height}; their grids differ.",
                "The bands of one scene share size, position and coordinate reference system.",
                "Bring them onto one grid first (gdalwarp -te … -tr …, or Raster > Align Rasters in QGIS).",
            )
    crs = first.crs if first.crs and first.transform != Affine.identity() else None
    return Grid(first.height, first.width, first.transform, crs)


@contextmanager
def open_scene(
    source: Source, zeros: str = "auto", any_polarisation: bool = False, stop: Callable[[], None] = lambda: None
) -> Iterator[Scene]:
    """Open a source as a scene.

    Args:
        source: files, bands and scale.
        zeros: what zeros mean where the file does not declare 0 as nodata: ``auto``, ``nodata`` or ``dark``.
        any_polarisation: whether an only band without a name will do.
        stop: called several times a second while the image is looked over or read; may raise to stop.

    Raises:
        InputError: there is no file, or one is missing or no raster, is not geocoded or is complex, the grids differ, or the bands cannot
            be told.
    """
    if not source.paths:
        raise InputError("An image is given without a file.", "", "Give the image's file.")
    with ExitStack() as stack:
        yield Scene(source, [stack.enter_context(open_raster(path)) for path in source.paths], zeros, any_polarisation, stop)
