"""Optical images beside the radar's: where they can be used, and how their use fades in.

To the sliding window they are more bands of one image: the bands of the image after, those of the image before, and a weight, 0 where an
optical image is missing or cloudy and 1 some way inside what all have seen. All three are finite everywhere, so that the radar alone
decides what is mapped. An image before that there is none of is grey all over, which tells the network so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import numpy as np
import scipy
from rasterio.windows import Window

from ..contract.card import OpticalInput
from ..contract.job import Job
from ..contract.record import OpticalImageRecord, OpticalRecord
from ..raster.arrays import BoolArray, FloatArray
from ..raster.grid import Grid, sample_windows
from ..raster.optical import CLOUD_REACH, FALSE_COLOUR_CLOUD, GREY, OpticalImage, find_clouds, open_optical_image
from ..raster.radiometry import stretch_limits
from ..raster.two_dates import Pair, wrong_order
from ..raster.warp import Readable, on_grid
from .log_ratio import mean_probability
from .method import Predictor

RAMP = 32
"""Pixels of the network's view over which the optical images come to be used, from the border of what they have seen inwards."""
_COLUMNS_AT_ONCE = 1024
"""Of the whole width at once, clouds and what they are found in would take more memory than all else."""
_ENOUGH = 100_000


class Optical:
    """The optical images on the radar's grid, of the date to map and maybe of the one before. Use `open_optical`.

    Attributes:
        channels: names of what `read` returns.
        limits: ``optical_low`` and ``optical_high`` for the network, float32 (2 × bands,), in grey levels, each date's own.
    """

    def __init__(self, images: Sequence[OpticalImage], roles: tuple[str, ...], percentiles: tuple[float, float], grid: Grid):
        self._images, self._grid, self._roles = images, grid, roles
        self._dates: list[Readable] = [on_grid(image, grid, image.name) for image in images]
        self.channels = (*(f"{date} {role}" for date in ("after", "before") for role in roles), "weight")
        self._is_seen = True
        sample = self._sample()
        self._is_seen = bool(sample)
        sample = sample or [np.zeros((len(images) * len(roles), 1, 1), np.float32)]
        low, high = stretch_limits(sample, percentiles)
        fill = [np.nanmedian(np.concatenate([window[band].ravel() for window in sample])) for band in range(len(low))]
        missing = len(self.channels) - 1 - len(low)
        self.limits = {
            "optical_low": np.concatenate([low, np.zeros(missing, np.float32)]),
            "optical_high": np.concatenate([high, np.full(missing, GREY, np.float32)]),
        }
        self._fill = np.array([*fill, *[GREY / 2] * missing], np.float32)

    @property
    def block_row_bytes(self) -> int:
        """Bytes of a row of the files' blocks."""
        return sum(image.block_row_bytes for image in self._images)

    def read(self, first: int, last: int, left: int, right: int, ramp: int) -> tuple[FloatArray, BoolArray, BoolArray]:
        """Return a window of the radar's grid: `channels` float32 (C, rows, columns) without NaN, and where it is seen and where cloudy.

        Args:
            first, last, left, right: rows and columns of the window.
            ramp: pixels of the grid over which the weight rises.
        """
        margin = ramp + CLOUD_REACH
        top, bottom = max(0, first - margin), min(self._grid.height, last + margin)
        west, east = max(0, left - margin), min(self._grid.width, right + margin)
        values, seen, cloudy = self._look(top, bottom, west, east)
        inner = np.s_[first - top : last - top, left - west : right - west]
        found = np.empty((len(self.channels), last - first, right - left), np.float32)
        found[:-1] = self._fill[:, None, None]
        np.copyto(found[: len(values)], values[(slice(None), *inner)], where=seen[inner])
        found[-1] = _weight(seen, ramp)[inner]
        return found, seen[inner], cloudy[inner]

    def record(self) -> tuple[OpticalImageRecord, ...]:
        """Return what the run record says of the image of the date to map, and of the one before where there is one."""
        return tuple(image.record() for image in self._images)

    def differences(self) -> list[str]:
        """Return what the user should know of the two dates."""
        dates = [image.acquired for image in self._images]
        return wrong_order(dates[0], dates[1], "optical image") if len(dates) == 2 and all(dates) else []

    def _look(self, first: int, last: int, left: int, right: int) -> tuple[FloatArray, BoolArray, BoolArray]:
        """Return the images in grey levels, NaN where not observed, where all are seen without cloud, and where one is cloudy."""
        dates = [date.read_db(first, last, left, right, self._roles) for date in self._dates]
        observed = np.logical_and.reduce([np.isfinite(date).all(axis=0) for date in dates])
        cloudy = np.logical_or.reduce([find_clouds(date / np.float32(GREY), *FALSE_COLOUR_CLOUD) for date in dates]) & observed
        seen = observed & ~cloudy if self._is_seen else np.zeros_like(observed)
        return np.concatenate(dates), seen, cloudy

    def _sample(self) -> list[FloatArray]:
        """Return windows spread over the radar's grid, NaN where an image is missing or cloudy; empty where they always are."""
        windows: list[FloatArray] = []
        for count in (8, 16, 32):
            windows, pixels = [], 0
            for window in sample_windows(self._grid.height, self._grid.width, count):
                values, seen, _ = self._look(*window)
                if seen.any():
                    windows.append(np.where(seen, values, np.float32(np.nan)))
                    pixels += int(seen.sum())
            if pixels >= min(_ENOUGH, self._grid.height * self._grid.width // 2):
                break
        return windows


class BesideRadar:
    """Two radar dates with the optical images beside them: what a view reads.

    Args:
        radar: both dates.
        optical: on the same grid.
        counted: the pixels that the map shows, of which the shares are counted.
        ramp: pixels of the grid over which the optical images come to be used.
    """

    def __init__(self, radar: Pair, optical: Optical, counted: Window, ramp: int) -> None:
        self.radar, self.optical, self._counted, self._ramp = radar, optical, counted, ramp
        self._pixels = dict.fromkeys(("observed", "used", "cloudy"), 0)

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window: the radar's bands in dB, NaN where a date was not observed, then the optical channels, always finite."""
        radar = bands[: -len(self.optical.channels)]
        found = np.empty((len(bands), last - first, last_column - first_column), np.float32)
        for left in range(first_column, last_column, _COLUMNS_AT_ONCE):
            right = min(left + _COLUMNS_AT_ONCE, last_column)
            part = found[:, :, left - first_column : right - first_column]
            part[: len(radar)] = self.radar.read_db(first, last, left, right, radar)
            part[len(radar) :], seen, cloudy = self.optical.read(first, last, left, right, self._ramp)
            self._count(np.asarray(np.isfinite(part[: len(radar)]).all(axis=0)), seen, cloudy, first, left)
        return found

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the medians of the radar's bands, float32 (len(bands),), and 0 for the optical channels, which miss nowhere."""
        beside = len(self.optical.channels)
        return np.concatenate([self.radar.median_db(bands[:-beside]), np.zeros(beside, np.float32)])

    def shares(self) -> dict[str, float]:
        """Return the shares of the radar's observed pixels, read so far, where the optical images were used, cloudy and missing."""
        observed = max(self._pixels["observed"], 1)
        used, cloudy = self._pixels["used"] / observed, self._pixels["cloudy"] / observed
        return {"used": round(used, 6), "cloudy": round(cloudy, 6), "missing": round(1 - used - cloudy, 6)}

    def record(self) -> OpticalRecord:
        """Return what the run record says: the shares, and the images."""
        shares = self.shares()
        return OpticalRecord(shares["used"] > 0, shares, *self.optical.record())

    def notices(self) -> list[str]:
        """Return in words where the optical images were used."""
        shares = self.shares()
        used, cloudy = (round(100 * shares[name]) for name in ("used", "cloudy"))
        missing = 100 - used - cloudy
        if shares["used"] == 1:
            return ["Optical imagery was used for all of the observed area."]
        return [
            f"Optical imagery was used for {used} % of the observed area." if shares["used"] else "Optical imagery could not be used.",
            f"Radar alone decided where the optical imagery is cloudy ({cloudy} %) or missing ({missing} %).",
        ]

    def _count(self, observed: BoolArray, seen: BoolArray, cloudy: BoolArray, row: int, column: int) -> None:
        c = self._counted
        top, left = c.row_off - row, c.col_off - column
        shown = np.s_[max(top, 0) : max(top + c.height, 0), max(left, 0) : left + c.width]
        for name, mask in (("observed", observed), ("used", observed & seen), ("cloudy", observed & cloudy)):
            self._pixels[name] += int(np.count_nonzero(mask[shown]))


@contextmanager
def open_optical(job: Job, wanted: OpticalInput, percentiles: tuple[float, float], grid: Grid) -> Iterator[Optical]:
    """Open a job's optical images on the radar's grid.

    Args:
        job: names the images.
        wanted: what the model sees of them.
        percentiles: what becomes 0 and 1 of each band and date.
        grid: of the radar image to map.

    Raises:
        InputError: an image is no raster, lies elsewhere, or its bands cannot be told.
    """
    with ExitStack() as stack:
        names = ("the optical image", "the optical image before")
        images = [stack.enter_context(open_optical_image(source, wanted, name)) for source, name in zip(job.optical, names, strict=False)]
        yield Optical(images, wanted.bands, percentiles, grid)


def where_seen(radar: Sequence[Predictor], both: Sequence[Predictor], beside: int) -> Predictor:
    """Return a method that uses the network with optical images where they are seen, and fades to the radar-only one elsewhere.

    Args:
        radar: by polarisation: float32 (2, H, W), after and before, to probability float32 (H, W).
        both: the same with the optical bands after the radar's, float32 (2 + bands, H, W).
        beside: channels of `Optical`.

    Returns:
        float32 (2 × polarisations + beside, H, W) to float32 (1, H, W).
    """

    def predict(image: FloatArray) -> FloatArray:
        dates, optical, weight = image[:-beside], image[-beside:-1], image[-1]
        if weight.min() == 1:
            return mean_probability(both, dates, optical)[None]
        alone = mean_probability(radar, dates)
        if weight.any():
            alone += weight * (mean_probability(both, dates, optical) - alone)
        return alone[None]

    return predict


def _weight(seen: BoolArray, ramp: int) -> FloatArray:
    """Return how far inside what is seen a pixel lies, float32 (H, W): 0 where nothing is seen, 1 beyond `ramp` pixels, no kink."""
    if seen.all() or not seen.any():
        return seen.astype(np.float32)
    share = np.minimum(scipy.ndimage.distance_transform_edt(seen) / (ramp + 1), 1)
    return (share * share * (3 - 2 * share)).astype(np.float32)
