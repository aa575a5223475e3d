"""Which model the network's method takes: the box in the form, and what the model's card says of its own choices."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QFileDialog, QLineEdit, QWidget

from ..engine.card import Card, find_card, installed_cards
from ..engine.errors import ModelError
from .i18n import tr
from .log import log
from .own_cards import add_card, own_cards

OWN_CARD = "\n"
"""Stands in the box for "choose a card"; no file has this name."""


class ModelChoice(QObject):
    """Fills the box of models.

    Args:
        box: the models: a name or a card's path as data, empty for the task's default.
        scales, threshold: where the chosen model's own values show while none was typed.
        task: gives the task that was chosen.
        form: holds them.

    Signals:
        refused: the `ModelError` of a card that the user chose.
    """

    refused = pyqtSignal(object)

    def __init__(self, box: QComboBox, scales: QLineEdit, threshold: QDoubleSpinBox, task: Callable[[], str], form: QWidget) -> None:
        super().__init__(form)
        self._box, self._scales, self._threshold, self._task, self._form = box, scales, threshold, task, form
        box.activated.connect(self._choose)

    def card(self) -> Card:
        """Return the card of the chosen model. Raises `ModelError`."""
        return find_card(self._box.currentData(), self._task())

    def offer(self) -> None:
        """Offer the task's models: its default, the other installed ones, and the user's own."""
        box, task = self._box, self._task()
        box.clear()
        try:
            default = find_card("", task)
            others = [card for card in installed_cards() if card.serves(task) and card.name != default.name]
        except ModelError as error:
            log(str(error))
            box.addItem(tr("None is installed"), "")
            self._show_none(error)
        else:
            box.addItem(default.title, "")
            for card in others:
                box.addItem(card.title, card.name)
            self._show_defaults(default)
        for card in own_cards():
            if card.serves(task):
                box.addItem(card.title, str(card.path))
        box.addItem(tr("From a card…"), OWN_CARD)

    def choose_own(self) -> None:
        """Let the user add a model of their own by its card, and choose it."""
        self._box.setCurrentIndex(0)
        path, _ = QFileDialog.getOpenFileName(self._form, tr("Model card"), "", tr("Model cards (*.json)"))
        if not path:
            return
        try:
            card = add_card(path, self._task())
        except ModelError as error:
            self.refused.emit(error)
            return
        self.offer()
        self._box.setCurrentIndex(self._box.findData(str(card.path)))
        self._show_defaults(card)

    def _choose(self) -> None:
        if self._box.currentData() == OWN_CARD:
            self.choose_own()
        try:
            self._show_defaults(self.card())
        except ModelError as error:
            self._show_none(error)

    def _show_defaults(self, card: Card) -> None:
        scales = ", ".join(f"{scale:g}" for scale in card.scales)
        self._scales.setPlaceholderText(tr("The model's own: {scales}").format(scales=scales))
        self._threshold.setSpecialValueText(tr("The model's own: {threshold:.2f}").format(threshold=card.threshold))
        self._box.setToolTip(card.description)

    def _show_none(self, error: ModelError) -> None:
        self._scales.setPlaceholderText("")
        self._threshold.setSpecialValueText(tr("The method's own"))
        self._box.setToolTip(str(error))
