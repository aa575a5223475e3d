"""Remember choices between sessions, in QGIS's settings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import List, Tuple

from qgis.core import QgsProject, QgsSettings

PAPERS = ("A4", "A3")
"""Sizes of pages for hand-over; the first one unless the user has chosen another."""

DEVICE_TITLES = {"auto": "Automatic", "cpu": "CPU", "cuda": "NVIDIA graphics card (CUDA)"}
"""What a network may run on here, and what it is called."""
if sys.platform == "win32":
    DEVICE_TITLES["directml"] = "Graphics card (DirectML)"
if sys.platform == "darwin":
    DEVICE_TITLES["coreml"] = "Apple (CoreML)"

SETTING_PYTHON = "tidemark/python"
SETTING_FOLDER = "tidemark/folder"
SETTING_LAST_FOLDER = "tidemark/last_folder"
SETTING_DOWNLOADS = "tidemark/downloads"
SETTING_THREADS = "tidemark/threads"
SETTING_DEVICE = "tidemark/device"
SETTING_PAPER = "tidemark/page_paper"
SETTING_CONTACT = "tidemark/page_contact"
SETTING_DISCLAIMER = "tidemark/page_disclaimer"
SETTING_HISTORY = "tidemark/history"
SETTING_OPEN = "tidemark/dock_is_open"


MAPS_REMEMBERED = 50


def chosen_python() -> str:
    """Return the interpreter that the user has named for the engine; empty where there is none."""
    return str(QgsSettings().value(SETTING_PYTHON, "", type=str))


def default_folder() -> str:
    """Return the folder of results that the options name; empty where they name none."""
    return str(QgsSettings().value(SETTING_FOLDER, "", type=str))


def last_folder() -> str:
    """Return where something was saved last, else the folder that the options name, else the project's; empty where there is none."""
    remembered = str(QgsSettings().value(SETTING_LAST_FOLDER, "", type=str))
    return next((folder for folder in (remembered, default_folder()) if folder and Path(folder).is_dir()), QgsProject.instance().homePath())


def remember_folder(folder: str) -> None:
    """Remember where something was saved; an empty folder changes nothing."""
    if folder:
        QgsSettings().setValue(SETTING_LAST_FOLDER, folder)


def last_downloads() -> str:
    """Return the folder from which a product was chosen last; empty where none was yet."""
    return str(QgsSettings().value(SETTING_DOWNLOADS, "", type=str))


def remember_downloads(folder: str) -> None:
    """Remember the folder of a product that was chosen."""
    QgsSettings().setValue(SETTING_DOWNLOADS, folder)


def default_threads() -> int:
    """Return how many CPU threads a run takes unless the form says otherwise; 0: all cores."""
    return int(QgsSettings().value(SETTING_THREADS, 0, type=int))


def default_device() -> str:
    """Return what a network runs on unless the form says otherwise, one of `DEVICE_TITLES`."""
    chosen = str(QgsSettings().value(SETTING_DEVICE, "", type=str))
    return chosen if chosen in DEVICE_TITLES else "auto"


def page_settings() -> Tuple[str, str, str]:
    """Return the paper of pages for hand-over, whom they name as contact, and their disclaimer; the texts may be empty."""
    settings = QgsSettings()
    paper, contact, disclaimer = (
        str(settings.value(name, "", type=str)).strip() for name in (SETTING_PAPER, SETTING_CONTACT, SETTING_DISCLAIMER)
    )
    return paper if paper in PAPERS else PAPERS[0], contact, disclaimer


def known_maps() -> List[str]:
    """Return the class rasters of the runs that are remembered, the newest first; some may be gone."""
    return [str(path) for path in QgsSettings().value(SETTING_HISTORY, []) or []]


def remember_map(path: str, earlier_path: str = "") -> None:
    """Remember the class raster of a run as the newest one.

    Args:
        earlier_path: where the same map was before; it is forgotten.
    """
    others = [known for known in known_maps() if known not in (path, earlier_path)]
    QgsSettings().setValue(SETTING_HISTORY, [path, *others][:MAPS_REMEMBERED])
