"""What is told before printing: each with its degree, and the button that goes where it is mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.hallazgos.avisos import Aviso, Grado
from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed, crisp
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

MOST: Final = 40
"""So many are shown one by one; the rest are counted."""
TONES: Final[Mapping[Grado, str]] = {"explicar": "danger", "revisar": "warn", "saber": "ink2"}
_ICONS: Final[Mapping[Grado, str]] = {"explicar": "circle-alert", "revisar": "triangle-alert", "saber": "circle-help"}
_TITLES: Final[Mapping[Grado, tuple[str, str]]] = {
    "explicar": ("Por explicar", "el informe lo pide"),
    "revisar": ("Para revisar", "no impide imprimir"),
    "saber": ("Para saber", ""),
}
_VERBS: Final[Mapping[Grado, str]] = {"explicar": "Escribir", "revisar": "Ver", "saber": "Ver"}


class Disc(Dressed, QWidget):
    """A number on a disc: the same that stands in the margin of the page."""

    def __init__(self, words: str, tone: str) -> None:
        super().__init__()
        self._words, self._tone = words, tone
        self.dress()

    def dress(self) -> None:
        self.setFixedSize(look().px(22), look().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color(self._tone))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setFont(now.font("label", weight=600))
        painter.setPen(now.color("surface"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()


class Warnings(QWidget):
    """A list of them. `wanted` says where one is mended, `dismissed` which is no mistake, `shown` which to see.

    `numbered`: each has the number of its page, and they stand under the words of their degree.
    """

    wanted = Signal(object)  # the warning
    dismissed = Signal(object)
    shown = Signal(object)

    def __init__(self, name: str, *, numbered: bool = False) -> None:
        super().__init__()
        self._numbered = numbered
        self._told: tuple[Aviso, ...] | None = None
        self._pages: Mapping[str, int] = {}
        self._lines = column(gap=4 if numbered else 2)
        named(name, self, label="Avisos antes de imprimir")
        area = scrolling(column(self._lines, None, margins=(20, 2, 12, 8), gap=0))
        self.setLayout(column((area, 1), gap=0))

    def show_warnings(self, avisos: Sequence[Aviso], pages: Mapping[str, int] | None = None) -> None:
        """Show these, each with the page (from 1) where its words are."""
        known = dict(pages or {})
        if (tuple(avisos), known) == (self._told, self._pages):
            return
        self._told, self._pages = tuple(avisos), known
        emptied(self._lines)
        if not avisos:
            self._lines.addWidget(
                PlainLabel("Nada por avisar: todo lo que se imprime cuadra.", "body", "ink2", wrap=True)
            )
        degree = ""
        for number, aviso in enumerate(avisos[:MOST], 1):
            if self._numbered and aviso.grado != degree:
                degree = aviso.grado
                title, note = _TITLES[aviso.grado]
                self._lines.addLayout(
                    row(
                        PlainLabel(title, "label", "ink2"),
                        None,
                        PlainLabel(note, "caption", "ink3"),
                        margins=(0, 8, 0, 2),
                    )
                )
            self._lines.addWidget(self._line(number, aviso))
        left = len(avisos) - MOST
        if left > 0:
            words = plural(left, "aviso más, en Cronograma", "avisos más, en Cronograma")
            self._lines.addWidget(PlainLabel(f"Y {words}.", "caption", "ink2", wrap=True))

    def _line(self, number: int, aviso: Aviso) -> QWidget:
        line = named(f"aviso_{number}", QWidget(), label=f"{_TITLES[aviso.grado][0]}: {aviso.nota}")
        tone = TONES[aviso.grado]
        mark = Disc(str(number), tone) if self._numbered else Glyph(_ICONS[aviso.grado], tone, 18)
        said = PlainLabel(aviso.nota, "body", wrap=True, align=Qt.AlignmentFlag.AlignTop)
        buttons = self._buttons(number, aviso)
        right = column(said, row(*buttons, None, gap=6), gap=4) if self._numbered and buttons else column(said)
        beside = buttons if not self._numbered else []
        line.setLayout(
            row(column(mark, None), (right, 1), *(column(one, None) for one in beside), margins=(0, 4, 0, 4))
        )
        return line

    def _buttons(self, number: int, aviso: Aviso) -> list[QWidget]:
        found: list[QWidget] = []
        if aviso.lugar and aviso.clave:
            words = _VERBS[aviso.grado] if self._numbered else ""
            look = Button(words, small=True) if words else Button("", "arrow-right", kind="quiet", small=True)
            go = named(f"ir_al_aviso_{number}", look)
            go.setAccessibleName(f"Ir a donde se corrige: {aviso.nota}")
            go.clicked.connect(lambda: self.wanted.emit(aviso))
            found.append(go)
        if self._numbered and aviso.codigo and aviso.clave:
            drop = named(
                f"descartar_aviso_{number}", Button("", "ban", kind="quiet", small=True, hint="No es un error…")
            )
            drop.clicked.connect(lambda: self.dismissed.emit(aviso))
            found.append(drop)
        page = self._pages.get(aviso.busca, 0)
        if self._numbered and page:
            seen = named(f"ver_aviso_{number}", Button(f"página {page}", kind="quiet", small=True))
            seen.clicked.connect(lambda: self.shown.emit(aviso))
            found.append(seen)
        return found
