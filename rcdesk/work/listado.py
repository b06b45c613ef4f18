"""The list of the questions of a hearing, for a table of any length: first their keys in order, then rows by pages."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, assert_never

from sqlalchemy import ColumnElement, Connection, Text, and_, or_, select, true, type_coerce

from rcdesk.domain.preguntas import leer_codigo
from rcdesk.store.keys import rowid
from rcdesk.store.schema import JOURNALED
from rcdesk.store.search import contiene
from rcdesk.work.cola import (
    ABIERTA,
    COLUMNAS,
    POR_MODERAR,
    POR_REDACTAR,
    VIGENTE,
    PreguntaRow,
    contar_juntas,
)
from rcdesk.work.orden_en_cola import EN_COLA, POR_TURNO
from rcdesk.work.pantalla import en_pantalla

Filtro = Literal[
    "todas",
    "por_moderar",
    "en_cola",
    "pendientes",
    "falta_redactar",
    "respondidas",
    "agrupadas",
    "no_proceden",
    "anuladas",
]

_TABLE: Final = JOURNALED["preguntas"]
_P: Final = _TABLE.c
_KEY: Final = rowid(_TABLE)
_MOST: Final = 500  # keys in one statement
_CHUNK: Final = 5_000  # keys read at a time
_ROW: Final[tuple[Any, ...]] = tuple(type_coerce(c, Text) if c is _P.recibida else c for c in COLUMNAS)
"""A list of thousands leaves the hour to whoever paints it: turning each to Colombian time is a third of reading it."""


@dataclass(frozen=True, slots=True)
class Conjunto:
    """What one row tells of all the others. Good until a change."""

    cola: array[int]
    """The keys of those that wait their turn, in order."""
    juntas: Mapping[str, int]
    """Code of a question → how many share its answer."""
    en_pantalla: str = ""
    """The id of the one that the projector shows; empty when it shows none."""


def ver_conjunto(connection: Connection, *, audiencia_id: str) -> Conjunto:
    """Return the queue of a hearing and the groups of its questions."""
    cola = _keys(connection, _P.audiencia_id == audiencia_id, EN_COLA, order=POR_TURNO)
    shown = en_pantalla(connection, audiencia_id=audiencia_id)
    return Conjunto(cola, contar_juntas(connection, audiencia_id), shown)


def listar(
    connection: Connection, *, audiencia_id: str, filtro: Filtro, buscado: str = "", estaban: Sequence[int] = ()
) -> array[int]:
    """Return the keys that a filter and some words let through: by turn in the queue, else as they arrived.

    Those of `estaban`, the keys now listed, stay where they are although the filter would drop them.
    """
    here = _P.audiencia_id == audiencia_id
    where = [_condition(filtro), *([_holds(buscado)] if buscado.strip() else ())]
    order = POR_TURNO if filtro == "en_cola" else (_P.orden, _KEY)
    claves = _keys(connection, here, *where, order=order)
    if estaban:
        gone = set(estaban).difference(claves)
        kept = set(_standing(connection, here, sorted(gone)))
        claves = _donde_estaban(claves, estaban, kept) if kept else claves
    return claves


def leer(connection: Connection, *, claves: Sequence[int], conjunto: Conjunto) -> dict[int, PreguntaRow]:
    """Return the questions with those keys, each with its turn; one that is gone is left out."""
    query = select(_KEY, *_ROW).where(_KEY.in_(claves))
    rows = {key: PreguntaRow(*values) for key, *values in connection.execute(query)}
    waiting = {key for key, row in rows.items() if row.espera}
    turns = {key: turn for turn, key in enumerate(conjunto.cola, 1) if key in waiting} if waiting else {}
    for key, row in rows.items():
        shared, turn = conjunto.juntas.get(row.codigo, 0), turns.get(key, 0)
        if shared or turn or row.id == conjunto.en_pantalla:
            rows[key] = replace(row, juntas=shared, turno=turn, en_pantalla=row.id == conjunto.en_pantalla)
    return rows


def clave_de(connection: Connection, *, id: str) -> int | None:
    """Return the key in the list of the question with that id."""
    return connection.scalar(select(_KEY).where(_P.id == id))


def _keys(connection: Connection, *where: ColumnElement[bool], order: Iterable[Any]) -> array[int]:
    found = array("q")
    for part in connection.scalars(select(_KEY).where(*where).order_by(*order)).partitions(_CHUNK):
        found.extend(part)
    return found


def _standing(connection: Connection, here: ColumnElement[bool], keys: Sequence[int]) -> Iterable[int]:
    """Of those keys, the ones that are still of the hearing: what was captured and taken back is not."""
    for start in range(0, len(keys), _MOST):
        yield from connection.scalars(select(_KEY).where(here, _KEY.in_(keys[start : start + _MOST])))


def _donde_estaban(now: Sequence[int], before: Sequence[int], kept: set[int]) -> array[int]:
    """Put those `kept`, which `now` lacks, each behind the one it followed before."""
    listed, after = set(now), dict[int | None, list[int]]()
    last: int | None = None
    for key in before:
        if key in listed:
            last = key
        elif key in kept:
            after.setdefault(last, []).append(key)
    merged = array("q", after.get(None, ()))
    for key in now:
        merged.append(key)
        merged.extend(after.get(key, ()))
    return merged


def _holds(buscado: str) -> ColumnElement[bool]:
    """Those words are in its text, author, topic or answer; or they are its code: «14», «P-014»."""
    found = contiene("preguntas", _P.id, buscado)
    code = leer_codigo(buscado)
    return found if code is None else or_(found, and_(_P.mesa.is_(code[0]), _P.numero == code[1]))


def _condition(filtro: Filtro) -> ColumnElement[bool]:
    match filtro:
        case "todas":
            return true()
        case "por_moderar":
            return and_(VIGENTE, POR_MODERAR)
        case "en_cola":
            return EN_COLA
        case "pendientes":
            return and_(VIGENTE, ABIERTA)
        case "falta_redactar":
            return and_(VIGENTE, POR_REDACTAR)
        case "respondidas":
            return and_(VIGENTE, _P.estado == "respondida")
        case "agrupadas":
            return and_(VIGENTE, _P.estado == "agrupada")
        case "no_proceden":
            return and_(VIGENTE, _P.estado == "fuera_de_alcance")
        case "anuladas":
            return _P.anulada_motivo.is_not(None)
        case _:
            assert_never(filtro)
