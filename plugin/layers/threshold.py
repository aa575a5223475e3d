"""Show live on the probability layer what another threshold would detect. For the thread that draws QGIS only."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsColorRampShader,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from ...engine.contract.classes import ClassCode
from ...engine.contract.tasks import TaskSpec
from ..i18n import tr
from .results import maps_of, polygons_of

STYLE = "Tidemark: threshold"
"""Name of the layer style that the preview is; the layers' own styles stay as they are."""

DETECTED = QColor(TaskSpec.colour)
UNSEEN = QColor(255, 255, 255, 0)


class ThresholdPreview:
    """The probability in two colours, and the maps made of it without what they detected.

    So reference water and what was left out stay as they are, and cover the probability there.

    Args:
        probability: a layer of the open project.
    """

    def __init__(self, probability: QgsRasterLayer) -> None:
        project = QgsProject.instance()
        self._id = probability.id()
        self._styles: dict[str, str] = {}
        node = project.layerTreeRoot().findLayer(self._id)
        self._was_visible = node is not None and node.itemVisibilityChecked()
        if node is not None:
            node.setItemVisibilityChecked(True)
        nodes = maps_of(probability, project)
        self._hidden = [node.layerId() for node in polygons_of(nodes, project) if node.itemVisibilityChecked()]
        self._show_polygons(False)
        maps = [node.layer() for node in nodes]
        self._colour = next((colour for colour in map(_detected_colour, maps) if colour is not None), DETECTED)
        for layer in (probability, *maps):
            self._begin(layer)
        for layer in maps:
            _hide_detected(layer)

    def show(self, percent: int) -> None:
        """Show what would be detected."""
        layer = QgsProject.instance().mapLayer(self._id)
        if layer is not None:
            layer.setRenderer(_two_colours(layer, percent, self._colour))
            layer.triggerRepaint()

    def end(self) -> None:
        """Show everything as it was."""
        project = QgsProject.instance()
        for layer_id, own in self._styles.items():
            layer = project.mapLayer(layer_id)
            if layer is not None:
                layer.styleManager().setCurrentStyle(own)
                layer.styleManager().removeStyle(STYLE)
                layer.triggerRepaint()
        node = project.layerTreeRoot().findLayer(self._id)
        if node is not None:
            node.setItemVisibilityChecked(self._was_visible)
        self._show_polygons(True)

    def _show_polygons(self, shown: bool) -> None:
        """Show the polygons of the maps, or hide them, because they are those of another threshold."""
        root = QgsProject.instance().layerTreeRoot()
        for node in filter(None, map(root.findLayer, self._hidden)):
            node.setItemVisibilityChecked(shown)

    def _begin(self, layer: QgsRasterLayer) -> None:
        manager = layer.styleManager()
        # A project may have been saved in the middle of a preview.
        own = next(name for name in [manager.currentStyle(), *manager.styles()] if name != STYLE)
        manager.setCurrentStyle(own)
        manager.removeStyle(STYLE)
        manager.addStyleFromLayer(STYLE)
        manager.setCurrentStyle(STYLE)
        self._styles[layer.id()] = own


def _classes(layer: QgsRasterLayer) -> Iterator[QgsPalettedRasterRenderer.Class]:
    renderer = layer.renderer()
    return iter(renderer.classes() if isinstance(renderer, QgsPalettedRasterRenderer) else ())


def _detected_colour(layer: QgsRasterLayer) -> QColor | None:
    return next((QColor(entry.color) for entry in _classes(layer) if entry.value == ClassCode.DETECTED), None)


def _hide_detected(layer: QgsRasterLayer) -> None:
    entries = list(_classes(layer))
    for entry in entries:
        if entry.value == ClassCode.DETECTED:
            entry.color = UNSEEN
    if entries:
        hidden = QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries)
        hidden.setNodataColor(layer.renderer().nodataColor())
        layer.setRenderer(hidden)


def _two_colours(layer: QgsRasterLayer, percent: int, colour: QColor) -> QgsSingleBandPseudoColorRenderer:
    ramp = QgsColorRampShader(0, 100)
    ramp.setColorRampType(QgsColorRampShader.Type.Discrete)
    below = QgsColorRampShader.ColorRampItem(percent - 0.5, UNSEEN, tr("Below {percent} %").format(percent=percent))
    above = QgsColorRampShader.ColorRampItem(float("inf"), colour, tr("{percent} % and more: detected").format(percent=percent))
    ramp.setColorRampItemList([below, above])
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(0)
    renderer.setClassificationMax(100)
    return renderer
