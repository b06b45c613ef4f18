"""The list of the hearing: who is on it, its figures, and what is done to the person chosen in it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from rcdesk.domain.errors import StoreError
from rcdesk.i18n import plural
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.screens.registro.counters import Counters
from rcdesk.ui.screens.registro.people import People
from rcdesk.work.asistentes import (
    AsistenteRow,
    anular_asistente,
    registrar_llegada,
    ver_asistente,
)
from rcdesk.work.cuentas_de_asistencia import Cuentas, contar, recontar
from rcdesk.work.lista_de_asistencia import Filtro, Lista, clave_de, leer, listar, poner_al_dia

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen


class Roll(QObject):
    """Its methods are the commands `roll.…`."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._list: Lista | None = None
        self._counts: Cuentas | None = None
        self.people, self.counters = People(self._read, self._locate), Counters()

    def connect_parts(self) -> None:
        """Listen to the list and to the person beside it."""
        people, person = self.people, self._screen.side.person
        people.detail_wanted.connect(self._screen.panes.open_detail)
        people.filtered.connect(self._filter)
        people.table.row_selected.connect(self._select)
        people.table.row_activated.connect(lambda _row: self._open_person())
        person.annul_wanted.connect(self.annul)
        person.enter_wanted.connect(self._enter_chosen)
        person.exit_wanted.connect(lambda: self._pass(self._screen.door.passing.go_out, "Salió"))
        person.return_wanted.connect(lambda: self._pass(self._screen.door.passing.come_back, "Volvió"))

    def refresh(self) -> None:
        """Read what changed of the list, and its figures."""
        screen, chosen = self._screen, cast(Filtro, self.people.filter.value() or "todas")
        ask, hearing, known = screen.desk.ask, screen.audiencia_id, self._list
        if known is None or known.filtro != chosen:
            self._list = ask(listar, audiencia_id=hearing, filtro=chosen)
        else:
            self._list = ask(poner_al_dia, audiencia_id=hearing, lista=known)
        if self._counts is None:
            self._counts = ask(contar, audiencia_id=hearing)
        else:
            self._counts = ask(recontar, audiencia_id=hearing, cuentas=self._counts)
        counts = self._counts.conteo
        self.people.show_people(self._list.claves, total=counts.registrados)
        self.counters.show_counts(counts)
        self._select(self.people.table.current())
        come = plural(counts.ingresaron, "ingresó", "ingresaron").split(" ", 1)
        parts = [(come[0], come[1], "ink"), (str(counts.por_llegar), "por llegar", "ink")]
        if counts.sin_autorizacion:
            parts.append((str(counts.sin_autorizacion), "sin autorización de datos", "ink"))
        screen.ambient.emit(parts)

    def reset(self) -> None:
        """Another hearing: nobody is listed until it is read."""
        self._list = self._counts = None
        self.people.model.show_keys(array("q"))
        self.people.filter.set_value("todas")

    def _filter(self) -> None:
        self._list = None
        self.refresh()

    def _read(self, keys: Sequence[int]) -> dict[int, AsistenteRow]:
        try:
            return self._screen.desk.ask(leer, claves=keys)
        except StoreError as error:  # while painting: the row says that it could not be read
            self._screen.banner.tell("danger", "No se pudo leer la base", str(error))
            return {}

    def _locate(self, key: Hashable) -> int | None:
        return self._screen.desk.ask(clave_de, id=str(key))

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
                self._screen.desk.do(registrar_llegada, id=row_.id, hora=self._screen.late.hour())
            if attempt.ok:
                self._screen.door.tell_last(row_.nombre)

    def _pass(self, step: Callable[[str], bool], what: str) -> None:
        row_ = self.people.table.current()
        if row_ is not None and step(row_.id):
            self._screen.door.tell_last(row_.nombre, what)
