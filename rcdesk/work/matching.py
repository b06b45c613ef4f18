"""Which row of a list each record of a file is (rcdesk/1, rule 7): by id, by natural key, by likeness, by position."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Row = Mapping[str, Any]

NATURAL_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "audiencias": ("codigo",),
    "planes": ("codigo",),
    "preguntas": ("mesa", "numero"),
    "compromisos": ("codigo",),
    "encuestas": ("codigo",),
    "preguntas_encuesta": ("codigo",),
    "formatos": ("codigo", "version"),
    "versiones": ("version",),
    "programaciones": ("periodo",),
    "listas": ("nombre",),
}
"""Table → the columns that name a record for people. Lists without one are replaced as seen from outside."""


@dataclass(frozen=True, slots=True)
class Matches:
    """For each record its row, or None when it is new; and the rows that no record of the file is."""

    rows: tuple[Row | None, ...]
    left_over: tuple[Row, ...]


def match(table: str, records: Sequence[Row], existing: Sequence[Row]) -> Matches:
    """Pair the records of a list with its rows. Both are the stored values of a row; a record's `id` may be None."""
    pairing = _Pairing(records, existing)
    pairing.by(lambda row: row["id"])
    key = NATURAL_KEYS.get(table)
    if key:
        pairing.by(lambda row: tuple(row[name] for name in key) if any(row[name] is not None for name in key) else None)
    said = [name for name in records[0] if name not in _ASIDE] if records else []
    pairing.by(lambda row: tuple(row[name] for name in said))  # all that the line says
    unnamed = [place for place, record in enumerate(records) if _unnamed(record, key)]
    pairing.by_position(unnamed, key)
    return pairing.result(key)


_ASIDE: Final = frozenset({"id", "orden", "actualizado", "presentes"})


class _Pairing:
    def __init__(self, records: Sequence[Row], existing: Sequence[Row]) -> None:
        self._records, self._existing = records, existing
        self._found: list[int | None] = [None] * len(records)
        self._free = dict.fromkeys(range(len(existing)))

    def by(self, key: Any) -> None:
        """Pair what shows the same key; None names nothing. Of several alike, the first goes with the first."""
        if not self._free or None not in self._found:
            return
        alike: dict[Any, list[int]] = defaultdict(list)
        for place in reversed(self._free):
            if (value := key(self._existing[place])) is not None:
                alike[value].append(place)
        for number, record in enumerate(self._records):
            if self._found[number] is None and (places := alike.get(key(record))):
                self._take(number, places.pop())

    def by_position(self, numbers: Sequence[int], key: tuple[str, ...] | None) -> None:
        """Pair what is left, in order, passing over what is withdrawn."""
        rows = ((place, self._existing[place]) for place in tuple(self._free))
        free = (place for place, row in rows if _stands(row) and _unnamed(row, key))
        for number in numbers:
            if self._found[number] is None and _stands(self._records[number]):
                place = next(free, None)
                if place is None:
                    return
                self._take(number, place)

    def result(self, key: tuple[str, ...] | None) -> Matches:
        """What was paired; of a list with a natural key, only lines that lack it can be left over."""
        rows = tuple(None if place is None else self._existing[place] for place in self._found)
        left = (self._existing[place] for place in self._free)
        return Matches(rows, tuple(row for row in left if _stands(row) and _unnamed(row, key)))

    def _take(self, number: int, place: int) -> None:
        self._found[number] = place
        del self._free[place]


def _stands(row: Row) -> bool:
    return row["anulada_motivo"] is None


def _unnamed(row: Row, key: tuple[str, ...] | None) -> bool:
    return key is None or all(row[name] is None for name in key)
