"""tidemark:detectchange: what became darker or brighter between two radar images."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputDefinition,
    QgsProcessingOutputRasterLayer,
    QgsProcessingParameterDefinition,
)

from ..i18n import tr
from .parameters import described, image_parameters
from .two_dates import TwoDatesAlgorithm, before_parameters


class DetectChange(TwoDatesAlgorithm):
    """Maps decrease and increase of backscatter between two dates."""

    identifier = "detectchange"
    task = "change"
    icon_name = "change.svg"
    title = "Detect change"
    short_help = (
        "Maps where the backscatter of two radar images of one place differs: it became darker (decrease, class 3) or brighter "
        "(increase, class 4). Where the images are calibrated, the change in dB is written as well (NAME_change_db.tif); for 8-bit "
        "pictures, whose brightness is matched first, darker and brighter are relative.\n\n"
        "One band or two (VV, VH), the same ones and the same kind of values on both dates; the image before may lie on another grid. "
        "Best is the same satellite track and the same season: another viewing direction changes everything.\n\n"
        "Change of backscatter is not proof of anything: it may be a flood, a building site or a harvest. Wind on "
        "water, rain, snow, crops and the moisture of the soil change it too. The map does not know which; look at other images before "
        "you act. Not observed is not unchanged. Preliminary, not validated in the field. All is computed on this machine, in a "
        "process of its own. Nothing is sent anywhere."
    )
    words = ("change", "backscatter", "two dates", "decrease", "increase", "log-ratio", "radar", "SAR", "Sentinel-1", "difference")
    hectares = ("decrease", "increase", "detected", "observed", "not_observed", "masked")
    class_words = "0 not detected, 3 decrease, 4 increase, 251 and 252 left out, 255 not observed on one of the dates"
    further_words = "for calibrated images the change in dB (NAME_change_db.tif), "
    further_files = ("change_db",)

    def images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of the newer image."""
        image, vh = image_parameters()
        return [
            described(image, tr("The newer image: terrain-corrected, with one band or with VV and VH; a raster file of this machine.")),
            vh,
        ]

    def further_images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of the older image."""
        help_text = tr("The older image: the same bands and the same kind of pixel values, best from the same track; on any grid.")
        return before_parameters(tr("Radar image before"), help_text)

    def further_outputs(self) -> list[QgsProcessingOutputDefinition]:
        """Return the output for the change in dB."""
        return [QgsProcessingOutputRasterLayer("CHANGE_DB", tr("Change in dB"))]
