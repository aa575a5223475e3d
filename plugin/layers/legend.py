"""Legends in the user's language: the styles that the engine writes beside its files are English. For the thread that draws QGIS only."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsSingleBandPseudoColorRenderer,
)

from ..i18n import tr


def translate_legend(layer: QgsMapLayer) -> None:
    """Put the legend of a layer with one of Tidemark's styles into the user's language; its files stay as they are."""
    renderer = layer.renderer() if layer.isValid() else None
    if isinstance(renderer, QgsPalettedRasterRenderer):
        for entry in renderer.classes():
            renderer.setLabel(entry.value, tr(entry.label))
    elif isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        colours = renderer.shader().rasterShaderFunction()
        items = colours.colorRampItemList()
        for item in items:
            item.label = tr(item.label)
        colours.setColorRampItemList(items)
    elif isinstance(renderer, QgsCategorizedSymbolRenderer):
        for number, category in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(number, tr(category.label()))
    if isinstance(layer, QgsRasterLayer):
        layer.emitStyleChanged()
