"""One page for hand-over: the map with its legend, sources and limits, as a PDF. For the thread that draws QGIS only."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Optional, Tuple
from uuid import uuid4

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from ...engine.contract.classes import ClassCode
from ...engine.contract.errors import InputError, OutputError
from ...engine.contract.filenames import RUN, MapFiles
from ...engine.contract.impact import estimates_of
from ..i18n import tr
from .outputs import record_of
from .page_items import add_grids, class_layer, for_paper, locator_layers, locator_view, map_crs, nice_step, not_observed_layer
from .page_places import GAP, MARGIN, Box, arrange, frame_of
from .page_text import PageText, PageWishes, estimate_lines, fit, lines_of, page_text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "layouts"
TEMPLATE = FOLDER / "map.qpt"
NORTH_ARROW = FOLDER / "north.svg"

DOTS_PER_INCH = 200
END_OF_PDF, LOOKED_AT_BYTES = b"%%EOF", 1024
"""What a whole PDF ends with, and how near its end: spaces may follow."""
LINE_MM, CHARACTER_MM, HEADING_MM = 3.6, 1.7, 5.0
TITLE_MM, SUBTITLE_MM, SUMMARY_MM = (7.5, 3.5), (4.4, 2.05), (4.8, 2.3)
"""Height of a line, and width of a character."""

HEAD_TOP = 9.0
SEGMENT_MM, SCALE_MM = 20.0, 50.0
"""About how long each of the scale bar's two segments is, and the width of the words below it."""

KILOMETRE = 1000.0
NORTH_MM = (7.0, 10.0)


def write_page(classes: str, wishes: PageWishes, background: Optional[QgsRasterLayer], path: str) -> str:
    """Draw a map with what its run record says.

    Args:
        classes: path of the class raster.
        wishes: of whoever hands it over.
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
    text = page_text(run, wishes, Path(classes).name, crs.userFriendlyIdentifier() if crs.isValid() else "")
    if run is not None:
        text = replace(text, estimates=estimate_lines(estimates_of(MapFiles.of_class(classes), run)))
    MapPage(classes, None if background is None else for_paper(background, run), text, wishes.paper).export(path)
    return (
        tr("There is no run record {path}: the page names no sources.").format(path=MapFiles.of_class(classes).path(RUN))
        if run is None
        else ""
    )


class MapPage:
    """One page, made of the template; its items are found by their ids.

    Args:
        classes: path of the class raster; its style is the one beside it.
        background: a layer to draw below it, which is the page's from now on.
        text: what the page says.
        paper: one of `PAPER_SIZES`.

    Raises:
        InputError: the raster has no legend, or the template is damaged.
    """

    def __init__(self, classes: str, background: Optional[QgsRasterLayer], text: PageText, paper: str = "A4") -> None:
        # A project of the page's own: what the user has open is neither needed nor touched.
        self._project = QgsProject()
        self._paper = paper
        self._classes = class_layer(classes)
        self._unseen = not_observed_layer(self._classes)
        layers: list[QgsMapLayer] = [layer for layer in (self._unseen, self._classes, background) if layer is not None]
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
        self._fill_map(layers, text)
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
            if not _is_whole(waiting):  # which QGIS calls a success, on a disk that is full
                raise _unwritable(path, tr("only a part of it could be written, because the disk is full or was taken away"))
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

    def _place(self, name: str, box: Box) -> None:
        item = self._item(name)
        item.attemptMove(QgsLayoutPoint(box.left, box.top))
        item.attemptResize(QgsLayoutSize(box.width, box.height))

    def _fill_map(self, layers: list[QgsMapLayer], text: PageText) -> None:
        """Lay the page as the image is drawn largest, and draw it there at a scale that is a round number."""
        page_map = self._item("map")
        page_map.setCrs(self._crs)
        page_map.setLayers(layers)
        page_map.setKeepLayerSet(True)
        transform = QgsCoordinateTransform(self._classes.crs(), self._crs, self._project)
        extent = transform.transformBoundingBox(self._classes.extent())
        places = arrange(extent.width(), extent.height(), self._paper, lambda width: _head(text, width)[-1][1])
        frame = frame_of(places.room, extent.width(), extent.height(), self._crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceMeters)
        self._layout.pageCollection().page(0).setPageSize(QgsLayoutSize(*places.page))
        self._place("map", frame)
        page_map.zoomToExtent(extent)
        self._item("north").setPicturePath(str(NORTH_ARROW))
        for name in ("scale", "scale number", "north", "locator", "locator caption"):
            self._item(name).setVisibility(self._crs.isValid())
        if self._crs.isValid():
            add_grids(page_map)
        self._arrangement, self._frame = places, frame

    def _fill_legend(self) -> float:
        """Fill the legend, and return its height."""
        legend = self._item("legend")
        legend.setAutoUpdateModel(False)
        model = legend.model()
        model.rootGroup().clear()
        node = model.rootGroup().addLayer(self._classes)
        # Of a paletted raster, the first node is the band's name. What was not observed is shown by its hatch.
        codes = [kind.value for kind in self._classes.renderer().classes()]
        hidden = ClassCode.NOT_OBSERVED if self._unseen is not None else None
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, [number for number, code in enumerate(codes, 1) if code != hidden])
        model.refreshLayerLegend(node)
        nodes = [node, *([] if self._unseen is None else [model.rootGroup().addLayer(self._unseen)])]
        for one, style in zip(nodes, (QgsLegendStyle.Style.Hidden, QgsLegendStyle.Style.Symbol)):
            QgsLegendRenderer.setNodeLegendStyle(one, style)
        legend.adjustBoxSize()
        return float(QgsLegendRenderer(model, legend.legendSettings()).minimumSize().height())

    def _fill_scale(self, left: float, top: float) -> float:
        """Draw north arrow and scale, as a bar of readable length and as a number; return where the next item may begin."""
        if not self._crs.isValid():
            return top
        bar, number = self._item("scale"), self._item("scale number")
        bar.setLinkedMap(self._item("map"))
        metres = nice_step(SEGMENT_MM * self._item("map").scale() / 1000)
        units = QgsUnitTypes.DistanceUnit
        bar.applyDefaultSize(units.DistanceKilometers if metres >= KILOMETRE else units.DistanceMeters)
        bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFixed)
        bar.setUnitsPerSegment(metres / KILOMETRE if metres >= KILOMETRE else metres)
        bar.setNumberOfSegments(2)
        bar.update()
        self._place("north", Box(left, top, *NORTH_MM))
        left += NORTH_MM[0] + 1
        bar.attemptMove(QgsLayoutPoint(left, top))
        denominator = f"{self._item('map').scale():,.0f}".replace(",", "\N{NO-BREAK SPACE}")
        number.setText(tr("Scale 1 : {denominator}, on {paper}").format(denominator=denominator, paper=self._paper))
        self._place("scale number", Box(left, top + 12, SCALE_MM, HEADING_MM))
        return top + 12 + HEADING_MM

    def _fill_locator(self, place: Optional[Box], is_simulated: bool) -> None:
        """Draw where on Earth the image lies; nothing where it has no place, or the page none for it."""
        layers = locator_layers(self._classes) if place is not None and self._crs.isValid() else []
        for name in ("locator", "locator caption"):
            self._item(name).setVisibility(bool(layers))
        if place is None or not layers:
            return
        for layer in layers:
            self._project.addMapLayer(layer)
        crs, extent = locator_view(self._classes)
        self._place("locator", place)
        locator = self._item("locator")
        locator.setCrs(crs)
        locator.setLayers(layers)
        locator.setKeepLayerSet(True)
        locator.zoomToExtent(extent)
        self._item("locator caption").setText(tr("Location (simulated)") if is_simulated else tr("Location"))
        self._place("locator caption", Box(place.left, place.bottom + 0.8, place.width, HEADING_MM))

    def _fill_text(self, text: PageText) -> None:
        """Place the texts: title on top, all else below the map or beside it."""
        width, height = self._arrangement.page
        full = width - 2 * MARGIN
        *lines, _ = _head(text, full)
        for (name, top, high), words in zip(lines, (text.title, text.subtitle, text.summary)):
            self._item(name).setText(words)
            self._place(name, Box(MARGIN, top, full, high))
        self._item("footer").setText(text.footer)
        self._place("footer", Box(MARGIN, height - MARGIN, full, HEADING_MM))
        legend_height = self._fill_legend() + (12 + HEADING_MM if self._crs.isValid() else 0)
        columns = self._arrangement.columns(self._frame, legend_height)
        below = self._fill_scale(columns.legend.left, columns.legend.top)
        self._item("legend").attemptMove(QgsLayoutPoint(columns.legend.left, below))
        self._fill_locator(columns.locator, text.is_simulated)
        contact = (text.contact,) if text.contact else ()
        bottom = columns.limits.bottom - self._height_of("contact", contact, columns.limits.width)
        below = self._fill_paragraphs("sources", tr("Sources"), text.sources, columns.sources, columns.sources.top, columns.sources.bottom)
        below = below if columns.limits == columns.sources else columns.limits.top
        rest = max(bottom - self._height_of("limits", text.limits, columns.limits.width) - LINE_MM, (below + bottom) / 2)
        below = self._fill_paragraphs("estimates", tr("Estimates, for a first look"), text.estimates, columns.limits, below, rest)
        below = self._fill_paragraphs("limits", tr("Limits"), text.limits, columns.limits, below, bottom)
        self._fill_paragraphs("contact", tr("Contact"), contact, columns.limits, below, columns.limits.bottom)

    def _height_of(self, name: str, paragraphs: Sequence[str], width: float) -> float:
        if not paragraphs:
            return 0.0
        return HEADING_MM + LINE_MM * sum(lines_of(words, int(width / CHARACTER_MM)) for words in paragraphs) + 1 + GAP

    def _fill_paragraphs(self, name: str, heading: str, paragraphs: Sequence[str], column: Box, top: float, bottom: float) -> float:
        """Write a heading and as many paragraphs as have room below it; return where the next text may begin."""
        for item in (name, f"{name} heading"):
            self._item(item).setVisibility(bool(paragraphs))
        if not paragraphs:
            return top
        characters = int(column.width / CHARACTER_MM)
        shown = fit(paragraphs, characters, int((bottom - top - HEADING_MM) / LINE_MM))
        height = LINE_MM * sum(lines_of(paragraph, characters) for paragraph in shown) + 1
        self._item(f"{name} heading").setText(heading)
        self._place(f"{name} heading", Box(column.left, top, column.width, HEADING_MM))
        self._item(name).setText("\n".join(shown))
        self._place(name, Box(column.left, top + HEADING_MM, column.width, height))
        return top + HEADING_MM + height + GAP


def _head(text: PageText, width: float) -> list[Tuple[str, float, float]]:
    """Return name, top and height of the lines above the map, and at last where it may begin."""
    found, top = [], HEAD_TOP
    for name, words, (line, character) in (
        ("title", text.title, TITLE_MM),
        ("subtitle", text.subtitle, SUBTITLE_MM),
        ("summary", text.summary, SUMMARY_MM),
    ):
        high = line * lines_of(words, int(width / character))
        found.append((name, top, high))
        top += high + 1
    return [*found, ("map", top, 0.0)]


def _is_whole(pdf: Path) -> bool:
    """Return whether a PDF was written to its end. Raises OSError."""
    with pdf.open("rb") as file:
        file.seek(max(0, pdf.stat().st_size - LOOKED_AT_BYTES))
        return END_OF_PDF in file.read()


def _unwritable(path: str, reason: str) -> OutputError:
    return OutputError(
        tr("The page cannot be written to {path}: {reason}.").format(path=path, reason=reason),
        "",
        tr("Choose another place, or make room there."),
    )
