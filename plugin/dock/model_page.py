"""The model page of the dock: what a model is for, how it measured, and where it fails, from its card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser, QVBoxLayout, QWidget

from ...engine.contract.card import Card
from ..engine.own_cards import is_own
from ..i18n import tr


class ModelPage(QWidget):
    """Shows one card.

    Signals:
        left: the user wants to go back to the form.
        add_asked: the user wants to add a model of their own.
        remove_asked: the user wants the shown model of their own off the list; carries its `Card`.
    """

    left = pyqtSignal()
    add_asked = pyqtSignal()
    remove_asked = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Optional[Card] = None
        self.text = QTextBrowser(self)
        self.addButton = QPushButton(tr("Add a model of your own…"), self)
        self.addButton.setToolTip(tr("Its card (NAME.json) with its network (.onnx) beside it; the folder models of Tidemark has examples"))
        self.addButton.clicked.connect(self.add_asked)
        self.removeButton = QPushButton(tr("Take this model off the list"), self)
        self.removeButton.setToolTip(tr("Its files stay where they are"))
        self.removeButton.clicked.connect(lambda: self.remove_asked.emit(self._card))
        self.backButton = QPushButton(tr("Back"), self)
        self.backButton.clicked.connect(self.left)
        layout = QVBoxLayout(self)
        for widget in (self.text, self.addButton, self.removeButton, self.backButton):
            layout.addWidget(widget)

    def show_card(self, card: Card) -> None:
        """Show a model's card."""
        self._card = card
        self.text.setHtml(in_html(card))
        self.removeButton.setVisible(is_own(card))


def in_html(card: Card) -> str:
    """Tell a card to people."""
    low, high = card.pixel_range_m
    facts = [
        tr("Bands: {bands}").format(bands=", ".join(card.bands)),
        *([tr("Optical bands: {bands}").format(bands=", ".join(card.optical.bands))] if card.optical else []),
        tr("Pixels of {low:g} to {high:g} m as they are; others are resampled").format(low=low, high=high),
        tr("Threshold: {threshold:.2f}").format(threshold=card.threshold),
        tr("Card: {path}").format(path=card.path),
    ]
    return "".join(
        [
            f"<h3>{escape(card.title)}</h3><p>{escape(card.description)}</p>",
            "<ul style='margin-left:-24px'>" + "".join(f"<li>{escape(fact)}</li>" for fact in facts) + "</ul>",
            f"<h4>{escape(tr('Measured'))}</h4>",
            _figures(card.figures),
        ]
    )


def _figures(figures: Sequence[Mapping[str, Any]]) -> str:
    """Return one table for each data set: measures across, places down. A measure is named "IoU, mekong": what, where."""
    if not figures:
        return f"<p>{escape(tr('Its card has no figures: nobody has told how good it is.'))}</p>"
    commands = list(dict.fromkeys(str(figure.get("command", "")) for figure in figures if figure.get("command")))
    again = f"<p>{escape(tr('Measured again by:'))}<br/>{'<br/>'.join(f'<code>{escape(command)}</code>' for command in commands)}</p>"
    return "".join(_table(data, figures) for data in dict.fromkeys(str(figure["data"]) for figure in figures)) + (again if commands else "")


def _table(data: str, figures: Sequence[Mapping[str, Any]]) -> str:
    cells: dict[tuple[str, str], str] = {}
    for figure in figures:
        if str(figure["data"]) == data:
            what, _, where = str(figure["measure"]).partition(", ")
            cells[(where, what)] = f"{figure['value']:g}" if isinstance(figure["value"], (int, float)) else escape(str(figure["value"]))
    places = list(dict.fromkeys(where for where, _ in cells))
    measures = list(dict.fromkeys(what for _, what in cells))
    head = "".join(f"<th align='right'>{escape(what)}</th>" for what in measures)
    rows = (
        f"<tr><td>{escape(where)}</td>" + "".join(f"<td align='right'>{cells.get((where, what), '')}</td>" for what in measures) + "</tr>"
        for where in places
    )
    return f"<p>{escape(data)}</p><table cellspacing='4' style='white-space:nowrap'><tr><th></th>{head}</tr>{''.join(rows)}</table>"
