"""Orden del día: the points in their order, their minutes and whether they fit in the time of the hearing."""

from __future__ import annotations

from typing import ClassVar

from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field, Line, NumberField, Text
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.states import State
from rcdesk.ui.pdf_work import OnPaper
from rcdesk.ui.saving import Saving
from rcdesk.ui.screens.preparacion.adder import Adder
from rcdesk.ui.screens.preparacion.detail import Detail
from rcdesk.ui.screens.preparacion.lines import LineList
from rcdesk.ui.screens.preparacion.notice import Notice
from rcdesk.ui.screens.preparacion.printing import script_work
from rcdesk.ui.screens.preparacion.section import Status
from rcdesk.ui.screens.preparacion.split import SplitSection
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from rcdesk.work.preparacion import OrdenDelDia, PuntoRow, ver_orden_del_dia, ver_sugerencias

_COLUMNS: tuple[Column[PuntoRow], ...] = (
    Column("", lambda r: str(r.numero), width=52, align="right", strong=True),
    Column("Punto", lambda r: r.titulo, note=lambda r: r.detalle or "", stretch=3),
    Column("Responsable", lambda r: r.responsable or "", stretch=2, tone="ink2", drop=2),
    Column("Inicia", lambda r: r.inicia or "", width=72, align="right", tone="ink2", drop=1),
    Column(
        "Dura",
        lambda r: f"{r.minutos} min" if r.minutos is not None else "—",
        width=92,
        align="right",
        tone=lambda r: "danger" if r.de_mas else "ink",
        note=lambda r: f"+{r.de_mas} min" if r.de_mas else "",
        note_tone=lambda _: "danger",
    ),
)
_EMPTY = (
    "list-ordered",
    "Todavía no hay orden del día",
    "Sus puntos son las secciones del acta. Escriba el primero y oprima Enter.",
    "Escribir el primer punto",
)
_MOST_MINUTES = 1440


class OrdenSection(SplitSection[PuntoRow]):
    """The list of points at the left; the chosen one, whole, at the right."""

    reads: ClassVar[frozenset[str]] = frozenset({"puntos", "audiencias", "asistentes", "personas"})

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._agenda = OrdenDelDia((), 0, 0, None)
        self._sum = Notice()
        adder = Adder(tab, "puntos", "Escriba un punto y oprima Enter", self._add)
        self._saving = Saving(tab)
        self._paper = OnPaper(tab, self._saving)
        script = named("guardar_guion", Button("Guion (PDF)", "download", small=True, hint="El orden con sus notas"))
        script.clicked.connect(self._save_script)
        printed = named("imprimir_guion", Button("", "printer", kind="quiet", small=True, hint="Imprimir el guion"))
        printed.clicked.connect(self._print_script)
        lines = LineList(
            "puntos", "Orden del día", _COLUMNS, adder, empty=_EMPTY, foot=self._sum, right=(script, printed)
        )
        self._form = self.form("puntos", corregir["puntos"])
        self._owner = Line()
        fields = column(
            self._form.bind("titulo", Field("Punto", Text(lines=2, enter_commits=True))),
            self._form.bind("responsable", Field("Responsable", self._owner)),
            self._form.bind("minutos", Field("Minutos previstos", NumberField(most=_MOST_MINUTES))),
            self._form.bind("detalle", Field("Detalle", Text(lines=3)), hint="se imprime bajo el punto"),
            self._form.bind("guion", Field("Nota para quien modera", Text(lines=4)), hint="solo sale en el guion"),
            None,
            gap=10,
        )
        self.build(lines, Detail("Punto", fields, "punto"), back="Orden del día")

    def refresh(self) -> None:
        self._agenda = self.ask(ver_orden_del_dia)
        points = self._agenda.puntos
        self._owner.set_suggestions(self.ask(ver_sugerencias).personas)
        self.show_lines(points, plural(len(points), "punto", "puntos"))
        self._sum.say(*_verdict(self._agenda))

    def show_detail(self, row: PuntoRow) -> None:
        self._form.show(row.id, row)
        self.detail.set_title(f"Punto {row.numero}")

    def leave_detail(self) -> None:
        self._form.leave()

    def move_line(self, by: int) -> None:
        self.move_with(mover["puntos"], self._agenda.puntos, by)

    def withdraw_line(self) -> None:
        self.withdraw_with(retirar["puntos"])

    def status(self) -> Status:
        agenda = self._agenda
        over = agenda.minutos - agenda.franja if agenda.franja is not None else 0
        parts = [(str(len(agenda.puntos)), "puntos", "ink"), (str(agenda.minutos), "min", "ink")]
        if over > 0:
            parts.append((f"+{over}", "min de más", "danger"))
        return tuple(parts)

    def _save_script(self) -> None:
        """Save the agenda with its private notes, to be printed by who moderates."""
        self._saving.ask(script_work(self.tab.desk, self.hearing).to_save())

    def _print_script(self) -> None:
        """Print the agenda with its private notes."""
        self._paper.print_out(script_work(self.tab.desk, self.hearing))

    def _add(self, words: str) -> bool:
        return self.added(self.do(agregar["puntos"], valores={"titulo": words}, audiencia_id=self.hearing))


def _verdict(agenda: OrdenDelDia) -> tuple[State | None, str]:
    """Say whether the points fit in the minutes of the hearing."""
    said = f"El orden suma {agenda.minutos} min"
    if not agenda.puntos:
        return None, ""
    if agenda.franja is None:
        return State("Sin horario", "clock"), f"{said}. Escriba en Datos las horas programadas para compararlo."
    if agenda.minutos > agenda.franja:
        over = State(f"+{agenda.minutos - agenda.franja} min", "alarm-clock", "danger")
        return over, f"{said} y la franja es de {agenda.franja}."
    if agenda.sin_minutos:
        missing = plural(agenda.sin_minutos, "punto sin minutos", "puntos sin minutos")
        return State(missing, "clock", "warn"), f"{said} de {agenda.franja} programados."
    left = agenda.franja - agenda.minutos
    spare = f" Quedan {left} min libres." if left else ""
    return State("Cabe", "check", "ok"), f"{said} y la franja es de {agenda.franja}.{spare}"
