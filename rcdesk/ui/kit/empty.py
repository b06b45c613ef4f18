"""An empty place teaches: the shape of what will be here, what it is for, and the one button that starts it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.paint import Dressed, crisp
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look


class Ghost(Dressed, QWidget):
    """Three rows to come, drawn with hairlines: a number, words and a state."""

    _STEP = 34

    def __init__(self) -> None:
        super().__init__()
        self.dress()

    def dress(self) -> None:
        self.setFixedSize(look().px(520), look().px(self._STEP) * 3 + look().px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        step = now.px(self._STEP)
        for i, words in enumerate((250, 196, 228)):
            line = QRectF(0, i * step + 8, self.width(), step)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("line"))
            for x, wide in ((0, 44), (64, words)):
                bar = QRectF(now.px(x), line.center().y() - now.px(4), now.px(wide), now.px(8))
                painter.drawRoundedRect(bar, 4, 4)
            painter.setPen(QPen(now.color("ink3"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pill = QRectF(now.px(430), line.center().y() - now.px(11), now.px(88), now.px(22))
            painter.drawRoundedRect(pill, 6, 6)
            if i < 2:
                painter.setPen(QPen(now.color("line"), 1))
                painter.drawLine(QPointF(0, line.bottom()), QPointF(self.width(), line.bottom()))
        painter.end()


class EmptyState(QWidget):
    """`shaped` draws the rows to come (a whole page); without it there is only the icon (a corner of a card).

    `also` is another way to begin.
    """

    started = Signal()  # the button, or nothing if there is no `verb`

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        verb: str = "",
        *,
        shaped: bool = False,
        primary: bool = False,
        also: Button | None = None,
    ) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.button = Button(verb, "plus", kind="primary" if primary else "secondary")
        if not verb:
            self.button.hide()
        self.button.clicked.connect(self.started)
        words = PlainLabel(sentence, "body", "ink2", wrap=True, align=middle)
        words.setMaximumWidth(look().px(540))
        words.setMinimumWidth(min(look().px(540), words.fontMetrics().horizontalAdvance(sentence) + 4) if shaped else 0)
        picture = Ghost() if shaped else Glyph(icon, "ink3", 28)
        pictured = (boxed(row(None, picture, None)), 4) if shaped or not look().large else ()
        title_label = PlainLabel(title, "title" if shaped else "strong", wrap=not shaped, align=middle)
        sentence_row = row(None, words, None) if shaped else row((words, 1))
        self.setLayout(
            column(
                None,
                *pictured,
                title_label,
                sentence_row,
                4,
                row(None, self.button, None),
                *((row(None, also, None),) if also is not None else ()),
                None,
                margins=(24, 4, 24, 4) if look().large else (24, 16, 24, 16),
                gap=4,
            )
        )
