"""Remember choices between sessions, in QGIS's settings."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsSettings

SETTING_PYTHON = "tidemark/python"
SETTING_FOLDER = "tidemark/folder"
SETTING_DOWNLOADS = "tidemark/downloads"
SETTING_THREADS = "tidemark/threads"
SETTING_OPEN = "tidemark/dock_is_open"


def chosen_python() -> str:
    """Return the interpreter that the user has named for the engine; empty where there is none."""
    return str(QgsSettings().value(SETTING_PYTHON, "", type=str))


def last_folder() -> str:
    """Return the folder of results that was chosen last, else the project's own; empty where there is neither."""
    remembered = QgsSettings().value(SETTING_FOLDER, "", type=str)
    return str(remembered if remembered and Path(remembered).is_dir() else QgsProject.instance().homePath())


def remember_folder(folder: str) -> None:
    """Remember a folder of results; an empty one changes nothing."""
    if folder:
        QgsSettings().setValue(SETTING_FOLDER, folder)


def last_downloads() -> str:
    """Return the folder from which a product was chosen last; empty where none was yet."""
    return str(QgsSettings().value(SETTING_DOWNLOADS, "", type=str))


def remember_downloads(folder: str) -> None:
    """Remember the folder of a product that was chosen."""
    QgsSettings().setValue(SETTING_DOWNLOADS, folder)


def default_threads() -> int:
    """Return how many CPU threads a run takes unless the form says otherwise; 0: all cores."""
    return int(QgsSettings().value(SETTING_THREADS, 0, type=int))
