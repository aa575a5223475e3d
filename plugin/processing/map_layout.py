"""tidemark:maplayout: a map on one page, as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
)

from ...engine.contract.errors import InputError
from ..i18n import tr
from ..layers.images import layer_path
from ..layers.outputs import make_folder_of
from ..layers.page import write_page
from ..layers.page_items import class_layer
from ..layers.page_text import PageWishes
from ..settings import PAPERS, page_settings
from .base import TidemarkAlgorithm, chosen_path
from .parameters import choice, described

PAPER, CONTACT, DISCLAIMER = "PAPER", "CONTACT", "DISCLAIMER"


class MapLayout(TidemarkAlgorithm):
    """Draws the page. The engine has no part in it."""

    INPUT = "INPUT"
    BACKGROUND = "BACKGROUND"

    identifier = "maplayout"
    section = "aftermath"
    icon_name = "tidemark.svg"
    title = "Map on one page (PDF)"
    short_help = (
        "Puts a map on one page for its recipient: what was detected, hectares, legend, scale, grid, place on Earth, images and their "
        "dates, and limits. The words come from the run record (NAME_run.json), which has to lie beside the class raster, as the run "
        "wrote it."
    )
    words = ("print", "layout", "report", "hand-over")
    progress_words = ""
    works_alone = True

    _path = ""
    _background: Optional[QgsRasterLayer] = None

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in (
            described(
                QgsProcessingParameterRasterLayer(self.INPUT, tr("Class raster")),
                tr("The map of a run, with its style (.qml) and its run record beside it."),
            ),
            described(
                QgsProcessingParameterString("EVENT", tr("Event"), optional=True),
                tr("Begins the title, for example: Flood on the Elbe, June 2013."),
            ),
            described(
                QgsProcessingParameterRasterLayer(self.BACKGROUND, tr("Background"), optional=True),
                tr("Is drawn below the map, for example the radar image or a base map; empty: white paper."),
            ),
            choice(
                PAPER, tr("Paper"), PAPERS, tr("The size of the page; it lies or stands as the map is drawn largest."), page_settings()[0]
            ),
            described(
                QgsProcessingParameterString(CONTACT, tr("Contact"), optional=True),
                tr("Whom the recipient may ask; empty: as in Settings, Options, Tidemark."),
            ),
            described(
                QgsProcessingParameterString(DISCLAIMER, tr("Disclaimer"), optional=True),
                tr("Stands among the limits; empty: as in Settings, Options, Tidemark."),
            ),
            described(
                QgsProcessingParameterFileDestination(self.OUTPUT, tr("Page"), tr("PDF files (*.pdf)")),
                tr("The PDF. A file of this name is replaced."),
            ),
        ):
            self.addParameter(parameter)

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Keep it in the thread that draws: layouts and the layers on them may live in no other."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Look at the layers and the destination. Raises `InputError`."""
        self._path = layer_path(self.raster(parameters, self.INPUT, context))
        class_layer(self._path)
        if parameters.get(self.BACKGROUND):
            self._background = self.raster(parameters, self.BACKGROUND, context)
        output = chosen_path(parameters, self.OUTPUT)
        if output and not output.lower().endswith(".pdf"):
            raise InputError(tr("OUTPUT '{name}' is no PDF: let its name end in .pdf.").format(name=Path(output).name))

    def compute(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Draw the page."""
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        make_folder_of(output)
        event, contact, disclaimer = (self.parameterAsString(parameters, name, context).strip() for name in ("EVENT", CONTACT, DISCLAIMER))
        wishes = PageWishes.by_settings(event, contact, disclaimer, self.parameterAsEnumString(parameters, PAPER, context))
        notice = write_page(self._path, wishes, self._background, output)
        if notice:
            feedback.pushWarning(notice)
        return {self.OUTPUT: output}
