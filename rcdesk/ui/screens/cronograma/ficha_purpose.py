"""Propósito: what the plan is for, its challenges, whom it is for, and what kinds of action it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rcdesk.domain.palabras import TIPO_ACTIVIDAD
from rcdesk.domain.registro.planes import TipoActividad
from rcdesk.i18n import plural
from rcdesk.ui.kit.card import Badge, Well
from rcdesk.ui.kit.fields import Field, Segmented, Text
from rcdesk.ui.kit.form import or_none
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.cronograma.ficha_part import FichaPart, list_field
from rcdesk.work.ficha_del_plan import FichaRow

_CAPS: Final = (("no", "Con tope de 100 %"), ("si", "Sin tope"))
_KINDS: Final[tuple[TipoActividad, ...]] = ("informacion", "dialogo", "incentivo", "responsabilidad", "otra")


class PurposePart(FichaPart):
    """Fields that save when each is left, and the count of actions, that nobody types."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._form = self.form()
        aim = self._form.bind(
            "objetivo", Field("Objetivo", Text(lines=3, most=8, placeholder="Para qué es este plan")), stored=or_none
        )
        cap = self._form.bind(
            "sin_tope",
            Field("Cuando se hace más de lo programado", Segmented(_CAPS)),
            shown=lambda value: "si" if value else "no",
            stored=lambda value: value == "si",
        )
        note = "Con tope, lo que pasa de 100 % no tapa lo que falta en otra fila. Los informes dicen cuál se usa."
        self._kinds = row(gap=28)
        self._told = PlainLabel("", "caption", "ink2", wrap=True)
        well = Well()
        well.setLayout(
            column(PlainLabel("Acciones del plan", "label", "ink2"), self._kinds, self._told, margins=(16, 12, 16, 12))
        )
        self.lay(
            "Propósito",
            "Con esto empieza el informe: para qué es el plan y con quiénes.",
            aim,
            list_field(self._form, "retos", "Retos", "Llegar a los corregimientos sin señal"),
            list_field(self._form, "grupos_de_valor", "Grupos de valor", "Juntas de acción comunal"),
            well,
            boxed(column(cap, PlainLabel(note, "caption", "ink2", wrap=True), gap=4)),
        )

    def show_ficha(self, found: FichaRow) -> None:
        self._form.show(found.id, found)
        self._show_kinds(found.acciones)

    def leave(self) -> None:
        self._form.leave()

    def _show_kinds(self, counts: Mapping[TipoActividad | None, int]) -> None:
        emptied(self._kinds)
        for kind in _KINDS:
            if kind in _KINDS[:3] or counts.get(kind):
                word = "de otra clase" if kind == "otra" else f"de {TIPO_ACTIVIDAD[kind]}"
                self._kinds.addWidget(Badge(str(counts.get(kind, 0)), word))
        self._kinds.addStretch(1)
        loose = counts.get(None, 0)
        words = plural(loose, "actividad no dice", "actividades no dicen")
        self._told.setText(f"{words} de qué clase es. Se dice en su detalle." if loose else "")
        self._told.setVisible(bool(loose))
