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
from tidemark.engine.contract.record import RunRecord
from tidemark.plugin.engine.runtime import RuntimeFinder, RuntimeMissingError
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.layers.outputs import record_of
from tidemark.plugin.layers.page import MapPage, arrange, for_paper
from tidemark.plugin.layers.page_text import fit, page_text
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
    text = page_text(RunRecord.from_dict(run_record), "Elbe", flood.name, "EPSG:32633")
    assert text.title == f"Elbe: {run_record['title']}"
    assert "SIMULATED" in text.subtitle
    assert "2024-06-03 05:17 UTC" in text.subtitle
    assert text.summary.replace("\N{NO-BREAK SPACE}", " ") == run_record["summary"].replace("\N{NO-BREAK SPACE}", " ")
    assert "scene.tif" in text.sources[0]
    assert "EPSG:32633" in text.sources[-1]
    for words in ("calm water only", "does not mean dry", "Half of it is undecided."):
        assert words in "\n".join(text.limits)


def test_the_page_of_a_flood_names_the_image_before_and_all_else_that_it_was_made_of(flood: Path) -> None:
    run_record = {
        **written(flood),
        "before": {"paths": ["/data/S1_before.tif"], "acquired": "2024-04-24T05:17:22Z"},
        "options": {"reference_water": "/data/JRC.tif"},
        "optical": {
            "after": {"paths": ["/data/S2_after.tif"]},
            "before": {"paths": ["/data/S2_before.tif"]},
            "shares": {"used": 0.4},
            "used": True,
        },
        "left_out": [{"file": "/data/hand.tif", "class": 250}],
    }
    text = page_text(RunRecord.from_dict(run_record), "", flood.name, "EPSG:32633")
    assert "compared with 2024-04-24 05:17 UTC" in text.subtitle
    assert text.sources[1:5] == (
        "Image before: S1_before.tif",
        "Reference water: JRC.tif",
        "Optical images: S2_after.tif, S2_before.tif (used 40%)",
        "Left out: hand.tif",
    )


def test_long_names_keep_their_ends_and_numbers_stay_on_one_line(flood: Path) -> None:
    name = "S1A_IW_GRDH_1SDV_20240506T052413_20240506T052438_053742_068743_F1B3_Orb_Cal_TC.tif"
    run_record = {**written(flood), "summary": "Detected water 4 760 ha"}
    run_record["input"]["paths"] = [f"/data/{name}"]
    text = page_text(RunRecord.from_dict(run_record), "", flood.name, "")
    assert text.sources[0].startswith("Radar image: S1A_IW_GRDH")
    assert text.sources[0].endswith("F1B3_Orb_Cal_TC.tif")
    assert "4\N{NO-BREAK SPACE}760 ha" in text.summary


def test_notices_without_room_are_counted(flood: Path) -> None:
    run_record = written(flood)
    run_record["notices"] = ["The map is undecided."] * 30
    lines = fit(page_text(RunRecord.from_dict(run_record), "", flood.name, "").limits, 66, 12)
    assert len(lines) <= 12
    assert lines.count("– The map is undecided.") + int(re.findall(r"\d+", lines[-1])[0]) == 30


def test_every_text_of_the_page_has_its_place_in_the_template(flood: Path, qgis_app: object) -> None:
    text = page_text(record_of(str(flood)), "Elbe", flood.name, "EPSG:32633")
    page = MapPage(str(flood), None, text)
    shown = {name: page._item(name).currentText() for name in ("title", "subtitle", "summary", "footer")}
    assert shown == {name: getattr(text, name) for name in shown}
    assert page._item("sources").currentText().splitlines() == [f"– {words}" for words in text.sources]
    assert page._item("scale").isVisible()
    assert page._item("scale number").currentText().startswith("Scale 1 : ")


@pytest.mark.parametrize(
    ("size", "landscape", "beside"), [((1000, 1000), False, False), ((500, 1200), False, True), ((3000, 900), True, False)]
)
def test_the_page_lies_as_the_map_is_drawn_largest(size: tuple[int, int], landscape: bool, beside: bool) -> None:
    found = arrange(*size)
    assert (found.is_landscape, found.is_beside) == (landscape, beside)


def test_the_scale_is_a_round_number_and_its_bar_can_be_read(flood: Path, qgis_app: object) -> None:
    page = MapPage(str(flood), None, page_text(record_of(str(flood)), "", flood.name, ""))
    digits = f"{page._item('map').scale():.0f}"
    assert len(digits.rstrip("0")) <= 3
    assert 30 <= page._item("scale").sizeWithUnits().width() <= 90


def test_radar_is_grey_on_the_page_whatever_the_project_shows(flood: Path, scene: Path, qgis_app: object) -> None:
    layer = QgsRasterLayer(str(scene), "scene")
    assert layer.renderer().type() == "multibandcolor"
    assert for_paper(layer, record_of(str(flood))).renderer().type() == "singlebandgray"


def test_without_a_record_the_page_says_that_its_sources_are_unknown(provider: TidemarkProvider, flood: Path, tmp_path: Path) -> None:
    for ending in (".tif", ".qml"):
        shutil.copy(flood.with_suffix(ending), tmp_path / f"lake{ending}")
    listener = Listener()
    results = run(PAGE, {"INPUT": str(tmp_path / "lake.tif"), "OUTPUT": str(tmp_path / "lake.pdf")}, listener)
    assert pages(results["OUTPUT"]) == 1
    assert any("no run record" in words for words in listener.said)
    (tmp_path / "lake_run.json").write_text('{"title": 1}', encoding="utf-8")
    assert record_of(str(tmp_path / "lake.tif")) is None


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
        *(f"{start}_{kind}_v1{end}" for kind in ("class", "probability", "possible") for end in (".tif", ".qml", ".sld")),
        f"{start}_run_v1.json",
        f"{start}_polygons_v1.gpkg",
        "README.txt",
    }
    assert written(flood)["summary"] in Path(results["README"]).read_text(encoding="utf-8").replace("\n", " ")
    assert run(PACKAGE, parameters)["PACKAGE"].endswith("_v2")
    one_file = run(PACKAGE, {**parameters, "GEOPACKAGE": True})
    assert one_file["FILE"].endswith("_v3.gpkg")
    assert QgsRasterLayer(f"GPKG:{one_file['FILE']}:{Path(one_file['FILE']).stem.replace('_v3', '_class_v3')}", "class").isValid()
    packaged = record_of(str(made / f"{start}_class_v1.tif"))
    assert packaged is not None
    assert packaged.title == written(flood)["title"]


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
