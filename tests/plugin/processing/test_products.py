"""The detecting algorithms take a Sentinel-1 product as it was downloaded wherever they take an image."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingException, QgsRasterLayer

from helpers.plugin.processing_runs import Listener, run
from helpers.plugin.product_files import make_product
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.processing.provider import TidemarkProvider

DETECTING = ("water", "floods", "change", "oil")


@pytest.fixture(scope="module")
def products(runtime: Runtime, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Products of one place before and during a flood."""
    folder = tmp_path_factory.mktemp("products")
    before = make_product(runtime, folder, "--flood", "0", start="2024-04-24T05:30:00+00:00", orbit=53569)
    return before, make_product(runtime, folder, "--flood", "0.7")


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Prepared images go into a folder of the tests'."""
    monkeypatch.setenv("TIDEMARK_CACHE", str(tmp_path_factory.getbasetemp() / "prepared"))


@pytest.mark.parametrize("task", DETECTING)
def test_every_detecting_algorithm_takes_a_product(
    provider: TidemarkProvider, products: tuple[Path, Path], tmp_path: Path, task: str
) -> None:
    before, during = products
    compared = {"BEFORE": str(before)} if task in ("floods", "change") else {}
    listener = Listener()
    results = run(f"tidemark:detect{task}", {"INPUT": str(during), **compared, "OUTPUT": str(tmp_path / "map.tif")}, listener)
    assert QgsRasterLayer(results["OUTPUT"], "map").crs().authid().startswith("EPSG:32")
    assert results["HECTARES_OBSERVED"] > 500


@pytest.mark.parametrize("task", DETECTING)
def test_the_help_of_every_image_says_that_a_product_is_taken(provider: TidemarkProvider, task: str) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"tidemark:detect{task}")
    images = [parameter for parameter in algorithm.parameterDefinitions() if parameter.name() in ("INPUT", "BEFORE")]
    assert images
    assert all("or a product as it was downloaded" in parameter.help() for parameter in images)


def test_a_part_of_a_product_is_mapped_by_an_extent_in_any_reference_system(
    provider: TidemarkProvider, products: tuple[Path, Path], tmp_path: Path
) -> None:
    whole = run("tidemark:detectwater", {"INPUT": str(products[1]), "OUTPUT": str(tmp_path / "whole.tif")})
    extent = QgsRasterLayer(whole["OUTPUT"], "whole").extent()
    extent.scale(0.2)
    authority = QgsRasterLayer(whole["OUTPUT"], "whole").crs().authid()
    sides = f"{extent.xMinimum()},{extent.xMaximum()},{extent.yMinimum()},{extent.yMaximum()} [{authority}]"
    part = run("tidemark:detectwater", {"INPUT": str(products[1]), "EXTENT": sides, "OUTPUT": str(tmp_path / "part.tif")})
    mapped = QgsRasterLayer(part["OUTPUT"], "part").extent()
    assert mapped.contains(extent.center())
    assert mapped.width() == pytest.approx(extent.width(), rel=0.1)


def test_heights_are_a_parameter_of_every_detecting_algorithm(
    provider: TidemarkProvider, products: tuple[Path, Path], scene: Path, tmp_path: Path
) -> None:
    for task in DETECTING:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"tidemark:detect{task}")
        assert "DEM" in [definition.name() for definition in algorithm.parameterDefinitions()]
    with pytest.raises(QgsProcessingException, match="DEM"):
        run("tidemark:detectwater", {"INPUT": str(products[1]), "DEM": "/nowhere/dem.tif", "OUTPUT": str(tmp_path / "map.tif")})


def test_a_zip_that_is_no_product_is_refused_with_words(provider: TidemarkProvider, tmp_path: Path) -> None:
    (tmp_path / "notes.zip").write_bytes(b"no zip")
    with pytest.raises(QgsProcessingException, match="no whole zip file"):
        run("tidemark:detectwater", {"INPUT": str(tmp_path / "notes.zip"), "OUTPUT": str(tmp_path / "map.tif")})
    assert not list(tmp_path.glob("map*"))


@pytest.mark.parametrize("reading", [{"SCALE": "amplitude"}, {"BANDS": "VV=2,VH=1"}])
def test_pixel_values_and_bands_of_a_product_are_refused(
    provider: TidemarkProvider, products: tuple[Path, Path], tmp_path: Path, reading: dict[str, str]
) -> None:
    with pytest.raises(QgsProcessingException, match="A product tells both itself"):
        run("tidemark:detectwater", {"INPUT": str(products[1]), **reading, "OUTPUT": str(tmp_path / "map.tif")})
