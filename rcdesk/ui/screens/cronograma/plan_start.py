"""What a new plan begins with: a template, the plan of another year or nothing; what comes is told before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras import TIPO_PLAN, con_mayuscula
from rcdesk.i18n import fecha_con_dia, fecha_corta, plural
from rcdesk.ui.kit.card import Well
from rcdesk.ui.kit.fields import Choice, Field
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.work.planes import PLANTILLAS, Anticipo, PlanRow, anticipar, plantilla

_BLANK: Final = "blanco"
_SHEET: Final = "excel"
_FROM_SHEET: Final = "El plan se crea vacío y enseguida se pide el archivo: sus filas se ven antes de guardarlas."
_TOLD: Final = 4  # dates that moved, told one by one


class Start(QWidget):
    """`changed` when something else is chosen. `foresee` tells what the plan with that key brings to a year."""

    changed = Signal()

    def __init__(self, foresee: Callable[[str, int], Anticipo]) -> None:
        super().__init__()
        self._foresee = foresee
        self._choice = named("empezar_con", Choice())
        self._title = PlainLabel("", "strong", wrap=True)
        self._lines = column(gap=2)
        self._well = Well()
        self._well.setLayout(column(self._title, self._lines, margins=(14, 10, 14, 12), gap=6))
        self._choice.edited.connect(self.changed)
        self._field = Field("Empezar con", self._choice)
        self.setLayout(column(self._field, self._well, gap=8))

    def offer(self, plans: Sequence[PlanRow]) -> None:
        """Offer the templates, the plans that there are, and a plan without anything."""
        usual = [(name, f"Plantilla: {TIPO_PLAN[plantilla(name).tipo]}") for name in PLANTILLAS]
        before = [(plan.id, f"Como «{plan.nombre}»") for plan in plans]
        self._choice.set_options(
            [*usual, *before, (_SHEET, "Lo que hay en un archivo de Excel"), (_BLANK, "Plan en blanco")]
        )
        self._choice.set_value(PLANTILLAS[0])

    @property
    def template(self) -> str:
        """The name of the template, if one is chosen."""
        return self._choice.value() if self._choice.value() in PLANTILLAS else ""

    @property
    def origin(self) -> str:
        """The key of the plan that is copied, if one is chosen."""
        return "" if self.template or self._choice.value() in (_BLANK, _SHEET) else self._choice.value()

    @property
    def from_sheet(self) -> bool:
        """Whether its rows will come from a file of Excel."""
        return self._choice.value() == _SHEET

    def foretell(self, year: int | None) -> Anticipo | None:
        """Show what comes with the choice to a year, and return it; None when it cannot be told."""
        emptied(self._lines)
        self._field.clear_error()
        found = self._found(year)
        self._well.setVisible(found is not None or self.from_sheet)
        if found is None:
            self._title.setText(_FROM_SHEET if self.from_sheet else "")
            return None
        count = found.actividades
        stages = plural(len(found.componentes), "grupo", "grupos")
        words = (
            f"Vienen {plural(count, 'actividad', 'actividades')} en {stages}" if count else "Empieza sin actividades"
        )
        self._title.setText(f"{words}." if self.origin or not count else f"{words}, sin fechas ni responsables.")
        for name, many in found.componentes:
            number = PlainLabel(str(many), "caption", "ink2")
            self._lines.addWidget(boxed(row((PlainLabel(con_mayuscula(name), "caption", elide=True), 1), number)))
        self._tell_moved(found)
        return found

    def _found(self, year: int | None) -> Anticipo | None:
        if self.template:
            return anticipar(plantilla(self.template))
        if not self.origin or year is None:
            return None
        try:
            return self._foresee(self.origin, year)
        except RuleError as error:
            self._field.show_error(str(error))
            return None

    def _tell_moved(self, found: Anticipo) -> None:
        moved = found.corridas
        if not moved:
            return
        many = plural(len(moved), "fecha no cae en día hábil y se corre", "fechas no caen en día hábil y se corren")
        said = [f"{one.actividad}: {fecha_con_dia(one.era)} → {fecha_corta(one.queda)}" for one in moved[:_TOLD]]
        more = [f"y {len(moved) - _TOLD} más"] if len(moved) > _TOLD else []
        mark = boxed(column(Glyph("calendar-days", "warn", 14), None))
        words = PlainLabel("\n".join((f"{many}:", *said, *more)), "caption", "ink", wrap=True)
        self._lines.addSpacing(6)
        self._lines.addWidget(boxed(row(mark, (words, 1), gap=6)))
