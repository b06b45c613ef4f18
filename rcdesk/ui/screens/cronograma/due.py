"""Lo que vence: activities of every plan, commitments and questions, from what is overdue to the next thirty days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, get_args

from rcdesk.i18n import en_dias_habiles, fecha_corta
from rcdesk.i18n import numero as en_palabras
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plan import Group, GroupedTable
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import POR_VENCER, VENCE_HOY, VENCIDO, State
from rcdesk.ui.kit.tally import Tally
from rcdesk.ui.screens.cronograma.views import PLAN_TABLES, Sight, View
from rcdesk.work.vencimientos import Tipo, Tramo, VencimientoRow, Vencimientos, vencimientos

_CHOICE: Final = "cronograma.vence"
_ALL: Final = "todo"
_GROUPS: Final[dict[Tramo, str]] = {
    "vencido": "Vencido",
    "hoy": "Hoy",
    "semana": "Esta semana",
    "mes": "En los próximos 30 días",
}
_ICONS: Final[dict[Tipo, str]] = {"actividad": "calendar-days", "compromiso": "handshake", "pregunta": "message-circle"}
_STATES: Final = {
    "vencido": VENCIDO,
    "hoy": VENCE_HOY,
    "por_vencer": POR_VENCER,
    "con_tiempo": State("Con tiempo", "circle-dashed"),
}


@dataclass(frozen=True, slots=True)
class DueLine:
    """A line of the table: of a group when it has no row."""

    id: str
    tramo: Tramo
    cuantos: int
    row: VencimientoRow | None
    open: bool


def lines_of(found: Vencimientos, tipos: frozenset[Tipo], closed: set[str]) -> list[DueLine]:
    """The lines in sight: a group has one if something of the wanted kinds is due in it."""
    lines: list[DueLine] = []
    for tramo in _GROUPS:
        count = found.en(tramo, *tipos)
        if not count:
            continue
        lines.append(DueLine(tramo, tramo, count, None, tramo not in closed))
        if tramo not in closed:
            rows = [row for row in found.filas if row.tramo == tramo]
            lines += [DueLine(row.id, tramo, count, row, True) for row in rows]
    return lines


class DueView(View):
    """Enter goes to where each is attended. The counters are filters."""

    reads: ClassVar[frozenset[str]] = PLAN_TABLES | {
        *("compromisos", "preguntas", "audiencias", "dias_no_habiles", "terminos"),
    }
    filters: ClassVar[frozenset[str]] = frozenset()
    of_plan: ClassVar[bool] = False
    hints: ClassVar[str] = "Enter  ir a atenderlo      ← →  plegar      F1  teclas"

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._found, self._kind = Vencimientos(()), ""
        self._closed: set[str] = set()
        self._tally = Tally(
            [
                (_ALL, "todo lo que vence", "ink"),
                ("actividad", "actividades", "ink"),
                ("compromiso", "compromisos", "ink"),
                ("pregunta", "preguntas", "ink"),
            ]
        )
        self._model: RowsModel[DueLine] = RowsModel(_COLUMNS)
        self.table: GroupedTable[DueLine] = named(
            "tabla_vence", GroupedTable(self._model, _group_of), label="Lo que vence"
        )
        self.table.set_empty("Nada vencido ni por vencer en los próximos 30 días.")
        card = Card()
        card.setLayout(column(8, self._tally, Rule(), (self.table, 1), margins=(1, 1, 1, 2), gap=0))
        self.setLayout(column((card, 1)))
        self.setFocusProxy(self.table)
        self._tally.chosen.connect(self._filter)
        self.table.row_activated.connect(self._go)
        self.table.folded.connect(self._fold)

    @property
    def lines(self) -> Sequence[DueLine]:
        """The lines now in the table."""
        return self._model.rows

    def show_plan(self, sight: Sight) -> None:
        self._kind = self._kind or chosen(self, _CHOICE, _ALL)
        self._tally.choose(self._kind)
        self._read()

    def _wanted(self) -> frozenset[Tipo]:
        return frozenset(tipo for tipo in get_args(Tipo) if self._kind in (_ALL, tipo))

    def _read(self) -> None:
        wanted = self._wanted()
        self._found = self.holder.desk.ask(vencimientos, hoy=moment.today(), tipos=wanted)
        by = {tipo: sum(self._found.en(tramo, tipo) for tramo in _GROUPS) for tipo in get_args(Tipo)}
        self._tally.show_counts({_ALL: sum(by.values()), **by})
        late, today = self._found.en("vencido"), self._found.en("hoy")
        told = [(en_palabras(late), "vencido" if late == 1 else "vencidos", "danger")] if late else []
        told += [(en_palabras(today), "vence hoy" if today == 1 else "vencen hoy", "warn")] if today else []
        self.holder.ambient.emit([*told, (en_palabras(sum(by.values())), "en total, a 30 días", "ink")])
        self._show()

    def _show(self) -> None:
        self._model.show(lines := lines_of(self._found, self._wanted(), self._closed))
        if lines and self.table.current() is None:
            self.table.select_key(next((one.id for one in lines if one.row), lines[0].id))

    def _filter(self, kind: str) -> None:
        self._kind = kind
        keep_choice(self, _CHOICE, kind)
        self._read()

    def _fold(self, line: DueLine, is_open: bool) -> None:
        (self._closed.discard if is_open else self._closed.add)(line.tramo)
        if not is_open:
            self.table.select_key(line.tramo)
        self._show()

    def _go(self, line: DueLine) -> None:
        row = line.row
        if row is None:
            self._fold(line, not line.open)
            return
        match row.tipo:
            case "actividad":
                self.wanted.emit("look_at_table")
                self.holder.seek(row.id)
                self.wanted.emit("open_side")
            case "compromiso":
                self.holder.wants.emit("compromisos", row.id)
            case "pregunta":
                self.holder.wants.emit("en_vivo", f"{row.lugar_id}/{row.id}")


def _group_of(line: DueLine) -> Group | None:
    if line.row is not None:
        return None
    return Group(_GROUPS[line.tramo], en_palabras(line.cuantos), line.open)


def _cell(line: DueLine, name: str) -> str:
    return str(getattr(line.row, name)) if line.row is not None else ""


_COLUMNS: Final = (
    Column[DueLine](
        "No.",
        lambda p: (p.row.numero or "–") if p.row else _GROUPS[p.tramo],
        width=104,
        icon=lambda p: _ICONS[p.row.tipo] if p.row else "",
        strong=True,
    ),
    Column[DueLine]("Qué", lambda p: _cell(p, "que"), stretch=3),
    Column[DueLine]("Responsable", lambda p: _cell(p, "responsable"), stretch=2, drop=2),
    Column[DueLine]("De", lambda p: _cell(p, "procedencia"), tone="ink2", stretch=2, drop=1),
    Column[DueLine]("Fecha", lambda p: fecha_corta(p.row.fecha) if p.row else "", width=112, drop=4),
    Column[DueLine](
        "Vence",
        lambda p: en_dias_habiles(p.row.dias) if p.row else "",
        width=178,
        tone=lambda p: "danger" if p.row and p.row.dias < 0 else "ink",
        drop=3,
    ),
    Column[DueLine](
        "Estado",
        lambda p: _STATES[p.row.plazo].word if p.row else "",
        width=124,
        state=lambda p: _STATES[p.row.plazo] if p.row else None,
    ),
)
