"""The detecting algorithms: what they share, and one for each task."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...engine.contract.card import band_numbers
from ...engine.contract.errors import InputError
from ...engine.contract.job import Job, Source
from ...engine.contract.options import HOW, OVERLAYS, SEA, VALUES
from ...engine.contract.tasks import NEEDED, TASKS, TaskSpec
from ..engine.runtime import RuntimeFinder
from ..i18n import tr
from ..layers.images import check_two_dates, image_coordinates, source_of, with_optical
from ..layers.jobs import make_job
from ..layers.outputs import Destination
from .base import chosen_path
from .maps import MapAlgorithm
from .parameters import DEGREES, SHOWN, ImageParameter, advanced, described, option_parameters, option_values, product_of

VH, BANDS, EXTENT = "VH", "BANDS", "EXTENT"
BEFORE, BEFORE_VH = "BEFORE", "BEFORE_VH"
OPTICAL, OPTICAL_BEFORE, OPTICAL_BANDS = "OPTICAL", "OPTICAL_BEFORE", "OPTICAL_BANDS"
FILE_HELP = (
    "A raster file of this machine, or a product as it was downloaded (its zip, its folder .SAFE, manifest.safe), which is prepared first, "
    "with DEM by height."
)


class DetectionAlgorithm(MapAlgorithm):
    """One task of the engine. What it asks for follows from the table of tasks; each one sets the words of its help."""

    task: ClassVar[str]
    section = "detection"
    progress_words = "{done} of {total} tiles"
    image_title: ClassVar[str] = "Radar image"
    image_help: ClassVar[str] = "A Sentinel-1 image, calibrated and terrain-corrected, with the bands VV and VH."
    before_title: ClassVar[str] = ""
    before_help: ClassVar[str] = ""

    def __init__(self, finder: RuntimeFinder) -> None:
        super().__init__(finder)
        self._job: Optional[Job] = None

    @property
    def spec(self) -> TaskSpec:
        """The task's row in the table of tasks."""
        return TASKS[self.task]

    def definitions(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters before OUTPUT."""
        beside = option_parameters(self.spec, OVERLAYS, SEA)
        folded = [parameter for parameter in beside if parameter.name().lower() not in SHOWN]
        shown = [parameter for parameter in beside if parameter not in folded]
        scale, *values = option_parameters(self.spec, VALUES)
        optical = _optical_parameters() if self.spec.takes_optical else []
        images = [*self._image_parameters(), *shown, *optical, scale, *_place_parameters()]
        return [*images, *folded, *option_parameters(self.spec, HOW), *values]

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Look at layers, options and destination, without writing anything. Raises `TidemarkError`."""
        job = self._make_job(parameters, context, copies=False)
        super().prepare(parameters, context)
        output = chosen_path(parameters, self.OUTPUT)
        if output:
            Destination(output).protect(job.inputs())

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take all that the run needs from the layers. Raises `TidemarkError`."""
        self.check(parameters, context)
        self._job = self._make_job(parameters, context, copies=True)
        if not product_of(parameters.get(self.INPUT)):
            self._image_id = self.raster(parameters, self.INPUT, context).id()

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, prefix: str) -> Job:
        """Return the job. Raises `InputError`."""
        if self._job is None:
            raise InputError(tr("There is no image to map."))
        return replace(self._job, output=prefix, overwrite=True)

    def _image_parameters(self) -> list[QgsProcessingParameterDefinition]:
        image = ImageParameter(self.INPUT, tr(self.image_title))
        found = [described(image, f"{tr(self.image_help)} {tr(FILE_HELP)}")]
        vh_help = tr("The VH band of the same acquisition on the same grid; INPUT is then VV.")
        vh_before_help = tr("Where it is in a file of its own, on the grid of the image before; BEFORE is then VV.")
        if not self.spec.one_band:
            vh = QgsProcessingParameterRasterLayer(VH, tr("VH band, where it is in a file of its own"), optional=True)
            found.append(described(vh, vh_help))
        if self.spec.takes_before:
            before = ImageParameter(BEFORE, tr(self.before_title), optional=self.spec.before != NEEDED)
            vh = QgsProcessingParameterRasterLayer(BEFORE_VH, tr("VH band of the image before"), optional=True)
            found += [described(before, f"{tr(self.before_help)} {tr(FILE_HELP)}"), described(vh, vh_before_help)]
        return found

    def _make_job(self, parameters: dict[str, Any], context: QgsProcessingContext, copies: bool) -> Job:
        """Return the job without output; without polygons where no copies of theirs may be written. Raises `TidemarkError`."""
        sources = [self._source(parameters, (self.INPUT, VH), "after", context)]
        if parameters.get(BEFORE):
            sources.append(self._source(parameters, (BEFORE, BEFORE_VH), "before", context))
        check_two_dates(*sources)
        values = {**option_values(self, self.spec, parameters, context), "extent": self._extent_of(parameters, context)}
        job = make_job(self.task, sources, "", values, context.transformContext() if copies else None)
        if not self.spec.takes_optical:
            return job
        layers = [self.raster(parameters, name, context) if parameters.get(name) else None for name in (OPTICAL, OPTICAL_BEFORE)]
        return with_optical(job, layers, self.parameterAsString(parameters, OPTICAL_BANDS, context))

    def _source(self, parameters: dict[str, Any], names: tuple[str, str], role: str, context: QgsProcessingContext) -> Source:
        """Return the image of two parameters, the second one for a VH band of its own. Raises `InputError`."""
        name, vh_name = names
        scale = self.parameterAsEnumString(parameters, "SCALE", context)
        text = self.parameterAsString(parameters, BANDS, context).strip()
        try:
            bands = {band.upper(): number for band, number in band_numbers(text).items()} if text else {}
        except ValueError:
            raise InputError(
                tr("BANDS '{text}' cannot be read.").format(text=text), "", tr("Write for example VV=1,VH=2, or leave it empty.")
            ) from None
        product = product_of(parameters.get(name))
        if product:
            return Source((product,), role, bands, scale)
        layer = self.raster(parameters, name, context)
        vh_layer = self.raster(parameters, vh_name, context) if parameters.get(vh_name) else None
        return source_of(layer, vh_layer, scale, None, role, bands)

    def _extent_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[float, float, float, float] | None:
        if not parameters.get(EXTENT):
            return None
        if product_of(parameters[self.INPUT]):
            extent = self.parameterAsExtent(parameters, EXTENT, context, QgsCoordinateReferenceSystem(DEGREES))
            return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        extent = self.parameterAsExtent(parameters, EXTENT, context, layer.crs())
        shared = extent.intersect(layer.extent())
        if extent.isEmpty() or shared.isEmpty():
            raise InputError(
                tr("EXTENT '{value}' does not touch the image.").format(value=parameters[EXTENT]),
                tr("An extent is XMIN,XMAX,YMIN,YMAX, with its reference system in square brackets where it is not the image's."),
                tr("Correct it, or leave it out to map the whole image."),
            )
        return image_coordinates(shared, layer)


class DetectWater(DetectionAlgorithm):
    """Maps open, calm water on one date."""

    identifier = "detectwater"
    task = "water"
    icon_name = "water.svg"
    title = "Detect water"
    short_help = (
        "Maps open water in one Sentinel-1 image (VV and VH) with a small network, on this machine and in a process of its own. "
        "Nothing is sent anywhere.\n\n"
        "The map lies on the image's own grid: 0 not detected, 1 detected, 5 possible water, 250 to 252 left out, 255 not observed. The "
        "probability (0 to 100, 255 not observed), a run record and styles are written beside it under the same name.\n\n"
        "Open, calm water is what to act on. Water among plants or buildings is at best possible water, a class of its own that also "
        "holds ground; under trees and in streets it is missed, as is water roughened by wind. Bare fields, dry sand, airfields and "
        "radar shadow may be taken for water. Preliminary, not validated in the field."
    )
    words = ("water", "flood", "inundation", "radar", "SAR", "Sentinel-1", "segmentation", "deep learning", "ONNX")


class DetectFloods(DetectionAlgorithm):
    """Maps water now minus water before, or minus reference water."""

    identifier = "detectfloods"
    task = "flood"
    icon_name = "flood.svg"
    title = "Detect floods"
    short_help = (
        "Maps flood: what is water in the radar image now and was not in an image before, or is not in a raster of reference water "
        "(class 1). Water of both is reference water (class 2).\n\n"
        "With neither of them, the map shows water on one date, and is called water extent, not flood.\n\n"
        "The image before may lie on another grid; best is the same season and the same satellite track. Steep ground, heights above "
        "the drainage, layover and polygons of your own can be left out.\n\n"
        "A cloud-free optical image of the date to map, better one of each date, may stand beside the two radar images; under clouds and "
        "outside them the radar decides alone, and the messages say for how much of the area they were used.\n\n"
        "Open, calm water is what to act on. Water among plants or buildings is at best possible water (class 5), which also holds "
        "ground; under trees and in streets it is missed, as is water roughened by wind. Not observed is not dry. "
        "Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere."
    )
    words = ("flood", "floods", "inundation", "disaster", "emergency", "water", "change", "radar", "SAR", "Sentinel-1", "deep learning")
    before_title = "Radar image before the flood"
    before_help = "An earlier image of the same kind, with VV and VH; on any grid. Best 12 or 24 days before, from the same track."


class DetectChange(DetectionAlgorithm):
    """Maps decrease and increase of backscatter between two dates."""

    identifier = "detectchange"
    task = "change"
    icon_name = "change.svg"
    title = "Detect change"
    short_help = (
        "Maps where the backscatter of two radar images of one place differs: it became darker (decrease, class 3) or brighter "
        "(increase, class 4). Where the images are calibrated, the change in dB is written as well (NAME_change_db.tif); for 8-bit "
        "pictures, whose brightness is matched first, darker and brighter are relative.\n\n"
        "One band or two (VV, VH), the same ones and the same kind of values on both dates; the image before may lie on another grid. "
        "Best is the same satellite track and the same season: another viewing direction changes everything.\n\n"
        "Change of backscatter is not proof of anything: it may be a flood, a building site or a harvest. Wind on "
        "water, rain, snow, crops and the moisture of the soil change it too. The map does not know which; look at other images before "
        "you act. Not observed is not unchanged. Preliminary, not validated in the field. All is computed on this machine, in a "
        "process of its own. Nothing is sent anywhere."
    )
    words = ("change", "backscatter", "two dates", "decrease", "increase", "log-ratio", "radar", "SAR", "Sentinel-1", "difference")
    hectares = ("decrease", "increase", "detected", "observed", "not_observed", "masked")
    class_words = "0 not detected, 3 decrease, 4 increase, 251 and 252 left out, 255 not observed on one of the dates"
    further_words = "for calibrated images the change in dB (NAME_change_db.tif), "
    further_files = ("change_db",)
    image_help = "The newer image: terrain-corrected, with one band or with VV and VH."
    before_title = "Radar image before"
    before_help = "The older image: the same bands and the same kind of pixel values, best from the same track; on any grid."

    def further_outputs(self) -> list[QgsProcessingOutputDefinition]:
        """Return the output for the change in dB."""
        return [QgsProcessingOutputRasterLayer("CHANGE_DB", tr("Change in dB"))]


class DetectOil(DetectionAlgorithm):
    """Maps dark features at sea, with polygons that tell how sure each is."""

    identifier = "detectoil"
    task = "oil"
    icon_name = "oil.svg"
    title = "Detect possible oil"
    short_help = (
        "Maps dark features at sea in one band of a radar image (VV is best): possible oil / dark feature (class 1). Polygons with "
        "area, length, contrast to the sea around, distance to land and confidence are written beside the map (NAME_features.gpkg) "
        "where the image has a georeference.\n\n"
        "Give the land, as polygons or as a raster: dark land, lakes and radar shadow at the coast pass for features otherwise. Give "
        "the wind where you know it: in calm air much of the sea is dark, and in strong wind oil is not seen.\n\n"
        "A dark feature is never proof of oil. Look-alikes are common: low wind, natural films, algae, rain, upwelling, ice, ship wakes. "
        "Real look-alikes were not part of any test. An analyst, a ship or an aircraft has to check. Slicks are seen in winds of about "
        "2 to 12 m/s only; none seen is not none there. Preliminary, not validated in the field. All is computed on this machine, in a "
        "process of its own. Nothing is sent anywhere."
    )
    words = ("oil", "oil spill", "slick", "dark feature", "dark spot", "sea", "marine", "pollution", "radar", "SAR", "Sentinel-1")
    hectares = ("detected", "observed", "not_observed", "masked")
    class_words = "0 not detected, 1 possible oil / dark feature, 252 left out, 254 land, 255 not observed"
    further_words = "polygons (NAME_features.gpkg), "
    further_files = ("features",)
    image_help = "An image of the sea: VV where it has that band, else HH or its only band."

    def further_outputs(self) -> list[QgsProcessingOutputDefinition]:
        """Return the output for the polygons."""
        return [QgsProcessingOutputVectorLayer("FEATURES", tr("Polygons"), QgsProcessing.SourceType.TypeVectorPolygon)]


def _optical_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        described(
            QgsProcessingParameterRasterLayer(OPTICAL, tr("Optical image"), optional=True),
            tr(
                "An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4; on any grid. Needs the radar image before "
                "as well, and a model with an optical input, which is then taken where MODEL is empty."
            ),
        ),
        described(
            QgsProcessingParameterRasterLayer(OPTICAL_BEFORE, tr("Optical image before the flood"), optional=True),
            tr("An optical image of the earlier date, with the same bands, if there is one; on any grid."),
        ),
        advanced(
            described(
                QgsProcessingParameterString(OPTICAL_BANDS, tr("Optical bands"), optional=True),
                tr("Which band is which in the optical images, for example swir=1,nir=2,visible=3; empty: by the bands' names."),
            )
        ),
    ]


def _place_parameters() -> list[QgsProcessingParameterDefinition]:
    extent = QgsProcessingParameterExtent(EXTENT, tr("Extent"), optional=True)
    bands = QgsProcessingParameterString(BANDS, tr("Bands"), optional=True)
    bands_help = tr(
        "Which band is which where names and metadata do not tell, for example VV=1,VH=2, counted over INPUT and VH; it holds for both "
        "dates. Empty: by name."
    )
    return [
        described(
            extent,
            tr("The part to map, in any coordinate reference system; of a product in degrees where none is named; empty: the whole image."),
        ),
        advanced(described(bands, bands_help)),
    ]
