"""The plugin object: one action that opens the dock, and the Processing provider."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon

try:
    from qgis.PyQt.QtGui import QAction  # Qt 6
except ImportError:
    from qgis.PyQt.QtWidgets import QAction

from .dock.dock import TidemarkDock
from .engine.runtime import RuntimeFinder
from .i18n import tr
from .processing.provider import TidemarkProvider

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
MENU = "Tidemark"


class TidemarkPlugin:
    """What QGIS loads and unloads. `iface` is None under qgis_process, which has no windows."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.finder = RuntimeFinder()
        self.provider: TidemarkProvider | None = None
        self.dock: TidemarkDock | None = None
        self.action: QAction | None = None
        self._translator = QTranslator()
        if self._translator.load(QLocale(), "tidemark", "_", str(RESOURCES / "translations")):
            QgsApplication.installTranslator(self._translator)

    def initProcessing(self) -> None:
        """Register the Processing provider; also called by qgis_process, instead of `initGui`."""
        self.provider = TidemarkProvider(self.finder)
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Add the action and the provider. The dock is made when it is first opened."""
        self.initProcessing()
        if self.iface is None:
            return
        self.action = QAction(QIcon(str(RESOURCES / "icons" / "tidemark.svg")), tr("Tidemark"), self.iface.mainWindow())
        self.action.setObjectName("tidemarkAction")
        self.action.setCheckable(True)
        self.action.setToolTip(tr("Map water and floods from radar images"))
        self.action.toggled.connect(self._show_dock)
        self.iface.addPluginToRasterMenu(MENU, self.action)
        self.iface.addRasterToolBarIcon(self.action)

    def unload(self) -> None:
        """Cancel what is under way and remove everything."""
        self.finder.stop()
        if self.dock is not None:
            self.dock.stop()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        if self.action is not None:
            self.iface.removePluginRasterMenu(MENU, self.action)
            self.iface.removeRasterToolBarIcon(self.action)
            self.action.deleteLater()
            self.action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        QgsApplication.removeTranslator(self._translator)

    def _show_dock(self, visible: bool) -> None:
        if self.dock is None:
            self.dock = TidemarkDock(self.iface, self.finder, self.iface.mainWindow())
            self.dock.opened.connect(lambda: self._check_action(True))
            self.dock.closed.connect(lambda: self._check_action(False))
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
            self.dock.begin()
        self.dock.setUserVisible(visible)

    def _check_action(self, checked: bool) -> None:
        if self.action is not None:
            self.action.setChecked(checked)
