"""A record of rcdesk/1 as the values of its row, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any

from rcdesk.store.shape import IDENTITY, Cell, cells, group
from rcdesk.store.tree import ALSO_COLUMNS, RECORDS, apart, lines

Row = dict[str, Any]


@cache
def columns(table: str) -> tuple[Cell, ...]:
    """The columns of a table that come from its record, but for its key."""
    return tuple(cell for cell in cells(RECORDS[table], apart(table)) if cell.column != "id")


def to_row(table: str, record: Any) -> Row:
    """Return the columns that the record fills, and what it states empty."""
    row: Row = {}
    for names, values_of, holder in _readers(table):
        source = record if holder is None else getattr(record, holder)
        if source is not None:
            for column, value in zip(names, values_of(source), strict=True):
                if value or value.__class__ in _SCALARS:
                    row[column] = value
    for (name,) in ALSO_COLUMNS:
        if isinstance(row.get(name), tuple):  # its people are rows of their own
            del row[name]
    if empty := stated(record):
        row["presentes"] = empty
    return row


@cache
def _readers(table: str) -> tuple[tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], str | None], ...]:
    """Each group of values of the record: (its columns, what reads all of them at once, the field that holds it)."""
    holders: dict[str | None, list[Cell]] = {}
    for cell in columns(table):
        holders.setdefault(cell.path[0] if len(cell.path) > 1 else None, []).append(cell)
    return tuple(
        (tuple(cell.column for cell in found), _getter([cell.path[-1] for cell in found]), holder)
        for holder, found in holders.items()
    )


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    one, *more = names
    return attrgetter(one, *more) if more else lambda source: (getattr(source, one),)


def stated(record: Any) -> tuple[str, ...]:
    """The fields, dotted, that the file states although they are empty."""
    names = list(getattr(record, "presentes", ()))
    for holder in _groups(record.__class__):
        inner = getattr(record, holder)
        if inner is not None:
            names += [f"{holder}.{name}" for name in inner.presentes]
            if not _filled(inner):
                names.append(holder)
    names += [f"{name}{_NOBODY}" for (name,) in ALSO_COLUMNS if getattr(record, name, None) == ()]
    return tuple(sorted(set(names)))


@cache
def _groups(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if item.name != "presentes" and group(kind, item.name) is not None)


def _filled(record: Any) -> bool:
    return any(getattr(record, name) for name in _own_fields(record.__class__))


@cache
def _own_fields(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if item.name not in _ASIDE)


def from_row(table: str, row: Mapping[str, Any], found: Mapping[tuple[str, ...], Any]) -> Any:
    """Return the record of a row; `found` are the values that lie in other tables, by their path."""
    build = _builder(RECORDS[table], lines(table))
    names = frozenset(row["presentes"] or ())
    return build(row, names, found)


Build = Callable[[Mapping[str, Any], frozenset[str], Mapping[tuple[str, ...], Any]], Any]


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where each field of a record comes from."""

    columns: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, Build], ...]
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...]
    required: tuple[tuple[str, str], ...]


def _parts(kind: type, lines_of: frozenset[tuple[str, ...]], prefix: tuple[str, ...]) -> _Parts:
    aside = _ASIDE if prefix else {"presentes"}
    paths = {item.name: (*prefix, item.name) for item in fields(kind) if item.name not in aside}
    here = {name: path for name, path in paths.items() if path not in lines_of or path in ALSO_COLUMNS}
    inner: dict[str, type | None] = {name: group(kind, name) for name, path in here.items() if path not in lines_of}
    must = {item.name for item in fields(kind) if item.default is MISSING and item.default_factory is MISSING}
    return _Parts(
        tuple((name, "_".join(path)) for name, path in here.items() if inner.get(name) is None),
        tuple((name, _builder(found, lines_of, paths[name])) for name, found in inner.items() if found is not None),
        tuple((name, path) for name, path in paths.items() if path in lines_of),
        tuple((name, "_".join(path)) for name, path in paths.items() if name in must),
    )


@cache
def _builder(kind: type, lines_of: frozenset[tuple[str, ...]], prefix: tuple[str, ...] = ()) -> Build:
    """Compile how a record (or a group of values inside one) is made of a row."""
    parts = _parts(kind, lines_of, prefix)
    dotted = ".".join(prefix)
    filled = [name for name, _ in parts.columns]
    read = _picker([column for _, column in parts.columns])

    def build(row: Mapping[str, Any], names: frozenset[str], lines: Mapping[tuple[str, ...], Any]) -> Any:
        values = {name: value for name, value in zip(filled, read(row), strict=True) if value or value not in _EMPTY}
        for name, make in parts.groups:
            if (value := make(row, names, lines)) is not None:
                values[name] = value
        for name, path in parts.elsewhere:
            if name not in values and (value := lines.get(path)):  # «N.A.» holds although somebody withdrawn is kept
                values[name] = value
            elif f"{name}{_NOBODY}" in names:
                values.setdefault(name, ())
        own = frozenset(_own(names, dotted)) if names else names
        if not values and not own and prefix and dotted not in names:
            return None
        for name, column in parts.required:
            values.setdefault(name, row.get(column, ()))  # a list that lies in another table, and is empty
        return kind(**values, presentes=own)

    return build


def _picker(names: list[str]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    """What reads those columns of a row at once."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda row: tuple(row[name] for name in names)


_ASIDE = IDENTITY | {"presentes"}
_NOBODY = "[]"
"""After the name of a list that may say «N.A.»: stated as nobody, which is not the same as not filled."""
_SCALARS = frozenset({str, int, float, bool})
_EMPTY: tuple[Any, ...] = (None, (), {})


def _own(names: frozenset[str], dotted: str) -> list[str]:
    """The stated fields of the group `dotted`, without its name."""
    start = f"{dotted}." if dotted else ""
    found = (name.removeprefix(start) for name in names if name.startswith(start))
    return [name for name in found if "." not in name and not name.endswith(_NOBODY)]
