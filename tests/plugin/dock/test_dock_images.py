"""The dock chooses images as the data tell: dates, overlap, the active layer; and asks for bands that nobody names."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer

from helpers.plugin.dock_actions import add, choose, load, run
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.qgis_window import Window, wait_for
from tidemark.engine.contract.job import SceneInfo
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.layers.images import propose_dates
from tidemark.plugin.layers.results import IMAGE_PROPERTY, RESULT_PROPERTY

gdal.UseExceptions()


def test_two_dates_of_the_project_pair_themselves(dock: TidemarkDock, project: QgsProject, dates: TwoDates) -> None:
    before, after = add(dates.before, "24 April"), add(dates.after, "6 May")
    choose(dock.form.taskBox, "flood")
    assert wait_for(lambda: dock.foot.runButton.isEnabled() and dock.form.before.layer() is not None)
    assert (dock.form.layer(), dock.form.before.layer()) == (after, before)
    assert dock.form.image.titleLabel.text() == "Image during the flood"
    assert dock.foot.runButton.text() == "Detect floods"


def test_a_proposed_image_before_goes_with_the_image_it_was_proposed_for(dock: TidemarkDock, scene: Path, dates: TwoDates) -> None:
    before, after, elsewhere = add(dates.before, "24 April"), add(dates.after, "6 May"), add(scene, "elsewhere")
    choose(dock.form.taskBox, "flood")
    dock.form.image.choose(after)
    assert wait_for(lambda: dock.form.before.layer() == before)
    dock.form.image.choose(elsewhere)
    assert wait_for(lambda: dock.form.before.layer() is None)
    assert wait_for(dock.foot.runButton.isEnabled)
    assert dock.foot.runButton.text() == "Detect water (no image before)"
    dock.form.image.choose(after)
    assert wait_for(lambda: dock.form.before.layer() == before)


def test_a_click_on_a_result_takes_the_image_that_was_mapped(dock: TidemarkDock, project: QgsProject, dates: TwoDates) -> None:
    after, before, result = add(dates.after, "6 May"), add(dates.before, "24 April"), QgsRasterLayer(str(dates.reference), "Water extent")
    result.setCustomProperty(RESULT_PROPERTY, "class")
    result.setCustomProperty(IMAGE_PROPERTY, before.id())
    project.addMapLayer(result)
    dock.map_layer(result, "flood")
    assert (dock.form.task, dock.form.layer()) == ("flood", before)
    dock.form.image.choose(after)
    project.removeMapLayer(before.id())
    dock.map_layer(result, "water")
    assert "is a map that Tidemark made" in dock.page.messageLabel.text()
    assert (dock.form.task, dock.form.layer()) == ("flood", after)


def test_what_the_user_has_chosen_is_not_changed(dock: TidemarkDock, dates: TwoDates) -> None:
    before = add(dates.before, "24 April")
    dock.form.image.choose(before)
    add(dates.after, "6 May")
    choose(dock.form.taskBox, "flood")
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    assert dock.form.layer() == before
    assert dock.form.before.layer() is None
    assert dock.foot.runButton.text() == "Detect water (no image before)"


def test_the_active_layer_is_the_image(dock: TidemarkDock, window: Window, scene: Path, dates: TwoDates) -> None:
    first, second = add(scene, "first"), add(dates.after, "second")
    window.select(second)
    assert dock.form.layer() == second
    dock.form.image.choose(first)
    window.select(second)
    assert dock.form.layer() == first


def test_the_image_before_is_of_the_same_repeat_cycle_where_there_is_one(project: QgsProject, scene: Path) -> None:
    layers = {day: add(scene, day) for day in ("2024-05-06", "2024-05-03", "2024-04-24", "2024-04-12")}
    known = [(layer, SceneInfo(paths=(), usable=True, acquired=day)) for day, layer in layers.items()]
    newest = layers["2024-05-06"]
    assert propose_dates(known, layers["2024-04-24"], False) == (newest, layers["2024-04-24"])
    assert propose_dates(known, layers["2024-04-12"], True) == (layers["2024-04-12"], None)
    assert propose_dates(known[:2], newest, False) == (newest, layers["2024-05-03"])


def test_bands_that_nobody_names_are_asked_for_and_then_mapped(dock: TidemarkDock, scene: Path, tmp_path: Path) -> None:
    path = tmp_path / "stack.tif"
    gdal.Translate(str(path), str(scene), bandList=[1, 2, 1])
    stack = gdal.Open(str(path), gdal.GA_Update)
    for band in (1, 2, 3):
        stack.GetRasterBand(band).SetDescription("")
    stack = None
    load(dock, path)
    form = dock.form.image
    assert not dock.foot.runButton.isEnabled()
    assert form.bandsPlace.isVisibleTo(dock.page)
    choose(form.vvBandBox, 1)
    choose(form.vhBandBox, 2)
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    assert dock.form.job(dock.notes).sources[0].bands == {"VV": 1, "VH": 2}
    assert "Detected water" in run(dock)


@pytest.mark.parametrize(
    ("bands", "words"),
    [
        ((1,), "Add the missing band's file, name the bands with 'VV is' and 'VH is', or 'Bands' in the toolbox, or choose a method that"),
        ((1, 1), "Say which band is which with 'VV is' and 'VH is', or 'Bands' in the toolbox."),
    ],
)
def test_what_to_do_about_bands_is_said_in_the_words_of_the_form(
    dock: TidemarkDock, scene: Path, tmp_path: Path, bands: tuple[int, ...], words: str
) -> None:
    path = tmp_path / "image.tif"
    gdal.Translate(str(path), str(scene), bandList=list(bands))
    load(dock, path)
    form = dock.form.image
    assert words in form.noteLabel.text()
    assert "--" not in form.noteLabel.text()
    assert [form.vvBandLabel.text(), form.vhBandLabel.text()] == ["VV is", "VH is"]
    assert form.bandsPlace.isVisibleTo(dock.page) == (len(bands) > 1)


def test_an_image_with_vv_only_is_mapped_by_a_threshold(dock: TidemarkDock, scene: Path, tmp_path: Path) -> None:
    gdal.Translate(str(tmp_path / "vv.tif"), str(scene), bandList=[1])
    load(dock, tmp_path / "vv.tif")
    assert not dock.foot.runButton.isEnabled()
    assert "otsu" in dock.form.image.noteLabel.text()
    choose(dock.form.methodBox, "otsu")
    assert wait_for(lambda: dock.foot.runButton.isEnabled())


def test_what_the_values_are_does_not_stand_in_for_a_band(dock: TidemarkDock, scene: Path, tmp_path: Path) -> None:
    gdal.Translate(str(tmp_path / "vv.tif"), str(scene), bandList=[1])
    load(dock, tmp_path / "vv.tif")
    choose(dock.form.scaleBox, "db")
    assert not dock.foot.runButton.isEnabled()
    assert wait_for(lambda: "as given" in dock.form.image.noteLabel.text() or "not VH" in dock.form.image.noteLabel.text())
    assert wait_for(lambda: not dock.notes.is_asking(dock.form.as_scaled(dock.form.image.asked())))
    assert "not VH" in dock.form.image.noteLabel.text()
    assert not dock.foot.runButton.isEnabled()


def test_raw_numbers_are_refused_whatever_the_user_says_they_are(dock: TidemarkDock, scene: Path, tmp_path: Path) -> None:
    path = tmp_path / "integers.tif"
    gdal.Translate(str(path), str(scene), outputType=gdal.GDT_Int16, scaleParams=[[-30, 0, 30, 1500]], noData="none")
    load(dock, path)
    assert "digital numbers" in dock.form.image.noteLabel.text()
    assert not dock.foot.runButton.isEnabled()
    choose(dock.form.scaleBox, "db100")
    assert wait_for(lambda: not dock.notes.is_asking(dock.form.as_scaled(dock.form.image.asked())))
    assert "digital numbers" in dock.form.image.noteLabel.text()
    assert not dock.foot.runButton.isEnabled()


def test_a_long_name_is_cut_in_the_middle(dock: TidemarkDock, scene: Path) -> None:
    add(scene, "S1A_IW_GRDH_1SDV_20240506T052413_20240506T052438_053742_068743_F1B3_Orb_Cal_TC")
    assert dock.form.image.layerBox.minimumSizeHint().width() < 250
    assert dock.form.image.layerBox.toolTip().startswith("S1A_IW_GRDH_1SDV_20240506T052413")


@pytest.mark.parametrize("band", [1, 2])
def test_no_data_set_in_qgis_only_is_refused_with_what_to_do(dock: TidemarkDock, project: QgsProject, scene: Path, band: int) -> None:
    from qgis.core import QgsRasterRange

    layer = QgsRasterLayer(str(scene), "cut")
    layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(-30, -25)])
    project.addMapLayer(layer)
    dock.form.image.choose(layer)
    assert "no data" in dock.form.image.noteLabel.text()
    assert not dock.foot.runButton.isEnabled()


def test_a_map_that_was_added_as_a_file_is_no_image(dock: TidemarkDock, window: Window, flood: Path) -> None:
    for kind in ("class", "probability"):
        layer = add(flood.with_name(f"flood_{kind}.tif"))
        window.select(layer)
        assert dock.form.image.image() is None
        assert dock.result.map_path == str(flood)
        dock.map_layer(layer, "flood")
        assert "is a map that Tidemark made" in dock.page.messageLabel.text()
