"""Finds, while one types, the open question that asks the same. It waits for a pause, and works a little at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from rcdesk.domain.parecidas import Parecidas
from rcdesk.work.captura import AbiertaRow

_PAUSE: Final = 150  # ms without a key
_AT_ONCE: Final = 300  # questions known in one go: some milliseconds


class Likeness(QObject):
    """`ask` returns the open questions; it is asked again when it is `stale`."""

    found = Signal(object)  # AbiertaRow, or None

    def __init__(self, parent: QObject, ask: Callable[[], Sequence[AbiertaRow]]) -> None:
        super().__init__(parent)
        self._ask = ask
        self._index = Parecidas()
        self._rows: dict[str, AbiertaRow] = {}
        self._unknown: list[str] = []
        self._stale = True
        self._text = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)

    def look_for(self, text: str) -> None:
        """Look for what is like this text, once the keys rest."""
        self._text = text
        self._timer.start(_PAUSE)

    def note(self) -> None:
        """Some question came, changed or went."""
        self._stale = True

    def stop(self) -> None:
        """Nobody is looking."""
        self._timer.stop()

    def _step(self) -> None:
        if self._stale:
            self._stale = False
            self._catch_up()
        for key in self._unknown[:_AT_ONCE]:
            self._index.poner(key, self._rows[key].texto)
        del self._unknown[:_AT_ONCE]
        if self._unknown:
            self._timer.start(0)
            return
        alike = self._index.buscar(self._text)
        self.found.emit(self._rows[alike.clave] if alike is not None else None)

    def _catch_up(self) -> None:
        """The words of a captured question never change; only who owes an answer does."""
        self._rows = {row.id: row for row in self._ask()}
        for key in self._index.claves() - self._rows.keys():
            self._index.quitar(key)
        self._unknown = [key for key in self._rows if key not in self._index.claves()]
