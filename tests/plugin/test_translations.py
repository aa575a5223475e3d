"""The plugin in Spanish, French and Portuguese."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from helpers.qgis_window import Window
from tidemark.engine.contract.tasks import TASKS
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.engine.runtime import RuntimeFinder
from tidemark.plugin.i18n import ENGINE, FOLDER, install_translation, tr
from tidemark.plugin.layers.legend import translate_legend
from tidemark.plugin.processing.provider import TidemarkProvider

LANGUAGES = ("es", "fr", "pt")


class Listener(QTranslator):
    """Translates nothing, and keeps what Qt is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, text: str, *_: object) -> None:
        self.asked.add((context, text))


@pytest.fixture
def speak(qgis_app: QgsApplication) -> Iterator[Callable[[str], None]]:
    """Sets QGIS's language."""
    translators = []

    def choose(locale: str) -> None:
        QgsSettings().setValue("locale/overrideFlag", True)
        QgsSettings().setValue("locale/userLocale", locale)
        translators.append(install_translation())

    yield choose
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    for name in ("locale/overrideFlag", "locale/userLocale"):
        QgsSettings().remove(name)


@pytest.fixture
def listener(qgis_app: QgsApplication) -> Iterator[Listener]:
    """Hears what Qt is asked to translate."""
    listener = Listener()
    QCoreApplication.installTranslator(listener)
    yield listener
    QCoreApplication.removeTranslator(listener)


def known(language: str) -> dict[tuple[str, str], str]:
    """Return the translations that lie in the repository."""
    found = {}
    for context in ElementTree.parse(FOLDER / f"tidemark_{language}.ts").getroot().iter("context"):  # noqa: S314
        for message in context.iter("message"):
            found[(context.findtext("name", ""), message.findtext("source", ""))] = message.findtext("translation", "")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_make_has_made_the_translations_that_qgis_loads(language: str, speak: Callable[[str], None]) -> None:
    speak(language)
    for (context, words), own in known(language).items():
        if own:
            assert QCoreApplication.translate(context, words) == own, "run make test-plugin, which makes the .qm files anew"


def test_the_language_is_that_of_qgis_and_not_that_of_its_numbers(speak: Callable[[str], None]) -> None:
    of_numbers = QLocale()
    QLocale.setDefault(QLocale("fr"))
    speak("pt_BR")
    assert tr("Detect floods") == "Detectar inundações"
    QLocale.setDefault(of_numbers)


def test_a_language_without_translation_is_english(speak: Callable[[str], None]) -> None:
    speak("fi")
    assert tr("Detect floods") == "Detect floods"


def test_dock_and_toolbox_ask_for_no_words_that_nobody_has_translated(
    listener: Listener, qgis_processing: None, window: Window, project: QgsProject, finder: RuntimeFinder, flood: Path
) -> None:
    provider = TidemarkProvider(finder)
    provider.loadAlgorithms()
    for algorithm in provider.algorithms():
        fresh = algorithm.create()
        for say in (fresh.displayName, fresh.group, fresh.shortHelpString, fresh.tags):
            say()
    dock = TidemarkDock(window, finder, window.mainWindow())
    dock.begin()
    for task in TASKS:
        dock.form.choose_task(task)
    translate_legend(QgsRasterLayer(str(flood), "map"))
    dock.stop()
    dock.deleteLater()
    own_forms = {context for context, _ in known("es")} - {ENGINE}
    asked = {(context, words) for context, words in listener.asked if context in own_forms and words}
    assert len(asked) > 300
    assert asked - {key for key, own in known("es").items() if own} == set()


def test_legends_speak_the_language_and_their_files_stay_english(speak: Callable[[str], None], flood: Path) -> None:
    style = flood.with_suffix(".qml").read_text(encoding="utf-8")
    speak("es")
    layer = QgsRasterLayer(str(flood), "map")
    translate_legend(layer)
    labels = [entry.label for entry in layer.renderer().classes()]
    assert "Agua detectada" in labels
    assert "No observado" in labels
    assert "Water detected" in style
    assert flood.with_suffix(".qml").read_text(encoding="utf-8") == style
