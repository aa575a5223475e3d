"""Where a point of the ground lies in a product's image: the range-Doppler equations, solved with the product's own orbit.

A point is seen when the satellite passes it at zero Doppler, (P − S(t)) · V(t) = 0, at the slant range |P − S(t)| (Cumming & Wong 2005,
chapter 4). The annotation's polynomials say at which ground range, so in which pixel, that is.
"""

from __future__ import annotations

import numpy as np
import scipy
from numpy.polynomial import chebyshev

from ..contract.errors import InputError
from ..raster.arrays import DoubleArray
from .annotation import Annotation, GeolocationGrid

_SEMI_MAJOR_M, _ECCENTRICITY_SQUARED = 6378137.0, 6.69437999014e-3  # WGS 84
_ORBIT_DEGREE = 7
"""Fits 160 s of state vectors to 5 mm."""
_PLACE_STEPS, _DERIVATIVE_STEP_DEG = 4, 1e-4
_FARTHEST_ASTRAY = 20.0
"""Pixels between a tie point and where the orbit has it, from which on one of the two is damaged."""
_LEAST_STEP_S = 1e-7
_LEAST_STEP_M = 1e-3
_MOST_STEPS = 20
_HEIGHT_STEPS = 6
"""Steep ground takes that many rounds until the height of a point's place and its place agree to a metre."""


class RadarGeometry:
    """From latitude, longitude and height to line and pixel of one product.

    Args:
        annotation: of any of its polarisations; they share one geometry.
    """

    def __init__(self, annotation: Annotation) -> None:
        self.grid: GeolocationGrid = annotation.grid
        self._line_interval, self._pixel_spacing = annotation.line_interval, annotation.pixel_spacing
        self._polynomials = annotation.ground_range
        # Each row of the grid was made with one whole polynomial, the nearest one: that is where in time the polynomials hold.
        index = self._polynomial_index(self.grid.lines * annotation.line_interval)
        self._polynomial_shift = float(np.median(np.rint(index) - index))
        orbit = annotation.orbit
        self._middle, self._half = (orbit.time[0] + orbit.time[-1]) / 2, (orbit.time[-1] - orbit.time[0]) / 2
        degree = min(_ORBIT_DEGREE, orbit.time.size - 1)
        self._position = chebyshev.chebfit((orbit.time - self._middle) / self._half, orbit.position, degree)
        self._velocity = chebyshev.chebder(self._position) / self._half
        self._acceleration = chebyshev.chebder(self._velocity) / self._half
        # The lines' times are those of the swath's middle; the grid's times have what the echo's way adds or takes for each range.
        self._time_offset = self.grid.time - self.grid.lines[:, None] * annotation.line_interval
        self._start_time = float(self.grid.time.mean())

    def refuse_other_orbit(self, name: str) -> None:
        """Refuse an annotation of the product `name` whose orbit does not lead to its geolocation grid. Raises `InputError`."""
        with np.errstate(all="ignore"):
            line, pixel = self.image_position(self.grid.latitude, self.grid.longitude, self.grid.height)
            astray = np.hypot(line - self.grid.lines[:, None], pixel - self.grid.pixels)
        if not (astray < _FARTHEST_ASTRAY).all():  # no number is astray, too
            raise InputError(
                f"{name}: the orbit in its annotation does not lead to its geolocation grid.",
                "The two place the image together, to a tenth of a pixel.",
                "Download the product again.",
            )

    def image_position(self, latitude: DoubleArray, longitude: DoubleArray, height: DoubleArray | float) -> tuple[DoubleArray, DoubleArray]:
        """Return line and pixel, float64, of points on the ground.

        Args:
            latitude, longitude: degrees, any shape.
            height: metres above the ellipsoid.
        """
        point = earth_fixed(latitude, longitude, height)
        time = np.full(np.shape(latitude), self._start_time)
        for _ in range(_MOST_STEPS):
            way, velocity = point - self._at(self._position, time), self._at(self._velocity, time)
            acceleration = self._at(self._acceleration, time)
            step = (way * velocity).sum(-1) / ((way * acceleration).sum(-1) - (velocity * velocity).sum(-1))
            time -= step
            if np.abs(step).max() < _LEAST_STEP_S:
                break
        slant_range = np.sqrt(((point - self._at(self._position, time)) ** 2).sum(-1))
        pixel = self._to_ground_range(slant_range, time) / self._pixel_spacing
        line = (time - self._on_grid(self._time_offset, time / self._line_interval, pixel)) / self._line_interval
        return line, pixel

    def image_position_on_grid(self, latitude: DoubleArray, longitude: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
        """Return line and pixel, float64, of points at the height that the geolocation grid has there."""
        height = np.full(np.shape(latitude), float(self.grid.height.mean()))
        for _ in range(_HEIGHT_STEPS):
            line, pixel = self.image_position(latitude, longitude, height)
            height = self.grid_height(line, pixel)
        return self.image_position(latitude, longitude, height)

    def place(self, line: DoubleArray, pixel: DoubleArray, height: DoubleArray | float) -> tuple[DoubleArray, DoubleArray]:
        """Return latitude and longitude in degrees of what an image shows at some lines and pixels, at heights above the ellipsoid.

        The inverse of `image_position`, by Newton's method from the geolocation grid's places on.
        """
        latitude, longitude = self._on_grid(self.grid.latitude, line, pixel), self._on_grid(self.grid.longitude, line, pixel)
        step = _DERIVATIVE_STEP_DEG
        for _ in range(_PLACE_STEPS):
            at_line, at_pixel = self.image_position(latitude, longitude, height)
            north, east = (
                self.image_position(latitude + step, longitude, height),
                self.image_position(latitude, longitude + step, height),
            )
            a, b = (north[0] - at_line) / step, (east[0] - at_line) / step
            c, d = (north[1] - at_pixel) / step, (east[1] - at_pixel) / step
            off_line, off_pixel, determinant = line - at_line, pixel - at_pixel, a * d - b * c
            latitude = latitude + (d * off_line - b * off_pixel) / determinant
            longitude = longitude + (a * off_pixel - c * off_line) / determinant
        return latitude, longitude

    def grid_height(self, line: DoubleArray, pixel: DoubleArray) -> DoubleArray:
        """Return the geolocation grid's height above the ellipsoid in metres, between its points bilinear."""
        return self._on_grid(self.grid.height, line, pixel)

    def incidence(self, line: DoubleArray, pixel: DoubleArray) -> DoubleArray:
        """Return the angle of incidence on level ground in degrees, between the geolocation grid's points bilinear."""
        return self._on_grid(self.grid.incidence, line, pixel)

    def _at(self, polynomial: DoubleArray, time: DoubleArray) -> DoubleArray:
        return np.moveaxis(chebyshev.chebval((time - self._middle) / self._half, polynomial), 0, -1)

    def _to_ground_range(self, slant_range: DoubleArray, time: DoubleArray) -> DoubleArray:
        """Invert the polynomials of the slant range, which are interpolated in time, by Newton's method."""
        index = np.nan_to_num(self._polynomial_index(time) + self._polynomial_shift)
        first = np.clip(np.floor(index), 0, max(self._polynomials.time.size - 2, 0)).astype(np.intp)
        second = np.minimum(first + 1, self._polynomials.time.size - 1)
        weight = np.clip(index - first, 0, 1)[..., None]
        coefficients = (1 - weight) * self._polynomials.coefficients[first] + weight * self._polynomials.coefficients[second]
        ground_range = np.full(slant_range.shape, self.grid.pixels[-1] / 2 * self._pixel_spacing)
        for _ in range(_MOST_STEPS):
            value, slope = np.zeros_like(ground_range), np.zeros_like(ground_range)
            for power in range(coefficients.shape[-1] - 1, -1, -1):
                slope = slope * ground_range + value
                value = value * ground_range + coefficients[..., power]
            step = (value - slant_range) / slope
            ground_range -= step
            if np.abs(step).max() < _LEAST_STEP_M:
                break
        return ground_range

    def _polynomial_index(self, time: DoubleArray) -> DoubleArray:
        return np.interp(time, self._polynomials.time, np.arange(self._polynomials.time.size))

    def _on_grid(self, values: DoubleArray, line: DoubleArray, pixel: DoubleArray) -> DoubleArray:
        rows = np.interp(line, self.grid.lines, np.arange(self.grid.lines.size))
        columns = np.interp(pixel, self.grid.pixels, np.arange(self.grid.pixels.size))
        return scipy.ndimage.map_coordinates(values, [rows, columns], order=1, mode="nearest")


def earth_fixed(latitude: DoubleArray, longitude: DoubleArray, height: DoubleArray | float) -> DoubleArray:
    """Return Earth-fixed coordinates in metres, float64 (…, 3), of points on the WGS 84 ellipsoid and above."""
    sine, cosine = np.sin(np.deg2rad(latitude)), np.cos(np.deg2rad(latitude))
    curvature = _SEMI_MAJOR_M / np.sqrt(1 - _ECCENTRICITY_SQUARED * sine**2)
    around = np.deg2rad(longitude)
    return np.stack(
        [
            (curvature + height) * cosine * np.cos(around),
            (curvature + height) * cosine * np.sin(around),
            (curvature * (1 - _ECCENTRICITY_SQUARED) + height) * sine,
        ],
        axis=-1,
    )
