"""The models of the network's method: the box in the form, and the page that tells what a model is for, from its card."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QFileDialog, QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from ...engine.contract.card import Card, find_card, installed_cards
from ...engine.contract.errors import ModelError
from ..engine.models import add_card, is_own, own_cards, remove_card
from ..i18n import error_in_words, in_qgis, number, tr
from ..log import log

OWN_CARD = "\n"
"""Stands in the box for "choose a card"; no file has this name."""


class ModelChoice(QObject):
    """Fills the box of models.

    Args:
        box: the models: a name or a card's path as data, empty for the task's default.
        scales, threshold: where the chosen model's own values show while none was typed.
        task: gives the task that was chosen.
        optical: tells how many optical images were chosen.
        form: holds them.

    Attributes:
        tells_possible_water: whether the chosen model tells possible water from open water.

    Signals:
        refused: the `ModelError` of a card that the user chose.
        chosen: the user chose a model, or took one off the list.
    """

    refused = pyqtSignal(object)
    chosen = pyqtSignal()

    def __init__(
        self,
        box: QComboBox,
        scales: QLineEdit,
        threshold: QDoubleSpinBox,
        task: Callable[[], str],
        optical: Callable[[], int],
        form: QWidget,
    ) -> None:
        super().__init__(form)
        self._box, self._scales, self._threshold, self._task, self._optical, self._form = box, scales, threshold, task, optical, form
        self._by_user = ("", "")
        self.tells_possible_water = False
        box.activated.connect(self._choose)

    def card(self) -> Card:
        """Return the card of the chosen model. Raises `ModelError`."""
        return find_card(self._box.currentData() or "", self._task(), optical=self._optical())

    def compares_dates(self) -> bool:
        """Return whether the chosen model sees both dates at once."""
        try:
            return self.card().compares_dates
        except ModelError:  # said where the model is chosen
            return False

    def offer(self) -> None:
        """Offer the task's models: its default, the other installed ones, and the user's own; with optical images, those that see them.

        A model that was chosen stays so where it is offered still; where no installed one fits, the user's own comes first.
        """
        box, task, optical = self._box, self._task(), self._optical()
        box.clear()

        def fits(card: Card) -> bool:
            return card.serves(task) and (not optical or (card.optical is not None and card.optical.least_dates <= optical))

        is_there = True
        try:
            default = find_card("", task, optical=optical)
            others = [card for card in installed_cards() if fits(card) and card.name != default.name]
        except ModelError as error:
            log(str(error))
            is_there = False
            box.addItem(tr("None is installed"), "")
            self._show_none(error)
        else:
            box.addItem(in_qgis(default.title), "")
            for card in others:
                box.addItem(in_qgis(card.title), card.name)
            self._show_defaults(default)
        for card in own_cards():
            if fits(card):
                box.addItem(in_qgis(card.title), str(card.path))
        box.addItem(tr("From a card…"), OWN_CARD)
        chosen_task, chosen = self._by_user
        kept = box.findData(chosen) if chosen_task == task else -1
        first_own = 1 if optical and not is_there and box.count() > 2 else 0
        if max(kept, first_own) > 0:
            box.setCurrentIndex(kept if kept > 0 else first_own)
            self._show_defaults(self.card())

    def reset(self) -> None:
        """Choose the task's default."""
        self._by_user = ("", "")
        self.offer()

    def choose_own(self) -> bool:
        """Let the user add a model of their own by its card, and choose it; return False where another one stays chosen."""
        path, _ = QFileDialog.getOpenFileName(self._form, tr("Model card"), "", tr("Model cards (*.json)"))
        card = self._add(path) if path else None
        if card is None:
            self.offer()  # the box may stand at "From a card…"
            return False
        self._by_user = (self._task(), str(card.path))
        self.offer()
        self.chosen.emit()
        return bool(self._box.currentData() == str(card.path))

    def remove(self, card: Card) -> None:
        """Take a model of the user's own off the list."""
        remove_card(card)
        self.offer()
        self.chosen.emit()

    def choose(self, name: str) -> bool:
        """Choose a model by its name, as the user does; return False where the task's default stands in its place."""
        own = {card.name: str(card.path) for card in own_cards()}
        row = max(self._box.findData(value) for value in (name, own.get(name, name)))
        self._box.setCurrentIndex(max(row, 0))
        self._choose()
        try:
            return self.card().name == name
        except ModelError:  # said where the model is chosen
            return False

    def _add(self, path: str) -> Card | None:
        try:
            return add_card(path, self._task())
        except ModelError as error:
            self.refused.emit(error)
            return None

    def _choose(self) -> None:
        if self._box.currentData() == OWN_CARD:
            self.choose_own()
            return
        self._by_user = (self._task(), str(self._box.currentData()))
        try:
            self._show_defaults(self.card())
        except ModelError as error:
            self._show_none(error)
        self.chosen.emit()

    def _show_defaults(self, card: Card) -> None:
        self.tells_possible_water = card.possible_threshold is not None
        scales = ", ".join(f"{scale:g}" for scale in card.scales)
        self._scales.setPlaceholderText(tr("The model's own: {scales}").format(scales=scales))
        self._threshold.setSpecialValueText(tr("The model's own: {threshold}").format(threshold=number(card.threshold, ".2f")))
        self._box.setToolTip(card.description)

    def _show_none(self, error: ModelError) -> None:
        self.tells_possible_water = False
        self._scales.setPlaceholderText("")
        self._threshold.setSpecialValueText(tr("The method's own"))
        self._box.setToolTip(error_in_words(error))


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
        tr("Pixels of {low} to {high} m as they are; others are resampled").format(low=number(low, "g"), high=number(high, "g")),
        tr("Threshold: {threshold}").format(threshold=number(card.threshold, ".2f")),
        tr("Card: {path}").format(path=card.path),
    ]
    return "".join(
        [
            f"<h3>{escape(in_qgis(card.title))}</h3><p>{escape(card.description)}</p>",
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
            value = figure["value"]
            cells[(where, what)] = number(value, "g") if isinstance(value, (int, float)) else escape(str(value))
    places = list(dict.fromkeys(where for where, _ in cells))
    measures = list(dict.fromkeys(what for _, what in cells))
    head = "".join(f"<th align='right'>{escape(what)}</th>" for what in measures)
    rows = (
        f"<tr><td>{escape(where)}</td>" + "".join(f"<td align='right'>{cells.get((where, what), '')}</td>" for what in measures) + "</tr>"
        for where in places
    )
    return f"<p>{escape(data)}</p><table cellspacing='4' style='white-space:nowrap'><tr><th></th>{head}</tr>{''.join(rows)}</table>"
