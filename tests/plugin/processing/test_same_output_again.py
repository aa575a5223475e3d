"""The same OUTPUT again: layers of the project show what the files hold now, not what they held when they were opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer

from helpers.plugin.processing_runs import run, run_in_window
from helpers.plugin.product_files import make_product
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.layers.results import find_layer
from tidemark.plugin.processing.provider import TidemarkProvider


def run_again(name: str, parameters: dict[str, object], project: QgsProject) -> None:
    """Run an algorithm as its window does."""
    run_in_window(QgsApplication.processingRegistry().createAlgorithmById(f"tidemark:{name}"), parameters, project)


def pixels(layer: QgsRasterLayer) -> bytes:
    """Return the pixels of the first band."""
    provider = layer.dataProvider()
    block = provider.block(1, provider.extent(), provider.xSize(), provider.ySize())  # its data goes with it
    return bytes(block.data())


def assert_shown(path: str, project: QgsProject) -> None:
    """Assert that the project's layer of a raster shows what its file holds."""
    shown, file = find_layer(path, project), QgsRasterLayer(path, "file")
    assert shown is not None
    assert shown.extent() == file.extent()
    assert pixels(shown) == pixels(file)


def test_a_map_of_another_threshold_and_its_probability_are_shown(
    provider: TidemarkProvider, project: QgsProject, scene: Path, tmp_path: Path
) -> None:
    path, image = str(tmp_path / "map.tif"), QgsRasterLayer(str(scene), "image").extent()
    run_again("detectwater", {"INPUT": str(scene), "METHOD": "otsu", "OUTPUT": path}, project)
    probability = str(tmp_path / "map_probability.tif")
    project.addMapLayer(QgsRasterLayer(probability, "Probability"))
    half = f"{image.xMinimum()},{image.center().x()},{image.yMinimum()},{image.yMaximum()}"
    run_again("detectwater", {"INPUT": str(scene), "METHOD": "otsu", "EXTENT": half, "OUTPUT": path}, project)
    assert_shown(path, project)
    assert_shown(probability, project)
    assert find_layer(path, project).renderer().type() == "paletted"


def test_a_map_that_is_not_loaded_again_is_shown_anew(provider: TidemarkProvider, project: QgsProject, flood: Path, tmp_path: Path) -> None:
    probability, path = str(flood.with_name("flood_probability.tif")), str(tmp_path / "map.tif")
    run_again("rethreshold", {"INPUT": probability, "THRESHOLD": 0.5, "OUTPUT": path}, project)
    run("tidemark:rethreshold", {"INPUT": probability, "THRESHOLD": 0.99, "OUTPUT": path})
    assert_shown(path, project)


def test_a_product_that_is_prepared_otherwise_is_shown(
    provider: TidemarkProvider, project: QgsProject, runtime: Runtime, tmp_path: Path
) -> None:
    product, path = str(make_product(runtime, tmp_path)), str(tmp_path / "image.tif")
    for calibration in ("sigma0", "gamma0"):
        run_again("preparescene", {"INPUT": product, "CALIBRATION": calibration, "OUTPUT": path}, project)
    assert_shown(path, project)


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_the_number_of_polygons_is_that_of_the_new_ones(
    provider: TidemarkProvider, project: QgsProject, flood: Path, tmp_path: Path, ending: str
) -> None:
    path = str(tmp_path / f"polygons.{ending}")
    for area in (0.0, 1000.0):
        run_again("vectorise", {"INPUT": str(flood), "MINIMUM_AREA": area, "OUTPUT": path}, project)
    (layer,) = (one for one in project.mapLayers().values() if isinstance(one, QgsVectorLayer))
    assert layer.featureCount() == 0
