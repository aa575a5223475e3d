"""The part of the form that says what is not to be mapped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QWidget

from ..choices import LEFT_OUT_BY
from ..layers.images import layer_path
from ..layers.vectors import polygons_file
from .layer_boxes import make_optional


class LeaveOutForm(QWidget):
    """Polygons and rasters of what is left out; all optional, folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("leave_out.ui")), self)
        self._rasters = {"hand": self.handBox, "slope": self.slopeBox, "layover": self.layoverBox}
        kind = QgsMapLayerProxyModel.Filter
        make_optional(self.excludeBox, kind.PolygonLayer)
        for box in self._rasters.values():
            make_optional(box, kind.RasterLayer)
        self._labels = {"hand": self.handLabel, "slope": self.slopeLabel, "layover": self.layoverLabel}

    def offer_layers(self, results: list[QgsMapLayer]) -> None:
        """Offer the project's layers, except Tidemark's results."""
        for box in (self.excludeBox, *self._rasters.values()):
            box.setExceptedLayerList(results)

    def show_for(self, task: str) -> None:
        """Offer what means something for a task."""
        for widgets in (self._rasters, self._labels):
            for name, widget in widgets.items():
                widget.setVisible(name in LEFT_OUT_BY[task])

    def choices(self, task: str) -> dict[str, Any]:
        """Return the job's fields for what is left out of a task's map. Raises `TidemarkError`."""
        layers = {name: self._rasters[name].currentLayer() for name in LEFT_OUT_BY[task]}
        chosen = {name: layer_path(layer) for name, layer in layers.items() if layer is not None}
        polygons = self.excludeBox.currentLayer()
        if polygons is not None:
            chosen["exclude"] = polygons_file(polygons, QgsProject.instance().transformContext())
        return chosen
