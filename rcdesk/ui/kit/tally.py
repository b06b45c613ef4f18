"""The counters over a list: each figure is a filter of what it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from rcdesk.i18n import numero
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed, crisp, draw_focus, elided, inset
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS


class Tally(QWidget):
    """`counters` are (value, words, tone). One is pressed, the first at first: what is in sight is what it counts."""

    chosen = Signal(str)  # the value of a counter

    def __init__(self, counters: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, _Counter] = {}
        for value, words, tone in counters:
            button = self.buttons[value] = named(f"contador_{value}", _Counter(words, tone))
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
        self.choose(counters[0][0])
        self.setLayout(row(*((button, 1) for button in self.buttons.values()), margins=(12, 0, 12, 8), gap=4))

    def choose(self, value: str) -> None:
        """Press one."""
        self.buttons[value].setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show the figures."""
        for value, button in self.buttons.items():
            button.set_count(counts[value])


class _Counter(Dressed, QAbstractButton):
    def __init__(self, words: str, tone: str) -> None:
        super().__init__()
        self._words, self._tone, self._count = words, tone, -1
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show another figure."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self._words}: {count}")
            self.update()

    def dress(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        now = look()
        return QSize(now.px(92), now.px(34 if now.large else 60))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        painter.setPen(QPen(now.color("edge"), 1) if self.isChecked() else Qt.PenStyle.NoPen)
        fill = "surface" if self.isChecked() else "hover" if self.underMouse() else ""
        painter.setBrush(now.color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inset(box), RADIUS, RADIUS)
        if self.hasFocus():
            draw_focus(painter, box)
        self._paint_words(painter, box)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        """The word under the figure; large text has room for it at its side only."""
        now, count = look(), numero(self._count)
        aside, middle = now.large, Qt.AlignmentFlag.AlignVCenter
        inner = box.adjusted(now.gap(8 if aside else 14), now.gap(7), -now.gap(4), -now.gap(7))
        painter.setPen(now.color(self._tone if self._count else "ink3"))
        painter.setFont(now.font("lead" if aside else "title"))
        painter.drawText(inner, middle if aside else Qt.AlignmentFlag.AlignTop, count)
        if aside:
            inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(count) + now.gap(6))
        painter.setPen(now.color("ink" if self.isChecked() else "ink2"))
        painter.setFont(now.font("caption"))
        words = elided(painter, self._words, inner.width())
        painter.drawText(inner, middle if aside else Qt.AlignmentFlag.AlignBottom, words)
