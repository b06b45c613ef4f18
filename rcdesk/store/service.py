"""The tables that the base keeps for itself: the bitácora, whose base it is, the index and the drafts."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Index, Integer, Table, Text

from rcdesk.store.columns import metadata
from rcdesk.store.schema import JOURNALED

bitacora: Final = Table(
    "bitacora",
    metadata,
    Column("lugar", Integer, primary_key=True),  # order of arrival at this base; it never leaves it
    Column("id", Text, nullable=False, unique=True),
    Column("mesa", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("hlc", Integer, nullable=False),
    Column("momento", Text, nullable=False),
    Column("puesto", Text, nullable=False),
    Column("quien", Text, nullable=False),
    Column("accion", Text, nullable=False),
    Column("deshace", Text),
    Column("previo", Text, nullable=False),
    Column("sello", Text, nullable=False),
    Index(None, "mesa", "n", unique=True),
    Index(None, "hlc"),
    sqlite_strict=True,
)
"""One unit of work: who did what, when, and the seal of the chain."""

cambios: Final = Table(
    "cambios",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entrada", Text, nullable=False, index=True),
    Column("tabla", Text, nullable=False),
    Column("fila", Text, nullable=False, index=True),
    Column("antes", Text),
    Column("despues", Text),
    Column("reserva_antes", Text),  # personal values apart, so that they can be erased and the seal still holds
    Column("reserva_despues", Text),
    Column("sal", Text),
    sqlite_strict=True,
)
"""One row of a journaled table, before and after, as the trigger wrote it."""

base: Final = Table(
    "base",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mesa", Text, nullable=False),  # the chain that this base writes; it moves with the folder
    Column("sigla", Text, nullable=False),  # the letter of the desk: A-014
    Column("creada", Text, nullable=False),
    sqlite_strict=True,
)
"""Whose base it is: one row."""

indice: Final = Table(
    "indice",
    metadata,
    Column("id", Integer, primary_key=True),  # the row of `busqueda`
    Column("tabla", Text, nullable=False),
    Column("fila", Text, nullable=False),
    Column("clave", Text, nullable=False),
    Column("texto", Text, nullable=False),
    Index(None, "tabla", "fila", unique=True),
    Index(None, "tabla", "clave"),
    sqlite_strict=True,
)
"""The sort key and the searched text of each row that is listed or searched; rebuilt at will."""

borradores: Final = Table(
    "borradores",
    metadata,
    Column("clave", Text, primary_key=True),
    Column("texto", Text, nullable=False),
    Column("cuando", Text, nullable=False),
    Column("usado", Text),
    sqlite_strict=True,
)
"""What was being typed and is not yet part of the base."""

_PREGUNTAS: Final = JOURNALED["preguntas"].c
NUMEROS: Final = Index(None, _PREGUNTAS.audiencia_id, _PREGUNTAS.numero)
"""Gives the next question its number without reading all the others of the hearing."""

BUSQUEDA: Final = (
    "CREATE VIRTUAL TABLE busqueda USING fts5("
    "texto, content='indice', content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
)
"""The words of `indice.texto`, which is already without accents."""
