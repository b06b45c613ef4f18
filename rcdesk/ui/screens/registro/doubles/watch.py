"""Looks, when the desk is at rest, for people who may be written twice: off the thread of the window, and seldom."""

from __future__ import annotations

from functools import partial
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.duplicados import Repetidas, buscar_repetidas

if TYPE_CHECKING:
    from rcdesk.ui.kit.hearing import HearingScreen

_PAUSE: Final = 1_500  # ms without a change
_LITTLE: Final = 0.2  # s of looking that nobody notices
_SOON: Final = 50  # ms, when somebody waits for it
_BREATH: Final = 0.001  # s, every few: only one of both threads runs Python at a time
_SHARE: Final = 20  # the looking takes at most one twentieth of the time: with 50,000 people, once in half a minute


class Watch(QTimer):
    """`found` tells what was found for the hearing that is open. One look at a time."""

    found = Signal(object)  # Repetidas

    def __init__(self, screen: HearingScreen) -> None:
        super().__init__(screen, singleShot=True)
        self._screen = screen
        self._hearing = ""
        self._busy = self._again = False
        self._took = 0.0
        self.timeout.connect(self._look)

    def note(self, *, soon: bool = False) -> None:
        """Something changed: look again, once the changes rest, or as soon as it can be."""
        self._again = True
        if not self._busy:
            rest = self._took * _SHARE * 1000 if self._took > _LITTLE else 0
            self.start(max(_SOON if soon else _PAUSE, round(rest)))

    def _look(self) -> None:
        hearing, desk, begun = self._screen.audiencia_id, self._screen.desk, monotonic()
        if not hearing:
            return
        self._busy, self._again, self._hearing = True, False, hearing

        def job(_progress: Progress) -> Repetidas:
            return desk.ask(buscar_repetidas, audiencia_id=hearing, respirar=partial(sleep, _BREATH))

        tasks_of(self._screen).run(self, job, done=lambda found: self._done(found, begun), failed=self._failed)

    def _done(self, found: Repetidas, begun: float) -> None:
        self._busy, self._took = False, monotonic() - begun
        if self._hearing == self._screen.audiencia_id:
            self.found.emit(found)
        if self._again:
            self.note()

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        if isinstance(error, RuleError | StoreError):
            self._screen.banner.tell("warn", "No se pudo buscar a quien está dos veces", str(error))
        elif not isinstance(error, Cancelled):
            raise error
