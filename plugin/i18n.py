"""English source strings and their translation; what the engine says, in the user's language and in the words of QGIS.

The engine speaks English. Its sentences, with the places where something is put in, lie in ``resources/translations/engine.txt``
(``make translations`` takes them from its sources), and are translated like the plugin's own words, in a context of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from ..engine.contract.errors import TidemarkError
from ..engine.contract.record import hectares_in_words

CONTEXT, ENGINE = "Tidemark", "Engine"
FOLDER = Path(__file__).resolve().parents[1] / "resources" / "translations"
SENTENCES = FOLDER / "engine.txt"
HERE = r"in QGIS: ((?:[^()]|\([^()]*\))*)\)"
"""What something is called in QGIS, up to the bracket that ends it; names hold brackets of their own."""
IN_BRACKETS = re.compile(rf"\([^();]*; {HERE}")
OPTION_FOR_BOTH = re.compile(rf"--[\w-]+(?:,? (?:e\.g\. )?[^\s()]+)? \({HERE}")
"""An option with its value, or an example of one, and nothing else: what stands between would be lost."""
PLACEHOLDER = re.compile(r"\\\{(\w+)\\\}")
BETWEEN = re.compile(r"(; (?!in QGIS: )|(?<=[.?])(?<!e\.g\.) )")
"""What stands between two sentences; not what stands inside one, before an example or the name in QGIS."""
DECIMAL = re.compile(r"(?<![^\s(±+-])([+-]?\d+)\.(\d+)(?=$|[\s,;:%)])")
FILE = re.compile(r"[/\\]|\.[A-Za-z]\w+$")
"""What is put into a sentence and is a file, or ends with one: its name may hold points."""


def install_translation() -> QTranslator:
    """Let Qt translate into the language that QGIS speaks, and return what does it; English where there is no translation."""
    translator = QTranslator()
    # QLocale() is how QGIS writes numbers and dates, which may be set apart from its language.
    if translator.load(QLocale(QgsApplication.locale()), "tidemark", "_", str(FOLDER)):
        QCoreApplication.installTranslator(translator)
    return translator


def tr(text: str) -> str:
    """Return the text in the user's language, or as it is where no translation is installed."""
    return str(QCoreApplication.translate(CONTEXT, text))


def in_qgis(text: str) -> str:
    """Return the engine's words in the user's language, with what is said to users of the command line left out.

    The engine names an option for both: "(--wind; in QGIS: 'Wind')", "with --before (in QGIS: 'Image before')", or with an example,
    "with --bands, e.g. VV=1 (in QGIS: 'Bands')".
    """
    return OPTION_FOR_BOTH.sub(r"\1", IN_BRACKETS.sub(r"(\1)", _translated(text)))


def error_in_words(error: TidemarkError) -> str:
    """Return what was found, what is needed and what to do."""
    return " ".join(in_qgis(part) for part in (error.found, error.needed, error.do) if part)


def number(value: float, form: str) -> str:
    """Return a number as QGIS writes it, with a decimal comma where its user has one.

    Args:
        form: as Python has it, for example ".1f".
    """
    return format(value, form).replace(".", QLocale().decimalPoint())


def hectares(value: float) -> str:
    """Return hectares as the engine's sentences have them in the user's language."""
    words = hectares_in_words(value)
    return _put_in(words) if _sentences(QgsApplication.locale()) else words


def _translated(text: str) -> str:
    """Translate a text of the engine as a whole, else sentence by sentence; what is not known stays as it is."""
    whole = _sentence(text)
    return "".join(part if (own := _sentence(part)) is None else own for part in BETWEEN.split(text)) if whole is None else whole


def _sentence(text: str) -> str | None:
    """Return a sentence of the engine in the user's language, None where there is no translation of it."""
    for pattern, sentence in _sentences(QgsApplication.locale()):
        found = pattern.fullmatch(text)
        own = QCoreApplication.translate(ENGINE, sentence) if found else sentence
        if found and own != sentence:
            return str(own).format(**{name: _put_in(words) for name, words in found.groupdict().items()})
    return None


def _put_in(words: str) -> str:
    """Return what stands at a place of a sentence in the user's language, its numbers as QGIS writes them."""
    own = _translated(words)
    return own if FILE.search(words) else DECIMAL.sub(rf"\1{QLocale().decimalPoint()}\2", own)


@lru_cache
def _sentences(_locale: str) -> list[tuple[re.Pattern[str], str]]:
    """Return the engine's sentences that are translated into a language, each with what matches it; those that say most come first.

    Args:
        _locale: QGIS's, whose translation is installed; the sentences are looked up once for each.
    """
    sentences = SENTENCES.read_text(encoding="utf-8").splitlines()
    sentences = [sentence for sentence in sentences if QCoreApplication.translate(ENGINE, sentence) != sentence]
    sentences.sort(key=lambda sentence: (-len(re.sub(r"\{\w+\}", "", sentence)), sentence))
    return [(re.compile(PLACEHOLDER.sub(r"(?P<\1>.*?)", re.escape(sentence)), re.DOTALL), sentence) for sentence in sentences]
