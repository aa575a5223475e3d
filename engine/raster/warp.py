"""Warp images and layers to another grid: backscatter averaged in linear power, a user's layers by the nearest pixel.

A WarpedVRT does it for layers. It cannot for backscatter in decibels, of which the mean is that of the power.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import PurePath
from types import TracebackType
from typing import Any, Protocol

import numpy as np
from affine import Affine
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT
from rasterio.warp import reproject
from rasterio.windows import Window

from ..contract.errors import InputError
from .arrays import FloatArray
from .files import RASTER_ERRORS, open_raster
from .grid import Grid, same_grid, shifted_to
from .ground import map_coordinates, transform_points
from .observed import Band, bands_of

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


class Warpable(Readable, Protocol):
    """An image that can be seen on another grid."""

    grid: Grid

    @property
    def is_display(self) -> bool:
        """Whether what is called dB are values to be averaged as they are: display bytes, or an optical image."""
        ...


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
            neither = scene.grid.crs is None and grid.crs is None
            found = f"The image and {name} have different sizes, and no georeference."
            raise InputError(
                found if neither else f"Of the image and {name}, one has no georeference and the other one has.",
                "Without one for both they are compared pixel by pixel: both must have the same size, and none a georeference.",
                "Georeference both, or cut both to the same pixels.",
            )
        grid = shifted_to(grid, scene.grid)
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
        there = np.array(transform_points(self._target_crs, self._crs, x, y))
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


def seen_where_valid(band: Band) -> dict[str, Any]:
    """Return what a WarpedVRT has to be told so that neither a band that is a mask nor the nodata of this band alone is overlooked."""
    mask = {"src_alpha": band.mask_band, "SRC_ALPHA_MAX": "1"} if band.mask_band else {}
    return {"src_nodata": band.nodata, "UNIFIED_SRC_NODATA": "NO", **mask}


class WarpedBand:
    """The first band of a raster on another grid. Close it.

    180 degrees are no edge of the world: a raster in degrees is also seen a turn of the Earth away, where the grid reaches that.

    Args:
        source: its raster has a reference system, and stays open.
        grid: to see it on; has one, too.
        resampling: how values are made of stored ones.

    Raises:
        RASTER_ERRORS: one of the two cannot be told in the other's reference system.
    """

    def __init__(self, source: Band, grid: Grid, resampling: Resampling) -> None:
        self._stack, self._bands, dataset = ExitStack(), [], source.dataset
        own = shifted_to(Grid(dataset.height, dataset.width, dataset.transform, dataset.crs), grid)
        with ExitStack() as opened:
            for turn in _turns(own, grid):
                seen = WarpedVRT(
                    dataset,
                    src_transform=Affine.translation(turn, 0) * own.transform,
                    crs=grid.crs,
                    transform=grid.transform,
                    width=grid.width,
                    height=grid.height,
                    resampling=resampling,
                    nodata=float("nan"),
                    dtype="float32",
                    **seen_where_valid(source),
                )
                self._bands.append(Band(opened.enter_context(seen), 1))
                self._bands[-1].nodata = source.nodata
            self._stack = opened.pop_all()

    def close(self) -> None:
        """Close what was opened for it."""
        self._stack.close()

    def read_values(self, window: Window, out: FloatArray) -> None:
        """Read a window's values into `out`, float32 (rows, columns), NaN where there is no observation. Raises `InputError`."""
        self._bands[0].read_values(window, out)
        for band in self._bands[1:]:
            lacking = np.isnan(out)
            if not lacking.any():
                break
            more = np.empty_like(out)
            band.read_values(window, more)
            out[lacking] = more[lacking]


def _turns(own: Grid, grid: Grid) -> list[int]:
    """Return by how many degrees a raster's longitudes have to be moved to meet a grid; at least once, and in metres by none."""
    if own.crs is None or not own.crs.is_geographic:
        return [0]
    rows, columns = np.meshgrid(np.linspace(0, grid.height, _POINTS), np.linspace(0, grid.width, _POINTS))
    x = np.array(transform_points(grid.crs, own.crs, *map_coordinates(grid.transform, columns.ravel(), rows.ravel())))[0]
    x = x[np.isfinite(x)]
    if not x.size:
        return [0]
    margin = np.ptp(x) / _POINTS
    corners = map_coordinates(own.transform, np.array([0, own.width, 0, own.width]), np.array([0, 0, own.height, own.height]))[0]
    low, high = corners.min() - margin, corners.max() + margin
    return [turn for turn in (0, -360, 360) if low + turn < x.max() and high + turn > x.min()] or [0]


class GridLayer:
    """The first band of a raster on a grid, nearest neighbour. Close it, or use it in a ``with`` block.

    Attributes:
        name: the file's name.

    Args:
        path: of the raster.
        grid: of the map.
        data: a value that is data even where the file declares it as nodata; None: none.

    Raises:
        InputError: no raster, or one of the two has no georeference and their sizes differ.
    """

    def __init__(self, path: str, grid: Grid, data: float | None = None) -> None:
        self.name = PurePath(path).name
        self._grid, self._stack = grid, ExitStack()
        dataset = self._stack.enter_context(open_raster(path))
        own = Grid(dataset.height, dataset.width, dataset.transform, dataset.crs)
        self._own = bands_of([dataset])[0]
        if data is not None and self._own.nodata == data:
            self._own.nodata = None
        self._on_grid: Band | WarpedBand = self._own
        if same_grid(own, grid):
            return
        if own.crs is None or grid.crs is None:
            self.close()
            raise InputError(
                f"{self.name} cannot be laid over the image: one of the two has no georeference.",
                "Without one both must have the same size.",
                "Georeference both.",
            )
        try:
            self._on_grid = self._stack.enter_context(closing(WarpedBand(self._own, grid, Resampling.nearest)))
        except RASTER_ERRORS as error:
            self.close()
            raise InputError(
                f"{self.name} cannot be brought onto the image's grid: {error}.",
                "",
                "Check its coordinate reference system, or leave it out.",
            ) from error

    def __enter__(self) -> GridLayer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._stack.close()

    def rows(self, first: int, last: int) -> FloatArray:
        """Return rows of the grid, float32 (rows, width), NaN outside the raster and where it has no data. Raises `InputError`."""
        found = np.empty((last - first, self._grid.width), np.float32)
        self._on_grid.read_values(Window(0, first, self._grid.width, last - first), found)
        return found

    def sample(self) -> FloatArray:
        """Return some of the raster's own values, float32 (n,), without nodata. Raises `InputError`."""
        dataset = self._own.dataset
        values = np.empty(tuple(min(_LAYER_SAMPLE, length) for length in dataset.shape), np.float32)
        self._own.read_values(Window(0, 0, dataset.width, dataset.height), values)
        return values[~np.isnan(values)]
