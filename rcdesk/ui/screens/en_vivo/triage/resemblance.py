"""Looks for the open question that each line asks again, a few lines at a time, while the person works."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from rcdesk.domain.renglones import Existente
from rcdesk.domain.tanda import Tanda

if TYPE_CHECKING:
    from rcdesk.domain.parecidas import Parecidas

_SLICE: Final = 0.008  # seconds of the screen's own thread at a time
_REST: Final = 8  # ms between two, for the keys
_TELL: Final = 0.2  # seconds between two times that the lines are drawn again
_SURE: Final = 0.85  # how alike two questions are when the line joins by itself


class Resemblance(QObject):
    """`found` is told after each slice in which some line resembled something."""

    def __init__(self, parent: QObject, found: Callable[[], object]) -> None:
        super().__init__(parent)
        self._found = found
        self._tanda: Tanda | None = None
        self._open: list[Existente] = []
        self._known: Parecidas | None = None
        self._waiting: list[str] = []
        self._some, self._told = False, 0.0
        self._timer = QTimer(self, interval=_REST)
        self._timer.timeout.connect(self._step)

    def begin(self, tanda: Tanda, existentes: Sequence[Existente]) -> None:
        """Compare the lines of a batch with the questions that owe an answer."""
        from rcdesk.domain.parecidas import Parecidas  # its library is loaded at first use

        self._tanda, self._open, self._known = tanda, list(reversed(existentes)), Parecidas()
        self._standing = {one.clave: one for one in existentes}
        waits = ("entra", "revisar")
        self._waiting = [one.n for one in reversed(tanda.renglones) if one.destino in waits and not one.decidida]
        if existentes and self._waiting:
            self._timer.start()

    def stop(self) -> None:
        """The lines are gone."""
        self._timer.stop()
        self._tanda, self._known, self._waiting = None, None, []

    def _step(self) -> None:
        until, some = perf_counter() + _SLICE, False
        while self._tanda is not None and self._known is not None and perf_counter() < until:
            if self._open:
                one = self._open.pop()
                self._known.poner(one.clave, one.texto)
            elif self._waiting:
                some = self._compare(self._tanda, self._known, self._waiting.pop()) or some
            else:
                self._timer.stop()
                break
        self._some |= some
        over = not self._timer.isActive() or perf_counter() - self._told > _TELL
        if self._some and over:
            self._some, self._told = False, perf_counter()
            self._found()

    def _compare(self, tanda: Tanda, known: Parecidas, n: str) -> bool:
        if not tanda.tiene(n):
            return False
        alike = known.buscar(tanda.ver(n).texto)
        if alike is not None:
            tanda.sugerir(n, self._standing[alike.clave], segura=alike.puntaje >= _SURE)
        return alike is not None
