"""The pages of a document as they print, drawn after each pause, off the GUI thread: of an acta, of a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rcdesk.app.progress import Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import sin_tildes
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.layout import Item, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pages import PageView
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.stamp import Stamp
from rcdesk.ui.kit.theme import look
from rcdesk.ui.paper import Around, Paper, blank, drawn, opened
from rcdesk.ui.tasks import tasks_of

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document
    from rcdesk.render.pdf.proof import Landmark

_PAUSE: Final = 150  # ms without news before drawing: the page is new within half a second
_STEP: Final = 64  # px: pages are drawn again when they are shown this much wider or narrower
_LEAST: Final = 240  # px
_ROOMY: Final = 430  # px at 100 % text that the head needs to say «Página»
_SEEN: Final = 4  # pages drawn first, from the one at the top: they are new before any other
_BEFORE, _AFTER = 3, 8  # pages drawn round it after them: an acta of hundreds must not fill the memory


class Pages(QWidget):
    """One document at a time, known by its key: with another key it is seen from its first page.

    A subclass says what is drawn; `drawn_anew` tells that what is shown is what is now.
    """

    drawn_anew = Signal(int)  # how many pages

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self._key = ""
        self._running = self._again = self._late = False
        self._width, self._heading = 0, ""
        self._paper: Paper | None = None
        self._drawn: dict[int, QImage] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.setObjectName("pausa_de_paginas")
        self._pause.timeout.connect(self._start)
        self.view = named(f"paginas_{name}", PageView(), label=f"Páginas {label} como se imprimen")
        self.view.page_changed.connect(lambda _page: self._turned())
        self.view.zoom_changed.connect(lambda _zoom: self._fit())
        self._page = named(f"pagina_{name}", PlainLabel("", "strong", elide=True))
        self._stamp = named("paginas_al_dia", Stamp("clock", "Dibujando", "", "ink2"))

    def document(self) -> Callable[[], Document]:
        """What makes the document as it is now; it is called on another thread."""
        raise NotImplementedError

    def build(self, left: Sequence[Item], right: Sequence[Item]) -> None:
        """Lay the head, with what stands at both its ends, over the pages."""
        card = Card(fill="sunken")
        card.setLayout(column(self._head(left, right), Rule(), (self.view, 1), margins=(1, 0, 1, 2), gap=0))
        self.setLayout(column((card, 1)))

    def _head(self, left: Sequence[Item], right: Sequence[Item]) -> QHBoxLayout:
        out, into = (
            named(name, Button("", icon, kind="quiet", small=True, hint=hint))
            for name, icon, hint in (("alejar", "zoom-out", "Alejar"), ("acercar", "zoom-in", "Acercar"))
        )
        out.clicked.connect(self.view.zoom_out)
        into.clicked.connect(self.view.zoom_in)
        return row(*left, (self._page, 1), self._stamp, out, into, *right, margins=(20, 8, 10, 8), gap=4)

    @property
    def busy(self) -> bool:
        """Whether pages are being drawn, or will be after the pause."""
        return self._running or self._pause.isActive()

    def draw(self, key: str) -> None:
        """Draw after the pause the document with this key."""
        if key != self._key:
            self._key, self._paper = key, None
            self.view.show_pages(())
        if key:
            self._pause.start()

    @property
    def paper(self) -> Paper | None:
        """What is shown; None until it is drawn."""
        return self._paper

    def go_to(self, heading: str) -> None:
        """Bring into sight the heading that begins with these words, now and when the pages are drawn again."""
        self._heading = heading
        self._find(move=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late:  # something changed while nobody was looking
            self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._say_page()

    def _fit(self) -> None:
        """Draw again when the images no longer have the size at which they are shown."""
        if self._key and abs(self._wanted() - self._width) >= _STEP:
            self._pause.start()

    def _wanted(self) -> int:
        room = self.view.viewport().width() * self.view.zoom() * self.devicePixelRatioF()
        return max(_LEAST, round(room))

    def _start(self) -> None:
        self._late = not self.isVisible()
        if not self._key or self._late:
            return
        if self._running:
            self._again = True
            return
        self._running, self._again, self._width = True, False, self._wanted()
        self._stamp.set_value("refresh-cw", "Dibujando", "", "ink2")
        around = partial(_first, self._heading) if self._paper is None else partial(_still, self.view.page())
        key, job = self._key, partial(_draw, self.document(), self._width, around)
        tasks_of(self).run(self, job, done=lambda paper: self._show(key, paper), failed=self._explain, pages=True)

    def _show(self, key: str, paper: Paper) -> None:
        self._running = False
        if key == self._key:
            first = self._paper is None
            self._paper, self._drawn = paper, dict(paper.pages)
            self._lay()
            self._find(move=first)
            self._say_page()
            self.drawn_anew.emit(len(paper.sizes))
        self._next()

    def _next(self) -> None:
        if self._again:
            self._start()
        else:
            self._fill()

    def _fill(self) -> None:
        """Draw what is in sight and near it, if it is not; what is far away is let go."""
        paper = self._paper
        if paper is None or self._running or not self.isVisible():
            return  # out of the window there are no tasks to ask
        near = _around(self.view.page(), len(paper.sizes))
        missing = [place for place in near if place not in self._drawn]
        if not missing:
            self._stamp.set_value("check", "Al día", "", "ink2")
            return
        self._running = True

        def job(_: Progress) -> dict[int, QImage]:
            return drawn(paper.proof, paper.width, missing)

        tasks_of(self).run(
            self, job, done=lambda pages: self._add(paper, near, pages), failed=self._explain, pages=True
        )

    def _add(self, paper: Paper, near: range, pages: dict[int, QImage]) -> None:
        self._running = False
        if paper is self._paper:
            self._drawn = {place: page for place, page in self._drawn.items() if place in near} | pages
            self._lay()
        self._next()

    def _lay(self) -> None:
        assert self._paper is not None
        self.view.show_pages([self._drawn.get(i) or blank(size) for i, size in enumerate(self._paper.sizes)])

    def _turned(self) -> None:
        self._say_page()
        self._fill()

    def _explain(self, error: BaseException) -> None:
        self._running = False
        if not isinstance(error, RuleError | StoreError):
            self._stamp.set_value("circle-alert", "Sin dibujar", "", "danger")
            raise error
        self._stamp.set_value("circle-alert", "Sin dibujar", str(error), "danger")

    def _find(self, *, move: bool) -> None:
        """Mark the part of the page where the heading is; with `move`, bring it to the top."""
        landmarks = self._paper.proof.landmarks if self._paper is not None else ()
        place = _place_of(landmarks, self._heading)
        if place < 0:
            self.view.mark(0, 0, 0)
            return
        mark = landmarks[place]
        after = next((other for other in landmarks[place + 1 :] if other.level <= mark.level), None)
        end = after.part if after is not None and after.page == mark.page else 0.92
        self.view.mark(mark.page, mark.part, max(end, mark.part))
        if move:
            self.view.go_to(mark.page, max(0.0, mark.part - 0.04))

    def _say_page(self) -> None:
        pages = self.view.count()
        words = "Página " if self.width() >= look().px(_ROOMY) else ""
        self._page.setText(f"{words}{self.view.page()} de {pages}" if pages else "")


def _place_of(landmarks: Sequence[Landmark], heading: str) -> int:
    """Return the place of the heading that begins with these words, or -1."""
    wanted = sin_tildes(heading)
    found = (i for i, mark in enumerate(landmarks) if sin_tildes(mark.title).startswith(wanted))
    return next(found, -1) if wanted else -1


def _around(page: int, pages: int) -> range:
    """The pages (from 0) that may be in sight when the one at the top is `page` (from 1), and a few more."""
    return range(max(0, page - 1 - _BEFORE), min(pages, page - 1 + _AFTER))


def _in_sight(page: int, pages: int) -> range:
    """The pages (from 0) that a person sees when the one at the top is `page` (from 1)."""
    first = min(max(page, 1), pages) - 1
    return range(first, min(pages, first + _SEEN))


def _first(heading: str, landmarks: Sequence[Landmark], pages: int) -> range:
    place = _place_of(landmarks, heading)
    return _in_sight(landmarks[place].page if place >= 0 else 1, pages)


def _still(page: int, _: Sequence[Landmark], pages: int) -> range:
    return _in_sight(page, pages)


def _draw(make: Callable[[], Document], width: int, around: Around, _: Progress) -> Paper:
    from rcdesk.render.pdf.proof import Proof

    return opened(Proof(make()), width, around)
