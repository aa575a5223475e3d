"""English source strings and their translation."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "Tidemark"
OPTION_IN_BRACKETS = re.compile(r"\(--[^();]*; in QGIS: ([^()]*)\)")
OPTION_FOR_BOTH = re.compile(r"--[\w-]+(?:[^().]|\.(?! [A-Z][a-z]))*\(in QGIS: ([^()]*)\)")


def tr(text: str) -> str:
    """Return the text in the user's language, or as it is where no translation is installed."""
    return str(QCoreApplication.translate(CONTEXT, text))


def in_qgis(text: str) -> str:
    """Return the engine's words with what is said to users of the command line left out.

    The engine names an option for both: "(--wind; in QGIS: 'Wind')", or "with --before (in QGIS: 'Image before')".
    """
    return OPTION_FOR_BOTH.sub(r"\1", OPTION_IN_BRACKETS.sub(r"(\1)", text))
