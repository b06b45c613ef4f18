"""Orden del día while it runs: where it goes, its hours, whether it fits, and the private note of each point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rcdesk.domain import reloj as clocks
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.columns import Column, RowMark
from rcdesk.ui.kit.fields import Field, NumberField, Text, TimeField
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.en_vivo.looks import hour
from rcdesk.ui.screens.en_vivo.run.section import Section
from rcdesk.ui.screens.en_vivo.run.tables import KeyedTable
from rcdesk.ui.screens.en_vivo.run.words import excess, hours_of
from rcdesk.work.lineas import corregir
from rcdesk.work.marcha import MarchaView, PuntoEnMarcha, corregir_horas, pasar_al_punto, planear_minutos

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

_NOW: Final = State("Ahora", "play", "info")
_PAUSED: Final = State("En pausa", "pause", "warn")
_OVER: Final = State("Listo", "check", "ok")
_MOST: Final = 1440
_HOURS: Final = ("inicio", "fin")


@dataclass(frozen=True, slots=True)
class _Fields:
    """What can be corrected of a point."""

    inicio: str
    fin: str
    minutos: int | None
    guion: str | None


def state_of_point(punto: PuntoEnMarcha) -> State | None:
    """Return how far a point is; None before it begins."""
    if punto.reloj.fin is not None:
        return _OVER
    if punto.reloj.inicio is None:
        return None
    return _NOW if clocks.corre(punto.reloj) else _PAUSED


def _word(punto: PuntoEnMarcha) -> str:
    state = state_of_point(punto)
    return state.word if state is not None else "Por empezar"


_COLUMNS: Final[tuple[Column[PuntoEnMarcha], ...]] = (
    Column("", lambda r: str(r.numero), width=52, align="right", strong=True),
    Column("Punto", lambda r: r.titulo, note=lambda r: hours_of(r, moment.now())),
    Column("Estado", _word, width=116, state=state_of_point),
)


class Agenda(Section):
    """Enter in the list passes to a point."""

    title: ClassVar[str] = "Orden del día"
    icon: ClassVar[str] = "list-ordered"

    def __init__(self, screen: EnVivoScreen) -> None:
        super().__init__(screen)
        self._chosen: PuntoEnMarcha | None = None
        mark = RowMark(accent=True)
        self._model = RowsModel(_COLUMNS, self, mark=lambda r: mark if clocks.empezado(r.reloj) else RowMark())
        empty = "Todavía no hay orden del día. Se escribe en Preparación."
        self.table = named("puntos_en_marcha", KeyedTable(self._model, {}, empty=empty), label="Orden del día")
        self.table.row_activated.connect(self._pass_to)
        self.table.row_selected.connect(self._select)
        self._excess = named("excede_la_franja", PlainLabel("", "strong", "danger", wrap=True))
        self.form = Form(screen, "punto_en_marcha", self._save)
        bind = self.form.bind
        self.build(
            self.table,
            self._excess,
            row(
                (bind("inicio", Field("Empezó", TimeField(placeholder="hora"))), 1),
                (bind("fin", Field("Terminó", TimeField(placeholder="hora"))), 1),
                (bind("minutos", Field("Minutos", NumberField(least=1, most=_MOST))), 1),
                gap=10,
            ),
            bind("guion", Field("Nota para quien modera", Text(lines=4)), hint="solo sale en el guion"),
        )

    def show_run(self, view: MarchaView) -> None:
        self._model.show(view.puntos)
        said = excess(view)
        self._excess.setText(said)
        self._excess.setVisible(bool(said))
        if self.table.current() is None and view.puntos:
            self.table.select_key((view.punto or view.puntos[0]).id)
        self._select(self.table.current())

    def tick(self) -> None:
        self.table.viewport().update()

    def leave(self) -> None:
        self.form.leave()

    def _select(self, punto: PuntoEnMarcha | None) -> None:
        self._chosen = punto
        if punto is not None:
            shown = _Fields(hour(punto.reloj.inicio), hour(punto.reloj.fin), punto.minutos, punto.guion)
            self.form.show(punto.id, shown)

    def _pass_to(self, punto: PuntoEnMarcha) -> None:
        if not clocks.empezado(punto.reloj):
            self.do(pasar_al_punto, audiencia_id=self.tab.audiencia_id, id=punto.id)

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        desk, chosen = self.tab.desk, self._chosen
        ((campo, value),) = values.items()
        if campo in _HOURS and chosen is not None:
            hours = {"inicio": hour(chosen.reloj.inicio), "fin": hour(chosen.reloj.fin)} | {campo: value}
            desk.do(corregir_horas, id=key, **hours)
        elif campo == "minutos":
            desk.do(planear_minutos, id=key, minutos=value, seen=seen)
        else:
            desk.do(corregir["puntos"], id=key, valores=values, seen=seen)
