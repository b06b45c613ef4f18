"""Cronograma: what a plan says is to be done, by whom and when, how it stands at a date, and what proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar, cast

from PySide6.QtWidgets import QStackedWidget

from rcdesk.domain.errors import RuleError
from rcdesk.ui.excel.bringing import Excel
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.advancing import Advancing
from rcdesk.ui.screens.cronograma.bar import Bar
from rcdesk.ui.screens.cronograma.doubts import Doubts
from rcdesk.ui.screens.cronograma.excel import subject
from rcdesk.ui.screens.cronograma.pane import Meses
from rcdesk.ui.screens.cronograma.plans import Plans
from rcdesk.ui.screens.cronograma.printing import Printing
from rcdesk.ui.screens.cronograma.side import Side
from rcdesk.ui.screens.cronograma.table import TableView
from rcdesk.ui.screens.cronograma.told import counts, nothing
from rcdesk.ui.screens.cronograma.views import PLAN_TABLES, VIEWS, Sight, View
from rcdesk.uncollected import uncollected
from rcdesk.work.cronograma import (
    anular_actividad,
    cambiar_de_etapa,
    corregir_actividad,
    mover_actividad,
    mover_etapa,
    restaurar_actividad,
)
from rcdesk.work.filas_de_plan import ActividadRow
from rcdesk.work.lineas import agregar, corregir, retirar
from rcdesk.work.planes import PlanRow, listar_planes
from rcdesk.work.vista_de_plan import NADA, CronogramaView, EtapaRow, Filtro, ver_actividad, ver_cronograma

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed, Desk

V = TypeVar("V", bound=View)

_NOTHING, _WORK = range(2)
_TABLE: Final = VIEWS[0].id
_CHOICE: Final = "cronograma.vista"
_MANY: Final = 2_000  # activities that are set apart from later searches for cycles: one takes longer than reading them


class CronogramaScreen(Screen):
    """One plan at a time, looked at in one of several ways, and beside it the activity in hand."""

    reads: ClassVar[frozenset[str]] = PLAN_TABLES | {"dependencias"}
    advancing: Advancing
    excel: Excel
    printing: Printing

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plan_id = ""
        self._plans: dict[str, PlanRow] = {}
        self._view: CronogramaView | None = None
        self._read_as: tuple[str, ...] | None = None
        self._views: dict[str, View] = {}
        self._here = ""
        self.bar = Bar()
        self.side = Side(self, self._save_activity, self._save_stage)
        self.plans, self.advancing, self.printing = Plans(self), Advancing(self), Printing(self)
        self.excel = Excel(self, subject(self))
        self._doubts = Doubts(self)
        self._stack, self._pages = QStackedWidget(), QStackedWidget()
        self._nothing = nothing()
        self.work = self._make(_TABLE, TableView(self))
        self.table = self.work.table
        self._build()

    def _build(self) -> None:
        self._nothing.started.connect(self.new_plan)
        empty = Card()
        empty.setLayout(column((self._nothing, 1)))
        self._pages.addWidget(boxed(column((empty, 1), margins=(8, 0, 8, 8))))
        beside = row((self._stack, 1), self.side)
        self._pages.addWidget(boxed(column(self.bar, (beside, 1), margins=(8, 0, 8, 8))))
        self.fill(column((self._pages, 1)))
        self._doubts.counted.connect(self.bar.show_doubts)
        self.bar.plan_chosen.connect(self._choose)
        self.bar.view_chosen.connect(self.look_at)
        self.bar.changed.connect(self.refresh)
        self.bar.wanted.connect(self._do)
        self.side.wanted.connect(self._do)
        self.side.pane.asking.connect(self.bar.set_calm)
        self.side.pane.moved.connect(self._change_stage)
        self.plans.made.connect(self._begin)
        self.plans.changed.connect(self.refresh)
        self.plans.wanted.connect(self._do)

    # Reading

    def refresh(self) -> None:
        """Read the plan in sight, or the latest one."""
        self._plans = {plan.id: plan for plan in self.desk.ask(listar_planes)}
        if self._plan_id not in self._plans:
            self._plan_id = next(iter(self._plans), "")
        self._pages.setCurrentIndex(_WORK if self._plan_id else _NOTHING)
        if not self._plan_id:
            self.setFocusProxy(self._nothing.button)
            self.ambient.emit([("0", "planes", "ink")])
            return
        self.bar.show_plans(list(self._plans.values()), self._plans[self._plan_id], moment.today())
        self._read_as = None
        self._show_view()
        self._doubts.of(self._plan_id)

    def heard(self, changed: Changed) -> None:
        """Listen also for what the view in sight reads."""
        if changed.tables & (self.reads | self.here().reads):
            self.make_stale()

    @property
    def plan_in_sight(self) -> PlanRow | None:
        """The plan that is looked at; None when there is none."""
        return self._plans.get(self._plan_id)

    def here(self) -> View:
        """The view in sight."""
        known = [entry.id for entry in VIEWS]
        if not self._here:
            kept = chosen(self, _CHOICE, _TABLE)
            self._here = kept if kept in known else _TABLE
        if self._here not in self._views:
            entry = VIEWS[known.index(self._here)]
            self._make(entry.id, entry.load()(self))
            self.grew.emit()
        return self._views[self._here]

    def look_at(self, view: str) -> None:
        """Look at the plan in another way."""
        self._here = view
        keep_choice(self, _CHOICE, view)
        if self._plan_id in self._plans:
            self._show_view()
        if self._plan_id and not self.bar.walking():
            self.here().setFocus()

    def look_at_table(self) -> None:
        """Look at the activities by stage."""
        self.look_at(_TABLE)

    def seek(self, key: str) -> None:
        """Choose the activity (or the plan) with this key, whatever the filters were."""
        if key in self._plans:
            self._choose(key)
            return
        if self.here().select(key):
            return
        self.bar.clear_filters()
        if not self.here().in_hand():
            self.look_at(_TABLE)
        for plan_id in dict.fromkeys((self._plan_id, *(plan.id for plan in self.desk.ask(listar_planes)))):
            self._plan_id = plan_id
            self.refresh()
            if self.here().select(key):
                return

    def _make(self, name: str, view: V) -> V:
        view.wanted.connect(self._do)
        view.picked.connect(self._follow)
        view.opened.connect(self._open)
        self._views[name] = view
        self._stack.addWidget(view)
        return view

    def _show_view(self) -> None:
        """Show the view in sight; the plan is read again only if it was refreshed, or is looked at otherwise."""
        with uncollected(keeping=self._view is not None and self._view.actividades > _MANY):
            self._show_now()

    def _show_now(self) -> None:
        view, plan = self.here(), self._plans[self._plan_id]
        self.bar.show_view(self._here, view.filters, view.tools)
        cut, filtro, who = self.bar.cut(), self.bar.filter(), self.bar.who()
        asked = (plan.id, cut, filtro, who)
        if view.of_plan and asked != self._read_as:
            listed = cast(Filtro, filtro)
            self._read_as = asked
            self._view = self.desk.ask(ver_cronograma, plan_id=plan.id, corte=cut, filtro=listed, responsable=who)
        if view.of_plan and self._view is not None:
            self.bar.show_names(self._view.responsables)
            self.ambient.emit(counts(self._view))
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view)
        self.hints.emit(view.hints)
        view.show_plan(Sight(plan, cut, self._view or NADA, filtro, who))
        self._follow(view.in_hand())

    def _follow(self, key: str) -> None:
        """Bring beside the view what is in hand in it."""
        stage, activity = self._found(key)
        found = None
        if activity is not None and self.side.is_open:
            found = self.desk.ask(ver_actividad, id=activity.id, corte=self.bar.cut())
        if found is not None and self._view is not None:
            stages = [(stage.id, stage.nombre) for stage in self._view.etapas]
            self.side.pane.year = int(self.year())
            self.side.show_activity(found, stages, self._view.sugeridos)
        elif stage is not None and activity is None:
            self.side.show_stage(stage)
        else:
            self.side.show_nothing()
        self._stack.setVisible(not (look().large and self.side.isVisibleTo(self)))

    def _found(self, key: str) -> tuple[EtapaRow | None, ActividadRow | None]:
        for stage in self._view.etapas if self._view is not None else ():
            if stage.id == key:
                return stage, None
            if key in stage.claves:
                return stage, stage.actividades[stage.claves.index(key)]
        return None, None

    # What commands and buttons ask for

    def offers(self, method: str) -> bool:
        """What is done to the chosen activity needs one."""
        row = self.activity()
        match method:
            case "new_plan":
                return True
            case "excel.take" | "excel.choose_file" | "excel.paste":
                return self.excel.offers(method.removeprefix("excel."))
            case "restore":
                return row is not None and row.anulada is not None
            case "annul" | "advancing.register" | "up" | "down" | "detail":
                return row is not None and row.anulada is None
            case _:
                return bool(self._plan_id)

    def activity(self) -> ActividadRow | None:
        """Return the activity in hand; None when it is a stage, or nothing."""
        return self._found(self.here().in_hand())[1]

    def year(self) -> str:
        """The year of the plan in sight."""
        plan = self._plans.get(self._plan_id)
        return str((plan.vigencia if plan else None) or moment.now().year)

    def plan_code(self) -> str:
        """The code of the plan in sight."""
        return self._plans[self._plan_id].codigo

    def new_plan(self) -> None:
        """Ask for what a new plan needs."""
        self.plans.new()

    def edit_plan(self) -> None:
        """Ask for the fields of the plan in sight."""
        if self._plan_id in self._plans:
            self.plans.edit(self._plans[self._plan_id])

    def new_activity(self) -> None:
        """Go to the line where an activity is typed."""
        if look().large:
            self.close_side()
        self.look_at(_TABLE)
        self.work.focus_line()

    def new_stage(self) -> None:
        """Add a stage at the end of the plan, and go to its name."""
        with self.attempt() as attempt:
            made = self.desk.do(agregar["componentes"], valores={"nombre": "Nueva etapa"}, plan_id=self._plan_id)
        if attempt.ok:
            self.bar.clear_filters()
            self.look_at(_TABLE)
            self.work.select(made)
            self.detail()

    def detail(self) -> None:
        """Show what is in hand beside the view, and go to its name."""
        self.open_side()
        self.side.focus_name()

    def open_side(self) -> None:
        """Show what is in hand beside the view."""
        self.side.is_open = True
        self._follow(self.here().in_hand())

    def close_side(self) -> None:
        """Put away what is beside the view."""
        self.side.is_open = False
        self._follow(self.here().in_hand())
        self.here().setFocus()

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

    def withdraw_stage(self) -> None:
        """Withdraw the stage in hand with its activities, and the reason."""
        stage, activity = self._found(self.here().in_hand())
        if stage is None or activity is not None:
            return
        reason = ask_reason(self, f"Retirar la etapa «{stage.nombre}»", "¿Por qué se retira, con sus actividades?")
        if reason is not None:
            with self.attempt():
                self.desk.do(retirar["componentes"], id=stage.id, motivo=reason)

    # Doing

    def _do(self, method: str) -> None:
        owner, _, step = method.rpartition(".")
        getattr(getattr(self, owner) if owner else self, step)()

    def _choose(self, plan_id: str) -> None:
        self._plan_id = plan_id
        self.bar.clear_filters()
        self.refresh()

    def _begin(self, plan_id: str) -> None:
        """Put the keys in a plan that was just made: what asked for it may be gone."""
        self._choose(plan_id)
        self.here().setFocus()

    def _open(self, key: str) -> None:
        if self.here().select(key):
            self.detail()

    def _move(self, steps: int) -> None:
        stage, activity = self._found(self.here().in_hand())
        if stage is not None:
            with self.attempt():
                self.desk.do(
                    mover_etapa if activity is None else mover_actividad, id=(activity or stage).id, pasos=steps
                )

    def _change_stage(self, stage: str) -> None:
        row = self.activity()
        if row is not None and stage != row.componente_id:
            with self.attempt():
                self.desk.do(cambiar_de_etapa, id=row.id, componente_id=stage)

    def _save_activity(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        typed = values.get("fechas")
        if not isinstance(typed, Meses):
            self.desk.do(corregir_actividad, id=key, valores=values, seen=seen)
            return
        months = {"desde": typed.desde, "hasta": typed.hasta, "fechas": ()}
        try:
            self.desk.do(corregir_actividad, id=key, valores=months, seen=seen)
        except RuleError as error:  # it is told where the months were typed
            raise RuleError(str(error), field="fechas" if error.field in months else error.field) from None

    def _save_stage(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.desk.do(corregir["componentes"], id=key, valores=values, seen=seen)
