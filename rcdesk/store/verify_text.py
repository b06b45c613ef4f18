"""Whether the text of the bitácora says what the base says, entry by entry: a base may have to be rebuilt from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from rcdesk.i18n import lista_en_palabras, plural
from rcdesk.store import mirror
from rcdesk.store.service import bitacora

_AGAIN: Final = (
    "De ese texto ya no se reconstruiría la base entera. Si ella está íntegra en lo demás, cierre el programa, guarde "
    "aparte los archivos bitacora-*.jsonl y ábrala: el texto se escribe de nuevo."
)
_TOLD: Final = 10  # entries named one by one


def faults(connection: Connection, folder: Path, mesa: str, until: int) -> Iterator[str]:
    """Say what is damaged, altered or missing in the text, up to the entry `until` of this mesa."""
    query = select(bitacora.c.mesa, bitacora.c.n, bitacora.c.sello)
    seals = {(row.mesa, row.n): row.sello for row in connection.execute(query)}
    damaged, altered, other, seen = 0, list[int](), list[int](), set[int]()
    for entry in mirror.read_lines(mirror.texts(folder)):
        if entry is None:
            damaged += 1
            continue
        if entry.seal() != entry.sello:
            altered.append(entry.n)
        elif seals.get((entry.mesa, entry.n), entry.sello) != entry.sello:
            other.append(entry.n)
        if entry.mesa == mesa:
            seen.add(entry.n)
    lost = [n for _, n in sorted(key for key in seals if key[0] == mesa) if n <= until and n not in seen]
    if damaged:
        means = _AGAIN if lost else "No falta en él ninguna entrada: son sobras."
        yield f"El texto de la bitácora tiene {plural(damaged, 'línea dañada', 'líneas dañadas')}. {means}"
    if altered:
        yield f"El texto de la bitácora fue alterado en {_named(altered)}. {_AGAIN}"
    if other:
        yield f"El texto de la bitácora y la base no dicen lo mismo en {_named(other)}: una de las dos fue alterada."
    if lost and not damaged:
        yield f"Al texto de la bitácora le {'falta' if len(lost) == 1 else 'faltan'} {_named(lost)}. {_AGAIN}"


def _named(numbers: list[int]) -> str:
    shown = [str(n) for n in numbers[:_TOLD]]
    if len(numbers) == 1:
        return f"la entrada {shown[0]}"
    if len(numbers) > _TOLD:
        return f"las entradas {', '.join(shown)} y {plural(len(numbers) - _TOLD, 'otra', 'otras')}"
    return f"las entradas {lista_en_palabras(shown)}"
