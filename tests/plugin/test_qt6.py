"""The plugin is written for Qt 6 as well: what QGIS's script pyqt5_to_pyqt6 would change is not there."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import tidemark

PLUGIN = Path(tidemark.__file__).parent / "plugin"
GONE = {
    "exec_": "exec",
    "QRegExp": "QRegularExpression",
    "QVariant": "None, or QMetaType",
    "QDesktopWidget": "QScreen",
    "desktop": "QScreen",
    "qApp": "QApplication.instance()",
    "resources_rc": "paths of files",
    "MidButton": "MiddleButton",
    "TextColorRole": "ForegroundRole",
    "BackgroundColorRole": "BackgroundRole",
}
"""Names that Qt 6 has not, and what stands for them."""


def faults(source: str) -> list[str]:
    """Return what has to be written otherwise for Qt 6."""
    tree = ast.parse(source)
    found = [f"line {node.lineno}: {name} is gone: {GONE[name]}" for node, name in names(tree) if name in GONE]
    modules = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    found += [f"line {node.lineno}: {node.module} instead of qgis.PyQt" for node in modules if str(node.module).startswith("PyQt")]
    known = {name: owner for node in modules for name, owner in classes_of(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and is_unscoped(known.get(node.value.id), node.attr):
            found.append(f"line {node.lineno}: {ast.unparse(node)} needs the name of its enum")
    return found


def names(tree: ast.AST) -> Iterator[tuple[Any, str]]:
    """Yield each node that names something, and the name."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Name, ast.Attribute, ast.FunctionDef, ast.alias)):
            yield node, getattr(node, "id", "") or getattr(node, "attr", "") or getattr(node, "name", "")


def classes_of(node: ast.ImportFrom) -> Iterator[tuple[str, Any]]:
    """Yield the classes that are imported from QGIS, by the names they get."""
    if str(node.module).split(".")[0] == "qgis":
        module = importlib.import_module(str(node.module))
        for alias in node.names:
            yield alias.asname or alias.name, getattr(module, alias.name, None)


def is_unscoped(owner: Any, name: str) -> bool:
    """Return whether a class lends a value of one of its enums its own name; the values of an enum itself are meant to."""
    value = getattr(owner, name, None)
    is_enum = isinstance(value, Enum) or (isinstance(value, int) and type(value) not in (int, bool))
    return is_enum and type(value) is not owner


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.py")), ids=lambda path: str(path.relative_to(PLUGIN)))
def test_a_module_of_the_plugin_has_nothing_that_qt_6_has_not(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("from qgis.PyQt.QtCore import Qt\nx = Qt.AlignLeft", "line 2: Qt.AlignLeft needs the name of its enum"),
        (
            "from qgis.core import QgsUnitTypes\nx = QgsUnitTypes.DistanceMeters",
            "line 2: QgsUnitTypes.DistanceMeters needs the name of its enum",
        ),
        ("from PyQt5.QtCore import QUrl", "line 1: PyQt5.QtCore instead of qgis.PyQt"),
        ("dialog.exec_()", "line 1: exec_ is gone: exec"),
        ("from qgis.PyQt.QtCore import QVariant", "line 1: QVariant is gone: None, or QMetaType"),
    ],
)
def test_what_qt_6_has_not_is_told(source: str, told: str) -> None:
    assert faults(source) == [told]


def test_enums_with_their_names_are_fine() -> None:
    source = "from qgis.PyQt.QtCore import Qt\nfrom qgis.core import Qgis\nx = Qt.AlignmentFlag.AlignLeft, Qgis.MessageLevel.Info"
    assert faults(source) == []
