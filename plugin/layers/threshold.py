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
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ...engine.contract.classes import ClassCode
from ...engine.contract.tasks import TaskSpec
from ..i18n import tr
from .results import maps_of, polygons_of

STYLE = "Tidemark: threshold"
"""Name of the layer style that the preview is; the layers' own styles stay as they are. No project is saved with it."""

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
        nodes = maps_of(probability, project)
        own = project.layerTreeRoot().findLayer(self._id)
        touched = [*([] if own is None else [own]), *polygons_of(nodes, project)]
        self._was_visible = {node.layerId(): bool(node.itemVisibilityChecked()) for node in touched}
        self._maps = [node.layerId() for node in nodes]
        colours = (_detected_colour(node.layer()) for node in nodes)
        self._colour = next((colour for colour in colours if colour is not None), DETECTED)
        self._percent = 0
        self._ended = False
        self._put_on()
        for node in touched:  # polygons are those of another threshold
            node.setItemVisibilityChecked(node is own)
        project.writeProject.connect(self._keep_out_of)

    def show(self, percent: int) -> None:
        """Show what would be detected."""
        self._percent = percent
        layer = QgsProject.instance().mapLayer(self._id)
        if layer is not None:
            layer.setRenderer(_two_colours(layer, percent, self._colour))
            layer.triggerRepaint()

    def end(self) -> None:
        """Show everything as it was."""
        project = QgsProject.instance()
        self._ended = True
        project.writeProject.disconnect(self._keep_out_of)
        self._take_off()
        for layer_id, was_visible in self._was_visible.items():
            node = project.layerTreeRoot().findLayer(layer_id)
            if node is not None:
                node.setItemVisibilityChecked(was_visible)

    def _put_on(self) -> None:
        project = QgsProject.instance()
        for layer in filter(None, map(project.mapLayer, (self._id, *self._maps))):
            manager = layer.styleManager()
            self._styles[layer.id()] = manager.currentStyle()
            manager.addStyleFromLayer(STYLE)
            manager.setCurrentStyle(STYLE)
        for layer in filter(None, map(project.mapLayer, self._maps)):
            _hide_detected(layer)

    def _take_off(self) -> None:
        for layer_id, own in self._styles.items():
            layer = QgsProject.instance().mapLayer(layer_id)
            if layer is not None:
                layer.styleManager().setCurrentStyle(own)
                layer.styleManager().removeStyle(STYLE)
                layer.triggerRepaint()
        self._styles = {}

    def _keep_out_of(self, document: QDomDocument) -> None:
        """Let a project be saved as if there were no preview; called by QGIS once the layer tree is written, and before the layers are."""
        self._take_off()
        places = document.elementsByTagName("layer-tree-layer")
        for place in (places.at(number).toElement() for number in range(places.count())):
            if place.attribute("id") in self._was_visible:
                place.setAttribute("checked", "Qt::Checked" if self._was_visible[place.attribute("id")] else "Qt::Unchecked")
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        """Show the preview again once the project is saved."""
        if not self._ended and not self._styles:
            with QgsProject.blockDirtying(QgsProject.instance()):
                self._put_on()
                self.show(self._percent)


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
