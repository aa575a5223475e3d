"""What a narrow dock is made of: boxes to choose in, texts, the area that all of it scrolls in, and the Tab key's way through it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import ceil

from qgis.core import Qgis, QgsMapLayer, QgsMapLayerProxyModel
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QEvent, QObject, QSize, QSizeF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPaintEvent, QTextOption
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTextBrowser,
    QWidget,
)

from ..i18n import tr
from ..layers.products import ProductImage

NONE = 0
"""Index of the entry for no layer."""
NOTHING = -1
"""Index of an empty box: in one that has no entry for it, no layer is chosen."""

LEAST_CHARACTERS = 8


class NameBox(QComboBox):
    """Offers names, and cuts a long one in the middle: names of models and radar images differ at their ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _hold_long_names(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box with a name that fits."""
        _draw_cut(self)


class LayerBox(QgsMapLayerComboBox):
    """Offers layers, none where it is told to, and products where it is told of some; cuts a long name in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._products: list[ProductImage] = []
        _hold_long_names(self)

    def make_optional(self, kind: QgsMapLayerProxyModel.Filter) -> None:
        """Offer layers of a kind, or of several joined by ``|``, and none, with which the box begins."""
        # With PyQt5, kinds joined on a newer QGIS are a plain number, which its boxes take no more.
        self.setFilters(Qgis.LayerFilters(kind) if type(kind) is int else kind)
        self.setAllowEmptyLayer(True, tr("None"))
        self.setCurrentIndex(NONE)

    def choose(self, layer: QgsMapLayer | ProductImage | None) -> None:
        """Choose a layer, a product that is offered, or none."""
        if isinstance(layer, ProductImage):
            self.setCurrentIndex(next(row for row in self._product_rows() if self.itemText(row) == layer.name()))
            self.layerChanged.emit(None)  # QGIS does so on the user's own choice only
            return
        had_product = self.product() is not None
        self.setLayer(layer)
        if layer is None:
            self.setCurrentIndex(NONE if self.allowEmptyLayer() else NOTHING)  # QGIS leaves the box empty, and a product chosen
            if had_product:
                self.layerChanged.emit(None)

    def product(self) -> ProductImage | None:
        """Return the product that is chosen, or None."""
        if self.currentIndex() not in self._product_rows():
            return None
        return next((product for product in self._products if product.name() == self.currentText()), None)

    def setExceptedLayerList(self, layers: list[QgsMapLayer]) -> None:
        """Offer all layers but these."""
        chosen = self.currentLayer()
        was_blocked = self.blockSignals(True)  # QGIS tells of a change in its midst, and crashes where other layers are offered there
        super().setExceptedLayerList(layers)
        self.blockSignals(was_blocked)
        if self.currentLayer() != chosen:
            self.layerChanged.emit(self.currentLayer())

    def offer_products(self, products: Sequence[ProductImage]) -> None:
        """Offer products of different names below the layers; what is chosen stays where it is still offered."""
        if list(products) == self._products:
            return
        chosen, layer = self.product(), self.currentLayer()
        was_blocked = self.blockSignals(True)
        self._products = list(products)
        self.setAdditionalItems([product.name() for product in products])
        if chosen in products or layer is not None:
            self.choose(layer or chosen)
        elif self.allowEmptyLayer():
            self.setCurrentIndex(NONE)
        self.blockSignals(was_blocked)
        if chosen != self.product():  # an empty box takes what it is offered
            self.layerChanged.emit(self.currentLayer())

    def _product_rows(self) -> range:
        """Return the rows of the products: QGIS has them last, in an order of its own."""
        return range(self.count() - len(self._products), self.count())

    def let_go(self, layer_ids: Collection[str]) -> None:
        """Choose none instead of one of these layers, where the box offers none."""
        layer = self.currentLayer()
        if layer is not None and layer.id() in layer_ids and self.allowEmptyLayer():
            self.choose(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box with a name that fits."""
        _draw_cut(self)


class WrappedText(QTextBrowser):
    """Shows a text as high as it is. A word that is too long for the dock, as paths are, goes on in the next line: a label would be wider.

    Signals:
        link_activated: a link was clicked; carries its address.
    """

    link_activated = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setStyleSheet("background: transparent; border: none;")
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.anchorClicked.connect(lambda url: self.link_activated.emit(url.toString()))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setText("")

    def text(self) -> str:
        """Return the text, in HTML."""
        return self._text

    def setText(self, text: str) -> None:
        """Show a text in HTML. The keyboard stops at one that has links only."""
        self._text = text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if "<a " in text else Qt.FocusPolicy.ClickFocus)
        self.setHtml(text)

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def minimumSizeHint(self) -> QSize:
        """Return that any width will do; called by Qt."""
        return QSize(0, 0)

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(ceil(size.height()))


class UprightArea(QScrollArea):
    """Scrolls up and down only: it is never narrower than what it holds."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of what it holds, whose events Qt shows here."""
        if watched is self.widget() and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.setMinimumWidth(self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        return bool(super().eventFilter(watched, event))


def tab_in_reading_order(parent: QWidget) -> None:
    """Let the Tab key go through the widgets inside one in the order of their layouts."""
    stops = list(_stops(parent))
    for earlier, later in zip(stops, stops[1:]):
        QWidget.setTabOrder(earlier, later)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield where the key may stop in a widget, itself first; what has no layout of ours is one stop."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    arrow = widget.findChild(QWidget, "collapseButton", Qt.FindChildOption.FindDirectChildrenOnly)  # of a group that folds
    if arrow is not None:
        yield arrow
    if isinstance(widget, QScrollArea):
        yield from _stops(widget.widget())
    elif widget.layout() is not None:
        yield from _stops_in(widget.layout())


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for item in map(layout.itemAt, range(layout.count())):
        if item.widget() is not None:
            yield from _stops(item.widget())
        elif item.layout() is not None:
            yield from _stops_in(item.layout())


def _hold_long_names(box: QComboBox) -> None:
    """Keep a long name from widening the dock."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(LEAST_CHARACTERS)
    box.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)


def _draw_cut(box: QComboBox) -> None:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box).width()
    icon = 0 if option.currentIcon.isNull() else option.iconSize.width() + 4
    option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, max(0, room - icon - 4))
    painter = QStylePainter(box)
    painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
    painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
