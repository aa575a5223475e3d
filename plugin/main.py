"""The plugin object: one action that opens the dock, and the Processing provider."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsMapLayerType, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon

try:
    from qgis.PyQt.QtGui import QAction  # Qt 6
except ImportError:
    from qgis.PyQt.QtWidgets import QAction

from ..engine.contract.tasks import FLOOD
from .dock.dock import TidemarkDock
from .engine.runtime import RuntimeFinder
from .engine.worker import SPARE
from .i18n import install_translation, tr
from .layers.products import show_in_grey
from .layers.results import is_result
from .options_page import OptionsFactory
from .processing.provider import TidemarkProvider
from .settings import SETTING_OPEN

SHORTCUT = "Alt+Shift+T"
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class TidemarkPlugin:
    """The object that QGIS loads and unloads. `iface` is None under qgis_process, which has no windows."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.finder = RuntimeFinder()
        self.provider: TidemarkProvider | None = None
        self.dock: TidemarkDock | None = None
        self.action: QAction | None = None
        self.layer_actions: list[QAction] = []
        self.options: OptionsFactory | None = None
        self._translator = install_translation()

    def initProcessing(self) -> None:
        """Register the Processing provider; also called by qgis_process, instead of `initGui`."""
        self.provider = TidemarkProvider(self.finder)
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Add the actions and the provider. The dock is made when it is first opened, or at once where it was open last time."""
        self.initProcessing()
        if self.iface is None:
            return
        icon = QIcon(str(RESOURCES / "icons" / "tidemark.svg"))
        self.action = QAction(icon, tr("Tidemark"), self.iface.mainWindow())
        self.action.setObjectName("tidemarkAction")
        self.action.setCheckable(True)
        self.action.setToolTip(tr("Map water, floods, change and possible oil from radar images"))
        self.action.triggered.connect(lambda: self._show_dock(self.dock is None or not self.dock.isUserVisible()))
        self.action.setWhatsThis(self.action.toolTip())
        self.iface.registerMainWindowAction(self.action, SHORTCUT)  # another one: Settings, Keyboard Shortcuts
        self.iface.rasterMenu().addAction(self.action)
        self.iface.addToolBarIcon(self.action)
        self._add_layer_action("flood.svg", tr("Detect floods…"), self._map_active_layer)
        self._add_layer_action("tidemark.svg", tr("Show in grey"), self._show_active_layer_in_grey)
        self.options = OptionsFactory(
            icon, partial(self._in_dock, TidemarkDock.show_panel), partial(self._in_dock, TidemarkDock.try_sample), self._take_options
        )
        self.iface.registerOptionsWidgetFactory(self.options)
        if QgsSettings().value(SETTING_OPEN, False, type=bool):
            self.iface.initializationCompleted.connect(self._open_again)

    def unload(self) -> None:
        """Cancel what is under way and remove everything."""
        self.finder.stop()
        SPARE.stop()
        if self.dock is not None:
            self.dock.stop()
            self.dock.visibilityChanged.disconnect(self._follow_dock)  # that it is taken away does not mean that it was closed
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        for action in self.layer_actions:
            self.iface.removeCustomActionForLayerType(action)
            action.deleteLater()
        self.layer_actions = []
        if self.action is not None:
            self.iface.unregisterMainWindowAction(self.action)
            self.iface.rasterMenu().removeAction(self.action)
            self.iface.removeToolBarIcon(self.action)
            self.iface.unregisterOptionsWidgetFactory(self.options)
            self.action.deleteLater()
            self.action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        QgsApplication.removeTranslator(self._translator)

    def _add_layer_action(self, icon: str, title: str, act: Callable[[], None]) -> None:
        """Add an entry to the menu of each raster in the layer tree."""
        action = QAction(QIcon(str(RESOURCES / "icons" / icon)), title, self.iface.mainWindow())
        action.triggered.connect(lambda: act())
        self.iface.addCustomActionForLayerType(action, tr("Tidemark"), QgsMapLayerType.RasterLayer, True)
        self.layer_actions.append(action)

    def _show_dock(self, visible: bool) -> None:
        if self.dock is None:
            self.dock = TidemarkDock(self.iface, self.finder, self.iface.mainWindow())
            self.dock.visibilityChanged.connect(self._follow_dock)
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
            self.dock.begin()
        self.dock.setUserVisible(visible)

    def _in_dock(self, act: Callable[[TidemarkDock], None]) -> None:
        """Open the dock, and do something there."""
        self._show_dock(True)
        if self.dock is not None:
            act(self.dock)

    def _take_options(self) -> None:
        if self.dock is not None:
            self.dock.form.take_options()

    def _follow_dock(self) -> None:
        """Keep the button down while the user sees the dock, and note for the next start whether it is open, be it behind another panel."""
        if self.dock is not None and self.action is not None:
            QgsSettings().setValue(SETTING_OPEN, not self.dock.isHidden())
            self.action.setChecked(self.dock.isUserVisible())

    def _open_again(self) -> None:
        if self.action is not None:
            self._show_dock(True)

    def _map_active_layer(self) -> None:
        layer = self.iface.activeLayer()
        self._in_dock(lambda dock: None if layer is None else dock.map_layer(layer, FLOOD.name))

    def _show_active_layer_in_grey(self) -> None:
        layer = self.iface.activeLayer()
        if not isinstance(layer, QgsRasterLayer):
            return
        if is_result(layer):
            self._warn(tr("'{name}' is a map that Tidemark made, and keeps its colours.").format(name=layer.name()))
        elif layer.providerType() != "gdal":
            self._warn(tr("'{name}' is no file with values that could be shown in grey.").format(name=layer.name()))
        else:
            show_in_grey(layer)
            layer.triggerRepaint()

    def _warn(self, words: str) -> None:
        self.iface.messageBar().pushWarning(tr("Tidemark"), words)
