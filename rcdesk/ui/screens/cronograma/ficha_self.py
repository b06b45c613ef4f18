"""Autodiagnóstico: with which instrument, how much was scored of how much, what level that is, what was concluded."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from rcdesk.i18n import numero
from rcdesk.ui.kit.card import Well
from rcdesk.ui.kit.fields import DateField, DecimalField, Field, Line
from rcdesk.ui.kit.form import or_none
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.narrative import Narrative
from rcdesk.ui.screens.cronograma.ficha_part import FichaPart
from rcdesk.work.ficha_del_plan import FichaRow

_LEVELS: Final = "Cinco niveles: 0 a 20, 21 a 40, 41 a 60, 61 a 80 y 81 a 100, de cien partes del máximo."


class SelfPart(FichaPart):
    """The level is worked out from the score; nobody types it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._form = self.form()
        bind = self._form.bind
        what = bind(
            "autodiagnostico_instrumento",
            Field("Instrumento", Line(placeholder="Autodiagnóstico de rendición de cuentas")),
            stored=or_none,
        )
        score = bind("autodiagnostico_puntaje", Field("Puntaje", DecimalField()), shown=_decimal, stored=_quantity)
        most = bind(
            "autodiagnostico_maximo", Field("De un máximo de", DecimalField()), shown=_decimal, stored=_quantity
        )
        when = bind("autodiagnostico_fecha", Field("Fecha", DateField()), stored=or_none)
        self._level = named("nivel_del_autodiagnostico", PlainLabel("", "lead"), label="Nivel")
        self._said = PlainLabel("", "caption", "ink2", wrap=True)
        well = Well()
        well.setLayout(column(self._level, self._said, margins=(16, 10, 16, 12), gap=2))
        self._text = Narrative(screen, "planes", "autodiagnostico_conclusiones", "Qué mostró y qué hay que mejorar.")
        ends = Field("Conclusiones", self._text.editor)
        self.lay(
            "Autodiagnóstico",
            "Cómo está la entidad antes de empezar.",
            what,
            boxed(row((score, 1), (most, 1), (when, 1), gap=12)),
            well,
            self._text.form.bind("autodiagnostico_conclusiones", ends),
        )

    def show_ficha(self, found: FichaRow) -> None:
        self._form.show(found.id, found)
        self._text.form.show(found.id, found)
        self._level.setText(found.nivel.dicho if found.nivel else "Sin puntaje todavía")
        if found.nivel and found.autodiagnostico_puntaje is not None:
            score = numero(Decimal(found.autodiagnostico_puntaje))
            most = numero(Decimal(found.autodiagnostico_maximo or 100))
            self._said.setText(f"{score} de {most}. {_LEVELS}")
        else:
            self._said.setText(_LEVELS)

    def leave(self) -> None:
        self._form.leave()
        self._text.form.leave()


def _decimal(value: str | None) -> Decimal | None:
    return Decimal(value) if value is not None else None


def _quantity(value: Decimal | None) -> str | None:
    return f"{value:f}" if value is not None else None
