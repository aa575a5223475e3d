"""The images of a run brought together: in order, on one grid, comparable, and with what the user should know of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from ..contract.errors import InputError
from .histogram_matching import Matched, matching_table, shift_pixels
from .pair import Pair
from .scene import Scene
from .warp import Readable, on_grid

FloatArray = npt.NDArray[np.float32]

_DAY = 24 * 3600
_SAME_TRACK_SECONDS = 180
"""Satellites on one track pass a place at the same minute of the day; the next track is some eight minutes away."""
_LARGEST_SHIFT = 1.0
_LARGEST_STEP_DB = 3.0
_BRIGHT = 90
"""Percentile of an image's brightness that a flood hardly moves, for floods darken."""


def in_order(scenes: Sequence[Scene], notice: Callable[[str], None]) -> list[Scene]:
    """Return two dates with the newer one first, where their dates are known; else as they are."""
    newer, older = scenes
    if newer.acquired and older.acquired and newer.acquired < older.acquired:
        notice(f"The two images were put in order: {older.acquired} is compared with {newer.acquired}, the older one.")
        return [older, newer]
    return list(scenes)


def join(scenes: Sequence[Scene], notice: Callable[[str], None], matched: bool = True) -> Readable:
    """Return what windows are read from: the only scene, or two dates as a `Pair` on the first one's grid.

    Args:
        scenes: one, or the image to map and the image before.
        notice: takes what the user should know.
        matched: whether display bytes of the second date get the first one's histogram, band by band, for each date was stretched on its
            own; else who reads them stretches each date.

    Raises:
        InputError: the two do not overlap, or one holds display bytes and the other one backscatter.
    """
    if len(scenes) == 1:
        return scenes[0]
    after, before = scenes
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
    pair = Pair(after, aligned, (after.grid.height, after.grid.width))
    if not bands:
        return pair  # whoever prepares the method says what is missing
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
        pair = Pair(after, Matched(aligned, _tables(sample, bands)), (after.grid.height, after.grid.width))
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
    known = min(len(newer), len(older))
    if older[:known] > newer[:known]:
        return [f"The {kind} before ({older}) is newer than the {kind} ({newer}): are they swapped?"]
    if older[:known] == newer[:known]:
        return [f"The {kind} before and the {kind} are of the same date ({older}, {newer}): is one of them the wrong file?"]
    return []


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
        seen = [np.isfinite(window).all(axis=0) for window in sample]
        newer, older = (
            np.concatenate([window[row][mask] for window, mask in zip(sample, seen, strict=True)]) for row in (index, index + len(bands))
        )
        tables[band] = matching_table(older, newer)
    return tables


def _seconds_of_day(acquired: str) -> int | None:
    """Of "2024-05-06T08:57:12Z"; None where only the day is known."""
    if "T" not in acquired:
        return None
    hour, minute, second = (int(part) for part in acquired.rstrip("Z").split("T")[1].split(":"))
    return 3600 * hour + 60 * minute + second
