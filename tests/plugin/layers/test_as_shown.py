"""What QGIS alone knows of a layer, its reference system and no data values, is used: the map is of what the user sees."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsRasterLayer, QgsRasterRange

from helpers.plugin.processing_runs import run
from tidemark.engine.contract.errors import InputError
from tidemark.plugin.layers.images import scene_paths
from tidemark.plugin.processing.provider import TidemarkProvider

gdal.UseExceptions()
HOLE = (slice(50, 150), slice(100, 250))


def filled(scene: Path, path: Path, value: float) -> Path:
    """Copy a scene with a hole of one value, which its file does not call no data."""
    gdal.Translate(str(path), str(scene), noData="none")
    raster = gdal.Open(str(path), gdal.GA_Update)
    for band in (1, 2):
        values = raster.GetRasterBand(band).ReadAsArray()
        values[np.isnan(values)] = value
        values[HOLE] = value
        raster.GetRasterBand(band).WriteArray(values)
    return path


def classes(path: Path) -> np.ndarray:
    return np.asarray(gdal.Open(str(path)).ReadAsArray())


def test_no_data_that_the_user_has_set_is_not_observed(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    path = filled(scene, tmp_path / "filled.tif", -21.5)
    as_in_the_file = run("tidemark:detectwater", {"INPUT": str(path), "OUTPUT": str(tmp_path / "file.tif"), "DEVICE": "cpu"})
    assert (classes(as_in_the_file["OUTPUT"])[HOLE] != 255).all()
    layer = QgsRasterLayer(str(path), "filled")
    for band in (1, 2):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(-21.5, -21.5)])
    found = run("tidemark:detectwater", {"INPUT": layer, "OUTPUT": str(tmp_path / "shown.tif"), "DEVICE": "cpu"})
    assert (classes(found["OUTPUT"])[HOLE] == 255).all()
    with pytest.raises(QgsProcessingException, match="Only results of Tidemark are replaced"):
        run("tidemark:detectwater", {"INPUT": layer, "OUTPUT": str(path), "DEVICE": "cpu"})


def test_a_reference_system_that_the_user_has_set_is_the_maps(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    layer = QgsRasterLayer(str(shutil.copy(scene, tmp_path / "moved.tif")), "moved")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    found = run("tidemark:detectwater", {"INPUT": layer, "OUTPUT": str(tmp_path / "map.tif"), "DEVICE": "cpu"})
    result = QgsRasterLayer(found["OUTPUT"], "map")
    assert result.crs().authid() == "EPSG:32634"
    assert result.extent() == layer.extent()


def test_a_layer_that_shows_its_file_is_read_from_it(scene: Path) -> None:
    assert scene_paths(QgsRasterLayer(str(scene), "scene")) == (str(scene),)


def test_no_data_switched_off_by_the_user_is_data_again(scene: Path, tmp_path: Path) -> None:
    gdal.Translate(str(tmp_path / "own.tif"), str(scene), noData="-21.5")
    layer = QgsRasterLayer(str(tmp_path / "own.tif"), "own")
    for band in (1, 2):
        layer.dataProvider().setUseSourceNoDataValue(band, False)
    (path,) = scene_paths(layer)
    assert gdal.Open(path).GetRasterBand(1).GetNoDataValue() is None


@pytest.mark.parametrize("band", [1, 2])
def test_a_range_of_no_data_is_refused_with_what_to_do(scene: Path, band: int) -> None:
    layer = QgsRasterLayer(str(scene), "cut")
    layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(-30, -25)])
    with pytest.raises(InputError, match="Save the layer with them"):
        scene_paths(layer)
