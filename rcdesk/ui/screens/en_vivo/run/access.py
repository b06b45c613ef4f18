"""Accesibilidad in the room: what was planned, whether it is there, and who stands in when it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from rcdesk.ui.kit import moment
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import Field, Line, Text
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.en_vivo.run.section import Section
from rcdesk.ui.screens.en_vivo.run.tables import KeyedTable
from rcdesk.work.incidentes import incumplir_medida
from rcdesk.work.lineas import corregir
from rcdesk.work.marcha import MarchaView
from rcdesk.work.preparacion import MedidaRow, listar_medidas

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

_MET: Final = {
    None: State("Sin verificar", "circle-dashed"),
    True: State("Se cumple", "check", "ok"),
    False: State("No se cumple", "circle-alert", "danger"),
}


def _planned(medida: MedidaRow) -> str:
    planned = {None: "", True: "Prevista", False: "No estaba prevista"}[medida.prevista]
    instead = f"la suple: {medida.respaldo}" if medida.respaldo else ""
    return "  ·  ".join(filter(None, (planned, instead))) or "sin respaldo"


_COLUMNS: Final[tuple[Column[MedidaRow], ...]] = (
    Column("Medida", lambda r: r.medida, note=_planned),
    Column("Verificación", lambda r: _MET[r.cumplida].word, width=136, state=lambda r: _MET[r.cumplida]),
)


class Access(Section):
    """Espacio: it is there; N: it is not, and the incident is noted."""

    title: ClassVar[str] = "Accesibilidad"
    icon: ClassVar[str] = "accessibility"

    def __init__(self, screen: EnVivoScreen) -> None:
        super().__init__(screen)
        self._model = RowsModel(_COLUMNS, self)
        keys = {"Space": self._met, "N": self._unmet}
        empty = "No hay medidas previstas. Se escriben en Preparación."
        self.table = named("medidas_en_vivo", KeyedTable(self._model, keys, empty=empty), label="Accesibilidad")
        self.table.row_selected.connect(self._select)
        self.form = Form(screen, "medida_en_vivo", self._save)
        said = "Espacio: se cumple. N: no se cumple, y queda anotado el incidente."
        self.build(
            self.table,
            PlainLabel(said, "caption", "ink2", wrap=True),
            self.form.bind("respaldo", Field("Quién o qué la suple", Line())),
            self.form.bind("nota", Field("Nota", Text(lines=2))),
        )

    def show_run(self, view: MarchaView) -> None:
        rows = self.tab.desk.ask(listar_medidas, audiencia_id=self.tab.audiencia_id)
        self._model.show(rows)
        if self.table.current() is None and rows:
            self.table.select_key(rows[0].id)
        self._select(self.table.current())

    def leave(self) -> None:
        self.form.leave()

    def _select(self, medida: MedidaRow | None) -> None:
        if medida is not None:
            self.form.show(medida.id, medida)

    def _met(self, medida: MedidaRow) -> None:
        met = None if medida.cumplida else True
        self.do(corregir["medidas"], id=medida.id, valores={"cumplida": met}, seen={"cumplida": medida.cumplida})

    def _unmet(self, medida: MedidaRow) -> None:
        self.form.commit()
        if medida.cumplida is not False:
            self.do(incumplir_medida, id=medida.id, hora=moment.hour())

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.tab.desk.do(corregir["medidas"], id=key, valores=values, seen=seen)
