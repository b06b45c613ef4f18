"""Ctrl+Z and Ctrl+Y of the program: the last action, wherever it was; one of another hearing is named before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.status import StatusLine

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.app.steps import Step

Here = Callable[[], str | None]
"""The key of the hearing in sight; empty when no hearing is; None where all of them are: their list."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Back or forth, and how it is told."""

    redo: bool
    done: str
    doing: str
    verb: str
    key: str
    other: str


_UNDO: Final = _Way(False, "Deshecho", "Deshaciendo", "deshacer", "Ctrl Z", "Ctrl Y lo rehace")
_REDO: Final = _Way(True, "Rehecho", "Rehaciendo", "rehacer", "Ctrl Y", "Ctrl Z lo deshace")


class Undoing:
    """Takes back and does again, and tells it in the line of status."""

    def __init__(self, status: StatusLine, here: Here) -> None:
        self._status, self._here = status, here
        self._desk: Desk | None = None
        self._named: Step | None = None

    def set_desk(self, desk: Desk) -> None:
        """Take back what is done at this desk from now on."""
        self._desk, self._named = desk, None

    def undo(self) -> None:
        """Take back the last action."""
        if self._desk is not None:
            self._go(self._desk.undo_step, _UNDO)

    def redo(self) -> None:
        """Do again the last action taken back."""
        if self._desk is not None:
            self._go(self._desk.redo_step, _REDO)

    def forget(self) -> None:
        """Something else was done: a step that was only named must be named again."""
        self._named = None

    def _go(self, step: Step | None, way: _Way) -> None:
        if step is None or self._desk is None:
            self._status.say(f"No hay nada que {way.verb}.", "circle-help")
            return
        where = self._elsewhere(step)
        if where and step != self._named:
            self._named = step
            again = f"{way.key} otra vez para {way.verb} «{step.name}»"  # first: what follows may not fit
            self._status.say(f"{again}, que fue en {where}.", "triangle-alert", "warn")
            return
        self._named = None
        told = f"{way.done}: {step.name}{f', en {where}' if where else ''}. {way.other}."
        try:
            if step.long:
                self._start(self._desk, step, way, told)
                return
            (self._desk.redo if way.redo else self._desk.undo)()
        except (RuleError, StoreError) as error:
            self._refuse(step, way, error)
            return
        self._status.say(told, "undo-2")

    def _start(self, desk: Desk, step: Step, way: _Way, told: str) -> None:
        """Thousands of rows are taken back away from the screen's thread."""
        from rcdesk.ui.tasks import tasks_of

        def failed(error: BaseException) -> None:
            if not isinstance(error, RuleError | StoreError):
                raise error
            self._refuse(step, way, error)

        status = self._status
        tasks_of(status).undo_long(
            status, desk, redo=way.redo, done=lambda _step: status.say(told, "undo-2"), failed=failed
        )
        status.say(f"{way.doing} «{step.name}»: toma unos segundos.", "clock")

    def _refuse(self, step: Step, way: _Way, error: Exception) -> None:
        self._status.say(f"No se pudo {way.verb} «{step.name}»: {error}", "circle-alert", "danger")

    def _elsewhere(self, step: Step) -> str:
        """Name the hearing of a step when it is not the one in sight."""
        here = self._here()
        if here is None or self._desk is None or not step.audiencia_id or step.audiencia_id == here:
            return ""
        from rcdesk.work.audiencias import ver_audiencia

        row = self._desk.ask(ver_audiencia, id=step.audiencia_id)
        return f"«{row.nombre}»" if row is not None else "otra audiencia"
