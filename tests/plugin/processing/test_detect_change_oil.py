"""tidemark:detectchange and tidemark:detectoil, as the toolbox and qgis_process call them, with the real engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsProcessingException, QgsProject, QgsRasterLayer, QgsVectorLayer

from helpers.plugin import processing_runs
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.overlays import shares, strip, write_west
from helpers.plugin.processing_runs import Listener, load_results
from tidemark.engine.contract import card
from tidemark.engine.contract.card import default_method, installed_cards
from tidemark.engine.contract.tasks import TASKS
from tidemark.plugin.processing.provider import TidemarkProvider

CHANGE, OIL = "tidemark:detectchange", "tidemark:detectoil"
SMALL = 1.0
"""Hectares; the slicks of a small simulated sea are smaller than the default."""


@pytest.fixture
def change(provider: TidemarkProvider, dates: TwoDates, tmp_path: Path) -> dict:
    """What change needs."""
    return {"INPUT": str(dates.after), "BEFORE": str(dates.before), "METHOD": "log-ratio", "OUTPUT": str(tmp_path / "map.tif")}


@pytest.fixture
def oil(provider: TidemarkProvider, sea: Path, tmp_path: Path) -> dict:
    """What oil needs, for a small sea."""
    return {"INPUT": str(sea), "METHOD": "dark-spot", "MINIMUM_AREA": SMALL, "OUTPUT": str(tmp_path / "map.tif")}


def run(algorithm: str, parameters: dict, feedback: Listener | None = None) -> dict:
    return processing_runs.run(algorithm, parameters, feedback)


def written(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("map*")}


def record(results: dict) -> dict:
    return dict(json.loads(Path(results["RUN"]).read_text(encoding="utf-8")))


def legend_of(path: str) -> dict[int, str]:
    layer = QgsRasterLayer(path, "map")
    return {item.value: item.label for item in layer.renderer().classes()}


def test_a_flood_is_a_decrease_and_the_change_in_db_lies_beside_with_its_style(change: dict, tmp_path: Path) -> None:
    results = run(CHANGE, change)
    assert {0, 3} <= set(shares(results["OUTPUT"])) <= {0, 3, 4, 255}
    assert results["HECTARES_DECREASE"] > 10
    assert results["HECTARES_DECREASE"] + results["HECTARES_INCREASE"] == pytest.approx(results["HECTARES_DETECTED"])
    assert results["CHANGE_DB"] == str(tmp_path / "map_change_db.tif")
    assert written(tmp_path) == {
        *("map.tif", "map.qml", "map.sld", "map_probability.tif", "map_probability.qml", "map_probability.sld"),
        *("map_change_db.tif", "map_change_db.qml", "map_change_db.sld", "map_run.json"),
    }
    in_db = QgsRasterLayer(results["CHANGE_DB"], "change")
    assert in_db.renderer().shader().rasterShaderFunction().colorRampItemList()[0].label.startswith("-8 dB")
    assert record(results)["files"]["change_db"] == results["CHANGE_DB"]
    legend = legend_of(results["OUTPUT"])
    assert "darker" in legend[3].lower() or "decrease" in legend[3].lower()
    assert not any("damage" in label.lower() for label in legend.values())


def test_another_threshold_tells_decrease_from_increase_and_keeps_the_change_in_db(change: dict, tmp_path: Path) -> None:
    run(CHANGE, change)
    first = {"INPUT": str(tmp_path / "map_probability.tif"), "THRESHOLD": 0.3, "OUTPUT": str(tmp_path / "map30.tif")}
    again = {"INPUT": str(tmp_path / "map30_probability.tif"), "THRESHOLD": 0.5, "OUTPUT": str(tmp_path / "map50.tif")}
    assert {0, 3} <= set(shares(run("tidemark:rethreshold", first)["OUTPUT"])) <= {0, 3, 4, 255}
    assert shares(run("tidemark:rethreshold", again)["OUTPUT"]) == shares(change["OUTPUT"])
    assert (tmp_path / "map50_change_db.tif").is_file()


def test_swapped_dates_are_put_in_order_and_give_the_same_map(change: dict, tmp_path: Path) -> None:
    right = run(CHANGE, change)
    listener = Listener()
    swapped = {"INPUT": change["BEFORE"], "BEFORE": change["INPUT"], "OUTPUT": str(tmp_path / "map_swapped.tif")}
    assert run(CHANGE, {**change, **swapped}, listener)["HECTARES_DECREASE"] == right["HECTARES_DECREASE"]
    assert any("were put in order" in line for line in listener.said)


def test_one_band_is_enough(change: dict, dates: TwoDates, tmp_path: Path) -> None:
    for name, path in (("INPUT", dates.after), ("BEFORE", dates.before)):
        change[name] = str(tmp_path / f"one_{path.name}")
        gdal.Translate(change[name], str(path), bandList=[1])
    assert run(CHANGE, change)["HECTARES_DECREASE"] > 10


def test_a_picture_has_no_change_in_db_and_none_of_an_earlier_run_stays(change: dict, dates: TwoDates, tmp_path: Path) -> None:
    run(CHANGE, change)
    for name, path in (("INPUT", dates.after), ("BEFORE", dates.before)):
        change[name] = str(tmp_path / f"picture_{path.name}")
        gdal.Translate(change[name], str(path), bandList=[1], outputType=gdal.GDT_Byte, scaleParams=[[-25, 0, 1, 255]], noData=0)
    results = run(CHANGE, {**change, "SCALE": "display"})
    assert results["HECTARES_DECREASE"] > 5
    assert "CHANGE_DB" not in results
    assert not [name for name in written(tmp_path) if "change_db" in name]
    assert set(record(results)["files"]) == {"class", "probability", "run"}


@pytest.mark.parametrize(("algorithm", "stranger"), [(CHANGE, "map_change_db.tif"), (OIL, "map_features.gpkg")])
def test_a_file_that_is_no_earlier_runs_is_not_replaced(change: dict, oil: dict, tmp_path: Path, algorithm: str, stranger: str) -> None:
    run("tidemark:detectwater", {"INPUT": change["INPUT"], "OUTPUT": change["OUTPUT"]})
    (tmp_path / stranger).write_bytes(b"the user's own")
    with pytest.raises(QgsProcessingException, match="belongs to another run"):
        run(algorithm, change if algorithm == CHANGE else oil)
    run("tidemark:detectwater", {"INPUT": change["INPUT"], "OUTPUT": change["OUTPUT"]})
    assert (tmp_path / stranger).read_bytes() == b"the user's own"


def test_dark_features_come_with_polygons_that_tell_size_and_confidence(oil: dict, tmp_path: Path) -> None:
    results = run(OIL, {**oil, "WIND": 6})
    assert results["HECTARES_DETECTED"] > 5
    assert "possible oil" in results["SUMMARY"]
    assert results["FEATURES"] == str(tmp_path / "map_features.gpkg")
    polygons = QgsVectorLayer(results["FEATURES"], "features", "ogr")
    assert polygons.featureCount() > 0
    assert {"area_ha", "confidence"} <= {field.name() for field in polygons.fields()}
    assert min(feature["area_ha"] for feature in polygons.getFeatures()) >= SMALL
    assert polygons.renderer().type() != "singleSymbol"
    assert record(results)["files"]["features"] == results["FEATURES"]
    legend = legend_of(results["OUTPUT"])
    assert legend[1] == "Possible oil / dark feature"


@pytest.mark.parametrize("method", ["student", "dark-spot"])
@pytest.mark.parametrize("kind", ["decibels", "bytes"])
def test_decibels_and_a_picture_both_give_polygons_with_the_contrast_they_can_tell(
    oil: dict, sea: Path, tmp_path: Path, method: str, kind: str, project: QgsProject
) -> None:
    if kind == "bytes":
        oil["INPUT"] = str(tmp_path / "picture.tif")
        gdal.Translate(oil["INPUT"], str(sea), bandList=[1], outputType=gdal.GDT_Byte, scaleParams=[[-28, -4, 1, 255]], noData=0)
    results = run(OIL, {**oil, "METHOD": method})
    assert 1 in shares(results["OUTPUT"])
    assert record(results)["input"]["scale"] == ("display" if kind == "bytes" else "db")
    features = list(QgsVectorLayer(results["FEATURES"], "features", "ogr").getFeatures())
    assert sum(feature["area_ha"] for feature in features) == pytest.approx(results["HECTARES_DETECTED"], rel=0.02)
    assert max(feature["contrast"] for feature in features) > (1 if kind == "bytes" else 2)
    unit = "local standard deviations (relative)" if kind == "bytes" else "dB below the surroundings"
    assert {feature["contrast_unit"] for feature in features} == {unit}


def test_features_below_a_tenth_of_a_square_kilometre_are_left_out_unless_asked_for(oil: dict) -> None:
    del oil["MINIMUM_AREA"]
    listener = Listener()
    assert run(OIL, oil, listener)["HECTARES_DETECTED"] == 0
    assert any("below 10 ha" in line for line in listener.said)


@pytest.mark.parametrize("kind", ["raster", "polygons"])
def test_land_is_a_class_of_its_own_and_never_oil(oil: dict, sea: Path, tmp_path: Path, kind: str) -> None:
    land = str(write_west(tmp_path / "land.tif", sea, 1, 0)) if kind == "raster" else strip(sea, "Land", (0, 0.5))
    listener = Listener()
    results = run(OIL, {**oil, "LAND": land}, listener)
    assert shares(results["OUTPUT"])[254] == pytest.approx(0.5, abs=0.01)
    assert not any("No land" in line for line in listener.said)


def test_calm_wind_and_missing_land_are_told(oil: dict) -> None:
    listener = Listener()
    run(OIL, {**oil, "WIND": 1}, listener)
    assert any("No land was given" in line for line in listener.said)
    assert any("1 m/s" in line for line in listener.said)


@pytest.mark.parametrize(
    ("algorithm", "wrong", "words"),
    [
        (CHANGE, {"BEFORE": "INPUT"}, "are the same file"),
        (CHANGE, {"BEFORE": "/nowhere/before.tif"}, r"BEFORE .*before\.tif.* is no raster"),
        (CHANGE, {"BEFORE": None}, "(?i)before"),
        (CHANGE, {"METHOD": "dark-spot"}, "(?i)method"),
        (OIL, {"LAND": "/nowhere/land.gpkg"}, r"LAND .*land\.gpkg.* is no layer"),
        (OIL, {"WIND": 99}, "(?i)wind"),
        (OIL, {"METHOD": "student", "MODEL": "change"}, "serves the task 'change'"),
    ],
)
def test_bad_input_is_refused_with_one_message(change: dict, oil: dict, tmp_path: Path, algorithm: str, wrong: dict, words: str) -> None:
    given = change if algorithm == CHANGE else oil
    with pytest.raises(QgsProcessingException, match=words):
        run(algorithm, {**given, **{name: given["INPUT"] if value == "INPUT" else value for name, value in wrong.items()}})
    assert not written(tmp_path)


def test_polygons_of_a_map_of_change_are_of_decrease_and_increase(change: dict, tmp_path: Path) -> None:
    results = run(CHANGE, change)
    made = run("tidemark:vectorise", {"INPUT": results["OUTPUT"], "MINIMUM_AREA": 0, "OUTPUT": str(tmp_path / "polygons.gpkg")})
    assert made["HECTARES"] == pytest.approx(results["HECTARES_DETECTED"], rel=0.01)


def test_the_toolbox_loads_the_map_under_its_title(change: dict, project: QgsProject) -> None:
    from processing.gui.AlgorithmExecutor import execute
    from qgis.core import QgsProcessingContext

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(CHANGE)
    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(project)
    context.addLayerToLoadOnCompletion(change["OUTPUT"], QgsProcessingContext.LayerDetails("Class raster", project, "OUTPUT"))
    assert execute(algorithm, change, context, feedback)[0]
    load_results(algorithm, context, feedback)
    assert len(project.mapLayersByName("Backscatter change between two dates")) == 1


@pytest.mark.parametrize(
    ("algorithm", "task", "own"),
    [
        (CHANGE, "change", ["INPUT", "VH", "BEFORE", "BEFORE_VH", "SCALE", "EXTENT", "BANDS", "EXCLUDE", "LAYOVER", "DEM"]),
        (OIL, "oil", ["INPUT", "LAND", "WIND", "MINIMUM_AREA", "SCALE", "EXTENT", "BANDS", "EXCLUDE", "DEM"]),
    ],
)
def test_every_parameter_has_its_help_and_the_tasks_own_methods(
    provider: TidemarkProvider, algorithm: str, task: str, own: list[str]
) -> None:
    made = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    definitions = {definition.name(): definition for definition in made.parameterDefinitions()}
    assert list(definitions) == [
        *own,
        "METHOD",
        "MODEL",
        "SCALES",
        "FLIP",
        "THRESHOLD",
        "DEVICE",
        "THREADS",
        "ZEROS",
        "OUTPUT",
        "PROBABILITY",
        "POLYGONS",
    ]
    assert [name for name, definition in definitions.items() if len(definition.help()) < 5] == []
    assert definitions["METHOD"].options() == list(TASKS[task].methods)
    assert definitions["METHOD"].defaultValue() == default_method(task)
    assert "damage" not in made.shortHelpString()
    assert "proof of" in made.shortHelpString()
    assert not made.icon().pixmap(16, 16).isNull()


@pytest.mark.parametrize("algorithm", [CHANGE, OIL])
def test_the_installed_network_is_what_runs_by_default(change: dict, oil: dict, algorithm: str) -> None:
    given = dict(change if algorithm == CHANGE else oil)
    del given["METHOD"]
    results = run(algorithm, given)
    assert "ONNX Runtime" in results["DEVICE"]
    assert results["SUMMARY"].startswith("Detected ")


def test_the_network_is_the_default_only_where_one_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = installed_cards()
    assert default_method("flood") == "student"
    monkeypatch.setattr(card, "installed_cards", lambda: [card for card in installed if not card.serves("change")])
    assert default_method("change") == "log-ratio"
    monkeypatch.setattr(card, "installed_cards", list)
    assert {name: default_method(name) for name in TASKS} == {name: list(task.methods)[1] for name, task in TASKS.items()}
