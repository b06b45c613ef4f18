"""Firmas: who usually signs the actas, and who prepares, reviews and approves them."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.lines import Lines, Work, text_field
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.ajustes.section import Section
from rcdesk.ui.signer_tabs import SignerTabs
from rcdesk.ui.table_lines import rows_of
from rcdesk.work.entidad import HabitualRow, agregar_habitual, listar_habituales

_COLUMNS: Final = (
    Column[HabitualRow]("Nombre", lambda row_: row_.nombre, strong=True, stretch=3),
    Column[HabitualRow]("Cargo", lambda row_: row_.cargo or "", stretch=2),
    Column[HabitualRow]("Dependencia", lambda row_: row_.dependencia or "", stretch=2, drop=1),
)


class SignersSection(Section):
    """Four lists under four words, as in the acta."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._tabs = named("listas_de_habituales", SignerTabs(), label="Quiénes")
        self._tabs.chosen.connect(self._choose)
        self._lines = Lines(
            screen,
            "habituales",
            _COLUMNS,
            self._work(),
            _bind,
            label="Firmantes habituales",
            add="Nombre de quien suele hacerlo, y Enter",
            empty="Nadie todavía. Escriba un nombre arriba y oprima Enter: las actas nuevas lo llevarán.",
        )
        self.lay(
            "Firmas",
            "Quienes suelen firmar. Cada acta nueva los lleva, y en ella se pueden cambiar.",
            body=(row(self._tabs, None), self._lines),
        )

    def refresh(self) -> None:
        self._lines.show_rows(self._tabs.show_people(self.ask(listar_habituales)))

    def leave(self) -> None:
        self._lines.leave()

    def new_line(self) -> QWidget | None:
        return self._lines.new

    def _choose(self, _lista: str) -> None:
        self._lines.forget()
        self.refresh()

    def _work(self) -> Work:
        desk = self.screen_of.desk
        return rows_of(
            desk,
            "firmantes",
            lambda text: desk.do(agregar_habitual, lista=self._tabs.lista, valores={"nombre": text}),
            "retirado de la entidad",
        )


def _bind(form: Form) -> list[tuple[QWidget, int]]:
    return [
        (text_field(form, "nombre", "Nombre"), 5),
        (text_field(form, "cargo", "Cargo"), 2),
        (text_field(form, "dependencia", "Dependencia"), 3),
    ]
