"""What a product's annotation says: times, orbit, geolocation grid, and from ground range to slant range.

Times are seconds from the first line, float64. Field names follow the Sentinel-1 Product Specification (S1-RS-MDA-52-7441).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

import numpy as np

from ..contract.errors import InputError
from ..raster.arrays import DoubleArray
from .markup import Element


@dataclass(frozen=True)
class GeolocationGrid:
    """The tie points: where some pixels lie on the ground.

    Attributes:
        lines, pixels: (R,) and (C,) positions in the image, counted from 0 at the centre of the first pixel.
        time: (R, C) azimuth time in seconds from the first line.
        slant_range_time: (R, C) two-way, seconds.
        latitude, longitude: (R, C) degrees; longitudes run on over the date line.
        height: (R, C) metres above the ellipsoid.
        incidence: (R, C) degrees.
    """

    lines: DoubleArray
    pixels: DoubleArray
    time: DoubleArray
    slant_range_time: DoubleArray
    latitude: DoubleArray
    longitude: DoubleArray
    height: DoubleArray
    incidence: DoubleArray


@dataclass(frozen=True)
class StateVectors:
    """The orbit: time (N,) in seconds from the first line, position (N, 3) in metres and velocity (N, 3) in m/s, Earth-fixed."""

    time: DoubleArray
    position: DoubleArray
    velocity: DoubleArray


@dataclass(frozen=True)
class GroundRange:
    """Polynomials from ground range to slant range, one for each of some times.

    Attributes:
        time: (K,) seconds from the first line.
        coefficients: (K, D) of the slant range in metres over the ground range in metres from the first pixel, lowest power first.
    """

    time: DoubleArray
    coefficients: DoubleArray


@dataclass(frozen=True)
class Annotation:
    """One polarisation's annotation.

    Attributes:
        satellite: e.g. ``S1A``.
        mode: ``IW``, ``EW``, or a stripmap beam, ``S1`` to ``S6``.
        kind: ``GRD``, ``SLC`` or ``OCN``.
        polarisation: e.g. ``VV``.
        first_line, last_line: sensing times, UTC.
        absolute_orbit: revolutions since the launch.
        data_take: number of the acquisition that the product is a part of.
        pass_direction: ``ascending`` or ``descending``.
        lines, samples: size of the image.
        line_interval: seconds from a line to the next one.
        pixel_spacing, line_spacing: metres on the ground across and along the track.
        noise_removed: whether the thermal noise was removed when the product was made.
        orbit: where the satellite was, and how fast.
        grid: places on the ground of some pixels.
        ground_range: slant range of the samples, which lie evenly on the ground.
    """

    satellite: str
    mode: str
    kind: str
    polarisation: str
    first_line: datetime
    last_line: datetime
    absolute_orbit: int
    data_take: int
    pass_direction: str
    lines: int
    samples: int
    line_interval: float
    pixel_spacing: float
    line_spacing: float
    noise_removed: bool
    orbit: StateVectors
    grid: GeolocationGrid
    ground_range: GroundRange


def read_annotation(root: Element) -> Annotation:
    """Read an annotation. Raises `InputError` where a part is missing or does not fit the others."""
    header, image = root.at("adsHeader"), root.at("imageAnnotation/imageInformation")
    general = root.at("generalAnnotation/productInformation")
    first = read_time(image, "productFirstLineUtcTime")
    annotation = Annotation(
        satellite=header.word("missionId"),
        mode=header.word("swath") if header.word("mode") == "SM" else header.word("mode"),
        kind=header.word("productType"),
        polarisation=header.word("polarisation"),
        first_line=first,
        last_line=read_time(image, "productLastLineUtcTime"),
        absolute_orbit=int(header.number("absoluteOrbitNumber")),
        data_take=int(header.number("missionDataTakeId")),
        pass_direction=general.word("pass").lower(),
        lines=int(image.number("numberOfLines")),
        samples=int(image.number("numberOfSamples")),
        line_interval=image.number("azimuthTimeInterval"),
        pixel_spacing=image.number("rangePixelSpacing"),
        line_spacing=image.number("azimuthPixelSpacing"),
        noise_removed=_flag(root, "imageAnnotation/processingInformation/thermalNoiseCorrectionPerformed"),
        orbit=_orbit(root, first),
        grid=_grid(root, first),
        ground_range=_ground_range(root, first),
    )
    if min(annotation.lines, annotation.samples) < 2 or annotation.line_interval <= 0 or annotation.pixel_spacing <= 0:
        raise InputError(
            f"{root.document} describes an image of {annotation.samples} x {annotation.lines} pixels of {annotation.pixel_spacing:g} m.",
            "That is no radar image.",
            "Download the product again.",
        )
    return annotation


def read_kind(root: Element) -> str:
    """Return a product's type, ``GRD`` or another one, from an annotation. Raises `InputError` where it does not say."""
    return root.word("adsHeader/productType")


def read_time(element: Element, path: str) -> datetime:
    """Return the time that an element holds, UTC. Raises `InputError` where it is missing or no time."""
    word = element.word(path)
    try:
        return datetime.fromisoformat(word.rstrip("Z")).replace(tzinfo=timezone.utc)
    except ValueError as error:
        raise InputError(f"{element.document}: {path} is no time: '{word}'.", "", "Download the product again.") from error


def _seconds(elements: list[Element], path: str, origin: datetime) -> DoubleArray:
    return np.array([(read_time(element, path) - origin).total_seconds() for element in elements])


def _flag(root: Element, path: str) -> bool:
    element = root.find(path)
    return element is not None and element.text.strip().lower() == "true"


def _several(root: Element, path: str, least: int) -> list[Element]:
    elements = root.all(path)
    if len(elements) < least:
        raise InputError(
            f"{root.document} has {len(elements)} of {path.rsplit('/', 1)[-1]}.",
            f"At least {least} are needed to place the image.",
            "Download the product again.",
        )
    return elements


def _orbit(root: Element, origin: datetime) -> StateVectors:
    vectors = _several(root, "generalAnnotation/orbitList/orbit", 4)

    def triples(name: str) -> DoubleArray:
        return np.array([[vector.number(f"{name}/{axis}") for axis in "xyz"] for vector in vectors])

    return StateVectors(_seconds(vectors, "time", origin), triples("position"), triples("velocity"))


def _grid(root: Element, origin: datetime) -> GeolocationGrid:
    points = _several(root, "geolocationGrid/geolocationGridPointList/geolocationGridPoint", 4)
    lines, pixels = (np.array([point.number(name) for point in points]) for name in ("line", "pixel"))
    rows, columns = np.unique(lines), np.unique(pixels)
    shape = (rows.size, columns.size)
    order = np.lexsort((pixels, lines))
    if min(shape) < 2 or rows.size * columns.size != len(points):
        raise InputError(
            f"{root.document}: the {len(points)} points of the geolocation grid make no whole rows.",
            "They should lie in rows and columns.",
            "Download the product again.",
        )

    def values(name: str) -> DoubleArray:
        return np.array([point.number(name) for point in points])[order].reshape(shape)

    longitude = np.rad2deg(np.unwrap(np.unwrap(np.deg2rad(values("longitude")), axis=1), axis=0))
    return GeolocationGrid(
        lines=rows,
        pixels=columns,
        time=_seconds(points, "azimuthTime", origin)[order].reshape(shape),
        slant_range_time=values("slantRangeTime"),
        latitude=values("latitude"),
        longitude=longitude,
        height=values("height"),
        incidence=values("incidenceAngle"),
    )


def _ground_range(root: Element, origin: datetime) -> GroundRange:
    conversions = _several(root, "coordinateConversion/coordinateConversionList/coordinateConversion", 1)
    coefficients = [conversion.numbers("grsrCoefficients") for conversion in conversions]
    if len({len(row) for row in coefficients}) != 1:
        raise InputError(f"{root.document}: the polynomials of the ground range differ in length.", "", "Download the product again.")
    return GroundRange(
        time=_seconds(conversions, "azimuthTime", origin),
        coefficients=np.array(coefficients),
    )
