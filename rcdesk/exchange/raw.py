"""Bytes to plain JSON values, refusing what no reader should have to think about.

That is: what is not UTF-8 or not JSON, NaN and infinities, numbers beyond 18 digits, a key twice in one object, more
than 60 levels. The whole file is looked at, also the keys that rcdesk does not know.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, Final

from rcdesk.domain.errors import RuleError
from rcdesk.exchange.places import Notes, Place, shown

DEEPEST: Final = 60
_DIGITS: Final = 18
"""Whole numbers of up to 18 digits fit in 64 bits, which is what the base holds."""


class _Refused:
    """Stands in the tree for a number that is not read, until its place is known."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence


class _Parsing:
    """The hooks of one parse, and what they met."""

    def __init__(self) -> None:
        self.refused = False
        self.repeated: dict[int, tuple[str, object]] = {}  # by identity of the object, which is kept alive

    def integer(self, digits: str) -> int | _Refused:
        if len(digits) <= _DIGITS:
            return int(digits)
        self.refused = True
        return _Refused(f"el número {shown(digits, 30)} es demasiado grande")

    def decimal(self, digits: str) -> float | _Refused:
        number = float(digits)
        if math.isfinite(number):
            return number
        self.refused = True
        return _Refused(f"el número {shown(digits, 30)} es demasiado grande")

    def constant(self, name: str) -> _Refused:
        self.refused = True
        return _Refused(f"{name} no es un valor de JSON")

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        read = dict(pairs)
        if len(read) != len(pairs):
            names = [key for key, _ in pairs]
            self.repeated[id(read)] = next(key for key in names if names.count(key) > 1), read
        return read


def parse(data: bytes, notes: Notes) -> Any:
    """The JSON value of a file; what it can tell place by place goes into `notes`.

    Raises RuleError with the reason when there is nothing to read: not UTF-8, not JSON.
    """
    parsing = _Parsing()
    try:
        tree = json.loads(
            _utf8(data),
            parse_int=parsing.integer,
            parse_float=parsing.decimal,
            parse_constant=parsing.constant,
            object_pairs_hook=parsing.pairs,
        )
    except json.JSONDecodeError as error:
        raise RuleError(f"no es JSON válido: hay un error en la línea {error.lineno}, columna {error.colno}") from error
    except RecursionError as error:
        raise RuleError(_TOO_DEEP) from error
    if _too_deep(tree):
        raise RuleError(_TOO_DEEP)
    if parsing.refused or parsing.repeated:
        _tell(tree, parsing, notes)
    return tree


_TOO_DEEP: Final = f"tiene más de {DEEPEST} niveles de listas y objetos, uno dentro de otro"


def _utf8(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RuleError("está en UTF-16: guárdelo de nuevo como UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RuleError(f"no está en UTF-8 (línea {line}): guárdelo de nuevo con esa codificación") from error


def _too_deep(tree: Any) -> bool:
    level = [tree]
    for _ in range(DEEPEST + 1):
        level = [node for node in level if type(node) is dict or type(node) is list]
        if not level:
            return False
        level = [child for node in level for child in (node.values() if type(node) is dict else node)]
    return True


def _tell(tree: Any, parsing: _Parsing, notes: Notes) -> None:
    for place, node in _nodes(tree):
        if isinstance(node, _Refused):
            notes.problem(place, node.sentence)
        elif id(node) in parsing.repeated:
            notes.problem(place, f"la clave «{shown(parsing.repeated[id(node)][0])}» está dos veces en el mismo objeto")


def _nodes(tree: Any) -> Iterator[tuple[Place, Any]]:
    """Every value of the tree and its place, in order."""
    pending: list[tuple[Place, Any]] = [(None, tree)]
    while pending:
        place, node = pending.pop()
        yield place, node
        if isinstance(node, dict):
            pending += [((place, key), child) for key, child in reversed(node.items())]
        elif isinstance(node, list):
            pending += [((place, i), node[i]) for i in reversed(range(len(node)))]
