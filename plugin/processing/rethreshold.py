"""tidemark:rethreshold: a new map from a stored probability."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ...engine.contract.filenames import CHANGE_DB
from ...engine.contract.requests import RethresholdJob
from ..i18n import tr
from ..layers.images import layer_path
from .maps import MapAlgorithm
from .parameters import described


class Rethreshold(MapAlgorithm):
    """Draws the line between detected and not detected anew."""

    identifier = "rethreshold"
    section = "aftermath"
    icon_name = "tidemark.svg"
    title = "Another threshold"
    short_help = (
        "Makes the map of an earlier run anew with another threshold, from its stored probability, in seconds and without the "
        "network. A lower threshold finds more and invents more.\n\n"
        "The run record (NAME_run.json) and the class raster should lie beside the probability (NAME_probability.tif), as the run wrote "
        "them: they tell what the map shows and what was left out. The new map gets a record of its own, which says where it comes from."
    )
    words = ("probability", "cut-off", "sensitivity")
    progress_words = "{done} of {total} rows"
    class_words = (
        "0 not detected, 1 detected, 2 reference water, 3 decrease, 4 increase, 5 possible water among plants or buildings, 250 to 254 "
        "left out, 255 not observed"
    )
    further_files = (CHANGE_DB,)

    _path = ""

    def definitions(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters before OUTPUT."""
        number = QgsProcessingParameterNumber.Type.Double
        return [
            described(
                QgsProcessingParameterRasterLayer(self.INPUT, tr("Probability raster")),
                tr("NAME_probability.tif of an earlier run, with NAME_run.json beside it."),
            ),
            described(
                QgsProcessingParameterNumber("THRESHOLD", tr("Threshold"), number, defaultValue=0.5, minValue=0.01, maxValue=1.0),
                tr("Probability, 0.01 to 1, from which a pixel counts as detected."),
            ),
        ]

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take the file from the layer. Raises `InputError`."""
        self._path = layer_path(self.raster(parameters, self.INPUT, context))
        super().prepare(parameters, context)

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, prefix: str) -> RethresholdJob:
        """Return what to send to the engine."""
        threshold = round(self.parameterAsDouble(parameters, "THRESHOLD", context), 4)
        return RethresholdJob(self._path, threshold, prefix, overwrite=True)
