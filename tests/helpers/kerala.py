"""The one real measurement that is at hand, made a product: Kerala in July 2018, every 20th pixel, with another product's tables.

Its own annotation is not there. Ground control points in the measurement say what its pixels show; calibration and noise are those of a
template of the same mode, and so are the orbit and the polynomials of the range, turned around the Earth and bent a little until they fit.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.control import GroundControlPoint
from scipy.optimize import least_squares
from scipy.spatial.transform import Rotation

from helpers.sentinel1_products import PRODUCTS
from tidemark.engine.raster.arrays import DoubleArray
from tidemark.engine.sentinel1.annotation import Annotation, GroundRange, StateVectors
from tidemark.engine.sentinel1.geometry import RadarGeometry, earth_fixed
from tidemark.engine.sentinel1.product import open_product

STEP = 20
"""Pixels and lines of the product from one of the measurement to the next."""
_SCENE = "GRD/2018/7/16/IW/DV/S1A_IW_GRDH_1SDV_20180716T004042_20180716T004107_022812_02792A_FD5B/measurement/iw-{}.tiff"
_DRIFT_M_S, _RANGE_M = 1e5, 1e6
_SCALED = "line|pixel|firstAzimuthLine|lastAzimuthLine|firstRangeSample|lastRangeSample"


@dataclass(frozen=True)
class Kerala:
    """The product, its ground control points as an array (n, 5) of line, pixel, longitude, latitude and height, and the measurement."""

    product: Path
    points: DoubleArray
    measurement: Path


def write_kerala(folder: Path, template: str) -> Kerala:
    """Write the product into a folder; return it."""
    with zipfile.ZipFile(PRODUCTS / "kerala_measurement.zip") as archive:
        for name in ("vv", "vh"):
            archive.extract(_SCENE.format(name), folder)
    measurements = {name: folder / _SCENE.format(name) for name in ("vv", "vh")}
    points = _points(measurements["vv"])
    source = open_product(template, measured=False)
    edits = _texts(_fitted(source.annotation, points))
    root = folder / "kerala.SAFE"
    for channel_name, channel in source.channels.items():
        for file in (channel.annotation, channel.calibration, channel.noise):
            place = root / file
            place.parent.mkdir(parents=True, exist_ok=True)
            text = source.archive.read(file).decode()
            place.write_text(_edited(text, edits) if file == channel.annotation else _scaled(text), encoding="utf-8")
        (root / "measurement").mkdir(exist_ok=True)
        shutil.copy(measurements[channel_name.lower()], root / "measurement" / f"{Path(channel.annotation).stem}.tiff")
    (root / "manifest.safe").write_bytes(source.archive.read("manifest.safe"))
    return Kerala(root, points, measurements["vv"])


def _points(measurement: Path) -> DoubleArray:
    """Return the ground control points; lines and pixels counted from the centre of the first pixel."""
    with rasterio.open(measurement) as raster:
        given: list[GroundControlPoint] = raster.gcps[0]
    centre = (STEP - 1) / 2 / STEP  # each pixel of the measurement is the middle one of so many
    return np.array([(point.row - centre, point.col - centre, point.x, point.y, point.z) for point in given])


def _fitted(template: Annotation, points: DoubleArray) -> Annotation:
    """Return an annotation whose orbit sees the points where the measurement has them."""
    lines, pixels = np.unique(points[:, 0]), np.unique(points[:, 1])
    shape = (lines.size, pixels.size)
    order = np.lexsort((points[:, 1], points[:, 0]))
    longitude, latitude, height = (points[order, column].reshape(shape) for column in (2, 3, 4))
    interval = template.line_interval * STEP
    delay = (template.grid.time - template.grid.lines[:, None] * template.line_interval).mean(axis=0)
    time = lines[:, None] * interval + np.interp(pixels * STEP, template.grid.pixels, delay)
    incidence = np.broadcast_to(np.interp(pixels * STEP, template.grid.pixels, template.grid.incidence.mean(axis=0)), shape)
    grid = replace(
        template.grid, lines=lines, pixels=pixels, time=time, latitude=latitude, longitude=longitude, height=height, incidence=incidence
    )
    bare = replace(template, lines=837, samples=1280, line_interval=interval, pixel_spacing=template.pixel_spacing * STEP, grid=grid)
    first = _frame(grid.latitude, grid.longitude) @ _frame(template.grid.latitude, template.grid.longitude).T

    def annotation(change: DoubleArray) -> Annotation:
        turn, drift = Rotation.from_rotvec(change[:3]).as_matrix() @ first, change[4:7] * _DRIFT_M_S
        position = template.orbit.position @ turn.T * (1 + change[3]) + template.orbit.time[:, None] * drift
        vectors = StateVectors(template.orbit.time, position, template.orbit.velocity @ turn.T * (1 + change[3]) + drift)
        coefficients = template.ground_range.coefficients.copy()
        coefficients[:, 0] += change[7] * _RANGE_M
        coefficients[:, 1] += change[8]
        return replace(bare, orbit=vectors, ground_range=GroundRange(template.ground_range.time, coefficients))

    def misfit(change: DoubleArray) -> DoubleArray:
        line, pixel = RadarGeometry(annotation(change)).image_position(latitude, longitude, height)
        return np.concatenate([(line - lines[:, None]).ravel(), (pixel - pixels).ravel()])

    return annotation(least_squares(misfit, np.zeros(9), x_scale=1e-3).x)


def _frame(latitude: DoubleArray, longitude: DoubleArray) -> DoubleArray:
    """Return the axes of a scene's middle: up, along the track, across it; (3, 3) of columns, Earth-fixed."""
    place = earth_fixed(latitude, longitude, 0.0)
    start, end, up = place[0].mean(axis=0), place[-1].mean(axis=0), place.mean(axis=(0, 1))
    up /= np.linalg.norm(up)
    along = end - start - up * ((end - start) @ up)
    along /= np.linalg.norm(along)
    return np.column_stack([up, along, np.cross(up, along)])


def _texts(annotation: Annotation) -> dict[str, str]:
    """Return name of an element to what it holds instead."""

    def moment(seconds: float) -> str:
        return (annotation.first_line + timedelta(seconds=float(seconds))).strftime("%Y-%m-%dT%H:%M:%S.%f")

    def triple(name: str, values: DoubleArray) -> str:
        return f"<{name}>{''.join(f'<{axis}>{value!r}</{axis}>' for axis, value in zip('xyz', values.tolist(), strict=True))}</{name}>"

    orbit, grid = annotation.orbit, annotation.grid
    vectors = (
        f"<orbit><time>{moment(time)}</time>{triple('position', position)}{triple('velocity', velocity)}</orbit>"
        for time, position, velocity in zip(orbit.time, orbit.position, orbit.velocity, strict=True)
    )
    tie_points = (
        f"<geolocationGridPoint><azimuthTime>{moment(grid.time[row, column])}</azimuthTime><slantRangeTime>0.005</slantRangeTime>"
        + "".join(f"<{name}>{float(value)!r}</{name}>" for name, value in _tie_point(annotation, row, column).items())
        + "</geolocationGridPoint>"
        for row in range(grid.lines.size)
        for column in range(grid.pixels.size)
    )
    return {
        "orbitList": "".join(vectors),
        "geolocationGridPointList": "".join(tie_points),
        "coordinateConversionList": "".join(
            f"<coordinateConversion><azimuthTime>{moment(time)}</azimuthTime>"
            f"<grsrCoefficients>{' '.join(map(repr, row))}</grsrCoefficients></coordinateConversion>"
            for time, row in zip(annotation.ground_range.time, annotation.ground_range.coefficients.tolist(), strict=True)
        ),
        "numberOfLines": str(annotation.lines),
        "numberOfSamples": str(annotation.samples),
        "azimuthTimeInterval": repr(annotation.line_interval),
        "rangePixelSpacing": repr(annotation.pixel_spacing),
        "azimuthPixelSpacing": repr(annotation.line_spacing * STEP),
    }


def _tie_point(annotation: Annotation, row: int, column: int) -> dict[str, Any]:
    grid = annotation.grid
    return {
        "line": grid.lines[row],
        "pixel": grid.pixels[column],
        "latitude": grid.latitude[row, column],
        "longitude": grid.longitude[row, column],
        "height": grid.height[row, column],
        "incidenceAngle": grid.incidence[row, column],
    }


def _edited(text: str, edits: dict[str, str]) -> str:
    for name, inner in edits.items():
        text = re.sub(rf"<{name}\b[^>]*>.*?</{name}>", f"<{name}>{inner}</{name}>".replace("\\", r"\\"), text, flags=re.DOTALL)
    return text


def _scaled(text: str) -> str:
    """Return calibration or noise with their lines and pixels counted in those of the measurement."""

    def scale(match: re.Match[str]) -> str:
        numbers = " ".join(f"{float(word) / STEP:.4f}" for word in match[3].split())
        return f"<{match[1]}{match[2]}>{numbers}</{match[1]}>"

    return re.sub(rf"<({_SCALED})((?:\s[^>]*)?)>([^<]*)</\1>", scale, text)
