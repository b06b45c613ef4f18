"""Equipo: who presides, who takes notes, who moderates, who tells; they are people of the attendance, with a role."""

from __future__ import annotations

from typing import ClassVar

from rcdesk.domain.palabras import CALIDAD, ROL, con_mayuscula
from rcdesk.domain.registro import Rol
from rcdesk.i18n import lista_en_palabras, plural
from rcdesk.ui.kit.fields import Choice, Field, Line
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.preparacion.adder import Adder
from rcdesk.ui.screens.preparacion.checks import Checks
from rcdesk.ui.screens.preparacion.detail import Detail
from rcdesk.ui.screens.preparacion.editors import choice_of
from rcdesk.ui.screens.preparacion.lines import LineList
from rcdesk.ui.screens.preparacion.notice import Notice
from rcdesk.ui.screens.preparacion.section import Status
from rcdesk.ui.screens.preparacion.split import SplitSection
from rcdesk.work.equipo import (
    IntegranteRow,
    agregar_al_equipo,
    corregir_integrante,
    listar_equipo,
    retirar_del_equipo,
)
from rcdesk.work.preparacion import ver_sugerencias

_NEEDED: tuple[tuple[Rol, str], ...] = (
    ("preside", "quien preside"),
    ("secretaria", "quien hace la secretaría"),
    ("moderacion", "quien modera"),
)
_COLUMNS: tuple[Column[IntegranteRow], ...] = (
    Column("Nombre", lambda r: r.nombre or "Sin nombre", note=lambda r: r.cargo or "", stretch=3),
    Column("Papel", lambda r: _roles(r), stretch=2),
    Column("Dependencia", lambda r: r.dependencia or r.organizacion or "", stretch=2, tone="ink2", drop=1),
)
_EMPTY = (
    "users",
    "Todavía no hay equipo",
    "Quién preside, quién toma nota, quién modera y quién expone. Quedan en la lista de asistencia, por llegar.",
    "Escribir la primera persona",
)


class EquipoSection(SplitSection[IntegranteRow]):
    """The people with a role at the left; the chosen one at the right."""

    reads: ClassVar[frozenset[str]] = frozenset({"asistentes", "personas", "dependencias"})

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._team: list[IntegranteRow] = []
        self._role = named("papel_nuevo", Choice([(role, con_mayuscula(word)) for role, word in ROL.items()]))
        self._role.setAccessibleName("Papel de la persona que se agrega")
        adder = Adder(tab, "equipo", "Escriba un nombre y oprima Enter", self._add, self._role)
        self._missing = Notice()
        lines = LineList("equipo", "Equipo", _COLUMNS, adder, empty=_EMPTY, foot=self._missing)
        self._form = self.form("equipo", corregir_integrante)
        self._office = Line()
        bind = self._form.bind
        what = Flow(
            (bind("dependencia", Field("Dependencia", self._office)), 1),
            (bind("organizacion", Field("Organización", Line()), hint="si es de otra entidad"), 1),
            units=2,
            least=180,
        )
        fields = column(
            bind("nombre", Field("Nombre", Line())),
            bind("roles", Field("Papel", Checks("papel", ROL))),
            bind("cargo", Field("Cargo", Line())),
            what,
            bind("calidad", Field("Calidad", choice_of(CALIDAD, "Sin indicar"))),
            None,
            gap=10,
        )
        self.build(lines, Detail("Persona", fields, "persona", moves=False), back="Equipo", shares=(7, 5))

    def refresh(self) -> None:
        self._team = self.ask(listar_equipo)
        offered = self.ask(ver_sugerencias)
        self._office.set_suggestions(offered.dependencias)
        here = {person.nombre for person in self._team}
        self.lines.adder.line.set_suggestions([name for name in offered.personas if name not in here])
        self.show_lines(self._team, plural(len(self._team), "persona", "personas"))
        missing = self._lacking()
        if missing and self._team:
            words = lista_en_palabras([word for _, word in missing])
            self._missing.say(State("Falta", "user-plus", "warn"), f"Todavía no se sabe {words}.")
        else:
            self._missing.say(None)
        self._role.set_value(missing[0][0] if missing else "apoyo")

    def show_detail(self, row: IntegranteRow) -> None:
        self._form.show(row.id, row)
        self.detail.set_title(row.nombre or "Sin nombre")

    def leave_detail(self) -> None:
        self._form.leave()

    def withdraw_line(self) -> None:
        self.withdraw_with(retirar_del_equipo)

    def status(self) -> Status:
        missing = len(self._lacking())
        parts = [(str(len(self._team)), "personas en el equipo", "ink")]
        return (*parts, (str(missing), "papeles por asignar", "warn")) if missing else tuple(parts)

    def _lacking(self) -> list[tuple[Rol, str]]:
        taken = {role for person in self._team for role in person.roles}
        return [(role, word) for role, word in _NEEDED if role not in taken]

    def _add(self, words: str) -> bool:
        roles = (self._role.value(),)
        return self.added(self.do(agregar_al_equipo, audiencia_id=self.hearing, nombre=words, roles=roles))


def _roles(row: IntegranteRow) -> str:
    return con_mayuscula(", ".join(ROL[role] for role in row.roles))
