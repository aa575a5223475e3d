"""Boxes in which a layer may be chosen, or none."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import Qgis, QgsMapLayer, QgsMapLayerProxyModel
from qgis.gui import QgsMapLayerComboBox

from ..i18n import tr

NONE = 0
"""Index of the entry for no layer."""


def make_optional(box: QgsMapLayerComboBox, kind: QgsMapLayerProxyModel.Filter) -> None:
    """Let a box offer layers of a kind, or of several joined by ``|``, and none, which it begins with."""
    # With PyQt5, kinds joined on a newer QGIS are a plain number, which its boxes take no more.
    box.setFilters(Qgis.LayerFilters(kind) if type(kind) is int else kind)
    box.setAllowEmptyLayer(True, tr("None"))
    box.setCurrentIndex(NONE)


def set_layer(box: QgsMapLayerComboBox, layer: QgsMapLayer | None) -> None:
    """Choose a layer, or none."""
    box.setLayer(layer)
    if layer is None:
        box.setCurrentIndex(NONE)  # QGIS leaves the box empty


def let_go(box: QgsMapLayerComboBox, layer_ids: Collection[str]) -> None:
    """Choose none instead of one of these layers, where a box offers none."""
    layer = box.currentLayer()
    if layer is not None and layer.id() in layer_ids and box.allowEmptyLayer():
        set_layer(box, None)
