"""The sea in an image: the band that shows dark features, its pixels without land, and what its brightness tells of the wind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..contract.errors import InputError
from ..masks.land import Land
from ..raster.arrays import FloatArray
from ..raster.bands import UNNAMED
from ..raster.scene import Scene, sample_windows

LEAST_WIND, LARGEST_WIND = 3.0, 12.0
"""Wind in m/s between which slicks are seen (R6.2 of the notes on SAR practice): below, calm water is as dark; above, films mix in."""
CALM_DB = {"VV": -21.5, "HH": -23.5, UNNAMED: -23.5}
ROUGH_DB = {"VV": -10.0, "HH": -12.0, UNNAMED: -10.0}
"""Medians of the sea in dB that suggest such winds. Incidence is not known, and 10° of it matter as much as some m/s: so they only suggest.

The order of magnitude of C-band model functions at about 38° (VV: -24 dB at 2 m/s, -11 dB at 12 m/s); at CALM_DB the sea is close to the
sensors' noise, and so without contrast as well.
"""
_SAMPLE = 16


def choose_band(scene: Scene) -> str:
    """Return the polarisation in which a scene's sea is looked at: VV, else HH, else an only band without a name. Raises `InputError`."""
    for band in ("VV", "HH", UNNAMED):
        if band in scene.bands.numbers:
            return band
    raise InputError(
        f"The image has {', '.join(scene.bands.numbers)}.",
        "Dark features at sea are looked for in VV, or in HH; the sea of other polarisations lies at the radar's noise.",
        "Add the file of VV, or say which band is which with --bands.",
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

    def _without_land(self, window: tuple[int, int, int, int], bands: tuple[str, ...]) -> FloatArray:
        values = self.read_db(*window, bands)
        if self.land is not None:
            values[:, self.land.mask(*window)] = np.nan
        return values


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
