"""What is done with lines that are the rows of a table, each in its place."""

from __future__ import annotations

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.lines import Work
from rcdesk.work.lineas import corregir, mover, retirar


def rows_of(desk: Desk, tabla: str, add: Callable[[str], str], motivo: str) -> Work:
    """The rows are corrected, moved and, for `motivo`, withdrawn as lines of `tabla` are; `add` makes one of a text."""
    return Work(
        add=add,
        correct=lambda key, values, seen: desk.do(corregir[tabla], id=key, valores=values, seen=seen),
        move=lambda key, before, after: desk.do(mover[tabla], id=key, antes=before, despues=after),
        withdraw=lambda key: desk.do(retirar[tabla], id=key, motivo=motivo),
    )
