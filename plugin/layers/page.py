"""One page for hand-over: the map with its legend, sources and limits, as a PDF. For the thread that draws QGIS only."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Tuple
from uuid import uuid4

from qgis.core import (
    Qgis,
    QgsContrastEnhancement,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsPalettedRasterRenderer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsReadWriteContext,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsSingleBandGrayRenderer,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ...engine.contract.classes import NOT_OBSERVED_COLOUR, ClassCode
from ...engine.contract.errors import InputError, OutputError
from ...engine.contract.filenames import RUN, MapFiles
from ...engine.contract.record import RunRecord
from ..i18n import tr
from .legend import translate_legend
from .outputs import record_of
from .page_text import PageText, fit, lines_of, page_text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "layouts"
TEMPLATE = FOLDER / "map.qpt"
NORTH_ARROW = FOLDER / "north.svg"

DOTS_PER_INCH = 200
SMALLEST_MM = 40.0
"""Of the map's sides, however narrow the image is."""

LINE_MM, CHARACTER_MM, HEADING_MM, GAP_MM = 3.6, 1.85, 5.0, 3.0
SCALE_BAR_MM = (25.0, 50.0)
MUCH = 1.15
NICE_SCALES = (1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10)
PICTURE_BANDS = 3


@dataclass(frozen=True)
class Arrangement:
    """Places on an A4 page, in millimetres.

    Attributes:
        is_landscape: which way the page lies.
        room: the largest frame of the map: left, top, width, height.
        columns: left and width of scale and legend, of the sources, and of the limits; what has the same column stands below the other.
        is_beside: whether the columns stand beside the map, else below it.
    """

    is_landscape: bool
    room: Tuple[float, float, float, float]
    columns: Tuple[Tuple[float, float], Tuple[float, float], Tuple[float, float]]
    is_beside: bool

    @property
    def page(self) -> Tuple[float, float]:
        """Width and height of the page."""
        return (297.0, 210.0) if self.is_landscape else (210.0, 297.0)


ARRANGEMENTS = (
    Arrangement(False, (12, 40, 186, 154), ((12, 60), (78, 120), (78, 120)), False),
    Arrangement(False, (12, 40, 112, 240), ((130, 68), (130, 68), (130, 68)), True),
    Arrangement(True, (12, 40, 273, 100), ((12, 60), (78, 98), (182, 103)), False),
)


def arrange(width: float, height: float) -> Arrangement:
    """Return the arrangement in which an image of some width and height is drawn largest; the first one unless others gain much."""

    def worth(one: Arrangement) -> float:
        return min(one.room[2] / width, one.room[3] / height) * (MUCH if one is ARRANGEMENTS[0] else 1)

    return max(ARRANGEMENTS, key=worth)


def write_page(classes: str, event: str, background: Optional[QgsRasterLayer], path: str) -> str:
    """Draw a map with what its run record says.

    Args:
        classes: path of the class raster.
        event: for the title; may be empty.
        background: drawn below the map, as the project shows it.
        path: the PDF; a file of this name is replaced.

    Returns:
        A notice where the page names no sources; else nothing.

    Raises:
        InputError: the raster has no legend.
        OutputError: the PDF cannot be written.
    """
    run = record_of(classes)
    crs = map_crs(class_layer(classes))
    text = page_text(run, event, Path(classes).name, crs.userFriendlyIdentifier() if crs.isValid() else "")
    MapPage(classes, None if background is None else for_paper(background, run), text).export(path)
    return (
        tr("There is no run record {path}: the page names no sources.").format(path=MapFiles.of_class(classes).path(RUN))
        if run is None
        else ""
    )


class MapPage:
    """One A4 page, made of the template; its items are found by their ids.

    Args:
        classes: path of the class raster; its style is the one beside it.
        background: a layer to draw below it, which is the page's from now on.
        text: what the page says.

    Raises:
        InputError: the raster has no legend, or the template is damaged.
    """

    def __init__(self, classes: str, background: Optional[QgsRasterLayer], text: PageText) -> None:
        # A project of the page's own: what the user has open is neither needed nor touched.
        self._project = QgsProject()
        self._classes = class_layer(classes)
        layers: list[QgsMapLayer] = [self._classes, *([] if background is None else [background])]
        for layer in layers:
            self._project.addMapLayer(layer)
        self._crs = map_crs(self._classes)
        self._project.setCrs(self._crs)
        self._project.setEllipsoid(self._crs.ellipsoidAcronym())
        described = self._project.metadata()
        described.setTitle(text.title)
        described.setAuthor("Tidemark")  # otherwise the PDF names the user's account
        self._project.setMetadata(described)
        self._layout = self._from_template()
        self._fill_map(layers)
        self._fill_legend()
        self._fill_text(text)

    def export(self, path: str) -> None:
        """Write the PDF; a file of this name is replaced, and stays as it was where this fails. Raises `OutputError`."""
        target = Path(path)
        waiting = target.with_name(f".tidemark-{uuid4().hex}.pdf")
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = DOTS_PER_INCH
        settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        try:
            if QgsLayoutExporter(self._layout).exportToPdf(str(waiting), settings) != QgsLayoutExporter.ExportResult.Success:
                raise _unwritable(path, tr("no file can be made there"))
            os.replace(waiting, target)
        except OSError as error:
            raise _unwritable(path, error.strerror or str(error)) from error
        finally:
            with suppress(OSError):
                waiting.unlink()

    def _from_template(self) -> QgsPrintLayout:
        layout = QgsPrintLayout(self._project)
        self._project.layoutManager().addLayout(layout)  # which must not outlive its project
        document = QDomDocument()
        document.setContent(TEMPLATE.read_text(encoding="utf-8"))
        _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
        if not loaded:
            raise InputError(tr("The template {path} cannot be read.").format(path=TEMPLATE), "", tr("Install Tidemark again."))
        return layout

    def _item(self, name: str) -> QgsLayoutItem:
        return self._layout.itemById(name)

    def _place(self, name: str, left: float, top: float, width: float, height: float) -> None:
        item = self._item(name)
        item.attemptMove(QgsLayoutPoint(left, top))
        item.attemptResize(QgsLayoutSize(width, height))

    def _fill_map(self, layers: list[QgsMapLayer]) -> None:
        page_map, georeferenced = self._item("map"), self._crs.isValid()
        page_map.setCrs(self._crs)
        page_map.setLayers(layers)
        page_map.setKeepLayerSet(True)
        transform = QgsCoordinateTransform(self._classes.crs(), self._crs, self._project)
        self._fit_frame(transform.transformBoundingBox(self._classes.extent()))
        self._item("north").setPicturePath(str(NORTH_ARROW))
        for name in ("scale", "scale number", "north"):
            self._item(name).setVisibility(georeferenced)

    def _fit_frame(self, extent: QgsRectangle) -> None:
        """Cut the frame to the image, for white paper around it would look like dry land, at a scale that is a round number."""
        self._arrangement = arrange(extent.width(), extent.height())
        left, top, width, height = self._arrangement.room
        units = max(extent.width() / width, extent.height() / height)
        if self._crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceMeters:
            units = _round_scale(1000 * units) / 1000
        size = max(SMALLEST_MM, extent.width() / units), max(SMALLEST_MM, extent.height() / units)
        self._layout.pageCollection().page(0).setPageSize(QgsLayoutSize(*self._arrangement.page))
        self._place("map", left, top, *size)
        self._item("map").zoomToExtent(extent)
        self._frame = left, top, *size
        self._item("north").attemptMove(QgsLayoutPoint(left + size[0] - 11, top + 2))

    def _fill_legend(self) -> None:
        legend = self._item("legend")
        legend.setAutoUpdateModel(False)
        model = legend.model()
        model.rootGroup().clear()
        node = model.rootGroup().addLayer(self._classes)
        # Of a paletted raster, the first node is the band's name.
        words = range(1, 1 + len(self._classes.renderer().classes()))
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(words))
        model.refreshLayerLegend(node)
        QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        legend.adjustBoxSize()

    def _fill_scale(self, left: float, top: float) -> float:
        """Draw the scale as a bar of readable length and as a number; return where the next item may begin."""
        bar, number = self._item("scale"), self._item("scale number")
        bar.setLinkedMap(self._item("map"))
        bar.applyDefaultSize(bar.guessUnits())
        bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
        bar.setMinimumBarWidth(SCALE_BAR_MM[0])
        bar.setMaximumBarWidth(SCALE_BAR_MM[1])
        bar.update()
        bar.attemptMove(QgsLayoutPoint(left, top))
        denominator = f"{self._item('map').scale():,.0f}".replace(",", "\N{NO-BREAK SPACE}")
        number.setText(tr("Scale 1 : {denominator}, on A4").format(denominator=denominator))
        self._place("scale number", left, top + 12, SCALE_BAR_MM[1], HEADING_MM)
        return top + 12 + HEADING_MM

    def _fill_text(self, text: PageText) -> None:
        """Place the texts: title on top, sources and limits below the map or beside it."""
        page_width, page_height = self._arrangement.page
        full = page_width - 24
        for name, words, top, height in (
            ("title", text.title, 8, 15),
            ("subtitle", text.subtitle, 24, 5),
            ("summary", text.summary, 29.5, 10),
            ("footer", text.footer, page_height - 12, 5),
        ):
            self._item(name).setText(words)
            self._place(name, 12, top, full, height)
        (aside, _), sources, limits = self._arrangement.columns
        top = self._frame[1] + (0 if self._arrangement.is_beside else self._frame[3] + GAP_MM)
        below = self._fill_scale(aside, top) if self._crs.isValid() else top
        self._item("legend").attemptMove(QgsLayoutPoint(aside, below))
        if self._arrangement.is_beside:
            legend = self._item("legend")
            top = below + QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize().height() + 2 * GAP_MM
        bottom = page_height - 14
        below = self._fill_paragraphs("sources", tr("Sources"), text.sources, sources, top, bottom)
        self._fill_paragraphs("limits", tr("Limits"), text.limits, limits, below if limits == sources else top, bottom)

    def _fill_paragraphs(
        self, name: str, heading: str, paragraphs: Sequence[str], column: Tuple[float, float], top: float, bottom: float
    ) -> float:
        """Write a heading and as many paragraphs as have room below it; return where the next text may begin."""
        left, width = column
        characters = int(width / CHARACTER_MM)
        shown = fit(paragraphs, characters, int((bottom - top - HEADING_MM) / LINE_MM))
        height = LINE_MM * sum(lines_of(paragraph, characters) for paragraph in shown) + 1
        self._item(f"{name} heading").setText(heading)
        self._place(f"{name} heading", left, top, width, HEADING_MM)
        self._item(name).setText("\n".join(shown))
        self._place(name, left, top + HEADING_MM, width, height)
        return top + HEADING_MM + height + GAP_MM


def class_layer(path: str) -> QgsRasterLayer:
    """Return the class raster for paper: its own style, and a colour for what was not observed. Raises `InputError`."""
    layer = QgsRasterLayer(path, tr("Legend"))
    translate_legend(layer)
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        raise InputError(
            tr("'{name}' has no legend.").format(name=Path(path).name),
            tr("The class raster of a run is needed, with its style (.qml) beside it."),
            tr("Choose the class raster, or make the map again."),
        )
    kinds = renderer.classes()
    for kind in kinds:
        if kind.value == ClassCode.NOT_OBSERVED:
            kind.color = QColor(*NOT_OBSERVED_COLOUR)
    paper = QgsPalettedRasterRenderer(layer.dataProvider(), 1, kinds)
    paper.setNodataColor(QColor(*NOT_OBSERVED_COLOUR))
    layer.setRenderer(paper)
    return layer


def for_paper(layer: QgsRasterLayer, run: Optional[RunRecord]) -> QgsRasterLayer:
    """Return a copy of a layer for the page: radar in grey, a picture or a base map as it is shown."""
    if run is not None and run.image.paths == (layer.source(),):
        return in_grey(layer, next(iter(run.image.bands.values()), 1))
    is_picture = layer.bandCount() >= PICTURE_BANDS or layer.providerType() != "gdal"
    return layer.clone() if is_picture else in_grey(layer)


def in_grey(layer: QgsRasterLayer, band: int = 1) -> QgsRasterLayer:
    """Return a copy of a layer with one band in grey, for two radar bands make no colours."""
    copy = layer.clone()
    copy.setRenderer(QgsSingleBandGrayRenderer(copy.dataProvider(), band))
    stretch = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    copy.setContrastEnhancement(stretch, QgsRasterMinMaxOrigin.Limits.CumulativeCut)
    return copy


def _round_scale(denominator: float) -> float:
    """Return the next round number from a denominator of a scale on."""
    power = 10.0 ** math.floor(math.log10(denominator))
    return next(nice * power for nice in NICE_SCALES if nice * power >= denominator * (1 - 1e-9))


def map_crs(layer: QgsRasterLayer) -> QgsCoordinateReferenceSystem:
    """Return the raster's own system; in degrees, the UTM zone of its centre, in which shapes look right."""
    crs = layer.crs()
    if not crs.isValid() or not crs.isGeographic():
        return crs
    centre = layer.extent().center()
    zone = int((centre.x() + 180) % 360 // 6) + 1
    return QgsCoordinateReferenceSystem(f"EPSG:{32600 + zone if centre.y() >= 0 else 32700 + zone}")


def _unwritable(path: str, reason: str) -> OutputError:
    return OutputError(
        tr("The page cannot be written to {path}: {reason}.").format(path=path, reason=reason),
        "",
        tr("Choose another place for OUTPUT."),
    )
