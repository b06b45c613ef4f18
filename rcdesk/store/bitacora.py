"""The bitácora: what each unit of work changed, in a chain that shows any later hand.

A chain belongs to a *mesa* (one base), numbered 1, 2, 3… without gaps; each entry is sealed over the texts of its
lines and over the entry before. Personal values enter the seal as a salted hash: a later erasure keeps the chain whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, func, select

from rcdesk.store.service import bitacora, cambios
from rcdesk.store.wire import Wire, inserting

Row = dict[str, Any]
Heads = dict[str, tuple[int, str]]
"""Mesa → number and seal of its last entry."""

GENESIS: Final = ""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Change:
    """One row, before and after; None means that it was not there.

    Updates hold only what differs; a whole row, only what is filled.
    """

    table: str
    key: str
    before: Row | None
    after: Row | None

    def reversed(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.table, self.key, self.after, self.before)


class Line(NamedTuple):
    """A change as the trigger wrote it. The seal covers these very texts: nothing is parsed to seal or to verify."""

    table: str
    key: str
    before: str | None
    after: str | None
    personal_before: str | None
    personal_after: str | None
    salt: str | None

    def change(self) -> Change:
        """Read the texts."""
        before, after = _read(self.before, self.personal_before), _read(self.after, self.personal_after)
        return Change(self.table, self.key, before, after)

    def print(self) -> str | None:
        """Return the salted hash of the personal values; None in a table that has none."""
        if self.salt is None:
            return None
        return sha256(f"{self.salt}{self.personal_before}{self.personal_after}".encode()).hexdigest()


def _read(public: str | None, personal: str | None) -> Row | None:
    image: Row | None = json.loads(public) if public else None
    return image | json.loads(personal) if image is not None and personal else image


class Entry(NamedTuple):
    """One unit of work, as the chain keeps it. `hlc` (microseconds) orders; `momento` is what the clock said (UTC)."""

    id: str
    mesa: str
    n: int
    hlc: int
    momento: str
    puesto: str
    quien: str
    accion: str
    deshace: str | None
    previo: str
    sello: str = ""
    lines: tuple[Line, ...] = ()

    def seal(self) -> str:
        """Return the hash of everything here and of the entry before."""
        texts = [*self[:10], *(text for line in self.lines for text in (*line[:4], line.print()))]
        # Each text goes with its length, so that no two different entries read the same.
        told = "".join(["-" if text is None else f"{len(t := str(text))}:{t}" for text in texts])
        return sha256(told.encode()).hexdigest()

    def to_json(self) -> str:
        """Return the entry as one line of text, always the same for the same entry."""
        return _encode(self)

    @staticmethod
    def from_json(text: str) -> Entry:
        """Read what `to_json` wrote; ValueError or TypeError when it is something else."""
        *header, lines = json.loads(text)
        return Entry._make([*header, tuple(Line(*line) for line in lines)])


LINE: Final = ("tabla", "fila", "antes", "despues", "reserva_antes", "reserva_despues", "sal")
HEADER: Final = Entry._fields[:-1]
_LINES: Final = f"SELECT {', '.join(LINE)} FROM cambios WHERE entrada = ? ORDER BY id"
_HEAD: Final = "SELECT n, sello, (SELECT max(hlc) FROM bitacora) FROM bitacora WHERE mesa = ? ORDER BY n DESC LIMIT 1"
_LAST_HLC: Final = "SELECT 0, '', max(hlc) FROM bitacora"
_INSERT: Final = inserting("bitacora", HEADER)
_INSERT_LINE: Final = inserting("cambios", ("entrada", *LINE))


def lines_of(wire: Wire, entry: str) -> tuple[Line, ...]:
    """Return, in order, what the triggers wrote for `entry`."""
    return tuple(map(Line._make, wire.execute(_LINES, (entry,)).fetchall()))


def close(wire: Wire, entry: Entry, now: int) -> Entry:
    """Number, seal and store the entry whose lines are already there; `now` is the clock in microseconds."""
    n, seal, last = wire.one(_HEAD, (entry.mesa,)) or wire.one(_LAST_HLC) or (0, GENESIS, None)
    entry = entry._replace(n=n + 1, previo=seal, hlc=max(now, (last or 0) + 1))
    entry = entry._replace(sello=entry.seal())
    wire.execute(_INSERT, entry[:-1])
    return entry


def store(wire: Wire, entry: Entry) -> None:
    """Store a sealed entry that comes from the text of this base."""
    wire.execute(_INSERT, entry[:-1])
    wire.many(_INSERT_LINE, [(entry.id, *line) for line in entry.lines])


def read(connection: Connection, *, after: int = 0) -> Iterator[tuple[int, Entry]]:
    """Yield entries with their place of arrival, in that order."""
    columns = [bitacora.c.lugar, *(bitacora.c[name] for name in HEADER)]
    lines = [cambios.c[name] for name in LINE]
    query = select(*columns, *lines).outerjoin(cambios, cambios.c.entrada == bitacora.c.id)
    query = query.where(bitacora.c.lugar > after).order_by(bitacora.c.lugar, cambios.c.id)
    rows = connection.execute(query, execution_options={"yield_per": 2000})
    width = len(columns)
    for header, group in groupby(map(tuple, rows), key=lambda row: row[:width]):
        found = tuple(Line._make(row[width:]) for row in group if row[width] is not None)
        yield header[0], Entry._make([*header[1:], found])


def last_line(connection: Connection) -> int:
    """Return the number of the last line, by which a reading knows what changed since; 0 when there is none."""
    return connection.scalar(select(func.max(cambios.c.id))) or 0


def heads(connection: Connection) -> Heads:
    """Return the last number and seal of every chain here."""
    tails = select(bitacora.c.mesa, func.max(bitacora.c.n).label("n")).group_by(bitacora.c.mesa).subquery()
    query = select(bitacora.c.mesa, bitacora.c.n, bitacora.c.sello)
    query = query.join(tails, (bitacora.c.mesa == tails.c.mesa) & (bitacora.c.n == tails.c.n))
    return {mesa: (n, seal) for mesa, n, seal in connection.execute(query)}


def written(heads: Heads) -> dict[str, str]:
    """Return heads as a snapshot and a manifest tell them: chain → «12 9f3a…»."""
    return {mesa: f"{n} {seal}" for mesa, (n, seal) in sorted(heads.items())}


def read_heads(told: Mapping[str, object]) -> Heads:
    """Read heads that were written. ValueError when one says no number."""
    parted = ((mesa, str(head).partition(" ")) for mesa, head in told.items())
    return {mesa: (int(n), seal) for mesa, (n, _, seal) in parted}


def verify(entries: Iterable[Entry], known: Heads | None = None) -> list[str]:
    """Return what is wrong, naming the entry; `known` are seals kept elsewhere (an acta, a backup)."""
    wrong: list[str] = []
    last: Heads = {}
    for entry in entries:
        n, seal = last.get(entry.mesa, (0, GENESIS))
        if entry.n != n + 1:
            wrong.append(f"falta la entrada {n + 1} de la bitácora (mesa {entry.mesa})")
        elif entry.previo != seal:
            wrong.append(f"la entrada {entry.n} de la bitácora no sigue a la anterior (mesa {entry.mesa})")
        elif entry.seal() != entry.sello:
            wrong.append(f"la entrada {entry.n} de la bitácora fue alterada (mesa {entry.mesa}, «{entry.accion}»)")
        last[entry.mesa] = (entry.n, entry.sello)
        number, kept = (known or {}).get(entry.mesa, (0, ""))
        if number == entry.n and kept != entry.sello:
            wrong.append(f"la bitácora fue reescrita antes de la entrada {entry.n} (mesa {entry.mesa})")
    missing = [mesa for mesa, (n, _) in (known or {}).items() if last.get(mesa, (0, ""))[0] < n]
    return wrong + [f"faltan entradas al final de la bitácora (mesa {mesa})" for mesa in missing]


_LAST_HAND: Final = (
    "SELECT b.quien, b.puesto, b.accion FROM cambios AS c JOIN bitacora AS b ON b.id = c.entrada "
    "WHERE c.tabla = ? AND c.fila = ? ORDER BY b.hlc DESC LIMIT 1"
)


def last_hand(wire: Wire, table: str, key: str) -> str:
    """Return who touched the row last, in words."""
    row = wire.one(_LAST_HAND, (table, key))
    return f"{row[0]} en {row[1]} («{row[2]}»)" if row else "alguien, por fuera del programa"
