"""Exposure and depth as the toolbox calls them: layers as QGIS shows them, files beside the map, one message for what cannot be."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from helpers.plugin.processing_runs import Listener, halves, load_results, run
from helpers.tables import read_table
from tidemark.engine.contract.impact import ImpactRecord
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.layers.results import MAP_PROPERTY
from tidemark.plugin.processing.base import Styler
from tidemark.plugin.processing.provider import TidemarkProvider

EXPOSURE, DEPTH = "tidemark:exposure", "tidemark:depth"


def houses(flood: Path) -> QgsVectorLayer:
    """Squares all over the map, as a layer in memory."""
    raster = QgsRasterLayer(str(flood), "map")
    box = raster.extent()
    layer = QgsVectorLayer(f"Polygon?crs={raster.crs().authid()}&field=number:integer", "Houses of Ørsted", "memory")
    for i in range(10):
        for j in range(10):
            x, y = box.xMinimum() + (i + 0.5) * box.width() / 10, box.yMinimum() + (j + 0.5) * box.height() / 10
            feature = QgsFeature(layer.fields())
            feature.setAttributes([10 * i + j])
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 15, y + 15)))
            assert layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


@pytest.fixture(scope="session")
def heights(runtime: Runtime, scene: Path, flood: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ground that rises beside the water: 40 m in it, 42 m beside it."""
    path = tmp_path_factory.mktemp("dem") / "dem.tif"
    program = (
        "import sys, numpy as np, rasterio\n"
        "with rasterio.open(sys.argv[1]) as classes:\n"
        "    profile = {**classes.profile, 'dtype': 'float32', 'nodata': None}\n"
        "    ground = np.where(np.isin(classes.read(1), (1, 2, 5)), 40, 42).astype('float32')\n"
        "with rasterio.open(sys.argv[2], 'w', **profile) as dem:\n"
        "    dem.write(ground, 1)\n"
    )
    subprocess.run([runtime.python, "-c", program, str(flood), str(path)], check=True)
    return path


def test_layers_of_the_project_are_counted_by_their_names_and_get_their_shares(provider: TidemarkProvider, flood: Path) -> None:
    listener = Listener()
    layer = houses(flood)
    QgsProject.instance().addMapLayers([layer])
    try:
        output = flood.with_name("flood_exposure.gpkg")
        given = {"INPUT": str(flood), "LAYERS": [layer.id()], "ZONES": halves(flood), "OUTPUT": str(output)}
        results = run(EXPOSURE, given, listener)
    finally:
        QgsProject.instance().clear()
    counted = {(row["zone"], row["measure"]): row for row in read_table(results["TABLE"])}
    assert set(counted) == {(zone, measure) for zone in ("", "West", "East") for measure in ("features", "ha")}
    assert float(counted["", "features"]["total"]) == 100
    assert 0 < float(counted["", "features"]["flood"]) < 100
    assert float(counted["", "features"]["not_observed"]) > 0
    shares = QgsVectorLayer(f"{output}|layername=exposure_of_Houses of Ørsted", "shares", "ogr")
    assert shares.featureCount() == 100
    assert sum(one["flood_share"] > 0 for one in shares.getFeatures()) == float(counted["", "features"]["flood"])
    record = ImpactRecord.read(results["RECORD"])
    assert record.lines[0] in results["SUMMARY"]
    assert "Houses of Ørsted" in record.lines[0]


def test_every_layer_with_its_shares_is_loaded(provider: TidemarkProvider, project: QgsProject, flood: Path, tmp_path: Path) -> None:
    from processing.gui.AlgorithmExecutor import execute

    project.addMapLayers([houses(flood), houses(flood), halves(flood)])
    context, feedback, out = QgsProcessingContext(), Listener(), str(tmp_path / "flood_exposure.gpkg")
    context.setProject(project)
    context.addLayerToLoadOnCompletion(out, QgsProcessingContext.LayerDetails("Shares", project, "OUTPUT"))
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(EXPOSURE)
    given = {"INPUT": str(flood), "LAYERS": list(project.mapLayers()), "OUTPUT": out}
    assert execute(algorithm, given, context, feedback)[0]
    load_results(algorithm, context, feedback)
    loaded = {layer.name(): layer for layer in project.mapLayers().values() if layer.source().startswith(out)}
    assert {name: layer.featureCount() for name, layer in loaded.items()} == {
        "Shares: Houses of Ørsted": 100,
        "Shares: Houses of Ørsted 2": 100,
        "Shares: Halves": 2,
    }
    assert {layer.customProperty(MAP_PROPERTY) for layer in loaded.values()} == {str(flood)}
    assert Styler.kept == []


def test_the_depth_comes_with_its_style_and_numbers(provider: TidemarkProvider, flood: Path, heights: Path, tmp_path: Path) -> None:
    results = run(DEPTH, {"INPUT": str(flood), "DEM": str(heights), "OUTPUT": str(tmp_path / "deep.tif")}, Listener())
    layer = QgsRasterLayer(results["OUTPUT"], "depth")
    assert layer.isValid()
    assert "estimate" in layer.renderer().legendSymbologyItems()[0][0]
    assert results["LARGEST_DEPTH"] == pytest.approx(1.0, abs=0.05)
    assert results["MEAN_DEPTH"] == pytest.approx(1.0, abs=0.1)
    assert results["VOLUME"] == pytest.approx(results["MEAN_DEPTH"] * results["HECTARES_ESTIMATED"] * 10_000, rel=1e-6)
    assert {row["what"] for row in read_table(results["TABLE"])} == {"all", "body"}


def test_nothing_to_count_is_told_before_anything_starts(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="Nothing is given that could be affected"):
        run(EXPOSURE, {"INPUT": str(flood), "LAYERS": [], "OUTPUT": str(tmp_path / "out.gpkg")})
    with pytest.raises(QgsProcessingException, match="is an input of the same run"):
        run(EXPOSURE, {"INPUT": str(flood), "POPULATION": str(flood), "OUTPUT": str(flood.with_name("flood_run.csv"))})
    assert not list(tmp_path.iterdir())


def said_on(page: Path) -> str:
    """Return the text of a PDF, without ligatures and line breaks."""
    text = subprocess.run(["pdftotext", str(page), "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(unicodedata.normalize("NFKC", text).split())


def test_the_page_of_the_map_has_a_block_with_its_estimates(provider: TidemarkProvider, flood: Path, heights: Path, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    for path in flood.parent.glob("flood_*"):
        shutil.copy(path, tmp_path)
    classes, page = tmp_path / flood.name, tmp_path / "page.pdf"
    layer = houses(flood)
    QgsProject.instance().addMapLayers([layer])
    try:
        run(EXPOSURE, {"INPUT": str(classes), "LAYERS": [layer.id()], "OUTPUT": str(tmp_path / "flood_exposure.csv")}, Listener())
    finally:
        QgsProject.instance().clear()
    run(DEPTH, {"INPUT": str(classes), "DEM": str(heights), "OUTPUT": str(tmp_path / "flood_depth.tif")}, Listener())
    run("tidemark:maplayout", {"INPUT": str(classes), "OUTPUT": str(page)})
    text = said_on(page)
    assert "of 100 touch the flood" in text
    assert "Depth of" in text
    assert "Estimates, for a first look" in text
    record = tmp_path / "flood_run.json"
    record.write_text(json.dumps({**json.loads(record.read_text(encoding="utf-8")), "threshold": 0.9}), encoding="utf-8")
    run("tidemark:maplayout", {"INPUT": str(classes), "OUTPUT": str(page)})
    assert "Estimates" not in said_on(page)  # they were made of another map
