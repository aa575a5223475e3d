"""Images and layers seen on another grid: backscatter averaged in linear power, a user's layers by the nearest pixel."""

from __future__ import annotations

from pathlib import PurePath
from types import TracebackType
from typing import Protocol

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.warp import reproject
from rasterio.warp import transform as warp_points
from rasterio.windows import Window

from ..contract.errors import InputError
from .arrays import FloatArray
from .files import RASTER_ERRORS, open_raster
from .ground import map_coordinates
from .scene import Grid

_LAYER_SAMPLE = 512
_MARGIN = 4
"""Pixels of the grid beyond a strip that are read as well, so that its edge is resampled like its middle."""
_POINTS = 33
"""Positions along each side of a strip whose places in the other image are looked up: enough for the bend of any map projection."""


class Readable(Protocol):
    """An image that is read window by window."""

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window in dB: float32 (len(bands), rows, columns), NaN where not observed."""
        ...

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the median of the sampled observed pixels in dB, float32 (len(bands),)."""
        ...


class Sampled(Readable, Protocol):
    """An image from which methods take their constants before they read it."""

    def sample_db(self, bands: tuple[str, ...]) -> list[FloatArray]:
        """Return windows spread over the image in dB, float32 (len(bands), h, w), NaN where not observed."""
        ...


class Warpable(Readable, Protocol):
    """An image that can be seen on another grid."""

    grid: Grid

    @property
    def is_display(self) -> bool:
        """Whether what is called dB are values to be averaged as they are: display bytes, or an optical image."""
        ...


def same_grid(one: Grid, other: Grid) -> bool:
    """Whether two grids have the same pixels; two images without georeference do where they have one size."""
    if (one.height, one.width) != (other.height, other.width) or one.crs != other.crs:
        return False
    pixel = abs(one.transform.a) + abs(one.transform.b)
    return one.crs is None or bool(np.allclose(one.transform[:6], other.transform[:6], rtol=1e-9, atol=pixel / 100))


class Aligned:
    """A scene, or an optical image, on another grid.

    Args:
        scene: what to look at.
        grid: the grid to see it on; it must differ from the scene's (`same_grid`).
        name: what the scene is, inside a sentence ("the image before").

    Raises:
        InputError: one of the two has no georeference, or they do not overlap.
    """

    def __init__(self, scene: Warpable, grid: Grid, name: str) -> None:
        if scene.grid.crs is None or grid.crs is None:
            raise InputError(
                f"The image and {name} have different sizes, and one of them has no georeference.",
                "Without one they are compared pixel by pixel and must have the same size.",
                "Georeference both, or cut both to the same pixels.",
            )
        self._scene, self._grid, self._crs, self._target_crs = scene, grid, scene.grid.crs, grid.crs
        if self._source_window(0, grid.height, 0, grid.width) is None:
            raise InputError(
                f"The image and {name} do not overlap.",
                "Both must show the same place.",
                "Choose another image, or check the coordinate reference systems of the two.",
            )

    def median_db(self, bands: tuple[str, ...]) -> FloatArray:
        """Return the scene's own medians, float32 (len(bands),)."""
        return self._scene.median_db(bands)

    def read_db(self, first: int, last: int, first_column: int, last_column: int, bands: tuple[str, ...]) -> FloatArray:
        """Return a window of the grid in dB: float32 (len(bands), rows, columns), NaN where not observed.

        Bilinear in linear power where the scene's pixels are as large as the grid's or larger, the mean of those under a pixel where they
        are much smaller.
        """
        shape = (len(bands), last - first, last_column - first_column)
        found = np.full(shape, np.nan, np.float32)
        window = self._source_window(first, last, first_column, last_column)
        if window is None:
            return found
        top, bottom, left, right = window
        power = self._scene.read_db(top, bottom, left, right, bands)
        if not self._scene.is_display:
            np.power(10.0, power / 10, out=power)
        density = max((bottom - top) / shape[1], (right - left) / shape[2])
        reproject(
            power,
            found,
            src_transform=self._scene.grid.part(top, bottom, left, right).transform,
            src_crs=self._crs,
            dst_transform=self._grid.part(first, last, first_column, last_column).transform,
            dst_crs=self._target_crs,
            src_nodata=np.nan,
            dst_nodata=np.nan,
            resampling=Resampling.average if density > 1.5 else Resampling.bilinear,
        )
        if self._scene.is_display:
            return found
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(10 * np.log10(found), np.float32)

    def _source_window(self, first: int, last: int, first_column: int, last_column: int) -> tuple[int, int, int, int] | None:
        """Return the rows and columns (top, bottom, left, right) of the scene under a window of the grid, None where there are none."""
        rows, columns = np.meshgrid(np.linspace(first, last, _POINTS), np.linspace(first_column, last_column, _POINTS), indexing="ij")
        x, y = map_coordinates(self._grid.transform, columns.ravel(), rows.ravel())
        try:
            there = np.array(warp_points(self._target_crs, self._crs, x.tolist(), y.tolist()))
        except RasterioError:
            return None
        there = there[:, np.isfinite(there).all(axis=0)]
        if not there.size:
            return None
        grid = self._scene.grid
        across, down = map_coordinates(~grid.transform, there[0], there[1])
        density = max(np.ptp(down) / (last - first), np.ptp(across) / (last_column - first_column), 1.0)
        margin = _MARGIN * int(np.ceil(density))
        top, bottom = max(0, int(down.min()) - margin), min(grid.height, int(np.ceil(down.max())) + margin)
        left, right = max(0, int(across.min()) - margin), min(grid.width, int(np.ceil(across.max())) + margin)
        outside = down.max() < 0 or across.max() < 0 or down.min() > grid.height or across.min() > grid.width
        return None if outside or top >= bottom or left >= right else (top, bottom, left, right)


def on_grid(scene: Warpable, grid: Grid, name: str) -> Readable:
    """Return the scene itself where it lies on the grid, else `Aligned`; see there."""
    return scene if same_grid(scene.grid, grid) else Aligned(scene, grid, name)


class GridLayer:
    """The first band of a raster on a grid, nearest neighbour. Close it, or use it in a ``with`` block.

    Attributes:
        name: the file's name.
        nodata: the value that means no data; the declared one unless it is changed.

    Args:
        path: of the raster.
        grid: of the map.

    Raises:
        InputError: no raster, or one of the two has no georeference and their sizes differ.
    """

    def __init__(self, path: str, grid: Grid) -> None:
        self.name = PurePath(path).name
        self._dataset, self._grid = open_raster(path), grid
        self.nodata: float | None = self._dataset.nodatavals[0]
        own = Grid(self._dataset.height, self._dataset.width, self._dataset.transform, self._dataset.crs)
        self._same = same_grid(own, grid)
        if not self._same and (own.crs is None or grid.crs is None):
            self.close()
            raise InputError(
                f"{self.name} cannot be laid over the image: one of the two has no georeference.",
                "Without one both must have the same size.",
                "Georeference both.",
            )

    def __enter__(self) -> GridLayer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._dataset.close()

    def rows(self, first: int, last: int) -> FloatArray:
        """Return rows of the grid, float32 (rows, width), NaN outside the raster and where it has no data. Raises `InputError`."""
        found = np.full((last - first, self._grid.width), np.nan, np.float32)
        try:
            if self._same:
                self._dataset.read(1, out=found, window=Window(0, first, self._grid.width, last - first))
                found[found == self.nodata] = np.nan
            else:
                reproject(
                    rasterio.band(self._dataset, 1),
                    found,
                    dst_transform=self._grid.part(first, last, 0, self._grid.width).transform,
                    dst_crs=self._grid.crs,
                    src_nodata=self.nodata,
                    dst_nodata=np.nan,
                    resampling=Resampling.nearest,
                )
        except RASTER_ERRORS as error:
            raise InputError(f"{self.name} cannot be read: it is damaged.", "", "Copy the file again, or leave it out.") from error
        return found

    def sample(self) -> FloatArray:
        """Return some of the raster's own values, float32 (n,), without nodata. Raises `InputError`."""
        height, width = (min(_LAYER_SAMPLE, length) for length in self._dataset.shape)
        try:
            values = self._dataset.read(1, out_shape=(height, width)).astype(np.float32)
        except RASTER_ERRORS as error:
            raise InputError(f"{self.name} cannot be read: it is damaged.", "", "Copy the file again, or leave it out.") from error
        return values[np.isfinite(values) & (values != self.nodata)]
