"""Read an optical image beside a radar image: its bands by role, what it observed, grey levels and clouds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import PurePath

import numpy as np
import rasterio
import scipy
from rasterio.windows import Window

from ..contract.card import OpticalInput
from ..contract.job import Source
from ..contract.record import GIVEN, OpticalImageRecord
from .arrays import BoolArray, FloatArray
from .files import acquired_at, band_names, layer_state, open_raster
from .grid import sample_windows, shared_grid
from .observed import OBSERVED, bands_of

GREY = 255.0
"""The grey level of a reflectance of 1, which is also the largest byte."""
_REFLECTANCE = 10_000.0
_SAMPLE = 8
CLOUD_BRIGHTNESS = 0.5
"""A cloud's darkest band is at least this bright, 0 to 1."""
CLOUD_SATURATION = 0.35
"""A cloud's saturation, (brightest - darkest band) / brightest, is at most this: muddy water and bare soil are as bright, but coloured."""
FALSE_COLOUR_CLOUD = 0.35, 0.5
"""Both limits for pictures in short-wave infrared, near infrared and a visible band: these are darker, and clouds have a tint. By eye."""
CLOUD_WIDTH = 9
"""Pixels: what is narrower in either direction is a roof, not a cloud."""
CLOUD_RIM = 7
"""Pixels around a cloud that are left out with it: its thin edge."""
CLOUD_REACH = 2 * (CLOUD_WIDTH // 2) + CLOUD_RIM
"""Pixels around a pixel that decide about it."""


class OpticalImage:
    """An optical image as grey levels, 0 dark to 255 bright. Use `open_optical_image`.

    Attributes:
        grid: the image's grid.
        numbers: role to band number, counted from 1 over all the files.
        name: what the image is, inside a sentence.
        is_display: True: grey levels are averaged as they are.
    """

    is_display = True

    def __init__(self, source: Source, datasets: list[rasterio.DatasetReader], wanted: OpticalInput, name: str) -> None:
        self.source, self.name, self.grid = source, name, shared_grid(datasets)
        self._file_states = [layer_state(path) for path in source.paths]
        self._bands = bands_of(datasets)
        # Of a file with one band its name tells, where there is another file.
        alone = [len(self._bands) > 1 and d.count == 1 for d in datasets]
        names = [name or (PurePath(d.name).stem if one else "") for d, one in zip(datasets, alone, strict=True) for name in band_names(d)]
        self.numbers = wanted.choose_bands(name, names, source.bands)

    @property
    def block_row_bytes(self) -> int:
        """Bytes of a row of the blocks of the bands that are read."""
        return sum(self._bands[number - 1].block_row_bytes for number in self.numbers.values())

    @property
    def acquired(self) -> str:
        """Date and time as far as tags or file names tell, ISO 8601; else empty."""
        return acquired_at(self._bands[0].dataset.tags(), self.source.paths)

    @cached_property
    def greys_a_unit(self) -> float:
        """Grey levels that one unit of the file's values is worth.

        Bytes are grey levels. Other whole numbers are reflectance × 10 000. Other numbers are reflectance where 99 per cent of a sample
        are at most 2, grey levels where they are at most 255, and reflectance × 10 000 else.
        """
        band = self._bands[next(iter(self.numbers.values())) - 1]
        kind = np.dtype(band.dataset.dtypes[band.index - 1])
        scaled = band.factor != 1
        if kind == np.uint8 and not scaled:
            return 1.0
        if kind.kind in "iu" and not scaled:
            return GREY / _REFLECTANCE
        windows = [self._values(*window, tuple(self.numbers)) for window in sample_windows(self.grid.height, self.grid.width, _SAMPLE)]
        values = np.concatenate([window[np.isfinite(window)] for window in windows])
        bright = np.percentile(values, 99) if values.size else 1.0
        return GREY if bright <= 2 else 1.0 if bright <= GREY else GREY / _REFLECTANCE

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window in grey levels: float32 (len(bands), rows, columns), NaN where not observed. Raises `InputError`."""
        return self._values(first, last, first_column, last_column, bands) * np.float32(self.greys_a_unit)

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the middle of the grey levels, float32 (len(bands),)."""
        return np.full(len(bands), GREY / 2, np.float32)

    def record(self) -> OpticalImageRecord:
        """Return what the run record says of the image."""
        return OpticalImageRecord(
            paths=self.source.paths,
            files=tuple(self._file_states),
            acquired=self.acquired,
            bands=dict(self.numbers),
            bands_from=GIVEN if self.source.bands else "name",
            greys_a_unit=self.greys_a_unit,
        )

    def _values(self, first: int, last: int, left: int, right: int, bands: tuple[str, ...]) -> FloatArray:
        """Return the file's own values with scale and offset applied, NaN where a band has no data or all are zero."""
        values = np.empty((len(bands), last - first, right - left), np.float32)
        missing = np.zeros(values.shape[1:], np.bool_)
        zero = np.ones(values.shape[1:], np.bool_)
        for values_of_band, role in zip(values, bands, strict=True):
            band = self._bands[self.numbers[role] - 1]
            missing |= band.read(Window(left, first, right - left, last - first), values_of_band) != OBSERVED
            zero &= values_of_band == 0
            band.apply_scale(values_of_band)
        values[:, missing | zero] = np.nan
        return values


@contextmanager
def open_optical_image(source: Source, wanted: OpticalInput, name: str) -> Iterator[OpticalImage]:
    """Open a source as an optical image.

    Args:
        source: files, and maybe the bands' numbers by role.
        wanted: the bands that the model looks at.
        name: what the image is, inside a sentence.

    Raises:
        InputError: a file is missing or no raster, or the bands cannot be told.
    """
    with ExitStack() as stack:
        yield OpticalImage(source, [stack.enter_context(open_raster(path)) for path in source.paths], wanted, name)


def find_clouds(bands: FloatArray, bright: float = CLOUD_BRIGHTNESS, saturated: float = CLOUD_SATURATION) -> BoolArray:
    """Return where an image is cloudy: bright and hardly saturated over a patch, with a rim.

    Args:
        bands: float32 (C, H, W), two or more bands scaled alike, 0 dark to 1 bright; NaN is no cloud.
        bright, saturated: see the constants.

    Returns:
        bool (H, W). Thin cloud, through which the ground's colour is seen, and the shadows of clouds are not found.
    """
    highest, lowest = bands.max(axis=0), bands.min(axis=0)
    white: BoolArray = (lowest >= bright) & (highest - lowest <= saturated * highest)
    if not white.any():
        return white
    # What runs off the image may be wide: the border counts as more of the same.
    padded = np.pad(white, CLOUD_WIDTH, mode="edge")
    kept = scipy.ndimage.maximum_filter(scipy.ndimage.minimum_filter(padded, CLOUD_WIDTH), CLOUD_WIDTH)
    found: BoolArray = scipy.ndimage.maximum_filter(kept, 2 * CLOUD_RIM + 1)[CLOUD_WIDTH:-CLOUD_WIDTH, CLOUD_WIDTH:-CLOUD_WIDTH]
    return found
