"""Días no hábiles: the holidays of the year, and the days that the entity says; terms are counted with both."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import fecha_con_dia, leer_fecha
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Check, DateField, Field, Line
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.lines import Lines, Work
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.ajustes.section import Section
from rcdesk.work.calendario import DiaRow, agregar_dia, corregir_dia, festivos_del_anio, listar_dias
from rcdesk.work.lineas import retirar

_COLUMNS: Final = (
    Column[DiaRow]("Día", lambda row_: fecha_con_dia(row_.fecha), strong=True, stretch=2),
    Column[DiaRow]("Motivo", lambda row_: row_.motivo or "", stretch=3),
    Column[DiaRow]("", lambda row_: "Se trabaja" if row_.habil else "No se trabaja", width=140, drop=1),
)


class DaysSection(Section):
    """The days of the entity are written; the holidays of the country are known, year by year."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._year = moment.now().year
        self._lines = Lines(
            screen,
            "dias",
            _COLUMNS,
            self._work(),
            _bind,
            label="Días de la entidad",
            add="Otro día que no se trabaja, como 24/12/2026, y Enter",
            empty="Ninguno todavía. Escriba arriba el día cívico del municipio y oprima Enter.",
            most=5,
        )
        self._title = named("anio_de_los_festivos", PlainLabel("", "lead"))
        self._known = named("festivos", PlainLabel("", "body", wrap=True), label="Festivos")
        before = named("anio_anterior", Button("", "chevron-left", kind="quiet", small=True, hint="Año anterior"))
        after = named("anio_siguiente", Button("", "chevron-right", kind="quiet", small=True, hint="Año siguiente"))
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        self.lay(
            "Días no hábiles",
            "Los términos para responder se cuentan sin ellos, sin sábados y sin domingos.",
            body=(self._lines, 6, row(self._title, before, after, None, gap=6), self._known),
        )

    def refresh(self) -> None:
        self._lines.show_rows(self.ask(listar_dias))
        holidays = self.ask(festivos_del_anio, anio=self._year)
        self._title.setText(f"{len(holidays)} festivos de {self._year}")
        self._known.setText("   ·   ".join(fecha_con_dia(day).removesuffix(f" de {self._year}") for day in holidays))

    def leave(self) -> None:
        self._lines.leave()

    def new_line(self) -> QWidget | None:
        return self._lines.new

    def _turn(self, by: int) -> None:
        self._year = min(max(self._year + by, date.min.year), date.max.year)
        self.refresh()

    def _work(self) -> Work:
        desk = self.screen_of.desk
        return Work(
            add=lambda text: desk.do(agregar_dia, fecha=_day(text)),
            correct=lambda key, values, seen: desk.do(corregir_dia, id=key, valores=values, seen=seen),
            withdraw=lambda key: desk.do(retirar["dias_no_habiles"], id=key, motivo="retirado del calendario"),
        )


def _day(text: str) -> str:
    iso = leer_fecha(text)
    if iso is None:
        raise RuleError(f"«{text.strip()}» no es una fecha. Escríbala como 24/12/2026.")
    return iso


def _bind(form: Form) -> list[tuple[QWidget, int]]:
    day = form.bind("fecha", Field("Día", DateField(partial=False)), stored=or_none)
    why = form.bind("motivo", Field("Motivo", Line()), stored=or_none)
    works = form.bind("habil", Field("", Check("Se trabaja ese día")), shown=bool)
    return [(day, 2), (why, 3), (works, 5)]
