"""What a new hearing needs: a name and a code. The rest when it is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.palabras import MODALIDAD
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Choice, DateField, Field, Line, TimeField
from rcdesk.ui.kit.layout import Item, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.audiencias.origin import Origin
from rcdesk.work.audiencias import AudienciaRow
from rcdesk.work.copiar_audiencia import PiezaRow

_WIDE = 460


class NewHearing(Panel):
    """A panel over the list. What is half typed stays in it until the hearing is made. `propose` gives a code."""

    wanted = Signal()  # make it

    def __init__(
        self, screen: QWidget, propose: Callable[[int], str], foresee: Callable[[str], Sequence[PiezaRow]]
    ) -> None:
        self.origin = Origin(foresee)
        self._propose, self._proposed, self._year = propose, "", 0
        self._name = named("nombre", Line(placeholder="Primera audiencia de rendición de cuentas 2026"))
        self._code = named("codigo", Line())
        self._date = named("fecha", DateField())
        self._start, self._end = named("hora_inicio_programada", TimeField()), named("hora_fin_programada", TimeField())
        self._mode = named(
            "modalidad", Choice([("", "Por definir"), *((v, w.capitalize()) for v, w in MODALIDAD.items())])
        )
        self._place = named("lugar", Line(placeholder="Auditorio, salón comunal, coliseo"))
        self.make = named("crear", Button("Crear la audiencia", "plus", "Enter", "primary"))
        back = named("volver", Button("Volver", key="Esc", kind="quiet"))
        items: list[Item] = [
            Field("Nombre", self._name),
            Field("Código", self._code, hint="se puede cambiar"),
            Field("Fecha", self._date, hint="si ya se sabe"),
            self.origin,
            row((Field("Hora inicial", self._start), 1), (Field("Hora final", self._end), 1), gap=12),
            Field("Modalidad", self._mode),
            Field("Lugar", self._place),
        ]
        title = row(PlainLabel("Nueva audiencia", "title"), None, margins=(24, 20, 20, 14))
        foot = row(back, None, self.make, margins=(16, 14, 20, 16))
        body = scrolling(column(*items, None, margins=(24, 16, 24, 16), gap=12))
        super().__init__(
            screen, column(title, Rule(), (body, 1), Rule(), foot, gap=0), where="right", width=_WIDE, typing=True
        )
        self.sheet.setAccessibleName("Nueva audiencia")
        self.make.clicked.connect(self.wanted)
        back.clicked.connect(self.close_panel)
        for line in (self._name, self._code, self._date, self._start, self._end, self._place):
            line.returnPressed.connect(self.wanted)
        self._date.edited.connect(self._propose_code)

    def ask(self, year: int, hearings: Sequence[AudienciaRow], origin: str = "") -> None:
        """Open, with what was half typed, and a code of this year proposed; `origin` is the hearing that is copied."""
        self._year = year
        self.origin.offer(hearings, origin)
        self._propose_code()
        self.open(self._name)

    def values(self) -> tuple[dict[str, object], str]:
        """Return the fields of the hearing and its venue; RuleError when a date or an hour cannot be read."""
        typed = (self._name, self._code, self._date, self._start, self._end, self._mode)
        return {editor.objectName(): editor.value() for editor in typed}, self._place.value()

    def done(self) -> None:
        """The hearing was made: the next one begins empty."""
        for editor in (self._name, self._code, self._date, self._start, self._end, self._place):
            editor.set_value("")
        self._mode.set_value("")
        self.close_panel()

    def _propose_code(self) -> None:
        """Follow the year of the date, unless the person wrote a code."""
        if self._code.text() not in ("", self._proposed):
            return
        found = self._date.text().strip()[-4:]
        year = int(found) if found.isdigit() and len(found) == 4 else self._year
        self._proposed = self._propose(year)
        self._code.set_value(self._proposed)
