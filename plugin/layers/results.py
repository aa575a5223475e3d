"""Result files → styled layers in one group, and which layers of the project are results. For the thread that draws QGIS only."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from ...engine.contract.job import ClassCode, Result
from ..i18n import tr
from .outputs import read_record, record_of

RESULT_PROPERTY = "tidemark/result"
"""Set on layers that are results, which are no images to map: what they are."""

CLASS, PROBABILITY, CHANGE_DB, FEATURES, POLYGONS = "class", "probability", "change_db", "features", "polygons"
IMAGE_PROPERTY = "tidemark/image"
"""Set on layers that are results: the id of the layer that was mapped."""

DETECTED, FOOTPRINT, NOT_ANALYSED = "observedEvent", "imageFootprint", "notAnalysed"
"""The engine's names of the layers."""


def result_layers(project: QgsProject) -> list[QgsMapLayer]:
    """Return Tidemark's own results: maps, probabilities, polygons."""
    return [layer for layer in project.mapLayers().values() if layer.customProperty(RESULT_PROPERTY, "")]


def add_result(result: Result, image_name: str, image_id: str, project: QgsProject) -> QgsLayerTreeGroup:
    """Add the result to the project: one group on top of all layers, classes and polygons shown, the others there to be switched on.

    The styles come from the sidecars that the engine writes beside the rasters, and with the polygons' file.
    """
    group = QgsLayerTreeGroup(f"{result.title}: {image_name}")
    for kind, name in ((CLASS, result.title), (PROBABILITY, tr("Probability (%)")), (CHANGE_DB, tr("Change (dB)"))):
        if kind in result.files:
            layer = QgsRasterLayer(result.files[kind], name)
            layer.setCustomProperty(RESULT_PROPERTY, kind)
            layer.setCustomProperty(IMAGE_PROPERTY, image_id)
            project.addMapLayer(layer, False)
            group.addLayer(layer).setItemVisibilityChecked(kind == CLASS)
    if FEATURES in result.files:
        polygons = QgsVectorLayer(result.files[FEATURES], tr("Possible oil: polygons with confidence"), "ogr")
        polygons.setCustomProperty(RESULT_PROPERTY, POLYGONS)
        project.addMapLayer(polygons, False)
        group.insertLayer(0, polygons)
    project.layerTreeRoot().insertChildNode(0, group)
    # The layer panel unfolds on the change only. What is shown tells its legend.
    for node, unfolded in ((group, True), *((child, child.itemVisibilityChecked()) for child in group.children())):
        node.setExpanded(not unfolded)
        node.setExpanded(unfolded)
    return group


def add_polygons(path: str, name: str, map_path: str, project: QgsProject) -> QgsVectorLayer:
    """Add polygons on top of the group that holds the map they were made of; on top of all layers where it is gone.

    Their style comes with the file.
    """
    layer = QgsVectorLayer(path, name, "ogr")
    layer.setCustomProperty(RESULT_PROPERTY, POLYGONS)
    project.addMapLayer(layer, False)
    root = project.layerTreeRoot()
    beside = next((node for node in root.findLayers() if node.layer() is not None and node.layer().source() == map_path), None)
    (root if beside is None else beside.parent()).insertLayer(0, layer)
    return layer


def maps_of(probability: QgsRasterLayer, project: QgsProject) -> list[QgsLayerTreeLayer]:
    """Return where the project shows the maps that were made of a probability ``PREFIX_probability.tif``.

    That is the run's own (``PREFIX_class.tif``, or ``PREFIX.tif``), and those of other thresholds (``PREFIX_t40_class.tif``).
    """
    path = Path(probability.source())
    named = re.compile(re.escape(path.stem.split("_probability")[0]) + r"(_t\d\d(_\d+)?)?(_class)?(_v\d+)?")

    def is_one(node: QgsLayerTreeLayer) -> bool:
        layer = node.layer()
        if layer is None or layer.customProperty(RESULT_PROPERTY, "") != CLASS:
            return False
        source = Path(layer.source())
        return source.parent == path.parent and named.fullmatch(source.stem) is not None

    return [node for node in project.layerTreeRoot().findLayers() if is_one(node)]


def add_map(path: str, name: str, probability: QgsRasterLayer | None, project: QgsProject) -> QgsRasterLayer:
    """Add a map with another threshold above the probability that it was made of, and hide that one's earlier maps."""
    layer = QgsRasterLayer(path, name)
    layer.setCustomProperty(RESULT_PROPERTY, CLASS)
    for node in maps_of(probability, project) if probability is not None else ():
        node.setItemVisibilityChecked(False)
    project.addMapLayer(layer, False)
    root = project.layerTreeRoot()
    beside = root.findLayer(probability.id()) if probability is not None else None
    (root if beside is None else beside.parent()).insertLayer(0, layer)
    return layer


def classes_of(map_path: str) -> list[int]:
    """Return the classes of a map that polygons are made of: both directions of change, else what was detected."""
    run = read_record(record_of(Path(map_path)))
    is_change = run is not None and run.get("task") == "change"
    return [int(code) for code in ((ClassCode.DECREASE, ClassCode.INCREASE) if is_change else (ClassCode.DETECTED,))]
