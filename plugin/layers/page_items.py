"""What the page for hand-over draws: the map's layers as they look on paper, its grid, and where on Earth it lies.

For the thread that draws QGIS only.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Optional, Tuple

from qgis.core import (
    QgsApplication,
    QgsContrastEnhancement,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLinePatternFillSymbolLayer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...engine.contract.classes import NOT_OBSERVED_COLOUR, ClassCode, web_colour
from ...engine.contract.errors import InputError
from ...engine.contract.record import RunRecord
from ..i18n import tr
from .legend import translate_legend
from .outputs import refuse_lost
from .results import file_key

HATCH_COLUMNS = 400
"""Into how many columns an image is divided where what was not observed is hatched; the even colour below follows the pixels."""

PICTURE_BANDS = 3
GRID_LINES = 4
STEPS_DEGREES = (1 / 60, 1 / 30, 1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 2, 5, 10, 20)
LEAST_AROUND_M = 600_000.0
"""Of the land that the locator shows to every side."""

WORLD = "resources/data/world_map.gpkg|layername=countries"
"""Every QGIS has it."""

RED, LAND, BORDER, INK = "#d62410", "#f3efe4", "#9a968c", "#444444"


def class_layer(path: str) -> QgsRasterLayer:
    """Return the class raster for paper: its own style, and a colour for what was not observed. Raises `InputError`."""
    layer = QgsRasterLayer(path, tr("Legend"))
    if not layer.isValid():
        refuse_lost(path)
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


def not_observed_layer(classes: QgsRasterLayer) -> Optional[QgsVectorLayer]:
    """Return hatched polygons over what was not observed, as fine as paper needs it; None where all was."""
    extent = classes.extent()
    columns = min(HATCH_COLUMNS, classes.width())
    rows = max(1, min(classes.height(), round(columns * extent.height() / extent.width())))
    block = classes.dataProvider().block(1, extent, columns, rows)
    across, down = extent.width() / columns, extent.height() / rows
    bars = []
    for row in range(rows):
        unseen = [block.isNoData(row, column) or block.value(row, column) == ClassCode.NOT_OBSERVED for column in range(columns)]
        top = extent.yMaximum() - row * down
        start = 0
        for column in range(columns + 1):
            if column < columns and unseen[column]:
                continue
            if column > start:
                left, right = extent.xMinimum() + start * across, extent.xMinimum() + column * across
                bars.append(QgsGeometry.fromRect(QgsRectangle(left, top - down, right, top)))
            start = column + 1
    if not bars:
        return None
    layer = _memory_layer("Polygon", classes.crs(), tr("Not observed (not dry)"), QgsGeometry.unaryUnion(bars))
    symbol = QgsFillSymbol.createSimple({"color": web_colour(NOT_OBSERVED_COLOUR), "outline_style": "no"})
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45)
    hatch.setDistance(1.4)
    hatch.setColor(QColor("#6f675b"))
    hatch.setLineWidth(0.18)
    symbol.appendSymbolLayer(hatch)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def for_paper(layer: QgsRasterLayer, run: Optional[RunRecord]) -> QgsRasterLayer:
    """Return a copy of a layer for the page: radar in grey, a picture or a base map as it is shown."""
    if run is not None and [file_key(path) for path in run.image.mapped] == [file_key(layer.source())]:
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


def map_crs(layer: QgsRasterLayer) -> QgsCoordinateReferenceSystem:
    """Return the raster's own system; in degrees, the UTM zone of its centre, in which shapes look right."""
    crs = layer.crs()
    if not crs.isValid() or not crs.isGeographic():
        return crs
    centre = layer.extent().center()
    zone = int((centre.x() + 180) % 360 // 6) + 1
    return QgsCoordinateReferenceSystem(f"EPSG:{32600 + zone if centre.y() >= 0 else 32700 + zone}")


def add_grids(page_map: QgsLayoutItemMap) -> None:
    """Draw the map's own grid as crosses, numbered at left and below, and numbers of longitude and latitude above and at right."""
    sides = QgsLayoutItemMapGrid.BorderSide
    extent = page_map.extent()
    own = _grid(
        page_map, tr("Grid"), page_map.crs(), nice_step(max(extent.width(), extent.height()) / GRID_LINES), (sides.Left, sides.Bottom)
    )
    own.setStyle(QgsLayoutItemMapGrid.GridStyle.Cross)
    own.setCrossLength(1.2)
    own.setAnnotationPrecision(0)
    own.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.Decimal)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    around = QgsCoordinateTransform(page_map.crs(), degrees, QgsProject()).transformBoundingBox(extent)
    wanted = max(around.width(), around.height()) / GRID_LINES
    step = min(STEPS_DEGREES, key=lambda one: abs(math.log(one / wanted)))
    graticule = _grid(page_map, tr("Degrees"), degrees, step, (sides.Right, sides.Top))
    graticule.setStyle(QgsLayoutItemMapGrid.GridStyle.FrameAnnotationsOnly)
    graticule.setAnnotationPrecision(0)
    graticule.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DegreeMinutePadded)


def nice_step(step: float) -> float:
    """Return the one of 1, 2, 5, 10 … that is nearest to a step."""
    power = 10.0 ** math.floor(math.log10(step))
    return min((power, 2 * power, 5 * power, 10 * power), key=lambda one: abs(math.log(one / step)))


def _grid(
    page_map: QgsLayoutItemMap,
    name: str,
    crs: QgsCoordinateReferenceSystem,
    step: float,
    sides: Tuple[QgsLayoutItemMapGrid.BorderSide, ...],
) -> QgsLayoutItemMapGrid:
    grid = QgsLayoutItemMapGrid(name, page_map)
    grid.setCrs(crs)
    grid.setIntervalX(step)
    grid.setIntervalY(step)
    grid.setAnnotationEnabled(True)
    grid.setAnnotationFrameDistance(0.8)
    words = QgsTextFormat()
    words.setSize(5.5)
    words.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    words.setColor(QColor(INK))
    grid.setAnnotationTextFormat(words)
    kinds, borders = QgsLayoutItemMapGrid.DisplayMode, QgsLayoutItemMapGrid.BorderSide
    for side in borders.Left, borders.Right:
        grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Vertical, side)
        grid.setAnnotationDisplay(kinds.LatitudeOnly if side in sides else kinds.HideAll, side)
    for side in borders.Top, borders.Bottom:  # a slanting meridian that leaves the map at its side would be numbered there
        grid.setAnnotationDisplay(kinds.LongitudeOnly if side in sides else kinds.HideAll, side)
    page_map.grids().addGrid(grid)
    return grid


def locator_layers(classes: QgsRasterLayer) -> list[QgsMapLayer]:
    """Return the layers of the locator, from the top: a ring at the image, its outline, and the countries; empty where QGIS has none."""
    countries = QgsVectorLayer(f"{QgsApplication.pkgDataPath()}/{WORLD}", tr("Countries"), "ogr")
    if not countries.isValid():
        return []
    countries.setRenderer(
        QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": LAND, "outline_color": BORDER, "outline_width": "0.12"}))
    )
    settings = QgsPalLayerSettings()
    settings.fieldName = "NAME"
    words, halo = QgsTextFormat(), QgsTextBufferSettings()
    words.setSize(5)
    words.setColor(QColor(INK))
    halo.setEnabled(True)
    halo.setSize(0.4)
    words.setBuffer(halo)
    settings.setFormat(words)
    countries.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    countries.setLabelsEnabled(True)
    outline = QgsGeometry.fromRect(classes.extent())
    place = _memory_layer("Polygon", classes.crs(), tr("Image"), outline)
    place.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"style": "no", "outline_color": RED, "outline_width": "0.4"})))
    ring = _memory_layer("Point", classes.crs(), tr("Place"), outline.centroid())
    mark = QgsMarkerSymbol.createSimple(
        {"name": "circle", "style": "no", "color": "0,0,0,0", "outline_color": RED, "outline_width": "0.6", "size": "3.4"}
    )
    ring.setRenderer(QgsSingleSymbolRenderer(mark))
    return [ring, place, countries]


def locator_view(classes: QgsRasterLayer) -> tuple[QgsCoordinateReferenceSystem, QgsRectangle]:
    """Return a system whose origin is the image's centre, and the square of land around it to show."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    around = QgsCoordinateTransform(classes.crs(), degrees, QgsProject()).transformBoundingBox(classes.extent())
    centre = around.center()
    crs = QgsCoordinateReferenceSystem.fromProj(f"+proj=laea +lat_0={centre.y():.4f} +lon_0={centre.x():.4f} +datum=WGS84 +units=m")
    image = QgsCoordinateTransform(classes.crs(), crs, QgsProject()).transformBoundingBox(classes.extent())
    half = max(LEAST_AROUND_M, 2 * image.width(), 2 * image.height())
    return crs, QgsRectangle(-half, -half, half, half)


def _memory_layer(kind: str, crs: QgsCoordinateReferenceSystem, name: str, shape: QgsGeometry) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon" if kind == "Polygon" else kind, name, "memory")
    layer.setCrs(crs)
    feature = QgsFeature()
    feature.setGeometry(shape)
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer
