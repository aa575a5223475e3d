"""The parameters of an algorithm, made of the table of options, and what they were set to; named as on the command line, in capitals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
)

from ...engine.contract.card import default_method
from ...engine.contract.options import (
    CHOICE,
    NUMBER,
    OVERLAYS,
    POLYGONS,
    RASTER,
    RASTER_OR_POLYGONS,
    SWITCH,
    WHOLE,
    Option,
    options_of,
)
from ...engine.contract.tasks import TaskSpec
from ..engine.models import model_names
from ..i18n import tr
from ..layers.products import PRODUCT_FILTER, product_at
from .base import TidemarkAlgorithm

SHOWN = ("scale", "reference_water", "reference_threshold", "land", "wind", "minimum_area")
"""Options that are not folded away under "Advanced"."""

DEGREES = "EPSG:4326"
"""What an extent is brought into where it stands for a part of a product, whose own grid is not known yet."""

_VECTOR, _RASTERS = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeRaster


class ImageParameter(QgsProcessingParameterRasterLayer):
    """A radar image: a raster layer, or a Sentinel-1 product as it was downloaded."""

    def checkValueIsAcceptable(self, value: Any, context: QgsProcessingContext | None = None) -> bool:
        """Return whether there is an image; called by QGIS, which would ask for a raster that it can open."""
        return bool(product_of(value)) or bool(super().checkValueIsAcceptable(value, context))

    def createFileFilter(self) -> str:
        """Return the kinds of files that are offered; called by QGIS."""
        return f"{tr('Sentinel-1 product')} ({PRODUCT_FILTER});;{super().createFileFilter()}"


class VectorDestination(QgsProcessingParameterVectorDestination):
    """A vector file, or a table: offered are the endings that an algorithm can write, of all that the provider knows."""

    def __init__(self, name: str, title: str, kind: QgsProcessing.SourceType, endings: Sequence[str], **further: bool) -> None:
        super().__init__(name, title, kind, **further)
        self._endings = endings

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        """Return the endings, without their points; called by QGIS."""
        return [ending.lstrip(".") for ending in self._endings]

    def createFileFilter(self) -> str:
        """Return the kinds of files that are offered; called by QGIS."""
        return ";;".join(f"{ending.lstrip('.').upper()} (*{ending})" for ending in self._endings)


def product_of(value: Any) -> str:
    """Return the zip or the folder of the product that a parameter's value leads to; empty where it leads to none."""
    return product_at(value) if isinstance(value, str) else ""


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


def option_parameters(task: TaskSpec, *groups: str) -> list[QgsProcessingParameterDefinition]:
    """Return the parameters of the options that a task offers, of some groups or of all."""
    options = list(options_of(task, *groups))
    return [_parameter(option, task) if option.name in SHOWN else advanced(_parameter(option, task)) for option in options]


def option_values(
    algorithm: TidemarkAlgorithm, task: TaskSpec, parameters: dict[str, Any], context: QgsProcessingContext, *groups: str
) -> dict[str, Any]:
    """Return what the parameters of `option_parameters` were set to, by the options' names; layers are among `OVERLAYS` and `SEA` only.

    Raises:
        InputError: a layer cannot be opened.
    """
    return {option.name: _value(algorithm, option, parameters, context) for option in options_of(task, *groups) if option.name != "scale"}


def _parameter(option: Option, task: TaskSpec) -> QgsProcessingParameterDefinition:
    name, title = option.name.upper(), tr(option.title)
    if option.name == "method":
        return choice(name, title, tuple(task.methods), tr(task.method_help), default_method(task.name))
    if option.kind == CHOICE:
        return choice(name, title, option.choices, tr(option.tip))
    if option.kind == SWITCH:
        parameter = QgsProcessingParameterBoolean(name, title, defaultValue=option.default)
    elif option.kind in (NUMBER, WHOLE):
        parameter = _number(option, name, title)
    elif option.kind == RASTER:
        parameter = QgsProcessingParameterRasterLayer(name, title, optional=True)
    elif option.kind == POLYGONS:
        parameter = QgsProcessingParameterVectorLayer(name, title, [_VECTOR], optional=True)
    elif option.kind == RASTER_OR_POLYGONS:
        parameter = QgsProcessingParameterMapLayer(name, title, optional=True, types=[int(_VECTOR), int(_RASTERS)])
    else:
        parameter = QgsProcessingParameterString(name, title, optional=True)
    installed = " " + tr("Installed: {names}.").format(names=model_names(task.name)) if option.name == "model" else ""
    return described(parameter, tr(option.tip) + installed)


def _number(option: Option, name: str, title: str) -> QgsProcessingParameterNumber:
    kind = QgsProcessingParameterNumber.Type
    number = kind.Integer if option.kind == WHOLE else kind.Double
    parameter = QgsProcessingParameterNumber(name, title, number, defaultValue=option.default, optional=option.default is None)
    if option.limits is not None:
        parameter.setMinimum(option.limits.least)
        if math.isfinite(option.limits.most):
            parameter.setMaximum(option.limits.most)
    return parameter


def _value(algorithm: TidemarkAlgorithm, option: Option, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
    name = option.name.upper()
    if option.kind == CHOICE:
        return algorithm.parameterAsEnumString(parameters, name, context)
    if option.kind == SWITCH:
        return algorithm.parameterAsBool(parameters, name, context)
    if option.kind == WHOLE:
        return algorithm.parameterAsInt(parameters, name, context)
    if option.kind == NUMBER:
        return None if parameters.get(name) is None else algorithm.parameterAsDouble(parameters, name, context)
    if option.group != OVERLAYS and option.kind not in (RASTER_OR_POLYGONS,):
        return algorithm.parameterAsString(parameters, name, context).strip()
    return algorithm.layer(parameters, name, context, option.kind) if parameters.get(name) else None
