"""Which model the network's method takes: the box in the form, and what the model's card says of its own choices."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QFileDialog, QLineEdit, QWidget

from ...engine.contract.card import Card, find_card, installed_cards
from ...engine.contract.errors import ModelError
from ..engine.own_cards import add_card, own_cards
from ..i18n import tr
from ..log import log

OWN_CARD = "\n"
"""Stands in the box for "choose a card"; no file has this name."""


class ModelChoice(QObject):
    """Fills the box of models.

    Args:
        box: the models: a name or a card's path as data, empty for the task's default.
        scales, threshold: where the chosen model's own values show while none was typed.
        task: gives the task that was chosen.
        optical: tells whether optical images were chosen.
        form: holds them.

    Signals:
        refused: the `ModelError` of a card that the user chose.
        chosen: the user chose a model.
    """

    refused = pyqtSignal(object)
    chosen = pyqtSignal()

    def __init__(
        self,
        box: QComboBox,
        scales: QLineEdit,
        threshold: QDoubleSpinBox,
        task: Callable[[], str],
        optical: Callable[[], bool],
        form: QWidget,
    ) -> None:
        super().__init__(form)
        self._box, self._scales, self._threshold, self._task, self._optical, self._form = box, scales, threshold, task, optical, form
        self._by_user = ("", "")
        box.activated.connect(self._choose)

    def card(self) -> Card:
        """Return the card of the chosen model. Raises `ModelError`."""
        return find_card(self._box.currentData() or "", self._task(), optical=self._optical())

    def compares_dates(self) -> bool:
        """Whether the chosen model sees both dates at once."""
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
            return card.serves(task) and (card.optical is not None or not optical)

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
            box.addItem(default.title, "")
            for card in others:
                box.addItem(card.title, card.name)
            self._show_defaults(default)
        for card in own_cards():
            if fits(card):
                box.addItem(card.title, str(card.path))
        box.addItem(tr("From a card…"), OWN_CARD)
        chosen_task, chosen = self._by_user
        kept = box.findData(chosen) if chosen_task == task else -1
        first_own = 1 if optical and not is_there and box.count() > 2 else 0
        if max(kept, first_own) > 0:
            box.setCurrentIndex(kept if kept > 0 else first_own)
            self._show_defaults(self.card())

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
        self._by_user = (self._task(), str(card.path))
        self.offer()
        self._box.setCurrentIndex(self._box.findData(str(card.path)))
        self._show_defaults(card)

    def _choose(self) -> None:
        if self._box.currentData() == OWN_CARD:
            self.choose_own()
        else:
            self._by_user = (self._task(), str(self._box.currentData()))
        try:
            self._show_defaults(self.card())
        except ModelError as error:
            self._show_none(error)
        self.chosen.emit()

    def _show_defaults(self, card: Card) -> None:
        scales = ", ".join(f"{scale:g}" for scale in card.scales)
        self._scales.setPlaceholderText(tr("The model's own: {scales}").format(scales=scales))
        self._threshold.setSpecialValueText(tr("The model's own: {threshold:.2f}").format(threshold=card.threshold))
        self._box.setToolTip(card.description)

    def _show_none(self, error: ModelError) -> None:
        self._scales.setPlaceholderText("")
        self._threshold.setSpecialValueText(tr("The method's own"))
        self._box.setToolTip(str(error))
