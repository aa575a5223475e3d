"""The translations have every word of the plugin, and keep what may not be changed."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tidemark.engine.contract.classes import LEGEND
from tidemark.engine.contract.options import OPTIONS
from tidemark.engine.contract.tasks import TASKS

TOOL = Path(__file__).resolve().parents[2] / "tools" / "translations.py"
LANGUAGES = ("es", "fr", "pt")
MOST_LETTERS = 40
"""As in the longest English entry, "Possible water among plants or buildings"."""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_plugin_is_translated_and_none_that_is_gone_stays(tool: ModuleType, language: str) -> None:
    assert tool.faults_of(language) == [], "run make translations, and fill in what it names"


def test_the_list_of_the_engines_sentences_is_the_one_of_its_sources(tool: ModuleType) -> None:
    assert set(tool.SENTENCES.read_text(encoding="utf-8").splitlines()) == tool.sentences_of_engine(), "run make translations"


def test_words_in_calls_tables_forms_and_legends_are_found(tool: ModuleType) -> None:
    words = {words for _, words in tool.words_of_plugin()}
    assert "Detection" in words  # a constant that a call names
    assert "Make polygons" in words  # an attribute of an algorithm
    assert "Advanced options" in words  # a form
    assert "80 % (likely)" in words  # a style
    assert {task.title for task in TASKS.values()} <= words
    assert {option.tip for option in OPTIONS.values()} <= words
    assert "aftermath" not in words  # an id


def test_the_names_of_what_is_put_into_a_sentence_stay(tool: ModuleType) -> None:
    tree = ast.parse(
        'def f(path, first, last):\n    """Not said. Ever."""\n    raise E(f"{path.name} is damaged: rows {first} to {last.row} fail.")'
    )
    assert list(tool.sentences_of(tree)) == ["{name} is damaged: rows {first} to {row} fail."]


@pytest.mark.parametrize(
    ("english", "own", "fault"),
    [
        ("Written to {path}", "Escrito en {ruta}", "placeholders"),
        ("about {minutes:.0f} min left", "faltan {minutes} min", "placeholders"),
        ("<b>Now</b>", "<b>Ahora", "tags"),
        ("Install…", "Instalar", "end"),
        (" or ", "o", "end"),
    ],
)
def test_a_translation_that_loses_something_is_told(tool: ModuleType, english: str, own: str, fault: str) -> None:
    assert [fault in told for told in tool.differences(english, own)] == [True]


def test_a_translation_may_put_things_in_another_order(tool: ModuleType) -> None:
    assert tool.differences("{done} of {total} rows", "{total} filas, {done} hechas") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_legend_entries_have_room_beside_the_map_on_a_page(tool: ModuleType, language: str) -> None:
    known = tool.read(language)
    entries = [known[(tool.CONTEXT, words)] for words in [*LEGEND.values(), *(task.legend for task in TASKS.values())]]
    assert [entry for entry in entries if len(entry) > MOST_LETTERS] == []
