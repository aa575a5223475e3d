"""tidemark:preparescene: a downloaded Sentinel-1 product to an image, calibrated and placed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputRasterLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...engine.contract.errors import InputError
from ...engine.contract.overwriting import refuse_inputs
from ...engine.contract.requests import CALIBRATIONS, DEM_HEIGHTS, UNITS, PrepareJob
from ..i18n import in_qgis, tr
from ..layers.images import layer_path, path_as_shown
from ..layers.outputs import RASTER_ENDINGS, make_folder_of
from .base import TidemarkAlgorithm, chosen_path
from .parameters import DEGREES, advanced, choice, described

OF_THE_USER = "USER:"
"""Begins the authority of a reference system that the user has saved in QGIS."""


class PrepareScene(TidemarkAlgorithm):
    """Makes an image of a product."""

    INPUT = "INPUT"

    identifier = "preparescene"
    section = "detection"
    icon_name = "tidemark.svg"
    title = "Prepare a Sentinel-1 product"
    short_help = (
        "Reads a Sentinel-1 GRD product as it was downloaded, removes thermal and border noise, calibrates, and places it on a map grid, "
        "as the detecting algorithms need it.\n\n"
        "With a DEM, hills come to their place, and layover and radar shadow are written beside the image, for LAYOVER of the detecting "
        "algorithms. Without one, the ground lies where the product's own grid has it."
    )
    words = ("radar", "SAR", "Sentinel-1", "GRD", "SAFE", "calibrate", "terrain correction", "orthorectify")
    progress_words = "{done} of {total} blocks"

    _dem = ""
    _extent: Optional[tuple[float, float, float, float]] = None

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in [*_first_parameters(self.INPUT), *map(advanced, _further_parameters())]:
            self.addParameter(parameter)
        output = QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Image"))
        self.addParameter(described(output, tr("A GeoTIFF with VV and VH. A file of this name is replaced.")))
        self.addOutput(QgsProcessingOutputRasterLayer("LAYOVER", tr("Layover and radar shadow, with a DEM")))

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Look at product, DEM, extent and destination. Raises `InputError`."""
        dem = self.raster(parameters, "DEM", context) if parameters.get("DEM") else None
        self._dem = "" if dem is None else path_as_shown(dem)
        if parameters.get("EXTENT"):
            extent = self.parameterAsExtent(parameters, "EXTENT", context, QgsCoordinateReferenceSystem(DEGREES))
            self._extent = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
        output = chosen_path(parameters, self.OUTPUT)
        if output:
            dem_file = "" if dem is None else layer_path(dem)
            refuse_inputs([output], [dem_file, self.parameterAsFile(parameters, self.INPUT, context)])
        if output and not output.lower().endswith(RASTER_ENDINGS):
            raise InputError(tr("OUTPUT '{name}' is no GeoTIFF: let its name end in .tif.").format(name=Path(output).name))

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine make the image."""
        output = self.destination(parameters, self.OUTPUT, context)
        make_folder_of(output)
        pixel = parameters.get("PIXEL")
        crs = self.parameterAsCrs(parameters, "CRS", context) if parameters.get("CRS") else QgsCoordinateReferenceSystem()
        job = PrepareJob(
            products=(self.parameterAsFile(parameters, self.INPUT, context),),
            output=output,
            dem=self._dem,
            dem_heights=self.parameterAsEnumString(parameters, "DEM_HEIGHTS", context),
            extent=self._extent,
            unit=self.parameterAsEnumString(parameters, "UNIT", context),
            calibration=self.parameterAsEnumString(parameters, "CALIBRATION", context),
            pixel=None if pixel is None else self.parameterAsDouble(parameters, "PIXEL", context),
            crs=_as_the_engine_reads_it(crs),
            keep_noise=self.parameterAsBool(parameters, "KEEP_NOISE", context),
            overwrite=True,
        )
        found = self.ask(job, feedback).data
        for notice in found["notices"]:
            feedback.pushWarning(in_qgis(str(notice)))
        layover = found["files"].get("layover")
        return {self.OUTPUT: found["files"]["image"], **({"LAYOVER": layover} if layover else {})}


def _as_the_engine_reads_it(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a reference system by its authority, whole where it has none that is known outside this QGIS; empty where there is none."""
    authority = str(crs.authid())
    if authority and not authority.startswith(OF_THE_USER):
        return authority
    return str(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)) if crs.isValid() else ""


def _first_parameters(name: str) -> list[QgsProcessingParameterDefinition]:
    product = QgsProcessingParameterFile(name, tr("Product"))
    return [
        described(product, tr("The .zip as it was downloaded, or manifest.safe in the product's folder.")),
        described(
            QgsProcessingParameterRasterLayer("DEM", tr("Heights (DEM)"), optional=True),
            tr("In metres, on any grid: hills come to their place, and layover and shadow are found."),
        ),
        described(QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True), tr("The part to prepare; empty: all of it.")),
    ]


def _further_parameters() -> list[QgsProcessingParameterDefinition]:
    number = QgsProcessingParameterNumber.Type.Double
    return [
        choice("DEM_HEIGHTS", tr("Heights count from"), DEM_HEIGHTS, tr("auto: found out by the product's own heights.")),
        choice("UNIT", tr("Unit"), UNITS, tr("db: hundredths of a dB as whole numbers; power: as decimals, in a larger file.")),
        choice("CALIBRATION", tr("Calibration"), CALIBRATIONS, tr("What the backscatter is related to; the models know sigma0.")),
        described(
            QgsProcessingParameterNumber("PIXEL", tr("Pixel in metres"), number, optional=True, minValue=1.0),
            tr("Empty: 10, of products with larger pixels 20."),
        ),
        described(
            QgsProcessingParameterCrs("CRS", tr("Reference system"), optional=True), tr("Of the image; empty: the UTM zone of its centre.")
        ),
        described(
            QgsProcessingParameterBoolean("KEEP_NOISE", tr("Leave the thermal noise in"), defaultValue=False),
            tr("As the product has it, for comparison with other tools."),
        ),
    ]
