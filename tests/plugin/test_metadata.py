"""QGIS finds the plugin, reads what metadata.txt says of it, and takes this version of itself as fit."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
from qgis.core import Qgis
from qgis.PyQt.QtGui import QIcon
from qgis.utils import findPlugins

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def metadata(tmp_path: Path) -> configparser.ConfigParser:
    (tmp_path / "tidemark").symlink_to(ROOT)
    found = dict(findPlugins(str(tmp_path)))
    return found["tidemark"]


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def test_qgis_finds_the_plugin_with_its_name_and_its_processing_provider(metadata: configparser.ConfigParser) -> None:
    assert metadata.get("general", "name") == "Tidemark"
    assert metadata.getboolean("general", "hasProcessingProvider")


def test_this_qgis_lies_in_the_range_that_the_plugin_states(metadata: configparser.ConfigParser) -> None:
    running = (Qgis.QGIS_VERSION_INT // 10000, Qgis.QGIS_VERSION_INT // 100 % 100)
    lowest = numbers(metadata.get("general", "qgisMinimumVersion"))
    highest = numbers(metadata.get("general", "qgisMaximumVersion"))
    assert lowest <= running <= highest


def test_the_icon_can_be_drawn(metadata: configparser.ConfigParser, qgis_app: object) -> None:
    drawn = QIcon(str(ROOT / metadata.get("general", "icon"))).pixmap(24, 24).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(drawn.width()) for y in range(drawn.height()))


def test_the_text_about_the_plugin_names_what_it_needs_and_what_it_sends(metadata: configparser.ConfigParser) -> None:
    about = metadata.get("general", "about")
    for word in ("numpy", "scipy", "rasterio", "onnxruntime", "Nothing", "calm water"):
        assert word.lower() in about.lower()
