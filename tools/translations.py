"""Bring the translations, ``resources/translations/tidemark_XX.ts``, up to date with the words of plugin and engine.

Usage: translations.py. New words are added without a translation, words that are gone are removed, and every fault is printed; exit status
1 where there is one. Linguist, or any editor, fills in the rest. `make package` turns the files into the ``.qm`` files that QGIS loads.

Words of the plugin are: texts in ``tr("…")``; constants and class attributes that ``tr(NAME)`` and ``tr(self.name)`` name; constants whose
names end in ``_TITLES``, ``_HELP`` or ``_WORDS``; the forms (``.ui``); the legends (``.qml``); the tables of tasks, options and classes.

Sentences of the engine are the texts and f-strings of its sources that begin and end as sentences do, and `PHRASES`. The plugin recognises
them by ``resources/translations/engine.txt``, where a name in braces stands for what is put in. One without a translation stays English.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from tidemark.engine.contract.card import SAY_BANDS
from tidemark.engine.contract.classes import LEGEND
from tidemark.engine.contract.options import OPTIONS
from tidemark.engine.contract.tasks import OIL, TASKS
from tidemark.engine.raster.bands import BANDS_OPTION

ROOT = Path(__file__).resolve().parent.parent
PLUGIN, STYLES, FOLDER = ROOT / "plugin", ROOT / "resources" / "styles", ROOT / "resources" / "translations"
MODELS = ROOT / "models"
SENTENCES = FOLDER / "engine.txt"
LANGUAGES = ("es", "fr", "pt")
CONTEXT, ENGINE = "Tidemark", "Engine"
"""Those of the code with the tables, and of the engine's sentences; each form has a context of its own."""

ENDINGS = ("_TITLES", "_HELP", "_WORDS")
PLACEHOLDER = re.compile(r"\{[^}]*\}")
TAG = re.compile(r"</?\w+")
LABEL = re.compile(r'label="([^"]*[A-Za-z]{3}[^"]*)"')
SENTENCE = re.compile(r"(?!.*(\{\}|= \?$))[A-Z'\"{].* .*[.?]")
NOT_IN_QGIS = ("training", "simulation", "cli", "cluster.py", "readme.py", "tasks.py")
"""Folders and files of the engine whose sentences nobody reads in QGIS, or which are in the tables."""

LEAST_LETTERS = 8
"""A sentence with fewer letters of its own could be taken for anything."""

LEVELS_FOUND = [
    ", ".join(f"{level} {{{level}}}" for level in some) for number in (1, 2, 3) for some in combinations(("high", "medium", "low"), number)
]
"""How the engine counts possible oil by its confidence: levels that were not found are left out."""

PHRASES = (
    BANDS_OPTION,
    *(f"Detected {task.detects} {{area}} ({{looked_at}})" for task in TASKS.values()),
    *(f"Detected {task.detects} in {{share}} of the {{pixels}}" for task in TASKS.values()),
    "observed pixels",
    "pixels that were mapped",
    "nothing was mapped",
    "{share} of {area} observed",
    "{share} of {area} mapped",
    "{share} decrease of backscatter",
    "{share} increase of backscatter",
    "{share} possible water among plants or buildings",
    "{share} reference water",
    "{share} not mapped (left out, {masked} of what was observed)",
    "{share} not observed",
    "{share} not observed (hectares unknown: no georeference)",
    "{share} of the pixels",
    "{count} polygons, {area}",
    "{count} polygon, {area}",
    "{area} in smaller pieces left out.",
    "No polygons: nothing was detected, or only pieces below the minimum ({area}).",
    "{count} zones",
    "detected {area} in them.",
    "Written to {path}",
    "In the image before: {text}",
    "{count} features",
    *(f"{{count}} features (confidence {levels})" for levels in LEVELS_FOUND),
    *(f"{{count}} feature (confidence {levels})" for levels in LEVELS_FOUND if "," not in levels),
)
"""Parts of sentences and of the end messages, which the engine puts together."""

Words = dict[tuple[str, str], str]
"""Translations by context and English words; empty where there is none."""


def words_of_plugin() -> set[tuple[str, str]]:
    """Return all words of the plugin, as context and English words."""
    trees = [ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in sorted(PLUGIN.rglob("*.py"))]
    code = {words for tree in trees for words in words_in_calls(tree)}
    named = {name for tree in trees for name in names_in_calls(tree)}
    constants = {words for tree in trees for words in words_of_constants(tree, named)}
    return {(CONTEXT, words) for words in {*code, *constants, *words_of_tables(), *words_of_legends()} if words} | set(words_of_forms())


def calls_of_tr(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield what is handed to `tr`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node.args[0]


def words_in_calls(tree: ast.AST) -> Iterator[str]:
    """Yield the texts that are handed to `tr` themselves, or as what `get` falls back on."""
    for given in calls_of_tr(tree):
        for value in given.args[-1:] if isinstance(given, ast.Call) else [given]:
            yield from words_of_value(value)


def names_in_calls(tree: ast.AST) -> Iterator[str]:
    """Yield the names of constants and attributes that are handed to `tr`, also one by one in a comprehension."""
    loops = (node for node in ast.walk(tree) if isinstance(node, ast.ListComp) and any(True for _ in calls_of_tr(node.elt)))
    for given in [*calls_of_tr(tree), *(loop.generators[0].iter for loop in loops)]:
        table = given.value if isinstance(given, ast.Subscript) else given
        yield from (node.id for node in ast.walk(table) if isinstance(node, ast.Name) and node.id.isupper())
        yield from (node.attr for node in ast.walk(table) if isinstance(node, ast.Attribute))


def words_of_constants(tree: ast.Module, named: set[str]) -> Iterator[str]:
    """Yield the words of the module's constants and its classes' attributes that have these names, or one of `ENDINGS`."""
    for node in [*tree.body, *(part for one in tree.body if isinstance(one, ast.ClassDef) for part in one.body)]:
        for name, value in assignments(node):
            if name in named or name.endswith(ENDINGS):
                yield from words_of_value(value)


def assignments(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a statement gives a value, each with its value."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
    for target in targets:
        if isinstance(target, ast.Name) and value is not None:
            yield target.id, value
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            yield from ((one.id, part) for one, part in zip(target.elts, value.elts, strict=True) if isinstance(one, ast.Name))


def words_of_value(value: ast.expr) -> Iterator[str]:
    """Yield the words of a text, a tuple, a choice, or the values of a table."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    parts: list[ast.expr] = value.values if isinstance(value, ast.Dict) else value.elts if isinstance(value, (ast.Tuple, ast.List)) else []
    for part in [value.body, value.orelse] if isinstance(value, ast.IfExp) else parts:
        yield from words_of_value(part)


def words_of_tables() -> Iterator[str]:
    """Yield the words that engine and plugin share."""
    for task in TASKS.values():
        yield from (
            task.title,
            task.action,
            task.legend,
            task.limits,
            task.method_help,
            task.image_label,
            task.before_label,
            task.without_before,
        )
        yield from task.methods.values()
    for option in OPTIONS.values():
        yield from (option.title, option.tip)
    yield from (*LEGEND.values(), SAY_BANDS)


def words_of_legends() -> Iterator[str]:
    """Yield the legend entries of the styles; those with a degree of confidence are of oil only."""
    for path in sorted(STYLES.glob("*.qml")):
        labels = LABEL.findall(path.read_text(encoding="utf-8"))
        yield from (label.replace("@DETECTED@", OIL.legend) for label in labels if label != "@DETECTED@")


def words_of_forms() -> Iterator[tuple[str, str]]:
    """Yield context and words of the forms."""
    for path in sorted(PLUGIN.rglob("*.ui")):
        form = ElementTree.parse(path).getroot()  # noqa: S314 (a file of the repository)
        for text in form.iter("string"):
            if text.text and text.get("notr") != "true":
                yield form.findtext("class", ""), text.text


def sentences_of_engine() -> set[str]:
    """Return the sentences that the engine may say in QGIS, its phrases, and the titles of its models."""
    paths = [path for path in sorted((ROOT / "engine").rglob("*.py")) if not set(path.parts) & set(NOT_IN_QGIS)]
    found = {words for path in paths for words in sentences_of(ast.parse(path.read_text(encoding="utf-8"), str(path)))}
    detected = {task.detects for task in TASKS.values()}
    tips = " ".join(option.tip for option in OPTIONS.values())
    enough = {words for words in found if len(re.findall("[A-Za-z]", PLACEHOLDER.sub("", words))) >= LEAST_LETTERS and words not in tips}
    titles = {json.loads(path.read_text(encoding="utf-8"))["properties"]["title"] for path in MODELS.glob("*.json")}
    return enough | set(PHRASES) | detected | titles


def sentences_of(tree: ast.Module) -> Iterator[str]:
    """Yield the sentences of a source that are no docstrings, with names for what is put in."""
    outer = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Expr) and is_text(node.value))]
    inner = {id(part) for node in outer for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if is_text(node) and id(node) not in inner and SENTENCE.fullmatch(words := with_names(node)):
            yield words


def is_text(node: ast.AST) -> bool:
    """Return whether a node is a text or an f-string."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def with_names(text: ast.AST) -> str:
    """Return a text, or an f-string with the last name of each thing that is put in: "{info.path.name} is a folder." → "{name} is …"."""
    names: list[str] = []
    words = ""
    for part in text.values if isinstance(text, ast.JoinedStr) else [text]:
        if isinstance(part, ast.FormattedValue):
            known = [
                node.id if isinstance(node, ast.Name) else node.attr
                for node in ast.walk(part)
                if isinstance(node, (ast.Name, ast.Attribute))
            ]
            name = known[0].strip("_").lower() if known else "value"
            names.append(name)
            words += "{" + name + (str(names.count(name)) if names.count(name) > 1 else "") + "}"
        elif isinstance(part, ast.Constant):
            words += str(part.value)
    return words


def path_of(language: str) -> Path:
    """Return the file of a language."""
    return FOLDER / f"tidemark_{language}.ts"


def read(language: str) -> Words:
    """Return the translations of a language; those that a translator has marked as unfinished are empty."""
    found: Words = {}
    if path_of(language).is_file():
        for context in ElementTree.parse(path_of(language)).getroot().iter("context"):  # noqa: S314
            for message in context.iter("message"):
                translation = message.find("translation")
                own = translation.text if translation is not None and translation.get("type") is None else ""
                found[(context.findtext("name", ""), message.findtext("source", ""))] = own or ""
    return found


def write(language: str, words: Mapping[tuple[str, str], str]) -> None:
    """Write the translations of a language, sorted, so that the same words give the same file."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for (name, source), translation in sorted(words.items()):
        if name not in contexts:
            contexts[name] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[name], "name").text = name
        message = ElementTree.SubElement(contexts[name], "message")
        ElementTree.SubElement(message, "source").text = source
        ElementTree.SubElement(message, "translation", {} if translation else {"type": "unfinished"}).text = translation
    ElementTree.indent(root, "    ")
    text = ElementTree.tostring(root, encoding="unicode")
    path_of(language).write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def faults_of(language: str) -> list[str]:
    """Return what is wrong with the translations of a language; that a sentence of the engine has none is no fault."""
    known, plugin, sentences = read(language), words_of_plugin(), sentences_of_engine()
    wanted = plugin | {(ENGINE, words) for words in sentences}
    faults = [f"not translated: {key[1]!r}" for key in sorted(plugin) if not known.get(key)]
    faults += [f"said nowhere any more: {key[1]!r}" for key in sorted(known.keys() - wanted)]
    faults += [fault for (_, words), own in known.items() if own for fault in differences(words, own)]
    return [f"{language}: {fault}" for fault in faults]


def differences(words: str, own: str) -> list[str]:
    """Return how a translation differs from the English words in what has to stay: placeholders, HTML, an ellipsis, blanks at the ends."""
    found = []
    for what, pattern in (("placeholders", PLACEHOLDER), ("tags", TAG)):
        if Counter(pattern.findall(words)) != Counter(pattern.findall(own)):
            found.append(f"other {what}: {words!r} → {own!r}")
    if words.endswith("…") != own.endswith("…") or len(words) - len(words.strip()) != len(own) - len(own.strip()):
        found.append(f"another end: {words!r} → {own!r}")
    return found


def main() -> int:
    """Update every language's file and print what is left to do."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    sentences = sentences_of_engine()
    SENTENCES.write_text("".join(f"{words}\n" for words in sorted(sentences)), encoding="utf-8")
    wanted = words_of_plugin() | {(ENGINE, words) for words in sentences}
    for language in LANGUAGES:
        known = read(language)
        write(language, {key: known.get(key, "") for key in wanted})
        english = sum(not known.get((ENGINE, words)) for words in sentences)
        print(f"{language}: {len(wanted)} texts; {english} sentences of the engine stay English")
    faults = [fault for language in LANGUAGES for fault in faults_of(language)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
