"""Tables as text."""

from __future__ import annotations

import csv
from pathlib import Path


def read_table(path: Path | str) -> list[dict[str, str]]:
    """Return the rows of a table of comma-separated values, by column."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
