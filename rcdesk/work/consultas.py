"""What many queries share."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, select

from rcdesk.store.schema import JOURNALED


def vigentes(connection: Connection, table: str, row: type, *more: str, **parent: Any) -> list[dict[str, Any]]:
    """Return the lines of a parent that were not withdrawn, in order: the columns that the dataclass `row` shows.

    `parent` is one column and its value, or a list of values; `more` are columns that the caller needs besides.
    """
    target = JOURNALED[table]
    ((column, value),) = parent.items()
    names = dict.fromkeys((*(field.name for field in fields(row) if field.name in target.c), *more))
    mine = target.c[column].in_(value) if isinstance(value, list) else target.c[column] == value
    query = select(*(target.c[name] for name in names)).where(mine, target.c.anulada_motivo.is_(None))
    return [dict(found._mapping) for found in connection.execute(query.order_by(target.c.orden, target.c.id))]
