"""Writes plain text on a sheet for the room. Whatever a citizen wrote is drawn letter by letter, and always fits."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from rcdesk.ui.kit import tokens
from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.letters import page_families
from rcdesk.ui.kit.theme import FAMILY, Look

HEIGHT = 1080
"""Units from the top to the foot of a sheet; its width follows the shape of the screen."""

_LOOK = Look()  # the text size that the person at the desk chose is not that of the room
_MOST = 2_400  # letters: no sheet holds more at its smallest size
_LINE = 400  # letters: no line holds more
_STEP = 2
_SHRINKS = (1, 0.9, 0.8, 0.7)  # of its size, a line that is a little long
_MARKS = 4  # accents over one letter, before they run over the lines around
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
"""What turns the direction of the letters after it, drawn as nothing."""


class Pen:
    """Draws with the names of `tokens.ROOM` for colours, and remembers in `written` every text it drew."""

    def __init__(self, painter: QPainter, width: float) -> None:
        self.painter, self.width = painter, width
        self.written: list[str] = []

    def fill(self, box: QRectF, color: str, radius: float = 0) -> None:
        """Fill a rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(getattr(tokens.ROOM, color)))
        self.painter.drawRoundedRect(box, radius, radius)

    def icon(self, name: str, at: QPointF, color: str, size: int) -> None:
        """Draw an icon of the program."""
        self.painter.drawPixmap(
            QRectF(at.x(), at.y(), size, size),
            image := pixmap(name, QColor(getattr(tokens.ROOM, color)), size),
            QRectF(image.rect()),
        )

    def line(
        self,
        box: QRectF,
        words: str,
        size: float,
        color: str,
        weight: int = 400,
        *,
        role: str = "reading",
        right: bool = False,
    ) -> float:
        """Write one line, smaller and at last shortened so that it keeps in the box; return how wide it is."""
        text = " ".join(drawable(words[:_LINE]).split())
        fits = (
            font for part in _SHRINKS if _width(font := _font(role, round(size * part), weight), text) <= box.width()
        )
        font = next(fits, _font(role, round(size * _SHRINKS[-1]), weight))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.setFont(font)
        self.painter.setPen(QColor(getattr(tokens.ROOM, color)))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        self.written.append(shown)
        return _width(font, shown)

    def fitted(self, box: QRectF, words: str, most: int, least: int, color: str, *, middle: bool = False) -> QRectF:
        """Write a text whole in a box, as large as it fits from `most` down; beyond `least` it ends in «…».

        Returns where it stands.
        """
        text = _paragraphs(drawable(words[: 4 * _MOST]))
        sizes = range(least, most + 1, _STEP)
        fitting = bisect_left(sizes, True, key=lambda size: _tall(_laid(text, size, box.width())) > box.height())
        size = sizes[max(0, fitting - 1)]
        layout = _laid(text, size, box.width())
        if not fitting:
            text = _shortened(layout, text, size, box)
            layout = _laid(text, size, box.width())
        tall = _tall(layout)
        top = box.top() + ((box.height() - tall) / 2 if middle else 0)
        self.painter.setPen(QColor(getattr(tokens.ROOM, color)))
        layout.draw(self.painter, QPointF(box.left(), top))
        self.written.append(text.replace("\u2028", "\n"))
        return QRectF(box.left(), top, box.width(), tall)


def _width(font: QFont, words: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(words)


def drawable(words: str) -> str:
    """Return the text as it can be drawn: no turned letters, no towers of accents; every other letter is there."""
    plain = unicodedata.normalize("NFC", words.translate(_TURNING))
    if plain.isascii():
        return plain
    parts = []
    for marks, letters in groupby(plain, key=lambda letter: unicodedata.combining(letter) != 0):
        run = "".join(letters)
        parts.append(run[:_MARKS] if marks else run)
    return "".join(parts)


def _paragraphs(words: str) -> str:
    """Keep the line breaks, one each."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    text = "\u2028".join(filter(None, lines))
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def _laid(text: str, size: int, width: float) -> QTextLayout:
    """Return the text in lines of that width; a word longer than a line is cut."""
    layout = QTextLayout(text, _font("display", size, 600))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _tall(layout: QTextLayout) -> float:
    return layout.boundingRect().height()


def _shortened(layout: QTextLayout, text: str, size: int, box: QRectF) -> str:
    """Keep the lines that fit, the last of them ending in «…»."""
    fits = max(1, int(box.height() // layout.lineAt(0).height()))
    start = layout.lineAt(fits - 1).textStart()
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in these
    head, rest = (part.decode("utf-16-le", "replace") for part in (units[: 2 * start], units[2 * start :]))
    last = " ".join(rest.split())
    metrics = QFontMetricsF(_font("display", size, 600))
    return head + metrics.elidedText(f"{last}…", Qt.TextElideMode.ElideRight, box.width())


@lru_cache(maxsize=64)
def _font(role: str, size: float, weight: int) -> QFont:
    font = QFont(_LOOK.font(role, size, weight))
    font.setFamilies([FAMILY, *page_families()])
    return font
