"""Half-typed text: kept half a second after the last key, until it is stored or set aside and a week more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import select

from rcdesk.store.clean import clean
from rcdesk.store.database import Database
from rcdesk.store.service import borradores
from rcdesk.store.values import utc_text

WEEK: Final = timedelta(days=7)

_SAVE: Final = (
    "INSERT INTO borradores (clave, texto, cuando) VALUES (?, ?, ?) "
    "ON CONFLICT (clave) DO UPDATE SET texto = excluded.texto, cuando = excluded.cuando, usado = NULL"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text being typed in one field."""

    clave: str
    texto: str
    cuando: str
    """Instant in UTC text."""


class Drafts:
    """The drafts of a base. `clave` names the field and the record, as in «preguntas/texto/0190…»."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, clave: str, texto: str) -> None:
        """Keep what a field holds now; empty forgets it. StoreError when it cannot be written."""
        with self._database.writing() as wire:
            if texto:
                wire.execute(_SAVE, (clave, clean(texto), self._now()))
            else:
                wire.execute("DELETE FROM borradores WHERE clave = ?", (clave,))

    def fresh(self) -> dict[str, Draft]:
        """Return, by key, the drafts that no action has stored yet."""
        query = select(borradores.c.clave, borradores.c.texto, borradores.c.cuando).where(borradores.c.usado.is_(None))
        with self._database.reading() as connection:
            return {row.clave: Draft(row.clave, row.texto, row.cuando) for row in connection.execute(query)}

    def last(self, clave: str) -> Draft | None:
        """Return what was last typed there, also once it was stored or set aside, while it is not swept."""
        query = select(borradores.c.clave, borradores.c.texto, borradores.c.cuando).where(borradores.c.clave == clave)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else Draft(row.clave, row.texto, row.cuando)

    def used(self, clave: str) -> None:
        """Mark a draft that is stored or set aside; inside an action, `unit.used_draft` does it with the text."""
        with self._database.writing() as wire:
            wire.execute("UPDATE borradores SET usado = ? WHERE clave = ? AND usado IS NULL", (self._now(), clave))

    def sweep(self) -> None:
        """Delete the drafts stored or set aside more than a week ago."""
        before = utc_text(datetime.fromtimestamp(self._database.session.clock() / 1e9, UTC) - WEEK)
        with self._database.writing() as wire:
            wire.execute("DELETE FROM borradores WHERE usado < ?", (before,))

    def _now(self) -> str:
        return utc_text(datetime.fromtimestamp(self._database.session.clock() / 1e9, UTC))
