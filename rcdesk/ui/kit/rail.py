"""The places of the program, always in the same order: icon over word; at large text the words become tooltips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.paint import Dressed, crisp, draw_focus, inset
from rcdesk.ui.kit.plain import plain_tooltip
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RAIL


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go. `bottom` puts it (and those after it) at the foot of the rail."""

    id: str
    word: str
    icon: str
    bottom: bool = False


class _PlaceButton(Dressed, QAbstractButton):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place, self._live = place, False
        self.setCheckable(True)
        self.setAccessibleName(place.word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.dress()

    def set_live(self, live: bool) -> None:
        """Light or put out the lamp."""
        self._live = live
        self.setAccessibleDescription("en vivo" if live else "")
        self.update()

    def dress(self) -> None:
        now = look()
        plain_tooltip(self, self._place.word if now.large else "")
        self.setFixedSize(QSize(now.px(34 if now.large else RAIL), now.px(40 if now.large else 60)))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, here = look(), crisp(self), self.isChecked()
        box = QRectF(self.rect()).adjusted(4, 3, -4, -3)
        if here or self.underMouse():
            painter.setPen(QPen(now.color("edge"), 1) if now.c.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(now.color("surface" if here else "hover"))
            painter.drawRoundedRect(inset(box), 8, 8)
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent"))
            painter.drawRoundedRect(QRectF(0, box.center().y() - now.px(12), 3, now.px(24)), 1.5, 1.5)
        ink, size = now.color("ink" if here else "ink2"), now.px(20)
        top = box.center().y() - size / 2 if now.large else box.top() + now.px(9)
        painter.drawPixmap(QPointF(box.center().x() - size / 2, round(top)), pixmap(self._place.icon, ink, 20))
        if not now.large:
            painter.setFont(now.font("label", 11, 600 if here else 500))
            painter.setPen(ink)
            words = box.adjusted(-4, 0, 4, -now.px(6))
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._place.word)
        if self.hasFocus():
            draw_focus(painter, box, 8)
        if self._live:
            painter.setPen(QPen(now.color("canvas"), 2))
            painter.setBrush(now.color("danger_fill"))
            painter.drawEllipse(QPointF(box.center().x() + size / 2 + 1, top + 1), 5, 5)
        painter.end()


class Rail(Dressed, QWidget):
    """The column of places at the left edge."""

    chosen = Signal(str)  # the id of the place, by the person

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setAccessibleName("Lugares")
        self._buttons = {place.id: _PlaceButton(place) for place in places}
        for id_, button in self._buttons.items():
            button.setObjectName(f"lugar_{id_}")
            button.clicked.connect(lambda _checked=False, id_=id_: self._go(id_))
        top = [self._buttons[place.id] for place in places if not place.bottom]
        foot = [self._buttons[place.id] for place in places if place.bottom]
        self.setLayout(column(*top, None, *foot, margins=(0, 8, 0, 8), gap=0))
        self.dress()

    def choose(self, id_: str) -> None:
        """Mark where the person is, without telling."""
        for each, button in self._buttons.items():
            button.setChecked(each == id_)

    def set_live(self, id_: str) -> None:
        """Light the lamp of one place; empty puts them all out."""
        for each, button in self._buttons.items():
            button.set_live(each == id_)

    def dress(self) -> None:
        self.setFixedWidth(look().px(34 if look().large else RAIL) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().color("canvas"))
        painter.setPen(look().color("line"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()

    def _go(self, id_: str) -> None:
        self.choose(id_)
        self.chosen.emit(id_)
