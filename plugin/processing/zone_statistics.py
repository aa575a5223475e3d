"""tidemark:zonestatistics: hectares of each class in each polygon of a layer."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)

from ...engine.contract.installation import VECTOR_PACKAGES
from ...engine.contract.overwriting import refuse_inputs
from ...engine.contract.requests import ZonesJob
from ..i18n import in_qgis, tr
from ..layers.images import layer_path
from ..layers.outputs import make_folder_of
from ..layers.vectors import file_of, zones_file
from .base import HECTARES_TITLES, TidemarkAlgorithm, check_output_ending, chosen_path
from .parameters import VectorDestination, described

ENDINGS = (".gpkg", ".csv")
HECTARES = ("detected", "possible", "reference_water", "masked", "not_observed", "observed", "outside")


class ZoneStatistics(TidemarkAlgorithm):
    """Counts hectares in zones."""

    INPUT = "INPUT"
    ZONES = "ZONES"

    identifier = "zonestatistics"
    section = "aftermath"
    icon_name = "tidemark.svg"
    title = "Hectares in zones"
    short_help = (
        "Counts for each polygon of a layer (districts, parcels, river reaches) the hectares detected, possible water, reference water, "
        'masked, not observed, observed, and outside the image. "Not observed" is not "dry".\n\n'
        "A pixel counts for the zone that holds its centre; zones may overlap. The output has the zones' own fields and the new ones."
    )
    words = ("zonal statistics", "area", "hectares", "districts", "table")
    progress_words = "{done} of {total} rows"
    needs = VECTOR_PACKAGES

    _path = ""
    _zones: tuple[str, str] = ("", "")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        kind = QgsProcessing.SourceType
        self.addParameter(
            described(
                QgsProcessingParameterRasterLayer(self.INPUT, tr("Class raster")),
                tr("The map of an earlier run: 0 not detected, 1 detected, 5 possible water, 255 not observed."),
            )
        )
        self.addParameter(
            described(
                QgsProcessingParameterVectorLayer(self.ZONES, tr("Zones"), [kind.TypeVectorPolygon]),
                tr("A layer of polygons, in any coordinate reference system, as it is now: with its edits and its filter."),
            )
        )
        self.addParameter(
            described(
                VectorDestination(self.OUTPUT, tr("Zones with hectares"), kind.TypeVectorAnyGeometry, ENDINGS),
                tr("The zones with the new fields (.gpkg), or a table (.csv). A file of this name is replaced."),
            )
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of zones")))
        for name in HECTARES:
            self.addOutput(QgsProcessingOutputNumber(f"HECTARES_{name.upper()}", tr(HECTARES_TITLES[name])))
        self.addOutput(QgsProcessingOutputString("SUMMARY", tr("Summary")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Look at layers and destination. Raises `InputError`."""
        path = layer_path(self.raster(parameters, self.INPUT, context))
        file = file_of(self.vector(parameters, self.ZONES, context))
        output = chosen_path(parameters, self.OUTPUT)
        check_output_ending(output, ENDINGS)
        if output:
            refuse_inputs([output], [path, file])

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take the files from the layers. Raises `TidemarkError`."""
        self.check(parameters, context)
        self._path = layer_path(self.raster(parameters, self.INPUT, context))
        self._zones = zones_file(self.vector(parameters, self.ZONES, context), context.transformContext())

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine count."""
        output = self.destination(parameters, self.OUTPUT, context)
        make_folder_of(output)
        zones, layer = self._zones
        found = self.ask(ZonesJob(self._path, zones, output, layer, overwrite=True), feedback).data
        feedback.pushInfo(in_qgis(found["summary"]))
        return {
            self.OUTPUT: output,
            "COUNT": found["zones"],
            **{f"HECTARES_{name.upper()}": found["hectares"][f"{name}_ha"] for name in HECTARES},
            "SUMMARY": found["summary"],
        }
