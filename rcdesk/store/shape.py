"""How a record of rcdesk/1 lies in a row: which of its fields are columns, and which are tables of their own.

A field holding a single group of values (`respuesta`, `documento`) spreads over columns with its name as prefix; lists
of texts and narrative are one JSON column; a list of records that has a table is not here (see `schema.BRANCHES`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from rcdesk.domain.registro import Valor
from rcdesk.store.values import BOOLEANO, ENTERO, INSTANTE, TEXTO, VARIANTE, Stored, json_of

IDENTITY = frozenset({"id", "actualizado"})
"""Fields of a record that only a row of its own has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a row, and where its value stands in the record: ("respuesta", "texto") → respuesta_texto."""

    path: tuple[str, ...]
    stored: Stored
    options: tuple[Any, ...] = ()
    """The values it may hold, when it is a choice."""

    @property
    def column(self) -> str:
        """The name of the column."""
        return "_".join(self.path)


@cache
def hints(kind: type) -> Mapping[str, Any]:
    """The resolved annotation of each field of a record."""
    return get_type_hints(kind)


def plain(hint: Any) -> Any:
    """The annotation without its «or None»."""
    if get_origin(hint) in (Union, UnionType):
        kept = tuple(kind for kind in get_args(hint) if kind is not NoneType)
        return kept[0] if len(kept) == 1 else Union[kept]  # noqa: UP007 - a union made of values, not written
    return hint


@cache
def group(kind: type, name: str) -> type[Valor] | None:
    """The dataclass of a field that holds a single group of values."""
    hint = plain(hints(kind)[name])
    return hint if isinstance(hint, type) and issubclass(hint, Valor) else None


@cache
def cells(kind: type, apart: frozenset[tuple[str, ...]], prefix: tuple[str, ...] = ()) -> tuple[Cell, ...]:
    """The columns of a record; `apart` are the paths that have a table of their own."""
    found: list[Cell] = []
    for item in fields(kind):
        path = (*prefix, item.name)
        if item.name == "presentes" or path in apart or (prefix and item.name in IDENTITY):
            continue
        inner: type | None = group(kind, item.name)
        if inner is not None:
            found += cells(inner, apart, path)
        else:
            found.append(_cell(path, plain(hints(kind)[item.name])))
    return tuple(found)


def _cell(path: tuple[str, ...], hint: Any) -> Cell:
    if get_origin(hint) is Literal:
        options = get_args(hint)
        return Cell(path, TEXTO if set(map(type, options)) == {str} else VARIANTE, options)
    if get_origin(hint) in (tuple, Mapping):
        return Cell(path, json_of(hint))
    if get_origin(hint) in (Union, UnionType):
        lists = any(get_origin(kind) is tuple for kind in get_args(hint))
        return Cell(path, TEXTO, ("N.A.",)) if lists else Cell(path, VARIANTE)
    return Cell(path, _SCALARS.get(getattr(hint, "__name__", ""), TEXTO))


_SCALARS: Mapping[str, Stored] = {"int": ENTERO, "bool": BOOLEANO, "FechaHora": INSTANTE}
