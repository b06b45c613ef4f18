"""A record of rcdesk/1 as the values of its row, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any

from rcdesk.store import schema
from rcdesk.store.schema import RECORDS, apart
from rcdesk.store.shape import Cell, cells, group

Row = dict[str, Any]


@cache
def columns(table: str) -> tuple[Cell, ...]:
    """The columns of a table that come from its record, but for its key."""
    return tuple(cell for cell in cells(RECORDS[table], apart(table)) if cell.column != "id")


def to_row(table: str, record: Any) -> Row:
    """Return every column of the record; those that it leaves empty are None, () or {}."""
    row: Row = {}
    for names, member, holder in _readers(table):
        source = record if holder is None else getattr(record, holder)
        if source is not None:
            for column, name in zip(names, member, strict=True):
                row[column] = getattr(source, name)
    if isinstance(row.get("ausentes"), tuple):
        row["ausentes"] = None
    if isinstance(row.get("invitados"), tuple):
        row["invitados"] = None
    row["presentes"] = stated(record)
    return row


@cache
def _readers(table: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...], str | None], ...]:
    """The columns of each group of values of the record: (columns, fields, field that holds the group)."""
    holders: dict[str | None, list[Cell]] = {}
    for cell in columns(table):
        holders.setdefault(cell.path[0] if len(cell.path) > 1 else None, []).append(cell)
    return tuple(
        (tuple(cell.column for cell in found), tuple(cell.path[-1] for cell in found), holder)
        for holder, found in holders.items()
    )


def stated(record: Any) -> tuple[str, ...]:
    """The fields, dotted, that the file states although they are empty."""
    names = list(getattr(record, "presentes", ()))
    for holder in _groups(record.__class__):
        inner = getattr(record, holder)
        if inner is not None:
            names += [f"{holder}.{name}" for name in inner.presentes]
            if not _filled(inner):
                names.append(holder)
    return tuple(sorted(set(names)))


@cache
def _groups(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if item.name != "presentes" and group(kind, item.name) is not None)


def _filled(record: Any) -> bool:
    return any(getattr(record, item.name) for item in fields(record) if item.name != "presentes")


def from_row(table: str, row: Mapping[str, Any], lines: Mapping[tuple[str, ...], Any]) -> Any:
    """Return the record of a row; `lines` are the values that lie in other tables, by their path."""
    build = _builder(RECORDS[table], schema.lines(table))
    names = frozenset(row["presentes"] or ())
    return build(row, names, lines)


Build = Callable[[Mapping[str, Any], frozenset[str], Mapping[tuple[str, ...], Any]], Any]


@cache
def _builder(kind: type, lines_of: frozenset[tuple[str, ...]], prefix: tuple[str, ...] = ()) -> Build:
    """Compile how a record (or a group of values inside one) is made of a row."""
    plain: list[tuple[str, str, bool]] = []
    inner: list[tuple[str, Build]] = []
    apart_: list[tuple[str, tuple[str, ...]]] = []
    for item in fields(kind):
        path = (*prefix, item.name)
        if item.name == "presentes" or (prefix and item.name in ("id", "actualizado")):
            continue
        if path in lines_of:
            apart_.append((item.name, path))
        found: type | None = None if path in lines_of else group(kind, item.name)
        if found is not None:
            inner.append((item.name, _builder(found, lines_of, path)))
        elif path not in lines_of or path in {("ausentes",), ("invitados",)}:
            plain.append((item.name, "_".join(path), not prefix and _required(item)))
    dotted = ".".join(prefix)

    def build(row: Mapping[str, Any], names: frozenset[str], lines: Mapping[tuple[str, ...], Any]) -> Any:
        values = {name: row[column] for name, column, must in plain if must or row[column] not in _EMPTY}
        for name, make in inner:
            if (value := make(row, names, lines)) is not None:
                values[name] = value
        for name, path in apart_:
            if name not in values and (value := lines.get(path)):  # «N.A.» holds although somebody withdrawn is kept
                values[name] = value
        own = frozenset(_own(names, dotted)) if names else names
        if not values and not own and prefix and dotted not in names:
            return None
        return kind(**values, presentes=own)

    return build


def _required(item: Field[Any]) -> bool:
    return item.default is MISSING and item.default_factory is MISSING


_EMPTY: tuple[Any, ...] = (None, (), {})


def _own(names: frozenset[str], dotted: str) -> list[str]:
    """The stated fields of the group `dotted`, without its name."""
    start = f"{dotted}." if dotted else ""
    return [name.removeprefix(start) for name in names if name.startswith(start) and "." not in name[len(start) :]]
