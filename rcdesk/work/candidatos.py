"""Who may be the one at the door: found as one types among the people of the hearing, its guests and the directory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from rapidfuzz import fuzz
from sqlalchemy import Connection, Row, and_, null, select

from rcdesk.domain.documento_de_identidad import leer_documento
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.search import bare, primeras
from rcdesk.store.service import indice
from rcdesk.work.movimientos import fuera
from rcdesk.work.registrados import LISTAS, esperados

Origen = Literal["asistente", "invitado", "persona"]
"""Where someone was found: on the list of the hearing, among its guests, in the directory."""

_S = JOURNALED["asistentes"].c
_P = JOURNALED["personas"].c
_MOST: Final = 40
"""Answers shown: one more letter is quicker than reading the next."""
_WEIGHED: Final = 60
"""Rows of each kind among which the likeliest are chosen."""
_FEW: Final = 8
"""People alike shown at once."""
_WORDS: Final = 5
"""Words of a name that are looked for."""
_FIRST: Final = 3
"""Letters by which each of them is found."""
_ALIKE: Final = 75
"""From 0 to 100: how much the least alike word must be, while they are still being typed."""


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


class _Weighed(NamedTuple):
    """Someone found, with their sort key and their name without accents."""

    row: CandidatoRow
    clave: str
    name: str

    @property
    def keys(self) -> tuple[str, ...]:
        """What tells that two rows are one person: the document, or the name letter by letter."""
        return (self.row.documento_numero, self.name) if self.row.documento_numero else (self.name,)

    def likeliness(self, words: list[str], digits: str) -> tuple[Any, ...]:
        """The likeliest sorts first: the whole document, most words of the name, of this hearing, not yet in."""
        row, parts = self.row, self.name.split()
        hits = sum(any(part.startswith(word) for part in parts) for word in words)
        whole = bool(digits) and row.documento_numero == digits
        return not whole, -hits, row.origen == "persona", row.hora_llegada is not None, self.clave


def buscar_candidatos(connection: Connection, *, audiencia_id: str, texto: str) -> list[CandidatoRow]:
    """Return who may be the one at the door, the likeliest first: of the hearing, its guests and the directory.

    `texto` are beginnings of words of a name, a document or an organisation, in any order, accents ignored.
    """
    kind, number = leer_documento(texto)
    asked = number if kind not in (None, "CC", "otro") else texto  # «CE 445566»: the kind is not searched
    listed, others = _here(connection, audiencia_id, asked), _directory(connection, asked)
    found = [_Weighed(row, key, sin_tildes(row.nombre)) for row, key in (*listed, *others)]
    known = {key for one in found if one.row.origen == "asistente" for key in one.keys}
    distinct = [one for one in found if one.row.origen == "asistente" or known.isdisjoint(one.keys)]
    words, digits = sin_tildes(asked).split(), "".join(filter(str.isdigit, asked))
    return [one.row for one in sorted(distinct, key=lambda one: one.likeliness(words, digits))[:_MOST]]


def buscar_parecidos(connection: Connection, *, audiencia_id: str, nombre: str) -> list[CandidatoRow]:
    """Return who is called much like a new person, while their name is typed: nobody until two words were begun.

    Each word is looked for by its first letters («Marisel» is found by «Maricel»), and then compared whole.
    """
    words = [word for word in bare(nombre).split() if len(word) > 1][:_WORDS]
    if len(words) < 2:
        return []
    begun = " ".join(word[:_FIRST] for word in words)
    found = [*_here(connection, audiencia_id, begun), *_directory(connection, begun)]
    near = [(likeness, key, row) for row, key in found if (likeness := _likeness(words, row.nombre)) >= _ALIKE]
    near.sort(key=lambda one: (-one[0], one[1]))
    known = {row.documento_numero for _, _, row in near if row.origen == "asistente" and row.documento_numero}
    rows = [row for _, _, row in near if row.origen == "asistente" or row.documento_numero not in known]
    return rows[:_FEW]


def _likeness(words: Sequence[str], nombre: str) -> float:
    """From 0 to 100: how much each word typed is like the word of a name that it is most like, begun as it is."""
    parts = bare(nombre).split()
    if not parts:
        return 0
    return min(max(fuzz.ratio(word, part[: max(len(word), _FIRST)]) for part in parts) for word in words)


def ver_candidato(connection: Connection, *, audiencia_id: str, id: str) -> CandidatoRow | None:
    """Return someone of the list or of the guests of a hearing, by their key; None when there is nobody who stands."""
    here = (_S.id == id, esperados(audiencia_id))
    row = connection.execute(select(*_OF_LIST).where(*here)).one_or_none()
    return None if row is None else _candidate(row, "invitado" if row.lista == "invitados" else "asistente")


def ver_persona(connection: Connection, *, id: str) -> CandidatoRow | None:
    """Return someone of the directory, by their key; None when there is nobody who stands."""
    row = connection.execute(select(*_OF_DIRECTORY).where(_P.id == id, _P.anulada_motivo.is_(None))).one_or_none()
    return None if row is None else _candidate(row, "persona")


_COMMON: Final = ("id", "nombre", "documento_tipo", "documento_numero", "organizacion", "dependencia")
_OF_LIST: Final[tuple[Any, ...]] = (
    *(_S[name] for name in _COMMON),
    _S.lista,
    _S.hora_llegada,
    _S.autorizacion_otorgada,
    fuera(_S.id).label("fuera"),
)
_OF_DIRECTORY: Final[tuple[Any, ...]] = (
    *(_P[name] for name in _COMMON),
    null().label("hora_llegada"),
    null().label("autorizacion_otorgada"),
    null().label("fuera"),
)


def _here(connection: Connection, audiencia_id: str, texto: str) -> Iterator[tuple[CandidatoRow, str]]:
    """Those of the list and of the guests, each with its sort key."""
    keys = primeras(connection, "asistentes", texto, most=_WEIGHED, audiencia_id=audiencia_id)
    for row in _read(connection, "asistentes", _S.id, _OF_LIST, keys):
        if row.lista in LISTAS:
            yield _candidate(row, "invitado" if row.lista == "invitados" else "asistente"), row.clave


def _directory(connection: Connection, texto: str) -> Iterator[tuple[CandidatoRow, str]]:
    keys = primeras(connection, "personas", texto, most=_WEIGHED)
    for row in _read(connection, "personas", _P.id, _OF_DIRECTORY, keys):
        yield _candidate(row, "persona"), row.clave


def _read(connection: Connection, tabla: str, id: Any, columns: tuple[Any, ...], keys: list[str]) -> Any:
    if not keys:
        return ()
    query = select(*columns, indice.c.clave).join(indice, and_(indice.c.tabla == tabla, indice.c.fila == id))
    return connection.execute(query.where(id.in_(keys)))


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
