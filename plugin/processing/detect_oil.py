"""tidemark:detectoil: dark features at sea, which may be oil."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
)

from ...engine.contract.errors import InputError
from ...engine.contract.job import Job
from ..i18n import tr
from ..layers.layers import layer_path
from ..layers.zones import polygons_file
from .detection import DetectionAlgorithm
from .parameters import described

LAND, WIND, MINIMUM_AREA = "LAND", "WIND", "MINIMUM_AREA"


class DetectOil(DetectionAlgorithm):
    """Maps dark features at sea, with polygons that tell how sure each is."""

    identifier = "detectoil"
    task = "oil"
    icon_name = "oil.svg"
    title = "Detect oil spills"
    short_help = (
        "Maps dark features at sea in one band of a radar image (VV is best): possible oil / dark feature (class 1). Polygons with "
        "area, length, contrast to the sea around, distance to land and confidence are written beside the map (NAME_features.gpkg) "
        "where the image has a georeference.\n\n"
        "Give the land, as polygons or as a raster: dark land, lakes and radar shadow at the coast pass for features otherwise. Give "
        "the wind where you know it: in calm air much of the sea is dark, and in strong wind oil is not seen.\n\n"
        "A dark feature is never proof of oil. Look-alikes are common: low wind, natural films, algae, rain, upwelling, ice, ship wakes. "
        "Real look-alikes were not part of any test. An analyst, a ship or an aircraft has to check. Slicks are seen in winds of about "
        "2 to 12 m/s only; none seen is not none there. Preliminary, not validated in the field. All is computed on this machine, in a "
        "process of its own. Nothing is sent anywhere."
    )
    words = ("oil", "oil spill", "slick", "dark feature", "dark spot", "sea", "marine", "pollution", "radar", "SAR", "Sentinel-1")
    hectares = ("detected", "observed", "not_observed", "masked")
    class_words = "0 not detected, 1 possible oil / dark feature, 252 left out, 254 land, 255 not observed"
    further_words = "polygons (NAME_features.gpkg), "
    further_files = ("features",)

    def images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameter of the image to map."""
        return [
            described(
                QgsProcessingParameterRasterLayer(self.INPUT, tr("Radar image")),
                tr("An image of the sea: VV where it has that band, else HH or its only band; a raster file of this machine."),
            )
        ]

    def further_images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of land, wind and size."""
        kind, number = QgsProcessing.SourceType, QgsProcessingParameterNumber.Type.Double
        return [
            described(
                QgsProcessingParameterMapLayer(LAND, tr("Land"), optional=True, types=[int(kind.TypeVectorPolygon), int(kind.TypeRaster)]),
                tr("Polygons of land, with their edits, or a raster that is anything but 0 on land. It is not mapped (class 254)."),
            ),
            described(
                QgsProcessingParameterNumber(WIND, tr("Wind at sea in m/s"), number, optional=True, minValue=0.0, maxValue=40.0),
                tr("At the time of the image; 1 knot is 0.51 m/s. Decides on warnings and on the confidence; empty: not known."),
            ),
            described(
                QgsProcessingParameterNumber(MINIMUM_AREA, tr("Least area in hectares"), number, defaultValue=10.0, minValue=0.0),
                tr("Smaller features are left out of map and polygons; 10 ha is 0.1 km². The probability raster shows them."),
            ),
        ]

    def further_outputs(self) -> list[QgsProcessingOutputDefinition]:
        """Return the output for the polygons."""
        return [QgsProcessingOutputVectorLayer("FEATURES", tr("Polygons"), QgsProcessing.SourceType.TypeVectorPolygon)]

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take all that the run needs from the layers. Raises `TidemarkError`."""
        super().prepare(parameters, context)
        land = self._land(parameters, context)
        if self._job is not None and land is not None:
            is_raster = isinstance(land, QgsRasterLayer)
            self._job = replace(self._job, land=layer_path(land) if is_raster else polygons_file(land, context.transformContext()))

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Return the job without output, polygons and land. Raises `InputError`."""
        land = self._land(parameters, context)
        if isinstance(land, QgsRasterLayer):
            layer_path(land)
        wind = parameters.get(WIND)
        return replace(
            super().job(parameters, context),
            wind=None if wind is None else self.parameterAsDouble(parameters, WIND, context),
            minimum_area=self.parameterAsDouble(parameters, MINIMUM_AREA, context),
        )

    def _land(self, parameters: dict[str, Any], context: QgsProcessingContext) -> QgsMapLayer | None:
        """Return the layer of land, None where none was given. Raises `InputError`."""
        if not parameters.get(LAND):
            return None
        layer = self.parameterAsLayer(parameters, LAND, context)
        if layer is None or not layer.isValid():
            raise InputError(
                tr("LAND '{value}' is no layer that can be opened.").format(value=parameters[LAND]),
                tr("A layer of polygons, or a raster, is needed."),
                tr("Check the path."),
            )
        return layer
