"""The dock: models of the user's own, and what the page of models tells."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest
from osgeo import gdal

from helpers.plugin.dock_actions import choose, choose_files, load, run
from helpers.plugin.qgis_window import Window, open_dialogs, wait_for
from tidemark.engine.contract.card import find_card
from tidemark.engine.contract.tasks import TASKS
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.models import OWN_CARD
from tidemark.plugin.engine.runtime import RuntimeFinder

gdal.UseExceptions()


def own_model(folder: Path, name: str = "mine") -> Path:
    """Copy the installed model's card and network, under another title; returns the card."""
    installed = find_card("", "water")
    document = json.loads(installed.path.read_text(encoding="utf-8"))
    document["properties"] |= {"title": "A model of mine", "tidemark:default": False}
    copy(installed.network, folder / installed.network.name)
    card = folder / f"{name}.json"
    card.write_text(json.dumps(document), encoding="utf-8")
    return card


def test_a_model_of_the_users_own_is_added_by_its_card_used_and_remembered(
    dock: TidemarkDock, window: Window, finder: RuntimeFinder, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = own_model(tmp_path)
    dock.form.modelButton.click()
    assert not dock.model_page.removeButton.isVisibleTo(dock.model_page)
    choose_files(monkeypatch, card)
    dock.model_page.addButton.click()
    assert "A model of mine" in dock.model_page.text.toPlainText()
    dock.model_page.backButton.click()
    assert dock.form.modelBox.currentText() == "A model of mine"
    load(dock, scene)
    run(dock)
    record = json.loads(Path(dock.result.map_path.replace("_class.tif", "_run.json")).read_text(encoding="utf-8"))
    assert record["method"]["model"] == "mine"
    another = TidemarkDock(window, finder, window.mainWindow())
    try:
        assert another.form.modelBox.findText("A model of mine") >= 0
    finally:
        another.stop()
        another.deleteLater()
    dock.form.modelButton.click()
    dock.model_page.removeButton.click()
    assert dock.form.modelBox.findText("A model of mine") < 0
    assert card.is_file()


def test_a_model_that_was_not_added_after_all_leaves_the_chosen_one(dock: TidemarkDock, monkeypatch: pytest.MonkeyPatch) -> None:
    box = dock.form.modelBox

    def click(row: int) -> None:
        box.setCurrentIndex(row)
        box.activated.emit(row)

    click(box.findData("water-fine"))
    choose_files(monkeypatch, "", "")
    click(box.findData(OWN_CARD))
    assert box.currentData() == "water-fine"
    dock.form.modelButton.click()
    dock.model_page.addButton.click()
    assert box.currentData() == "water-fine"
    assert dock.pages.currentWidget() is dock.page


def test_images_are_judged_by_a_model_as_soon_as_it_is_added_and_no_longer_once_it_is_removed(
    dock: TidemarkDock, scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gdal.Translate(str(tmp_path / "vv.tif"), str(scene), bandList=[1])
    load(dock, tmp_path / "vv.tif")
    assert not dock.foot.runButton.isEnabled()
    card = own_model(tmp_path)
    document = json.loads(card.read_text(encoding="utf-8"))
    document["properties"]["tidemark:bands"] = ["VV"]
    card.write_text(json.dumps(document), encoding="utf-8")
    dock.form.modelButton.click()
    choose_files(monkeypatch, card)
    dock.model_page.addButton.click()
    assert wait_for(dock.foot.runButton.isEnabled)
    dock.model_page.removeButton.click()
    assert wait_for(lambda: "not VH" in dock.form.image.noteLabel.text())
    assert not dock.foot.runButton.isEnabled()


def test_open_water_only_is_offered_where_possible_water_is_told(dock: TidemarkDock) -> None:
    form = dock.form
    offered = {}
    for task in TASKS:
        choose(form.taskBox, task)
        offered[task] = form.openOnlyCheck.isVisibleTo(form) and form.openOnlyCheck.isEnabled()
    assert offered == {"water": True, "flood": True, "change": False, "oil": False}
    choose(form.taskBox, "flood")
    assert form.models.choose("flood-optical")
    assert not form.openOnlyCheck.isEnabled()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda card: card.write_text("{"), "cannot be read"),
        (lambda card: card.write_text('{"properties": {}}'), "incomplete"),
        (lambda card: next(card.parent.glob("*.onnx")).unlink(), "is not beside it"),
        (lambda card: next(card.parent.glob("*.onnx")).write_bytes(b"other"), "checksums differ"),
        (lambda card: card.write_text(card.read_text().replace('"tidemark:task": "water"', '"tidemark:task": "oil"')), "serves the task"),
    ],
)
def test_a_bad_card_is_answered_with_one_message_and_not_remembered(
    dock: TidemarkDock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[Path], object], words: str
) -> None:
    card = own_model(tmp_path)
    damage(card)
    choices = dock.form.modelBox.count()
    choose_files(monkeypatch, card)
    dock.model_page.addButton.click()
    assert words in dock.page.messageLabel.text()
    assert dock.pages.currentWidget() is dock.page
    assert dock.form.modelBox.count() == choices
    assert dock.form.modelBox.currentIndex() == 0
    assert open_dialogs() == []


def test_the_model_page_tells_what_a_model_is_for_and_how_it_measured(dock: TidemarkDock) -> None:
    card = dock.form.models.card()
    dock.form.modelButton.click()
    assert dock.pages.currentWidget() is dock.model_page
    text = dock.model_page.text.toPlainText()
    assert card.title in text
    assert card.description in text
    for figure in card.figures:
        assert f"{figure['value']:g}" in text
        assert figure["command"] in text
    dock.model_page.backButton.click()
    assert dock.pages.currentWidget() is dock.page


def test_a_card_without_figures_says_so_and_its_words_are_no_markup(dock: TidemarkDock) -> None:
    card = replace(dock.form.models.card(), title="<b>Water</b>", figures=())
    dock.model_page.show_card(card)
    text = dock.model_page.text.toPlainText()
    assert "<b>Water</b>" in text
    assert "no figures" in text
