"""The parts of the form for what an image is mapped together with: reference water, optical images, the sea, what is left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...engine.contract.job import Job
from ..choices import LEFT_OUT_BY
from ..i18n import tr
from ..layers.images import bands_of, layer_path, parse_bands, with_optical
from ..layers.vectors import polygons_file
from .messages import WARNING_SIGN

RASTER, POLYGONS = QgsMapLayerProxyModel.Filter.RasterLayer, QgsMapLayerProxyModel.Filter.PolygonLayer


class ReferenceForm(QWidget):
    """A raster of reference water, and what a task lacks where it has nothing to compare with.

    Signals:
        changed: another raster was chosen.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("reference.ui")), self, package=__package__)
        self.usualBox.make_optional(RASTER)
        self.usualBox.layerChanged.connect(self._change)
        self._change()

    def is_chosen(self) -> bool:
        """Whether a raster of reference water was chosen."""
        return self.usualBox.currentLayer() is not None

    def show_for(self, task: str, has_before: bool) -> None:
        """Offer what a task can be compared with, and say what is lacking."""
        for widget in (self.usualLabel, self.usualBox, self.usualThresholdBox):
            widget.setVisible(task == "flood")
        water = tr("With neither of the two, the map shows water, not flood.")
        self.needNote.setText(water if task == "flood" else tr("Change needs an older image."))
        self.needNote.setVisible(not has_before and not (task == "flood" and self.is_chosen()))

    def offer_layers(self, results: list[QgsMapLayer]) -> None:
        """Offer the project's rasters, except Tidemark's results."""
        self.usualBox.setExceptedLayerList(results)

    def choices(self) -> dict[str, Any]:
        """Return the job's fields for reference water. Raises `InputError`."""
        layer = self.usualBox.currentLayer()
        if layer is None:
            return {}
        threshold = self.usualThresholdBox.value()
        return {"reference_water": layer_path(layer), "reference_threshold": threshold if threshold > 0 else None}

    def _change(self) -> None:
        self.usualThresholdBox.setEnabled(self.is_chosen())
        self.changed.emit()


class OpticalForm(QWidget):
    """An optical image of each date; both or none.

    Signals:
        changed: another layer was chosen, or other bands were typed.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("optical.ui")), self, package=__package__)
        self._boxes = (self.opticalBox, self.opticalBeforeBox)
        for box in self._boxes:
            box.make_optional(RASTER)
            box.layerChanged.connect(self._change)
        self.opticalBandsEdit.editingFinished.connect(self._change)
        self._change()

    def is_chosen(self) -> bool:
        """Whether an optical image of either date was chosen."""
        return any(box.currentLayer() is not None for box in self._boxes)

    def offer_images(self, results: list[QgsMapLayer], radar: list[QgsRasterLayer]) -> None:
        """Offer the project's rasters, except Tidemark's results and the radar images."""
        for box in self._boxes:
            box.let_go([layer.id() for layer in radar])
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


class SeaForm(QWidget):
    """Land, wind and least area of a feature at sea; all optional."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("sea.ui")), self, package=__package__)
        self.landBox.make_optional(POLYGONS | RASTER)
        self.landBox.layerChanged.connect(self._show_relevant)

    def offer_layers(self, results: list[QgsMapLayer], image: QgsRasterLayer | None) -> None:
        """Offer the project's polygons and rasters, except Tidemark's results and the image itself."""
        if image is not None:
            self.landBox.let_go([image.id()])
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


class LeaveOutForm(QWidget):
    """Polygons and rasters of what is left out; all optional, folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("leave_out.ui")), self, package=__package__)
        self._rasters = {"hand": self.handBox, "slope": self.slopeBox, "layover": self.layoverBox}
        self.excludeBox.make_optional(POLYGONS)
        for box in self._rasters.values():
            box.make_optional(RASTER)
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
