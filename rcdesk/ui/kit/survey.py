"""The form of a survey on screen: options marked by number keys, and every other question in one line, as on paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp, draw_key, elided, inset
from rcdesk.ui.kit.plain import escaped, plain_tooltip
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS, ROW

_HIGH = 44
_ANSWER = 0.56  # where the answer begins in a line of the form, of its width


class KeyOption(Dressed, QAbstractButton):
    """An answer (`word`) and the number that marks it; chosen is a check, a weight and a ground, not colour alone."""

    def __init__(self, key: str, word: str) -> None:
        super().__init__()
        self.key, self.word = key, word
        self.setText(escaped(word))
        self.setCheckable(True)
        self.setAccessibleName(f"{key}: {word}")
        plain_tooltip(self, word)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the question that holds it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dress()

    def dress(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(look().font("reading", weight=600)).horizontalAdvance(self.word)
        return QSize(words + look().px(84), look().px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box, chosen = look(), crisp(self), QRectF(self.rect()), self.isChecked()
        painter.setPen(QPen(now.color("ink" if chosen else "edge"), 2 if chosen else 1))
        painter.setBrush(now.color("select_calm" if chosen else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(inset(box, 1 if chosen else 0.5), RADIUS, RADIUS)
        size = now.px(24)
        cap = QRectF(now.gap(12), round((box.height() - size) / 2), size, size)
        draw_key(painter, cap, "", now.color("ink"))
        painter.setFont(now.font("strong"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)
        painter.setFont(now.font("reading", weight=600 if chosen else 400))
        words = box.adjusted(cap.right() + now.gap(12), 0, -now.px(30), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, elided(painter, self.word, words.width()))
        if chosen:
            mark = now.px(16)
            at = QPointF(box.right() - mark - now.gap(10), round((box.height() - mark) / 2))
            painter.drawPixmap(at, pixmap("check", "ink", 16))
        painter.end()


class FormLine(Dressed, QWidget):
    """A question of the form in one line: its number, its words, and the key and the answer once it has one."""

    wanted = Signal()  # by the mouse: to answer this one

    def __init__(self, number: int, words: str) -> None:
        super().__init__()
        self._number, self._words = str(number), words
        self._key = self._answer = ""
        self._dull = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_answer("", "")
        self.dress()

    def set_answer(self, key: str, answer: str, *, dull: bool = False) -> None:
        """Show an answer and the key that marks it; `dull` is one that says nothing (blank, did not apply)."""
        self._key, self._answer, self._dull = key, answer, dull
        self.setAccessibleName(f"{self._number}. {self._words}: {answer or 'sin responder'}")
        plain_tooltip(self, f"{self._words}\n{answer}" if answer else self._words)
        self.update()

    def dress(self) -> None:
        self.setFixedHeight(look().px(ROW))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QPen(now.color("line"), 1))
        painter.drawLine(QPointF(0, box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        painter.setFont(now.font("body"))
        painter.setPen(now.color("ink3"))
        painter.drawText(QRectF(0, 0, now.px(22), box.height()), middle | Qt.AlignmentFlag.AlignRight, self._number)
        painter.setPen(now.color("ink2"))
        answer = box.width() * _ANSWER if self._answer else box.width()
        words = QRectF(now.px(36), 0, answer - now.px(36) - now.gap(16), box.height())
        painter.drawText(words, middle, elided(painter, self._words, words.width()))
        if self._answer:
            self._paint_answer(painter, answer)
        painter.end()

    def _paint_answer(self, painter: QPainter, x: float) -> None:
        now, size = look(), look().px(22)
        wide = max(size, painter.fontMetrics().horizontalAdvance(self._key) + now.gap(12))
        cap = QRectF(x, round((self.height() - size) / 2), wide, size)
        draw_key(painter, cap, self._key, now.color("ink2"))
        painter.setFont(now.font("body" if self._dull else "strong"))
        painter.setPen(now.color("ink2" if self._dull else "ink"))
        words = QRectF(cap.right() + now.gap(12), 0, self.width() - cap.right() - now.gap(12), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, elided(painter, self._answer, words.width()))
