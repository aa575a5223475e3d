"""Two dates as one image: the bands of the image to map, then those of the image before, on the first one's grid."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .align import Readable
from .scene import Scene

FloatArray = npt.NDArray[np.float32]

_DAY = 24 * 3600
_SAME_TRACK_SECONDS = 180
"""Satellites on one track pass a place at the same minute of the day; the next track is some eight minutes away."""


class Pair:
    """Two dates on one grid. The first half of the bands asked for is the first date's, the second half the second one's.

    Args:
        after: the image to map.
        before: the other image, on the same grid (`align.on_grid`).
    """

    def __init__(self, after: Readable, before: Readable) -> None:
        self._dates = (after, before)

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window in dB: float32 (len(bands), rows, columns), NaN in a date's bands where that date was not observed."""
        parts = [date.read_db(first, last, first_column, last_column, half) for date, half in zip(self._dates, _halves(bands), strict=True)]
        return np.concatenate(parts)

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of each band's sampled observed pixels in dB, float32 (len(bands),)."""
        return np.concatenate([date.median_db(half) for date, half in zip(self._dates, _halves(bands), strict=True)])


def compare(after: Scene, before: Scene) -> list[str]:
    """Return what the user should know of two dates: order, track and polarisations, as far as the files tell."""
    notices = []
    if set(after.bands.numbers) != set(before.bands.numbers):
        notices.append(f"The image has {', '.join(after.bands.numbers)}, the image before {', '.join(before.bands.numbers)}.")
    if not (after.acquired and before.acquired):
        return notices
    if before.acquired[:10] >= after.acquired[:10]:
        notices.append(f"The image before ({before.acquired}) is not older than the image to map ({after.acquired}): are they swapped?")
    times = [_seconds_of_day(scene.acquired) for scene in (after, before)]
    if times[0] is not None and times[1] is not None:
        apart = abs(times[0] - times[1])
        if min(apart, _DAY - apart) > _SAME_TRACK_SECONDS:
            notices.append(
                f"The images were taken at different times of the day ({after.acquired}, {before.acquired}), so from different tracks: "
                "slopes, woods and towns look different, and that may pass for change."
            )
    return notices


def _seconds_of_day(acquired: str) -> int | None:
    """Of "2024-05-06T08:57:12Z"; None where only the day is known."""
    if "T" not in acquired:
        return None
    hour, minute, second = (int(part) for part in acquired.rstrip("Z").split("T")[1].split(":"))
    return 3600 * hour + 60 * minute + second


def _halves(bands: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    middle = len(bands) // 2
    return bands[:middle], bands[middle:]
