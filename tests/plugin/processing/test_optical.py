"""Optical images beside the radar's in QGIS: the toolbox, qgis_process and the dock, with the real engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingParameterDefinition, QgsProject

from helpers.plugin import processing_runs
from helpers.plugin.dock_actions import add, choose, load, run
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.optical_files import OpticalFiles, write_optical_files
from helpers.plugin.processing_runs import Listener
from helpers.plugin.qgis_window import wait_for
from tidemark.engine.contract.card import installed_cards
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.engine.models import add_card
from tidemark.plugin.engine.worker import Runtime
from tidemark.plugin.processing.provider import TidemarkProvider

ID = "tidemark:detectfloods"
INSTALLED = [card.name for card in installed_cards() if card.optical is not None]


@pytest.fixture(scope="module")
def files(runtime: Runtime, dates: TwoDates, tmp_path_factory: pytest.TempPathFactory) -> OpticalFiles:
    """A tiny model that sees optical images, and images of both dates."""
    written, problem = write_optical_files(runtime, dates, tmp_path_factory.mktemp("optical"))
    if problem:
        pytest.skip(f"the engine's Python here cannot write a network: {problem}")
    return written


@pytest.fixture
def parameters(provider: TidemarkProvider, dates: TwoDates, files: OpticalFiles, tmp_path: Path) -> dict:
    """All that is needed."""
    radar = {"INPUT": str(dates.after), "BEFORE": str(dates.before)}
    optical = {"OPTICAL": str(files.after), "OPTICAL_BEFORE": str(files.before)}
    return {**radar, **optical, "MODEL": str(files.card), "OUTPUT": str(tmp_path / "flood.tif")}


def record_of(path: str) -> dict:
    return dict(json.loads(Path(path).read_text(encoding="utf-8")))


def test_the_toolbox_maps_a_flood_with_optical_images(parameters: dict, files: OpticalFiles) -> None:
    listener = Listener()
    results = processing_runs.run(ID, parameters, listener)
    assert results["HECTARES_DETECTED"] > 10
    optical = record_of(results["RUN"])["optical"]
    assert optical["used"] is True
    assert (optical["after"]["paths"], optical["before"]["paths"]) == ([str(files.after)], [str(files.before)])
    assert any("Optical imagery was used" in line for line in listener.said)


def test_the_toolbox_takes_the_bands_numbers_and_the_radar_alone(parameters: dict, files: OpticalFiles) -> None:
    nameless = files.called("nameless")
    given = {
        **parameters,
        "OPTICAL": str(nameless.after),
        "OPTICAL_BEFORE": str(nameless.before),
        "OPTICAL_BANDS": "visible=3, SWIR=1,nir=2",
    }
    assert record_of(processing_runs.run(ID, given)["RUN"])["optical"]["after"]["bands"] == {"swir": 1, "nir": 2, "visible": 3}
    alone = {name: value for name, value in parameters.items() if not name.startswith("OPTICAL")}
    assert record_of(processing_runs.run(ID, alone)["RUN"])["optical"] is None


def test_without_a_named_model_the_installed_one_is_taken_or_missed(parameters: dict) -> None:
    unnamed = {**parameters, "MODEL": ""}
    if INSTALLED:
        assert record_of(processing_runs.run(ID, unnamed)["RUN"])["method"]["model"] in INSTALLED
    else:
        with pytest.raises(QgsProcessingException, match="takes an optical image is installed"):
            processing_runs.run(ID, unnamed)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"OPTICAL_BEFORE": ""}, "the older one too .'Optical image before'"),
        ({"OPTICAL": ""}, "none of the date to map"),
        ({"BEFORE": ""}, "Image before"),
        ({"METHOD": "otsu"}, "takes no optical image"),
        ({"OPTICAL": "colour"}, "named Band 1: R, Band 2: G, Band 3: B: no swir and no nir and no visible"),
        ({"OPTICAL": "nameless"}, "Optical bands"),
        ({"OPTICAL": "before"}, "are the same file"),
        ({"OPTICAL_BANDS": "swir first"}, "'swir first' cannot be read"),
        ({"OPTICAL_BANDS": "swir=1,nir=2,visible=9"}, "between 1 and 3"),
        ({"OPTICAL": "/nowhere/s2.tif"}, r"OPTICAL .*s2\.tif.* is no raster"),
        ({"MODEL": "water"}, "sees radar only"),
    ],
)
def test_optical_images_that_cannot_be_used_are_refused_with_one_message(
    parameters: dict, files: OpticalFiles, tmp_path: Path, wrong: dict, words: str
) -> None:
    paths = {"before": files.before, **{kind: files.called(kind).after for kind in ("colour", "nameless")}}
    given = {name: str(paths.get(value, value)) for name, value in wrong.items()}
    with pytest.raises(QgsProcessingException, match=words):
        processing_runs.run(ID, {**parameters, **given})
    assert not list(tmp_path.glob("flood*"))


def test_the_parameters_are_optional_and_explained(provider: TidemarkProvider) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ID)
    flags = QgsProcessingParameterDefinition.Flag
    for name in ("OPTICAL", "OPTICAL_BEFORE", "OPTICAL_BANDS"):
        definition = algorithm.parameterDefinition(name)
        assert definition.flags() & flags.FlagOptional
        assert bool(definition.flags() & flags.FlagAdvanced) == (name == "OPTICAL_BANDS")
        assert "optical" in definition.help().lower()
    assert "radar decides" in algorithm.shortHelpString()


@pytest.fixture
def two_dates(dock: TidemarkDock, dates: TwoDates, files: OpticalFiles) -> TidemarkDock:
    """The dock, asked for floods, with both radar dates chosen and the tiny model on its list."""
    add_card(str(files.card), "flood")
    load(dock, dates.after, "6 May")
    choose(dock.form.taskBox, "flood")
    dock.form.before.choose(add(dates.before, "24 April"))
    assert wait_for(lambda: dock.foot.runButton.isEnabled() and "days" in dock.form.before.noteLabel.text())
    return dock


def choose_optical(dock: TidemarkDock, files: OpticalFiles) -> None:
    dock.form.optical.opticalBox.setLayer(add(files.after, "S2 May"))
    dock.form.optical.opticalBeforeBox.setLayer(add(files.before, "S2 April"))


def choose_tiny(dock: TidemarkDock, files: OpticalFiles) -> None:
    """Choose the tiny model as a user does."""
    box = dock.form.modelBox
    box.setCurrentIndex(box.findData(str(files.card)))
    box.activated.emit(box.currentIndex())


def note(dock: TidemarkDock) -> str:
    return str(dock.form.optical.opticalNote.text())


def test_the_dock_says_which_bands_it_found_and_maps_with_the_model_that_sees_them(two_dates: TidemarkDock, files: OpticalFiles) -> None:
    form = two_dates.form
    assert form.optical.isVisibleTo(form)
    assert form.optical.opticalGroup.isCollapsed()
    choose_optical(two_dates, files)
    if not INSTALLED:
        assert form.models.card().path == files.card
    assert form.models.card().optical is not None
    assert {form.modelBox.itemData(row) for row in range(form.modelBox.count())}.isdisjoint({"water", "water-fine"})
    choose_tiny(two_dates, files)
    form.modelButton.click()
    assert "Optical bands: swir, nir, visible" in two_dates.model_page.text.toPlainText()
    assert note(two_dates).split("<br/>") == [
        "S2 May · swir: Band 1: B11, nir: Band 2: B8, visible: Band 3: B4",
        "S2 April · swir: Band 1: B11, nir: Band 2: B8, visible: Band 3: B4",
    ]
    assert wait_for(lambda: two_dates.foot.runButton.isEnabled())
    assert "Optical imagery was used" in run(two_dates)
    record = record_of(two_dates.result.map_path.replace("_class.tif", "_run.json"))
    assert record["optical"]["used"] is True
    assert record["method"]["model"] == "both"


def test_with_one_optical_image_only_models_are_offered_that_can_do_with_it(two_dates: TidemarkDock, files: OpticalFiles) -> None:
    form = two_dates.form
    form.optical.opticalBox.setLayer(add(files.after, "S2 May"))
    assert form.modelBox.findData(str(files.card)) == -1
    if INSTALLED:
        assert note(two_dates) == "S2 May · swir: Band 1: B11, nir: Band 2: B8, visible: Band 3: B4"
        assert wait_for(lambda: two_dates.foot.runButton.isEnabled())
        assert "Optical imagery was used for all of the observed area." in run(two_dates)
    form.optical.opticalBeforeBox.setLayer(add(files.before, "S2 April"))
    assert form.modelBox.findData(str(files.card)) > 0


def test_the_dock_says_what_is_missing_and_starts_nothing(two_dates: TidemarkDock, files: OpticalFiles) -> None:
    form = two_dates.form
    form.optical.opticalBeforeBox.setLayer(add(files.before, "S2 April"))
    assert note(two_dates).startswith("⚠ There is an optical image before, but none of the date to map.")
    assert not two_dates.foot.runButton.isEnabled()
    form.optical.opticalBox.setLayer(add(files.after, "S2 May"))
    colour = add(files.called("colour").before, "Colour")
    form.optical.opticalBeforeBox.setLayer(colour)
    choose_tiny(two_dates, files)
    assert "layer 'Colour' has 3 bands named Band 1: R, Band 2: G, Band 3: B" in note(two_dates)
    assert not two_dates.foot.runButton.isEnabled()
    form.optical.opticalBandsEdit.setText("swir=1,nir=2,visible=3")
    form.optical.opticalBandsEdit.editingFinished.emit()
    assert "Colour · swir: Band 1: R" in note(two_dates)
    assert wait_for(lambda: two_dates.foot.runButton.isEnabled())
    choose(form.methodBox, "otsu")
    assert "'otsu' takes no optical image" in note(two_dates)
    assert not two_dates.foot.runButton.isEnabled()
    choose(form.methodBox, "student")
    form.before.choose(None)
    assert "a radar image of one date" in note(two_dates)
    assert not two_dates.foot.runButton.isEnabled()


def test_without_optical_images_all_is_as_before(two_dates: TidemarkDock, files: OpticalFiles, project: QgsProject) -> None:
    form = two_dates.form
    choose_optical(two_dates, files)
    assert "in use" in form.optical.opticalGroup.title()
    radar = {form.optical.opticalBox.layer(row) for row in range(form.optical.opticalBox.count())} & {form.layer(), form.before.layer()}
    assert not radar
    choose(form.taskBox, "water")
    assert not form.optical.isVisibleTo(form)
    assert len(form.job(two_dates.notes).sources) == 1
    choose(form.taskBox, "flood")
    assert [source.role for source in form.job(two_dates.notes).sources] == ["after", "before", "optical", "optical-before"]
    for name in ("S2 May", "S2 April"):
        project.removeMapLayer(project.mapLayersByName(name)[0].id())
    assert [source.role for source in form.job(two_dates.notes).sources] == ["after", "before"]
    assert form.models.card().name == "water"
    assert note(two_dates) == ""
    assert wait_for(lambda: two_dates.foot.runButton.isEnabled())


def test_a_model_that_compares_two_dates_takes_pictures_of_one_band(
    dock: TidemarkDock, dates: TwoDates, files: OpticalFiles, tmp_path: Path
) -> None:
    add_card(str(files.card), "flood")
    for name, path in (("S1_20240506", dates.after), ("S1_20240424", dates.before)):
        raster = gdal.Translate(
            str(tmp_path / f"{name}.tif"), str(path), bandList=[1], outputType=gdal.GDT_Byte, scaleParams=[[-30, 0, 1, 255]]
        )
        raster.GetRasterBand(1).SetDescription("")
        raster.FlushCache()
    load(dock, tmp_path / "S1_20240506.tif")
    choose(dock.form.taskBox, "flood")
    assert not dock.foot.runButton.isEnabled()
    choose_tiny(dock, files)
    assert wait_for(lambda: "compares two dates" in dock.form.before.noteLabel.text())
    assert not dock.foot.runButton.isEnabled()
    dock.form.before.choose(add(tmp_path / "S1_20240424.tif"))
    assert wait_for(lambda: dock.foot.runButton.isEnabled() and "12 days" in dock.form.before.noteLabel.text())
    assert "Detected flood" in run(dock)
