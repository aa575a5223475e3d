"""Open rasters as one scene: bands by polarisation, one grid, what is observed, and decibels."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import PurePath

import numpy as np
import rasterio
from rasterio.windows import Window

from ..contract.errors import InputError
from ..contract.job import Source
from ..contract.record import PREPARED_NOTICES
from .arrays import BoolArray, ByteArray, FloatArray
from .bands import MASK_NAMES, SAY_POLARISATIONS, BandMap, FileBands, all_neutral, find_bands
from .files import acquired_at, band_names, band_units, layer_state, open_raster
from .grid import sample_windows, shared_grid
from .ground import ground_pixel_m
from .observed import OBSERVED, REASON_WORDS, EdgePixels, Reason, bands_of
from .radiometry import DECIBELS, FAINT, Scale, ScaleOpen, decide_scale, scale_from_metadata, to_db
from .raw import Look, RawBands

_REPEATED, _ZEROS = 0.01, 0.002
"""Shares of the sampled pixels from which on a value, or zero in all of several bands, may be a fill."""
_NOISY = 0.001
"""Share of faint pixels in a sample from which noise at the edge of the swath is looked for."""


class Scene:
    """One image to map. Use `open_scene`.

    Attributes:
        grid: the image's grid.
        bands: the polarisations found, with their band numbers.
        file_states: size and time of change of each file, and of what lies behind it, when it was opened.
    """

    def __init__(
        self, source: Source, datasets: list[rasterio.DatasetReader], zeros: str, any_polarisation: bool, stop: Callable[[], None]
    ) -> None:
        self.source, self._zeros, self._stop = source, zeros, stop
        self._medians: dict[tuple[str, ...], FloatArray] = {}
        self.file_states = [layer_state(path) for path in source.paths]
        self._bands = bands_of(datasets)
        self.grid = shared_grid(datasets)
        files = [FileBands(d.name, band_names(d)) for d in datasets]
        if not source.bands and len(files) == 1 and self._is_grey_picture(files[0].descriptions):
            files = [replace(files[0], descriptions=files[0].descriptions[:1])]
        found = find_bands(files, source.bands, any_polarisation)
        self._raw = self._raw_bands(found.numbers.values() if found else (1, 2))
        self.bands = found or _bands_by_brightness(self._raw)

    def _raw_bands(self, numbers: Iterable[int]) -> RawBands:
        is_scaled = self.source.scale not in ("db100", "db10")  # there the user speaks of the stored numbers
        return RawBands(self._bands, tuple(numbers), self.grid, self._zeros, is_scaled, self._stop)

    def __len__(self) -> int:
        return self.grid.height

    @property
    def name(self) -> str:
        """The name of its first file."""
        return PurePath(self.source.paths[0]).name

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
    def preparation(self) -> list[str]:
        """What should be known of how an image was prepared of a product, as a prepared image has it in its tags; else nothing."""
        try:
            return [str(text) for text in json.loads(self._bands[0].dataset.tags().get(PREPARED_NOTICES, "[]"))]
        except (TypeError, ValueError):
            return []

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
        looks = [look.copy(self._order(tuple(self.bands.numbers))) for look in self._raw.sample]
        for look in looks:
            look.hide_unobserved()
        return [look.values for look in looks]

    def _order(self, bands: Iterable[str]) -> list[int]:
        """Return where the raw windows hold these bands."""
        return [self._raw.numbers.index(self.bands.numbers[band]) for band in bands]

    @property
    def overview(self) -> BoolArray:
        """Where the image holds something, seen coarsely: every n-th pixel of one of its bands."""
        return self._raw.overview

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
        order = self._order(bands)
        return [self._calibrate(look.copy(order)).values for look in self._raw.sample]

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of the sampled observed pixels in dB, float32 (len(bands),). Raises `InputError` where none is left."""
        if bands not in self._medians:
            windows = self.sample_db(bands)
            if all(np.isnan(window).all() for window in windows):
                raise InputError(
                    f"Of {self.name} no sampled pixel is an observation: what its values would mean in decibels no radar measures.",
                    "A map needs backscatter.",
                    "Check what the values mean, and say it with --scale (in QGIS: the box 'Pixel values').",
                )
            values = (np.concatenate([window[index].ravel() for window in windows]) for index in range(len(bands)))
            self._medians[bands] = np.array([np.nanmedian(value) for value in values], np.float32)
        return self._medians[bands]

    def valid_share(self) -> float:
        """Return the share of the sampled pixels that hold an observation, 0 to 1."""
        return 1.0 - sum(self.unobserved_shares().values())

    def unobserved_shares(self) -> dict[str, float]:
        """Return in words why sampled pixels hold no observation, and the share of each reason, 0 to 1."""
        counts = np.bincount(np.concatenate([why.ravel() for why in self._whys(self._raw.spread)]), minlength=max(Reason) + 1)
        return {words: float(counts[reason] / counts.sum()) for reason, words in REASON_WORDS.items() if counts[reason]}

    def _whys(self, looks: Sequence[Look]) -> list[ByteArray]:
        """Return why the pixels of windows hold no observation; what values no radar measures is not known while the scale is open."""
        if isinstance(self.scale, ScaleOpen):
            return [look.why for look in looks]
        return [self._calibrate(look.copy()).why for look in looks]

    @cached_property
    def doubts(self) -> list[str]:
        """What may be no backscatter although nothing says so: an exact value that covers a part of an image of decimals, in all bands.

        A fill that nobody declares looks like that; so do values that were cut at a limit, and these were observed. Zeros away from the
        edge are calm water; in one band they are common, in two at once they may be a gap. So may minus infinity be the decibels of zero.
        """
        if self._stored_type == "uint8":
            return []
        decimals = all(self._bands[number - 1].is_float for number in self.bands.numbers.values())
        looks = [look.copy(self._order(self.bands.numbers)) for look in self._raw.sample]
        pixels = max(1, sum(look.zero[:, 1:].size for look in looks))
        infinite = sum(int(np.isneginf(look.values[:, :, 1:]).any(axis=0).sum()) for look in looks) / pixels
        doubts = []
        if infinite >= _REPEATED:
            found = f"{infinite:.0%} of the sampled pixels hold minus infinity, the decibels of zero power, and were not observed."
            do = "Calm water may be among them: write the image in power, or with -60 dB instead, and run again."
            doubts.append(f"{found} {do}")
        repeated = np.concatenate([_repeated(look, why, decimals) for look, why in zip(looks, self._whys(looks), strict=True)])
        zeros = float(np.count_nonzero(repeated == 0)) / pixels
        if zeros >= _ZEROS and self._zeros != "dark":
            found = f"{zeros:.1%} of the sampled pixels are exactly zero in all bands, away from the edge, and were taken for calm water."
            do = "If zeros mean no data, say so (--zeros nodata; in QGIS: 'Zeros are'), and run again."
            doubts.append(f"{found} {do}")
        values, counts = np.unique(repeated[repeated != 0], return_counts=True)
        share = counts.max(initial=0) / pixels
        if share >= _REPEATED:
            found = f"{share:.0%} of the sampled pixels hold exactly {values[counts.argmax()]:g}, and were taken for observed."
            do = "If that value means no data, declare it in the file (in QGIS: 'No data' in the layer's properties), and run again."
            doubts.append(f"{found} {do}")
        return doubts

    @property
    def is_display(self) -> bool:
        """Whether the image holds display bytes: what is called dB below then are those bytes."""
        return self._scale_name == "display"

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Read a window in dB: float32 (len(bands), rows, columns), NaN in all bands where not observed."""
        numbers = [self.bands.numbers[name] for name in bands]
        return self._calibrate(self._raw.look((first, last, first_column, last_column), numbers)).values

    def thumbnail_db(self, window: Window, shape: tuple[int, int]) -> FloatArray:
        """Return the first band over a window as a small image in dB: float32 of `shape`, NaN where not observed."""
        return to_db(self._raw.thumbnail(next(iter(self.bands.numbers.values())), window, shape), self._scale_name)

    @property
    def _scale_name(self) -> str:
        if isinstance(self.scale, ScaleOpen):
            raise self.scale.error(self.name)
        return self.scale.name

    def _calibrate(self, look: Look) -> Look:
        """Turn a window's values into dB in place, NaN in all bands where not observed: now impossible values are known, too."""
        scale, values, why, (first, last, left, right) = self._scale_name, look.values, look.why, look.place
        if scale in DECIBELS and self._zeros != "dark" and (len(values) > 1 or self._bands[0].is_float):
            why[look.zero & (why == OBSERVED)] = Reason.IMPOSSIBLE  # 0 dB to the last digit in all bands is no backscatter
        if self._edge_noise.any:
            why[self._edge_noise.rows(first, last)[:, left:right] & (why == OBSERVED)] = Reason.NOISE
        look.hide_unobserved()
        to_db(values, scale)
        missing = np.logical_or.reduce([np.isnan(band) for band in values])
        if missing.any():
            why[missing & (why == OBSERVED)] = Reason.IMPOSSIBLE
        look.hide_unobserved()
        return look

    @cached_property
    def _edge_noise(self) -> EdgePixels:
        """Noise at the edge of the swath: pixels connected to the image's edge that are fainter in all bands than a radar can measure."""
        limit = FAINT.get(self._scale_name)
        if limit is None or self._zeros == "dark":
            return self._raw.no_edge

        def faint(look: Look) -> BoolArray:
            with np.errstate(invalid="ignore"):
                return np.asarray((look.values < limit).all(axis=0) & ~look.zero & (look.why == OBSERVED))

        share = sum(int(faint(look).sum()) for look in self._raw.sample) / sum(look.zero.size for look in self._raw.sample)
        if share <= _NOISY:
            return self._raw.no_edge

        def empty(look: Look) -> BoolArray:
            return (look.why != OBSERVED) | look.zero | faint(look)

        return self._raw.edge_pixels(empty, begins=empty)

    def _is_grey_picture(self, descriptions: Sequence[str]) -> bool:
        """Return whether a file holds bytes of one grey level three times, without names, as far as windows spread over it show."""
        numbers = [number for number, text in enumerate(descriptions, start=1) if text.lower() not in MASK_NAMES]
        if len(numbers) != 3 or self._stored_type != "uint8" or not all_neutral(descriptions):
            return False
        raw = self._raw_bands(numbers)
        looks = (raw.look_as_stored(place).values for place in sample_windows(self.grid.height, self.grid.width, 8))
        return all(bool((values == values[0]).all()) for values in looks)


def _bands_by_brightness(raw: RawBands) -> BandMap:
    """Return which of an image's two bands is VV, which is the brighter one. Raises `InputError` where they are equally bright."""
    medians = []
    for band in range(2):
        values = [look.values[band][(look.why == OBSERVED) & (look.values[band] != 0)] for look in raw.sample]
        medians.append(np.nanmedian(np.concatenate(values)))
    if medians[0] == medians[1] or not np.isfinite(medians).all():
        raise InputError(
            "The two bands have no names and are equally bright.",
            "Tidemark needs to know which one is VV and which one is VH.",
            SAY_POLARISATIONS,
        )
    return BandMap({"VV": 1, "VH": 2} if medians[0] > medians[1] else {"VV": 2, "VH": 1}, "statistics")


def _repeated(look: Look, why: ByteArray, decimals: bool) -> FloatArray:
    """Return the first band of a window's observed pixels that are as their left neighbour in all bands, float32 (n,).

    They are zero in none, or in all where there are several; of whole numbers, which repeat themselves by chance, only the latter.
    """
    here, left = look.values[:, :, 1:], look.values[:, :, :-1]
    zero = (here == 0) & (left == 0)
    same = ((here == left) & ~zero).all(axis=0) if decimals else np.zeros(zero.shape[1:], np.bool_)
    if len(here) > 1:
        same |= zero.all(axis=0)
    return look.values[0, :, 1:][same & (why[:, 1:] == OBSERVED)]


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
