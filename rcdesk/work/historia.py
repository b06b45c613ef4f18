"""The history of a question: every step, with its hour, who took it and at which desk; also those taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.domain.historia import CAMPOS, durante, que_paso, valor_en_palabras
from rcdesk.domain.palabras import con_mayuscula, con_minuscula
from rcdesk.store.bitacora import LINE, Change, Line, Row
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import bitacora, cambios

_UNTOLD: Final = frozenset({"orden_en_cola"})  # its numbers leave room between turns, and say nothing
_PROYECTADA: Final = JOURNALED["proyecciones"].c
_PREGUNTAS: Final = JOURNALED["preguntas"].c


@dataclass(frozen=True, slots=True)
class CambioRow:
    """One field, before and after, in words."""

    campo: str
    antes: str
    despues: str


@dataclass(frozen=True, slots=True)
class PasoRow:
    """One step. `cuando` is an instant in UTC; `deshecho` says that it was taken back, and does not hold now."""

    id: str
    cuando: str
    que: str
    quien: str
    puesto: str
    cambios: tuple[CambioRow, ...] = ()
    deshecho: bool = False
    vuelta: bool = False
    """It took back another step, or took it again."""


@dataclass(slots=True)
class _Entry:
    hlc: int
    id: str
    cuando: str
    quien: str
    puesto: str
    accion: str
    deshace: str | None
    before: Row | None
    after: Row | None


def historia_de_pregunta(connection: Connection, *, id: str) -> list[PasoRow]:
    """Return what happened to a question, the newest first, with when it was on the screen of the room."""
    entries = list(_entries(connection, id))
    steps = [*_steps(entries), *_projected(connection, id)]
    return [step for _, step in sorted(steps, key=lambda found: found[0], reverse=True)]


def _entries(connection: Connection, id: str) -> Iterator[_Entry]:
    head = (bitacora.c.hlc, bitacora.c.id, bitacora.c.momento, bitacora.c.quien, bitacora.c.puesto, bitacora.c.accion)
    query = (
        select(*head, bitacora.c.deshace, *(cambios.c[name] for name in LINE))
        .join(bitacora, bitacora.c.id == cambios.c.entrada)
        .where(cambios.c.fila == id, cambios.c.tabla == "preguntas")
        .order_by(bitacora.c.hlc, cambios.c.id)
    )
    for (hlc, *told), lines in groupby(connection.execute(query), key=lambda row: tuple(row[:7])):
        entry, cuando, quien, puesto, accion, deshace = told
        before, after = _joined([Line._make(row[7:]).change() for row in lines])
        yield _Entry(hlc, entry, cuando, quien, puesto, accion, deshace, before, after)


def _joined(changes: Sequence[Change]) -> tuple[Row | None, Row | None]:
    """Return the row before and after several changes of one entry: an undo may write a row more than once."""
    first, last = changes[0], changes[-1]
    if len(changes) == 1 or first.before is None or last.after is None:
        return first.before, last.after
    before, after = Row(), Row()
    for change in changes:
        before = (change.before or {}) | before
        after |= change.after or {}
    return before, after


def _steps(entries: Sequence[_Entry]) -> Iterator[tuple[int, PasoRow]]:
    """In their order; a step that was taken back says so, and the one that took it back names it."""
    at = {entry.id: place for place, entry in enumerate(entries)}
    said = [que_paso(entry.before, entry.after, entry.accion) for entry in entries]
    undone: set[int] = set()
    back: dict[int, str] = {}
    for place, entry in enumerate(entries):
        if entry.deshace not in at:
            continue
        target, again = at[entry.deshace], False
        while entries[target].deshace in at:
            target, again = at[str(entries[target].deshace)], not again
        group = _merged(entries, target, entry)
        undone = undone - group if again else undone | group
        back[place] = f"{'Se rehízo' if again else 'Se deshizo'}: {con_minuscula(said[target])}"
    for place, entry in enumerate(entries):
        words = back.get(place, said[place])
        told = entry.id, entry.cuando, words, entry.quien, entry.puesto, _changes(entry)
        yield entry.hlc, PasoRow(*told, place in undone, place in back)


def _merged(entries: Sequence[_Entry], target: int, by: _Entry) -> set[int]:
    """The places of the steps that went together with one: typing goes on in one field until another is touched."""
    last, found = entries[target], set[int]()
    for place in range(target, -1, -1):
        entry = entries[place]
        if entry.accion != last.accion or (entry.after or {}).keys() != (last.after or {}).keys():
            break
        found.add(place)
        if entry.before == by.after or entry.after == by.after:
            break
    return found


def _changes(entry: _Entry) -> tuple[CambioRow, ...]:
    before, after = entry.before or {}, entry.after or {}
    told = ("texto", "linea") if entry.before is None else (campo for campo in CAMPOS if campo not in _UNTOLD)
    return tuple(
        CambioRow(
            con_mayuscula(CAMPOS[campo]),
            valor_en_palabras(campo, before.get(campo)),
            valor_en_palabras(campo, after[campo]),
        )
        for campo in told
        if campo in after and before.get(campo) != after[campo]
    )


def _projected(connection: Connection, id: str) -> Iterator[tuple[int, PasoRow]]:
    """The times that it was on the screen of the room, each until the next thing was shown there."""
    hearing = connection.scalar(select(_PREGUNTAS.audiencia_id).where(_PREGUNTAS.id == id))
    stand = (_PROYECTADA.audiencia_id == hearing, _PROYECTADA.papel == "pantalla", _PROYECTADA.anulada_motivo.is_(None))
    columns = (_PROYECTADA.id, _PROYECTADA.pregunta, _PROYECTADA.cuando)
    shown: Sequence[Any] = connection.execute(
        select(*columns).where(*stand).order_by(_PROYECTADA.cuando, _PROYECTADA.id)
    ).all()
    if all(row.pregunta != id for row in shown):
        return
    hands = _hands(connection, [row.id for row in shown if row.pregunta == id])
    for row, after in pairwise([*shown, None]):
        if row is not None and row.pregunta == id and row.id in hands:
            seconds = int((_moment(after.cuando) - _moment(row.cuando)).total_seconds()) if after else None
            said = "En pantalla ahora" if seconds is None else f"Mostrada en pantalla, {durante(seconds)}"
            hlc, hand = hands[row.id]
            yield hlc, replace(hand, que=said)


def _hands(connection: Connection, keys: Sequence[str]) -> dict[str, tuple[int, PasoRow]]:
    """Key of a projection → its place in time; who sent it, where and when."""
    query = (
        select(cambios.c.fila, bitacora.c.hlc, bitacora.c.id, bitacora.c.momento, bitacora.c.quien, bitacora.c.puesto)
        .join(bitacora, bitacora.c.id == cambios.c.entrada)
        .where(cambios.c.fila.in_(keys), cambios.c.antes.is_(None))
        .order_by(bitacora.c.hlc)
    )
    return {
        row.fila: (row.hlc, PasoRow(row.id, row.momento, "", row.quien, row.puesto))
        for row in connection.execute(query)
    }


def _moment(instante: str) -> datetime:
    return datetime.fromisoformat(instante)
