"""The report as it prints: what is printed, its real pages, and at the right what is told before printing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rcdesk.app.progress import Progress
from rcdesk.domain.hallazgos.avisos import Aviso
from rcdesk.i18n import lista_en_palabras, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule, head
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pages import Numeral
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.proofs import Pages
from rcdesk.ui.screens.informes.asked import Asked
from rcdesk.ui.screens.informes.options import Options
from rcdesk.ui.screens.informes.warnings import MOST, TONES, Warnings
from rcdesk.ui.tasks import tasks_of

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document
    from rcdesk.ui.paper import Paper

_SIDE: Final = 372  # px at 100 % text
_ALL_THREE: Final = 1100  # px at 100 % text that the three panes need
_PAUSE: Final = 400  # ms without a change before the report is read again
_DIGITS: Final = {Qt.Key(Qt.Key.Key_1 + place): place for place in range(9)}


class ReportPages(Pages):
    """The pages of a report; `make` is given by whoever asks for it."""

    def __init__(self) -> None:
        super().__init__("del_informe", "del informe")
        self._make: Callable[[], Document] | None = None
        self.build([], [])

    def show_report(self, key: str, make: Callable[[], Document]) -> None:
        """Draw a report; the same key keeps the page that is being read."""
        self._make = make
        self.draw(key)

    def document(self) -> Callable[[], Document]:
        """The report as it was asked for."""
        assert self._make is not None
        return self._make


class Preview(QWidget):
    """`changed` when another report is wanted; `wanted` names a method of the screen."""

    changed = Signal()
    wanted = Signal(str)
    went_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.options, self.pages = Options(), ReportPages()
        self.warnings = Warnings("avisos_del_informe", numbered=True)
        self._avisos: Sequence[Aviso] = ()
        self._places: dict[str, tuple[int, float]] = {}
        self._looking = 0
        self._count = named("cuantos_avisos_del_informe", PlainLabel("", "caption", "ink2"))
        self._told = named("como_sale", PlainLabel("", "caption", "ink2", wrap=True))
        self.print = named("imprimir_informe", Button("Imprimir", "printer", "Ctrl P", kind="primary"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.setObjectName("pausa_del_informe")
        self._pause.timeout.connect(self.changed)
        self.options.changed.connect(self._pause.start)
        self.options.went_back.connect(self.went_back)
        self.pages.drawn_anew.connect(lambda _count: self._look_for())
        self.warnings.shown.connect(self._show)
        self._build()

    def _build(self) -> None:
        saves = []
        for name, words, icon, method in (
            ("guardar_informe", "Guardar PDF", "download", "outputs.save_pdf"),
            ("guardar_informe_word", "Word", "file-text", "outputs.save_word"),
            ("guardar_informe_excel", "Excel", "file-spreadsheet", "outputs.save_sheet"),
        ):
            button = named(name, Button(words, icon, small=True))
            button.clicked.connect(lambda _checked=False, method=method: self.wanted.emit(method))
            saves.append(button)
        self.print.clicked.connect(lambda: self.wanted.emit("outputs.print_out"))
        foot = column(self._told, row(*saves, None, gap=6), row(None, self.print), margins=(20, 10, 16, 12), gap=8)
        card = Card()
        card.setLayout(
            column(
                head("Antes de imprimir", "", self._count),
                Rule(),
                (self.warnings, 1),
                Rule(),
                foot,
                margins=(1, 0, 1, 2),
                gap=0,
            )
        )
        self._side = boxed(column((card, 1), gap=0), width=0 if look().large else _SIDE)
        self._turn = named("ver_las_paginas", Button("Ver las páginas", "file-text", small=True))
        self._turn.clicked.connect(self._turn_over)
        self._over = boxed(row(None, self._turn, margins=(0, 0, 0, 4)))
        panes = row(self.options, (self.pages, 1), self._side, gap=8)
        self.setLayout(column(self._over, (panes, 1), margins=(0, 0, 0, 8), gap=0))
        self._page_alone = False
        self._arrange()

    def show_report(self, asked: Asked, make: Callable[[], Document]) -> None:
        """Draw a report."""
        plan = asked.of_plan
        self.pages.show_report(f"{asked.clase} {plan.id if plan else ''}", make)

    def show_warnings(self, avisos: Sequence[Aviso]) -> None:
        """Show what is told of it, each with its number."""
        self._avisos = tuple(avisos)
        self._count.setText(plural(len(avisos), "aviso", "avisos") if avisos else "")
        asked = [str(n) for n, aviso in enumerate(avisos, 1) if aviso.grado == "explicar"]
        said = f"Se puede imprimir así: {_said(asked)} «sin explicación»." if asked else "Se puede imprimir."
        self._told.setText(said)
        self._number()
        self._look_for()

    @property
    def busy(self) -> bool:
        """Whether its pages are being drawn, or will be."""
        return self.pages.busy or self._pause.isActive() or self._looking > 0

    def go_to(self, number: int) -> None:
        """Bring into sight the part of the page where a warning (from 1) is told."""
        if 1 <= number <= len(self._avisos):
            self._show(self._avisos[number - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = _DIGITS.get(Qt.Key(event.key()))
        if place is not None and not event.modifiers():
            self.go_to(place + 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Three panes; where they do not fit, the pages alone or what is about them."""
        folded = self.width() < look().px(_ALL_THREE)
        self._over.setVisible(folded)
        self._turn.set_words("Qué se imprime y avisos" if self._page_alone else "Ver las páginas")
        self.pages.setVisible(not folded or self._page_alone)
        self.options.setVisible(not folded or not self._page_alone)
        self._side.setVisible(not folded or not self._page_alone)

    def _turn_over(self) -> None:
        self._page_alone = not self._page_alone
        self._arrange()

    def _show(self, aviso: Aviso) -> None:
        place = self._places.get(aviso.busca)
        if place is not None:
            if self.pages.isHidden():
                self._turn_over()
            page, part = place
            self.pages.view.go_to(page, max(0.0, part - 0.12))

    def _look_for(self) -> None:
        """Find on its pages, off the GUI thread, the words of each warning; then number them there."""
        paper = self.pages.paper
        if paper is None or not self.isVisible():
            return
        words = list(dict.fromkeys(aviso.busca for aviso in self._avisos[:MOST] if aviso.busca))
        self.options.show_pages(_pages_of(paper))
        self._looking += 1
        tasks_of(self).run(
            self,
            partial(_found, paper, words),
            done=lambda places: self._take(paper, places),
            failed=self._fail,
            pages=True,
        )

    def _fail(self, error: BaseException) -> None:
        self._looking -= 1
        raise error

    def _take(self, paper: Paper, places: dict[str, tuple[int, float]]) -> None:
        self._looking -= 1
        if paper is self.pages.paper:
            self._places = places
            self._number()

    def _number(self) -> None:
        self.warnings.show_warnings(self._avisos, {words: page for words, (page, _) in self._places.items()})
        self.pages.view.number(
            [
                Numeral(*self._places[aviso.busca], str(number), TONES[aviso.grado])
                for number, aviso in enumerate(self._avisos[:MOST], 1)
                if aviso.busca in self._places
            ]
        )


def _found(paper: Paper, words: Sequence[str], _: Progress) -> dict[str, tuple[int, float]]:
    return paper.proof.find(words)


def _said(numbers: Sequence[str]) -> str:
    if len(numbers) == 1:
        return f"el aviso {numbers[0]} sale como"
    return f"los avisos {lista_en_palabras(numbers)} salen como"


def _pages_of(paper: Paper) -> dict[str, int]:
    """The title of each part, without its number → how many pages it touches."""
    marks = [mark for mark in paper.proof.landmarks if mark.level == 2]
    found: dict[str, int] = {}
    for place, mark in enumerate(marks):
        last = marks[place + 1].page if place + 1 < len(marks) else len(paper.sizes)
        ends_there = place + 1 < len(marks) and marks[place + 1].part < 0.15 and last > mark.page
        found[mark.title.partition(". ")[2] or mark.title] = last - mark.page + (0 if ends_there else 1)
    return found
