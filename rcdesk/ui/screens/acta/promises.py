"""Compromisos: what will be done, by whom, by when, in business days from the hearing."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.palabras import ORIGEN_COMPROMISO, con_mayuscula
from rcdesk.domain.registro import NO_APLICA
from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.fields import Choice, DateField, Field, Line, Segmented, Text
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column, RowMark, RowsModel, Table
from rcdesk.ui.kit.states import ANULADO, COMPROMISO, State
from rcdesk.ui.screens.acta.carried import Carried
from rcdesk.ui.screens.acta.part import Part, heading
from rcdesk.work.compromisos import (
    CompromisoRow,
    anular_compromiso,
    corregir_compromiso,
    crear_compromiso,
    listar_compromisos,
    mover_compromiso,
    restaurar_compromiso,
)
from rcdesk.work.estado_del_acta import EstadoDelActa, ver_dia_habil

_DAYS: Final = (5, 10, 15)
_NOT_APPLICABLE: Final = frozenset({"n.a.", "n.a", "na", "n/a", "no aplica"})
_ROWS: Final = (3, 7)


class DueField(DateField):
    """A date, or «N.A.»."""

    def _read(self, text: str) -> str:
        return NO_APLICA if text.strip().casefold() in _NOT_APPLICABLE else super()._read(text)

    def _write(self, value: str) -> str:
        return value if value == NO_APLICA else super()._write(value)


def due_words(row_: CompromisoRow) -> str:
    """Say the date of a commitment, or that it has none."""
    if row_.fecha is None:
        return "Sin fecha"
    return row_.fecha if row_.fecha == NO_APLICA else fecha_corta(row_.fecha)


def day_words(row_: CompromisoRow) -> str:
    """Say which business day after the hearing it is: «5.º día hábil»."""
    return f"{row_.dias_habiles}.º día hábil" if row_.dias_habiles else ""


def origin_words(row_: CompromisoRow) -> str:
    """Say where it comes from: a question, a strategy, the acta."""
    if row_.preguntas:
        return ", ".join(_question(ref) for ref in row_.preguntas)
    if row_.estrategias:
        return ", ".join(row_.estrategias)
    return con_mayuscula(ORIGEN_COMPROMISO[row_.origen]) if row_.origen else ""


def _question(ref: int | str) -> str:
    return f"P-{ref:03}" if isinstance(ref, int) else ref


def _state(row_: CompromisoRow) -> State:
    return ANULADO if row_.anulada is not None else COMPROMISO[row_.estado]


_COLUMNS: Final = (
    Column[CompromisoRow]("No.", lambda row_: row_.codigo, width=56, strong=True),
    Column[CompromisoRow](
        "Qué hacer", lambda row_: row_.que_hacer, note=lambda row_: "; ".join(row_.responsables) or "Sin responsable"
    ),
    Column[CompromisoRow](
        "Fecha",
        due_words,
        width=124,
        tone=lambda row_: "ink" if row_.fecha or row_.anulada else "warn",
        note=day_words,
    ),
    Column[CompromisoRow]("Origen", origin_words, width=104, drop=1),
    Column[CompromisoRow]("Estado", lambda row_: _state(row_).word, width=120, state=_state, drop=2),
)


class PromisesPart(Part):
    """The table of the form, and the selected commitment under it.

    Once the acta is approved, only how each one goes is written.
    """

    landmark = "TAREAS Y COMPROMISOS"
    lives = True

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._model: RowsModel[CompromisoRow] = RowsModel(
            _COLUMNS, self, mark=lambda row_: RowMark(annulled=row_.anulada is not None)
        )
        empty = "Ninguno todavía. Escriba arriba qué se va a hacer y oprima Enter."
        self.table = named("lista_compromisos", Table(self._model, empty=empty), label="Compromisos")
        self.table.row_selected.connect(self._show)
        self._form = Form(tab, "compromiso", self._save)
        self.new = named("agregar_compromiso", Line(placeholder="Qué se va a hacer, y Enter"), label="Nuevo compromiso")
        self.new.committed.connect(lambda: self._add() if self.new.hasFocus() else None)
        self._buttons = {
            name: named(name, Button(words, icon, kind="quiet", small=True, hint=hint))
            for name, words, icon, hint in (
                ("subir_compromiso", "", "arrow-up", "Subir"),
                ("bajar_compromiso", "", "arrow-down", "Bajar"),
                ("anular_compromiso", "Anular…", "ban", ""),
                ("restaurar_compromiso", "Restaurar", "undo-2", ""),
            )
        }
        self._buttons["subir_compromiso"].clicked.connect(lambda: self._move(-1))
        self._buttons["bajar_compromiso"].clicked.connect(lambda: self._move(1))
        self._buttons["anular_compromiso"].clicked.connect(self.annul)
        self._buttons["restaurar_compromiso"].clicked.connect(self._restore)
        self._fields = self._make_fields()
        tools = row((self.new, 1), *self._buttons.values(), margins=(14, 8, 10, 8), gap=4)
        self._tools = boxed(column(tools, Rule(), gap=0))
        card = Card(radius=8, raised=False)
        card.setLayout(column(self._tools, self.table, self._fields, margins=(1, 0, 1, 1), gap=0))
        top = heading("Compromisos", note="Se numeran solos; el día hábil se cuenta desde el día de la audiencia.")
        self.carried = Carried(tab)
        self.setLayout(column(top, self.carried, card, None, gap=10))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the commitments, the annulled ones struck."""
        self.carried.refresh()
        rows = self.tab.desk.ask(listar_compromisos, audiencia_id=self.audiencia_id)
        self._model.show(rows)
        if rows and self.table.current() is None:
            self.table.select_key(rows[0].id)
        self.table.fit(*_ROWS)
        self._show(self.table.current())
        approved = estado.estado in APROBADA
        self._tools.setVisible(not approved)
        self._days.setVisible(not approved)
        self._form.freeze(approved, free={"estado", "entidad_competente"})

    def leave(self) -> None:
        """Save what is unsaved."""
        self._form.leave()

    def take_keys(self) -> None:
        """One begins with a new commitment, or with how the first one goes."""
        (self.new if self.new.isVisible() else self.table).setFocus()

    def seek(self, key: str) -> None:
        """Choose the commitment with this key."""
        self.table.select_key(key)

    def annul(self) -> None:
        """Annul the selected commitment, with its reason."""
        current = self.table.current()
        if current is None or current.anulada is not None:
            return
        reason = ask_reason(self, f"Anular el compromiso {current.codigo}", "¿Por qué se anula?")
        if reason is not None:
            self._form.leave()
            with self.tab.attempt():
                self.tab.desk.do(anular_compromiso, id=current.id, motivo=reason)

    def _make_fields(self) -> QWidget:
        bind = self._form.bind
        self._date = DueField(placeholder="día/mes/año, o N.A.")
        self._due = bind("fecha", Field("Fecha", self._date), stored=or_none)
        states = [(value, state.word) for value, state in COMPROMISO.items()]
        origins = [(value, con_mayuscula(word)) for value, word in ORIGEN_COMPROMISO.items()]
        who = Field("Responsables", Line())
        reach = Segmented((("a_cargo", "De la entidad"), ("no_a_cargo", "De otra entidad")))
        self._other = bind("entidad_competente", Field("Cuál entidad", Line()), stored=or_none)
        days = [self._day(number) for number in _DAYS]
        self._days = boxed(row(PlainLabel("Día hábil", "caption", "ink2"), *days, None, gap=4))
        follow = named("seguir_compromiso", Button("Ver su avance", "trending-up", kind="quiet", small=True))
        follow.clicked.connect(self._follow)
        flow = Flow(
            (bind("que_hacer", Field("Qué hacer", Text(lines=2, most=8)), stored=or_none), 5),
            (bind("responsables", who, shown="; ".join, stored=_names, hint="separados por ;"), 5),
            (self._due, 2),
            (bind("estado", Field("Estado", Choice(states)), stored=or_none), 3),
            (self._days, 5),
            (bind("alcance", Field("A cargo", reach), stored=or_none), 3),
            (bind("origen", Field("Origen", Choice(origins)), stored=or_none), 2),
            (self._other, 5),
            units=5,
        )
        return boxed(column(flow, row(follow, None), margins=(14, 8, 14, 12)))

    def _follow(self) -> None:
        """Go where the advances of the chosen one are told, all year."""
        current = self.table.current()
        if current is not None:
            self._form.leave()
            self.tab.wants.emit("compromisos", current.id)

    def _day(self, number: int) -> Button:
        button = named(f"dia_habil_{number}", Button(f"{number}.º", small=True, hint=f"{number}.º día hábil"))
        button.clicked.connect(lambda: self._set_day(number))
        return button

    def _set_day(self, number: int) -> None:
        current = self.table.current()
        if current is None:
            return
        with self.tab.attempt():
            date = self.tab.desk.ask(ver_dia_habil, audiencia_id=self.audiencia_id, dias=number)
            if date is None:
                self.tab.explain("La audiencia no tiene fecha: escríbala en Preparación para contar días hábiles.")
                return
            self._date.retype(fecha_corta(date))
            self._date.commit()

    def _show(self, current: CompromisoRow | None) -> None:
        live = current is not None and current.anulada is None
        if current is None:
            self._form.leave()
        else:
            self._form.show(current.id, current)
            self._due.set_hint(day_words(current))
            self._other.setVisible(current.alcance == "no_a_cargo")
        self._fields.setVisible(current is not None)
        self._fields.setEnabled(live)
        for name, button in self._buttons.items():
            button.setVisible(
                name != "restaurar_compromiso" if live or current is None else name == "restaurar_compromiso"
            )
            button.setEnabled(current is not None)

    def _add(self) -> None:
        text = self.new.value()
        if not text:
            return
        with self.tab.attempt():
            key = self.tab.desk.do(crear_compromiso, audiencia_id=self.audiencia_id, valores={"que_hacer": text})
            self.new.set_value("")
            self.table.select_key(key)

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.tab.desk.do(corregir_compromiso, id=key, valores=values, seen=seen)

    def _restore(self) -> None:
        current = self.table.current()
        if current is not None:
            with self.tab.attempt():
                self.tab.desk.do(restaurar_compromiso, id=current.id)

    def _move(self, by: int) -> None:
        rows, current = self._model.rows, self.table.current()
        if current is None:
            return
        place = self._model.find(current.id) + by
        if 0 <= place < len(rows):
            before, after = (place - 1, place) if by < 0 else (place, place + 1)
            first = rows[before].orden if before >= 0 else ""
            last = rows[after].orden if after < len(rows) else ""
            with self.tab.attempt():
                self.tab.desk.do(mover_compromiso, id=current.id, antes=first, despues=last)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(";") if name.strip())
