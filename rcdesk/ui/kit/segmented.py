"""One of a few, all in sight: used where a list that drops would hide an answer that matters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp, draw_focus, draw_key, inset, key_width
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS, ROW


class _OneOf(Dressed, QWidget):
    """What both shapes share: options, the chosen one, and the keys that move it."""

    edited = Signal()  # by the person
    committed = Signal()  # together with `edited`

    def __init__(self, options: Sequence[tuple[str, str] | tuple[str, str, str]]) -> None:
        super().__init__()
        self._options = [(*option, "")[:3] for option in options]
        self._here = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dress()
        self._say()

    def value(self) -> str:
        """Return the chosen value; empty while there is no answer."""
        return self._options[self._here][0] if self._here >= 0 else ""

    def set_value(self, value: str | None) -> None:
        """Choose a value; None or one that is not offered leaves the question unanswered."""
        self._here = next((i for i, option in enumerate(self._options) if value and option[0] == value), -1)
        self._say()

    refresh_value = set_value

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, last = Qt.Key, len(self._options) - 1
        match event.key():
            case keys.Key_Left | keys.Key_Up:
                self._choose(max(self._here - 1, 0))
            case keys.Key_Right | keys.Key_Down:
                self._choose(min(self._here + 1, last))
            case keys.Key_Home:
                self._choose(0)
            case keys.Key_End:
                self._choose(last)
            case _:
                pressed = event.text().casefold()
                place = next((i for i, o in enumerate(self._options) if pressed and o[2].casefold() == pressed), -1)
                if place >= 0:
                    self._choose(place)
                else:
                    super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, box in enumerate(self._boxes()):
            if box.contains(event.position()):
                self._choose(place)

    def _boxes(self) -> list[QRectF]:
        """Return where each option stands."""
        raise NotImplementedError

    def _choose(self, place: int) -> None:
        if place != self._here:
            self._here = place
            self._say()
            self.edited.emit()
            self.committed.emit()

    def _say(self) -> None:
        self.setAccessibleDescription(self._options[self._here][1] if self._here >= 0 else "sin responder")
        self.updateGeometry()
        self.update()


class Segmented(_OneOf):
    """Two or three short words side by side. Options are (value, words)."""

    def dress(self) -> None:
        self.setFont(look().font("body", weight=600))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _boxes(self) -> list[QRectF]:
        now, metrics, x, boxes = look(), QFontMetrics(self.font()), 3.0, []
        for place, (_, words, _) in enumerate(self._options):
            wide = metrics.horizontalAdvance(words) + now.gap(28) + (now.px(20) if place == self._here else 0)
            boxes.append(QRectF(x, 3, wide, now.px(ROW) - 6))
            x += wide
        return boxes

    def sizeHint(self) -> QSize:
        return QSize(round(self._boxes()[-1].right()) + 3, look().px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        error = self.property("state") == "error"
        painter.setPen(QPen(now.color("danger" if error else "edge"), 2 if error else 1))
        painter.setBrush(now.color("sunken"))
        painter.drawRoundedRect(inset(box), RADIUS, RADIUS)
        for place, part in enumerate(self._boxes()):
            here = place == self._here
            if here:
                painter.setPen(QPen(now.color("edge"), 1))
                painter.setBrush(now.color("surface"))
                painter.drawRoundedRect(inset(part), 4, 4)
                at = QPointF(round(part.left() + now.gap(10)), round(part.center().y() - now.px(14) / 2))
                painter.drawPixmap(at, pixmap("check", "ink", 14))
                part = part.adjusted(now.px(20), 0, 0, 0)
            painter.setFont(self.font() if here else now.font("body", weight=500))
            painter.setPen(now.color("ink" if here else "ink2"))
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, self._options[place][1])
        if self.hasFocus():
            draw_focus(painter, box)
        painter.end()


class Toggle(_OneOf):
    """One of a few, each in its own box with its letter. Options are (value, words, key); chosen is ink, not blue."""

    def dress(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _boxes(self) -> list[QRectF]:
        gap, count = look().gap(6), len(self._options)
        needs = [self._need(words, key) for _, words, key in self._options]
        spare = max(0.0, self.width() - sum(needs) - gap * (count - 1)) / count
        x, boxes = 0.0, []
        for need in needs:
            boxes.append(QRectF(x, 0, need + spare, look().px(ROW)))
            x += need + spare + gap
        return boxes

    def sizeHint(self) -> QSize:
        needs = sum(self._need(words, key) for _, words, key in self._options)
        return QSize(needs + look().gap(6) * (len(self._options) - 1), look().px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        for place, box in enumerate(self._boxes()):
            self._paint_option(painter, box, place)
        painter.end()

    def _need(self, words: str, key: str) -> int:
        now = look()
        text = QFontMetrics(now.font("strong")).horizontalAdvance(words)
        return text + now.px(16) + now.gap(34) + (key_width(key) if key else 0)

    def _paint_option(self, painter: QPainter, box: QRectF, place: int) -> None:
        now, on, (_, words, key) = look(), place == self._here, self._options[place]
        error = self.property("state") == "error"
        painter.setPen(QPen(now.color("danger" if error else "ink2" if on else "edge"), 2 if on or error else 1))
        painter.setBrush(now.color("select_calm" if on else "surface"))
        painter.drawRoundedRect(inset(box, 1 if on else 0.5), RADIUS, RADIUS)
        if self.hasFocus() and place == max(self._here, 0):
            draw_focus(painter, box)
        size, x = now.px(14), box.left() + now.gap(10)
        y = round((box.height() - size) / 2)
        if on:
            painter.drawPixmap(QPointF(x, y), pixmap("check", "ink", 14))
        else:
            painter.setPen(QPen(now.color("edge"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(x + 1, y + 1, size - 2, size - 2))
        painter.setFont(now.font("strong" if on else "body"))
        painter.setPen(now.color("ink"))
        text = QRectF(x + size + now.gap(6), 0, box.width(), box.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words)
        if key:
            wide, high = key_width(key), now.px(18)
            cap = QRectF(box.right() - now.gap(8) - wide, round((box.height() - high) / 2), wide, high)
            draw_key(painter, cap, key, now.color("ink2"))
