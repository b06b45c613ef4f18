"""Buttons: icon, words and key. One filled (`primary`) button per screen, where the keys are."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp, draw_focus, draw_key, inset, key_width
from rcdesk.ui.kit.plain import escaped, plain_tooltip
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS, ROW, SMALL

Kind = Literal["primary", "secondary", "quiet", "danger", "strip", "strip_primary"]

# kind → (words, fill, edge): names of tokens
_COLORS: dict[str, tuple[str, str, str]] = {
    "primary": ("on_accent", "accent", "accent"),
    "secondary": ("ink", "surface", "edge"),
    "quiet": ("ink2", "", ""),
    "danger": ("danger", "surface", "danger"),
    "strip": ("strip_ink", "strip_well", "strip_line"),
    "strip_primary": ("strip", "strip_accent", "strip_accent"),
}


class Button(Dressed, QAbstractButton):
    """Says what it does with a verb. `hint` is the tooltip, and the name of a button that has only an icon."""

    def __init__(
        self,
        words: str,
        icon: str = "",
        key: str = "",
        kind: Kind = "secondary",
        *,
        small: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._words, self._icon, self._key, self._kind, self._small = words, icon, key, kind, small
        self._calm = False
        self.set_words(words, hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.dress()

    def set_words(self, words: str, hint: str = "") -> None:
        """Change what the button says."""
        self._words = words
        self.setText(escaped(words))
        self.setAccessibleName(words or hint)
        plain_tooltip(self, hint)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change its icon."""
        self._icon = icon
        self.update()

    def set_key(self, key: str) -> None:
        """Change the key that it shows."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Change its weight: the filled button is where the keys are."""
        if kind != self._kind:
            self._kind = kind
            self.dress()
            self.updateGeometry()
            self.update()

    def set_calm(self, calm: bool) -> None:
        """Draw a filled button unfilled for a while: a panel over it has the keys, and the accent with them."""
        self._calm = calm
        self.update()

    @property
    def kind(self) -> Kind:
        """Its weight."""
        return self._kind

    def dress(self) -> None:
        self.setFont(look().font("strong" if self._filled() else "body", weight=600 if self._filled() else 500))

    def sizeHint(self) -> QSize:
        now, high = look(), look().px(SMALL if self._small else ROW)
        if self._icon and not self._words:
            return QSize(high, high)
        width = self.fontMetrics().horizontalAdvance(self._words) + 2 * self._pad()
        width += now.px(16) + now.gap(6) if self._icon else 0
        return QSize(width + (key_width(self._key) + now.gap(8) if self._key else 0), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        shown = "secondary" if self._calm and self._kind == "primary" else self._kind
        ink, fill, edge = _COLORS[shown] if self.isEnabled() else ("ink3", "sunken", "line")
        if not self.isEnabled() and self._kind == "quiet":
            fill = edge = ""
        if self.isEnabled() and self.underMouse() and self._kind in ("quiet", "secondary", "danger"):
            fill = "hover"
        painter.setPen(QPen(now.color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(now.color(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inset(box), RADIUS, RADIUS)
        if self.isDown() and self.isEnabled():
            painter.setPen(QPen(now.color(ink), 1))
            painter.drawRoundedRect(inset(box, 1.5), RADIUS - 1, RADIUS - 1)
        if self.hasFocus():  # on a filled button the ring goes inside, in the colour of its words
            filled = self._filled()
            draw_focus(painter, inset(box, 3) if filled else box, RADIUS - 2, ink if filled else "accent")
        self._paint_words(painter, box, now.color(ink))
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        now, x = look(), float(self._pad())
        if self._icon:
            size = now.px(16)
            if not self._words:
                x = round((box.width() - size) / 2)
            calm = self.isEnabled() and self._kind in ("secondary", "quiet")
            shade = now.color("ink2") if calm else ink
            painter.drawPixmap(QPointF(x, round((box.height() - size) / 2)), pixmap(self._icon, shade))
            x += size + now.gap(6)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(QRectF(x, 0, box.width(), box.height()), Qt.AlignmentFlag.AlignVCenter, self._words)
        if self._key:
            wide, high = key_width(self._key), now.px(18)
            cap = QRectF(box.right() - now.gap(8) - wide, round((box.height() - high) / 2), wide, high)
            draw_key(painter, cap, self._key, now.color("ink2") if self._kind == "secondary" else ink)

    def _filled(self) -> bool:
        return self._kind.endswith("primary")

    def _pad(self) -> int:
        return look().gap(8 if self._small else 16 if self._filled() else 12)
