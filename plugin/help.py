"""The guide: one page of HTML that lies in the plugin and needs no internet."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QWidget

PAGE = Path(__file__).resolve().parents[1] / "resources" / "help" / "index.html"


def help_url(section: str = "") -> str:
    """Return the address of the guide, or of one of its sections."""
    url = QUrl.fromLocalFile(str(PAGE))
    url.setFragment(section)
    return str(url.toString())


def open_help(section: str = "") -> None:
    """Open the guide in the user's browser."""
    QDesktopServices.openUrl(QUrl(help_url(section)))


def explain(parent: QWidget) -> None:
    """Show each widget's tooltip under "What's This?" too. Widgets whose tooltip changes later set both themselves."""
    for widget in parent.findChildren(QWidget):
        if widget.toolTip() and not widget.whatsThis():
            widget.setWhatsThis(widget.toolTip())
