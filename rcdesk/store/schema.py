"""Every journaled table, as SQLAlchemy knows it.

Nothing is UNIQUE, cascades, or checks two columns at once: two desks may each be right and together break such a rule.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, Text

from rcdesk.domain.actas import Acta
from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.audiencias import Audiencia
from rcdesk.domain.compromisos import Compromiso
from rcdesk.domain.cronograma import Actividad
from rcdesk.domain.entidades import Entidad
from rcdesk.domain.formatos import Formato
from rcdesk.domain.hojas import Hoja
from rcdesk.domain.observaciones import Observacion
from rcdesk.domain.preguntas import Pregunta
from rcdesk.domain.turnos import Turno
from rcdesk.store import tree
from rcdesk.store.columns import metadata, sql_type

SOUGHT: Final[Mapping[str, tuple[str, ...]]] = {
    "asistentes": ("documento_numero", "persona"),
    "personas": ("documento_numero",),
}
"""Table → columns by which one row is found among all: a document or the key on a card, as read at the door."""


def _table(name: str) -> Table:
    found = tree.columns(name)
    columns = [_column(column) for column in found]
    checks = [CheckConstraint(_one_of(c), name=c.name) for c in found if c.options]
    indexes = [Index(None, column.name, "orden") for column in found if column.parent]
    indexes += [Index(None, column) for column in SOUGHT.get(name, ())]
    return Table(name, metadata, *columns, *checks, *indexes, sqlite_strict=True)


def _column(column: tree.Column) -> Column[Any]:
    if column.name == "id":
        return Column("id", Text, primary_key=True)
    if column.parent:
        return Column(column.name, Text, ForeignKey(f"{column.parent}.id", deferrable=True, initially="IMMEDIATE"))
    return Column(column.name, sql_type(column.stored), nullable=not column.required)


def _one_of(column: tree.Column) -> str:
    """Written with OR: for IN, SQLite makes a table at each statement, five times dearer."""
    texts = (json.dumps(o, ensure_ascii=False) if column.stored.json else o for o in column.options)
    return " OR ".join(f"{column.name} = '{text}'" for text in texts)


JOURNALED: Final[Mapping[str, Table]] = {name: _table(name) for name in tree.RECORDS}
"""Every table whose changes the bitácora records, parents first."""

_PEOPLE: Final = JOURNALED["asistentes"].c
_AT_THE_DOOR: Final = (
    "audiencia_id",
    "hora_llegada",
    "orden",
    "lista",
    "anulada_motivo",
    "modalidad",
    "autorizacion_otorgada",
    "organizacion",
)
LLEGADAS: Final = Index("ix_asistentes_llegadas", *(_PEOPLE[name] for name in _AT_THE_DOOR))
"""Lists and counts a hearing of 50,000 people without reading their rows: the last to arrive first."""

TABLE_OF: Final[Mapping[type, Table]] = {
    Acta: JOURNALED["actas"],
    Actividad: JOURNALED["actividades"],
    Asistente: JOURNALED["asistentes"],
    Audiencia: JOURNALED["audiencias"],
    Compromiso: JOURNALED["compromisos"],
    Entidad: JOURNALED["entidades"],
    Formato: JOURNALED["formatos"],
    Hoja: JOURNALED["hojas"],
    Observacion: JOURNALED["observaciones"],
    Pregunta: JOURNALED["preguntas"],
    Turno: JOURNALED["turnos"],
}
"""Entity → its table; its fields are columns of the table, by name."""
