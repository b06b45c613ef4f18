"""Finds, while one types, the open question that asks the same. It waits for a pause, and works a little at a time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal

from rcdesk.domain.parecidas import Parecidas
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.work.captura import leer_textos, llaves_abiertas, ver_abierta

_PAUSE: Final = 150  # ms without a key
_AT_ONCE: Final = 300  # questions known in one go: some milliseconds


class Likeness(QTimer):
    """What it knows is kept as questions come and go; their words never change once captured."""

    found = Signal(object)  # AbiertaRow, or None

    def __init__(self, screen: HearingScreen) -> None:
        super().__init__(screen, singleShot=True)
        self._screen = screen
        self._index = Parecidas()
        self._unknown: list[str] = []
        self._stale = True
        self._text = ""
        self.timeout.connect(self._step)

    def look_for(self, text: str) -> None:
        """Look for what is like this text, once the keys rest."""
        self._text = text
        self.start(_PAUSE)

    def note(self) -> None:
        """Some question came, changed or went, or the hearing is another."""
        self._stale = True

    def _step(self) -> None:
        if self._stale:
            self._stale = False
            self._catch_up()
        if self._unknown:
            some, self._unknown = self._unknown[:_AT_ONCE], self._unknown[_AT_ONCE:]
            for key, text in self._screen.desk.ask(leer_textos, ids=some).items():
                self._index.poner(key, text)
            self.start(0)
            return
        alike = self._index.buscar(self._text)
        self.found.emit(None if alike is None else self._screen.desk.ask(ver_abierta, id=alike.clave))

    def _catch_up(self) -> None:
        known = self._index.claves()
        now = self._screen.desk.ask(llaves_abiertas, audiencia_id=self._screen.audiencia_id)
        for key in known - set(now):
            self._index.quitar(key)
        self._unknown = [key for key in now if key not in known]
