"""The dock asked for change and for possible oil, with the real engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog

from helpers.plugin.dock_actions import add, choose, load, results, run
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.overlays import shares, strip, write_west
from helpers.plugin.qgis_window import wait_for
from tidemark.engine.contract.card import default_method
from tidemark.engine.contract.tasks import TASKS
from tidemark.plugin.dock.dock import TidemarkDock

CHANGE = "Backscatter change between two dates"
OIL = "Possible oil / dark feature"


@pytest.fixture
def two_dates(dock: TidemarkDock, dates: TwoDates) -> TidemarkDock:
    """The dock, asked for change, with the newer image chosen."""
    load(dock, dates.after, "6 May")
    choose(dock.form.taskBox, "change")
    choose(dock.form.methodBox, "log-ratio")
    return dock


@pytest.fixture
def at_sea(dock: TidemarkDock, sea: Path) -> TidemarkDock:
    """The dock, asked for oil, for a small sea."""
    choose(dock.form.taskBox, "oil")
    load(dock, sea, "Gulf")
    choose(dock.form.methodBox, "dark-spot")
    dock.form.sea.minimumAreaBox.setValue(1)
    return dock


def offered(box: QComboBox) -> list[str]:
    return [box.itemData(row) for row in range(box.count())]


def test_change_waits_for_the_older_image_and_shows_decibels_beneath(two_dates: TidemarkDock, project: QgsProject, dates: TwoDates) -> None:
    form = two_dates.form
    assert two_dates.foot.runButton.text() == "Detect change"
    assert not two_dates.foot.runButton.isEnabled()
    assert "older image" in form.reference.needNote.text()
    assert not form.reference.referenceBox.isVisibleTo(form)
    form.before.choose(add(dates.before, "24 April"))
    assert wait_for(lambda: two_dates.foot.runButton.isEnabled() and "12 days before" in form.before.noteLabel.text())
    assert "decrease" in run(two_dates)
    assert results(project) == [f"6 May: {CHANGE}", f"{CHANGE}: 6 May", "Probability (%)", "Change (dB)"]
    nodes = project.layerTreeRoot().children()[0].findLayers()
    assert [node.itemVisibilityChecked() for node in nodes] == [True, False, False]
    assert 3 in shares(nodes[0].layer().source())
    assert not two_dates.result.threshold.isVisibleTo(two_dates.page)
    assert nodes[2].layer() not in [form.image.layerBox.layer(row) for row in range(form.image.layerBox.count())]


def test_dates_the_wrong_way_round_are_told_and_swapped_by_a_click_or_put_in_order_by_the_run(
    two_dates: TidemarkDock, project: QgsProject, dates: TwoDates
) -> None:
    form = two_dates.form
    form.before.choose(add(dates.before, "24 April"))
    assert wait_for(lambda: two_dates.foot.runButton.isEnabled() and "12 days before" in form.before.noteLabel.text())
    run(two_dates)
    right = shares(project.layerTreeRoot().children()[0].findLayers()[0].layer().source())
    form.swap_dates()
    assert wait_for(lambda: two_dates.foot.runButton.isEnabled() and "are the two swapped?" in form.before.noteLabel.text())
    two_dates.page.messageLabel.clear()
    assert "put in order" in run(two_dates)
    assert shares(project.layerTreeRoot().children()[0].findLayers()[0].layer().source()) == right
    form.before.noteLabel.link_activated.emit("swap")
    assert (form.layer().name(), form.before.layer().name()) == ("6 May", "24 April")


def test_a_map_of_change_is_made_into_polygons_of_both_directions_and_put_on_a_page(
    two_dates: TidemarkDock, project: QgsProject, dates: TwoDates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = two_dates.form
    form.before.choose(add(dates.before, "24 April"))
    assert wait_for(lambda: two_dates.foot.runButton.isEnabled() and "12 days before" in form.before.noteLabel.text())
    run(two_dates)
    two_dates.page.messageLabel.clear()
    two_dates.result.polygonsButton.click()
    assert wait_for(lambda: two_dates.page.messageLabel.text() != "")
    polygons = project.layerTreeRoot().children()[0].findLayers()[0].layer()
    assert polygons.featureCount() > 0
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "page.pdf"), ""))
    two_dates.result.pageButton.click()
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_the_only_band_of_an_image_will_do_for_change_but_not_for_water(dock: TidemarkDock, dates: TwoDates, tmp_path: Path) -> None:
    for name, path in (("newer", dates.after), ("older", dates.before)):
        gdal.Translate(str(tmp_path / f"{name}.tif"), str(path), bandList=[1])
    form = dock.form
    load(dock, tmp_path / "newer.tif")
    assert wait_for(lambda: form.image.noteLabel.text().startswith("⚠"))
    choose(form.taskBox, "change")
    choose(form.methodBox, "log-ratio")
    form.before.choose(add(tmp_path / "older.tif"))
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    assert not form.image.noteLabel.text().startswith("⚠")
    assert "decrease" in run(dock)
    choose(form.taskBox, "water")
    assert wait_for(lambda: form.image.noteLabel.text().startswith("⚠"))
    assert not dock.foot.runButton.isEnabled()


def test_dark_features_come_with_their_polygons_on_top(at_sea: TidemarkDock, project: QgsProject, sea: Path, tmp_path: Path) -> None:
    form = at_sea.form
    form.sea.landBox.setLayer(add(write_west(tmp_path / "land.tif", sea, 0, 1), "Coast"))
    form.sea.windBox.setValue(6)
    assert not form.sea.landNote.isVisibleTo(form)
    assert "possible oil" in run(at_sea)
    polygons, classes, probability = project.layerTreeRoot().children()[0].findLayers()
    assert [node.itemVisibilityChecked() for node in (polygons, classes, probability)] == [True, True, False]
    assert [node.isExpanded() for node in (polygons, classes, probability)] == [True, True, False]
    assert (classes.name(), probability.name()) == (f"{OIL}: Gulf", "Probability (%)")
    assert polygons.layer().featureCount() > 0
    assert polygons.layer().renderer().type() != "singleSymbol"
    assert shares(classes.layer().source())[254] == pytest.approx(0.5, abs=0.01)


def test_what_is_known_of_the_sea_is_in_the_job_of_oil_only(at_sea: TidemarkDock, project: QgsProject, sea: Path, tmp_path: Path) -> None:
    form = at_sea.form
    job = form.job(at_sea.notes)
    assert (job.land, job.wind, job.minimum_area) == ("", None, 1)
    land = strip(sea, "Land", (0, 0.5))
    project.addMapLayer(land)
    form.sea.landBox.setLayer(land)
    form.sea.windBox.setValue(0)
    form.left_out.handBox.setLayer(add(write_west(tmp_path / "hand.tif", sea, 30, 2)))
    job = form.job(at_sea.notes)
    assert (Path(job.land).suffix, job.wind, job.hand) == (".gpkg", 0, "")
    choose(form.taskBox, "water")
    job = form.job(at_sea.notes)
    assert (job.land, job.wind, job.minimum_area) == ("", None, None)
    assert job.hand.endswith("hand.tif")
    choose(form.taskBox, "oil")
    project.removeMapLayer(land.id())
    assert form.job(at_sea.notes).land == ""


def test_each_task_offers_its_own_methods_and_begins_with_one_that_can_run(dock: TidemarkDock) -> None:
    form = dock.form
    for task, methods in ((name, tuple(spec.methods)) for name, spec in TASKS.items()):
        choose(form.taskBox, task)
        assert offered(form.methodBox) == list(methods)
        assert form.methodBox.currentData() == default_method(task)
        assert dock.foot.runButton.text().startswith("Detect ")
    choose(form.taskBox, "water")
    choose(form.methodBox, "otsu")
    choose(form.taskBox, "flood")
    assert form.methodBox.currentData() == "otsu"


@pytest.mark.parametrize(
    ("task", "shown"),
    [
        ("water", {"excludeBox", "handBox", "slopeBox", "layoverBox", "vhCheck"}),
        ("flood", {"excludeBox", "handBox", "slopeBox", "layoverBox", "vhCheck", "beforeBox", "referenceBox"}),
        ("change", {"excludeBox", "layoverBox", "vhCheck", "beforeBox"}),
        ("oil", {"excludeBox", "landBox", "windBox", "minimumAreaBox"}),
    ],
)
def test_a_task_shows_what_it_asks_for(dock: TidemarkDock, task: str, shown: set[str]) -> None:
    form = dock.form
    choose(form.taskBox, task)
    form.left_out.leaveOutBox.setCollapsed(False)
    parts = (form.image, form.reference, form.sea, form.left_out)
    names = {"excludeBox", "handBox", "slopeBox", "layoverBox", "vhCheck", "referenceBox", "landBox", "windBox", "minimumAreaBox"}
    widgets = {name: next(getattr(part, name) for part in parts if hasattr(part, name)) for name in names}
    widgets["beforeBox"] = form.before.layerBox
    assert {name for name, widget in widgets.items() if widget.isVisibleTo(form)} == shown
