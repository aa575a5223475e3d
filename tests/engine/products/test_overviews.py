"""Overviews that are made of the rows as they pass by."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import rasterio
from rasterio.enums import Resampling

from helpers.maps import UTM
from tidemark.engine.products.overviews import Halve, Overviews, every_second, halved, overview_factors


def write(path: Path, values: npt.NDArray[np.generic], nodata: int, halve: Halve | None = None) -> Path:
    """Write a raster in portions of 100 rows, with overviews made on the way."""
    height, width = values.shape
    profile = {"driver": "GTiff", "dtype": values.dtype, "count": 1, "height": height, "width": width, "nodata": nodata}
    profile |= {"crs": UTM.crs, "transform": UTM.transform}
    with rasterio.open(path, "w", **profile, tiled=True, blockxsize=512, blockysize=512, compress="lzw") as raster:
        overviews = Overviews(raster, halve or partial(halved, nodata=nodata))
        for first in range(0, height, 100):
            rows = values[first : first + 100]
            raster.write(rows, 1, window=((first, first + len(rows)), (0, width)))
            overviews.add(rows)
    overviews.write()
    return path


@pytest.mark.parametrize(("dtype", "nodata"), [("uint8", 255), ("int16", -32768)])
@pytest.mark.parametrize(("height", "width"), [(1024, 1024), (512, 2048)])
def test_overviews_are_those_that_gdal_makes_of_the_whole_file(tmp_path: Path, height: int, width: int, dtype: str, nodata: int) -> None:
    random = np.random.default_rng(0)
    values = random.integers(0, 101, (height, width)).astype(dtype)
    if dtype == "int16":
        values = (values - 50).astype(dtype)
    values[random.random(values.shape) < 0.3] = nodata
    values[: height // 3, : width // 2] = nodata
    path = write(tmp_path / "own.tif", values, nodata)
    with rasterio.open(path) as raster:
        assert raster.overviews(1) == overview_factors(height, width)
        np.testing.assert_array_equal(raster.read(1), values)
    own = [level(path, number) for number in range(len(overview_factors(height, width)))]
    with rasterio.open(path, "r+") as raster:
        raster.build_overviews(overview_factors(height, width), Resampling.average)
    for number, mine in enumerate(own):
        theirs = level(path, number)
        np.testing.assert_array_equal(mine == nodata, theirs == nodata)
        assert np.abs(mine.astype(int) - theirs).max() <= 1 + number  # each level is rounded, theirs too


@pytest.mark.parametrize(("height", "width"), [(1024, 1024), (512, 2048)])
def test_overviews_of_classes_are_those_that_gdal_takes_of_the_whole_file(tmp_path: Path, height: int, width: int) -> None:
    values = np.random.default_rng(0).choice(np.array([0, 1, 5, 255], np.uint8), (height, width))
    path = write(tmp_path / "own.tif", values, 255, every_second)
    own = [level(path, number) for number in range(len(overview_factors(height, width)))]
    with rasterio.open(path, "r+") as raster:
        raster.build_overviews(overview_factors(height, width), Resampling.nearest)
    for number, mine in enumerate(own):
        np.testing.assert_array_equal(mine, level(path, number))


def level(path: Path, number: int) -> npt.NDArray[np.generic]:
    with rasterio.open(path, OVERVIEW_LEVEL=number) as raster:
        return np.asarray(raster.read(1))


def test_what_is_no_data_does_not_count_for_a_mean() -> None:
    rows = np.array([[10, 20, 255], [31, 255, 255]], np.uint8)
    np.testing.assert_array_equal(halved(rows, 255), [[20, 255]])


@pytest.mark.parametrize(("height", "width"), [(1203, 700), (301, 2047)])
def test_a_raster_of_an_odd_size_is_shown_whole_in_every_overview(tmp_path: Path, height: int, width: int) -> None:
    path = write(tmp_path / "odd.tif", np.full((height, width), 40, np.uint8), 255)
    factors = overview_factors(height, width)
    for number, factor in enumerate(factors):
        overview = level(path, number)
        assert overview.shape == (-(-height // factor), -(-width // factor))
        assert (overview == 40).all()


def test_a_small_raster_has_none(tmp_path: Path) -> None:
    values = np.zeros((200, 300), np.uint8)
    with rasterio.open(write(tmp_path / "small.tif", values, 255)) as raster:
        assert raster.overviews(1) == []
        np.testing.assert_array_equal(raster.read(1), values)
