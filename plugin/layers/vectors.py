"""A layer of polygons as a file that the engine can read. For the thread that draws QGIS only."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsCoordinateTransformContext, QgsProcessingUtils, QgsProviderRegistry, QgsVectorFileWriter, QgsVectorLayer

from ...engine.contract.errors import OutputError
from ..i18n import tr

COPY = "polygons"
ROW = "tidemark_row"
"""The copy's own key, under a name that no field of the user's has."""


def file_of(layer: QgsVectorLayer) -> str:
    """Return the file a vector layer comes from; empty where it is none."""
    if layer.providerType() != "ogr":
        return ""
    path = str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or "")
    return path if path and Path(path).is_file() else ""


def zones_file(layer: QgsVectorLayer, transforms: QgsCoordinateTransformContext) -> tuple[str, str]:
    """Return path and layer name of the zones as QGIS shows them, in a temporary copy where the file alone is not what is shown.

    Raises:
        OutputError: the copy cannot be written.
    """
    if _is_its_file(layer):
        name = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName")
        return file_of(layer), name if isinstance(name, str) else ""
    return _copy(layer, transforms), COPY


def polygons_file(layer: QgsVectorLayer, transforms: QgsCoordinateTransformContext) -> str:
    """Return the path of a file with this layer only, as QGIS shows it: its own file, or a temporary copy. Raises `OutputError`."""
    file = file_of(layer)
    if _is_its_file(layer) and len(QgsProviderRegistry.instance().querySublayers(file)) == 1:
        return file
    return _copy(layer, transforms)


def _copy(layer: QgsVectorLayer, transforms: QgsCoordinateTransformContext) -> str:
    path = QgsProcessingUtils.generateTempFilename(f"{COPY}.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = COPY
    options.layerOptions = [f"FID={ROW}"]
    failure, reason, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, transforms, options)
    if failure != QgsVectorFileWriter.WriterError.NoError:
        raise OutputError(
            tr("The layer '{name}' could not be copied for the engine: {reason}.").format(name=layer.name(), reason=reason),
            "",
            tr("Save it as a GeoPackage (right-click the layer, Export) and choose the new layer."),
        )
    return path


def _is_its_file(layer: QgsVectorLayer) -> bool:
    """Return whether the file holds what the layer shows: no edits, filter, joined or virtual fields, other reference system or choice."""
    if not file_of(layer) or layer.isEditable() or layer.subsetString():
        return False
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    named = isinstance(parts.get("layerName"), str) and bool(parts["layerName"])
    provider = layer.dataProvider()
    chosen = named or len(provider.subLayers()) <= 1
    own_fields = layer.fields().count() == provider.fields().count()
    return chosen and own_fields and layer.crs() == provider.crs()
