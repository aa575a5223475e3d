"""Tell the user something: in a line of the dock, in QGIS's message bar and in its log."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QToolButton

from ...engine.contract.errors import TidemarkError
from ..i18n import in_qgis, tr
from ..log import log
from .boxes import WrappedText

MESSAGE_BAR_S = 10
WARNING_SIGN = "⚠ "
AFTER_QGIS_MS = 200
"""QGIS itself says "Task complete" in the message bar, and the newest message covers the others."""


def with_details(text: str, details: Iterable[str]) -> str:
    """Return a line in bold with details as bullets below it, in HTML."""
    items = "".join(f"<li>{escape(in_qgis(detail))}</li>" for detail in details)
    return f"<b>{escape(in_qgis(text))}</b>" + (f"<ul style='margin-left:-24px'>{items}</ul>" if items else "")


class Messages:
    """Tells one thing at a time: a line, and details below it. A question stands below that until it is answered.

    Args:
        label: holds the whole message.
        bar: holds the line's first part, for some seconds.
        open_log: shows the log, which holds all that was told.
    """

    def __init__(self, label: WrappedText, bar: QgsMessageBar, open_log: Callable[[], None]) -> None:
        self._label, self._bar, self._open_log = label, bar, open_log
        self._told = self._question = ""
        self._waiting = ("", Qgis.MessageLevel.Info)
        self._later = QTimer(label)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._push)
        self.clear()

    def clear(self) -> None:
        """Take the last message away."""
        self._told = ""
        self._show()

    def say(self, text: str, details: Iterable[str], level: Qgis.MessageLevel = Qgis.MessageLevel.Success) -> None:
        """Tell something in the dock, the message bar and the log."""
        details = list(details)
        is_error = level == Qgis.MessageLevel.Critical
        self._told = (WARNING_SIGN if is_error else "") + with_details(text, details)
        self._show()
        self.announce(text, details, level)

    def announce(self, text: str, details: Iterable[str], level: Qgis.MessageLevel = Qgis.MessageLevel.Success) -> None:
        """Tell something in the message bar and the log only."""
        everything = " ".join(map(in_qgis, [text, *details]))
        log(everything, level)
        words = everything if level == Qgis.MessageLevel.Critical else in_qgis(text).split("; ")[0]
        self._waiting = (words, level)
        self._later.start(AFTER_QGIS_MS)

    def ask(self, text: str, question: str) -> None:
        """Tell something in the dock that a click on a link answers; an earlier question goes."""
        self._question = f"<div>{escape(text)} <a href='yes'>{escape(question)}</a></div>"
        self._show()

    def end_question(self) -> None:
        """Take the question away."""
        self._question = ""
        self._show()

    def error(self, error: TidemarkError) -> None:
        """Tell what was found, what is needed and what to do."""
        self.say(error.found, [part for part in (error.needed, error.do) if part], Qgis.MessageLevel.Critical)

    def _show(self) -> None:
        self._label.setText(self._told + self._question)
        self._label.setVisible(bool(self._told or self._question))

    def _push(self) -> None:
        words, level = self._waiting
        item = self._bar.createMessage(tr("Tidemark"), words)
        button = QToolButton(item)
        button.setText(tr("Open log"))
        button.setToolTip(tr("Show the log, which holds all that Tidemark has told"))
        button.clicked.connect(lambda: self._open_log())
        item.layout().addWidget(button)
        self._bar.pushWidget(item, level, MESSAGE_BAR_S)
