"""tidemark:preparescene: a product as it was downloaded becomes an image that can be mapped."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingException, QgsRasterLayer

from helpers.engine_process import run_engine
from helpers.processing_runs import run
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.processing.provider import TidemarkProvider

PREPARE = "tidemark:preparescene"
TESTS = Path(__file__).resolve().parents[2]
MAKE_TEMPLATE = "import sys, pathlib; from helpers.sentinel1_products import write_template as w; print(w(pathlib.Path(sys.argv[1])))"


@pytest.fixture(scope="module")
def product(runtime: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small simulated product, in a zip."""
    folder = tmp_path_factory.mktemp("product")
    path = folder / "S1A_IW_GRDH_1SDV_20240506T053000_20240506T053001_053744_0687A1_NE00.zip"
    # In the engine's Python: QGIS's own has no rasterio.
    command = [runtime.python, "-c", MAKE_TEMPLATE, str(folder)]
    made = subprocess.run(command, cwd=TESTS, env={"PYTHONPATH": str(TESTS)}, check=True, capture_output=True, text=True)
    run_engine(runtime, "simulate", str(path), "--product", made.stdout.strip(), "--size", "300x300")
    return path


def test_a_product_becomes_a_calibrated_image_on_a_map_grid(provider: TidemarkProvider, product: Path, tmp_path: Path) -> None:
    results = run(PREPARE, {"INPUT": str(product), "OUTPUT": str(tmp_path / "image.tif")})
    image = QgsRasterLayer(results["OUTPUT"], "image")
    assert image.isValid()
    assert image.bandCount() == 2
    assert image.crs().authid().startswith("EPSG:32")
    assert "LAYOVER" not in results


def test_what_is_no_product_is_refused_with_words(provider: TidemarkProvider, scene: Path, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="product"):
        run(PREPARE, {"INPUT": str(scene), "OUTPUT": str(tmp_path / "image.tif")})
    assert not (tmp_path / "image.tif").exists()


def test_every_parameter_has_its_help(provider: TidemarkProvider) -> None:
    made = QgsApplication.processingRegistry().createAlgorithmById(PREPARE)
    assert [definition.name() for definition in made.parameterDefinitions() if len(definition.help()) < 5] == []
