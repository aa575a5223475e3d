"""The layers of a file of polygons."""

from __future__ import annotations

DETECTED, FOOTPRINT, NOT_ANALYSED = "observedEvent", "imageFootprint", "notAnalysed"
"""The engine's names of the layers."""
