"""The list of the people of a hearing, of any length: first their keys in order, then rows by pages.

After a change only what changed is looked at again: the history says which rows.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, assert_never

from sqlalchemy import ColumnElement, Connection, and_, func, select

from rcdesk.store.bitacora import last_line
from rcdesk.store.keys import rowid
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import cambios, indice
from rcdesk.work.asistentes import COLUMNAS, AsistenteRow, fila
from rcdesk.work.movimientos import fuera
from rcdesk.work.registrados import de_la_lista

Filtro = Literal["todas", "ingresaron", "salieron", "por_llegar", "virtuales", "sin_autorizacion", "anuladas"]

_TABLE: Final = JOURNALED["asistentes"]
_S: Final = _TABLE.c
_KEY: Final = rowid(_TABLE)
_FEW: Final = 100  # rows that are put in their place one by one; with more, all are read again
_SORTED: Final = and_(indice.c.tabla == "asistentes", indice.c.fila == _S.id)


@dataclass(frozen=True, slots=True)
class Lista:
    """The keys of a list: those who came in, the last one first, and then who has not, by name."""

    filtro: Filtro
    llegaron: array[int]
    faltan: array[int]
    visto: int
    """The last line of the history that it tells of."""

    @property
    def claves(self) -> array[int]:
        """All of them, in order."""
        return self.llegaron + self.faltan


def listar(connection: Connection, *, audiencia_id: str, filtro: Filtro = "todas") -> Lista:
    """Return the list that a filter lets through."""
    here = (de_la_lista(audiencia_id), _condition(filtro))
    seen = last_line(connection)
    came = select(_KEY).where(*here, _S.hora_llegada.is_not(None)).order_by(_S.hora_llegada.desc(), _S.orden.desc())
    missing = select(_KEY).outerjoin(indice, _SORTED).where(*here, _S.hora_llegada.is_(None))
    by_name = missing.order_by(indice.c.clave, _S.orden)
    return Lista(filtro, _keys(connection, came), _keys(connection, by_name), seen)


def poner_al_dia(connection: Connection, *, audiencia_id: str, lista: Lista) -> Lista:
    """Return the list as it is now; when only a few rows changed since it was read, the others are not read again."""
    seen = last_line(connection)
    touched = _touched(connection, lista.visto, seen)
    if touched is None or lista.filtro == "salieron":  # who is out, another table says
        return listar(connection, audiencia_id=audiencia_id, filtro=lista.filtro)
    if not touched:
        return Lista(lista.filtro, lista.llegaron, lista.faltan, seen)
    shown = _condition(lista.filtro).label("shown")
    columns = (_KEY.label("key"), de_la_lista(audiencia_id).label("here"), shown, _S.hora_llegada, _S.orden)
    query = select(*columns, indice.c.clave).outerjoin(indice, _SORTED).where(_S.id.in_(touched))
    rows = connection.execute(query).all()
    if len(rows) < len(touched):  # one was taken back: nobody knows its key any more
        return listar(connection, audiencia_id=audiencia_id, filtro=lista.filtro)
    gone = {row.key for row in rows}
    came, missing = _without(lista.llegaron, gone), _without(lista.faltan, gone)
    for row in rows:
        if row.here and row.shown:
            _put(connection, came, missing, row)
    return Lista(lista.filtro, came, missing, seen)


def leer(connection: Connection, *, claves: Sequence[int]) -> dict[int, AsistenteRow]:
    """Return the people with those keys; one that is gone is left out."""
    query = select(_KEY, *COLUMNAS).where(_KEY.in_(claves))
    return {key: fila(values) for key, *values in connection.execute(query)}


def clave_de(connection: Connection, *, id: str) -> int | None:
    """Return the key in the list of the person with that id."""
    return connection.scalar(select(_KEY).where(_S.id == id))


def _keys(connection: Connection, query: Any) -> array[int]:
    """Read straight from the driver: of 50,000 keys, a row for each takes as long as finding them."""
    cursor = connection.execute(query).cursor
    return array("q", () if cursor is None else (key for (key,) in cursor.fetchall()))


def _touched(connection: Connection, since: int, until: int) -> Sequence[str] | None:
    """The ids of the people that those lines of the history tell of; None when there are too many."""
    lines = select(cambios.c.fila).where(cambios.c.id > since, cambios.c.id <= until, cambios.c.tabla == "asistentes")
    found = connection.scalars(lines.limit(_FEW + 1)).all()
    return None if len(found) > _FEW or until < since else tuple(dict.fromkeys(found))


def _without(keys: array[int], gone: Iterable[int]) -> array[int]:
    left = keys[:]
    for key in gone:
        if key in left:
            left.remove(key)
    return left


def _put(connection: Connection, came: array[int], missing: array[int], row: Any) -> None:
    """Put one in its place: by the hour, the last one first; or by name."""

    def told(query: Any, key: int) -> tuple[Any, ...]:
        return tuple(connection.execute(query.where(key == _KEY)).one())

    if row.hora_llegada is not None:
        arrived = (row.hora_llegada, row.orden)
        came.insert(_place(came, lambda key: told(_BY_HOUR, key) > arrived), row.key)
    else:
        called = (row.clave or "", row.orden)
        missing.insert(_place(missing, lambda key: told(_BY_NAME, key) < called), row.key)


_BY_HOUR: Final = select(_S.hora_llegada, _S.orden)
_BY_NAME: Final = select(func.coalesce(indice.c.clave, ""), _S.orden).select_from(_TABLE).outerjoin(indice, _SORTED)


def _place(keys: Sequence[int], before: Callable[[int], bool]) -> int:
    """The first place whose key does not go before: some seventeen looks among 100,000."""
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if before(keys[middle]):
            low = middle + 1
        else:
            high = middle
    return low


def _condition(filtro: Filtro) -> ColumnElement[bool]:
    stands = _S.anulada_motivo.is_(None)
    match filtro:
        case "todas":
            return stands
        case "anuladas":
            return _S.anulada_motivo.is_not(None)
        case "ingresaron":
            return and_(stands, _S.hora_llegada.is_not(None))
        case "salieron":
            return and_(stands, _S.hora_llegada.is_not(None), fuera(_S.id).is_not(None))
        case "por_llegar":
            return and_(stands, _S.hora_llegada.is_(None))
        case "virtuales":
            return and_(stands, _S.modalidad == "virtual")
        case "sin_autorizacion":
            return and_(stands, _S.autorizacion_otorgada == False)  # noqa: E712 - SQL
        case _:
            assert_never(filtro)
