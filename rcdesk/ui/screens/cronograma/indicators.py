"""Indicadores: what a plan measures, objective by objective and period by period, typed where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Final, cast

from PySide6.QtWidgets import QStackedWidget

from rcdesk.domain.errors import RuleError
from rcdesk.domain.indicadores import cita
from rcdesk.domain.periodos import meses, ultimo_dia
from rcdesk.i18n import fecha_corta, leer_numero, porcentaje
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.columns import RowMark
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.fields import Line, Segmented
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.refusal import Refusal
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.typing_table import Cell, TypingTable
from rcdesk.ui.screens.cronograma.cascade import CascadeTable
from rcdesk.ui.screens.cronograma.indicator_lines import (
    IndicatorLine,
    Shown,
    columns_for,
    explained,
    lines_of,
    short_period,
)
from rcdesk.ui.screens.cronograma.indicator_pane import IndicatorPane
from rcdesk.ui.screens.cronograma.views import PLAN_TABLES, Sight, View
from rcdesk.work.avances_de_actividad import programar_periodo, registrar_avance
from rcdesk.work.cascada import AporteRow, OpcionRow, listar_aportes, listar_opciones
from rcdesk.work.ficha_del_plan import corregir_ficha
from rcdesk.work.hallazgos_de_plan import HallazgoRow, abiertos, hallazgos_del_plan
from rcdesk.work.indicadores import (
    IndicadoresView,
    agregar_indicador,
    corregir_indicador,
    ver_indicadores,
)

_WEIGHT: Final = 2
_FIRST_PERIOD: Final = 3
_CASCADE: Final = "cascada"
_REVIEWED: Final = 500  # rows of a plan that is reviewed at once
_SHOWN: Final = (("programado", "Programado"), ("ejecutado", "Hecho"), (_CASCADE, "Cascada"))
_CAPS: Final = (("no", "Con tope"), ("si", "Sin tope"))


class IndicatorsView(View):
    """A grid to type in, the cascade in its place when asked for, and beside them the chosen indicator."""

    reads: ClassVar[frozenset[str]] = PLAN_TABLES
    filters: ClassVar[frozenset[str]] = frozenset({"corte_de_vista"})
    hints: ClassVar[str] = "Escriba sobre la celda · Enter abajo · Tab a la derecha · Enter en el nombre: detalle"

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._sight: Sight | None = None
        self._view: IndicadoresView | None = None
        self._periods: tuple[str, ...] | None = None
        self._options: list[OpcionRow] = []
        self._doubts: Sequence[HallazgoRow] = ()
        self._links: list[AporteRow] = []
        self._open = False
        self._shown = named("ver_cifras", Segmented(_SHOWN), label="Qué se ve")
        self._shown.set_value("programado")
        self._cap = named("tope", Segmented(_CAPS), label="Cumplimiento por encima de 100 %")
        self._note = PlainLabel("", "caption", "ink2", elide=True)
        self._trouble = named("aviso_de_celda", Refusal())
        self._told = named("dicho_de_celda", PlainLabel("", "caption", "ink2", elide=True))
        self._grids = QStackedWidget()
        self._cascade = CascadeTable()
        self._pane = IndicatorPane(screen, self._save)
        self._line = named("nuevo_indicador_linea", Line(placeholder="Escriba el indicador y oprima Enter"))
        self._draft = Draft(screen, self._line, "cronograma/nuevo_indicador")
        self._build()
        self._make_grid(())

    def _build(self) -> None:
        self._line.setAccessibleName("Nuevo indicador")
        if look().large:  # the grid has all the height there is; the cap is also in the record of the plan
            for thing in (self._cap, self._note):
                thing.setParent(self)
                thing.hide()
            head = row(self._shown, (self._line, 1), margins=(14, 8, 14, 8), gap=12)
            foot = column(self._trouble, self._told, margins=(14, 4, 12, 4), gap=2)
        else:
            head = row(self._shown, self._cap, (self._note, 1), margins=(14, 10, 14, 10), gap=12)
            foot = column(self._trouble, self._told, row((self._line, 1)), margins=(14, 8, 12, 8), gap=6)
        self._foot = boxed(column(Rule(), foot, gap=0))
        self._card = Card()
        self._card.setLayout(column(head, Rule(), (self._grids, 1), self._foot, margins=(1, 0, 1, 2), gap=0))
        self.setLayout(row((self._card, 1), self._pane))
        self._grids.addWidget(self._cascade)
        self._pane.hide()
        self._pane.closed.connect(self._shut)
        self._pane.went.connect(self.holder.seek)
        self._cascade.opened.connect(self.holder.seek)
        self._shown.edited.connect(self._turn)
        self._cap.edited.connect(self._save_cap)
        self._line.returnPressed.connect(self._add)

    def _make_grid(self, periods: tuple[str, ...]) -> None:
        """A grid with a column for each period of the plan."""
        if periods == self._periods:
            return
        again = self._periods is not None
        if again:
            self._grids.removeWidget(self.table)
            self.table.setParent(None)  # nobody finds it by its name from here on
            self.table.deleteLater()
        self._periods = periods
        cells = {_WEIGHT: Cell(_weight_text, self._write_weight, _is_indicator)}
        for place in range(len(periods)):
            cells[_FIRST_PERIOD + place] = self._period_cell(place)
        self._model: RowsModel[IndicatorLine] = RowsModel(columns_for(periods, ()), mark=_mark)
        self.table: TypingTable[IndicatorLine] = named(
            "tabla_indicadores", TypingTable(self._model, cells, self._run), label="Indicadores del plan"
        )
        self.table.row_selected.connect(self._follow)
        self.table.row_activated.connect(self._open_pane)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell_cell())
        self._grids.insertWidget(0, self.table)
        self.setFocusProxy(self.table)
        self._turn()
        if again:
            self.holder.grew.emit()  # it wants its keys

    def _period_cell(self, place: int) -> Cell[IndicatorLine]:
        def text(line: IndicatorLine) -> str:
            cell = line.cell(place)
            value = getattr(cell, line.shown) if cell is not None else None
            return f"{Decimal(value):f}".replace(".", ",") if value is not None else ""

        return Cell(text, lambda line, typed: self._write_period(line, place, typed), _is_indicator)

    # Reading

    def show_plan(self, sight: Sight) -> None:
        desk, self._sight = self.holder.desk, sight
        self._draft.open(sight.plan.id)
        self._view = desk.ask(ver_indicadores, plan_id=sight.plan.id, corte=sight.corte)
        self._links = desk.ask(listar_aportes, corte=sight.corte)
        if self._view is None:
            return
        self._make_grid(self._view.periodos)
        self._cap.set_value("si" if self._view.sin_tope else "no")
        self._note.setText(self._means())
        self._show_lines()
        if self._open:
            self._read_beside(sight.plan.id)
            self._follow(self.table.current())

    def in_hand(self) -> str:
        line = self.table.current()
        return line.id if line is not None else ""

    def select(self, key: str) -> bool:
        found = self.table.select_key(key)
        if found and self._shown.value() == _CASCADE:
            self._shown.set_value("programado")
            self._turn()
        return found

    def _show_lines(self) -> None:
        if self._view is None or self._sight is None:
            return
        self.table.set_empty("Agregue primero un objetivo o una etapa.")
        lines = lines_of(self._view, cast(Shown, self._figures()))
        self.table.set_columns(columns_for(self._view.periodos, lines))
        self._model.show(lines)
        self._tell_cell()
        if self._model.rows and self.table.current() is None:
            self.table.setCurrentIndex(self._model.index(min(1, len(self._model.rows) - 1), _FIRST_PERIOD))
        if self._shown.value() == _CASCADE:
            self._cascade.show_plan(self._sight.plan.codigo, self._view, self._links)

    def _means(self) -> str:
        """The mean of the objectives, period by period, with its method named."""
        view = self._view
        if view is None or not view.promedios:
            met = [one for objective in view.objetivos for one in objective.cumplimientos] if view is not None else []
            programmed = any(one.real is not None for one in met)
            return "Todavía nadie ha reportado lo hecho." if programmed else "Escriba lo programado en cada periodo."
        said = [f"{short_period(period)}: {porcentaje(Decimal(mean))}" for period, mean in view.promedios.items()]
        cap = "sin tope" if view.sin_tope else "con tope"
        what = "objetivos" if all(one.clase == "objetivo" for one in view.objetivos) else "grupos"
        return f"Promedio simple de los {what}, {cap}:  {'   ·   '.join(said)}"

    def _tell_cell(self) -> None:
        """Say how the figure in hand was worked out, or what explains it."""
        line, place = self.table.current(), self.table.currentIndex().column() - _FIRST_PERIOD
        there = line is not None and self._view is not None and 0 <= place < len(self._view.periodos)
        self._told.setText(explained(line, place) if there and line is not None else "")

    def _figures(self) -> str:
        return "programado" if self._shown.value() == _CASCADE else self._shown.value()

    def _turn(self) -> None:
        """Show the grid with the figures that are wanted, or the cascade."""
        cascade = self._shown.value() == _CASCADE
        self._foot.setVisible(not cascade)
        self._grids.setCurrentWidget(self._cascade if cascade else self.table)
        self.setFocusProxy(self._cascade if cascade else self.table)
        self._show_lines()

    # Beside the grid

    def _open_pane(self, line: IndicatorLine) -> None:
        if line.indicador is None or self._sight is None:
            self.opened.emit(line.id)
            return
        self.wanted.emit("close_side")
        self._open = True
        self._read_beside(self._sight.plan.id)
        self._follow(line)
        field = self._pane.findChild(Line, "indicador_indicador_codigo")
        if field is not None:
            field.setFocus()

    def _read_beside(self, plan_id: str) -> None:
        """What the pane says besides the row; a plan of thousands of rows is reviewed in its own view."""
        desk, rows = self.holder.desk, len(self._model.rows)
        self._options = desk.ask(listar_opciones, plan_id=plan_id)
        self._doubts = desk.ask(hallazgos_del_plan, plan_id=plan_id) if rows <= _REVIEWED else ()

    def _follow(self, line: IndicatorLine | None) -> None:
        self._trouble.tell("")
        self.picked.emit(line.id if line is not None else "")
        row_ = line.indicador if line is not None else None
        shown = self._open and row_ is not None and self._sight is not None
        if shown and row_ is not None and self._sight is not None:
            plan = self._sight.plan.codigo
            mine = cita(plan, row_.codigo or row_.indicador_codigo or row_.nombre or "") or ""
            below = [one for one in self._links if one.a_que == mine]
            doubts = abiertos(self._doubts, registro=row_.id)
            self._pane.show_row(row_, plan, mine, self._options, below, doubts)
        else:
            self._pane.leave()
        self._pane.setVisible(shown)
        self._card.setVisible(not (shown and look().large))

    def _shut(self) -> None:
        self._open = False
        self._follow(self.table.current())
        self.table.setFocus()

    # Doing

    def _run(self, do: Callable[[], object]) -> bool:
        """Write a cell; what is refused is told under the grid, and stays as it was typed."""
        return self._trouble.attempt(self.holder, do)

    def _write_weight(self, line: IndicatorLine, typed: str) -> None:
        seen = {"ponderacion": line.indicador.ponderacion if line.indicador else None}
        values = {"ponderacion": _read(typed)}
        self.holder.desk.do(corregir_indicador, id=line.id, valores=values, seen=seen)

    def _write_period(self, line: IndicatorLine, place: int, typed: str) -> None:
        cell, desk = line.cell(place), self.holder.desk
        if cell is None:
            return
        amount = _read(typed)
        if line.shown == "programado":
            if amount is not None or cell.programado is not None:
                desk.do(programar_periodo, actividad_id=line.id, periodo=cell.periodo, programado=amount)
            return
        if amount is None:
            raise RuleError("Lo que se dijo no se borra: escriba cuánto va, o retire el avance en el detalle.")
        today = moment.today()
        day = min(today, ultimo_dia(meses(cell.periodo)[1]).isoformat())
        values = {"corte": day, "ejecutado": amount, "periodo": cell.periodo}
        desk.do(registrar_avance, actividad_id=line.id, hoy=today, valores=values)
        if day != today:
            self.holder.said.emit(f"Quedó con fecha {fecha_corta(day)}, el último día del periodo.")

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.holder.desk.do(corregir_indicador, id=key, valores=values, seen=seen)

    def _save_cap(self) -> None:
        if self._sight is not None:
            with self.holder.attempt():
                values = {"sin_tope": self._cap.value() == "si"}
                self.holder.desk.do(corregir_ficha, id=self._sight.plan.id, valores=values)

    def _add(self) -> None:
        line, words = self.table.current(), self._line.value()
        if not words:
            return
        objectives = self._view.objetivos if self._view is not None else ()
        if line is None and not objectives:
            self._trouble.tell("Agregue primero un objetivo: en Tabla, «Agregar etapa».")
            return
        under = line.objetivo.id if line is not None else objectives[-1].id
        with self.holder.attempt() as attempt:
            made = self.holder.desk.do(agregar_indicador, componente_id=under, nombre=words)
        if attempt.ok:
            self._draft.done()
            self.table.select_key(made)
            self._line.setFocus()


def _mark(line: IndicatorLine) -> RowMark:
    return RowMark(head=line.place < 0)


def _is_indicator(line: IndicatorLine) -> bool:
    return line.place >= 0


def _weight_text(line: IndicatorLine) -> str:
    weight = line.indicador.ponderacion if line.indicador else None
    return weight.replace(".", ",") if weight is not None else ""


def _read(typed: str) -> str | None:
    """The quantity of what was typed, as it is stored; None of nothing."""
    if not typed:
        return None
    value = leer_numero(typed)
    if value is None:
        raise RuleError(f"«{typed}» no es un número. Escríbalo como 1.250 o 12,5.")
    return f"{value:f}"
