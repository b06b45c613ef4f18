"""Equipo líder: who carries the plan."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.lines import Lines, text_field
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.cronograma.ficha_part import FichaPart
from rcdesk.ui.table_lines import rows_of
from rcdesk.work.ficha_del_plan import FichaRow, LiderRow, listar_lideres
from rcdesk.work.lineas import agregar

_COLUMNS: Final = (
    Column[LiderRow]("Nombre", lambda one: one.nombre or "", strong=True, stretch=3),
    Column[LiderRow]("Cargo", lambda one: one.cargo or "", stretch=2),
    Column[LiderRow]("Dependencia", lambda one: one.dependencia or "", stretch=2, drop=1),
)


class TeamPart(FichaPart):
    """A list of people, in the order in which the report names them."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        desk = screen.desk

        def add(name: str) -> str:
            return desk.do(agregar["firmantes"], valores={"nombre": name}, lista="equipo", plan_id=self.plan_id)

        self._lines = Lines(
            screen,
            "lideres",
            _COLUMNS,
            rows_of(desk, "firmantes", add, "retirado del equipo líder"),
            _bind,
            label="Equipo líder",
            add="Nombre de quien hace parte del equipo, y Enter",
            empty="Nadie todavía. Escriba arriba un nombre y oprima Enter.",
            most=8,
        )
        self.lay("Equipo líder", "Quienes llevan el plan. El informe los nombra en este orden.", self._lines)

    def show_ficha(self, found: FichaRow) -> None:
        if found.id != self.plan_id:
            self._lines.forget()
        self.plan_id = found.id
        self._lines.show_rows(self.holder.desk.ask(listar_lideres, plan_id=found.id))

    def leave(self) -> None:
        self._lines.leave()


def _bind(form: Form) -> list[tuple[QWidget, int]]:
    return [
        (text_field(form, "nombre", "Nombre"), 5),
        (text_field(form, "cargo", "Cargo"), 2),
        (text_field(form, "dependencia", "Dependencia"), 3),
    ]
