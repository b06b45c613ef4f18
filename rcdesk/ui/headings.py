"""What a person said of the columns of a file, remembered for the next one with the same headings; and what it is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from rcdesk.i18n import fecha_corta, numero

if TYPE_CHECKING:
    from rcdesk.domain.columnas import Tabla
    from rcdesk.store.drafts import Drafts


class Headings:
    """`place` tells one kind of file from another: what a column is in one says nothing of the others."""

    def __init__(self, drafts: Drafts, place: str) -> None:
        self._drafts, self._place = drafts, place

    def recall(self, table: Tabla, width: int) -> tuple[str, ...] | None:
        """Return what was said of the columns of such a table; None when nothing was, or it has as many no more."""
        draft = self._drafts.fresh().get(self._key(table))
        if draft is None:
            return None
        fields: Any = json.loads(draft.texto)
        return tuple(map(str, fields)) if len(fields) == width else None

    def keep(self, table: Tabla, fields: Sequence[str]) -> None:
        """Remember it. StoreError when it cannot be written."""
        self._drafts.save(self._key(table), json.dumps(fields))

    def _key(self, table: Tabla) -> str:
        titles = "\n".join(table.filas[0].celdas) if table.filas else ""
        return f"{self._place}/{sha256(titles.encode('utf-8', 'replace')).hexdigest()[:16]}"


def told_of_file(table: Tabla) -> str:
    """Say which sheet it is, how many rows it has and of when."""
    sheet = f"hoja «{table.hoja}»" if table.hoja else table.forma
    day = f"del {fecha_corta(table.modificado.date().isoformat())}, {table.modificado:%H:%M}"
    return "  ·  ".join(filter(None, (sheet, f"{numero(table.total)} filas", day)))
