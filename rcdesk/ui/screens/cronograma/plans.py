"""Making a plan, correcting what identifies it, withdrawing it: the panel, and what is done with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from rcdesk.ui.kit import moment
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.cronograma.plan_form import PlanForm
from rcdesk.work.copiar_plan import copiar_plan, ver_copia
from rcdesk.work.planes import (
    PlanRow,
    corregir_plan,
    crear_plan,
    listar_planes,
    proponer_codigo_de_plan,
    retirar_plan,
)


class Plans(QObject):
    """`made` carries the key of a new plan; `changed` says that the one in sight was corrected or withdrawn.

    `wanted` names a method of the screen.
    """

    made = Signal(str)
    changed = Signal()
    wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        desk = screen.desk
        self._form = PlanForm(
            screen,
            lambda kind, year: desk.ask(proponer_codigo_de_plan, tipo=kind, vigencia=year),
            lambda plan, year: desk.ask(ver_copia, origen=plan, vigencia=year),
        )
        self._form.wanted.connect(self._save)
        self._form.withdrawn.connect(self._withdraw)

    def new(self) -> None:
        """Ask for what a new plan needs."""
        self._form.ask(moment.now().year, self._screen.desk.ask(listar_planes))

    def edit(self, plan: PlanRow) -> None:
        """Ask for the fields of a plan."""
        self._form.correct(plan)

    def _save(self) -> None:
        form, desk, made = self._form, self._screen.desk, ""
        with self._screen.attempt() as attempt:
            if form.plan is None:
                made = self._make()
            else:
                changed, seen = form.changes()
                if changed:
                    desk.do(corregir_plan, id=form.plan.id, valores=changed, seen=seen)
        if attempt.ok:
            form.close_panel()
            if made:
                self.made.emit(made)
                if form.start.from_sheet:
                    self.wanted.emit("excel.choose_file")
            else:
                self.changed.emit()

    def _make(self) -> str:
        form, desk = self._form, self._screen.desk
        if form.start.origin:
            return desk.do(copiar_plan, origen=form.start.origin, valores=form.values())
        return desk.do(crear_plan, valores=form.values(), modelo=form.start.template)

    def _withdraw(self) -> None:
        plan = self._form.plan
        reason = ask_reason(self._screen, f"Retirar «{plan.nombre}»", "¿Por qué se retira el plan?") if plan else None
        if plan is not None and reason is not None:
            with self._screen.attempt():
                self._screen.desk.do(retirar_plan, id=plan.id, motivo=reason)
            self._form.close_panel()
