"""Accesibilidad: what is foreseen so that anyone can take part, and whether it was there."""

from __future__ import annotations

from typing import ClassVar

from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field, Line, Text
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.preparacion.adder import Adder
from rcdesk.ui.screens.preparacion.detail import Detail
from rcdesk.ui.screens.preparacion.editors import from_answer, three_states, to_answer
from rcdesk.ui.screens.preparacion.lines import LineList
from rcdesk.ui.screens.preparacion.section import Status
from rcdesk.ui.screens.preparacion.split import SplitSection
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from rcdesk.work.preparacion import MedidaRow, agregar_medidas_usuales, listar_medidas

_FORESEEN = {
    None: State("Sin decidir", "circle-dashed"),
    True: State("Prevista", "clipboard-list", "info"),
    False: State("No prevista", "ban"),
}
_MET = {
    None: State("Sin verificar", "circle-dashed"),
    True: State("Cumplida", "check", "ok"),
    False: State("No se cumplió", "circle-alert", "danger"),
}
_COLUMNS: tuple[Column[MedidaRow], ...] = (
    Column("", lambda r: str(r.numero), width=52, align="right", strong=True),
    Column("Medida", lambda r: r.medida, note=lambda r: f"Respaldo: {r.respaldo}" if r.respaldo else ""),
    Column("Prevista", lambda r: _FORESEEN[r.prevista].word, width=136, state=lambda r: _FORESEEN[r.prevista], drop=1),
    Column("Verificación", lambda r: _MET[r.cumplida].word, width=156, state=lambda r: _MET[r.cumplida]),
)
_EMPTY = (
    "accessibility",
    "Todavía no hay medidas de accesibilidad",
    "La lista de lo que hace falta para que cualquiera participe, con su respaldo. El día de la audiencia se verifica.",
    "Agregar las usuales",
)


class AccesibilidadSection(SplitSection[MedidaRow]):
    """The checklist at the left; the chosen measure at the right."""

    reads: ClassVar[frozenset[str]] = frozenset({"medidas"})

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._measures: list[MedidaRow] = []
        usual = named("medidas_usuales", Button("Agregar las usuales", "clipboard-list", small=True))
        usual.clicked.connect(self._add_usual)
        adder = Adder(tab, "medidas", "Escriba una medida y oprima Enter", self._add)
        lines = LineList("medidas", "Accesibilidad", _COLUMNS, adder, empty=_EMPTY, right=(usual,))
        lines.empty.started.disconnect()
        lines.empty.started.connect(self._add_usual)
        self._form = self.form("medidas", corregir["medidas"])
        bind = self._form.bind
        foreseen = Field("¿Está prevista?", three_states("Sin decidir", "Sí", "No"))
        met = Field("¿Se cumplió?", three_states("Sin verificar", "Sí", "No"))
        fields = column(
            bind("medida", Field("Medida", Text(lines=2, enter_commits=True))),
            bind("prevista", foreseen, shown=to_answer, stored=from_answer),
            bind("respaldo", Field("Respaldo", Line()), hint="quién o qué queda si falla"),
            bind("cumplida", met, shown=to_answer, stored=from_answer),
            bind("nota", Field("Nota", Text(lines=3))),
            None,
            gap=10,
        )
        self.build(lines, Detail("Medida", fields, "medida"), back="Accesibilidad")

    def refresh(self) -> None:
        self._measures = self.ask(listar_medidas)
        self.show_lines(self._measures, plural(len(self._measures), "medida", "medidas"))

    def show_detail(self, row: MedidaRow) -> None:
        self._form.show(row.id, row)
        self.detail.set_title(f"Medida {row.numero}")

    def leave_detail(self) -> None:
        self._form.leave()

    def move_line(self, by: int) -> None:
        self.move_with(mover["medidas"], self._measures, by)

    def withdraw_line(self) -> None:
        self.withdraw_with(retirar["medidas"])

    def status(self) -> Status:
        pending = sum(row.cumplida is None for row in self._measures)
        alone = sum(row.prevista is True and not row.respaldo for row in self._measures)
        parts = [(str(len(self._measures)), "medidas", "ink"), (str(pending), "sin verificar", "ink")]
        return (*parts, (str(alone), "previstas sin respaldo", "warn")) if alone else tuple(parts)

    def _add(self, words: str) -> bool:
        return self.added(self.do(agregar["medidas"], valores={"medida": words}, audiencia_id=self.hearing))

    def _add_usual(self) -> None:
        self.do(agregar_medidas_usuales, audiencia_id=self.hearing)
        self.lines.take_keys()
