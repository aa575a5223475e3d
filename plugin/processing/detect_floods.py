"""tidemark:detectfloods: water now that is not usually there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ...engine.job import Job
from ..i18n import tr
from .overlays import reference_parameters, usual_water
from .two_dates import TwoDatesAlgorithm, before_parameters


class DetectFloods(TwoDatesAlgorithm):
    """Maps water now minus water before, or minus usual water."""

    identifier = "detectfloods"
    task = "flood"
    icon_name = "flood.svg"
    title = "Detect floods"
    short_help = (
        "Maps flood: what is water in the radar image now and was not in an image before, or is not usual water in a reference raster "
        "(class 1). Water of both is reference water (class 2).\n\n"
        "With neither of them, the map shows water on one date, and is called water extent, not flood.\n\n"
        "The image before may lie on another grid; best is the same season and the same satellite track. Steep ground, heights above "
        "the drainage, layover and polygons of your own can be left out.\n\n"
        "Open, calm water only: flooded vegetation, flooded streets and wind-roughened water may be missed. Not observed is not dry. "
        "Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere."
    )
    words = ("flood", "floods", "inundation", "disaster", "emergency", "water", "change", "radar", "SAR", "Sentinel-1", "deep learning")

    def further_images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of what was water before."""
        help_text = tr("An earlier image of the same kind, with VV and VH; on any grid. Best 12 or 24 days before, from the same track.")
        return [*before_parameters(tr("Radar image before the flood"), help_text, optional=True), *reference_parameters()]

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Return the job without output and polygons. Raises `InputError`."""
        return replace(super().job(parameters, context), **usual_water(self, parameters, context))
