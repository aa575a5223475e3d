"""The parameters that algorithms share, with their help, and what they were set to. Their names are the command line's, in capitals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ...engine.contract.card import installed_cards
from ...engine.contract.errors import ModelError
from ...engine.contract.job import DEVICES, SCALES, ZEROS, Job
from ..choices import LEFT_OUT_BY, METHOD_TITLES, default_method, parse_scales
from ..i18n import tr
from ..layers.images import layer_path
from .base import TidemarkAlgorithm

METHOD_HELP = {
    "water": "student: the network. otsu, kittler, fixed: classical thresholds, to compare with.",
    "flood": "student: the network. otsu, kittler, fixed: classical thresholds, to compare with.",
    "change": (
        "student: a network, where one for this task is installed. log-ratio: newer over older backscatter, changed from 3 dB either "
        "way; needs no model. otsu, kittler: the same with a threshold found in the images."
    ),
    "oil": (
        "student: a network, where one for this task is installed. dark-spot: what is 2 dB darker than the sea within 500 m; needs no "
        "model. otsu: one threshold for the whole image, to compare with."
    ),
}


def choice(name: str, title: str, options: Sequence[str], help_text: str, default: str = "") -> QgsProcessingParameterEnum:
    """Return a choice whose values are the command line's words; where no default is named, it is the first."""
    parameter = QgsProcessingParameterEnum(name, title, options=list(options), defaultValue=default or options[0], usesStaticStrings=True)
    parameter.setHelp(help_text)
    return parameter


def described(parameter: QgsProcessingParameterDefinition, help_text: str) -> QgsProcessingParameterDefinition:
    """Set the help of a parameter and return it."""
    parameter.setHelp(help_text)
    return parameter


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Fold a parameter away under "Advanced" and return it."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def method_parameters(task: str) -> list[QgsProcessingParameterDefinition]:
    """Return the parameters that say how an image is mapped."""
    return [advanced(parameter) for parameter in [*_network_parameters(task), *_run_parameters()]]


def with_choices(job: Job, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
    """Return the job with what `method_parameters` were set to. Raises `InputError`."""
    threshold = parameters.get("THRESHOLD")
    return replace(
        job,
        method=algorithm.parameterAsEnumString(parameters, "METHOD", context),
        model=algorithm.parameterAsString(parameters, "MODEL", context).strip(),
        scales=parse_scales(algorithm.parameterAsString(parameters, "SCALES", context)),
        flip=algorithm.parameterAsBool(parameters, "FLIP", context),
        threshold=None if threshold is None else algorithm.parameterAsDouble(parameters, "THRESHOLD", context),
        device=algorithm.parameterAsEnumString(parameters, "DEVICE", context),
        threads=algorithm.parameterAsInt(parameters, "THREADS", context),
        zeros=algorithm.parameterAsEnumString(parameters, "ZEROS", context),
    )


def scale_parameter() -> QgsProcessingParameterDefinition:
    """Return the parameter that says what the pixel values are."""
    return choice(
        "SCALE",
        tr("Pixel values"),
        SCALES,
        tr(
            "What the numbers in the image are: auto (from metadata, then statistics; stops and asks where two answers stay "
            "possible), db, power, amplitude, db100 and db10 (dB as scaled integers), display (8-bit picture)."
        ),
    )


def image_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the parameters of the image to map."""
    return [
        described(
            QgsProcessingParameterRasterLayer("INPUT", tr("Radar image")),
            tr("A Sentinel-1 image, calibrated and terrain-corrected, with the bands VV and VH: a raster file of this machine."),
        ),
        described(
            QgsProcessingParameterRasterLayer("VH", tr("VH band, where it is in a file of its own"), optional=True),
            tr("The VH band of the same acquisition on the same grid; INPUT is then VV."),
        ),
    ]


def extent_parameter() -> QgsProcessingParameterDefinition:
    """Return the parameter of the part to map."""
    return described(
        QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True),
        tr("The part to map, in any coordinate reference system; empty: the whole image."),
    )


def _network_parameters(task: str) -> list[QgsProcessingParameterDefinition]:
    return [
        choice(
            "METHOD",
            tr("Method"),
            tuple(METHOD_TITLES[task]),
            tr(METHOD_HELP[task]),
            default_method(task),
        ),
        described(
            QgsProcessingParameterString("MODEL", tr("Model"), optional=True),
            tr("Name of an installed model ({names}) or path of a model card; empty: the task's own model.").format(
                names=_model_names(task)
            ),
        ),
        described(
            QgsProcessingParameterString("SCALES", tr("Scales of multiscale inference"), optional=True),
            tr("For example 0.5,0.75,1. More scales are slower and steadier; empty: as the model's card says."),
        ),
        described(
            QgsProcessingParameterBoolean("FLIP", tr("Average over flips"), defaultValue=False),
            tr("Averages with the mirrored image as well, in twice the time."),
        ),
        described(
            QgsProcessingParameterNumber(
                "THRESHOLD", tr("Threshold"), QgsProcessingParameterNumber.Type.Double, optional=True, minValue=0.0, maxValue=1.0
            ),
            tr("Probability, 0 to 1, from which a pixel counts as detected; empty: as the model's card says."),
        ),
    ]


def _run_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        choice(
            "ZEROS",
            tr("Zeros are"),
            ZEROS,
            tr("Where no nodata value is declared: auto (no data when connected to the edge), nodata (everywhere) or dark (dark ground)."),
        ),
        choice(
            "DEVICE",
            tr("Device"),
            DEVICES,
            tr("What the network runs on. A device that the installed engine lacks is replaced by the CPU, with a notice."),
        ),
        described(
            QgsProcessingParameterNumber(
                "THREADS", tr("CPU threads"), QgsProcessingParameterNumber.Type.Integer, defaultValue=0, minValue=0, maxValue=256
            ),
            tr("0: all cores."),
        ),
    ]


def _model_names(task: str) -> str:
    try:
        return ", ".join(card.name for card in installed_cards() if card.serves(task)) or tr("none")
    except ModelError as error:
        return str(error)


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
