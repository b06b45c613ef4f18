"""How many things the reviewer finds in the plan in sight: the tab of «Avisos» says it before it is looked at."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal

from rcdesk.app.desk import Desk
from rcdesk.app.progress import Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.hallazgos_de_plan import abiertos, hallazgos_del_plan

_REST: Final = 400  # ms since the plan last changed: writing a cell does not wait for a review of them all


class Doubts(QTimer):
    """Counts away from the screen's thread, once the plan rests. `counted` says how many."""

    counted = Signal(int)

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, singleShot=True, interval=_REST)
        self.setObjectName("cuenta_de_avisos")
        self._screen, self._plan_id, self._running = screen, "", False
        self.timeout.connect(self._count)

    def of(self, plan_id: str) -> None:
        """Count those of this plan, another or changed."""
        if plan_id != self._plan_id:
            self.counted.emit(0)  # of this one nothing is known yet
        self._plan_id = plan_id
        self.start()

    def _count(self) -> None:
        if self._running:
            self.start()
            return
        self._running = True
        job = partial(_many, self._screen.desk, self._plan_id)
        tasks_of(self._screen).run(self, job, done=partial(self._tell, self._plan_id), failed=self._forget)

    def _tell(self, plan_id: str, many: int) -> None:
        self._running = False
        if plan_id == self._plan_id:
            self.counted.emit(many)

    def _forget(self, error: BaseException) -> None:
        """A base that cannot be read is told by whoever is asked to read it: this is only a number more."""
        self._running = False
        if not isinstance(error, RuleError | StoreError):
            raise error


def _many(desk: Desk, plan_id: str, _: Progress) -> int:
    return len(abiertos(desk.ask(hallazgos_del_plan, plan_id=plan_id)))
