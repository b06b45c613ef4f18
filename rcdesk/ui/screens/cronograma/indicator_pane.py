"""The chosen indicator, beside the grid: what it is, how it adds up, and what hangs from what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.indicadores import cita
from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Choice, DecimalField, Field, Line, Text
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.indicator_lines import AGREGACIONES
from rcdesk.work.cascada import AporteRow, OpcionRow
from rcdesk.work.hallazgos_de_plan import HallazgoRow
from rcdesk.work.indicadores import IndicadorRow

_WIDE = 372


class IndicatorPane(Card):
    """`closed` puts it away; `went` asks for a row of any plan by its key."""

    closed = Signal()
    went = Signal(str)

    def __init__(self, screen: Screen, save: Callable[[str, dict[str, Any], dict[str, Any]], object]) -> None:
        super().__init__()
        self.setObjectName("indicador_elegido")
        self.form = Form(screen, "indicador", save)
        self._code = PlainLabel("", "title")
        self._aim, self._plan = Choice([("", "A nada")]), ""
        self._below, self._count = column(gap=6), PlainLabel("", "lead")
        self._doubts: list[tuple[frozenset[str], QWidget, PlainLabel]] = []
        shut = named("cerrar_indicador", Button("", "x", kind="quiet", small=True, hint="Cerrar (Esc)"))
        shut.clicked.connect(self.closed)
        head = row(self._code, None, shut, margins=(20, 12, 10, 8), gap=10)
        body = column(*self._fields(), 4, Rule(), 2, self._count, self._below, None, margins=(20, 8, 16, 12), gap=10)
        self.setLayout(column(head, Rule(), (scrolling(body), 1), margins=(1, 0, 1, 2), gap=0))
        if not look().large:
            self.setFixedWidth(look().px(_WIDE))

    def _fields(self) -> list[Any]:
        bind = self.form.bind

        def text(campo: str, label: str) -> Field:
            return bind(campo, Field(label, Line()), stored=or_none)

        name = bind("indicador_nombre", Field("Indicador", Text(lines=2, most=5, enter_commits=True)), stored=or_none)
        goal = bind("meta_nombre", Field("Meta", Text(lines=2, most=5, enter_commits=True)), stored=or_none)
        weight = bind("ponderacion", Field("Peso", DecimalField()), shown=_decimal, stored=_quantity)
        how = bind("agregacion", Field("El total es", Choice(AGREGACIONES)), stored=or_none)
        who = Line(placeholder="Separe varios con «/»")
        people = bind("responsables", Field("Responsables", who), shown=" / ".join, stored=_names)
        aim = bind(
            "aporta_a", Field("Aporta a", self._aim), shown=lambda value: cita(self._plan, value), stored=or_none
        )
        return [
            name,
            self._doubt("indicador_nombre", "nombre"),
            boxed(row((text("indicador_codigo", "Código"), 2), (weight, 2), gap=12)),
            self._doubt("indicador_codigo", "codigo", "ponderacion"),
            boxed(row((text("unidad", "Unidad"), 2), (text("meta_codigo", "Código de la meta"), 2), gap=12)),
            self._doubt("unidad", "meta_unidad", "meta_valor", "meta_codigo"),
            how,
            self._doubt("agregacion", "programacion", "ejecutado"),
            goal,
            self._doubt("meta_nombre"),
            text("indicador_formula", "Fórmula"),
            people,
            aim,
            self._doubt("aporta_a"),
        ]

    def _doubt(self, *campos: str) -> QWidget:
        """Where what the reviewer finds in these fields is told."""
        words = PlainLabel("", "caption", "warn", wrap=True)
        mark = boxed(column(Glyph("triangle-alert", "warn", 14), None, margins=(0, 1, 0, 0)))
        line = boxed(row(mark, (words, 1), gap=6))
        line.hide()
        self._doubts.append((frozenset(campos), line, words))
        return line

    def show_row(
        self,
        found: IndicadorRow,
        plan: str,
        name: str,
        options: Sequence[OpcionRow],
        below: Sequence[AporteRow],
        doubts: Sequence[HallazgoRow] = (),
    ) -> None:
        """Show an indicator of the plan with that code; `name` is how others cite it, and `below` are those that do.

        `doubts` are what the reviewer finds in it: each under its field.
        """
        for campos, line, words in self._doubts:
            said = "\n".join(one.nota for one in doubts if one.campo in campos)
            words.setText(said)
            line.setVisible(bool(said))
        self._plan = plan
        self._code.setText(found.indicador_codigo or found.codigo or "Sin código")
        self._aim.set_options([("", "A nada"), *((one.cita, one.titulo) for one in options if one.cita != name)])
        self.form.show(found.id, found)
        self._show_below(below)

    def leave(self) -> None:
        """Save what is unsaved."""
        self.form.leave()

    def _show_below(self, below: Sequence[AporteRow]) -> None:
        emptied(self._below)
        self._count.setText(
            f"Le aportan {plural(len(below), 'actividad', 'actividades')}" if below else "Nadie le aporta"
        )
        if not below:
            words = "Una actividad de la estrategia o de otro plan dice que le aporta en «Aporta a»."
            self._below.addWidget(PlainLabel(words, "caption", "ink2", wrap=True))
        for one in below:
            link = named(f"aporte_{one.id}", Button(one.numero or "Ver", "corner-up-right", kind="quiet", small=True))
            link.setAccessibleName(f"Ver {one.titulo}")
            link.clicked.connect(lambda _=False, key=one.id: self.went.emit(key))
            said = f"{one.plan}" if one.porcentaje is None else f"{one.porcentaje} % · {one.plan}"
            self._below.addWidget(
                boxed(
                    column(
                        row((PlainLabel(one.titulo, "body", wrap=True), 1), link, gap=6),
                        PlainLabel(said, "caption", "ink2", wrap=True),
                        gap=2,
                    )
                )
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in text.split("/") if (name := part.strip())))


def _decimal(value: str | None) -> Decimal | None:
    return Decimal(value) if value is not None else None


def _quantity(value: Decimal | None) -> str | None:
    return f"{value:f}" if value is not None else None
