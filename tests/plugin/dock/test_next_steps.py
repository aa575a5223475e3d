"""What a mapper does next, as the toolbox, models and qgis_process call it: polygons, hectares in zones, another threshold."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)

from helpers.plugin.engine_process import run_engine
from helpers.plugin.processing_runs import Listener, halves, load_results, run
from tidemark.plugin.engine.runtime import RuntimeFinder
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.layers.vectors import zones_file
from tidemark.plugin.processing.base import Styler
from tidemark.plugin.processing.provider import TidemarkProvider

VECTORISE, ZONES, RETHRESHOLD = "tidemark:vectorise", "tidemark:zonestatistics", "tidemark:rethreshold"
AFTERMATH = (VECTORISE, ZONES, RETHRESHOLD)


def polygons(source: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(source, "polygons", "ogr")
    assert layer.isValid(), source
    return layer


def test_a_map_becomes_polygons_with_hectares(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    listener = Listener()
    results = run(VECTORISE, {"INPUT": str(flood), "MINIMUM_AREA": 0, "OUTPUT": str(tmp_path / "flood.gpkg")}, listener)
    layer = polygons(results["OUTPUT"])
    record = json.loads(flood.with_name("flood_run.json").read_text(encoding="utf-8"))
    hectares = sum(feature["area_ha"] for feature in layer.getFeatures())
    assert layer.featureCount() == results["POLYGONS"] > 0
    assert hectares == pytest.approx(results["HECTARES"], rel=1e-3)
    assert hectares == pytest.approx(record["hectares"]["detected"], rel=0.005)
    first = next(layer.getFeatures())
    assert first["src_image"]
    assert 0 < first["prob_mean"] <= first["prob_max"] <= 1
    assert results["SUMMARY"] in listener.said
    assert listener.steps[-1] == 100


def test_small_pieces_are_left_out_and_counted(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    every = run(VECTORISE, {"INPUT": str(flood), "MINIMUM_AREA": 0, "OUTPUT": str(tmp_path / "every.gpkg")})
    none = run(VECTORISE, {"INPUT": str(flood), "MINIMUM_AREA": 1e6, "OUTPUT": str(tmp_path / "none.gpkg")})
    assert (none["POLYGONS"], none["HECTARES"]) == (0, 0)
    assert none["HECTARES_LEFT_OUT"] == pytest.approx(every["HECTARES"], rel=1e-3)
    assert polygons(none["OUTPUT"]).featureCount() == 0


@pytest.mark.parametrize("ending", ["geojson", "shp"])
def test_polygons_in_other_formats(provider: TidemarkProvider, flood: Path, tmp_path: Path, ending: str) -> None:
    results = run(VECTORISE, {"INPUT": str(flood), "OUTPUT": str(tmp_path / "new" / f"flood.{ending}")})
    assert polygons(results["OUTPUT"]).featureCount() == results["POLYGONS"]


def test_a_temporary_output_is_a_geopackage(provider: TidemarkProvider, flood: Path) -> None:
    import processing

    results = processing.run(VECTORISE, {"INPUT": str(flood), "OUTPUT": "TEMPORARY_OUTPUT"}, feedback=Listener())
    assert str(results["OUTPUT"]).endswith(".gpkg")
    assert polygons(results["OUTPUT"]).featureCount() == results["POLYGONS"]


def test_the_footprint_comes_as_further_layers(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    results = run(VECTORISE, {"INPUT": str(flood), "FOOTPRINT": True, "OUTPUT": str(tmp_path / "flood.gpkg")})
    assert polygons(results["OUTPUT"]).featureCount() == results["POLYGONS"]
    assert "area_ha" in polygons(results["IMAGE_FOOTPRINT"]).fields().names()
    assert {feature["reason"] for feature in polygons(results["NOT_ANALYSED"]).getFeatures()} == {"not observed"}


def test_the_probability_beside_a_map_of_any_name_is_found(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    shutil.copy(flood, tmp_path / "lake.tif")
    shutil.copy(flood.with_name("flood_probability.tif"), tmp_path / "lake_probability.tif")
    results = run(VECTORISE, {"INPUT": str(tmp_path / "lake.tif"), "OUTPUT": str(tmp_path / "lake.gpkg")})
    assert 0 < next(polygons(results["OUTPUT"]).getFeatures())["prob_mean"] <= 1


def legend_of(layer: QgsVectorLayer) -> dict[str, str]:
    """Return the words of a layer's legend with their colours."""
    assert layer.isValid()
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    return {category.label(): category.symbol().color().name() for category in renderer.categories()}


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "shp"])
def test_any_qgis_shows_the_polygons_of_the_engine_in_colours_with_words(
    runtime: Runtime, flood: Path, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"made.{ending}"
    run_engine(runtime, "vectorise", str(flood), str(path), "--footprint", "--classes", "1,2")

    def layer(name: str) -> QgsVectorLayer:
        if ending == "gpkg":
            return QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        return QgsVectorLayer(str(path if name == "observedEvent" else path.with_name(f"made_{name}.{ending}")), name, "ogr")

    event = layer("observedEvent")
    assert legend_of(event) == {"Water detected": "#0a5fd6", "Reference water": "#7fb8e8"}
    assert event.renderer().categories()[0].symbol().color().alpha() < 128
    assert event.attributeDisplayName(event.fields().indexOf("area_ha")) == "Area (ha)"
    feature = next(event.getFeatures())
    context = QgsRenderContext()
    renderer = event.renderer().clone()
    renderer.startRender(context, event.fields())
    assert renderer.symbolForFeature(feature, context) is not None
    renderer.stopRender(context)
    assert legend_of(layer("notAnalysed")) == {"Not observed (not dry)": "#bdb7ae"}
    footprint = layer("imageFootprint")
    assert [part.layerType() for part in footprint.renderer().symbol().symbolLayers()] == ["SimpleLine", "SimpleLine"]


def test_the_polygons_that_processing_loads_are_styled(
    provider: TidemarkProvider, project: QgsProject, flood: Path, tmp_path: Path
) -> None:
    from processing.gui.AlgorithmExecutor import execute

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(VECTORISE)
    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(project)
    out = str(tmp_path / "flood.gpkg")
    context.addLayerToLoadOnCompletion(out, QgsProcessingContext.LayerDetails("Polygons", project, "OUTPUT"))
    worked, _ = execute(algorithm, {"INPUT": str(flood), "FOOTPRINT": True, "OUTPUT": out}, context, feedback)
    assert worked
    load_results(algorithm, context, feedback)
    (layer,) = project.mapLayersByName("Polygons")
    assert layer.source().endswith("layername=observedEvent")
    assert legend_of(layer) == {"Water detected": "#0a5fd6"}
    assert Styler.kept == []


def test_hectares_in_zones_add_up_to_the_map(provider: TidemarkProvider, flood: Path, districts: Path, tmp_path: Path) -> None:
    results = run(ZONES, {"INPUT": str(flood), "ZONES": str(districts), "OUTPUT": str(tmp_path / "zones.gpkg")})
    record = json.loads(flood.with_name("flood_run.json").read_text(encoding="utf-8"))
    zones = {feature["name"]: feature for feature in polygons(results["OUTPUT"]).getFeatures()}
    assert set(zones) == {"West", "East"}
    assert results["COUNT"] == 2
    for name in ("detected", "possible", "observed", "not_observed"):
        assert sum(feature[f"{name}_ha"] for feature in zones.values()) == pytest.approx(record["hectares"][name], rel=0.001)
        assert results[f"HECTARES_{name.upper()}"] == pytest.approx(record["hectares"][name], rel=0.001)


def test_hectares_in_zones_as_a_table(provider: TidemarkProvider, flood: Path, districts: Path, tmp_path: Path) -> None:
    results = run(ZONES, {"INPUT": str(flood), "ZONES": str(districts), "OUTPUT": str(tmp_path / "zones.csv")})
    lines = Path(results["OUTPUT"]).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("name,fid,detected_ha")
    assert len(lines) == 3


def test_zones_in_memory_count_as_they_are_whatever_their_fields(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    results = run(ZONES, {"INPUT": str(flood), "ZONES": halves(flood), "OUTPUT": str(tmp_path / "zones.gpkg")})
    zones = list(polygons(results["OUTPUT"]).getFeatures())
    assert [zone["name"] for zone in zones] == ["West", "East"]


def test_edits_and_filters_of_the_zones_count(provider: TidemarkProvider, flood: Path, districts: Path, tmp_path: Path) -> None:
    layer = QgsVectorLayer(str(districts), "Districts", "ogr")
    context = QgsProject.instance().transformContext()
    assert zones_file(layer, context) == (str(districts), "")
    layer.setSubsetString("name = 'West'")
    assert run(ZONES, {"INPUT": str(flood), "ZONES": layer, "OUTPUT": str(tmp_path / "west.gpkg")})["COUNT"] == 1
    layer.setSubsetString("")
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    assert run(ZONES, {"INPUT": str(flood), "ZONES": layer, "OUTPUT": str(tmp_path / "one.gpkg")})["COUNT"] == 1
    layer.rollBack()


def test_another_threshold_gives_another_map(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    probability = str(flood.with_name("flood_probability.tif"))
    low = run(RETHRESHOLD, {"INPUT": probability, "THRESHOLD": 0.05, "OUTPUT": str(tmp_path / "low.tif")})
    high = run(RETHRESHOLD, {"INPUT": probability, "THRESHOLD": 0.95, "OUTPUT": str(tmp_path / "high.tif")})
    assert high["HECTARES_DETECTED"] < low["HECTARES_DETECTED"]
    assert high["HECTARES_POSSIBLE"] == json.loads(Path(high["RUN"]).read_text(encoding="utf-8"))["hectares"]["possible"]
    assert json.loads(Path(high["RUN"]).read_text(encoding="utf-8"))["threshold"] == 0.95
    assert {path.name for path in tmp_path.glob("high*")} >= {"high.tif", "high.qml", "high_probability.tif", "high_run.json"}


@pytest.mark.parametrize(
    ("algorithm", "wrong", "words"),
    [
        (VECTORISE, {"INPUT": "/nowhere/map.tif"}, "is no raster"),
        (VECTORISE, {"OUTPUT": "flood.csv"}, "no ending that polygons"),
        (VECTORISE, {"OUTPUT": "/proc/nowhere/flood.gpkg"}, "cannot be written"),
        (ZONES, {"ZONES": "/nowhere/zones.gpkg"}, "ZONES"),
        (ZONES, {"OUTPUT": "zones.geojson"}, "no ending"),
        (ZONES, {"OUTPUT": "DISTRICTS"}, "is an input of the same run"),
        (RETHRESHOLD, {"INPUT": "SCENE"}, "no probability raster"),
        (RETHRESHOLD, {"OUTPUT": "map.png"}, "GeoTIFF"),
    ],
)
def test_bad_input_is_refused_with_words(
    provider: TidemarkProvider, scene: Path, flood: Path, districts: Path, tmp_path: Path, algorithm: str, wrong: dict, words: str
) -> None:
    files = {"SCENE": str(scene), "DISTRICTS": str(districts)}
    good: dict[str, dict] = {
        VECTORISE: {"INPUT": str(flood), "OUTPUT": str(tmp_path / "new.gpkg")},
        ZONES: {"INPUT": str(flood), "ZONES": str(districts), "OUTPUT": str(tmp_path / "new.gpkg")},
        RETHRESHOLD: {"INPUT": str(flood.with_name("flood_probability.tif")), "THRESHOLD": 0.4, "OUTPUT": str(tmp_path / "new.tif")},
    }
    parameters = {**good[algorithm], **{name: files.get(value, value) for name, value in wrong.items()}}
    with pytest.raises(QgsProcessingException, match=words):
        run(algorithm, parameters)
    assert not list(tmp_path.glob("new*"))


def test_an_engine_without_the_packages_for_polygons_maps_and_says_what_is_missing(
    finder: RuntimeFinder, provider: TidemarkProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "_packages", frozenset({"onnxruntime", "rasterio", "numpy", "scipy", "shapely"}))
    able = {algorithm.name(): algorithm.canExecute() for algorithm in provider.algorithms()}
    assert able["detectwater"] == able["rethreshold"] == (True, "")
    for name in ("vectorise", "zonestatistics"):
        assert not able[name][0]
        assert "lacks pyogrio" in able[name][1]
        assert "install the engine again" in able[name][1]


@pytest.mark.parametrize("algorithm", AFTERMATH)
def test_every_parameter_has_its_help_and_it_runs_in_its_own_thread_and_in_batches(provider: TidemarkProvider, algorithm: str) -> None:
    found: QgsProcessingAlgorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    assert [definition.name() for definition in found.parameterDefinitions() if len(definition.help()) < 5] == []
    assert not found.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
    assert found.flags() & QgsProcessingAlgorithm.Flag.FlagSupportsBatch
    assert len(found.shortHelpString()) > 100
    assert not found.icon().pixmap(16, 16).isNull()


def test_only_what_everybody_needs_is_not_folded_away(provider: TidemarkProvider) -> None:
    found = QgsApplication.processingRegistry().createAlgorithmById(VECTORISE)
    hidden = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    assert [d.name() for d in found.parameterDefinitions() if not d.flags() & hidden] == ["INPUT", "MINIMUM_AREA", "OUTPUT"]
