"""The bank of what was learnt: conclusions, lessons and good practices of every plan, brought to where they serve."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from sqlalchemy import Connection, select

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import sin_tildes, solo_palabras
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import bitacora, cambios
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action

ClaseDeAprendizaje = Literal["lecciones_aprendidas", "buenas_practicas", "conclusiones"]
"""What kind of thing was learnt: the list of the plan where it is written."""

_P: Final = JOURNALED["planes"].c


@dataclass(frozen=True, slots=True)
class AprendizajeRow:
    """Something learnt. `planes` are the names of all that say it, and `claves` their keys; the first said it first.

    `cuando` is an instant in UTC and `quien` whoever wrote it in this base; empty when the base does not know.
    """

    clase: ClaseDeAprendizaje
    texto: str
    claves: tuple[str, ...]
    planes: tuple[str, ...]
    vigencia: int | None
    quien: str
    cuando: str

    @property
    def id(self) -> str:
        """What tells it from another."""
        return f"{self.clase}/{solo_palabras(self.texto)}"


@action("Traer de otro plan")
def traer_aprendizaje(unit: Unit, *, plan_id: str, clase: ClaseDeAprendizaje, texto: str) -> None:
    """Add to a plan something that was learnt in another; refused when it says it already."""
    row = unit.connection.execute(select(_P[clase]).where(_P.id == plan_id)).one_or_none()
    if row is None:
        raise RuleError(GONE)
    known: Sequence[str] = row[0] or ()
    if solo_palabras(texto) in map(solo_palabras, known):
        raise RuleError("El plan ya lo dice.")
    unit.update("planes", plan_id, **{clase: (*known, texto)})


def listar_aprendizajes(
    connection: Connection, *, texto: str = "", clase: ClaseDeAprendizaje | None = None, sin_plan: str = ""
) -> list[AprendizajeRow]:
    """Return what was learnt, the latest year first; what several plans say, once.

    `texto` are words that it, or the name of its plan, must have; `sin_plan` leaves out what that plan says already.
    """
    columns = (_P.id, _P.nombre, _P.vigencia, *(_P[name] for name in get_args(ClaseDeAprendizaje)))
    query = select(*columns).where(_P.anulada_motivo.is_(None)).order_by(_P.vigencia.nulls_last(), _P.orden)
    plans = connection.execute(query).all()
    wanted = sin_tildes(texto).split()
    found = []
    for name in (clase,) if clase else get_args(ClaseDeAprendizaje):
        for said, rows in _juntos((row, one) for row in plans for one in row._mapping[name] or ()):
            if any(row.id == sin_plan for row in rows):
                continue
            sought = sin_tildes(" ".join((said, *(row.nombre for row in rows))))
            if all(word in sought for word in wanted):
                found.append(_fila(connection, name, said, rows))
    return sorted(found, key=lambda row: -(row.vigencia or 0))


def _juntos(dichos: Iterable[tuple[Any, str]]) -> list[tuple[str, list[Any]]]:
    """The same words said in several plans, together."""
    found: dict[str, tuple[str, list[Any]]] = {}
    for row, said in dichos:
        found.setdefault(solo_palabras(said), (said, []))[1].append(row)
    return list(found.values())


def _fila(connection: Connection, clase: ClaseDeAprendizaje, texto: str, rows: Sequence[Any]) -> AprendizajeRow:
    who, when = _dicho(connection, rows[0].id, clase, texto)
    keys, names = tuple(row.id for row in rows), tuple(row.nombre for row in rows)
    year = max((row.vigencia for row in rows if row.vigencia is not None), default=None)
    return AprendizajeRow(clase, texto, keys, names, year, who, when)


def _dicho(connection: Connection, plan_id: str, clase: str, texto: str) -> tuple[str, str]:
    """Who wrote it in the plan, and when: the first entry after which it was there."""
    query = (
        select(bitacora.c.quien, bitacora.c.momento, cambios.c.despues)
        .join(bitacora, bitacora.c.id == cambios.c.entrada)
        .where(cambios.c.fila == plan_id, cambios.c.tabla == "planes", cambios.c.despues.contains(f'"{clase}"'))
        .order_by(bitacora.c.hlc, cambios.c.id)
    )
    for row in connection.execute(query):
        if texto in json.loads(json.loads(row.despues).get(clase) or "[]"):
            return row.quien, row.momento
    return "", ""
