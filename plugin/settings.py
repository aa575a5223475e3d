"""What is remembered between sessions, in QGIS's settings."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsSettings

SETTING_FOLDER = "tidemark/folder"


def last_folder() -> str:
    """Return the folder of results that was chosen last, else the project's own; empty where there is neither."""
    remembered = str(QgsSettings().value(SETTING_FOLDER, "") or "")
    return remembered if remembered and Path(remembered).is_dir() else QgsProject.instance().homePath()


def remember_folder(folder: str) -> None:
    """Remember a folder of results; an empty one changes nothing."""
    if folder:
        QgsSettings().setValue(SETTING_FOLDER, folder)
