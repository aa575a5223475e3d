"""Fill the form with the settings of an earlier run, from its record. For the thread that draws QGIS only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtWidgets import QComboBox

from ...engine.contract.errors import InputError
from ...engine.contract.record import GIVEN, ImageRecord, RunRecord
from ..i18n import tr
from ..layers.images import layer_path
from ..layers.vectors import file_of
from .form import DRAWN, WHOLE, Form
from .image import ImageForm

AUTOMATIC = -1.0
"""In the box of thresholds and of winds: none was given."""


def use_again(form: Form, run: RunRecord, project: QgsProject) -> list[str]:
    """Set the form as it was for a run; images and other files that the project lacks are added to it.

    Returns:
        what is not there any more and was left out: paths of files, a model.
    """
    filling = _Filling(form, run, project)
    filling.fill()
    return filling.missing


class _Filling:
    def __init__(self, form: Form, run: RunRecord, project: QgsProject) -> None:
        self._form, self._run, self._project = form, run, project
        self.missing: list[str] = []

    def fill(self) -> None:
        form, run = self._form, self._run
        form.choose_task(run.task)
        _choose(form.methodBox, run.method.name)
        self._take_image(form.image, run.image)  # first: the box of the other one does not offer it
        self._take_image(form.before, run.before)
        self._take_layers()
        if run.method.model and not form.models.choose(run.method.model):
            self.missing.append(tr("the model '{name}'").format(name=run.method.model))
        form.scalesEdit.setText("; ".join(f"{scale:g}" for scale in run.method.scales or ()))
        form.flipCheck.setChecked(bool(run.method.flip))
        is_known = run.method.is_network and run.threshold is not None
        form.thresholdBox.setValue(run.threshold if is_known else AUTOMATIC)
        _choose(form.zerosBox, run.reading.zeros)
        _choose(form.scaleBox, run.image.scale if run.image.scale_from == GIVEN else "auto")
        self._take_extent()

    def _take_image(self, part: ImageForm, image: ImageRecord | None) -> None:
        paths = () if image is None else image.paths
        layers = [layer for layer in map(self._raster, paths) if layer is not None]
        if len(layers) < len(paths):
            return
        part.choose(layers[0] if layers else None, layers[1] if len(layers) > 1 else None)
        if image is not None and len(layers) == 1 and image.bands_from == GIVEN:
            for name, box in (("VV", part.vvBandBox), ("VH", part.vhBandBox)):
                _choose(box, image.bands.get(name))

    def _take_layers(self) -> None:
        """Take the layers and numbers beside the images: reference water, optical images, the sea, what is left out."""
        form, run = self._form, self._run
        optical = () if run.optical is None else (run.optical.after.paths, run.optical.before.paths)
        for box, paths in zip((form.optical.opticalBox, form.optical.opticalBeforeBox), optical or ((), ())):
            box.choose(self._raster(paths[0]) if paths else None)
        for name, box in {**form.reference.boxes, **form.sea.boxes, **form.left_out.boxes}.items():
            given = run.options.get(name)
            if name in ("reference_threshold", "wind", "minimum_area"):
                if given is not None:
                    box.setValue(float(given))
            else:
                box.choose(self._layer(str(given)) if given else None)

    def _take_extent(self) -> None:
        form, extent, layer = self._form, self._run.reading.extent, self._form.layer()
        _choose(form.extentBox, WHOLE if extent is None or layer is None else DRAWN)
        if extent is None or layer is None:
            return
        xmin, ymin, xmax, ymax = extent
        if not layer.crs().isValid():  # QGIS counts the rows of such an image downwards from 0
            ymin, ymax = -ymax, -ymin
        form.drawnWidget.setOutputCrs(layer.crs())
        form.drawnWidget.setOutputExtentFromUser(QgsRectangle(xmin, ymin, xmax, ymax), layer.crs())

    def _raster(self, path: str) -> QgsRasterLayer | None:
        layer = self._layer(path)
        return layer if isinstance(layer, QgsRasterLayer) else None

    def _layer(self, path: str) -> QgsMapLayer | None:
        """Return the project's layer of a file, added where there is none yet; None where the file cannot be opened."""
        there = next((layer for layer in self._project.mapLayers().values() if _path_of(layer) == path), None)
        if there is not None:
            return there
        kinds: Sequence[Any] = (lambda: QgsRasterLayer(path, Path(path).stem), lambda: QgsVectorLayer(path, Path(path).stem, "ogr"))
        layer = next((made for made in (kind() for kind in kinds) if made.isValid()), None)
        if layer is None:
            self.missing.append(path)
            return None
        self._project.addMapLayer(layer)
        return layer


def _path_of(layer: QgsMapLayer) -> str:
    if isinstance(layer, QgsVectorLayer):
        return file_of(layer)
    try:
        return layer_path(layer) if isinstance(layer, QgsRasterLayer) else ""
    except InputError:
        return ""


def _choose(box: QComboBox, value: object) -> None:
    """Choose the entry that stands for a value; where there is none, leave the box as it is."""
    row = box.findData(value)
    if row >= 0:
        box.setCurrentIndex(row)
