"""Cronograma: what a plan says is to be done, by whom and when, how it stands at a date, and what proves it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from PySide6.QtWidgets import QStackedWidget

from rcdesk.domain.cronograma import Situacion
from rcdesk.i18n import plural, porcentaje
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.cronograma.bar import Bar
from rcdesk.ui.screens.cronograma.lines import PlanLine, lines_of
from rcdesk.ui.screens.cronograma.plan_form import PlanForm
from rcdesk.ui.screens.cronograma.table import Work, nothing
from rcdesk.work.cronograma import (
    ActividadRow,
    CronogramaView,
    Filtro,
    agregar_actividad,
    anular_actividad,
    cambiar_de_etapa,
    corregir_actividad,
    corregir_avance,
    mover_actividad,
    mover_etapa,
    registrar_avance,
    restaurar_actividad,
    retirar_avance,
    ver_cronograma,
)
from rcdesk.work.lineas import agregar, corregir, retirar
from rcdesk.work.planes import (
    PlanRow,
    corregir_plan,
    crear_plan,
    listar_planes,
    proponer_codigo_de_plan,
    retirar_plan,
)

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk

_NOTHING, _WORK = range(2)
_TOLD: Final[tuple[tuple[Situacion, str, str, str], ...]] = (
    ("vencida", "atrasada", "atrasadas", "danger"),
    ("vence_hoy", "es hoy", "son hoy", "warn"),
)


class CronogramaScreen(Screen):
    """One plan at a time: its stages, and in each what is to be done."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {"planes", "componentes", "actividades", "programaciones", "dependencias"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plan_id = ""
        self._plans: dict[str, PlanRow] = {}
        self._view: CronogramaView | None = None
        self._closed: set[str] = set()
        self.bar = Bar()
        self.work = Work(self, self._save_activity, self._save_stage)
        self.table = self.work.table
        self._form = PlanForm(self, lambda kind, year: desk.ask(proponer_codigo_de_plan, tipo=kind, vigencia=year))
        self._pages = QStackedWidget()
        self._nothing = nothing()
        self._build()

    def _build(self) -> None:
        self._nothing.started.connect(self.new_plan)
        empty = Card()
        empty.setLayout(column((self._nothing, 1)))
        self._pages.addWidget(boxed(column((empty, 1), margins=(8, 0, 8, 8))))
        self._pages.addWidget(self.work.with_bar(self.bar))
        self.fill(column((self._pages, 1)))
        self.bar.plan_chosen.connect(self._choose)
        self.bar.changed.connect(self.refresh)
        self.bar.wanted.connect(self._do)
        self.work.wanted.connect(self._do)
        self.work.asking.connect(self.bar.set_calm)
        self.work.folded.connect(self._fold)
        self.work.typed.connect(self._add)
        self.work.moved_to.connect(self._change_stage)
        self.work.advance_wanted.connect(self._save_advance)
        self.work.advance_withdrawn.connect(self._withdraw_advance)
        self._form.wanted.connect(self._save_plan)
        self._form.withdrawn.connect(self._withdraw_plan)

    # Reading

    def refresh(self) -> None:
        """Read the plan in sight, or the latest one."""
        self._plans = {plan.id: plan for plan in self.desk.ask(listar_planes)}
        if self._plan_id not in self._plans:
            self._plan_id = next(iter(self._plans), "")
        self._pages.setCurrentIndex(_WORK if self._plan_id else _NOTHING)
        self.setFocusProxy(self.table if self._plan_id else self._nothing.button)
        if not self._plan_id:
            self.ambient.emit([("0", "planes", "ink")])
            return
        plan = self._plans[self._plan_id]
        self.work.open_plan(self._plan_id)
        self.bar.show_plans(list(self._plans.values()), plan, moment.today())
        self._view = self.desk.ask(
            ver_cronograma,
            plan_id=self._plan_id,
            corte=self.bar.cut(),
            filtro=cast(Filtro, self.bar.filter()),
            responsable=self.bar.who(),
        )
        if self._view is not None:
            self._show(self._view, plan)

    def _show(self, view: CronogramaView, plan: PlanRow) -> None:
        filtered = self.bar.filter() != "todas" or bool(self.bar.who())
        year = str(plan.vigencia or self.bar.cut()[:4])
        self.bar.show_names(view.responsables)
        self.work.show_lines(
            lines_of(view, () if filtered else self._closed, year, filtered=filtered),
            [(stage.id, stage.nombre) for stage in view.etapas],
            view.sugeridos,
        )
        self.ambient.emit(_counts(view))

    def seek(self, key: str) -> None:
        """Choose the activity (or the plan) with this key, whatever the filters were."""
        if key in self._plans:
            self._choose(key)
            return
        if self.table.select_key(key):
            return
        self.bar.clear_filters()
        self._closed.clear()
        for plan in self.desk.ask(listar_planes):
            self._plan_id = plan.id
            self.refresh()
            if self.table.select_key(key):
                return

    # What commands and buttons ask for

    def offers(self, method: str) -> bool:
        """What is done to the chosen activity needs one."""
        row = self.activity()
        match method:
            case "new_plan":
                return True
            case "restore":
                return row is not None and row.anulada is not None
            case "annul" | "advance" | "up" | "down" | "detail":
                return row is not None and row.anulada is None
            case _:
                return bool(self._plan_id)

    def activity(self) -> ActividadRow | None:
        """Return the chosen activity; None on the line of a stage."""
        line = self.table.current()
        return line.actividad if line is not None else None

    def new_plan(self) -> None:
        """Ask for what a new plan needs."""
        self._form.ask(moment.now().year)

    def edit_plan(self) -> None:
        """Ask for the fields of the plan in sight."""
        if self._plan_id in self._plans:
            self._form.correct(self._plans[self._plan_id])

    def new_activity(self) -> None:
        """Go to the line where an activity is typed."""
        self.work.focus_line()

    def new_stage(self) -> None:
        """Add a stage at the end of the plan, and go to its name."""
        with self.attempt() as attempt:
            made = self.desk.do(agregar["componentes"], valores={"nombre": "Nueva etapa"}, plan_id=self._plan_id)
        if attempt.ok:
            self.bar.clear_filters()
            self.refresh()
            self.table.select_key(made)
            self.work.open_detail()

    def detail(self) -> None:
        """Show what is chosen beside the table."""
        self.work.open_detail()

    def advance(self) -> None:
        """Register an advance of the chosen activity."""
        row, plan = self.activity(), self._plans.get(self._plan_id)
        if row is not None and row.anulada is None and plan is not None:
            self.work.ask_advance(row, moment.today(), str(plan.vigencia or moment.now().year))

    def annul(self) -> None:
        """Withdraw the chosen activity, with its reason."""
        row = self.activity()
        if row is None or row.anulada is not None:
            return
        reason = ask_reason(self, f"Anular «{row.titulo}»", "¿Por qué se anula la actividad?")
        if reason is not None:
            with self.attempt():
                self.desk.do(anular_actividad, id=row.id, motivo=reason)

    def restore(self) -> None:
        """Take back that the chosen activity was withdrawn."""
        row = self.activity()
        if row is not None:
            with self.attempt():
                self.desk.do(restaurar_actividad, id=row.id)

    def up(self) -> None:
        """Move what is chosen one place up."""
        self._move(-1)

    def down(self) -> None:
        """Move what is chosen one place down."""
        self._move(1)

    # Doing

    def _do(self, method: str) -> None:
        if method == "withdraw":
            self._withdraw_stage()
        else:
            getattr(self, method)()

    def _choose(self, plan_id: str) -> None:
        self._plan_id = plan_id
        self._closed.clear()
        self.bar.clear_filters()
        self.refresh()

    def _fold(self, line: PlanLine, is_open: bool) -> None:
        (self._closed.discard if is_open else self._closed.add)(line.etapa.id)
        if not is_open and line.actividad is not None:
            self.table.select_key(line.etapa.id)
        self.refresh()

    def _move(self, steps: int) -> None:
        line = self.table.current()
        if line is None:
            return
        with self.attempt():
            action = mover_etapa if line.actividad is None else mover_actividad
            self.desk.do(action, id=line.id, pasos=steps)

    def _add(self, stage: str, name: str) -> None:
        with self.attempt() as attempt:
            made = self.desk.do(agregar_actividad, componente_id=stage, nombre=name)
        if attempt.ok:
            self.work.line_done()
            self._closed.discard(stage)
            if not self.table.select_key(made):
                self.bar.clear_filters()
                self.refresh()
                self.table.select_key(made)

    def _change_stage(self, stage: str) -> None:
        row = self.activity()
        if row is not None and stage != row.componente_id:
            with self.attempt():
                self.desk.do(cambiar_de_etapa, id=row.id, componente_id=stage)

    def _save_activity(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.desk.do(corregir_actividad, id=key, valores=values, seen=seen)

    def _save_stage(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.desk.do(corregir["componentes"], id=key, valores=values, seen=seen)

    def _save_advance(self) -> None:
        form, row = self.work.advance_form, self.activity()
        if row is None:
            return
        with self.attempt() as attempt:
            values, (proof, link) = form.values(), form.evidence()
            if form.editing:
                self.desk.do(corregir_avance, id=form.editing, valores=values, evidencia=proof)
            else:
                self.desk.do(registrar_avance, actividad_id=row.id, valores=values, evidencia=proof, enlace=link)
        if attempt.ok:
            self.work.advance_done()

    def _withdraw_advance(self, key: str) -> None:
        with self.attempt():
            self.desk.do(retirar_avance, id=key)

    def _withdraw_stage(self) -> None:
        line = self.table.current()
        if line is None:
            return
        reason = ask_reason(self, f"Retirar la etapa «{line.etapa.nombre}»", "¿Por qué se retira, con sus actividades?")
        if reason is not None:
            with self.attempt():
                self.desk.do(retirar["componentes"], id=line.etapa.id, motivo=reason)

    def _save_plan(self) -> None:
        form = self._form
        with self.attempt() as attempt:
            if form.plan is None:
                values = form.values()
                self._plan_id = self.desk.do(crear_plan, valores=values, etapas_del_murc=form.with_stages())
            else:
                changed, seen = form.changes()
                if changed:
                    self.desk.do(corregir_plan, id=form.plan.id, valores=changed, seen=seen)
        if attempt.ok:
            form.close_panel()
            self.refresh()

    def _withdraw_plan(self) -> None:
        plan = self._form.plan
        reason = ask_reason(self, f"Retirar «{plan.nombre}»", "¿Por qué se retira el plan?") if plan else None
        if plan is not None and reason is not None:
            with self.attempt():
                self.desk.do(retirar_plan, id=plan.id, motivo=reason)
            self._form.close_panel()


def _counts(view: CronogramaView) -> list[tuple[str, str, str]]:
    """The line of status: how many, how many late, and compliance as `resumen` says it, with its method named."""
    counts = [(str(view.actividades), plural(view.actividades, "actividad", "actividades").split(" ", 1)[1], "ink")]
    for key, one, many, tone in _TOLD:
        n = view.situaciones.get(key, 0)
        if n:
            counts.append((str(n), one if n == 1 else many, tone))
    if view.cumplimiento_acotado is not None:
        said = porcentaje(Decimal(view.cumplimiento_acotado))
        counts.append((said, "de lo programado, con tope de 100 %", "ink"))
    elif view.avance_promedio is not None:
        counts.append((porcentaje(Decimal(view.avance_promedio)), "de avance promedio", "ink"))
    return counts
