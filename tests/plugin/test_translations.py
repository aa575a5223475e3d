"""The plugin in Spanish, French and Portuguese."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from helpers.plugin.dock_actions import choose, load, run
from helpers.plugin.engine_process import TwoDates
from helpers.plugin.qgis_window import Window, wait_for
from tidemark.engine.contract.errors import InputError
from tidemark.engine.contract.tasks import TASKS
from tidemark.plugin.dock.dock import TidemarkDock
from tidemark.plugin.dock.history import HistoryDialog
from tidemark.plugin.engine.runtime import RuntimeFinder
from tidemark.plugin.i18n import ENGINE, FOLDER, error_in_words, in_qgis, install_translation, tr
from tidemark.plugin.layers.legend import translate_legend
from tidemark.plugin.layers.outputs import record_of
from tidemark.plugin.processing.provider import TidemarkProvider

LANGUAGES = ("es", "fr", "pt")
OPTION = re.compile(r"(?<![\w-])--[a-z]")
NAMED = re.compile(r"in QGIS: (.*)")
QUOTED = re.compile(r"(?<!\w)'([^{}*]+?)'(?!\w)")
ONLY_ON_THE_COMMAND_LINE = {
    "Choose one with --layer.": "QGIS hands over one layer of a file",
    "Correct --connectivity.": "a choice of two in QGIS",
    "Give e.g. --classes 1.": "QGIS takes the classes of the map",
}
"""Sentences that nobody can come to in QGIS, and why."""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """What gathers the words of plugin and engine."""
    spec = importlib.util.spec_from_file_location("translations", FOLDER.parents[1] / "tools" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sentences(tool: ModuleType) -> set[str]:
    """What the engine may say in QGIS, as its sources have it."""
    return set(tool.sentences_of_engine())


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


@pytest.fixture
def comma(qgis_app: QgsApplication) -> Iterator[None]:
    """Lets numbers be written as in Brazil."""
    before = QLocale()
    QLocale.setDefault(QLocale("pt_BR"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("0.4 ha in smaller pieces left out.", "0,4 ha"),
        ("Detected water 1 863 ha (4.4 % of 41 961 ha observed); 0.5 ha not observed", "4,4 %"),
    ],
)
def test_numbers_in_sentences_are_written_as_qgis_writes_them(words: str, own: str, comma: None, speak: Callable[[str], None]) -> None:
    speak("pt_BR")
    assert own in in_qgis(words)


def test_card_slider_and_history_tell_the_same_hectares(
    dock: TidemarkDock, dates: TwoDates, tmp_path: Path, comma: None, speak: Callable[[str], None]
) -> None:
    speak("pt_BR")
    load(dock, dates.after, "lake")
    choose(dock.form.taskBox, "water")
    dock.form.folderWidget.setFilePath(str(tmp_path))
    assert "Água" in run(dock)
    found = re.search(r"\d+,\d\s+ha", dock.result.textLabel.text()).group()
    assert HistoryDialog().list.topLevelItem(0).text(3) == found
    panel = dock.result.threshold
    own = panel.percentBox.value()
    panel.percentBox.setValue(90)
    panel.percentBox.setValue(own)
    assert wait_for(lambda: "ha" in panel.titleLabel.text())
    assert found in panel.titleLabel.text()


def test_names_of_files_keep_their_points(comma: None, speak: Callable[[str], None]) -> None:
    speak("pt_BR")
    own = in_qgis("The network flood 2.5 m.onnx cannot be read as an ONNX file.")
    assert own != "The network flood 2.5 m.onnx cannot be read as an ONNX file."
    assert "flood 2.5 m.onnx" in own


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


@pytest.mark.parametrize(
    ("language", "begin", "end"), [("es", "Agua", "observado"), ("fr", "Eau", "observés"), ("pt", "Água", "observados")]
)
def test_what_the_engine_says_of_a_run_is_translated(
    speak: Callable[[str], None], flood: Path, language: str, begin: str, end: str
) -> None:
    run = record_of(str(flood))
    speak(language)
    said = in_qgis(run.summary)
    assert said.split()[0] == begin
    assert said.split()[-1] == end
    assert " ha" in said
    assert not {"Detected", "observed", "not", "of"} & set(said.replace("(", " ").split())


def test_an_error_of_the_engine_is_translated_with_the_words_of_qgis(speak: Callable[[str], None]) -> None:
    error = InputError(
        "The model 'pair' compares two dates, and there is one image.",
        "",
        "Give the older one with --before (in QGIS: 'Image before'), or choose another model.",
    )
    speak("fr")
    assert error_in_words(error) == (
        "Le modèle 'pair' compare deux dates, et il y a une image. "
        "Donnez la plus ancienne dans 'Image antérieure', ou choisissez un autre modèle."
    )


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("scene.tif is a folder. Nobody knows this sentence.", "scene.tif es una carpeta. Nobody knows this sentence."),
        ("In the image before: Only 12% of the pixels were observed.", "En la imagen anterior: Solo se observó el 12% de los píxeles."),
        (
            "3 polygons, 12 ha; 0.4 ha in smaller pieces left out. Written to a.gpkg",
            "3 polígonos, 12 ha; 0.4 ha en piezas menores omitidas. Escrito en a.gpkg",
        ),
        ("0 ha not observed; 0 features", "0 ha no observado; 0 manchas"),
        (
            (
                "a.tif is a folder. Add the missing band's file, name the bands with --bands, e.g. VV=1,VH=2 (in QGIS: 'VV is' and 'VH "
                "is', or 'Bands' in the toolbox), or choose a method that takes one band (--method otsu; in QGIS: 'Method')."
            ),
            (
                "a.tif es una carpeta. Añada el archivo de la banda que falta, nombre las bandas en 'VV es' y 'VH es', o 'Bandas' en la "
                "caja de herramientas, o elija un método que tome una banda ('Método': otsu)."
            ),
        ),
        ("2 features (confidence high 1, low 1)", "2 manchas (confianza: alta 1, baja 1)"),
        ("/data/{a}.tif is a folder.", "/data/{a}.tif es una carpeta."),
        ("", ""),
    ],
)
def test_sentences_are_translated_one_by_one_and_names_stay(speak: Callable[[str], None], said: str, own: str) -> None:
    speak("es")
    assert in_qgis(said) == own


def test_every_sentence_of_the_engine_can_be_filled_in(speak: Callable[[str], None]) -> None:
    for language in LANGUAGES:
        speak(language)
        sentences = [words for context, words in known(language) if context == ENGINE]
        filled = [in_qgis(words.replace("{", "").replace("}", "")) for words in sentences]
        assert [words for words in filled if "{" in words or "}" in words] == []


def test_no_option_of_the_command_line_is_named_in_qgis(sentences: set[str], speak: Callable[[str], None]) -> None:
    for language in ("en", *LANGUAGES):
        speak(language)
        said = {words: in_qgis(words) for words in sentences}
        assert {own for words, own in said.items() if OPTION.search(own) and words not in ONLY_ON_THE_COMMAND_LINE} == set()
    assert sentences >= ONLY_ON_THE_COMMAND_LINE.keys()


def test_what_the_engine_calls_by_its_place_in_qgis_is_called_so_there(tool: ModuleType, sentences: set[str]) -> None:
    places = {words for _, words in tool.words_of_plugin()} | {"Raster > Raster Calculator"}
    called = {name for words in sentences if OPTION.search(words) for found in NAMED.findall(words) for name in QUOTED.findall(found)}
    assert called - places == set()
    assert len(called) > 10
    for language in LANGUAGES:
        own = known(language)
        places = {translation for (context, _), translation in own.items() if context != ENGINE}
        told = [own.get((ENGINE, words), "") for words in sentences if OPTION.search(words)]
        assert {name for words in told for name in QUOTED.findall(words)} - places == set(), language
