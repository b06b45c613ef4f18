"""Import of rcdesk/1: a file becomes rows, in one unit of work; the same file twice changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.exchange.encode import keys
from rcdesk.store.records import columns, to_row
from rcdesk.store.tree import BRANCHES, RECORDS, ROOTS, Branch, Linea
from rcdesk.store.unit import Unit
from rcdesk.store.wire import shape
from rcdesk.work import action
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.matching import match

RETIRADO: Final = "retirado por importación"

_CHUNK: Final = 500  # ids asked for at once


@dataclass(frozen=True, slots=True)
class Importado:
    """What an import did, in records."""

    nuevos: int = 0
    cambiados: int = 0
    retirados: int = 0


@action("Importar archivo rcdesk/1", long=True)
def importar(unit: Unit, *, archivo: r.Archivo, adjuntos: Sequence[Adjunto] = ()) -> Importado:
    """Write the whole file. Absent keys leave what the base has; empty ones that the file states empty it."""
    writer = _Writer(unit)
    writer.merge("archivos", {}, [replace(archivo, generado=None)])
    for field, table in ROOTS.items():
        writer.merge(table, {}, _roots(archivo, field), stated=field in archivo.presentes)
    files = {row["ruta"]: row["sha256"] for row in writer.rows("adjuntos", {})}
    fresh = [a for a in adjuntos if files.get(a.ruta) != a.sha256]
    if fresh:
        writer.append("adjuntos", [{"ruta": a.ruta, "sha256": a.sha256, "octetos": a.octetos} for a in fresh])
    return writer.finish()


def _roots(archivo: r.Archivo, field: str) -> Sequence[Any]:
    value = getattr(archivo, field)
    if field == "listas":
        return [{"nombre": name, "valores": tuple(values)} for name, values in value.items()]
    if field == "entidad":
        return [value] if value is not None else []
    return value  # type: ignore[no-any-return]


Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Change:
    """A record of the file (its values, and as the base stores them) and the row that it is."""

    row: Row
    raw: Row
    found: Row
    key: str

    @property
    def older(self) -> bool:
        """Whether the base has a later version of the same record: with one id, the later `actualizado` wins."""
        mine, theirs = self.raw.get("actualizado"), self.found.get("actualizado")
        return bool(mine and theirs and self.raw["id"] == self.found["id"] and mine < theirs)


class _Writer:
    """Compares each list of the file with its rows, and writes the differences."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._fresh: dict[str, list[dict[str, Any]]] = {table: [] for table in RECORDS}
        self._given: dict[str, str] = {}  # id that the file gives to a new record → its table
        self._changed = self._retired = 0

    def rows(self, table: str, place: Mapping[str, Any]) -> list[Row]:
        """The rows of a list as they are stored, in order."""
        names = _stored(table)
        where = " AND ".join(f"{name} = ?" for name in place) or "1"
        sql = f"SELECT {', '.join(names)} FROM {table} WHERE {where} ORDER BY orden, id"
        found = self._unit.wire.execute(sql, tuple(place.values())).fetchall()
        return [dict(zip(names, row, strict=True)) for row in found]

    def merge(
        self, table: str, place: Mapping[str, Any], records: Sequence[Any], *, stated: bool = False, new: bool = False
    ) -> None:
        """Make a list be as the file says. `new`: its parent has just been made, so it has no rows yet."""
        if not records and not stated:
            return
        existing: Sequence[Row] = () if new else self.rows(table, place)
        values = [_values(table, record) for record in records]
        if not existing:
            keys = orden.repartidas(len(values))
            for record, row, key in zip(records, values, keys, strict=True):
                self._add(table, place, record, row, key)
            return
        bind = shape(table).bind
        stored: list[Row] = [{**_blank(table), **bind(row)} for row in values]
        pairs = match(table, stored, existing)
        keys = _orders([row["orden"] if row else None for row in pairs.rows], existing)
        for record, row, raw, found, key in zip(records, values, stored, pairs.rows, keys, strict=True):
            if found is None:
                self._add(table, place, record, row, key)
            else:
                self._update(table, record, _Change(row, raw, found, key))
        for extra in pairs.left_over if table not in _KEPT else ():
            self._retire(table, extra["id"])

    def append(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        """Add bare rows after the last of a table."""
        last = max((row["orden"] for row in self.rows(table, {})), default="")
        for row in rows:
            last = orden.despues_de(last)
            self._fresh[table].append({"id": self._unit.ids.new(), "orden": last, **row})

    def finish(self) -> Importado:
        """Write the new rows, parents first, and say what was done. RuleError when an id is of another record."""
        for table in RECORDS if self._given else ():
            self._refuse_taken(table)
        for table, rows in self._fresh.items():
            if rows:
                self._unit.insert(table, rows)
        return Importado(sum(map(len, self._fresh.values())), self._changed, self._retired)

    def _refuse_taken(self, table: str) -> None:
        """A key names one thing: a file with that key in two records is refused, so a base must never give one."""
        if self._unit.wire.one(f"SELECT 1 FROM {table} LIMIT 1") is None:
            return
        given = tuple(self._given)
        for start in range(0, len(given), _CHUNK):
            part = given[start : start + _CHUNK]
            sql = f"SELECT id FROM {table} WHERE id IN ({', '.join('?' * len(part))}) LIMIT 1"
            taken = self._unit.wire.one(sql, part)
            if taken is not None:
                [key] = taken
                raise RuleError(
                    f"El archivo da a un registro nuevo de «{self._given[key]}» el identificador {key}, que en esta "
                    f"base es de otro de «{table}». Quite ese «id» del archivo y vuelva a importarlo."
                )

    def _add(self, table: str, place: Mapping[str, Any], record: Any, row: dict[str, Any], key: str) -> None:
        if row["id"]:
            self._given[row["id"]] = table
        else:
            row["id"] = self._unit.ids.new()
        self._fresh[table].append({**row, **place, "orden": key})
        self._below(table, row["id"], record, new=True)

    def _update(self, table: str, record: Any, change: _Change) -> None:
        names = [] if change.older else _differing(table, change)
        changes = {name: change.row.get(name) for name in names}
        if change.found["orden"] != change.key:
            changes["orden"] = change.key
        if changes:
            self._unit.update(table, change.found["id"], **changes)
            self._changed += 1
        self._below(table, change.found["id"], record, new=False)

    def _below(self, table: str, key: str, record: Any, *, new: bool) -> None:
        for branch in _branches_of(table):
            lines, stated = _lines(record, branch)
            place = {branch.key: key} | ({"lista": branch.lista} if branch.shared else {})
            self.merge(branch.table, place, lines, stated=stated, new=new)

    def _retire(self, table: str, key: str) -> None:
        now, who = self._unit.clock(), self._unit.quien
        self._unit.update(table, key, anulada_motivo=RETIRADO, anulada_cuando=now, anulada_quien=who)
        self._retired += 1


_KEPT: Final = frozenset({"archivos", "entidades"})
"""Single rows: there is nothing to retire."""


def _lines(record: Any, branch: Branch) -> tuple[Sequence[Any], bool]:
    """The lines of a record that lie in another table, and whether the file states that there are none."""
    holder = record
    for name in branch.path[:-1]:
        holder = getattr(holder, name)
        if holder is None:
            return (), False
    value = getattr(holder, branch.path[-1])
    if branch.single:
        return ([value] if value is not None else []), False
    if not isinstance(value, tuple):  # «N.A.», or not filled
        return (), value is not None
    return value, branch.path[-1] in holder.presentes


@cache
def _branches_of(table: str) -> tuple[Branch, ...]:
    return tuple(branch for branch in BRANCHES if branch.parent == table)


def _values(table: str, record: Any) -> dict[str, Any]:
    """The columns of a record, with its own key when the file gives one."""
    if isinstance(record, dict):  # a bare row: a configured list
        return {"id": None, **record}
    if RECORDS[table] is Linea:
        return {"id": None, "texto": record}
    row = to_row(table, record)
    row["id"] = getattr(record, "id", None)
    return row


@cache
def _stored(table: str) -> tuple[str, ...]:
    return shape(table).names


@cache
def _blank(table: str) -> Row:
    return dict.fromkeys((*(cell.column for cell in columns(table)), "anulada_motivo"))


def _differing(table: str, change: _Change) -> list[str]:
    """The columns that the file fills, or states empty, and that hold something else in the base."""
    stated = change.row.get("presentes", ())
    emptied = {name.replace(".", "_") for name in stated}
    return [
        name
        for name, value in change.raw.items()
        if name not in _NOT_COMPARED
        and value != change.found[name]
        and (value is not None or name in emptied)
        and not (name == "presentes" and _same_stated(table, stated, change.found[name]))
    ]


def _same_stated(table: str, stated: Iterable[str], found: str | None) -> bool:
    """Whether the file states no more than the base: what the format requires is written even if nobody filled it."""
    required = {name for name, always in keys(RECORDS[table]) if always}
    return set(stated) - required == set(json.loads(found or "[]")) - required


_NOT_COMPARED: Final = frozenset({"id", "actualizado"})


def _orders(keys: Sequence[str | None], existing: Sequence[Row]) -> list[str]:
    """Order keys for the records of a file: kept where they already follow, new ones in between, all new otherwise."""
    known = [key for key in keys if key is not None]
    if known != sorted(set(known)):
        return orden.repartidas(len(keys))
    found: list[str] = []
    last = ""
    tail = max((row["orden"] for row in existing), default="")
    for place, key in enumerate(keys):
        if key is None:
            later = next((k for k in keys[place + 1 :] if k is not None), "")
            key = orden.entre(last, later) if later else orden.despues_de(max(last, tail))
        found.append(key)
        last = key
    return found
