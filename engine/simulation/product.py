"""A Sentinel-1 product with known truth: an image of a map put into the geometry, the calibration and the noise of a template.

DN² = σ⁰ A² + noise, on every pixel that sees the image; the others hold zero. Annotation, calibration and noise are the template's own.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path, PurePath

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window
from scipy.ndimage import map_coordinates

from ..contract.errors import InputError
from ..contract.filenames import with_contents
from ..contract.overwriting import refuse_inputs, stranger
from ..products.places import check_free, unwritable
from ..raster.arrays import BoolArray, DoubleArray, FloatArray
from ..raster.files import RASTER_ERRORS, open_raster
from ..sentinel1.archive import find_archive
from ..sentinel1.calibration import Calibrator
from ..sentinel1.geometry import RadarGeometry
from ..sentinel1.map_grid import bilinear, choose_crs, to_crs
from ..sentinel1.product import Product, open_product

_MARK = {"TIDEMARK_SIMULATED": "yes"}
"""Tag of each measurement that is simulated."""
_COARSE_STEP, _NODE_STEP = 256, 32
_LINES = 256
_HEIGHT_ROUNDS = 12
"""Rounds until a pixel's height and its place agree; each one brings them closer by the slope times the cotangent of the incidence."""


def centre(template: str) -> tuple[float, float]:
    """Return longitude and latitude of a template's middle in degrees. Raises `InputError` where it is no product."""
    grid = open_product(template, measured=False).annotation.grid
    return (float(grid.longitude.mean()) + 180) % 360 - 180, float(grid.latitude.mean())  # across 180 degrees the grid counts on


def write_product(template: str, image: Path, output: Path, dem: str = "", overwrite: bool = False) -> None:
    """Write a product that shows an image.

    Args:
        template: a product, with or without measurement.
        image: backscatter in dB on a map, its bands named by polarisation, NaN or nodata where there is none.
        output: a folder (``….SAFE``), or a file ``….zip``.
        dem: heights in metres above the ellipsoid of the ground that the image shows; empty: those of the template's geolocation grid.

    Raises:
        InputError: a template, an image or a DEM that cannot be used.
        OutputError: the product cannot be written, or `check_output` refuses its place.
    """
    product = open_product(template, measured=False)
    check_output(output, [template, str(image), dem], overwrite)
    try:
        with tempfile.TemporaryDirectory(dir=output.parent) as place:
            folder = Path(place) / f"{product.name}.SAFE"
            for name in product.archive.sizes:
                if not name.startswith("measurement/"):
                    (folder / name).parent.mkdir(parents=True, exist_ok=True)
                    (folder / name).write_bytes(product.archive.read(name))
            _write_measurements(product, image, dem, folder / "measurement")
            whole = _zipped(folder, Path(place) / "product.zip") if output.suffix.lower() == ".zip" else folder
            if output.is_dir():
                shutil.rmtree(output)
            whole.replace(output)
    except (*RASTER_ERRORS, OSError) as error:
        raise unwritable(str(output), error) from error


def check_output(output: Path, inputs: Sequence[str], overwrite: bool) -> None:
    """Refuse a place where a product cannot or must not be written.

    Args:
        inputs: template, image and DEM; empty texts stand for none.
        overwrite: whether a product that Tidemark simulated may be replaced. Others never are.

    Raises:
        OutputError: no folder, not writable, an input or what holds one, or something is there that must not be replaced.
    """
    check_free([str(output)], overwrite)
    refuse_inputs(with_contents(str(output)), (path for given in inputs if given for path in with_contents(given)))
    if os.path.lexists(output) and not _is_simulated(output):
        raise stranger(str(output))


def _is_simulated(place: Path) -> bool:
    try:
        archive = find_archive(str(place))
        if archive is None or archive.path != str(place):
            return False
        measurements = [archive.raster_path(name) for name in archive.sizes if name.startswith("measurement/")]
        return bool(measurements) and all(map(_has_mark, measurements))
    except (*RASTER_ERRORS, InputError):
        return False


def _has_mark(measurement: str) -> bool:
    with rasterio.open(measurement) as raster:
        return _MARK.items() <= raster.tags().items()


def _zipped(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for part in sorted(folder.rglob("*")):
            if part.is_file():
                file.write(part, part.relative_to(folder.parent).as_posix())
    return path


def _write_measurements(product: Product, image: Path, dem: str, folder: Path) -> None:
    annotation, geometry = product.annotation, RadarGeometry(product.annotation)
    folder.mkdir(parents=True, exist_ok=True)
    whole_width = (0, annotation.samples)
    with ExitStack() as stack:
        scene = stack.enter_context(_Map(str(image)))
        heights = stack.enter_context(_Map(dem)) if dem else None
        if heights is not None and heights.crs != scene.crs:
            raise InputError(f"{dem} and {image} have different coordinate reference systems.", "They share one.", "Warp the DEM.")
        calibrators, rasters = {}, {}
        for name, channel in product.channels.items():
            noise = product.read(channel.noise) if channel.noise and not annotation.noise_removed else None
            calibrators[name] = Calibrator(product.read(channel.calibration), noise, "sigma0", whole_width)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NotGeoreferencedWarning)
                path = folder / f"{PurePath(channel.annotation).stem}.tiff"
                rasters[name] = stack.enter_context(_create(path, product))
        for first, left, places in _places(product, geometry, scene, heights):
            for name, raster in rasters.items():
                power = scene.sample_power(name, *places)
                window = Window(left, first, power.shape[1], power.shape[0])
                raster.write(_numbers(power, calibrators[name], first, left), 1, window=window)


def _create(path: Path, product: Product) -> rasterio.io.DatasetWriter:
    annotation, grid = product.annotation, product.annotation.grid
    points = [
        GroundControlPoint(line + 0.5, pixel + 0.5, grid.longitude[row, column], grid.latitude[row, column], grid.height[row, column])
        for row, line in enumerate(grid.lines)
        for column, pixel in enumerate(grid.pixels)
    ]
    raster = rasterio.open(
        path,
        "w",
        driver="GTiff",
        dtype="uint16",
        count=1,
        height=annotation.lines,
        width=annotation.samples,
        sparse_ok=True,
        gcps=points,
        crs=CRS.from_epsg(4326),
    )
    raster.update_tags(**_MARK)
    return raster


def _numbers(power: FloatArray, calibrator: Calibrator, first_line: int, left: int) -> npt.NDArray[np.uint16]:
    numbers = np.zeros(power.shape, np.uint16)
    part = slice(left, left + power.shape[1])
    for row, values in enumerate(power):
        squared = values * calibrator.squared_amplitude(first_line + row)[part]
        if calibrator.noise is not None:
            squared += calibrator.noise.row(first_line + row)[part]
        seen = np.isfinite(values)
        numbers[row, seen] = np.clip(np.rint(np.sqrt(squared[seen])), 1, 65535).astype(np.uint16)
    return numbers


def _places(
    product: Product, geometry: RadarGeometry, scene: _Map, dem: _Map | None
) -> Iterator[tuple[int, int, tuple[DoubleArray, DoubleArray]]]:
    """Yield strips of the part that sees the image: first line, first pixel, and the map coordinates shown, two float64 (h, w)."""
    shape = (product.annotation.lines, product.annotation.samples)
    heights = None if dem is None else dem.span()
    reach = 1.5 * _COARSE_STEP * max(product.annotation.pixel_spacing, product.annotation.line_spacing)
    coarse = [np.arange(0, length + _COARSE_STEP, _COARSE_STEP) for length in shape]
    near = np.any([scene.is_near(x, y, reach) for x, y in _nodes(geometry, scene.crs, heights, *coarse)], axis=0)
    if not near.any():
        raise InputError("The image lies outside the template.", "They must meet.", "Place the image inside it.")
    rows, columns = np.flatnonzero(near.any(axis=1)), np.flatnonzero(near.any(axis=0))
    top, bottom = coarse[0][rows[0]], min(coarse[0][rows[-1]], shape[0])
    left, right = coarse[1][columns[0]], min(coarse[1][columns[-1]], shape[1])
    fine = (np.arange(top, bottom + _NODE_STEP, _NODE_STEP), np.arange(left, right + _NODE_STEP, _NODE_STEP))
    nodes = _nodes(geometry, scene.crs, heights, *fine)
    for first in range(top, bottom, _LINES):
        at = [_between(pair, np.arange(first, min(first + _LINES, bottom)) - top, np.arange(right - left)) for pair in nodes]
        if dem is None or heights is None:
            yield first, left, at[0]
            continue
        (low_x, low_y), (high_x, high_y) = at
        low, high = heights
        height = np.full(low_x.shape, (low + high) / 2)
        for _ in range(_HEIGHT_ROUNDS):
            share = (height - low) / (high - low)
            x, y = low_x + share * (high_x - low_x), low_y + share * (high_y - low_y)
            height = dem.sample(1, x, y).astype(np.float64)
            height[np.isnan(height)] = low
        yield first, left, (x, y)


def _nodes(
    geometry: RadarGeometry, crs: CRS, heights: tuple[float, float] | None, lines: npt.NDArray[np.intp], pixels: npt.NDArray[np.intp]
) -> list[tuple[DoubleArray, DoubleArray]]:
    """Return the map coordinates that some lines and pixels show at each of the heights; of none, at the geolocation grid's."""
    line, pixel = np.meshgrid(lines.astype(np.float64), pixels.astype(np.float64), indexing="ij")
    levels = [np.full(line.shape, height) for height in heights] if heights else [geometry.grid_height(line, pixel)]
    return [to_crs(crs, *geometry.place(line, pixel, level)) for level in levels]


def _between(
    nodes: tuple[DoubleArray, DoubleArray], lines: npt.NDArray[np.intp], pixels: npt.NDArray[np.intp]
) -> tuple[DoubleArray, DoubleArray]:
    at = lines / _NODE_STEP, pixels / _NODE_STEP
    return bilinear(nodes[0], *at), bilinear(nodes[1], *at)


class _Map:
    """An image on a map, read where it is asked for. Inside a ``with`` block."""

    def __init__(self, path: str) -> None:
        self._dataset = open_raster(path)
        self.crs = self._dataset.crs
        if self.crs is None:
            self._dataset.close()
            raise InputError(f"{path} has no coordinate reference system.", "It must say where it lies.", "Assign it first.")

    def __enter__(self) -> _Map:
        return self

    def __exit__(self, *_error: object) -> None:
        self._dataset.close()

    def is_near(self, x: DoubleArray, y: DoubleArray, reach: float) -> BoolArray:
        """Return which places lie in the image or up to so many metres from it, bool of their shape."""
        columns, rows = _positions(self._dataset, x, y)
        margin = reach / abs(self._dataset.transform.a)
        return (columns > -margin) & (columns < self._dataset.width + margin) & (rows > -margin) & (rows < self._dataset.height + margin)

    def span(self) -> tuple[float, float]:
        """Return the lowest and the highest value of the first band."""
        values = self._dataset.read(1, masked=True)
        return float(values.min()), float(values.max()) + 1.0

    def sample_power(self, polarisation: str, x: DoubleArray, y: DoubleArray) -> FloatArray:
        """Return backscatter as power at some places, bilinear, float32 of their shape; NaN outside. Raises `InputError`: no such band."""
        if polarisation not in self._dataset.descriptions:
            raise InputError(
                f"The image has the bands {self._dataset.descriptions}, not {polarisation}.",
                "The template has it.",
                "Choose another template.",
            )
        return self.sample(self._dataset.descriptions.index(polarisation) + 1, x, y, decibels=True)

    def sample(self, band: int, x: DoubleArray, y: DoubleArray, decibels: bool = False) -> FloatArray:
        """Return a band's values at some places, bilinear, float32 of their shape; NaN outside; in dB it is the power that is averaged."""
        columns, rows = _positions(self._dataset, x, y)
        top, left = max(int(np.floor(rows.min())), 0), max(int(np.floor(columns.min())), 0)
        bottom = min(int(np.ceil(rows.max())) + 1, self._dataset.height)
        right = min(int(np.ceil(columns.max())) + 1, self._dataset.width)
        if top >= bottom or left >= right:
            return np.full(x.shape, np.nan, np.float32)
        values = self._dataset.read(band, window=Window(left, top, right - left, bottom - top), masked=True).astype(np.float32)
        found = np.asarray(values.filled(np.nan))
        if decibels:
            found = np.power(np.float32(10), found / np.float32(10))
        sampled: FloatArray = map_coordinates(found, [rows - top, columns - left], order=1, cval=np.nan, output=np.float32)
        return sampled


def _positions(dataset: rasterio.DatasetReader, x: DoubleArray, y: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
    t = ~dataset.transform
    return t.a * x + t.b * y + t.c - 0.5, t.d * x + t.e * y + t.f - 0.5


def utm_of(template: str) -> str:
    """Return the UTM zone of a template's middle, like ``EPSG:32633``. Raises `InputError` where it is no product."""
    longitude, latitude = centre(template)
    return str(choose_crs(latitude, longitude).to_string())
