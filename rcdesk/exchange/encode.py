"""Writes records as rcdesk/1: what is filled, and what the source states as empty."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

from rcdesk.domain.registro import Archivo, Valor

Json: TypeAlias = Any
"""A tree of dict, list, str, int, float, bool and None, as `json` reads and writes it."""


def to_json(archivo: Archivo, *, lines: bool = True) -> bytes:
    """The file as UTF-8 JSON in the order of the schema: one value per line, so that two exports can be compared.

    Without `lines` it is one long line, made in a third of the time, for what only programs read.
    """
    indent = 1 if lines else None
    return (json.dumps(plain(archivo), ensure_ascii=False, indent=indent, allow_nan=False) + "\n").encode()


def canonical(value: Any) -> str:
    """One text per value (sorted keys, no spaces), for columns of JSON text and for hashes."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def plain(value: Any) -> Json:
    """A record, or a tuple or mapping of them, as plain JSON values.

    A list or a group that its source states as null is written `[]` or `{}`: a record does not tell them apart.
    """
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, Valor):
        return _record(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    raise TypeError(f"rcdesk/1 has no way to write {type(value).__name__}")


_SCALARS: Final = frozenset({str, int, float, bool})


def _record(record: Valor) -> dict[str, Json]:
    kind: Any = type(record)
    stated = record.presentes
    written: dict[str, Json] = {}
    for name, always in keys(kind):
        value = getattr(record, name)
        if value is None:  # most are
            if always or name in stated:
                written[name] = None
        elif type(value) in _SCALARS:
            written[name] = value
        elif value or isinstance(value, Valor) or always or name in stated:
            written[name] = plain(value)
    return written


@cache
def keys(kind: type) -> tuple[tuple[str, bool], ...]:
    """The keys of a record in order, and whether the format requires each.

    Required is what has no default, and what says which kind of record it is (`formato`, the `tipo` of a block).
    """
    found = []
    for item in fields(kind):
        if item.name != "presentes":
            without_default = item.default is MISSING and item.default_factory is MISSING
            found.append((item.name, without_default or is_constant(item.type)))
    return tuple(found)


def is_constant(hint: Any) -> bool:
    """Whether the field admits a single value."""
    return get_origin(hint) is Literal and len(get_args(hint)) == 1
