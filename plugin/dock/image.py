"""The part of the form for one radar image: its layer or its product, where its bands are, and what is known of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QWidget

from ...engine.contract.errors import InputError
from ...engine.contract.job import Source
from ..engine.scenes import SceneNotes
from ..i18n import tr
from ..layers.images import scene_paths, source_of
from ..layers.products import PRODUCT_FILTER, Image, ProductImage
from ..settings import last_downloads
from .messages import WARNING_SIGN

BY_NAME = 0
"""Stands in a box of bands for "as names and metadata tell"; bands are counted from 1."""


class ImageForm(QWidget):
    """One radar image.

    Args:
        optional: whether the box offers "None" as well.

    Signals:
        changed: another layer, or another place of a band, was chosen.
        link_clicked: the user has clicked a link in the note; carries its address.
        products_named: the user has named files or a folder of a product that is to be this image; carries their paths.
        product_refused: the user wants the chosen product off the list; carries its `ProductImage`.
    """

    changed = pyqtSignal()
    link_clicked = pyqtSignal(str)
    products_named = pyqtSignal(object)
    product_refused = pyqtSignal(object)

    def __init__(self, optional: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_name("image.ui")), self, package=__package__)
        self.is_chosen = False
        """Whether the user chose the image, so that nothing else may be proposed."""
        self._is_optional = optional
        self._has_vh = True
        self._help_text = ""
        self._asks_for_bands = False
        kind = QgsMapLayerProxyModel.Filter.RasterLayer
        if optional:
            self.layerBox.make_optional(kind)
        else:
            self.layerBox.setFilters(kind)
        self.vhBox.setFilters(kind)
        self.layerBox.layerChanged.connect(self._take)
        self.layerBox.activated.connect(self._remember)
        self.vhCheck.toggled.connect(self._change)
        self.vhBox.layerChanged.connect(self._change)
        for box in (self.vvBandBox, self.vhBandBox):
            box.currentIndexChanged.connect(self._change)
        self.noteLabel.link_activated.connect(self.link_clicked)
        menu = QMenu(self.productButton)
        menu.addAction(tr("Zip, manifest or measurement…"), self._choose_files)
        menu.addAction(tr("Folder (.SAFE)…"), self._choose_folder)
        self.refuseAction = menu.addAction(tr("Take this product off the list"), lambda: self.product_refused.emit(self.product()))
        self.productButton.setMenu(menu)
        self.noteLabel.hide()
        self._take()

    def name_it(self, title: str, help_text: str) -> None:
        """Say which image is asked for."""
        self.titleLabel.setText(title)
        self._help_text = help_text
        self._show_name()

    def ask_for_vh(self, has_vh: bool) -> None:
        """Offer the places of a VH band, or do not, where a task looks at one band."""
        self._has_vh = has_vh
        self._show_relevant()

    def ask_for_bands(self, asks: bool) -> None:
        """Offer to say which band is which, where names and metadata may not tell."""
        self._asks_for_bands = asks
        self._show_relevant()

    def layer(self) -> QgsRasterLayer | None:
        """Return the layer, or None."""
        return self.layerBox.currentLayer()

    def product(self) -> ProductImage | None:
        """Return the product, or None."""
        return self.layerBox.product()

    def image(self) -> Image | None:
        """Return what was chosen, layer or product, or None."""
        return self.product() or self.layer()

    def vh_layer(self) -> QgsRasterLayer | None:
        """Return the layer of a VH band of its own, or None."""
        return self.vhBox.currentLayer() if self._has_vh and self.vhCheck.isChecked() and self.layer() is not None else None

    def bands(self) -> dict[str, int]:
        """Return polarisation to band number as the user chose them; empty: as names and metadata tell."""
        if self.vh_layer() is not None or self.layer() is None:
            return {}
        boxes = {"VV": self.vvBandBox, **({"VH": self.vhBandBox} if self._has_vh else {})}
        return {name: box.currentData() for name, box in boxes.items() if box.currentData()}

    def choose(self, image: Image | None, vh_layer: QgsRasterLayer | None = None) -> None:
        """Choose an image, or none, as the user does, who is not to be given another one then."""
        self.is_chosen = True
        self.layerBox.choose(image)
        self.vhCheck.setChecked(vh_layer is not None)
        if vh_layer is not None:
            self.vhBox.setLayer(vh_layer)

    def reset(self) -> None:
        """Choose none, as long as the user has chosen none."""
        self.choose(None)
        self.is_chosen = False

    def propose(self, image: Image | None) -> None:
        """Preset an image, unless the user has chosen one."""
        if not self.is_chosen and image is not None and image != self.image():
            self.layerBox.choose(image)

    def let_go(self, layer_ids: Collection[str]) -> None:
        """Take another layer, or none, instead of one of these."""
        layer = self.layer()
        if layer is not None and layer.id() in layer_ids:
            self.is_chosen = False
        self.layerBox.let_go(layer_ids)

    def offer(self, excepted: list[QgsMapLayer], products: Sequence[ProductImage]) -> None:
        """Offer the project's rasters except some, and products."""
        self.layerBox.offer_products(products)
        layer = self.layer()
        if layer is not None and layer in excepted:
            self.let_go([layer.id()])
        self.layerBox.setExceptedLayerList(excepted)
        self.vhBox.setExceptedLayerList([*excepted, *filter(None, [self.layer()])])

    def paths(self) -> tuple[str, ...]:
        """Return the image's files, empty where none was chosen. Raises `InputError` where one is no local file."""
        product, layer = self.product(), self.layer()
        if product is not None:
            return product.paths
        return () if layer is None else scene_paths(layer, self.vh_layer())

    def asked(self) -> Source:
        """Return the image as the engine is to be asked about it; one without files where none can be."""
        try:
            return Source(self.paths(), bands=self.bands())
        except InputError:  # told where the layer is chosen
            return Source(())

    def sources(self, scale: str, notes: SceneNotes, role: str) -> list[Source]:
        """Return the image for a job, nothing where none was chosen. Raises `InputError`."""
        product, layer = self.product(), self.layer()
        if product is not None:
            return [Source(product.paths, role)]
        return [] if layer is None else [source_of(layer, self.vh_layer(), scale, notes.info(self.asked()), role, self.bands())]

    def show_note(self, words: str, warns: bool = False) -> None:
        """Show what is known about the image; it may hold links."""
        self.noteLabel.setText((WARNING_SIGN if warns else "") + words.replace("\n", "<br/>"))
        self.noteLabel.setVisible(bool(words))

    def _remember(self) -> None:
        self.is_chosen = True

    def _take(self) -> None:
        layer = self.layer()
        names = [] if layer is None else [str(layer.bandName(number)) for number in range(1, layer.bandCount() + 1)]
        for box in (self.vvBandBox, self.vhBandBox):
            box.blockSignals(True)
            box.clear()
            box.addItem(tr("by name"), BY_NAME)
            for number, name in enumerate(names, start=1):
                box.addItem(name, number)
            box.blockSignals(False)
        self._change()

    def _choose_files(self) -> None:
        kinds = f"{tr('Sentinel-1 product')} ({PRODUCT_FILTER})"
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Sentinel-1 product"), last_downloads(), kinds)
        if paths:
            self.products_named.emit(paths)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Folder of a Sentinel-1 product"), last_downloads())
        if path:
            self.products_named.emit([path])

    def _show_name(self) -> None:
        """Tell the whole name, which the box may have no room for."""
        product, layer = self.product(), self.layer()
        name = product.full_name() if product is not None else "" if layer is None else layer.name()
        self.layerBox.setToolTip("\n\n".join(filter(None, [name, self._help_text])))

    def _change(self) -> None:
        self._show_name()
        self._show_relevant()
        self.changed.emit()

    def _show_relevant(self) -> None:
        layer = self.layer()
        asks = layer is not None and layer.bandCount() > 1 and (self._asks_for_bands or bool(self.bands()))
        self.bandsPlace.setVisible(asks and self.vh_layer() is None)
        for widget in (self.vhBandLabel, self.vhBandBox):
            widget.setVisible(self._has_vh)
        self.vhCheck.setVisible((layer is not None or not self._is_optional) and self._has_vh and self.product() is None)
        self.refuseAction.setVisible(self.product() is not None)
        self.vhBox.setVisible(layer is not None and self._has_vh and self.vhCheck.isChecked())
