"""Bring two dates together: in order, on one grid, comparable, and with what the user should know of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import scipy
from affine import Affine

from ..contract.errors import InputError
from .arrays import BoolArray, FloatArray
from .grid import Grid, Part, parts_on, same_grid, sample_windows, shifted_to
from .ground import map_coordinates, transform_points
from .scene import Scene
from .warp import Readable, on_grid

_DAY = 24 * 3600
_SAME_TRACK_SECONDS = 180
"""Satellites on one track pass a place at the same minute of the day; the next track is some eight minutes away."""
_LARGEST_SHIFT = 1.0
_LARGEST_STEP_DB = 3.0
_BRIGHT = 90
"""Percentile of an image's brightness that a flood hardly moves, for floods darken."""
_SAMPLE = 8
"""Windows along each side of the grid."""
_LEAST_SAMPLED = 10_000
"""Pixels that both dates have observed, from which on windows spread over the grid will do."""
_LEVELS = 256
_LEAST_OBSERVED = 0.9
_LEAST_UNCHANGED = 0.2
_ENOUGH = 200_000
"""Pixels by which two dates are brought together."""
_SMOOTH = 5
"""Pixels of the mean that takes the speckle before two dates are compared."""
_ROBUST = 1.4826
"""Standard deviations in a median absolute deviation, of a normal distribution."""


def in_order(scenes: Sequence[Scene], notice: Callable[[str], None]) -> list[Scene]:
    """Return two dates with the newer one first, where their dates are known; else as they are."""
    newer, older = scenes
    first, second = _equally_precise(newer.acquired, older.acquired)
    if first < second:
        notice(f"The two images were put in order: {older.acquired} is compared with {newer.acquired}, the older one.")
        return [older, newer]
    return list(scenes)


def pair_dates(after: Scene, before: Scene, notice: Callable[[str], None], matched: bool = True) -> Pair:
    """Return two dates as a `Pair` on the first one's grid.

    Args:
        after: the image to map.
        before: the image before.
        notice: takes what the user should know.
        matched: whether display bytes of the second date get the first one's histogram, band by band, for each date was stretched on its
            own; else who reads them stretches each date.

    Raises:
        InputError: no pixel was found that both have observed, one without georeference has another size, or one holds display bytes and
            the other one backscatter.
    """
    if after.is_display != before.is_display:
        raise InputError(
            "One of the two images holds display values (8 bit), the other one backscatter.",
            "They can only be compared in one unit.",
            "Use two images of the same kind.",
        )
    for text in differences(after, before):
        notice(text)
    bands = tuple(band for band in after.bands.numbers if band in before.bands.numbers)
    aligned = on_grid(before, after.grid, "the image before")
    pair = Pair(after, before, aligned)
    if not bands:
        return pair  # the method names the missing band
    sample = pair.sample_db(bands * 2)
    if not sample:
        raise InputError(
            "The image and the image before have no observed pixel in common, as far as a sample shows.",
            "Both must show the same place.",
            "Choose another image, or check their nodata values.",
        )
    shift = shift_pixels(sample)
    if shift is not None and np.hypot(*shift) > _LARGEST_SHIFT:
        notice(f"The images lie {shift[0]:+.0f} pixels (down) and {shift[1]:+.0f} (across) off each other: edges may pass for change.")
    if not after.is_display:
        for text in _levels(sample, bands):
            notice(text)
    if after.is_display and matched:
        notice("Display values (8 bit): the image before was given the histogram of the image, and increase and decrease are relative.")
        pair = Pair(after, before, Matched(aligned, _tables(sample, bands)))
    return pair


def differences(after: Scene, before: Scene) -> list[str]:
    """Return what the user should know of two dates: order, track and polarisations, as far as the files tell."""
    notices = []
    if after.source.paths == before.source.paths:
        notices.append("The image and the image before are the same file: nothing can be new in it.")
    if after.pass_direction and before.pass_direction and after.pass_direction != before.pass_direction:
        notices.append(
            f"The images were taken from different directions ({after.pass_direction}, {before.pass_direction}): slopes, woods and towns "
            "look different, and that may pass for change."
        )
    if set(after.bands.numbers) != set(before.bands.numbers):
        notices.append(f"The image has {', '.join(after.bands.numbers)}, the image before {', '.join(before.bands.numbers)}.")
    if not (after.acquired and before.acquired):
        return notices
    notices += wrong_order(after.acquired, before.acquired, "image")
    times = [_seconds_of_day(scene.acquired) for scene in (after, before)]
    if times[0] is not None and times[1] is not None:
        apart = abs(times[0] - times[1])
        if min(apart, _DAY - apart) > _SAME_TRACK_SECONDS:
            notices.append(
                f"The images were taken at different times of the day ({after.acquired}, {before.acquired}), so from different tracks: "
                "slopes, woods and towns look different, and that may pass for change."
            )
    return notices


def wrong_order(newer: str, older: str, kind: str) -> list[str]:
    """Return a notice where the image before is not older than the other one, as far as both dates are known to the same precision.

    Args:
        newer, older: ISO dates in UTC, with or without a time.
        kind: what the two are called, e.g. "optical image".
    """
    first, second = _equally_precise(newer, older)
    if second > first:
        return [f"The {kind} before ({older}) is newer than the {kind} ({newer}): are they swapped?"]
    if second == first:
        return [f"The {kind} before and the {kind} are of the same date ({older}, {newer}): is one of them the wrong file?"]
    return []


def _equally_precise(one: str, other: str) -> tuple[str, str]:
    """Return two ISO dates cut to what both tell, a day or a second; empty where one is not known."""
    known = min(len(one), len(other))
    return one[:known], other[:known]


def _levels(sample: Sequence[FloatArray], bands: tuple[str, ...]) -> list[str]:
    """Return a notice for each band whose bright ground lies on different levels: calibrated otherwise, or rain, snow, frost or leaves."""
    found = []
    for index, band in enumerate(bands):
        both = [window[[index, index + len(bands)]] for window in sample]
        newer, older = (np.nanpercentile(np.concatenate([window[date].ravel() for window in both]), _BRIGHT) for date in (0, 1))
        if abs(newer - older) > _LARGEST_STEP_DB:
            found.append(
                f"Bright ground in {band} differs by {newer - older:+.1f} dB between the dates: were both calibrated alike? Snow, frost "
                "and leaves do that, too; the map may be misled by it."
            )
    return found


def _tables(sample: Sequence[FloatArray], bands: tuple[str, ...]) -> dict[str, FloatArray]:
    tables = {}
    for index, band in enumerate(bands):
        dates = [window[[index, index + len(bands)]] for window in sample]
        same = unchanged(dates)
        newer, older = (np.concatenate([window[date][mask] for window, mask in zip(dates, same, strict=True)]) for date in (0, 1))
        tables[band] = matching_table(older, newer)
    return tables


def _seconds_of_day(acquired: str) -> int | None:
    """Return the seconds since midnight of "2024-05-06T08:57:12Z"; None where only the day is known."""
    if "T" not in acquired:
        return None
    hour, minute, second = (int(part) for part in acquired.rstrip("Z").split("T")[1].split(":"))
    return 3600 * hour + 60 * minute + second


class Pair:
    """Two dates on one grid. The first half of the bands asked for is the first date's, the second half the second one's.

    Args:
        after: the image to map.
        before: the other image.
        aligned: the other image as it is seen on the grid of the first (`warp.on_grid`, `Matched`).
    """

    def __init__(self, after: Scene, before: Scene, aligned: Readable) -> None:
        self._scenes, self._dates = (after, before), (after, aligned)
        self._samples: dict[tuple[str, ...], list[FloatArray]] = {}

    def sample_db(self, bands: tuple[str, ...]) -> list[FloatArray]:
        """Return windows where both dates have observed something, float32 (len(bands), h, w).

        They are spread over the grid. Where these hold hardly anything that both have observed, they lie on that.
        """
        if bands not in self._samples:
            grid = self._scenes[0].grid
            spread = sample_windows(grid.height, grid.width, _SAMPLE)
            windows, pixels = self._in_common(spread, bands)
            read = sum((bottom - top) * (right - left) for top, bottom, left, right in spread)
            if pixels < _LEAST_SAMPLED and read < grid.height * grid.width:
                windows = self._in_common(parts_on(_seen_by_both(*self._scenes), grid.height, grid.width), bands)[0] or windows
            self._samples[bands] = windows
        return self._samples[bands]

    def _in_common(self, parts: Sequence[Part], bands: tuple[str, ...]) -> tuple[list[FloatArray], int]:
        """Return the windows at some parts where both dates have observed something, and how many pixels they have so."""
        windows = [self.read_db(*part, bands) for part in parts]
        pixels = [int(np.isfinite(window).all(axis=0).sum()) for window in windows]
        return [window for window, seen in zip(windows, pixels, strict=True) if seen], sum(pixels)

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window in dB: float32 (len(bands), rows, columns), NaN in a date's bands where that date was not observed."""
        parts = [date.read_db(first, last, first_column, last_column, half) for date, half in zip(self._dates, _halves(bands), strict=True)]
        return np.concatenate(parts)

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of each band's sampled observed pixels in dB, float32 (len(bands),)."""
        return np.concatenate([date.median_db(half) for date, half in zip(self._dates, _halves(bands), strict=True)])


def _seen_by_both(after: Scene, before: Scene) -> BoolArray:
    """Return where both images hold something, seen coarsely: bool of the shape of the first one's overview."""
    seen, other = after.overview, before.overview
    if same_grid(after.grid, before.grid):
        return seen & other
    rows, columns = np.nonzero(seen)
    x, y = map_coordinates(_of_cells(shifted_to(after.grid, before.grid), seen.shape), columns + 0.5, rows + 0.5)
    if after.grid.crs != before.grid.crs:
        x, y = transform_points(after.grid.crs, before.grid.crs, x, y)
    with np.errstate(invalid="ignore"):  # places that the other reference system does not have
        across, down = map(np.floor, map_coordinates(~_of_cells(before.grid, other.shape), x, y))
    there = (down >= 0) & (down < other.shape[0]) & (across >= 0) & (across < other.shape[1])
    both = np.zeros_like(seen)
    both[rows[there], columns[there]] = other[down[there].astype(np.intp), across[there].astype(np.intp)]
    return both


def _of_cells(grid: Grid, shape: tuple[int, ...]) -> Affine:
    """Return the transform of a coarse look at a grid with `shape` rows and columns."""
    return grid.transform * Affine.scale(grid.width / shape[1], grid.height / shape[0])


def _halves(bands: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    middle = len(bands) // 2
    return bands[:middle], bands[middle:]


class Matched:
    """A scene of display bytes whose histograms were made those of another date.

    Args:
        scene: the scene.
        tables: by band, float32 (256,): the value that each byte becomes (`matching_table`).
    """

    def __init__(self, scene: Readable, tables: dict[str, FloatArray]) -> None:
        self._scene, self._tables = scene, tables

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window of matched values, float32 (len(bands), rows, columns), NaN where not observed."""
        return self._look_up(self._scene.read_db(first, last, first_column, last_column, bands), bands)

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of each band's matched values, float32 (len(bands),)."""
        return self._look_up(self._scene.median_db(bands), bands)

    def _look_up(self, values: FloatArray, bands: tuple[str, ...]) -> FloatArray:
        levels = np.arange(_LEVELS)
        return np.stack([np.interp(band, levels, self._tables[name]) for band, name in zip(values, bands, strict=True)]).astype(np.float32)


def matching_table(values: FloatArray, target: FloatArray) -> FloatArray:
    """Return the table that gives `values` the histogram of `target`: float32 (256,).

    Args:
        values, target: observed display bytes of the same ground on two dates, float32 (n,).
    """
    levels = np.arange(_LEVELS)
    shares = [np.cumsum(np.bincount(np.clip(np.rint(v), 0, 255).astype(np.intp), minlength=_LEVELS)) / v.size for v in (values, target)]
    # The middle of a level's share, so that a table of a histogram with itself changes nothing.
    own, wanted = (share - np.diff(share, prepend=0) / 2 for share in shares)
    return np.interp(own, wanted, levels).astype(np.float32)


def unchanged(sample: Sequence[FloatArray]) -> list[BoolArray]:
    """Return where two dates of display bytes show the same: bool (h, w) for each window, of float32 (2, h, w), NaN where not observed.

    A flood that covers much of an image would spoil a match of whole histograms for all that has not changed. So the older date is brought
    to the median and the spread of the newer one, what then differs most is left out, and so again: a relative normalisation by pixels that
    do not vary (Schott et al. 1988, who find them by eye). Where next to nothing stays alike, all that was observed is returned.
    """
    seen = [np.logical_and.reduce(np.isfinite(window)) for window in sample]
    smooth = [
        scipy.ndimage.uniform_filter(np.where(mask, window, np.nanmedian(window)), (0, _SMOOTH, _SMOOTH))
        for window, mask in zip(sample, seen, strict=True)
    ]
    newer, older = (np.concatenate([window[date][mask] for window, mask in zip(smooth, seen, strict=True)]) for date in (0, 1))
    some = np.s_[:: max(1, newer.size // _ENOUGH)]
    few, few_older = newer[some], older[some]
    kept = np.ones(few.shape, np.bool_)
    for reach in (1.5, 1.5, 1.5, 2.0):
        (low, middle, high), (old_low, old_middle, old_high) = (np.percentile(date[kept], (10, 50, 90)) for date in (few, few_older))
        gain = (high - low) / max(old_high - old_low, 1.0)
        difference = few - middle - (few_older - old_middle) * gain
        centre = np.median(difference)
        most = reach * max(_ROBUST * float(np.median(np.abs(difference - centre))), 1.0)
        kept = np.abs(difference - centre) < most
        if kept.mean() < _LEAST_UNCHANGED:
            return seen
    kept = np.abs(newer - middle - (older - old_middle) * gain - centre) < most
    parts = np.split(kept, np.cumsum([int(mask.sum()) for mask in seen])[:-1])
    found = []
    for mask, part in zip(seen, parts, strict=True):
        same = mask.copy()
        same[mask] = part
        found.append(same)
    return found


def shift_pixels(sample: Sequence[FloatArray]) -> tuple[float, float] | None:
    """Return by how many pixels (down, across) the second half of the bands lies off the first; None where nothing tells.

    Phase correlation (Kuglin and Hines 1975), the spectra of all windows averaged before the peak is looked for.

    Args:
        sample: windows of one shape, float32 (2 × bands, h, w), NaN where not observed.
    """
    whole = [w for w in sample if w.shape == sample[0].shape and np.isfinite(w).mean() >= _LEAST_OBSERVED]
    if not whole:
        return None
    height, width = whole[0].shape[1:]
    taper = np.hanning(height)[:, None] * np.hanning(width)[None, :]
    spectrum = np.zeros((height, width), np.complex128)
    for window in whole:
        means = np.nanmean(window, axis=(1, 2), keepdims=True)
        newer, older = np.split(scipy.fft.fft2(np.where(np.isnan(window), 0, window - means) * taper), 2)
        cross = (newer * older.conj()).sum(axis=0)
        spectrum += cross / np.maximum(np.abs(cross), 1e-12)
    found = scipy.fft.ifft2(spectrum).real / len(whole)
    row, column = np.unravel_index(int(found.argmax()), found.shape)
    if found.max() < 8 * found.std():
        return None
    # The peak is at the newer's offset; the older lies as far off the other way.
    return float(-((row + height // 2) % height - height // 2)), float(-((column + width // 2) % width - width // 2))
