"""Layouts written as they read: a row or a column of things."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from rcdesk.ui.kit.theme import look

Thing = QWidget | QLayout
Item = Thing | tuple[Thing, int] | int | None
Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


def column(*items: Item, margins: Margins = NONE, gap: int = 8) -> QVBoxLayout:
    """Return a vertical layout. Items: a widget or layout, (thing, stretch), pixels of space, or None for a stretch."""
    box = QVBoxLayout()
    _fill(box, items, margins, gap)
    return box


def row(*items: Item, margins: Margins = NONE, gap: int = 8) -> QHBoxLayout:
    """Return a horizontal layout; items as in `column`. Margins are left, top, right, bottom at 100 % text."""
    box = QHBoxLayout()
    _fill(box, items, margins, gap)
    return box


def boxed(layout: QLayout, *, width: int = 0) -> QWidget:
    """Return a plain widget that holds `layout`, of a fixed width (pixels at 100 % text) if given."""
    widget = QWidget()
    widget.setLayout(layout)
    if width:
        widget.setFixedWidth(look().px(width))
    return widget


def scrolling(layout: QLayout) -> QScrollArea:
    """Return an area that scrolls `layout` up and down when it does not fit: a form at large text."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(boxed(layout))
    return area


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let go of its widgets."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)
            inner.deleteLater()


def into_sight(widget: QWidget) -> None:
    """Scroll whatever holds `widget` until it is seen whole, what was just put over it counted."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _fill(box: QBoxLayout, items: tuple[Item, ...], margins: Margins, gap: int) -> None:
    scaled = look().gap
    box.setContentsMargins(*(scaled(side) for side in margins))
    box.setSpacing(scaled(gap))
    for item in items:
        match item:
            case None:
                box.addStretch(1)
            case int():
                box.addSpacing(scaled(item))
            case (thing, stretch):
                _add(box, thing, stretch)
            case QWidget() | QLayout():
                _add(box, item, 0)


def _add(box: QBoxLayout, thing: Thing, stretch: int) -> None:
    if isinstance(thing, QLayout):
        box.addLayout(thing, stretch)
    else:
        box.addWidget(thing, stretch)
