"""Formatos documentales: the code and the version that head each document, how it is numbered, and how it prints."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from rcdesk.documents.formato import DOCUMENTOS, que_encabeza
from rcdesk.domain.errors import RuleError
from rcdesk.domain.formatos import EstadoDeFormato
from rcdesk.domain.numeracion import EJEMPLO
from rcdesk.i18n import fecha_corta, lista_en_palabras, plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import DateField, Field, Line, NumberField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.kit.lines import Lines, Work, text_field
from rcdesk.ui.kit.logo import Logo
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import State
from rcdesk.ui.logos import keep_logo
from rcdesk.ui.screens.ajustes.sample import Sample
from rcdesk.ui.screens.ajustes.section import Section
from rcdesk.work.formatos import (
    FormatoRow,
    Lado,
    agregar_formato,
    corregir_formato,
    hacer_version_nueva,
    listar_formatos,
    numero_siguiente,
    poner_logo_del_formato,
    retirar_formato,
)

_STATES: Final[dict[EstadoDeFormato, State]] = {
    "al_dia": State("Al día", "check", "ok"),
    "sin_codigo": State("Falta código", "clock", "warn"),
    "futuro": State("Rige después", "calendar", "info"),
    "anterior": State("Reemplazado", "history"),
}
_COLUMNS: Final = (
    Column[FormatoRow]("Documento", lambda row_: row_.tipo_documental or "", strong=True, stretch=3),
    Column[FormatoRow](
        "Código",
        lambda row_: row_.codigo or "sin código",
        tone=lambda row_: "ink" if row_.codigo else "warn",
        stretch=2,
    ),
    Column[FormatoRow]("Versión", lambda row_: row_.version or "", width=84, align="right"),
    Column[FormatoRow](
        "Vigente desde", lambda row_: fecha_corta(row_.vigente_desde) if row_.vigente_desde else "", width=124, drop=1
    ),
    Column[FormatoRow]("Estado", lambda row_: _STATES[row_.estado].word, width=140, state=lambda r: _STATES[r.estado]),
)
_ACTA: Final = DOCUMENTOS["acta"]


class FormatsSection(Section):
    """The formats in a table; under it the one in hand, its logos, and its head as it prints."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._lines = Lines(
            screen,
            "formatos",
            _COLUMNS,
            self._work(),
            _bind,
            label="Formatos documentales",
            add="Título de otro documento (acta de reunión, listado de asistencia…), y Enter",
            empty="Ninguno todavía. Escriba arriba «Acta de reunión» y oprima Enter; luego, su código.",
            most=4,
            units=6,
        )
        self._lines.table.row_selected.connect(self._show)
        self._version = named("version_nueva", Button("Versión nueva", "copy"))
        self._version.clicked.connect(self.new_version)
        self._told = named("uso_del_formato", PlainLabel("", "body", "ink2", wrap=True))
        self._next = named("numero_siguiente", PlainLabel("", "body", "ink2", wrap=True))
        self._logos: dict[Lado, Logo] = {
            "logo": Logo("logo_izquierdo", "Logo a la izquierda", "El de la entidad, si tiene"),
            "logo_derecho": Logo("logo_derecho", "Logo a la derecha", "Ninguno"),
        }
        for side, logo in self._logos.items():
            logo.chosen.connect(partial(self.put_logo, side))
        self.sample = Sample(screen.desk, most=720)
        logos = Flow(*((logo, 1) for logo in self._logos.values()), units=2, least=300, gap=28)
        said = Flow((self._told, 1), (self._next, 1), units=2, least=300, gap=28)
        below = column(said, self.sample, 2, logos, gap=8)
        self._below = boxed(below)
        self.lay(
            "Formatos documentales",
            "El código y la versión que van en el encabezado de cada documento. Sin código también se imprime.",
            self._version,
            body=(self._lines, self._below),
        )

    def refresh(self) -> None:
        self._lines.show_rows(self.ask(listar_formatos, hoy=moment.today()))
        self._show(self._current())

    def leave(self) -> None:
        self._lines.leave()

    def new_line(self) -> QWidget | None:
        return self._lines.new

    def new_version(self) -> None:
        """Make the next version of the format in hand, and go to it."""
        current = self._current()
        if current is None:
            return
        self._lines.leave()
        made = self.do(hacer_version_nueva, id=current.id, hoy=moment.today())
        if made is not None:
            self.refresh()
            self._lines.table.select_key(made)

    def put_logo(self, side: Lado, path: Path | None) -> None:
        """Head the pages of the format in hand with a picture at one side, or with none."""
        current, desk = self._current(), self.screen_of.desk
        if current is None:
            return
        with self.screen_of.attempt():
            desk.do(poner_logo_del_formato, id=current.id, lado=side, adjunto=keep_logo(desk, path))

    def _current(self) -> FormatoRow | None:
        found = self._lines.table.current()
        return found if isinstance(found, FormatoRow) else None

    def _show(self, current: FormatoRow | None) -> None:
        self._below.setVisible(current is not None)
        self._version.setEnabled(current is not None)
        if current is None:
            return
        self._told.setText(_use(current))
        self._next.setText(self._numbered(current))
        for side, logo in self._logos.items():
            logo.show_logo(getattr(current, side))
        self.sample.show_format(current.id)

    def _numbered(self, current: FormatoRow) -> str:
        if _ACTA not in que_encabeza(current.tipo_documental):
            return ""
        try:
            number = self.ask(numero_siguiente, id=current.id, vigencia=moment.now().year)
        except RuleError as error:  # a pattern that came from elsewhere
            return str(error)
        if not number:
            return "El número de cada acta se escribe a mano: este formato no dice cómo se numeran."
        return f"El número que sigue: {number}." if number != current.numeracion else "Sus actas no llevan número."

    def _work(self) -> Work:
        desk = self.screen_of.desk
        return Work(
            add=lambda text: desk.do(agregar_formato, valores={"tipo_documental": text}),
            correct=lambda key, values, seen: desk.do(corregir_formato, id=key, valores=values, seen=seen),
            withdraw=lambda key: desk.do(retirar_formato, id=key),
        )


def _use(row_: FormatoRow) -> str:
    heads = que_encabeza(row_.tipo_documental)
    if not heads:
        return f"No encabeza nada: el título debe decir una de estas palabras: {', '.join(DOCUMENTOS)}."
    if _ACTA not in heads:
        return f"Encabeza {lista_en_palabras(heads)}."
    if row_.estado == "anterior":
        return "Hay una versión más nueva: las actas nuevas llevan esa. Las que tienen esta la conservan."
    if not row_.actas:
        return "Ninguna acta lo lleva todavía."
    used = plural(row_.actas, "acta lo lleva y lo conserva", "actas lo llevan y lo conservan")
    return f"{used}. Corrija aquí lo mal escrito; si el formato cambió, use «Versión nueva»."


def _bind(form: Form) -> list[tuple[QWidget, int]]:
    date = form.bind("vigente_desde", Field("Vigente desde", DateField()), stored=or_none)
    pattern = form.bind(
        "numeracion",
        Field("Cómo se numeran sus actas", Line(placeholder=EJEMPLO)),
        stored=or_none,
        hint="{n}: el consecutivo",
    )
    first = form.bind("primer_numero", Field("Primer número", NumberField(least=1)), shown=lambda value: value)
    return [
        (text_field(form, "codigo", "Código del sistema de gestión"), 2),
        (text_field(form, "version", "Versión"), 1),
        (date, 1),
        (text_field(form, "tipo_documental", "Título en el encabezado"), 2),
        (text_field(form, "proceso", "Proceso"), 2),
        (text_field(form, "subproceso", "Subproceso"), 2),
        (text_field(form, "sistema", "Sistema"), 2),
        (pattern, 2),
        (first, 1),
        (text_field(form, "pie", "Pie de página"), 3),
    ]
