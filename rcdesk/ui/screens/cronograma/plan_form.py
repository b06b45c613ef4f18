"""What a plan needs: a name, a kind, a year and a code; the five stages of the MURC are offered to a new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.domain.palabras import ETAPA, TIPO_PLAN, con_mayuscula
from rcdesk.domain.registro import TipoPlan
from rcdesk.i18n import lista_en_palabras
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Check, Choice, DateField, Field, Line, Text
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.work.planes import PlanRow

_WIDE = 480
_FIELDS = ("nombre", "tipo", "vigencia", "codigo", "corte", "objetivo")


class PlanForm(Panel):
    """A panel over the table, for a new plan or the one in sight. `propose` gives a code for a kind and a year."""

    wanted = Signal()  # make it, or save it
    withdrawn = Signal()

    def __init__(self, screen: QWidget, propose: Callable[[TipoPlan, int], str]) -> None:
        self._propose, self._proposed = propose, ""
        self.plan: PlanRow | None = None  # the one being corrected; None while a new one is made
        self._name = named("nombre", Line(placeholder="Estrategia de rendición de cuentas 2026"))
        self._kind = named("tipo", Choice([(value, con_mayuscula(word)) for value, word in TIPO_PLAN.items()]))
        self._year = named("vigencia", Line(placeholder="2026"))
        self._code = named("codigo", Line())
        self._cut = named("corte", DateField(partial=False))
        self._goal = named("objetivo", Text(lines=3, most=6))
        self._murc = named("etapas_del_murc", Check("Con las cinco etapas del manual (MURC)"))
        self._stages = PlainLabel(
            f"{con_mayuscula(lista_en_palabras(list(ETAPA.values())))}.", "caption", "ink2", wrap=True
        )
        self._offer = boxed(column(self._murc, row(26, (self._stages, 1)), gap=2))
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
        for line in (self._name, self._year, self._code, self._cut):
            line.returnPressed.connect(self.wanted)
        for editor in (self._kind, self._year):
            editor.edited.connect(self._propose_code)

    def ask(self, year: int) -> None:
        """Open for a new plan of a year."""
        self.plan, self._proposed = None, ""
        for editor in (self._name, self._code, self._cut, self._goal):
            editor.set_value("")
        self._kind.set_value("estrategia_rdc")
        self._year.set_value(str(year))
        self._murc.set_value(True)
        self._dress_as("Nuevo plan", "Crear el plan")
        self._propose_code()
        self.open(self._name)

    def correct(self, plan: PlanRow) -> None:
        """Open with the fields of a plan."""
        self.plan = plan
        self._name.set_value(plan.nombre)
        self._kind.set_value(plan.tipo)
        self._year.set_value(str(plan.vigencia or ""))
        self._code.set_value(plan.codigo)
        self._cut.set_value(plan.corte or "")
        self._goal.set_value(plan.objetivo or "")
        self._dress_as("Datos del plan", "Guardar")
        self.open(self._name)

    def values(self) -> dict[str, object]:
        """Return the fields of the plan; RuleError when the date cannot be read."""
        typed = (self._name, self._kind, self._year, self._code, self._cut, self._goal)
        values: dict[str, object] = dict(zip(_FIELDS, (editor.value() for editor in typed), strict=True))
        year = self._year.value()
        return values | {"vigencia": int(year) if year.isdecimal() else year}

    def changes(self) -> tuple[dict[str, object], dict[str, object]]:
        """Return the fields that differ from the plan being corrected, and how they were."""
        values = {name: value or None for name, value in self.values().items()}
        before = {name: getattr(self.plan, name) for name in values}
        changed = {name: value for name, value in values.items() if value != before[name]}
        return changed, {name: before[name] for name in changed}

    def with_stages(self) -> bool:
        """Say whether the five stages are wanted."""
        return self._murc.value()

    def _fields(self) -> QLayout:
        return column(
            Field("Nombre", self._name),
            Field("Clase de plan", self._kind),
            row((Field("Año", self._year), 1), (Field("Código", self._code, hint="se puede cambiar"), 2), gap=12),
            Field("Fecha de corte", self._cut, hint="hasta cuándo se informa; se puede dejar vacía"),
            Field("Objetivo", self._goal),
            self._offer,
            None,
            margins=(24, 16, 24, 16),
            gap=12,
        )

    def _dress_as(self, title: str, verb: str) -> None:
        self._title.setText(title)
        self.sheet.setAccessibleName(title)
        self._save.set_words(verb)
        self._offer.setVisible(self.plan is None)
        self._withdraw.setVisible(self.plan is not None)

    def _propose_code(self) -> None:
        """Follow the kind and the year, unless the person wrote a code or the plan has one."""
        if self.plan is not None or self._code.text() not in ("", self._proposed):
            return
        year = self._year.text().strip()
        if len(year) == 4 and year.isdecimal():
            kind = next(value for value in TIPO_PLAN if value == self._kind.value())
            self._proposed = self._propose(kind, int(year))
            self._code.set_value(self._proposed)
