"""The base of algorithms that write a map: a class raster, with probability, run record and styles beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Union

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterDestination,
)

from ...engine.contract.errors import InputError, OutputError
from ...engine.contract.filenames import CLASS, POLYGONS, PROBABILITY
from ...engine.contract.installation import VECTOR_PACKAGES
from ...engine.contract.job import Job, Result
from ...engine.contract.overwriting import refuse_inputs
from ...engine.contract.requests import RethresholdJob, VectoriseJob
from ..i18n import in_qgis, tr
from ..layers.legend import translate_legend
from ..layers.outputs import RASTER_ENDINGS, Destination, copy_raster, make_folder_of
from ..layers.results import adopt_layer, classes_of
from ..settings import remember_map
from .base import HECTARES_TITLES, TidemarkAlgorithm, chosen_path, is_temporary
from .parameters import VectorDestination, described

VECTOR_ENDINGS = (".gpkg", ".geojson", ".shp")


class MapAlgorithm(TidemarkAlgorithm):
    """Writes a map. Each has its own `definitions` and `request`."""

    INPUT = "INPUT"
    PROBABILITY = "PROBABILITY"
    POLYGONS = "POLYGONS"
    RUN = "RUN"

    hectares: ClassVar[tuple[str, ...]] = ("detected", "possible", "observed", "not_observed", "reference_water", "masked")
    class_words: ClassVar[str] = (
        "0 not detected, 1 detected, 2 reference water, 5 possible water among plants or buildings, 250 to 252 left out, 255 not observed"
    )
    further_words: ClassVar[str] = ""
    """What is written beside the map and not by every task, for the help of OUTPUT."""

    further_files: ClassVar[tuple[str, ...]] = ()
    """Kinds of these files, of `outputs.FURTHER`."""

    _result: Result | None = None
    _map = ""
    _image_id = ""
    _own_probability = ""
    """The one beside the map, where it is what PROBABILITY asks for."""

    def definitions(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters before OUTPUT."""
        raise NotImplementedError

    def further_outputs(self) -> list[QgsProcessingOutputDefinition]:
        """Return the outputs for `further_files`, each named as its kind, in capitals."""
        return []

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, prefix: str) -> Union[Job, RethresholdJob]:
        """Return what to send to the engine, after `prepare`; its files are to begin with `prefix`."""
        raise NotImplementedError

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        output = described(
            QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Class raster")),
            tr(
                "The map, a GeoTIFF: {classes}. Probability (NAME_probability.tif), {further}run record (NAME_run.json) and styles are "
                "written beside it. A file of this name is replaced."
            ).format(classes=tr(self.class_words), further=tr(self.further_words)),
        )
        for definition in [*self.definitions(), output, *_further_destinations()]:
            self.addParameter(definition)
        self.addOutput(QgsProcessingOutputFile(self.RUN, tr("Run record")))
        for definition in self.further_outputs():
            self.addOutput(definition)
        for name in self.hectares:
            self.addOutput(QgsProcessingOutputNumber(f"HECTARES_{name.upper()}", tr(HECTARES_TITLES[name])))
        self.addOutput(QgsProcessingOutputString("SUMMARY", tr("Summary")))
        self.addOutput(QgsProcessingOutputString("DEVICE", tr("Device")))

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Look at the destination. Raises `InputError`."""
        path = chosen_path(parameters, self.OUTPUT)
        problem = Destination(path, self.further_files).problem() if path else ""
        if problem:
            raise InputError(problem)
        for name, endings in ((self.PROBABILITY, RASTER_ENDINGS), (self.POLYGONS, VECTOR_ENDINGS)):
            further = chosen_path(parameters, name)
            if further and not further.lower().endswith(endings):
                raise InputError(
                    tr("{name} '{file}' has no ending that it can be written with.").format(name=name, file=Path(further).name),
                    "",
                    tr("Let it end in {endings}.").format(endings=", ".join(endings)),
                )
        lacking = self._finder.lacking(VECTOR_PACKAGES) if parameters.get(self.POLYGONS) else None
        if lacking is not None:
            raise lacking

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine make the map, and give its files their names."""
        destination = Destination(self.destination(parameters, self.OUTPUT, context), self.further_files)
        problem = destination.problem()
        if problem:
            raise OutputError(problem)
        probability, polygons = (self.destination(parameters, name, context) for name in (self.PROBABILITY, self.POLYGONS))
        with destination.scratch_prefix() as prefix:
            request = self.request(parameters, context, prefix)
            destination.protect(request.inputs())
            refuse_inputs([path for path in (probability, polygons) if path], [*request.inputs(), str(destination.classes)])
            result = Result.from_dict(self.ask(request, feedback).data)
            further = destination.adopt(result.files)
        self._result, self._map = result, str(destination.classes)
        self._written.add(str(destination.probability))
        for notice in result.notices:
            feedback.pushWarning(in_qgis(notice))
        feedback.pushInfo(in_qgis(result.summary))
        if is_temporary(parameters, self.PROBABILITY):
            probability = self._own_probability = str(destination.probability)  # as lasting as the map, whose threshold it moves
        elif probability and not _is_same_file(probability, destination.probability):
            copy_raster(destination.probability, probability)
        if polygons:
            make_folder_of(polygons)
            classes = str(destination.classes)
            self.ask(VectoriseJob(classes, polygons, classes=classes_of(classes), overwrite=True), feedback)
        return {
            self.OUTPUT: str(destination.classes),
            self.PROBABILITY: probability or str(destination.probability),
            **({self.POLYGONS: polygons} if polygons else {}),
            self.RUN: str(destination.record),
            **{kind.upper(): path for kind, path in further.items()},
            **{f"HECTARES_{name.upper()}": result.hectares[name] for name in self.hectares if name in result.hectares},
            "SUMMARY": result.summary,
            "DEVICE": result.device,
        }

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Name and style the layer that will be loaded; called by QGIS in the thread that draws."""
        if self._result is not None:
            kinds = {self.OUTPUT: CLASS, self.PROBABILITY: PROBABILITY, self.POLYGONS: POLYGONS}
            sources, names = {self.PROBABILITY: self._own_probability}, {self.OUTPUT: tr(self._result.title)}
            for output, kind in kinds.items():
                show = partial(show_result, kind=kind, map_path=self._map, image_id=self._image_id)
                self.show_output(context, show, sources.get(output, ""), names.get(output, ""), output)
            remember_map(self._map)
        return super().postProcessAlgorithm(context, feedback)


def _further_destinations() -> list[QgsProcessingParameterDefinition]:
    """Return the destinations of what may be wanted besides the map; neither is written unless it is asked for."""
    polygon = QgsProcessing.SourceType.TypeVectorPolygon
    return [
        described(
            QgsProcessingParameterRasterDestination(
                MapAlgorithm.PROBABILITY, tr("Probability raster"), optional=True, createByDefault=False
            ),
            tr("A copy of the probability in per cent, 255 where nothing was observed; the one beside the map is written in any case."),
        ),
        described(
            VectorDestination(MapAlgorithm.POLYGONS, tr("Polygons"), polygon, VECTOR_ENDINGS, optional=True, createByDefault=False),
            tr("Polygons of 0.5 ha and more with their hectares (.gpkg, .geojson or .shp); other sizes: 'Make polygons'."),
        ),
    ]


def _is_same_file(path: str, other: Path) -> bool:
    """Return whether two paths lead to one file; `other` is there."""
    return Path(path).exists() and other.samefile(path)


def show_result(layer: QgsMapLayer, kind: str, map_path: str, image_id: str = "") -> None:
    """Style a file of a map, and let the dock know it as it knows its own; see `adopt_layer`."""
    style_beside_the_file(layer)
    adopt_layer(layer, kind, map_path, image_id)


def style_beside_the_file(layer: QgsMapLayer) -> None:
    """Load the style that the engine has written beside the file, or into it."""
    layer.loadDefaultStyle()
    translate_legend(layer)
