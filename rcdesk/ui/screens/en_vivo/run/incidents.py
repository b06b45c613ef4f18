"""Incidentes: what happened in the room, with its hour, and a small panel that notes one over the work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.palabras import TIPO_INCIDENTE, con_mayuscula
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.fields import Choice, Field, Line, Text, TimeField
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.screens.en_vivo.run.section import Section
from rcdesk.ui.screens.en_vivo.run.tables import KeyedTable
from rcdesk.work.incidentes import IncidenteRow, listar_incidentes
from rcdesk.work.lineas import corregir, retirar
from rcdesk.work.marcha import MarchaView

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

_KINDS: Final = [(value, con_mayuscula(word)) for value, word in TIPO_INCIDENTE.items()]
_SAID: Final = {"receso": "Receso", "reanudacion": "Se reanuda la audiencia"}
"""What a recess and its end say when nothing else is written."""
_CLOCKS: Final = {"receso": "detiene los relojes", "reanudacion": "los relojes siguen"}
_RECENT: Final = 3


def _kind(incidente: IncidenteRow) -> str:
    return con_mayuscula(TIPO_INCIDENTE[incidente.tipo]) if incidente.tipo else "Sin tipo"


class Incident(Panel):
    """Asks what happened; its hour is the one when it was asked, and can be corrected.

    A recess stops the clocks: it is meant when nothing else is written, or when it is chosen.
    """

    wanted = Signal(str, str, str)  # hour (HH:MM), kind, words

    def __init__(self, screen: EnVivoScreen, keep: QWidget) -> None:
        self._screen = screen
        self._kind = named("tipo_incidente", Choice(_KINDS))
        self._hour = named("hora_incidente", TimeField())
        self._words = named("texto", Line(placeholder="Qué pasó, en una línea"))
        self._draft = Draft(screen, self._words, "en_vivo/incidente")
        self._fields = Field("Tipo", self._kind), Field("Hora", self._hour), Field("Qué pasó", self._words)
        self._noted = named("incidentes_anotados", PlainLabel("", "caption", "ink2", wrap=True))
        go = named("anotar_incidente", Button("Anotar", "check", "Enter", "primary"))
        layout = column(
            PlainLabel("Incidente", "title"),
            row((self._fields[0], 2), (self._fields[1], 1), gap=12),
            self._fields[2],
            self._noted,
            row(None, go),
            margins=(24, 20, 24, 20),
            gap=12,
        )
        super().__init__(screen, layout, where="top", width=560, keep=keep, typing=True)
        self._words.returnPressed.connect(self._go)
        self._hour.returnPressed.connect(self._go)
        self._unsaid, self._chosen = "receso", False
        self._kind.edited.connect(self._choose)
        self._words.edited.connect(self._guess)
        go.clicked.connect(self._go)

    def ask(self, hour: str, noted: Sequence[IncidenteRow]) -> None:
        """Open at an hour, after those noted; what was half typed in this hearing is still there."""
        self._draft.open(self._screen.audiencia_id)
        told = "\n".join(f"{row_.hora or '—'}  {_kind(row_)}: {row_.texto[:80]}" for row_ in noted[-_RECENT:])
        self._noted.setText(told)
        self._noted.setVisible(bool(told))
        if not self._words.is_unsaved():
            for field in self._fields[1:]:
                field.clear_error()
            breaks = [row_.tipo for row_ in noted if row_.tipo in _SAID]
            self._hour.set_value(hour)
            self._unsaid = "reanudacion" if breaks and breaks[-1] == "receso" else "receso"
            self._chosen = False
            self._guess()
        self.open(self._words)

    def done(self) -> None:
        """It was kept: the next one begins empty."""
        self._draft.done()
        self.close_panel()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._draft.keep()

    def _choose(self) -> None:
        self._chosen = True
        self._hint()

    def _guess(self) -> None:
        if not self._chosen:
            self._kind.set_value("otro" if self._words.value().strip() else self._unsaid)
        self._hint()

    def _hint(self) -> None:
        kind = self._kind.value()
        self._words.setPlaceholderText(_SAID.get(kind, "Qué pasó, en una línea"))
        self._fields[0].set_hint(_CLOCKS.get(kind, ""))

    def _go(self) -> None:
        kind = self._kind.value()
        self.wanted.emit(self._hour.text(), kind, self._words.value() or _SAID.get(kind, ""))


_COLUMNS: Final[tuple[Column[IncidenteRow], ...]] = (
    Column("Hora", lambda r: r.hora or "—", width=88, tone="ink2"),
    Column("Qué pasó", lambda r: r.texto, note=_kind),
)


class Incidents(Section):
    """By their hour; the chosen one can be corrected, and Supr withdraws it."""

    title: ClassVar[str] = "Incidentes"
    icon: ClassVar[str] = "triangle-alert"

    def __init__(self, screen: EnVivoScreen) -> None:
        super().__init__(screen)
        self._model = RowsModel(_COLUMNS, self)
        empty = "Nada que anotar todavía. Ctrl I anota un receso, una falla, lo que pase."
        self.table = named("incidentes", KeyedTable(self._model, {"Del": self._withdraw}, empty=empty))
        self.table.setAccessibleName("Incidentes, por hora")
        self.table.row_selected.connect(self._select)
        self.form = Form(screen, "incidente", self._save)
        bind = self.form.bind
        note = named("otro_incidente", Button("Anotar un incidente", "triangle-alert", "Ctrl I"))
        note.clicked.connect(lambda: screen.run.incident())
        self._fields = boxed(
            column(
                row((bind("tipo", Field("Tipo", Choice(_KINDS))), 2), (bind("hora", Field("Hora", TimeField())), 1)),
                bind("texto", Field("Qué pasó", Text(lines=2, enter_commits=True))),
                gap=10,
            )
        )
        self.build(self.table, boxed(row(note, None)), self._fields)

    def show_run(self, view: MarchaView) -> None:
        rows = self.tab.desk.ask(listar_incidentes, audiencia_id=self.tab.audiencia_id)
        self._model.show(rows)
        self._fields.setVisible(bool(rows))
        if self.table.current() is None and rows:
            self.table.select_key(rows[-1].id)
        self._select(self.table.current())

    def leave(self) -> None:
        self.form.leave()

    def _select(self, incidente: IncidenteRow | None) -> None:
        if incidente is not None:
            self.form.show(incidente.id, incidente)

    def _withdraw(self, incidente: IncidenteRow) -> None:
        self.do(retirar["incidentes"], id=incidente.id, motivo="anotado por error")

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.tab.desk.do(corregir["incidentes"], id=key, valores=values, seen=seen)
