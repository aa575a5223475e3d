"""Hold the plugin against Qt 6: import every module and load every form under PyQt6, and look up every name of Qt that they use.

Usage: check_qt6.py, with a Python that has PyQt6 (Debian: python3-pyqt6, pyqt6-dev-tools). No QGIS for Qt 6 is needed: stand-ins take the
place of its classes, so enums of QGIS are not looked up here (tests/plugin/test_qt6.py does). Exit status 1 when something is wrong.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PyQt6 import uic  # type: ignore[import-not-found]
from PyQt6.QtCore import QObject  # type: ignore[import-not-found]
from PyQt6.QtWidgets import QApplication, QComboBox, QDockWidget, QGroupBox, QWidget  # type: ignore[import-not-found]

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "plugin"
WIDGETS: dict[str, type] = {
    "QgsTask": QObject,
    "QgsDockWidget": QDockWidget,
    "QgsFileWidget": QWidget,
    "QgsMapLayerComboBox": QComboBox,
    "QgsCollapsibleGroupBox": QGroupBox,
    "QgsOptionsPageWidget": QWidget,
}
"""Classes of QGIS that the plugin's own widgets and tasks descend from, or that its forms hold."""


class StandIn(type):
    """The type of classes that have every attribute, each of them another such class."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return StandIn(name, (), {})

    def __or__(cls, _other: object) -> Any:
        return cls

    def __int__(cls) -> int:
        return 0


class QgisModule(ModuleType):
    """A module that has every class of QGIS."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (WIDGETS[name],), {}) if name in WIDGETS else StandIn(name, (), {})
        setattr(self, name, made)
        return made


def stand_in_for_qgis() -> None:
    """Let `qgis.PyQt` be PyQt6, and the other modules of QGIS stand-ins."""
    for name in ("qgis", "qgis.PyQt", "qgis.core", "qgis.gui", "qgis.utils"):
        sys.modules[name] = QgisModule(name)
    sys.modules["qgis.PyQt.uic"] = sys.modules["qgis.PyQt"].uic = uic  # type: ignore[attr-defined]
    for name in ("QtCore", "QtGui", "QtWidgets", "QtXml", "QtNetwork"):
        sys.modules[f"qgis.PyQt.{name}"] = importlib.import_module(f"PyQt6.{name}")


def load_plugin() -> None:
    """Let the checkout be the package `tidemark`."""
    spec = importlib.util.spec_from_file_location("tidemark", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    if spec is None or spec.loader is None:
        raise SystemExit(f"{ROOT} is no package")
    package = importlib.util.module_from_spec(spec)
    sys.modules["tidemark"] = package
    spec.loader.exec_module(package)


def import_faults() -> Iterator[str]:
    """Yield which modules cannot be imported."""
    for path in sorted(PLUGIN.rglob("*.py")):
        name = ".".join(("tidemark", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        try:
            importlib.import_module(name)
        except Exception:
            yield f"{path.relative_to(ROOT)} cannot be imported:\n{traceback.format_exc(limit=-2)}"


def form_faults() -> Iterator[str]:
    """Yield which forms cannot be loaded."""
    for path in sorted(PLUGIN.rglob("*.ui")):
        package = ".".join(("tidemark", *path.parent.relative_to(ROOT).parts))
        try:
            uic.loadUi(str(path), QWidget(), package=package)
        except Exception:
            yield f"{path.relative_to(ROOT)} cannot be loaded:\n{traceback.format_exc(limit=-1)}"


def name_faults() -> Iterator[str]:
    """Yield which names of Qt are not those of Qt 6."""
    for path in sorted(PLUGIN.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."))
        classes = {
            alias.asname or alias.name: getattr(sys.modules[str(node.module)], alias.name, None) for node in imports for alias in node.names
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and not exists(node, classes):
                yield f"{path.relative_to(ROOT)}, line {node.lineno}: {ast.unparse(node)} is nothing in Qt 6"


def exists(attribute: ast.Attribute, classes: dict[str, Any]) -> bool:
    """Return whether an attribute of a class of Qt exists; of anything else, True."""
    names: list[str] = []
    node: ast.expr = attribute
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    found = classes.get(node.id) if isinstance(node, ast.Name) else None
    if found is None:
        return True
    for name in reversed(names):
        if not hasattr(found, name):
            return False
        found = getattr(found, name)
    return True


def main() -> int:
    """Check everything and print every fault."""
    application = QApplication([])
    stand_in_for_qgis()
    load_plugin()
    faults = [*import_faults(), *form_faults(), *name_faults()]
    print("\n".join(faults) or f"{len(list(PLUGIN.rglob('*.py')))} modules and {len(list(PLUGIN.rglob('*.ui')))} forms work under Qt 6")
    del application
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
