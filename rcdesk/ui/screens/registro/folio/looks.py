"""How the rows of a signed sheet look, and the sheets themselves: a word, an icon and a tone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rcdesk.domain.hojas import Clase, Estado
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.looks import veiled
from rcdesk.work.hojas import HojaRow, RenglonRow

DOCUMENT, NAME, GROUP, CONTACT, CONSENT, SIGNED = range(1, 7)
"""Columns of the grid that are typed; the first is the number of the row and the last what it turned out to be."""

_SIN_FIRMA: Final = State("Sin firma", "circle-help", "warn")
_ROWS: Final[Mapping[Clase, State | None]] = {
    "pendiente": None,
    "lista": State("En la lista", "user-check"),
    "nueva": State("Nueva", "plus", "ok"),
    "ilegible": State("Ilegible", "circle-help", "warn"),
    "repetida": State("Repetida", "copy", "warn"),
    "vacio": State("Vacío", "circle"),
}
_SHEETS: Final[Mapping[Estado, State]] = {
    "sin_digitar": State("Sin digitar", "circle-dashed"),
    "en_curso": State("A medias", "pen-line", "warn"),
    "cuadrada": State("Cuadra", "check", "ok"),
    "con_diferencia": State("No cuadra", "triangle-alert", "warn"),
}
_WORDS: Final[Mapping[Clase, str]] = {
    "ilegible": "Ilegible, por identificar",
    "repetida": "Ya había firmado",
    "vacio": "Renglón vacío",
}


def row_state(row: RenglonRow) -> State | None:
    """Return what a row turned out to be; None while nothing is known of it."""
    if row.clase in ("lista", "nueva") and not row.firmo:
        return _SIN_FIRMA
    return _ROWS[row.clase]


def sheet_state(estado: Estado) -> State:
    """Return how far a sheet is."""
    return _SHEETS[estado]


def consent_word(answer: bool | None) -> str:
    """Return what someone marked about their data, in a word."""
    return "" if answer is None else "Sí" if answer else "No"


def _word(row: RenglonRow) -> str:
    state = row_state(row)
    return state.word if state is not None else ""


def _signed(row: RenglonRow) -> str:
    return "" if row.clase in ("pendiente", "vacio") else "Sí" if row.firmo else "No"


def columns() -> tuple[Column[RenglonRow], ...]:
    """Return the columns of the grid; at large text they are as narrow as what is typed in them lets them be."""
    large = look().large
    number, document, consent, signed = (48, 128, 68, 62) if large else (52, 142, 78, 64)
    return (
        Column("N.º", lambda r: str(r.numero), number, align="right", tone="ink2"),
        Column("Documento", lambda r: veiled("" if large else r.documento_tipo, r.documento_numero), document),
        Column(
            "Nombre y apellidos",
            lambda r: r.nombre or _WORDS.get(r.clase, ""),
            tone=lambda r: "ink" if r.nombre else "ink2",
            strong=True,
            stretch=3,
        ),
        Column("Entidad o grupo", lambda r: r.organizacion, 136 if large else 0, tone="ink2", stretch=2),
        Column("Teléfono o correo", lambda r: r.contacto, 138, tone="ink2", drop=2),
        Column("Datos" if large else "Autoriza", lambda r: consent_word(r.autoriza), consent, drop=4),
        Column("Firmó", _signed, signed, drop=3),
        Column("Qué resultó", _word, 118, state=row_state, drop=1),
    )


SHEETS: Final = (
    Column[HojaRow]("Folio", lambda r: f"Folio {r.folio}", strong=True),
    Column[HojaRow]("Firmas", lambda r: _figures(r), 92, align="right", tone="ink2"),
    Column[HojaRow]("Estado", lambda r: sheet_state(r.estado).word, 128, state=lambda r: sheet_state(r.estado)),
)


def _figures(row: HojaRow) -> str:
    cuadre = row.cuadre
    if cuadre.firmas is None:
        return str(cuadre.hechas) if cuadre.hechas else ""
    return f"{cuadre.hechas} de {cuadre.firmas}"
