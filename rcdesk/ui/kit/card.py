"""Sheets one step above the desk, and what they are headed with."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from rcdesk.ui.kit.layout import Item, column, row
from rcdesk.ui.kit.paint import Dressed, crisp, inset
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS_CARD


class Card(QFrame):
    """A crisp sheet: hairline border, one-pixel shadow, no blur. `fill` and `border` are names of tokens.

    A border of «accent» is twice as thick: it says that the keys are here.
    """

    def __init__(
        self, *, fill: str = "surface", border: str = "line", radius: int = RADIUS_CARD, raised: bool = True
    ) -> None:
        super().__init__()
        self._fill, self._border, self._radius, self._raised = fill, border, radius, raised
        self._calm = False

    def set_border(self, border: str) -> None:
        """Change the border."""
        if border != self._border:
            self._border = border
            self.update()

    def set_calm(self, calm: bool) -> None:
        """Draw an accented border plain for a while: a panel over it has the keys."""
        self._calm = calm
        self.update()

    def set_colors(self, fill: str, border: str) -> None:
        """Change fill and border."""
        self._fill, self._border = fill, border
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        if self._raised:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("shadow"))
            painter.drawRoundedRect(box.adjusted(0, 4, 0, 0), self._radius, self._radius)
            box.adjust(0, 0, 0, -1)
        border = "line" if self._calm and self._border == "accent" else self._border
        thick = 2 if border == "accent" else 1
        painter.setBrush(now.color(self._fill))
        painter.setPen(QPen(now.color(border), thick))
        painter.drawRoundedRect(inset(box, thick / 2), self._radius, self._radius)
        painter.end()


class Well(Card):
    """A sunken area inside a card: what comes from the base and is not typed here."""

    def __init__(self) -> None:
        super().__init__(fill="sunken", radius=8, raised=False)


class Rule(Dressed, QFrame):
    """A hairline."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self.setAutoFillBackground(True)
        self.dress()

    def dress(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, look().color("line"))
        self.setPalette(palette)


class Badge(QWidget):
    """A count and its word, read from a distance. It stands alone, so its figures are proportional."""

    def __init__(self, number: str, word: str, tone: str = "ink") -> None:
        super().__init__()
        self._number = PlainLabel(number, "display", tone)
        self._word = PlainLabel(word, "caption", "ink2")
        self.setLayout(column(self._number, self._word, gap=0))
        self.set_count(number, word, tone)

    def set_count(self, number: str, word: str, tone: str = "ink") -> None:
        """Show another count."""
        self._number.setText(number)
        self._number.set_tone(tone)
        self._word.setText(word)
        self.setAccessibleName(f"{number} {word}")


def head(title: str, note: str = "", *right: Item) -> QHBoxLayout:
    """Return the heading of a card: its title, a quiet note beside it, and what stands at the right edge."""
    beside: list[Item] = [PlainLabel(note, "caption", "ink2")] if note else []
    return row(PlainLabel(title, "lead"), *beside, None, *right, margins=(20, 10, 12, 8))
