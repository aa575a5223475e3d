"""Small Sentinel-1 products made from nothing: annotation, calibration and noise of an orbit that is a circle around the Earth.

The tie points are found the other way round than the engine does it: from time and range to the ground, by intersecting the circle that a
range draws around the satellite with the ellipsoid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import Affine
from rasterio.windows import from_bounds
from scipy.ndimage import gaussian_filter

from tidemark.engine.raster.arrays import DoubleArray
from tidemark.engine.sentinel1.map_grid import choose_crs, to_crs
from tidemark.engine.simulation.product import centre

LIGHT_M_S = 299792458.0
EQUATOR_M, POLE_M = 6378137.0, 6356752.314245
ORBIT_M, MOTION_RAD_S = 7_071_000.0, 1.0616e-3
NEAR_RANGE_M = 850_000.0

PRODUCTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "safe"
"""Real products without their measurements; not in the repository."""


@dataclass(frozen=True)
class Template:
    """What to make: size, style and level of noise, absolute constant, processor, sensing time of the first line, height of the ground."""

    lines: int = 600
    samples: int = 700
    spacing: float = 10.0
    polarisations: Sequence[str] = ("VV", "VH")
    satellite: str = "S1A"
    mode: str = "IW"
    noise: str = "new"
    noise_level: float = 900.0
    constant: float = 1.0
    amplitude: float = 600.0
    processor: str = "003.40"
    start: datetime = field(default=datetime(2024, 5, 6, 5, 30, 0, tzinfo=timezone.utc))
    offset_s: float = 0.0
    height: float = 40.0
    kind: str = "GRD"
    orbit: int = 53744
    track: int = 117
    direction: str = "Descending"

    @property
    def name(self) -> str:
        first = self.start + timedelta(seconds=self.offset_s)
        last = first + timedelta(seconds=self.lines * self.line_interval)
        times = f"{first:%Y%m%dT%H%M%S}_{last:%Y%m%dT%H%M%S}"
        return f"{self.satellite}_{self.mode}_{self.kind}H_1SDV_{times}_{self.orbit:06d}_0687A1_{self.noise[:2].upper()}00"

    @property
    def line_interval(self) -> float:
        return self.spacing / 6_770.0


def satellite(time: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
    """Return position (n, 3) and velocity (n, 3), Earth-fixed, at seconds from the common start; heading south, as at dawn."""
    angle = np.deg2rad(135.0) + MOTION_RAD_S * np.asarray(time, np.float64)
    tilt, node = np.deg2rad(98.18), np.deg2rad(10.0)
    position = ORBIT_M * np.stack(_turned(np.cos(angle), np.sin(angle), tilt, node), -1)
    velocity = ORBIT_M * MOTION_RAD_S * np.stack(_turned(-np.sin(angle), np.cos(angle), tilt, node), -1)
    return position, velocity


def _turned(x: DoubleArray, y: DoubleArray, tilt: float, node: float) -> tuple[DoubleArray, DoubleArray, DoubleArray]:
    y, z = y * np.cos(tilt), y * np.sin(tilt)
    return x * np.cos(node) - y * np.sin(node), x * np.sin(node) + y * np.cos(node), z


def ground_point(time: float, slant_range: float, height: float) -> tuple[float, float, float]:
    """Return latitude, longitude and incidence in degrees of the point to the right of the track at a zero-Doppler time and a range."""
    position, velocity = (vector[0] for vector in satellite(np.array([time])))
    along = velocity / np.linalg.norm(velocity)
    down = -position / np.linalg.norm(position)
    down -= along * (down @ along)
    down /= np.linalg.norm(down)
    right = np.cross(down, along)
    low, high = 0.0, np.deg2rad(60.0)
    for _ in range(60):  # the look angle at which the ray of this length ends on the ground
        look = (low + high) / 2
        point = position + slant_range * (np.cos(look) * down + np.sin(look) * right)
        outside = (point[0] ** 2 + point[1] ** 2) / (EQUATOR_M + height) ** 2 + point[2] ** 2 / (POLE_M + height) ** 2 > 1
        low, high = (low, look) if outside else (look, high)
    latitude = np.arctan2(point[2], np.hypot(point[0], point[1]) * (1 - 6.69437999014e-3))
    for _ in range(5):  # geodetic: the ellipsoid's normal, of a point a little above it
        curvature = EQUATOR_M / np.sqrt(1 - 6.69437999014e-3 * np.sin(latitude) ** 2)
        latitude = np.arctan2(point[2] + 6.69437999014e-3 * curvature * np.sin(latitude), np.hypot(point[0], point[1]))
    normal = np.array([point[0] / EQUATOR_M**2, point[1] / EQUATOR_M**2, point[2] / POLE_M**2])
    ray = (position - point) / slant_range
    incidence = np.arccos(ray @ normal / np.linalg.norm(normal))
    return float(np.rad2deg(latitude)), float(np.rad2deg(np.arctan2(point[1], point[0]))), float(np.rad2deg(incidence))


def slant_range(ground_range: DoubleArray) -> DoubleArray:
    """Return the slant range of a ground range: a polynomial, as products have it."""
    return NEAR_RANGE_M + 0.62 * ground_range + 3.0e-7 * ground_range**2


def write_template(folder: Path, template: Template = Template()) -> Path:
    """Write a product without measurement; return its folder."""
    root = folder / f"{template.name}.SAFE"
    (root / "annotation" / "calibration").mkdir(parents=True)
    (root / "manifest.safe").write_text(_manifest(template))
    for number, polarisation in enumerate(template.polarisations, start=1):
        when = f"{template.start:%Y%m%dt%H%M%S}-{template.orbit:06d}-0687a1"
        stem = f"{template.satellite}-{template.mode}-grd-{polarisation}-{when}-{number:03d}".lower()
        (root / "annotation" / f"{stem}.xml").write_text(_annotation(template, polarisation))
        (root / "annotation" / "calibration" / f"calibration-{stem}.xml").write_text(_calibration(template))
        if template.noise != "none":
            (root / "annotation" / "calibration" / f"noise-{stem}.xml").write_text(_noise(template))
    return root


def _time(template: Template, seconds: float) -> str:
    moment = template.start + timedelta(seconds=template.offset_s) + timedelta(seconds=seconds)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f")


def _manifest(template: Template) -> str:
    return (
        '<?xml version="1.0"?><xfdu:XFDU xmlns:xfdu="urn:ccsds:schema:xfdu:1" xmlns:safe="http://www.esa.int/safe/sentinel-1.0">'
        f'<safe:software name="Sentinel-1 IPF" version="{template.processor}"/><safe:familyName>SENTINEL-1</safe:familyName>'
        f'<safe:relativeOrbitNumber type="start">{template.track}</safe:relativeOrbitNumber>'
        f"<productType>{template.kind}</productType></xfdu:XFDU>"
    )


def _annotation(template: Template, polarisation: str) -> str:
    span = template.lines * template.line_interval
    times = np.arange(-60.0, 70.0, 10.0)
    position, velocity = satellite(times + template.offset_s)
    vectors = "".join(
        f"<orbit><time>{_time(template, time)}</time><position>{_xyz(p)}</position><velocity>{_xyz(v)}</velocity></orbit>"
        for time, p, v in zip(times, position, velocity, strict=True)
    )
    points = ""
    for line in np.linspace(0, template.lines - 1, 4).round():
        for pixel in np.linspace(0, template.samples - 1, 5).round():
            time, distance = line * template.line_interval, float(slant_range(np.array([pixel * template.spacing]))[0])
            latitude, longitude, incidence = ground_point(time + template.offset_s, distance, template.height)
            points += (
                f"<geolocationGridPoint><azimuthTime>{_time(template, time)}</azimuthTime>"
                f"<slantRangeTime>{2 * distance / LIGHT_M_S!r}</slantRangeTime><line>{line:.0f}</line><pixel>{pixel:.0f}</pixel>"
                f"<latitude>{latitude!r}</latitude><longitude>{longitude!r}</longitude><height>{template.height}</height>"
                f"<incidenceAngle>{incidence!r}</incidenceAngle></geolocationGridPoint>"
            )
    conversions = "".join(
        f"<coordinateConversion><azimuthTime>{_time(template, time)}</azimuthTime>"
        f"<grsrCoefficients>{NEAR_RANGE_M} 0.62 3.0e-7</grsrCoefficients></coordinateConversion>"
        for time in (-1.0, 0.0, 1.0)
    )
    return (
        f"<product><adsHeader><missionId>{template.satellite}</missionId><productType>{template.kind}</productType>"
        f"<polarisation>{polarisation}</polarisation><mode>{template.mode}</mode><swath>{template.mode}</swath>"
        f"<absoluteOrbitNumber>{template.orbit}</absoluteOrbitNumber><missionDataTakeId>428961</missionDataTakeId></adsHeader>"
        f"<generalAnnotation><productInformation><pass>{template.direction}</pass></productInformation><orbitList>{vectors}</orbitList>"
        "</generalAnnotation><imageAnnotation><imageInformation>"
        f"<productFirstLineUtcTime>{_time(template, 0)}</productFirstLineUtcTime>"
        f"<productLastLineUtcTime>{_time(template, span)}</productLastLineUtcTime>"
        f"<rangePixelSpacing>{template.spacing}</rangePixelSpacing><azimuthPixelSpacing>{template.spacing}</azimuthPixelSpacing>"
        f"<azimuthTimeInterval>{template.line_interval!r}</azimuthTimeInterval><numberOfSamples>{template.samples}</numberOfSamples>"
        f"<numberOfLines>{template.lines}</numberOfLines></imageInformation><processingInformation>"
        "<thermalNoiseCorrectionPerformed>false</thermalNoiseCorrectionPerformed></processingInformation></imageAnnotation>"
        f"<geolocationGrid><geolocationGridPointList>{points}</geolocationGridPointList></geolocationGrid>"
        f"<coordinateConversion><coordinateConversionList>{conversions}</coordinateConversionList></coordinateConversion></product>"
    )


def _xyz(vector: DoubleArray) -> str:
    return "".join(f"<{axis}>{float(value)!r}</{axis}>" for axis, value in zip("xyz", vector, strict=True))


def _words(values: DoubleArray) -> str:
    return " ".join(f"{value:.6e}" for value in values)


def _pixels(template: Template) -> DoubleArray:
    return np.unique(np.append(np.arange(0, template.samples, 40), template.samples - 1)).astype(np.float64)


def sigma_amplitude(template: Template, line: float, pixel: DoubleArray) -> DoubleArray:
    """Return A of σ⁰: it falls over range, and a little over azimuth."""
    return template.amplitude * (1 - 0.15 * pixel / template.samples) * (1 - 0.02 * line / template.lines)


def _calibration(template: Template) -> str:
    pixels = _pixels(template)

    def vector(line: int) -> str:
        amplitude = sigma_amplitude(template, line, pixels)
        plain = np.full(pixels.size, 474.0)
        tables = {"sigmaNought": amplitude, "betaNought": plain, "gamma": 0.9 * amplitude, "dn": plain}
        return (
            f"<calibrationVector><azimuthTime>{_time(template, line * template.line_interval)}</azimuthTime><line>{line}</line>"
            f'<pixel count="{pixels.size}">{" ".join(f"{pixel:.0f}" for pixel in pixels)}</pixel>'
            + "".join(f'<{name} count="{pixels.size}">{_words(values)}</{name}>' for name, values in tables.items())
            + "</calibrationVector>"
        )

    return (
        "<calibration><calibrationInformation>"
        f"<absoluteCalibrationConstant>{template.constant}</absoluteCalibrationConstant></calibrationInformation>"
        f"<calibrationVectorList>{''.join(map(vector, (0, template.lines // 2, template.lines - 1)))}</calibrationVectorList></calibration>"
    )


def _noise(template: Template) -> str:
    pixels = _pixels(template)
    values = template.noise_level * (1.2 - 0.4 * pixels / template.samples)
    row = f"<pixel>{' '.join(f'{p:.0f}' for p in pixels)}</pixel>"
    lines = (0, template.lines - 1)
    if template.noise == "old":
        vectors = "".join(f"<noiseVector><line>{line}</line>{row}<noiseLut>{_words(values)}</noiseLut></noiseVector>" for line in lines)
        return f"<noise><noiseVectorList>{vectors}</noiseVectorList></noise>"
    vectors = "".join(
        f"<noiseRangeVector><line>{line}</line>{row}<noiseRangeLut>{_words(values)}</noiseRangeLut></noiseRangeVector>" for line in lines
    )
    half = template.samples // 2
    blocks = "".join(
        f"<noiseAzimuthVector><swath>IW{number}</swath><firstAzimuthLine>0</firstAzimuthLine><firstRangeSample>{first}</firstRangeSample>"
        f"<lastAzimuthLine>{template.lines - 1}</lastAzimuthLine><lastRangeSample>{last}</lastRangeSample>"
        f"<line>0 {template.lines - 1}</line><noiseAzimuthLut>{near} {far}</noiseAzimuthLut></noiseAzimuthVector>"
        for number, (first, last, near, far) in enumerate(((0, half - 1, 1.0, 1.5), (half, template.samples - 1, 0.8, 1.2)), start=1)
    )
    return f"<noise><noiseRangeVectorList>{vectors}</noiseRangeVectorList><noiseAzimuthVectorList>{blocks}</noiseAzimuthVectorList></noise>"


def real_product(code: str) -> str:
    """Return the path of the product in `PRODUCTS` whose name ends with a code."""
    return str(next(PRODUCTS.glob(f"S1*_{code}.zip")))


def write_backscatter(path: Path, template: Path, size: int = 320) -> Path:
    """Write a smooth image in dB with fields and lakes at the middle of a template, on whole tens of metres; return its path."""
    place = centre(str(template))
    crs = choose_crs(place[1], place[0])
    x, y = to_crs(crs, np.array([place[1]]), np.array([place[0]]))
    transform = Affine(10, 0, round(x[0], -1) - 5 * size, 0, -10, round(y[0], -1) + 5 * size)
    rng = np.random.default_rng(5)
    texture = gaussian_filter(rng.normal(size=(size, size)), 4)
    ground = -10 + 2 * texture / texture.std()
    row, column = np.mgrid[:size, :size]
    ground[(row // 50 + column // 50) % 3 == 0] -= 7
    ground = 10 * np.log10(gaussian_filter(10 ** (ground / 10), 1.2))
    profile = {"driver": "GTiff", "dtype": "float32", "count": 4, "height": size, "width": size, "crs": crs, "transform": transform}
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(np.stack([ground, ground - 6, ground, ground - 6]).astype(np.float32))
        raster.descriptions = ("VV", "VH", "HH", "HV")
    return path


def write_hills(path: Path, backscatter: Path, height: float, relief: float) -> Path:
    """Write a DEM of smooth hills on the grid of an image, some pixels wider on each side; return its path."""
    with rasterio.open(backscatter) as image:
        crs, transform, size = image.crs, image.transform * Affine.translation(-100, -100), image.width + 200
    row, column = np.mgrid[:size, :size]
    heights = height + relief / 2 * (1 + np.sin(row / 31) * np.cos(column / 27))
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "height": size, "width": size, "crs": crs, "transform": transform}
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(heights.astype(np.float32), 1)
    return path


@dataclass(frozen=True)
class Compared:
    """How a prepared image compares with the truth: median differences in dB by band, and the farthest shift of a part in pixels."""

    offset_db: dict[str, float]
    shift_px: float
    missing: float


def compare(prepared: str, truth: Path) -> Compared:
    """Compare a prepared image with the backscatter that its product was made from, where both lie on one grid."""
    with rasterio.open(prepared) as image, rasterio.open(truth) as source:
        assert image.crs == source.crs
        assert image.transform.a == source.transform.a
        window = from_bounds(*source.bounds, transform=image.transform).round_offsets().round_lengths()
        inside = slice(30, -30)
        offsets, parts = {}, []
        for number, name in enumerate(image.descriptions, start=1):
            got = (
                image.read(number, window=window, boundless=True, masked=True).astype(np.float64).filled(np.nan) * image.scales[number - 1]
            )
            wanted = source.read(source.descriptions.index(name) + 1).astype(np.float64)
            got, wanted = got[inside, inside], wanted[inside, inside]
            offsets[name] = float(np.nanmedian(got - wanted))
            parts.append((got, wanted))
    got, wanted = parts[0]
    half = wanted.shape[0] // 2
    quarters = [(rows, columns) for rows in (slice(half), slice(half, None)) for columns in (slice(half), slice(half, None))]
    shifts = [shift(got[quarter], wanted[quarter]) for quarter in quarters]
    return Compared(offsets, max(shifts), float(np.isnan(got).mean()))


def shift(got: DoubleArray, wanted: DoubleArray) -> float:
    """Return by how many pixels an image is moved, from its differences and the truth's slopes (Lucas & Kanade 1981)."""
    down, across = np.gradient(wanted)
    difference = np.nan_to_num(wanted - got)
    matrix = np.array([[(down * down).sum(), (down * across).sum()], [(down * across).sum(), (across * across).sum()]])
    return float(np.hypot(*np.linalg.solve(matrix, [(down * difference).sum(), (across * difference).sum()])))
