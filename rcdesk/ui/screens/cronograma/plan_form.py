"""What a plan needs: a name, a kind, a year and a code; and, when it is new, what it begins with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.domain.palabras import TIPO_PLAN, con_mayuscula
from rcdesk.domain.registro import TipoPlan
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Choice, DateField, Field, Line, Text
from rcdesk.ui.kit.layout import column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.cronograma.plan_start import Start
from rcdesk.work.planes import Anticipo, PlanRow, plantilla

_WIDE = 480
_YEARS = 4  # that a strategic plan lasts, as a term of government
_FIELDS = ("nombre", "tipo", "vigencia", "codigo", "desde", "hasta", "corte", "objetivo")


class PlanForm(Panel):
    """A panel over the table, for a new plan or the one in sight.

    `propose` gives a code for a kind and a year, and `foresee` what the plan with that key would bring to a year.
    """

    wanted = Signal()  # make it, or save it
    withdrawn = Signal()

    def __init__(
        self, screen: QWidget, propose: Callable[[TipoPlan, int], str], foresee: Callable[[str, int], Anticipo]
    ) -> None:
        self._propose, self._proposed = propose, ""
        self._named = ""  # the name that was proposed
        self._plans: dict[str, PlanRow] = {}
        self.plan: PlanRow | None = None  # the one being corrected; None while a new one is made
        self.start = Start(foresee)
        self._name = named("nombre", Line(placeholder="Estrategia de rendición de cuentas 2026"))
        self._kind = named("tipo", Choice([(value, con_mayuscula(word)) for value, word in TIPO_PLAN.items()]))
        self._year = named("vigencia", Line(placeholder="2026"))
        self._code = named("codigo", Line())
        self._from, self._to = named("desde", DateField()), named("hasta", DateField())
        self._cut = named("corte", DateField(partial=False))
        self._goal = named("objetivo", Text(lines=3, most=6))
        self._cut_field = Field("Fecha de corte", self._cut, hint="hasta cuándo se informa; se puede dejar vacía")
        self._title = PlainLabel("", "title")
        self._save = named("guardar_plan", Button("", "check", "Enter", "primary"))
        self._withdraw = named("retirar_plan", Button("Retirar el plan…", "trash-2", kind="quiet"))
        back = named("volver", Button("Volver", key="Esc", kind="quiet"))
        title = row(self._title, None, margins=(24, 20, 20, 14))
        foot = row(back, self._withdraw, None, self._save, margins=(16, 14, 20, 16))
        super().__init__(
            screen,
            column(title, Rule(), (scrolling(self._fields()), 1), Rule(), foot, gap=0),
            where="right",
            width=_WIDE,
            typing=True,
        )
        self._save.clicked.connect(self.wanted)
        self._withdraw.clicked.connect(self.withdrawn)
        back.clicked.connect(self.close_panel)
        for line in (self._name, self._year, self._code, self._from, self._to, self._cut):
            line.returnPressed.connect(self.wanted)
        self._kind.edited.connect(self._propose_code)
        self._year.edited.connect(self._follow_year)
        self.start.changed.connect(self._begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the plan also from among the choices, which leave it; a line has said it by itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.window().focusWidget(), Choice):
            self.wanted.emit()
        super().keyPressEvent(event)

    def ask(self, year: int, plans: Sequence[PlanRow]) -> None:
        """Open for a new plan of a year, or for one made from any of those that there are."""
        self.plan, self._proposed, self._named = None, "", ""
        self._plans = {plan.id: plan for plan in plans}
        for editor in (self._name, self._code, self._from, self._to, self._cut, self._goal):
            editor.set_value("")
        self._year.set_value(str(year))
        self.start.offer(plans)
        self._dress_as("Nuevo plan", "Crear el plan")
        self._begin()
        self.open(self._name)
        self._name.selectAll()

    def correct(self, plan: PlanRow) -> None:
        """Open with the fields of a plan."""
        self.plan = plan
        self._name.set_value(plan.nombre)
        self._kind.set_value(plan.tipo)
        self._year.set_value(str(plan.vigencia or ""))
        self._code.set_value(plan.codigo)
        self._from.set_value(plan.desde or "")
        self._to.set_value(plan.hasta or "")
        self._cut.set_value(plan.corte or "")
        self._goal.set_value(plan.objetivo or "")
        self._dress_as("Datos del plan", "Guardar")
        self.open(self._name)

    def values(self) -> dict[str, object]:
        """Return the fields of the plan; RuleError when the date cannot be read."""
        typed = (
            self._name,
            self._kind,
            self._year,
            self._code,
            self._from,
            self._to,
            self._cut,
            self._goal,
        )
        values: dict[str, object] = dict(zip(_FIELDS, (editor.value() for editor in typed), strict=True))
        year = self._year.value()
        return values | {"vigencia": int(year) if year.isdecimal() else year}

    def changes(self) -> tuple[dict[str, object], dict[str, object]]:
        """Return the fields that differ from the plan being corrected, and how they were."""
        values = {name: value or None for name, value in self.values().items()}
        before = {name: getattr(self.plan, name) for name in values}
        changed = {name: value for name, value in values.items() if value != before[name]}
        return changed, {name: before[name] for name in changed}

    def _fields(self) -> QLayout:
        return column(
            self.start,
            Field("Nombre", self._name),
            Field("Clase de plan", self._kind),
            row((Field("Año", self._year), 1), (Field("Código", self._code, hint="se puede cambiar"), 2), gap=12),
            row((Field("Desde", self._from), 1), (Field("Hasta", self._to), 1), gap=12),
            self._cut_field,
            Field("Objetivo", self._goal),
            None,
            margins=(24, 16, 24, 16),
            gap=12,
        )

    def _dress_as(self, title: str, verb: str) -> None:
        self._title.setText(title)
        self.sheet.setAccessibleName(title)
        self._save.set_words(verb)
        self.start.setVisible(self.plan is None)
        self._cut_field.setVisible(self.plan is not None)
        self._withdraw.setVisible(self.plan is not None)

    def _year_typed(self) -> int | None:
        year = self._year.text().strip()
        return int(year) if len(year) == 4 and year.isascii() and year.isdigit() else None

    def _begin(self) -> None:
        """Take the kind of what was chosen to begin with; a plan made from another is of the year after it."""
        if self.start.template:
            self._kind.set_value(plantilla(self.start.template).tipo)
        elif self.start.origin:
            origin = self._plans[self.start.origin]
            self._kind.set_value(origin.tipo)
            before = origin.vigencia or (int(origin.desde[:4]) if origin.desde else None)
            if before is not None:
                self._year.set_value(str(before + 1))
        self._follow_year()

    def _propose_years(self) -> None:
        """A strategic plan lasts four years unless another thing is written: each is a column of its indicators."""
        year = self._year_typed()
        strategic = self._kind.value() == "estrategico" and not self.start.origin
        span = (f"{year}-01", f"{year + _YEARS - 1}-12") if strategic and year is not None else ("", "")
        if self.plan is None and not (self._from.is_unsaved() or self._to.is_unsaved()):
            self._from.set_value(span[0])
            self._to.set_value(span[1])

    def _follow_year(self) -> None:
        """Tell what comes to the year, and propose the name and the code of that year."""
        if self.plan is not None:
            return
        year = self._year_typed()
        self._propose_years()
        found = self.start.foretell(year)
        if self._name.text() in ("", self._named):
            named_year = f"{found.nombre} {year}" if found and year and self.start.template else ""
            self._named = named_year or (found.nombre if found else "")
            self._name.set_value(self._named)
        self._propose_code()

    def _propose_code(self) -> None:
        """Follow the kind and the year, unless the person wrote a code or the plan has one."""
        year = self._year_typed()
        if self.plan is not None or self._code.text() not in ("", self._proposed) or year is None:
            return
        kind = next(value for value in TIPO_PLAN if value == self._kind.value())
        self._proposed = self._propose(kind, year)
        self._code.set_value(self._proposed)
