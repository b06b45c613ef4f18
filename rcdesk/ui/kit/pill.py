"""Status label: icon + word in a small rounded shape. One painter for widgets and for table cells."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp, elided, inset
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import Look, look
from rcdesk.ui.kit.tokens import PILL, RADIUS

_ICON = 13


def pill_width(state: State) -> int:
    """Return the pixels that the pill of a state takes."""
    now = look()
    words = QFontMetrics(now.font("label", weight=_weight(state))).horizontalAdvance(state.word)
    return words + now.gap(8) * 2 + (now.px(_ICON) + now.gap(5) if state.icon else 0)


def draw_pill(painter: QPainter, at: QPointF, state: State, room: float = 0) -> None:
    """Draw a pill with its top left at `at`, shortened to `room` pixels if that is less than it needs."""
    now = look()
    ink, fill = now.tone(state.tone)
    width = min(pill_width(state), room or float("inf"))
    box = QRectF(at.x(), at.y(), width, now.px(PILL))
    outlined = _outlined(now, state.tone)
    painter.setPen(QPen(ink, 1) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(inset(box) if outlined else box, RADIUS, RADIUS)
    x = box.left() + now.gap(8)
    if state.icon:
        size = now.px(_ICON)
        painter.drawPixmap(QPointF(x, round(box.center().y() - size / 2)), pixmap(state.icon, ink, _ICON))
        x += size + now.gap(5)
    painter.setPen(ink)
    painter.setFont(now.font("label", weight=_weight(state)))
    words = QRectF(x, box.top(), box.right() - x, box.height())
    text = (
        elided(painter, state.word, box.right() - x - now.gap(4)) if room and room < pill_width(state) else state.word
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


def _weight(state: State) -> int:
    return 600 if state.tone in ("accent", "live", "air") else 500


def _outlined(now: Look, tone: str) -> bool:
    if tone == "air":
        return now.c.name != "claro"  # its dark fill would vanish on a dark ground
    return now.c.outlined and tone not in ("accent", "live")


class Pill(Dressed, QWidget):
    """A state, as a widget."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: State | None) -> None:
        """Show another state; None hides the pill."""
        if state is None:
            self.hide()
        else:
            if self.isHidden() and self.parentWidget() is not None:
                self.show()
            self._state = state
            self.setAccessibleName(state.word)
            self.updateGeometry()
            self.update()

    def dress(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._state), look().px(PILL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        draw_pill(painter, QPointF(0, 0), self._state)
        painter.end()
