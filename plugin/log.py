"""The log panel of QGIS, under the name Tidemark."""

from __future__ import annotations

from qgis.core import Qgis, QgsMessageLog

TAG = "Tidemark"


def log(text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
    """Write a line to the log panel; safe from every thread, and never a pop-up."""
    QgsMessageLog.logMessage(text, TAG, level, False)
