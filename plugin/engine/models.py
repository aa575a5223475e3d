"""Keep the user's own models, by their cards' paths in QGIS's settings, and name the installed ones."""

from __future__ import annotations

import json
from pathlib import Path

from qgis.core import QgsSettings

from ...engine.contract.card import Card, find_card, installed_cards, read_card
from ...engine.contract.errors import ModelError
from ..i18n import tr
from ..log import log

SETTING_CARDS = "tidemark/own_cards"


def own_cards() -> list[Card]:
    """Return the cards that were added and can be read now, in that order."""
    cards = []
    for path in _paths():
        try:
            cards.append(read_card(path))
        except ModelError as error:
            log(str(error))
    return cards


def add_card(path: str, task: str) -> Card:
    """Remember a card. Raises `ModelError` where it cannot be used for the task, or its network is not the one it describes."""
    card = find_card(path, task)
    card.verify()
    _keep([*(kept for kept in _paths() if kept != card.path), card.path])
    return card


def remove_card(card: Card) -> None:
    """Forget a card; its files stay where they are."""
    _keep([kept for kept in _paths() if kept != card.path])


def is_own(card: Card) -> bool:
    """Return whether the card was added by the user."""
    return card.path in _paths()


def model_names(task: str) -> str:
    """Return the names of the models that are installed for a task, as words for a help text."""
    try:
        return ", ".join(card.name for card in installed_cards() if card.serves(task)) or tr("none")
    except ModelError as error:
        return str(error)


def _paths() -> list[Path]:
    # QgsSettings gives a list of one back as a string.
    return [Path(path) for path in json.loads(QgsSettings().value(SETTING_CARDS, "[]"))]


def _keep(paths: list[Path]) -> None:
    QgsSettings().setValue(SETTING_CARDS, json.dumps([str(path) for path in paths]))
