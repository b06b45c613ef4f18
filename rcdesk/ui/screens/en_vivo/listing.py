"""Reads the queue: its keys and its counts at each change, and its rows where it is looked at."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final, cast

from rcdesk.domain.errors import StoreError
from rcdesk.ui.screens.en_vivo.queue import Queue
from rcdesk.work.cola import ConteoDePreguntas, PreguntaRow, contar_preguntas
from rcdesk.work.listado import Conjunto, Filtro, clave_de, leer, listar, ver_conjunto

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

_NOTHING: Final = Conjunto(array("q"), {})


class Listing:
    """Fills the queue of the screen. `counts` are those of the last reading."""

    def __init__(self, screen: EnVivoScreen) -> None:
        self._screen = screen
        self._whole = _NOTHING
        self.counts: ConteoDePreguntas | None = None
        self.queue = Queue(self._read, self._locate)

    def forget(self) -> None:
        """Another hearing: nothing is listed."""
        self._whole, self.counts = _NOTHING, None
        self.queue.forget()

    def show(self, *, sticky: bool) -> None:
        """Read the list again; `sticky`, after a change, keeps what was in it although it would be dropped now."""
        desk, hearing, queue = self._screen.desk, self._screen.audiencia_id, self.queue
        if sticky or self.counts is None:
            self._whole = desk.ask(ver_conjunto, audiencia_id=hearing)
            self.counts = desk.ask(contar_preguntas, audiencia_id=hearing)
        keys = desk.ask(
            listar,
            audiencia_id=hearing,
            filtro=cast(Filtro, queue.filter.value()),
            buscado=queue.search.value(),
            estaban=queue.model.keys if sticky else (),
        )
        if not sticky:
            queue.settle(keys)
        queue.show_list(keys, self.counts)

    def turn_of(self, key: str) -> int:
        """Return the turn of a question in the queue, from 1; 0 when it does not wait there."""
        place = self._locate(key)
        cola = self._whole.cola
        return cola.index(place) + 1 if place is not None and place in cola else 0

    def _read(self, keys: Sequence[int]) -> dict[int, PreguntaRow]:
        try:
            return self._screen.desk.ask(leer, claves=keys, conjunto=self._whole)
        except StoreError as error:  # while painting: the row says that it could not be read
            self._screen.banner.tell("danger", "No se pudo leer la base", str(error))
            return {}

    def _locate(self, key: Hashable) -> int | None:
        return self._screen.desk.ask(clave_de, id=str(key))
