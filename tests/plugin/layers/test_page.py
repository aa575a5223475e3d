"""Hand-over: the map on one page, and the package for its recipient."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsLayoutItemMapGrid,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
)
from qgis.PyQt.QtGui import QImage

from helpers.plugin.engine_process import run_engine, simulate
from helpers.plugin.processing_runs import Listener, run
from tidemark.engine.contract.impact import DEPTH, EXPOSURE, ImpactRecord
from tidemark.engine.contract.record import RunRecord
from tidemark.plugin.engine.runtime import RuntimeFinder, RuntimeMissingError
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.layers.outputs import record_of
from tidemark.plugin.layers.page import MapPage
from tidemark.plugin.layers.page_items import for_paper
from tidemark.plugin.layers.page_places import PAPER_SIZES, arrange, frame_of
from tidemark.plugin.layers.page_text import PageWishes, estimate_lines, fit, page_text
from tidemark.plugin.processing.provider import TidemarkProvider
from tidemark.plugin.settings import SETTING_CONTACT, SETTING_PAPER

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


def said_on(path: Path) -> tuple[float, str]:
    """Return a PDF's longer side in points, and its text."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    size = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", path.read_bytes())
    assert size is not None
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return max(float(side) for side in size.groups()), text


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
    text = page_text(RunRecord.from_dict(run_record), PageWishes("Elbe"), flood.name, "EPSG:32633")
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
    text = page_text(RunRecord.from_dict(run_record), PageWishes(), flood.name, "EPSG:32633")
    assert "compared with 2024-04-24 05:17 UTC" in text.subtitle
    assert text.sources[1:5] == (
        "Image before: S1_before.tif (2024-04-24)",
        "Reference water: JRC.tif",
        "Optical images: S2_after.tif, S2_before.tif (used 40%)",
        "Left out: hand.tif",
    )


def test_long_names_keep_their_ends_and_numbers_stay_on_one_line(flood: Path) -> None:
    name = "S1A_IW_GRDH_1SDV_20240506T052413_20240506T052438_053742_068743_F1B3_Orb_Cal_TC.tif"
    run_record = {**written(flood), "summary": "Detected water 4 760 ha"}
    run_record["input"]["paths"] = [f"/data/{name}"]
    text = page_text(RunRecord.from_dict(run_record), PageWishes(), flood.name, "")
    assert text.sources[0].startswith("Radar image: S1A_IW_GRDH")
    assert text.sources[0].endswith("F1B3_Orb_Cal_TC.tif")
    assert "4\N{NO-BREAK SPACE}760\N{NO-BREAK SPACE}ha" in text.summary


def test_notices_without_room_are_counted(flood: Path) -> None:
    run_record = written(flood)
    run_record["notices"] = ["The map is undecided."] * 30
    lines = fit(page_text(RunRecord.from_dict(run_record), PageWishes(), flood.name, "").limits, 66, 12)
    assert len(lines) <= 12
    assert lines.count("– The map is undecided.") + int(re.findall(r"\d+", lines[-1])[0]) == 30


def test_where_room_is_short_each_estimate_is_told_of_first() -> None:
    told = ((EXPOSURE, ("Houses.", "Hectares.")), (DEPTH, ("Depths.",)))
    exposure, depth = (ImpactRecord(kind, "map.tif", "", lines, "") for kind, lines in told)
    assert estimate_lines([exposure, depth]) == ("Houses.", "Depths.", "Hectares.")


def test_every_text_of_the_page_has_its_place_in_the_template(flood: Path, qgis_app: object) -> None:
    text = page_text(record_of(str(flood)), PageWishes("Elbe", "Duty desk"), flood.name, "EPSG:32633")
    page = MapPage(str(flood), None, text)
    shown = {name: page._item(name).currentText() for name in ("title", "subtitle", "summary", "footer")}
    assert shown == {name: getattr(text, name) for name in shown}
    assert page._item("sources").currentText().splitlines() == [f"– {words}" for words in text.sources]
    assert page._item("scale").isVisible()
    assert page._item("scale number").currentText().startswith("Scale 1 : ")
    assert page._item("contact").currentText() == "– Duty desk"
    assert page._item("contact heading").isVisible()


@pytest.mark.parametrize(
    ("size", "landscape", "beside"),
    [((1300, 1000), False, False), ((500, 1200), False, True), ((3000, 900), True, False), ((1000, 1000), True, True)],
)
def test_the_page_lies_as_the_map_is_drawn_largest(size: tuple[int, int], landscape: bool, beside: bool) -> None:
    found = arrange(*size, "A4", lambda _: 40.0)
    assert (found.page[0] > found.page[1], found.is_beside) == (landscape, beside)
    larger = arrange(*size, "A3", lambda _: 40.0)
    assert frame_of(larger.room, *size, False).width > 1.3 * frame_of(found.room, *size, False).width


def test_the_scale_is_a_round_number_and_its_bar_can_be_read(flood: Path, qgis_app: object) -> None:
    page = MapPage(str(flood), None, page_text(record_of(str(flood)), PageWishes(), flood.name, ""))
    digits = f"{page._item('map').scale():.0f}"
    assert len(digits.rstrip("0")) <= 3
    assert 30 <= page._item("scale").sizeWithUnits().width() <= 90


@pytest.mark.parametrize("size", [(700, 700), (350, 1000), (1400, 420)])
def test_nothing_on_the_page_covers_the_map_or_leaves_the_paper(size: tuple[int, int]) -> None:
    for paper in PAPER_SIZES:
        places = arrange(*size, paper, lambda _: 40.0)
        frame = frame_of(places.room, *size, True)
        columns = places.columns(frame, 60.0)
        for box in (frame, columns.legend, columns.sources, columns.limits, *filter(None, [columns.locator])):
            assert box.left >= 0
            assert box.right <= places.page[0] - 10
            assert box.bottom <= places.page[1] - 10
            assert box == frame or box.left >= frame.right or box.top >= frame.bottom


def test_the_legend_hatches_what_was_not_observed_and_nothing_else(flood: Path, qgis_app: object) -> None:
    page = MapPage(str(flood), None, page_text(record_of(str(flood)), PageWishes(), flood.name, ""))
    model = page._item("legend").model()
    classes, unseen = (node.layer() for node in model.rootGroup().findLayers())
    words = [node.data(0) for node in model.layerLegendNodes(model.rootGroup().findLayers()[0])]
    assert "Water detected" in words
    assert not any("observed" in word for word in words)
    assert unseen.name() == "Not observed (not dry)"
    assert [part.layerType() for part in unseen.renderer().symbol().symbolLayers()] == ["SimpleFill", "LinePatternFill"]
    whole, hatched = classes.extent(), next(unseen.getFeatures()).geometry()
    share = record_of(str(flood)).shares["not_observed"]
    assert hatched.area() / (whole.width() * whole.height()) == pytest.approx(share, abs=0.02)


def test_the_page_has_a_grid_in_metres_one_in_degrees_and_a_locator(flood: Path, qgis_app: object) -> None:
    page = MapPage(str(flood), None, page_text(record_of(str(flood)), PageWishes(), flood.name, ""))
    grids = page._item("map").grids().asList()
    assert [grid.crs().authid() for grid in grids] == ["EPSG:32633", "EPSG:4326"]
    assert f"{grids[0].intervalX():.0f}".strip("0") in ("1", "2", "5")
    kinds, sides = QgsLayoutItemMapGrid.DisplayMode, QgsLayoutItemMapGrid.BorderSide
    assert [grids[1].annotationDisplay(side) for side in (sides.Right, sides.Top)] == [kinds.LatitudeOnly, kinds.LongitudeOnly]
    locator = page._item("locator")
    assert locator.isVisible()
    assert locator.extent().width() == pytest.approx(1_200_000)
    assert page._item("locator caption").currentText() == "Location (simulated)"


def test_paper_contact_and_disclaimer_come_from_the_settings_unless_they_are_given(
    provider: TidemarkProvider, flood: Path, tmp_path: Path
) -> None:
    QgsSettings().setValue(SETTING_PAPER, "A3")
    QgsSettings().setValue(SETTING_CONTACT, "Duty desk")
    out = tmp_path / "page.pdf"
    run(PAGE, {"INPUT": str(flood), "PAPER": "A4", "DISCLAIMER": "Draft only.", "OUTPUT": str(out)})
    assert said_on(out)[0] < 850
    assert "Duty desk" in said_on(out)[1]
    assert "Draft only." in said_on(out)[1]
    assert PageWishes.by_settings("") == PageWishes("", "Duty desk", "", "A3")


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
