"""One of many: a list that drops, drawn like the fields beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp, elided, inset
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS, ROW


class Choice(Dressed, QComboBox):
    """`options` are (value, words). A value that is not among them is shown as it is, so that nothing is lost."""

    edited = Signal()  # by the person
    committed = Signal()  # together with `edited`: choosing is saying

    def __init__(self, options: Sequence[tuple[str, str]] = (), *, icon: str = "", prefix: str = "") -> None:
        super().__init__()
        self._icon, self._prefix = icon, prefix
        self.setAccessibleName(prefix)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self.set_options(options)
        self.activated.connect(self._chosen)
        self.dress()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options, keeping the value if it is still among them."""
        kept = self.value()
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        if kept:
            self.set_value(kept)
        self.updateGeometry()  # Qt keeps the width of the options that there were

    def value(self) -> str:
        """Return the chosen value; empty when there is none."""
        return str(self.currentData() or "")

    def set_value(self, value: str | None) -> None:
        """Choose a value; None or empty chooses the option with an empty value, if there is one."""
        place = self.findData(value or "")
        if place < 0 and value:
            self.addItem(value, value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    refresh_value = set_value

    def dress(self) -> None:
        self.setFont(look().font("body"))
        self.view().setFont(look().font("body"))
        self.setFixedHeight(look().px(ROW))

    def sizeHint(self) -> QSize:
        now, metrics = look(), self.fontMetrics()
        words = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        prefix = metrics.horizontalAdvance(self._prefix + " ") if self._prefix else 0
        return QSize(prefix + words + now.px(76 if self._icon else 52), now.px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), look().px(96)), look().px(ROW))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a form must never change an answer

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        error, thick = (
            self.property("state") == "error",
            2 if self.hasFocus() or self.property("state") == "error" else 1,
        )
        painter.setPen(QPen(now.color("danger" if error else "accent" if self.hasFocus() else "edge"), thick))
        painter.setBrush(now.color("surface" if self.isEnabled() else "sunken"))
        painter.drawRoundedRect(inset(box, thick / 2), RADIUS, RADIUS)
        x, size = now.gap(10) + 3, now.px(16)
        middle = round((box.height() - size) / 2)
        if self._icon:
            painter.drawPixmap(QPointF(x, middle), pixmap(self._icon, "ink2"))
            x += size + now.gap(8)
        self._paint_words(painter, QRectF(x, 0, box.width() - x - size - now.gap(16), box.height()))
        painter.drawPixmap(QPointF(box.right() - size - now.gap(8), middle), pixmap("chevron-down", "ink2"))
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        now = look()
        painter.setFont(self.font())
        if self._prefix:
            painter.setPen(now.color("ink3"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._prefix)
            box.setLeft(box.left() + self.fontMetrics().horizontalAdvance(self._prefix + " "))
        painter.setPen(now.color("ink" if self.isEnabled() and self.value() else "ink3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided(painter, self.currentText(), box.width()))

    def _chosen(self) -> None:
        self.edited.emit()
        self.committed.emit()
