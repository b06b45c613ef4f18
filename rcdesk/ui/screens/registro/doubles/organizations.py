"""The commands of the organisations of the hearing: which are one, however people wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import lista_en_palabras, numero, plural
from rcdesk.ui.screens.registro.doubles.organizations_view import OrganizationsView
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.organizaciones import (
    OrganizacionRow,
    listar_organizaciones,
    separar_organizaciones,
    unir_organizaciones,
)

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen
_NAMED: Final = 3  # organisations told by their names when they were joined


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
            self._screen.said.emit(f"{_joined(others)} con «{here.nombre[:40]}». Ctrl Z las separa.")

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


def _joined(names: Sequence[str]) -> str:
    """«A» se cuenta; or «A», «B», «C» y 2 otras se cuentan: the first ones by their names."""
    told = [f"«{name[:40]}»" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        told.append(plural(len(names) - _NAMED, "otra", "otras"))
    return f"{lista_en_palabras(told)} {'se cuenta' if len(names) == 1 else 'se cuentan'}"
