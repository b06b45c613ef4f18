"""Rows → rcdesk/1 as frozen dataclasses: what exports, acta, figures and findings read, so that no two can differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from rcdesk.domain import registro as r
from rcdesk.store.reading import raw
from rcdesk.store.records import Row, from_row
from rcdesk.store.tree import BRANCHES, HELD, RECORDS, ROOTS, Branch, Linea
from rcdesk.store.wire import shape
from rcdesk.uncollected import uncollected

Place = tuple[str, str | None, str | None]
"""A list of rows: the column and the key of its parent, and the name of the list when they share the table."""

_CHUNK = 10_000
_COMMON: Final = ("archivos", "entidades", "dias_no_habiles", "listas", "organizaciones")
_PEOPLE: Final = frozenset({"asistentes", "preguntas", "intervenciones", "actas", "firmantes"})
_CLAVE: Final = "SELECT id FROM audiencias WHERE codigo = ? AND anulada_motivo IS NULL LIMIT 1"


@uncollected()
def reunir(connection: Any) -> r.Archivo:
    """Return everything the base holds."""
    rows = _Rows(connection)
    for table in RECORDS.keys() - HELD.keys():
        rows.load(table)
    return _file(rows)


@uncollected()
def reunir_audiencia(connection: Any, codigo: str) -> r.Archivo | None:
    """Return one hearing with what its documents need: the entity, its calendar and lists, and its plan."""
    rows = _Rows(connection)
    for table in _COMMON:
        rows.load(table)
    rows.load("audiencias", "codigo", [codigo])
    found = rows.of("audiencias")
    if not found:
        return None
    rows.load("planes", "codigo", [row["plan"] for row in found if row["plan"]])
    rows.load_below()
    return _file(rows)


def reunir_entidad(connection: Any) -> r.Archivo:
    """Return what every document of the entity needs: its data, its calendar and its lists; no hearing, no plan."""
    rows = _Rows(connection)
    for table in _COMMON:
        rows.load(table)
    rows.load_below()
    return _file(rows)


@uncollected()
def reunir_planes(
    connection: Any, codigos: Sequence[str], *, audiencias: bool = False, but: Collection[tuple[str, str]] = ()
) -> r.Archivo:
    """Return those plans with what every document of the entity needs, and with `audiencias` the hearings of them.

    `but` are lines that are not read: the table they hang from, and theirs.
    """
    rows = _Rows(connection)
    for table in _COMMON:
        rows.load(table)
    rows.load("planes", "codigo", codigos)
    if audiencias:
        rows.load("audiencias", "plan", codigos)
    rows.load_below(but=but)
    return _file(rows)


@uncollected()
def reunir_sin_actividades(connection: Any) -> r.Archivo:
    """Return what the base holds without the activities of its plans: hearings, commitments, and the entity."""
    rows = _Rows(connection)
    for table in (*_COMMON, "audiencias", "planes"):
        rows.load(table)
    rows.load_below(but={("planes", "componentes")})
    return _file(rows)


def clave_de(connection: Any, *, codigo: str) -> str | None:
    """Return the key of the hearing that stands with that code; None when there is none.

    `connection` may be the driver's own, as the command line opens it.
    """
    row = raw(connection).execute(_CLAVE, (codigo,)).fetchone()
    return row[0] if row else None


def reunir_registro(connection: Any, table: str, id: str) -> Any:
    """Return one record with every line below it, as a plan with its activities; None when it is gone or withdrawn."""
    return next(iter(reunir_registros(connection, table, [id])), None)


@uncollected()
def reunir_registros(connection: Any, table: str, ids: Sequence[str], *, under: Collection[str] = RECORDS) -> list[Any]:
    """Return the records with those keys that stand, in order; `under`: the tables of the lines that come with them."""
    rows = _Rows(connection)
    for start in range(0, len(ids), _CHUNK):
        rows.load(table, "id", ids[start : start + _CHUNK])
    rows.load_below(under)
    return list(_records(rows, table, rows.all(table)))


def reunir_personas(connection: Any, audiencia_id: str) -> r.Audiencia | None:
    """Return a hearing with only whom it names: who came, asked, spoke or signs; None when it is gone."""
    return next(iter(reunir_registros(connection, "audiencias", [audiencia_id], under=_PEOPLE)), None)


class _Rows:
    """The rows that a file is made of, by the list they stand in."""

    def __init__(self, connection: Any) -> None:
        self._connection = raw(connection)
        self._lists: dict[str, dict[Place, list[Row]]] = {}
        self._keys: dict[str, list[str]] = {}

    def of(self, table: str, place: Place = ("", None, None)) -> Sequence[Row]:
        """The rows of one list, in order."""
        return self._lists.get(table, {}).get(place, ())

    def all(self, table: str) -> list[Row]:
        """The rows of every list of a table."""
        return [row for rows in self._lists.get(table, {}).values() for row in rows]

    def load(self, table: str, column: str = "", values: Sequence[str] = ()) -> None:
        """Read the rows of a table, or those whose `column` holds one of the values."""
        lists, keys = self._lists.setdefault(table, {}), self._keys.setdefault(table, [])
        parents, shared = _places(table)
        how = shape(table)
        where = f" WHERE {column} IN ({', '.join('?' * len(values))})" if column else ""
        found = self._connection.execute(
            f"SELECT {', '.join(how.names)} FROM {table}{where} ORDER BY orden, id", values
        )
        for row in how.rows(found):
            keys.append(row["id"])
            parent = next((name for name in parents if row[name] is not None), "")
            place = (parent, row[parent] if parent else None, row["lista"] if shared else None)
            lists.setdefault(place, []).append(row)

    def load_below(self, under: Collection[str] = RECORDS, but: Collection[tuple[str, str]] = ()) -> None:
        """Read the lines of those tables that hang from the rows read so far; parents stand before children."""
        for table in filter(under.__contains__, RECORDS):
            for branch in BRANCHES:
                wanted = branch.table == table and (branch.parent, table) not in but
                if wanted and not (branch.shared and branch.lista != _first_list(branch)):
                    self._load_under(branch)

    def _load_under(self, branch: Branch) -> None:
        pending = self._keys.get(branch.parent, [])
        while pending:
            known = len(self._keys.get(branch.table, []))
            for start in range(0, len(pending), _CHUNK):
                self.load(branch.table, branch.key, pending[start : start + _CHUNK])
            # A table that hangs from itself (a section inside a section) is read level by level.
            pending = self._keys[branch.table][known:] if branch.parent == branch.table else []


def _first_list(branch: Branch) -> str | None:
    """The lists that share a table under one parent are read at once, with the first of them."""
    return next(b.lista for b in BRANCHES if (b.parent, b.table) == (branch.parent, branch.table))


@cache
def _places(table: str) -> tuple[tuple[str, ...], bool]:
    """The columns that point to a parent, and whether the table holds several lists of one parent."""
    mine = [branch for branch in BRANCHES if branch.table == table]
    return tuple(dict.fromkeys(branch.key for branch in mine)), any(branch.shared for branch in mine)


def _file(rows: _Rows) -> r.Archivo:
    lines: dict[tuple[str, ...], Any] = {}
    for field, table in ROOTS.items():
        records = tuple(_records(rows, table, rows.of(table)))
        if field == "entidad":
            lines[(field,)] = records[0] if records else None
        elif field == "listas":
            lines[(field,)] = {row["nombre"]: row["valores"] for row in rows.of(table) if not _withdrawn(row)}
        else:
            lines[(field,)] = records
    heads = rows.of("archivos")
    return _with_roots(heads[-1] if heads else None, lines)


def _with_roots(head: Row | None, lines: Mapping[tuple[str, ...], Any]) -> r.Archivo:
    if head is None:
        return r.Archivo(**{path[0]: value for path, value in lines.items()})
    archivo: r.Archivo = from_row("archivos", head, lines)
    return archivo


def _records(rows: _Rows, table: str, found: Iterable[Row]) -> Iterator[Any]:
    """The records of some rows, each with its lines. A kind without the key `anulada` leaves withdrawn lines behind."""
    if RECORDS[table] in _BARE:
        return
    travels = hasattr(RECORDS[table], "anulada")
    for row in found:
        if travels or not _withdrawn(row):
            yield from_row(table, row, dict(_lines(rows, table, row["id"])))


def _lines(rows: _Rows, table: str, key: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    for branch in _branches_of(table):
        found = rows.of(branch.table, (branch.key, key, branch.lista))
        if not found:
            continue
        if RECORDS[branch.table] is Linea:
            yield branch.path, tuple(row["texto"] for row in found if not _withdrawn(row))
        elif branch.single:
            yield branch.path, next(iter(_records(rows, branch.table, reversed(found))), None)
        else:
            yield branch.path, tuple(_records(rows, branch.table, found))


@cache
def _branches_of(table: str) -> tuple[Branch, ...]:
    return tuple(branch for branch in BRANCHES if branch.parent == table)


def _withdrawn(row: Row) -> bool:
    return row["anulada_motivo"] is not None


_BARE = frozenset(kind for kind in RECORDS.values() if not issubclass(kind, r.Valor))
"""Rows that the format writes without a record: bare texts, configured lists."""
