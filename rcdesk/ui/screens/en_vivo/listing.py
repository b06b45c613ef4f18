"""Reads the queue: its keys and its counts at each change, and its rows where it is looked at."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, cast

from rcdesk.domain.errors import StoreError
from rcdesk.ui.screens.en_vivo.queue import Queue
from rcdesk.work.cola import ConteoDePreguntas, PreguntaRow, contar_preguntas
from rcdesk.work.listado import Filtro, clave_de, leer, listar

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen


class Listing:
    """Fills the queue of the screen. `counts` are those of the last reading."""

    def __init__(self, screen: EnVivoScreen) -> None:
        self._screen = screen
        self._cola = array("q")
        self.counts: ConteoDePreguntas | None = None
        self.queue = Queue(self._read, self._locate)

    def forget(self) -> None:
        """Another hearing: nothing is listed."""
        self._cola, self.counts = array("q"), None
        self.queue.forget()

    def show(self, *, sticky: bool) -> None:
        """Read the list again; `sticky` keeps what was in it although it would be dropped now."""
        desk, hearing, queue = self._screen.desk, self._screen.audiencia_id, self.queue
        found = desk.ask(
            listar,
            audiencia_id=hearing,
            filtro=cast(Filtro, queue.filter.value()),
            buscado=queue.search.value(),
            estaban=queue.model.keys if sticky else (),
        )
        self.counts = desk.ask(contar_preguntas, audiencia_id=hearing)
        self._cola = found.cola
        if not sticky:
            queue.settle(found.claves)
        queue.show_list(found.claves, self.counts)

    def turn_of(self, key: str) -> int:
        """Return the turn of a question in the queue, from 1; 0 when it does not wait there."""
        place = self._locate(key)
        return self._cola.index(place) + 1 if place is not None and place in self._cola else 0

    def _read(self, keys: Sequence[int]) -> dict[int, PreguntaRow]:
        hearing = self._screen.audiencia_id
        try:
            return self._screen.desk.ask(leer, audiencia_id=hearing, claves=keys, cola=self._cola)
        except StoreError as error:  # while painting: the row says that it could not be read
            self._screen.banner.tell("danger", "No se pudo leer la base", str(error))
            return {}

    def _locate(self, key: Hashable) -> int | None:
        return self._screen.desk.ask(clave_de, id=str(key))
