"""Términos de ley: how long there is to answer, by the day of receipt; and when something is due, worked out."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras import TIPO_PREGUNTA, con_mayuscula
from rcdesk.i18n import dias_habiles, fecha_con_dia, fecha_corta, leer_fecha, plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Choice, DateField, Field, Line, NumberField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.lines import Lines, Work
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.ajustes.section import Section
from rcdesk.work.terminos import (
    TerminoRow,
    agregar_termino,
    calcular_vencimiento,
    contar_dias,
    corregir_termino,
    listar_terminos,
    retirar_termino,
)

_MOST: Final = 365
_COLUMNS: Final = (
    Column[TerminoRow](
        "Para lo recibido desde", lambda r: fecha_corta(r.desde) if r.desde else "siempre", width=176, strong=True
    ),
    Column[TerminoRow]("Peticiones", lambda r: plural(r.general, "día", "días"), width=104),
    Column[TerminoRow]("Información", lambda r: plural(r.informacion, "día", "días"), width=112),
    Column[TerminoRow]("Consultas", lambda r: plural(r.consulta, "día", "días"), width=104),
    Column[TerminoRow]("Norma", lambda r: r.norma, stretch=3, drop=2),
    Column[TerminoRow]("", lambda r: "de la entidad" if r.propio else "de la ley", width=120, tone="ink2", drop=1),
)


class TermsSection(Section):
    """Terms of the law are known; the entity corrects them, or adds the one of a new rule, with its citation."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._lines = Lines(
            screen,
            "terminos",
            _COLUMNS,
            self._work(),
            _bind,
            label="Términos para responder",
            add="Desde qué día rige otro término, como 18/05/2022, y Enter",
            empty="",
            most=6,
        )
        self._received = named("recibida_el", DateField(partial=False), label="Recibida el")
        kinds = [("", "Petición (término general)"), *((kind, con_mayuscula(word)) for kind, word in _KINDS)]
        self._kind = named("tipo_por_vencer", Choice(kinds), label="Qué es")
        self._until = named("hasta_el", DateField(partial=False), label="Hasta el")
        self._due = named("vence_el", PlainLabel("", "strong", wrap=True), label="Cuándo vence")
        self._between = named("dias_entre", PlainLabel("", "body", "ink2", wrap=True), label="Días hábiles entre ambas")
        for field in (self._received, self._until):
            field.committed.connect(self._work_out)
        self._kind.edited.connect(self._work_out)
        self.lay(
            "Términos de ley",
            "Días hábiles para responder, desde el siguiente al recibo. Rige el de la fecha en que se recibió.",
            body=(self._lines, 10, PlainLabel("¿Cuándo vence?", "lead"), self._calculator()),
        )

    def refresh(self) -> None:
        self._lines.show_rows(self.ask(listar_terminos))
        if not self._received.text():
            self._received.set_value(moment.today())
        self._work_out()

    def leave(self) -> None:
        self._lines.leave()

    def new_line(self) -> QWidget | None:
        return self._lines.new

    def _calculator(self) -> QWidget:
        card = Card(raised=False, radius=8)
        fields = Flow(
            (Field("Recibida el", self._received), 2),
            (Field("Qué es", self._kind), 2),
            (Field("Contar días hábiles hasta el", self._until), 2),
            units=6,
        )
        card.setLayout(column(fields, self._due, self._between, margins=(14, 8, 14, 12), gap=4))
        return card

    def _work_out(self) -> None:
        try:
            received, until = self._received.value(), self._until.value()
        except RuleError as error:
            self._due.setText(str(error))
            self._between.setText("")
            return
        if not received:
            self._due.setText("Escriba el día en que se recibió.")
            self._between.setText("")
            return
        found = self.ask(calcular_vencimiento, recibida=received, tipo=self._kind.value() or None)
        days = dias_habiles(found.dias)
        self._due.setText(f"Vence el {fecha_con_dia(found.fecha)}: {days}, por {found.norma}.")
        self._between.setText("")
        if until:
            count = dias_habiles(self.ask(contar_dias, desde=received, hasta=until))
            self._between.setText(f"Entre el {fecha_corta(received)} y el {fecha_corta(until)} hay {count}.")

    def _work(self) -> Work:
        desk = self.screen_of.desk
        return Work(
            add=lambda text: desk.do(agregar_termino, desde=_day(text)),
            correct=lambda key, values, _seen: desk.do(corregir_termino, id=key, valores=values),
            withdraw=lambda key: desk.do(retirar_termino, id=key),
        )


_KINDS: Final = tuple(
    (kind, word) for kind, word in TIPO_PREGUNTA.items() if kind in ("solicitud_de_informacion", "consulta")
)


def _day(text: str) -> str:
    iso = leer_fecha(text)
    if iso is None:
        raise RuleError(f"«{text.strip()}» no es una fecha. Escríbala como 18/05/2022.")
    return iso


def _bind(form: Form) -> list[tuple[QWidget, int]]:
    def days(campo: str, label: str) -> QWidget:
        return form.bind(campo, Field(label, NumberField(least=1, most=_MOST)))

    rule = form.bind("norma", Field("Norma que lo dice", Line()), stored=or_none)
    return [
        (days("general", "Peticiones, en días hábiles"), 2),
        (days("informacion", "Documentos e información"), 2),
        (days("consulta", "Consultas"), 1),
        (rule, 5),
    ]
