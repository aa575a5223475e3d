"""What QGIS alone knows of a layer, its reference system and no data values, is used: the map is of what the user sees."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsRasterLayer, QgsRasterRange

from helpers.plugin.engine_process import TwoDates
from helpers.plugin.overlays import shares, write_west
from helpers.plugin.processing_runs import run
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import Source
from tidemark.engine.contract.options import OPTIONS, RASTER, RASTER_OR_POLYGONS
from tidemark.engine.contract.tasks import TASKS
from tidemark.plugin.layers.images import scene_paths, with_optical
from tidemark.plugin.layers.jobs import make_job
from tidemark.plugin.processing.provider import TidemarkProvider

gdal.UseExceptions()
HOLE = (slice(50, 150), slice(100, 250))
OVERLAYS = [
    (option.name, task.name)
    for option in OPTIONS.values()
    for task in TASKS.values()
    if option.kind in (RASTER, RASTER_OR_POLYGONS) and task.name in (option.offered_by or [task.name])
]


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


def misplaced(raster: Path, path: Path, crs: str) -> QgsRasterLayer:
    """Return a layer of a copy whose file has another reference system, or none, and which the user has put where it belongs."""
    right = QgsRasterLayer(str(raster), "right").crs()
    gdal.Translate(str(path), str(raster))
    copy = gdal.Open(str(path), gdal.GA_Update)
    copy.SetProjection(QgsCoordinateReferenceSystem(crs).toWkt() if crs else "")
    del copy
    layer = QgsRasterLayer(str(path), "put right")
    layer.setCrs(right)
    return layer


@pytest.mark.parametrize("crs", ["", "EPSG:32632"])
def test_reference_water_lies_where_qgis_shows_it(provider: TidemarkProvider, dates: TwoDates, tmp_path: Path, crs: str) -> None:
    given = {"INPUT": str(dates.after), "REFERENCE_WATER": str(dates.reference), "OUTPUT": str(tmp_path / "file.tif"), "METHOD": "otsu"}
    from_file = run("tidemark:detectfloods", given)
    layer = misplaced(dates.reference, tmp_path / "usual.tif", crs)
    found = run("tidemark:detectfloods", {**given, "REFERENCE_WATER": layer, "OUTPUT": str(tmp_path / "shown.tif")})
    assert found["SUMMARY"] == from_file["SUMMARY"]
    assert found["HECTARES_REFERENCE_WATER"] > 10


@pytest.mark.parametrize(("option", "task"), OVERLAYS)
def test_every_raster_over_a_map_is_read_as_qgis_shows_it(scene: Path, tmp_path: Path, option: str, task: str) -> None:
    layer = QgsRasterLayer(str(write_west(tmp_path / f"{option}.tif", scene, 0, 1)), option)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(1, 1)])
    before = [Source((str(tmp_path / "before.tif"),), "before")] if TASKS[task].takes_before else []
    job = make_job(task, [Source((str(scene),)), *before], str(tmp_path / "map"), {option: layer}, None)
    read = QgsRasterLayer(getattr(job, option), "read")
    assert read.crs().authid() == "EPSG:32634"
    assert read.dataProvider().sourceNoDataValue(1) == 1
    assert Path(getattr(job, option)).stem == option


def test_optical_images_are_read_as_qgis_shows_them(dates: TwoDates, tmp_path: Path) -> None:
    layers = []
    for path in (dates.after, dates.before):
        gdal.Translate(str(tmp_path / path.name), str(path), bandList=[1, 2, 1])
        layers.append(QgsRasterLayer(str(tmp_path / path.name), path.stem))
        layers[-1].setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    radar = [Source((str(dates.after),)), Source((str(dates.before),), "before")]
    job = with_optical(make_job("flood", radar, "", {}, None), layers, "swir=1,nir=2,visible=3")
    optical = [source.paths[0] for source in job.sources if source.role.startswith("optical")]
    assert [QgsRasterLayer(path, "read").crs().authid() for path in optical] == ["EPSG:32634"] * 2


def test_land_that_the_user_has_put_in_its_place_is_taken_out(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    land = misplaced(write_west(tmp_path / "west.tif", scene, 1, 0), tmp_path / "land.tif", "")
    found = run("tidemark:detectoil", {"INPUT": str(scene), "LAND": land, "METHOD": "dark-spot", "OUTPUT": str(tmp_path / "oil.tif")})
    assert shares(found["OUTPUT"])[254] > 0.3


def test_scenes_of_a_list_lie_where_qgis_shows_them(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    layer = misplaced(scene, tmp_path / "first.tif", "")
    run("tidemark:manyscenes", {"LAYERS": [layer], "METHOD": "fixed", "OUTPUT": str(tmp_path / "out")})
    assert QgsRasterLayer(str(tmp_path / "out" / "first" / "first_class.tif"), "map").crs() == layer.crs()


def test_people_lie_where_qgis_shows_them(provider: TidemarkProvider, scene: Path, flood: Path, tmp_path: Path) -> None:
    people = write_west(tmp_path / "people.tif", scene, 1, 1)
    given = {"INPUT": str(flood), "POPULATION": str(people), "OUTPUT": str(tmp_path / "file.csv")}
    from_file = run("tidemark:exposure", given)
    layer = misplaced(people, tmp_path / "moved people.tif", "EPSG:32632")
    found = run("tidemark:exposure", {**given, "POPULATION": layer, "OUTPUT": str(tmp_path / "shown.csv")})
    in_the_flood, in_the_flood_as_in_the_file = (one["SUMMARY"].split("people: ")[1].split(";")[0] for one in (found, from_file))
    assert in_the_flood == in_the_flood_as_in_the_file


def test_heights_for_a_depth_lie_where_qgis_shows_them(provider: TidemarkProvider, scene: Path, flood: Path, tmp_path: Path) -> None:
    heights = write_west(tmp_path / "heights.tif", scene, 40, 42)
    given = {"INPUT": str(flood), "DEM": str(heights), "OUTPUT": str(tmp_path / "file.tif")}
    from_file = run("tidemark:depth", given)
    layer = misplaced(heights, tmp_path / "moved.tif", "")
    found = run("tidemark:depth", {**given, "DEM": layer, "OUTPUT": str(tmp_path / "shown.tif")})
    assert found["HECTARES_ESTIMATED"] == from_file["HECTARES_ESTIMATED"]
