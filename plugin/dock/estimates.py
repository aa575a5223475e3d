"""A button of the result that estimates who and what is affected, and how deep the water is: it opens the algorithm, filled in."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QMenu, QPushButton, QWidget

from ...engine.contract.filenames import MapFiles
from ...engine.contract.impact import DEPTH, EXPOSURE
from ..i18n import tr
from ..layers.results import find_layer

_ENDINGS = {EXPOSURE: ".gpkg", DEPTH: ".tif"}


class EstimatesButton(QPushButton):
    """Opens one of two algorithms for a map. Its results lie beside the map, where PDF and package look for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Affected, depth…"), parent)
        self.setObjectName("estimatesButton")
        self.setToolTip(tr("Estimate who and what lies in the water, and how deep it is. The page and the package take both up."))
        self._map = ""
        menu = QMenu(self)
        self.actions_by_kind = {
            EXPOSURE: menu.addAction(tr("Who and what is affected…")),
            DEPTH: menu.addAction(tr("How deep the water is…")),
        }
        for kind, action in self.actions_by_kind.items():
            action.triggered.connect(lambda _checked=False, kind=kind: self.open(kind))
        self.setMenu(menu)

    def show_for(self, map_path: str, is_water: bool) -> None:
        """Take the map that is shown: the path of its class raster; of what is no water there is no depth."""
        self._map = map_path
        self.actions_by_kind[DEPTH].setEnabled(is_water)

    def parameters(self, kind: str) -> dict[str, object]:
        """Return what is filled in."""
        layer = find_layer(self._map, QgsProject.instance())
        output = MapFiles.of_class(Path(self._map)).beside(kind, _ENDINGS[kind])
        return {"INPUT": self._map if layer is None else layer.id(), "OUTPUT": str(output)}

    def open(self, kind: str) -> None:
        """Open the algorithm's window."""
        import processing  # QGIS's own plugin, which may come after this one

        processing.createAlgorithmDialog(f"tidemark:{kind}", self.parameters(kind)).show()
