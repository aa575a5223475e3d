"""The sea in an image: the band that shows dark features, its pixels without land, and what its brightness tells of the wind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy

from ..contract.errors import InputError
from ..masks.land import Land
from ..raster.arrays import FloatArray
from ..raster.bands import UNNAMED
from ..raster.grid import sample_windows
from ..raster.scene import Scene

IntegerArray = npt.NDArray[np.integer]

LEAST_WIND, LARGEST_WIND = 3.0, 12.0
"""Wind in m/s between which slicks are seen: below, calm water is as dark; above, films mix in."""
CALM_DB = {"VV": -21.5, "HH": -23.5, UNNAMED: -23.5}
ROUGH_DB = {"VV": -10.0, "HH": -12.0, UNNAMED: -10.0}
"""Medians of the sea in dB that suggest such winds. Incidence is not known, and 10° of it matter as much as some m/s: so they only suggest.

The order of magnitude of C-band model functions at about 38° (VV: -24 dB at 2 m/s, -11 dB at 12 m/s); at CALM_DB the sea is close to the
sensors' noise, and so without contrast as well.
"""
LEAST_RANGE = 5.5
"""Least width of a stretch of display bytes, in standard deviations of the speckle; of a sea without anything, percentiles 1 and 99 lie
4.7 apart."""
SURROUNDINGS_M = 10_000.0
"""Side of the surroundings whose median a calibrated image is compared with."""
_SPECKLE_WINDOW = 9
_SAMPLE = 16


def choose_band(bands: Sequence[str]) -> str:
    """Return which of an image's bands shows the sea best: VV, else HH, else an only band without a name. Raises `InputError`."""
    for band in ("VV", "HH", UNNAMED):
        if band in bands:
            return band
    raise InputError(
        f"The image has {', '.join(bands)}.",
        "Dark features at sea are looked for in VV, or in HH; the sea of other polarisations lies at the radar's noise.",
        "Add the file of VV, or say which band it is with --bands, e.g. VV=1 (in QGIS: 'VV is', or 'Bands' in the toolbox).",
    )


class Sea:
    """A scene of which the land is known, or not. Windows are read with their land: a `View` hides it.

    Args:
        scene: the open scene.
        land: of the scene; None: not known.
    """

    def __init__(self, scene: Scene, land: Land | None) -> None:
        self._scene, self.land = scene, land
        self._samples: dict[tuple[str, ...], list[FloatArray]] = {}

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window in dB (or display bytes): float32 (len(bands), rows, columns), NaN where not observed."""
        return self._scene.read_db(first, last, first_column, last_column, bands)

    def sample_db(self, bands: tuple[str, ...]) -> list[FloatArray]:
        """Return windows spread over the scene, float32 (len(bands), h, w), NaN on land, of those with any sea. Raises `InputError`."""
        if bands not in self._samples:
            grid = self._scene.grid
            windows = [self._without_land(window, bands) for window in sample_windows(grid.height, grid.width, _SAMPLE)]
            self._samples[bands] = [window for window in windows if np.isfinite(window).any()]
        if not self._samples[bands]:
            raise InputError(
                "No sampled pixel of the image is observed sea: all are land or nodata.",
                "Dark features are looked for at sea.",
                "Check the layer of land, or choose another image.",
            )
        return self._samples[bands]

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of the sampled sea, float32 (len(bands),)."""
        windows = self.sample_db(bands)
        return np.array([np.nanmedian(np.concatenate([w[i].ravel() for w in windows])) for i in range(len(bands))], np.float32)

    @property
    def grid_spacing_m(self) -> tuple[float, float]:
        """The pixel on the ground in metres, down and across; 10 m where it is not known."""
        across, down = self._scene.ground_pixel_m or (10.0, 10.0)
        return down, across

    def medians_db(self, band: str) -> tuple[IntegerArray, IntegerArray, FloatArray]:
        """Return the medians of windows spread over the scene: their middles' rows (R,) and columns (C,), float32 (R, C), NaN on land."""
        grid = self._scene.grid
        windows = sample_windows(grid.height, grid.width, _SAMPLE)
        values = [self._without_land(window, (band,)) for window in windows]
        medians = [float(np.median(seen)) if (seen := one[np.isfinite(one)]).size else np.nan for one in values]
        rows, columns = (np.unique([(window[axis] + window[axis + 1]) // 2 for window in windows]) for axis in (0, 2))
        return rows, columns, np.array(medians, np.float32).reshape(len(rows), len(columns))

    def _without_land(self, window: tuple[int, int, int, int], bands: tuple[str, ...]) -> FloatArray:
        values = self.read_db(*window, bands)
        if self.land is not None:
            values[:, self.land.mask(*window)] = np.nan
        return values


@dataclass(frozen=True)
class SeaLevel:
    """How bright the sea is around each place, so that contrast can be told from incidence and wind.

    Attributes:
        rows, columns: of the nodes, int (R,) and (C,).
        level_db: at the nodes, float32 (R, C).
    """

    rows: IntegerArray
    columns: IntegerArray
    level_db: FloatArray

    @classmethod
    def of(cls, sea: Sea, band: str) -> SeaLevel:
        """Find the level: medians of `SURROUNDINGS_M` around nodes that are spread over the scene. Raises `InputError` without any sea."""
        rows, columns, medians = sea.medians_db(band)
        whole = float(sea.median_db((band,))[0])
        reach = [_nodes_within(nodes, pixel) for nodes, pixel in zip((rows, columns), sea.grid_spacing_m, strict=True)]
        level = np.full_like(medians, whole)
        for row, column in np.ndindex(*medians.shape):
            near = medians[max(0, row - reach[0]) : row + reach[0] + 1, max(0, column - reach[1]) : column + reach[1] + 1]
            if np.isfinite(near).any():
                level[row, column] = np.nanmedian(near)
        return cls(rows, columns, level)

    def within(self, first: int, last: int, first_column: int, last_column: int) -> FloatArray:
        """Return the level in a window, float32 (rows, columns), between the nodes on straight lines."""
        down, across = np.arange(first, last), np.arange(first_column, last_column)
        at_nodes = np.stack([np.interp(across, self.columns, row) for row in self.level_db])
        return np.stack([np.interp(down, self.rows, column) for column in at_nodes.T], axis=1).astype(np.float32)


def _nodes_within(nodes: IntegerArray, pixel_m: float) -> int:
    """Return how many nodes to either side lie within half of `SURROUNDINGS_M`."""
    spacing = float(np.diff(nodes).mean()) * pixel_m if nodes.size > 1 else SURROUNDINGS_M
    return int(SURROUNDINGS_M / 2 / spacing)


class AgainstSurroundings(Sea):
    """A sea in dB against its surroundings: 0 is as bright as what lies around.

    Args:
        scene, land: see `Sea`.
        level: of the surroundings.
    """

    def __init__(self, scene: Scene, land: Land | None, level: SeaLevel) -> None:
        super().__init__(scene, land)
        self._level = level

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window in dB against the surroundings, float32 (len(bands), rows, columns), NaN where not observed."""
        return super().read_db(first, last, first_column, last_column, bands) - self._level.within(first, last, first_column, last_column)


def contrast_limits(sample: Sequence[FloatArray], percentiles: tuple[float, float]) -> tuple[float, float]:
    """Return the grey levels that become 0 and 1 in the norm ``sea_contrast``.

    The upper one is a percentile. The lower one is a percentile as well where the image holds something dark; it lies at least
    `LEAST_RANGE` standard deviations of the speckle below the upper one, so that an empty sea keeps its place and is not all contrast.

    Args:
        sample: windows of display bytes, float32 (1, h, w), NaN where not observed.
        percentiles: low and high, 0 to 100.
    """
    low, high = np.percentile(values_of(sample), percentiles)
    return float(min(low, high - max(LEAST_RANGE * _speckle(sample), 1.0))), float(high)


def _speckle(sample: Sequence[FloatArray]) -> float:
    """Return the standard deviation within `_SPECKLE_WINDOW` pixels, its upper quartile over the sea: dark features have less."""
    spreads = []
    for window in sample:
        seen = np.isfinite(window[0])
        values = np.where(seen, window[0], np.float32(0))
        share, mean, square = (
            scipy.ndimage.uniform_filter(plane, _SPECKLE_WINDOW) for plane in (seen.astype(np.float32), values, values * values)
        )
        whole = seen & (share > 1 - 0.5 / _SPECKLE_WINDOW**2)
        spreads.append(np.sqrt(np.maximum(square - mean * mean, 0))[whole])
    found = np.concatenate(spreads)
    return float(np.percentile(found, 75)) if found.size else 0.0


@dataclass(frozen=True)
class SeaState:
    """What is known of the wind.

    Attributes:
        wind: in m/s as the user says; None: not said.
        suspect: ``calm`` or ``rough`` where wind or brightness lie outside of what slicks are seen in, else empty.
        notices: what the user should know of it.
    """

    wind: float | None
    suspect: str
    notices: tuple[str, ...]


def sea_state(wind: float | None, band: str, median: float, display: bool) -> SeaState:
    """Return what is known of the wind. What the user gives counts; else the brightness of the sea suggests it.

    Args:
        wind: in m/s; None: not said.
        band: from `choose_band`.
        median: of the sea, in dB.
        display: whether the image holds display bytes, whose brightness tells nothing of the wind.
    """
    if wind is not None:
        suspect = "calm" if wind < LEAST_WIND else "rough" if wind > LARGEST_WIND else ""
        return SeaState(wind, suspect, (_WORDS[suspect].format(f"The wind is {wind:g} m/s"),) if suspect else ())
    unsaid = "No wind speed was given: no feature is rated with high confidence (--wind; in QGIS: 'Wind')."
    if display:
        return SeaState(None, "", (f"{unsaid} Display values (8 bit) do not tell whether the sea is calm or rough.",))
    suspect = "calm" if median <= CALM_DB[band] else "rough" if median >= ROUGH_DB[band] else ""
    brightness = f"Half of the sea lies below {median:.1f} dB"
    said = {
        "calm": f"{brightness}: very dark, which suggests a wind below {LEAST_WIND:g} m/s",
        "rough": f"{brightness}: very bright, which suggests a wind above {LARGEST_WIND:g} m/s or a steep view",
    }
    return SeaState(None, suspect, (*((_WORDS[suspect].format(said[suspect]),) if suspect else ()), unsaid))


_WORDS = {
    "calm": "{}: calm water without any film is as dark, so most dark features are then no oil.",
    "rough": "{}: films are then mixed into the water, so that slicks may be missed.",
}


def values_of(sample: Sequence[FloatArray]) -> FloatArray:
    """Return the observed values of one-band windows, float32 (n,)."""
    return np.concatenate([window[0][np.isfinite(window[0])] for window in sample])
