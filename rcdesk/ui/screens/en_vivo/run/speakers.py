"""Palabra: who has it, who waits for it, and who asks for it now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent

from rcdesk.domain.turnos import Clase, Tiempos
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.fields import Choice, Field, Line, NumberField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.layout import boxed, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.en_vivo.run.section import Section
from rcdesk.ui.screens.en_vivo.run.tables import KeyedTable
from rcdesk.ui.screens.en_vivo.run.words import countdown
from rcdesk.work.cola import ofrecer
from rcdesk.work.marcha import MarchaView, TurnoRow, fijar_tiempos
from rcdesk.work.turnos import dar_la_palabra, mover_turno, pedir_la_palabra, retirar_turno

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

_KINDS: Final = (("orador", "Intervención"), ("mocion", "Moción de orden"), ("interpelacion", "Interpelación"))
_FIRST: Final = {
    "mocion": State("Moción", "skip-forward", "warn"),
    "interpelacion": State("Interpela", "message-circle", "warn"),
}


def _about(turno: TurnoRow) -> str:
    return "  ·  ".join(filter(None, (turno.organizacion, turno.tema))) or "sin tema"


_COLUMNS: Final[tuple[Column[TurnoRow], ...]] = (
    Column("Nombre", lambda r: r.quien, note=_about, strong=True),
    Column(
        "Clase",
        lambda r: _FIRST[r.clase].word if r.clase in _FIRST else "",
        width=116,
        state=lambda r: _FIRST.get(r.clase),
    ),
    Column("Tiempo", lambda r: f"{(r.reloj.segundos or 0) // 60} min", width=72, align="right", tone="ink2"),
)


class Speakers(Section):
    """Enter gives the word; Alt+↑ and Alt+↓ change the order; Supr withdraws."""

    title: ClassVar[str] = "Palabra"
    icon: ClassVar[str] = "mic"

    def __init__(self, screen: EnVivoScreen) -> None:
        super().__init__(screen)
        self._view: MarchaView | None = None
        keys = {"Alt+Up": lambda r: self._move(r, -1), "Alt+Down": lambda r: self._move(r, 1), "Del": self._withdraw}
        self._model = RowsModel(_COLUMNS, self)
        empty = "Nadie espera la palabra. Inscriba abajo a quien la pide."
        self.table = named("oradores", KeyedTable(self._model, keys, empty=empty), label="Piden la palabra")
        self.table.row_activated.connect(lambda r: self.do(dar_la_palabra, id=r.id))
        self.now = named("tiene_la_palabra", PlainLabel("", "strong", wrap=True))
        self._fields = self._typed()
        self._ask = named("inscribir_orador", Button("Inscribir", "plus", "Enter"))
        self._ask.clicked.connect(self._add)
        for line in (self._name, self._from, self._about, self._minutes):
            line.returnPressed.connect(self._add)
        self._drafts = [
            Draft(screen, line, f"en_vivo/oradores/{line.objectName()}")
            for line in (self._name, self._from, self._about)
        ]
        self._answer = named("minutos_por_respuesta", NumberField(least=1, most=60))
        self._warning = named("aviso_segundos", NumberField(least=0, most=3600))
        name, origin, about, minutes = self._fields
        self.build(
            self.table,
            self.now,
            Flow((name, 4), (origin, 2), (about, 2), (Field("Clase", self._kind), 3), (minutes, 1), units=4, least=76),
            boxed(row(self._ask, None)),
            Flow(
                (Field("Minutos por respuesta", self._answer), 1),
                (Field("Avisar al faltar (s)", self._warning), 1),
                units=2,
                least=140,
            ),
            shares=(2, 3),
        )
        self._answer.committed.connect(self._keep_times)
        self._warning.committed.connect(self._keep_times)

    def _typed(self) -> tuple[Field, ...]:
        """What is typed of who asks."""
        self._name, self._from = named("nombre", Line(placeholder="Quién pide la palabra")), Line()
        self._about, self._minutes = Line(), named("minutos", NumberField(least=1, most=240))
        self._kind = named("clase_de_turno", Choice(_KINDS))
        named("organizacion_orador", self._from)
        named("tema_orador", self._about)
        return (
            Field("Nombre", self._name),
            Field("Organización", self._from),
            Field("Tema", self._about),
            Field("Minutos", self._minutes),
        )

    def show_run(self, view: MarchaView) -> None:
        self._view = view
        for draft in self._drafts:
            draft.open(self.tab.audiencia_id)
        self._offer()
        self._model.show(view.esperan)
        self._minutes.setPlaceholderText(str(view.minutos_por_intervencion or 3))
        self._answer.refresh_value(max(1, view.tiempos.respuesta // 60))
        self._warning.refresh_value(view.tiempos.aviso)
        self.tick()

    def tick(self) -> None:
        """The clock of who speaks."""
        view = self._view
        if view is None or view.turno is None:
            last = view.ultimo.quien if view is not None and view.ultimo is not None else ""
            self.now.setText(f"Nadie tiene la palabra. Habló {last}." if last else "Nadie tiene la palabra.")
            return
        time = countdown(view.turno.reloj, moment.now(), view.tiempos.aviso)
        held = f" Sigue {view.interrumpido.quien}." if view.interrumpido is not None else ""
        self.now.setText(f"{view.turno.quien}: {time.left} {time.of}.{held}")
        self.now.set_tone("danger" if time.over else "ink")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for draft in self._drafts:
            draft.keep()

    def take_keys(self) -> None:
        waiting = self._view is not None and self._view.esperan
        target = self.table if waiting else self._name
        if waiting and self.table.current() is None:
            self.table.setCurrentIndex(self._model.index(0, 0))
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        """Complete the name with those who came."""
        offered = self.tab.desk.ask(ofrecer, audiencia_id=self.tab.audiencia_id)
        self._name.set_suggestions(offered.autores)
        self._about.set_suggestions(offered.temas)

    def _add(self) -> None:
        with self.tab.attempt() as attempt:
            values = {"nombre": self._name.value(), "organizacion": self._from.value(), "tema": self._about.value()}
            self.tab.desk.do(
                pedir_la_palabra,
                audiencia_id=self.tab.audiencia_id,
                valores=values,
                clase=cast(Clase, self._kind.value()),
                minutos=self._minutes.value(),
            )
        if attempt.ok:
            for field in self._fields:
                field.set_value(None if field.editor is self._minutes else "")
            for draft in self._drafts:
                draft.done()
            self._kind.set_value("orador")
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, turno: TurnoRow, by: int) -> None:
        rows = self._model.rows
        place = self._model.find(turno.id) + by
        if not 0 <= place < len(rows):
            return
        before = rows[place].orden if by > 0 else rows[place - 1].orden if place else ""
        after = rows[place].orden if by < 0 else rows[place + 1].orden if place + 1 < len(rows) else ""
        self.do(mover_turno, id=turno.id, antes=before, despues=after)

    def _withdraw(self, turno: TurnoRow) -> None:
        self.do(retirar_turno, id=turno.id)

    def _keep_times(self) -> None:
        if self._view is None:
            return
        with self.tab.attempt():
            minutes, warning = self._answer.value(), self._warning.value()
            chosen = Tiempos(
                respuesta=minutes * 60 if minutes else self._view.tiempos.respuesta,
                aviso=self._view.tiempos.aviso if warning is None else warning,
            )
            if chosen != self._view.tiempos:
                self.tab.desk.do(fijar_tiempos, tiempos=chosen)
