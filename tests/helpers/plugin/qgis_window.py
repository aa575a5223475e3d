"""A small main window with what a plugin asks of QGIS: canvas, message bar, docks, Raster menu, toolbar and menu of layers."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from qgis.core import QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu


class Window(QObject):  # type: ignore[misc]
    """Stands where QGIS hands its interface to a plugin; real widgets, no QGIS application around them."""

    currentLayerChanged = pyqtSignal(object)  # noqa: N815
    initializationCompleted = pyqtSignal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self._window = QMainWindow()
        self._canvas = QgsMapCanvas(self._window)
        self._bar = QgsMessageBar(self._window)
        self._active: QgsRasterLayer | None = None
        self._menu = QMenu(self._window)
        self.layer_menu: list[Any] = []
        self.options: list[Any] = []
        self.toolbar: list[Any] = []
        self.log_opened = 0

    def mainWindow(self) -> QMainWindow:  # noqa: N802
        return self._window

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802
        return self._canvas

    def messageBar(self) -> QgsMessageBar:  # noqa: N802
        return self._bar

    def activeLayer(self) -> QgsRasterLayer | None:  # noqa: N802
        return self._active

    def select(self, layer: QgsRasterLayer | None) -> None:
        self._active = layer
        self.currentLayerChanged.emit(layer)

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:  # noqa: N802
        self._window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:  # noqa: N802
        self._window.removeDockWidget(dock)

    def rasterMenu(self) -> QMenu:  # noqa: N802
        return self._menu

    def addToolBarIcon(self, action: Any) -> None:  # noqa: N802
        self.toolbar.append(action)

    def removeToolBarIcon(self, action: Any) -> None:  # noqa: N802
        self.toolbar.remove(action)

    def registerMainWindowAction(self, action: Any, shortcut: str) -> bool:  # noqa: N802
        action.setShortcut(shortcut)
        return True

    def unregisterMainWindowAction(self, action: Any) -> bool:  # noqa: N802
        action.setShortcut("")
        return True

    def openMessageLog(self) -> None:  # noqa: N802
        self.log_opened += 1

    def registerOptionsWidgetFactory(self, factory: Any) -> None:  # noqa: N802
        self.options.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: Any) -> None:  # noqa: N802
        self.options.remove(factory)

    def addCustomActionForLayerType(self, action: Any, _menu: str, _kind: Any, _all: bool) -> None:  # noqa: N802
        self.layer_menu.append(action)

    def removeCustomActionForLayerType(self, action: Any) -> None:  # noqa: N802
        self.layer_menu.remove(action)

    def docks(self) -> list[QDockWidget]:
        return [
            dock
            for dock in self._window.findChildren(QDockWidget)
            if self._window.dockWidgetArea(dock) != Qt.DockWidgetArea.NoDockWidgetArea
        ]


def wait_for(happened: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Let QGIS draw and hear until something has happened; False where it has not in time."""
    deadline = monotonic() + seconds
    while not happened():
        if monotonic() > deadline:
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents()
    return True


def open_dialogs() -> list[str]:
    """Return the titles of windows that would block the user."""
    return [widget.windowTitle() for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.isModal()]
