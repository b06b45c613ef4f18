"""The way to what a record holds: through which of its fields a key may be reached, known from its types alone.

Looking for a telephone in every field of a hundred thousand records takes longer than reading them from the base.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_type_hints

from rcdesk.domain.registro.valores import Valor


def caminos(kind: type, llaves: frozenset[str]) -> tuple[str, ...]:
    """The fields of a kind of record that hold records with one of those keys, or that lead to them."""
    return _ways(kind, llaves)


@cache
def _ways(kind: type, keys: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name, held in _held(kind).items() if any(map(keys.intersection, _keys_below(held))))


def _keys_below(kinds: Collection[type]) -> Iterator[Collection[str]]:
    """The keys of some kinds of record, and of all that hang from them."""
    pending, seen = [*kinds], set(kinds)
    while pending:
        kind = pending.pop()
        yield [item.name for item in fields(kind)]
        new = {inner for held in _held(kind).values() for inner in held} - seen
        pending += new
        seen |= new


@cache
def _held(kind: type) -> Mapping[str, frozenset[type]]:
    """Field → the kinds of record that it may hold."""
    return {name: frozenset(_records(hint)) for name, hint in get_type_hints(kind).items()}


def _records(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and issubclass(hint, Valor):
        yield hint
    for inner in get_args(hint):
        yield from _records(inner)
