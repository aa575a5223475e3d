"""The detecting algorithms: what they share, and one for each task."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
)

from ...engine.contract.errors import InputError
from ...engine.contract.job import Job, Source
from ..engine.runtime import RuntimeFinder
from ..i18n import tr
from ..layers.images import check_two_dates, image_coordinates, layer_path, source_of, with_optical
from ..layers.vectors import polygons_file
from .maps import MapAlgorithm
from .parameters import (
    EXCLUDE,
    advanced,
    described,
    exclusion_parameters,
    exclusion_rasters,
    extent_parameter,
    image_parameters,
    method_parameters,
    reference_parameters,
    scale_parameter,
    usual_water,
    with_choices,
)


class DetectionAlgorithm(MapAlgorithm):
    """One task of the engine. A task of its own sets the attributes and the words of its help."""

    VH = "VH"
    EXTENT = "EXTENT"

    task: ClassVar[str]
    section = ("detection", "Detection")
    progress_words = "{done} of {total} tiles"

    def __init__(self, finder: RuntimeFinder) -> None:
        super().__init__(finder)
        self._job: Job | None = None

    def definitions(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters before OUTPUT."""
        left_out = [advanced(parameter) for parameter in exclusion_parameters(self.task)]
        shown = [*self.images(), *self.further_images(), scale_parameter(), extent_parameter()]
        return [*shown, *left_out, *method_parameters(self.task)]

    def images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of the image to map."""
        return image_parameters()

    def further_images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of what the image is seen together with: an image before, usual water, land."""
        return []

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Look at layers, options and destination. Raises `InputError`."""
        self.job(parameters, context)
        if parameters.get(EXCLUDE):
            self.vector(parameters, EXCLUDE, context)
        super().prepare(parameters, context)

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take all that the run needs from the layers. Raises `TidemarkError`."""
        self.check(parameters, context)
        self._job = self.job(parameters, context)
        if parameters.get(EXCLUDE):
            polygons = polygons_file(self.vector(parameters, EXCLUDE, context), context.transformContext())
            self._job = replace(self._job, exclude=polygons)

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, prefix: str) -> dict[str, Any]:
        """Return the job. Raises `InputError`."""
        if self._job is None:
            raise InputError(tr("There is no image to map."))
        return {"work": "detect", "job": replace(self._job, output=prefix, overwrite=True).to_dict()}

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Return the job without output and polygons. Raises `InputError`."""
        sources = (self.source(parameters, (self.INPUT, self.VH), "after", context),)
        left_out = exclusion_rasters(self, self.task, parameters, context)
        job = Job(self.task, sources, "", extent=self._extent_of(parameters, context), **left_out)
        return with_choices(job, self, parameters, context)

    def source(self, parameters: dict[str, Any], names: tuple[str, str], role: str, context: QgsProcessingContext) -> Source:
        """Return the image of two parameters, the second one for a VH band of its own. Raises `InputError`."""
        name, vh_name = names
        layer = self.raster(parameters, name, context)
        vh_layer = self.raster(parameters, vh_name, context) if parameters.get(vh_name) else None
        return source_of(layer, vh_layer, self.parameterAsEnumString(parameters, "SCALE", context), role=role)

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


BEFORE, BEFORE_VH = "BEFORE", "BEFORE_VH"


class TwoDatesAlgorithm(DetectionAlgorithm):
    """Compares two dates. Each has `before_parameters` among its own."""

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Return the job without output and polygons. Raises `InputError`."""
        job = super().job(parameters, context)
        if not parameters.get(BEFORE):
            return job
        before = self.source(parameters, (BEFORE, BEFORE_VH), "before", context)
        check_two_dates(job.source("after"), before)
        return replace(job, sources=(*job.sources, before))


def before_parameters(title: str, help_text: str, optional: bool = False) -> list[QgsProcessingParameterDefinition]:
    """Return the parameters of the image before."""
    return [
        described(QgsProcessingParameterRasterLayer(BEFORE, title, optional=optional), help_text),
        described(
            QgsProcessingParameterRasterLayer(BEFORE_VH, tr("VH band of the image before"), optional=True),
            tr("Where it is in a file of its own, on the grid of the image before; BEFORE is then VV."),
        ),
    ]


class DetectWater(DetectionAlgorithm):
    """Maps open, calm water on one date."""

    identifier = "detectwater"
    task = "water"
    icon_name = "water.svg"
    title = "Detect water"
    short_help = (
        "Maps open water in one Sentinel-1 image (VV and VH) with a small network, on this machine and in a process of its own. "
        "Nothing is sent anywhere.\n\n"
        "The map lies on the image's own grid: 0 not detected, 1 detected, 250 to 252 left out, 255 not observed. The probability "
        "(0 to 100, 255 not observed), a run record and styles are written beside it under the same name.\n\n"
        "Open, calm water only: flooded vegetation, flooded streets and wind-roughened water may be missed. Dry sand, airfields and "
        "radar shadow may be taken for water. Preliminary, not validated in the field."
    )
    words = ("water", "flood", "inundation", "radar", "SAR", "Sentinel-1", "segmentation", "deep learning", "ONNX")


OPTICAL, OPTICAL_BEFORE, OPTICAL_BANDS = "OPTICAL", "OPTICAL_BEFORE", "OPTICAL_BANDS"


class DetectFloods(TwoDatesAlgorithm):
    """Maps water now minus water before, or minus usual water."""

    identifier = "detectfloods"
    task = "flood"
    icon_name = "flood.svg"
    title = "Detect floods"
    short_help = (
        "Maps flood: what is water in the radar image now and was not in an image before, or is not usual water in a reference raster "
        "(class 1). Water of both is reference water (class 2).\n\n"
        "With neither of them, the map shows water on one date, and is called water extent, not flood.\n\n"
        "The image before may lie on another grid; best is the same season and the same satellite track. Steep ground, heights above "
        "the drainage, layover and polygons of your own can be left out.\n\n"
        "Cloud-free optical images of both dates may stand beside the two radar images; under clouds and outside them the radar decides "
        "alone, and the messages say for how much of the area they were used.\n\n"
        "Open, calm water only: flooded vegetation, flooded streets and wind-roughened water may be missed. Not observed is not dry. "
        "Preliminary, not validated in the field. All is computed on this machine, in a process of its own. Nothing is sent anywhere."
    )
    words = ("flood", "floods", "inundation", "disaster", "emergency", "water", "change", "radar", "SAR", "Sentinel-1", "deep learning")

    def further_images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of what was water before."""
        help_text = tr("An earlier image of the same kind, with VV and VH; on any grid. Best 12 or 24 days before, from the same track.")
        before = before_parameters(tr("Radar image before the flood"), help_text, optional=True)
        return [*before, *reference_parameters(), *_optical_parameters()]

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Return the job without output and polygons. Raises `InputError`."""
        job = replace(super().job(parameters, context), **usual_water(self, parameters, context))
        layers = [self.raster(parameters, name, context) if parameters.get(name) else None for name in (OPTICAL, OPTICAL_BEFORE)]
        return with_optical(job, layers, self.parameterAsString(parameters, OPTICAL_BANDS, context))


def _optical_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        described(
            QgsProcessingParameterRasterLayer(OPTICAL, tr("Optical image"), optional=True),
            tr(
                "An optical image of the date to map, such as Sentinel-2 with B11, B8 and B4; on any grid. Needs the radar image and the "
                "optical image before as well, and a model with an optical input, which is then taken where MODEL is empty."
            ),
        ),
        described(
            QgsProcessingParameterRasterLayer(OPTICAL_BEFORE, tr("Optical image before the flood"), optional=True),
            tr("An optical image of the earlier date, with the same bands; on any grid."),
        ),
        advanced(
            described(
                QgsProcessingParameterString(OPTICAL_BANDS, tr("Optical bands"), optional=True),
                tr("Which band is which in both optical images, for example swir=1,nir=2,visible=3; empty: by the bands' names."),
            )
        ),
    ]


class DetectChange(TwoDatesAlgorithm):
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

    def images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of the newer image."""
        image, vh = image_parameters()
        return [
            described(image, tr("The newer image: terrain-corrected, with one band or with VV and VH; a raster file of this machine.")),
            vh,
        ]

    def further_images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of the older image."""
        help_text = tr("The older image: the same bands and the same kind of pixel values, best from the same track; on any grid.")
        return before_parameters(tr("Radar image before"), help_text)

    def further_outputs(self) -> list[QgsProcessingOutputDefinition]:
        """Return the output for the change in dB."""
        return [QgsProcessingOutputRasterLayer("CHANGE_DB", tr("Change in dB"))]


LAND, WIND, MINIMUM_AREA = "LAND", "WIND", "MINIMUM_AREA"


class DetectOil(DetectionAlgorithm):
    """Maps dark features at sea, with polygons that tell how sure each is."""

    identifier = "detectoil"
    task = "oil"
    icon_name = "oil.svg"
    title = "Detect oil spills"
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

    def images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameter of the image to map."""
        return [
            described(
                QgsProcessingParameterRasterLayer(self.INPUT, tr("Radar image")),
                tr("An image of the sea: VV where it has that band, else HH or its only band; a raster file of this machine."),
            )
        ]

    def further_images(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters of land, wind and size."""
        kind, number = QgsProcessing.SourceType, QgsProcessingParameterNumber.Type.Double
        return [
            described(
                QgsProcessingParameterMapLayer(LAND, tr("Land"), optional=True, types=[int(kind.TypeVectorPolygon), int(kind.TypeRaster)]),
                tr("Polygons of land, with their edits, or a raster that is anything but 0 on land. It is not mapped (class 254)."),
            ),
            described(
                QgsProcessingParameterNumber(WIND, tr("Wind at sea in m/s"), number, optional=True, minValue=0.0, maxValue=40.0),
                tr("At the time of the image; 1 knot is 0.51 m/s. Decides on warnings and on the confidence; empty: not known."),
            ),
            described(
                QgsProcessingParameterNumber(MINIMUM_AREA, tr("Least area in hectares"), number, defaultValue=10.0, minValue=0.0),
                tr("Smaller features are left out of map and polygons; 10 ha is 0.1 km². The probability raster shows them."),
            ),
        ]

    def further_outputs(self) -> list[QgsProcessingOutputDefinition]:
        """Return the output for the polygons."""
        return [QgsProcessingOutputVectorLayer("FEATURES", tr("Polygons"), QgsProcessing.SourceType.TypeVectorPolygon)]

    def prepare(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take all that the run needs from the layers. Raises `TidemarkError`."""
        super().prepare(parameters, context)
        land = self._land(parameters, context)
        if self._job is not None and land is not None:
            is_raster = isinstance(land, QgsRasterLayer)
            self._job = replace(self._job, land=layer_path(land) if is_raster else polygons_file(land, context.transformContext()))

    def job(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Job:
        """Return the job without output, polygons and land. Raises `InputError`."""
        land = self._land(parameters, context)
        if isinstance(land, QgsRasterLayer):
            layer_path(land)
        wind = parameters.get(WIND)
        return replace(
            super().job(parameters, context),
            wind=None if wind is None else self.parameterAsDouble(parameters, WIND, context),
            minimum_area=self.parameterAsDouble(parameters, MINIMUM_AREA, context),
        )

    def _land(self, parameters: dict[str, Any], context: QgsProcessingContext) -> QgsMapLayer | None:
        """Return the layer of land, None where none was given. Raises `InputError`."""
        if not parameters.get(LAND):
            return None
        layer = self.parameterAsLayer(parameters, LAND, context)
        if layer is None or not layer.isValid():
            raise InputError(
                tr("LAND '{value}' is no layer that can be opened.").format(value=parameters[LAND]),
                tr("A layer of polygons, or a raster, is needed."),
                tr("Check the path."),
            )
        return layer
