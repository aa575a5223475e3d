"""tidemark:vectorise: polygons of what was detected, with hectares."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ...engine.contract.errors import InputError
from ...engine.contract.filenames import POLYGONS
from ...engine.contract.installation import VECTOR_PACKAGES
from ...engine.contract.requests import IMAGE_FOOTPRINT, NOT_ANALYSED, OBSERVED_EVENT, VectoriseJob
from ..i18n import in_qgis, tr
from ..layers.images import layer_path
from ..layers.outputs import make_folder_of
from ..layers.results import classes_of
from .base import TidemarkAlgorithm, chosen_path
from .maps import show_result
from .parameters import VectorDestination, advanced, choice, described

ENDINGS = (".gpkg", ".geojson", ".shp")


class Vectorise(TidemarkAlgorithm):
    """Makes polygons of a class raster."""

    INPUT = "INPUT"
    PROBABILITY = "PROBABILITY"

    identifier = "vectorise"
    section = "aftermath"
    icon_name = "tidemark.svg"
    title = "Make polygons"
    short_help = (
        "Makes polygons of what was detected. Each has its geodesic area in hectares, right in any coordinate reference system, its "
        "mean and highest probability, and says which image, model and threshold it comes from.\n\n"
        "The file is read in strips, so a whole scene needs little memory."
    )
    words = ("polygonise", "vectorize", "area", "hectares", "minimum mapping unit")
    progress_words = "{done} of {total} rows"
    needs = VECTOR_PACKAGES

    _path = ""
    _probability = ""
    _source = ""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in [*self._first_parameters(), *map(advanced, self._further_parameters())]:
            self.addParameter(parameter)
        output = VectorDestination(self.OUTPUT, tr("Polygons"), QgsProcessing.SourceType.TypeVectorPolygon, ENDINGS)
        words = tr("GeoPackage (.gpkg), GeoJSON (.geojson, in degrees) or Shapefile (.shp). A file of this name is replaced.")
        self.addParameter(described(output, words))
        self.addOutput(QgsProcessingOutputVectorLayer("IMAGE_FOOTPRINT", tr("What was observed")))
        self.addOutput(QgsProcessingOutputVectorLayer("NOT_ANALYSED", tr("What was not analysed")))
        self.addOutput(QgsProcessingOutputNumber("POLYGONS", tr("Number of polygons")))
        self.addOutput(QgsProcessingOutputNumber("HECTARES", tr("Hectares in polygons")))
        self.addOutput(QgsProcessingOutputNumber("HECTARES_LEFT_OUT", tr("Hectares in smaller pieces")))
        self.addOutput(QgsProcessingOutputString("SUMMARY", tr("Summary")))

    def _first_parameters(self) -> list[QgsProcessingParameterDefinition]:
        number = QgsProcessingParameterNumber.Type.Double
        return [
            described(
                QgsProcessingParameterRasterLayer(self.INPUT, tr("Class raster")),
                tr("The map of an earlier run: polygons are made of what was detected (1, or 3 and 4 for change)."),
            ),
            described(
                QgsProcessingParameterNumber("MINIMUM_AREA", tr("Minimum area in hectares"), number, defaultValue=0.5, minValue=0.0),
                tr("Smaller polygons are left out: the minimum mapping unit."),
            ),
        ]

    def _further_parameters(self) -> list[QgsProcessingParameterDefinition]:
        number = QgsProcessingParameterNumber.Type.Double
        return [
            described(
                QgsProcessingParameterRasterLayer(self.PROBABILITY, tr("Probability raster"), optional=True),
                tr("For the fields prob_mean and prob_max; empty: the one of the same run, where it lies beside the map."),
            ),
            choice(
                "CONNECTIVITY",
                tr("Connectivity"),
                ("8", "4"),
                tr("8: pixels that meet at a corner are joined, so a narrow river stays whole. 4: only pixels that share an edge."),
            ),
            described(
                QgsProcessingParameterNumber("FILL_HOLES", tr("Fill holes up to hectares"), number, defaultValue=0.0, minValue=0.0),
                tr("Smaller holes of not detected pixels are filled; 0: none."),
            ),
            described(
                QgsProcessingParameterNumber("SIMPLIFY", tr("Simplify by metres"), number, defaultValue=0.0, minValue=0.0),
                tr("How far outlines may be moved on the ground; 0: not at all. The field area_ha stays the area of the pixels."),
            ),
            described(
                QgsProcessingParameterBoolean("FOOTPRINT", tr("Footprint as well"), defaultValue=False),
                tr("Adds the layers imageFootprint (what was observed) and notAnalysed (the rest, with the reason)."),
            ),
        ]

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take the files from the layers. Raises `InputError`."""
        self._path = layer_path(self.raster(parameters, self.INPUT, context))
        if parameters.get(self.PROBABILITY):
            self._probability = layer_path(self.raster(parameters, self.PROBABILITY, context))
        output = chosen_path(parameters, self.OUTPUT)
        if output and not output.lower().endswith(ENDINGS):
            raise InputError(
                tr("OUTPUT '{name}' has no ending that polygons can have.").format(name=Path(output).name),
                "",
                tr("Let it end in {endings}.").format(endings=", ".join(ENDINGS)),
            )

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine make the polygons."""
        footprint = self.parameterAsBool(parameters, "FOOTPRINT", context)
        output = self.destination(parameters, self.OUTPUT, context)
        make_folder_of(output)
        job = VectoriseJob(
            raster=self._path,
            output=output,
            probability=self._probability,
            minimum_area=self.parameterAsDouble(parameters, "MINIMUM_AREA", context),
            connectivity=int(self.parameterAsEnumString(parameters, "CONNECTIVITY", context)),
            fill_holes=self.parameterAsDouble(parameters, "FILL_HOLES", context),
            simplify=self.parameterAsDouble(parameters, "SIMPLIFY", context),
            classes=classes_of(self._path),
            footprint=footprint,
            overwrite=True,
        )
        found = self.ask(job, feedback).data
        feedback.pushInfo(in_qgis(found["summary"]))
        several = footprint and output.lower().endswith(".gpkg")
        sources = {layer: f"{path}|layername={layer}" if several else path for layer, path in found["files"].items()}
        self._source = sources[OBSERVED_EVENT]
        return {
            self.OUTPUT: sources[OBSERVED_EVENT],
            **({"IMAGE_FOOTPRINT": sources[IMAGE_FOOTPRINT], "NOT_ANALYSED": sources[NOT_ANALYSED]} if footprint else {}),
            "POLYGONS": found["features"][OBSERVED_EVENT],
            "HECTARES": found["hectares"][OBSERVED_EVENT],
            "HECTARES_LEFT_OUT": found["left_out"],
            "SUMMARY": found["summary"],
        }

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Style the layer that will be loaded; called by QGIS in the thread that draws."""
        if self._source:
            self.show_output(context, partial(show_result, kind=POLYGONS, map_path=self._path), self._source)
        return super().postProcessAlgorithm(context, feedback)
