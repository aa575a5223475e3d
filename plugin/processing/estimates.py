"""tidemark:exposure and tidemark:depth: what a map means on the ground."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ...engine.contract.errors import InputError
from ...engine.contract.installation import VECTOR_PACKAGES
from ...engine.contract.overwriting import refuse_inputs
from ...engine.contract.requests import EXPOSURE_OF, LAYER_IN_FILE, DepthJob, ExposureJob
from ..i18n import in_qgis, tr
from ..layers.images import layer_path, path_as_shown
from ..layers.outputs import make_folder_of
from ..layers.results import RESULT_PROPERTY, mark_made_of
from ..layers.vectors import file_of, zones_file
from .base import Styler, TidemarkAlgorithm, check_output_ending, chosen_path
from .maps import style_beside_the_file
from .parameters import VectorDestination, advanced, described

_VECTOR = QgsProcessing.SourceType


class Estimate(TidemarkAlgorithm):
    """The base of both: a map, and zones that are told apart."""

    INPUT = "INPUT"
    ZONES = "ZONES"
    ZONE_FIELD = "ZONE_FIELD"

    section = "aftermath"
    icon_name = "tidemark.svg"
    progress_words = "{done} of {total} rows"
    needs = VECTOR_PACKAGES
    endings: tuple[str, ...]

    _path = ""
    _zones = ""

    def map_parameter(self) -> QgsProcessingParameterDefinition:
        """Return the parameter of the map."""
        return described(
            QgsProcessingParameterRasterLayer(self.INPUT, tr("Class raster")),
            tr("The map of an earlier run: 0 not detected, 1 detected, 5 possible water, 255 not observed."),
        )

    def zone_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of the zones."""
        zones = QgsProcessingParameterVectorLayer(self.ZONES, tr("Zones"), [_VECTOR.TypeVectorPolygon], optional=True)
        field = QgsProcessingParameterField(self.ZONE_FIELD, tr("Names of the zones"), None, self.ZONES, optional=True)
        return [
            described(zones, tr("Polygons that are told apart in the table, such as districts.")),
            advanced(described(field, tr("The field with their names; empty: the first one with text."))),
        ]

    def add_file_outputs(self) -> None:
        """Declare table, record and summary."""
        self.addOutput(QgsProcessingOutputFile("TABLE", tr("Table")))
        self.addOutput(QgsProcessingOutputFile("RECORD", tr("Record of the estimate")))
        self.addOutput(QgsProcessingOutputString("SUMMARY", tr("Summary")))

    def mark(self, layer: QgsMapLayer) -> None:
        """Let the dock know that a layer is a result, and of which map."""
        layer.setCustomProperty(RESULT_PROPERTY, self.identifier)
        mark_made_of(layer, self._path)

    def further_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """Return the files of all inputs but the map and the zones. Raises `InputError`."""
        raise NotImplementedError

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Look at layers and destination. Raises `TidemarkError`."""
        files = [layer_path(self.raster(parameters, self.INPUT, context)), *self.further_inputs(parameters, context)]
        if parameters.get(self.ZONES):
            files.append(file_of(self.vector(parameters, self.ZONES, context)))
        output = chosen_path(parameters, self.OUTPUT)
        check_output_ending(output, self.endings)
        if output:
            stem = os.path.splitext(output)[0]
            refuse_inputs(dict.fromkeys([output, f"{stem}.csv", f"{stem}.json"]), files)

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take the files from the layers. Raises `TidemarkError`."""
        self.check(parameters, context)
        self._path = layer_path(self.raster(parameters, self.INPUT, context))
        self._zones = self.source(self.vector(parameters, self.ZONES, context), context) if parameters.get(self.ZONES) else ""

    def source(self, layer: QgsVectorLayer, context: QgsProcessingContext) -> str:
        """Return a vector layer as the engine reads it: a file, and which of its layers. Raises `OutputError`."""
        path, name = zones_file(layer, context.transformContext())
        return f"{path}{LAYER_IN_FILE}{name}" if name else path


class Exposure(Estimate):
    """Counts who and what lies in the water."""

    LAYERS = "LAYERS"
    POPULATION = "POPULATION"

    identifier = "exposure"
    title = "Who and what is affected"
    short_help = (
        "Counts what of your layers and of a population raster lies in the flood, in possible water, in reference water, where nothing "
        "was mapped, and where nothing was observed: features touched, kilometres of lines, hectares of areas, people. In total and for "
        'each zone. "Not observed" is not "dry": its share stands beside every number.\n\n'
        "Every feature is laid over the pixels exactly, lengths and areas are the ellipsoid's, and people are shared out by area.\n\n"
        "An estimate from the extent of the map, for a first look. Written to PREFIX_exposure.gpkg beside the map, it comes into the "
        "one-page PDF and into the package."
    )
    words = ("exposure", "population", "buildings", "roads", "damage", "people affected")
    endings = (".gpkg", ".csv")

    _layers: tuple[str, ...] = ()
    _titles: tuple[str, ...] = ()
    _population = ""
    _made = ""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        any_kind = _VECTOR.TypeVectorAnyGeometry
        layers = QgsProcessingParameterMultipleLayers(self.LAYERS, tr("What may be affected"), any_kind, optional=True)
        people = QgsProcessingParameterRasterLayer(self.POPULATION, tr("Population"), optional=True)
        output = VectorDestination(self.OUTPUT, tr("Layers with their shares"), any_kind, self.endings)
        for parameter in (
            self.map_parameter(),
            described(layers, tr("Buildings, roads, places, land use: points, lines or polygons, as they are now, with their edits.")),
            described(people, tr("A raster with the number of people in each pixel, of any pixel size, such as GHS-POP or WorldPop.")),
            *self.zone_parameters(),
            described(output, tr("The layers with the share of each feature in every class (.gpkg), or the table (.csv).")),
        ):
            self.addParameter(parameter)
        self.add_file_outputs()

    def further_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """Return the files of layers and population. Raises `InputError`."""
        files = [file_of(layer) for layer in self._chosen(parameters, context)]
        if parameters.get(self.POPULATION):
            files.append(layer_path(self.raster(parameters, self.POPULATION, context)))
        if not files:
            raise InputError(
                tr("Nothing is given that could be affected."),
                tr("Layers of buildings, roads, places or land use are needed, or a population raster."),
                tr("Choose at least one."),
            )
        return files

    def _chosen(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[QgsVectorLayer]:
        return [layer for layer in self.parameterAsLayerList(parameters, self.LAYERS, context) or [] if isinstance(layer, QgsVectorLayer)]

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take the files from the layers. Raises `TidemarkError`."""
        super().prepare(parameters, context)
        chosen = self._chosen(parameters, context)
        self._layers = tuple(self.source(layer, context) for layer in chosen)
        self._titles = tuple(layer.name() for layer in chosen)
        people = parameters.get(self.POPULATION)
        self._population = path_as_shown(self.raster(parameters, self.POPULATION, context)) if people else ""

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine count."""
        output = self.destination(parameters, self.OUTPUT, context)
        make_folder_of(output)
        field = self.parameterAsString(parameters, self.ZONE_FIELD, context)
        job = ExposureJob(
            self._path, output, self._layers, self._titles, self._population, self._zones, field if self._zones else "", overwrite=True
        )
        found = self.ask(job, feedback).data
        feedback.pushInfo(in_qgis(found["summary"]))
        files = found["files"]
        if "layers" not in files:
            output = files["table"]
        self._made = output
        return {self.OUTPUT: output, "TABLE": files["table"], "RECORD": files["record"], "SUMMARY": found["summary"]}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Say what is loaded: all layers, or the table where there are none; called by QGIS in the thread that draws."""
        layers = context.layersToLoadOnCompletion()
        details = layers.pop(self._destinations.get(self.OUTPUT, ""), None) if self._made else None
        if details is not None:
            for source, title in _made_of(self._made).items():
                name = f"{details.name}: {title}" if title else details.name
                layers[source] = QgsProcessingContext.LayerDetails(name, details.project, details.outputName)
                layers[source].setPostProcessor(Styler(self.mark))
        context.setLayersToLoadOnCompletion(layers)
        return super().postProcessAlgorithm(context, feedback)


def _made_of(output: str) -> dict[str, str]:
    """Return source and title of each layer with its shares; of a table, which has none, its path."""
    names = [layer.name() for layer in QgsProviderRegistry.instance().querySublayers(output)]
    titles = [name[len(EXPOSURE_OF) :] for name in names if name.startswith(EXPOSURE_OF)]
    return {f"{output}{LAYER_IN_FILE}{EXPOSURE_OF}{title}": title for title in titles} or {output: ""}


class Depth(Estimate):
    """Estimates how deep the water is."""

    DEM = "DEM"

    identifier = "depth"
    title = "Depth of the water"
    short_help = (
        "Estimates how deep a flood is: along its edge the ground's height is that of the water; a surface is laid over each connected "
        "body of water, and the ground taken away. Edges of clouds, of the swath and of what was not mapped tell nothing. Where the edge "
        "is too short or the DEM too coarse, no depth is given, and it is said for how many hectares.\n\n"
        "After INFLOS (Caretto et al. 2025) and FwDET (Cohen et al. 2018, 2022).\n\n"
        "An estimate from the extent of the map, for a first look. Written to PREFIX_depth.tif beside the map, it comes into the one-page "
        "PDF and into the package."
    )
    words = ("depth", "water level", "volume", "DEM", "FwDET")
    endings = (".tif",)

    _dem = ""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in (
            self.map_parameter(),
            described(
                QgsProcessingParameterRasterLayer(self.DEM, tr("Heights of the ground (DEM)")),
                tr("In metres, in any coordinate reference system; best without trees and houses, and no coarser than 30 m."),
            ),
            *self.zone_parameters(),
            described(
                QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Depth")),
                tr("In metres, with styles, a table (.csv) of bodies and zones, and a record beside it. A file of this name is replaced."),
            ),
        ):
            self.addParameter(parameter)
        self.add_file_outputs()
        for name, title in (
            ("MEAN_DEPTH", tr("Mean depth in metres")),
            ("LARGEST_DEPTH", tr("Largest depth in metres")),
            ("VOLUME", tr("Cubic metres of water")),
            ("HECTARES_ESTIMATED", tr("Hectares with a depth")),
            ("HECTARES_NOT_ESTIMATED", tr("Hectares without a depth")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def further_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """Return the DEM's file. Raises `InputError`."""
        return [layer_path(self.raster(parameters, self.DEM, context))]

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take the files from the layers. Raises `TidemarkError`."""
        super().prepare(parameters, context)
        self._dem = path_as_shown(self.raster(parameters, self.DEM, context))

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine estimate."""
        output = self.destination(parameters, self.OUTPUT, context)
        make_folder_of(output)
        field = self.parameterAsString(parameters, self.ZONE_FIELD, context) if self._zones else ""
        found = self.ask(DepthJob(self._path, self._dem, output, self._zones, field, overwrite=True), feedback).data
        feedback.pushInfo(in_qgis(found["summary"]))
        whole = found["rows"][0]
        return {
            self.OUTPUT: output,
            "TABLE": found["files"]["table"],
            "RECORD": found["files"]["record"],
            "SUMMARY": found["summary"],
            "MEAN_DEPTH": whole["mean_m"],
            "LARGEST_DEPTH": whole["largest_m"],
            "VOLUME": whole["volume_m3"],
            "HECTARES_ESTIMATED": whole["estimated_ha"],
            "HECTARES_NOT_ESTIMATED": whole["not_estimated_ha"],
        }

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Style the layer that will be loaded; called by QGIS in the thread that draws."""
        self.show_output(context, self._show, "")
        return super().postProcessAlgorithm(context, feedback)

    def _show(self, layer: QgsMapLayer) -> None:
        style_beside_the_file(layer)
        self.mark(layer)
