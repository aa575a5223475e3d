"""QGIS layer → Source, extents → the image's own coordinates."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from helpers.plugin.engine_process import run_engine, simulate
from tidemark.engine.contract.classes import ClassCode
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.job import SceneInfo, Source
from tidemark.plugin.engine.scenes import in_words
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.layers.images import extent_in_layer, layer_path, source_of
from tidemark.plugin.layers.jobs import make_job
from tidemark.plugin.layers.results import find_layer, map_of, reload_layers

gdal.UseExceptions()


def test_a_layer_is_found_however_its_path_is_written(flood: Path, project: QgsProject) -> None:
    layer = QgsRasterLayer(f"{flood.parent}//./{flood.name}", "flood")
    project.addMapLayer(layer)
    assert find_layer(str(flood), project) is layer
    assert find_layer(map_of(layer), project) is layer
    assert find_layer(str(flood.with_name("other.tif")), project) is None


def test_a_layer_of_one_table_shows_what_replaced_its_file(tmp_path: Path, project: QgsProject) -> None:
    path, earlier = tmp_path / "made.gpkg", tmp_path / "later.gpkg"
    for file, count in ((path, 1), (earlier, 3)):
        features = [{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [n, 0]}} for n in range(count)]
        text = json.dumps({"type": "FeatureCollection", "features": features})
        gdal.VectorTranslate(str(file), gdal.OpenEx(text, gdal.OF_VECTOR), format="GPKG", layerName="table")
    layer = QgsVectorLayer(f"{path}|layername=table", "made", "ogr")
    project.addMapLayer(layer)
    assert layer.featureCount() == 1
    earlier.replace(path)
    reload_layers([f"{path}|layername=table"], project)
    assert layer.featureCount() == 3


def test_a_file_with_spaces_and_strange_letters_stays_as_it_is(scene: Path, tmp_path: Path) -> None:
    path = tmp_path / "Überflutung, März 水" / "my scene.tif"
    path.parent.mkdir()
    path.write_bytes(scene.read_bytes())
    assert layer_path(QgsRasterLayer(str(path), "image")) == str(path)


def test_a_file_in_an_archive_stays_as_it_is(scene: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "scenes.zip", "w") as archive:
        archive.write(scene, "inside/scene.tif")
    path = f"/vsizip/{tmp_path}/scenes.zip/inside/scene.tif"
    layer = QgsRasterLayer(path, "image")
    assert layer.isValid()
    assert layer_path(layer) == path


def test_a_file_that_has_gone_is_named(scene: Path, tmp_path: Path) -> None:
    path = tmp_path / "gone.tif"
    path.write_bytes(scene.read_bytes())
    layer = QgsRasterLayer(str(path), "image")
    path.unlink()
    with pytest.raises(InputError, match=r"gone\.tif"):
        layer_path(layer)


def test_a_remote_file_is_refused_with_what_to_do(scene: Path) -> None:
    layer = QgsRasterLayer("/vsicurl/http://127.0.0.1:9/scene.tif", "far away")
    with pytest.raises(InputError, match="Save it as a GeoTIFF"):
        layer_path(layer)


def test_a_vh_layer_of_its_own_counts_as_vh_unless_the_names_tell(scene: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.tif"
    other.write_bytes(scene.read_bytes())
    vv, vh = QgsRasterLayer(str(scene), "one"), QgsRasterLayer(str(other), "two")
    source = source_of(vv, vh, "db")
    assert source.paths == (str(scene), str(other))
    assert source.bands == {"VV": 1, "VH": 3}
    told = SceneInfo(paths=source.paths, usable=True, bands={"VV": 2, "VH": 1})
    assert source_of(vv, vh, "db", told).bands == {}
    assert source_of(vv, None, "auto").bands == {}


def transform(layer: QgsRasterLayer, crs: str) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(crs), layer.crs(), QgsProject.instance())


def test_an_extent_in_degrees_is_brought_to_the_image_and_cut_to_it(scene: Path) -> None:
    layer = QgsRasterLayer(str(scene), "image")
    xmin, ymin, xmax, ymax = extent_in_layer(QgsRectangle(-179, -80, 179, 80), transform(layer, "EPSG:4326"), layer)
    whole = layer.extent()
    assert (xmin, ymin, xmax, ymax) == (whole.xMinimum(), whole.yMinimum(), whole.xMaximum(), whole.yMaximum())


def test_an_extent_elsewhere_is_refused(scene: Path) -> None:
    layer = QgsRasterLayer(str(scene), "image")
    with pytest.raises(InputError, match="does not touch"):
        extent_in_layer(QgsRectangle(-60, -30, -59, -29), transform(layer, "EPSG:4326"), layer)


def test_an_image_without_georeference_is_counted_in_columns_and_rows(runtime: Runtime, tmp_path: Path) -> None:
    layer = QgsRasterLayer(str(simulate(runtime, tmp_path / "plain.tif", "--size", "300x200", "--crs", "none")), "plain")
    assert layer.isValid()
    extent = layer.extent()
    part = QgsRectangle(10, extent.yMaximum() - 150, 110, extent.yMaximum() - 50)
    assert extent_in_layer(part, QgsCoordinateTransform(), layer) == (10, 50, 110, 150)


@pytest.mark.parametrize(("text", "scales"), [("", ()), ("1", (1.0,)), ("0.5, 0.75,1,", (0.5, 0.75, 1.0)), ("0.5;1 2", (0.5, 1.0, 2.0))])
def test_scales_are_read_as_people_write_them(text: str, scales: tuple[float, ...]) -> None:
    assert make_job("water", [Source(("a.tif",))], "", {"scales": text}, None).scales == scales


@pytest.mark.parametrize("text", ["half", "0", "-1", "99", "nan"])
def test_scales_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="scale"):
        make_job("water", [Source(("a.tif",))], "", {"scales": text}, None)


def test_what_means_nothing_for_a_task_or_method_is_passed_over() -> None:
    values = {"method": "otsu", "scales": "0.5", "flip": True, "wind": 7.0, "hand": "hand.tif", "threshold": None}
    job = make_job("water", [Source(("a.tif",))], "", values, None)
    assert (job.scales, job.flip, job.wind, job.hand, job.threshold) == ((), False, None, "hand.tif", None)
    assert make_job("oil", [Source(("a.tif",))], "", {"wind": 7.0, "hand": "hand.tif", "method": "otsu"}, None).hand == ""
    dates = [Source(("a.tif",)), Source(("b.tif",), "before")]
    assert make_job("flood", dates, "", {"reference_threshold": 30.0, "reference_water": None}, None).reference_threshold is None
    assert make_job("flood", dates, "", {"reference_threshold": 30.0, "reference_water": "w.tif"}, None).reference_threshold == 30.0


def test_an_image_is_described_in_one_line() -> None:
    info = SceneInfo(
        paths=("a.tif",),
        usable=True,
        bands={"VV": 1, "VH": 2},
        scale="db",
        scale_from="metadata",
        ground_pixel_m=(8.1, 10.0),
        valid_share=0.94,
    )
    assert in_words(info).replace("\xa0", " ") == "VV, VH · dB (from metadata) · 8.1 × 10 m · 94 % observed"


def test_the_canvas_tells_not_observed_from_not_detected(flood: Path) -> None:
    layer = QgsRasterLayer(str(flood), "map")
    renderer = layer.renderer()
    swatches = {entry.label: entry.color.alpha() for entry in renderer.classes()}
    assert (swatches["Not detected"], swatches["Not observed"], renderer.nodataColor().alpha()) == (0, 110, 110)


def test_not_observed_is_drawn_as_its_swatch_on_white(flood: Path) -> None:
    layer = QgsRasterLayer(str(flood), "map")
    row, column = np.argwhere(gdal.Open(str(flood)).ReadAsArray() == ClassCode.NOT_OBSERVED)[0]
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(layer.width(), layer.height()))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    drawn = job.renderedImage().pixelColor(int(column), int(row))
    swatch = next(entry.color for entry in layer.renderer().classes() if entry.label == "Not observed")
    on_white = [255 + (part - 255) * swatch.alpha() / 255 for part in swatch.getRgb()[:3]]
    assert np.allclose(drawn.getRgb()[:3], on_white, atol=3)


def test_a_raster_that_is_one_of_several_in_its_file_is_refused_as_that(scene: Path, tmp_path: Path) -> None:
    gdal.Translate(str(tmp_path / "many.gpkg"), str(scene), format="GPKG", bandList=[1], outputType=gdal.GDT_Byte)
    layer = QgsRasterLayer(f"GPKG:{tmp_path / 'many.gpkg'}:many", "one")
    assert layer.isValid()
    with pytest.raises(InputError, match="is one of several in its file"):
        layer_path(layer)


def test_an_image_is_no_map_though_its_map_is_called_like_it(runtime: Runtime, scene: Path, tmp_path: Path) -> None:
    image = tmp_path / "scene.tif"
    image.write_bytes(scene.read_bytes())
    run_engine(runtime, "detect", str(image), "--task", "water", "--method", "otsu", "--output", str(tmp_path / "scene"))
    classes = str(tmp_path / "scene_class.tif")
    assert map_of(QgsRasterLayer(classes, "map")) == classes
    assert map_of(QgsRasterLayer(str(image), "image")) == ""
