"""The parts of the form for what an image is mapped together with: reference water, optical images, the sea, what is left out."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...engine.contract.job import Job
from ...engine.contract.options import options_of
from ...engine.contract.tasks import TaskSpec
from ..i18n import tr
from ..layers.images import bands_of, parse_bands, with_optical
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
        self.boxes = {"reference_water": self.referenceBox, "reference_threshold": self.referenceThresholdBox}
        self.referenceBox.make_optional(RASTER)
        self.referenceBox.layerChanged.connect(self._change)
        self._change()

    def is_chosen(self) -> bool:
        """Return whether a raster of reference water was chosen."""
        return self.referenceBox.currentLayer() is not None

    def show_for(self, task: TaskSpec, has_before: bool) -> None:
        """Offer what a task can be compared with, and say what is lacking."""
        takes_reference = "reference_water" in task.options
        for widget in (self.referenceLabel, self.referenceBox, self.referenceThresholdBox):
            widget.setVisible(takes_reference)
        self.needNote.setText(tr(task.without_before))
        self.needNote.setVisible(not has_before and not (takes_reference and self.is_chosen()))

    def offer_layers(self, results: list[QgsMapLayer]) -> None:
        """Offer the project's rasters, except Tidemark's results."""
        self.referenceBox.setExceptedLayerList(results)

    def reset(self) -> None:
        """Choose none."""
        self.referenceBox.choose(None)
        self.referenceThresholdBox.setValue(self.referenceThresholdBox.minimum())

    def values(self) -> dict[str, Any]:
        """Return what was chosen, by the options' names."""
        threshold = self.referenceThresholdBox.value()
        return {
            "reference_water": self.referenceBox.currentLayer(),
            "reference_threshold": threshold if threshold > 0 and self.is_chosen() else None,
        }

    def _change(self) -> None:
        self.referenceThresholdBox.setEnabled(self.is_chosen())
        self.changed.emit()


class HeightsForm(QWidget):
    """Heights for products as they were downloaded, optional."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("heights.ui")), self, package=__package__)
        self.boxes = {"dem": self.demBox}
        self.demBox.make_optional(RASTER)

    def offer_layers(self, results: list[QgsMapLayer]) -> None:
        """Offer the project's rasters, except Tidemark's results."""
        self.demBox.setExceptedLayerList(results)

    def reset(self) -> None:
        """Choose none."""
        self.demBox.choose(None)

    def values(self) -> dict[str, Any]:
        """Return what was chosen, by the options' names."""
        return {"dem": self.demBox.currentLayer()}


class OpticalForm(QWidget):
    """An optical image of the date to map, and of the one before.

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

    def chosen(self) -> int:
        """Return how many optical images were chosen, 0 to 2."""
        return sum(box.currentLayer() is not None for box in self._boxes)

    def offer_images(self, results: list[QgsMapLayer], radar: list[QgsRasterLayer]) -> None:
        """Offer the project's rasters, except Tidemark's results and the radar images."""
        for box in self._boxes:
            box.let_go([layer.id() for layer in radar])
            box.setExceptedLayerList([*results, *radar])

    def reset(self) -> None:
        """Choose none."""
        self.opticalBandsEdit.clear()
        for box in self._boxes:
            box.choose(None)

    def add_to(self, job: Job) -> Job:
        """Return the job with the chosen images. Raises `TidemarkError` where they cannot be used."""
        return with_optical(job, [box.currentLayer() for box in self._boxes], self.opticalBandsEdit.text())

    def show_bands(self, job: Job) -> None:
        """Say which bands of the images the job's model will look at. Raises `TidemarkError` where they cannot be used."""
        self.add_to(job)
        given, lines = parse_bands(self.opticalBandsEdit.text()), []
        layers = [box.currentLayer() for box in self._boxes if box.currentLayer() is not None]
        for layer in layers:
            found = bands_of(job, layer, len(layers), given)
            lines.append(f"{layer.name()} · " + ", ".join(f"{role}: {name}" for role, name in found.items()))
        self.show_note("\n".join(lines))

    def show_note(self, words: str, warns: bool = False) -> None:
        """Show what is known of the images, or why they cannot be used."""
        self.opticalNote.setText(((WARNING_SIGN if warns else "") + escape(words, quote=False)).replace("\n", "<br/>"))
        self.opticalNote.setVisible(bool(words))

    def _change(self) -> None:
        self.opticalBandsEdit.setEnabled(self.chosen() > 0)
        self.opticalGroup.setTitle(tr("Optical images (in use)") if self.chosen() else tr("Optical images"))
        self.changed.emit()


class SeaForm(QWidget):
    """Land, wind and least area of a feature at sea; all optional."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("sea.ui")), self, package=__package__)
        self.boxes = {"land": self.landBox, "wind": self.windBox, "minimum_area": self.minimumAreaBox}
        self._least_area = self.minimumAreaBox.value()
        self.landBox.make_optional(POLYGONS | RASTER)
        self.landBox.layerChanged.connect(self._show_relevant)

    def offer_layers(self, results: list[QgsMapLayer], image: QgsRasterLayer | None) -> None:
        """Offer the project's polygons and rasters, except Tidemark's results and the image itself."""
        if image is not None:
            self.landBox.let_go([image.id()])
        self.landBox.setExceptedLayerList([*results, *filter(None, [image])])

    def reset(self) -> None:
        """Know of no land and no wind."""
        self.landBox.choose(None)
        self.windBox.setValue(self.windBox.minimum())
        self.minimumAreaBox.setValue(self._least_area)

    def values(self) -> dict[str, Any]:
        """Return what was chosen, by the options' names."""
        wind = self.windBox.value()
        return {
            "land": self.landBox.currentLayer(),
            "wind": wind if wind >= 0 else None,
            "minimum_area": self.minimumAreaBox.value(),
        }

    def _show_relevant(self) -> None:
        self.landNote.setVisible(self.landBox.currentLayer() is None)


class LeaveOutForm(QWidget):
    """Polygons and rasters of what is left out; all optional, folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("leave_out.ui")), self, package=__package__)
        self.boxes = {"exclude": self.excludeBox, "hand": self.handBox, "slope": self.slopeBox, "layover": self.layoverBox}
        self._labels = {"exclude": self.excludeLabel, "hand": self.handLabel, "slope": self.slopeLabel, "layover": self.layoverLabel}
        for box in self.boxes.values():
            box.make_optional(POLYGONS if box is self.excludeBox else RASTER)

    def offer_layers(self, results: list[QgsMapLayer]) -> None:
        """Offer the project's layers, except Tidemark's results."""
        for box in self.boxes.values():
            box.setExceptedLayerList(results)

    def show_for(self, task: TaskSpec) -> None:
        """Offer what means something for a task."""
        offered = {option.name for option in options_of(task)}
        for widgets in (self.boxes, self._labels):
            for name, widget in widgets.items():
                widget.setVisible(name in offered)

    def reset(self) -> None:
        """Leave nothing out."""
        for box in self.boxes.values():
            box.choose(None)

    def values(self) -> dict[str, Any]:
        """Return what was chosen, by the options' names."""
        return {name: box.currentLayer() for name, box in self.boxes.items()}
