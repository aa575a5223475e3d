"""The part of the form for optical images beside the radar's, folded away."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...engine.contract.job import Job
from ..i18n import tr
from ..layers.images import bands_of, parse_bands, with_optical
from .layer_boxes import let_go, make_optional
from .messages import WARNING_SIGN


class OpticalForm(QWidget):
    """An optical image of each date; both or none.

    Signals:
        changed: another layer was chosen, or other bands were typed.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("optical.ui")), self)
        self._boxes = (self.opticalBox, self.opticalBeforeBox)
        for box in self._boxes:
            make_optional(box, QgsMapLayerProxyModel.Filter.RasterLayer)
            box.layerChanged.connect(self._change)
        self.opticalBandsEdit.editingFinished.connect(self._change)
        self._change()

    def is_chosen(self) -> bool:
        """Whether an optical image of either date was chosen."""
        return any(box.currentLayer() is not None for box in self._boxes)

    def offer_images(self, results: list[QgsMapLayer], radar: list[QgsRasterLayer]) -> None:
        """Offer the project's rasters, except Tidemark's results and the radar images."""
        for box in self._boxes:
            let_go(box, [layer.id() for layer in radar])
            box.setExceptedLayerList([*results, *radar])

    def beside(self, job: Job) -> Job:
        """Return the job with the chosen images. Raises `TidemarkError` where they cannot be used."""
        return with_optical(job, [box.currentLayer() for box in self._boxes], self.opticalBandsEdit.text())

    def show_bands(self, job: Job) -> None:
        """Say which bands of the images the job's model will look at. Raises `TidemarkError` where they cannot be used."""
        self.show_note("")
        self.beside(job)
        given = parse_bands(self.opticalBandsEdit.text())
        for box in self._boxes if self.is_chosen() else ():
            found = bands_of(job, box.currentLayer(), given)
            words = ", ".join(f"{role}: {name}" for role, name in found.items())
            self.show_note("\n".join(filter(None, [self.opticalNote.text(), f"{box.currentLayer().name()} · {words}"])))

    def show_note(self, words: str, warns: bool = False) -> None:
        """Show what is known of the images, or why they cannot be used."""
        self.opticalNote.setText((WARNING_SIGN if warns else "") + words)
        self.opticalNote.setVisible(bool(words))

    def _change(self) -> None:
        self.opticalBandsEdit.setEnabled(self.is_chosen())
        self.opticalGroup.setTitle(tr("Optical images (in use)") if self.is_chosen() else tr("Optical images"))
        self.changed.emit()
