"""The base of all algorithms: their place in the toolbox, the engine's process, errors in words, layers that are loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, ClassVar, TypeVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ...engine.contract.errors import Cancelled, InputError, TidemarkError
from ...engine.contract.job import PREPARING, Event
from ...engine.contract.options import POLYGONS, RASTER
from ...engine.contract.requests import Request
from ..engine.runtime import RuntimeFinder, RuntimeMissingError
from ..engine.worker import Runtime, converse
from ..help import help_url
from ..i18n import error_in_words, in_qgis, tr

ROOT = Path(__file__).resolve().parents[2]
SECTION_TITLES = {"detection": "Detection", "aftermath": "After detection"}
Layer = TypeVar("Layer", bound=QgsMapLayer)
HECTARES_TITLES = {
    "detected": "Hectares detected",
    "decrease": "Hectares of decrease",
    "increase": "Hectares of increase",
    "possible": "Hectares of possible water",
    "reference_water": "Hectares of reference water",
    "masked": "Hectares masked",
    "not_observed": "Hectares not observed",
    "observed": "Hectares observed",
    "outside": "Hectares outside the image",
}


class Styler(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded result its style, whatever default style Processing has set.

    QGIS keeps no reference to the Python side of a post-processor: the instances keep themselves.
    """

    kept: ClassVar[list[Styler]] = []

    def __init__(self, style: Callable[[QgsMapLayer], None]) -> None:
        super().__init__()
        self._style = style
        Styler.kept.append(self)

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        """Style the layer; called by QGIS in the thread that draws."""
        self._style(layer)
        layer.triggerRepaint()
        Styler.kept.remove(self)


class TidemarkAlgorithm(QgsProcessingAlgorithm):
    """One thing that the engine does. Each sets the attributes below and has `prepare` and `compute`."""

    OUTPUT = "OUTPUT"

    identifier: ClassVar[str]
    """The id; fixed for ever."""

    icon_name: ClassVar[str]
    title: ClassVar[str]
    section: ClassVar[str]
    """Id of the group in the toolbox, one of `SECTION_TITLES`; fixed for ever."""

    short_help: ClassVar[str]
    words: ClassVar[tuple[str, ...]]
    progress_words: ClassVar[str]
    cancelled_words: ClassVar[str] = "Cancelled. Nothing was written."
    needs: ClassVar[tuple[str, ...]] = ()
    """Packages that the engine needs for this, and not for mapping."""

    works_alone: ClassVar[bool] = False
    """Whether it does all by itself, without the engine."""

    def __init__(self, finder: RuntimeFinder) -> None:
        super().__init__()
        self._finder = finder
        self._runtime: Runtime | None = None
        self._destinations: dict[str, str] = {}
        self._written: set[str] = set()

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take from parameters and layers what the run needs. Raises `TidemarkError` for what cannot work."""
        raise NotImplementedError

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Refuse what cannot work, without writing anything. Raises `TidemarkError`."""
        self.prepare(parameters, context)

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine work and return the outputs; in a thread in which no layer may be touched. Raises as `ask` does."""
        raise NotImplementedError

    def createInstance(self) -> TidemarkAlgorithm:
        """Return a fresh one; QGIS runs each once."""
        return type(self)(self._finder)

    def name(self) -> str:
        """Return the id."""
        return self.identifier

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr(self.title)

    def group(self) -> str:
        """Return the group in the toolbox."""
        return tr(SECTION_TITLES[self.section])

    def groupId(self) -> str:
        """Return the group's id."""
        return self.section

    def tags(self) -> list[str]:
        """Return further words under which the toolbox finds it."""
        return [tr(word) for word in self.words]

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(ROOT / "resources" / "icons" / self.icon_name))

    def helpUrl(self) -> str:
        """Return the address of the guide's section on it."""
        return help_url(self.name())

    def shortHelpString(self) -> str:
        """Return the help beside the parameters."""
        return tr(self.short_help)

    def canExecute(self) -> tuple[bool, str]:
        """Say whether the engine is there with all that this needs, and what to do where it is not."""
        if self.works_alone:
            return True, ""
        try:
            self._finder.find()
        except RuntimeMissingError as error:
            return False, f"{error.found} {error.do}"
        lacking = self._finder.lacking(self.needs)
        return lacking is None, "" if lacking is None else str(lacking)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot work, before anything is started."""
        try:
            self.check(parameters, context)
        except TidemarkError as error:
            return False, error_in_words(error)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:
        """Take from the layers what the run needs; layers must not be touched in the run's own thread."""
        try:
            if not self.works_alone:
                self._runtime = self._finder.find()
            self.prepare(parameters, context)
        except TidemarkError as error:
            raise QgsProcessingException(error_in_words(error)) from error
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run the engine and wait for it."""
        try:
            results = self.compute(parameters, context, feedback)
        except Cancelled:
            feedback.pushInfo(tr(self.cancelled_words))
            return {}
        except TidemarkError as error:
            raise QgsProcessingException(error_in_words(error)) from error
        self._written.update(value for value in results.values() if isinstance(value, str))
        return results

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Tell the provider which files there are anew; called by QGIS in the thread that draws, for the step of a model in another."""
        self.provider().written.emit(sorted(self._written))
        return {}

    def ask(self, request: Request, feedback: QgsProcessingFeedback) -> Event:
        """Let the engine's process do a piece of work; raises what `converse` raises."""
        if self._runtime is None:
            self._runtime = self._finder.find()
        return converse(self._runtime, request, lambda event: self.hear(event, feedback), feedback.isCanceled)

    def hear(self, event: Event, feedback: QgsProcessingFeedback) -> None:
        """Pass on what the engine says while it works."""
        if event.kind == "started" and event.data.get("step") == PREPARING:
            feedback.pushInfo(tr("Preparing the product: calibrated and placed on a map grid"))
        elif event.kind == "started" and event.data.get("device"):
            feedback.pushInfo(tr("Computing on: {device}").format(device=event.data["device"]))
        if event.kind == "notice":
            feedback.pushWarning(in_qgis(str(event.data.get("text", ""))))
        if event.kind == "progress" and event.data.get("total"):
            feedback.setProgress(100.0 * event.data["done"] / event.data["total"])
            feedback.setProgressText(tr(self.progress_words).format(done=event.data["done"], total=event.data["total"]))

    def raster(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> QgsRasterLayer:
        """Return the layer of a parameter. Raises `InputError`."""
        layer = self.parameterAsRasterLayer(parameters, name, context)
        found = tr("{name} '{value}' is no raster that can be opened.").format(name=name, value=_named(parameters.get(name)))
        return valid(layer, found, tr("A raster file of this machine is needed."))

    def vector(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> QgsVectorLayer:
        """Return the layer of polygons of a parameter. Raises `InputError`."""
        layer = self.parameterAsVectorLayer(parameters, name, context)
        found = tr("{name} '{value}' is no layer that can be opened.").format(name=name, value=_named(parameters.get(name)))
        return valid(layer, found, tr("A layer of polygons is needed."))

    def layer(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, kind: str) -> QgsMapLayer:
        """Return the layer of a parameter for an option of some kind. Raises `InputError`."""
        if kind == RASTER:
            return self.raster(parameters, name, context)
        if kind == POLYGONS:
            return self.vector(parameters, name, context)
        layer = self.parameterAsLayer(parameters, name, context)
        found = tr("{name} '{value}' is no layer that can be opened.").format(name=name, value=_named(parameters.get(name)))
        return valid(layer, found, tr("A layer of polygons, or a raster, is needed."))

    def destination(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return the path of a destination, empty where none is wanted; called once for each, for a temporary one is new every time."""
        path = str(self.parameterAsOutputLayer(parameters, name, context)) if parameters.get(name) else ""
        self._destinations[name] = path
        return path

    def show_output(
        self, context: QgsProcessingContext, style: Callable[[QgsMapLayer], None], source: str, name: str = "", output: str = OUTPUT
    ) -> None:
        """Say how an output, where QGIS will load it, is styled, from which source, and under which name (empty: Processing's own)."""
        layers = context.layersToLoadOnCompletion()
        # Not by the output's name: in a model, what every step writes is loaded, and each has an OUTPUT.
        path = self._destinations.get(output, "")
        details = layers.pop(path, None)
        if details is None:
            return
        details.setPostProcessor(Styler(style))
        if name:
            details.name = name
        layers[source or path] = details
        context.setLayersToLoadOnCompletion(layers)


def valid(layer: Layer | None, found: str, needed: str) -> Layer:
    """Return a layer that QGIS has opened. Raises `InputError`, with what was found and needed, where it has not."""
    if layer is None or not layer.isValid():
        raise InputError(found, needed, tr("Check the path."))
    return layer


def check_output_ending(path: str, endings: tuple[str, ...]) -> None:
    """Refuse a destination OUTPUT of whose ending no file is written; empty is none. Raises `InputError`."""
    if path and not path.lower().endswith(endings):
        raise InputError(
            tr("OUTPUT '{name}' has no ending that this can be written with.").format(name=Path(path).name),
            "",
            tr("Let it end in {endings}.").format(endings=", ".join(endings)),
        )


def chosen_path(parameters: dict[str, Any], name: str) -> str:
    """Return the path that was chosen for a destination, in the algorithm's window or as text; empty for a temporary one or none."""
    value = _typed(parameters.get(name))
    return value if isinstance(value, str) and value != QgsProcessing.TEMPORARY_OUTPUT else ""


def is_temporary(parameters: dict[str, Any], name: str) -> bool:
    """Return whether a destination is wanted, and QGIS is to find a place for it."""
    return bool(_typed(parameters.get(name)) == QgsProcessing.TEMPORARY_OUTPUT)


def _named(value: Any) -> Any:
    """Return the value of a parameter as the user knows it: a layer by its name, not by its id."""
    layer = QgsProject.instance().mapLayer(value) if isinstance(value, str) else value
    return layer.name() if isinstance(layer, QgsMapLayer) else value


def _typed(value: Any) -> Any:
    return value.sink.staticValue() if isinstance(value, QgsProcessingOutputLayerDefinition) else value
