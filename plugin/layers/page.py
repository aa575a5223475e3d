"""One page for hand-over: the map with its legend, sources and limits, as a PDF. For the thread that draws QGIS only."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Optional
from uuid import uuid4

from qgis.core import (
    Qgis,
    QgsContrastEnhancement,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItem,
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
    QgsSingleBandGrayRenderer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ...engine.contract.errors import InputError, OutputError
from ..i18n import tr
from .outputs import read_record, record_of
from .page_text import PageText, page_text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "layouts"
TEMPLATE = FOLDER / "map.qpt"
NORTH_ARROW = FOLDER / "north.svg"

DOTS_PER_INCH = 200
SMALLEST_MM = 40.0
"""Of the map's sides, however narrow the image is."""

LINE_MM = 3.6
ROOM_FOR_SOURCES = 6
"""Lines."""

BELOW_THE_MAP = ("scale", "legend", "sources heading", "sources", "limits heading", "limits")
PICTURE_BANDS = 3
NOT_OBSERVED = 255
NOT_OBSERVED_COLOUR = "#bdb7ae"
"""On paper, what was not observed must not look like what is dry: both are transparent on the screen."""


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
    record = record_of(Path(classes))
    run = read_record(record)
    crs = map_crs(class_layer(classes))
    text = page_text(run, event, Path(classes).name, crs.userFriendlyIdentifier() if crs.isValid() else "")
    MapPage(classes, None if background is None else _as_shown(background), text).export(path)
    return tr("There is no run record {path}: the page names no sources.").format(path=record) if run is None else ""


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

    def _fill_map(self, layers: list[QgsMapLayer]) -> None:
        page_map, georeferenced = self._item("map"), self._crs.isValid()
        page_map.setCrs(self._crs)
        page_map.setLayers(layers)
        page_map.setKeepLayerSet(True)
        transform = QgsCoordinateTransform(self._classes.crs(), self._crs, self._project)
        self._fit_frame(transform.transformBoundingBox(self._classes.extent()))
        self._item("north").setPicturePath(str(NORTH_ARROW))
        scale = self._item("scale")
        scale.setLinkedMap(page_map)
        scale.applyDefaultSize(scale.guessUnits())
        for item in (scale, self._item("north")):
            item.setVisibility(georeferenced)

    def _fit_frame(self, extent: QgsRectangle) -> None:
        """Cut the frame to the image, for white paper around it would look like dry land, and let the rest move along."""
        page_map = self._item("map")
        room = page_map.rect()
        scale = min(room.width() / extent.width(), room.height() / extent.height())
        size = QgsLayoutSize(max(SMALLEST_MM, scale * extent.width()), max(SMALLEST_MM, scale * extent.height()))
        page_map.attemptResize(size)
        page_map.zoomToExtent(extent)
        self._item("north").attemptMoveBy(size.width() - room.width(), 0)
        for name in BELOW_THE_MAP:
            self._item(name).attemptMoveBy(0, size.height() - room.height())

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

    def _fill_text(self, text: PageText) -> None:
        for name, words in text.labels().items():
            self._item(name).setText(words)
        spare = ROOM_FOR_SOURCES - len(text.sources.splitlines())
        for name in ("limits heading", "limits"):
            self._item(name).attemptMoveBy(0, -LINE_MM * max(0, spare))


def class_layer(path: str) -> QgsRasterLayer:
    """Return the class raster for paper: its own style, and a colour for what was not observed. Raises `InputError`."""
    layer = QgsRasterLayer(path, tr("Legend"))
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        raise InputError(
            tr("'{name}' has no legend.").format(name=Path(path).name),
            tr("The class raster of a run is needed, with its style (.qml) beside it."),
            tr("Choose the class raster, or make the map again."),
        )
    kinds = renderer.classes()
    for kind in kinds:
        if kind.value == NOT_OBSERVED:
            kind.color = QColor(NOT_OBSERVED_COLOUR)
    paper = QgsPalettedRasterRenderer(layer.dataProvider(), 1, kinds)
    paper.setNodataColor(QColor(NOT_OBSERVED_COLOUR))
    layer.setRenderer(paper)
    return layer


def _as_shown(layer: QgsRasterLayer) -> QgsRasterLayer:
    """Return a copy of a layer for the page: styled as in the project, or in grey where nobody has styled it."""
    is_picture = layer.bandCount() >= PICTURE_BANDS or layer.providerType() != "gdal"
    is_styled = is_picture or QgsProject.instance().mapLayer(layer.id()) is not None
    return layer.clone() if is_styled else in_grey(layer)


def in_grey(layer: QgsRasterLayer) -> QgsRasterLayer:
    """Return a copy of a layer that nobody has styled: its first band in grey, for two radar bands make no colours."""
    copy = layer.clone()
    copy.setRenderer(QgsSingleBandGrayRenderer(copy.dataProvider(), 1))
    stretch = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    copy.setContrastEnhancement(stretch, QgsRasterMinMaxOrigin.Limits.CumulativeCut)
    return copy


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
