"""What all algorithms share that map one image, or what is new in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ...engine.contract.errors import InputError
from ...engine.contract.job import Job, Source
from ..engine.runtime import RuntimeFinder
from ..i18n import tr
from ..layers.layers import image_coordinates, source_of
from ..layers.zones import polygons_file
from .maps import MapAlgorithm
from .overlays import EXCLUDE, exclusion_parameters, exclusion_rasters
from .parameters import advanced, extent_parameter, image_parameters, method_parameters, scale_parameter, with_choices


class DetectionAlgorithm(MapAlgorithm):
    """One task of the engine. A task of its own sets the attributes and the words of its help."""

    VH = "VH"
    EXTENT = "EXTENT"

    task: ClassVar[str]
    section = ("detection", "Detection")
    progress_words = "{done} of {total} tiles"

    def __init__(self, finder: RuntimeFinder) -> None:
        super().__init__(finder)
        self._job: Job | None = None

    def definitions(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters before OUTPUT."""
        left_out = [advanced(parameter) for parameter in exclusion_parameters(self.task)]
        shown = [*self.images(), *self.further_images(), scale_parameter(), extent_parameter()]
        return [*shown, *left_out, *method_parameters(self.task)]

    def images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of the image to map."""
        return image_parameters()

    def further_images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of what the image is seen together with: an image before, usual water, land."""
        return []

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Look at layers, options and destination. Raises `InputError`."""
        self.job(parameters, context)
        if parameters.get(EXCLUDE):
            self.vector(parameters, EXCLUDE, context)
        super().prepare(parameters, context)

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take all that the run needs from the layers. Raises `TidemarkError`."""
        self.check(parameters, context)
        self._job = self.job(parameters, context)
        if parameters.get(EXCLUDE):
            polygons = polygons_file(self.vector(parameters, EXCLUDE, context), context.transformContext())
            self._job = replace(self._job, exclude=polygons)

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, prefix: str) -> dict[str, Any]:
        """Return the job. Raises `InputError`."""
        if self._job is None:
            raise InputError(tr("There is no image to map."))
        return {"work": "detect", "job": replace(self._job, output=prefix, overwrite=True).to_dict()}

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Return the job without output and polygons. Raises `InputError`."""
        sources = (self.source(parameters, (self.INPUT, self.VH), "after", context),)
        left_out = exclusion_rasters(self, self.task, parameters, context)
        job = Job(self.task, sources, "", extent=self._extent_of(parameters, context), **left_out)
        return with_choices(job, self, parameters, context)

    def source(self, parameters: dict[str, Any], names: tuple[str, str], role: str, context: QgsProcessingContext) -> Source:
        """Return the image of two parameters, the second one for a VH band of its own. Raises `InputError`."""
        name, vh_name = names
        layer = self.raster(parameters, name, context)
        vh_layer = self.raster(parameters, vh_name, context) if parameters.get(vh_name) else None
        return source_of(layer, vh_layer, self.parameterAsEnumString(parameters, "SCALE", context), role=role)

    def _extent_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[float, float, float, float] | None:
        if not parameters.get(self.EXTENT):
            return None
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        extent = self.parameterAsExtent(parameters, self.EXTENT, context, layer.crs())
        shared = extent.intersect(layer.extent())
        if extent.isEmpty() or shared.isEmpty():
            raise InputError(
                tr("EXTENT '{value}' does not touch the image.").format(value=parameters[self.EXTENT]),
                tr("An extent is XMIN,XMAX,YMIN,YMAX, with its reference system in square brackets where it is not the image's."),
                tr("Correct it, or leave it out to map the whole image."),
            )
        return image_coordinates(shared, layer)
