"""What the text of a base can give back: the entries to be trusted, and doing again what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import StoreError
from rcdesk.store import bitacora as log
from rcdesk.store import driver as sqlite
from rcdesk.store import indexing, replay
from rcdesk.store.bitacora import GENESIS, Entry
from rcdesk.store.driver import Driver
from rcdesk.store.faults import in_words
from rcdesk.store.folder import DATABASE
from rcdesk.store.mirror import last_entry, read_lines, texts
from rcdesk.store.wire import Wire

_HEAD: Final = "SELECT n, sello FROM bitacora WHERE mesa = (SELECT mesa FROM base) ORDER BY n DESC LIMIT 1"


def trustworthy(folder: Path) -> tuple[list[Entry], list[str]]:
    """Return the entries of the text that can be trusted, in order, and what cannot: damage costs what follows it."""
    chains: dict[str, dict[int, Entry]] = defaultdict(dict)
    damaged = 0
    for entry in read_lines(texts(folder)):
        if entry is None:
            damaged += 1
        else:
            chains[entry.mesa][entry.n] = entry
    whole: list[Entry] = []
    wrong = (
        [f"{damaged} líneas del texto están dañadas" if damaged > 1 else "una línea del texto está dañada"]
        if damaged
        else []
    )
    for chain in chains.values():
        good, lost = _sound(chain)
        whole += good
        if lost:
            told = log.verify(chain[n] for n in sorted(chain))
            wrong += [*told[:1], f"no se pudieron aprovechar {lost} entradas que siguen a la {len(good)}"]
    return sorted(whole, key=lambda entry: (entry.hlc, entry.mesa, entry.n)), wrong


def _sound(chain: dict[int, Entry]) -> tuple[list[Entry], int]:
    """The entries from the first on that follow one another, and how many others there are."""
    good: list[Entry] = []
    seal = GENESIS
    while (entry := chain.get(len(good) + 1)) is not None and entry.previo == seal and entry.seal() == entry.sello:
        good.append(entry)
        seal = entry.sello
    return good, len(chain) - len(good)


def recover(folder: Path, driver: Driver) -> int:
    """Add to a base the entries that only its text has (its `-wal` was lost); return how many.

    A text of another history is put aside with another name, so that the mirror starts again.
    """
    last = last_entry(folder)
    if last is None:
        return 0
    with in_words(driver), closing(plain(folder, driver)) as connection:
        wire = Wire(connection)
        if wire.one("SELECT 1 FROM bitacora WHERE id = ? AND sello = ?", (last.id, last.sello)):
            return 0
        n, seal = wire.one(_HEAD) or (0, GENESIS)
        [mesa] = wire.one("SELECT mesa FROM base") or [""]
        chain = [entry for entry in trustworthy(folder)[0] if entry.mesa == mesa]
        if n < len(chain) and (n == 0 or chain[n - 1].sello == seal):
            return advance(connection, chain[n:])
    for path in texts(folder):
        path.rename(path.with_name(f"{path.stem}.aparte-{last.sello[:8]}.txt"))
    return 0


def plain(folder: Path, driver: Driver) -> Any:
    """A connection that writes and has no triggers."""
    return sqlite.connect(driver, folder / DATABASE, "rw", sync=driver.journal[1])


def advance(connection: Any, entries: Iterable[Entry]) -> int:
    """Store sealed entries and do again what they say, in one transaction; return how many.

    `connection` is the driver's, without triggers. StoreError, and nothing done, when a row is not as they found it.
    """
    wire = Wire(connection)
    wire.execute("BEGIN IMMEDIATE")
    try:
        done = 0
        for entry in entries:
            log.store(wire, entry)
            wire.execute("PRAGMA defer_foreign_keys = ON")
            for line in entry.lines:
                if not replay.play(wire, line.change()):
                    raise StoreError(f"La entrada {entry.n} («{entry.accion}») no corresponde a lo que hay en la base.")
            done += 1
        indexing.rebuild(wire)
        connection.commit()
    finally:
        connection.rollback()
    return done
