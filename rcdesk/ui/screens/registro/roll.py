"""The list of the hearing: who is on it, its figures, and what is done to the person chosen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from rcdesk.i18n import plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.screens.registro.last import Counters
from rcdesk.ui.screens.registro.people import People
from rcdesk.work.asistentes import (
    AsistenteRow,
    Filtro,
    anular_asistente,
    contar_asistentes,
    listar_asistentes,
    registrar_llegada,
    ver_asistente,
)

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen


class Roll(QObject):
    """Its methods are the commands `roll.…`."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.people, self.counters = People(), Counters()

    def connect_parts(self) -> None:
        """Listen to the list and to the person beside it."""
        people, person = self.people, self._screen.side.person
        people.detail_wanted.connect(self._screen.panes.open_detail)
        people.filtered.connect(self.refresh)
        people.table.row_selected.connect(self._select)
        people.table.row_activated.connect(lambda _row: self._open_person())
        person.annul_wanted.connect(self.annul)
        person.enter_wanted.connect(self._enter_chosen)

    def refresh(self) -> None:
        """Read the list and its figures."""
        screen, chosen = self._screen, cast(Filtro, self.people.filter.value() or "todas")
        rows = screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id, filtro=chosen)
        counts = screen.desk.ask(contar_asistentes, audiencia_id=screen.audiencia_id)
        self.people.show_people(rows, total=counts.registrados)
        self.counters.show_counts(counts)
        self._select(self.people.table.current())
        come = plural(counts.ingresaron, "ingresó", "ingresaron").split(" ", 1)
        parts = [(come[0], come[1], "ink"), (str(counts.por_llegar), "por llegar", "ink")]
        if counts.sin_autorizacion:
            parts.append((str(counts.sin_autorizacion), "sin autorización de datos", "ink"))
        screen.ambient.emit(parts)

    def reset(self) -> None:
        """Another hearing: nobody is listed until it is read."""
        self.people.model.show(())
        self.people.filter.set_value("todas")

    def seek(self, key: str) -> None:
        """Choose the person with this key."""
        if not self.people.table.select_key(key):
            self.people.filter.set_value("todas")
            self.refresh()
            self.people.table.select_key(key)
        self._open_person()

    def offers(self, method: str) -> bool:
        """What is done to a person needs one who was not withdrawn."""
        row_ = self.people.table.current()
        return method != "annul" or (row_ is not None and row_.anulada is None)

    def annul(self) -> None:
        """Withdraw the chosen person, with the reason."""
        row_ = self.people.table.current()
        if row_ is not None and row_.anulada is None:
            self.annul_person(row_.id, row_.nombre)

    def annul_person(self, key: str, name: str) -> None:
        """Ask why, and withdraw someone."""
        reason = ask_reason(self._screen, f"Anular el registro de {name}", "¿Por qué se anula?")
        if reason is not None:
            with self._screen.attempt():
                self._screen.desk.do(anular_asistente, id=key, motivo=reason)

    def _select(self, row_: AsistenteRow | None) -> None:
        person = self._screen.side.person
        person.show_person(None if row_ is None else self._screen.desk.ask(ver_asistente, id=row_.id))

    def _open_person(self) -> None:
        self._screen.side.show_part("persona")
        self._screen.panes.open_detail()

    def _enter_chosen(self) -> None:
        row_ = self.people.table.current()
        if row_ is not None:
            with self._screen.attempt() as attempt:
                self._screen.desk.do(registrar_llegada, id=row_.id, hora=moment.hour())
            if attempt.ok:
                self._screen.door.tell_last(row_.nombre)
