"""The chosen activity, beside the table: its fields, each saved when it is left, and its advances."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.cuadro.celdas import leer_meses
from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras import TIPO_ACTIVIDAD, con_mayuscula
from rcdesk.i18n import fecha_corta, leer_fecha
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Choice, DateField, DecimalField, Field, Line, Text
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import UNKNOWN
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.advance_form import AdvanceForm
from rcdesk.ui.screens.cronograma.advances import Advances
from rcdesk.ui.screens.cronograma.lines import due_in, state_of
from rcdesk.work.vista_de_plan import ActividadVista

WIDE = 384
_ADDS: Final = {
    "suma": "se suman",
    "acumulado": "se acumulan",
    "constante": "se repiten",
    "decreciente": "deben bajar",
}
"""How the periods of an activity make its total, in words."""


@dataclass(frozen=True, slots=True)
class Meses:
    """From which month to which, typed where dates are."""

    desde: str
    hasta: str


Save = Callable[[str, dict[str, Any], dict[str, Any]], object]


class ActivityPane(Card):
    """`wanted` says what to do with the activity: annul, restore or close; `moved` to which stage it goes."""

    wanted = Signal(str)
    moved = Signal(str)
    asking = Signal(bool)

    def __init__(self, screen: Screen, save: Save) -> None:
        super().__init__()
        self.setObjectName("actividad_elegida")
        self.form = Form(screen, "actividad", save)
        self.advances = Advances()
        self.advance = AdvanceForm(screen)
        self.advance.closed.connect(self.close_advance)
        self.found: ActividadVista | None = None
        self._code = PlainLabel("", "title")
        self._pill = named("situacion", Pill(UNKNOWN))
        self._stage = named("etapa_de_actividad", Choice())
        self._stage.edited.connect(lambda: self.moved.emit(self._stage.value()))
        self._who = Line(placeholder="Separe varios con «/»")
        self.register = named("registrar_avance", Button("Registrar avance", "plus", "Espacio", small=True))
        self._annul = named("anular_actividad", Button("Anular, con motivo…", "trash-2", "Supr", "quiet"))
        self._restore = named("restaurar_actividad", Button("Restaurar", "history", kind="quiet"))
        self._annul.clicked.connect(lambda: self.wanted.emit("annul"))
        self._restore.clicked.connect(lambda: self.wanted.emit("restore"))
        self.register.clicked.connect(lambda: self.wanted.emit("advancing.register"))
        self._title = PlainLabel("", "strong", wrap=True)
        self.year: int | None = None
        """The year of the months that are typed without one."""
        self._notes: list[tuple[frozenset[str], QWidget, PlainLabel]] = []
        self._due = named("plazo", PlainLabel("", "caption", "ink2"))
        self._build()
        self._show_advance(False)

    def _build(self) -> None:
        shut = named("cerrar_detalle", Button("", "x", kind="quiet", small=True, hint="Cerrar (Esc)"))
        shut.clicked.connect(lambda: self.wanted.emit("close_side"))
        head = row(self._code, self._pill, self._due, None, shut, margins=(20, 12, 10, 8), gap=10)
        title = row(PlainLabel("Avances", "lead"), None, self.register)
        self._written = boxed(column(*self._fields(), 4, Rule(), 4, gap=10))
        self._foot = boxed(column(8, Rule(), row(self._annul, self._restore, None), gap=10))
        body = column(
            self._title,
            self._written,
            title,
            self.advance,
            self.advances,
            self._foot,
            None,
            margins=(20, 4, 16, 12),
            gap=10,
        )
        self.setLayout(column(head, Rule(), 6, (scrolling(body), 1), margins=(1, 0, 1, 2), gap=0))
        if not look().large:
            self.setFixedWidth(look().px(WIDE))

    def _fields(self) -> list[QWidget]:
        bind = self.form.bind
        name = bind("nombre", Field("Actividad", Text(lines=2, most=5, enter_commits=True)))
        who = bind("responsables", Field("Responsables", self._who), shown=" / ".join, stored=_names)
        first, last = bind("desde", Field("Desde", DateField())), bind("hasta", Field("Hasta", DateField()))
        days = Line(placeholder="12/feb/2026, 14/may/2026; o julio - diciembre")
        several = bind("fechas", Field("O en fechas precisas", days), shown=_dates_shown, stored=self._when)
        value = bind("meta_valor", Field("Meta", DecimalField()), shown=_decimal, stored=_quantity)
        unit = bind("meta_unidad", Field("Unidad", Line(placeholder="talleres, unidades, porcentaje")))
        what = bind("meta_nombre", Field("Producto", Line(placeholder="Talleres realizados")))
        indicator = bind("indicador_nombre", Field("Indicador", Line()))
        kind = bind("tipo", Field("Tipo de acción", Choice(_with_none(TIPO_ACTIVIDAD))), shown=_empty, stored=or_none)
        often = bind("frecuencia", Field("Frecuencia", Line(placeholder="mensual, trimestral…")))
        adds = bind("agregacion", Field("Los periodos", Choice(_with_none(_ADDS))), shown=_empty, stored=or_none)
        measured = bind("unidad", Field("El avance se da en", Line(placeholder="unidades, porcentaje")))
        code = bind("codigo", Field("Número", Line()))
        return [
            name,
            who,
            boxed(row((first, 1), (last, 1), gap=12)),
            self._note_under("hasta", "desde"),
            several,
            self._note_under("fechas"),
            boxed(row((value, 2), (unit, 3), gap=12)),
            self._note_under("meta_valor", "meta_unidad"),
            what,
            indicator,
            self._note_under("meta_nombre", "meta_codigo", "indicador_nombre", "indicador_codigo"),
            boxed(row((kind, 1), (often, 1), gap=12)),
            boxed(row((measured, 1), (adds, 1), gap=12)),
            boxed(row((code, 2), (Field("Etapa", self._stage), 3), gap=12)),
            self._note_under("codigo", "aporta_a", "nombre", "ponderacion"),
        ]

    def _note_under(self, *fields: str) -> QWidget:
        """Room under a field for what the reviewer finds in it."""
        words = PlainLabel("", "caption", "warn", wrap=True)
        line = boxed(row(Glyph("triangle-alert", "warn", 14), (words, 1), gap=6))
        line.hide()
        self._notes.append((frozenset(fields), line, words))
        return line

    def _show_notes(self, found: ActividadVista) -> None:
        for fields, line, words in self._notes:
            said = [one.nota for one in found.avisos if one.campo in fields]
            words.setText("\n".join(said))
            line.setVisible(bool(said))

    def _when(self, text: str) -> object:
        """Single dates, or the months from when to when: «julio - diciembre»."""
        months = leer_meses(text, self.year)
        return Meses(*months) if months is not None else _dates(text)

    def show_row(self, found: ActividadVista, stages: Sequence[tuple[str, str]], names: Sequence[str]) -> None:
        """Show an activity; what is being typed in it stays."""
        own = found.fila
        other = self.found is None or self.found.fila.id != own.id
        self.found = found
        if other:
            self.close_advance()
        self._code.setText(own.codigo or "Sin número")
        self._title.setText(own.titulo)
        self._pill.set_state(state_of(own))
        self._due.setText(due_in(found))
        self._due.setVisible(bool(self._due.text()))
        self._stage.set_options(stages)
        self._stage.set_value(own.componente_id)
        self._who.set_suggestions(names)
        self.form.show(own.id, own)
        self._show_notes(found)
        self.advances.show_rows(found.periodos, "%" if own.unidad == "porcentaje" else "")
        withdrawn = own.anulada is not None
        self._annul.setVisible(not withdrawn)
        self._restore.setVisible(withdrawn)
        self.register.setEnabled(not withdrawn)

    def open_advance(self) -> None:
        """Bring the form of an advance into sight, in the place of the fields."""
        self._show_advance(True)

    def close_advance(self) -> None:
        """Put the form of an advance away."""
        self._show_advance(False)

    def _show_advance(self, shown: bool) -> None:
        self.advance.setVisible(shown)
        self._title.setVisible(shown)
        for part in (self._written, self._foot, self.register):
            part.setVisible(not shown)
        self.asking.emit(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.advance.isVisible():
            self.close_advance()
            self.register.setFocus()
        else:
            self.wanted.emit("close_side")


def _with_none(words: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [("", "Sin decir"), *((value, con_mayuscula(word)) for value, word in words.items())]


def _empty(value: str | None) -> str:
    return value or ""


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in text.split("/") if (name := part.strip())))


def _dates_shown(dates: Sequence[str]) -> str:
    return ", ".join(map(fecha_corta, dates))


def _dates(text: str) -> tuple[str, ...]:
    read = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;\n]|\sy\s", text))):
        date = leer_fecha(part)
        if date is None:
            raise RuleError(f"«{part}» no es una fecha. Escríbalas como 12/02/2026, 14/05/2026.", field="fechas")
        read.append(date)
    return tuple(read)


def _decimal(value: str | None) -> Decimal | None:
    return Decimal(value) if value is not None else None


def _quantity(value: Decimal | None) -> str | None:
    return f"{value:f}" if value is not None else None
