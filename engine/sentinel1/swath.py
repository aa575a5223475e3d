"""A product's lines read once, in order, and turned into backscatter: the part of them that the map needs next is kept."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from types import TracebackType

import numpy as np
import numpy.typing as npt
import rasterio
import scipy
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window

from ..contract.errors import InputError
from ..raster.arrays import BoolArray, DoubleArray, FloatArray
from ..raster.files import RASTER_ERRORS
from .calibration import Calibrator, Noise
from .product import Product

Numbers = npt.NDArray[np.uint16]

_LINES = 512
_LONGEST_ZEROS = 8
"""Calm water may hold single zeros; where sub-swaths begin at different lines, longer runs of them are no observation."""
_BORDER_WINDOW = 33
_BORDER_SHARE = 0.8
"""Border noise has a fraction of the power of the thermal noise, which the darkest water reaches."""


class Swath:
    """The backscatter of some polarisations around a place in the product. Inside a ``with`` block.

    Args:
        product: the product.
        calibration: one of `requests.CALIBRATIONS`.
        remove_noise: whether thermal noise is subtracted.
        columns: first and last pixel (excluded) to read.
        factor: lines and pixels that are averaged to one, in power; 1 where the map's pixels are no larger.
        pool: threads to read and calibrate with.

    Raises:
        InputError: a file is missing, cut, or of another size than the annotation says.
    """

    def __init__(
        self, product: Product, calibration: str, remove_noise: bool, columns: tuple[int, int], factor: int, pool: ThreadPoolExecutor
    ) -> None:
        self._product, self._factor, self._pool = product, factor, pool
        width = (columns[1] - columns[0]) // factor * factor
        self._columns = (columns[0], columns[0] + width)
        self._last = product.annotation.lines // factor * factor
        remove_noise = remove_noise and not product.annotation.noise_removed
        self._calibrators = [self._calibrator(name, calibration, remove_noise) for name in product.channels]
        self._border = self._border_calibrator()
        self._power: list[FloatArray] = [np.empty((0, width // factor), np.float32) for _ in self._calibrators]
        self._first = self._next = 0
        self._stack = ExitStack()

    def __enter__(self) -> Swath:
        try:
            self._datasets = [self._open(name) for name in self._product.channels]
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    @property
    def end(self) -> int:
        """The line before which all have been read."""
        return self._next

    @property
    def at_end(self) -> bool:
        """Whether the last line has been read."""
        return self._next >= self._last

    @property
    def simulated(self) -> bool:
        """Whether the measurement says of itself that it is simulated."""
        return any(dataset.tags().get("TIDEMARK_SIMULATED", "").lower() == "yes" for dataset in self._datasets)

    def start(self, line: int) -> None:
        """Begin at a line."""
        self._first = self._next = min(max(line, 0), self._last) // self._factor * self._factor

    def advance(self, keep_from: int) -> None:
        """Read the next lines, and let go of those before `keep_from`. Raises `InputError` where the measurement is damaged."""
        first, last = self._next, min(self._next + _LINES // self._factor * self._factor, self._last)
        reads = [self._pool.submit(self._read, dataset, first, last) for dataset in self._datasets]
        wait(reads)  # All of them, before one's error closes the datasets under the others.
        numbers = [read.result() for read in reads]
        missing = np.zeros(numbers[0].shape, np.bool_)
        for found in self._pool.map(unobserved, numbers):
            missing |= found
        if self._border is not None and self._border.noise is not None:
            missing |= border_noise(numbers[0], self._border.noise, first)

        def backscatter(index: int) -> FloatArray:
            power = self._calibrators[index].power(numbers[index], first)
            power[missing] = np.nan
            return _average(power, self._factor)

        drop = max(0, min(keep_from // self._factor - self._first // self._factor, len(self._power[0])))
        fresh = self._pool.map(backscatter, range(len(numbers)))
        self._power = [np.concatenate([old[drop:], new]) for old, new in zip(self._power, fresh, strict=True)]
        self._first += drop * self._factor
        self._next = last

    def sample(self, line: DoubleArray, pixel: DoubleArray) -> FloatArray:
        """Return backscatter as power, bilinear between the pixels, float32 (bands, h, w); NaN outside and where not observed.

        Args:
            line, pixel: (h, w) positions in the product, whole numbers being pixel centres.
        """
        factor = self._factor
        down = (line - self._first + 0.5) / factor - 0.5
        across = (pixel - self._columns[0] + 0.5) / factor - 0.5
        rows, columns = self._power[0].shape
        if min(rows, columns) < 2:
            return np.full((len(self._power), *line.shape), np.nan, np.float32)
        row, column = np.floor(down), np.floor(across)
        outside = (row < 0) | (row >= rows - 1) | (column < 0) | (column >= columns - 1)
        row, column = np.clip(row, 0, rows - 2), np.clip(column, 0, columns - 2)
        below, right = (down - row).astype(np.float32), (across - column).astype(np.float32)
        place = row.astype(np.intp) * columns + column.astype(np.intp)
        sampled = np.empty((len(self._power), *line.shape), np.float32)
        for values, out in zip(self._power, sampled, strict=True):
            flat = values.ravel()
            upper, lower = flat[place], flat[place + columns]
            upper += right * (flat[place + 1] - upper)
            lower += right * (flat[place + columns + 1] - lower)
            np.add(upper, below * (lower - upper), out=out)
            out[outside] = np.nan
        return sampled

    def _calibrator(self, name: str, calibration: str, remove_noise: bool) -> Calibrator:
        channel = self._product.channels[name]
        if not channel.calibration:
            raise InputError(
                f"{self._product.name} has no calibration file of {name}.",
                "Without it, digital numbers cannot become backscatter.",
                "Download the whole product again.",
            )
        noise = self._product.read(channel.noise) if remove_noise and channel.noise else None
        return Calibrator(self._product.read(channel.calibration), noise, calibration, self._columns)

    def _border_calibrator(self) -> Calibrator | None:
        if not self._product.has_border_noise:
            return None
        channel = next(iter(self._product.channels.values()))
        if self._calibrators[0].noise is not None or not channel.noise:
            return self._calibrators[0]
        return Calibrator(self._product.read(channel.calibration), self._product.read(channel.noise), "sigma0", self._columns)

    def _open(self, name: str) -> rasterio.DatasetReader:
        file = self._product.channels[name].measurement
        annotation = self._product.annotation
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NotGeoreferencedWarning)
                dataset = self._stack.enter_context(rasterio.open(self._product.archive.raster_path(file)))
        except RASTER_ERRORS as error:
            raise InputError(
                f"{self._product.name}: the measurement of {name} cannot be read as an image.",
                "The file may be cut.",
                "Download the product again.",
            ) from error
        if dataset.shape != (annotation.lines, annotation.samples) or dataset.dtypes[0] != "uint16":
            raise InputError(
                f"{self._product.name}: the measurement of {name} has {dataset.width} x {dataset.height} pixels of {dataset.dtypes[0]}.",
                f"Its annotation says {annotation.samples} x {annotation.lines} of uint16.",
                "Download the product again.",
            )
        return dataset

    def _read(self, dataset: rasterio.DatasetReader, first: int, last: int) -> npt.NDArray[np.uint16]:
        window = Window(self._columns[0], first, self._columns[1] - self._columns[0], last - first)
        try:
            numbers: npt.NDArray[np.uint16] = dataset.read(1, window=window)
        except RASTER_ERRORS as error:
            raise InputError(
                f"{self._product.name}: the measurement is damaged: lines {first} to {last} cannot be read.",
                "A download that broke off looks like this.",
                "Download the product again.",
            ) from error
        return numbers


def _average(power: FloatArray, factor: int) -> FloatArray:
    if factor == 1:
        return power
    rows, columns = power.shape
    means: FloatArray = power.reshape(rows // factor, factor, columns // factor, factor).mean(axis=(1, 3))
    return means


def needed_columns(reaches: Sequence[tuple[float, float, float, float]], samples: int, factor: int) -> tuple[int, int]:
    """Return the first and last pixel (excluded) that some reaches of `Lattice.reach` need."""
    first = max(0, int(min(reach[2] for reach in reaches)) - 2 * factor)
    last = min(samples, int(max(reach[3] for reach in reaches)) + 2 * factor + 2)
    return first // factor * factor, last


def unobserved(numbers: Numbers) -> BoolArray:
    """Return where digital numbers are no observation, bool of the shape (h, W): zeros at both ends of a line, and long runs of them."""
    zero = numbers == 0
    if not zero.any():
        return zero
    missing = np.zeros_like(zero)
    for row in np.flatnonzero(zero.any(axis=1)):
        seen = np.flatnonzero(~zero[row])
        if seen.size == 0:
            missing[row] = True
            continue
        first, last = seen[0], seen[-1] + 1
        missing[row, :first] = missing[row, last:] = True
        inside = zero[row, first:last]
        if inside.any():
            missing[row, first:last] = scipy.ndimage.binary_opening(inside, np.ones(_LONGEST_ZEROS + 1, np.bool_))
    return missing


def border_noise(numbers: Numbers, noise: Noise, first_line: int) -> BoolArray:
    """Return the border noise of a product made before March 2018, bool (h, W).

    From each end of a line it reaches to the first place where the mean power over some pixels comes up to the thermal noise
    (after Stasolla & Neyt 2018, and SNAP's Remove-GRD-Border-Noise).

    Args:
        numbers: (h, W) of the polarisation with the stronger echo.
        noise: of the same polarisation.
        first_line: of `numbers` in the product.
    """
    border = np.zeros(numbers.shape, np.bool_)
    for row, values in enumerate(numbers):
        power = values.astype(np.float32) ** 2
        seen = scipy.ndimage.uniform_filter1d(power, _BORDER_WINDOW, mode="nearest") >= _BORDER_SHARE * noise.row(first_line + row)
        places = np.flatnonzero(seen)
        if places.size == 0:
            border[row] = True
            continue
        # The mean sees the swath half a window before it begins.
        first, last = places[0] + _BORDER_WINDOW // 2, places[-1] - _BORDER_WINDOW // 2
        border[row, : first if places[0] else 0] = True
        border[row, last + 1 if places[-1] < values.size - 1 else values.size :] = True
    return border
