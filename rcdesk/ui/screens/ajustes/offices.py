"""Dependencias: the offices of the entity, to whom questions are given."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.lines import Lines, text_field
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.ajustes.section import Section
from rcdesk.ui.table_lines import rows_of
from rcdesk.work.entidad import DependenciaRow, agregar_dependencia, listar_dependencias

_COLUMNS: Final = (
    Column[DependenciaRow]("Dependencia", lambda row_: row_.nombre, strong=True, stretch=3),
    Column[DependenciaRow]("Sigla", lambda row_: row_.sigla or "", width=120),
    Column[DependenciaRow]("Código", lambda row_: row_.codigo or "", width=140, drop=1),
)


class OfficesSection(Section):
    """Those that an importing file brought are here too."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        desk = screen.desk
        self._lines = Lines(
            screen,
            "dependencias",
            _COLUMNS,
            rows_of(
                desk,
                "dependencias",
                lambda text: desk.do(agregar_dependencia, valores={"nombre": text}),
                "retirada de la entidad",
            ),
            _bind,
            label="Dependencias",
            add="Nombre de otra dependencia, y Enter",
            empty="Ninguna todavía. Escriba arriba «Secretaría de Hacienda» y oprima Enter.",
            most=9,
        )
        self.lay(
            "Dependencias",
            "Las oficinas que responden. En vivo se ofrecen por su nombre o su sigla.",
            body=(self._lines,),
        )

    def refresh(self) -> None:
        self._lines.show_rows(self.ask(listar_dependencias))

    def leave(self) -> None:
        self._lines.leave()

    def new_line(self) -> QWidget | None:
        return self._lines.new


def _bind(form: Form) -> list[tuple[QWidget, int]]:
    return [
        (text_field(form, "nombre", "Nombre"), 3),
        (text_field(form, "sigla", "Sigla"), 1),
        (text_field(form, "codigo", "Código"), 1),
    ]
