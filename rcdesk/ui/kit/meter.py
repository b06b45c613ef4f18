"""How much of something is done, as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.i18n import numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.paint import crisp, inset
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look


class Meter(QWidget):
    """A thin bar; only what is late or done has a colour. The number is said beside it by whoever places it."""

    def __init__(self, percent: int = 0, tone: str = "ink2") -> None:
        super().__init__()
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_percent(percent, tone)

    def set_percent(self, percent: int, tone: str = "ink2") -> None:
        """Show another part of the whole, in %."""
        self._percent, self._tone = percent, tone
        self.setAccessibleName(f"{percent} %")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), inset(QRectF(self.rect()))
        painter.setPen(QPen(now.color("edge"), 1) if now.c.outlined else Qt.PenStyle.NoPen)
        painter.setBrush(now.color("neutral_soft"))
        painter.drawRoundedRect(box, 3.5, 3.5)
        if self._percent > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color(self._tone))
            wide = max(7.0, box.width() * min(self._percent, 100) / 100)
            painter.drawRoundedRect(QRectF(box.left(), box.top(), wide, box.height()), 3.5, 3.5)
        painter.end()


class Progress(QWidget):
    """Long work: what it is doing, how much is done, and Cancelar."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel("", "body", elide=True)
        self._count = PlainLabel("", "body", "ink2")
        self._meter = Meter(0, "info")
        self.cancel = Button("Cancelar", kind="quiet", small=True)
        self.cancel.clicked.connect(self.cancelled)
        bar = column(row((self._words, 1), self._count), self._meter, gap=5)
        self.setLayout(row((bar, 1), self.cancel, gap=12))

    def advance(self, done: int, total: int, words: str = "") -> None:
        """Say what is being done and that `done` of `total` are; a total of 0 is not known yet."""
        percent = round(100 * done / total) if total else 0
        if words:
            self._words.setText(words)
        self._count.setText(f"{numero(done)} de {numero(total)}" if total else "")
        self._meter.set_percent(percent, "info")
        self.setAccessibleName(f"{self._words.text()} {percent} %")
