"""The part of the image that is mapped: all of it, what the map shows, or what was drawn."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsExtentWidget, QgsMapCanvas
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...engine.contract.errors import InputError
from ..i18n import tr
from ..layers.images import extent_in_layer

WHOLE, CANVAS, DRAWN = "whole", "canvas", "drawn"
EXTENT_TITLES = {WHOLE: "Whole image", CANVAS: "What the map shows", DRAWN: "Drawn, typed or from a layer"}


class ExtentChoice:
    """Fills the box of extents, and shows where one is drawn while that is chosen.

    Args:
        box: the ways to choose an extent.
        place: where an extent is drawn or typed.
        canvas: the map.
    """

    def __init__(self, box: QComboBox, place: QWidget, canvas: QgsMapCanvas) -> None:
        self._box, self._place, self._canvas = box, place, canvas
        for value, title in EXTENT_TITLES.items():
            box.addItem(tr(title), value)
        self.drawnWidget = QgsExtentWidget(place, QgsExtentWidget.WidgetStyle.CondensedStyle)
        self.drawnWidget.setMapCanvas(canvas)
        self.drawnWidget.setNullValueAllowed(True, tr("Click the arrow to draw"))
        place.layout().addWidget(self.drawnWidget)
        box.currentIndexChanged.connect(self._show_place)
        self._show_place()

    def draw(self, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        """Choose an extent as if it had been drawn."""
        self._box.setCurrentIndex(self._box.findData(DRAWN))
        self.drawnWidget.setOutputCrs(crs)
        self.drawnWidget.setOutputExtentFromUser(extent, crs)

    def reset(self) -> None:
        """Choose all of the image."""
        self._box.setCurrentIndex(0)
        self.drawnWidget.clear()

    def part_of(self, layer: QgsRasterLayer | None) -> tuple[float, float, float, float] | None:
        """Return the extent in the layer's reference system, or for a product (None) in degrees; None: all. Raises `InputError`."""
        choice = self._box.currentData()
        if choice == WHOLE:
            return None
        if choice == CANVAS:
            extent, crs = self._canvas.extent(), self._canvas.mapSettings().destinationCrs()
        else:
            extent, crs = self.drawnWidget.outputExtent(), self.drawnWidget.outputCrs()
            if not self.drawnWidget.isValid() or extent.isEmpty():
                raise InputError(tr("No extent has been drawn yet."), "", tr("Click the arrow beside the extent, or map the whole image."))
        if layer is None:
            return _in_degrees(extent, crs)
        return extent_in_layer(extent, QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance()), layer)

    def _show_place(self) -> None:
        self._place.setVisible(self._box.currentData() == DRAWN)


def _in_degrees(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> tuple[float, float, float, float]:
    """Return an extent in longitude and latitude, as the engine takes it for a product. Raises `InputError`."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    try:
        moved = QgsCoordinateTransform(crs, degrees, QgsProject.instance()).transformBoundingBox(extent)
    except QgsCsException as error:
        raise InputError(tr("The extent cannot be brought into longitude and latitude: {reason}.").format(reason=error)) from error
    return moved.xMinimum(), moved.yMinimum(), moved.xMaximum(), moved.yMaximum()
