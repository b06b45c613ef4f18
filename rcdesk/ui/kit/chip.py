"""One understood thing of the capture line (author, topic, office…) and its function key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp, draw_key, elided, inset, key_width
from rcdesk.ui.kit.plain import escaped, plain_tooltip
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS

_WIDEST = 168  # px of words at 100 %; the whole value is in the tooltip


class Chip(Dressed, QAbstractButton):
    """Dashed while nobody has said it; then it shows the value."""

    def __init__(self, name: str, icon: str, key: str = "") -> None:
        super().__init__()
        self._name, self._plain_icon, self._key, self._value = name, icon, key, ""
        self._icon, self._note, self._brief = icon, "", ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value("")

    def set_value(self, value: str, *, note: str = "", icon: str = "", brief: str = "") -> None:
        """Show what was understood; empty shows the name of what is missing.

        `note` is a word about the value; `brief`, what is drawn of a value whose beginning tells nothing.
        """
        if (value, note, icon or self._plain_icon) == (self._value, self._note, self._icon) and self.text():
            return
        self._value, self._note, self._icon, self._brief = value, note, icon or self._plain_icon, brief or value
        told = f"{value}, {note.lower()}" if note else value
        self.setText(escaped(value or self._name))
        self.setAccessibleName(f"{self._name}: {told or 'sin indicar'}")
        plain_tooltip(self, f"{self._name}: {told}" if value else self._name)
        self.updateGeometry()
        self.update()

    def value(self) -> str:
        """Return what it shows, or nothing."""
        return self._value

    def dress(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words, rest = self.measured()
        return QSize(min(words, look().px(_WIDEST)) + rest, look().px(28))

    def measured(self) -> tuple[int, int]:
        """Return the pixels of its words and those of the rest: icon, note and key are always whole."""
        now = look()
        words = QFontMetrics(now.font("label")).horizontalAdvance(self._brief or self._name)
        return words, now.px(14) + now.gap(22) + self._beside()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        pen = QPen(now.color("edge"), 1)
        if not self._value:
            pen.setDashPattern([3, 2])
        painter.setPen(QPen(now.color("accent"), 2) if self.hasFocus() else pen)
        painter.setBrush(now.color("surface") if self._value else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inset(box, 1 if self.hasFocus() else 0.5), RADIUS, RADIUS)
        size, x = now.px(14), float(now.gap(8))
        painter.drawPixmap(QPointF(x, round((box.height() - size) / 2)), pixmap(self._icon, "ink2", 14))
        x += size + now.gap(6)
        painter.setFont(now.font("label"))
        painter.setPen(now.color("ink" if self._value else "ink2"))
        room = box.right() - x - now.gap(6) - self._beside()
        words = elided(painter, self._brief or self._name, room + 1)
        painter.drawText(QRectF(x, 0, room + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if self._note:
            painter.setPen(now.color("warn"))
            x += painter.fontMetrics().horizontalAdvance(words) + now.gap(6)
            painter.drawText(QRectF(x, 0, box.width(), box.height()), Qt.AlignmentFlag.AlignVCenter, self._note)
        if self._key:
            wide, high = key_width(self._key), now.px(16)
            cap = QRectF(box.right() - wide - now.gap(5), (box.height() - high) / 2, wide, high)
            draw_key(painter, cap, self._key, now.color("ink3"))
        painter.end()

    def _beside(self) -> int:
        """Return the pixels of the note and of the key, which are always whole."""
        now = look()
        note = QFontMetrics(now.font("label")).horizontalAdvance(self._note) + now.gap(6) if self._note else 0
        return note + (key_width(self._key) + now.gap(8) if self._key else 0)


def share(chips: Sequence[Chip], room: int) -> None:
    """Give the chips of a row the widths that fit in `room` pixels: the longest words give way first."""
    parts = [chip.measured() for chip in chips]
    caps = range(look().px(_WIDEST), 1, -1)
    cap = next((cap for cap in caps if sum(min(words, cap) + rest for words, rest in parts) <= room), 1)
    for chip, (words, rest) in zip(chips, parts, strict=True):
        chip.setFixedWidth(min(words, cap) + rest)
