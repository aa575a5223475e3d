"""tidemark:manyscenes: a folder or a list of scenes in one go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
)

from ...engine.contract.errors import InputError
from ...engine.contract.job import Event, Job, Source
from ...engine.contract.options import HOW, VALUES
from ...engine.contract.requests import SCENE_DONE, SCENE_FAILED, SCENE_SKIPPED, BatchJob
from ...engine.contract.tasks import FIRST_TASK, TASKS
from ..i18n import in_qgis, tr
from ..layers.images import path_as_shown
from ..layers.jobs import make_job
from .base import TidemarkAlgorithm
from .parameters import advanced, described, option_parameters, option_values

TASK = TASKS[FIRST_TASK]
STATUS_TITLES = {SCENE_DONE: "done", SCENE_SKIPPED: "skipped", SCENE_FAILED: "failed"}


class ManyScenes(TidemarkAlgorithm):
    """Maps scene after scene."""

    INPUT = "INPUT"
    LAYERS = "LAYERS"

    identifier = "manyscenes"
    section = "detection"
    icon_name = "water.svg"
    title = "Map many scenes"
    short_help = (
        "Maps every image of a folder, or every layer of a list, one after the other, each with its own result, and keeps a summary "
        "table. A scene that fails does not stop the others.\n\n"
        "What is done already is skipped and what failed is tried again: the same run goes on after an interruption."
    )
    words = ("batch", "water", "flood", "folder", "time series", "radar", "SAR", "Sentinel-1")
    progress_words = "{done} of {total} scenes"
    cancelled_words = "Cancelled. What was finished stays; the same run goes on from there."

    _scenes = ""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        again = QgsProcessingParameterBoolean("AGAIN", tr("Do again what is done"), defaultValue=False)
        kept = tr("Otherwise a scene is skipped whose result, of the same files and options, is there; a result of others is kept.")
        output = QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Results"))
        for definition in [
            *self._scene_parameters(),
            *option_parameters(TASK, VALUES, HOW),
            advanced(described(again, kept)),
            described(output, tr("Folder of the results (FOLDER/NAME/NAME_class.tif and so on) and of the table summary.csv.")),
        ]:
            self.addParameter(definition)
        self.addOutput(QgsProcessingOutputFile("SUMMARY", tr("Summary table")))
        for name, title in STATUS_TITLES.items():
            self.addOutput(QgsProcessingOutputNumber(name.upper(), tr("Scenes: {status}").format(status=tr(title))))

    def _scene_parameters(self) -> list[QgsProcessingParameterDefinition]:
        folder = QgsProcessingParameterFile.Behavior.Folder
        return [
            described(
                QgsProcessingParameterFile(self.INPUT, tr("Folder of radar images"), folder, optional=True),
                tr("All images in it; single-band files whose names differ only in VV and VH are one scene."),
            ),
            described(
                QgsProcessingParameterMultipleLayers(
                    self.LAYERS, tr("… or layers, each a scene"), QgsProcessing.SourceType.TypeRaster, optional=True
                ),
                tr("Instead of a folder: layers with VV and VH, each a raster file of this machine."),
            ),
        ]

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Look at folder, layers and options. Raises `InputError`."""
        self._paths(parameters, context)
        self._template(parameters, context)

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Write a list of the layers' files, or take the folder. Raises `InputError`."""
        self.check(parameters, context)
        folder, paths = self._paths(parameters, context)
        self._scenes = folder
        if paths:
            self._scenes = QgsProcessingUtils.generateTempFilename("scenes.txt")
            Path(self._scenes).write_text("\n".join(paths) + "\n", encoding="utf-8")

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let the engine map the scenes."""
        folder = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        again = self.parameterAsBool(parameters, "AGAIN", context)
        found = self.ask(BatchJob(self._scenes, self._template(parameters, context), folder, again), feedback).data
        self._written.update(path for scene in found["scenes"] for path in scene["files"].values())
        counts = {name.upper(): sum(scene["status"] == name for scene in found["scenes"]) for name in STATUS_TITLES}
        return {self.OUTPUT: folder, "SUMMARY": found["files"]["summary"], **counts}

    def hear(self, event: Event, feedback: QgsProcessingFeedback) -> None:
        """Pass on what became of each scene as well."""
        super().hear(event, feedback)
        if event.kind == "scene":
            words = f"{event.data['scene']}: {tr(STATUS_TITLES[event.data['status']])}. {in_qgis(event.data['message'])}"
            if event.data["status"] == SCENE_FAILED:
                feedback.reportError(words)
            else:
                feedback.pushInfo(words)

    def _paths(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[str, list[str]]:
        folder = self.parameterAsString(parameters, self.INPUT, context).strip() if parameters.get(self.INPUT) else ""
        layers = self.parameterAsLayerList(parameters, self.LAYERS, context) if parameters.get(self.LAYERS) else []
        if bool(folder) == bool(layers):
            raise InputError(
                tr("The scenes are a folder (INPUT) or layers (LAYERS), one of the two."),
                "",
                tr("Choose a folder, or tick layers and leave the folder empty."),
            )
        return folder, [path_as_shown(layer) for layer in layers]

    def _template(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        scale = self.parameterAsEnumString(parameters, "SCALE", context)
        values = option_values(self, TASK, parameters, context, HOW, VALUES)
        return make_job(TASK.name, [Source((), scale=scale)], "", values, None)
