"""Ctrl+Z and Ctrl+Y of the program: the last action, wherever it was; one of another hearing is named before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.status import StatusLine

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.app.steps import Step

Here = Callable[[], str | None]
"""The key of the hearing in sight; empty when no hearing is; None where all of them are (the list of hearings)."""


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
            self._go(self._desk.undo_step, self._desk.undo, "Deshecho", "deshacer", "Ctrl Z", "Ctrl Y lo rehace")

    def redo(self) -> None:
        """Do again the last action taken back."""
        if self._desk is not None:
            self._go(self._desk.redo_step, self._desk.redo, "Rehecho", "rehacer", "Ctrl Y", "Ctrl Z lo deshace")

    def forget(self) -> None:
        """Something else was done: a step that was only named must be named again."""
        self._named = None

    def _go(
        self, step: Step | None, run: Callable[[], Step | None], done: str, verb: str, key: str, other: str
    ) -> None:
        if step is None:
            self._status.say(f"No hay nada que {verb}.", "circle-help")
            return
        where = self._elsewhere(step)
        if where and step != self._named:
            self._named = step
            self._status.say(
                f"«{step.name}» fue en {where}. {key} otra vez para {verb}lo allí.", "triangle-alert", "warn"
            )
            return
        self._named = None
        try:
            run()
        except (RuleError, StoreError) as error:
            self._status.say(f"No se pudo {verb} «{step.name}»: {error}", "circle-alert", "danger")
            return
        self._status.say(f"{done}: {step.name}{f', en {where}' if where else ''}. {other}.", "undo-2")

    def _elsewhere(self, step: Step) -> str:
        """Name the hearing of a step when it is not the one in sight."""
        here = self._here()
        if here is None or self._desk is None or not step.audiencia_id or step.audiencia_id == here:
            return ""
        from rcdesk.work.audiencias import ver_audiencia

        row = self._desk.ask(ver_audiencia, id=step.audiencia_id)
        return f"«{row.nombre}»" if row is not None else "otra audiencia"
