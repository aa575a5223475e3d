"""What the dock tells the user: below the button, in QGIS's message bar and in its log."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QLabel

from ...engine.contract.errors import TidemarkError
from ..i18n import tr
from ..log import log

MESSAGE_BAR_S = 10
WARNING_SIGN = "⚠ "


class Messages:
    """One message at a time: a line, and details below it.

    Args:
        label: holds the whole message.
        bar: holds the line, for some seconds.
    """

    def __init__(self, label: QLabel, bar: QgsMessageBar) -> None:
        self._label, self._bar = label, bar

    def say(self, text: str, details: Iterable[str], level: Qgis.MessageLevel = Qgis.MessageLevel.Success) -> None:
        """Tell something."""
        items = "".join(f"<li>{escape(detail)}</li>" for detail in details)
        bullets = f"<ul style='margin-left:-24px'>{items}</ul>" if items else ""
        is_error = level == Qgis.MessageLevel.Critical
        self._label.setText(f"<b>{WARNING_SIGN if is_error else ''}{escape(text)}</b>{bullets}")
        everything = " ".join([text, *details])
        log(everything, level)
        self._bar.pushMessage(tr("Tidemark"), everything if is_error else text, level, MESSAGE_BAR_S)

    def error(self, error: TidemarkError) -> None:
        """Tell what was found, what is needed and what to do."""
        self.say(error.found, [part for part in (error.needed, error.do) if part], Qgis.MessageLevel.Critical)
