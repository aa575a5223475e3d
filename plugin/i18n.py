"""English source strings and their translation."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "Tidemark"


def tr(text: str) -> str:
    """Return the text in the user's language, or as it is where no translation is installed."""
    return str(QCoreApplication.translate(CONTEXT, text))
