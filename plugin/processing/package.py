"""tidemark:package: a map for its recipient, in a folder or one GeoPackage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...engine.contract.filenames import README, RUN, MapFiles
from ...engine.contract.record import RunRecord
from ...engine.contract.requests import PackageJob
from ..i18n import tr
from ..layers.images import layer_path
from .base import TidemarkAlgorithm
from .parameters import described


class Package(TidemarkAlgorithm):
    """Puts a map together for its recipient."""

    INPUT = "INPUT"
    PACKAGE = "PACKAGE"

    identifier = "package"
    section = "aftermath"
    icon_name = "tidemark.svg"
    title = "Package for hand-over"
    short_help = (
        "Puts a map into a folder of its own for its recipient: rasters, polygons that lie beside them (NAME_*.gpkg), the one-page PDF "
        "(NAME_map.pdf), styles, run record and a README in plain words, under names that say what they are: "
        "EVENT_AOI_PRODUCT_LAYER_vN.\n\n"
        "Or into one GeoPackage, without the PDF. QGIS 3.22 shows its rasters in grey, for it takes no styles of rasters from a "
        "GeoPackage; newer ones show the colours.\n\n"
        "Nothing is ever overwritten: the next package of the same event is the next version."
    )
    words = ("delivery", "export", "share", "hand-over")
    progress_words = ""

    _path = ""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in (
            described(
                QgsProcessingParameterRasterLayer(self.INPUT, tr("Class raster")),
                tr("The map of a run, with probability and run record beside it."),
            ),
            described(
                QgsProcessingParameterString("EVENT", tr("Event"), optional=True),
                tr("Begins the names, for example EMSR728; empty: the map's own name."),
            ),
            described(
                QgsProcessingParameterString("AOI", tr("Area of interest"), defaultValue="AOI01"),
                tr("The second part of the names."),
            ),
            described(
                QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Folder of the event")),
                tr("The package is a new folder in it."),
            ),
            described(
                QgsProcessingParameterBoolean("GEOPACKAGE", tr("One GeoPackage instead of a folder"), defaultValue=False),
                tr("One file, but without the PDF, and QGIS 3.22 shows its rasters in grey. The folder opens with its colours everywhere."),
            ),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputFolder(self.PACKAGE, tr("Package, where it is a folder")))
        self.addOutput(QgsProcessingOutputFile("FILE", tr("Package, where it is a GeoPackage")))
        self.addOutput(QgsProcessingOutputFile("README", tr("README of the package")))

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take the file from the layer, and look for its run record. Raises `InputError`."""
        self._path = layer_path(self.raster(parameters, self.INPUT, context))
        RunRecord.read(str(MapFiles.of_class(self._path).path(RUN)))

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine write the folder."""
        folder = self.parameterAsFile(parameters, self.OUTPUT, context)
        names = {name.lower(): self.parameterAsString(parameters, name, context).strip() for name in ("EVENT", "AOI")}
        one_file = self.parameterAsBool(parameters, "GEOPACKAGE", context)
        files = self.ask(PackageJob(self._path, folder, geopackage=one_file, **names), feedback).data["files"]
        (made,) = files.values()
        feedback.pushInfo(tr("Packaged: {path}").format(path=made))
        if one_file:
            return {self.OUTPUT: folder, "FILE": made}
        return {self.OUTPUT: folder, self.PACKAGE: made, "README": str(Path(made) / README)}
