"""What all algorithms share that map one image."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ...engine.errors import InputError
from ...engine.job import Job, Source
from ..form import parse_scales
from ..i18n import tr
from ..layers import image_coordinates, source_of
from ..runtime import RuntimeFinder
from .maps import MapAlgorithm
from .parameters import common_parameters, with_choices


class DetectionAlgorithm(MapAlgorithm):
    """One task of the engine. A task of its own sets the attributes and the words of its help."""

    VH = "VH"
    EXTENT = "EXTENT"

    task: ClassVar[str]
    section = ("detection", "Detection")
    progress_words = "{done} of {total} tiles"

    def __init__(self, finder: RuntimeFinder) -> None:
        super().__init__(finder)
        self._source: Source | None = None
        self._extent: tuple[float, float, float, float] | None = None

    def definitions(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters before OUTPUT."""
        return common_parameters(self.task)

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take source and extent from the layers. Raises `InputError`."""
        self._source = self._source_of(parameters, context)
        self._extent = self._extent_of(parameters, context)
        parse_scales(self.parameterAsString(parameters, "SCALES", context))
        super().prepare(parameters, context)

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, prefix: str) -> dict[str, Any]:
        """Return the job. Raises `InputError`."""
        if self._source is None:
            raise InputError(tr("There is no image to map."))
        job = Job(self.task, (self._source,), prefix, extent=self._extent, overwrite=True)
        return {"work": "detect", "job": with_choices(job, self, parameters, context).to_dict()}

    def _source_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Source:
        layer = self.raster(parameters, self.INPUT, context)
        vh_layer = self.parameterAsRasterLayer(parameters, self.VH, context) if parameters.get(self.VH) else None
        return source_of(layer, vh_layer, self.parameterAsEnumString(parameters, "SCALE", context))

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
