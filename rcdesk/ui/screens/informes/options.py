"""What is printed: which report, of which plan, in which period, as of when, with or without a cap, and which parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.documents.informes.datos import Parte
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Check, Choice, DateField, Field, Segmented
from rcdesk.ui.kit.layout import column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel, plain_tooltip
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.informes.asked import WHOLE, Asked, period_options
from rcdesk.work.informes import CLASES
from rcdesk.work.tablero import Opciones

WIDTH: Final = 300  # px at 100 % text
_PUBLIC: Final = "Sale la versión pública: sin documentos, teléfonos ni correos de la ciudadanía."


class Options(QWidget):
    """`changed` when anything of it does; `went_back` to the figures."""

    changed = Signal()
    went_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked: Asked | None = None
        self.kind = named("clase_del_informe", Choice([(one.id, one.titulo) for one in CLASES.values()]))
        self.period = named("periodo", Choice())
        self.cut = named("corte", DateField(partial=False))
        self.cap = named("tope", Segmented([("con", "Con tope"), ("sin", "Sin tope")]))
        self._period_field, self._cap_field = Field("Periodo", self.period), Field("Promedio", self.cap)
        self._day = ""  # the last corte that could be read
        self._parts = column(gap=0)
        self._checks: dict[str, Check] = {}
        self._pages: dict[str, PlainLabel] = {}
        self.back = named("volver_a_informes", Button("Informes", "chevron-left", "Esc", kind="quiet", small=True))
        self.back.clicked.connect(self.went_back)
        self.kind.edited.connect(self._change_kind)
        for editor in (self.period, self.cap):
            editor.committed.connect(self.changed)
        self.cut.committed.connect(self._take_day)
        self._build()

    def _build(self) -> None:
        fields = column(
            Field("Informe", self.kind),
            self._period_field,
            Field("Corte", self.cut, hint="cómo iba ese día"),
            self._cap_field,
            PlainLabel(_PUBLIC, "caption", "ink2", wrap=True),
            margins=(20, 8, 20, 12),
            gap=8,
        )
        parts = column(PlainLabel("Partes", "strong"), self._parts, margins=(20, 10, 20, 12), gap=4)
        top = row(self.back, None, margins=(10, 8, 8, 0))
        self._plan = named("plan_que_se_imprime", PlainLabel("", "caption", "ink2", elide=True))
        title = column(PlainLabel("Qué se imprime", "lead"), self._plan, margins=(20, 4, 20, 0), gap=2)
        card = Card()
        card.setLayout(
            column(top, (scrolling(column(title, fields, Rule(), parts, None, gap=0)), 1), margins=(1, 0, 1, 2), gap=0)
        )
        self.setLayout(column((card, 1), gap=0))
        if not look().large:
            self.setFixedWidth(look().px(WIDTH))

    def show_asked(self, asked: Asked, options: Opciones) -> None:
        """Begin with what was being looked at."""
        self.asked = asked
        self.kind.set_value(asked.clase)
        self.period.set_options(period_options(options.periodos))
        self.period.set_value(asked.periodo)
        self._day = asked.corte.isoformat()
        self.cut.set_value(self._day)
        self.cap.set_value("sin" if options.sin_tope else "con")
        self._show_kind()

    def now(self, today: date) -> Asked:
        """What is asked for as it stands, with the last corte that could be read."""
        assert self.asked is not None
        return replace(
            self.asked,
            clase=self.kind.value(),
            periodo=self.period.value() or WHOLE,
            corte=date.fromisoformat(self._day) if self._day else today,
        )

    def rest(self) -> dict[str, Any]:
        """What else a report is told: its parts, and whether it is capped."""
        chosen = [name for name, check in self._checks.items() if check.value()]
        parts = None if len(chosen) == len(self._checks) else chosen
        kind = CLASES[self.kind.value()]
        return {"partes": parts, "sin_tope": self.cap.value() == "sin" if kind.de_un_plan else None}

    def show_pages(self, pages: Mapping[str, int]) -> None:
        """Say beside each part how many pages it takes; `pages` by the title of the part."""
        for part in CLASES[self.kind.value()].partes:
            count = pages.get(part.titulo, 0)
            label = self._pages.get(part.id)
            if label is not None:
                label.setText(f"{count} pág." if count else "sin datos" if self._on(part) else "")

    def _on(self, part: Parte) -> bool:
        check = self._checks.get(part.id)
        return check is not None and check.value()

    def _take_day(self) -> None:
        self._day = self.cut.value()
        self.changed.emit()

    def _change_kind(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        kind = CLASES[self.kind.value()]
        self._period_field.setVisible(kind.con_periodo)
        self._cap_field.setVisible(kind.de_un_plan)
        plan = self.asked.plan if self.asked is not None and kind.de_un_plan else None
        self._plan.setText(plan.nombre if plan is not None else "De toda la base")
        emptied(self._parts)
        self._checks, self._pages = {}, {}
        for part in kind.partes:
            check = named(f"parte_{part.id}", Check(part.titulo))
            check.set_value(True)
            check.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            plain_tooltip(check, part.titulo)
            check.edited.connect(self.changed)
            self._checks[part.id], self._pages[part.id] = check, PlainLabel("", "caption", "ink2")
            self._parts.addLayout(row((check, 1), self._pages[part.id]))
