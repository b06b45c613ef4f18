"""Marcha: beside the questions, in place of the one in hand; one section at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.en_vivo.run.access import Access
from rcdesk.ui.screens.en_vivo.run.agenda import Agenda
from rcdesk.ui.screens.en_vivo.run.incidents import Incidents
from rcdesk.ui.screens.en_vivo.run.section import Section
from rcdesk.ui.screens.en_vivo.run.speakers import Speakers
from rcdesk.ui.screens.en_vivo.run.watching import Watching
from rcdesk.work.marcha import MarchaView

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen


class RunPane(Card):
    """`left` is asked by Esc."""

    left = Signal()

    def __init__(self, screen: EnVivoScreen) -> None:
        super().__init__()
        parts = (Agenda(screen), Speakers(screen), Watching(screen), Access(screen), Incidents(screen))
        self.sections: tuple[Section, ...] = parts
        self._view: MarchaView | None = None
        self._title = named("marcha_titulo", PlainLabel("", "title", elide=True))
        self._pages = QStackedWidget()
        self._buttons = [Button("", part.icon, kind="quiet", hint=part.title) for part in self.sections]
        for place, (part, button) in enumerate(zip(self.sections, self._buttons, strict=True)):
            self._pages.addWidget(part)
            named(f"marcha_{place + 1}", button)
            button.clicked.connect(lambda _=False, place=place: self.choose(place))
        head = row((self._title, 1), *self._buttons, margins=(18, 10, 10, 8), gap=2)
        self.setLayout(column(head, Rule(), (self._pages, 1), margins=(1, 1, 1, 1), gap=0))
        self.choose(0, keys=False)

    @property
    def place(self) -> int:
        """Which section is in sight."""
        return self._pages.currentIndex()

    def choose(self, place: int, *, keys: bool = True) -> None:
        """Bring a section into sight, and give it the keys."""
        self._pages.setCurrentIndex(place)
        self._title.setText(self.sections[place].title)
        for at, button in enumerate(self._buttons):
            button.set_kind("secondary" if at == place else "quiet")
        if self._view is not None and self.isVisible():
            self.sections[place].show_run(self._view)
        if keys:
            self.sections[place].take_keys()

    def show_run(self, view: MarchaView) -> None:
        """Show the run as it stands; a section out of sight is shown when it is chosen."""
        self._view = view
        if self.isVisible():
            self.sections[self.place].show_run(view)

    def tick(self) -> None:
        """A second went by."""
        if self.isVisible():
            self.sections[self.place].tick()

    def leave(self) -> None:
        """Save what is half typed."""
        for section in self.sections:
            section.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Sides(Panes):
    """The question in hand, or the run of the hearing, beside the queue."""

    def __init__(self, master: QWidget, detail: QWidget, *, back: str, shares: tuple[int, int]) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(detail)
        super().__init__(master, self._pages, back=back, shares=shares)

    @property
    def running(self) -> bool:
        """Whether the run is in sight instead of the question."""
        return self._pages.currentIndex() == 1

    def open_detail(self) -> None:
        """Bring the question in hand into sight."""
        self._pages.setCurrentIndex(0)
        super().open_detail()

    def add_run(self, run: RunPane) -> None:
        """Take the run, out of sight."""
        self._pages.addWidget(run)

    def open_run(self) -> None:
        """Bring the run into sight."""
        self._pages.setCurrentIndex(1)
        super().open_detail()

    def close_detail(self) -> None:
        """Go back to the list; the question in hand is beside it again."""
        self._pages.setCurrentIndex(0)
        super().close_detail()
