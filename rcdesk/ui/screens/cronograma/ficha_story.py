"""Narrativa: the sections of text that the plan has, each with its blocks, in the order of the report."""

from __future__ import annotations

from typing import Final

from rcdesk.ui.kit.fields import Field
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.layout import column, scrolling
from rcdesk.ui.kit.lines import Lines, text_field
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.narrative import Narrative
from rcdesk.ui.screens.cronograma.ficha_part import FichaPart
from rcdesk.ui.table_lines import rows_of
from rcdesk.work.ficha_del_plan import FichaRow
from rcdesk.work.lineas import agregar
from rcdesk.work.secciones import SeccionRow, listar_secciones_del_plan, ver_seccion

_INDENT: Final = "\u2003"
_COLUMNS: Final = (
    Column[SeccionRow]("", lambda one: one.numero, width=64, align="right", tone="ink2"),
    Column[SeccionRow](
        "Sección",
        lambda one: _INDENT * (one.nivel - 1) + (one.titulo or "Sin título"),
        tone=lambda one: "ink" if one.bloques or one.subsecciones else "ink2",
        strong=True,
    ),
    Column[SeccionRow]("", lambda one: "" if one.bloques or one.subsecciones else "sin texto", width=110, tone="ink2"),
)


class StoryPart(FichaPart):
    """The list of sections over the text of the chosen one."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        desk = screen.desk

        def add(title: str) -> str:
            return desk.do(agregar["secciones"], valores={"titulo": title}, plan_id=self.plan_id)

        self._lines = Lines(
            screen,
            "secciones_del_plan",
            _COLUMNS,
            rows_of(desk, "secciones", add, "retirada del plan"),
            lambda form: [(_title(form), 5)],
            label="Secciones de la narrativa",
            add="Título de una sección, y Enter",
            empty="Ninguna todavía. Escriba arriba un título, como «De dónde sale este plan», y oprima Enter.",
            most=5,
        )
        self._lines.table.row_selected.connect(self._open)
        self._text = Narrative(screen, "secciones", "bloques", "Escriba el texto. Enter comienza otro párrafo.")
        self._field = Field("Texto de la sección", self._text.editor)
        text = column(self._text.form.bind("bloques", self._field), None)
        self.lay(
            "Narrativa",
            "Lo que se cuenta con palabras: de dónde sale el plan, cómo se mide, qué cambió.",
            self._lines,
            (text if look().large else scrolling(text), 1),
            grows=True,
        )

    def show_ficha(self, found: FichaRow) -> None:
        if found.id != self.plan_id:
            self._text.form.leave()
            self._lines.forget()
        self.plan_id = found.id
        self._lines.show_rows(self.holder.desk.ask(listar_secciones_del_plan, plan_id=found.id))
        self._open(self._lines.table.current())

    def leave(self) -> None:
        self._text.form.leave()
        self._lines.leave()

    def _open(self, chosen: SeccionRow | None) -> None:
        section = self.holder.desk.ask(ver_seccion, id=chosen.id) if chosen is not None else None
        self._field.setVisible(section is not None)
        if section is not None:
            self._text.form.show(section.id, section)
        else:
            self._text.form.leave()


def _title(form: Form) -> Field:
    return text_field(form, "titulo", "Título")
