"""Libro de números: every number that an acta was given, whose it is, and the gaps that somebody will ask about."""

from __future__ import annotations

from typing import Final

from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column, RowMark, RowsModel, Table
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.ajustes.section import Section
from rcdesk.work.libro import EstadoDeNumero, NumeroRow, libro_de_numeros

_STATES: Final[dict[EstadoDeNumero, State]] = {
    "aprobada": State("Aprobada", "file-check", "ok"),
    "publicada": State("Publicada", "check"),
    "correccion": State("En corrección", "pen-line", "info"),
    "anulada": State("Anulada", "ban"),
    "salto": State("Sin dar", "circle-alert", "warn"),
}


def _whose(row: NumeroRow) -> str:
    if row.estado == "salto":
        return "Nadie lo tiene"
    return f"Anulada: {row.motivo}. {row.audiencia}" if row.motivo else row.audiencia


_COLUMNS: Final = (
    Column[NumeroRow]("Número", lambda row: row.numero, strong=True, stretch=2),
    Column[NumeroRow]("Audiencia", _whose, tone=lambda row: "warn" if row.estado == "salto" else "ink", stretch=4),
    Column[NumeroRow]("Versión", lambda row: str(row.version or ""), width=84, align="right", drop=1),
    Column[NumeroRow]("Aprobada", lambda row: fecha_corta(row.fecha) if row.fecha else "", width=116, drop=2),
    Column[NumeroRow]("Estado", lambda row: _STATES[row.estado].word, width=144, state=lambda r: _STATES[r.estado]),
)
_LEAST, _MOST = 4, 13  # rows in sight


class BookSection(Section):
    """Only read: a number is given when an acta is approved, and never taken from it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._model: RowsModel[NumeroRow] = RowsModel(
            _COLUMNS, self, mark=lambda row: RowMark(annulled=row.estado == "anulada")
        )
        empty = "Ninguno todavía. El número se da al aprobar cada acta, con el patrón de su formato, y no se repite."
        self.table: Table[NumeroRow] = named(
            "libro_de_numeros", Table(self._model, empty=empty), label="Libro de números"
        )
        self.table.row_activated.connect(self._open)
        go = named("a_los_formatos", Button("Cómo se numeran", "hash"))
        go.clicked.connect(lambda: screen.seek("formatos"))
        self.lay(
            "Libro de números",
            "Se dan al aprobar, en orden y sin repetir: el de un acta anulada no pasa a otra, y un salto se explica.",
            go,
            body=(self.table,),
        )

    def refresh(self) -> None:
        self._model.show(self.ask(libro_de_numeros))
        self.table.fit(_LEAST, _MOST)

    def _open(self, row: NumeroRow) -> None:
        if row.audiencia_id and row.estado != "anulada":
            self.screen_of.wants.emit("acta", f"{row.audiencia_id}/encabezado")
