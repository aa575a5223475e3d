"""The parameters of what is not to be mapped, and of where water usually is, with their help."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)

from ..choices import LEFT_OUT_BY
from ..i18n import tr
from ..layers.layers import layer_path
from .base import TidemarkAlgorithm
from .parameters import described

EXCLUDE = "EXCLUDE"
REFERENCE_WATER, REFERENCE_THRESHOLD = "REFERENCE_WATER", "REFERENCE_THRESHOLD"


def exclusion_parameters(task: str) -> list[QgsProcessingParameterDefinition]:
    """Return the parameters of what is left out of a task's map."""
    every = [
        described(
            QgsProcessingParameterVectorLayer(
                EXCLUDE, tr("Leave out: polygons"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            ),
            tr("Areas that are not to be mapped (class 252): reservoirs, rice fields, the sea. The layer as it is now, with its edits."),
        ),
        described(
            QgsProcessingParameterRasterLayer("HAND", tr("Leave out: height above the nearest drainage"), optional=True),
            tr("In metres. Where it is above 15 m, no flood is expected, and dark ground is not taken for one (class 250)."),
        ),
        described(
            QgsProcessingParameterRasterLayer("SLOPE", tr("Leave out: slope"), optional=True),
            tr("In degrees. Where it is above 15°, water does not stay (class 250)."),
        ),
        described(
            QgsProcessingParameterRasterLayer("LAYOVER", tr("Leave out: layover and radar shadow"), optional=True),
            tr("A map of where the radar could not see, anything but 0 where there is some (class 251)."),
        ),
    ]
    return [parameter for parameter in every if parameter.name() == EXCLUDE or parameter.name().lower() in LEFT_OUT_BY[task]]


def reference_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters of where water usually is."""
    number = QgsProcessingParameterNumber.Type.Double
    return [
        described(
            QgsProcessingParameterRasterLayer(REFERENCE_WATER, tr("Usual water"), optional=True),
            tr(
                "A raster of where water usually is, such as JRC Global Surface Water: occurrence in per cent (0 to 100), months of "
                "water a year (0 to 12), or 0 and 1. On any grid."
            ),
        ),
        described(
            QgsProcessingParameterNumber(REFERENCE_THRESHOLD, tr("Usual water from"), number, optional=True, minValue=0.0, maxValue=100.0),
            tr("Value of that raster from which water is usual; empty: 75 per cent, 8 months or 1."),
        ),
    ]


def exclusion_rasters(algorithm: TidemarkAlgorithm, task: str, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
    """Return the job's fields for the rasters of what is left out of a task's map. Raises `InputError`."""
    given = [name for name in LEFT_OUT_BY[task] if parameters.get(name.upper())]
    return {name: layer_path(algorithm.raster(parameters, name.upper(), context)) for name in given}


def usual_water(algorithm: TidemarkAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
    """Return the job's fields for usual water. Raises `InputError`."""
    if not parameters.get(REFERENCE_WATER):
        return {}
    path = layer_path(algorithm.raster(parameters, REFERENCE_WATER, context))
    is_given = parameters.get(REFERENCE_THRESHOLD) is not None
    threshold = algorithm.parameterAsDouble(parameters, REFERENCE_THRESHOLD, context) if is_given else None
    return {"reference_water": path, "reference_threshold": threshold}
