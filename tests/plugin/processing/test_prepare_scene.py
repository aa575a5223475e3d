"""tidemark:preparescene: a product as it was downloaded becomes an image that can be mapped."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProcessingException, QgsRasterLayer

from helpers.plugin.overlays import write_west
from helpers.plugin.processing_runs import run
from helpers.plugin.product_files import make_product
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.processing.provider import TidemarkProvider

PREPARE = "tidemark:preparescene"


@pytest.fixture(scope="module")
def product(runtime: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small simulated product, in a zip."""
    return make_product(runtime, tmp_path_factory.mktemp("product"))


def test_a_product_becomes_a_calibrated_image_on_a_map_grid(provider: TidemarkProvider, product: Path, tmp_path: Path) -> None:
    results = run(PREPARE, {"INPUT": str(product), "OUTPUT": str(tmp_path / "image.tif")})
    image = QgsRasterLayer(results["OUTPUT"], "image")
    assert image.isValid()
    assert image.bandCount() == 2
    assert image.crs().authid().startswith("EPSG:32")
    assert "LAYOVER" not in results


def test_heights_lie_where_qgis_shows_them(provider: TidemarkProvider, product: Path, tmp_path: Path) -> None:
    image = Path(run(PREPARE, {"INPUT": str(product), "OUTPUT": str(tmp_path / "image.tif")})["OUTPUT"])
    heights = QgsRasterLayer(str(write_west(tmp_path / "heights.tif", image, 5, 5)), "heights")
    right = heights.crs()
    raster = gdal.Open(heights.source(), gdal.GA_Update)
    raster.SetProjection("")
    del raster
    heights = QgsRasterLayer(heights.source(), "heights")
    heights.setCrs(right)
    results = run(PREPARE, {"INPUT": str(product), "DEM": heights, "OUTPUT": str(tmp_path / "higher.tif")})
    assert Path(results["LAYOVER"]).is_file()


@pytest.mark.parametrize("is_saved", [False, True])
def test_a_reference_system_of_the_users_own_is_that_of_the_image(
    provider: TidemarkProvider, product: Path, tmp_path: Path, is_saved: bool
) -> None:
    crs = QgsCoordinateReferenceSystem()
    crs.createFromProj(f"+proj=laea +lat_0=46 +lon_0={13 if is_saved else 14} +datum=WGS84 +units=m +no_defs")
    if is_saved:
        number = QgsApplication.coordinateReferenceSystemRegistry().addUserCrs(crs, "mine")
        if number < 0:
            pytest.skip("this QGIS has no profile to save a reference system in")
        crs = QgsCoordinateReferenceSystem(f"USER:{number}")
    assert crs.authid().startswith("USER:") is is_saved
    image = run(PREPARE, {"INPUT": str(product), "CRS": crs, "OUTPUT": str(tmp_path / "image.tif")})["OUTPUT"]
    assert "+proj=laea" in QgsRasterLayer(image, "image").crs().toProj()


def test_what_is_no_product_is_refused_with_words(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="product"):
        run(PREPARE, {"INPUT": str(scene), "OUTPUT": str(tmp_path / "image.tif")})
    assert not (tmp_path / "image.tif").exists()


def test_every_parameter_has_its_help(provider: TidemarkProvider) -> None:
    made = QgsApplication.processingRegistry().createAlgorithmById(PREPARE)
    assert [definition.name() for definition in made.parameterDefinitions() if len(definition.help()) < 5] == []
