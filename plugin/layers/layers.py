"""QGIS layer → Source; result files → styled layers in one group. For the thread that draws QGIS only."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from ...engine.contract.errors import InputError
from ...engine.contract.job import Result, SceneInfo, Source
from ..i18n import tr

RESULT_PROPERTY = "tidemark/result"
"""Set on layers that are results, which are no images to map: what they are."""

CLASS, PROBABILITY, CHANGE_DB, FEATURES, POLYGONS = "class", "probability", "change_db", "features", "polygons"
IMAGE_PROPERTY = "tidemark/image"
"""Set on layers that are results: the id of the layer that was mapped."""

REMOTE = ("/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift", "/vsiwebhdfs", "http:", "https:", "ftp:")
ONLY_IN_MEMORY = ("/vsimem/",)


def layer_path(layer: QgsRasterLayer) -> str:
    """Return the file a raster layer shows, as the engine can open it (also inside an archive, ``/vsizip/…``).

    Raises:
        InputError: the layer is no file of this machine.
    """
    save_it = tr("Save it as a GeoTIFF (right-click the layer, Export, Save As…) and choose the new layer.")
    if layer.providerType() != "gdal":
        raise InputError(
            tr("The layer '{name}' comes from the provider '{provider}'.").format(name=layer.name(), provider=layer.providerType()),
            tr("Tidemark reads raster files of this machine, with the values as they were measured."),
            save_it,
        )
    parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
    path = "".join(str(parts.get(part) or "") for part in ("vsiPrefix", "path", "vsiSuffix"))
    part_of_file = isinstance(parts.get("layerName"), str) and parts["layerName"]
    if part_of_file or path.startswith(REMOTE + ONLY_IN_MEMORY):
        raise InputError(
            tr("The layer '{name}' is not a file of this machine: {source}.").format(name=layer.name(), source=layer.source()),
            tr("Tidemark reads raster files of this machine."),
            save_it,
        )
    is_plain_path = ":" not in path[2:] and not path.startswith("/vsi")
    if is_plain_path and not Path(path).exists():
        raise InputError(
            tr("The file of the layer '{name}' is not there any more: {path}.").format(name=layer.name(), path=path),
            "",
            tr("Repair the layer's source, or choose another layer."),
        )
    return path


def raster_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """Return the project's raster layers that could be images to map."""
    layers = (layer for layer in project.mapLayers().values() if isinstance(layer, QgsRasterLayer))
    return [layer for layer in layers if not layer.customProperty(RESULT_PROPERTY, "")]


def scene_paths(layer: QgsRasterLayer, vh_layer: QgsRasterLayer | None = None) -> tuple[str, ...]:
    """Return the files of an image whose VH band may lie in a second layer. Raises `InputError`."""
    return tuple(layer_path(part) for part in (layer, vh_layer) if part is not None)


def result_layers(project: QgsProject) -> list[QgsMapLayer]:
    """Return Tidemark's own results: maps, probabilities, polygons."""
    return [layer for layer in project.mapLayers().values() if layer.customProperty(RESULT_PROPERTY, "")]


def source_of(
    layer: QgsRasterLayer, vh_layer: QgsRasterLayer | None, scale: str, info: SceneInfo | None = None, role: str = "after"
) -> Source:
    """Return an image.

    A VH layer that was chosen counts as VH, unless names or metadata already tell both bands apart. Raises `InputError`.
    """
    paths = scene_paths(layer, vh_layer)
    told_apart = info is not None and {"VV", "VH"} <= set(info.bands)
    bands = {} if vh_layer is None or told_apart else {"VV": 1, "VH": layer.bandCount() + 1}
    return Source(paths=paths, role=role, bands=bands, scale=scale)


def extent_in_layer(extent: QgsRectangle, transform: QgsCoordinateTransform, layer: QgsRasterLayer) -> tuple[float, float, float, float]:
    """Bring an extent into the coordinates of a layer and cut it to the layer.

    Raises:
        InputError: it does not touch the layer, or cannot be brought there.
    """
    try:
        moved = transform.transformBoundingBox(extent)
    except QgsCsException as error:
        raise InputError(
            tr("The extent cannot be brought into the image's coordinates: {reason}.").format(reason=error),
            "",
            tr("Check the coordinate reference system of the layer, or map the whole image."),
        ) from error
    shared = moved.intersect(layer.extent())
    if shared.isEmpty():
        raise InputError(
            tr("The extent does not touch the image '{name}'.").format(name=layer.name()),
            "",
            tr("Move the map to the image, or map the whole image."),
        )
    return image_coordinates(shared, layer)


def image_coordinates(extent: QgsRectangle, layer: QgsRasterLayer) -> tuple[float, float, float, float]:
    """Return ``(xmin, ymin, xmax, ymax)``; pixel columns and rows where the image has no georeference.

    QGIS shows such an image with its rows counted downwards from 0, so that its extent is negative in y.
    """
    whole = layer.extent()
    on_pixels = (whole.xMinimum(), whole.yMaximum(), whole.xMaximum(), -whole.yMinimum()) == (0, 0, layer.width(), layer.height())
    if on_pixels and not layer.crs().isValid():
        return extent.xMinimum(), -extent.yMaximum(), extent.xMaximum(), -extent.yMinimum()
    return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()


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
