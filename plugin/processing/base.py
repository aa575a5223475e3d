"""What all detecting algorithms share: parameters, checks, the run in the engine's process, styled results."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtGui import QIcon

from ...engine.errors import Cancelled, InputError, TidemarkError
from ...engine.job import Event, Job, Result, Source
from ..form import parse_scales
from ..i18n import tr
from ..layers import image_coordinates, source_of
from ..runtime import RuntimeFinder, RuntimeMissingError
from ..worker import Runtime, converse
from .outputs import Destination
from .parameters import common_parameters

ROOT = Path(__file__).resolve().parent.parent.parent
HECTARES = ("detected", "observed", "not_observed")


class Styler(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded result the style beside its file, whatever default style Processing has set.

    QGIS keeps no reference to the Python side of a post-processor: the instances keep themselves.
    """

    kept: ClassVar[list[Styler]] = []

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        """Load the style; called by QGIS in the thread that draws."""
        layer.loadDefaultStyle()
        layer.triggerRepaint()
        Styler.kept.remove(self)


class TidemarkAlgorithm(QgsProcessingAlgorithm):
    """One task of the engine. A task of its own sets the attributes below and the words of its help."""

    INPUT = "INPUT"
    VH = "VH"
    EXTENT = "EXTENT"
    OUTPUT = "OUTPUT"
    PROBABILITY = "PROBABILITY"
    RUN = "RUN"

    task: ClassVar[str]
    icon_name: ClassVar[str]
    title: ClassVar[str]
    short_help: ClassVar[str]
    words: ClassVar[tuple[str, ...]]

    def __init__(self, finder: RuntimeFinder) -> None:
        super().__init__()
        self._finder = finder
        self._runtime: Runtime | None = None
        self._source: Source | None = None
        self._extent: tuple[float, float, float, float] | None = None
        self._result: Result | None = None

    def createInstance(self) -> TidemarkAlgorithm:
        """Return a fresh one; QGIS runs each once."""
        return type(self)(self._finder)

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr(self.title)

    def group(self) -> str:
        """Return the group in the toolbox."""
        return tr("Detection")

    def groupId(self) -> str:
        """Return the group's id; fixed for ever."""
        return "detection"

    def tags(self) -> list[str]:
        """Return further words under which the toolbox finds it."""
        return [tr(word) for word in self.words]

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(ROOT / "resources" / "icons" / self.icon_name))

    def helpUrl(self) -> str:
        """Return the address of the documentation."""
        metadata = ConfigParser(interpolation=None)
        metadata.read(ROOT / "metadata.txt", encoding="utf-8")
        return metadata.get("general", "homepage", fallback="")

    def shortHelpString(self) -> str:
        """Return the help beside the parameters."""
        return tr(self.short_help)

    def canExecute(self) -> tuple[bool, str]:
        """Say whether the engine is there, and what to do where it is not."""
        try:
            self._finder.find()
        except RuntimeMissingError as error:
            return False, f"{error.found} {error.do}"
        return True, ""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for definition in self.definitions():
            self.addParameter(definition)
        output = QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Class raster"))
        output.setHelp(
            tr(
                "The map, a GeoTIFF: 0 not detected, 1 detected, 255 not observed. Probability (NAME_probability.tif), "
                "run record (NAME_run.json) and styles are written beside it. A file of this name is replaced."
            )
        )
        self.addParameter(output)
        self.addOutput(QgsProcessingOutputRasterLayer(self.PROBABILITY, tr("Probability raster")))
        self.addOutput(QgsProcessingOutputFile(self.RUN, tr("Run record")))
        for name in HECTARES:
            self.addOutput(QgsProcessingOutputNumber(f"HECTARES_{name.upper()}", tr("Hectares") + " " + name.replace("_", " ")))
        self.addOutput(QgsProcessingOutputString("SUMMARY", tr("Summary")))
        self.addOutput(QgsProcessingOutputString("DEVICE", tr("Device")))

    def definitions(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters before OUTPUT."""
        return common_parameters(self.task)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot work, before anything is started."""
        try:
            self._source_of(parameters, context)
            self._extent_of(parameters, context)
            parse_scales(self.parameterAsString(parameters, "SCALES", context))
        except InputError as error:
            return False, str(error)
        output = parameters.get(self.OUTPUT)
        if isinstance(output, str) and output not in ("", "TEMPORARY_OUTPUT"):
            problem = Destination(output).problem()
            if problem:
                return False, problem
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:
        """Take from the layers what the run needs; layers must not be touched in the run's own thread."""
        try:
            self._runtime = self._finder.find()
            self._source = self._source_of(parameters, context)
            self._extent = self._extent_of(parameters, context)
        except TidemarkError as error:
            raise QgsProcessingException(str(error)) from error
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run the engine and wait for it."""
        destination = Destination(self.parameterAsOutputLayer(parameters, self.OUTPUT, context))
        problem = destination.problem()
        if problem:
            raise QgsProcessingException(problem)
        try:
            with destination.scratch_prefix() as prefix:
                result = self._run(self.job(parameters, context, prefix), feedback)
                destination.adopt(result.files["class"], result.files["probability"], result.files["run"])
        except Cancelled:
            feedback.pushInfo(tr("Cancelled. Nothing was written."))
            return {}
        except TidemarkError as error:
            raise QgsProcessingException(str(error)) from error
        self._result = result
        self._log(result, feedback)
        return {
            self.OUTPUT: str(destination.classes),
            self.PROBABILITY: str(destination.probability),
            self.RUN: str(destination.record),
            **{f"HECTARES_{name.upper()}": result.hectares[name] for name in HECTARES if name in result.hectares},
            "SUMMARY": result.summary,
            "DEVICE": result.device,
        }

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext, prefix: str) -> Job:
        """Return the job; called in the run's own thread, after `prepareAlgorithm`."""
        source = self._source
        if source is None:
            raise InputError(tr("There is no image to map."))
        threshold = parameters.get("THRESHOLD")
        return Job(
            task=self.task,
            sources=(source,),
            output=prefix,
            method=self.parameterAsEnumString(parameters, "METHOD", context),
            model=self.parameterAsString(parameters, "MODEL", context).strip(),
            extent=self._extent,
            scales=parse_scales(self.parameterAsString(parameters, "SCALES", context)),
            flip=self.parameterAsBool(parameters, "FLIP", context),
            threshold=None if threshold is None else self.parameterAsDouble(parameters, "THRESHOLD", context),
            device=self.parameterAsEnumString(parameters, "DEVICE", context),
            threads=self.parameterAsInt(parameters, "THREADS", context),
            zeros=self.parameterAsEnumString(parameters, "ZEROS", context),
            overwrite=True,
        )

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Name and style the layers that will be loaded; called by QGIS in the thread that draws."""
        if self._result is not None:
            for path, details in context.layersToLoadOnCompletion().items():
                if details.outputName == self.OUTPUT:
                    styler = Styler()
                    Styler.kept.append(styler)
                    details.name = self._result.title
                    details.setPostProcessor(styler)
                    context.addLayerToLoadOnCompletion(path, details)
        return {}

    def _run(self, job: Job, feedback: QgsProcessingFeedback) -> Result:
        def hear(event: Event) -> None:
            if event.kind == "started" and event.data.get("device"):
                feedback.pushInfo(tr("Computing on: {device}").format(device=event.data["device"]))
            if event.kind == "progress" and event.data.get("total"):
                feedback.setProgress(100.0 * event.data["done"] / event.data["total"])
                feedback.setProgressText(tr("{done} of {total} tiles").format(done=event.data["done"], total=event.data["total"]))

        if self._runtime is None:
            self._runtime = self._finder.find()
        answer = converse(self._runtime, {"work": "detect", "job": job.to_dict()}, hear, feedback.isCanceled)
        return Result.from_dict(answer.data)

    def _log(self, result: Result, feedback: QgsProcessingFeedback) -> None:
        for notice in result.notices:
            feedback.pushWarning(notice)
        feedback.pushInfo(result.summary)

    def _source_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Source:
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        if layer is None or not layer.isValid():
            raise InputError(
                tr("INPUT '{value}' is no raster that can be opened.").format(value=parameters.get(self.INPUT)),
                tr("A raster file of this machine is needed."),
                tr("Check the path."),
            )
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
