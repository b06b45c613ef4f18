"""Who may be the one at the door: found as one types among the people of the hearing, its guests and the directory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Connection, Row, and_, select

from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.search import filas
from rcdesk.store.service import indice
from rcdesk.work.movimientos import fuera

Origen = Literal["asistente", "invitado", "persona"]
"""Where someone was found: on the list of the hearing, among its guests, in the directory."""

_S = JOURNALED["asistentes"].c
_P = JOURNALED["personas"].c
_MOST: Final = 40
"""Answers shown: one more letter is quicker than reading the next."""


@dataclass(frozen=True, slots=True)
class CandidatoRow:
    """Someone who may be the one at the door."""

    origen: Origen
    id: str
    nombre: str
    documento_tipo: str | None
    documento_numero: str | None
    grupo: str
    hora_llegada: str | None
    autorizacion: bool | None
    fuera: str | None = None
    """Since when they are out, if they came in and went out."""


def buscar_candidatos(connection: Connection, *, audiencia_id: str, texto: str) -> list[CandidatoRow]:
    """Return who may be the one at the door, the likeliest first: of the hearing, its guests and the directory.

    `texto` is part of a name, of a document or of an organisation, accents ignored.
    """
    here = _search(
        "asistentes", _S, _S.audiencia_id == audiencia_id, _S.lista.in_(("asistentes", "invitados")), texto=texto
    )
    found = [
        _candidate(row, "invitado" if row.lista == "invitados" else "asistente") for row in connection.execute(here)
    ]
    known = {key for row in found if row.origen == "asistente" for key in _keys(row)}
    for row in connection.execute(_search("personas", _P, texto=texto)):
        found.append(_candidate(row, "persona"))
    distinct = [row for row in found if row.origen == "asistente" or known.isdisjoint(_keys(row))]
    words, digits = sin_tildes(texto).split(), "".join(filter(str.isdigit, texto))
    return sorted(distinct, key=lambda row: _likeliness(row, words, digits))


def buscar_parecidos(connection: Connection, *, audiencia_id: str, nombre: str) -> list[CandidatoRow]:
    """Return who is called much like a new person, while their name is typed: nobody until two words were begun."""
    if len(nombre.split()) < 2:
        return []
    return buscar_candidatos(connection, audiencia_id=audiencia_id, texto=nombre)


def ver_candidato(connection: Connection, *, audiencia_id: str, id: str) -> CandidatoRow | None:
    """Return someone of the list or of the guests of a hearing, by their key; None when there is nobody who stands."""
    query = _people("asistentes", _S).where(_S.id == id, _S.audiencia_id == audiencia_id, _S.anulada_motivo.is_(None))
    row = connection.execute(query).one_or_none()
    if row is None or row.lista not in ("asistentes", "invitados"):
        return None
    return _candidate(row, "invitado" if row.lista == "invitados" else "asistente")


def organizaciones(connection: Connection, *, audiencia_id: str) -> list[str]:
    """Return the organisations already written in this hearing and in the directory, to complete what is typed."""
    here = select(_S.organizacion).where(_S.audiencia_id == audiencia_id, _S.organizacion.is_not(None))
    known = select(_P.organizacion).where(_P.organizacion.is_not(None))
    return sorted(set(connection.scalars(here.union(known))), key=sin_tildes)


def _people(tabla: str, columns: Any) -> Any:
    here: tuple[Any, ...] = ()
    if tabla == "asistentes":
        here = (columns.lista, columns.hora_llegada, columns.autorizacion_otorgada, fuera(columns.id).label("fuera"))
    return select(
        columns.id,
        columns.nombre,
        columns.documento_tipo,
        columns.documento_numero,
        columns.organizacion,
        columns.dependencia,
        *here,
    )


def _search(tabla: str, columns: Any, *conditions: ColumnElement[bool], texto: str) -> Any:
    return (
        _people(tabla, columns)
        .join(indice, and_(indice.c.tabla == tabla, indice.c.fila == columns.id))
        .where(*conditions, columns.anulada_motivo.is_(None), columns.id.in_(filas(tabla, texto)))
        .order_by(indice.c.clave)
        .limit(_MOST)
    )


def _candidate(row: Row[Any], origen: Origen) -> CandidatoRow:
    here = origen == "asistente"
    return CandidatoRow(
        origen,
        row.id,
        row.nombre or "",
        row.documento_tipo,
        row.documento_numero,
        row.organizacion or row.dependencia or "",
        row.hora_llegada if here else None,
        row.autorizacion_otorgada if here else None,
        row.fuera if here else None,
    )


def _keys(row: CandidatoRow) -> list[str]:
    """What tells that two rows are one person: the document, or the name letter by letter."""
    return [row.documento_numero or "", sin_tildes(row.nombre)] if row.documento_numero else [sin_tildes(row.nombre)]


def _likeliness(row: CandidatoRow, words: list[str], digits: str) -> tuple[bool, int, bool, bool]:
    """The likeliest sorts first: the whole document, most words of the name, of this hearing, not yet in."""
    name = sin_tildes(row.nombre).split()
    hits = sum(any(part.startswith(word) for part in name) for word in words)
    whole = bool(digits) and row.documento_numero == digits
    return not whole, -hits, row.origen == "persona", row.hora_llegada is not None
