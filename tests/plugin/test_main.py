"""The plugin object: loading costs nothing, unloading leaves nothing."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QPushButton

import tidemark
from helpers.plugin.dock_actions import run
from helpers.plugin.qgis_window import Window, open_dialogs, wait_for
from tidemark.engine.contract.tasks import TASKS
from tidemark.plugin.engine import runtime as runtime_module
from tidemark.plugin.engine.worker import SPARE, Runtime
from tidemark.plugin.help import PAGE
from tidemark.plugin.i18n import in_qgis
from tidemark.plugin.main import TidemarkPlugin
from tidemark.plugin.processing.provider import ALGORITHMS
from tidemark.plugin.settings import default_threads, last_folder, remember_folder

PLUGIN = Path(tidemark.__file__).parent / "plugin"


def providers() -> list[str]:
    return [provider.id() for provider in QgsApplication.processingRegistry().providers()]


@pytest.fixture
def plugin(window: Window, project: QgsProject) -> TidemarkPlugin:
    return tidemark.classFactory(window)


def test_loading_adds_one_action_and_the_provider_and_looks_for_nothing(
    plugin: TidemarkPlugin, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime_module, "candidates", lambda: pytest.fail("looked for the engine at start-up"))
    plugin.initGui()
    assert [action.text() for action in window.rasterMenu().actions()] == ["Tidemark"]
    assert window.toolbar == window.rasterMenu().actions()
    assert not window.toolbar[0].icon().isNull()
    assert window.toolbar[0].shortcut().toString() == "Alt+Shift+T"
    assert "tidemark" in providers()
    assert plugin.dock is None
    assert open_dialogs() == []
    plugin.unload()


def test_the_action_opens_and_closes_the_dock(plugin: TidemarkPlugin, window: Window) -> None:
    plugin.initGui()
    window.mainWindow().show()
    window.toolbar[0].trigger()
    assert plugin.dock.isVisible()
    assert wait_for(lambda: plugin.finder.runtime is not None)
    plugin.dock.close()
    assert not window.toolbar[0].isChecked()
    window.toolbar[0].trigger()
    assert plugin.dock.isVisible()
    plugin.unload()


def test_one_click_shows_the_dock_that_lies_behind_another_panel(plugin: TidemarkPlugin, window: Window) -> None:
    plugin.initGui()
    main, (button,) = window.mainWindow(), window.toolbar
    main.show()
    button.trigger()
    other = QDockWidget("Layers", main)
    main.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, other)
    main.tabifyDockWidget(plugin.dock, other)
    assert wait_for(other.isVisible)
    other.raise_()
    assert wait_for(lambda: not plugin.dock.isUserVisible())
    assert not button.isChecked()
    button.trigger()
    assert wait_for(plugin.dock.isUserVisible)
    assert button.isChecked()
    button.trigger()
    assert plugin.dock.isHidden()
    assert not button.isChecked()
    plugin.unload()


@pytest.mark.parametrize("close", [lambda plugin: plugin.action.trigger(), lambda plugin: plugin.dock.close()])
def test_a_dock_that_was_closed_stays_closed_at_the_next_start(
    plugin: TidemarkPlugin, window: Window, close: Callable[[TidemarkPlugin], object]
) -> None:
    plugin.initGui()
    window.mainWindow().show()
    window.toolbar[0].trigger()
    close(plugin)
    plugin.unload()
    again = tidemark.classFactory(window)
    again.initGui()
    window.initializationCompleted.emit()
    assert again.dock is None
    again.unload()


@pytest.mark.parametrize("of", ["the first map", "the second map"])  # which is made by the process that waited since the first
def test_unloading_in_mid_run_ends_the_engine_and_removes_everything(
    plugin: TidemarkPlugin, window: Window, project: QgsProject, runtime: Runtime, scene: Path, large_scene: Path, tmp_path: Path, of: str
) -> None:
    plugin.initGui()
    window.toolbar[0].trigger()
    dock = plugin.dock
    assert dock is not None
    if of == "the second map":
        project.addMapLayer(QgsRasterLayer(str(scene), "small"))
        dock.form.folderWidget.setFilePath(str(tmp_path))
        run(dock)
        assert wait_for(lambda: SPARE.ready is not None and SPARE.ready.is_running)
        project.clear()
    project.addMapLayer(QgsRasterLayer(str(large_scene), "image"))
    assert wait_for(lambda: dock.foot.runButton.isEnabled())
    out = tmp_path / "out"
    out.mkdir()
    dock.form.folderWidget.setFilePath(str(out))
    dock.form.scalesEdit.setText("2, 1.9, 1.8")
    dock.form.flipCheck.setChecked(True)
    dock.form.threadsBox.setValue(1)
    dock.foot.runButton.click()
    assert wait_for(lambda: " of " in dock.foot.statusLabel.text())
    outcome = dock._run.outcome
    plugin.unload()
    assert outcome.over.is_set()
    assert list(out.iterdir()) == []
    assert window.rasterMenu().actions() == []
    assert window.layer_menu == []
    assert window.options == []
    assert window.toolbar == []
    assert window.docks() == []
    assert "tidemark" not in providers()
    project.clear()


def test_qgis_process_gets_the_provider_without_any_window() -> None:
    plugin = tidemark.classFactory(None)
    plugin.initProcessing()
    assert "tidemark" in providers()
    plugin.unload()
    assert "tidemark" not in providers()


def test_qt_comes_through_qgis_only_and_enums_are_fully_scoped() -> None:
    """So that one source runs under Qt 5 and Qt 6."""
    unscoped = {"Qt": {"AlignLeft", "RightDockWidgetArea", "WaitCursor"}, "Qgis": {"Info", "Warning", "Critical", "Success"}}
    for path in PLUGIN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and not node.level:
                assert not str(node.module).startswith("PyQt"), path
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert node.attr not in unscoped.get(node.value.id, set()), f"{path}: {node.value.id}.{node.attr}"
                assert node.attr != "exec_", path


def test_threads_of_their_own_touch_neither_project_nor_window() -> None:
    """`run` and `processAlgorithm` are called outside the thread that draws."""
    for name in ("task.py", "worker.py"):
        assert not {"QgsProject", "iface", "QWidget"} & names(PLUGIN / "engine" / name)
    for path in (PLUGIN / "processing").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name in ("processAlgorithm", "compute", "request", "ask", "hear"):
                used = {inner.attr for inner in ast.walk(node) if isinstance(inner, ast.Attribute)}
                layers = {"parameterAsRasterLayer", "parameterAsVectorLayer", "parameterAsLayerList", "parameterAsExtent", "raster"}
                assert not used & {*layers, "instance", "prepare", "check"}, f"{path}: {node.name}"


def names(path: Path) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}


def test_nothing_is_printed() -> None:
    for path in PLUGIN.rglob("*.py"):
        assert "print" not in names(path), path


def test_every_icon_can_be_drawn(qgis_app: QgsApplication) -> None:
    icons = sorted((PLUGIN.parent / "resources" / "icons").glob("*.svg"))
    assert icons
    for icon in icons:
        assert not QIcon(str(icon)).pixmap(24, 24).isNull(), icon


def test_a_click_on_a_layer_opens_the_dock_with_it_and_the_dock_is_open_again_at_the_next_start(
    plugin: TidemarkPlugin, window: Window, project: QgsProject, scene: Path
) -> None:
    layer = QgsRasterLayer(str(scene), "image")
    project.addMapLayers([QgsRasterLayer(str(scene), "other"), layer])
    plugin.initGui()
    window.mainWindow().show()
    window.select(layer)
    window.layer_menu[0].trigger()
    assert plugin.dock.isVisible()
    assert (plugin.dock.form.task, plugin.dock.form.layer()) == ("flood", layer)
    plugin.unload()
    again = tidemark.classFactory(window)
    again.initGui()
    window.initializationCompleted.emit()
    assert again.dock.isVisible()
    again.unload()


def test_a_click_on_a_layer_shows_it_in_grey(plugin: TidemarkPlugin, window: Window, project: QgsProject, scene: Path) -> None:
    layer = QgsRasterLayer(str(scene), "image")
    project.addMapLayer(layer)
    plugin.initGui()
    window.select(layer)
    next(action for action in window.layer_menu if action.text() == "Show in grey").trigger()
    assert layer.renderer().type() == "singlebandgray"
    assert layer.renderer().usesBands() == [1]
    assert layer.renderer().contrastEnhancement().minimumValue() < 0
    plugin.unload()
    assert window.layer_menu == []


def test_the_options_page_keeps_what_was_set_and_the_form_begins_with_it(plugin: TidemarkPlugin, window: Window, tmp_path: Path) -> None:
    plugin.initGui()
    page = window.options[0].createWidget()
    page.folderWidget.setFilePath(str(tmp_path))
    page.threadsBox.setValue(2)
    page.deviceBox.setCurrentIndex(page.deviceBox.findData("cpu"))
    page.apply()
    assert (last_folder(), default_threads()) == (str(tmp_path), 2)
    window.toolbar[0].trigger()
    form = plugin.dock.form
    assert (form.folderWidget.filePath(), form.threadsBox.value(), form.deviceBox.currentData()) == (str(tmp_path), 2, "cpu")
    plugin.unload()


def test_an_open_form_takes_the_options_but_for_what_was_changed_in_it(plugin: TidemarkPlugin, window: Window, tmp_path: Path) -> None:
    plugin.initGui()
    window.toolbar[0].trigger()
    form = plugin.dock.form
    form.threadsBox.setValue(3)
    page = window.options[0].createWidget()
    page.folderWidget.setFilePath(str(tmp_path))
    page.threadsBox.setValue(2)
    page.deviceBox.setCurrentIndex(page.deviceBox.findData("cpu"))
    page.apply()
    assert (form.folderWidget.filePath(), form.threadsBox.value(), form.deviceBox.currentData()) == (str(tmp_path), 3, "cpu")
    plugin.unload()


def test_what_is_saved_elsewhere_does_not_change_the_folder_of_results(plugin: TidemarkPlugin, window: Window, tmp_path: Path) -> None:
    plugin.initGui()
    page = window.options[0].createWidget()
    page.folderWidget.setFilePath(str(tmp_path))
    page.apply()
    (tmp_path / "pages").mkdir()
    remember_folder(str(tmp_path / "pages"))
    assert last_folder() == str(tmp_path / "pages")
    assert window.options[0].createWidget().folderWidget.filePath() == str(tmp_path)
    plugin.unload()


def test_the_options_page_leads_to_the_engine_and_to_the_sample(plugin: TidemarkPlugin, window: Window, project: QgsProject) -> None:
    plugin.initGui()
    dialog = QDialog()
    page = window.options[0].createWidget(dialog)
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    buttons["Engine…"].click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert plugin.dock.pages.currentWidget() is plugin.dock.panel
    plugin.dock.panel.left.emit()
    buttons["Try it on a sample"].click()  # the engine is being looked for still
    assert wait_for(lambda: plugin.dock.is_running)
    plugin.unload()


def test_every_help_button_leads_to_a_place_of_the_guide() -> None:
    html = PAGE.read_text(encoding="utf-8")
    for name in [*TASKS, *(algorithm.identifier for algorithm in ALGORITHMS)]:
        assert f'id="{name}"' in html, name


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("No wind was given (--wind; in QGIS: 'Wind').", "No wind was given ('Wind')."),
        ("Give the older one with --before (in QGIS: 'Image before').", "Give the older one with 'Image before'."),
        ("Say it with --bands, e.g. VV=1,VH=2 (in QGIS: 'Bands'); or not.", "Say it with 'Bands'; or not."),
        ("Name both: --bands, or take --method otsu (in QGIS: 'Method').", "Name both: --bands, or take 'Method'."),
        ("Heights (--dem; in QGIS: 'Heights (DEM)') correct that.", "Heights ('Heights (DEM)') correct that."),
        ("Divide them (gdal_calc.py --calc=A/10; in QGIS: Raster > Raster Calculator).", "Divide them (Raster > Raster Calculator)."),
        ("Assign it first (in QGIS: Layer > Set CRS).", "Assign it first (in QGIS: Layer > Set CRS)."),
    ],
)
def test_options_of_the_command_line_are_called_by_their_boxes(said: str, heard: str) -> None:
    assert in_qgis(said) == heard


def test_what_cannot_be_shown_in_grey_stays_as_it_is_and_is_told(
    plugin: TidemarkPlugin, window: Window, project: QgsProject, flood: Path
) -> None:
    plugin.initGui()
    base = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png", "Streets", "wms")
    for layer, words in ((QgsRasterLayer(str(flood), "map"), "a map that Tidemark made"), (base, "'Streets' is no file")):
        project.addMapLayer(layer)
        kind = layer.renderer().type()
        window.select(layer)
        next(action for action in window.layer_menu if action.text() == "Show in grey").trigger()
        assert layer.renderer().type() == kind
        assert words in window.messageBar().currentItem().text()
    plugin.unload()
