"""The dock: from two dates to a flood map, with usual water and what is left out, with the real engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer

from helpers.plugin.dock_actions import add, choose, load, results, run, said
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.overlays import shares, strip, write_west
from helpers.plugin.qgis_window import wait_for
from tidemark.plugin.dock.dock import TidemarkDock

FLOOD = "Flood extent (water now, not usually)"


@pytest.fixture
def two_dates(dock: TidemarkDock, dates: TwoDates) -> TidemarkDock:
    """The dock, asked for floods, with both dates chosen."""
    load(dock, dates.after, "6 May")
    choose(dock.form.taskBox, "flood")
    dock.form.before.choose(add(dates.before, "24 April"))
    assert wait_for(lambda: dock.foot.runButton.isEnabled() and "days" in note(dock))
    return dock


def note(dock: TidemarkDock) -> str:
    return str(dock.form.before.noteLabel.text())


def record(dock: TidemarkDock) -> dict:
    return dict(json.loads(Path(dock.result.map_path.replace("_class.tif", "_run.json")).read_text(encoding="utf-8")))


def test_two_dates_give_a_flood_map_whose_legend_says_it_in_words(two_dates: TidemarkDock, project: QgsProject, dates: TwoDates) -> None:
    polygons = strip(dates.after, "Reservoirs", (0, 0.2))
    project.addMapLayer(polygons)
    two_dates.form.left_out.excludeBox.setLayer(polygons)
    message = run(two_dates)
    assert "Detected flood" in message
    assert "reference water" in message
    assert "left out" in message
    percent = round(100 * two_dates.form.models.card().threshold)
    assert results(project) == [f"6 May: {FLOOD}", f"Flood extent, {percent} %: 6 May", "Probability (%)"]
    classes = project.layerTreeRoot().children()[0].findLayers()[0].layer()
    legend = {entry.value: (entry.label, entry.color.alpha()) for entry in classes.renderer().classes()}
    assert legend[1] == ("Flood detected", 230)
    assert legend[2][0] == "Reference water"
    assert legend[252][0] == "Not mapped: excluded"
    assert all(legend[code][1] > 200 for code in (1, 2, 252))
    assert shares(classes.source())[252] == pytest.approx(0.2, abs=0.01)
    assert record(two_dates)["before"]["paths"] == [str(dates.before)]


def test_the_dates_are_told_and_the_wrong_way_round_is_mended_by_a_click(two_dates: TidemarkDock) -> None:
    form = two_dates.form
    assert "2024-04-24" in note(two_dates)
    assert "12 days before the image" in note(two_dates)
    after, before = form.layer(), form.before.layer()
    form.swap_dates()
    assert (form.layer(), form.before.layer()) == (before, after)
    assert wait_for(lambda: "12 days after the image" in note(two_dates))
    assert note(two_dates).startswith("⚠")
    form.before.noteLabel.link_activated.emit("swap")
    assert (form.layer(), form.before.layer()) == (after, before)
    assert wait_for(lambda: "12 days before the image" in note(two_dates))


def test_an_image_is_not_compared_with_itself(two_dates: TidemarkDock, dates: TwoDates) -> None:
    form = two_dates.form
    form.image.choose(form.before.layer())
    assert form.before.layer() is None
    assert form.before.layerBox.currentText() == "None"
    form.before.choose(add(dates.before, "The same file again"))
    assert wait_for(lambda: "image to map itself" in note(two_dates))
    assert not two_dates.foot.runButton.isEnabled()


def test_one_date_alone_is_announced_and_titled_as_water(dock: TidemarkDock, project: QgsProject, dates: TwoDates) -> None:
    load(dock, dates.after, "6 May")
    choose(dock.form.taskBox, "flood")
    assert dock.foot.runButton.text() == "Detect water (no image before)"
    assert "not flood" in dock.form.reference.needNote.text()
    assert dock.form.reference.needNote.isVisibleTo(dock.form)
    assert "Detected water" in run(dock)
    assert results(project)[0] == "6 May: Water extent (single date)"


def test_a_raster_of_usual_water_does_instead_of_an_image_before(dock: TidemarkDock, dates: TwoDates) -> None:
    load(dock, dates.after)
    choose(dock.form.taskBox, "flood")
    dock.form.reference.referenceBox.setLayer(add(dates.reference, "JRC"))
    assert not dock.form.reference.needNote.isVisibleTo(dock.form)
    assert "Detected flood" in run(dock)
    assert "reference water" in said(dock)


def test_all_choices_are_in_the_job(two_dates: TidemarkDock, project: QgsProject, dates: TwoDates, tmp_path: Path) -> None:
    form = two_dates.form
    paths = {name: write_west(tmp_path / f"{name}.tif", dates.after, 30, 2) for name in ("hand", "slope", "layover", "usual")}
    layers = {name: add(path) for name, path in paths.items()}
    for name, box in (("hand", form.left_out.handBox), ("slope", form.left_out.slopeBox), ("layover", form.left_out.layoverBox)):
        box.setLayer(layers[name])
    form.reference.referenceBox.setLayer(layers["usual"])
    form.reference.referenceThresholdBox.setValue(30)
    job = form.job(two_dates.notes)
    assert [(source.role, source.paths) for source in job.sources] == [("after", (str(dates.after),)), ("before", (str(dates.before),))]
    assert {name: getattr(job, name) for name in ("hand", "slope", "layover")} == {n: str(paths[n]) for n in ("hand", "slope", "layover")}
    assert (job.task, job.reference_water, job.reference_threshold) == ("flood", str(paths["usual"]), 30)
    form.reference.referenceThresholdBox.setValue(0)
    assert form.job(two_dates.notes).reference_threshold is None
    choose(form.taskBox, "water")
    job = form.job(two_dates.notes)
    assert (job.task, len(job.sources), job.reference_water) == ("water", 1, "")
    assert job.hand == str(paths["hand"])


def test_the_name_follows_the_task_until_it_is_typed(dock: TidemarkDock, dates: TwoDates) -> None:
    load(dock, dates.after, "6 May")
    choose(dock.form.taskBox, "flood")
    assert dock.form.nameEdit.text() == "6_May_flood"
    assert dock.form.models.card().name == "water"
    choose(dock.form.taskBox, "water")
    assert dock.form.nameEdit.text() == "6_May_water"
    assert not dock.form.before.isVisibleTo(dock.form)


def test_vv_and_vh_of_the_image_before_in_two_layers(dock: TidemarkDock, dates: TwoDates, tmp_path: Path) -> None:
    from osgeo import gdal

    load(dock, dates.after)
    choose(dock.form.taskBox, "flood")
    for band, name in enumerate(("first", "second"), start=1):
        gdal.Translate(str(tmp_path / f"{name}.tif"), str(dates.before), bandList=[band])
    dock.form.before.choose(add(tmp_path / "first.tif"))
    assert wait_for(lambda: "VH" in note(dock))
    assert not dock.foot.runButton.isEnabled()
    second = add(tmp_path / "second.tif")
    dock.form.before.vhCheck.setChecked(True)
    dock.form.before.vhBox.setLayer(second)
    assert wait_for(lambda: "date unknown" in note(dock))
    assert "Detected flood" in run(dock)


def test_an_image_before_that_is_no_local_file_gets_one_message_what_to_do(
    dock: TidemarkDock, project: QgsProject, dates: TwoDates
) -> None:
    load(dock, dates.after)
    choose(dock.form.taskBox, "flood")
    tiles = QgsRasterLayer("crs=EPSG:3857&type=xyz&url=https://example.org/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=3&zmin=0", "tiles", "wms")
    project.addMapLayer(tiles)
    dock.form.before.choose(tiles)
    assert "Save it as a GeoTIFF" in note(dock)
    assert not dock.foot.runButton.isEnabled()


def test_results_are_offered_neither_as_dates_nor_as_exclusions(two_dates: TidemarkDock) -> None:
    run(two_dates)
    form = two_dates.form
    boxes = (form.before.layerBox, form.reference.referenceBox, form.left_out.handBox)
    offered = {box.layer(row).name() for box in boxes for row in range(box.count()) if box.layer(row) is not None}
    assert offered == {"6 May", "24 April"}


def test_a_date_that_leaves_the_project_is_not_compared_with(two_dates: TidemarkDock, project: QgsProject, dates: TwoDates) -> None:
    form = two_dates.form
    add(dates.reference, "JRC")
    polygons = strip(dates.after, "Reservoirs", (0, 0.2))
    project.addMapLayers([polygons, strip(dates.after, "Rice", (0.5, 0.6))])
    form.left_out.excludeBox.setLayer(polygons)
    project.removeMapLayer(polygons.id())
    assert form.left_out.excludeBox.currentLayer() is None
    project.removeMapLayer(form.before.layer().id())
    assert form.before.layer() is None
    assert form.reference.needNote.isVisibleTo(form)
    assert len(form.job(two_dates.notes).sources) == 1
    assert [form.before.layerBox.itemText(row) for row in range(form.before.layerBox.count())] == ["None", "JRC"]
