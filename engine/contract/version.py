"""Read the version, as metadata.txt states it."""

from __future__ import annotations

import configparser
from pathlib import Path


def _version() -> str:
    parser = configparser.ConfigParser()
    parser.read(Path(__file__).resolve().parents[2] / "metadata.txt", encoding="utf-8")
    return parser["general"]["version"]


__version__ = _version()
