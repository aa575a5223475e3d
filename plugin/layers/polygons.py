"""The layers of a file of polygons, and the classes that they are made of."""

from __future__ import annotations

from pathlib import Path

from ...engine.contract.job import ClassCode
from .layout import record_of
from .layout_text import read_record

DETECTED, FOOTPRINT, NOT_ANALYSED = "observedEvent", "imageFootprint", "notAnalysed"
"""The engine's names of the layers."""


def classes_of(map_path: str) -> list[int]:
    """Return the classes of a map that polygons are made of: both directions of change, else what was detected."""
    run = read_record(record_of(Path(map_path)))
    is_change = run is not None and run.get("task") == "change"
    return [int(code) for code in ((ClassCode.DECREASE, ClassCode.INCREASE) if is_change else (ClassCode.DETECTED,))]
