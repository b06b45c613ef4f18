"""Asistentes: who was absent and who was invited; those present come from Registro."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Check
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.lines import Lines, Work, text_field
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.screens.acta.part import DataCard, Part, heading
from rcdesk.work.actas import (
    ListaDePersonas,
    PersonaRow,
    agregar_persona,
    corregir_persona,
    listar_personas_del_acta,
    marcar_no_aplica,
    mover_persona,
    retirar_persona,
)
from rcdesk.work.estado_del_acta import DatosDelActa, EstadoDelActa

_COLUMNS: Final = (
    Column[PersonaRow]("Nombre", lambda row_: row_.nombre, strong=True, stretch=3),
    Column[PersonaRow]("Cargo", lambda row_: row_.cargo or "", stretch=2),
    Column[PersonaRow]("Entidad u organización", lambda row_: row_.organizacion or "", stretch=2, drop=1),
)
_LISTS: Final[tuple[tuple[ListaDePersonas, str, str], ...]] = (
    ("ausentes", "Ausentes", "Nadie estuvo ausente: se imprime N.A."),
    ("invitados", "Invitados", "No hubo invitados: se imprime N.A."),
)


class PeoplePart(Part):
    """Two lists; «N.A.» is an answer, and an empty list is not."""

    landmark = "ACTA No."

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._data = DataCard(tab, "asistencia", "Ver registro", "registro")
        self._lines: dict[ListaDePersonas, Lines] = {}
        self._none: dict[ListaDePersonas, Check] = {}
        cards = [self._list(*each) for each in _LISTS]
        top = heading(
            "Asistentes", note="Quienes asistieron se anotan en Registro; aquí, quienes faltaron y los invitados."
        )
        self.setLayout(column(top, 4, self._data, 6, cards[0], 6, Rule(), cards[1], None, gap=8))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show both lists."""
        found = self.tab.desk.ask(listar_personas_del_acta, audiencia_id=self.audiencia_id)
        self._data.show_words(attendance_words(estado.datos))
        rows_of: dict[ListaDePersonas, tuple[PersonaRow, ...]] = {
            "ausentes": found.ausentes,
            "invitados": found.invitados,
        }
        for lista, rows in rows_of.items():
            no_aplica = lista in found.no_aplica
            self._none[lista].refresh_value(no_aplica)
            self._lines[lista].setVisible(not no_aplica)
            self._lines[lista].show_rows(rows)

    def leave(self) -> None:
        """Save what is unsaved."""
        for lines in self._lines.values():
            lines.leave()

    def _list(self, lista: ListaDePersonas, title: str, nobody: str) -> QWidget:
        check = named(f"na_{lista}", Check(nobody))
        check.committed.connect(lambda: self._mark(lista))
        lines = Lines(
            self.tab,
            lista,
            _COLUMNS,
            self._work(lista),
            _bind,
            label=title,
            add="Nombre de otra persona, y Enter",
            empty="Nadie todavía. Escriba un nombre arriba, o marque N.A.",
        )
        self._none[lista], self._lines[lista] = check, lines
        return boxed(column(row(PlainLabel(title, "lead"), None, check), lines, gap=6))

    def _work(self, lista: ListaDePersonas) -> Work:
        desk = self.tab.desk
        return Work(
            add=lambda text: desk.do(
                agregar_persona, audiencia_id=self.audiencia_id, lista=lista, valores={"nombre": text}
            ),
            correct=lambda key, values, seen: desk.do(corregir_persona, id=key, valores=values, seen=seen),
            move=lambda key, before, after: desk.do(mover_persona, id=key, antes=before, despues=after),
            withdraw=lambda key: desk.do(retirar_persona, id=key),
        )

    def _mark(self, lista: ListaDePersonas) -> None:
        with self.tab.attempt() as attempt:
            self.tab.desk.do(
                marcar_no_aplica, audiencia_id=self.audiencia_id, lista=lista, aplica=not self._none[lista].value()
            )
        if not attempt.ok:
            self._none[lista].set_value(False)


def attendance_words(datos: DatosDelActa) -> str:
    """Say who came: populations that are never added."""
    parts = [plural(datos.registrados, "persona registrada", "personas registradas")]
    if datos.contados:
        parts.append(f"{numero(datos.contados)} contadas sin nombre")
    if datos.espectadores_maximos is not None:
        parts.append(f"{numero(datos.espectadores_maximos)} espectadores en vivo como máximo")
    return f"{'; '.join(parts)}. Son poblaciones distintas: no se suman."


def _bind(form: Form) -> list[tuple[QWidget, int]]:
    return [
        (text_field(form, "nombre", "Nombre"), 3),
        (text_field(form, "cargo", "Cargo"), 2),
        (text_field(form, "organizacion", "Entidad u organización"), 5),
    ]
