"""tidemark:detectfloods: water now that is not usually there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...engine.contract.job import Job
from ..i18n import tr
from ..layers.optical import with_optical
from .overlays import reference_parameters, usual_water
from .parameters import advanced, described
from .two_dates import TwoDatesAlgorithm, before_parameters

OPTICAL, OPTICAL_BEFORE, OPTICAL_BANDS = "OPTICAL", "OPTICAL_BEFORE", "OPTICAL_BANDS"


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
        "Cloud-free optical images of both dates may stand beside the two radar images; under clouds and outside them the radar decides "
        "alone, and the messages say for how much of the area they were used.\n\n"
        "Open, calm water only: flooded vegetation, flooded streets and wind-roughened water may be missed. Not observed is not dry. "
        "Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere."
    )
    words = ("flood", "floods", "inundation", "disaster", "emergency", "water", "change", "radar", "SAR", "Sentinel-1", "deep learning")

    def further_images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of what was water before."""
        help_text = tr("An earlier image of the same kind, with VV and VH; on any grid. Best 12 or 24 days before, from the same track.")
        before = before_parameters(tr("Radar image before the flood"), help_text, optional=True)
        return [*before, *reference_parameters(), *_optical_parameters()]

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Return the job without output and polygons. Raises `InputError`."""
        job = replace(super().job(parameters, context), **usual_water(self, parameters, context))
        layers = [self.raster(parameters, name, context) if parameters.get(name) else None for name in (OPTICAL, OPTICAL_BEFORE)]
        return with_optical(job, layers, self.parameterAsString(parameters, OPTICAL_BANDS, context))


def _optical_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        described(
            QgsProcessingParameterRasterLayer(OPTICAL, tr("Optical image"), optional=True),
            tr(
                "An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4; on any grid. Needs the radar image and the "
                "optical image before as well, and a model with an optical input, which is then taken where MODEL is empty."
            ),
        ),
        described(
            QgsProcessingParameterRasterLayer(OPTICAL_BEFORE, tr("Optical image before the flood"), optional=True),
            tr("An optical image of the earlier date, with the same bands; on any grid."),
        ),
        advanced(
            described(
                QgsProcessingParameterString(OPTICAL_BANDS, tr("Optical bands"), optional=True),
                tr("Which band is which in both optical images, for example swir=1,nir=2,visible=3; empty: by the bands' names."),
            )
        ),
    ]
