"""The cascade of a plan as a tree: objective, goal, indicator, and the activities of any plan that contribute to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal

from rcdesk.domain.indicadores import cita
from rcdesk.domain.palabras import CLASE_COMPONENTE
from rcdesk.domain.registro import NO_APLICA
from rcdesk.i18n import plural
from rcdesk.ui.kit.columns import Column, RowMark
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.work.cascada import AporteRow
from rcdesk.work.indicadores import IndicadoresView, IndicadorRow, ObjetivoRow

_INDENT: Final = "\u2003\u2003"
_UNDER: Final = "\u2003\u2003\u2009"  # as wide in the smaller letters of a note
_DEEPEST: Final = 6  # a row may contribute to a row that contributes to another


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the tree. `clave` is the row to which it leads, if it is one."""

    id: str
    level: int
    what: str
    title: str
    note: str = ""
    clave: str = ""
    percent: int | None = None


_COLUMNS: Final = (
    Column[Branch](
        "Qué depende de qué",
        lambda line: f"{_INDENT * line.level}{line.title}",
        note=lambda line: f"{_UNDER * line.level}{line.note}",
        stretch=3,
    ),
    Column[Branch]("Es", lambda line: line.what, width=120, tone="ink2", drop=1),
    Column[Branch](
        "Avance",
        lambda line: f"{line.percent} %" if line.percent is not None else "",
        width=180,
        meter=lambda line: line.percent,
        tone=lambda line: "warn" if (line.percent or 0) < 70 else "ok",
        drop=2,
    ),
)


class CascadeTable(Table[Branch]):
    """`opened` asks for a row of any plan by its key."""

    opened = Signal(str)

    def __init__(self) -> None:
        self._lines: RowsModel[Branch] = RowsModel(_COLUMNS, mark=lambda line: RowMark(head=line.level == 0))
        super().__init__(self._lines, empty="Todavía no hay objetivos ni indicadores.")
        named("tabla_cascada", self, label="Cascada del plan")
        self.row_activated.connect(lambda line: self.opened.emit(line.clave) if line.clave else None)

    def show_plan(self, plan: str, view: IndicadoresView, links: Sequence[AporteRow]) -> None:
        """Show the tree of a plan; `links` are all the rows that contribute to another."""
        self._lines.show(list(_branches(plan, view, links)))


def _branches(plan: str, view: IndicadoresView, links: Sequence[AporteRow]) -> Iterator[Branch]:
    for one in view.objetivos:
        name = f"{one.codigo}. {one.nombre}" if one.codigo else one.nombre
        what = CLASE_COMPONENTE[one.clase] if one.clase else ""
        yield Branch(one.id, 0, what, name, plural(len(one.indicadores), "indicador", "indicadores"))
        for goal, rows in _by_goal(one).items():
            if goal is not None:
                yield Branch(f"{rows[0].id}/meta", 1, "meta", str(rows[0].meta_nombre), rows[0].meta_codigo or "")
            for row in rows:
                yield from _indicator(plan, row, links, 1 if goal is None else 2)


def _by_goal(one: ObjetivoRow) -> dict[tuple[str | None, str | None] | None, list[IndicadorRow]]:
    """The indicators of each goal, in the order of the first of them; under None, those that are their own goal."""
    found: dict[tuple[str | None, str | None] | None, list[IndicadorRow]] = {}
    for row in one.indicadores:
        loose = row.meta_nombre in (None, NO_APLICA, row.titulo)
        found.setdefault(None if loose else (row.meta_codigo, row.meta_nombre), []).append(row)
    return found


def _indicator(plan: str, row: IndicadorRow, links: Sequence[AporteRow], level: int) -> Iterator[Branch]:
    code = row.codigo or row.indicador_codigo
    mine = cita(plan, code or row.nombre or "") or ""
    found = [link for link in links if link.a_que == mine]
    note = plural(len(found), "actividad le aporta", "actividades le aportan") if found else "nadie le aporta"
    yield Branch(row.id, level, "indicador", " ".join(filter(None, (code, row.titulo))), note, row.id)
    yield from _below(found, links, level + 1, row.id)


def _below(found: Sequence[AporteRow], links: Sequence[AporteRow], level: int, above: str) -> Iterator[Branch]:
    for link in found if level <= _DEEPEST else ():
        title = f"{link.numero} {link.titulo}".strip()
        note = " · ".join((link.plan, *link.responsables))
        key = f"{above}/{link.id}"
        yield Branch(key, level, "actividad", title, note, link.id, link.porcentaje)
        yield from _below([one for one in links if one.a_que == link.cita], links, level + 1, key)
