"""The organisations of the hearing, in place of the door: which are one, however people wrote them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import lista_en_palabras, numero, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.columns import Column, RowMark
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.organizaciones import (
    OrganizacionRow,
    listar_organizaciones,
    separar_organizaciones,
    unir_organizaciones,
)

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_MARKED: Final = State("Para unir", "check", "accent")
_ALIKE: Final = State("¿Es la misma?", "circle-help", "warn")
_SEEN: Final = 300  # letters of a cell
_TEACHES: Final = (
    "Cuando dos nombres son la misma organización, se cuentan como una en el acta y en los contadores. "
    "Lo que cada persona escribió no cambia."
)
_EMPTY: Final = "Nadie ha dicho todavía de qué organización viene. Se escribe al registrar a cada persona."


class OrganizationsView(Card):
    """Its buttons and keys ask; who decides is the controller."""

    left = Signal()
    people_wanted = Signal()
    marked = Signal()
    joined = Signal()
    parted = Signal()

    def __init__(self) -> None:
        super().__init__(border="accent")
        self.to_join: Collection[str] = ()
        columns = (
            Column[OrganizacionRow]("Organización", lambda one: one.nombre[:_SEEN], strong=True, note=_also),
            Column[OrganizacionRow]("Personas", lambda one: numero(one.personas), 110, align="right"),
            Column[OrganizacionRow]("Parecida a", lambda one: ", ".join(one.parecidas)[:_SEEN], tone="ink2", drop=2),
            Column[OrganizacionRow]("", lambda one: _word(self._state(one)), 170, state=self._state, drop=1),
        )
        self.model = RowsModel(columns, mark=lambda one: RowMark(accent=one.id in self.to_join))
        table = Table(self.model, empty=_EMPTY)
        self.table = named("organizaciones", table, label="Organizaciones y cuántas personas vienen de cada una")
        self.count = PlainLabel("", "lead", "ink3")
        back = named("volver_de_organizaciones", Button("Volver", "arrow-left", "Esc", kind="quiet", small=True))
        back.clicked.connect(self.left)
        people = named("ver_parejas", Button("Personas repetidas", "users", kind="quiet", small=True))
        people.clicked.connect(self.people_wanted)
        self.part = named("separar_nombres", Button("Separar", "", "S", kind="quiet"))
        self.part.clicked.connect(self.parted)
        self.join = named("unir_organizaciones", Button("Unir", "", "Enter", kind="primary"))
        self.join.clicked.connect(self.joined)
        head = row(
            back, PlainLabel("Organizaciones", "lead"), self.count, None, people, margins=(14, 10, 16, 8), gap=10
        )
        foot = row(*self._keys(), None, self.part, self.join, margins=(20, 10, 14, 12), gap=8)
        note = (
            ()
            if look().large
            else (row((PlainLabel(_TEACHES, "caption", "ink2", wrap=True), 1), margins=(20, 8, 20, 0)),)
        )
        self.setLayout(column(head, Rule(), (self.table, 1), Rule(), *note, foot, margins=(2, 2, 2, 3), gap=0))
        self.table.row_selected.connect(lambda _one: self.refresh_words())

    def _keys(self) -> Sequence[QWidget]:
        """Large text leaves no room for what F1 tells."""
        few = () if look().large else (("Espacio", "marcar otra para unirla a esta"),)
        return [boxed(row(KeyCap(key), PlainLabel(words, "caption", "ink2"), gap=6)) for key, words in few]

    def _state(self, one: OrganizacionRow) -> State | None:
        if one.id in self.to_join:
            return _MARKED
        return _ALIKE if one.parecidas else None

    def others(self, here: OrganizacionRow | None) -> tuple[str, ...]:
        """Return the names that would be joined to the row in hand: those marked, or else those like it."""
        if here is None:
            return ()
        marked = tuple(one.nombre for one in self.model.rows if one.id in self.to_join and one.id != here.id)
        return marked or here.parecidas

    def refresh_words(self) -> None:
        """Say on the button what Enter would do with the row in hand."""
        here = self.table.current()
        others = self.others(here)
        self.join.setEnabled(bool(others))
        what = f"con {plural(len(others), 'nombre', 'nombres')}" if len(others) > 1 else "con la parecida"
        self.join.set_words(f"Unir {what}" if others else "Unir")
        self.part.setEnabled(here is not None and bool(here.otros_nombres))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Organizations(QObject):
    """Its methods are the commands `organizations.…`."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._marked: set[str] = set()
        self._busy = self._again = False
        self.view = OrganizationsView()
        self.view.setParent(screen)  # its keys are found there before it is first in sight
        self.view.hide()
        view = self.view
        view.left.connect(self.leave)
        view.joined.connect(self.join)
        view.parted.connect(self.part)
        view.people_wanted.connect(screen.doubles.look)
        screen.doubles.view.organizations_wanted.connect(self.look)

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        return method == "look" or (self._open and self.view.table.current() is not None)

    def refresh(self) -> None:
        """Read them again, off the thread of the window: comparing thousands of names takes its time."""
        self._again = self._open and self._busy
        if not self._open or self._busy:
            return
        self._busy = True
        hearing, desk = self._screen.audiencia_id, self._screen.desk

        def job(_progress: Progress) -> list[OrganizacionRow]:
            return desk.ask(listar_organizaciones, audiencia_id=hearing)

        tasks_of(self._screen).run(self, job, done=lambda rows: self._read(hearing, rows), failed=self._failed)

    def reset(self) -> None:
        """Another hearing has others."""
        self._marked.clear()
        self.view.model.show(())

    @property
    def _open(self) -> bool:
        return self._screen.covered is self.view

    # Commands

    def look(self) -> None:
        """Look at them, in place of the door."""
        self._screen.cover(self.view)
        self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def leave(self) -> None:
        """Back to the door."""
        self._screen.uncover()
        self._screen.to_box()

    def mark(self) -> None:
        """Mark the row in hand to be joined to another, or let go of it."""
        here = self.view.table.current()
        if here is not None:
            self._marked ^= {here.id}
            self._show(self._screen.audiencia_id, self.view.model.rows)

    def join(self) -> None:
        """The marked ones, or those alike, are the row in hand."""
        here = self.view.table.current()
        others = self.view.others(here)
        if here is None or not others:
            return
        with self._screen.attempt() as attempt:
            self._screen.desk.do(unir_organizaciones, nombre=here.nombre, otras=others)
        if attempt.ok:
            self._marked.clear()
            joined = lista_en_palabras([f"«{other[:40]}»" for other in others[:3]])
            self._screen.said.emit(f"{joined} se cuenta con «{here.nombre[:40]}». Ctrl Z las separa.")

    def part(self) -> None:
        """The row in hand has no other names after all."""
        here = self.view.table.current()
        if here is not None and here.otros_nombres:
            with self._screen.attempt():
                self._screen.desk.do(separar_organizaciones, nombre=here.nombre, otras=here.otros_nombres)

    def _read(self, hearing: str, rows: Sequence[OrganizacionRow]) -> None:
        """Show what was read, and read again what changed meanwhile."""
        self._busy = False
        self._show(hearing, rows)
        if self._again:
            self.refresh()

    def _show(self, hearing: str, rows: Sequence[OrganizacionRow]) -> None:
        if hearing != self._screen.audiencia_id:
            return
        view = self.view
        view.to_join = frozenset(self._marked)
        view.model.show(rows)
        if rows and not view.table.currentIndex().isValid():
            view.table.setCurrentIndex(view.model.index(0, 0))
        view.count.setText(numero(len(rows)))
        view.refresh_words()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        if isinstance(error, RuleError | StoreError):
            self._screen.banner.tell("warn", "No se pudieron leer las organizaciones", str(error))
        elif not isinstance(error, Cancelled):
            raise error


def _word(state: State | None) -> str:
    return state.word if state else ""


def _also(one: OrganizacionRow) -> str:
    """The other names, joined or only written otherwise."""
    names = dict.fromkeys((*one.otros_nombres, *one.escrita))
    return f"También: {', '.join(names)}"[:_SEEN] if names else ""
