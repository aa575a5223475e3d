"""Polygons of what was detected: their layers' names and their plain style."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsSingleSymbolRenderer, QgsVectorLayer

DETECTED, FOOTPRINT, NOT_ANALYSED = "observedEvent", "imageFootprint", "notAnalysed"
"""The engine's names of the layers."""

FILL, OUTLINE = "10,95,214,70", "#0a5fd6"
"""The class raster's colour of what was detected; thin enough that the image below stays visible."""


def style_polygons(layer: QgsVectorLayer) -> None:
    """Show detected polygons in the class raster's colour."""
    symbol = QgsFillSymbol.createSimple({"color": FILL, "outline_color": OUTLINE, "outline_width": "0.4"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
