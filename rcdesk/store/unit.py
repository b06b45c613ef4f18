"""One action's work: what it read, what it writes, and what the triggers say it changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table

from rcdesk.domain.errors import RuleError
from rcdesk.domain.telling import Telling, silent
from rcdesk.store import bitacora as log
from rcdesk.store.ids import Ids
from rcdesk.store.schema import JOURNALED, TABLE_OF
from rcdesk.store.wire import Values, Wire, selecting, shape

T = TypeVar("T")

GONE: Final = "El registro ya no existe."


@dataclass(slots=True)
class _Loaded:
    """An entity in this unit and the stored values that the base has for it."""

    table: Table
    key: str
    entity: object
    stored: Values


class Unit:
    """What an action works with, inside one transaction. Everything it writes is one entry of the bitácora."""

    def __init__(
        self,
        connection: Connection,
        wire: Wire,
        ids: Ids,
        *,
        now: int,
        mesa: str,
        quien: str,
        puesto: str = "",
        progress: Telling = silent,
    ) -> None:
        self.connection = connection
        """For Core statements; text written through it is not cleaned, so prefer the methods below for writing."""
        self.wire, self.ids = wire, ids
        self.id = ids.new()
        self.mesa, self.quien, self.puesto, self.progress = mesa, quien, puesto, progress
        self.entry: log.Entry | None = None
        """What was written in the bitácora; None while open, or when nothing changed."""
        self.lines: tuple[log.Line, ...] = ()
        self.audiencia_id: str | None = None
        """The hearing of the first row touched; set by the action, or when the unit ends."""
        self._now = now
        self._loaded: dict[tuple[str, str], _Loaded] = {}

    def clock(self) -> str:
        """Return this unit's instant as rcdesk/1 writes it, in UTC to the second: 2026-11-20T14:03:05Z."""
        return datetime.fromtimestamp(self._now // 1_000_000_000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def get(self, kind: type[T], id: str, *, seen: Mapping[str, Any] | None = None) -> T:
        """Load an entity to change it; its fields that differ are written when the unit ends.

        `seen` are the values that the person had on screen. RuleError when the row is gone or no longer shows them.
        """
        table = TABLE_OF[kind]
        loaded = self._loaded.get((table.name, id))
        if loaded is None:
            names = _shared(kind, table)
            row = self.wire.one(selecting(table.name, names), (id,))
            if row is None:
                raise RuleError(GONE)
            stored = dict(zip(names, row, strict=True))
            loaded = _Loaded(table, id, kind(**shape(table.name).read(stored)), stored)
            self._loaded[table.name, id] = loaded
        assert isinstance(loaded.entity, kind)
        for name, value in (seen or {}).items():
            if getattr(loaded.entity, name) != value:
                hand = log.last_hand(self.wire, table.name, id)
                raise RuleError(f"Mientras escribía, lo cambió {hand}.", field=name)
        return loaded.entity

    def check_seen(self, table: Table | str, id: str, seen: Mapping[str, Any]) -> None:
        """Refuse when the row no longer shows the values that the person had on screen, and say who changed it."""
        if not seen:
            return
        table = _table(table)
        names = tuple(seen)
        row = self.wire.one(selecting(table.name, names), (id,))
        if row is None:
            raise RuleError(GONE)
        stored = shape(table.name).bind(seen)
        for name, value in zip(names, row, strict=True):
            if stored[name] != value:
                hand = log.last_hand(self.wire, table.name, id)
                raise RuleError(f"Mientras escribía, lo cambió {hand}.", field=name)

    def add(self, entity: Any) -> str:
        """Write a new entity at once and return its key, made here unless it brings one."""
        table = TABLE_OF[type(entity)]
        if not entity.id:
            entity.id = self.ids.new()
        stored = self._stored(table, entity)
        self.wire.insert(table.name, _filled(stored))
        self._loaded[table.name, entity.id] = _Loaded(table, entity.id, entity, stored)
        return str(entity.id)

    def insert(self, table: Table | str, rows: Iterable[Mapping[str, Any]]) -> list[str]:
        """Write many new rows and return their keys; columns that a row does not name stay empty."""
        table = _table(table)
        bind, new, keys = shape(table.name).bind, self.ids.new, list[str]()
        stored: list[Values] = []
        for row in rows:
            values = _filled(bind(row))
            keys.append(values.setdefault("id", "") or new())
            values["id"] = keys[-1]
            stored.append(values)
        self.wire.insert_all(table.name, stored)
        return keys

    def update(self, table: Table | str, id: str, **values: Any) -> None:
        """Write some columns of a row. RuleError when the row is gone."""
        table = _table(table)
        stored = shape(table.name).bind(values)
        if stored and not self.wire.update(table.name, id, stored):
            raise RuleError(GONE)
        loaded = self._loaded.get((table.name, id))
        if loaded is not None:
            self._refresh(loaded, stored)

    def withdraw(self, table: Table | str, id: str, motivo: str) -> None:
        """Withdraw a row: it stays in the base, with the reason, and counts in nothing. RuleError when it is gone."""
        self.update(table, id, anulada_motivo=motivo, anulada_cuando=self.clock(), anulada_quien=self.quien)

    def next_number(self, table: Table | str, column: str = "numero", **scope: Any) -> int:
        """Return one more than the greatest number of `column` among the rows whose columns are as in `scope`."""
        return int(self._greatest(table, column, scope) or 0) + 1

    def last_order(self, table: Table | str, **scope: Any) -> str:
        """Return the greatest `orden` among the rows whose columns are as in `scope`; empty when there are none."""
        return str(self._greatest(table, "orden", scope) or "")

    def used_draft(self, *claves: str) -> None:
        """Mark the drafts whose text this action stores, in the same transaction; an empty key is none."""
        for clave in filter(None, claves):
            used = (self.clock(), clave)
            self.wire.execute("UPDATE borradores SET usado = ? WHERE clave = ? AND usado IS NULL", used)

    def flush(self) -> None:
        """Write the fields of loaded entities that differ from what the base has."""
        for loaded in self._loaded.values():
            stored = self._stored(loaded.table, loaded.entity)
            differing = {name: value for name, value in stored.items() if loaded.stored[name] != value}
            if differing:
                if not self.wire.update(loaded.table.name, loaded.key, differing):
                    raise RuleError(GONE)
                loaded.stored = stored

    def _stored(self, table: Table, entity: object) -> Values:
        values = {name: getattr(entity, name) for name in _shared(type(entity), table)}
        return shape(table.name).bind(values)

    def _refresh(self, loaded: _Loaded, stored: Values) -> None:
        """Show in a loaded entity what was written round it."""
        for name, value in shape(loaded.table.name).read(stored).items():
            if name in loaded.stored:
                setattr(loaded.entity, name, value)
                loaded.stored[name] = stored[name]

    def _greatest(self, table: Table | str, column: str, scope: Mapping[str, Any]) -> Any:
        table = _table(table)
        stored = shape(table.name).bind(scope)
        row = self.wire.one(_max(table.name, column, tuple(stored)), tuple(stored.values()))
        return row[0] if row else None


def _filled(stored: Values) -> Values:
    """Leave out what is empty: the driver takes a microsecond for each None, and a row may have fifty."""
    return {name: value for name, value in stored.items() if value is not None}


def _table(table: Table | str) -> Table:
    return JOURNALED[table] if isinstance(table, str) else table


@cache
def _max(table: str, column: str, scope: tuple[str, ...]) -> str:
    where = " AND ".join(f"{name} IS ?" for name in scope)
    return f"SELECT max({column}) FROM {table}" + (f" WHERE {where}" if where else "")


_SHARED: Final[dict[tuple[type, str], tuple[str, ...]]] = {}


def _shared(kind: type, table: Table) -> tuple[str, ...]:
    """The columns of the table that the entity has as fields."""
    found = _SHARED.get((kind, table.name))
    if found is None:
        names = [field.name for field in fields(kind) if field.name in table.c]
        found = _SHARED[kind, table.name] = tuple(names)
    return found
