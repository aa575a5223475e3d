"""The part of the form that says what is known about the sea: where land is, the wind, how small a feature may be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QWidget

from ..layers.images import layer_path
from ..layers.vectors import polygons_file
from .layer_boxes import let_go, make_optional


class SeaForm(QWidget):
    """Land, wind and least area; all optional."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("sea.ui")), self)
        kind = QgsMapLayerProxyModel.Filter
        make_optional(self.landBox, kind.PolygonLayer | kind.RasterLayer)
        self.landBox.layerChanged.connect(self._show_relevant)

    def offer_layers(self, results: list[QgsMapLayer], image: QgsRasterLayer | None) -> None:
        """Offer the project's polygons and rasters, except Tidemark's results and the image itself."""
        if image is not None:
            let_go(self.landBox, [image.id()])
        self.landBox.setExceptedLayerList([*results, *filter(None, [image])])

    def choices(self) -> dict[str, Any]:
        """Return the job's fields for land, wind and least area. Raises `TidemarkError`."""
        chosen: dict[str, Any] = {"minimum_area": self.minimumAreaBox.value()}
        if self.windBox.value() >= 0:
            chosen["wind"] = self.windBox.value()
        land = self.landBox.currentLayer()
        if land is not None:
            is_raster = isinstance(land, QgsRasterLayer)
            chosen["land"] = layer_path(land) if is_raster else polygons_file(land, QgsProject.instance().transformContext())
        return chosen

    def _show_relevant(self) -> None:
        self.landNote.setVisible(self.landBox.currentLayer() is None)
