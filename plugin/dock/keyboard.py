"""The way of the Tab key through the dock: as it is read, whatever was built first."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLayout, QScrollArea, QWidget


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
