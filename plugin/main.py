"""The plugin object: one action that opens the dock, and the Processing provider."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsMapLayerType, QgsSettings
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
        self.layer_action: QAction | None = None
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
        self.action.toggled.connect(self._show_dock)
        self.action.setWhatsThis(self.action.toolTip())
        self.iface.registerMainWindowAction(self.action, SHORTCUT)  # another one: Settings, Keyboard Shortcuts
        self.iface.rasterMenu().addAction(self.action)
        self.iface.addToolBarIcon(self.action)
        self.layer_action = QAction(QIcon(str(RESOURCES / "icons" / "flood.svg")), tr("Detect floods…"), self.iface.mainWindow())
        self.layer_action.triggered.connect(self._map_active_layer)
        self.iface.addCustomActionForLayerType(self.layer_action, tr("Tidemark"), QgsMapLayerType.RasterLayer, True)
        self.options = OptionsFactory(icon)
        self.iface.registerOptionsWidgetFactory(self.options)
        if QgsSettings().value(SETTING_OPEN, False, type=bool):
            self.iface.initializationCompleted.connect(self._open_again)

    def unload(self) -> None:
        """Cancel what is under way and remove everything."""
        self.finder.stop()
        SPARE.stop()
        if self.dock is not None:
            self.dock.stop()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        if self.action is not None and self.layer_action is not None:
            self.iface.unregisterMainWindowAction(self.action)
            self.iface.rasterMenu().removeAction(self.action)
            self.iface.removeToolBarIcon(self.action)
            self.iface.removeCustomActionForLayerType(self.layer_action)
            self.iface.unregisterOptionsWidgetFactory(self.options)
            self.action.deleteLater()
            self.layer_action.deleteLater()
            self.action = self.layer_action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        QgsApplication.removeTranslator(self._translator)

    def _show_dock(self, visible: bool) -> None:
        if self.dock is None:
            self.dock = TidemarkDock(self.iface, self.finder, self.iface.mainWindow())
            self.dock.opened.connect(lambda: self._note_open(True))
            self.dock.closed.connect(lambda: self._note_open(False))
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
            self.dock.begin()
        self.dock.setUserVisible(visible)

    def _note_open(self, is_open: bool) -> None:
        QgsSettings().setValue(SETTING_OPEN, is_open)
        if self.action is not None:
            self.action.setChecked(is_open)

    def _open_again(self) -> None:
        if self.action is not None:
            self.action.setChecked(True)

    def _map_active_layer(self) -> None:
        layer = self.iface.activeLayer()
        if self.action is not None:
            self.action.setChecked(True)
        if self.dock is not None and layer is not None:
            self.dock.map_layer(layer, FLOOD.name)
