"""Hand-over: the map on one page, and the package for its recipient."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingException, QgsProject, QgsRasterLayer
from qgis.PyQt.QtGui import QImage

from helpers.engine_process import run_engine, simulate
from helpers.processing_runs import Listener, run
from tidemark.plugin.engine.runtime import RuntimeFinder, RuntimeMissingError
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.layers.outputs import read_record, record_of
from tidemark.plugin.layers.page import MapPage
from tidemark.plugin.layers.page_text import LINES_FOR_LIMITS, page_text
from tidemark.plugin.processing.provider import TidemarkProvider

PAGE, PACKAGE = "tidemark:maplayout", "tidemark:package"


def pages(path: str) -> int:
    """Return how many pages a PDF has."""
    content = Path(path).read_bytes()
    assert content.startswith(b"%PDF")
    return max(int(number) for number in re.findall(rb"/Count (\d+)", content))


def colours(path: str, folder: Path) -> set[str]:
    """Return the colours that a PDF shows."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    subprocess.run(["pdftoppm", "-r", "50", "-png", path, str(folder / "page")], check=True)
    image = QImage(str(next(folder.glob("page*.png"))))
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def written(flood: Path) -> dict:
    return json.loads(flood.with_name("flood_run.json").read_text(encoding="utf-8"))


def test_a_map_becomes_one_page(provider: TidemarkProvider, flood: Path, scene: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "page.pdf"
    results = run(PAGE, {"INPUT": str(flood), "EVENT": "Elbe", "BACKGROUND": str(scene), "OUTPUT": str(out)})
    assert results["OUTPUT"] == str(out)
    assert pages(results["OUTPUT"]) == 1
    assert out.stat().st_size > 10_000
    assert [path.name for path in out.parent.iterdir()] == ["page.pdf"]


def test_water_and_what_was_not_observed_show_on_the_page(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    results = run(PAGE, {"INPUT": str(flood), "OUTPUT": str(tmp_path / "page.pdf")})
    shown = colours(results["OUTPUT"], tmp_path)
    assert "#bdb7ae" in shown
    assert {"#226eda", "#0a5fd6"} & shown


def test_a_map_in_degrees_and_one_without_a_place_become_pages(provider: TidemarkProvider, runtime: Runtime, tmp_path: Path) -> None:
    for crs in ("EPSG:4326", "none"):
        prefix = tmp_path / crs.replace(":", "")
        image = simulate(runtime, prefix.with_suffix(".tif"), "--size", "300x200", "--crs", crs)
        run_engine(runtime, "detect", str(image), "--task", "water", "--output", str(prefix))
        assert pages(run(PAGE, {"INPUT": f"{prefix}_class.tif", "OUTPUT": f"{prefix}.pdf"})["OUTPUT"]) == 1


def test_the_background_stays_as_the_user_has_it(
    provider: TidemarkProvider, project: QgsProject, flood: Path, scene: Path, tmp_path: Path
) -> None:
    layer = QgsRasterLayer(str(scene), "scene")
    project.addMapLayer(layer)
    renderer = layer.renderer().type()
    run(PAGE, {"INPUT": str(flood), "BACKGROUND": layer, "OUTPUT": str(tmp_path / "page.pdf")})
    assert layer.isValid()
    assert layer.renderer().type() == renderer
    assert list(project.mapLayers().values()) == [layer]


def test_the_page_says_what_the_record_says(flood: Path) -> None:
    run_record = written(flood)
    run_record["notices"] = ["Half of it is undecided."]
    run_record["input"]["acquired"] = "2024-06-03T05:17:22Z"
    text = page_text(run_record, "Elbe", flood.name, "EPSG:32633")
    assert text.title == f"Elbe: {run_record['title']}"
    assert "SIMULATED" in text.subtitle
    assert "2024-06-03 05:17 UTC" in text.subtitle
    assert text.summary == run_record["summary"]
    assert "scene.tif" in text.sources
    assert "EPSG:32633" in text.sources
    for words in ("calm water only", "does not mean dry", "Half of it is undecided."):
        assert words in text.limits


def test_notices_without_room_are_counted(flood: Path) -> None:
    run_record = written(flood)
    run_record["notices"] = ["The map is undecided."] * 30
    lines = page_text(run_record, "", flood.name, "").limits.splitlines()
    assert len(lines) <= LINES_FOR_LIMITS
    assert lines.count("– The map is undecided.") + int(re.findall(r"\d+", lines[-1])[0]) == 30


def test_every_text_of_the_page_has_its_place_in_the_template(flood: Path, qgis_app: object) -> None:
    text = page_text(read_record(flood.with_name("flood_run.json")), "Elbe", flood.name, "EPSG:32633")
    page = MapPage(str(flood), None, text)
    assert {name: page._item(name).currentText() for name in text.labels()} == text.labels()
    assert page._item("scale").isVisible()


def test_without_a_record_the_page_says_that_its_sources_are_unknown(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    for ending in (".tif", ".qml"):
        shutil.copy(flood.with_suffix(ending), tmp_path / f"lake{ending}")
    listener = Listener()
    results = run(PAGE, {"INPUT": str(tmp_path / "lake.tif"), "OUTPUT": str(tmp_path / "lake.pdf")}, listener)
    assert pages(results["OUTPUT"]) == 1
    assert any("no run record" in words for words in listener.said)
    (tmp_path / "lake_run.json").write_text('{"title": 1}', encoding="utf-8")
    assert read_record(tmp_path / "lake_run.json") is None


def test_the_page_needs_no_engine(
    finder: RuntimeFinder, provider: TidemarkProvider, flood: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Runtime:
        raise RuntimeMissingError("There is no engine.")

    monkeypatch.setattr(finder, "find", missing)
    able = {algorithm.name(): algorithm.canExecute()[0] for algorithm in provider.algorithms()}
    assert (able["maplayout"], able["package"]) == (True, False)
    assert pages(run(PAGE, {"INPUT": str(flood), "OUTPUT": str(tmp_path / "page.pdf")})["OUTPUT"]) == 1


@pytest.mark.parametrize("named", ["flood_class.tif", "lake.tif"])
def test_a_package_has_all_files_and_a_readme(provider: TidemarkProvider, flood: Path, tmp_path: Path, named: str) -> None:
    stem = named[:-4].replace("_class", "")
    for path in flood.parent.glob("flood*"):
        kind = path.name.replace("flood_class", named[:-4]) if "class" in path.name else path.name.replace("flood", stem)
        shutil.copy(path, tmp_path / kind)
    run("tidemark:vectorise", {"INPUT": str(tmp_path / named), "OUTPUT": str(tmp_path / f"{stem}_polygons.gpkg")})
    for name in (f"{stem}_other_run.json", f"{stem}_other_polygons.gpkg"):
        (tmp_path / name).write_text("of another map", encoding="utf-8")
    parameters = {"INPUT": str(tmp_path / named), "EVENT": "EMSR728", "AOI": "AOI02", "OUTPUT": str(tmp_path / "event")}
    results = run(PACKAGE, parameters)
    made = Path(results["PACKAGE"])
    assert made == tmp_path / "event" / "EMSR728_AOI02_water_v1"
    start = "EMSR728_AOI02_water"
    assert {path.name for path in made.iterdir()} == {
        *(f"{start}_{kind}_v1{end}" for kind in ("class", "probability") for end in (".tif", ".qml", ".sld")),
        f"{start}_run_v1.json",
        f"{start}_polygons_v1.gpkg",
        "README.txt",
    }
    assert written(flood)["summary"] in Path(results["README"]).read_text(encoding="utf-8").replace("\n", " ")
    assert run(PACKAGE, parameters)["PACKAGE"].endswith("_v2")
    one_file = run(PACKAGE, {**parameters, "GEOPACKAGE": True})
    assert one_file["FILE"].endswith("_v3.gpkg")
    assert QgsRasterLayer(f"GPKG:{one_file['FILE']}:{Path(one_file['FILE']).stem.replace('_v3', '_class_v3')}", "class").isValid()
    assert record_of(made / f"{start}_class_v1.tif") == made / f"{start}_run_v1.json"


@pytest.mark.parametrize(
    ("algorithm", "wrong", "words"),
    [
        (PAGE, {"INPUT": "/nowhere/map.tif"}, "is no raster"),
        (PAGE, {"INPUT": "SCENE"}, "has no legend"),
        (PAGE, {"BACKGROUND": "/nowhere/map.tif"}, "BACKGROUND"),
        (PAGE, {"OUTPUT": "page.png"}, "is no PDF"),
        (PAGE, {"OUTPUT": "/proc/nowhere/page.pdf"}, "cannot be written"),
        (PACKAGE, {"INPUT": "SCENE"}, "run record"),
        (PACKAGE, {"EVENT": "///"}, "cannot be part of a file name"),
        (PACKAGE, {"OUTPUT": "/proc/nowhere"}, "/proc/nowhere"),
    ],
)
def test_bad_input_is_refused_with_words(
    provider: TidemarkProvider, scene: Path, flood: Path, tmp_path: Path, algorithm: str, wrong: dict, words: str
) -> None:
    good: dict[str, dict] = {
        PAGE: {"INPUT": str(flood), "OUTPUT": str(tmp_path / "new.pdf")},
        PACKAGE: {"INPUT": str(flood), "OUTPUT": str(tmp_path / "new")},
    }
    parameters = {**good[algorithm], **{name: str(scene) if value == "SCENE" else value for name, value in wrong.items()}}
    with pytest.raises(QgsProcessingException, match=words):
        run(algorithm, parameters)
    assert [path for path in tmp_path.glob("new*") if path.is_file() or list(path.iterdir())] == []


def test_only_the_page_is_drawn_in_the_thread_that_draws(provider: TidemarkProvider) -> None:
    registry = QgsApplication.processingRegistry()
    alone = QgsProcessingAlgorithm.Flag.FlagNoThreading
    assert registry.createAlgorithmById(PAGE).flags() & alone
    assert not registry.createAlgorithmById(PACKAGE).flags() & alone


@pytest.mark.parametrize("algorithm", [PAGE, PACKAGE])
def test_every_parameter_has_its_help(provider: TidemarkProvider, algorithm: str) -> None:
    found = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    assert [definition.name() for definition in found.parameterDefinitions() if len(definition.help()) < 5] == []
    assert len(found.shortHelpString()) > 100
